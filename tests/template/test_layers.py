"""A unit's own template over a pack's: inheritance, and what blocks bring along."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re
import zipfile
from io import BytesIO

import pytest

from baocao.check.opens import check_opens
from baocao.errors import PackError, Severity
from baocao.render import render, to_bytes
from baocao.template import LayerSource
from baocao.template.compiler import compile_template
from small_docx import REL, compiled, note, notes_of, p, package, paragraphs, r, read_part, ref, tbl, tc

BASE = package(
    p("đầu {{ ten }}")
    + p("{%p block mot %}")
    + p("gốc một", ref(1))
    + p("{%p endblock %}")
    + p("{%p block hai %}")
    + p("gốc hai")
    + p("{%p endblock %}"),
    notes=note(1, "ghi gốc"),
    header=p("trang của {{ ten }}"),
)
EXTENDS = p('{%p extends "goi" %}')


def block(name, *content):
    return p(f"{{%p block {name} %}}") + "".join(content) + p("{%p endblock %}")


def made(*layers, context=None):
    template = compiled(*layers)
    return to_bytes(render(template, context or {"ten": "Tân Hồng", "ds": [1, 2]}))


def test_a_layer_changes_only_its_blocks():
    child = package(
        EXTENDS + block("mot", p("riêng {{ ten }}", ref(1))), notes=note(1, "ghi riêng {{ ten }}")
    )
    data = made(child, BASE)
    assert paragraphs(data) == ["đầu Tân Hồng", "riêng Tân Hồng[1]", "gốc hai"]
    assert notes_of(data) == {"1": [" ghi riêng Tân Hồng"]} or notes_of(data) == {"1": ["ghi riêng Tân Hồng"]}
    assert paragraphs(data, "word/header1.xml") == ["trang của Tân Hồng"]


def test_super_keeps_what_stands_below():
    child = package(EXTENDS + block("hai", p("{{p super() }}"), p("thêm")))
    assert paragraphs(made(child, BASE)) == ["đầu Tân Hồng", "gốc một[1]", "gốc hai", "thêm"]


def test_three_layers_of_one_name():
    top = package(EXTENDS + block("hai", p("{{p super() }}"), p("trên")))
    middle = package(EXTENDS + block("hai", p("giữa")) + block("mot", p("giữa một")))
    assert paragraphs(made(top, middle, BASE)) == ["đầu Tân Hồng", "giữa một", "giữa", "trên"]


def test_a_whole_template_of_its_own_hides_what_is_below():
    assert paragraphs(made(package(p("chỉ mình {{ ten }}")), BASE)) == ["chỉ mình Tân Hồng"]


def test_a_layer_of_another_pack_is_passed_over():
    layers = [
        LayerSource("con.docx", "rieng", package(EXTENDS + block("hai", p("con")))),
        LayerSource("la.docx", "khac", package(p("lạ"))),
        LayerSource("goc.docx", "goi", BASE),
    ]
    data = to_bytes(render(compile_template(layers, ()), {"ten": "x"}, filters={}))
    assert paragraphs(data) == ["đầu x", "gốc một[1]", "con"]


def test_extends_in_quotes_that_word_made_curly():
    child = package(p("{%p extends “goi” %}") + block("hai", p("con")))
    assert paragraphs(made(child, BASE))[-1] == "con"


def refusal(*layers):
    with pytest.raises(PackError) as caught:
        made(*layers)
    (found,) = caught.value.findings
    return found


def test_a_base_that_is_not_there():
    found = refusal(package(p('{%p extends "goii" %}')), BASE)
    assert (found.code, dict(found.facts)["goi"], found.where.file) == (
        "goi-cha-khong-co",
        "goii",
        "mau-0.docx",
    )


def test_the_pack_that_was_meant_is_named():
    found = refusal(package(p('{%p extends "goii" %}')), BASE)
    assert found.text == (
        "Thẻ extends ở đầu mẫu ghi gói «goii» nhưng không có mẫu nào của gói tên như vậy. Có phải «goi» không?"
    )


def codes(*layers):
    return [(item.code, dict(item.facts)) for item in compiled(*layers).findings]


def test_a_copy_of_blocks_that_lost_its_first_line_is_told():
    child = package(block("hai", p("x")))
    (found,) = compiled(child, BASE).findings
    assert (found.code, found.level, found.where.file) == ("mat-extends", Severity.WARNING, "mau-0.docx")
    assert dict(found.facts) == {"goi": "goi", "con": "1", "mat": "1"}
    assert codes(child) == []
    assert codes(package(EXTENDS + block("hai", p("x"))), BASE) == []
    assert codes(package(block("hai", p("x")) + block("rieng", p("y"))), BASE) == []
    assert codes(package(block("hai", p("x")) + block("mot", p("y"))), BASE) == []


def test_a_block_inside_another_that_is_printed_below_too():
    child = package(EXTENDS + block("hai", p("a") + block("mot", p("b"))))
    (found,) = compiled(child, BASE).findings
    assert (found.code, found.level, found.where.words) == (
        "khoi-long-khoi",
        Severity.WARNING,
        "{%p block mot %}",
    )
    assert found.text.startswith("Khối «mot» nằm trong khối «hai» nên in ở cả hai chỗ")
    assert paragraphs(made(child, BASE)) == ["đầu Tân Hồng", "b", "a", "b"]


def test_a_block_that_a_layer_between_has_put_there_is_right():
    base = package(block("mot", block("trong", p("a"))) + block("hai", p("c")))
    moved = package(EXTENDS + block("mot", p("d")) + block("hai", block("trong", p("b"))))
    child = package(EXTENDS + block("hai", p("e") + block("trong", p("f"))))
    assert codes(child, moved, base) == []
    assert paragraphs(made(child, moved, base)) == ["d", "e", "f"]
    assert [code for code, _ in codes(package(EXTENDS + block("hai", block("trong", p("f")))), base)] == [
        "khoi-long-khoi"
    ]


@pytest.mark.parametrize("inside", ["mot", "ba"])
def test_a_block_where_the_base_has_it_or_of_its_own_is_right(inside):
    base = package(block("hai", p("a") + block("mot", p("b"))))
    child = package(EXTENDS + block("hai", p("c") + block(inside, p("d"))))
    assert codes(child, base) == []


@pytest.mark.parametrize("lost", ["Trên đây", "{{ ten }}"])
def test_words_beside_a_tag_of_a_block_are_a_fault(lost):
    found = refusal(package(EXTENDS + p(f"{{%p block mot %}} {lost} {{%p endblock %}}")), BASE)
    assert (found.code, found.level, dict(found.facts)) == (
        "chu-canh-khoi",
        Severity.ERROR,
        {"chu": lost, "the": "{%p block mot %}"},
    )


MARK = '<w:bookmarkStart w:id="1" w:name="bang"/><w:bookmarkEnd w:id="1"/>'
LINK = f'<w:hyperlink w:anchor="bang">{r("xem bảng")}</w:hyperlink>'
DEAD = [("lien-ket-hut", {"ten": "bang"})]
LINKS = {
    "mark left in its own file": ((EXTENDS + p(MARK) + block("hai", p(LINK)), block("hai", p("gốc"))), DEAD),
    "mark in a block": ((EXTENDS + block("hai", p(LINK)) + block("mot", p(MARK)), block("hai", p("x")) + block("mot", p("y"))), []),
    "mark of the base": ((EXTENDS + block("hai", p(LINK)), p(MARK) + block("hai", p("gốc"))), []),
    "mark in a block that was replaced": ((EXTENDS + block("hai", p("x")), p(LINK) + block("hai", p(MARK))), DEAD),
    "mark in a block printed again": ((EXTENDS + block("hai", p("{{p super() }}")), p(LINK) + block("hai", p(MARK))), []),
    "link in a block that was replaced": ((EXTENDS + block("hai", p("x")), block("hai", p(LINK))), []),
    "start of the document": ((EXTENDS + block("hai", p(LINK.replace("bang", "_top"))), block("hai", p("x"))), []),
    "one file": ((p(LINK),), []),
}  # fmt: skip


@pytest.mark.parametrize(("bodies", "expected"), LINKS.values(), ids=LINKS.keys())
def test_a_link_to_a_bookmark_that_is_not_printed(bodies, expected):
    assert codes(*map(package, bodies)) == expected


def test_a_block_that_is_not_below():
    found = refusal(package(EXTENDS + block("mott", p("x"))), BASE)
    assert (found.code, found.text.endswith("Có phải «mot» không?")) == ("khoi-la", True)


def test_words_outside_of_blocks():
    found = refusal(package(EXTENDS + p("lạc loài") + block("mot", p("x"))), BASE)
    assert (found.code, found.where.words) == ("chu-ngoai-khoi", "lạc loài")


def test_links_of_a_block_come_along():
    link = f'<w:hyperlink r:id="rId9">{r("trang")}</w:hyperlink>'
    rels = f'<Relationship Id="rId9" Type="{REL}/hyperlink" Target="https://vidu.vn" TargetMode="External"/>'
    data = made(package(EXTENDS + block("hai", p(link)), rels=rels), BASE)
    new = re.search(r'<w:hyperlink r:id="(\w+)"', read_part(data)).group(1)
    assert re.search(
        f'Id="{new}"[^>]*Target="https://vidu.vn"', read_part(data, "word/_rels/document.xml.rels")
    )
    assert check_opens(data) == ()


def test_pictures_of_a_block_come_along():
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:blip r:embed="rId9"/></wp:inline></w:drawing></w:r>'
    child = package(
        EXTENDS + block("hai", p(picture)),
        rels=f'<Relationship Id="rId9" Type="{REL}/image" Target="media/a.png"/>',
        extra={"word/media/a.png": b"png"},
    )
    data = made(child, BASE)
    assert zipfile.ZipFile(BytesIO(data)).read("word/media/a_1.png") == b"png"
    assert check_opens(data) == ()


def test_a_picture_that_the_file_lacks_is_named():
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:blip r:embed="rId9"/></wp:inline></w:drawing></w:r>'
    rels = f'<Relationship Id="rId9" Type="{REL}/image" Target="media/a.png"/>'
    found = refusal(package(EXTENDS + block("hai", p(picture)), rels=rels), BASE)
    assert (found.code, dict(found.facts)) == ("hinh-mat", {"ten": "media/a.png"})


def test_a_diagram_of_a_block_is_refused():
    diagram = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:x r:dm="rId9"/></wp:inline></w:drawing></w:r>'
    rels = f'<Relationship Id="rId9" Type="{REL}/diagramData" Target="diagrams/data1.xml"/>'
    assert (
        refusal(package(EXTENDS + block("hai", p(diagram)), rels=rels), BASE).code == "phan-khong-mang-theo"
    )


def test_lists_of_a_block_get_numbers_of_their_own():
    def numbering(text):
        return (
            f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        )

    listed = p("mục", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    base = package(block("hai", p("gốc")), numbering=numbering("-"))
    same = made(package(EXTENDS + block("hai", listed), numbering=numbering("-")), base)
    other = made(package(EXTENDS + block("hai", listed), numbering=numbering("*")), base)
    assert 'w:numId w:val="1"' in read_part(same)
    assert 'w:numId w:val="2"' in read_part(other)
    assert read_part(other, "word/numbering.xml").index('w:abstractNumId="2"') < read_part(
        other, "word/numbering.xml"
    ).index("<w:num ")


def test_styles_of_a_block_come_along():
    styles = (
        read_part(BASE, "word/styles.xml").replace("ThanBai", "RiengToi").replace("Thân bài", "Riêng tôi")
    )
    child = package(
        EXTENDS + block("hai", p("x", style="RiengToi")), extra={"word/styles.xml": styles.encode()}
    )
    assert 'w:styleId="RiengToi"' in read_part(made(child, BASE), "word/styles.xml")


def test_the_file_that_each_block_comes_from():
    child = package(EXTENDS + block("hai", p("con") + block("moi", p("x"))))
    assert compiled(child, BASE).blocks == {"hai": "mau-0.docx", "moi": "mau-0.docx", "mot": "mau-1.docx"}


EXTENDS_FAULTS = {
    "in a sentence": p('Theo {% extends "goi" %} này'),
    "in a table": tbl([tc('{%p extends "goi" %}')], columns=1),
    "under a condition": p("{%p if ten %}") + EXTENDS + p("{%p endif %}"),
}


@pytest.mark.parametrize("body", EXTENDS_FAULTS.values(), ids=EXTENDS_FAULTS.keys())
def test_extends_stands_alone_in_the_body(body):
    found = refusal(package(body + block("mot", p("x"))), BASE)
    assert found.code == "extends-sai-cho"


def test_extends_after_many_paragraphs_is_read_and_the_words_before_are_named():
    with pytest.raises(PackError) as caught:
        made(package(p("thừa") * 20 + EXTENDS + block("mot", p("x"))), BASE)
    assert {item.code for item in caught.value.findings} == {"chu-ngoai-khoi"}
    assert [item.where.paragraph for item in caught.value.findings[:2]] == ["đoạn 1", "đoạn 2"]


def test_a_block_twice():
    found = refusal(package(block("mot", p("x")) + p("giữa") + block("mot", p("y"))))
    assert (found.code, dict(found.facts)["cho_dau"], found.where.paragraph) == (
        "khoi-trung",
        "đoạn 1",
        "đoạn 5",
    )


def test_super_with_nothing_below():
    found = refusal(package(EXTENDS + block("hai", block("moi", p("{{p super() }}")))), BASE)
    assert (found.code, dict(found.facts)["ten"]) == ("super-khong-co", "moi")
    assert refusal(package(block("mot", p("{{p super() }}")))).code == "super-khong-co"
