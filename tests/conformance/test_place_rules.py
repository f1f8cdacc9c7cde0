"""Drawn, typed and underlined rules by exact expectation: what no page of LibreOffice shows."""

from __future__ import annotations

import pytest

from baocao.conformance.paper import Stroke, StrokeKind
from baocao.conformance.reading.lines import draws_rule
from conformance.place_cases import BOTTOM, MOTTO, TOP
from conformance.place_kit import (
    LEFT,
    RIGHT,
    WIDE,
    anchored,
    at,
    ind,
    inline,
    p,
    paper,
    pict,
    r,
    shape,
    wide,
)

DASHED = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:prstDash val="dash"/></a:ln>'
FALLBACK = '<mc:Fallback><w:pict><v:line from="0,0" to="2in,0"/></w:pict></mc:Fallback>'


def strokes(body: str) -> list[Stroke]:
    return [stroke for paragraph in paper(p("trước") + body).paragraphs for stroke in paragraph.strokes]


@pytest.mark.parametrize(
    ("body", "kind", "length"),
    [
        (p(inline(WIDE, 0, shape(WIDE))), StrokeKind.SHAPE, WIDE),
        (p(r("a"), anchored(WIDE, 0, shape(WIDE), at("column", 0))), StrokeKind.SHAPE, WIDE),
        (p(MOTTO, ppr=BOTTOM + ind(1000, 1000)), StrokeKind.BORDER, RIGHT - LEFT - 2000 * 635),
        (p("________"), StrokeKind.UNDERSCORES, wide("________")),
        (p("———"), StrokeKind.UNDERSCORES, wide("———")),
        (p("────"), StrokeKind.UNDERSCORES, wide("────")),
        (p(r(MOTTO, '<w:u w:val="single"/>')), StrokeKind.UNDERLINE, wide(MOTTO)),
        (p(pict('<v:line from="1in,1pt" to="2in,1pt"/>')), StrokeKind.SHAPE, 914_400),
        (p(pict('<v:rect style="position:absolute;width:50mm;height:.75pt"/>')), StrokeKind.SHAPE, WIDE),
    ],
)
def test_a_solid_rule_is_found_with_its_length(body: str, kind: StrokeKind, length: int) -> None:
    (stroke,) = strokes(body)
    assert stroke.kind == kind
    assert stroke.length == pytest.approx(length, abs=10)
    assert stroke.solid


@pytest.mark.parametrize(
    "body",
    [
        p(inline(WIDE, 0, shape(WIDE, ln=DASHED))),
        p(
            inline(
                WIDE,
                0,
                shape(WIDE, ln=DASHED.replace('w="9525"', 'w="9525" cmpd="dbl"').replace("dash", "solid")),
            )
        ),
        p(MOTTO, ppr=BOTTOM.replace("single", "dotted")),
        p("--------"),
        p("_ _ _ _"),
        p("-----o0o-----"),
        p(r(MOTTO, '<w:u w:val="dash"/>')),
        p(r(MOTTO, '<w:u w:val="words"/>')),
        p(pict('<v:line from="0,0" to="2in,0"><v:stroke dashstyle="dash"/></v:line>')),
    ],
)
def test_a_rule_with_gaps_is_not_solid(body: str) -> None:
    assert [stroke.solid for stroke in strokes(body)] == [False]


@pytest.mark.parametrize(
    "body",
    [
        p(inline(WIDE, WIDE, shape(WIDE, WIDE, prst="rect"))),
        p(inline(WIDE, 0, shape(WIDE, ln="<a:ln><a:noFill/></a:ln>"))),
        p(inline(0, WIDE, shape(0, WIDE))),
        p("Số: ____/BC-UBND"),
        p("--"),
        p(MOTTO, ppr=BOTTOM.replace("single", "nil")),
        p(MOTTO, ppr=BOTTOM.replace("<w:bottom", '<w:left w:val="single" w:sz="4"/><w:bottom')),
        p(pict('<v:line from="0,0" to="2in,2in"/>')),
        p(pict('<v:rect style="position:absolute;width:50mm;height:.75pt" stroked="f"/>')),
    ],
)
def test_what_is_no_rule_is_not_found(body: str) -> None:
    assert strokes(body) == []


def test_a_border_above_is_listed_at_the_paragraph_before() -> None:
    first, second = paper(p(MOTTO) + p("sau", ppr=TOP)).paragraphs
    (stroke,) = first.strokes
    assert stroke.paragraph is second
    assert second.strokes == ()


def test_equal_borders_make_one_box() -> None:
    first, second = paper(p(MOTTO, ppr=BOTTOM) + p("sau", ppr=BOTTOM)).paragraphs
    assert (len(first.strokes), len(second.strokes)) == (0, 1)


def test_the_fallback_of_a_drawing_is_not_a_second_rule() -> None:
    body = p(inline(WIDE, 0, shape(WIDE))).replace("</mc:Choice>", f"</mc:Choice>{FALLBACK}")
    assert len(strokes(body)) == 1


def test_a_flat_picture_may_be_a_rule_of_any_length() -> None:
    picture = (
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext cx="{WIDE}" cy="30000"/></a:xfrm></pic:spPr></pic:pic>'
    )
    (stroke,) = strokes(p(inline(WIDE, 30000, picture)))
    assert (stroke.left, stroke.right, stroke.length) == (None, None, None)


def test_deleted_drawings_are_no_rules() -> None:
    run = inline(WIDE, 0, shape(WIDE))
    assert strokes(f'<w:p><w:del w:id="1" w:author="a">{run}</w:del></w:p>') == []


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("___", True),
        ("----------", True),
        ("--- o0o ---", True),
        ("***", True),
        ("__", False),
        ("-", False),
        ("o0o", False),
        ("2020-2025", False),
        ("a---", False),
    ],
)
def test_letters_that_draw_a_rule(words: str, drawn: bool) -> None:
    assert draws_rule(words) is drawn


def test_two_rows_of_dashes_in_one_line_are_two_rules():
    found = strokes(p("  -------" + " " * 25 + "---------------"))
    assert [stroke.kind for stroke in found] == [StrokeKind.UNDERSCORES] * 2
    assert found[0].right < found[1].left
