"""No text drives the audit into more than linear time: four times the text takes about four times as long."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import growth_kit
from baocao.audit.auditing import audit
from baocao.audit.reading.read_text import read_text
from growth_kit import linear

SMALL = 8_000
QUARTER_MEGABYTE = 250_000
SHAPES = {
    "digits": "7",
    "grouped digits": "1.000.",
    "strokes": "1/2/",
    "open brackets": "(",
    "brackets around figures": "(5 hồ sơ ",
    "open quotation marks": "“a ",
    "one word again and again": "giải quyết ",
    "rates without end": "a/b hồ sơ, 5/10 hồ sơ, tỷ lệ 50%, đạt ",
    "breakdown in breakdown": "tổng số 5 hồ sơ, trong đó: 2 hồ sơ; gồm 3 hồ sơ, ",
    "changes without end": "tăng 5 so với năm 2022 là 7, giảm từ 8 xuống ",
    "gaps without a figure": "đã giải quyết và trả kết quả trước, đúng hạn cho người dân ",
    "sums": "1 + ",
    "days": "ngày 05/4/2023 ",
    "documents": "Kế hoạch số 12/KH-UBND ngày 05/4/2023 của UBND huyện về cải cách hành chính năm 2023, ",
    "abbreviations": "ABC (ABD) VBVPPL ",
    "abbreviations with meanings": "Ủy ban nhân dân (UBND) ",
    "sentences": "Tiếp nhận 12 hồ sơ, đã giải quyết 11 hồ sơ, đạt 91,67%. ",
    "paragraphs": "Trong năm tiếp nhận 27.630 hồ sơ, trong đó cấp huyện 3.252 hồ sơ.\n\n",
    "items": "- Cấp xã: 12 hồ sơ;\n",
    "headings": "1. Cải cách thể chế\n\n",
    "notes": "Tiếp nhận 9 hồ sơ¹.\n\n¹ Trong đó: trực tuyến 5 hồ sơ; trực tiếp 4 hồ sơ.\n\n",
    "marks of notes": "¹²³ ",
    "percent signs": "5% ",
    "commas": ", ",
    "table of strokes": "| 1 | 2 | 3 |\n",
    "impossible syllables": "nghành hiêụ ",
    "two spellings": "tỷ lệ tỉ lệ quy định qui định Huyện huyện ",
}


def text_of(shape: str) -> Callable[[int], str]:
    """A text of so many characters in this shape."""
    return lambda length: (shape * (length // len(shape) + 1))[:length]


def read_and_audit(text: str) -> None:
    audit(read_text(text, "a.txt"))


@pytest.mark.parametrize("name", SHAPES)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    assert linear(text_of(SHAPES[name]), read_and_audit, SMALL)


@pytest.mark.parametrize("name", ["digits", "gaps without a figure"])
def test_a_megabyte_takes_about_as_long_as_its_four_quarters(name: str) -> None:
    assert linear(text_of(SHAPES[name]), read_and_audit, QUARTER_MEGABYTE)


def test_the_measure_itself_tells_quadratic_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth_kit, "_seconds", lambda work, given: work(given))
    assert linear(int, lambda size: size / 1_000_000, 10)
    assert not linear(int, lambda size: size**2 / 1_000_000, 10)
