"""A report in any file: told by its content, not by its name; what cannot be read is said with what to do."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.audit.document import PassageKind
from baocao.audit.reading.read import read_report
from baocao.errors import BaocaoError, DataError
from baocao.vietnamese.legacy import legacy_of
from small_docx import p, package, r, tbl, tc

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
TEXT = "Tiếp nhận 27.630 hồ sơ, đạt 98,74%."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(*names):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in names:
            archive.writestr(name, b"a")
    return held.getvalue()


def refused(data):
    with pytest.raises(DataError) as fault:
        read_report(data, "a.docx")
    (found,) = fault.value.findings
    assert (found.where.file, found.level.value) == ("a.docx", "loi")
    return found


def windows_1258(text):
    """A tone is a byte of its own behind its vowel."""
    made = b""
    for letter in text:
        try:
            made += letter.encode("cp1258")
        except UnicodeEncodeError:
            spread = unicodedata.normalize("NFD", letter)
            tones = [mark for mark in spread if mark in "\u0300\u0301\u0303\u0309\u0323"]
            vowel = unicodedata.normalize("NFC", "".join(mark for mark in spread if mark not in tones))
            made += (vowel + "".join(tones)).encode("cp1258")
    return made


def test_a_word_file_is_known_by_its_content():
    document = read_report(package(p(TEXT)), "bao-cao.txt")
    assert (document.file, [item.text for item in document.passages]) == ("bao-cao.txt", [TEXT])


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        windows_1258(TEXT),
    ],
)
def test_a_text_is_read_in_every_encoding(data):
    assert [item.text for item in read_report(data, "a.txt").passages] == [TEXT]


def test_a_long_text_of_windows_1258_is_read_whole():
    unknown = dict.fromkeys(map(ord, "⁰⁴⁵⁶⁷⁸⁹"))
    text = REFERENCE.read_text(encoding="utf-8").translate(unknown)
    assert read_report(windows_1258(text), "a") == read_report(text.encode(), "a")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), "văn bản Word đời cũ (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "văn bản có đặt mật khẩu"),
        (OLE + "Workbook".encode("utf-16-le"), "tệp Excel đời cũ (.xls)"),
        (OLE, "tệp Word đời cũ (.doc)"),
        (zipped("mimetype", "content.xml"), "văn bản LibreOffice (.odt)"),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "tệp Excel"),
        (zipped("[Content_Types].xml", "ppt/presentation.xml"), "tệp trình chiếu"),
        (zipped("a.docx"), "tệp nén"),
        (b"%PDF-1.7\n", "tệp PDF"),
        (b"\n\n%PDF-1.4\n", "tệp PDF"),
        (rb"{\rtf1\ansi", "văn bản kiểu .rtf"),
        (b"\x89PNG\r\n\x1a\n\0\0", "ảnh"),
        (b"\xff\xd8\xff\xe0\0", "ảnh"),
        (b"<!DOCTYPE html><html>", "trang mạng"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?>', "tệp Word kiểu .xml"),
        (bytes(range(256)) * 3, "tệp không phải văn bản"),
    ],
)
def test_another_kind_of_file_is_told_with_what_to_do(data, kind):
    found = refused(data)
    assert (found.code, dict(found.facts)["loai"]) == ("bao-cao-khac-loai", kind)
    assert found.remedy.endswith(".")


def test_a_file_that_was_cut_off_says_so():
    found = refused(package(p(TEXT))[:-200])
    assert (found.code, dict(found.facts)["ly_do"]) == (
        "bao-cao-hong",
        "tệp thiếu phần cuối, có lẽ chép hoặc tải chưa xong",
    )


def test_an_empty_file_was_not_saved_to_its_end():
    assert refused(b"").code == "bao-cao-rong-byte"


LOST = "Ti?p nh?n 100 h? s?, ?ã gi?i quy?t 90 h? s?, ??t 95%. Trên địa bàn có bao nhiêu hồ sơ?"


@pytest.mark.parametrize("data", [LOST.encode(), LOST.encode("utf-16"), package(p(LOST))])
def test_a_text_that_lost_its_marks_is_no_clean_report(data):
    found = refused(data)
    assert (found.code, dict(found.facts)["chu"]) == ("bao-cao-mat-dau", "Ti?p nh?n ?ã")
    assert "UTF-8" in found.remedy


def test_questions_are_no_lost_marks():
    text = "Ai làm? Làm gì? Khi nào? Ở đâu?Ai chịu trách nhiệm? Đã tiếp nhận 12 hồ sơ. " * 3
    assert read_report(text.encode(), "a.txt").passages


def test_a_file_that_is_no_report_by_its_length_is_refused():
    found = refused("Đã xong.\n\n".encode() * 20_001)
    assert (found.code, dict(found.facts)["so"]) == ("bao-cao-qua-dai", "20.001")


HEAD = (
    "ỦY BAN NHÂN DÂN XÃ AN LẠC<br>Số: 215/BC-UBND|"
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br>An Lạc, ngày 12 tháng 12 năm 2025"
)


def forced(text):
    """A paragraph whose lines end with Shift+Enter."""
    return p("<w:r><w:br/></w:r>".join(map(r, text.split("<br>"))))


def test_a_header_typed_with_forced_lines_tells_the_day():
    cells = [tc(forced(text)) for text in HEAD.split("|")]
    body = tbl(cells) + p("BÁO CÁO") + p("Kết quả năm 2025") + forced("Đã họp<br>02 lần.")
    document = read_report(package(body), "a.docx")
    assert document.report_date == dt.date(2025, 12, 12)
    lines = HEAD.replace("|", "<br>").split("<br>")
    said = [*lines, "BÁO CÁO", "Kết quả năm 2025", "Đã họp 02 lần."]
    assert [item.text for item in document.passages] == said
    assert {item.kind for item in document.passages[:5]} == {PassageKind.HEADER_BLOCK}


@pytest.mark.parametrize("data", [b" \n\n", codecs.BOM_UTF8, package(p("")), package("")])
def test_a_file_without_words_is_told(data):
    assert refused(data).code == "bao-cao-rong"


@pytest.mark.parametrize(
    "broken",
    [
        package(p(TEXT))[:-200],
        package(p(TEXT))[:60],
        package("<w:p>"),
        zipped("[Content_Types].xml", "word/document2.xml"),
        package(p("A."), extra={"word/footnotes.xml": b"<w:footnotes"}),
    ],
)
def test_a_broken_word_file_is_told(broken):
    found = refused(broken)
    assert found.code == "bao-cao-hong"
    assert "Mẫu" not in found.text


@pytest.mark.parametrize(
    ("text", "encoding", "word"),
    [
        ("ñy ban nh©n d©n x· ®· tiÕp nhËn 27.630 hå s¬", "TCVN3", "ñy"),
        ("Uûy ban nhaân daân xaõ ñaõ tieáp nhaän 27.630 hoà sô", "VNI", "Uûy"),
    ],
)
def test_a_text_of_an_old_font_is_told(text, encoding, word):
    for data in (text.encode(), text.encode("latin-1"), package(p(text))):
        found = refused(data)
        assert (found.code, dict(found.facts)) == ("bao-cao-phong-cu", {"bo_ma": encoding, "chu": word})


def test_a_few_old_words_in_a_proper_text_stop_nothing():
    assert legacy_of(REFERENCE.read_text(encoding="utf-8") + " ñy ban nh©n d©n x·") is None


def test_letters_of_another_country_are_told():
    assert refused("Отчёт о работе".encode("koi8-r") * 9).code == "bao-cao-sai-ma"


def told(data):
    """Words of the document, or of why there is none."""
    try:
        return [item.text for item in read_report(data, "a").passages]
    except BaocaoError as fault:
        return [f"{found.text} {found.remedy}" for found in fault.findings]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_in_words(data):
    assert all(told(data))


@given(st.integers(0, 3000), st.integers(0, 255))
def test_a_word_file_with_a_wrong_byte_is_read_or_refused_in_words(at, byte):
    data = bytearray(package(p(TEXT)))
    data[at % len(data)] = byte
    assert all(told(bytes(data)))
