"""Some blocks of a whole template as a .docx of their own, which extends the pack they come from."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy

from lxml import etree

from baocao.authoring.chain import Sheet, bring_together, read_sheet
from baocao.authoring.packing import pack_document
from baocao.authoring.spans import Outline
from baocao.builder.kit import tag, tag_paragraph
from baocao.ooxml.xml import NAMESPACES
from baocao.template import LayerSource
from baocao.template.ooxml_tree import Element, make, w

_HINT = (
    "{{# Chỉ sửa chữ giữa các dòng xám «block …» và «endblock», giữ nguyên các dòng xám. "
    "Phần không có ở đây lấy từ gói {pack}. #}}"
)


def outermost(outline: Outline, names: Collection[str]) -> list[str]:
    """The chosen blocks in the order of the document, without those that stand in another chosen one."""
    return [name for name in outline.spans if name in names and not names_around(outline, name) & set(names)]


def names_around(outline: Outline, name: str) -> set[str]:
    """The blocks that a block stands in; none for a block that is not there."""
    around: set[str] = set()
    while name in outline.spans and (outer := outline.spans[name].outer):
        around.add(outer)
        name = outer
    return around


def extract_blocks(whole: LayerSource, names: Collection[str]) -> bytes:
    """A .docx of the blocks `names` of a whole template; all its other parts (styles, page, header) stay."""
    sheet = read_sheet(whole)
    body = [*_lead(whole.pack), *_elements(sheet, outermost(sheet.outline, names))]
    section = sheet.body.find(w("sectPr"))
    _refill(sheet.body, [*body, *([section] if section is not None else [])])
    return pack_document(sheet.parts, sheet.document, sheet.notes, sheet.where)


def merge_blocks(
    edited: LayerSource, whole: LayerSource, names: Collection[str], gone: Collection[str]
) -> bytes:
    """The blocks file `edited` with the blocks `names` of a whole template put among its own, in the order of
    the template; those of `edited` that are in `gone` leave first. All else stays as it was edited.
    """
    mine, theirs = read_sheet(edited), read_sheet(whole)
    order = {name: place for place, name in enumerate(theirs.outline.spans)}
    chosen = outermost(theirs.outline, names)
    theirs.rename_notes("moi:")
    bring_together([theirs, mine])
    for name in gone:
        span = mine.outline.spans[name]
        for item in (span.first, *span.content(), span.last):
            item.getparent().remove(item)
    kept = [name for name, span in mine.outline.spans.items() if name not in gone and not span.outer]
    for name in chosen:
        _insert(mine, _elements(theirs, [name]), [item for item in kept if order.get(item, -1) > order[name]])
    notes = {**mine.notes, **theirs.notes}
    return pack_document(mine.parts, mine.document, notes, mine.where)


def _insert(mine: Sheet, elements: Sequence[Element], later: Sequence[str]) -> None:
    """Put elements before the first of the blocks that come later, or at the end of the text."""
    if later:
        span = mine.outline.spans[later[0]]
        anchor = span.first if span.first.tag == w("p") else next(span.first.iterancestors(w("tbl")))
    else:
        anchor = mine.body.find(w("sectPr"))
    for item in elements:
        if anchor is None:
            mine.body.append(item)
        else:
            anchor.addprevious(item)


def _elements(sheet: Sheet, names: Sequence[str]) -> list[Element]:
    """The blocks as elements of a body: rows keep the table they stand in."""
    found: list[Element] = []
    for name in names:
        span = sheet.outline.spans[name]
        elements = [span.first, *span.content(), span.last]
        found += _in_table(elements) if span.first.tag == w("tr") else elements
    return found


def _in_table(rows: Sequence[Element]) -> list[Element]:
    table = rows[0].getparent()
    own = make("tbl")
    own.extend([deepcopy(item) for item in table if item.tag in (w("tblPr"), w("tblGrid"))])
    own.extend(list(rows))
    return [own, make("p")]


def _lead(pack: str) -> list[Element]:
    return [_parsed(tag(f'extends "{pack}"')), _parsed(tag_paragraph(_HINT.format(pack=pack)))]


def _parsed(xml: str) -> Element:
    return etree.fromstring(f"<body {NAMESPACES}>{xml}</body>")[0]


def _refill(body: Element, elements: Sequence[Element]) -> None:
    for item in list(body):
        body.remove(item)
    body.extend(elements)
