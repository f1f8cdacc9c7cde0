"""Small workbooks for the tests of `forms.book`: made by XlsxWriter, then spoilt part by part."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import xlsxwriter

from baocao.errors import DataError, Finding
from baocao.workbook.book import Book, read_book
from baocao.workbook.ole import wrapped

FILES = Path(__file__).parent / "files"
SHEET, WORKBOOK, STYLES = "xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"

Fill = Callable[["xlsxwriter.Workbook", "xlsxwriter.worksheet.Worksheet"], object]


def workbook(fill: Fill, *, sheet: str = "Tổng hợp", **options: object) -> bytes:
    """The bytes of a workbook with one sheet, filled by `fill(workbook, sheet)`."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True, **options})
    fill(book, book.add_worksheet(sheet))
    book.close()
    return held.getvalue()


def usual(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    """One cell of every kind, a merged area, a hidden row, hidden columns and a bad formula."""
    percent = book.add_format({"num_format": "0.00%"})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.write("B3", 27630)
    sheet.write("C3", 0.1 + 0.2)
    sheet.write("D3", 0.9874, percent)
    sheet.write("E3", True)
    sheet.write_datetime("F3", dt.datetime(2024, 3, 25), day)
    sheet.write("G3", "Xã Tân Phú ")
    sheet.write_formula("B4", "=1+1", None, 2)
    sheet.write_formula("C4", "=#REF!", None, "#REF!")
    sheet.merge_range("B8:D9", "gộp")
    sheet.set_row(10, None, None, {"hidden": True})
    sheet.write("B11", 5)
    sheet.set_column("J:K", None, None, {"hidden": True})


def spoilt(
    data: bytes, changes: Mapping[str, Callable[[bytes], bytes]], extra: Mapping[str, bytes] = {}
) -> bytes:
    """The package with some parts changed and some added."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, content in extra.items():
            new.writestr(name, content)
    return held.getvalue()


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    """A change of one part; what is replaced must be there."""

    def change(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new)

    return change


def compound(*names: str, stream: bytes = b"") -> bytes:
    """A compound file with a Workbook stream and further entries of these names."""
    data = wrapped(stream)
    directory = 2 * 4096
    for number, name in enumerate(names, 2):
        encoded = name.encode("utf-16-le")
        entry = bytearray(data[directory + 128 : directory + 256])
        entry[:66] = encoded.ljust(64, b"\0") + (len(encoded) + 2).to_bytes(2, "little")
        place = directory + 128 * number
        data = data[:place] + bytes(entry) + data[place + 128 :]
    return data


def book_of(folder: Path, data: bytes, name: str = "bieu.xlsx") -> Book:
    """Write the bytes to a file and read it."""
    path = folder / name
    path.write_bytes(data)
    return read_book(path)


def refusal(folder: Path, data: bytes, name: str = "bieu.xlsx") -> Finding:
    """The finding that says why the file cannot be read."""
    try:
        book_of(folder, data, name)
    except DataError as fault:
        (only,) = fault.findings
        assert only.text
        assert only.remedy
        return only
    raise AssertionError("the file was read")
