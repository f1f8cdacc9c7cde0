"""The bytes of a workbook file -> what kind it is, and its parts, checked before anything trusts them.

python-calamine inflates without limits and knows nothing of macros, so every part it may read is inflated
here first, within the limits below. What no reader of workbooks can read is refused with the reason in words.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from struct import Struct, error
from typing import Any, NoReturn

from baocao.errors import DataError, Where, finding
from baocao.workbook.ole import OleFile

MAX_MEMBERS = 5_000
MAX_SIZE = 256 * 2**20
"""Largest sum of all parts once inflated, bytes."""
MAX_RATIO, RATIO_FROM = 250, 2**20
"""Largest inflation of a part above `RATIO_FROM` bytes. Sheets of blank cells stay under 60."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_LOCAL = Struct("<4s22x2H")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_UNREAD = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".svg", ".bin", ".vml")
_ENCRYPTED = 0x1

_OTHER_KINDS = (
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp văn bản có định dạng (.rtf)"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
    (b"Rar!", "tệp nén (.rar)"),
    (b"7z\xbc\xaf", "tệp nén (.7z)"),
)


@dataclass(frozen=True, slots=True)
class Container:
    """format: "xlsx", "xls" or "ods". parts: the parts by name, inflated; of an .xls its workbook stream."""

    format: str
    parts: Mapping[str, bytes]


def open_container(data: bytes, path: Path, where: Where) -> Container:
    """Take a workbook file apart. Raises `DataError` when it is unsafe, locked, broken or no workbook."""
    return _Opener(data, path, where).container()


class _Opener:
    def __init__(self, data: bytes, path: Path, where: Where) -> None:
        self.data, self.path, self.where = data, path, where

    def container(self) -> Container:
        """The container by what the bytes are, whatever the file is called."""
        if self.data.startswith(_OLE):
            return self._ole()
        if self.data.startswith(_ZIP):
            return self._zip()
        if not self.data.strip(b"\0 \t\r\n"):
            self._refuse("bang-tinh-hong", ly_do="tệp rỗng")
        for start, kind in _OTHER_KINDS:
            if self.data.startswith(start):
                self._refuse("bang-tinh-nham-loai", loai=kind)
        self._refuse_text()

    def _refuse(self, code: str, **facts: Any) -> NoReturn:
        raise DataError(finding(code, self.where, tep=self.path, **facts))

    def _refuse_text(self) -> NoReturn:
        """Web pages, XML and plain text that only carry a workbook's suffix; anything else is broken."""
        head = self.data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
        if head.startswith((b"<!doctype html", b"<html", b"<table", b"<meta", b"<style")) or b"<html" in head:
            self._refuse("bang-tinh-gia", loai="trang web (HTML)")
        if head.startswith((b"mime-version:", b"content-type:")):
            self._refuse("bang-tinh-gia", loai="trang web (MHTML)")
        if head.startswith((b"<?xml", b"<workbook")):
            self._refuse("bang-tinh-gia", loai="tệp XML")
        text = self.data.startswith(_UTF_16) or b"\0" not in self.data[:4096]
        if text and any(mark in head for mark in (b",", b";", b"\t")):
            self._refuse("bang-tinh-gia", loai="tệp chữ (CSV)")
        self._refuse("bang-tinh-hong", ly_do="bên trong không phải bảng tính")

    def _ole(self) -> Container:
        """An .xls, or the envelope of an encrypted workbook."""
        try:
            ole = OleFile(self.data)
            names = ole.names()
            stream = next((name for name in ("workbook", "book") if name in names), "")
            if "encryptedpackage" in names:
                self._refuse("bang-tinh-mat-khau")
            if "worddocument" in names or "powerpoint document" in names:
                self._refuse("bang-tinh-nham-loai", loai="tệp Word hoặc PowerPoint kiểu cũ")
            if not stream:
                self._refuse("bang-tinh-hong", ly_do="không có phần bảng tính bên trong")
            if names & {"_vba_project_cur", "_vba_project", "vba"}:
                self._refuse("bang-tinh-macro")
            return Container("xls", {"workbook": ole.stream(stream)})
        except (ValueError, IndexError, error):
            self._refuse("bang-tinh-hong", ly_do="tệp bị cắt ngang hoặc bị sửa")

    def _zip(self) -> Container:
        infos = [info for info in self._directory() if not info.is_dir()]
        self._check_sizes(infos)
        names = {_plain(info.filename) for info in infos}
        kind = self._kind(names)
        if any(name.endswith("vbaproject.bin") for name in names):
            self._refuse("bang-tinh-macro")
        if any(info.flag_bits & _ENCRYPTED for info in infos):
            self._refuse("bang-tinh-mat-khau")
        wanted = [info for info in infos if not info.filename.lower().endswith(_UNREAD)]
        parts = {_plain(info.filename): self._inflated(info) for info in wanted}
        if b"macroEnabled" in parts.get("[content_types].xml", b""):
            self._refuse("bang-tinh-macro")
        if kind == "ods" and b"encryption-data" in parts.get("meta-inf/manifest.xml", b""):
            self._refuse("bang-tinh-mat-khau")
        return Container(kind, parts)

    def _directory(self) -> list[zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return archive.infolist()
        except (zipfile.BadZipFile, error, NotImplementedError, ValueError, OverflowError):
            self._refuse("bang-tinh-hong", ly_do="tệp bị cắt ngang hoặc chép chưa xong")

    def _kind(self, names: set[str]) -> str:
        if "xl/workbook.xml" in names or any(name.endswith("/workbook.xml") for name in names):
            return "xlsx"
        if "content.xml" in names and not names & {"word/document.xml"}:
            return self._open_document()
        if "encrypted-package" in names:
            self._refuse("bang-tinh-mat-khau")
        if "xl/workbook.bin" in names:
            self._refuse("bang-tinh-nhi-phan")
        other = next((words for name, words in _ZIPPED.items() if name in names), "tệp nén")
        self._refuse("bang-tinh-nham-loai", loai=other)

    def _open_document(self) -> str:
        """ODS by its mimetype, stored first and uncompressed; other OpenDocument kinds are named."""
        head = self.data[:200]
        if b"opendocument.text" in head:
            self._refuse("bang-tinh-nham-loai", loai="văn bản LibreOffice (.odt)")
        if b"opendocument.presentation" in head:
            self._refuse("bang-tinh-nham-loai", loai="bản trình chiếu (.odp)")
        return "ods"

    def _check_sizes(self, infos: list[zipfile.ZipInfo]) -> None:
        """By the directory alone, before anything is inflated."""
        if len(infos) > MAX_MEMBERS:
            self._refuse("bang-tinh-qua-lon", so=_parts(len(infos)), gioi_han=_parts(MAX_MEMBERS))
        for info in infos:
            ratio = info.file_size // max(info.compress_size, 1)
            if info.file_size > RATIO_FROM and ratio > MAX_RATIO:
                self._refuse("bang-tinh-nen-bat-thuong", lan=ratio)
        total = sum(info.file_size for info in infos)
        if total > MAX_SIZE:
            self._refuse("bang-tinh-qua-lon", so=f"{total >> 20} MB", gioi_han=f"{MAX_SIZE >> 20} MB")
        if sum(info.compress_size for info in infos) > len(self.data):
            self._refuse("bang-tinh-hong", ly_do="các phần bên trong chồng lên nhau")
        if len({_plain(info.filename) for info in infos}) < len(infos):
            self._refuse("bang-tinh-hong", ly_do="có hai phần bên trong cùng tên")

    def _inflated(self, info: zipfile.ZipInfo) -> bytes:
        """A part's content. More bytes than the directory says is how a bomb hides."""
        head = self.data[info.header_offset : info.header_offset + _LOCAL.size]
        if len(head) < _LOCAL.size or not head.startswith(_ZIP):
            self._refuse("bang-tinh-hong", ly_do="tệp bị cắt ngang hoặc bị sửa")
        _, name, extra = _LOCAL.unpack(head)
        start = info.header_offset + _LOCAL.size + name + extra
        raw = self.data[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            return raw
        stream = zlib.decompressobj(-15)
        try:
            content = stream.decompress(raw, info.file_size + 1)
        except zlib.error:
            content, stream = b"", zlib.decompressobj(-15)
        if len(content) > info.file_size:
            self._refuse("bang-tinh-nen-bat-thuong", lan="rất nhiều")
        if info.compress_type != zipfile.ZIP_DEFLATED or not stream.eof:
            self._refuse("bang-tinh-hong", ly_do="có phần bên trong không mở ra được")
        return content


_ZIPPED = {
    "word/document.xml": "tệp Word (.docx)",
    "ppt/presentation.xml": "tệp PowerPoint (.pptx)",
    "index/document.iwa": "tệp Numbers của máy Apple",
}


def _parts(count: int) -> str:
    return f"{count:,} phần".replace(",", ".")


def _plain(name: str) -> str:
    """A part's name as readers compare it: case and the direction of strokes do not count."""
    return name.replace("\\", "/").lstrip("/").lower()
