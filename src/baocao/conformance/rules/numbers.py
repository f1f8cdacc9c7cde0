"""How figures are written (SL01, SL02, SL04, SL05): thousands with a dot, a decimal comma, small counts.

A figure is never mended: it may be a code, or be meant otherwise, and a wrong figure is the worst that can be
done to a report. What is a figure, and what is a year, a symbol or a name with a number in it, is told by the
scanner of `baocao soat` (`audit.scanning`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from baocao.audit.scanning.figures import unit_after
from baocao.audit.scanning.kinds import FIGURES, Kind, Token
from baocao.conformance.case import Case, Seen
from baocao.conformance.paper import Cell
from baocao.conformance.rules.kit import about, held, parameter, parameters, unsure
from baocao.conformance.rules.prose import Hit, Piece, Prose, prose_of, told, words_pattern

_NUMBER = re.compile(r"[0-9]+(?:[., ][0-9]+)*")
_UNGROUPED = re.compile(r"[1-9][0-9]{3,}")
_COMMAS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+")
_BLANKS = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+")
_DOT_DECIMAL = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)\.(?P<rest>[0-9]+)")
_SMALL = re.compile(r"0?[1-9]")
_AFTER_YEARS = re.compile(r"(?i)năm (?:[0-9]{4}(?:,|;| và| -|-) ?)*\Z")
_LAST_YEAR = 2100
_FIRST_YEAR = 1900
_LONGEST = 9
"""Digits of a number without a unit; more are those of a code."""


Likely = Callable[[str, int], bool]


def _any(_text: str, _end: int) -> bool:
    return True


class Figure(NamedTuple):
    """A figure of the text: the digits at [start:end], with the tokens of its piece."""

    piece: Piece
    start: int
    end: int
    token: Token
    others: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The digits with their marks, as typed."""
        return self.piece.text[self.start : self.end]

    @property
    def counts(self) -> bool:
        """Whether a unit, a scale or a percent sign says that it is a quantity."""
        return bool(self.token.unit or self.token.scale)


def figures_of(prose: Prose, pattern: re.Pattern[str], likely: Likely = _any) -> Iterator[Figure]:
    """The figures whose digits match a pattern as a whole.

    likely: whether digits may be one, by the text and where they end there: few pieces have to be scanned.
    """
    hits = (
        hit for hit in numbers_of(prose) if _has(hit[0], pattern) and likely(hit.piece.text, hit.span()[1])
    )
    for piece in dict.fromkeys(hit.piece for hit in hits):
        scanned = prose.tokens_of(piece)
        for token in scanned:
            if token.kind in FIGURES:
                for found in _NUMBER.finditer(token.text):
                    if pattern.fullmatch(found[0]):
                        shift = token.start
                        yield Figure(piece, shift + found.start(), shift + found.end(), token, scanned)


def _has(digits: str, pattern: re.Pattern[str]) -> bool:
    return pattern.fullmatch(digits) is not None or (
        " " in digits and any(pattern.fullmatch(part) for part in digits.split(" "))
    )


@lru_cache(maxsize=1)
def numbers_of(prose: Prose) -> tuple[Hit, ...]:
    """All runs of digits; found once for all rules."""
    return tuple(prose.find(_NUMBER))


def _is_no_year(text: str, end: int) -> bool:
    """Whether four digits that end there are no year, or count something."""
    year = text[end - 4 : end] if end >= 4 else ""
    alone = year[:2] in ("19", "20") and not text[max(0, end - 5) : end - 4].isdigit()
    return not alone or bool(unit_after(text, end))


def _is_counting(text: str, end: int) -> bool:
    """Whether a word stands right behind."""
    return text[end : end + 1].isspace() and text[end + 1 : end + 2].isalpha()


def is_figure_cell(case: Case, cell: Cell) -> bool:
    """Whether a cell may hold a figure: not of the first column, nor of one whose head speaks of codes."""
    head = cell.table.rows[0].cells if cell.table.rows else []
    words = " ".join(" ".join(p.text for p in top.paragraphs) for top in head if top.column == cell.column)
    codes = words_pattern(r"(?i)(?<!\w)(?:WORDS)(?!\w)", parameters(case, "cot_khong_phai_so_lieu"))
    return cell.column > 0 and cell.row > 0 and not codes.search(words)


@about("SL01")
def dots_between_thousands(case: Case) -> Iterator[Seen]:
    """1.674 hồ sơ; 2023 may be a year, 0912345678 a call number."""
    prose = prose_of(case)
    for figure in figures_of(prose, _UNGROUPED, _is_no_year):
        if _is_quantity(case, figure):
            grouped = f"{int(figure.text):,}".replace(",", ".")
            yield told(*figure[:3], f"«{grouped}»")
    for figure in figures_of(prose, _BLANKS):
        grouped = figure.text.replace(" ", ".")
        yield told(*figure[:3], f"«{grouped}»")
    for figure in figures_of(prose, _COMMAS):
        yield from _commas(figure)


def _is_quantity(case: Case, figure: Figure) -> bool:
    may_be_year = _FIRST_YEAR <= int(figure.text) <= _LAST_YEAR
    if figure.counts:
        return not (may_be_year and _AFTER_YEARS.search(figure.piece.text[: figure.start]))
    if may_be_year or len(figure.text) > _LONGEST:
        return False
    cell = figure.piece.cell
    if cell is not None:
        return figure.piece.text.strip() == figure.text and is_figure_cell(case, cell)
    return _is_stated(case, figure)


def _is_stated(case: Case, figure: Figure) -> bool:
    """Whether a word before a number without a unit makes it a quantity: "đạt 1200"."""
    before = figure.piece.text[: figure.start].rstrip().rpartition(" ")[2].lower()
    return before in parameters(case, "chu_truoc_so")


def _commas(figure: Figure) -> Iterator[Seen]:
    """1,674: 1.674 written the English way, or a number with three decimals."""
    grouped = figure.text.replace(",", ".")
    if figure.text.count(",") > 1:
        yield told(*figure[:3], f"«{grouped}»")
    elif figure.token.kind is not Kind.PERCENT and figure.counts:
        look_at = f"xem đây là «{grouped}» (hàng nghìn dùng dấu chấm) hay số lẻ có ba chữ số"
        yield unsure(figure.piece.paragraph, f"«{figure.text} {figure.token.unit}»", look_at)


_FIGURE = re.compile(r"[0-9.]*,[0-9]+%?|[0-9]+%|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{2,}")


@about("SL02")
def decimal_comma(case: Case) -> Iterator[Seen]:
    """80,41 điểm; 2.0 and mục 2.1 are no figures."""
    for figure in figures_of(prose_of(case), _DOT_DECIMAL):
        found = _DOT_DECIMAL.fullmatch(figure.text)
        places = len(found["rest"]) if found else 0
        if places > 2 and figure.token.kind is not Kind.PERCENT:
            continue
        yield from _decimal(case, figure)


def _decimal(case: Case, figure: Figure) -> Iterator[Seen]:
    right = figure.text.translate(str.maketrans(".,", ",."))
    cell = figure.piece.cell
    if cell is not None and not figure.counts:
        if figure.piece.text.strip() == figure.text and _is_decimal_cell(case, cell, figure):
            yield told(*figure[:3], f"«{right}»")
    elif _is_decimal(case, figure):
        yield told(*figure[:3], f"«{right}»")
    else:
        look_at = f"xem đây có phải số lẻ không; nếu phải thì viết «{right}»"
        yield unsure(figure.piece.paragraph, f"«{figure.text}»", look_at)


def _is_decimal(case: Case, figure: Figure) -> bool:
    """Whether it is no hour ("7.30 giờ"), no number of a part or of a version."""
    if figure.counts:
        return figure.token.unit not in parameters(case, "don_vi_khong_chac")
    return _is_stated(case, figure) or any(
        token.unit and _DOT_DECIMAL.match(token.text) for token in figure.others
    )


def _is_decimal_cell(case: Case, cell: Cell, figure: Figure) -> bool:
    """Whether a cell is one of figures, not of numbers of parts: two decimals, or figures above or below."""
    if not is_figure_cell(case, cell):
        return False
    column = (other for row in cell.table.rows for other in row.cells if other.column == cell.column)
    texts = [p.text.strip() for other in column for p in other.paragraphs]
    return figure.token.places > 1 or any(_FIGURE.fullmatch(text) for text in texts)


@about("SL04")
def decimals_of_percentages(case: Case) -> Iterator[Seen]:
    """98,74%, not 98,745%."""
    most = int(case.text.parameters["so_le_nhieu_nhat"])
    shape = re.compile(rf"(?<![0-9.,])[0-9]+,(?P<rest>[0-9]{{{most + 1},}})(?= ?%)")
    for hit in prose_of(case).find(shape):
        yield told(hit.piece, *hit.span(), f"không quá {most:02d} chữ số sau dấu phẩy")


@about("SL05")
def small_counts_with_zero(case: Case) -> Iterator[Seen]:
    """02 viên chức; not "mức độ 3", "5 năm". A document that pads none of three or more has decided so."""
    padded, bare = 0, []
    never = parameters(case, "khong_them")
    for figure in figures_of(prose_of(case), _SMALL, _is_counting):
        counts = figure.token.kind is Kind.NUMBER and _counted(case, figure) and not figure.token.scale
        if counts and figure.token.text == figure.text and figure.token.unit not in never:
            if figure.text[0] == "0":
                padded += 1
                yield held(figure.piece.paragraph)
            else:
                bare.append(figure)
    if not padded and len(bare) >= int(parameter(case, "tu_may_cho")):
        first = bare[0]
        seen = f"«{first.text} {_counted(case, first)}» và {len(bare) - 1:02d} chỗ khác"
        look_at = "xem đơn vị có viết thêm số 0 trước số đếm dưới 10 không; cả văn bản viết một cách"
        yield unsure(first.piece.paragraph, seen, look_at)
        return
    for figure in bare:
        unit = _counted(case, figure)
        yield told(*figure[:3], f"«0{figure.text} {unit}»", seen=f"«{figure.text} {unit}»")


def _counted(case: Case, figure: Figure) -> str:
    """What a figure counts: its unit, or a noun of the rule's entry; "" for an ordinal."""
    if figure.token.unit:
        return figure.token.unit
    before = figure.piece.text[: figure.start].rstrip().lower()
    after = figure.piece.text[figure.end :].lstrip().lower()
    if before.endswith(parameters(case, "thu_tu")):
        return ""
    return next((noun for noun in parameters(case, "dem_duoc") if re.match(rf"{noun}(?!\w)", after)), "")
