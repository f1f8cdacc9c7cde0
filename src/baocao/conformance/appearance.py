"""How letters and paragraphs look in print, every layer of formatting counted, and the column they stand in.

Lengths are `Length` (EMU).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from baocao.formats import Align, Length

Element = Any


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look, through docDefaults, table style, styles, numbering, direct formatting and theme.

    fonts: names of the fonts that the letters really use (ascii and hAnsi for Vietnamese, eastAsia and cs
    only where such letters stand), sorted. size: points. color: "000000" for auto, else RRGGBB in capitals.
    highlight, shading: "" for none or white. underline: "" for none. hollow: outlined, embossed, imprinted.
    """

    fonts: tuple[str, ...]
    size: float
    bold: bool = False
    italic: bool = False
    caps: bool = False
    underline: str = ""
    color: str = "000000"
    highlight: str = ""
    shading: str = ""
    raised: bool = False
    lowered: bool = False
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """Letters of one face in one run. text: as printed, in capitals where the face says so; a tab is "\\t", a
    forced end of line "\\n". start: its place in the text of its paragraph. run: the `w:r`.
    """

    text: str
    face: Face
    start: int
    run: Element

    @property
    def end(self) -> int:
        """Where it ends in the text of its paragraph."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Look:
    """The effective formatting of a paragraph. Lengths are EMU.

    first_line: negative for a hanging indent. line: for rule "auto" in 240ths of a single line, else twips.
    line_rule: auto, exact, atLeast. before, after: of the file; `auto_before`, `auto_after` say that Word
    chooses itself. tabs: own stops as (place from the column's left side, kind: left, center, right,
    decimal). style: id of its style. outline: level from 0, None for text. spread: justified with the letters
    of every line pulled apart, the last one too.
    """

    align: Align
    left: Length
    right: Length
    first_line: Length
    before: Length
    after: Length
    line: int
    line_rule: str
    auto_before: bool = False
    auto_after: bool = False
    contextual: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    page_break_before: bool = False
    shading: str = ""
    style: str = ""
    outline: int | None = None
    tabs: tuple[tuple[Length, str], ...] = ()
    spread: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """The column a paragraph stands in: left and right side on the sheet. None when it cannot be told."""

    left: Length | None
    right: Length | None
