"""Which paragraph of a Word file something stands in, as a reader counts and as a program counts.

Paragraphs are stamped right after parsing, before the compiler moves anything; `baocao.template.places` takes
the stamps off again. A stamp is lost with its paragraph and follows it into the place of a note's reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.template.ooxml_tree import Element, ancestor, w

_STAMP = "cho"
_PARAGRAPH, _TABLE, _ROW, _CELL, _BOX = (w(name) for name in ("p", "tbl", "tr", "tc", "txbxContent"))


def stamp(root: Element, part: str) -> None:
    """Stamp the paragraphs of a part; part: its name ("word/document.xml")."""
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(_PARAGRAPH))}
    for paragraph, spot in spots_of(root):
        _write(paragraph, part, numbers[paragraph], spot)


def spots_of(root: Element) -> Iterator[tuple[Element, str]]:
    """The paragraphs of a part, each with its place as a reader counts ("bảng 1, hàng 2, cột 1")."""
    return _walk(root, "", _Count())


def stamp_notes(root: Element, part: str, ranks: Mapping[str, int]) -> None:
    """Stamp the paragraphs of the part of the notes. ranks: the number Word shows for each note, by id."""
    for number, paragraph in enumerate(root.iter(_PARAGRAPH)):
        note = ancestor(paragraph, w("footnote"))
        rank = 0 if note is None else ranks.get(note.get(w("id")), 0)
        if note is not None and rank:
            place = list(note.iter(_PARAGRAPH)).index(paragraph)
            _write(paragraph, part, number, f"chú thích {rank}" + _further(place + 1))


def note_ranks(document: Element) -> Mapping[str, int]:
    """The number Word shows for each note of a document, by id: the order of the first references."""
    ids = dict.fromkeys(item.get(w("id")) for item in document.iter(w("footnoteReference")))
    return {ident: number for number, ident in enumerate(ids, start=1)}


def take_stamp(paragraph: Element) -> tuple[str, str]:
    """The anchor ("word/document.xml#12") and the spot ("đoạn 12") of a paragraph; its stamp is taken off."""
    anchor, _, spot = paragraph.attrib.pop(_STAMP, "").partition("\n")
    return anchor, spot


def _write(paragraph: Element, part: str, number: int, spot: str) -> None:
    paragraph.set(_STAMP, f"{part}#{number}\n{spot}")


@dataclass(slots=True)
class _Count:
    """How many paragraphs and tables of one story or cell came before."""

    paragraphs: int = 0
    tables: int = 0


def _walk(element: Element, front: str, count: _Count) -> Iterator[tuple[Element, str]]:
    """The paragraphs of the body or of a text box, with their spots; front: what leads there."""
    for child in element:
        if child.tag == _PARAGRAPH:
            count.paragraphs += 1
            spot = f"{front}đoạn {count.paragraphs}"
            yield child, spot
            yield from _boxes(child, spot)
        elif child.tag == _TABLE:
            count.tables += 1
            yield from _cells(child, f"{front}bảng {count.tables}")
        else:
            yield from _walk(child, front, count)


def _boxes(paragraph: Element, spot: str) -> Iterator[tuple[Element, str]]:
    for child in paragraph:
        if child.tag == _BOX:
            yield from _walk(child, f"{spot}, khung chữ, ", _Count())
        else:
            yield from _boxes(child, spot)


def _cells(table: Element, front: str) -> Iterator[tuple[Element, str]]:
    for row_number, row in enumerate(_inside(table, _ROW), start=1):
        column = 1 + _value(row, "trPr", "gridBefore", 0)
        for cell in _inside(row, _CELL):
            yield from _in_cell(cell, f"{front}, hàng {row_number}, cột {column}", _Count())
            column += _value(cell, "tcPr", "gridSpan", 1)


def _in_cell(element: Element, front: str, count: _Count) -> Iterator[tuple[Element, str]]:
    for child in element:
        if child.tag == _PARAGRAPH:
            count.paragraphs += 1
            spot = front + _further(count.paragraphs)
            yield child, spot
            yield from _boxes(child, spot)
        elif child.tag == _TABLE:
            count.tables += 1
            which = "bảng trong ô" if count.tables == 1 else f"bảng thứ {count.tables} trong ô"
            yield from _cells(child, f"{front}, {which}")
        else:
            yield from _in_cell(child, front, count)


def _inside(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those within content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag != _TABLE:
            yield from _inside(child, tag)


def _value(element: Element, properties: str, name: str, missing: int) -> int:
    found = element.find(f"{w(properties)}/{w(name)}")
    text = "" if found is None else found.get(w("val"), "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else missing


def _further(number: int) -> str:
    """The paragraph of a cell or note, when it is not the first."""
    return f", đoạn {number}" if number > 1 else ""
