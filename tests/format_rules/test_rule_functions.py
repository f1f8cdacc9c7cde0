"""The measuring functions: silent on a lawful report, and able to find every fault they stand for."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from format_rules import faults
from format_rules.faults import Fault
from format_rules.registry import Measure, Specimen
from format_rules.rules import FROM_FILE, FROM_PDF, absent, complaints
from outside_tools import converted


def named(found: Iterable[Fault]) -> dict[str, Fault]:
    """Faults with a name of their own: rule and place in the list."""
    return {f"{fault.rule}-{at}": fault for at, fault in enumerate(found)}


ON_PAPER = named(faults.PAPER_FAULTS)
LAWFUL = {form.rule.replace(" ", "-"): form for form in faults.HEALTHY}


@pytest.fixture(scope="session")
def printed_models(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Specimen]:
    """Every spoilt and lawful model with its PDF, from one run of LibreOffice."""
    wanted = ON_PAPER | LAWFUL
    files = {name: fault.data for name, fault in wanted.items()}
    sheets = converted(files, tmp_path_factory.mktemp("pdf"), "pdf")
    return {name: Specimen(fault.data, fault.facts, sheets[name]) for name, fault in wanted.items()}


def all_complaints(report: Specimen, measures: dict[str, Measure]) -> list[str]:
    """What the functions find wrong, or could not measure although the report has it."""
    return [one for rule in measures for one in complaints(report, rule, measures, absent(report))]


@pytest.mark.parametrize("form", faults.HEALTHY, ids=lambda form: form.rule)
def test_a_lawful_file_passes_every_rule(form: Fault) -> None:
    assert all_complaints(Specimen(form.data, form.facts), FROM_FILE) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", LAWFUL)
def test_a_lawful_print_passes_every_rule(name: str, printed_models: dict[str, Specimen]) -> None:
    assert all_complaints(printed_models[name], FROM_PDF) == []


@pytest.mark.parametrize("fault", named(faults.FILE_FAULTS).values(), ids=named(faults.FILE_FAULTS))
def test_the_rule_finds_the_fault_in_the_file(fault: Fault) -> None:
    seen = list(FROM_FILE[fault.rule](Specimen(fault.data, fault.facts)))
    assert [one for one in seen if not one.ok] != [], seen


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", ON_PAPER)
def test_the_rule_finds_the_fault_on_paper(name: str, printed_models: dict[str, Specimen]) -> None:
    seen = list(FROM_PDF[ON_PAPER[name].rule](printed_models[name]))
    assert [one for one in seen if not one.ok] != [], seen


def test_every_measuring_function_has_a_fault_to_find() -> None:
    assert {fault.rule for fault in faults.FILE_FAULTS} == set(FROM_FILE)
    assert {fault.rule for fault in faults.PAPER_FAULTS} == set(FROM_PDF)
