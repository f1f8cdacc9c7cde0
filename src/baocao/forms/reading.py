"""A filled form -> the tree of a data file. By the ids that the form has itself, whatever pack it is of.

Everything that is not as the form was made is told, in one run, with sheet and cell; what can still be read
is read all the same, so that the model finds its faults in the same run.
"""

from __future__ import annotations

from dataclasses import replace

from baocao.errors import Where, finding
from baocao.forms.conventions import FORM_VERSION, ID_COLUMN, ID_ROW, ROWED, SheetKind
from baocao.forms.extras import with_extras
from baocao.forms.form_rows import lost_entries, read_rows
from baocao.forms.form_sheet import FormSheet
from baocao.forms.form_tables import read_lists, read_notes, read_others
from baocao.forms.matching import match_sheets
from baocao.forms.meta import cell_text, meta_sheet, read_meta
from baocao.source.raw import Literal, RawValue, Reading, nothing
from baocao.workbook.book import Book


def is_form(book: Book) -> bool:
    """Whether a workbook is a form, be it one that has lost its hidden sheet."""
    return meta_sheet(book) is not None or _looks_like_one(book)


def read_form(book: Book) -> Reading:
    """Read a filled form. A form of a later program, or without its hidden sheet, has no value."""
    sheet = meta_sheet(book)
    if sheet is None:
        return nothing(book.file, *book.findings, finding("bieu-mat-trang-ma", Where(book.file)))
    meta = read_meta(sheet)
    origin = meta.origin(book.file)
    if origin.form_version > FORM_VERSION:
        told = finding("bieu-dang-moi", Where(book.file), dang=origin.form_version, biet=FORM_VERSION)
        return nothing(book.file, *book.findings, told)
    findings = list(book.findings)
    here = Where(book.file)
    top: dict[str, RawValue] = {"goi": RawValue(origin.pack, here, Literal.TEXT)}
    figures: dict[str, RawValue] = {}
    before: dict[str, RawValue] = {}
    others: list[FormSheet] = []
    matched = match_sheets(book, meta, findings)
    there = {made.name for made, _ in matched}
    for made in meta.sheets:
        if made.name not in there:
            lost_entries(made, book.file, top if made.kind is SheetKind.HEAD else figures)
    for made, own in matched:
        form = FormSheet(made, own, findings)
        if made.kind is SheetKind.HEAD:
            read_rows(form, top, {})
        elif made.kind in ROWED:
            read_rows(form, figures, before)
        elif made.kind is SheetKind.LISTS:
            read_lists(form, figures)
        elif made.kind is SheetKind.NOTES:
            read_notes(form, top)
        elif made.kind is SheetKind.OTHERS:
            others.append(form)
    named = _add_figures(top, figures, before, here)
    value = RawValue(top, here, Literal.MAP)
    for form in others:
        value = with_extras(value, read_others(form), findings)
    shown = RawValue(before, here, Literal.MAP) if named and before else None
    return Reading(value, tuple(findings), replace(origin, before=shown))


def _add_figures(
    top: dict[str, RawValue], figures: dict[str, RawValue], before: dict[str, RawValue], here: Where
) -> bool:
    """The figures, and last year's when they are not in a file of their own; notes come last. Whether such a
    file is named.
    """
    typed = top.get("nam_truoc")
    named = typed is not None and not typed.blank
    if before and not named:
        top["nam_truoc"] = RawValue(before, here, Literal.MAP)
    notes = top.pop("chu_thich", None)
    top["so_lieu"] = RawValue(figures, here, Literal.MAP)
    if notes is not None:
        top["chu_thich"] = notes
    return named


def _looks_like_one(book: Book) -> bool:
    """Whether a sheet has the hidden ids of a form: "ma" in A1 and a column of input beside."""
    for sheet in book.sheets:
        if cell_text(sheet, ID_ROW, ID_COLUMN) == "ma":
            ids = {cell_text(sheet, ID_ROW, column) for column in range(sheet.width)}
            if "gia_tri" in ids or any("[]." in id_ for id_ in ids):
                return True
    return False
