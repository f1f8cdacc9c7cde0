"""One value as typed -> the cells of a form that say the same; judged by reading them back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from baocao.errors import Where
from baocao.forms.conventions import DOCUMENT_PARTS, OPTIONS, SCALES, Role
from baocao.forms.leaf import leaf
from baocao.model.faults import Faults
from baocao.model.record import Hedge, Value
from baocao.model.values import read_value
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.source.raw import Literal, RawValue
from baocao.workbook.sheet import exact_text

Cell = str | Decimal
"""What is written in a cell: text as it stands, or a number."""

Cells = dict[str, Cell]
"""By column id: `Role`s, or the parts of a document."""

_POWERS = {"triệu": 6, "tỷ": 9, "nghìn": 3, "nghìn tỷ": 12}
_NOWHERE = Where()
_FIGURES = (Role.VALUE, Role.STATED)


def cells_of(raw: RawValue, indicator: Indicator, columns: Collection[str]) -> Cells | None:
    """The cells to write, among `columns`; None when no cells can say it, so that it stands in `Mục khác`."""
    wanted = judged(raw, indicator)
    for cells in _candidates(raw, indicator):
        if cells.keys() <= set(columns) and judged(raw_of(cells, columns), indicator) == wanted:
            return cells
    return None


def raw_of(cells: Mapping[str, Cell], columns: Collection[str]) -> RawValue:
    """What the reader makes of the cells."""
    return leaf({name: raw_cell(cells.get(name)) for name in columns})


def raw_cell(cell: Cell | None) -> RawValue:
    """A cell as it is read."""
    if isinstance(cell, Decimal):
        return RawValue(exact_text(float(cell)), _NOWHERE, Literal.EXACT)
    text = cell if cell and cell.strip() else None
    return RawValue(text, _NOWHERE, Literal.TEXT if text else Literal.NULL)


def number_cell(text: str) -> Decimal | None:
    """A number that Excel keeps exactly, of the text of an exact number; None for others."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return None
    kept = number.is_finite() and Decimal(exact_text(float(number))) == number
    return number if kept else None


def same(first: Value | None, second: Value | None) -> bool:
    """Whether two values say the same, wherever they stand."""
    return _bare(first) == _bare(second)


def _bare(value: Value | None) -> Value | None:
    if value is None:
        return None
    rows = tuple({name: _bare(item) for name, item in row.items()} for row in value.records)
    return replace(value, where=_NOWHERE, records=rows)  # type: ignore[arg-type]


def judged(raw: RawValue, indicator: Indicator) -> tuple[Value | None, tuple[str, ...]]:
    """The value a model reads, and the codes of what it finds."""
    faults = Faults()
    value = read_value(raw, indicator, _NOWHERE, faults)
    return _bare(value), tuple(item.code for item in faults.items)


def _candidates(raw: RawValue, indicator: Indicator) -> Iterator[Cells]:
    """Cells that may say the same, those that are best to work with first."""
    if indicator.kind is Kind.DOCUMENT:
        yield from _document(raw)
    elif raw.literal is not Literal.MAP:
        yield from _short(raw, indicator)
    elif indicator.kind is Kind.PERIOD and not {"gia_tri", "cong_bo"} & raw.children.keys():
        value, _ = judged(raw, indicator)
        if value is not None:
            yield {Role.VALUE: value.period}
    else:
        yield from _long(raw, indicator)


def _document(raw: RawValue) -> Iterator[Cells]:
    parts = {name: item for name, item in raw.children.items() if not item.blank}
    if parts.keys() <= set(DOCUMENT_PARTS) and all(item.text for item in parts.values()):
        yield {name: item.text for name, item in parts.items()}


def _short(raw: RawValue, indicator: Indicator) -> Iterator[Cells]:
    if raw.literal is Literal.LIST:
        return
    if indicator.kind in NUMERIC:
        value, _ = judged(raw, indicator)
        if value is not None and value.number is not None:
            yield from _number(value)
            if indicator.kind is Kind.MONEY and not value.scale:
                yield from (cells | {Role.SCALE: SCALES[0]} for cells in _number(value))
    if indicator.kind is Kind.YESNO:
        value, _ = judged(raw, indicator)
        if value is not None and value.yes is not None:
            yield {Role.VALUE: "có" if value.yes else "không"}
    number = number_cell(raw.text) if raw.literal is Literal.EXACT else None
    if number is not None:
        yield {Role.VALUE: number}
    yield {Role.VALUE: raw.text}


def _number(value: Value) -> Iterator[Cells]:
    """A figure as number, with total, unit and hedge in cells of their own."""
    amount = (value.number or Decimal(0)).scaleb(-_POWERS.get(value.scale, 0))
    cells: dict[str, Cell] = {Role.VALUE: amount}
    if value.scale:
        cells[Role.SCALE] = f"{value.scale} đồng"
    if value.hedge is not Hedge.NONE:
        cells[Role.HEDGE] = value.hedge.value
    pair: Cells = {} if value.of is None else {Role.TOTAL: value.of}
    for extra in ({}, pair):
        yield cells | extra
        if value.decimals is not None:
            yield cells | extra | {Role.DECIMALS: Decimal(value.decimals)}


def _long(raw: RawValue, indicator: Indicator) -> Iterator[Cells]:
    """The long form: the figure as in the short form, every other entry in the column of its name."""
    entries = {name: item for name, item in raw.children.items() if not item.blank}
    options = {name: item.text for name, item in entries.items() if name not in _FIGURES}
    given = [name for name in _FIGURES if name in entries]
    if not options.keys() <= set(OPTIONS) or not all(options.values()) or len(given) > 1:
        return
    others: Cells = {
        name: Decimal(text) if name == Role.DECIMALS and text.isdecimal() else text
        for name, text in options.items()
    }
    if not given:
        yield others
        return
    name = given[0]
    if entries[name].literal in (Literal.MAP, Literal.LIST):
        return
    for cells in _short(entries[name], indicator):
        moved = {name if key == Role.VALUE else key: cell for key, cell in cells.items()}
        if not moved.keys() & others.keys():
            yield moved | others
