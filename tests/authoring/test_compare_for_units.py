"""Comparing with a unit's own template: what an upgrade changes, what the unit has changed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from authoring_kit import (
    BUILTIN,
    PACK,
    block,
    edit_file,
    folder_of,
    lines,
    small_pack,
)

from baocao.authoring.comparing import compare_templates
from baocao.authoring.copying import copy_template
from baocao.cli import run
from baocao.ooxml.package import write_package
from baocao.packs.finder import find_pack
from outside_tools import resaved
from small_docx import p, package


@pytest.fixture
def unit(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of a unit without templates of its own, which one stands in."""
    shutil.copytree(samples / "xa-mau", tmp_path / "xã Minh Họa")
    shutil.rmtree(tmp_path / "xã Minh Họa" / "mau", ignore_errors=True)
    monkeypatch.chdir(tmp_path / "xã Minh Họa")
    return tmp_path / "xã Minh Họa"


def newer(folder: Path, *changes: tuple[str, str]) -> Path:
    """The built-in pack as a later version would be: a folder of its own."""
    shutil.copytree(BUILTIN, folder)
    for old, new in changes:
        edit_file(folder / "mau.docx", old, new)
    manifest = (folder / "goi.yaml").read_text(encoding="utf-8")
    version = find_pack(PACK).manifest.version
    (folder / "goi.yaml").write_text(manifest.replace(f'"{version}"', '"9.9"'), encoding="utf-8")
    return folder


@pytest.mark.libreoffice
def test_a_block_file_saved_by_libreoffice_differs_in_what_libreoffice_changed(unit: Path) -> None:
    """LibreOffice renames styles, states indents again and may drop what computes the length of a rule."""
    own = copy_template(PACK, unit, ["tthc", "ket_thuc", "quoc_hieu"]).template
    own.write_bytes(resaved({"mau": own.read_bytes()}, unit.parent)["mau"])
    found = compare_templates(PACK, str(own))
    told = {item.name: item.changes[0].looks for item in found.blocks}
    assert told.pop("quoc_hieu", ()) in ((), ("cách tính độ dài đường kẻ đã đổi",))
    assert told == {}


def test_what_an_upgrade_changes_for_a_unit(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc", "tthc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    later = newer(
        unit.parent / "bản mới" / PACK,
        ("Trên đây là", "Trên đây là tất cả"),
        ("Ủy ban nhân dân (UBND)", "UBND"),
        ("Qua rà soát, ", "Sau rà soát, "),
    )
    found = compare_templates("mau/cchc-nam/goc", str(later))
    assert [(item.name, item.state, item.own) for item in found.blocks] == [
        ("mo_dau", "doi", False),
        ("tthc_ra_soat", "doi", True),
        ("ket_thuc", "doi", True),
    ]
    assert [(item.name, item.new) for item in found.manifest] == [("phiên bản", "9.9")]
    said = lines(found)
    assert "ket_thuc (khối này đơn vị đã thay, phần gốc cũng đã đổi" in said
    assert said.index("mo_dau (khối có chữ đổi") < said.index("Phần gốc của những khối đơn vị đã thay")


def test_fields_are_those_of_what_is_printed_for_the_unit(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    later = newer(
        unit.parent / PACK,
        ("Trên đây là", "{{ tthc.tiep_nhan_moi }} Trên đây là"),
        ("Ủy ban nhân dân (UBND)", "{{ tthc.so_khac }}"),
    )
    found = compare_templates("mau/cchc-nam/goc", str(later))
    assert list(found.fields_new) == ["tthc.so_khac"], (
        "nobody sees the other: the unit has its own text there"
    )


def test_nothing_new_for_a_unit_that_only_changed_its_own(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    edit_file(unit / "mau" / PACK / "mau.docx", "Trên đây là", "Trên đây là toàn bộ")
    assert not compare_templates("mau/cchc-nam/goc", PACK).differs


@pytest.mark.parametrize("given", ["mau/cchc-nam", "mau/cchc-nam/mau.docx"])
def test_what_a_unit_has_changed_itself(unit: Path, given: str) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    edit_file(unit / "mau" / PACK / "mau.docx", "Trên đây là", "Trên đây là toàn bộ")
    for old in (PACK, "mau/cchc-nam/goc"):
        found = compare_templates(old, given)
        assert [(item.name, item.own) for item in found.blocks] == [("ket_thuc", False)]
        assert "Trên đây là [[toàn bộ]]" in lines(found)


def test_a_whole_template_of_a_units_own(unit: Path) -> None:
    copy_template(PACK, unit)
    later = newer(unit.parent / PACK, ("Ủy ban nhân dân (UBND)", "UBND"))
    found = compare_templates("mau/cchc-nam/goc", str(later))
    assert [(item.name, item.own) for item in found.blocks] == [("mo_dau", True)]


def test_a_block_that_prints_the_text_below_changes_with_it(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    own = unit / "mau" / PACK / "mau.docx"
    own.write_bytes(
        package(p('{%p extends "cchc-nam" %}') + block("ket_thuc", p("thêm"), p("{{p super() }}")))
    )
    later = newer(unit.parent / PACK, ("Trên đây là", "Trên đây là tất cả"))
    found = compare_templates("mau/cchc-nam/goc", str(later))
    assert [(item.name, item.own) for item in found.blocks] == [("ket_thuc", False)]


def test_fragments_count_as_text(unit: Path) -> None:
    """A pack that takes in a fragment: an upgrade changes it, the unit has changed another."""
    goi = small_pack(unit.parent / "goi", package(p('{%p include "mot" %}') + p('{%p include "hai" %}')))
    for name in ("mot", "hai"):
        folder_of({f"_manh/{name}.docx": package(p(f"chữ {name}"))}, unit.parent)
    copy_template(str(goi), unit)
    assert sorted(item.name for item in (unit / "mau/goi/goc/_manh").iterdir()) == ["hai.docx", "mot.docx"]
    folder_of({"mau/_manh/hai.docx": package(p("chữ hai của đơn vị"))}, unit)
    for name in ("mot", "hai"):
        folder_of({f"_manh/{name}.docx": package(p(f"chữ {name} bản mới"))}, unit.parent)
    found = compare_templates("mau/goi/goc", str(goi))
    assert [(item.name, item.own) for item in found.blocks] == [("mảnh mot", False), ("mảnh hai", True)]


def test_the_command(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    later = newer(unit.parent / "bản mới" / PACK, ("Trên đây là", "Trên đây là tất cả"))
    assert run(["mau", "so-sanh", PACK, str(later)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("So sánh: cũ là cchc-nam (gói cchc-nam, phiên bản ")
    assert "[[tất cả]]" in said
    assert run(["mau", "so-sanh", PACK, str(later / "mau.docx"), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["khac_nhau"] is True
    assert [item["ten"] for item in data["khoi"]] == ["ket_thuc"]
    assert data["khoi"][0]["doan"][0]["moi"].startswith("Trên đây là tất cả")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("cchc-nan", "goi-khong-co"),
        ("khong-co.docx", "goi-tep-hong"),
        ("ghi chú.docx", "docx-khong-phai"),
        ("bảng.docx", "docx-thieu-phan"),
        ("hỏng.docx", "khoi-chua-dong"),
    ],
)
def test_what_is_no_template(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], given: str, code: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("ghi chú.docx").write_text("không phải Word", encoding="utf-8")
    Path("bảng.docx").write_bytes(write_package({"[Content_Types].xml": b"<Types/>", "xl/a.xml": b"<a/>"}))
    Path("hỏng.docx").write_bytes(package(p("{% if x %}")))
    for words in ([given, PACK], [PACK, given]):
        assert run(["mau", "so-sanh", *words, "--json"]) == 3
        assert [item["ma"] for item in json.loads(capsys.readouterr().out)["phat_hien"]] == [code]


def test_functions_and_groups_are_no_figures(unit: Path) -> None:
    small_one = unit.parent / "một đoạn.docx"
    small_one.write_bytes(package(p("{{ tthc.tiep_nhan }} {{ dv.them.rieng }}")))
    found = compare_templates(PACK, str(small_one))
    assert not any(name.startswith("ke_") or name == "tthc.cap_xa" for name in found.fields_gone)
    assert found.fields_gone["ky.ten"] == "kỳ báo cáo"
    assert found.fields_new == {"dv.them.rieng": "chữ riêng của đơn vị, mục them.rieng trong don-vi.yaml"}


def test_a_whole_template_of_the_units_own_against_the_pack_it_lies_over(unit: Path) -> None:
    copy_template(PACK, unit)
    edit_file(unit / "mau" / PACK / "mau.docx", "Trên đây là", "Trên đây là toàn bộ")
    found = compare_templates(f"mau/{PACK}/mau.docx", PACK)
    assert [(item.name, item.own) for item in found.blocks] == [("ket_thuc", False)]


def test_a_units_template_named_from_outside_its_folder(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = compare_templates(str(samples / "xa-mau-rieng" / "mau" / PACK), PACK)
    assert ("mảnh nguon-so-lieu", "bo") in [(item.name, item.state) for item in found.blocks]
    assert len(lines(found).splitlines()) < 100
