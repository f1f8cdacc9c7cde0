"""Copies of a pack's template, whole and by block: they print the same, and are joined with what is there."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from authoring_kit import (
    BUILTIN,
    PACK,
    W,
    blocks_in,
    differing,
    edit_file,
    folder_of,
    outer_blocks_in,
    parts_of,
    words_in,
)
from copying_kit import BLOCKS, OUTLINE, WHOLE, codes, report
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import baocao
from baocao.authoring.chain import read_sheet
from baocao.authoring.copying import copy_template
from baocao.authoring.extract import extract_blocks
from baocao.check.opens import check_opens
from baocao.cli import run
from baocao.errors import OutputError
from baocao.packs.finder import find_pack, list_packs
from baocao.template import LayerSource
from small_docx import notes_of, read_part


def test_a_whole_template_is_the_packs_own_and_prints_the_same(unit: Path, plain: bytes) -> None:
    made = copy_template(PACK, unit)
    own = unit / "mau" / PACK
    assert made.template == own / "mau.docx"
    assert made.template.read_bytes() == (own / "goc" / "mau.docx").read_bytes() == WHOLE.data
    assert (own / "goi.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        "ma: cchc-nam",
        "dang: 1",
        f'lam_cho: "{find_pack(PACK).manifest.version}"',
    ]
    assert report(unit) == plain


@pytest.mark.parametrize("nested", [False, True], ids=["outer", "nested"])
def test_every_block_copied_on_its_own_prints_the_same(unit: Path, plain: bytes, nested: bool) -> None:
    """All blocks of one level at once: each stands in the copy between tags of its own."""
    names = [name for name, span in OUTLINE.spans.items() if bool(span.outer) == nested]
    copied = copy_template(PACK, unit, names)
    assert outer_blocks_in(copied.template.read_bytes()) == names or nested
    assert set(names) <= set(blocks_in(copied.template.read_bytes()))
    assert differing(report(unit), plain) == []


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(BLOCKS))
def test_any_single_block_prints_the_same(unit: Path, plain: bytes, name: str) -> None:
    shutil.rmtree(unit / "mau", ignore_errors=True)
    copy_template(PACK, unit, [name])
    assert differing(report(unit), plain) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_a_single_block_is_the_text_between_its_tags_and_nothing_else(name: str) -> None:
    data = extract_blocks(WHOLE, [name])
    assert check_opens(data) == ()
    span = OUTLINE.spans[name]
    inside = [
        text
        for item in (span.first, *span.content(), span.last)
        for paragraph in item.iter(W + "p")
        if (text := "".join(piece.text or "" for piece in paragraph.iter(W + "t"))).strip()
    ]
    lead, hint, *rest = words_in(data)
    assert (lead, hint[:2], rest) == ('{%p extends "cchc-nam" %}', "{#", inside)
    used = sum(len(list(item.iter(W + "footnoteReference"))) for item in span.content())
    ids = re.findall(rf'footnoteReference {"w:id"}="(\d+)"', read_part(data))
    assert ids == [str(number) for number in range(1, used + 1)]
    assert list(notes_of(data)) == ids
    same = {"word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/theme/theme1.xml"}
    assert all(parts_of(data)[part] == parts_of(WHOLE.data)[part] for part in same)


def test_a_block_of_a_cell_becomes_paragraphs_of_the_body() -> None:
    root = read_sheet(LayerSource("x", PACK, extract_blocks(WHOLE, ["noi_nhan"]))).body
    assert {item.tag for item in root} == {W + "p", W + "sectPr"}


def test_the_text_in_effect_is_copied_and_its_file_told(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A unit that has changed blocks: one of its own, and one around several of them."""
    shutil.copytree(samples / "tan-hong", tmp_path / "th")
    monkeypatch.chdir(tmp_path / "th")
    own = Path("mau") / PACK / "mau.docx"
    made = copy_template(PACK, tmp_path / "ngoài", ["mo_dau", "tthc", "ket_qua_ten"])
    assert {name: Path(file).resolve() for name, file in made.blocks.items()} == {
        "mo_dau": own.resolve(),
        "ket_qua_ten": BUILTIN / "mau.docx",
        "tthc": BUILTIN / "mau.docx",
    }
    told = words_in(made.template.read_bytes())
    assert next(text for text in words_in(own.read_bytes()) if text.startswith("Ngay từ đầu năm")) in told


def test_a_layered_template_made_one_prints_the_same(tmp_path: Path, samples: Path) -> None:
    shutil.copytree(samples / "tan-hong", tmp_path / "th")
    before = baocao.make_report(tmp_path / "th" / "2023.yaml")
    copied = copy_template(PACK, tmp_path / "th", overwrite=True)
    after = baocao.make_report(tmp_path / "th" / "2023.yaml")
    assert before.data is not None
    assert after.data is not None
    assert "extends" not in "".join(words_in(copied.template.read_bytes()))
    assert differing(before.data, after.data) == []
    blocks = copy_template(PACK, tmp_path / "khac", BLOCKS)
    assert outer_blocks_in(blocks.template.read_bytes()) == [
        name for name in BLOCKS if not OUTLINE.spans[name].outer
    ]


def test_more_blocks_join_those_that_were_edited(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc", "the_che_ban_hanh"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    edit_file(own, "văn bản quy phạm pháp luật", "VBQPPL")
    before = own.read_bytes()
    made = copy_template(PACK, unit, ["mo_dau", "the_che", "ket_thuc"])
    assert (list(made.blocks), made.held) == (["mo_dau", "the_che"], ("ket_thuc",))
    assert [path.read_bytes() for path in made.laid.old] == [before]
    assert outer_blocks_in(own.read_bytes()) == ["mo_dau", "the_che", "ket_thuc"]
    words = words_in(own.read_bytes())
    assert all(text in words for text in words_in(before)), "what was edited stays"
    assert differing_report(unit, before)


def differing_report(unit: Path, before: bytes) -> bool:
    """The report is the one that the file printed before blocks joined it."""
    own = unit / "mau" / PACK / "mau.docx"
    now, joined = own.read_bytes(), report(unit)
    own.write_bytes(before)
    alone = report(unit)
    own.write_bytes(now)
    return differing(alone, joined) == []


def test_blocks_that_are_there_are_not_copied_again(unit: Path) -> None:
    copy_template(PACK, unit, ["tthc"])
    own = unit / "mau" / PACK / "mau.docx"
    before = own.read_bytes()
    for names in (["tthc"], ["tthc_ten"], ["tthc", "tthc_bang"]):
        with pytest.raises(OutputError) as caught:
            copy_template(PACK, unit, names)
        assert codes(caught) == ["mau-da-co-khoi"]
    assert own.read_bytes() == before
    assert sorted(path.name for path in own.parent.iterdir()) == ["goc", "goi.yaml", "mau.docx"]


def test_ghi_de_gives_a_block_its_text_back_and_keeps_the_others(unit: Path, plain: bytes) -> None:
    copy_template(PACK, unit, ["ket_thuc", "tthc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    edit_file(own, "Cải cách thủ tục hành chính", "Cải cách TTHC")
    edit_file(own, "Qua rà soát, ", "Sau rà soát, ")
    before = own.read_bytes()
    made = copy_template(PACK, unit, ["tthc_ten"], overwrite=True)
    words = "\n".join(words_in(own.read_bytes()))
    assert ("Cải cách TTHC" in words, "Sau rà soát, " in words, "toàn bộ" in words) == (False, True, True)
    assert [path.read_bytes() for path in made.laid.old] == [before]
    copy_template(PACK, unit, ["tthc", "ket_thuc"], overwrite=True)
    assert differing(report(unit), plain) == []


def test_a_whole_template_is_not_replaced_unless_asked(unit: Path, plain: bytes) -> None:
    copy_template(PACK, unit)
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = own.read_bytes()
    for names in ([], ["ket_thuc"]):
        with pytest.raises(OutputError) as caught:
            copy_template(PACK, unit, names)
        assert codes(caught) == ["mau-da-co"]
    assert own.read_bytes() == before
    made = copy_template(PACK, unit, overwrite=True)
    assert [path.read_bytes() for path in made.laid.old] == [before]
    assert report(unit) == plain


def test_the_original_is_brought_up_to_date_as_the_guide_says(unit: Path) -> None:
    """docs/mau-rieng.md, 7: a whole fresh copy, then the file that gave way takes its place again."""
    copy_template(PACK, unit, ["ket_thuc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = own.read_bytes()
    original = own.parent / "goc" / "mau.docx"
    original.write_bytes(b"phien ban cu")
    (aside,) = copy_template(PACK, unit, overwrite=True).laid.old
    own.unlink()
    aside.rename(own)
    assert original.read_bytes() == WHOLE.data
    assert own.read_bytes() == before


def test_a_whole_template_over_blocks_keeps_what_was_edited(unit: Path) -> None:
    copy_template(PACK, unit, ["ket_thuc"])
    own = unit / "mau" / PACK / "mau.docx"
    edit_file(own, "Trên đây là", "Trên đây là toàn bộ")
    before = report(unit)
    with pytest.raises(OutputError) as caught:
        copy_template(PACK, unit)
    assert codes(caught) == ["mau-da-co"]
    copy_template(PACK, unit, overwrite=True)
    assert "extends" not in "".join(words_in(own.read_bytes()))
    assert differing(report(unit), before) == []


def test_goi_yaml_of_the_unit_stays(unit: Path) -> None:
    own = folder_of({"goi.yaml": "noi_nhan: [Nơi khác]\n"}, unit / "mau" / PACK)
    copy_template(PACK, unit, ["ket_thuc"])
    assert (own / "goi.yaml").read_text(encoding="utf-8") == "noi_nhan: [Nơi khác]\n"


def test_the_original_is_no_layer_and_no_pack(unit: Path) -> None:
    copy_template(PACK, unit)
    assert [layer.folder for layer in find_pack(PACK, unit).layers] == [unit / "mau" / PACK, BUILTIN]
    assert [item.id for item in list_packs(unit)] == [item.id for item in list_packs()]
    original = find_pack(unit / "mau" / PACK / "goc")
    builtin = find_pack(PACK)
    assert original.manifest == builtin.manifest
    assert original.catalogue == builtin.catalogue


def test_a_copy_has_no_lint_finding(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--khoi", ",".join(BLOCKS)], ["--ghi-de"]):
        assert run(["mau", "sao-chep", PACK, *words]) == 0
        capsys.readouterr()
        assert run(["mau", "kiem-tra", os.path.join("mau", PACK), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["phat_hien"] == []
