"""Tracked changes of Word, accepted: a report carries none of those that its template was saved with.

Insertions and what was moved here stay, deletions and what was moved away go, formats are the new ones. A
paragraph whose mark was deleted runs on into the next one, as Word does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from baocao.errors import Finding, Where, finding
from baocao.template.ooxml_tree import Element, drop, make, parse, serialize, w
from baocao.template.places import Places

_FORMATTED = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
_FORMATS = tuple(w(f"{name}Change") for name in _FORMATTED)
_KEPT, _GONE = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_CELLS = (w("cellIns"), w("cellDel"), w("cellMerge"))
_RANGED = (
    "moveFromRange",
    "moveToRange",
    "customXmlInsRange",
    "customXmlDelRange",
    "customXmlMoveFromRange",
    "customXmlMoveToRange",
)
_RANGES = tuple(w(f"{kind}{end}") for kind in _RANGED for end in ("Start", "End"))
_MARKS = (w("rPr"), w("trPr"))
"""Whose children of these names speak of the paragraph mark or of the row."""
_SIGNS = re.compile(rb":(?:ins|del|move(?:From|To)\w*|\w+Change|cell(?:Ins|Del|Merge))[\s/>]")

CHANGES = (*_KEPT, *_GONE, *_FORMATS, *_CELLS)
"""What Word writes for a change that nobody has accepted."""


def may_hold_changes(part: bytes) -> bool:
    """Whether a part is worth looking at; quick."""
    return _SIGNS.search(part) is not None


def change_findings(root: Element, places: Places) -> list[Finding]:
    """That a part holds changes, at the first of those that say something; nothing when it holds none."""
    changes = list(root.iter(*CHANGES))
    if not changes:
        return []
    said = next((item for item in changes if "".join(item.itertext()).strip()), changes[0])
    words = "".join(said.itertext()).strip()[:60]
    return [finding("mau-con-sua-doi", places.where(said, words), so=f"{len(changes):02d}")]


def accept_changes(root: Element) -> None:
    """Accept every tracked change of a part."""
    _drop_all(root.iter(*_FORMATS, *_RANGES))
    _accept_cells(root)
    _accept_rows(root)
    _drop_all(item for item in root.iter(*_GONE) if item.getparent().tag not in _MARKS)
    for item in list(root.iter(*_KEPT)):
        _unwrap(item)
    _join_paragraphs(root)


def without_changes(part: bytes, where: Where) -> bytes:
    """A part with its tracked changes accepted. Raises `PackError` when it holds some and is no XML."""
    if not may_hold_changes(part):
        return part
    root = parse(part, where)
    accept_changes(root)
    return serialize(root)


def _drop_all(items: Iterable[Element]) -> None:
    for item in list(items):
        if item.getparent() is not None:
            drop(item)


def _unwrap(item: Element) -> None:
    """Put what stands in an element in its place."""
    parent = item.getparent()
    place = parent.index(item)
    for offset, child in enumerate(list(item)):
        parent.insert(place + offset, child)
    drop(item)


def _accept_cells(root: Element) -> None:
    for sign in list(root.iter(*_CELLS)):
        properties = sign.getparent()
        cell = properties.getparent()
        if sign.tag == w("cellDel"):
            if cell.getparent() is not None:
                drop(cell)
        elif sign.tag == w("cellMerge") and sign.get(w("vMerge")) and properties.find(w("vMerge")) is None:
            value = "restart" if sign.get(w("vMerge")) == "rest" else "continue"
            properties.replace(sign, make("vMerge", val=value))
        else:
            drop(sign)


def _accept_rows(root: Element) -> None:
    """Rows that were deleted, or lost all cells, go; so does a table without rows."""
    for row in list(root.iter(w("tr"))):
        deleted = row.find(f"{w('trPr')}/{w('del')}") is not None
        if deleted or not any(True for _ in row.iter(w("tc"))):
            drop(row)
    for table in list(root.iter(w("tbl"))):
        if not any(True for _ in table.iter(w("tr"))):
            drop(table)


def _join_paragraphs(root: Element) -> None:
    """What stands in a paragraph without a mark goes to the front of the next one, and takes its look."""
    for paragraph in list(root.iter(w("p"))):
        mark = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        signs = [] if mark is None else mark.findall(w("del")) + mark.findall(w("moveFrom"))
        if not signs or paragraph.getparent() is None:
            continue
        _drop_all(signs)
        following = paragraph.getnext()
        if following is not None and following.tag == w("p"):
            _run_on(paragraph, following)
        elif following is not None and not any(True for _ in paragraph.iter(w("r"))):
            drop(paragraph)


def _run_on(paragraph: Element, following: Element) -> None:
    start = 1 if following.find(w("pPr")) is not None else 0
    for offset, child in enumerate([item for item in paragraph if item.tag != w("pPr")]):
        following.insert(start + offset, child)
    drop(paragraph)
