"""What the audit says of a real report, to the letter: every fault, and no false alarm about figures.

The report of Tân Hồng is read as the PDF has it, and as the .docx that baocao makes of its figures, where the
typing faults are mended (samples/tan-hong/nguon.md) and the figures are as published.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.audit.auditing import audit
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.verdicts import Audit, Verdict
from baocao.errors import Severity
from baocao.produce import produce

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "tan-hong" / "2023.yaml"

FIGURES = [
    ("note-place", "69.639.646 đồng"),
    ("unverifiable", "27,7%"),
    ("no-base", "99,15%"),
    ("truncated", "62,02%"),
    ("rate", "99,61%"),
    ("unverifiable", "81,87%"),
]
WORDS_OF_BOTH = [
    ("abbreviation", "PAKN"),
    ("abbreviation", "CBCCVC"),
    ("abbreviation", "CBQL"),
    ("abbreviation", "ĐVSN"),
    ("space", "tật- Trợ"),
    ("spelling", "huyện"),
    ("spelling", "Tỉnh"),
    ("spelling", "Chính Phủ"),
    ("spelling", "hàng năm"),
]
WORDS_OF_THE_ORIGINAL = [
    ("abbreviation", "VBVPPL"),
    ("abbreviation", "VBVPPL"),
    ("closing", "Huyện./"),
    ("doubled", "giải quyết giải quyết"),
    ("doubled", "giải quyết giải quyết"),
    ("spelling", "qui"),
    ("spelling", "tỉ"),
    ("unmatched", ")"),
    ("unmatched", "”"),
]
RIGHT = [
    "80,41 - 78,06 = 2,35",
    "10/12 → 11/12: giảm",
    "10 - 01 = 9",
    "197 : 197 = 100%",
    "134 : 134 = 100%",
    "63 : 63 = 100%",
    "134 + 63 = 197",
    "128 + 69 = 197",
    "69 : 197 = 35%",
    "16.067 : 55.633 = 28,88%",
    "27.048 : 27.630 = 97,89%",
    "27.282 : 27.630 = 98,74%",
    "02 : 02 = 100%",
    "2.413 : 3.252 = 74,2%",
    "3.252 + 24.378 = 27.630",
    "3.190 + 24.092 = 27.282",
    "104 + 1.442 = 1.546",
    "07 + 02 + 02 = 11",
    "32 + 39 + 22 + 02 = 95",
    "08 + 01 + 01 + 02 = 12",
    "29 + 03 + 01 + 17 + 17 + 08 + 11 + 11 = 97",
    "02 + 46 = 48",
    "48 : 48 = 100%",
    "27.630 = 27.630",
    "80,41 = 80,41",
    "78,06 = 78,06",
    "11 = 11",
]
"""Sums, rates, differences and restatements of the report that hold."""


@pytest.fixture(scope="module")
def original() -> Audit:
    return audit(read_text(REFERENCE.read_text("utf-8"), "tan-hong.txt"))


@pytest.fixture(scope="module")
def made() -> Audit:
    return audit(read_docx(produce(SAMPLE).to_bytes(), "tan-hong.docx"))


@pytest.fixture(params=["original", "made"])
def either(request: pytest.FixtureRequest) -> Audit:
    told: Audit = request.getfixturevalue(request.param)
    return told


def told(audited: Audit, *, words: bool) -> list[tuple[str, str]]:
    """Kind and words of each remark about words, or of each about figures, in the order of the text."""
    texts = [passage.text for passage in audited.document.passages]
    return [
        (remark.kind.value, texts[remark.spot.passage][remark.spot.start : remark.spot.end])
        for remark in audited.remarks
        if remark.concerns_words is words
    ]


def test_the_faults_of_the_figures_and_nothing_else(either: Audit) -> None:
    assert told(either, words=False) == FIGURES


def test_the_faults_of_the_words_of_the_original(original: Audit) -> None:
    assert sorted(told(original, words=True)) == sorted(WORDS_OF_BOTH + WORDS_OF_THE_ORIGINAL)


def test_the_mended_typing_faults_are_not_told_of_the_made_report(made: Audit) -> None:
    assert sorted(told(made, words=True)) == sorted(WORDS_OF_BOTH)


def test_only_the_two_false_rates_are_errors(either: Audit) -> None:
    errors = [item for item in either.findings if item.level is Severity.ERROR]
    assert ["99,15%" in errors[0].text, "99,61%" in errors[1].text] == [True, True]
    assert len(errors) == 2


def test_a_false_rate_tells_the_arithmetic_and_whether_any_base_gives_it(either: Audit) -> None:
    first, second = (item.text for item in either.findings if item.level is Severity.ERROR)
    assert "3.190 : 3.252 = 98,09%" in first
    assert "chia cho tổng số nào cũng không ra" in first
    assert "24.092 : 24.378 = 98,83%" in second
    assert "chia cho tổng số nào cũng không ra" not in second


def test_the_truncated_rate_is_told_from_a_wrong_one(either: Audit) -> None:
    (found,) = [remark.finding for remark in either.remarks if remark.kind.value == "truncated"]
    assert found.level is Severity.WARNING
    assert "62,03%" in found.text


def test_what_agrees_is_found_right(either: Audit) -> None:
    right = [item.arithmetic for item in either.of(Verdict.RIGHT)]
    assert [line for line in RIGHT if line not in right] == []


def test_nothing_but_the_false_rates_is_judged_wrong(either: Audit) -> None:
    assert [item.arithmetic for item in either.of(Verdict.WRONG)] == [
        "3.190 : 3.252 = 98,09%, báo cáo ghi 99,15%",
        "24.092 : 24.378 = 98,83%, báo cáo ghi 99,61%",
    ]
    assert len(list(either.of(Verdict.TRUNCATED))) == 1
