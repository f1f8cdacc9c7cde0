"""Fields: what Word reckons by itself (the page number, a date), simple and complex ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.template.ooxml_tree import ancestor, cut_run, w

_MARK, _CODE, _SIMPLE, _RUN = w("fldChar"), w("instrText"), w("fldSimple"), w("r")
_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_COUNT = re.compile(r"\s*(?:NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
_LINK = re.compile(r"\s*HYPERLINK\b", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Field:
    """A field. code: its instruction. elements: its `w:fldSimple`, or all runs from begin to end. inside: it
    stands in another field, whose instruction or result it may be a piece of.
    """

    code: str
    elements: list[Element]
    inside: bool = False

    @property
    def is_page(self) -> bool:
        """Whether it prints the number of the page."""
        return _PAGE.match(self.code) is not None

    @property
    def is_count(self) -> bool:
        """Whether it prints how many pages there are."""
        return _COUNT.match(self.code) is not None


def fields_of(paragraph: Element) -> list[Field]:
    """The fields of a paragraph, without those of its text boxes. A field open at its end is left out."""
    found: list[Field] = []
    open_fields: list[Field] = []
    for item in _items(paragraph):
        if item.tag == _SIMPLE:
            found.append(Field(item.get(w("instr"), ""), [item], bool(open_fields)))
            continue
        opened = list(open_fields)
        for part in item.iterchildren(_MARK, _CODE):
            kind = part.get(w("fldCharType")) if part.tag == _MARK else ""
            if kind == "begin":
                open_fields.append(Field("", [], bool(open_fields)))
                opened.append(open_fields[-1])
            elif kind == "end" and open_fields:
                found.append(open_fields.pop())
            elif not kind and open_fields:
                open_fields[-1].code += part.text or ""
        for field in opened:
            field.elements.append(item)
    return found


def part_fields(paragraph: Element) -> None:
    """Cut the runs of a paragraph where a field begins and behind its end, so that no run holds a piece of a
    field and something else.
    """
    for run in [item for item in _items(paragraph) if item.tag == _RUN]:
        for mark in run.findall(_MARK):
            kind = mark.get(w("fldCharType"))
            if kind == "begin" and _printed_before(mark):
                cut_run(mark)
            elif kind == "end" and mark.getnext() is not None:
                cut_run(mark.getnext())


def _printed_before(mark: Element) -> bool:
    before = mark.getprevious()
    return before is not None and before.tag != w("rPr")


def field_around(run: Element) -> Field | None:
    """The complex field that a run belongs to."""
    paragraph = ancestor(run, w("p"))
    if paragraph is None:
        return None
    return next((field for field in fields_of(paragraph) if any(run is one for one in field.elements)), None)


def is_computed(letter: Element) -> bool:
    """Whether Word fills a `w:t` in anew: the result of a field but a link's, a bound content control."""
    control = ancestor(letter, w("sdt"))
    if control is not None and control.find(f"{w('sdtPr')}/{w('dataBinding')}") is not None:
        return True
    if ancestor(letter, _SIMPLE) is not None:
        return True
    run = ancestor(letter, _RUN)
    paragraph = None if run is None else ancestor(run, w("p"))
    around = [] if paragraph is None else fields_of(paragraph)
    return any(_LINK.match(one.code) is None and any(run is item for item in one.elements) for one in around)


def _items(element: Element) -> Iterator[Element]:
    """The runs and simple fields of a paragraph in order, those of links and controls too."""
    for child in element:
        if child.tag in (_RUN, _SIMPLE):
            yield child
        elif child.tag not in (w("pPr"), w("p")):
            yield from _items(child)
