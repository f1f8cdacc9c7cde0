"""The bytes of a .docx -> its parts, parsed: limits first, then XML without entities.

The trees keep comments, processing instructions and blanks: they are written back.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from baocao.conformance.appearance import Element
from baocao.conformance.reading.refusing import (
    broken,
    refusal_of,
    refuse_large,
    refuse_nested,
    refuse_other_kinds,
)
from baocao.errors import PackError
from baocao.ooxml.names import (
    CONTENT_TYPES,
    DOCUMENT,
    DOCUMENT_RELATIONSHIPS,
    FOOTNOTES,
    NUMBERING,
    SETTINGS,
    STYLES,
    THEME,
)
from baocao.ooxml.package import Skeleton
from baocao.ooxml.usual_names import ENDNOTES
from baocao.ooxml.xml import STRICT, WP, A, R, W, broken_at

_FIXED = (DOCUMENT, STYLES, NUMBERING, SETTINGS, THEME, FOOTNOTES, ENDNOTES)
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}Types"
_STORIES = ("/header", "/footer")
_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_STRICT = {
    f"{STRICT}wordprocessingml/main": W,
    f"{STRICT}officeDocument/relationships": R,
    f"{STRICT}officeDocument/math": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    f"{STRICT}drawingml/wordprocessingDrawing": WP,
    f"{STRICT}drawingml/main": A,
    f"{STRICT}drawingml/picture": f"{_DRAWINGML}/picture",
    f"{STRICT}drawingml/chart": f"{_DRAWINGML}/chart",
    f"{STRICT}drawingml/diagram": f"{_DRAWINGML}/diagram",
}
"""The names of a Strict file (ISO/IEC 29500-1), and those of the usual one that mean the same."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A package with its parsed parts. targets: parts that the document refers to, by relationship id.

    strict: whether its names were those of a Strict file; the trees have the usual ones.
    """

    file: str
    package: Skeleton
    trees: Mapping[str, Element]
    targets: Mapping[str, str]
    strict: bool

    def tree(self, name: str) -> Element | None:
        """The root of a part; None for one that is not there."""
        return self.trees.get(name)


def open_package(data: bytes, file: str) -> Opened:
    """The parts of a .docx. Raises `DataError` for every other file, a broken, a hostile and a huge one."""
    refuse_other_kinds(data, file)
    try:
        package = Skeleton.read(data, file)
    except PackError as fault:
        raise refusal_of(fault, data, file) from fault
    _check_types(package, file)
    relations, targets = _relations(package, file)
    stories = {targets[ident] for ident, kind in relations.items() if kind.endswith(_STORIES)}
    names = [name for name in (*_FIXED, *sorted(stories)) if name in package]
    parts = {name: package.data(name) for name in names}
    refuse_large(parts, file)
    strict = f"{STRICT}wordprocessingml/main".encode() in parts[DOCUMENT]
    trees = {name: _parsed(part, name, file) for name, part in parts.items()}
    refuse_nested(trees.values(), file)
    root = trees[DOCUMENT]
    if root.tag != f"{{{W}}}document" or root.find(f"{{{W}}}body") is None:
        raise broken(file, "không có thân văn bản")
    return Opened(file, package, trees, targets, strict)


def _check_types(package: Skeleton, file: str) -> None:
    """Without the list of what its parts are, Word opens no file."""
    data = package.data(CONTENT_TYPES)
    refuse_large({CONTENT_TYPES: data}, file)
    if _parsed(data, CONTENT_TYPES, file).tag != _TYPES:
        raise broken(file, f"phần {CONTENT_TYPES} không kê các phần của tệp")


def _relations(package: Skeleton, file: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The kinds of what the document refers to, and the parts, each by relationship id."""
    if DOCUMENT_RELATIONSHIPS not in package:
        return {}, {}
    data = package.data(DOCUMENT_RELATIONSHIPS)
    refuse_large({DOCUMENT_RELATIONSHIPS: data}, file)
    kinds, targets = {}, {}
    for item in _parsed(data, DOCUMENT_RELATIONSHIPS, file).iterchildren("{*}Relationship"):
        if item.get("TargetMode") != "External":
            ident, target = item.get("Id", ""), item.get("Target", "")
            kinds[ident] = item.get("Type", "")
            targets[ident] = posixpath.normpath(posixpath.join("/word", target)).lstrip("/")
    return kinds, targets


def _parsed(data: bytes, name: str, file: str) -> Element:
    if STRICT.encode() in data:
        for strict, usual in _STRICT.items():
            for quote in "\"'":
                data = data.replace(f"{quote}{strict}{quote}".encode(), f"{quote}{usual}{quote}".encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise broken(file, f"phần {name} có {broken_at(*error.position)}") from error
    if root.getroottree().docinfo.doctype:
        raise broken(file, f"phần {name} có khai báo lạ (DOCTYPE)")
    return root
