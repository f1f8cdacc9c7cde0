"""Tables of figures as rows and columns: which rows are sums, which stand under others, what columns have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from baocao.audit.document import Passage, PassageKind
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure, Figures
from baocao.audit.scanning.kinds import Kind
from baocao.audit.scanning.vocabulary import vocabulary
from baocao.vietnamese.text import nfc

_FILE = "bang.yaml"
_MINUS = ("-", "−", "–")
_SIGN = re.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?")
_MARKS = (
    (0, re.compile(r"[A-HĐ]\.?")),
    (1, re.compile(r"[IVX]{1,5}\.?")),
    (2, re.compile(r"\d{1,3}[.)]?")),
    (3, re.compile(r"\d{1,3}\.\d{1,3}\.?")),
    (4, re.compile(r"\d{1,3}(?:\.\d{1,3}){2,4}\.?")),
    (5, re.compile(r"[a-zđ][.)]?")),
    (6, re.compile(r"[-+–•*]")),
)
_LABEL_MARK = re.compile(
    r"(?P<mark>(?:[A-HĐ]|[IVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,4}|[a-zđ])(?=[.)])|[-+–•*])[.)]?\s"
)
TOP, PLAIN = -1, 2
"""The level of a row of sums, and of a row without any mark."""
_WORD = re.compile(r"[^\W\d_]+|%|\d+|[-+/]")


@dataclass(slots=True)
class Row:
    """A row below the headers. level: the smaller, the higher; cells: figure by column, None for other words.

    A column without an entry is blank. label: its words in small letters. subset: it tells only a part.
    unit: what the cell for the unit of the row says, small letters; "" without one.
    """

    number: int
    is_total: bool
    level: int
    label: tuple[str, ...]
    subset: bool
    unit: str = ""
    cells: dict[int, Figure | None] = field(default_factory=dict)

    def figure(self, column: int) -> Figure | None:
        """The figure in a column, None when the cell has none."""
        return self.cells.get(column)


@dataclass(slots=True)
class Grid:
    """A table. headers: the words of the header rows over each column, small letters, top first.

    formulas: what a row that numbers the columns says of a column: "(3)=(1)/(2)". numbers: the column that
    each of its numbers stands over. total: the one row of sums; None without one or with several.
    counts_once: whether the remark under the table says that a total counts once what several rows count.
    """

    rows: list[Row]
    headers: dict[int, tuple[tuple[str, ...], ...]]
    formulas: dict[int, str]
    numbers: dict[str, int]
    total: Row | None = None
    counts_once: bool = False

    def columns(self) -> list[int]:
        """The columns with figures that count something, left to right; not those that number the rows."""
        lists = phrase_lists(_FILE)
        return [
            column
            for column in sorted({column for row in self.rows for column in row.cells})
            if self._has_figures(column)
            and not lists["so_thu_tu"].starts(self.last_header(column), 0)
            and not self._numbers_rows(column)
        ]

    def _numbers_rows(self, column: int) -> bool:
        """Whether it counts 1, 2, 3 … down the first column."""
        values = [figure.quantity.value for row in self.rows if (figure := row.figure(column))]
        return column == 1 and all(after - before == 1 for before, after in pairwise(values))

    def _has_figures(self, column: int) -> bool:
        told = [row.cells[column] for row in self.rows if column in row.cells]
        return sum(figure is not None for figure in told) * 2 > len(told)

    def last_header(self, column: int) -> tuple[str, ...]:
        """The words of the header nearest to the figures of a column."""
        headers = self.headers.get(column, ())
        return headers[-1] if headers else ()

    def is_rate(self, column: int) -> bool:
        """Whether a column has percentages."""
        figures = [figure for row in self.rows if (figure := row.figure(column))]
        if figures and all(figure.token.kind is Kind.PERCENT for figure in figures):
            return True
        words = self.last_header(column)
        return phrase_lists(_FILE)["ty_le"].within(words, 0, len(words))

    def adds(self, column: int) -> bool:
        """Whether the figures of a column can be added."""
        words = self.last_header(column)
        named = phrase_lists(_FILE)["khong_cong"].within(words, 0, len(words))
        return not named and not self.is_rate(column) and not self._is_per_unit(column, words)

    def _is_per_unit(self, column: int, words: Sequence[str]) -> bool:
        """Whether a header has a unit like "tạ/ha" over cells that are no fractions."""
        per = phrase_lists(_FILE)["moi_mot"]
        if not any(word == "/" and per.starts(words, at + 1) for at, word in enumerate(words)):
            return False
        figures = [figure for row in self.rows if (figure := row.figure(column))]
        return not all(figure.is_ratio for figure in figures)

    def is_sum(self, column: int) -> bool:
        """Whether its header names a total."""
        words = self.last_header(column)
        return phrase_lists(_FILE)["tong"].starts(words, 0) > 0


def grids(figures: Figures) -> Iterator[Grid]:
    """The tables of a document in order."""
    places: dict[int, list[int]] = {}
    for place, passage in enumerate(figures.document.passages):
        if passage.kind is PassageKind.CELL and passage.table is not None:
            places.setdefault(passage.table.table, []).append(place)
    for cells in places.values():
        yield _grid(figures, cells)


def _grid(figures: Figures, places: Sequence[int]) -> Grid:
    by_row: dict[int, list[int]] = {}
    headers: dict[int, tuple[tuple[str, ...], ...]] = {}
    for place in places:
        cell = figures.document.passages[place].table
        assert cell is not None
        by_row.setdefault(cell.row, []).append(place)
        if cell.headers:
            headers.setdefault(cell.column, tuple(map(_words, cell.headers)))
    grid = Grid([], headers, {}, {})
    units = phrase_lists(_FILE)["don_vi_tinh"]
    unit_columns = {column for column in headers if units.starts(grid.last_header(column), 0)}
    for number, cells in by_row.items():
        passages = [figures.document.passages[place] for place in cells]
        if _numbers_columns(passages):
            _take_signs(grid, passages)
        elif any(passage.table and passage.table.headers for passage in passages) or not headers:
            grid.rows.append(_row(figures, number, cells, unit_columns))
    sums = [row for row in grid.rows if row.is_total]
    grid.total = sums[0] if len(sums) == 1 else None
    grid.counts_once = _counts_once(figures, places[-1] + 1)
    return grid


def _counts_once(figures: Figures, place: int) -> bool:
    """Whether right under a table stands a remark ("Ghi chú: …") that something is counted once."""
    below = figures.document.passages[place : place + 1]
    if not below or below[0].kind not in (PassageKind.BODY, PassageKind.NOTE):
        return False
    words, lists = _words(below[0].text), phrase_lists(_FILE)
    told = any(lists["tinh_mot_lan"].starts(words, at) for at in range(len(words)))
    return told and lists["ghi_chu"].starts(words, 0) > 0


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(nfc(text).lower()))


def _numbers_columns(passages: Sequence[Passage]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)=(1)/(2), one after the other."""
    texts = [passage.text for passage in passages if passage.text]
    if len(texts) < 3 or not all(map(_SIGN.fullmatch, texts)):
        return False
    numbers = [int(found[0]) for text in texts if (found := re.search(r"\d+", text))]
    return all(after - before == 1 for before, after in pairwise(numbers))


def _take_signs(grid: Grid, passages: Sequence[Passage]) -> None:
    for passage in passages:
        assert passage.table is not None
        number = re.match(r"\(?([\dA-ZĐ]{1,2})\)?", passage.text)
        if number:
            grid.numbers.setdefault(number[1], passage.table.column)
        if "=" in passage.text:
            grid.formulas.setdefault(passage.table.column, passage.text.split("=", 1)[1])


def _row(figures: Figures, number: int, places: Sequence[int], unit_columns: Collection[int]) -> Row:
    passages = {place: figures.document.passages[place] for place in places}
    first = next(iter(passages.values()))
    assert first.table is not None
    label = next((passage.text for passage in passages.values() if _is_label(passage.text)), "")
    level = TOP if first.table.is_total else _level(first.text, label)
    words = _words(label)
    subset = phrase_lists(_FILE)["trong_do"].starts(words, 0) > 0 or words[1:3] == ("trong", "đó")
    row = Row(number, first.table.is_total, level, words, subset)
    for place, passage in passages.items():
        assert passage.table is not None
        column = passage.table.column
        if column in unit_columns:
            row.unit = passage.text.lower()
        if passage.text.strip("-–… "):
            row.cells[column] = None if column in row.cells else _only_figure(figures, place, passage)
    return row


def _is_label(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 1 and not re.fullmatch(r"[IVX]{1,5}\.?", text)


def _level(first: str, label: str) -> int:
    """How deep a row stands, told by the mark in its first cell or in front of its name."""
    mark = first
    if first == label:
        found = _LABEL_MARK.match(label)
        mark = found["mark"] if found else ""
    return next((level for level, shape in _MARKS if shape.fullmatch(mark)), PLAIN)


def _only_figure(figures: Figures, place: int, passage: Passage) -> Figure | None:
    """The figure of a cell that holds nothing else but its unit and its sign ("-575", "+9")."""
    found = list(figures.in_passage(place))
    if len(found) != 1:
        return None
    spot = found[0].quantity.spot
    left = f"{passage.text[: spot.start]}\n{passage.text[spot.end :]}".strip(" .()\n").lower()
    if not left.removeprefix("+") or left in vocabulary().units:
        return found[0]
    falls = left in _MINUS and passage.text[spot.start - 1] in _MINUS
    return (
        replace(found[0], quantity=replace(found[0].quantity, value=-found[0].quantity.value))
        if falls
        else None
    )
