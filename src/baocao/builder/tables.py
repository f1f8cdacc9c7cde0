"""Pipe tables of noi-dung.md, and what `@bang {...}` in front of one says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation

from baocao.builder.blocks import Source, Table, TableSpec
from baocao.builder.lines import Line
from baocao.builder.references import name_of
from baocao.builder.sections import turned_items
from baocao.errors import Finding, Where, finding
from baocao.formats import Format, Mm
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.markdown import text_of
from baocao.ooxml.narrow_columns import name_of_table, narrow_columns
from baocao.ooxml.pipe_grids import GridLook
from baocao.ooxml.pipe_tables import PipeFault, PipeFaultKind, read_pipe_table
from baocao.ooxml.table_blocks import column_numbers
from baocao.packs.entry import Entry
from baocao.packs.table_options import LARGEST, OPTIONS, SMALLEST, line_above
from baocao.source.raw import RawValue

TABLE_COMMAND = "bang"
_MESSAGES = {
    PipeFaultKind.NO_RULE: "noi-dung-bang-thieu-dong-ke",
    PipeFaultKind.CELLS: "noi-dung-bang-sai-so-o",
    PipeFaultKind.NOTHING_ABOVE: "noi-dung-bang-khong-o-tren",
    PipeFaultKind.NOTHING_LEFT: "noi-dung-bang-khong-o-trai",
    PipeFaultKind.WIDE: "noi-dung-bang-nhieu-cot",
    PipeFaultKind.RAGGED: "noi-dung-bang-gop-lech",
}


def read_table(
    lines: Sequence[Line], file: str, given: RawValue | None = None
) -> tuple[Table | None, list[Finding]]:
    """Read the lines of one table: header rows, the row of dashes, body. given: what `@bang` was given.

    None, and findings, for a table whose cells make no rectangle. The length of the dashes under a column is
    its share of the width.
    """
    grid, faults = read_pipe_table([line.bare for line in lines], template=True)
    findings = [_told(fault, lines[fault.line], file) for fault in faults]
    if grid is None:
        return None, findings
    spec = TableSpec() if given is None else read_spec(given, len(grid.shares), findings)
    return Table(grid, lines[0].number, tuple(line.number for line in lines), spec), findings


def read_spec(given: RawValue, columns: int, findings: list[Finding]) -> TableSpec:
    """What `@bang {...}` says of a table with that many columns."""
    entry = Entry(given, f"@{TABLE_COMMAND}", OPTIONS, findings)
    margin = entry.number("le_o", 0, 5)
    repeats = entry.flag("lap_dau") if entry.has("lap_dau") else True
    look = GridLook(
        size=entry.number("co_chu", SMALLEST, LARGEST),
        margin=None if margin is None else Mm(float(margin)),
        numbers=_numbers(entry, columns),
        repeats=repeats,
        together=entry.flag("giu_lien"),
        descr=entry.text("mo_ta"),
    )
    return TableSpec(
        name=name_of(entry),
        title=parse_inlines(entry.text("tieu_de"), template=True),
        above=parse_inlines(line_above(entry.text("bieu"), entry.text("dvt")), template=True),
        widths=_widths(entry, columns),
        turned=entry.flag("ngang"),
        look=look,
    )


def tables_that_do_not_fit(source: Source, fmt: Format, file: str, *, whole: bool = True) -> list[Finding]:
    """Tables whose columns are wider than the text of their page, or one of them too narrow for a digit, or
    that are made for one lying on its side and stand on an upright one. whole: whether the pages around the
    tables are known: not in a fragment.
    """
    known = whole and not source.is_child
    findings: list[Finding] = []
    for item, turned in turned_items(source.items):
        if not isinstance(item, Table):
            continue
        where, beyond = Where(file=file, line=item.line), item.spec.turned and known and not turned
        if beyond:
            findings.append(finding("noi-dung-bang-ngang-trang-dung", where))
            continue
        findings += _columns_that_do_not_fit(item, turned or item.spec.turned, fmt, where)
    return findings


def _columns_that_do_not_fit(table: Table, turned: bool, fmt: Format, where: Where) -> Iterator[Finding]:
    widths = table.widths_on(fmt.page, turned=turned)
    there = fmt.page.text_width_turned if turned else fmt.page.text_width
    wanted = sum(table.spec.widths)
    if Mm(float(wanted)) > there:
        given, room = f"{wanted:f}".replace(".", ","), f"{there.mm:g}".replace(".", ",")
        yield finding("noi-dung-bang-qua-rong", where, rong=given, co=room)
    narrow = narrow_columns(table.grid, widths, table.spec.look, fmt)
    if narrow is not None:
        name = name_of_table(table.grid, text_of(table.spec.title))
        yield finding("noi-dung-bang-cot-hep", where, ten=name, **narrow.facts)


def _numbers(entry: Entry, columns: int) -> tuple[str, ...]:
    """The row of column numbers: as given, or (1) (2) (3) …"""
    typed = entry.texts("so_cot")
    if len(typed) > 1:
        if len(typed) != columns:
            entry.fault(
                entry.children["so_cot"], "so_cot", f"danh sách {columns} số, mỗi cột của bảng một số"
            )
            return ()
        return typed
    return column_numbers(columns) if entry.flag("so_cot") else ()


def _widths(entry: Entry, columns: int) -> tuple[Decimal, ...]:
    typed = entry.texts("rong")
    try:
        widths = tuple(Decimal(text.replace(",", ".")) for text in typed)
    except InvalidOperation:
        widths = ()
    right = len(widths) == columns and all(width.is_finite() and width > 0 for width in widths)
    if typed and not right:
        entry.fault(
            entry.children["rong"], "rong", f"danh sách {columns} số mi-li-mét, mỗi cột của bảng một số"
        )
    return widths if right else ()


def _told(fault: PipeFault, line: Line, file: str) -> Finding:
    where = Where(file=file, line=line.number, words=line.bare[:40])
    return finding(_MESSAGES[fault.kind], where, so_o=fault.cells, so_cot=fault.columns, cot=fault.column)
