"""Packages: read with suspicion, written the same bytes every time, unchanged members copied."""

from __future__ import annotations

import io
import pickle
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.errors import PackError
from baocao.ooxml import reading
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT
from baocao.ooxml.package import Skeleton, assemble, write_package

PARTS = {
    DOCUMENT: b"<document/>" * 50,
    CONTENT_TYPES: b"<Types/>",
    "_rels/.rels": b"<R/>",
    "a/b.bin": bytes(99),
}


def _zip(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _open(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return archive


def _code(data: bytes) -> str:
    with pytest.raises(PackError) as caught:
        Skeleton.read(data, "mau.docx")
    (item,) = caught.value.findings
    assert item.where.file == "mau.docx"
    assert item.text
    assert item.remedy
    return item.code


def test_a_package_reads_back_in_the_fixed_order():
    archive = _open(write_package(PARTS))
    assert archive.namelist() == [CONTENT_TYPES, "_rels/.rels", "a/b.bin", DOCUMENT]
    assert {name: archive.read(name) for name in archive.namelist()} == PARTS


def test_dates_and_attributes_are_fixed():
    for info in _open(write_package(PARTS)).infolist():
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert (info.external_attr, info.internal_attr, info.extra, info.comment) == (0, 0, b"", b"")


def test_the_order_of_parts_given_does_not_matter():
    assert write_package(PARTS) == write_package(dict(reversed(PARTS.items())))


def test_skeleton_gives_names_content_and_text():
    skeleton = Skeleton.read(_zip(PARTS | {"w/x.xml": "﻿đ".encode(), "w/y.xml": "ế".encode("utf-16")}))
    assert skeleton.names[:2] == (CONTENT_TYPES, "_rels/.rels")
    assert skeleton.data(DOCUMENT) == PARTS[DOCUMENT]
    assert (skeleton.text("w/x.xml"), skeleton.text("w/y.xml")) == ("đ", "ế")
    assert DOCUMENT in skeleton
    assert "w/z.xml" not in skeleton
    with pytest.raises(KeyError):
        skeleton.text("w/z.xml")


def test_a_part_that_is_no_text_is_a_finding():
    skeleton = Skeleton.of(PARTS | {DOCUMENT: b"\xff\x00\x80"})
    with pytest.raises(PackError) as caught:
        skeleton.text(DOCUMENT)
    assert caught.value.findings[0].code == "docx-hong"


def test_replaced_members_change_and_the_others_are_copied_byte_by_byte():
    noise = bytes(zlib.crc32(bytes([n])) & 255 for n in range(256)) * 3
    source = _zip(PARTS | {"img.bin": noise}, zipfile.ZIP_DEFLATED)
    skeleton = Skeleton.read(source)
    made = assemble(skeleton, {DOCUMENT: b"<new/>"})
    with zipfile.ZipFile(io.BytesIO(source)) as before, _open(made) as after:
        assert after.read(DOCUMENT) == b"<new/>"
        assert after.read("img.bin") == noise
        info = before.getinfo("img.bin")
        start = info.header_offset + 30 + len("img.bin")
        assert source[start : start + info.compress_size] in made


def test_a_stored_member_stays_stored():
    made = assemble(Skeleton.read(_zip(PARTS, zipfile.ZIP_STORED)), {DOCUMENT: b"x"})
    with _open(made) as archive:
        methods = {info.filename: info.compress_type for info in archive.infolist()}
        assert archive.read("a/b.bin") == PARTS["a/b.bin"]
    assert methods["a/b.bin"] == zipfile.ZIP_STORED
    assert methods[DOCUMENT] == zipfile.ZIP_DEFLATED


def test_new_members_stand_at_the_end_sorted():
    archive = _open(assemble(Skeleton.of(PARTS), {"z.xml": b"1", "word/đ.xml": b"2"}))
    assert archive.namelist()[-2:] == ["word/đ.xml", "z.xml"]
    assert archive.read("word/đ.xml") == b"2"


def test_replacing_nothing_gives_the_package_itself():
    assert assemble(Skeleton.of(PARTS), {}) == write_package(PARTS)


def test_a_skeleton_survives_pickling():
    skeleton = Skeleton.read(write_package(PARTS))
    copy = pickle.loads(pickle.dumps(skeleton))
    assert copy == skeleton
    assert assemble(copy, {DOCUMENT: b"1"}) == assemble(skeleton, {DOCUMENT: b"1"})


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.sampled_from([*PARTS, "new.xml"]), st.binary(max_size=300)))
def test_any_replacement_reads_back(replaced):
    archive = _open(assemble(Skeleton.of(PARTS), replaced))
    assert {name: archive.read(name) for name in archive.namelist()} == PARTS | replaced


def test_data_descriptors_of_streamed_zips_are_understood():
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self):
            return True

        def write(self, data):
            self.data += bytes(data)
            return len(data)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in PARTS.items():
            archive.writestr(name, content)
    assert Skeleton.read(stream.data).parts() == PARTS


def test_folders_in_the_zip_are_left_out():
    assert "word/" not in Skeleton.read(_zip({"word/": b""} | PARTS)).names


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "docx-khong-phai"),
        (b"%PDF-1.7", "docx-khong-phai"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx-cu-hoac-co-mat-khau"),
        (write_package(PARTS)[:-30], "docx-hong"),
        (write_package({CONTENT_TYPES: b""}), "docx-thieu-phan"),
        (write_package({DOCUMENT: b""}), "docx-thieu-phan"),
        (write_package(PARTS | {"../x.xml": b""}), "docx-ten-phan-la"),
        (write_package(PARTS | {"/x.xml": b""}), "docx-ten-phan-la"),
        (write_package(PARTS | {"word\\x.xml": b""}), "docx-ten-phan-la"),
        (write_package(PARTS | {"c:x.xml": b""}), "docx-ten-phan-la"),
        (write_package(PARTS | {"word//x.xml": b""}), "docx-ten-phan-la"),
        (write_package(PARTS | {"WORD/document.xml": b""}), "docx-trung-phan"),
        (write_package(PARTS | {"bomb.bin": bytes(3 * 2**20)}), "docx-nen-bat-thuong"),
        (_zip(PARTS, zipfile.ZIP_BZIP2), "docx-hong"),
    ],
)
def test_bad_files_are_refused_with_a_reason(data, code):
    assert _code(data) == code


def test_two_members_of_one_name_are_refused():
    data = write_package(PARTS | {"word/documenu.xml": b""})
    assert _code(data.replace(b"documenu", b"document")) == "docx-trung-phan"


def test_too_many_or_too_large_members_are_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_MEMBERS", 3)
    assert _code(write_package(PARTS)) == "docx-qua-lon"
    monkeypatch.undo()
    monkeypatch.setattr(reading, "MAX_SIZE", 100)
    assert _code(write_package(PARTS)) == "docx-qua-lon"


def test_a_size_that_lies_is_refused():
    data = bytearray(write_package(PARTS))
    record = data.rindex(b"PK\x01\x02")
    data[record + 24 : record + 28] = (10).to_bytes(4, "little")
    assert _code(bytes(data)) == "docx-hong"


def test_an_encrypted_member_is_refused():
    data = bytearray(write_package(PARTS))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert _code(bytes(data)) == "docx-cu-hoac-co-mat-khau"


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_right_or_refused(data):
    good = write_package(PARTS)
    bad = bytearray(good)
    for index in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=4)):
        bad[index] = data.draw(st.integers(0, 255))
    try:
        parts = Skeleton.read(bytes(bad)).parts()
    except PackError:
        return
    assert {content for name, content in parts.items() if name in PARTS} <= set(PARTS.values())
