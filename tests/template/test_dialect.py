"""The docxtpl dialect: the same templates give the same text as docxtpl itself, and better where docxtpl errs."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import io
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from small_docx import W, p, package, paragraphs, produced, r, read_part, spoken, tbl, tc

PEOPLE = [{"ten": "An", "tuoi": 30}, {"ten": "Bình", "tuoi": 41}]
CONTEXT = {
    "ten": "Tân Hồng",
    "dung": True,
    "sai": False,
    "so": 3,
    "nguoi": PEOPLE,
    "mau": "FF0000",
    "cot": ["A", "B", "C"],
}

SAME = {
    "output": p("Xin chào {{ ten }}."),
    "two outputs in one run": p("{{ ten }} và {{ so }}"),
    "split runs": p(r("Xin {", "<w:b/>"), r("{ t"), r("en }"), r("} nhé")),
    "split with proofing marks": p(
        r("{{ "), '<w:proofErr w:type="spellStart"/>', r("ten"), '<w:proofErr w:type="spellEnd"/>', r(" }}")
    ),
    "inline if": p("A{% if dung %}B{% else %}C{% endif %}D"),
    "inline if over runs": p(r("A{% if sai %}"), r("B", "<w:b/>"), r("{% endif %}C")),
    "inline for": p("{% for n in nguoi %}{{ n.ten }}; {% endfor %}"),
    "paragraph if": p("{%p if dung %}") + p("có") + p("{%p else %}") + p("không") + p("{%p endif %}"),
    "paragraph elif": p("{%p if sai %}") + p("1") + p("{%p elif so == 3 %}") + p("2") + p("{%p endif %}"),
    "paragraph for": p("{%p for n in nguoi %}") + p("{{ loop.index }}. {{ n.ten }}") + p("{%p endfor %}"),
    "nested for": p("{%p for n in nguoi %}")
    + p("{%p for c in cot %}")
    + p("{{ n.ten }}{{ c }}")
    + p("{%p endfor %}")
    + p("{%p endfor %}"),
    "plain if on paragraphs of its own": p("{% if dung %}") + p("có {{ so }}") + p("{% endif %}"),
    "for over words of several paragraphs": p("đầu {% for n in nguoi %}")
    + p("{{ n.ten }}")
    + p("cuối{% endfor %}"),
    "if that ends inside a later paragraph": p("{% if sai %}bỏ") + p("bỏ nữa{% endif %} giữ"),
    "row for": tbl(
        ["Tên", "Tuổi"],
        ["{%tr for n in nguoi %}", ""],
        ["{{ n.ten }}", "{{ n.tuoi }}"],
        ["{%tr endfor %}", ""],
    ),
    "row if": tbl(["{%tr if sai %}"], ["mất"], ["{%tr endif %}"], ["còn"], columns=1),
    "cells for": tbl(["{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"], columns=3),
    "for across cells": tbl(["{% for c in cot %}x", "{{ c }}{% endfor %}"]),
    "run tags": p(r("A ", "<w:b/>"), r("{%r if dung %}"), r("B", "<w:i/>"), r("{%r endif %}"), r(" C")),
    "run tag inside a run": p("A {%r if sai %}B{%r endif %} C"),
    "comment": p("A{# ghi chú {{ khong_co }} #}B"),
    "paragraph comment": p("A") + p("{#p bỏ đoạn này #}") + p("B"),
    "row comment": tbl(["A"], ["{#tr bỏ hàng này #}"], ["B"], columns=1),
    "merge with both neighbours": p("Tôi ở")
    + p("{%- if dung -%}")
    + p(" phố")
    + p("{%- else -%}")
    + p(" quê")
    + p("{%- endif -%}")
    + p(" này."),
    "smart quotes": p("{{ “một” if dung else ‘hai’ }}"),
    "smart quotes in default": p("{{ khong_co|default(“chưa có”) }}"),
    "escaped delimiters": p("{_{ ten }_} và {_% if %_}"),
    "less than in a tag": p("{% if so &lt; 5 %}nhỏ{% endif %}{% if so &gt; 5 %}lớn{% endif %}"),
    "set": p("{% set x = so + 1 %}{{ x }}"),
    "set on its own paragraph": p("{%p set x = 'a' %}") + p("{{ x }}"),
    "macro": p("{% macro m(x) %}({{ x }}){% endmacro %}{{ m(ten) }}"),
    "filters": p(
        "{{ cot|join(', ') }} {{ ten|upper }} {{ nguoi|length }} {{ nguoi|map(attribute='ten')|first }}"
    ),
    "tests": p("{% if khong_co is defined %}a{% endif %}{% if so is odd %}lẻ{% endif %}"),
    "tag over a line break": p("<w:r><w:t>{{ ten</w:t><w:br/><w:t> }}</w:t></w:r>"),
    "tag over paragraphs": p("{% set y =") + p("5 %}{{ y }}"),
    "raw": p("{% raw %}{{ ten }}{% endraw %} {{ so }}"),
    "colspan": tbl([tc("{% colspan so %}rộng"), tc("b")]),
    "cellbg": tbl([tc("{% cellbg mau %}đỏ"), tc("b")]),
    "vm": tbl(
        [tc("{%tr for n in nguoi %}"), tc("")],
        [tc("{% vm %}chung"), tc("{{ n.ten }}")],
        [tc("{%tr endfor %}"), tc("")],
    ),
    "hm": tbl([tc("{%tc for c in cot %}"), tc("{% hm %}chung"), tc("{%tc endfor %}")]),
    "entities": p("A &amp; B &lt;c&gt; {{ ten }}"),
    "dash strips spaces": p("{{ ten -}}   x"),
    "hyperlink text": p(f'<w:hyperlink w:anchor="x">{r("{{ ten }}")}</w:hyperlink>'),
    "text box": p(
        '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        + p("{{ ten }}")
        + "</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
    ),
}


def with_docxtpl(data, context):
    template = DocxTemplate(io.BytesIO(data))
    template.render(dict(context), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@pytest.mark.parametrize("body", SAME.values(), ids=SAME.keys())
def test_the_same_text_as_docxtpl(body):
    data = package(body)
    assert spoken(produced(data, CONTEXT)) == spoken(with_docxtpl(data, CONTEXT))


def test_header_and_title_as_docxtpl():
    data = package(p("x"), header=p("{{ ten }} {% if dung %}có{% endif %}"), title="Báo cáo {{ ten }}")
    ours, theirs = produced(data, CONTEXT), with_docxtpl(data, CONTEXT)
    assert spoken(ours, "word/header1.xml") == spoken(theirs, "word/header1.xml") == ["Tân Hồng có"]
    assert "<dc:title>Báo cáo Tân Hồng</dc:title>" in read_part(ours, "docProps/core.xml")


def cells(data, name):
    root = ET.fromstring(read_part(data))
    return [item.get(W + "val") or item.get(W + "fill") for item in root.iter(W + name)]


@pytest.mark.parametrize(
    ("kind", "element"), [("colspan", "gridSpan"), ("cellbg", "shd"), ("vm", "vMerge"), ("hm", "gridSpan")]
)
def test_cells_as_docxtpl(kind, element):
    data = package(SAME[kind])
    ours = cells(produced(data, CONTEXT), element)
    assert ours == cells(with_docxtpl(data, CONTEXT), element)
    assert ours


ITEMS = [{"desc": "Máy in", "qty": 2, "price": "0"}, {"desc": "Bàn <ghế> & tủ", "qty": 5403, "price": "7"}]
OWN_TEMPLATES = {
    "order_tpl": {
        "customer_name": "An",
        "items": ITEMS,
        "in_europe": True,
        "is_paid": False,
        "company_name": "Công ty",
        "total_price": "100",
    },
    "nested_for_tpl": {
        "dishes": [{"name": "Phở", "ingredients": ["bánh", "thịt"]}, {"name": "Bún", "ingredients": ["chả"]}],
        "authors": [{"name": "Tố Hữu", "books": [{"title": "Từ ấy"}, {"title": "Việt Bắc"}]}],
    },
    "dynamic_table_tpl": {
        "col_labels": ["a", "b", "c", "d"],
        "tbl_contents": [
            {"label": "vàng", "cols": ["1", "2", "3", "4"]},
            {"label": "đỏ", "cols": ["5", "6", "7", "8"]},
        ],
    },
    "vertical_merge_tpl": {"items": ITEMS, "total_price": "100", "category": "Sách"},
    "header_footer_entities_tpl": {"title": "Tên", "company_name": "Công ty", "date": "x"},
}
"""docxtpl's own templates that need no Python objects, with data of their shape. Being under the LGPL they stand
outside this repository: BAOCAO_DOCXTPL_TEMPLATES names their folder (docxtpl 0.4.13 was the last sdist with them).
"""


@pytest.mark.parametrize("name", OWN_TEMPLATES)
def test_docxtpl_own_templates(name):
    file = Path(os.environ.get("BAOCAO_DOCXTPL_TEMPLATES", "")) / f"{name}.docx"
    if not file.is_file():
        pytest.skip("BAOCAO_DOCXTPL_TEMPLATES không chỉ tới thư mục mẫu của docxtpl")
    data, context = file.read_bytes(), OWN_TEMPLATES[name]
    expected = spoken(with_docxtpl(data, context))
    assert spoken(produced(data, context)) == expected
    assert all(expected)
    assert expected


# Where the two differ on purpose.


def test_a_paragraph_of_control_tags_disappears_without_p():
    data = package(p("a") + p("{% if dung %}") + p("b") + p("{% endif %}") + p("c"))
    assert paragraphs(produced(data, CONTEXT)) == ["a", "b", "c"]


def test_a_paragraph_that_ends_a_section_stays():
    data = package(p("a") + p("{% if sai %}", ppr="<w:sectPr/>") + p("b") + p("{% endif %}") + p("c"))
    assert paragraphs(produced(data, CONTEXT)) == ["a", "", "c"]
    assert read_part(produced(data, CONTEXT)).count("<w:sectPr>") == 2


def test_a_section_without_words_leaves_no_page():
    data = package(p("{% if sai %}", ppr="<w:sectPr/>") + p("b") + p("{% endif %}") + p("c"))
    assert paragraphs(produced(data, CONTEXT)) == ["c"]
    assert read_part(produced(data, CONTEXT)).count("<w:sectPr>") == 1


def test_an_emptied_cell_keeps_one_paragraph():
    data = package(tbl([tc(p("{%p if sai %}", style="ThanBai"), p("x"), p("{%p endif %}")), "b"]))
    assert paragraphs(produced(data, CONTEXT)) == ["", "b"]
    assert 'w:val="ThanBai"' in read_part(produced(data, CONTEXT))


def test_a_table_without_rows_disappears():
    data = package(p("a") + tbl(["{%tr for n in [] %}"], ["{{ n }}"], ["{%tr endfor %}"], columns=1) + p("b"))
    assert "<w:tbl>" not in read_part(produced(data, CONTEXT))


def test_a_table_in_a_cell_that_disappears_leaves_a_paragraph():
    inner = tbl(["{%tr for n in [] %}"], ["{{ n }}"], ["{%tr endfor %}"], columns=1)
    data = package(tbl([tc(inner, p("{%p if sai %}"), p("{%p endif %}"))], columns=1))
    assert paragraphs(produced(data, CONTEXT)) == [""]


def test_a_row_without_cells_disappears():
    data = package(tbl(["{%tc for c in [] %}", "{{ c }}", "{%tc endfor %}"], ["a"], columns=1))
    assert read_part(produced(data, CONTEXT)).count("<w:tr>") == 1


def test_the_grid_follows_the_columns_of_a_loop():
    data = package(tbl(["x", "{%tc for c in cot %}", "{{ c }}", "{%tc endfor %}"], columns=2))
    widths = re.findall(r'<w:gridCol w:w="(\d+)"/>', read_part(produced(data, CONTEXT)))
    assert widths == ["1000"] * 4


def test_words_after_a_run_tag_keep_their_look():
    data = package(p(r("a {{r ten }} b", "<w:i/>")))
    assert read_part(produced(data, CONTEXT)).count("<w:rPr><w:i/></w:rPr>") == 3


def test_a_percent_sign_inside_a_paragraph_tag():
    data = package(p("{%p if so % 2 %}") + p("lẻ") + p("{%p endif %}"))
    assert paragraphs(produced(data, CONTEXT)) == ["lẻ"]


def test_words_before_a_dash_tag_stay():
    data = package(p("giữ lại {%- if dung %} này{% endif %}"))
    assert paragraphs(produced(data, CONTEXT)) == ["giữ lại này"]


def test_curly_quotes_inside_straight_quotes_stay():
    assert paragraphs(produced(package(p("{{ '“Một cửa”' }}")), {})) == ["“Một cửa”"]


def test_a_mapping_in_a_tag():
    data = package(p("{% set x = {'a': {'b': 1}} %}{{ x.a.b }}{{ {'c': 2}['c'] }}"))
    assert paragraphs(produced(data, {})) == ["12"]


def test_tags_in_links_and_descriptions():
    field = "<w:r><w:instrText>HYPERLINK &quot;{{ ten }}&quot;</w:instrText></w:r>"
    picture = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="n" descr="{{ ten }} &amp; {{ xuong }}"/></wp:inline></w:drawing></w:r>'
    out = read_part(produced(package(p(field, picture)), {"ten": 'A "B"', "xuong": "c\nd\te"}))
    assert 'HYPERLINK "A &quot;B&quot;"' in out
    assert 'descr="A &quot;B&quot; &amp; c d e"' in out


def test_a_drawn_rule_gets_its_length():
    rule = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="0"/><wp:docPr id="1" name="n" descr="ke: dai(2)"/>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="0"/></a:xfrm></wp:inline></w:drawing></w:r>'
    )
    out = read_part(produced(package(p(rule) + p(rule)), {"dai": lambda times: 360000 * times}))
    assert out.count('cx="720000"') == 4
    assert "ke:" not in out
    assert 'id="1001"' in out
    assert 'id="1002"' in out


def test_a_drawn_rule_whose_description_is_gone_has_its_length_from_the_comment_beside_it():
    line = '<wp:inline><wp:extent cx="9" cy="0"/><wp:docPr id="1" name="n"/></wp:inline>'
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    both = (
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice Requires="wps"><w:drawing>{line}</w:drawing></mc:Choice>'
        "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
    )
    beside = p(f"<w:r>{both}</w:r>", "{# ke: dai", "(2) #}") + p(f"<w:r>{both}</w:r>", "{# ghi chú #}")
    out = read_part(produced(package(beside), {"dai": lambda times: 360000 * times}))
    assert re.findall(r'<wp:extent cx="(\d+)"', out) == ["720000", "9"]
    assert out.count("Fallback") == 2
    assert "ke:" not in out


QUOTED = {
    '{{ "}}" }}': "}}",
    "{{ “a }} b” }}": "a }} b",
    '{{ ten | replace("o", "%}") }}': "T%}",
    '{% if ten != "%}" %}a{% endif %}': "a",
    """{{ "a'}}" }} và {{ ten }}""": "a'}} và To",
}


@pytest.mark.parametrize("tag", QUOTED)
def test_a_closing_sign_in_quotes_does_not_end_the_tag(tag):
    assert paragraphs(produced(package(p(tag)), {"ten": "To"})) == [QUOTED[tag]]
