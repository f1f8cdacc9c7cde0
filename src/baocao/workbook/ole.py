"""The old compound file of .xls ([MS-CFB]): names of what is inside, and one stream. Read with suspicion.

python-calamine believes the lengths and chains of such a file: a false one takes all memory or never ends. So
it never sees the file itself, only the checked stream in a new compound file (`wrapped`).
"""

from __future__ import annotations

from struct import Struct

_HEADER = Struct("<30x2H6x8xI4x2I4x2I")
_ENTRY = Struct("<64sHBBIII16xI8x8xIQ")
_END = 0xFFFFFFFE
"""From here on sector numbers are marks: end of a chain, free."""
_STREAM, _ROOT = 2, 5
_CHAIN_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_NEW_SECTOR, _LEAST = 4096, 4096
_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class OleFile:
    """A compound file. Every method raises `ValueError`, `IndexError` or `struct.error` when it is broken."""

    def __init__(self, data: bytes) -> None:
        shift, mini_shift, directory, self._cutoff, mini_fat, difat, difat_count = _HEADER.unpack_from(data)
        if shift not in (9, 12) or mini_shift != 6:
            raise ValueError("sector size")
        self._data, self._size, self._mini_size = data, 1 << shift, 1 << mini_shift
        self._fat = self._table(self._fat_sectors(difat, difat_count))
        self._entries = self._directory(self._chain(directory))
        self._mini_fat = self._table(self._links(mini_fat)) if mini_fat < _END else []

    def names(self) -> set[str]:
        """Names of all storages and streams, lower case."""
        return {name for name, *_ in self._entries}

    def stream(self, name: str) -> bytes:
        """The content of the stream of that lower-case name."""
        for known, kind, start, size in self._entries:
            if known == name and kind == _STREAM:
                return self._mini(start, size) if size < self._cutoff else self._chain(start)[:size]
        raise ValueError(name)

    def _sector(self, number: int) -> bytes:
        start = (number + 1) * self._size
        if start >= len(self._data):
            raise ValueError("sector beyond the end")
        return self._data[start : start + self._size]

    def _fat_sectors(self, difat: int, count: int) -> list[int]:
        """Sectors of the allocation table: 109 in the header, the rest in a chain of their own."""
        numbers = list(Struct("<109I").unpack_from(self._data, 76))
        per = self._size // 4
        for _ in range(min(count, len(self._data) // self._size)):
            if difat >= _END:
                break
            *more, difat = Struct(f"<{per}I").unpack(self._sector(difat))
            numbers += more
        return [number for number in numbers if number < _END]

    def _table(self, sectors: list[int]) -> list[int]:
        joined = b"".join(self._sector(number) for number in sectors)
        return list(Struct(f"<{len(joined) // 4}I").unpack_from(joined))

    def _links(self, start: int) -> list[int]:
        """The sectors of a chain; a chain longer than the file goes round in a circle."""
        sectors: list[int] = []
        most = len(self._data) // self._size + 1
        while start < _END:
            if len(sectors) > most:
                raise ValueError("circle")
            sectors.append(start)
            start = self._fat[start]
        return sectors

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in self._links(start))

    def _directory(self, raw: bytes) -> list[tuple[str, int, int, int]]:
        entries = []
        for offset in range(0, len(raw) - _ENTRY.size + 1, _ENTRY.size):
            name, length, kind, _, _, _, _, _, start, size = _ENTRY.unpack_from(raw, offset)
            if kind:
                text = name[: max(length - 2, 0)].decode("utf-16-le", "replace").lower()
                entries.append((text, kind, start, size & 0xFFFFFFFF))
        return entries

    def _mini(self, start: int, size: int) -> bytes:
        """A small stream: its pieces lie in the root's stream."""
        root = next((entry for entry in self._entries if entry[1] == _ROOT), None)
        if root is None:
            raise ValueError("no root")
        store, pieces, most = self._chain(root[2]), list[bytes](), size // self._mini_size + 1
        while start < _END and len(pieces) <= most:
            pieces.append(store[start * self._mini_size : (start + 1) * self._mini_size])
            start = self._mini_fat[start]
        return b"".join(pieces)[:size]


def wrapped(stream: bytes) -> bytes:
    """A compound file that holds nothing but `stream` as its "Workbook".

    Layout: header, allocation table, directory, stream; sectors of 4.096 bytes, so that the 109 places of the
    header are enough for 450 MB.
    """
    stream = stream.ljust(_LEAST, b"\0")
    length = -(-len(stream) // _NEW_SECTOR)
    per = _NEW_SECTOR // 4
    tables = -(-(length + 2) // per)
    while tables * per < tables + 1 + length:
        tables += 1
    first = tables + 1
    links = [_FAT] * tables + [_CHAIN_END] + [*range(first + 1, first + length), _CHAIN_END]
    links += [_FREE] * (tables * per - len(links))
    header = _SIGNATURE + bytes(16) + Struct("<5H6x9I").pack(
        0x3E, 4, 0xFFFE, 12, 6, 1, tables, tables, 0, _LEAST, _CHAIN_END, 0, _CHAIN_END, 0
    )  # fmt: skip
    places = Struct("<109I").pack(*range(tables), *[_FREE] * (109 - tables))
    # python-calamine wants the root to have a store of small streams: the directory stands in for it.
    root = _entry("Root Entry", _ROOT, 1, tables, 64)
    directory = root + _entry("Workbook", _STREAM, _FREE, first, len(stream))
    return b"".join(
        (
            (header + places).ljust(_NEW_SECTOR, b"\0"),
            Struct(f"<{len(links)}I").pack(*links),
            directory.ljust(_NEW_SECTOR, b"\0"),
            stream.ljust(length * _NEW_SECTOR, b"\0"),
        )
    )


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    fields = (encoded.ljust(64, b"\0"), len(encoded) + 2, kind, 1, _FREE, _FREE, child, 0, start, size)
    return _ENTRY.pack(*fields)
