"""What a file is by its content, whatever its name says, and what to do with one that is no report."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import Enum
from typing import NamedTuple

from baocao.errors import DataError, Where, finding
from baocao.ooxml.names import CONTENT_TYPES

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOLDER = "word/"
_LOOKED_AT, _TYPES_LOOKED_AT = 4096, 1 << 16
"""Bytes at the front of a file, and of the list of contents of a zip, that tell what it is."""
_WORD_TYPE = re.compile(rb"wordprocessingml\.\w+\.main\+xml|ms-word\.\w+\.macroEnabled\w*\.main\+xml")


class Way(Enum):
    """What is to be done with a file that is no .docx, to have its words in one."""

    SAVE = "Mở tệp bằng Word, chọn Lưu thành (Save As), loại Word Document (*.docx), rồi soát tệp mới."
    UNLOCK = "Mở tệp bằng Word, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ tài liệu), lưu lại rồi soát."
    PICTURE = "Soát tệp Word gốc (*.docx) của báo cáo; chỉ còn ảnh thì phải gõ lại chữ."
    PDF = (
        "Soát tệp Word gốc (*.docx) của báo cáo; không còn thì mở tệp PDF, chép toàn bộ chữ, dán vào tệp "
        ".txt, khi lưu chọn UTF-8, rồi soát tệp đó."
    )
    EXCEL = (
        "Đưa vào tệp Word (*.docx) của báo cáo; số liệu trong Excel thì chép sang biểu của baocao rồi soát."
    )
    ARCHIVE = "Giải nén rồi soát tệp Word (*.docx) ở bên trong."
    RIGHT_FILE = "Kiểm tra xem có đưa nhầm tệp không; soát được tệp Word (*.docx) và tệp chữ (.txt)."
    NONE = ""


class Kind(NamedTuple):
    """What a file is, in a reader's words. way: `Way.NONE` for a .docx and for what may be plain text."""

    name: str
    way: Way


WORD, PLAIN = Kind("tệp Word", Way.NONE), Kind("tệp chữ", Way.NONE)

_BY_START = (
    (re.compile(rb".{0,1024}?%PDF-", re.DOTALL), "tệp PDF", Way.PDF),
    (re.compile(rb"\s*\{\\rtf"), "văn bản kiểu .rtf", Way.SAVE),
    (re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\x00|MM\x00\*|RIFF....WEBP", re.DOTALL), "ảnh", Way.PICTURE),
    (re.compile(rb"Rar!|7z\xbc\xaf|\x1f\x8b"), "tệp nén", Way.ARCHIVE),
    (
        re.compile(rb"\s*<\?xml.{0,400}?(?:Word\.Document|xmlPackage)", re.DOTALL),
        "tệp Word kiểu .xml",
        Way.SAVE,
    ),
    (re.compile(rb"\s*(?:<!doctype\s+html|<html)|MIME-Version:", re.IGNORECASE), "trang mạng", Way.SAVE),
)
_IN_ZIP = (
    ("xl/", "tệp Excel", Way.EXCEL),
    ("ppt/", "tệp trình chiếu", Way.RIGHT_FILE),
    ("content.xml", "văn bản LibreOffice (.odt)", Way.SAVE),
)
_IN_OLE = (
    ("EncryptedPackage", "văn bản có đặt mật khẩu", Way.UNLOCK),
    ("WordDocument", "văn bản Word đời cũ (.doc)", Way.SAVE),
    ("Workbook", "tệp Excel đời cũ (.xls)", Way.EXCEL),
    ("PowerPoint Document", "tệp trình chiếu", Way.RIGHT_FILE),
)


def is_word_file(data: bytes, file: str) -> bool:
    """Whether the file is a .docx, the alternative being plain text.

    file: its name, for the place. Raises `DataError` for every other kind of file.
    """
    kind = kind_of(data)
    if kind.way is not Way.NONE:
        raise _refusal(file, kind.name, kind.way.value)
    return kind == WORD


def kind_of(data: bytes) -> Kind:
    """What a file is by its content; `PLAIN` for everything unknown."""
    if data.startswith(_ZIP):
        return _in_zip(data)
    if data.startswith(_OLE):
        found = (kind for sign, *kind in _IN_OLE if sign.encode("utf-16-le") in data)
        return Kind(*next(found, ("tệp Word đời cũ (.doc)", Way.SAVE)))
    found = (kind for start, *kind in _BY_START if start.match(data[:_LOOKED_AT]))
    return Kind(*next(found, PLAIN))


def _in_zip(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            if _holds(names, _FOLDER) or _says_word(archive, names):
                return WORD
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, EOFError, zlib.error):
        return WORD  # a broken one: its reader says what is wrong with it
    return Kind(*next((kind for sign, *kind in _IN_ZIP if _holds(names, sign)), ("tệp nén", Way.ARCHIVE)))


def _says_word(archive: zipfile.ZipFile, names: frozenset[str]) -> bool:
    """Whether the list of contents names a Word document, wherever that lies."""
    if CONTENT_TYPES not in names:
        return False
    with archive.open(CONTENT_TYPES) as told:
        return _WORD_TYPE.search(told.read(_TYPES_LOOKED_AT)) is not None


def unreadable(file: str) -> DataError:
    """The error for bytes that are no text."""
    return _refusal(file, "tệp không phải văn bản", Way.RIGHT_FILE.value)


def _holds(names: frozenset[str], start: str) -> bool:
    return any(name.startswith(start) for name in names)


def _refusal(file: str, kind: str, remedy: str) -> DataError:
    return DataError(finding("bao-cao-khac-loai", Where(file), loai=kind, cach_sua=remedy))
