"""Take a zip apart that a stranger may have made: limits first, then every byte against its checksum."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from struct import Struct, error
from typing import NoReturn

from baocao.errors import Finding, PackError, Where
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT
from baocao.ooxml.usual_names import RawMember, with_usual_names

MAX_MEMBERS = 2_000
MAX_SIZE = 128 * 2**20
"""Largest sum of all members once inflated, bytes."""
MAX_RATIO = 250
"""Largest inflation of a member above `RATIO_FROM` bytes. Word's XML stays under 60, deflate can do 1032."""
RATIO_FROM = 2**20

_UNNAMED = Where()
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCAL_SIGNATURE = b"PK\x03\x04"
_LOCAL_LENGTHS = Struct("<4s22x2H")
_ENCRYPTED = 0x1


def safe_members(data: bytes, file: str = "") -> list[RawMember]:
    """The members of a .docx, the main ones under their usual names (`usual_names`).

    Raises `PackError` when it is unsafe, broken, or no Word document.
    """
    return _Reader(data, file).members()


def check_sizes(sizes: Sequence[tuple[str, int, int]], where: Where = _UNNAMED) -> None:
    """Raise `PackError` for a package too large or too tightly deflated to be opened with safety.

    sizes: name, size and deflated size of each member, bytes.
    """
    if len(sizes) > MAX_MEMBERS:
        _refuse(where, "docx-qua-lon", so=f"{len(sizes)} phần", gioi_han=f"{MAX_MEMBERS} phần")
    total = sum(size for _, size, _ in sizes)
    if total > MAX_SIZE:
        _refuse(where, "docx-qua-lon", so=f"{total >> 20} MB", gioi_han=f"{MAX_SIZE >> 20} MB")
    for name, size, deflated in sizes:
        ratio = size // max(deflated, 1)
        if size > RATIO_FROM and ratio > MAX_RATIO:
            _refuse(where, "docx-nen-bat-thuong", phan=name, lan=ratio)


def _refuse(where: Where, code: str, **facts: str | int) -> NoReturn:
    raise PackError(Finding(code, where, tuple((name, str(fact)) for name, fact in facts.items())))


class _Reader:
    def __init__(self, data: bytes, file: str) -> None:
        self.data = data
        self.where = Where(file=file)

    def members(self) -> list[RawMember]:
        infos = [info for info in self._directory() if not info.filename.endswith("/")]
        check_sizes([(info.filename, info.file_size, info.compress_size) for info in infos], self.where)
        if sum(info.compress_size for info in infos) > len(self.data):
            self._refuse("docx-hong", ly_do="các phần bên trong chồng lên nhau")
        self._check_names(infos)
        members = with_usual_names([self._member(info) for info in infos])
        self._check_parts({member.name for member in members})
        return members

    def _refuse(self, code: str, **facts: str | int) -> NoReturn:
        _refuse(self.where, code, **facts)

    def _directory(self) -> list[zipfile.ZipInfo]:
        if self.data.startswith(_OLE):
            self._refuse("docx-cu-hoac-co-mat-khau")
        if not self.data.startswith(_LOCAL_SIGNATURE):
            self._refuse("docx-khong-phai")
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return archive.infolist()
        except (
            zipfile.BadZipFile,
            error,
            NotImplementedError,
            UnicodeDecodeError,
            ValueError,
            OverflowError,
        ):
            self._refuse("docx-hong", ly_do="không đọc được danh sách các phần bên trong")

    def _check_names(self, infos: list[zipfile.ZipInfo]) -> None:
        seen: set[str] = set()
        for info in infos:
            if not _plain(info.orig_filename):
                self._refuse("docx-ten-phan-la", phan=info.orig_filename)
            if info.filename.lower() in seen:
                self._refuse("docx-trung-phan", phan=info.filename)
            seen.add(info.filename.lower())

    def _check_parts(self, names: set[str]) -> None:
        for name in (CONTENT_TYPES, DOCUMENT):
            if name not in names:
                self._refuse("docx-thieu-phan", phan=name)

    def _member(self, info: zipfile.ZipInfo) -> RawMember:
        if info.flag_bits & _ENCRYPTED:
            self._refuse("docx-cu-hoac-co-mat-khau")
        raw = self._raw(info)
        content = self._inflated(info, raw)
        if len(content) != info.file_size or zlib.crc32(content) != info.CRC:
            self._refuse("docx-hong", ly_do=f"phần {info.filename} không đúng như lúc được ghi")
        return RawMember(info.filename, info.compress_type, info.CRC, info.file_size, raw)

    def _raw(self, info: zipfile.ZipInfo) -> bytes:
        head = self.data[info.header_offset : info.header_offset + _LOCAL_LENGTHS.size]
        if len(head) < _LOCAL_LENGTHS.size or not head.startswith(_LOCAL_SIGNATURE):
            self._refuse("docx-hong", ly_do=f"không tìm thấy phần {info.filename}")
        _, name, extra = _LOCAL_LENGTHS.unpack(head)
        start = info.header_offset + _LOCAL_LENGTHS.size + name + extra
        return self.data[start : start + info.compress_size]

    def _inflated(self, info: zipfile.ZipInfo, raw: bytes) -> bytes:
        if info.compress_type == zipfile.ZIP_STORED:
            return raw
        stream = zlib.decompressobj(-15)
        try:
            content = stream.decompress(raw, info.file_size + 1)
        except zlib.error:
            content = b""
        if info.compress_type != zipfile.ZIP_DEFLATED or not stream.eof:
            self._refuse("docx-hong", ly_do=f"phần {info.filename} không mở ra được")
        return content


def _plain(name: str) -> bool:
    steps = name.split("/")
    return all(steps) and not {".", ".."} & set(steps) and not any(mark in name for mark in "\\:\0")
