"""The profiles above a unit's own: found from the file that names them, told at the line that does."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.errors import Where
from baocao.intake.raw import Literal, RawRecord
from baocao.intake.reader import read, read_mapping, with_unit

DATA = "goi: x\ndon_vi: don-vi.yaml\nso_lieu: {a: 1}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, so that names in findings are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, content: str) -> str:
    """Write a file in the working folder."""
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(content, encoding="utf-8")
    return name


def names(raw: RawRecord) -> list[str]:
    """The names of the unit and of those above it."""
    return [unit.children["ten"].text for unit in (raw.unit, *raw.parents)]


def places(raw: RawRecord) -> list[tuple[str, Where]]:
    """Code and place of the findings."""
    return [(item.code, item.where) for item in raw.findings]


def test_each_profile_is_found_from_the_folder_of_the_one_that_names_it(folder: Path) -> None:
    put("bo/don-vi.yaml", "ten: Bộ Nội vụ\n")
    put("tinh/ho-so/tinh.yaml", "ten: Tỉnh A\ncap_tren: ../../bo/don-vi.yaml\n")
    put("xa/don-vi.yaml", "ten: Xã B\ncap_tren: ../tinh/ho-so/tinh.yaml\n")
    raw = read(put("xa/2026.yaml", DATA))
    assert names(raw) == ["Xã B", "Tỉnh A", "Bộ Nội vụ"]
    assert [Path(name).resolve() for name in raw.unit_folders] == [
        folder / "xa",
        folder / "tinh" / "ho-so",
        folder / "bo",
    ]
    assert raw.parents[0].children["ten"].where == Where("tinh/ho-so/tinh.yaml", 1, 6)
    assert raw.findings == ()


def test_two_profiles_in_one_folder_have_one_folder(folder: Path) -> None:
    put("tinh.yaml", "ten: Tỉnh A\n")
    put("don-vi.yaml", "ten: Xã B\ncap_tren: tinh.yaml\n")
    raw = read(put("a.yaml", DATA))
    assert (names(raw), raw.unit_folders) == (["Xã B", "Tỉnh A"], (".",))


def test_a_profile_inside_the_data_has_parents_and_no_folder_of_its_own(folder: Path) -> None:
    put("tinh/don-vi.yaml", "ten: Tỉnh A\n")
    raw = read(put("xa/a.yaml", "goi: x\ndon_vi: {ten: Xã B, cap_tren: ../tinh/don-vi.yaml}\n"))
    assert (names(raw), raw.unit_folders) == (["Xã B", "Tỉnh A"], ("", "tinh"))
    typed = {"don_vi": {"ten": "Xã B", "cap_tren": "tinh/don-vi.yaml"}}
    assert names(read_mapping(typed)) == ["Xã B", "Tỉnh A"]
    assert names(read_mapping({"don_vi": {"ten": "Xã B"}})) == ["Xã B"]
    assert read_mapping({"don_vi": {"ten": "Xã B"}}).unit_folders == ()


def test_another_profile_brings_its_own_parents(folder: Path) -> None:
    put("tinh.yaml", "ten: Tỉnh A\n")
    put("khac/don-vi.yaml", "ten: Xã C\ncap_tren: ../tinh.yaml\n")
    put("don-vi.yaml", "ten: Xã B\n")
    raw = read(put("a.yaml", DATA))
    assert (names(raw), raw.parents) == (["Xã B"], ())
    assert names(with_unit(raw, "khac/don-vi.yaml")) == ["Xã C", "Tỉnh A"]
    assert names(read("a.yaml", unit_path="khac/don-vi.yaml")) == ["Xã C", "Tỉnh A"]


@pytest.mark.parametrize("end", ["", "{}", "\n\n", "# chưa có gì"])
def test_a_parent_that_is_missing_or_empty(folder: Path, end: str) -> None:
    if end:
        put("tinh/don-vi.yaml", end)
    put("tinh/don-vi-tinh.yaml", "ten: Tỉnh A\n")
    put("don-vi.yaml", "ten: Xã B\ncap_tren: tinh/don-vi.yaml\n")
    raw = read(put("a.yaml", DATA))
    assert [code for code, _ in places(raw)] == ["cap-tren-thieu"]
    where = raw.findings[0].where
    assert (where.file, where.line, where.key) == ("don-vi.yaml", 2, "cap_tren")
    assert (raw.parents, raw.unit.children["ten"].text) == ((), "Xã B")
    assert end or "«don-vi-tinh.yaml»" in raw.findings[0].text


def test_a_data_file_is_no_parent(folder: Path) -> None:
    put("don-vi.yaml", "ten: Xã B\ncap_tren: a.yaml\n")
    ((code, where),) = places(raw := read(put("a.yaml", DATA)))
    assert (code, where.file, where.line) == ("don-vi-la-so-lieu", "don-vi.yaml", 2)
    assert "mục cap_tren" in raw.findings[0].remedy


@pytest.mark.parametrize("typed", ["[a, b]", "{ten: Tỉnh A}", "a" * 1001])
def test_a_parent_that_is_no_file_name(folder: Path, typed: str) -> None:
    put("don-vi.yaml", f"ten: Xã B\ncap_tren: {typed}\n")
    ((code, where),) = places(read(put("a.yaml", DATA)))
    assert (code, where.file, where.line, where.key) == ("ten-tep-sai", "don-vi.yaml", 2, "cap_tren")


@pytest.mark.parametrize(
    ("files", "line_in"),
    [
        ({"don-vi.yaml": "don-vi.yaml"}, "don-vi.yaml"),
        ({"don-vi.yaml": "tinh.yaml", "tinh.yaml": "./don-vi.yaml"}, "tinh.yaml"),
        ({"don-vi.yaml": "a/tinh.yaml", "a/tinh.yaml": "../b.yaml", "b.yaml": "a/../a/tinh.yaml"}, "b.yaml"),
    ],
    ids=["itself", "the one below", "round above"],
)  # fmt: skip
def test_a_unit_above_itself(folder: Path, files: dict[str, str], line_in: str) -> None:
    for name, parent in files.items():
        put(name, f"ten: {name}\ncap_tren: {parent}\n")
    raw = read(put("so-lieu.yaml", DATA))
    ((code, where),) = places(raw)
    assert (code, where.file, where.line) == ("cap-tren-vong", line_in, 2)
    assert len(raw.parents) == len(files) - 1


def test_faults_of_a_parents_file_name_that_file(folder: Path) -> None:
    put("tinh.yaml", "ten: a\nten: b\n")
    put("don-vi.yaml", "ten: Xã B\ncap_tren: tinh.yaml\n")
    ((code, where),) = places(read(put("a.yaml", DATA)))
    assert (code, where.file, where.line) == ("khoa-trung", "tinh.yaml", 2)


def test_an_unreadable_profile_has_no_parents(folder: Path) -> None:
    put("don-vi.yaml", "ten: [\n")
    raw = read(put("a.yaml", DATA))
    assert (raw.unit.literal, raw.parents) == (Literal.NULL, ())
