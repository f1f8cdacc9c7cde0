"""noi-dung.md as read: items in order, and every fault with its line in one go."""

import pytest

from baocao.builder.blocks import Control, Directive, Heading, Paragraph, Table, paragraphs_of
from baocao.builder.lines import control_tags, read_lines
from baocao.builder.reader import read_source
from baocao.errors import Severity
from baocao.ooxml.inlines import NoteRef, RichTag, Span
from baocao.ooxml.markdown import BlockKind
from baocao.ooxml.pipe_tables import CellAlign

P, B, S = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.SUB_BULLET


def items(source):
    read, faults = read_source(source, "noi-dung.md", 4)
    assert faults == []
    return list(read.items)


def faults(source, depth=3):
    _, found = read_source(source, "noi-dung.md", depth)
    assert all(fault.level is Severity.ERROR and fault.remedy for fault in found)
    assert all("{{" not in fault.text + fault.remedy for fault in found if "the-chua" not in fault.code)
    return sorted((fault.where.line, fault.code) for fault in found)


def test_items_in_order():
    assert items("@ten_loai\n# A {{ x }}\n## B\nmột\nhai\n- ba\n+ bốn\n  tiếp\n\n{{p c.d }}\n") == [
        Directive("ten_loai", 1),
        Heading(1, (Span("A {{ x }}"),), 2),
        Heading(2, (Span("B"),), 3),
        Paragraph(P, (Span("một hai"),), 4),
        Paragraph(B, (Span("ba"),), 6),
        Paragraph(S, (Span("bốn tiếp"),), 7),
        Control("{{p c.d }}", 10),
    ]


def test_a_component_is_given_what_stands_in_braces_even_over_lines():
    text = 'một\n\n@ten_loai {a: "x {{ y }} {",\n  b: [1, {c: d}]}\nhai\n'
    first, second, _ = read_source(text, "noi-dung.md", 4)[0].items
    assert (first.line, second.name, second.line) == (1, "ten_loai", 3)
    assert second.given.children["a"].text == "x {{ y }} {"
    assert second.given.children["b"].where.line == 3
    assert second.given.children["b"].items[1].children["c"].text == "d"


def test_braces_of_a_component_that_nothing_closes_are_told():
    assert faults("@ten_loai {a: 1\n\nhai\n") == [(1, "noi-dung-the-chua-dong")]


def test_what_a_component_does_not_know_is_told_with_its_line():
    assert faults("một\n@ten_loai {ten: A}\n") == [(2, "goi-muc-la")]


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("{% if a %}", ["{%p if a %}"]),
        ("{%p if a %}", ["{%p if a %}"]),
        ("{%- if a -%}", ["{%p if a %}"]),
        ("{% for x in y %}{% if x %}", ["{%p for x in y %}", "{%p if x %}"]),
        ('{% extends "cchc-nam" %}', ['{%p extends "cchc-nam" %}']),
        ("{# lời nhắc #}", []),
        ("{{p a }}", ["{{p a }}"]),
        ("{% if a %}chữ{% endif %}", None),
        ("{% if a %}{{ b }}{% endif %}", None),
        ("{{ a }}", None),
        ("{{r a }}", None),
        ("chữ", None),
    ],
)
def test_control_lines(line, tags):
    assert control_tags(line) == tags


def test_control_line_parts_paragraphs():
    assert items("a\n{% if b %}\nc\n{% endif %}\nd") == [
        Paragraph(P, (Span("a"),), 1),
        Control("{%p if b %}", 2),
        Paragraph(P, (Span("c"),), 3),
        Control("{%p endif %}", 4),
        Paragraph(P, (Span("d"),), 5),
    ]


def test_tag_over_several_lines_is_put_on_one():
    assert items("a {{ b\n  | so }} c\n{% if x and\n   y %}") == [
        Paragraph(P, (Span("a {{ b | so }} c"),), 1),
        Control("{%p if x and y %}", 3),
    ]


def test_comment_may_hold_blank_lines():
    assert items("{# a\n\n# b #}\nc") == [Paragraph(P, (Span("c"),), 4)]


@pytest.mark.parametrize("text", ["#a", "#", "a # b", "1. a", "@ a", "a @khoi_ky", "-a", "> a", "```"])
def test_plain_lines(text):
    assert items(text) == [Paragraph(P, (Span(text),), 1)]


@pytest.mark.parametrize("text", ["# a", "@khoi_ky", "| a |", "- a", "+ a"])
def test_escaped_lines(text):
    assert items("\\" + text) == [Paragraph(P, (Span(text),), 1)]


def test_text_is_nfc():
    assert items("Tie\u0302\u0301p") == [Paragraph(P, (Span("Tiếp"),), 1)]


def test_notes():
    read, found = read_source(
        "a[^mot] b[^hai]\n\n[^mot]: Một\n    tiếp.\n\n    {% for x in y %}\n    + {{ x }};\n"
        "    {% endfor %}\n\n    Cuối.\n\n[^hai]: *Hai*\nđoạn sau",
        "noi-dung.md",
        1,
    )
    assert found == []
    assert read.notes["mot"].items == (
        Paragraph(P, (Span("Một tiếp."),), 3),
        Control("{%p for x in y %}", 6),
        Paragraph(P, (Span("+ {{ x }};"),), 7),
        Control("{%p endfor %}", 8),
        Paragraph(P, (Span("Cuối."),), 10),
    )
    assert read.notes["hai"].items == (Paragraph(P, (Span("Hai", italic=True),), 12),)
    assert [item.inlines for item in read.items] == [
        (Span("a"), NoteRef("mot"), Span(" b"), NoteRef("hai")),
        (Span("đoạn sau"),),
    ]


def test_table():
    (table,) = items(
        "| A | B |\n|:-:|------|\n| {%tr for x in y %} |\n| {{ x | so }} | b \\| *c* |\n| | {{r d }}"
    )
    assert isinstance(table, Table)
    assert (table.line, table.numbers, table.grid.shares) == (1, (1, 2, 3, 4, 5), (3, 6))
    assert table.grid.aligns == (CellAlign.CENTER, CellAlign.DEFAULT)
    assert [row.control for row in table.grid.rows] == ["{%tr for x in y %}", "", ""]
    assert list(paragraphs_of(table)) == [
        (1, (Span("A"),)),
        (1, (Span("B"),)),
        (4, (Span("{{ x | so }}"),)),
        (4, (Span("b | "), Span("c", italic=True))),
        (5, ()),
        (5, (RichTag("{{r d }}"),)),
    ]


def test_every_fault_at_once():
    source = """# Một[^thieu]
[^thua]: a
[^trung]: b
[^trung]: c
Gọi[^trung], gọi[^rong], gọi[^long].
[^rong]:
[^long]: a[^trung]
@khoi_kí
@khoi_ky
@khoi_ky
#### Sâu
| a | b |
|---|---|
| c |

| không kẻ |

Câu {{ a chưa đóng.

Câu {{ b {{ c }}.
{% if d
"""
    assert faults(source) == [
        (1, "noi-dung-chu-thich-thieu"),
        (2, "noi-dung-chu-thich-thua"),
        (4, "noi-dung-chu-thich-trung"),
        (6, "noi-dung-chu-thich-rong"),
        (7, "noi-dung-chu-thich-long-nhau"),
        (8, "noi-dung-lenh-la"),
        (10, "noi-dung-lenh-lap"),
        (11, "noi-dung-de-muc-qua-sau"),
        (14, "noi-dung-bang-sai-so-o"),
        (16, "noi-dung-bang-thieu-dong-ke"),
        (18, "noi-dung-the-chua-dong"),
        (20, "noi-dung-the-chua-dong"),
        (21, "noi-dung-the-chua-dong"),
    ]


def test_a_note_may_be_called_twice():
    assert faults("{% if a %}\nx[^n]\n{% else %}\ny[^n]\n{% endif %}\n[^n]: z") == []


def test_text_outside_the_blocks_of_a_child():
    source = (
        '{% extends "cchc-nam" %}\n\nlạc\n{% block a %}\ntrong\n{% endblock %}\n'
        "# lạc\n{% block b %}\n| a |\n|---|"
    )
    assert faults(source) == [(3, "noi-dung-ngoai-khoi"), (7, "noi-dung-ngoai-khoi")]


def test_line_numbers_after_a_joined_tag():
    lines, _ = read_lines("a {{ b\n}}\nc", "")
    assert [(line.number, line.text) for line in lines] == [(1, "a {{ b }}"), (3, "c")]
