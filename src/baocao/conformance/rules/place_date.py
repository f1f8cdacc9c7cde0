"""Địa danh và thời gian ban hành (PL I.II.4)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.conformance.case import Case, Seen
from baocao.conformance.paper import Line
from baocao.conformance.reading.lines import printed_widths
from baocao.conformance.rules import tolerances
from baocao.conformance.rules.kit import (
    about,
    broken,
    dressed,
    headless,
    held,
    matched,
    parameter,
    plain,
    reading_of,
    replaced,
    sizes,
    unsure,
)
from baocao.conformance.rules.levels import depth_in_cell
from baocao.conformance.rules.places import head_columns, middle, placed
from baocao.vietnamese.dates import month_digits

_GAP = r"(?:\d{1,2}|[\s._…‥]*)"
_DATE = re.compile(
    rf"(?P<place>.*?)(?P<comma>\s*[,;.:]?\s*)(?P<word>ngày)\s*(?P<day>{_GAP})\s*tháng\s*(?P<month>{_GAP})"
    r"\s*năm\s*(?P<year>\d{4}|\d{0,3}[\s._…‥]*)(?P<rest>\W*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """The line taken apart, and whether a mend may type into it."""

    line: Line
    found: re.Match[str]
    typable: bool

    def __getitem__(self, name: str) -> str:
        return self.found[name].strip()

    @property
    def numbers(self) -> tuple[int, int, int] | None:
        """Year, month, day; None for a draft with one of them blank."""
        texts = self["year"], self["month"], self["day"]
        return (int(texts[0]), int(texts[1]), int(texts[2])) if all(map(str.isdecimal, texts)) else None


def dates(case: Case) -> Iterator[Dated]:
    """The lines that can be read as place and date, with blanks for a draft."""
    for line in case.parts.dia_danh_ngay:
        text, typable = reading_of(line)
        found = matched(_DATE, text)
        if found is not None:
            yield Dated(line, found, typable)


@about("DD01", "dia_danh_ngay")
def place_and_date_form(case: Case) -> Iterator[Seen]:
    """ "Tân Hồng, ngày 05 tháng 3 năm 2026", a day that exists; blanks of a draft are allowed."""
    lines, form = case.parts.dia_danh_ngay, parameter(case, "dang")
    if not lines and not headless(case):
        yield broken(None, "không có địa danh, ngày tháng", form)
    apart = {id(dated.line): dated for dated in dates(case)}
    for line in lines:
        dated = apart.get(id(line))
        if dated is None or not dated["place"]:
            yield broken(line, f"«{reading_of(line)[0]}»", form)
        else:
            yield _form_of(dated, form)


def _form_of(dated: Dated, form: str) -> Seen:
    line, rest = dated.line, dated["rest"]
    if rest:
        mends = [replaced(line, *dated.found.span("rest"), "")] if dated.typable else []
        return broken(line, f"có dấu «{rest}» ở cuối", "không có dấu ở cuối", mends)
    if dated.numbers is None:
        return held(line)
    try:
        dt.date(*dated.numbers)
    except ValueError:
        return broken(line, f"«{plain(dated.found[0])}»", "một ngày có thật")
    if len(dated["year"]) != 4:
        return broken(line, f"năm {dated['year']}", f"năm bốn chữ số, {form}")
    return held(line)


@about("DD02", "dia_danh_ngay")
def day_padded(case: Case) -> Iterator[Seen]:
    """A day below 10 has a zero in front."""
    for dated in dates(case):
        if dated["day"].isdecimal():
            yield _digits(dated, "day", "ngày", f"{int(dated['day']):02d}")


@about("DD03", "dia_danh_ngay")
def month_padded(case: Case) -> Iterator[Seen]:
    """Months 1 and 2 have a zero in front, the others none."""
    for dated in dates(case):
        if dated["month"].isdecimal():
            yield _digits(dated, "month", "tháng", month_digits(int(dated["month"])))


def _digits(dated: Dated, part: str, word: str, wanted: str) -> Seen:
    digits = dated[part]
    if digits == wanted:
        return held(dated.line)
    mends = [replaced(dated.line, *_span(dated, part), wanted)] if dated.typable else []
    return broken(dated.line, f"{word} {digits}", f"{word} {wanted}", mends)


def _span(dated: Dated, part: str) -> tuple[int, int]:
    start = dated.found.start(part) + len(dated.found[part]) - len(dated.found[part].lstrip())
    return start, start + len(dated[part])


@about("DD04", "dia_danh_ngay")
def date_face(case: Case) -> Iterator[Seen]:
    """Place and date are italic, not bold, in small letters."""
    yield from dressed(case, "dia_danh_ngay", case.parts.dia_danh_ngay)


@about("DD05", "dia_danh_ngay")
def date_size(case: Case) -> Iterator[Seen]:
    """The size of place and date."""
    return sizes(case.parts.dia_danh_ngay, case.format.components["dia_danh_ngay"].size)


@about("DD06", "dia_danh_ngay", "so_ky_hieu")
def date_level_with_number(case: Case) -> Iterator[Seen]:
    """Place and date stand on the same line as the number."""
    number = next(iter(case.parts.so_ky_hieu), None)
    wanted = "cùng dòng với số, ký hiệu"
    for line in case.parts.dia_danh_ngay if number is not None else ():
        if number is None:
            continue
        if len(printed_widths(line)) > 1:
            yield broken(line, "ngắt làm hai dòng", f"một dòng, {wanted}", head_columns(case, line))
        elif line.paragraph.boxed or number.paragraph.boxed:
            yield unsure(line, "đứng trong khung chữ", f"xem địa danh, ngày tháng có {wanted} không")
        elif line.row != number.row:
            yield broken(line, "không cùng dòng với số, ký hiệu", wanted)
        else:
            yield _level(line, number, wanted)


def _level(line: Line, number: Line, wanted: str) -> Seen:
    """Two cells of one row, each with lines above: their depths are added up."""
    depths = depth_in_cell(line), depth_in_cell(number)
    if line.paragraph is number.paragraph or abs(depths[0] - depths[1]) <= tolerances.LEVEL:
        return held(line)
    side = "thấp hơn" if depths[0] > depths[1] else "cao hơn"
    return unsure(line, f"có thể {side} số, ký hiệu", f"xem địa danh, ngày tháng có {wanted} không")


@about("DD07", "dia_danh_ngay", "quoc_hieu", "tieu_ngu")
def date_centred(case: Case) -> Iterator[Seen]:
    """Place and date stand in the middle below Quốc hiệu and Tiêu ngữ."""
    above = next(iter((*case.parts.quoc_hieu, *case.parts.tieu_ngu)), None)
    axis = middle(above) if above else None
    return placed(case, "dia_danh_ngay", case.parts.dia_danh_ngay, axis, "canh giữa dưới Quốc hiệu")


@about("DD08", "dia_danh_ngay")
def comma_and_capital(case: Case) -> Iterator[Seen]:
    """A comma stands after the place, which begins with a capital, as does its last word."""
    for dated in dates(case):
        place = dated["place"]
        if not place:
            continue
        if re.fullmatch(r",\s", dated.found["comma"]) is None:
            mends = [replaced(dated.line, *dated.found.span("comma"), ", ")] if dated.typable else []
            seen = f"«{plain(place + dated.found['comma'] + dated['word'])}»"
            yield broken(dated.line, seen, f"«{place}, ngày»", mends)
        elif place[:1].islower() or place.split()[-1][:1].islower():
            yield broken(dated.line, f"«{place}»", "địa danh viết hoa chữ cái đầu")
        elif dated["word"] != "ngày":
            mends = [replaced(dated.line, *dated.found.span("word"), "ngày")] if dated.typable else []
            yield broken(dated.line, f"«{dated['word']}»", "«ngày»", mends)
        else:
            yield held(dated.line)


@about("DD09", "dia_danh_ngay")
def official_place(case: Case) -> Iterator[Seen]:
    """The place is that of the unit's profile."""
    own = plain(case.unit.place) if case.unit else ""
    for dated in dates(case) if own else ():
        if plain(dated["place"]).lower() == own.lower():
            yield held(dated.line)
        else:
            yield broken(dated.line, f"«{dated['place']}»", f"«{own}» như trong hồ sơ đơn vị")


@about("DD10", "dia_danh_ngay")
def numbered_place(case: Case) -> Iterator[Seen]:
    """A unit named by a number keeps the word of its level: "Phường 1"."""
    for dated in dates(case):
        place = dated["place"]
        if re.fullmatch(r"\d+", place):
            yield broken(dated.line, f"«{place}»", f"«Phường {place}», «Quận {place}» …")
        elif place:
            yield held(dated.line)
