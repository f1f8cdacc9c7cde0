"""A template whose own fault Word would refuse in the report: told of the template, not of this program."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from baocao.check.opens import check_opens
from baocao.cli import run
from baocao.errors import PackError
from baocao.ooxml.package import Skeleton, write_package
from baocao.packs.finder import builtin_folder
from baocao.produce import produce

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"

CHANGES = {
    "numbering cut off": ("word/numbering.xml", lambda text: text[: len(text) // 2]),
    "an empty cell": ("word/document.xml", lambda text: text.replace("<w:p>", f"{CELL}<w:p>", 1)),
    "a lost relation": ("word/_rels/document.xml.rels", lambda text: text.replace('Id="rId6"', 'Id="rId66"')),
}
TOLD = {
    "numbering cut off": ("mau-hong-san", "word/numbering.xml", 1),
    "an empty cell": ("mau-hong-san", "word/document.xml", 1),
    "a lost relation": ("hinh-mat", "word/document.xml", 3),  # the header of three sections
}
CELL = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/></w:tc></w:tr></w:tbl>"


@pytest.fixture
def pack(tmp_path):
    def write(name, change):
        parts = Skeleton.read((builtin_folder() / "cchc-nam" / "mau.docx").read_bytes()).parts()
        before = parts[name].decode()
        parts[name] = change(before).encode()
        assert parts[name].decode() != before
        folder = tmp_path / "cchc-nam"
        folder.mkdir()
        (folder / "mau.docx").write_bytes(write_package(parts))
        return folder

    return write


@pytest.mark.parametrize("kind", CHANGES)
def test_a_fault_the_template_has_is_told_of_the_template(pack, kind, tmp_path, capsys):
    folder = pack(*CHANGES[kind])
    assert run(["tao", str(SAMPLE), "--mau", str(folder), "-o", str(tmp_path / "a.docx")]) == 3
    said = capsys.readouterr().err
    assert str(folder / "mau.docx") in said
    assert "lỗi của chính chương trình" not in said
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("kind", CHANGES)
def test_the_check_of_templates_tells_it_too(pack, kind, capsys):
    folder = pack(*CHANGES[kind])
    assert run(["mau", "kiem-tra", str(folder), "--json"]) == 3
    found = json.loads(capsys.readouterr().out)["phat_hien"]
    code, part, times = TOLD[kind]
    assert [(one["ma"], one["vi_tri"]["anchor"].partition("#")[0]) for one in found] == [(code, part)] * times


def test_a_fault_of_the_result_alone_stays_ours(monkeypatch):
    from baocao import produce as corridor
    from baocao.errors import InternalError, finding

    monkeypatch.setattr(corridor, "check_package", lambda *_: (finding("bang-khong-co-hang"),))
    with pytest.raises(InternalError):
        produce(SAMPLE)


def test_the_built_in_templates_have_no_such_fault(pack):
    for file in builtin_folder().rglob("*.docx"):
        assert not check_opens(file.read_bytes()), file
    with pytest.raises(PackError):
        produce(SAMPLE, pack=str(pack(*CHANGES["an empty cell"])))


def test_a_strict_template_is_told_alone_and_as_a_layer(pack, tmp_path, capsys):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    folder = pack("word/document.xml", lambda text: text.replace(usual, strict))
    assert run(["tao", str(SAMPLE), "--mau", str(folder), "-o", str(tmp_path / "a.docx")]) == 3
    said = capsys.readouterr().err
    assert "Strict Open XML" in said
    assert "mismatched" not in said
    assert "Phải sửa (01)" in said
