"""What of a layer or fragment is not printed: page set-up, headers, comments. Each is told."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping
from copy import deepcopy

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT_RELATIONSHIPS
from baocao.template.furniture import relationships_of
from baocao.template.layers import Layer
from baocao.template.ooxml_tree import Element, parse, serialize, text_of, w
from baocao.template.places import Places

_NEAR = 60
"""Twips (about a millimetre) that nobody has changed on purpose."""
_PAGE = {"pgSz": ("w", "h"), "pgMar": ("top", "bottom", "left", "right")}
_PAGE_WORDS = {"pgSz": "khổ giấy", "pgMar": "lề trang"}
_REFERENCE_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_COMMENTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")
_REFERENCES = (w("headerReference"), w("footerReference"))
_REMARKS = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"), w("annotationRef"))


def leave_behind(layer: Layer, base: Layer) -> list[Finding]:
    """Take what belongs to a layer's own pages out of its document; tell what differs from the base's."""
    findings = [*_page(layer, base), *_headers(layer, base), *_breaks(layer, base)]
    for item in list(layer.document.iter(*_REFERENCES)):
        item.getparent().remove(item)
    for section in layer.document.findall(f"{w('body')}/{w('sectPr')}"):
        section.getparent().remove(section)
    return findings


def take_headers(layer: Layer, base: Layer) -> None:
    """Give the sections inside a layer's blocks the headers and footers of the base's own last section.

    Without any they would have those of the section before, and the first one of all would have none.
    """
    last = base.document.find(f"{w('body')}/{w('sectPr')}")
    theirs = [] if last is None else [item for item in last if item.tag in _REFERENCES]
    for section in layer.document.iter(w("sectPr")):
        for place, item in enumerate(theirs):
            section.insert(place, deepcopy(item))


def _page(layer: Layer, base: Layer) -> Iterator[Finding]:
    """The page set-up of a file of blocks has no effect; a fragment's matters to nobody."""
    mine, theirs = _setup(layer.document), _setup(base.document)
    if layer.is_fragment or not mine or not theirs:
        return
    other = [
        words
        for name, words in _PAGE_WORDS.items()
        if any(abs(mine.get((name, key), 0) - theirs.get((name, key), 0)) > _NEAR for key in _PAGE[name])
    ]
    if other:
        yield finding("trang-khac-mau-goc", layer.places.base, gi=" và ".join(other))


def _setup(document: Element) -> Mapping[tuple[str, str], int]:
    section = document.find(f"{w('body')}/{w('sectPr')}")
    found = ((name, section.find(w(name))) for name in _PAGE) if section is not None else ()
    return {
        (name, key): int(item.get(w(key), "0"))
        for name, item in found
        if item is not None
        for key in _PAGE[name]
        if item.get(w(key), "0").lstrip("-").isdigit()
    }


def _headers(layer: Layer, base: Layer) -> Iterator[Finding]:
    """Words of a layer's headers and footers that the base's do not say."""
    said = {words for _, words in _header_words(base)}
    for where, words in _header_words(layer):
        if words not in said:
            yield finding("dau-trang-khong-mang", where, chu=words[:60])


def _header_words(layer: Layer) -> Iterator[tuple[Where, str]]:
    for name in sorted(layer.parts):
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            root = parse(layer.parts[name], layer.where)
            words = " ".join(" ".join(map(text_of, root.iter(w("p")))).split())
            if words and not words.isdigit():
                part = "đầu trang" if "header" in name else "chân trang"
                yield layer.where.but(part=part, words=words[:60], anchor=f"{name}#0"), words


def _breaks(layer: Layer, base: Layer) -> Iterator[Finding]:
    """Sections inside of what is printed: they keep their page and take the headers of the base's, which is
    told where theirs have words. Headers that only count pages are the same in all reports.
    """
    said = {words for _, words in _header_words(base)}
    other = {where.anchor.partition("#")[0] for where, words in _header_words(layer) if words not in said}
    relations = relationships_of(layer.parts, DOCUMENT_RELATIONSHIPS, layer.where) if other else ()
    own = {
        item.get("Id")
        for item in relations
        if posixpath.normpath(posixpath.join("word", item.get("Target", ""))).lstrip("/") in other
    }
    for section in layer.document.iter(w("sectPr")):
        references = (child.get(_REFERENCE_ID) for child in section)
        if section.getparent().tag == w("pPr") and not own.isdisjoint(references):
            yield finding("ngat-phan-trong-khoi", layer.places.where(section))


def drop_remarks(document: Element, places: Places) -> Iterator[Finding]:
    """Take Word's comments out of a document: they speak to whoever edits the template."""
    references = list(document.iter(w("commentReference")))
    if references:
        where = places.where(references[0])
        yield finding("nhan-xet-khong-in", where, so=f"{len(references):02d}")
    for item in list(document.iter(*_REMARKS)):
        run = item.getparent()
        run.remove(item)
        if run.tag == w("r") and all(child.tag == w("rPr") for child in run):
            run.getparent().remove(run)


def drop_remark_parts(parts: MutableMapping[str, bytes], where: Where) -> None:
    """Take the parts that hold Word's comments out of a package."""
    relationships = relationships_of(parts, DOCUMENT_RELATIONSHIPS, where)
    gone = [item for item in relationships if item.get("Type", "").rsplit("/", 1)[-1] in _COMMENTS]
    if not gone:
        return
    names = {posixpath.normpath(posixpath.join("word", item.get("Target", ""))).lstrip("/") for item in gone}
    for item in gone:
        relationships.remove(item)
    parts[DOCUMENT_RELATIONSHIPS] = serialize(relationships)
    types = parse(parts[CONTENT_TYPES], where)
    for item in list(types):
        if item.get("PartName", "").lstrip("/") in names:
            types.remove(item)
    parts[CONTENT_TYPES] = serialize(types)
    for name in names:
        parts.pop(name, None)
        parts.pop(f"word/_rels/{posixpath.basename(name)}.rels", None)
