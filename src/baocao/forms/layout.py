"""The one cell map of a form: a pack's catalogue laid out on sheets (see `baocao.forms.conventions`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from baocao.forms.conventions import (
    CHECKS_NAME,
    DOCUMENT_PARTS,
    FIRST_ROW,
    GUIDE_NAME,
    PAIRED,
    Role,
    SheetKind,
    split_column,
)
from baocao.forms.headings import (
    DOCUMENT_LABELS,
    FIGURE_COLUMNS,
    HEAD_COLUMNS,
    HEAD_LABELS,
    MOST_LETTERS,
    NOTE_COLUMNS,
    OTHER_COLUMNS,
    TEXT_COLUMNS,
    sheet_name,
)
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, list_field
from baocao.packs.pack import Pack

_ON_FIGURES = NUMERIC | {Kind.DATE, Kind.PERIOD, Kind.YESNO}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its id as in row 1, and its heading."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry, or with `id` "" a heading between entries. indicator: None on `Chung`."""

    id: str
    label: str
    indicator: Indicator | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A list's table: its first column (from 0) and its columns."""

    indicator: Indicator
    first: int
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A sheet of data. columns[0] is column A; rows stand from FIRST_ROW on. tables: of lists."""

    kind: SheetKind
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...] = ()
    tables: tuple[Table, ...] = ()

    def column(self, id_: str) -> int:
        """The number of a column, from 0; -1 when the sheet has none of that id."""
        return next((number for number, item in enumerate(self.columns) if item.id == id_), -1)


@dataclass(frozen=True, slots=True)
class Layout:
    """Every sheet with data of a form, in order, and where each indicator is typed."""

    pack: Pack
    sheets: tuple[FormSheet, ...]
    places: dict[str, tuple[FormSheet, int]] = field(default_factory=dict)

    def sheet(self, kind: SheetKind) -> FormSheet | None:
        """The first sheet of a kind."""
        return next((item for item in self.sheets if item.kind is kind), None)


_PERIOD_KEYS = ("ky.den_nam", "ky.quy", "ky.thang", "ky.so")


def layout(
    pack: Pack, period: Iterable[str] = ("loai", "nam"), leave: Collection[str] = frozenset()
) -> Layout:
    """The cell map of a pack. period: the entries of `ky` that the form's period has.

    leave: indicators, and fields of lists ("<list>[].<field>"), that the form has no cells for.
    """
    pack = _asked(pack, leave)
    given = {f"ky.{name}" for name in period}
    head = tuple(
        Row(id_, label) for id_, label in HEAD_LABELS.items() if id_ not in _PERIOD_KEYS or id_ in given
    )
    groups = _groups(pack)
    sheets = _own_names(
        FormSheet(SheetKind.HEAD, "Chung", "Thông tin chung của báo cáo", _columns(HEAD_COLUMNS), head),
        *(sheet for group in groups for sheet in _figures(pack, group)),
        *_documents(pack),
        *_texts(pack),
        *_list_sheets(pack),
        FormSheet(SheetKind.NOTES, "Chú thích", "Chú thích cuối trang", _columns(NOTE_COLUMNS)),
        FormSheet(SheetKind.OTHERS, "Mục khác", "Mục khác", _columns(OTHER_COLUMNS)),
    )
    places = {
        row.id: (sheet, FIRST_ROW + number)
        for sheet in sheets
        for number, row in enumerate(sheet.rows)
        if row.id
    }
    return Layout(pack, sheets, places)


def _asked(pack: Pack, leave: Collection[str]) -> Pack:
    """The pack without what is left out; a list without fields is left out, too."""
    if not leave:
        return pack
    kept = {}
    for one in pack.catalogue:
        fields = tuple(item for item in one.fields if f"{one.id}[].{item.id}" not in leave)
        if one.id not in leave and (fields or not one.fields):
            kept[one.id] = one if len(fields) == len(one.fields) else replace(one, fields=fields)
    checks = tuple(
        check
        for check in pack.catalogue.checks
        if {check.list or list_field(item)[0] for item in (*check.left, *check.right)} <= kept.keys()
    )
    return replace(pack, catalogue=replace(pack.catalogue, indicators=kept, checks=checks))


def list_columns(indicator: Indicator) -> tuple[Column, ...]:
    """The columns of a list's table."""
    beside = [item.kind for item in indicator.fields if item.kind in _BESIDE]
    alone = {kind for kind in beside if beside.count(kind) == 1}
    return tuple(column for item in indicator.fields for column in _field_columns(indicator.id, item, alone))


def meta_rows(form: Layout, facts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The rows of `_baocao`. facts: name and value (`goi`, `phien_ban`, `dang`, `loai_ky`, `ky`, `don_vi`).

    Then of every sheet ("trang", name, kind), ("cot", name, column, id, heading) and
    ("dong", name, row, id, label), the column and the row as numbers from 1. By the labels the reader sees
    that cells were moved without their ids.
    """
    yield from facts
    for sheet in form.sheets:
        yield "trang", sheet.name, sheet.kind.value
        for number, column in enumerate(sheet.columns, 1):
            if column.id:
                yield "cot", sheet.name, str(number), column.id, column.label
        for number, row in enumerate(sheet.rows, FIRST_ROW + 1):
            if row.id:
                yield "dong", sheet.name, str(number), row.id, row.label


def _columns(labels: dict[Role, str], leave: Iterable[Role] = ()) -> tuple[Column, ...]:
    left = frozenset(leave)
    return tuple(Column(role.value, label) for role, label in labels.items() if role not in left)


def _groups(pack: Pack) -> tuple[str, ...]:
    """First names of the ids of figures and lists, in the catalogue's order."""
    tabled = _ON_FIGURES | {Kind.LIST}
    return tuple(dict.fromkeys(item.id.split(".")[0] for item in pack.catalogue if item.kind in tabled))


def _of(pack: Pack, group: str, kinds: Iterable[Kind]) -> list[Indicator]:
    wanted = frozenset(kinds)
    return [item for item in pack.catalogue if item.id.split(".")[0] == group and item.kind in wanted]


def _group_label(pack: Pack, group: str) -> str:
    return pack.catalogue.groups.get(group) or (
        pack.catalogue[group].label if group in pack.catalogue else group
    )


def _short(pack: Pack, group: str) -> str:
    return pack.catalogue.short.get(group) or _group_label(pack, group)


def _figures(pack: Pack, group: str) -> Iterator[FormSheet]:
    found = _of(pack, group, _ON_FIGURES)
    if not found:
        return
    kinds = {item.kind for item in found}
    leave = [] if kinds & PAIRED else [Role.TOTAL]
    leave += [] if Kind.MONEY in kinds else [Role.SCALE]
    label = _group_label(pack, group)
    rows = _with_headings(pack, found, group)
    yield FormSheet(
        SheetKind.FIGURES, sheet_name(_short(pack, group)), label, _columns(FIGURE_COLUMNS, leave), rows
    )


def _with_headings(pack: Pack, found: Iterable[Indicator], outer: str) -> tuple[Row, ...]:
    """A heading wherever another labelled group begins, save the sheet's own at its beginning."""
    rows: list[Row] = []
    current = outer
    for item in found:
        if item.group != current:
            current = item.group
            rows.append(Row("", pack.catalogue.groups.get(current, item.label)))
        rows.append(Row(item.id, item.label, item))
    return tuple(rows)


def _documents(pack: Pack) -> Iterator[FormSheet]:
    found = [item for item in pack.catalogue if item.kind is Kind.DOCUMENT]
    if found:
        columns = (
            *(Column(role.value, TEXT_COLUMNS[role]) for role in (Role.ID, Role.NUMBER)),
            Column(Role.LABEL.value, "Văn bản cần nêu"),
            *(Column(name, DOCUMENT_LABELS[name]) for name in DOCUMENT_PARTS),
            Column(Role.EXPLANATION.value, "Giải thích"),
        )
        rows = _with_headings(pack, found, "")
        yield FormSheet(SheetKind.DOCUMENTS, "Văn bản", "Văn bản được nêu trong báo cáo", columns, rows)


def _texts(pack: Pack) -> Iterator[FormSheet]:
    found = [item for item in pack.catalogue if item.kind is Kind.TEXT]
    if found:
        roles = (Role.ID, Role.NUMBER, Role.LABEL, Role.VALUE, Role.EXPLANATION)
        columns = tuple(Column(role.value, TEXT_COLUMNS[role]) for role in roles)
        rows = _with_headings(pack, found, "")
        yield FormSheet(SheetKind.TEXTS, "Lời văn", "Lời văn của báo cáo", columns, rows)


_FEW, _TOGETHER = 2, 5
"""Groups of so few lists stand together on a sheet, of so many lists at most."""


def _list_sheets(pack: Pack) -> Iterator[FormSheet]:
    """A sheet for the lists of a group; groups of few lists that follow one another share one."""
    shared: list[str] = []
    count = 0
    for group in _groups(pack):
        lists = len(_of(pack, group, (Kind.LIST,)))
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
    for item in (one for group in groups for one in _of(pack, group, (Kind.LIST,))):
        if tables:
            columns.append(Column("", ""))  # a free column between two tables
        tables.append(Table(item, len(columns), list_columns(item)))
        columns += tables[-1].columns
    label = "; ".join(_group_label(pack, group) for group in groups)
    names = [_short(pack, group) for group in groups]
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


def _own_names(*sheets: FormSheet) -> tuple[FormSheet, ...]:
    """The sheets, those that would have the name of another (capitals do not count) with a number behind."""
    seen = {GUIDE_NAME.lower(), CHECKS_NAME.lower()}
    named = []
    for sheet in sheets:
        name, number = sheet.name, 1
        while name.lower() in seen:
            number += 1
            name = f"{sheet.name[: MOST_LETTERS - 3]} {number}"
        seen.add(name.lower())
        named.append(replace(sheet, name=name))
    return tuple(named)


def table_cells(columns: Sequence[Column], list_id: str) -> dict[str, dict[str, int]]:
    """Field -> part -> number of the column, of one list among the columns of a sheet."""
    found: dict[str, dict[str, int]] = {}
    for number, column in enumerate(columns):
        split = split_column(column.id)
        if split and split[0] == list_id:
            found.setdefault(split[1], {})[split[2]] = number
    return found
