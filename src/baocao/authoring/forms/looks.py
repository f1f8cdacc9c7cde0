"""How cells of a form look. Colours say what a cell is for; borders and slant say it in black and white."""

from __future__ import annotations

import math
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = "Times New Roman"
INPUT, COMPUTED, HEADING, TITLE_COLOUR, BAD_FILL, BAD_INK = (
    "#FFF8DC", "#EFEFEF", "#D9E2F3", "#1F3864", "#FFC7CE", "#9C0006",
)  # fmt: skip
NEEDED, NEEDED_EDGE, ODD_FILL, ODD_INK = "#FFE699", "#C55A11", "#F8CBAD", "#833C0B"
TABS = {"so_lieu": "#2E75B6", "danh_sach": "#548235", "kiem_tra": "#C00000"}
GROUPED = "#,##0"
PLAIN = "General"
AS_TEXT = "@"

_BASE = {"font_name": FONT, "font_size": 11.5, "valign": "vcenter"}
_BOXED = {"border": 1, "border_color": "#7F7F7F"}
STYLES: dict[str, dict[str, Any]] = {
    "plain": {},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "title": {"bold": True, "font_size": 16, "font_color": TITLE_COLOUR},
    "hint": {"italic": True, "font_color": "#404040"},
    "link": {"font_color": "#0563C1", "underline": 1},
    "bold": {"bold": True, "text_wrap": True},
    "head": {**_BOXED, "bold": True, "text_wrap": True, "align": "center", "bg_color": HEADING},
    "head_more": {**_BOXED, "italic": True, "text_wrap": True, "align": "center", "bg_color": "#F2F2F2"},
    "group": {"top": 1, "bottom": 1, "bold": True, "bg_color": "#E7E6E6"},
    "label": {**_BOXED, "text_wrap": True, "indent": 1},
    "centre": {**_BOXED, "text_wrap": True, "align": "center"},
    "small": {**_BOXED, "text_wrap": True, "font_size": 11, "indent": 1},
    "input": {**_BOXED, "bg_color": INPUT, "locked": False},
    "needed": {"border": 2, "border_color": NEEDED_EDGE, "bg_color": NEEDED, "locked": False},
    "spare": {**_BOXED, "locked": False},
    "text": {**_BOXED, "bg_color": INPUT, "locked": False, "text_wrap": True, "num_format": AS_TEXT},
    "closed": {**_BOXED, "bg_color": COMPUTED},
    "computed": {**_BOXED, "bg_color": COMPUTED, "italic": True, "align": "right"},
    "mark": {**_BOXED, "align": "center", "bold": True},
    "table_title": {"bold": True, "text_wrap": True, "valign": "bottom"},
    "total": {"bold": True, "font_size": 14},
    "bad": {"bg_color": BAD_FILL, "font_color": BAD_INK, "bold": True},
    "odd": {"bg_color": ODD_FILL, "font_color": ODD_INK, "bold": True},
    "good": {"font_color": "#375623"},
}
_RULED = ("bad", "odd", "good")


def height(*cells: tuple[str, float], least: int = 1) -> float:
    """Points of a row in which each text, wrapped at the width of its column, can be read whole.

    LibreOffice does not make rows fit when it opens a form; Excel allows 409 points. least: lines at least.
    """
    lines = max([least, *(_lines(text, width) for text, width in cells)])
    return min(409.0, 15.75 * lines + 2.5)


_LETTERS = 1.06
"""Letters of running text in the width of one digit."""


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(len(line) / (width * _LETTERS))) for line in text.splitlines() or [""])


class Looks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self._made: dict[tuple[str, tuple[tuple[str, Any], ...]], Format] = {}

    def __call__(self, style: str, **more: Any) -> Format:
        """The format of a style, with further properties."""
        key = style, tuple(sorted(more.items()))
        if key not in self._made:
            base = {} if style in _RULED else _BASE
            self._made[key] = self.book.add_format({**base, **STYLES[style], **more})
        return self._made[key]
