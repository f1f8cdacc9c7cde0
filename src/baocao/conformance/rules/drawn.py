"""The drawn rules below Tiêu ngữ, agency and subject: there, solid, in the middle, of the right length."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import DrawRule, Mend, ResizeRule, SetFace
from baocao.conformance.paper import Line, Stroke, StrokeKind
from baocao.conformance.reading.depths import depth_of
from baocao.conformance.reading.lines import printed_widths
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import broken, held, printed, unsure
from baocao.conformance.rules.places import middle
from baocao.conformance.rules.spacing import SINGLE
from baocao.formats import Length, Pt, Share
from baocao.ooxml.metrics import rule_length_partial


def rule_below(case: Case, key: str, lines: Sequence[Line], share: Share) -> Iterator[Seen]:
    """The rule below the component `key` with `lines`: `share` of the width of its last or longest line."""
    if not lines:
        return
    below, stroke = lines[-1], case.parts.strokes.get(key)
    widths = [width for line in lines for width in printed_widths(line)]
    length = rule_length_partial(widths, share)
    wanted = f"đường kẻ liền dưới dòng chữ, dài {_length_words(widths, share)}"
    draw = DrawRule(below, length, case.format.rules.stroke.chosen)
    if stroke is None:
        yield broken(below, "không có đường kẻ", wanted, [draw])
    elif _underlines(stroke, lines):
        spans = tuple(span for line in lines for span in printed(line) if span.face.underline)
        yield broken(below, "gạch chân chữ", wanted, [SetFace(spans=spans, underline=False), draw])
    elif not stroke.solid:
        yield broken(below, "đường kẻ đứt nét", wanted, [draw])
    else:
        yield _measured(stroke, below, widths, share, wanted, [_redrawn(stroke, below, length, draw)])


def _share_words(share: Share) -> str:
    if share.minimum > 0.9:
        return "bằng dòng chữ"
    return f"{wording.share_range(share)} dòng chữ"


def _length_words(widths: Sequence[Length], share: Share) -> str:
    """ "29 đến 44 mm (từ 1/3 đến 1/2 dòng chữ)": of the last or the longest line, whichever allows more."""
    if not widths or not max(widths):
        return _share_words(share)
    longest, last = Length(max(widths)), widths[-1] or Length(max(widths))
    low, high = math.ceil(last.mm * share.minimum), math.floor(longest.mm * share.maximum)
    return f"{low} đến {high} mm ({_share_words(share)})"


def _underlines(stroke: Stroke, lines: Sequence[Line]) -> bool:
    """Whether it is the underline of the letters themselves."""
    own = any(stroke.paragraph is line.paragraph for line in lines)
    return (
        own
        and stroke.kind is StrokeKind.UNDERLINE
        and any(span.face.underline for line in lines for span in printed(line))
    )


def _redrawn(stroke: Stroke, below: Line, length: Length, draw: DrawRule) -> Mend:
    return ResizeRule(stroke, below, length) if stroke.kind is StrokeKind.SHAPE else draw


def _measured(
    stroke: Stroke, below: Line, widths: Sequence[Length], share: Share, wanted: str, mends: Sequence[Mend]
) -> Seen:
    """Its length over the last and the longest line, and its middle."""
    length = stroke.length
    if length is None or not widths or not max(widths):
        look = f"xem đường kẻ có dài {_share_words(share)} và ở giữa không"
        return unsure(below, "không đo được đường kẻ", look)
    ratios = [length / width for width in {widths[-1], max(widths)} if width]
    low, high = share.minimum - tolerances.RULE, share.maximum + tolerances.RULE
    if not any(low <= ratio <= high for ratio in ratios):
        return broken(below, f"đường kẻ dài {wording.millimetres(length)}", wanted, mends)
    axis, left, right = middle(below), stroke.left, stroke.right
    if axis is None or left is None or right is None:
        return held(below)
    aside = Length((left + right) // 2 - axis)
    if abs(aside) <= tolerances.AXIS:
        return unsure(below, "đường kẻ có thể đè lên chữ", _UNDER) if _across(stroke, below) else held(below)
    seen = f"đường kẻ lệch {'phải' if aside > 0 else 'trái'} {wording.millimetres(Length(abs(aside)))}"
    return broken(below, seen, "đường kẻ ở giữa dòng chữ", mends)


_UNDER = "xem đường kẻ có nằm hẳn dưới dòng chữ không"
_LETTERS = 0.6
"""Share of the height of a line above which a rule runs through its letters."""


def _across(stroke: Stroke, below: Line) -> bool:
    """Whether a shape that hangs on the paragraph of its line is drawn through the letters."""
    paragraph = below.paragraph
    depth = depth_of(stroke.element) if stroke.kind is StrokeKind.SHAPE else None
    if depth is None or stroke.paragraph is not paragraph or paragraph.look.before or not below.spans:
        return False
    rows = sum(len(printed_widths(line)) for line in paragraph.lines)
    tall = Pt(max(span.face.size for span in below.spans) * SINGLE)
    return 0 <= depth < tall * (rows - 1 + _LETTERS)
