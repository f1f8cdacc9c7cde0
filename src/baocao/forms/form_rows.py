"""Sheets with an entry a row: the head of the report, figures, documents, texts."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.errors import Finding, Where, finding
from baocao.forms.conventions import DOCUMENT_PARTS, SCALES, Role, SheetKind, split_column
from baocao.forms.form_sheet import FormSheet
from baocao.forms.leaf import leaf
from baocao.forms.meta import MadeSheet, cell_text
from baocao.forms.strange import tell_strange_columns, tell_typed_over
from baocao.forms.tree import put
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import parse_number, split_hedge

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
            cells = form.cells(row, columns, first)
            put(entries, id_.split("."), leaf(cells))
            if form.made.kind is SheetKind.FIGURES:
                form.findings += _words_beside(cells[first])
        if row is not None and former is not None and form.filled(row, former):
            put(before, id_.split("."), form.cell(row, former))
    _check_rows(form)


def lost_entries(made: MadeSheet, file: str, entries: dict[str, RawValue]) -> None:
    """The entries of a sheet that is gone, blank: what is missing is told at that sheet."""
    nothing = RawValue(None, Where(file, sheet=made.name), Literal.NULL)
    lists = {split[0] for id_ in made.columns if (split := split_column(id_))}
    for id_ in (*made.rows, *lists):
        put(entries, id_.split("."), nothing)


def _words_beside(raw: RawValue) -> Iterator[Finding]:
    """A remark on a number typed together with words that have cells of their own."""
    if raw.literal is not Literal.TEXT:
        return
    hedge, text = split_hedge(raw.text)
    parsed = parse_number(text, integer=False)
    if parsed.unit == "%" or not (hedge or parsed.scale or parsed.unit):
        return
    digits = text[: len(text) - len(text.lstrip("0123456789.,"))].rstrip(".,")
    if parsed.value is None or not digits:
        return
    if parsed.scale:
        unit = f"{parsed.scale} đồng"
        beside = f", chọn «{unit}» ở cột «Đơn vị tiền»" if unit in SCALES else ""
    else:
        digits, beside = digits.replace(".", ""), ""
    if hedge:
        beside += f", chọn «{hedge}» ở cột «Chữ trước số»"
    yield finding("so-go-kem-chu", raw.where, gia_tri=raw.text.strip()[:60], so=digits, cho=beside)


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
    below = range(_first_row(form), len(form.sheet.rows))
    tell_strange_columns(form, below)
    tell_typed_over(form)
    for row in below:
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
