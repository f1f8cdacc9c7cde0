"""How many pages a .docx needs at least, by its own hard page breaks; nothing is laid out for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.etree.ElementTree import Element, ParseError, fromstring

from baocao.errors import PackError, finding
from baocao.ooxml.names import DOCUMENT
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import MC, W, broken_at

_W = f"{{{W}}}"
_BREAKS = re.compile(rb"""["']page["']|pageBreakBefore""")
_SECTIONS = re.compile(rb"</\w+:sectPr>|<\w+:sectPr\s*/>")
_PASSED_BY = {f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{{{MC}}}Fallback"}
_SEEN = {f"{_W}drawing", f"{_W}pict", f"{_W}object"}
_OFF = ("0", "false", "off")
_SAME_PAGE = ("continuous", "nextColumn")


def least_pages(docx: bytes) -> int:
    """Stretches of visible text with a hard break between them, 1 at least: each needs a page of its own.

    A hard break is a page break, a paragraph that begins a page, or a section that begins on a new one
    (ECMA-376 part 1, 17.3.3.1, 17.3.1.23, 17.6.22); not in a table, where Word and LibreOffice pay no heed
    to it. Breaks with nothing between them count once, so the document never has fewer pages.

    Raises `PackError` when the file is no Word document.
    """
    document = Skeleton.read(docx).data(DOCUMENT)
    if not _BREAKS.search(document) and len(_SECTIONS.findall(document)) <= 1:
        return 1
    try:
        body = fromstring(document)
    except ParseError as fault:
        line, column = fault.position
        raise PackError(finding("docx-hong", ly_do=broken_at(line, column + 1))) from fault
    sections = [_value(item.find(f"{_W}type")) for item in body.iter(f"{_W}sectPr")]
    marks = _marks(body, iter(sections[1:]), in_table=False)
    return max(1, sum(1 for is_break, _ in groupby(marks) if not is_break))


def _marks(element: Element, sections: Iterator[str], *, in_table: bool) -> Iterator[bool]:
    """True for a hard break, False for something visible, in the order of the document. sections: how those
    after the first one begin.
    """
    name = element.tag
    if name in _PASSED_BY or (name == f"{_W}r" and element.find(f"{_W}rPr/{_W}vanish") is not None):
        return
    if name in _SEEN or (name == f"{_W}t" and (element.text or "").strip()):
        yield False
    elif not in_table and _breaks(element):
        yield True
    if name not in _SEEN:
        for child in element:
            yield from _marks(child, sections, in_table=in_table or name == f"{_W}tbl")
    if name == f"{_W}p" and element.find(f"{_W}pPr/{_W}sectPr") is not None:
        yield from [True] * (next(sections, "") not in _SAME_PAGE)


def _breaks(element: Element) -> bool:
    """Whether it is a page break, or a paragraph that begins a page."""
    if element.tag == f"{_W}br":
        return _value(element, "type") == "page"
    found = element.find(f"{_W}pPr/{_W}pageBreakBefore")
    return found is not None and _value(found) not in _OFF


def _value(element: Element | None, name: str = "val") -> str:
    return "" if element is None else element.get(f"{_W}{name}", "")
