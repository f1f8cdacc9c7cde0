"""The space between lines and between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import SetLook
from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import Text, broken, held, paragraph_of, printed, unsure
from baocao.formats import Length

SINGLE = 1.15
"""Height of a single line of Times New Roman over its size."""

_ZERO = Length(0)


def line_spacing(subject: Text) -> float:
    """The distance of its lines, in single lines: an exact one against the height of its largest letters."""
    look = paragraph_of(subject).look
    if look.line_rule == "auto":
        return look.line / 240
    tallest = max((span.face.size for span in printed(subject)), default=0.0)
    lines = look.line / 20 / (tallest * SINGLE) if tallest else 1.0
    return max(lines, 1.0) if look.line_rule == "atLeast" else lines


def gap_between(case: Case, upper: Paragraph, lower: Paragraph) -> Length | None:
    """The space between two paragraphs that follow each other in one column; None when Word chooses it."""
    above, below = upper.look, lower.look
    if above.auto_after or below.auto_before:
        return None
    same = above.style == below.style
    after = 0 if above.contextual and same else above.after
    before = 0 if below.contextual and same else below.before
    adds = case.paper.adds_gaps or upper.cell is not lower.cell
    return Length(after + before if adds else max(after, before))


def single_spaced(case: Case, lines: Sequence[Line]) -> Iterator[Seen]:
    """The lines follow each other at single line spacing, without space between their paragraphs."""
    for line in lines:
        spacing = line_spacing(line)
        by_lines = line.paragraph.look.line_rule == "auto"
        if abs(spacing - 1) <= (tolerances.LINES if by_lines else tolerances.EXACT_LINES):
            yield held(line)
        else:
            seen = f"giãn dòng {wording.figure(spacing, 2)}"
            yield broken(line, seen, "dòng đơn", [SetLook(line.paragraph, lines=1.0)])
    for upper, lower in pairwise(lines):
        if upper.paragraph is not lower.paragraph:
            yield _close(case, upper, lower)


def _close(case: Case, upper: Line, lower: Line) -> Seen:
    gap = gap_between(case, upper.paragraph, lower.paragraph)
    if gap is None:
        return unsure(lower, "khoảng cách do Word tự đặt", "xem hai dòng có cách nhau đúng dòng đơn không")
    if gap <= tolerances.GAP:
        return held(lower)
    mends = [SetLook(upper.paragraph, after=_ZERO), SetLook(lower.paragraph, before=_ZERO)]
    seen = f"cách dòng trên {wording.figure(gap.pt)} pt"
    return broken(lower, seen, "cách nhau dòng đơn, không thêm khoảng cách đoạn", mends)
