"""A block is written at the level of the base's block, or told; `super()` likewise."""

import pytest

from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.render import render, to_bytes
from small_docx import compiled, note, p, package, paragraphs, r, ref, spoken, tbl, tc

EXTENDS = p('{%p extends "goi" %}')


def block(*content):
    return p("{%p block a %}") + "".join(content) + p("{%p endblock %}")


def rows(*content):
    return tbl([tc("{%tr block a %}")], *content, [tc("{%tr endblock %}")], columns=1)


BASES = {
    "p": package(p("đầu") + block(p("gốc")) + p("cuối")),
    "tr": package(rows([tc("gốc")]) + p("cuối")),
    "t": package(p("Câu {% block a %}gốc{% endblock %} hết")),
    "r": package(p("Câu ", "{%r block a %}", "gốc", "{%r endblock %}", " hết")),
}
LAYERS = {
    "p": block(p("mới")),
    "tr": rows([tc("mới")]),
    "t": p("{% block a %}mới{% endblock %}"),
    "r": p("{%r block a %}", "mới", "{%r endblock %}"),
}


def made(child, base):
    data = to_bytes(render(compiled(package(EXTENDS + child), base), {}))
    assert check_opens(data) == ()
    return paragraphs(data)


def faults(child, base, **parts):
    with pytest.raises(PackError) as caught:
        compiled(package(EXTENDS + child, **parts), base)
    return [(item.code, item.where.anchor, dict(item.facts)) for item in caught.value.findings]


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_block_is_printed_whole_or_told(layer, base):
    if layer == base or (layer, base) == ("t", "p"):
        assert "mới" in " ".join(made(LAYERS[layer], BASES[base]))
        return
    ((code, anchor, facts),) = faults(LAYERS[layer], BASES[base])
    assert (code, anchor, facts["ten"]) == ("khoi-lech-bac", "word/document.xml#1", "a")


def test_the_finding_says_what_to_write():
    ((_, _, facts),) = faults(LAYERS["p"], BASES["tr"])
    assert facts == {
        "ten": "a",
        "goc": "những hàng của bảng",
        "day": "những đoạn trọn vẹn",
        "cach": "{%tr block a %} và {%tr endblock %} mỗi thẻ ở riêng một hàng của cùng một bảng",
    }


@pytest.mark.parametrize(
    "words",
    [
        ("{% block a %}mới{% endblock %}",),
        ("{% block a %}", r("mới", "<w:b/>"), "{% endblock %}"),
        (" {% block a %}{% if 1 %}mới{% endif %}{% endblock %} ",),
    ],
)
def test_a_block_alone_in_its_paragraph_is_lifted(words):
    assert made(p(*words), BASES["p"]) == ["đầu", "mới", "cuối"]


def test_a_lifted_block_in_a_cell_leaves_the_cell_whole():
    inner = tbl([tc("{% block b %}gốc{% endblock %}")], columns=1)
    base = package(block(p("gốc"), p("{%p block b %}"), p("trong"), p("{%p endblock %}")))
    assert [text for text in made(block(inner, p("")), base) if text] == ["gốc"]


@pytest.mark.parametrize(
    "words", ["Câu {% block a %}mới{% endblock %}", "{% if 1 %}{% block a %}mới{% endblock %}{% endif %}"]
)
def test_a_block_beside_other_words_is_not_lifted(words):
    assert "khoi-lech-bac" in [code for code, *_ in faults(p(words), BASES["p"])]


SUPERS = {"p": "{{p super() }}", "tr": "{{tr super() }}", "t": "{{ super() }}", "r": "{{r super() }}"}


@pytest.mark.parametrize("level", SUPERS)
def test_super_where_it_belongs(level):
    child = {
        "p": block(p("{{p super() }}"), p("mới")),
        "tr": rows([tc("{{tr super() }}")], [tc("mới")]),
        "t": p("{% block a %}{{ super() }} mới{% endblock %}"),
        "r": p("{%r block a %}", "{{r super() }}", " mới", "{%r endblock %}"),
    }[level]
    said = " ".join(made(child, BASES[level]))
    assert said.index("gốc") < said.index("mới")


@pytest.mark.parametrize("words", ["{{ super() }}", "trước {{ super() }} sau", "trước {{r super() }} sau"])
def test_paragraphs_of_the_base_inside_a_paragraph_are_told(words):
    ((code, anchor, facts),) = faults(block(p(words)), BASES["p"])
    assert (code, anchor) == ("super-lech-bac", "word/document.xml#2")
    assert facts["cach"] == "{{p super() }} ở một đoạn riêng, không có chữ nào khác"
    assert facts["the"] == words.replace("trước ", "").replace(" sau", "")


def test_super_of_a_lifted_block_is_told():
    ((code, *_),) = faults(p("{% block a %}{{ super() }} thêm{% endblock %}"), BASES["p"])
    assert code == "super-lech-bac"


def test_a_note_in_the_place_of_a_block_in_a_text_box_is_told():
    box = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"{block(p('gốc'))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    base = package(p(box) + p("cuối"))
    ((code, anchor, _),) = faults(block(p("mới", ref(1))), base, notes=note(1, "ghi"))
    assert (code, anchor) == ("chu-thich-sai-cho", "word/document.xml#2")
    assert "mới" in spoken(to_bytes(render(compiled(package(EXTENDS + block(p("mới"))), base), {})))
