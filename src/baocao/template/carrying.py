"""What a layer's blocks or a fragment bring into the package they are printed in.

Blocks are printed inside the package of the lowest layer. Whatever they refer to in their own package (links,
pictures, lists, styles) is carried over, under new ids where the old ones are taken.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from copy import deepcopy

from lxml import etree

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT_RELATIONSHIPS, FOOTNOTES_RELATIONSHIPS
from baocao.ooxml.xml import R
from baocao.template.furniture import add_relationship, notes_part, relationships_of
from baocao.template.layers import Layer
from baocao.template.left_behind import leave_behind, take_headers
from baocao.template.lists import ListCarrier, leave_to_styles
from baocao.template.looks import changed_styles
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, ancestor, parse, serialize, w
from baocao.template.style_carrying import StyleCarrier, Styles

_BOOKMARKS = 1000
"""Bookmarks of one file, of all that templates may have (`ooxml.bookmarks.TEMPLATE_IDS`)."""
_KINDS = {
    "chartEx": "biểu đồ kiểu mới (thác nước, phễu, cây)",
    "oleObject": "đối tượng nhúng (OLE)",
    "package": "tệp nhúng",
    "diagramData": "sơ đồ (SmartArt)",
    "diagramLayout": "sơ đồ (SmartArt)",
    "diagramQuickStyle": "sơ đồ (SmartArt)",
    "diagramColors": "sơ đồ (SmartArt)",
    "aFChunk": "tài liệu chèn kèm",
    "control": "nút bấm (ActiveX)",
    "subDocument": "tài liệu con",
    "video": "phim",
    "audio": "âm thanh",
}
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def carry_over(layer: Layer, base: Layer, number: int) -> list[Finding]:
    """Bring what the blocks of a layer refer to into the base package; the layer's ids follow.

    number: of the layer among all that are carried over.
    """
    findings = leave_behind(layer, base)
    findings += _endnotes(layer)
    findings += _carry_relationships(layer, base)
    where = layer.places.base
    styles = StyleCarrier(Styles(layer.parts, where), Styles(base.parts, where))
    leave_to_styles(layer.document, styles)
    styles.follow(layer.document)
    lists = ListCarrier(layer.parts, styles, where)
    findings += lists.follow([layer.document, *styles.carried], base.parts)
    styles.write(base.parts)
    _renumber_bookmarks(layer.document, number)
    take_headers(layer, base)
    return findings + changed_styles(styles, layer.places, layer.document)


def _endnotes(layer: Layer) -> Iterator[Finding]:
    """Word pairs endnotes by id and LibreOffice by position: those of one file are none of another's."""
    for reference in layer.document.iter(w("endnoteReference")):
        yield finding("chu-thich-cuoi", layer.places.where(reference))


def _renumber_bookmarks(document: Element, number: int) -> None:
    """Bookmarks of different files have different ids in the report."""
    for item in document.iter(w("bookmarkStart"), w("bookmarkEnd")):
        ident = item.get(w("id"), "")
        if ident.isdigit():
            item.set(w("id"), str(int(ident) % _BOOKMARKS + _BOOKMARKS * number))


def _carry_relationships(layer: Layer, base: Layer) -> list[Finding]:
    """Links, pictures and charts of the text and of its notes; what else a block may refer to is refused."""
    in_text: list[tuple[Element, str]] = []
    in_notes: list[tuple[Element, str]] = []
    for item in layer.document.iter():
        keys = [(item, key) for key in item.attrib if key.startswith(f"{{{R}}}")]
        if keys:
            (in_notes if ancestor(item, NOTE_HOLDER) is not None else in_text).extend(keys)
    findings = _carry_used(in_text, layer, DOCUMENT_RELATIONSHIPS, base, DOCUMENT_RELATIONSHIPS)
    return findings + _carry_used(in_notes, layer, _of_notes(layer), base, _of_notes(base))


def _of_notes(layer: Layer) -> str:
    """The name of the relationships of a layer's notes."""
    part = notes_part(layer.parts, layer.where)
    return f"word/_rels/{posixpath.basename(part)}.rels" if part else FOOTNOTES_RELATIONSHIPS


def _carry_used(
    used: Sequence[tuple[Element, str]], layer: Layer, own_name: str, base: Layer, their_name: str
) -> list[Finding]:
    parts, places = layer.parts, layer.places
    own = {item.get("Id"): item for item in relationships_of(parts, own_name, places.base)}
    theirs = relationships_of(base.parts, their_name, places.base)
    findings: list[Finding] = []
    new_ids: dict[str, str] = {}
    for item, key in used:
        old = item.get(key)
        relationship = own.get(old)
        if relationship is None:
            findings += [finding("hinh-mat", places.where(item), ten=old)] if old else []
            continue
        kind = str(relationship.get("Type")).rsplit("/", 1)[-1]
        if kind not in ("hyperlink", "image", "chart"):
            known = _KINDS.get(kind, kind)
            findings.append(finding("phan-khong-mang-theo", places.where(item), loai=known))
            continue
        if relationship.get("TargetMode") != "External" and _target(relationship) not in parts:
            findings.append(finding("hinh-mat", places.where(item), ten=relationship.get("Target") or old))
            continue
        if old not in new_ids:
            new_ids[old] = _carry_target(relationship, theirs, parts, base.parts, places.base)
        item.set(key, new_ids[old])
    if new_ids:
        base.parts[their_name] = serialize(theirs)
    return findings


def _carry_target(
    relationship: Element,
    theirs: Element,
    parts: Mapping[str, bytes],
    base: MutableMapping[str, bytes],
    where: Where,
) -> str:
    kind, target = relationship.get("Type"), relationship.get("Target", "")
    if relationship.get("TargetMode") == "External":
        return add_relationship(theirs, kind, target, external=True)
    old = _target(relationship)
    is_chart = kind.endswith("/chart")
    folder = posixpath.dirname(old) if is_chart else "word/media"
    new = _carry_part(parts, base, old, folder, where, {})
    return add_relationship(theirs, kind, new.removeprefix("word/") if new.startswith("word/") else f"/{new}")


def _carry_part(
    parts: Mapping[str, bytes],
    base: MutableMapping[str, bytes],
    old: str,
    folder: str,
    where: Where,
    done: dict[str, str],
) -> str:
    """Copy a part with all it refers to (the workbook of a chart); gives its name in the base.

    A part that refers to nothing and is there already is not copied again. done: new names of the parts on
    the way to this one.
    """
    if old in done:
        return done[old]
    listed = _relationships_name(old)
    stem, extension = posixpath.splitext(posixpath.basename(old))
    taken = {name.lower() for name in base}
    new = next(
        name
        for number in range(1, 10_000)
        if (name := f"{folder}/{stem}_{number}{extension}").lower() not in taken
        or (listed not in parts and base.get(name) == parts[old])
    )
    done[old] = new
    base[new] = parts[old]
    _carry_type(parts, base, old, new, where)
    if listed in parts:
        base[_relationships_name(new)] = _carried_relationships(parts, base, old, where, done)
    return new


def _relationships_name(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels"


def _carried_relationships(
    parts: Mapping[str, bytes],
    base: MutableMapping[str, bytes],
    old: str,
    where: Where,
    done: dict[str, str],
) -> bytes:
    """The relationships of a carried part; what they lead to comes along."""
    folder = posixpath.dirname(old)
    relationships = parse(parts[_relationships_name(old)], where)
    for item in list(relationships):
        target = posixpath.normpath(posixpath.join(f"/{folder}", item.get("Target", ""))).lstrip("/")
        if item.get("TargetMode") == "External":
            continue
        if target not in parts:
            relationships.remove(item)
            continue
        new = _carry_part(parts, base, target, posixpath.dirname(target), where, done)
        item.set("Target", f"/{new}")
    return serialize(relationships)


def _target(relationship: Element) -> str:
    """The part a relationship of the document leads to."""
    return posixpath.normpath(posixpath.join("word", relationship.get("Target", ""))).lstrip("/")


def _carry_type(
    parts: Mapping[str, bytes], base: MutableMapping[str, bytes], old: str, new: str, where: Where
) -> None:
    """State the content type of a carried part as its own package states it."""
    own, theirs = parse(parts[CONTENT_TYPES], where), parse(base[CONTENT_TYPES], where)
    extension = posixpath.splitext(old)[1].lstrip(".").lower()
    known = {_extension(item): item.get("ContentType") for item in theirs.findall(_TYPES_NS + "Default")}
    stated = {item.get("PartName"): item.get("ContentType") for item in own.findall(_TYPES_NS + "Override")}
    for item in own.findall(_TYPES_NS + "Default"):
        if _extension(item) == extension and extension not in known:
            theirs.insert(0, deepcopy(item))
        elif _extension(item) == extension and item.get("ContentType") != known[extension]:
            stated.setdefault(f"/{old}", item.get("ContentType"))
    taken = {item.get("PartName") for item in theirs.findall(_TYPES_NS + "Override")}
    if (kind := stated.get(f"/{old}")) and f"/{new}" not in taken:
        etree.SubElement(theirs, _TYPES_NS + "Override", PartName=f"/{new}", ContentType=kind)
    base[CONTENT_TYPES] = serialize(theirs)


def _extension(default: Element) -> str:
    """The file name extension that a `Default` content type is for; case does not count (OPC, 6.2.2.4)."""
    return str(default.get("Extension", "")).lower()
