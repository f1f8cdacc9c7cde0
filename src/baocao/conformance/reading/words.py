"""What a paragraph prints: its letters with their faces, its notes, pictures and text boxes.

Tracked changes are read as accepted, fields as printed last, of alternatives the first one, which Word
prints; hidden letters are left out. The tree stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from baocao.conformance.appearance import Element, Face, Span
from baocao.conformance.reading.conditions import TableStyle
from baocao.conformance.reading.faces import Faces
from baocao.conformance.reading.fields import Fields, numbers_pages
from baocao.conformance.reading.measures import W_
from baocao.conformance.reading.runs import BREAK, SOFT_HYPHEN, TCVN3_LETTER, capitals, piece
from baocao.ooxml.xml import MC
from baocao.vietnamese.legacy_text import encoding_of_font

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_GRAPHIC_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/main}graphicData"
_IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
ALTERNATIVES, CHOICE, FALLBACK = (f"{{{MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))
BOX = f"{W_}txbxContent"
RUN = f"{W_}r"
CHANGED_IN, CHANGED_OUT = (
    tuple(f"{W_}{name}" for name in names) for names in (("ins", "moveTo"), ("del", "moveFrom"))
)
_WRAPPERS = frozenset(
    f"{W_}{name}" for name in ("sdtContent", "hyperlink", "smartTag", "customXml", "bdo", "dir")
) | frozenset(CHANGED_IN)
_CONTROL, _SIMPLE_FIELD = f"{W_}sdt", f"{W_}fldSimple"
_FIELD_MARK, _CODE = f"{W_}fldChar", f"{W_}instrText"
_DRAWN = frozenset(f"{W_}{name}" for name in ("drawing", "pict", "object"))
_NOTES = {f"{W_}footnoteReference": "", f"{W_}endnoteReference": "endnote#"}
_PAGE_NUMBER = f"{W_}pgNum"
_FORMULAS = frozenset((f"{MATH}oMath", f"{MATH}oMathPara"))
_IN_TYPES = ("/chart", "/diagram")


def choice(alternatives: Element) -> Iterator[Element]:
    """What Word prints of alternatives: the first choice, else the fallback."""
    found = next(alternatives.iterchildren(CHOICE), None)
    found = next(alternatives.iterchildren(FALLBACK), None) if found is None else found
    yield from () if found is None else found


def shown(container: Element) -> Iterator[Element]:
    """The paragraphs, tables and other blocks of a container, those of content controls in their place."""
    for item in container:
        tag = item.tag
        if tag == _CONTROL or tag in _WRAPPERS:
            yield from shown(item)
        elif tag == ALTERNATIVES:
            for inner in choice(item):
                yield from shown(inner) if inner.tag in _WRAPPERS or inner.tag == _CONTROL else (inner,)
        elif isinstance(tag, str) and tag not in CHANGED_OUT:
            yield item


class Words:
    """Collects what a paragraph prints, run by run."""

    def __init__(self, faces: Faces, style: str, table: TableStyle | None, fields: Fields) -> None:
        self._faces, self._style, self._table, self._fields = faces, style, table, fields
        self._length = 0
        self.spans: list[Span] = []
        self.notes: list[tuple[int, str]] = []
        self.boxes: list[Element] = []
        self.pictures = 0
        self.page_field = self.changed = self.breaks = self.drawn = False
        self.page_face: Face | None = None
        self._merged: Mapping[str, object] = {}

    def take(self, holder: Element) -> None:
        """Everything in a paragraph, a link, a content control, an insertion."""
        for item in holder:
            tag = item.tag
            if tag == RUN:
                self._run(item)
            elif tag in CHANGED_OUT:
                self.changed = True
            elif tag in _WRAPPERS or tag == _CONTROL:
                self.changed = self.changed or tag in CHANGED_IN
                self.take(item)
            elif tag == _SIMPLE_FIELD:
                self.page_field = self.page_field or numbers_pages(item.get(f"{W_}instr", ""))
                self.take(item)
            elif tag == ALTERNATIVES:
                self._alternatives(item)
            elif tag in _FORMULAS:
                self.pictures += 1

    def _alternatives(self, item: Element) -> None:
        for inner in choice(item):
            if inner.tag == RUN:
                self._run(inner)
            elif inner.tag in _DRAWN:
                self._drawing(inner)
            else:
                self.take(inner)

    def _run(self, run: Element) -> None:
        properties = run[0] if len(run) and run[0].tag == f"{W_}rPr" else run.find(f"{W_}rPr")
        merged = self._faces.merged((properties,), self._style, self._table)
        letters: list[str] = []
        self._merged = merged
        for item in run:
            if (text := piece(item)) and self._fields.printed:
                letters.append(text)
                self.breaks = self.breaks or (item.tag == BREAK and item.get(f"{W_}type") == "page")
            elif item.tag == SOFT_HYPHEN and encoding_of_font(merged.get("ascii", "")) == "TCVN3":
                letters += [TCVN3_LETTER] if self._fields.printed else []
            elif (read := _OTHERS.get(item.tag)) is not None:
                read(self, item, sum(map(len, letters)))
        if letters and not merged["hidden"]:
            self._add("".join(letters), merged, run)

    def _add(self, text: str, merged: Mapping[str, object], run: Element) -> None:
        face = self._faces.face(merged, text)
        self.spans.append(Span(capitals(text) if face.caps else text, face, self._length, run))
        self._length += len(text)

    def _mark(self, item: Element, at: int) -> None:
        self.page_field = self._fields.meet(item) or self.page_field

    def _code(self, item: Element, at: int) -> None:
        self._fields.read(item)
        if numbers_pages(item.text or ""):
            self.page_face = self._faces.face(self._merged, "1")

    def _note(self, item: Element, at: int) -> None:
        self.notes.append((self._length + at, _NOTES[item.tag] + item.get(f"{W_}id", "")))

    def _page_number(self, item: Element, at: int) -> None:
        self.page_field = True

    def _drawing(self, item: Element, at: int = 0) -> None:
        self.drawn = True
        self.boxes += boxes_of(item)
        self.pictures += any(_is_picture(inner) for inner in _visible(item))

    def _alternative_piece(self, item: Element, at: int) -> None:
        self._alternatives(item)


_OTHERS: Mapping[object, Callable[[Words, Element, int], None]] = {
    _FIELD_MARK: Words._mark,
    _CODE: Words._code,
    **dict.fromkeys(_NOTES, Words._note),
    **dict.fromkeys(_DRAWN, Words._drawing),
    _PAGE_NUMBER: Words._page_number,
    ALTERNATIVES: Words._alternative_piece,
}


def boxes_of(drawing: Element) -> list[Element]:
    """The text boxes of a drawing, not those in their paragraphs."""
    return [item for item in _visible(drawing) if item.tag == BOX]


def _visible(element: Element) -> Iterator[Element]:
    """The descendants that are printed, text boxes without what stands in them."""
    for item in element:
        if item.tag == ALTERNATIVES:
            for inner in choice(item):
                yield inner
                yield from _visible(inner) if inner.tag != BOX else ()
            continue
        yield item
        if item.tag != BOX:
            yield from _visible(item)


def _is_picture(item: Element) -> bool:
    if item.tag == _GRAPHIC_DATA:
        return str(item.get("uri", "")).endswith(_IN_TYPES)
    return bool(item.tag in (_PIC, _IMAGE, _OLE))
