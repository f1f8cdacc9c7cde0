"""Beside docxtpl-lint, the open linter of such templates: a broken template for each of its rules, linted by both.

Ours finds a fault at the same paragraph, or the test proves that here the template is right: it renders.
"""

# ruff: noqa: E501 - literals of XML and of templates stay whole

from __future__ import annotations

import pytest
from lint_kit import lint_body

from baocao.errors import Severity
from outside_tools import library
from small_docx import p, package, produced, r, spoken, tbl

docxtpl_lint = library("docxtpl_lint")

DATA = {"tthc": {"tiep_nhan": 5, "da_giai_quyet": 4, "linh_vuc": [{"ten": "Đất đai", "tiep_nhan": 1}]}, "ky": {"ten": "năm 2025", "so": 0}, "vb": {"nhap": True}}  # fmt: skip
SCHEMA = {
    "type": "object",
    "properties": {
        "tthc": {
            "type": "object",
            "properties": {"tiep_nhan": {"type": "number"}},
            "additionalProperties": False,
        }
    },
}
LOOP = "{%tr for m in tthc.linh_vuc %}"


def deleted(text):
    return f'<w:del w:id="1" w:author="An"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


FIRST = p("Lời")
FOUND = {
    "DTL001": (p("a {{ ky.ten"), {}, "the-chua-dong"),
    "DTL002": (p("a {{ ky.") + p("ten }} b"), {}, "the-qua-doan"),
    "DTL003": (p("a", deleted("{{ ky.ten }}")), {}, "the-bi-xoa"),
    "DTL101": (p("{% if vb.nhap %}a"), {}, "khoi-chua-dong"),
    "DTL102": (p("a{% endif %}"), {}, "the-thua"),
    "DTL103": (p("{{ ky.ten | }}"), {}, "the-sai-cu-phap"),
    "DTL104": (p("{{ ky.ten | soo }}"), {}, "bo-loc-la"),
    "DTL105": (p("{% if ky.ten is trongg %}a{% endif %}"), {}, "phep-thu-la"),
    "DTL106": (p("{% for m in tthc.linh_vuc %}{{ m.tiep_nhan }}{% endfor %}{{ m.tiep_nhan }}"), {}, "ten-het-vong-lap"),
    "DTL202": (tbl(["{% tr for m in tthc.linh_vuc %}", ""], ["a", "b"], ["{%tr endfor %}", ""]), {}, "the-cach-chu"),
    "DTL203": (p(LOOP) + p("{%tr endfor %}"), {}, "the-ngoai-bang"),
    "DTL204": (p("{%p if vb.nhap %}") + p("a") + p("b {% endif %}"), {}, "the-lech-cho"),
    "DTL205": (tbl([LOOP, ""], ["a", "b"]) + tbl(["{%tr endfor %}", ""]), {}, "the-lech-cho"),
    "DTL206": (tbl([LOOP + "{{ m.tiep_nhan }}", "{%tr endfor %}"]), {}, "the-bi-bo"),
    "DTL207": (tbl(["{%tc for m in tthc.linh_vuc %}", "a"], ["b", "{%tc endfor %}"]), {}, "the-lech-cho"),
    "DTL208": (p("{% colspan 2 %}a"), {}, "the-o-ngoai-bang"),
    "DTL209": (p("{%p if vb.nhap %} Lời bị mất") + p("{%p endif %}"), {}, "chu-bi-bo"),
    "DTL210": (p("{%p if vb.nhap %}{%p endif %}"), {}, "khoi-trong"),
    "DTL301": (p("{{ tthc.tiep_nhann }}"), {"data": DATA}, "ten-khong-biet"),
    "DTL303": (p("{% for m in tthc.tiep_nhan %}a{% endfor %}"), {"data": DATA}, "lap-khong-danh-sach"),
    "DTL304": (p("{{ tthc.tiep_nhann }}"), {"schema": SCHEMA}, "ten-khong-biet"),
    "DTL305": (p("{% for m in tthc.tiep_nhan %}a{% endfor %}"), {"schema": SCHEMA}, "lap-khong-danh-sach"),
    "DTL306": (p("{{ tthc.tiep_nhan | join(', ') }}"), {"data": DATA}, "bo-loc-lech-loai"),
}  # fmt: skip
"""Rule of docxtpl-lint -> broken template, what its API is given besides, our code."""


@pytest.mark.parametrize("rule", FOUND)
def test_ours_finds_what_docxtpl_lint_finds_at_the_same_paragraph(tmp_path, rule):
    body, given, code = FOUND[rule]
    theirs = [item for item in docxtpl_lint.lint(package(FIRST + body), **given).issues if item.rule == rule]
    assert theirs, "docxtpl-lint says nothing"
    ours = [item for item in lint_body(tmp_path, FIRST + body) if item.code == code]
    anchors = {item.where.anchor for item in ours}
    places = {f"word/document.xml#{item.location.paragraph - 1}" for item in theirs}
    assert anchors & _partners(rule, places)


def _partners(rule, places):
    """docxtpl-lint names the closing tag of a pair, ours the opening one, which stands before it."""
    if rule not in ("DTL204", "DTL205", "DTL206", "DTL207"):
        return places
    numbers = [int(place.partition("#")[2]) for place in places]
    return {f"word/document.xml#{number}" for number in range(1, max(numbers) + 1)}


RIGHT_HERE = {
    "DTL201": (p("{%p if 7 % 2 == 1 %}") + p("lẻ") + p("{%p endif %}"), {}, ["lẻ"]),
    "DTL307": (p("{{r ky.ten }}"), {"data": DATA}, ["năm 2025"]),
    "DTL308": (p("{{ ky.ten }}"), {"data": {"ky": {"ten": "An & Bình <b>"}}}, ["An & Bình <b>"]),
}
"""What docxtpl cannot do and this compiler can: the template, what to give, the words it renders to."""


@pytest.mark.parametrize("rule", RIGHT_HERE)
def test_what_is_no_fault_here_renders_right(tmp_path, rule):
    body, given, words = RIGHT_HERE[rule]
    assert rule in {item.rule for item in docxtpl_lint.lint(package(body), **given).issues}
    assert spoken(produced(package(body), given.get("data", DATA))) == words
    assert [item for item in lint_body(tmp_path, body) if item.level is Severity.ERROR] == []


NOT_OURS = {
    "DTL005": "chú thích tắt luật: ở đây không có cách tắt luật trong mẫu",
    "DTL302": "mục của số liệu không dùng tới: lint có chi-tieu-khong-in, lệnh soat có da-nhap-khong-in",
    "DTL401": "chỉ có khi in thử bằng docxtpl",
    "DTL402": "chỉ có khi in thử bằng docxtpl",
}


def test_every_rule_of_docxtpl_lint_is_accounted_for():
    from docxtpl_lint.messages import RULES

    assert set(RULES) == FOUND.keys() | RIGHT_HERE.keys() | NOT_OURS.keys()


def test_a_tag_torn_by_word_is_no_fault_for_either(tmp_path):
    body = p(r("{"), r("{ ky"), r(".ten }"), r("}"))
    assert docxtpl_lint.lint(package(body)).issues == []
    assert lint_body(tmp_path, body) == ()
