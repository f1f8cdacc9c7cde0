"""A Word file made of a package and a new body: the notes it refers to numbered anew, the rest left out."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from baocao.errors import Where
from baocao.ooxml.names import DOCUMENT, DOCUMENT_RELATIONSHIPS
from baocao.ooxml.package import write_package
from baocao.ooxml.xml import R
from baocao.template.furniture import furnish, notes_part, relationships_of
from baocao.template.ooxml_tree import Element, parse, serialize, w

_CARRIED = ("hyperlink", "image")


def pack_document(
    parts: Mapping[str, bytes], document: Element, notes: Mapping[str, Element], where: Where
) -> bytes:
    """The .docx. notes: by the id that references in `document` name; only these are kept, in their order."""
    made = dict(parts)
    if notes or notes_part(made, where):
        _write_notes(made, document, notes, where)
    made[DOCUMENT] = serialize(document)
    _forget_unused(made, where)
    return write_package(made)


def _write_notes(
    made: dict[str, bytes], document: Element, notes: Mapping[str, Element], where: Where
) -> None:
    shell = furnish(made, [document], where)
    root = parse((shell.head + shell.tail).encode(), where)
    numbers: dict[str, str] = {}
    for reference in document.iter(w("footnoteReference")):
        old = reference.get(w("id"))
        if old in notes:
            reference.set(w("id"), numbers.setdefault(old, str(len(numbers) + 1)))
    for old, number in numbers.items():
        note = notes[old]
        note.set(w("id"), number)
        root.append(note)
    made[shell.part] = serialize(root)


def _forget_unused(made: dict[str, bytes], where: Where) -> None:
    """Leave out links and pictures that nothing refers to any more."""
    pairs = [(DOCUMENT, DOCUMENT_RELATIONSHIPS)]
    if notes := notes_part(made, where):
        pairs.append((notes, f"{posixpath.dirname(notes)}/_rels/{posixpath.basename(notes)}.rels"))
    for part, relations in pairs:
        if relations in made and part in made:
            _forget(made, part, relations, where)
    linked = {target for name in made if name.endswith(".rels") for target in _targets(made, name, where)}
    for name in [name for name in made if name.startswith("word/media/") and name not in linked]:
        del made[name]


def _forget(made: dict[str, bytes], part: str, relations: str, where: Where) -> None:
    root = parse(made[part], where)
    used = {value for item in root.iter() for key, value in item.attrib.items() if key.startswith(f"{{{R}}}")}
    relationships = relationships_of(made, relations, where)
    idle = [
        item
        for item in relationships
        if item.get("Type", "").rsplit("/", 1)[-1] in _CARRIED and item.get("Id") not in used
    ]
    for item in idle:
        relationships.remove(item)
    if idle:
        made[relations] = serialize(relationships)


def _targets(made: Mapping[str, bytes], relations: str, where: Where) -> set[str]:
    """The parts that a file of relationships leads to."""
    folder = posixpath.dirname(posixpath.dirname(relations))
    return {
        posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/")
        for item in relationships_of(made, relations, where)
        if item.get("TargetMode") != "External"
    }
