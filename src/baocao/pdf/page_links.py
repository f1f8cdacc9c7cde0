"""The words of links to headings in a PDF of LibreOffice's: of a reference to a page they are its number.

LibreOffice exports a cross-reference as a link annotation, puts the words that it shows into `/Contents` (in
the form its section counts pages in), and lists the headings in the outline (ISO 32000-1, 12.5.2, 12.3.3).
Links of footnotes look the same, but none of them leads to where a heading begins.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from baocao.pdf.page_count import BrokenPdfError, Reader

_ANNOTATIONS = re.compile(rb"/Annots\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+)\s+\d+\s+R")
_LINK = re.compile(rb"/Subtype\s*/Link\b")
_DESTINATION = re.compile(rb"/Dest\s*\[([^\]]*)\]")
_BRANCHES = re.compile(rb"/(?:First|Next)\s+(\d+)\s+\d+\s+R")
_CONTENTS = re.compile(rb"/Contents\s*(?:<([0-9A-Fa-f\s]*)>|\(((?:\\.|[^\\)])*)\))")
_RECTANGLE = re.compile(rb"/Rect\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)")
_MARK = b"\xfe\xff"


def words_of_heading_links(pdf: bytes) -> list[str]:
    """The words of the links to headings, page after page, from top to bottom.

    Raises `BrokenPdfError` when the file is not whole.
    """
    try:
        return list(_words(Reader(pdf)))
    except (IndexError, KeyError, ValueError, zlib.error, RecursionError) as fault:
        raise BrokenPdfError(str(fault)) from fault


def _words(reader: Reader) -> Iterator[str]:
    headings = set(_headings(reader))
    for page in reader.leaves():
        listed = _ANNOTATIONS.search(reader.object(page))
        numbers = _REFERENCE.findall(listed[1]) if listed else []
        links = [item for item in map(reader.object, map(int, numbers)) if _LINK.search(item)]
        wanted = [item for item in links if _destination(item) in headings]
        yield from filter(None, map(_text, sorted(wanted, key=_height)))


def _headings(reader: Reader) -> Iterator[bytes]:
    """Where the entries of the outline lead to."""
    waiting = [number] if (number := reader.outline()) else []
    seen: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            item = reader.object(number)
            waiting += map(int, _BRANCHES.findall(item))
            yield _destination(item)


def _destination(item: bytes) -> bytes:
    found = _DESTINATION.search(item)
    return found[1] if found else b""


def _height(annotation: bytes) -> tuple[float, float]:
    """From the top of the page down, then from left to right."""
    found = _RECTANGLE.search(annotation)
    return (-float(found[4]), float(found[1])) if found else (0.0, 0.0)


def _text(annotation: bytes) -> str:
    found = _CONTENTS.search(annotation) if _destination(annotation) else None
    if found is None:
        return ""
    data = bytes.fromhex(found[1].decode()) if found[1] is not None else found[2]
    return data[2:].decode("utf-16-be") if data.startswith(_MARK) else data.decode("latin-1")
