"""The tags of table cells (`colspan`, `cellbg`, `vm`, `hm`), and drawn rules (`ke:`)."""

from __future__ import annotations

import re
from collections.abc import Callable

from baocao.ooxml.xml import MC, WP, A
from baocao.template.ooxml_tree import (
    Element,
    ancestor,
    insert_in_order,
    make,
    own_descendants,
    own_paragraphs,
    prune_run,
    put_before,
    text_of,
    w,
)
from baocao.template.tags import WRITTEN, write

_CELL_TAG = re.compile(r"(colspan|cellbg)\s+(.+)|(vm|hm)", re.DOTALL)
_TC_PR = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    " headers cellIns cellDel cellMerge tcPrChange"
)
_TC_PR_ORDER = tuple(_TC_PR.split())
_RULE = "ke:"
_BESIDE = re.compile(r"\s*\{#\s*(ke:.*?)\s*#\}\s*", re.DOTALL)
_FIRST = write("{%", "if loop.first")
_END = write("{%", "endif")


def treat_cells(root: Element) -> None:
    """Turn cell tags into the cell's properties."""
    for cell in list(root.iter(w("tc"))):
        for text in [item for paragraph in own_paragraphs(cell) for item in _texts(paragraph)]:
            _treat_text(cell, text)


def _texts(paragraph: Element) -> list[Element]:
    return [item for item in own_descendants(paragraph) if item.tag == w("t")]


def _treat_text(cell: Element, text: Element) -> None:
    for tag in list(WRITTEN.finditer(text.text or "")):
        match = _CELL_TAG.fullmatch(tag.group(4))
        if match is None:
            continue
        name = match.group(1) or match.group(3)
        if name == "vm":
            _merge_down(cell, text, tag.group())
            continue
        text.text = (text.text or "").replace(tag.group(), "", 1)
        _TREATMENTS[name](cell, match.group(2))
        if not text.text:
            prune_run(text)


def _properties(cell: Element) -> Element:
    found = cell.find(w("tcPr"))
    if found is None:
        found = make("tcPr")
        cell.insert(0, found)
    return found


def _span(cell: Element, expression: str) -> None:
    insert_in_order(
        _properties(cell), make("gridSpan", val=write("{{", f"({expression})|_thuan")), _TC_PR_ORDER
    )


def _background(cell: Element, expression: str) -> None:
    shading = make("shd", val="clear", color="auto", fill=write("{{", f"({expression})|_thuan"))
    insert_in_order(_properties(cell), shading, _TC_PR_ORDER)


def _merge_across(cell: Element, _: str) -> None:
    """One cell for the whole loop, as wide as its turns together."""
    properties = _properties(cell)
    old = properties.find(w("gridSpan"))
    width = f"{old.get(w('val'))} * loop.length" if old is not None else "loop.length"
    insert_in_order(properties, make("gridSpan", val=write("{{", width)), _TC_PR_ORDER)
    put_before(cell, _FIRST)
    tail, cell.tail = cell.tail or "", None
    cell.tail = _END + tail


def _merge_down(cell: Element, text: Element, tag: str) -> None:
    """Cells of the turns of a loop become one; the words from the cell's first to this text show once."""
    value = write("{%", "if loop.first") + "restart" + write("{%", "else") + "continue" + _END
    insert_in_order(_properties(cell), make("vMerge", val=value), _TC_PR_ORDER)
    text.text = (text.text or "").replace(tag, "", 1)
    first = next(item for paragraph in own_paragraphs(cell) for item in _texts(paragraph))
    first.text = _FIRST + (first.text or "")
    text.text += _END


_TREATMENTS: dict[str, Callable[[Element, str], None]] = {
    "colspan": _span,
    "cellbg": _background,
    "hm": _merge_across,
}


def treat_rules(root: Element) -> None:
    """A drawn line whose description is `ke: <expression>` gets the length the expression gives, in EMU.

    The expression may also stand beside the line, as the comment `{# ke: <expression> #}`.
    """
    for paragraph in root.iter(w("p")):
        _read_beside(paragraph)
    for properties in list(root.iter(f"{{{WP}}}docPr")):
        description = properties.get("descr", "")
        if not description.startswith(_RULE):
            continue
        length = write("{{", f"({description.removeprefix(_RULE).strip()})|_thuan")
        properties.set("descr", "Đường kẻ")
        drawing = properties.getparent()
        _drop_fallback(drawing)
        for extent in (*drawing.iter(f"{{{WP}}}extent"), *drawing.iter(f"{{{A}}}ext")):
            if "cx" in extent.attrib:
                extent.set("cx", length)


def _drop_fallback(drawing: Element) -> None:
    """The picture of the line for old programs would keep the old length."""
    both = ancestor(drawing, f"{{{MC}}}AlternateContent")
    for fallback in () if both is None else both.findall(f"{{{MC}}}Fallback"):
        fallback.getparent().remove(fallback)


def _read_beside(paragraph: Element) -> None:
    """The expression of a comment becomes the description of the line it stands beside."""
    lines = [item for item in paragraph.iter(f"{{{WP}}}docPr") if ancestor(item, w("p")) is paragraph]
    match = _BESIDE.fullmatch(text_of(paragraph)) if lines else None
    if match is None:
        return
    for line in lines:
        if not line.get("descr", "").startswith(_RULE):
            line.set("descr", match.group(1))
    for text in _texts(paragraph):
        prune_run(text)
