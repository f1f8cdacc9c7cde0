"""Rules made of the borders of paragraphs.

A border above a paragraph is a rule below the one before it, and is listed there.
"""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Paragraph, Stroke, StrokeKind
from baocao.conformance.reading.measures import EIGHTH_POINT, W_, child, length
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.table_looks import is_line, told
from baocao.formats import Length

_SOLID = frozenset({"single", "thick"})
_SHOWN = ("val", "sz", "space", "color")
_NAMES = {W_ + side: side for side in ("top", "bottom", "left", "right")}
_NAMES |= {f"{W_}start": "left", f"{W_}end": "right"}


class Borders:
    """The borders of paragraphs, their own and those of their styles. sheet: the style sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._styles: dict[str, dict[str, Element]] = {}

    def of(self, paragraph: Paragraph) -> dict[str, Element]:
        """The drawn borders of a paragraph by side."""
        told = self._of_style(paragraph.look.style)
        own = child(paragraph.element, "pPr", "pBdr")
        if own is not None:
            told = told | _sides(own)
        return {side: border for side, border in told.items() if is_line(border)}

    def _of_style(self, name: str) -> dict[str, Element]:
        if name not in self._styles:
            told: dict[str, Element] = {}
            for style in reversed(self._sheet.chain("paragraph", name)):
                told |= _sides(child(style, "pPr", "pBdr"))
            self._styles[name] = told
        return self._styles[name]


def paragraph_strokes(run: list[Paragraph], borders: Borders) -> None:
    """Adds to paragraphs that follow each other the rules that their borders make."""
    told = [borders.of(paragraph) for paragraph in run]
    for index, (paragraph, sides) in enumerate(zip(run, told, strict=True)):
        if not sides or "left" in sides or "right" in sides:
            continue
        before = run[index - 1] if index else None
        after = run[index + 1] if index + 1 < len(run) else None
        if "bottom" in sides and (after is None or not _joined(paragraph, after, sides, told[index + 1])):
            paragraph.strokes += (_border_stroke(sides["bottom"], paragraph),)
        if "top" in sides and (before is None or not _joined(paragraph, before, sides, told[index - 1])):
            holder = before or paragraph
            holder.strokes += (_border_stroke(sides["top"], paragraph),)


def _sides(borders: Element | None) -> dict[str, Element]:
    return {_NAMES.get(item.tag, ""): item for item in (() if borders is None else borders)}


def _joined(one: Paragraph, other: Paragraph, ours: dict[str, Element], theirs: dict[str, Element]) -> bool:
    """Whether two paragraphs have the same borders and indents: then Word draws one box around both."""
    if (one.look.left, one.look.right) != (other.look.left, other.look.right):
        return False
    return _shown(ours) == _shown(theirs)


def _shown(borders: dict[str, Element]) -> dict[str, tuple[str, ...]]:
    return {side: tuple(told(border, name) for name in _SHOWN) for side, border in borders.items()}


def _border_stroke(border: Element, paragraph: Paragraph) -> Stroke:
    box, look = paragraph.box, paragraph.look
    left = right = None
    if box.left is not None and box.right is not None:
        left = Length(box.left + look.left + min(look.first_line, 0))
        right = Length(box.right - look.right)
    return Stroke(StrokeKind.BORDER, left, right, border, paragraph, is_solid(border), weight(border))


def is_solid(border: Element) -> bool:
    """Whether a border is one unbroken line."""
    return told(border) in _SOLID


def weight(border: Element) -> Length | None:
    """The width of a border's line; `w:sz` counts eighths of a point."""
    return length(border.get(f"{W_}sz"), EIGHTH_POINT)
