"""The format's values: frozen, picklable, lengths typed. Read from YAML by `baocao.formats.read`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from baocao.formats.units import Length


class Align(StrEnum):
    """Alignment, by the value of Word's `w:jc`."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFY = "both"


ALIGNMENTS = {"trai": Align.LEFT, "giua": Align.CENTER, "phai": Align.RIGHT, "deu": Align.JUSTIFY}
"""How the file writes an alignment."""


class Force(StrEnum):
    """Whether a clause demands it, or office practice does."""

    MUST = "bat_buoc"
    PRACTICE = "thong_le"


@dataclass(frozen=True, slots=True)
class Setting:
    """A length: what we choose, and what the clause permits. No limit on a side is None."""

    chosen: Length
    minimum: Length | None
    maximum: Length | None
    clause: str
    force: Force = Force.MUST

    def permits(self, value: int, tolerance: int = 0) -> bool:
        """Whether `value` (EMU) lies in the permitted range, `tolerance` EMU either side."""
        low = self.minimum is None or value >= self.minimum - tolerance
        return low and (self.maximum is None or value <= self.maximum + tolerance)


@dataclass(frozen=True, slots=True)
class Share:
    """A ratio: line spacing in single lines, or the length of a rule over the width of its text."""

    chosen: float
    minimum: float
    maximum: float
    clause: str


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet (portrait) and its margins; `header` is the page number's distance from the upper edge."""

    width: Setting
    height: Setting
    top: Setting
    bottom: Setting
    left: Setting
    right: Setting
    header: Setting

    @property
    def text_width(self) -> Length:
        """Width between the chosen margins."""
        return Length(self.width.chosen - self.left.chosen - self.right.chosen)

    @property
    def text_width_turned(self) -> Length:
        """The same on a landscape page, which keeps its margins."""
        return Length(self.height.chosen - self.left.chosen - self.right.chosen)


@dataclass(frozen=True, slots=True)
class Rules:
    """Drawn rules: `short` under agency and subject, `full` under Tiêu ngữ, as shares of the text's width."""

    stroke: Setting
    short: Share
    full: Share


@dataclass(frozen=True, slots=True)
class Component:
    """One component of the document: one paragraph style of Word.

    key: name in the data file. style, name: Word's style id and the name Word shows. text: the exact wording
    where the decree fixes it. capitals: the decree wants IN HOA. indent: left indent. first_line: zero when
    none. line: spacing in single lines.
    """

    key: str
    style: str
    name: str
    size: Setting
    bold: bool
    italic: bool
    capitals: bool
    align: Align
    indent: Length
    first_line: Length
    before: Length
    after: Length
    line: float
    keep_next: bool
    text: str


@dataclass(frozen=True, slots=True)
class HeadingForm:
    """How headings of one form look. own_line: the number has a line of its own, the title follows."""

    form: str
    bold: bool
    capitals: bool
    align: Align
    indented: bool
    own_line: bool
    clause: str
    force: Force


@dataclass(frozen=True, slots=True)
class Format:
    """A versioned format. `verified`: the day somebody last held it against the law in force."""

    id: str
    title: str
    decree: str
    verified: date
    font: str
    color: str
    language: str
    page: Page
    first_line: Setting
    paragraph_gap: Setting
    line_spacing: Share
    header_columns: tuple[Length, ...]
    signature_columns: tuple[Length, ...]
    rules: Rules
    components: Mapping[str, Component]
    headings: Mapping[str, HeadingForm]

    def component(self, style: str) -> Component:
        """The component whose style id is `style`; raises `KeyError`."""
        for item in self.components.values():
            if item.style == style:
                return item
        raise KeyError(style)
