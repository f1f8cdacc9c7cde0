"""What is typed where a form is not read: beside its columns, and over its formulas."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.errors import finding
from baocao.forms.conventions import ID_COLUMN, Role
from baocao.forms.form_sheet import FormSheet
from baocao.forms.meta import cell_text
from baocao.workbook.book import cell_name, column_name


def tell_strange_columns(form: FormSheet, rows: Iterable[int]) -> None:
    """Report each column without an id that has something in these rows, once."""
    known = frozenset(form.columns.values())
    columns = [column for column in range(ID_COLUMN + 1, form.sheet.width) if column not in known]
    if not columns:
        return
    read = list(rows)
    for column in columns:
        row = next((row for row in read if form.filled(row, column)), None)
        if row is not None:
            where = form.sheet.where(row, column)
            typed = cell_text(form.sheet, row, column)[:60]
            form.findings.append(finding("bieu-cot-la", where, gia_tri=typed))


def tell_typed_over(form: FormSheet) -> None:
    """Report numbers typed over the formulas of the column that the form computes: they are not read."""
    column, typed = form.columns.get(Role.COMPUTED), form.columns.get(Role.VALUE)
    if column is None or typed is None:
        return
    constants = form.sheet.traits.constants(column_name(column))
    for row in sorted(form.rows.values()):
        if cell_name(row, column) in constants and form.filled(row, column):
            where = form.sheet.where(row, column)
            shown = cell_text(form.sheet, row, column)[:60]
            told = finding("bieu-go-de", where, gia_tri=shown, o=cell_name(row, typed))
            form.findings.append(told)
