"""Headings of an appendix count from 1: each appendix gets a list of its own, made like that of the body.

An appendix is what stands from a paragraph with the field `SEQ Phụ_lục` to the end of its section (NĐ
30/2020/NĐ-CP, Phụ lục I, mục III.1); the only one of a report has no number, and a sign instead. Its list is
a copy of the `w:abstractNum` of the headings, not another `w:num` of the same one: lists that share a
definition share its counts (ECMA-376 part 1, 17.9.16).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from baocao.errors import Where
from baocao.ooxml.captions import APPENDIX_FIELD
from baocao.ooxml.names import NUMBERING, STYLES
from baocao.ooxml.package import Skeleton
from baocao.render.tree.trees import part_of, tree_of
from baocao.template.marks import ONLY_APPENDIX
from baocao.template.ooxml_tree import Element, make, parse, serialize, w
from baocao.template.places import heading_levels

_BEFORE_NUMBER = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def appendix_of(document: Element) -> dict[Element, Element]:
    """Each paragraph of an appendix, with the paragraph "Phụ lục I" that it begins with."""
    found: dict[Element, Element] = {}
    current: Element | None = None
    for paragraph in document.iter(w("p")):
        if _begins(paragraph):
            current = paragraph
        if current is not None:
            found[paragraph] = current
        if paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            current = None
    return found


def _begins(paragraph: Element) -> bool:
    numbered = any(APPENDIX_FIELD in (item.text or "") for item in paragraph.iter(w("instrText")))
    return numbered or any(ONLY_APPENDIX in text for text in paragraph.itertext())


def restart_headings(document: str, skeleton: Skeleton) -> tuple[str, bytes | None]:
    """The document with its headings of appendices in lists of their own, and the part of the lists; None
    for one that did not change.
    """
    if NUMBERING not in skeleton or STYLES not in skeleton:
        return document, None
    begin = min(at for at in map(document.find, (APPENDIX_FIELD, ONLY_APPENDIX)) if at >= 0)
    styles = skeleton.data(STYLES)
    numbered = {
        name: found for name, found in _numbered_styles(styles) if document.find(f'w:val="{name}"', begin) > 0
    }
    if not numbered:
        return document, None
    root, lists = tree_of(document), _Lists(parse(skeleton.data(NUMBERING), Where()))
    for paragraph, appendix in appendix_of(root).items():
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        if style is None or paragraph.find(f"{w('pPr')}/{w('numPr')}") is not None:
            continue
        if (found := numbered.get(style.get(w("val"), ""))) is not None:
            lists.put(paragraph, appendix, *found)
    if not lists.made:
        return document, None
    return part_of(root, document), serialize(lists.root)


def _numbered_styles(styles: bytes) -> Iterator[tuple[str, tuple[str, str]]]:
    """The styles of headings that number them: their list and level."""
    levels = heading_levels(styles, Where())
    for style in parse(styles, Where()).iter(w("style")):
        name, number = style.get(w("styleId"), ""), style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
        if name in levels and number is not None and number.get(w("val")) != "0":
            level = style.find(f"{w('pPr')}/{w('numPr')}/{w('ilvl')}")
            yield name, (number.get(w("val"), ""), "0" if level is None else level.get(w("val"), "0"))


@dataclass(slots=True)
class _Lists:
    """The lists of a report. made: the list of each appendix for one of the body."""

    root: Element
    made: dict[tuple[Element, str], str] = field(default_factory=dict)

    def put(self, paragraph: Element, appendix: Element, listed: str, level: str) -> None:
        """Give a heading its number in the list of its appendix."""
        key = (appendix, listed)
        own = self.made.get(key) or self._copied(listed)
        if own is None:
            return
        self.made[key] = own
        number = make("numPr")
        number.append(make("ilvl", val=level))
        number.append(make("numId", val=own))
        properties = paragraph.find(w("pPr"))
        at = sum(1 for item in properties if item.tag in _BEFORE_NUMBER)
        properties.insert(at, number)

    def _copied(self, listed: str) -> str | None:
        """The number of a new list like this one; None when it is not there."""
        numbers, abstracts = self.root.findall(w("num")), self.root.findall(w("abstractNum"))
        found = next((item for item in numbers if item.get(w("numId")) == listed), None)
        pointer = None if found is None else found.find(w("abstractNumId"))
        named = None if pointer is None else pointer.get(w("val"))
        abstract = next((item for item in abstracts if item.get(w("abstractNumId")) == named), None)
        if found is None or abstract is None:
            return None
        definition, instance = deepcopy(abstract), deepcopy(found)
        for name in ("nsid", "tmpl", "styleLink", "pStyle"):
            for item in list(definition.iter(w(name))):
                item.getparent().remove(item)
        ident, own = _free(abstracts, "abstractNumId"), _free(numbers, "numId")
        definition.set(w("abstractNumId"), ident)
        instance.find(w("abstractNumId")).set(w("val"), ident)
        instance.set(w("numId"), own)
        abstracts[-1].addnext(definition)
        numbers[-1].addnext(instance)
        return own


def _free(items: list[Element], name: str) -> str:
    return str(max(int(item.get(w(name), "0")) for item in items) + 1)
