"""The rows of a run as a workbook for people: every unit with its report, every finding, the sums.

Whatever comes from the data is written as text: a name that begins with "=" is no formula.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from baocao.batch.outcome import Status
from baocao.batch.telling.rows import EARLIER, STATUS_KEYS, Row, first_told, weights
from baocao.errors import Severity, Where

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float

UNITS, FINDINGS, SUMS = "Kết quả", "Lời nhắc", "Tóm tắt"
_MOST_LETTERS = 32_767
_MOST_ROWS = 1_048_576
_MOST_LINKS = 65_530
_DIGEST = 12
"""So many letters of a digest are enough to see that two differ; `ket-qua.jsonl` has them whole."""

WEIGHTS = {Severity.ERROR: "phải sửa", Severity.WARNING: "nên xem lại", Severity.INFO: "lưu ý"}
_STATUS = {key: status.value for status, key in STATUS_KEYS.items()}
_PAPER = {STATUS_KEYS[Status.FAILED]: "#F8D7DA", STATUS_KEYS[Status.KEPT]: "#FFF3CD"}
_TOP = {"valign": "top"}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is in letters, the key of the file it links to, whether its texts
    are wrapped, whether it is printed.
    """

    heading: str
    width: int
    link: str = ""
    wrapped: bool = False
    printed: bool = True


_STATUS_COLUMN = Column("Kết quả", 22)
_UNIT = (
    Column("TT", 6),
    Column("Đơn vị", 36),
    Column("Mã đơn vị", 10),
    Column("Cấp trên", 26),
    _STATUS_COLUMN,
    Column("Báo cáo", 36, "tep"),
)
_PDF = (Column("Bản PDF", 36, "pdf"), Column("Số trang", 8))
_TOLD = (
    Column("Phải sửa", 8),
    Column("Nên xem lại", 8),
    Column("Lưu ý", 7),
    Column("Lời nhắc nặng nhất", 70, wrapped=True),
    Column("Giây", 8, printed=False),
    Column("Làm từ tệp", 44, printed=False),
    Column("Dấu vết số liệu", 15, printed=False),
    Column("Dấu vết mẫu", 15, printed=False),
    Column("Dấu vết báo cáo", 15, printed=False),
)
_FINDING = (
    Column("Đơn vị", 36, wrapped=True),
    Column("Mã đơn vị", 10),
    Column("Mức", 12),
    Column("Nơi", 40, wrapped=True),
    Column("Nội dung", 70, wrapped=True),
    Column("Cách sửa", 60, wrapped=True),
    Column("Mã lời nhắc", 24, printed=False),
)


def result_book(rows: Sequence[Row], general: Sequence[Mapping[str, Any]], sums: Mapping[str, Cell]) -> bytes:
    """The workbook. general: findings of no single unit, as data. sums: what the last sheet says."""
    from xlsxwriter.workbook import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, _OPTIONS)
    book.set_properties({"title": "Kết quả làm báo cáo hàng loạt", "created": dt.datetime.now()})
    _write_units(book, rows)
    _write_findings(book, rows, general)
    _write_sums(book, sums)
    book.close()
    return stream.getvalue()


def _write_units(book: Workbook, rows: Sequence[Row]) -> None:
    with_pdf = any(row["pdf"] for row in rows)
    columns = (*_UNIT, *(_PDF if with_pdf else ()), *_TOLD)
    sheet = _sheet(book, UNITS, columns, len(rows))
    looks = _looks(book, columns)
    link = book.add_format({"font_color": "#0563C1", "underline": 1} | _TOP)
    papers = {key: book.add_format({"bg_color": colour} | _TOP) for key, colour in _PAPER.items()}
    linked = len(rows) * (2 if with_pdf else 1) <= _MOST_LINKS
    for place, row in enumerate(rows, 1):
        for at, (column, value) in enumerate(zip(columns, _unit_cells(place, row, with_pdf), strict=True)):
            if column.link and value and linked:
                sheet.write_url(place, at, _target(str(value)), link, string=_cut(str(value)))
            else:
                paper = papers.get(row["ket_qua"]) if column is _STATUS_COLUMN else None
                _put(sheet, place, at, value, paper or looks[at])


def _unit_cells(place: int, row: Row, with_pdf: bool) -> Sequence[Cell]:
    digests = row["ma_bam"]
    status = _STATUS[row["ket_qua"]] + (" (lần chạy trước)" if row.get(EARLIER) else "")
    return (
        place,
        *(row["don_vi"], row["ma_don_vi"], row["cap_tren"], status, row["tep"]),
        *((row["pdf"], row["so_trang"] or "") if with_pdf else ()),
        *(count or "" for count in weights(row)),
        *(_gravest(row), row["giay"], row["so_lieu"]),
        *(digests[key][:_DIGEST] for key in ("so_lieu", "goi", "bao_cao")),
    )


def _gravest(row: Row) -> str:
    """The first of the gravest findings of a unit, with its place."""
    found = first_told(row)
    if found is None:
        return ""
    place = str(_place(row, found))
    return f"{place}: {found['noi_dung']}" if place else str(found["noi_dung"])


def _target(file: str) -> str:
    """A file beside the workbook as the target of a link; "#" and "%" mean something else there."""
    return "external:" + file.replace("%", "%25").replace("#", "%23")


def _write_findings(book: Workbook, rows: Sequence[Row], general: Sequence[Mapping[str, Any]]) -> None:
    told = [(_GENERAL, item) for item in general]
    told += [(row, item) for row in rows for item in row["phat_hien"]]
    kept = told[: _MOST_ROWS - 2]
    sheet = _sheet(book, FINDINGS, _FINDING, len(kept))
    looks = _looks(book, _FINDING)
    for place, (row, item) in enumerate(kept, 1):
        for at, value in enumerate(_finding_cells(row, item)):
            _put(sheet, place, at, value, looks[at])
    if len(told) > len(kept):
        rest = f"Còn {len(told) - len(kept)} lời nhắc nữa, xem tệp ket-qua.jsonl"
        _put(sheet, len(kept) + 1, 0, rest)


_GENERAL: Row = {"don_vi": "(chung)", "ma_don_vi": "", "so_lieu": ""}


def _finding_cells(row: Row, item: Mapping[str, Any]) -> Iterable[Cell]:
    yield row["don_vi"]
    yield row["ma_don_vi"]
    yield WEIGHTS[Severity(item["muc_do"])]
    yield str(_place(row, item))
    yield item["noi_dung"]
    yield item["cach_sua"]
    yield item["ma"]


def _place(row: Row, item: Mapping[str, Any]) -> Where:
    """The place with its file as seen from the folder of the unit's data: a whole path is long to read."""
    data, where = row["so_lieu"], Where(**item["vi_tri"])
    if not data or not os.path.isabs(where.file):
        return where
    with contextlib.suppress(ValueError):  # two drives of Windows
        return where.but(file=os.path.relpath(where.file, os.path.dirname(data)))
    return where


def _looks(book: Workbook, columns: Sequence[Column]) -> list[Format]:
    """How the cells of each column look."""
    plain, wrapped = book.add_format(_TOP), book.add_format({"text_wrap": True} | _TOP)
    return [wrapped if column.wrapped else plain for column in columns]


def _write_sums(book: Workbook, sums: Mapping[str, Cell]) -> None:
    sheet = book.add_worksheet(SUMS)
    bold = book.add_format({"bold": True})
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 80)
    for place, (name, value) in enumerate(sums.items()):
        _put(sheet, place, 0, name, bold)
        _put(sheet, place, 1, value)


def _sheet(book: Workbook, name: str, columns: Sequence[Column], rows: int) -> Worksheet:
    """A sheet with its headings, which stay in sight and can be filtered by."""
    sheet: Worksheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bg_color": "#DDEBF7", "text_wrap": True, "valign": "top"})
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading, heading)
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2 if name == UNITS else 1)
    sheet.autofilter(0, 0, max(rows, 1), len(columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(rows, 1), sum(column.printed for column in columns) - 1)
    return sheet


def _put(sheet: Worksheet, row: int, column: int, value: Cell, look: Format | None = None) -> None:
    """Fill a cell; a blank text leaves it as it is."""
    if not isinstance(value, str):
        sheet.write_number(row, column, value, look)
    elif value:
        sheet.write_string(row, column, _cut(value), look)


def _cut(text: str) -> str:
    """As much as a cell takes, "?" for what is no letter; the whole stands in `ket-qua.jsonl`."""
    plain = text.encode(errors="replace").decode()
    return plain if len(plain) <= _MOST_LETTERS else plain[: _MOST_LETTERS - 1] + "…"
