"""The little of lxml that the compiler needs: names, safe parsing, moving text about."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from baocao.errors import PackError, Where, finding
from baocao.ooxml.xml import STRICT, W, broken_at

Element = Any

W_ = f"{{{W}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NOTE_HOLDER = "{urn:baocao:note}note"
"""Stands where the reference of a template note stood, and holds the note's paragraphs."""

_EMPTY_ELSE = ("rPr", "pPr", "bookmarkStart", "bookmarkEnd", "proofErr")


def w(name: str) -> str:
    """The qualified name of a WordprocessingML element or attribute."""
    return W_ + name


def parse(data: bytes, where: Where) -> Element:
    """The root of a part. No entities, no network, bounded depth.

    Raises `PackError` when it is not XML, or Word's Strict kind, whose names no rule here knows.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PackError(finding("mau-xml-hong", where, ly_do=broken_at(*error.position))) from error
    docinfo: Any = root.getroottree().docinfo
    if docinfo.doctype:
        raise PackError(finding("mau-xml-hong", where, ly_do="có khai báo DOCTYPE"))
    if (etree.QName(root).namespace or "").startswith(STRICT):
        raise PackError(finding("mau-luu-strict", Where(file=where.file)))
    return root


def serialize(root: Element) -> bytes:
    """A part as Word writes it."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def put_before(element: Element, text: str) -> None:
    """Insert text just before an element."""
    before = element.getprevious()
    if before is None:
        parent = element.getparent()
        parent.text = (parent.text or "") + text
    else:
        before.tail = (before.tail or "") + text


def put_last(parent: Element, text: str) -> None:
    """Append text to the content of an element."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def drop(element: Element) -> None:
    """Remove an element, keep the text after it."""
    put_before(element, element.tail or "")
    element.tail = None
    element.getparent().remove(element)


def replace_with_text(element: Element, text: str) -> None:
    """Put text where an element stood."""
    put_before(element, text)
    drop(element)


def ancestor(element: Element, name: str) -> Element | None:
    """The nearest ancestor of that name."""
    return next(element.iterancestors(name), None)


def own_descendants(paragraph: Element) -> Iterator[Element]:
    """Descendants in document order, without those of paragraphs nested in this one (text boxes, notes)."""
    for child in paragraph:
        if child.tag == W_ + "p" or child.tag == NOTE_HOLDER:
            continue
        yield child
        if child.tag != W_ + "pPr":
            yield from own_descendants(child)


def own_paragraphs(cell: Element) -> Iterator[Element]:
    """The paragraphs of a cell or row, without those of tables nested in it."""
    for child in cell:
        if child.tag == W_ + "p":
            yield child
        elif child.tag != W_ + "tbl":
            yield from own_paragraphs(child)


def text_of(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(item.text or "" for item in own_descendants(paragraph) if item.tag == W_ + "t")


def prune_run(text_element: Element) -> None:
    """Remove an emptied `w:t`, and its run when nothing else is in it."""
    run = text_element.getparent()
    drop(text_element)
    if (
        run.tag == W_ + "r"
        and not (run.text or "")
        and all(child.tag == W_ + "rPr" and not child.tail for child in run)
    ):
        drop(run)


def is_bare(element: Element) -> bool:
    """Whether an element shows nothing by itself: properties, bookmarks, proofing marks."""
    return any(element.tag == W_ + name for name in _EMPTY_ELSE)


def insert_in_order(parent: Element, child: Element, order: tuple[str, ...]) -> None:
    """Insert a `w:` child at its place in the schema's `order`; an element of the same name is replaced."""
    name = etree.QName(child).localname
    for old in parent.findall(W_ + name):
        parent.remove(old)
    earlier = {W_ + item for item in order[: order.index(name)]}
    place = max((index + 1 for index, item in enumerate(parent) if item.tag in earlier), default=0)
    parent.insert(place, child)


def make(name: str, **attributes: str) -> Element:
    """A new `w:` element with `w:` attributes."""
    element = etree.Element(W_ + name)
    for key, value in attributes.items():
        element.set(W_ + key, value)
    return element


def cut_run(first: Element) -> Element:
    """Move a child of a run and all behind it into a new run of the same look, which is given back."""
    run = first.getparent()
    rest = make("r")
    rest.attrib.update(run.attrib)
    look = run.find(w("rPr"))
    if look is not None:
        rest.append(deepcopy(look))
        rest[0].tail = None
    for child in run[run.index(first) :]:
        rest.append(child)
    rest.tail, run.tail = run.tail, None
    run.addnext(rest)
    return rest


def fragment(element: Element | None) -> str:
    """An element as text without namespace declarations; the root of the part declares them."""
    if element is None:
        return ""
    tail, element.tail = element.tail, None
    text: str = etree.tostring(element, encoding="unicode")
    element.tail = tail
    for prefix, uri in element.nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"', "")
    return text
