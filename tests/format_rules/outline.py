"""Rules of the numbers of headings and of the wording, measured in the file (PL I.II.6, PL II)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from format_rules.numbering import unroman
from format_rules.parts import ORDER, Heading
from format_rules.registry import Seen, Specimen, check, from_file

LETTERS = "abcdđeghiklmnopqrstuvxy"
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
CITY_FORMS = ("Thủ đô Hà Nội", "Thành phố Hồ Chí Minh")


def _value(heading: Heading) -> int:
    """The place a number claims: III -> 3, đ -> 5; 0 for none of the allowed."""
    if heading.level == "điểm":
        return LETTERS.find(heading.number) + 1
    if heading.number.startswith("thứ "):
        return ORDINALS.index(heading.number[4:]) + 1 if heading.number[4:] in ORDINALS else 0
    return int(heading.number) if heading.number.isdigit() else unroman(heading.number)


def _counted(report: Specimen) -> Iterator[tuple[Heading, int]]:
    """Every heading with the place it should claim: one more than its last brother under the same parent."""
    counts: dict[str, int] = {}
    for heading in report.parts.outline:
        depth = ORDER.index(heading.level)
        counts = {level: n for level, n in counts.items() if ORDER.index(level) <= depth}
        counts[heading.level] = counts.get(heading.level, 0) + 1
        yield heading, counts[heading.level]


@from_file("HD05")
def vietnamese_letters(report: Specimen) -> Iterator[Seen]:
    for heading, place in _counted(report):
        if heading.level == "điểm":
            yield check(heading.paragraph, heading.number, LETTERS[place - 1])


@from_file("HD09")
def consecutive_numbers(report: Specimen) -> Iterator[Seen]:
    for heading, place in _counted(report):
        yield check(heading.paragraph, _value(heading), place)


@from_file("HD10")
def headings_have_titles(report: Specimen) -> Iterator[Seen]:
    text = report.parts.text
    for heading in report.parts.outline:
        alone = heading.level in {"phần", "tiết"}
        after = text[text.index(heading.paragraph) + 1] if alone else None
        title = after.text if after is not None and after in report.parts.titles else heading.title
        yield check(
            heading.paragraph, title, "có tên", bool(title) and not (alone and after in _headings(report))
        )


def _headings(report: Specimen) -> list:
    return [heading.paragraph for heading in report.parts.outline]


@from_file("VH05")
def capital_and_city(report: Specimen) -> Iterator[Seen]:
    for paragraph in report.document.everything:
        for wanted in CITY_FORMS:
            other = [
                m
                for m in re.findall(wanted, paragraph.text, re.IGNORECASE)
                if m != wanted and not m.isupper()
            ]
            yield check(paragraph, other, wanted, not other)


@from_file("SL02")
def decimal_comma(report: Specimen) -> Iterator[Seen]:
    for paragraph in report.document.everything:
        text = re.sub(r"^\d+(\.\d+)+\.?\s", "", paragraph.text)
        english = re.findall(r"(?<![\w./-])\d+\.\d{1,2}(?![\w/-]|\.\d)", text)
        yield check(paragraph, english, "dấu phẩy thập phân", not english)
