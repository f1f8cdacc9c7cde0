"""No bytes crash the reader: every spoilt file is read or refused in words."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from book_kit import FILES, SHEET, book_of, compound, refusal, spoilt, usual, workbook
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baocao.errors import DataError
from baocao.workbook.ole import OleFile, wrapped

SOURCES = {
    "bieu.xlsx": workbook(usual),
    "bieu.xls": (FILES / "bang.xls").read_bytes(),
    "bieu.ods": (FILES / "bang.ods").read_bytes(),
}
STREAM = OleFile(SOURCES["bieu.xls"]).stream("workbook")
PARTS = [
    (name, part)
    for name in ("bieu.xlsx", "bieu.ods")
    for part in zipfile.ZipFile(BytesIO(SOURCES[name])).namelist()
    if part.endswith((".xml", ".rels"))
]
AWKWARD = (0, 1, 255, 2**15, 2**16 - 1, 2**31 - 1, 2**31, 2**32 - 1, 2**32, 2**63, 2**64, 10**30)
PIECES = st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=4), st.integers(0, 40))
FUZZ = settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])


def cut(data: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """The bytes with some pieces replaced: (place, what comes, how many go)."""
    for place, new, gone in changes:
        start = int(place * len(data))
        data = data[:start] + new + data[start + gone :]
    return data


def survives(folder: Path, data: bytes, name: str) -> None:
    """Read the file and every cell near A1, or be told why not."""
    try:
        sheets = book_of(folder, data, name).sheets
    except DataError as fault:
        sheets, refused = (), [item.remedy for item in fault.findings if item.text]
        assert all(refused), name
    for sheet in sheets:
        for row in range(min(len(sheet.rows), 20)):
            for column in range(min(sheet.width, 20)):
                assert sheet.raw(row, column).where.cell
                sheet.fault(row, column)


@FUZZ
@given(st.sampled_from(sorted(SOURCES)), st.lists(PIECES, min_size=1, max_size=8))
def test_spoilt_files(tmp_path: Path, name: str, changes: list[tuple[float, bytes, int]]) -> None:
    survives(tmp_path, cut(SOURCES[name], changes), name)


@FUZZ
@given(st.sampled_from(PARTS), st.lists(PIECES, min_size=1, max_size=4))
def test_spoilt_parts(tmp_path: Path, part: tuple[str, str], changes: list[tuple[float, bytes, int]]) -> None:
    name, inside = part
    survives(tmp_path, spoilt(SOURCES[name], {inside: lambda xml: cut(xml, changes)}), name)


@FUZZ
@given(st.lists(PIECES, min_size=1, max_size=6))
def test_spoilt_records(tmp_path: Path, changes: list[tuple[float, bytes, int]]) -> None:
    survives(tmp_path, wrapped(cut(STREAM, changes)), "bieu.xls")


@FUZZ
@given(st.randoms(use_true_random=False), st.sampled_from(["bieu.xlsx", "bieu.ods"]))
def test_awkward_numbers(tmp_path: Path, random: object, name: str) -> None:
    def awkward(found: re.Match[bytes]) -> bytes:
        if random.random() < 0.97:  # type: ignore[attr-defined]
            return found[0]
        return found[0][:1] + b"%d" % random.choice(AWKWARD) + b'"'  # type: ignore[attr-defined]

    part = SHEET if name == "bieu.xlsx" else "content.xml"
    survives(tmp_path, spoilt(SOURCES[name], {part: lambda xml: re.sub(rb'["A-Z]\d+"', awkward, xml)}), name)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html"]),
)
def test_any_bytes_are_refused(tmp_path: Path, data: bytes, start: bytes) -> None:
    refusal(tmp_path, start + data)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def book_stream(sheet: bytes, before: bytes = b"") -> bytes:
    """A workbook stream with one sheet."""
    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    name = b"\x03\x00Mot"
    length = len(begin) + len(before) + 4 + 6 + len(name) + 4
    bound = record(0x85, struct.pack("<IBB", length, 0, 0) + name)
    page = record(0x809, struct.pack("<HHHHII", 0x600, 16, 0, 0, 0, 0))
    return begin + before + bound + record(0x0A, b"") + page + sheet + record(0x0A, b"")


ONE = record(0x203, struct.pack("<HHHd", 0, 0, 0, 7.0))


def test_the_small_stream_is_read(tmp_path: Path) -> None:
    assert book_of(tmp_path, compound(stream=book_stream(ONE)), "bieu.xls").sheets[0].rows == [[7.0]]


@pytest.mark.parametrize(
    ("sheet", "before"),
    [
        (record(0x200, struct.pack("<IIHHH", 0, 2**32 - 1, 0, 65535, 0)) + ONE, b""),
        (record(0x200, struct.pack("<IIHHH", 9, 1, 9, 1, 0)) + ONE, b""),
        (ONE, record(0xFC, struct.pack("<II", 1, 2**31 - 1))),
        (record(0x203, struct.pack("<HHHd", 65535, 65535, 0, 7.0)), b""),
    ],
    ids=["huge sheet", "sheet ends before it begins", "two billion strings", "cell far out"],
)
def test_records_that_ask_for_all_memory(tmp_path: Path, sheet: bytes, before: bytes) -> None:
    found = refusal(tmp_path, compound(stream=book_stream(sheet, before)), "bieu.xls")
    assert found.code in ("bang-tinh-hong", "trang-qua-rong")


LENGTHS: dict[str, Callable[[bytearray], None]] = {
    "allocation tables": lambda data: data.__setitem__(slice(44, 48), b"\xff\xff\xff\x7f"),
    "small tables": lambda data: data.__setitem__(slice(64, 68), b"\xff\xff\xff\x7f"),
    "further tables": lambda data: data.__setitem__(slice(68, 76), b"\0\0\0\0\xff\xff\xff\x7f"),
    "stream": lambda data: data.__setitem__(slice(8192 + 248, 8192 + 256), b"\xff" * 6 + b"\0\0"),
    "circle": lambda data: data.__setitem__(slice(4096 + 8, 4096 + 12), b"\2\0\0\0"),
}


@pytest.mark.parametrize("length", LENGTHS)
def test_false_lengths_of_a_compound_file(tmp_path: Path, length: str) -> None:
    data = bytearray(compound(stream=book_stream(ONE)))
    LENGTHS[length](data)
    survives(tmp_path, bytes(data), "bieu.xls")
