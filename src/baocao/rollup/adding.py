"""Adding up values of several units. Order and grouping of the units never change the result.

A blank is no figure and is left out; "không phát sinh" counts as 0 and stays only when nobody has a number.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce

from baocao.model.record import Hedge, StyledDate, Value
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, RollUp
from baocao.rollup.member import Member, Row, bare
from baocao.vietnamese.text import nfc, sort_key

ADDABLE = frozenset({Kind.COUNT, Kind.MONEY, Kind.POINTS})
WHOSE = "don_vi"
"""The field of a joined list that tells whose row it is."""
NEXT = "noi"
"""The field with the word that leads to the next row of the same unit."""

_SCALES = ("", "nghìn", "triệu", "tỷ", "nghìn tỷ")
Window = tuple[StyledDate | None, StyledDate | None]


def add(values: Iterable[Value]) -> Value | None:
    """The sum of those that have a number or say "không phát sinh"; None when there is none.

    Hedges join: "hơn" and "trên" to "trên", any other two to "khoảng". Money keeps its smallest unit, a
    window of days stays when all have the same.
    """
    given = [value for value in values if value.nil or value.number is not None]
    if not given:
        return None
    numbers = [value for value in given if value.number is not None]
    window = same_window(given)
    if not numbers:
        return Value(nil=True, window=window)
    return Value(
        number=sum((value.number for value in numbers if value.number is not None), Decimal(0)),
        hedge=reduce(join_hedges, (value.hedge for value in numbers)),
        scale=min((value.scale for value in numbers), key=_SCALES.index),
        window=window,
    )


def join_hedges(one: Hedge, other: Hedge) -> Hedge:
    """The least that is true of a sum: lower bounds stay one, an upper with a lower bound is only about."""
    both = {one, other} - {Hedge.NONE}
    if len(both) < 2:
        return next(iter(both), Hedge.NONE)
    return Hedge.OVER if both == {Hedge.OVER, Hedge.MORE} else Hedge.ABOUT


def same_window(values: Sequence[Value]) -> Window:
    """The window of days that all the values share; none when one has another."""
    if len({_days(value) for value in values}) > 1:
        return None, None
    start, end = values[0].window
    return start and StyledDate(start.day), end and StyledDate(end.day)


def _days(value: Value) -> tuple[dt.date | None, ...]:
    return tuple(edge.day if edge else None for edge in value.window)


def adds_up(indicator: Indicator) -> bool:
    """Whether the roll-up gives a figure or list for the indicator."""
    if indicator.kind is Kind.LIST:
        return indicator.rollup in (RollUp.SUM, RollUp.JOIN)
    return indicator.kind in ADDABLE and indicator.rollup is RollUp.SUM


def is_for_reading(indicator: Indicator) -> bool:
    """Whether what a unit writes there is kept apart: texts, and lists of texts that are not joined."""
    if indicator.kind is Kind.TEXT:
        return indicator.rollup is RollUp.JOIN
    texts = all(field.kind in (Kind.TEXT, Kind.YESNO) for field in indicator.fields)
    return indicator.kind is Kind.LIST and indicator.rollup is RollUp.LEAVE and texts


def words_of(indicator: Indicator, value: Value) -> tuple[str, ...]:
    """What a value says for reading: the text, or the first text of each row."""
    if indicator.kind is Kind.TEXT:
        return (value.text,) if value.text else ()
    first = next(field.id for field in indicator.fields if field.kind is Kind.TEXT)
    return tuple(row[first].text for row in value.records if first in row)


def total_of(indicator: Indicator, members: Iterable[Member]) -> Value | None:
    """What the roll-up gives for an indicator; None when it is not added up, or nobody has it."""
    having = [(one, one.values[indicator.id]) for one in members if indicator.id in one.values]
    if not having or not adds_up(indicator):
        return None
    if indicator.kind is Kind.LIST:
        return _list_of(indicator, having)
    return add(value for _, value in having)


def _list_of(list_: Indicator, having: Sequence[tuple[Member, Value]]) -> Value | None:
    rows = summed_rows(list_, having) if list_.rollup is RollUp.SUM else joined_rows(list_, having)
    if rows:
        return Value(records=rows)
    return Value(nil=True) if any(value.nil for _, value in having) else None


def joined_rows(list_: Indicator, having: Sequence[tuple[Member, Value]]) -> tuple[Row, ...]:
    """The rows of all, each with its unit's name where the list has a place for it; what several units say in
    the same words stands once, with all their names and their counts added up.
    """
    if not any(field.id == WHOSE for field in list_.fields):
        return tuple(row for _, value in having for row in value.records)
    groups: dict[object, list[Row]] = {}
    for one, value in having:
        for row in value.records:
            named = {**row, WHOSE: row.get(WHOSE, Value(text=one.name))}
            groups.setdefault(_wording(list_, row) or (len(groups), ""), []).append(named)
    return tuple(_joined(list_, rows) for rows in groups.values())


def _wording(list_: Indicator, row: Row) -> tuple[object, ...] | None:
    """What a row says beside its counts; None when it has no words."""
    said = tuple(
        _plain(row[one.id]) if one.id in row else None
        for one in list_.fields
        if one.id not in (WHOSE, NEXT) and not _counts(one)
    )
    return (
        said if any(row[one.id].text for one in list_.fields if one.id in row and one.id != WHOSE) else None
    )


def _joined(list_: Indicator, rows: Sequence[Row]) -> Row:
    """Rows of the same words as one, in the spelling most use, with the sums of the counts and all the units;
    those that give no count stand apart, after a semicolon.
    """
    if len(rows) == 1:
        return rows[0]
    counting = [row for row in rows if any(one.id in row for one in list_.fields if _counts(one))]
    others = [row for row in rows if row not in counting]
    units = [", ".join(dict.fromkeys(row[WHOSE].text for row in some)) for some in (counting, others) if some]
    sums = {
        one.id: total
        for one in list_.fields
        if _counts(one) and (total := add(row[one.id] for row in rows if one.id in row)) is not None
    }
    spelled = {
        one.id: usual_spelling(row[one.id] for row in rows if one.id in row)
        for one in list_.fields
        if one.id in rows[0] and rows[0][one.id].text and one.id != NEXT
    }
    return {**rows[0], **spelled, **sums, WHOSE: Value(text="; ".join(units))}


def _counts(one: Indicator) -> bool:
    return one.kind in (Kind.COUNT, Kind.MONEY) and _adds(one)


def summed_rows(list_: Indicator, having: Sequence[tuple[Member, Value]]) -> tuple[Row, ...]:
    """Rows of equal texts added up, in the Vietnamese order of their first text."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for _, value in having:
        for row in value.records:
            groups.setdefault(row_key(list_, row), []).append(row)
    rows = (_sum_of(list_, rows) for rows in groups.values())
    return tuple(sorted(rows, key=lambda row: tuple(sort_key(cell.text) for cell in row.values())))


def row_key(list_: Indicator, row: Row) -> tuple[object, ...]:
    """What tells a row from others. Capitals, spaces, punctuation and the place of a tone mark (hòa, hoà) do
    not count; letters, tones, numbers and signs ("+", "%") do.
    """
    return tuple(_plain(row[field.id]) if field.id in row else None for field in telling(list_))


def telling(list_: Indicator) -> Iterator[Indicator]:
    """The fields that tell one row from another."""
    return (
        one
        for one in list_.fields
        if one.kind not in NUMERIC and one.rollup is RollUp.JOIN and one.id != WHOSE
    )


def _plain(value: Value) -> object:
    if not value.text:
        return bare(value)
    signs = "".join(char for char in nfc(value.text) if unicodedata.category(char).startswith("S"))
    return sort_key(value.text)[0] or value.text, signs


def usual_spelling(cells: Iterable[Value]) -> Value:
    """Of several spellings of one text that of most; of equally many no capitals alone, then the first in the
    Vietnamese order, whichever came first.
    """
    counted = Counter(replace(bare(cell), text=" ".join(nfc(cell.text).split())) for cell in cells)
    return min(counted, key=lambda cell: (-counted[cell], cell.text.isupper(), sort_key(cell.text)))


def _sum_of(list_: Indicator, rows: Sequence[Row]) -> Row:
    """One row made of several: the texts as most would write them, the numbers added up."""
    made: dict[str, Value] = {}
    for one in telling(list_):
        cells = [row[one.id] for row in rows if one.id in row]
        if cells:
            made[one.id] = usual_spelling(cells) if cells[0].text else bare(cells[0])
    for one in list_.fields:
        total = add(row[one.id] for row in rows if one.id in row) if _adds(one) else None
        if total is not None:
            made[one.id] = total
    return made


def _adds(one: Indicator) -> bool:
    return one.kind in ADDABLE and one.rollup is RollUp.SUM
