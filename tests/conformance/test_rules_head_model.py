"""The rules of page and head on the model report of the independent measurer: silent on its lawful forms, and
each fault told by its rule."""

from __future__ import annotations

import unicodedata

import pytest

from baocao.conformance.unit_facts import UnitFacts
from conformance.rules_head_kit import MINE, checked
from format_rules import faults, model
from format_rules.faults import Fault

UNIT = UnitFacts(
    name=model.FACTS.unit_name,
    agency=model.FACTS.agency,
    parents=model.FACTS.parents,
    place=model.FACTS.place,
)

# Edits that are no fault in the file itself, each with its reason.
NO_FAULT = {
    ("FN01", 'w:asciiTheme="minorHAnsi"'): "without a theme Word prints Times New Roman",
    ("FN01", ""): "a font for letters of other scripts, which the report does not use",
    (
        "FN02",
        '<w:color w:val="000000" w:themeColor="accent1"/>',
    ): "without a theme w:val is the colour",
    ("SO01", "Số: 5/BC-UBND"): "told by SO03",
    ("SO01", "Số:     /BC-UBND"): "a draft, as far as the file tells",
    ("DD01", "Xã Mẫu, ngày 06 tháng 3 năm 2024"): "another day than the data file says",
    ("PG02", 'w:orient="landscape"'): "pages apart without a table are left to a person",
    ("CQ08", model.rule(19)): "within 1/3 and 1/2 of the longest line",
}


def is_fault(fault: Fault) -> bool:
    new = fault.edits[0][2]
    return not any(
        fault.rule == rule and (new == words or (words and words in new)) for rule, words in NO_FAULT
    )


FOUND = [
    fault
    for fault in (*faults.FILE_FAULTS, *faults.PAPER_FAULTS)
    if fault.rule.startswith(MINE) and is_fault(fault)
]


@pytest.mark.parametrize("form", faults.HEALTHY, ids=lambda form: form.rule)
def test_a_lawful_file_is_told_nothing(form: Fault) -> None:
    assert checked(form.data, UNIT).complaints() == []


def rule_of(fault: Fault) -> str:
    """The rule that tells it here: marks typed apart, half of FN03 in the table of rules, are FN06."""
    words = unicodedata.is_normalized("NFC", "".join(new for _, _, new in fault.edits))
    return fault.rule if words else "FN06"


@pytest.mark.parametrize("fault", FOUND, ids=[f"{fault.rule}-{at}" for at, fault in enumerate(FOUND)])
def test_a_fault_is_told_by_its_rule(fault: Fault) -> None:
    assert checked(fault.data, UNIT).broken(rule_of(fault))


def test_landscape_pages_without_a_table_are_left_to_a_person() -> None:
    (sideways,) = (fault for fault in faults.FILE_FAULTS if fault.rule == "PG02" and not is_fault(fault))
    result = checked(sideways.data, UNIT)
    assert (len(result.broken("PG02")), len(result.unsure("PG02"))) == (0, 1)
