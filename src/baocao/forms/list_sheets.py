"""The sheets of lists, and which columns a list's table has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from baocao.forms.conventions import DOCUMENT_PARTS, Role, SheetKind, split_column
from baocao.forms.headings import DOCUMENT_LABELS, MOST_LETTERS, sheet_name
from baocao.forms.sheets import Column, FormSheet, Table, group_label, groups_of, of_group, short_label
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.pack import Pack

_FEW, _TOGETHER = 2, 5
"""Groups of so few lists stand together on a sheet, of so many lists at most."""


def list_sheets(pack: Pack) -> Iterator[FormSheet]:
    """A sheet for the lists of a group; groups of few lists that follow one another share one."""
    shared: list[str] = []
    count = 0
    for group in groups_of(pack):
        lists = len(of_group(pack, group, (Kind.LIST,)))
        if shared and lists and (lists > _FEW or count + lists > _TOGETHER):
            yield _lists(pack, shared)
            shared, count = [], 0
        if lists > _FEW:
            yield _lists(pack, [group])
        elif lists:
            shared.append(group)
            count += lists
    if shared:
        yield _lists(pack, shared)


def _lists(pack: Pack, groups: Sequence[str]) -> FormSheet:
    columns: list[Column] = [Column(Role.ID.value, "Mã")]
    tables: list[Table] = []
    for item in (one for group in groups for one in of_group(pack, group, (Kind.LIST,))):
        if tables:
            columns.append(Column("", ""))  # a free column between two tables
        tables.append(Table(item, len(columns), list_columns(item)))
        columns += tables[-1].columns
    label = "; ".join(group_label(pack, group) for group in groups)
    names = [short_label(pack, group) for group in groups]
    full = f"Bảng – {', '.join(names)}"
    name = full if len(full) <= MOST_LETTERS or len(names) == 1 else f"Bảng – {names[0]} … {names[-1]}"
    return FormSheet(
        SheetKind.LISTS, sheet_name(name), f"Danh sách: {label}", tuple(columns), (), tuple(tables)
    )


_BESIDE = {Kind.RANK: "Trên tổng số", Kind.POINTS: "Điểm tối đa", Kind.MONEY: "Đơn vị tiền"}
"""The heading of a field's second column."""


def _field_columns(list_id: str, item: Indicator, alone: Collection[Kind]) -> Iterator[Column]:
    """alone: kinds that only one field of the list has, so that its second column needs no more words."""
    stem = f"{list_id}[].{item.id}"
    if item.kind is Kind.DOCUMENT:
        for part in DOCUMENT_PARTS:
            yield Column(f"{stem}.{part}", DOCUMENT_LABELS[part])
        return
    said = item.unit.lower() in item.label.lower()
    yield Column(stem, item.label if said or item.kind not in NUMERIC else f"{item.label} ({item.unit})")
    if item.kind in _BESIDE:
        part = Role.SCALE if item.kind is Kind.MONEY else Role.TOTAL
        words = _BESIDE[item.kind]
        yield Column(f"{stem}.{part}", words if item.kind in alone else f"{words} của «{item.label}»")


def list_columns(indicator: Indicator) -> tuple[Column, ...]:
    """The columns of a list's table."""
    beside = [item.kind for item in indicator.fields if item.kind in _BESIDE]
    alone = {kind for kind in beside if beside.count(kind) == 1}
    return tuple(column for item in indicator.fields for column in _field_columns(indicator.id, item, alone))


def table_cells(columns: Sequence[Column], list_id: str) -> dict[str, dict[str, int]]:
    """Field -> part -> number of the column, of one list among the columns of a sheet."""
    found: dict[str, dict[str, int]] = {}
    for number, column in enumerate(columns):
        split = split_column(column.id)
        if split and split[0] == list_id:
            found.setdefault(split[1], {})[split[2]] = number
    return found
