"""What a layer's blocks or a fragment bring into the package they are printed in.

Blocks are printed inside the package of the lowest layer. Whatever they refer to in their own package (links,
pictures, lists, styles) is carried over, under new ids where the old ones are taken.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT_RELATIONSHIPS, FOOTNOTES_RELATIONSHIPS
from baocao.ooxml.xml import R
from baocao.template.furniture import add_relationship, relationships_of
from baocao.template.lists import carry_lists
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, ancestor, parse, serialize, w
from baocao.template.places import Places
from baocao.template.style_carrying import carry_styles

_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"


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
    for section in document.findall(f"{w('body')}/{w('sectPr')}"):
        section.getparent().remove(section)
    findings = _carry_relationships(document, parts, base, places)
    carry_lists([document], parts, base, places.base)
    carry_styles([document], parts, base, places.base)
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
