"""A file under the hand of a mender: its live trees, relationships, new parts, and what words may change."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from baocao.conformance.appearance import Element
from baocao.conformance.mending.lettering import Lettering
from baocao.conformance.paper import Paper, Paragraph
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, NUMBERING, STYLES
from baocao.ooxml.xml import DECLARATION, MC, W
from baocao.template.ooxml_tree import w

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = {"w": W}
_FALLBACK, _CHOICE, _BOX = f"{{{MC}}}Fallback", f"{{{MC}}}Choice", w("txbxContent")


@dataclass(slots=True)
class Words:
    """What a mend changes among the letters of one paragraph or part."""

    lost: Counter[str] = field(default_factory=Counter)
    gained: Counter[str] = field(default_factory=Counter)


class Work:
    """One round of mending. Mends edit `paper.trees`; `parts` gives what has changed.

    words: what letters change, by paragraph or part. taken, drawn: drawings that go and come on purpose.
    """

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.words: dict[Element, Words] = {}
        self.taken: set[Element] = set()
        self.drawn: set[Element] = set()
        self._letterings: dict[int, Lettering] = {}
        self._new: dict[str, bytes] = {}
        self._before = {name: _serialized(root) for name, root in paper.trees.items()}
        self._said: dict[str, bool] = {}
        self._drawings = 0
        self._boxes = [pair for root in paper.trees.values() for pair in _twins(root)]

    def lettering(self, paragraph: Paragraph) -> Lettering:
        """The letters of a paragraph, the same for all mends of the round."""
        if id(paragraph) not in self._letterings:
            self._letterings[id(paragraph)] = Lettering(paragraph)
        return self._letterings[id(paragraph)]

    def expect(self, element: Element, lost: str = "", gained: str = "") -> None:
        """Say beforehand which letters a paragraph (or part) loses and gains."""
        words = self.words.setdefault(element, Words())
        words.lost.update(letters(lost))
        words.gained.update(letters(gained))

    @cached_property
    def paragraphs(self) -> dict[Element, Paragraph]:
        """Every printed paragraph by its element."""
        return {paragraph.element: paragraph for paragraph in self.paper.everything}

    @cached_property
    def paragraph_of_run(self) -> dict[Element, Paragraph]:
        """The paragraph that prints a run."""
        return {span.run: one for one in self.paper.everything for span in one.spans}

    def said(self, attribute: str) -> bool:
        """Whether a style or a list of the file says that attribute of spacing or indents."""
        if attribute not in self._said:
            roots = [self.paper.trees[name] for name in (STYLES, NUMBERING) if name in self.paper.trees]
            found = (root.xpath(f"boolean(.//@w:{attribute})", namespaces=_W) for root in roots)
            self._said[attribute] = any(found)
        return self._said[attribute]

    def name_of(self, root: Element) -> str:
        """The name of the part that has that root."""
        return next(name for name, one in self.paper.trees.items() if one is root)

    def free_drawing_id(self) -> int:
        """A number for a new drawing, which no other of the file has."""
        known = (item.get("id", "") for root in self.paper.trees.values() for item in root.iter("{*}docPr"))
        greatest = max((int(number) for number in known if number.isdecimal()), default=0)
        self._drawings = max(self._drawings, greatest) + 1
        return self._drawings

    def add_story(self, kind: str, root: Element, like: str = "") -> str:
        """Add a header or footer part ("header", "footer"); gives the id of its relationship.

        like: the part it was copied from, whose relationships it needs too.
        """
        name = self._free_name(kind)
        self._renumber(root)
        self._new[name] = _serialized(root)
        if _relations_of(like) in self.paper.package:
            self._new[_relations_of(name)] = self.paper.package.data(_relations_of(like))
        override: Element = etree.SubElement(self._types, f"{{{_TYPES}}}Override")
        override.attrib.update({"PartName": f"/{name}", "ContentType": f"{_WORD_TYPE}.{kind}+xml"})
        used = {item.get("Id") for item in self._relations}
        ident = next(one for one in (f"rId{n}" for n in range(1, len(used) + 2)) if one not in used)
        relation: Element = etree.SubElement(self._relations, f"{{{_RELATIONS}}}Relationship")
        target = posixpath.relpath(name, posixpath.dirname(DOCUMENT))
        relation.attrib.update({"Id": ident, "Type": f"{_RELATION}/{kind}", "Target": target})
        return ident

    def parts(self) -> dict[str, bytes]:
        """The content of every part that is new or no longer what it was."""
        self._copy_boxes()
        now = {name: _serialized(root) for name, root in self.paper.trees.items()}
        changed = {name: data for name, data in now.items() if data != self._before[name]}
        if not self._new:
            return changed
        shared = {CONTENT_TYPES: self._types, DOCUMENT_RELATIONSHIPS: self._relations}
        return changed | self._new | {name: _serialized(root) for name, root in shared.items()}

    def _copy_boxes(self) -> None:
        """Put the new words of text boxes into what older Word shows instead of them."""
        for box, twin, before in self._boxes:
            if etree.tostring(box, with_tail=False) != before:
                tail = twin.tail
                twin[:] = [deepcopy(child) for child in box]
                twin.tail = tail
                self._renumber(twin)

    def _renumber(self, copied: Element) -> None:
        """Give the drawings of a copy numbers of their own."""
        for drawing in copied.iter("{*}docPr"):
            drawing.set("id", str(self.free_drawing_id()))

    @cached_property
    def _types(self) -> Element:
        return _parsed(self.paper.package.data(CONTENT_TYPES))

    @cached_property
    def _relations(self) -> Element:
        if DOCUMENT_RELATIONSHIPS in self.paper.package:
            return _parsed(self.paper.package.data(DOCUMENT_RELATIONSHIPS))
        return etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})  # type: ignore[dict-item]

    def _free_name(self, kind: str) -> str:
        taken = {name.lower() for name in (*self.paper.package.names, *self._new)}
        names = (f"word/{kind}{number}.xml" for number in range(1, len(taken) + 2))
        return next(name for name in names if name not in taken)


def letters(text: str) -> Counter[str]:
    """How often each letter or sign stands in a text, capital or not; blanks do not count."""
    return Counter("".join(text.split()).casefold())


def _twins(root: Element) -> Iterator[tuple[Element, Element, bytes]]:
    """Each text box that stands in the file twice, once for older Word: both, and the first as it is now."""
    for choice in root.iter(_CHOICE):
        fallback = choice.getparent().find(_FALLBACK)
        boxes = list(choice.iter(_BOX))
        twins = [] if fallback is None else list(fallback.iter(_BOX))
        if len(boxes) == len(twins):
            for box, twin in zip(boxes, twins, strict=True):
                yield box, twin, etree.tostring(box, with_tail=False)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _parsed(data: bytes) -> Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _serialized(root: Element) -> bytes:
    """A part as Word writes it; comments and instructions beside the root stay."""
    data: bytes = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
    return DECLARATION.encode() + data
