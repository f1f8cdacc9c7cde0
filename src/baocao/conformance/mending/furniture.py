"""Head and foot of pages: the number of the page found in them, taken out, put in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from baocao.conformance.appearance import Element
from baocao.conformance.mending.fields import Field, fields_of, part_fields
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.order import PPR, RPR, properties, put, take_away
from baocao.conformance.paper import Block
from baocao.formats import Pt
from baocao.ooxml.xml import MC
from baocao.template.ooxml_tree import XML_SPACE, ancestor, drop, make, own_descendants, w

_FALLBACK = f"{{{MC}}}Fallback"
_DRAWN = tuple(map(w, ("drawing", "pict")))
_PRINTING = tuple(map(w, ("t", "drawing", "pict", "object", "sym", "fldChar", "fldSimple", "ptab")))
_TRACKED = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "delText")))
_OF_A_NUMBER = tuple(map(w, ("r", "rPr", "t", "fldChar", "instrText", "lastRenderedPageBreak")))
"""All that the field of a page number is made of."""
_NUMBER, _TOTAL = "\ufffc", "\ufffd"
_DRESSED = re.compile(
    rf"[-–—−~|]?\s*(?:\b(?:trang|tr\.|page)\s*(?:số\s*)?:?\s*)?{_NUMBER}"
    rf"(?:\s*(?:/|trên|of)\s*(?:tổng\s*số\s*)?{_TOTAL}?(?:\s*trang)?)?\s*[-–—−~|]?",
    re.IGNORECASE,
)
"""What is printed around a page number and belongs to it: «Trang 2/5», «- 2 -»."""


def root_of(blocks: Sequence[Block]) -> Element | None:
    """The `w:hdr` or `w:ftr` that some blocks stand in, also when some were taken out of it."""
    return next((root for one in blocks for root in one.element.iterancestors(w("hdr"), w("ftr"))), None)


def clear_numbers(root: Element) -> tuple[Element | None, str, set[Element]]:
    """Take every page number out of a head or foot: with «Trang», hyphens and the total around it.

    Gives a copy of the formatting of the first one's letters, None when there was none, the letters that
    went, and the drawings that were boxes of nothing but a number. Raises `CannotMendError` for a number that
    other things hang on. What older Word shows instead of a box goes with it and does not count.
    """
    look: Element | None = None
    lost, boxes = "", set[Element]()
    for paragraph in list(root.iter(w("p"))):
        if not any(field.is_page for field in fields_of(paragraph)):
            continue
        _refuse_bound(paragraph)
        part_fields(paragraph)
        pages = [field for field in fields_of(paragraph) if field.is_page]
        look = _look_of(pages[0]) if look is None else look
        letters = _undress(paragraph)
        if ancestor(paragraph, _FALLBACK) is None:
            lost += letters
            boxes |= _take_boxes_away(paragraph)
    return look, lost, boxes


def put_number(root: Element, size: float, look: Element | None) -> None:
    """Put the page number in the middle of a head: into its first empty paragraph, else into a new first one.

    size: points. look: formatting for its letters (`w:rPr`).
    """
    empty = (item for item in root.iterchildren(w("p")) if not _printing(item))
    home = next(empty, None)
    if home is None:
        home = make("p")
        root.insert(0, home)
    own = properties(home, "pPr")
    for name in ("framePr", "numPr", "pBdr", "tabs"):
        take_away(own, name)
    put(own, "spacing", PPR, before="0", after="0", line="240", lineRule="auto")
    put(own, "ind", PPR, left="0", right="0", firstLine="0")
    put(own, "jc", PPR, val="center")
    home.extend(_number(size, look))


def prints_something(root: Element) -> bool:
    """Whether a head or foot shows anything."""
    return any(_printing(paragraph) for paragraph in root.iter(w("p")))


def _number(size: float, look: Element | None) -> Iterator[Element]:
    """The runs of a PAGE field as Word makes them."""
    for kind in ("begin", "code", "separate", "2", "end"):
        run = make("r")
        letters = make("rPr") if look is None else deepcopy(look)
        for name in ("sz", "szCs"):
            put(letters, name, RPR, val=str(Pt(size).half_points))
        run.append(letters)
        if kind == "code":
            run.append(make("instrText"))
            run[-1].set(XML_SPACE, "preserve")
            run[-1].text = " PAGE "
        elif kind == "2":
            run.append(make("t"))
            run[-1].text = kind
        else:
            run.append(make("fldChar", fldCharType=kind))
        yield run


def _printing(paragraph: Element) -> bool:
    return any(
        item.tag in _PRINTING and (item.tag != w("t") or (item.text or "").strip())
        for item in own_descendants(paragraph)
    )


def _look_of(field: Field) -> Element:
    """The `w:rPr` of the run that shows the number."""
    shown = [one for item in field.elements for one in item.iter(w("t"), w("instrText"))]
    run = None if not shown else ancestor(shown[-1], w("r"))
    found = None if run is None else run.find(w("rPr"))
    found = make("rPr") if found is None else deepcopy(found)
    for name in ("rPrChange", "ins", "del", "vanish"):
        take_away(found, name)
    return found


def _undress(paragraph: Element) -> str:
    """Take page numbers out of a paragraph, and what is printed around each; gives the letters that went."""
    fields = [field for field in fields_of(paragraph) if field.is_page or field.is_count]
    signs = _signs(paragraph, fields)
    text = "".join(sign for sign, _ in signs)
    going = {place for found in _DRESSED.finditer(text) for place in range(*found.span())}
    total_stays = any(sign == _TOTAL for place, (sign, _) in enumerate(signs) if place not in going)
    lost = "".join(sign for place, (sign, item) in enumerate(signs) if place in going and item is not None)
    _strike(signs, going)
    for field in fields:
        if field.is_page or not total_stays:
            lost += _take_field(field)
    return lost


def _signs(paragraph: Element, fields: list[Field]) -> list[tuple[str, Element | None]]:
    """The letters of a paragraph, each with its `w:t`; a page number or total is one sign without."""
    inside = {item: field for field in fields for element in field.elements for item in element.iter()}
    signs: list[tuple[str, Element | None]] = []
    told: list[Field] = []
    for item in own_descendants(paragraph):
        field = inside.get(item)
        if field is None:
            signs += [(sign, item) for sign in item.text or ""] if item.tag == w("t") else []
        elif field not in told:
            told.append(field)
            signs.append((_NUMBER if field.is_page else _TOTAL, None))
    return signs


def _strike(signs: list[tuple[str, Element | None]], places: set[int]) -> None:
    kept: dict[Element, str] = {}
    for place, (sign, item) in enumerate(signs):
        if item is not None:
            kept[item] = kept.get(item, "") + ("" if place in places else sign)
    for item, text in kept.items():
        if text != item.text:
            item.text = text
            item.set(XML_SPACE, "preserve")


def _refuse_bound(paragraph: Element) -> None:
    """Leave alone numbers that Word reckons with, and what it tracks."""
    if any(item.tag in _TRACKED for item in own_descendants(paragraph)):
        raise CannotMendError("chỗ ghi số trang đang có thay đổi do Word theo dõi")
    if any(field.is_page and field.inside for field in fields_of(paragraph)):
        raise CannotMendError("số trang nằm trong một trường tính toán khác của Word")


def _take_field(field: Field) -> str:
    inner = [item for element in field.elements for item in element.iter() if item is not element]
    if any(item.tag not in _OF_A_NUMBER and ancestor(item, w("rPr")) is None for item in inner):
        raise CannotMendError("trong trường số trang còn có thứ khác ngoài số")
    lost = "".join(item.text or "" for element in field.elements for item in element.iter(w("t")))
    for element in field.elements:
        if element.getparent() is not None:
            drop(element)
    return lost


def _take_boxes_away(paragraph: Element) -> set[Element]:
    """A text box or frame that held nothing but the number goes; the last paragraph of a part stays.

    Gives the drawing of the box.
    """
    box = ancestor(paragraph, w("txbxContent"))
    if box is None:
        _take_frame_away(paragraph)
        return set()
    run = ancestor(box, w("r"))
    if run is None or any(_printing(item) for item in box.iter(w("p"))):
        return set()
    drop(run)
    return set(box.iterancestors(*_DRAWN))


def _take_frame_away(paragraph: Element) -> None:
    if paragraph.find(f"{w('pPr')}/{w('framePr')}") is None or _printing(paragraph):
        return
    if len(list(paragraph.getparent().iterchildren(w("p")))) > 1:
        drop(paragraph)
    else:
        take_away(paragraph.find(w("pPr")), "framePr")
