"""A Word file taken apart for the rules of `baocao.check.opens`: its stories, relationships and types."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TypeVar
from xml.parsers import expat

from baocao.check.skimming import skim_story
from baocao.check.story import Note, Story, read_story
from baocao.errors import Where
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS, NUMBERING
from baocao.ooxml.package import Member, Skeleton

_WITH_STORY = ("document", "footnotes", "endnotes", "header", "footer", "comments")
_KEPT_PARTS, _KEPT_SIZE = 128, 2**14
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """The file. stories: by part; notes_part: "" when the document has no notes."""

    file: str
    package: Skeleton
    stories: Mapping[str, Story]
    notes_part: str
    types: Mapping[str, str]

    @property
    def document(self) -> Story:
        """The story of the document itself."""
        return self.stories[DOCUMENT]

    @property
    def notes(self) -> list[Note]:
        """Notes without the separators."""
        story = self.stories.get(self.notes_part)
        return [note for note in story.notes if not note.kind] if story else []

    def where(self, part: str = DOCUMENT, words: str = "", paragraph: int = 0) -> Where:
        """A place in the file. paragraph: the number of its `w:p`, from 0."""
        return Where(file=self.file, part=part, words=words, anchor=f"{part}#{paragraph}")


def take_apart(
    package: Skeleton, file: str = "", parsed: Mapping[str, bytes] = MappingProxyType({})
) -> OpenedFile:
    """The file taken apart. parsed: parts whose words may be left out (`skim_story`)."""
    members = [item for item in package.members if item.name.startswith("word/") and _has_story(item.name)]
    stories = {item.name: _story(item, parsed.get(item.name)) for item in members}
    relations = attributes(package, DOCUMENT_RELATIONSHIPS, "Relationship")
    target = next(
        (item.get("Target", "") for item in relations if item.get("Type", "").endswith("/footnotes")), ""
    )
    types = attributes(package, CONTENT_TYPES, "Override")
    return OpenedFile(
        file,
        package,
        stories,
        posixpath.normpath(posixpath.join("word", target)).lstrip("/") if target else "",
        {item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in types},
    )


def _has_story(name: str) -> bool:
    return name == NUMBERING or (name.endswith(".xml") and posixpath.basename(name).startswith(_WITH_STORY))


def _kept(read: Callable[..., Read]) -> Callable[..., Read]:
    """Remember what was read of small members: most are the same in every report of a template."""
    kept = lru_cache(maxsize=_KEPT_PARTS)(read)

    def read_once(member: Member, *asked: str) -> Read:
        return kept(member, *asked) if len(member.local) <= _KEPT_SIZE else read(member, *asked)

    return read_once


def _story(member: Member, parsed: bytes | None) -> Story:
    """The story of a part. parsed: what the part was when it was found to be well-formed."""
    if parsed is None:
        return _full_story(member)
    content = member.data()
    return skim_story(content, is_xml=content == parsed)


@_kept
def _full_story(member: Member) -> Story:
    return read_story(member.data())


def attributes(package: Skeleton, part: str, element: str) -> Sequence[Mapping[str, str]]:
    """Attributes of all elements of a name in a part."""
    return _attributes_in(package.member(part), element) if part in package else ()


@_kept
def _attributes_in(member: Member, element: str) -> Sequence[Mapping[str, str]]:
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] == element:
            found.append({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    try:
        parser.Parse(member.data(), True)
    except expat.ExpatError:
        return ()
    return found


def part_behind(part: str, relationship: Mapping[str, str]) -> str:
    """The part that a relationship of another part leads to."""
    around = posixpath.join("/", posixpath.dirname(part))
    return posixpath.normpath(posixpath.join(around, relationship.get("Target", ""))).lstrip("/")
