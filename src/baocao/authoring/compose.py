"""A template and what is laid over it, made one whole .docx: what a unit's report is printed from.

Every block has the text in effect: that of the most specific file that has it, `super()` replaced by the text
it stands for. What that text refers to in its own file (notes, links, pictures, lists, styles) comes along as
it does when the template is compiled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from baocao.authoring.chain import Sheet, bring_together, read_chain
from baocao.authoring.packing import pack_document
from baocao.authoring.spans import is_extends, words_of
from baocao.errors import PackError, Where, finding
from baocao.template import LayerSource
from baocao.template.ooxml_tree import Element, make, w

_BEGIN, _END, _SUPER = "khoi", "het", "tren"
"""Attributes that mark, while a document is made, the tags of a block and a paragraph that prints the block
below. They have no namespace, so that no Word file has them.
"""


@dataclass(frozen=True, slots=True)
class Composed:
    """One whole template. sources: the file that provides each block, in the order of the text. fixed: blocks
    that stand inside a sentence, with their place.
    """

    data: bytes
    sources: Mapping[str, str]
    fixed: Mapping[str, Where]


def compose(sources: Sequence[LayerSource]) -> Composed:
    """Make one template of several, most specific first.

    Raises `PackError` for faulty tags, a block that cannot be put together, or a file that extends a pack
    that is not among them.
    """
    chain = read_chain(sources)
    base = chain[-1]
    if len(chain) == 1:
        return Composed(
            base.source.data, dict.fromkeys(base.outline.spans, base.source.name), base.outline.fixed
        )
    _bring_together(chain)
    composer = _Composer(chain)
    for span in [item for item in base.outline.spans.values() if not item.outer]:
        _put(span.first, span.last, composer.block(span.name))
    for place, item in enumerate(element for sheet in chain[:-1] for element in _preamble(sheet)):
        base.body.insert(place, item)
    notes = {ident: note for sheet in chain for ident, note in sheet.notes.items()}
    data = pack_document(base.parts, base.document, notes, base.where)
    return Composed(data, composer.sources, base.outline.fixed)


def _bring_together(chain: Sequence[Sheet]) -> None:
    """One package and set of notes for all documents; marks at the tags of their blocks."""
    bring_together(chain)
    for place, sheet in enumerate(chain):
        sheet.rename_notes(f"{place}:")
        for span in sheet.outline.spans.values():
            span.first.set(_BEGIN, span.name)
            span.last.set(_END, span.name)
        for paragraph in sheet.outline.supers:
            paragraph.set(_SUPER, "1")


class _Composer:
    """Gives the blocks in effect. sources: what it gave, and from which file."""

    def __init__(self, chain: Sequence[Sheet]) -> None:
        self.chain = chain
        self.sources: dict[str, str] = {}
        self._open: list[tuple[str, int]] = []

    def block(self, name: str, start: int = 0) -> list[Element]:
        """The elements of a block with its two tags, copied. start: the place in the chain to look from."""
        place = next(at for at in range(start, len(self.chain)) if self._has(at, name))
        sheet = self.chain[place]
        if name in sheet.outline.fixed:
            raise PackError(finding("khoi-trong-cau", sheet.outline.fixed[name], khoi=name))
        if (name, place) in self._open:
            raise PackError(finding("khoi-vong", sheet.where, khoi=name))
        if not start:
            self.sources.setdefault(name, sheet.source.name)
        span = sheet.outline.spans[name]
        self._refuse_knots(sheet, name, place)
        holder = make("body")
        holder.extend([deepcopy(item) for item in (span.first, *span.content(), span.last)])
        self._open.append((name, place))
        self._settle(holder, name, place)
        self._open.pop()
        return list(holder)

    def _has(self, place: int, name: str) -> bool:
        return name in self.chain[place].outline.spans or name in self.chain[place].outline.fixed

    def _settle(self, holder: Element, name: str, place: int) -> None:
        """Put the blocks inside a block, and what `super()` stands for, in their places; take marks off."""
        for item in (holder[0], holder[-1]):
            item.attrib.pop(_BEGIN, None)
            item.attrib.pop(_END, None)
        while (first := next((item for item in holder.iter() if item.get(_BEGIN)), None)) is not None:
            inner = first.get(_BEGIN)
            last = next(item for item in first.itersiblings() if item.get(_END) == inner)
            elements = self.block(inner) if inner not in self.sources else self.block(inner)[1:-1]
            _put(first, last, elements)
        for paragraph in [item for item in holder.iter(w("p")) if item.get(_SUPER)]:
            del paragraph.attrib[_SUPER]
            if any(self._has(at, name) for at in range(place + 1, len(self.chain))):
                _put(paragraph, paragraph, self.block(name, place + 1)[1:-1])

    def _refuse_knots(self, sheet: Sheet, name: str, place: int) -> None:
        """`super()` amid other words can only be carried out when the report is made."""
        span = sheet.outline.spans[name]
        inside = {paragraph for item in span.content() for paragraph in item.iter(w("p"))}
        for paragraph, where in sheet.outline.knots:
            if paragraph in inside and place < len(self.chain) - 1:
                raise PackError(finding("khoi-super-trong-cau", where, khoi=name))


def _put(first: Element, last: Element, elements: Sequence[Element]) -> None:
    """Put elements in the place of all from `first` to `last`."""
    parent = first.getparent()
    start, end = parent.index(first), parent.index(last)
    for item in list(parent)[start : end + 1]:
        parent.remove(item)
    for offset, item in enumerate(elements):
        parent.insert(start + offset, item)


def _preamble(sheet: Sheet) -> list[Element]:
    """What a file that extends another says outside of its blocks: settings and macros its blocks use."""
    inside: set[Element] = set()
    for span in sheet.outline.spans.values():
        inside |= {span.first, *span.content(), span.last, *span.first.iterancestors(w("tbl"))}
    return [
        item
        for item in sheet.body
        if item not in inside
        and item.tag != w("sectPr")
        and any(words_of(paragraph).strip() for paragraph in item.iter(w("p")))
        and not (item.tag == w("p") and (is_extends(item) or words_of(item).strip().startswith("{#")))
    ]
