"""What a file is by its content, whatever its name says, and what to do with one that is no report."""

from __future__ import annotations

import io
import re
import zipfile

from baocao.errors import DataError, Where, finding

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOLDER = "word/"
_LOOKED_AT = 4096
"""Bytes at the front that tell what a file is."""

_SAVE = "Mở tệp bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi soát tệp mới."
_UNLOCK = "Mở tệp bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi soát."
_PICTURE = "Soát tệp Word gốc (*.docx) của báo cáo; chỉ còn ảnh thì phải gõ lại chữ."
_PDF = (
    "Soát tệp Word gốc (*.docx) của báo cáo; không còn thì mở tệp PDF, chép toàn bộ chữ, dán vào tệp .txt, "
    "khi lưu chọn UTF-8, rồi soát tệp đó."
)
_EXCEL = "Đưa vào tệp Word (*.docx) của báo cáo; số liệu trong Excel thì chép sang biểu của baocao rồi soát."
_ARCHIVE = "Giải nén rồi soát tệp Word (*.docx) ở bên trong."
_RIGHT_FILE = "Kiểm tra xem có đưa nhầm tệp không; soát được tệp Word (*.docx) và tệp chữ (.txt)."

_BY_START = (
    (re.compile(rb".{0,1024}?%PDF-", re.DOTALL), "tệp PDF", _PDF),
    (re.compile(rb"\s*\{\\rtf"), "văn bản kiểu .rtf", _SAVE),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF....WEBP", re.DOTALL), "ảnh", _PICTURE),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"), "tệp nén", _ARCHIVE),
    (re.compile(rb"\s*<\?xml.{0,400}?(?:Word\.Document|xmlPackage)", re.DOTALL), "tệp Word kiểu .xml", _SAVE),
    (re.compile(rb"\s*(?:<!doctype\s+html|<html)|MIME-Version:", re.IGNORECASE), "trang mạng", _SAVE),
)
_IN_ZIP = (
    ("xl/", "tệp Excel", _EXCEL),
    ("ppt/", "tệp trình chiếu", _RIGHT_FILE),
    ("content.xml", "văn bản LibreOffice (.odt)", _SAVE),
)
_IN_OLE = (
    ("EncryptedPackage", "văn bản có đặt mật khẩu", _UNLOCK),
    ("WordDocument", "văn bản Word đời cũ (.doc)", _SAVE),
    ("Workbook", "tệp Excel đời cũ (.xls)", _EXCEL),
    ("PowerPoint Document", "tệp trình chiếu", _RIGHT_FILE),
)


def is_word_file(data: bytes, file: str) -> bool:
    """Whether the file is a .docx, the alternative being plain text.

    file: its name, for the place. Raises `DataError` for every other kind of file.
    """
    if data.startswith(_ZIP):
        names = _names(data)
        if names is None or _holds(names, _FOLDER):
            return True
        inside = (found[1:] for found in _IN_ZIP if _holds(names, found[0]))
        raise _refusal(file, *next(inside, ("tệp nén", _ARCHIVE)))
    if data.startswith(_OLE):
        directory = (found[1:] for found in _IN_OLE if found[0].encode("utf-16-le") in data)
        raise _refusal(file, *next(directory, ("tệp Word đời cũ (.doc)", _SAVE)))
    for start, kind, remedy in _BY_START:
        if start.match(data[:_LOOKED_AT]):
            raise _refusal(file, kind, remedy)
    return False


def unreadable(file: str) -> DataError:
    """The error for bytes that are no text."""
    return _refusal(file, "tệp không phải văn bản", _RIGHT_FILE)


def _holds(names: frozenset[str], start: str) -> bool:
    return any(name.startswith(start) for name in names)


def _names(data: bytes) -> frozenset[str] | None:
    """The members of a zip; None for a broken one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError):
        return None


def _refusal(file: str, kind: str, remedy: str) -> DataError:
    return DataError(finding("bao-cao-khac-loai", Where(file), loai=kind, cach_sua=remedy))
