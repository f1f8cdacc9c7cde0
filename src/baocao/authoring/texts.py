"""A whole template as text: what each block says, paragraph by paragraph, with its notes and looks."""

from __future__ import annotations

import hashlib
import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from baocao.authoring.chain import Sheet, read_sheet
from baocao.authoring.looks import Look, Style, page_looks, paragraph_look, read_styles, run_look, stated
from baocao.ooxml.names import DOCUMENT_RELATIONSHIPS
from baocao.ooxml.xml import R
from baocao.template import LayerSource
from baocao.template.furniture import relationships_of
from baocao.template.ooxml_tree import Element, own_descendants, parse, w

EDGES = "đầu trang, chân trang"
"""Stands for headers and footers among the blocks; no block has such a name."""

_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
CONTROL = re.compile(r"(?:\{%.*?%\}\s*|\{#.*?#\}\s*)+")
"""A paragraph of nothing but control tags: it is not printed, so that its look is no matter."""

Stated = tuple[tuple[str, str], ...]
"""What is stated beyond a style: names and values."""

RULE = "ke:"
"""How the description of a drawn rule begins, whose length is computed."""

_RULE_TAG = re.compile(r"\{#\s*(ke:.*?)\s*#\}", re.DOTALL)
"""The same beside the rule, for programs that drop descriptions."""

_UNDER = {"ke_co_quan": "tên cơ quan", "ke_tieu_ngu": "tiêu ngữ", "ke_trich_yeu": "trích yếu"}
"""What the rule stands under whose length a function computes."""

TABLE = "[bảng "
_NOTE = "[chú thích]"
_PICTURE = "[hình]"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DRAWN = frozenset({w("drawing"), w("pict")})
_SPACES = frozenset({w("br"), w("tab"), w("cr")})


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, note or table. words: with tags, a note's reference as "[chú thích]". style: Word's name.
    looks: what its properties and its runs state beyond the style. pictures: hashes of what it shows. table:
    the number of the table it stands in, 0 outside of tables.
    """

    words: str
    style: str = ""
    looks: tuple[tuple[int, Stated], ...] = ()
    pictures: tuple[str, ...] = ()
    table: int = field(default=0, compare=False)


@dataclass(slots=True)
class BlockText:
    """What a block says by itself, the blocks inside it apart.

    heading: the first one in the outermost block around it, else the one above: a template may write the text
    of a section before its heading, to print both or none.
    """

    name: str
    outer: str
    heading: str = ""
    lines: list[Line] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TemplateText:
    """A template as text. blocks: by name, in order; "" stands for what is in no block.

    styles: what the styles in use show, by name. pages: of each section.
    """

    blocks: Mapping[str, BlockText]
    styles: Mapping[str, Look]
    pages: tuple[Look, ...]


def read_text(template: LayerSource) -> TemplateText:
    """Read a whole template (one that extends nothing)."""
    reader = _Reader(read_sheet(template))
    reader.read()
    used = {line.style for block in reader.blocks.values() for line in (*block.lines, *block.notes)}
    return TemplateText(
        reader.blocks,
        {style.name: style.look for style in reader.styles.values() if style.name in used},
        tuple(page_looks(reader.sheet.document)),
    )


class _Reader:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.styles = read_styles(sheet.parts, sheet.where)
        self.pictures = _pictures(sheet)
        self.blocks: dict[str, BlockText] = {"": BlockText("", "")}
        self.heading = ""
        self._inside: dict[str, str] = {}
        self._tables: dict[Element, int] = {}

    def read(self) -> None:
        """Walk through the document, block by block."""
        spans = self.sheet.outline.spans.values()
        first = {span.first: span for span in spans}
        last = {span.last for span in spans}
        tags = {item for edge in (*first, *last) for item in edge.iter(w("p"))}
        around = [""]
        for item in self.sheet.document.iter():
            if item in first:
                span = first[item]
                around.append(span.name)
                self.blocks[span.name] = BlockText(span.name, span.outer, self.heading)
            elif item in last:
                around.pop()
            elif (
                item.tag == w("p") and item not in tags and next(item.iterancestors(_FALLBACK), None) is None
            ):
                self._paragraph(item, self.blocks[around[-1]])
            elif item.tag == w("tbl"):
                columns = len(item.findall(f"{w('tblGrid')}/{w('gridCol')}"))
                self.blocks[around[-1]].lines.append(
                    Line(f"{TABLE}{columns:02d} cột]", table=self._table_of(item))
                )
        self._edges()
        for block in self.blocks.values():
            block.heading = self._inside.get(self._outermost(block), block.heading)

    def _edges(self) -> None:
        """The words of headers and footers; a page number is not one."""
        block = self.blocks.setdefault(EDGES, BlockText(EDGES, ""))
        for name in sorted(self.sheet.parts):
            if _EDGE.fullmatch(name):
                root = parse(self.sheet.parts[name], self.sheet.where)
                lines = map(self._line, root.iter(w("p")))
                block.lines += (line for line in lines if line.words and not line.words.isdigit())

    def _outermost(self, block: BlockText) -> str:
        while block.outer:
            block = self.blocks[block.outer]
        return block.name

    def _table_of(self, element: Element) -> int:
        """The number of the innermost table that an element is or stands in."""
        around = (item for item in (element, *element.iterancestors()) if item.tag == w("tbl"))
        table = next(around, None)
        return 0 if table is None else self._tables.setdefault(table, len(self._tables) + 1)

    def _paragraph(self, paragraph: Element, block: BlockText) -> None:
        line = replace(self._line(paragraph), table=self._table_of(paragraph))
        if not line.words:
            return
        block.lines.append(line)
        if line.style.lower().startswith("heading"):
            self.heading = line.words
            outermost = self._outermost(block)
            if outermost:
                self._inside.setdefault(outermost, line.words)
        for reference in paragraph.iter(w("footnoteReference")):
            note = self.sheet.notes.get(reference.get(w("id")))
            block.notes += map(self._line, note.iter(w("p")) if note is not None else ())

    def _line(self, paragraph: Element) -> Line:
        properties = paragraph.find(w("pPr"))
        style = self._style(properties, "pStyle")
        pieces: list[str] = []
        looks: list[tuple[int, Stated]] = []
        pictures: list[str] = []
        for item in own_descendants(paragraph):
            if next(item.iterancestors(_FALLBACK), None) is not None:
                continue
            if item.tag in _DRAWN:
                pictures += self._shown(item)
            if piece := _said(item):
                pieces.append(piece)
                _add_look(looks, len(piece), self._look(item.getparent().find(w("rPr")), style))
        rule = _rule(paragraph)
        said = "".join(pieces).replace(_PICTURE, _rule_words(rule)) if rule else "".join(pieces)
        words = unicodedata.normalize("NFC", " ".join(_RULE_TAG.sub("", said).split()))
        pictures += [rule] if rule else []
        if CONTROL.fullmatch(words):
            return Line(words)
        numbered = style.numbered or (properties is not None and properties.find(w("numPr")) is not None)
        own = stated(paragraph_look(properties), style.look, numbered=numbered)
        return Line(words, style.name, ((0, own), *looks), tuple(pictures))

    def _style(self, properties: Element | None, kind: str) -> Style:
        named = properties.find(w(kind)) if properties is not None else None
        ident = "" if named is None else named.get(w("val"), "")
        return self.styles.get(ident, Style(ident, {}))

    def _look(self, properties: Element | None, style: Style) -> Stated:
        """What a run shows besides its paragraph's style."""
        if properties is None:
            return ()
        look = dict(run_look(properties))
        if properties.find(w("rStyle")) is not None:
            look = {**self._style(properties, "rStyle").look, **look}
        return stated(look, style.look)

    def _shown(self, drawing: Element) -> Iterator[str]:
        """The pictures of a drawing."""
        for item in drawing.iter():
            for key, value in item.attrib.items():
                if key.startswith(f"{{{R}}}") and value in self.pictures:
                    yield self.pictures[value]


def _rule(paragraph: Element) -> str:
    """How long the rule drawn in a paragraph is made ("ke: ke_tieu_ngu()"), or ""."""
    described = (item.get("descr", "") for item in paragraph.iter() if item.get("descr"))
    stated = next((words for words in described if words.startswith(RULE)), "")
    beside = _RULE_TAG.search("".join(item.text or "" for item in paragraph.iter(w("t"))))
    return stated or (beside.group(1) if beside else "")


def _rule_words(rule: str) -> str:
    """A drawn rule as a reader calls it."""
    under = next((f" dưới {words}" for name, words in _UNDER.items() if name in rule), "")
    return f"[đường kẻ{under}]"


def _said(item: Element) -> str:
    if item.tag == w("t"):
        return item.text or ""
    if item.tag == w("footnoteReference"):
        return _NOTE
    return _PICTURE if item.tag in _DRAWN else " " if item.tag in _SPACES else ""


def _add_look(looks: list[tuple[int, Stated]], length: int, look: Stated) -> None:
    """Runs of one look count as one: Word splits them as it likes."""
    if looks and looks[-1][1] == look:
        length += looks.pop()[0]
    looks.append((length, look))


def _pictures(sheet: Sheet) -> Mapping[str, str]:
    """A hash of every picture, by the id of its relationship."""
    found: dict[str, str] = {}
    for item in relationships_of(sheet.parts, DOCUMENT_RELATIONSHIPS, sheet.where):
        part = posixpath.normpath(posixpath.join("word", item.get("Target", ""))).lstrip("/")
        if item.get("Type", "").endswith("/image") and part in sheet.parts:
            found[item.get("Id")] = hashlib.sha256(sheet.parts[part]).hexdigest()
    return found
