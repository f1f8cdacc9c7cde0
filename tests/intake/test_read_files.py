"""Files of every condition: what is read, and what a clerk is told when it cannot be."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from baocao.errors import Finding
from baocao.intake.raw import Literal, RawRecord
from baocao.intake.reader import read, read_mapping
from baocao.source.files import LARGEST

TEXT = "goi: cchc-nam\ndon_vi: {ten: Ủy ban nhân dân huyện Tân Hồng}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, so that names in findings are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str | bytes) -> Path:
    """Write a file in the working folder."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def said(raw: RawRecord) -> list[tuple[str, str, int | None]]:
    """Code, file and line of the findings."""
    return [(item.code, item.where.file, item.where.line) for item in raw.findings]


def fact(item: Finding, name: str) -> str:
    """One fact of a finding."""
    return dict(item.facts)[name]


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_unicode_files_with_any_line_ends_are_read(folder: Path, data: bytes) -> None:
    raw = read(put("a.yaml", data))
    assert raw.findings == ()
    assert raw.unit.children["ten"].text == "Ủy ban nhân dân huyện Tân Hồng"
    assert raw.unit.children["ten"].where.line == 2


OLD = (
    "Ủy ban nhân dân huyện Tân Hồng, báo cáo kết quả cải cách hành chính năm hai nghìn không trăm hai mươi ba"
)
TCVN3 = dict(
    zip(
        "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ",
        bytes.fromhex(
            "B5B6B7B8B9A8BBBCBDBEC6A9C7C8C9CACBAECCCECFD0D1AAD2D3D4D5D6D7D8DCDDDEDFE1E2E3E4ABE5E6E7E8E9ACEAEBECEDEEEFF1F2F3F4ADF5F6F7F8F9FAFBFCFDFE"
        ),
        strict=True,
    )
)


def in_tcvn3(text: str) -> bytes:
    """The text in the encoding of the .VnTime fonts (small letters only)."""
    return bytes(TCVN3.get(char, ord(char) if ord(char) < 128 else ord("?")) for char in text.lower())


def in_windows_1258(text: str) -> bytes:
    """The text as the Vietnamese code page of Windows has it: tone marks apart."""
    tones = "\u0300\u0309\u0303\u0301\u0323"
    parts = []
    for char in text:
        whole = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(mark for mark in whole if mark not in tones))
        parts.append(base + "".join(mark for mark in whole if mark in tones))
    return "".join(parts).encode("cp1258")


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (in_tcvn3(OLD), "TCVN3"),
        (in_windows_1258(OLD), "Windows-1258"),
        (b"a\xff\xfe\x80\x81\x90", "không rõ"),
    ],
)
def test_old_encodings_are_named(folder: Path, data: bytes, named: str) -> None:
    raw = read(put("a.yaml", b"goi: a\nten: " + data))
    assert said(raw) == [("tep-sai-ma", "a.yaml", 2)]
    assert named in raw.findings[0].text
    assert "UTF-8" in raw.findings[0].remedy
    assert raw.main.literal is Literal.NULL


def test_broken_utf16_is_told(folder: Path) -> None:
    raw = read(put("a.yaml", codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00"))
    assert said(raw) == [("tep-sai-ma", "a.yaml", 1)]


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04", "Excel"),
        (b"\xd0\xcf\x11\xe0", "kiểu cũ"),
        (b"%PDF-1.7", "PDF"),
        (b"{\\rtf1", ".rtf"),
        (b"a\x00b", "không phải văn bản"),
    ],
)
def test_files_of_another_kind_are_named(folder: Path, start: bytes, kind: str) -> None:
    raw = read(put("a.yaml", start + b" ..."))
    assert said(raw) == [("tep-nham-loai", "a.yaml", None)]
    assert kind in raw.findings[0].text


@pytest.mark.parametrize("content", ["", "  \n\n", "# chỉ có ghi chú\n"])
def test_an_empty_file(folder: Path, content: str) -> None:
    assert said(read(put("a.yaml", content))) == [("tep-rong", "a.yaml", None)]


def test_a_missing_file_and_its_neighbour(folder: Path) -> None:
    put("2023.yaml", TEXT)
    raw = read("2O23.yaml")
    assert said(raw) == [("tep-khong-co", "2O23.yaml", None)]
    assert "«2023.yaml»" in raw.findings[0].text


def test_folders_and_names_that_are_no_files(folder: Path) -> None:
    assert said(read(folder)) == [("tep-la-thu-muc", str(folder), None)]
    assert [item.code for item in read("a\0b").findings] == ["tep-khong-doc-duoc"]
    assert [item.code for item in read("x" * 5000).findings] == ["tep-khong-doc-duoc"]
    os.mkfifo("fifo")
    assert [item.code for item in read("fifo").findings] == ["tep-khong-doc-duoc"]


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "refused")

    put("a.yaml", TEXT)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(read("a.yaml")) == [("tep-khong-doc-duoc", "a.yaml", None)]


def test_a_file_too_large(folder: Path) -> None:
    with open("a.yaml", "wb") as file:
        file.truncate(LARGEST + 1)
    raw = read("a.yaml")
    assert said(raw) == [("tep-qua-lon", "a.yaml", None)]
    assert fact(raw.findings[0], "mb") == "21"


def test_separate_tone_marks_become_composed(folder: Path) -> None:
    raw = read(put("a.yaml", unicodedata.normalize("NFD", TEXT)))
    assert said(raw) == [("chu-to-hop", "a.yaml", None)]
    assert raw.unit.children["ten"].text == "Ủy ban nhân dân huyện Tân Hồng"


@pytest.mark.parametrize("content", ["- a\n- b\n", "chỉ một dòng chữ\n", "[1, 2]\n"])
def test_a_file_that_is_no_mapping(folder: Path, content: str) -> None:
    raw = read(put("a.yaml", content))
    assert said(raw) == [("tep-khong-phai-bang", "a.yaml", 1)]


def test_the_profile_is_found_from_the_data_file(folder: Path) -> None:
    put("don-vi/don-vi.yaml", "ten: Sở A\n")
    raw = read(put("so-lieu/2023.yaml", "don_vi: ../don-vi/don-vi.yaml\n"))
    assert raw.unit.children["ten"].text == "Sở A"
    assert [Path(name).resolve() for name in raw.unit_folders] == [folder / "don-vi"]
    assert raw.findings == ()


def test_a_profile_of_the_command_line_wins(folder: Path) -> None:
    put("b/khac.yaml", "ten: Sở B\n")
    raw = read(put("a.yaml", "don_vi: khong-co.yaml\n"), unit_path="b/khac.yaml")
    assert (raw.unit.children["ten"].text, raw.unit_folders, raw.findings) == ("Sở B", ("b",), ())


def test_a_missing_profile_is_told_at_the_line_that_names_it(folder: Path) -> None:
    put("don-vi.yaml", "ten: Sở A\n")
    raw = read(put("a.yaml", "goi: x\ndon_vi: don-vj.yaml\n"))
    assert said(raw) == [("don-vi-thieu", "a.yaml", 2)]
    assert "«don-vi.yaml»" in raw.findings[0].text
    assert raw.unit.literal is Literal.NULL


def test_faults_of_the_profile_name_its_own_file(folder: Path) -> None:
    put("don-vi.yaml", "ten: a\nten: b\n")
    assert said(read(put("a.yaml", "don_vi: don-vi.yaml\n"))) == [("khoa-trung", "don-vi.yaml", 2)]


def test_last_year_from_a_file_or_inline(folder: Path) -> None:
    put("2022.yaml", "so_lieu: {tthc: {tiep_nhan: 5}}\n")
    raw = read(put("a.yaml", "nam_truoc: 2022.yaml\n"))
    assert raw.previous is not None
    assert raw.previous.children["tthc"].children["tiep_nhan"].where.file == "2022.yaml"
    raw = read(put("b.yaml", "nam_truoc: {tthc: {tiep_nhan: 6}}\n"))
    assert raw.previous is not None
    assert raw.previous.children["tthc"].children["tiep_nhan"].text == "6"
    assert read(put("c.yaml", "goi: x\n")).previous is None


def test_last_years_file_without_figures(folder: Path) -> None:
    put("don-vi.yaml", "ten: a\n")
    assert said(read(put("a.yaml", "goi: x\nnam_truoc: don-vi.yaml\n"))) == [
        ("tep-thieu-so-lieu", "a.yaml", 2)
    ]


@pytest.mark.parametrize("key", ["don_vi", "nam_truoc"])
@pytest.mark.parametrize("value", ["[a, b]", "a" * 1001])
def test_a_file_name_of_the_wrong_shape(folder: Path, key: str, value: str) -> None:
    raw = read(put("a.yaml", f"{key}: {value}\n"))
    assert said(raw) == [("ten-tep-sai", "a.yaml", 1)]
    assert raw.findings[0].where.key == key


def test_a_mapping_reads_as_a_file_would() -> None:
    raw = read_mapping(
        {
            "don_vi": {"ten": "Sở A"},
            "so_lieu": {
                "a": 27630,
                "b": Decimal("80.41"),
                "c": 0.5,
                "d": "27.630",
                "e": dt.date(2024, 3, 5),
                "g": True,
                "h": None,
                "i": [{"ten": unicodedata.normalize("NFD", "Huyện")}],
            },
        },
        file="kết quả truy vấn",
    )
    figures = raw.main.children["so_lieu"].children
    assert [(item.value, item.literal) for item in list(figures.values())[:7]] == [
        ("27630", Literal.EXACT),
        ("80.41", Literal.EXACT),
        ("0.5", Literal.EXACT),
        ("27.630", Literal.NUMBER),
        ("05/03/2024", Literal.TEXT),
        ("true", Literal.BOOL),
        (None, Literal.NULL),
    ]
    name = figures["i"].items[0].children["ten"]
    assert (name.text, name.where.file, name.where.key) == ("Huyện", "kết quả truy vấn", "so_lieu.i[1].ten")
    assert raw.unit.children["ten"].text == "Sở A"


def test_a_mapping_with_values_that_no_file_can_hold() -> None:
    raw = read_mapping({"so_lieu": {"a": {1, 2}}})
    assert [(item.code, item.where.key) for item in raw.findings] == [("kieu-la", "so_lieu.a")]
    endless: dict[str, object] = {}
    endless["a"] = endless
    assert [item.code for item in read_mapping(endless).findings] == ["yaml-qua-sau"]


def test_a_profile_that_is_no_profile(tmp_path: Path) -> None:
    data = tmp_path / "a.yaml"
    data.write_text("goi: x\ndon_vi: a.yaml\nso_lieu: {a: 1}\n", encoding="utf-8")
    (found,) = read(data).findings
    assert (found.code, found.where.line) == ("don-vi-la-so-lieu", 2)
    (tmp_path / "b.yaml").write_text("\n", encoding="utf-8")
    for name in ("b.yaml", "khong-co.yaml"):
        (found,) = read(data, unit_path=tmp_path / name).findings
        assert (found.code, str(tmp_path) in found.text) == ("don-vi-thieu", True)
        assert "baocao khoi-tao" in found.remedy
