"""Comments of some authors taken out of a file again, so that a copy marked before can be marked anew."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from baocao.ooxml.anchors import WORD
from baocao.ooxml.names import DOCUMENT, DOCUMENT_RELATIONSHIPS
from baocao.ooxml.package import Skeleton, assemble
from baocao.ooxml.splicing import Edit, Part, Tag, read_part

_ADDED = {
    "commentsExtended": "commentEx",
    "commentsIds": "commentId",
    "commentsExtensible": "commentExtensible",
}
"""The parts in which newer Word keeps more about each comment, by relationship, with their elements."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A package without some comments, and how many they were."""

    package: Skeleton
    amount: int


def without_comments_of(authors: Collection[str], package: Skeleton, file: str = "") -> Cleaned:
    """The package without the comments of `authors`; one that somebody has answered stays with its answers.

    Runs that were cut for a comment stay cut. Raises `PackError` for a part that is not XML.
    """
    related = _related(package, file)
    if "comments" not in related:
        return Cleaned(package, 0)
    parts = {kind: read_part(package, name, None, file) for kind, name in related.items()}
    gone = _gone(authors, parts)
    if not gone:
        return Cleaned(package, 0)
    changed = {
        related["comments"]: _without(parts["comments"], gone),
        DOCUMENT: _unmarked(read_part(package, DOCUMENT, None, file), {_number(tag) for tag in gone}),
    }
    lost = _paragraph_ids(parts["comments"], gone)
    for kind, element in _ADDED.items():
        if kind in parts:
            entries = [tag for tag in parts[kind].tags if tag.name == element and lost & _ids(tag)]
            lost |= {key for tag in entries for key in _ids(tag)}
            changed[related[kind]] = _without(parts[kind], entries)
    return Cleaned(Skeleton.read(assemble(package, changed), file), len(gone))


def _related(package: Skeleton, file: str) -> dict[str, str]:
    """The names of the parts about comments, by the last words of their relationships."""
    if DOCUMENT_RELATIONSHIPS not in package:
        return {}
    names = {name.lower(): name for name in package.names}
    found: dict[str, str] = {}
    for tag in read_part(package, DOCUMENT_RELATIONSHIPS, ("Relationship",), file).tags:
        kind = tag.attributes.get("Type", "").rpartition("/")[2]
        target = posixpath.normpath(posixpath.join("/word", tag.attributes.get("Target", ""))).lstrip("/")
        if kind in ("comments", *_ADDED) and target.lower() in names:
            found.setdefault(kind, names[target.lower()])
    return found


def _gone(authors: Collection[str], parts: dict[str, Part]) -> list[Tag]:
    extended = parts.get("commentsExtended")
    answered = {tag.attributes.get("paraIdParent", "") for tag in extended.tags} if extended else set()
    own = [tag for tag in parts["comments"].all("comment", WORD) if tag.attributes.get("author") in authors]
    return [tag for tag in own if not answered & _paragraph_ids(parts["comments"], [tag])]


def _paragraph_ids(comments: Part, gone: Collection[Tag]) -> set[str]:
    """The ids by which the other parts know these comments."""
    inside = (tag for tag in comments.all("p", WORD) if any(above in gone for above in tag.ancestors()))
    return {tag.attributes["paraId"] for tag in inside if "paraId" in tag.attributes}


def _ids(entry: Tag) -> set[str]:
    return {entry.attributes[name] for name in ("paraId", "durableId") if name in entry.attributes}


def _number(tag: Tag) -> str:
    return tag.attributes.get("id", "")


def _without(part: Part, gone: Iterable[Tag]) -> bytes:
    return part.edited(_deleted(part, tag) for tag in gone)


def _unmarked(document: Part, numbers: Collection[str]) -> bytes:
    """The document without the marks of some comments."""
    return document.edited(_deleted(document, tag) for tag in _marks(document, numbers))


def _marks(document: Part, numbers: Collection[str]) -> Iterator[Tag]:
    for name in ("commentRangeStart", "commentRangeEnd"):
        yield from (tag for tag in document.all(name, WORD) if _number(tag) in numbers)
    beside: dict[Tag, list[Tag]] = {}
    for tag in document.tags:
        if tag.parent is not None and tag.parent.name == "r" and tag.name != "rPr":
            beside.setdefault(tag.parent, []).append(tag)
    for run, content in beside.items():
        own = [tag for tag in content if tag.name == "commentReference" and _number(tag) in numbers]
        yield from [run] if len(own) == len(content) else own


def _deleted(part: Part, tag: Tag) -> Edit:
    return tag.start, part.end_of(tag), b""
