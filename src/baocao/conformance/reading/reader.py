"""The bytes of a .docx -> `Paper`."""

from __future__ import annotations

from collections.abc import Mapping

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Block, Paper, Section, Story
from baocao.conformance.reading.chunks import chunks_behind
from baocao.conformance.reading.faces import Faces
from baocao.conformance.reading.labels import Labels
from baocao.conformance.reading.looks import Looks
from baocao.conformance.reading.measures import W_, attribute_on, child, is_on
from baocao.conformance.reading.notes import read_notes
from baocao.conformance.reading.package import Opened, open_package
from baocao.conformance.reading.places import place
from baocao.conformance.reading.refusing import refuse_long
from baocao.conformance.reading.sections import Sections, split
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.stories import PARAGRAPH, Formats, Home, StoryReader
from baocao.conformance.reading.themes import Theme
from baocao.errors import DataError, Where, finding
from baocao.ooxml.names import DOCUMENT, NUMBERING, SETTINGS, STYLES, THEME
from baocao.template.spots import spots_of


def read_paper(data: bytes, file: str = "") -> Paper:
    """A Word file as it is printed. file: its name, for the places.

    Raises `DataError`, with what to do, for every other kind of file, a broken one, one too large,
    and one without a word.
    """
    paper = _Reader(open_package(data, file)).paper()
    paragraphs = list(paper.everything)
    refuse_long(paragraphs, file)
    if not any(paragraph.text.strip() for paragraph in paragraphs):
        raise DataError(finding("the-thuc-rong", Where(file)))
    place(paper)
    paper.chunks = chunks_behind(paper)
    return paper


class _Reader:
    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._settings = opened.tree(SETTINGS)
        sheet = Sheet(opened.tree(STYLES))
        theme = Theme(opened.tree(THEME), self._settings)
        faces = Faces(sheet, theme)
        looks = Looks(sheet, theme, faces.size_of_style)
        self._stories = StoryReader(
            Formats(sheet, theme, faces, looks, Labels(opened.tree(NUMBERING), sheet))
        )
        self._parts: dict[str, tuple[Block, ...]] = {}

    def paper(self) -> Paper:
        """The whole file."""
        opened, settings = self._opened, self._settings
        return Paper(
            file=opened.file,
            package=opened.package,
            trees=opened.trees,
            sections=self._sections(),
            notes=read_notes(opened.trees[DOCUMENT], settings, opened.trees, self._stories),
            adds_gaps=is_on(child(settings, "compat", "doNotUseHTMLParagraphAutoSpacing")),
            even_headers=is_on(child(settings, "evenAndOddHeaders")),
            protected=attribute_on(child(settings, "documentProtection"), "enforcement"),
            strict=opened.strict,
        )

    def _sections(self) -> tuple[Section, ...]:
        root = self._opened.trees[DOCUMENT]
        body = child(root, "body")
        home = Home(Story.BODY, _names(root, DOCUMENT))
        maker = Sections(
            self._story,
            even_pages=is_on(child(self._settings, "evenAndOddHeaders")),
            gutter_on_top=is_on(child(self._settings, "gutterAtTop")),
        )
        return tuple(maker.make(*one) for one in split(body, self._stories.pairs(body, home)))

    def _story(self, relation: str) -> tuple[Block, ...]:
        """The blocks of a head or foot, read once."""
        part = self._opened.targets.get(relation, "")
        if part not in self._parts:
            root = self._opened.tree(part)
            self._parts[part] = () if root is None else self._story_blocks(root, part)
        return self._parts[part]

    def _story_blocks(self, root: Element, part: str) -> tuple[Block, ...]:
        story = Story.FOOTER if root.tag == f"{W_}ftr" else Story.HEADER
        front = "chân trang, " if story is Story.FOOTER else "đầu trang, "
        return tuple(self._stories.blocks(root, Home(story, _names(root, part, front))))


def _names(root: Element, part: str, front: str = "") -> Mapping[Element, tuple[str, str]]:
    """Anchor and spot of each paragraph of a part."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(PARAGRAPH))}
    return {paragraph: (f"{part}#{numbers[paragraph]}", front + spot) for paragraph, spot in spots_of(root)}
