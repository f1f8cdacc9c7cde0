"""What noi-dung.md says, as frozen values: the items of the text from top to bottom, and its notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from baocao.ooxml.inlines import Inline
from baocao.ooxml.markdown import BlockKind


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1."""

    level: int
    inlines: tuple[Inline, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or bullet."""

    kind: BlockKind
    inlines: tuple[Inline, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Control:
    """A tag on a line of its own, already as a paragraph tag: `{%p if x %}`, `{{p x }}`."""

    tag: str
    line: int

    @property
    def statement(self) -> str:
        """The first word of a statement ("if", "endif", "block"); empty for `{{p x }}`."""
        return self.tag[3:-2].split()[0] if self.tag.startswith("{%p") and self.tag[3:-2].split() else ""


@dataclass(frozen=True, slots=True)
class Directive:
    """A built-in component, `@name`."""

    name: str
    line: int


class CellAlign(StrEnum):
    """Alignment of a column, by the value of Word's `w:jc`; the default is the table style's own."""

    DEFAULT = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: cells, or (`control`) a tag that stands for the whole row: `{%tr for ... %}`."""

    cells: tuple[tuple[Inline, ...], ...]
    line: int
    control: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. The header row repeats. shares: relative widths of the columns."""

    header: Row
    aligns: tuple[CellAlign, ...]
    shares: tuple[int, ...]
    rows: tuple[Row, ...]
    line: int


Item = Heading | Paragraph | Control | Directive | Table


@dataclass(frozen=True, slots=True)
class NoteSource:
    """A footnote: its paragraphs and the tags that stand between them."""

    name: str
    items: tuple[Paragraph | Control, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """A whole noi-dung.md."""

    items: tuple[Item, ...]
    notes: Mapping[str, NoteSource]

    @property
    def is_child(self) -> bool:
        """Whether it only changes blocks of another template (begins with `extends`)."""
        return (
            bool(self.items) and isinstance(self.items[0], Control) and self.items[0].statement == "extends"
        )
