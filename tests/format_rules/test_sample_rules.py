"""The rules of NĐ 30/2020 hold on every report made from samples/, in the file and on paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.produce import produce
from format_rules.facts import read_facts
from format_rules.registry import Measure, Specimen
from format_rules.rules import FROM_FILE, FROM_PDF, absent, complaints
from outside_tools import converted

SAMPLES = {
    "tan-hong": ("tan-hong/2023.yaml", False),
    "xa-mau": ("xa-mau/2025.yaml", True),
    "phuong-mot-khoi": ("phuong-mot-khoi/so-lieu/2025.yaml", False),
    "xa-mau-rieng": ("xa-mau-rieng/so-lieu/2025.yaml", False),
}
# What a sample's own text has no object for, each with its reason.
NO_POINTS = "bài không có khoản chạy liền câu và không có điểm a), b)"
ALSO_ABSENT = {name: dict.fromkeys(("HD03", "HD04", "HD05"), NO_POINTS) for name in SAMPLES}


@pytest.fixture(scope="session")
def reports(samples: Path) -> dict[str, Specimen]:
    """Each sample made through the front door."""
    made = {}
    for name, (path, draft) in SAMPLES.items():
        report = produce(samples / path, draft=draft)
        assert report.data is not None, [str(finding) for finding in report.findings]
        made[name] = Specimen(report.data, read_facts(samples / path, draft=draft))
    return made


@pytest.fixture(scope="session")
def on_paper(reports: dict[str, Specimen], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Specimen]:
    """The same reports with their pages, printed in one run of LibreOffice."""
    files = {name: report.data for name, report in reports.items()}
    sheets = converted(files, tmp_path_factory.mktemp("pdf"), "pdf")
    return {name: Specimen(one.data, one.facts, sheets[name]) for name, one in reports.items()}


def measured(name: str, rule: str, report: Specimen, measures: dict[str, Measure]) -> None:
    """The rule holds where it has an object in the report; else the test is skipped with the reason."""
    missing = absent(report) | ALSO_ABSENT[name]
    assert complaints(report, rule, measures, missing) == []
    if rule in missing:
        pytest.skip(missing[rule])


@pytest.mark.parametrize("rule", sorted(FROM_FILE))
@pytest.mark.parametrize("name", SAMPLES)
def test_the_rule_holds_in_the_file(name: str, rule: str, reports: dict[str, Specimen]) -> None:
    measured(name, rule, reports[name], FROM_FILE)


@pytest.mark.libreoffice
@pytest.mark.parametrize("rule", sorted(FROM_PDF))
@pytest.mark.parametrize("name", SAMPLES)
def test_the_rule_holds_on_paper(name: str, rule: str, on_paper: dict[str, Specimen]) -> None:
    measured(name, rule, on_paper[name], FROM_PDF)
