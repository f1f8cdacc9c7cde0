"""The blocks of a story: body, header, footer, note, text box; what is printed, tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from baocao.conformance.appearance import Box, Element, Face
from baocao.conformance.paper import Block, Cell, Paragraph, Story
from baocao.conformance.reading.conditions import TableStyle
from baocao.conformance.reading.faces import Faces
from baocao.conformance.reading.fields import Fields
from baocao.conformance.reading.labels import Labels
from baocao.conformance.reading.looks import Looks
from baocao.conformance.reading.measures import W_, child
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.tables import TableReader
from baocao.conformance.reading.themes import Theme
from baocao.conformance.reading.words import Words, shown

PARAGRAPH, TABLE, SECTION = f"{W_}p", f"{W_}tbl", f"{W_}sectPr"
_NOWHERE = Box(None, None)


@dataclass(frozen=True, slots=True)
class Formats:
    """Everything that tells how things look in one file."""

    sheet: Sheet
    theme: Theme
    faces: Faces
    looks: Looks
    labels: Labels


@dataclass(frozen=True, slots=True)
class Home:
    """Where blocks stand. names: anchor and spot of each paragraph of the part. cell: None outside tables."""

    story: Story
    names: Mapping[Element, tuple[str, str]]
    cell: Cell | None = None
    table: TableStyle | None = None
    boxed: bool = False


class StoryReader:
    """Reads stories of one file in their order: lists count on from one to the next."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._tables = TableReader(formats.sheet, formats.theme, self)

    def blocks(self, container: Element, home: Home, fields: Fields | None = None) -> list[Block]:
        """The printed blocks of a container."""
        return [block for _, block in self.pairs(container, home, fields) if block is not None]

    def pairs(
        self, container: Element, home: Home, fields: Fields | None = None
    ) -> Iterator[tuple[Element, Block | None]]:
        """The elements of a container, each with its block; None for one that is not printed by itself."""
        fields = fields or Fields()
        held: list[Element] = []
        elements = list(shown(container))
        for place, element in enumerate(elements):
            if element.tag == TABLE:
                yield element, self._tables.read(element, home, fields)
            elif element.tag == PARAGRAPH and _runs_on(element, elements[place + 1 : place + 2]):
                held.append(element)
                yield element, None
            elif element.tag == PARAGRAPH:
                yield element, self._paragraph(element, held, home, fields)
                held = []

    def _paragraph(
        self, element: Element, held: Sequence[Element], home: Home, fields: Fields
    ) -> Paragraph | None:
        formats = self._formats
        style = formats.sheet.name_of(element)
        properties = child(element, "pPr")
        label, list_home = formats.labels.next(element)
        words = self._words((*held, element), style, home, fields)
        mark = child(properties, "rPr")
        if _vanishes(words, mark, formats, style, home):
            return None
        anchor, spot = home.names.get(element, ("", ""))
        return Paragraph(
            element=element,
            anchor=anchor,
            spot=spot,
            story=home.story,
            look=formats.looks.of(properties, style, home.table, list_home),
            box=_NOWHERE,
            spans=tuple(words.spans),
            label=label,
            label_face=self._label_face(label, mark, list_home[1], style, home),
            level=list_home[1],
            cell=home.cell,
            boxed=home.boxed,
            changed=words.changed or bool(held) or child(mark, "ins") is not None,
            boxes=self._boxes(words.boxes, home),
            page_field=words.page_field,
            page_face=words.page_face,
            pictures=words.pictures,
            notes=tuple(words.notes),
            breaks=words.breaks,
        )

    def _words(self, elements: Iterable[Element], style: str, home: Home, fields: Fields) -> Words:
        """What a paragraph prints, with those before it whose marks were deleted."""
        words = Words(self._formats.faces, style, home.table, fields)
        for element in elements:
            words.take(element)
        return words

    def _label_face(
        self, label: str, mark: Element | None, level: Element | None, style: str, home: Home
    ) -> Face | None:
        """How the automatic number looks: as the paragraph's mark, changed by the level of its list."""
        faces = self._formats.faces
        levels = (mark, child(level, "rPr"))
        return faces.face(faces.merged(levels, style, home.table), label) if label else None

    def _boxes(self, boxes: Sequence[Element], home: Home) -> tuple[tuple[Block, ...], ...]:
        inside = Home(home.story, home.names, boxed=True)
        return tuple(tuple(self.blocks(box, inside)) for box in boxes)


def _runs_on(paragraph: Element, following: Sequence[Element]) -> bool:
    """Whether the mark of a paragraph was deleted, so that it is one with the next."""
    mark = child(paragraph, "pPr", "rPr")
    deleted = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return deleted and any(item.tag == PARAGRAPH for item in following)


def _vanishes(words: Words, mark: Element | None, formats: Formats, style: str, home: Home) -> bool:
    """Whether nothing of a paragraph is printed, not even its line: all of it is hidden, its mark too."""
    if words.spans or words.pictures or words.boxes or words.page_field or words.drawn:
        return False
    return bool(formats.faces.merged((mark,), style, home.table)["hidden"])
