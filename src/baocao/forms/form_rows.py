"""Sheets with an entry a row: the head of the report, figures, documents, texts."""

from __future__ import annotations

from baocao.errors import Where, finding
from baocao.forms.conventions import DOCUMENT_PARTS, Role
from baocao.forms.form_sheet import FormSheet
from baocao.forms.leaf import leaf
from baocao.forms.meta import cell_text
from baocao.forms.tree import put
from baocao.source.raw import Literal, RawValue

_MOST_NAMES = 5
"""Lost rows that are named; of more the number is told."""


def read_rows(form: FormSheet, entries: dict[str, RawValue], before: dict[str, RawValue]) -> None:
    """Put every entry of a sheet into the tree `entries`; last year's figures into `before`."""
    columns = {id_: column for id_, column in form.data_columns.items() if id_ != Role.BEFORE}
    first = Role.VALUE.value if Role.VALUE in columns else DOCUMENT_PARTS[0]
    former = form.data_columns.get(Role.BEFORE)
    rows = form.rows
    for id_ in form.made.rows:
        row = rows.get(id_)
        if row is None:
            put(entries, id_.split("."), RawValue(None, form.place, Literal.NULL))
        elif first in columns:
            put(entries, id_.split("."), leaf(form.cells(row, columns, first)))
        if row is not None and former is not None and form.filled(row, former):
            put(before, id_.split("."), form.cell(row, former))
    _check_rows(form)


def _check_rows(form: FormSheet) -> None:
    lost = [placed.label or id_ for id_, placed in form.made.rows.items() if id_ not in form.rows]
    if lost:
        names = ", ".join(f"«{label}»" for label in lost[:_MOST_NAMES])
        more = ", …" if len(lost) > _MOST_NAMES else ""
        form.findings.append(
            finding("bieu-mat-dong", form.place, so=f"{len(lost):02d}", cac_dong=names + more)
        )
    label = form.columns.get(Role.LABEL)
    if label is not None:
        for id_, row in form.rows.items():
            form.check_label(row, label, form.made.rows[id_], form.made.rows)
    known = frozenset(form.rows.values())
    form.check_areas(known)
    for row in range(_first_row(form), len(form.sheet.rows)):
        cell = form.filled_cell(row) if row not in known else None
        if cell is not None and not cell_text(form.sheet, row, 0):
            typed = cell_text(form.sheet, *cell)[:60]
            form.findings.append(finding("bieu-dong-la", _place(form, *cell), gia_tri=typed))


def _first_row(form: FormSheet) -> int:
    """The row below the headings: behind the one that calls a column of input by its name."""
    id_, column = next(iter(form.data_columns.items()), ("", 0))
    heading = form.made.columns[id_].label if id_ else ""
    for row in range(1, min(form.rows.values(), default=0)):
        if cell_text(form.sheet, row, column) == heading:
            return row + 1
    return min(form.rows.values(), default=len(form.sheet.rows))


def _place(form: FormSheet, row: int, column: int) -> Where:
    return form.sheet.where(row, column)
