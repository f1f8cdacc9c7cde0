"""A unit's own workbook as data: the entry `bang_tinh` of a data file says where each figure stands.

    bang_tinh: {tep: bao-cao.xlsx, trang: Tổng hợp, o: {tthc.tiep_nhan: C5, tthc.dung_han: "Quý IV!C7"}}
    bang_tinh: {tep: cac-xa.xlsx, dong_tieu_de: 3, cot_don_vi: B, cot: {tthc.tiep_nhan: Đã tiếp nhận}}

`o` names a cell for each indicator; `cot` a column for each, in a table with a row for each unit; `bang` the
columns of a list; `ho_so`, `van_ban`, `nguoi_ky` what the row says beside figures (`own_entries`). Everything
else of the data file stays as typed.
"""

from __future__ import annotations

from pathlib import Path

from baocao.errors import Finding, finding
from baocao.mapping.joining import joined
from baocao.mapping.mapped_book import ENTRY, MappedBook
from baocao.mapping.own_entries import OWN_PROFILE, PROFILE, is_shared, with_own
from baocao.source.raw import Literal, RawValue, Reading, nothing

FIGURES = "so_lieu"


def has_workbook(main: RawValue) -> bool:
    """Whether a data file takes figures from a workbook."""
    return ENTRY in main.children


def from_workbook(main: Reading, folder: Path, *, unit: str = "", row: str = "") -> Reading:
    """The data file with the figures its `bang_tinh` names; every fault is a finding.

    folder: where the name of the workbook starts. unit: the unit's name in its profile. row: the row of the
    table to read instead of the unit's own: its number, or the name in it.
    """
    book = MappedBook(main.value, folder)
    parts = [] if book.cells is None else [book.cells]
    name, value = unit, main.value
    check_shared(book)
    if book.units is not None:
        number = book.units.row_of(unit, row)
        if number is not None:
            parts.append(book.row(number, book.findings))
            name = book.units.name(number) or unit
            value = of_row(value, book, number, book.findings)
        elif is_shared(value):  # no unit's data: what it lacks is a consequence
            book.settle()
            return nothing(main.value.where.file, *main.findings, *book.findings)
    elif row and not book.has_rows:
        book.findings.append(finding("dong-khong-co-bang", book.entries.place(), dong=row))
    elif row:
        name = row
    parts += lists_of(book, name, book.findings)
    book.settle()
    book.findings += book.unseen()
    book.findings += without_rows(book, name)
    value = filled(value, parts, book.findings)
    return Reading(value, (*main.findings, *book.findings))


def check_shared(book: MappedBook) -> None:
    """Columns for profiles need a profile to be laid over: one that stands in the data file."""
    profile = book.main.children.get(PROFILE)
    if book.entries.raw.children.get(OWN_PROFILE) and (profile is None or profile.literal is not Literal.MAP):
        book.entries.add("ho-so-can-don-vi", OWN_PROFILE)


def of_row(main: RawValue, book: MappedBook, number: int, findings: list[Finding]) -> RawValue:
    """The data file with what a row says beside figures."""
    assert book.units is not None
    own = book.own_row(number, findings)
    return with_own(main, own, book.units.cell(number), findings)


def without_rows(book: MappedBook, unit: str) -> list[Finding]:
    """The tables of several units that have no row of this one."""
    return [
        finding("bang-khong-co-dong", table.place, muc=id_, don_vi=unit or "…")
        for id_, table in book.lists.items()
        if table.of_units and table.lacks(unit)
    ]


def lists_of(book: MappedBook, unit: str, findings: list[Finding]) -> list[RawValue]:
    """The lists of `bang`, each below its own names."""
    return [_nested(id_, table.value(unit, findings)) for id_, table in book.lists.items()]


def _nested(id_: str, value: RawValue) -> RawValue:
    for name in reversed(id_.split(".")):
        value = RawValue({name: value}, value.where, Literal.MAP)
    return value


def filled(main: RawValue, parts: list[RawValue], findings: list[Finding]) -> RawValue:
    """The data file with what its workbook gives in the place of `bang_tinh`."""
    entries = {name: child for name, child in main.children.items() if name != ENTRY}
    figures = entries.pop(FIGURES, None)
    for part in parts:
        figures = joined(figures, part, findings)
    if figures is not None:
        entries[FIGURES] = figures
    return RawValue(entries, main.where, main.literal)
