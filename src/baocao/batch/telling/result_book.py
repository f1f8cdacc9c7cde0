"""The rows of a run as a workbook for people: every unit with its report, every finding, the sums.

Whatever comes from the data is written as text: a name that begins with "=" is no formula.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import math
import os
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from baocao.batch.outcome import Status
from baocao.batch.telling.rows import EARLIER, FOREIGN, STATUS_KEYS, Row, first_told, weights
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
_TEXT = {"valign": "top", "text_wrap": True}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, how wide it is in letters, the key of the file it links to, whether it holds
    counts, which stand in the middle, whether it is printed. All texts are wrapped.
    """

    heading: str
    width: int
    link: str = ""
    counts: bool = False
    printed: bool = True


_STATUS_COLUMN = Column("Kết quả", 15)
_UNIT = (
    Column("TT", 6, counts=True),
    Column("Đơn vị", 28),
    Column("Mã đơn vị", 9),
    Column("Cấp trên", 22),
    _STATUS_COLUMN,
    Column("Báo cáo", 27, "tep"),
)
_PDF = (Column("Bản PDF", 27, "pdf"), Column("Số trang", 7, counts=True))
_TOLD = (
    Column("Phải sửa", 7, counts=True),
    Column("Nên xem lại", 8, counts=True),
    Column("Lưu ý", 6, counts=True),
    Column("Lời nhắc nặng nhất", 56),
    Column("Giây", 8, counts=True, printed=False),
    Column("Làm từ tệp", 44, printed=False),
    Column("Dấu vết số liệu", 15, printed=False),
    Column("Dấu vết mẫu", 15, printed=False),
    Column("Dấu vết báo cáo", 15, printed=False),
)
_FINDING = (
    Column("Đơn vị", 28),
    Column("Mã đơn vị", 9),
    Column("Mức", 11),
    Column("Nơi", 34),
    Column("Nội dung", 54),
    Column("Cách sửa", 48),
    Column("Mã lời nhắc", 24, printed=False),
)
_A4 = 9
_LINE, _TALLEST = 15.0, 409.0
"""Points: the height of a line of text, and the greatest that a row can have."""
_FILLED = 0.94
"""Of the letters a column is said to hold, so many stand in a line before it is broken between two words."""


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
    link = book.add_format({"font_color": "#0563C1", "underline": 1} | _TEXT)
    papers = {key: book.add_format({"bg_color": colour} | _TEXT) for key, colour in _PAPER.items()}
    linked = len(rows) * (2 if with_pdf else 1) <= _MOST_LINKS
    for place, row in enumerate(rows, 1):
        cells = _unit_cells(place, row, with_pdf)
        _fit_height(sheet, place, columns, cells)
        for at, (column, value) in enumerate(zip(columns, cells, strict=True)):
            if column.link and value and linked:
                sheet.write_url(place, at, _target(str(value)), link, string=_cut(str(value)))
            else:
                paper = papers.get(row["ket_qua"]) if column is _STATUS_COLUMN else None
                _put(sheet, place, at, value, paper or looks[at])


def _unit_cells(place: int, row: Row, with_pdf: bool) -> Sequence[Cell]:
    digests = row["ma_bam"]
    status = _status(row) + (" (lần chạy trước)" if row.get(EARLIER) else "")
    return (
        place,
        *(row["don_vi"], row["ma_don_vi"], row["cap_tren"], status, row["tep"]),
        *((row["pdf"], row["so_trang"] or "") if with_pdf else ()),
        *(count or "" for count in weights(row)),
        *(_gravest(row), row["giay"], row["so_lieu"]),
        *(digests[key][:_DIGEST] for key in ("so_lieu", "goi", "bao_cao")),
    )


def _status(row: Row) -> str:
    """How a unit ended; a file of somebody else that was kept is no report edited by hand."""
    foreign = row["ket_qua"] == STATUS_KEYS[Status.KEPT] and any(
        item["ma"] == FOREIGN for item in row["phat_hien"]
    )
    return "giữ tệp có sẵn" if foreign else _STATUS[row["ket_qua"]]


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
    told = [(_COMMON, item) for item in general]
    told += _told_once((row, item) for row in rows for item in row["phat_hien"])
    kept = told[: _MOST_ROWS - 2]
    sheet = _sheet(book, FINDINGS, _FINDING, len(kept))
    looks = _looks(book, _FINDING)
    for place, (row, item) in enumerate(kept, 1):
        cells = tuple(_finding_cells(row, item))
        _fit_height(sheet, place, _FINDING, cells)
        for at, value in enumerate(cells):
            _put(sheet, place, at, value, looks[at])
    if len(told) > len(kept):
        rest = f"Còn {len(told) - len(kept)} lời nhắc nữa, xem tệp ket-qua.jsonl"
        _put(sheet, len(kept) + 1, 0, rest)


_COMMON: Row = {"don_vi": "(chung)", "ma_don_vi": "", "so_lieu": ""}
_Told = tuple[Row, Mapping[str, Any]]


def _told_once(told: Iterable[_Told]) -> list[_Told]:
    """What several units were told of one and the same place stands once, where it was told first."""
    units: dict[Hashable, list[_Told]] = {}
    for number, (row, item) in enumerate(told):
        place = tuple(item["vi_tri"].items())
        spot = (item["ma"], item["noi_dung"], place) if place else number
        units.setdefault(spot, []).append((row, item))
    return [several[0] if len(several) == 1 else _common(several) for several in units.values()]


def _common(told: Sequence[_Told]) -> _Told:
    row, item = told[0]
    return row | {"don_vi": f"(chung cho {len(told):02d} đơn vị)", "ma_don_vi": ""}, item


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
    text, count = book.add_format(_TEXT), book.add_format({"align": "center"} | _TEXT)
    return [count if column.counts else text for column in columns]


def _fit_height(sheet: Worksheet, row: int, columns: Sequence[Column], cells: Iterable[Cell]) -> None:
    """Make a row as high as its texts need: LibreOffice does not do so itself, Excel not always.

    A single line is left alone, so that Excel fits such a row when somebody types into it.
    """
    lines = max(_lines(str(value), column.width) for column, value in zip(columns, cells, strict=True))
    if lines > 1:
        sheet.set_row(row, min(lines * _LINE, _TALLEST))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many letters; rather too many than too few."""
    most = width * _FILLED
    return 1 if len(text) <= most else math.ceil((len(text) + width * 0.1) / most)


def _write_sums(book: Workbook, sums: Mapping[str, Cell]) -> None:
    sheet = book.add_worksheet(SUMS)
    columns = (Column("", 30), Column("", 60))
    name_look = book.add_format({"bold": True} | _TEXT)
    value_look = book.add_format({"align": "left"} | _TEXT)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    for place, (name, value) in enumerate(sums.items()):
        _fit_height(sheet, place, columns, (name, value))
        _put(sheet, place, 0, name, name_look)
        _put(sheet, place, 1, value, value_look)
    _on_paper(sheet)


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
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(rows, 1), sum(column.printed for column in columns) - 1)
    _on_paper(sheet)
    return sheet


def _on_paper(sheet: Worksheet) -> None:
    """A4, one page wide, with the name of the sheet and the number of the page at its foot."""
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.set_footer("&L&A&RTrang &P/&N")


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
