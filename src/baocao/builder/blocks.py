"""What noi-dung.md says, as frozen values: the items of the text from top to bottom, and its notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from baocao.formats import Length, Mm, Page
from baocao.ooxml.inlines import Inline, parse_inlines
from baocao.ooxml.markdown import BlockKind
from baocao.ooxml.pipe_grids import GridLook, shared_widths
from baocao.ooxml.pipe_tables import PipeTable
from baocao.source.raw import RawValue


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` counts from 1. name: for references, "" without one."""

    level: int
    inlines: tuple[Inline, ...]
    line: int
    name: str = ""


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
    """A built-in component: `@name`, or `@name {key: value, ...}` with what it is given, as typed."""

    name: str
    line: int
    given: RawValue | None = None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """What `@bang {...}` says of the table behind it. name: for references. title: of the caption, above:
    the line right above the table, with its unit; each () for none. widths: of the columns, in mm; none:
    shares of the page. turned: made for a landscape page, wherever it is written.
    """

    name: str = ""
    title: tuple[Inline, ...] = ()
    above: tuple[Inline, ...] = ()
    widths: tuple[Decimal, ...] = ()
    turned: bool = False
    look: GridLook = field(default_factory=GridLook)


@dataclass(frozen=True, slots=True)
class Table:
    """A table. numbers: the line of each of its rows in the file, by `PipeRow.line`."""

    grid: PipeTable
    line: int
    numbers: tuple[int, ...]
    spec: TableSpec = field(default_factory=TableSpec)

    @property
    def name(self) -> str:
        """For references; "" without one."""
        return self.spec.name

    def widths_on(self, page: Page, *, turned: bool) -> list[Length]:
        """Of the columns: as they are given, or as the dashes part the page. turned: it lies on its side."""
        if given := self.spec.widths:
            return shared_widths(Mm(float(sum(given))), given)
        return shared_widths(page.text_width_turned if turned else page.text_width, self.grid.shares)


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


def paragraphs_of(item: Item) -> Iterator[tuple[int, tuple[Inline, ...]]]:
    """Line number and inlines of each paragraph an item is made of."""
    if isinstance(item, Heading | Paragraph):
        yield item.line, item.inlines
    elif isinstance(item, Table):
        yield from ((item.line, words) for words in (item.spec.title, item.spec.above) if words)
        for row in (*item.grid.header, *item.grid.rows):
            line = item.numbers[row.line]
            yield from ((line, parse_inlines(cell.text, template=True)) for cell in row.cells)
