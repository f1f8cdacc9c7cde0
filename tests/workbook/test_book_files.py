"""Files of every condition in a workbook's clothes: what is read, and why the others are refused."""

from __future__ import annotations

import io
import struct
import unicodedata
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from book_kit import (
    FILES,
    SHEET,
    WORKBOOK,
    book_of,
    compound,
    refusal,
    replaced,
    spoilt,
    usual,
    workbook,
)

from baocao.errors import DataError, Where
from baocao.workbook.book import read_book


def zipped(**parts: bytes) -> bytes:
    """A zip of parts; "__" in a name is a stroke, "_" a dot."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


GOOD = workbook(usual)


@pytest.mark.parametrize(
    ("data", "code", "fact"),
    [
        (b"<html><body><table><tr><td>1</td></tr></table>", "bang-tinh-gia", "trang web (HTML)"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "bang-tinh-gia", "trang web (HTML)"),
        ("<html><table>".encode("utf-16"), "bang-tinh-gia", "trang web (HTML)"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "bang-tinh-gia", "trang web (MHTML)"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', "bang-tinh-gia", "tệp XML"),
        ("STT;Tên;Số\n1;Xã Tân Phú;27".encode(), "bang-tinh-gia", "tệp chữ (CSV)"),
        ("STT\tTên\n1\tXã".encode("utf-16"), "bang-tinh-gia", "tệp chữ (CSV)"),
        (b"%PDF-1.7", "bang-tinh-nham-loai", "tệp PDF"),
        (zipped(word__document_xml=b"<w/>"), "bang-tinh-nham-loai", "tệp Word (.docx)"),
        (zipped(a_txt=b"a"), "bang-tinh-nham-loai", "tệp nén"),
        (zipped(mimetype=b"", xl__workbook_bin=b"a"), "bang-tinh-nhi-phan", ""),
        (compound("WordDocument"), "bang-tinh-nham-loai", "tệp Word hoặc PowerPoint kiểu cũ"),
        (compound("EncryptedPackage"), "bang-tinh-mat-khau", ""),
        (compound("_VBA_PROJECT_CUR"), "bang-tinh-macro", ""),
        (spoilt(GOOD, {}, {"xl/vbaProject.bin": b"x"}), "bang-tinh-macro", ""),
        (
            spoilt(GOOD, {"[Content_Types].xml": replaced(b"sheet.main", b"sheet.macroEnabled.main")}),
            "bang-tinh-macro",
            "",
        ),
    ],
)  # fmt: skip
def test_other_kinds_are_refused_by_name(tmp_path: Path, data: bytes, code: str, fact: str) -> None:
    found = refusal(tmp_path, data, "bieu.xls")
    assert (found.code, dict(found.facts).get("loai", "")) == (code, fact)
    assert found.where == Where(str(tmp_path / "bieu.xls"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp rỗng"),
        (b"\0" * 600, "tệp rỗng"),
        (b"\x01\x02\x03", "bên trong không phải bảng tính"),
        (GOOD[: len(GOOD) // 2], "tệp bị cắt ngang hoặc chép chưa xong"),
        (compound()[:5000], "tệp bị cắt ngang hoặc bị sửa"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "tệp bị cắt ngang hoặc bị sửa"),
        (zipped(xl__workbook_xml=b"<workbook/>"), "các phần bên trong không khớp nhau"),
        (spoilt(GOOD, {SHEET: replaced(b'"B8:D9"', b'"ZZZZ:B"')}), "các phần bên trong không khớp nhau"),
        (spoilt(GOOD, {SHEET: replaced(b"</sheetData>", b"")}), "các phần bên trong không khớp nhau"),
        (
            spoilt(GOOD, {"xl/sharedStrings.xml": replaced("Xã".encode(), b"&lol;")}),
            "các phần bên trong không khớp nhau",
        ),
        (compound(stream=struct.pack("<HHI", 0x85, 4, 0)), "các phần bên trong không khớp nhau"),
    ],
)
def test_broken_files_say_so(tmp_path: Path, data: bytes, reason: str) -> None:
    found = refusal(tmp_path, data)
    assert (found.code, dict(found.facts)["ly_do"]) == ("bang-tinh-hong", reason)


def test_an_old_workbook_with_a_password(tmp_path: Path) -> None:
    begin = struct.pack("<HHHHHHII", 0x809, 16, 0x600, 5, 0, 0, 0, 0)
    found = refusal(tmp_path, compound(stream=begin + struct.pack("<HHH", 0x2F, 2, 1)), "bieu.xls")
    assert found.code == "bang-tinh-mat-khau"


def test_an_open_document_with_a_password(tmp_path: Path) -> None:
    data = (FILES / "bang.ods").read_bytes()
    locked = spoilt(data, {"META-INF/manifest.xml": lambda part: part + b"<manifest:encryption-data/>"})
    assert refusal(tmp_path, locked, "bieu.ods").code == "bang-tinh-mat-khau"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    found = refusal(tmp_path, spoilt(GOOD, {SHEET: lambda _: b" " * 20_000_000}))
    assert found.code == "bang-tinh-nen-bat-thuong"
    assert int(dict(found.facts)["lan"]) > 250


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    data = bytearray(spoilt(GOOD, {SHEET: lambda part: part + b" " * 20_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        size = struct.pack("<L", package.getinfo(SHEET).file_size)
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = struct.pack("<L", 1000)
    assert refusal(tmp_path, bytes(data)).code == "bang-tinh-nen-bat-thuong"


def test_too_many_parts(tmp_path: Path) -> None:
    many = spoilt(GOOD, {}, {f"xl/media/{number}.txt": b"" for number in range(5_001)})
    found = refusal(tmp_path, many)
    assert (found.code, dict(found.facts)["gioi_han"]) == ("bang-tinh-qua-lon", "5.000 phần")


def test_too_many_bytes_by_the_directory_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baocao.workbook.container.MAX_SIZE", 2**20)
    found = refusal(tmp_path, spoilt(GOOD, {}, {f"xl/{number}.xml": bytes(2**19) for number in range(4)}))
    assert (found.code, dict(found.facts)["gioi_han"]) == ("bang-tinh-qua-lon", "1 MB")


@pytest.mark.parametrize("name", ["XFD1048576", "XFD9999", "xfd1048576", "ZZZZZZZZZZ99999999999999"])
def test_a_cell_far_out_is_told_not_read(tmp_path: Path, name: str) -> None:
    """python-calamine sets 32 bytes aside for each cell up to the last one, 550 GB for XFD1048576."""
    cells = f'<row r="900000"><c r="B900000"><v>1</v></c><c r="{name}"><v>1</v></c></row></sheetData>'
    found = refusal(tmp_path, spoilt(GOOD, {SHEET: replaced(b"</sheetData>", cells.encode())}))
    assert (found.code, found.where.sheet) == ("trang-qua-rong", "Tổng hợp")


def test_blank_cells_far_out_do_no_harm(tmp_path: Path) -> None:
    cells = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    book = book_of(tmp_path, spoilt(GOOD, {SHEET: replaced(b"</sheetData>", cells)}))
    assert len(book.sheets[0].rows) == 11


def test_false_dimensions_do_no_harm(tmp_path: Path) -> None:
    book = book_of(tmp_path, spoilt(GOOD, {SHEET: replaced(b'"B3:G11"', b'"A1:XFD1048576"')}))
    assert book.sheets[0].raw(2, 1).text == "27630"


def test_a_missing_file_names_the_nearest_and_where_it_was_named(tmp_path: Path) -> None:
    (tmp_path / "bieu-2026.xlsx").write_bytes(GOOD)
    with pytest.raises(DataError) as caught:
        read_book(tmp_path / "bieu-2025.xlsx", Where("anh-xa.yaml", 3))
    (found,) = caught.value.findings
    assert (found.code, found.where) == ("tep-khong-co", Where("anh-xa.yaml", 3))
    assert "bieu-2026.xlsx" in found.text


def test_a_folder_is_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "bieu.xlsx").mkdir()
    with pytest.raises(DataError) as caught:
        read_book(tmp_path / "bieu.xlsx")
    assert caught.value.findings[0].code == "tep-la-thu-muc"


@pytest.mark.parametrize(
    ("source", "name", "form"),
    [("bang.xls", "bieu.xlsx", "xls"), ("bang.ods", "bieu.xlsx", "ods"), ("", "bieu.xls", "xlsx")],
)
def test_a_wrong_suffix_is_remarked_and_read(tmp_path: Path, source: str, name: str, form: str) -> None:
    data = (FILES / source).read_bytes() if source else GOOD
    book = book_of(tmp_path, data, name)
    assert book.format == form
    assert [item.code for item in book.findings] == ["bang-tinh-khac-duoi"]
    assert book.sheets[0].raw(2, 1).text == "27630"


def named_sheets(*names: str) -> bytes:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    for number, name in enumerate(names):
        book.add_worksheet(name).write(0, 0, number)
    book.close()
    return held.getvalue()


def test_two_sheets_of_one_name_and_spaces_in_names(tmp_path: Path) -> None:
    names = ("Tổng hợp", "Số liệu", unicodedata.normalize("NFD", "tổng  hợp "))
    book = book_of(tmp_path, named_sheets(*names))
    assert [(item.code, item.where.sheet) for item in book.findings] == [
        ("trang-trung-ten", "tổng  hợp"),
        ("trang-ten-thua-cach", "tổng  hợp"),
    ]


def test_a_sheet_is_found_by_what_its_name_reads(tmp_path: Path) -> None:
    book = book_of(tmp_path, named_sheets("Tổng hợp ", "tổng hợp", "Số liệu"))
    found = [book.sheet(name) for name in ("tổng hợp", "TỔNG HỢP", "Tổng hợp ", "số liệu", "khác")]
    assert [item and item.rows for item in found] == [[[1.0]], [[0.0]], [[0.0]], [[2.0]], None]


def test_exactly_equal_names_are_told(tmp_path: Path) -> None:
    data = spoilt(named_sheets("Một", "Hai"), {WORKBOOK: replaced(b"Hai", "Một".encode())})
    assert [item.code for item in book_of(tmp_path, data).findings] == ["trang-trung-ten"]


def test_hidden_sheets_are_marked_and_chart_sheets_passed_over(tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, page: object) -> None:
        book.add_worksheet("Ẩn").hide()
        book.add_worksheet("Rất ẩn").very_hidden()
        book.add_chartsheet("Biểu đồ").set_chart(book.add_chart({"type": "bar"}))

    def with_series(book: xlsxwriter.Workbook, page: object) -> None:
        fill(book, page)
        chart = book.sheetnames["Biểu đồ"].chart
        chart.add_series({"values": "='Tổng hợp'!$A$1:$A$2"})

    book = book_of(tmp_path, workbook(with_series))
    assert [(sheet.name, sheet.hidden) for sheet in book.sheets] == [
        ("Tổng hợp", False),
        ("Ẩn", True),
        ("Rất ẩn", True),
    ]
