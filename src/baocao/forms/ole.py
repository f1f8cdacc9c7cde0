"""The old compound file of .xls ([MS-CFB]): names of what is inside, and one stream. Read with suspicion."""

from __future__ import annotations

from struct import Struct

_HEADER = Struct("<30x2H6x8xI4x2I4x2I")
_ENTRY = Struct("<64sHBBIII16xI8x8xIQ")
_END = 0xFFFFFFFE
"""From here on sector numbers are marks: end of a chain, free."""
_STREAM, _ROOT = 2, 5


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
