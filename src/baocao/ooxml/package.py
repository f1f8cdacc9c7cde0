"""Word packages as zip files: read with suspicion, written the same bytes every time.

`Skeleton.read` takes a .docx apart once. `assemble` makes a document from it: members nobody replaced are
copied as they stand, already deflated, and only the replaced ones are compressed. NOTES.md says why the level
is what it is.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from struct import Struct

from baocao.errors import Finding, PackError, Where
from baocao.ooxml.names import CONTENT_TYPES, ROOT_RELATIONSHIPS

LEVEL_ONCE, LEVEL_EACH = 9, 1
"""Deflate levels: of parts written once and copied into every report, and of parts made anew for each report.

Level 1 takes a fifth of the time of level 6 for a file 13% larger (measured: see NOTES.md).
"""

_DATE, _TIME = (0 << 9) | (1 << 5) | 1, 0  # 1980-01-01 00:00, the first moment a zip can name
_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_OFFSET = Struct("<L")
_SIZE, _SIZE_AT = Struct("<L"), 22
_STORED, _DEFLATED = 0, 8
_UTF8_NAME = 0x800


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the package, ready to be written: local header with data, and central record.

    The central record ends with the member's offset, which only the finished package knows, and its name.
    """

    name: str
    local: bytes
    central: bytes
    header: int
    method: int

    @property
    def raw(self) -> bytes:
        """The data as it stands in the zip."""
        return self.local[self.header :]

    @property
    def sizes(self) -> tuple[str, int, int]:
        """Name, bytes of the content, bytes in the zip."""
        return self.name, _SIZE.unpack_from(self.local, _SIZE_AT)[0], len(self.local) - self.header

    def data(self) -> bytes:
        """The member's content."""
        return zlib.decompress(self.raw, -15) if self.method == _DEFLATED else self.raw


@dataclass(frozen=True)
class Skeleton:
    """A package taken apart: members in the order of writing. Picklable."""

    members: tuple[Member, ...]

    @staticmethod
    def read(data: bytes, file: str = "") -> Skeleton:
        """Take a .docx apart. file: its name, for the findings. Raises `PackError` when unsafe or broken."""
        from baocao.ooxml.reading import safe_members

        members = sorted(safe_members(data, file), key=lambda member: writing_order(member.name))
        return Skeleton(tuple(_member(*member) for member in members))

    @staticmethod
    def of(parts: Mapping[str, bytes]) -> Skeleton:
        """A skeleton holding `parts`."""
        return Skeleton(
            tuple(_deflated(name, parts[name], LEVEL_ONCE) for name in sorted(parts, key=writing_order))
        )

    @cached_property
    def _by_name(self) -> dict[str, Member]:
        return {member.name: member for member in self.members}

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the members, in the order of writing."""
        return tuple(member.name for member in self.members)

    def __contains__(self, name: object) -> bool:
        return name in self._by_name

    def member(self, name: str) -> Member:
        """A member by its name; raises `KeyError`."""
        return self._by_name[name]

    def data(self, name: str) -> bytes:
        """The content of a member; raises `KeyError`."""
        return self._by_name[name].data()

    def text(self, name: str) -> str:
        """The content of an XML member as text (UTF-8, or UTF-16 with its mark).

        Raises `KeyError` for a name not there, `PackError` for bytes that are no text.
        """
        data = self.data(name)
        try:
            return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        except UnicodeDecodeError:
            reason = (("ly_do", f"phần {name} không phải chữ Unicode"),)
            raise PackError(Finding("docx-hong", Where(part=name), reason)) from None

    def replaced(self, parts: Mapping[str, bytes]) -> Skeleton:
        """The package with some members' content replaced; names it lacks are added at the end."""
        members = [
            _deflated(item.name, parts[item.name], LEVEL_EACH) if item.name in parts else item
            for item in self.members
        ]
        added = sorted(parts.keys() - self._by_name.keys())
        return Skeleton((*members, *(_deflated(name, parts[name], LEVEL_EACH) for name in added)))

    def to_bytes(self) -> bytes:
        """The package as a file."""
        return _joined(self.members)

    def parts(self) -> dict[str, bytes]:
        """Every member's content by name."""
        return {member.name: member.data() for member in self.members}


def writing_order(name: str) -> tuple[int, str]:
    """Sort key of members: content types first, where readers look, root relationships next, then by name."""
    return {CONTENT_TYPES: 0, ROOT_RELATIONSHIPS: 1}.get(name, 2), name


def assemble(skeleton: Skeleton, replaced: Mapping[str, bytes]) -> bytes:
    """A package of `skeleton` with some members' content replaced; names it lacks are added at the end."""
    return skeleton.replaced(replaced).to_bytes()


def write_package(parts: Mapping[str, bytes]) -> bytes:
    """A package holding `parts`, the same bytes for the same parts."""
    return Skeleton.of(parts).to_bytes()


def _deflated(name: str, content: bytes, level: int) -> Member:
    squeezed = zlib.compressobj(level, zlib.DEFLATED, -15)
    raw = squeezed.compress(content) + squeezed.flush()
    return _member(name, _DEFLATED, zlib.crc32(content), len(content), raw)


def _member(name: str, method: int, crc: int, size: int, raw: bytes) -> Member:
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8_NAME
    fields = (20, flags, method, _TIME, _DATE, crc, len(raw), size, len(encoded), 0)
    local = _LOCAL.pack(b"PK\x03\x04", *fields) + encoded
    central = _CENTRAL.pack(b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, 0)[: -_OFFSET.size]
    return Member(name, local + raw, central, len(local), method)


def _joined(members: Iterable[Member]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        pieces.append(member.local)
        directory += (member.central, _OFFSET.pack(offset), member.name.encode())
        offset += len(member.local)
    size = sum(map(len, directory))
    count = len(pieces)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, size, offset, 0)
    return b"".join((*pieces, *directory, end))
