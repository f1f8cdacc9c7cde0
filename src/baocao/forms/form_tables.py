"""Sheets with tables that grow: lists, notes, and whatever the form has no cell for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from baocao.errors import Where, finding
from baocao.forms.conventions import EMPTY_LIST, Role, split_column
from baocao.forms.extras import Extra
from baocao.forms.form_sheet import FormSheet
from baocao.forms.leaf import leaf
from baocao.forms.paths import path_of
from baocao.forms.strange import tell_strange_columns
from baocao.forms.tree import put
from baocao.source.raw import Literal, RawValue
from baocao.source.scalars import NOTE_NAME
from baocao.vietnamese.numbers import is_nil
from baocao.vietnamese.text import slug
from baocao.vietnamese.unit_names import is_total, tidy

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
    filled = [row for row in filled if not _adds_up(form, columns, row)]
    where = form.sheet.where(rows.start, columns[0])
    if not filled:
        return RawValue(None, where, Literal.NULL)
    if len(filled) == 1:
        typed = [form.sheet.raw(filled[0], column) for column in columns if form.filled(filled[0], column)]
        if len(typed) == 1 and is_nil(typed[0].text):
            return typed[0]
    return RawValue(tuple(_row(form, fields, row) for row in filled), where, Literal.LIST)


def _adds_up(form: FormSheet, columns: Sequence[int], row: int) -> bool:
    """Whether a row is the total of those above it, which is told: the program adds up by itself."""
    first = next(column for column in columns if form.filled(row, column))
    name = tidy(form.sheet.value(row, first))
    if is_total(name):
        form.findings.append(finding("bieu-dong-tong", form.sheet.where(row, first), ten=name))
    return is_total(name)


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
    places: dict[str, Where] = {}
    for row in rows:
        if form.filled_cell(row) is None:
            continue
        name, text = form.cell(row, name_column), form.cell(row, text_column)
        key = name.text.strip()
        if not key:
            form.findings.append(finding("bieu-chu-thich-thieu-ten", name.where))
        elif key in notes:
            form.findings.append(finding("khoa-trung", name.where, khoa=key, lan_dau=places[key].spot))
        else:
            notes[key], places[key] = text, name.where
            if not NOTE_NAME.fullmatch(key):
                better = slug(key).replace("-", "_")[:80] or "mo_hinh"
                told = finding("bieu-chu-thich-ten-sai", name.where, ten=key[:60], vi_du=better)
                form.findings.append(told)
    if notes:
        top["chu_thich"] = RawValue(notes, form.place, Literal.MAP)
    _check_table(form, rows)


def read_others(form: FormSheet) -> Iterator[Extra]:
    """Every line with what the form has no cell for."""
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
            yield Extra(path, _plain(value), name.where)
    _check_table(form, rows)


def _plain(value: RawValue) -> RawValue:
    """The value of a cell of `Mục khác`: a program writes there, numbers often as text."""
    if value.text == EMPTY_LIST:
        return RawValue((), value.where, Literal.LIST)
    return replace(value, written=True)


def _table_rows(form: FormSheet) -> range:
    """The rows below the headings of a sheet's tables."""
    return range(form.head_row + 1, len(form.sheet.rows))


def _check_table(form: FormSheet, rows: range) -> None:
    for id_, column in form.data_columns.items():
        placed = form.made.columns.get(id_)
        if placed is not None:
            form.check_label(rows.start - 1, column, placed, form.made.columns)
    form.check_areas(rows)
    tell_strange_columns(form, rows)
