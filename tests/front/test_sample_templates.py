"""The Word templates of the sample units: sound, and what the tool makes."""

from __future__ import annotations

import importlib.util
import re
import shutil
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from front_kit import SAMPLES
from lxml import etree
from sample_units_kit import COMMUNE, TEMPLATES, UNITS, WARD, report

import baocao
from docx_reading import W
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults

ROOT = SAMPLES.parent


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """A copy of the sample units, to work in."""
    for name in UNITS:
        shutil.copytree(SAMPLES / name, tmp_path / name)
    return tmp_path


def parts_of(unit: str) -> list[Path]:
    return [SAMPLES / unit / "mau" / name for name in TEMPLATES[unit]]


@pytest.fixture(params=[(WARD, 2025), (WARD, 2024), (COMMUNE, 2025)], ids=str)
def finished(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    unit, year = request.param
    path = tmp_path / f"{unit}.docx"
    path.write_bytes(report(unit, year))
    return path


def test_ooxml_integrity_and_our_own_check_find_nothing(finished: Path) -> None:
    """The header of a section that has dropped out may stay in the package: a remark, and no fault."""
    assert [item for item in integrity_faults(finished) if not item.startswith("[INFO")] == []
    assert baocao.check_docx(finished.read_bytes()) == ()


@pytest.mark.parametrize("unit", UNITS)
def test_ooxml_integrity_finds_nothing_in_the_templates(unit: str) -> None:
    assert [fault for path in parts_of(unit) for fault in integrity_faults(path)] == []


@pytest.mark.parametrize("unit", ["tinh-mau", WARD])
def test_openxml_audit_finds_nothing_in_what_libreoffice_has_not_saved(unit: str, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(WARD))
    assert [fault for file in (*parts_of(unit), path) for fault in audit_faults(file)] == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing_in_what_libreoffice_has_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(WARD))
    files = (*parts_of("tinh-mau"), *parts_of(WARD), path)
    assert [fault for file in files for fault in sdk_faults(file)] == []


def test_openxml_audit_finds_in_the_communes_report_only_what_libreoffice_wrote(tmp_path: Path) -> None:
    """LibreOffice 7.4 orders numFmt after pStyle, writes "start" for "left" and "true" for "on"."""
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(report(COMMUNE))
    known = {_kind(fault) for file in parts_of(COMMUNE) for fault in audit_faults(file)}
    assert {_kind(fault) for fault in audit_faults(path)} - known == set()


def _kind(fault: str) -> str:
    """A fault without its place: the last step of its path and what is wrong there."""
    place, _, words = fault.partition(": ")
    return re.sub(r"\[\d+\]", "", place.rsplit("/", 1)[-1]) + words


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_sample_templates", ROOT / "tools/make_sample_templates.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def words(path: Path) -> list[str]:
    """The words of a template, a paragraph a line, those of its notes last."""
    with zipfile.ZipFile(path) as archive:
        names = [f"word/{name}.xml" for name in ("document", "footnotes")]
        roots = [etree.fromstring(archive.read(name)) for name in names if name in archive.namelist()]
    paragraphs = [item for root in roots for item in root.iter(f"{W}p")]
    return ["".join(text.text or "" for text in item.iter(f"{W}t")) for item in paragraphs]


@pytest.mark.parametrize("unit", ["tinh-mau", WARD, pytest.param(COMMUNE, marks=pytest.mark.libreoffice)])
def test_the_tool_makes_these_templates(units: Path, unit: str) -> None:
    tool().make(unit, units)
    for path in parts_of(unit):
        assert words(units / path.relative_to(SAMPLES)) == words(path)


def infos(path: Path) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(path) as archive:
        return archive.infolist()


def test_the_templates_hold_no_time_of_their_making() -> None:
    files = [path for unit in ("tinh-mau", WARD, COMMUNE) for path in parts_of(unit)]
    assert len(files) == 4
    assert {info.date_time for path in files for info in infos(path)} == {(1980, 1, 1, 0, 0, 0)}


def test_templates_made_again_keep_their_bytes(units: Path) -> None:
    for unit in ("tinh-mau", WARD):
        tool().make(unit, units)
        for path in parts_of(unit):
            assert (units / path.relative_to(SAMPLES)).read_bytes() == path.read_bytes()


@pytest.mark.libreoffice
def test_the_signature_stays_with_the_last_sentence_and_each_page_has_its_notes(tmp_path: Path) -> None:
    import pdfplumber

    reports = {unit: report(unit) for unit in (WARD, COMMUNE)}
    pages = {}
    for unit, data in converted(reports, tmp_path, "pdf").items():
        (tmp_path / f"{unit}.pdf").write_bytes(data)
        with pdfplumber.open(tmp_path / f"{unit}.pdf") as pdf:
            pages[unit] = [page.extract_text() for page in pdf.pages]
    for unit, closing in ((WARD, "Trên đây là kết quả"), (COMMUNE, "kính báo cáo")):
        assert closing in pages[unit][-1]
        assert "Nơi nhận:" in pages[unit][-1]
        assert "TM. ỦY BAN NHÂN DÂN" in pages[unit][-1]
    first_notes = [re.findall(r"^1 (\w+ \w+)", text, re.M)[-1:] for text in pages[COMMUNE]]
    assert first_notes == [[], ["Gồm hồ"], ["Mô hình"], [], []]
