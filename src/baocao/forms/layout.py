"""The one cell map of a form: a pack's catalogue laid out on sheets (see `baocao.forms.conventions`)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from baocao.forms.conventions import (
    CHECKS_NAME,
    DOCUMENT_PARTS,
    FIRST_ROW,
    GUIDE_NAME,
    PAIRED,
    Role,
    SheetKind,
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
from baocao.forms.list_sheets import list_sheets
from baocao.forms.sheets import (
    ON_FIGURES,
    Column,
    FormSheet,
    Row,
    group_label,
    groups_of,
    of_group,
    short_label,
)
from baocao.packs.catalogue import Indicator, Kind, list_field
from baocao.packs.pack import Pack


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
    groups = groups_of(pack)
    sheets = _own_names(
        FormSheet(SheetKind.HEAD, "Chung", "Thông tin chung của báo cáo", _columns(HEAD_COLUMNS), head),
        *(sheet for group in groups for sheet in _figures(pack, group)),
        *_documents(pack),
        *_texts(pack),
        *list_sheets(pack),
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


def _figures(pack: Pack, group: str) -> Iterator[FormSheet]:
    found = of_group(pack, group, ON_FIGURES)
    if not found:
        return
    kinds = {item.kind for item in found}
    leave = [] if kinds & PAIRED else [Role.TOTAL]
    leave += [] if Kind.MONEY in kinds else [Role.SCALE]
    label = group_label(pack, group)
    rows = _with_headings(pack, found, group)
    yield FormSheet(
        SheetKind.FIGURES, sheet_name(short_label(pack, group)), label, _columns(FIGURE_COLUMNS, leave), rows
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
