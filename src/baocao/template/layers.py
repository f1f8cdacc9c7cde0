"""A layer over another: what it extends, and what its blocks bring into the other's package.

A unit's own .docx holds blocks only; they are printed inside the package of the lowest layer. Whatever they
refer to in their own package (links, pictures, lists, styles) is carried over, under new ids where the old
ones are taken.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy
from typing import Any, cast

from lxml import etree

from baocao.errors import Finding, PackError, Where, finding
from baocao.ooxml.names import (
    CONTENT_TYPES,
    DOCUMENT_RELATIONSHIPS,
    FOOTNOTES_RELATIONSHIPS,
    NUMBERING,
    STYLES,
)
from baocao.ooxml.xml import MC, R
from baocao.template.furniture import add_relationship, relationships_of
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, ancestor, parse, serialize, text_of, w
from baocao.template.places import Places

_EXTENDS = re.compile(r"\{%-?p?\s+extends\s+[\"'“”„‘’]([^\"'“”„‘’]*)[\"'“”„‘’]")
_IGNORABLE = f"{{{MC}}}Ignorable"
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_FIRST_PARAGRAPHS = 10


def extended_pack(document: Element) -> str:
    """The name in the `extends` tag at the start of a document, or ""."""
    paragraphs = [item for _, item in zip(range(_FIRST_PARAGRAPHS), document.iter(w("p")), strict=False)]
    match = _EXTENDS.search("".join(map(text_of, paragraphs)))
    return match.group(1) if match else ""


def with_namespaces(documents: Sequence[tuple[Element, Where]]) -> list[Element]:
    """The roots, each declaring the prefixes of all. Raises `PackError` when a prefix means two things."""
    spaces: dict[str | None, str] = {}
    ignorable: dict[str, None] = {}
    for root, where in documents:
        for prefix, uri in root.nsmap.items():
            if spaces.setdefault(prefix, uri) != uri:
                raise PackError(finding("mau-khac-chuan", where, ten=prefix))
        ignorable |= dict.fromkeys(root.get(_IGNORABLE, "").split())
    return [_redeclared(root, spaces, " ".join(ignorable)) for root, _ in documents]


def _redeclared(root: Element, spaces: dict[str | None, str], ignorable: str) -> Element:
    if ignorable:
        spaces = {"mc": MC, **spaces}
    fresh = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=cast(Any, spaces))
    fresh.extend(list(root))
    if ignorable:
        fresh.set(_IGNORABLE, ignorable)
    return fresh


def carry_over(
    parts: Mapping[str, bytes],
    document: Element,
    base: MutableMapping[str, bytes],
    places: Places,
) -> list[Finding]:
    """Bring what the blocks of a layer refer to into the base package; the layer's ids follow."""
    for kind in ("headerReference", "footerReference"):
        for item in list(document.iter(w(kind))):
            item.getparent().remove(item)
    findings = _carry_relationships(document, parts, base, places)
    _carry_lists([document], parts, base, places.base)
    _carry_styles([document], parts, base, places.base)
    return findings


def _carry_relationships(
    document: Element, parts: Mapping[str, bytes], base: MutableMapping[str, bytes], places: Places
) -> list[Finding]:
    """Links and pictures of the text and of its notes; what else a block may refer to is refused."""
    in_text: list[tuple[Element, str]] = []
    in_notes: list[tuple[Element, str]] = []
    for item in document.iter():
        keys = [(item, key) for key in item.attrib if key.startswith(f"{{{R}}}")]
        if keys:
            (in_notes if ancestor(item, NOTE_HOLDER) is not None else in_text).extend(keys)
    findings = _carry_used(in_text, parts, base, DOCUMENT_RELATIONSHIPS, places)
    return findings + _carry_used(in_notes, parts, base, FOOTNOTES_RELATIONSHIPS, places)


def _carry_used(
    used: Sequence[tuple[Element, str]],
    parts: Mapping[str, bytes],
    base: MutableMapping[str, bytes],
    name: str,
    places: Places,
) -> list[Finding]:
    own = {item.get("Id"): item for item in relationships_of(parts, name, places.base)}
    theirs = relationships_of(base, name, places.base)
    findings: list[Finding] = []
    new_ids: dict[str, str] = {}
    for item, key in used:
        old = item.get(key)
        relationship = own.get(old)
        if relationship is None:
            continue
        kind = str(relationship.get("Type")).rsplit("/", 1)[-1]
        if kind not in ("hyperlink", "image"):
            findings.append(finding("phan-khong-mang-theo", places.where(item), loai=kind))
            continue
        if relationship.get("TargetMode") != "External" and _target(relationship) not in parts:
            findings.append(finding("hinh-mat", places.where(item), ten=relationship.get("Target")))
            continue
        if old not in new_ids:
            new_ids[old] = _carry_target(relationship, theirs, parts, base, places.base)
        item.set(key, new_ids[old])
    if new_ids:
        base[name] = serialize(theirs)
    return findings


def _carry_target(
    relationship: Element,
    theirs: Element,
    parts: Mapping[str, bytes],
    base: MutableMapping[str, bytes],
    where: Where,
) -> str:
    kind, target = relationship.get("Type"), relationship.get("Target")
    if relationship.get("TargetMode") == "External":
        return add_relationship(theirs, kind, target, external=True)
    old = _target(relationship)
    stem, extension = posixpath.splitext(posixpath.basename(old))
    new = next(
        name
        for number in range(1, 10_000)
        if (name := f"word/media/{stem}_{number}{extension}") not in base or base[name] == parts[old]
    )
    base[new] = parts[old]
    _default_type(parts, base, extension.lstrip("."), where)
    return add_relationship(theirs, kind, new.removeprefix("word/"))


def _target(relationship: Element) -> str:
    """The part a relationship of the document leads to."""
    return posixpath.normpath(posixpath.join("word", relationship.get("Target"))).lstrip("/")


def _default_type(
    parts: Mapping[str, bytes], base: MutableMapping[str, bytes], extension: str, where: Where
) -> None:
    own, theirs = parse(parts[CONTENT_TYPES], where), parse(base[CONTENT_TYPES], where)
    known = {item.get("Extension", "").lower() for item in theirs.findall(_TYPES_NS + "Default")}
    for item in own.findall(_TYPES_NS + "Default"):
        if item.get("Extension", "").lower() == extension.lower() and extension.lower() not in known:
            theirs.insert(0, deepcopy(item))
    base[CONTENT_TYPES] = serialize(theirs)


def _carry_lists(
    roots: Sequence[Element], parts: Mapping[str, bytes], base: MutableMapping[str, bytes], where: Where
) -> None:
    """Lists that mean something else below, or are unknown there, get new numbers."""
    if NUMBERING not in parts or NUMBERING not in base:
        return
    own, theirs = parse(parts[NUMBERING], where), parse(base[NUMBERING], where)
    renumbered: dict[str, str] = {}
    for root in roots:
        for item in root.iter(w("numId")):
            old = item.get(w("val"))
            if old not in renumbered:
                renumbered[old] = _list_number(old, own, theirs)
            item.set(w("val"), renumbered[old])
    base[NUMBERING] = serialize(theirs)


def _list_number(number: str, own: Element, theirs: Element) -> str:
    mine = _definition(own, number)
    if mine is None or _same(mine, _definition(theirs, number)):
        return number
    abstract, instance = deepcopy(mine[0]), deepcopy(mine[1])
    abstract_id = _free(theirs, "abstractNum", "abstractNumId")
    number = _free(theirs, "num", "numId")
    abstract.set(w("abstractNumId"), abstract_id)
    for child in ("nsid", "tmpl"):
        for item in abstract.findall(w(child)):
            abstract.remove(item)
    instance.set(w("numId"), number)
    instance.find(w("abstractNumId")).set(w("val"), abstract_id)
    last = theirs.findall(w("abstractNum"))
    theirs.insert(theirs.index(last[-1]) + 1 if last else 0, abstract)
    numbers = theirs.findall(w("num"))
    theirs.insert(theirs.index(numbers[-1]) + 1 if numbers else len(theirs), instance)
    return number


def _definition(numbering: Element, number: str) -> tuple[Element, Element] | None:
    for instance in numbering.findall(w("num")):
        if instance.get(w("numId")) == number:
            wanted = instance.find(w("abstractNumId"))
            for abstract in numbering.findall(w("abstractNum")):
                if wanted is not None and abstract.get(w("abstractNumId")) == wanted.get(w("val")):
                    return abstract, instance
    return None


def _same(mine: tuple[Element, Element], other: tuple[Element, Element] | None) -> bool:
    return other is not None and [_levels(mine[0]), _levels(mine[1])] == [
        _levels(other[0]),
        _levels(other[1]),
    ]


def _levels(definition: Element) -> list[tuple[str, str, str]]:
    """What shows of a list: sign, form and style of each level."""
    names = ("lvlText", "numFmt", "pStyle", "start", "startOverride")
    return [
        (level.get(w("ilvl"), ""), item.tag, item.get(w("val"), ""))
        for level in definition
        for item in level
        if item.tag in {w(name) for name in names}
    ]


def _free(numbering: Element, name: str, key: str) -> str:
    return str(max((int(item.get(w(key))) for item in numbering.findall(w(name))), default=0) + 1)


def _carry_styles(
    roots: Sequence[Element], parts: Mapping[str, bytes], base: MutableMapping[str, bytes], where: Where
) -> None:
    """Styles that the blocks use and the base does not know, with those they build on."""
    if STYLES not in parts or STYLES not in base:
        return
    own = {item.get(w("styleId")): item for item in parse(parts[STYLES], where).iter(w("style"))}
    theirs = parse(base[STYLES], where)
    known = {item.get(w("styleId")) for item in theirs.iter(w("style"))}
    kinds = {w("pStyle"), w("rStyle"), w("tblStyle")}
    waiting = [item.get(w("val")) for root in roots for item in root.iter() if item.tag in kinds]
    while waiting:
        name = waiting.pop()
        if name in known or name not in own:
            continue
        known.add(name)
        style = deepcopy(own[name])
        style.attrib.pop(w("default"), None)
        for numbered in style.findall(f"{w('pPr')}/{w('numPr')}"):
            numbered.getparent().remove(numbered)
        theirs.append(style)
        waiting += [item.get(w("val")) for item in style if item.tag in (w("basedOn"), w("link"), w("next"))]
    base[STYLES] = serialize(theirs)
