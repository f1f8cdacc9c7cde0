"""The Markdown subset: what counts as a mark, and that everything else is text."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.ooxml.inlines import NoteRef, RichTag, Span, parse_inlines
from baocao.ooxml.markdown import Block, BlockKind, parse_note, parse_text, plain, text_of

P, B, S = BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.SUB_BULLET


def spans(source):
    return list(parse_inlines(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", []),
        ("thường", [Span("thường")]),
        ("**đậm**", [Span("đậm", bold=True)]),
        ("a *nghiêng* b", [Span("a "), Span("nghiêng", italic=True), Span(" b")]),
        ("***cả hai***", [Span("cả hai", bold=True, italic=True)]),
        ("PCVP~Tài~.", [Span("PCVP"), Span("Tài", sub=True), Span(".")]),
        ("“*Hiếu dân*” và", [Span("“"), Span("Hiếu dân", italic=True), Span("” và")]),
        ("**a *b***", [Span("a ", bold=True), Span("b", bold=True, italic=True)]),
        ("***a** b*", [Span("a", bold=True, italic=True), Span(" b", italic=True)]),
        ("**a *b** c*", [Span("a ", bold=True), Span("b", bold=True, italic=True), Span(" c", italic=True)]),
        ("**a***b*", [Span("a", bold=True), Span("b", italic=True)]),
        ("**a)**Nội dung", [Span("a)", bold=True), Span("Nội dung")]),
        (
            "số[^mot]; **hai[^2]**",
            [
                Span("số"),
                NoteRef("mot"),
                Span("; "),
                Span("hai", bold=True),
                NoteRef("2"),
            ],
        ),
        ("[^chú-thích]", [NoteRef("chú-thích")]),
        (r"\*a\* \~b\~ \[^c] \\", [Span("*a* ~b~ [^c] \\")]),
        (r"*a\*b*", [Span("a*b", italic=True)]),
    ],
)
def test_marks(source, expected):
    assert spans(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "2021 * 3",
        "2*3*4",
        "2**10 và 3**2",
        "* a *",
        "** a **",
        "**a",
        "a**",
        "*a",
        "****a****",
        "5~10 và 20~30",
        "~a b~",
        "~~a~~",
        "khoảng ~5%, ~7%",
        "(*) Ghi chú (*)",
        "VNeID*: xem (*)",
        "_x_",
        "<w:p>",
        "&amp;",
        "{{ 7*7 }}",
        "{% for x in y %}",
        "# x",
        "1. x",
        "a\\b",
        "C:\\thư mục",
        "[^]",
        "[^ a]",
        "[a](b)",
        "`x`",
        "| a |",
    ],
)
def test_everything_else_is_text(source):
    assert spans(source) == [Span(source)]
    assert plain(source) == source


def test_unmatched_part_of_a_mark_stays():
    assert spans("**a***") == [Span("a", bold=True), Span("*")]
    assert spans("***a**") == [Span("*"), Span("a", bold=True)]


def test_nearest_opening_mark_wins():
    assert spans("**a **b**") == [Span("**a "), Span("b", bold=True)]


def test_marks_do_not_reach_over_paragraphs():
    doc = parse_text("**a\n\nb**")
    assert [text_of(block.inlines) for block in doc.blocks] == ["**a", "b**"]


def test_blocks():
    doc = parse_text("Mở đầu\n  tiếp.\r\n\r\nHai\n- một\n  tiếp\n- hai\n+ ba\n\n\ncuối\n")
    assert doc.blocks == (
        Block(P, (Span("Mở đầu tiếp."),)),
        Block(P, (Span("Hai"),)),
        Block(B, (Span("một tiếp"),)),
        Block(B, (Span("hai"),)),
        Block(S, (Span("ba"),)),
        Block(P, (Span("cuối"),)),
    )


@pytest.mark.parametrize("source", ["-không cách", "- ", "-", "– gạch dài", "+1,2%"])
def test_no_bullet(source):
    assert [block.kind for block in parse_text(source).blocks] == [P]


def test_escaped_bullet():
    assert parse_text("\\- a\n\\+ b").blocks == (Block(P, (Span("- a + b"),)),)


def test_notes():
    doc = parse_text("Một[^a].\n[^a]: Chú\n  thích.\n\n    Đoạn hai.\n\nHai[^b].\n\n[^b]: *B*\nBa")
    assert [text_of(block.inlines) for block in doc.blocks] == ["Một.", "Hai.", "Ba"]
    assert [note.name for note in doc.notes] == ["a", "b"]
    assert [text_of(block.inlines) for block in doc.notes[0].blocks] == ["Chú thích.", "Đoạn hai."]
    assert doc.notes[1].blocks == (Block(P, (Span("B", italic=True),)),)


def test_signs_in_a_note_stay_text():
    blocks = parse_note("+ Cấp Huyện\nhai\n+ Cấp xã\n\n- khác")
    assert [text_of(block.inlines) for block in blocks] == ["+ Cấp Huyện hai", "+ Cấp xã", "- khác"]
    assert {block.kind for block in blocks} == {P}


@pytest.mark.parametrize("source", ["", " \n\n ", "\t"])
def test_blank(source):
    assert parse_text(source).blocks == ()
    assert plain(source) == ""


@pytest.mark.parametrize("source", ["**a**", "a[^b]", "- a", "a\n\nb", "[^a]: b", "a~b~"])
def test_what_has_marks_is_not_plain(source):
    assert plain(source) is None


def test_plain_joins_lines_and_takes_escapes_off():
    assert plain(" a\n b \\* c ") == "a b * c"


def test_template_tags_are_opaque():
    source = "a **{{ x * y }}** {% if a ~ b %}*c*{% endif %} {{r t }}[^n]{# * #}"
    assert list(parse_inlines(source, template=True)) == [
        Span("a "),
        Span("{{ x * y }}", bold=True),
        Span(" {% if a ~ b %}"),
        Span("c", italic=True),
        Span("{% endif %} "),
        RichTag("{{r t }}"),
        NoteRef("n"),
        Span("{# * #}"),
    ]


def test_a_tag_of_runs_has_the_look_of_its_place():
    assert list(parse_inlines("***Đạt {{r x }}*** ~{{r y }}~", template=True)) == [
        Span("Đạt ", bold=True, italic=True),
        RichTag("{{r x }}", bold=True, italic=True),
        Span(" "),
        RichTag("{{r y }}", sub=True),
    ]


def test_subscript_around_a_tag():
    assert list(parse_inlines("VT~{{ dv.a }}~.", template=True)) == [
        Span("VT"), Span("{{ dv.a }}", sub=True), Span("."),
    ]  # fmt: skip


HOSTILE = st.text(alphabet="ab1 *~\\[]^:-+{}%#<>&\n\t\u00a0đ_.(", max_size=60)
SIGNS = re.compile(r"[\s*~\\:+-]|\[\^[\w.\-]+\]")


@given(HOSTILE)
@settings(max_examples=300, deadline=None)
def test_no_character_is_lost(source):
    """Marks, escapes, bullets and white space aside, the words come out as they went in."""
    doc = parse_text(source)
    blocks = [*doc.blocks, *(block for note in doc.notes for block in note.blocks)]
    seen = "".join(text_of(block.inlines) for block in blocks)
    assert sorted(SIGNS.sub("", seen)) == sorted(SIGNS.sub("", source))


@given(st.text(alphabet="ab *~[^]", max_size=40))
@settings(max_examples=300, deadline=None)
def test_neighbouring_spans_differ(source):
    items = parse_inlines(source)
    for left, right in pairwise(items):
        if isinstance(left, Span) and isinstance(right, Span):
            assert (left.bold, left.italic, left.sub) != (right.bold, right.italic, right.sub)
    assert all(item.text for item in items if isinstance(item, Span))


@given(st.text(max_size=60).filter(lambda text: text.strip(" \t")))
@settings(max_examples=200, deadline=None)
def test_escaped_text_comes_out_as_typed(text):
    """With a backslash before every mark any one-line text is plain."""
    line = re.sub(r"[\r\n]", " ", text).strip(" \t")
    source = re.sub(r"([\\*~\[\]^])", r"\\\1", line)
    source = "\\" + source if re.match(r"[-+][ \t]", source) else source
    assert plain(source) == line
