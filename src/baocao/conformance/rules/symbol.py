"""Số, ký hiệu (PL I.II.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from baocao.conformance.case import Case, Seen
from baocao.conformance.components.words import fold, words
from baocao.conformance.mends import Retype
from baocao.conformance.paper import Line
from baocao.conformance.rules.agencies import axis_of
from baocao.conformance.rules.kit import (
    about,
    broken,
    faced,
    headless,
    held,
    matched,
    parameter,
    parameters,
    reading_of,
    sizes,
    unsure,
)
from baocao.conformance.rules.places import middle, placed

_BLANK = r"[\s._…‥]*"
_NUMBER = re.compile(
    rf"(?P<word>[^\W\d]+)(?P<colon>\s*[:;.,]?\s*)(?P<number>\d*|{_BLANK})(?P<slash>\s*/\s*)(?P<symbol>\S.*)"
)
_SYMBOL = re.compile(r"[\w.&]+(?:\s*[-‐‑–—/]\s*[\w.&]+)*")
_LOOSE = re.compile(r"\s*([-‐‑–—/])\s*")
_DASHES = re.compile("[‐‑–—]")


@dataclass(frozen=True, slots=True)
class Number:
    """The line taken apart: its match, and whether a mend may type into it. A tab in it makes two lines."""

    line: Line
    found: re.Match[str]
    typable: bool

    def __getitem__(self, name: str) -> str:
        return self.found[name]

    def typed(self, start: int, end: int, new: str) -> list[Retype]:
        """The mend that puts `new` there, places in the text of the match."""
        old = self.found.string[start:end]
        return [Retype(self.line.paragraph, self.line.start + start, old, new)] if self.typable else []


def _texts(case: Case) -> Iterator[tuple[Line, str, bool]]:
    """First line, text and whether it may be typed into, of each paragraph of number and symbol."""
    for _, lines in groupby(case.parts.so_ky_hieu, key=lambda line: id(line.paragraph)):
        first, *others = lines
        text, typable = reading_of(first)
        if others:
            typable = typable and all(reading_of(line)[1] for line in others)
            whole = first.paragraph.text[first.start : others[-1].end]
            text = whole if typable else " ".join([text, *(reading_of(line)[0] for line in others)])
        yield first, text, typable


def numbers(case: Case) -> Iterator[Number]:
    """The lines "Số: …/…" that can be read as such."""
    for line, text, typable in _texts(case):
        found = matched(_NUMBER, text)
        if found is not None and _SYMBOL.fullmatch(found["symbol"].strip()):
            yield Number(line, found, typable)


@about("SO01", "so_ky_hieu")
def number_form(case: Case) -> Iterator[Seen]:
    """ "Số: 114/BC-UBND"; the number may be blank. Its single signs are asked by SO02 to SO06."""
    lines = case.parts.so_ky_hieu
    if not lines and not headless(case):
        yield broken(None, "không có số, ký hiệu", parameter(case, "dang"))
    readable_ones = {id(number.line) for number in numbers(case)}
    for line, text, _ in _texts(case):
        if id(line) in readable_ones:
            yield held(line)
        else:
            yield broken(line, f"«{text}»", parameter(case, "dang"))


@about("SO02", "so_ky_hieu")
def colon_after_word(case: Case) -> Iterator[Seen]:
    """The line starts with "Số:"."""
    start = parameter(case, "mo_dau")
    for number in numbers(case):
        said = number["word"] + number["colon"].strip()
        if said == start and not number["colon"][:1].isspace():
            yield held(number.line)
            continue
        rest = re.sub(r"^[\s:;.,]*", "", number["colon"]) or (" " if number["number"].strip() else "")
        new = start + (number["colon"][len(number["colon"].rstrip()) :] or rest)
        mends = number.typed(0, number.found.end("colon"), new)
        yield broken(number.line, f"«{said}»", f"«{start}»", mends)


@about("SO03", "so_ky_hieu")
def number_padded(case: Case) -> Iterator[Seen]:
    """A number below 10 has a zero in front, no other number has."""
    for number in numbers(case):
        digits = number["number"].strip()
        if not digits.isdecimal():
            continue
        wanted = f"{int(digits):02d}"
        if digits == wanted:
            yield held(number.line)
        else:
            at = number.found.start("number") + number["number"].index(digits)
            mends = number.typed(at, at + len(digits), wanted)
            yield broken(number.line, f"số {digits}", f"số {wanted}", mends)


@about("SO04", "so_ky_hieu")
def tight_symbol(case: Case) -> Iterator[Seen]:
    """No blank at "/" and "-", and a hyphen, not a dash, between the groups of letters."""
    for number in numbers(case):
        slash, symbol = number["slash"], number["symbol"]
        before = "" if number["number"].strip().isdecimal() else slash[: len(slash) - len(slash.lstrip())]
        tight = before + "/" + _DASHES.sub("-", _LOOSE.sub(r"\1", symbol))
        if slash + symbol == tight:
            yield held(number.line)
            continue
        seen, wanted = (f"«{(number['number'] + text).strip()}»" for text in (slash + symbol, tight))
        start, end = number.found.start("slash"), number.found.end("symbol")
        mends = number.typed(start, end, tight)
        yield broken(number.line, seen, wanted, mends)


def _groups(number: Number) -> list[str]:
    """The groups of letters of the symbol, without a year in front."""
    symbol = re.sub(r"^(?:19|20)\d\d\s*/\s*", "", number["symbol"])
    return [group.strip() for group in re.split("[-‐‑–—/]", symbol)]


@about("SO05", "so_ky_hieu", "ten_loai")
def type_abbreviation(case: Case) -> Iterator[Seen]:
    """The symbol begins with the abbreviation of the type (PL III); that of a letter with the agency."""
    kind = case.parts.kind
    for number in numbers(case):
        first, mends = _groups(number)[0], []
        if kind.abbreviation:
            right, wanted = first == kind.abbreviation, f"«{kind.abbreviation}» ({kind.name})"
            if first.lower() == kind.abbreviation.lower() and not right:
                at = number.found.start("symbol") + number["symbol"].index(first)
                mends = number.typed(at, at + len(first), kind.abbreviation)
        elif kind.name == words().letter.name:
            known = words().kind(number["symbol"]) is not None
            right = not known and fold(first) not in map(fold, parameters(case, "khong_dung"))
            wanted = "công văn không ghi chữ viết tắt tên loại"
        else:
            continue
        yield held(number.line) if right else broken(number.line, f"ký hiệu «{first}»", wanted, mends)


@about("SO06", "so_ky_hieu")
def no_year(case: Case) -> Iterator[Seen]:
    """No year in the symbol; one of a decision or resolution marks a normative act of another decree."""
    year = re.compile(parameter(case, "mau_nam"))
    for number in numbers(case):
        found = year.search(number["symbol"])
        if found is None:
            yield held(number.line)
        elif case.parts.kind.name in parameters(case, "loai_quy_pham"):
            look = "nếu là văn bản quy phạm pháp luật thì theo nghị định khác; nếu không thì bỏ năm"
            yield unsure(number.line, f"có năm «{found[0]}»", look)
        else:
            yield broken(number.line, f"có năm «{found[0]}»", "không ghi năm")


@about("SO07", "so_ky_hieu")
def number_size(case: Case) -> Iterator[Seen]:
    """The size of number and symbol."""
    return sizes(case.parts.so_ky_hieu, case.format.components["so_ky_hieu"].size)


@about("SO08", "so_ky_hieu")
def number_face(case: Case) -> Iterator[Seen]:
    """Number and symbol are upright and not bold."""
    return faced(case, "so_ky_hieu", case.parts.so_ky_hieu)


@about("SO09", "so_ky_hieu", "co_quan")
def number_centred(case: Case) -> Iterator[Seen]:
    """Number and symbol stand in the middle below the agency."""
    above = (*case.parts.chu_quan, *case.parts.co_quan)
    axis = axis_of(above)
    if axis is None and above:
        axis = middle(above[-1])
    return placed(case, "so_ky_hieu", case.parts.so_ky_hieu, axis, "canh giữa dưới tên cơ quan")
