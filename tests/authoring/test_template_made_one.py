"""A layered template made one file, as copying needs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring_kit import (
    W,
    block,
    blocks_in,
    edited,
    parts_of,
    words_in,
)
from copying_kit import codes

from baocao.authoring.chain import read_sheet
from baocao.authoring.compose import compose
from baocao.authoring.extract import extract_blocks
from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.template import LayerSource
from small_docx import REL, note, notes_of, p, package, r, ref, tbl


def in_chain(*layers: bytes) -> list[LayerSource]:
    return [LayerSource(f"{place}.docx", "goi", data) for place, data in enumerate(layers)]


EXTENDS = p('{%p extends "goi" %}')
BASE = package(
    block("mot", p("gốc một", ref(1))) + block("hai", p("gốc hai"), block("trong", p("gốc trong", ref(2)))),
    notes=note(1, "ghi một") + note(2, "ghi trong"),
)


def made(*layers: bytes) -> list[str]:
    return [text for text in words_in(compose(in_chain(*layers)).data) if not text.startswith("{%")]


def test_super_gives_way_to_the_text_it_stands_for() -> None:
    over = package(EXTENDS + block("hai", p("trước"), p("{{p super() }}"), p("sau")))
    assert made(over, BASE) == ["gốc một", "trước", "gốc hai", "gốc trong", "sau"]
    top = package(EXTENDS + block("trong", p("riêng")) + block("hai", p("{{p super() }}"), p("cuối")))
    assert made(top, over, BASE) == ["gốc một", "trước", "gốc hai", "riêng", "sau", "cuối"]


def test_super_called_twice_leaves_one_block_of_each_name() -> None:
    over = package(EXTENDS + block("hai", p("{{p super() }}"), p("{{p super() }}")))
    data = compose(in_chain(over, BASE)).data
    assert made(over, BASE) == ["gốc một", "gốc hai", "gốc trong", "gốc hai", "gốc trong"]
    assert blocks_in(data) == ["mot", "hai", "trong"]


@pytest.mark.parametrize(
    ("layers", "code"),
    [
        (
            [package(EXTENDS + block("hai", p("a {% if super() %}b{% endif %}"))), BASE],
            "khoi-super-trong-cau",
        ),
        (
            [package(EXTENDS + block("trong", p("x"), block("hai", p("{{p super() }}")))), BASE],
            "khoi-vong",
        ),
    ],
    ids=["super in a sentence", "circle"],
)
def test_what_cannot_be_put_together_is_told(layers: list[bytes], code: str) -> None:
    with pytest.raises(PackError) as caught:
        compose(in_chain(*layers))
    assert codes(caught) == [code]


def test_everything_a_block_refers_to_comes_along(tmp_path: Path) -> None:
    rels = (
        f'<Relationship Id="rId7" Type="{REL}/hyperlink" Target="https://vidu.vn" TargetMode="External"/>'
        f'<Relationship Id="rId8" Type="{REL}/image" Target="media/hinh.png"/>'
        f'<Relationship Id="rId9" Type="{REL}/image" Target="media/khac.png"/>'
    )
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl>'
    )
    lists = f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'  # noqa: E501
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:blip r:embed="{}"/></wp:inline></w:drawing></w:r>'  # noqa: E501
    content = (
        p("mục", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>', style="GachDau")
        + p(f'<w:hyperlink r:id="rId7">{r("trang")}</w:hyperlink>')
        + p(picture.format("rId8"))
        + tbl(["ô một", "ô hai"])
    )
    base = package(
        block("mot", content) + block("hai", p(picture.format("rId9")), p("chữ", ref(1))),
        notes=note(1, "ghi"),
        rels=rels,
        numbering=lists,
        extra={"word/media/hinh.png": b"hinh", "word/media/khac.png": b"khac"},
    )
    data = extract_blocks(LayerSource("goc.docx", "goi", base), ["mot"])
    made = parts_of(data)
    assert check_opens(data) == ()
    assert [name for name in made if name.startswith("word/media/")] == ["word/media/hinh.png"]
    links = made["word/_rels/document.xml.rels"].decode()
    assert ("https://vidu.vn" in links, "hinh.png" in links, "khac.png" in links) == (True, True, False)
    assert made["word/numbering.xml"] == parts_of(base)["word/numbering.xml"]
    assert notes_of(data) == {}
    assert [text for text in words_in(data) if not text.startswith("{")] == ["mục", "trang", "ô một", "ô hai"]


def test_a_block_of_rows_keeps_its_table() -> None:
    rows = tbl(["tiêu đề", "b"], ["{%tr block dong %}", ""], ["x", "y"], ["{%tr endblock %}", ""])
    data = extract_blocks(LayerSource("goc.docx", "goi", package(rows)), ["dong"])
    root = read_sheet(LayerSource("x", "goi", data)).body
    assert [item.tag.removeprefix(W) for item in root] == ["p", "p", "tbl", "p", "sectPr"]
    assert [text for text in words_in(data) if not text.startswith("{")] == ["x", "y"]
    over = edited(data, lambda text: text.replace(">x<", ">mới<"))
    assert made(over, package(rows)) == ["tiêu đề", "b", "mới", "y"]


def test_tags_that_word_tore_or_that_share_a_paragraph() -> None:
    torn = p(r("{%p blo"), '<w:proofErr w:type="spellEnd"/>', r("ck mot %}"))
    shared = p("{%p endblock %}", "{%p block hai %}", "{%p if x %}")
    base = package(torn + p("một") + shared + p("hai") + p("{%p endif %}", "{%p endblock %}"))
    data = extract_blocks(LayerSource("goc.docx", "goi", base), ["hai"])
    assert words_in(data)[2:] == ["{%p block hai %}", "{%p if x %}", "hai", "{%p endif %}", "{%p endblock %}"]
    assert words_in(extract_blocks(LayerSource("goc.docx", "goi", base), ["mot"]))[3:-1] == ["một"]
