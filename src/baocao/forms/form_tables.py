"""Sheets with tables that grow: lists, notes, and whatever the form has no cell for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import finding
from baocao.forms.conventions import EMPTY_LIST, HEAD_ROW, ID_COLUMN, TABLE_HEAD, Role, split_column
from baocao.forms.form_sheet import FormSheet
from baocao.forms.leaf import leaf
from baocao.forms.meta import cell_text
from baocao.forms.paths import Path, path_of
from baocao.forms.tree import put
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import is_nil

Fields = Mapping[str, Mapping[str, int]]
"""Of a list: field -> part -> column."""


def read_lists(form: FormSheet, figures: dict[str, RawValue]) -> None:
    """Put the lists of a sheet into the tree."""
    rows = _table_rows(form)
    for list_id, fields in _lists(form).items():
        put(figures, list_id.split("."), _list(form, fields, rows))
    _check_table(form, rows)


def _lists(form: FormSheet) -> dict[str, dict[str, dict[str, int]]]:
    found: dict[str, dict[str, dict[str, int]]] = {}
    for id_, column in form.columns.items():
        split = split_column(id_)
        if split:
            list_id, name, part = split
            found.setdefault(list_id, {}).setdefault(name, {})[part] = column
    return found


def _list(form: FormSheet, fields: Fields, rows: range) -> RawValue:
    columns = [column for parts in fields.values() for column in parts.values()]
    filled = [row for row in rows if any(form.filled(row, column) for column in columns)]
    where = form.sheet.where(rows.start, columns[0])
    if not filled:
        return RawValue(None, where, Literal.NULL)
    if len(filled) == 1:
        typed = [form.sheet.raw(filled[0], column) for column in columns if form.filled(filled[0], column)]
        if len(typed) == 1 and is_nil(typed[0].text):
            return typed[0]
    return RawValue(tuple(_row(form, fields, row) for row in filled), where, Literal.LIST)


def _row(form: FormSheet, fields: Fields, row: int) -> RawValue:
    entries = {name: leaf(form.cells(row, parts, next(iter(parts)))) for name, parts in fields.items()}
    first = next(iter(entries.values())).where
    return RawValue(entries, first, Literal.MAP)


def read_notes(form: FormSheet, top: dict[str, RawValue]) -> None:
    """Put the footnotes into the tree, by name."""
    rows = _table_rows(form)
    name_column, text_column = (form.columns.get(role) for role in (Role.NAME, Role.CONTENT))
    if name_column is None or text_column is None:
        return
    notes: dict[str, RawValue] = {}
    for row in rows:
        if form.filled_cell(row) is None:
            continue
        name, text = form.cell(row, name_column), form.cell(row, text_column)
        key = name.text.strip()
        if not key:
            form.findings.append(finding("bieu-chu-thich-thieu-ten", name.where))
        elif key in notes:
            first = notes[key].where.spot
            form.findings.append(finding("khoa-trung", name.where, khoa=key, lan_dau=first))
        else:
            notes[key] = text
    if notes:
        top["chu_thich"] = RawValue(notes, form.place, Literal.MAP)
    _check_table(form, rows)


def read_others(form: FormSheet) -> Iterator[tuple[Path, RawValue]]:
    """Path and value of everything the form has no cell for."""
    path_column, value_column = (form.columns.get(role) for role in (Role.PATH, Role.VALUE))
    if path_column is None or value_column is None:
        return
    rows = _table_rows(form)
    for row in rows:
        if form.filled_cell(row) is None:
            continue
        name, value = form.cell(row, path_column), form.cell(row, value_column)
        path = path_of(name.text)
        if path is None or isinstance(path[0], int):
            told = name.text.strip()[:60] or "…"
            form.findings.append(finding("bieu-duong-dan-sai", name.where, gia_tri=told))
        else:
            yield path, _plain(value)
    _check_table(form, rows)


def _plain(value: RawValue) -> RawValue:
    """The value of a cell of `Mục khác`."""
    return RawValue((), value.where, Literal.LIST) if value.text == EMPTY_LIST else value


def _table_rows(form: FormSheet) -> range:
    """The rows below the headings of a sheet's tables."""
    end = len(form.sheet.rows)
    for row in range(end):
        if cell_text(form.sheet, row, ID_COLUMN) == TABLE_HEAD:
            return range(row + 1, end)
    typed = cell_text(form.sheet, HEAD_ROW, ID_COLUMN)
    where = form.sheet.where(HEAD_ROW, ID_COLUMN)
    form.findings.append(finding("bieu-ma-sua", where, can=TABLE_HEAD, ma=typed[:60] or "…"))
    return range(HEAD_ROW + 1, end)


def _check_table(form: FormSheet, rows: range) -> None:
    for id_, column in form.data_columns.items():
        placed = form.made.columns.get(id_)
        if placed is not None:
            form.check_label(rows.start - 1, column, placed, form.made.columns)
    form.check_areas(rows)
    known = frozenset(form.columns.values())
    for column in range(ID_COLUMN + 1, form.sheet.width):
        if column in known:
            continue
        row = next((row for row in rows if form.filled(row, column)), None)
        if row is not None:
            where = form.sheet.where(row, column)
            form.findings.append(
                finding("bieu-cot-la", where, gia_tri=cell_text(form.sheet, row, column)[:60])
            )
