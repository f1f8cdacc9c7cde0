"""Rows of a table that are of one unit, and units of one name that are not: there is many a Xã Tân Phú."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from baocao.errors import Finding, finding
from baocao.mapping.columns import Columns
from baocao.mapping.own_entries import PROFILE
from baocao.mapping.unit_rows import UnitRows
from baocao.source.raw import RawValue
from baocao.vietnamese.unit_names import UnitNames, unit_key

MARKS = ("ma", "cap_tren", "dong_chu_quan")
"""Entries of a profile that tell units of one name apart, the best first: its code, the unit above."""
Mark = tuple[tuple[object, ...], ...]
_Key = tuple[object, Mark]


def mark_of(profile: RawValue) -> Mark:
    """What a profile says of `MARKS`, () where it says nothing; zeros in front do not count."""
    found = (profile.children.get(name) for name in MARKS)
    return tuple(() if raw is None else unit_key(raw.text) for raw in found)


class Namesakes:
    """The units of a table by their names and marks. named: each row of one with its name, from the top.
    own: the columns of the data file's own entries.

    units: name and row of each, from the top; one with several rows once.
    """

    def __init__(self, rows: UnitRows, named: Sequence[tuple[str, int]], own: Columns) -> None:
        self.rows = rows
        profile = own.items.get(PROFILE)
        columns = profile.items if isinstance(profile, Columns) else {}
        found = (columns.get(name, ()) for name in MARKS)
        self._columns = tuple(item if isinstance(item, tuple) else () for item in found)
        self._groups: dict[_Key, list[int]] = {}
        for name, row in named:
            self._groups.setdefault((unit_key(name), self.mark(row)), []).append(row)
        further = {row for group in self._groups.values() for row in group[1:]}
        self.units = tuple(item for item in named if item[1] not in further)

    def mark(self, row: int) -> Mark:
        """What a row says of `MARKS`; () where the table has no such column."""
        return tuple(unit_key(self._typed(row, place)) for place in range(len(MARKS)))

    @cached_property
    def _names(self) -> UnitNames[int]:
        return UnitNames(self.units)

    def rows_of(self, unit: str, mark: Mark) -> tuple[int, ...]:
        """The rows of a unit, whichever way its name is written; of several those that its mark fits."""
        rows = tuple(row for _, row in self._names.find(unit))
        fitting = tuple(row for row in rows if _fits(self.mark(row), mark)) if len(rows) > 1 else ()
        return fitting or rows

    def repeated(self) -> dict[int, Finding]:
        """The fault of every unit that has several rows, by its first row."""
        return {group[0]: self.rows.several(group) for group in self._groups.values() if len(group) > 1}

    def labels(self) -> Iterator[str]:
        """A name of its own for each unit: with its first mark behind it where several have the name."""
        count: dict[object, int] = {}
        for name, _ in self.units:
            count[unit_key(name)] = count.get(unit_key(name), 0) + 1
        for name, row in self.units:
            mark = next(filter(None, (self._typed(row, place) for place in range(len(MARKS)))), "")
            yield f"{name} ({mark})" if mark and count[unit_key(name)] > 1 else name

    def same_code(self) -> Iterator[Finding]:
        """Codes that several units have: a row copied and not changed."""
        codes: dict[object, list[int]] = {}
        for _, row in self.units:
            if code := self.mark(row)[0]:
                codes.setdefault(code, []).append(row)
        for several in (rows for rows in codes.values() if len(rows) > 1):
            names = ", ".join(f"«{self.rows.name(row)}» (dòng {row + 1})" for row in several)
            where = self.rows.grid.sheet.where(several[0], self._columns[0][0])
            yield finding("ma-nhieu-don-vi", where, ma=self._typed(several[0], 0), cac_don_vi=names)

    def code(self, row: int) -> str:
        """The code in a row as typed, "" without one."""
        return self._typed(row, 0)

    def _typed(self, row: int, place: int) -> str:
        return "".join(self.rows.grid.sheet.raw(row, column).text.strip() for column in self._columns[place])


def _fits(one: Mark, other: Mark) -> bool:
    """Whether two units of one name may be the same: what both say is the same, and both say something."""
    both = [(mine, its) for mine, its in zip(one, other, strict=True) if mine and its]
    return bool(both) and all(mine == its for mine, its in both)
