"""Packages whose parts have other names than Word usually gives: the names are made the usual ones.

Which part is the document, and which are its styles, notes and so on, only the relationships say (ECMA-376
part 2, 9.3; part 1, 11.3). Word on the web writes word/document2.xml and word/styles2.xml, others put the
document elsewhere. Every room here knows the usual names; so the parts get them, and what refers to them is
led there. A package that has the usual names is left as it is.
"""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple

from baocao.ooxml.names import (
    CONTENT_TYPES,
    DOCUMENT,
    FOOTNOTES,
    NUMBERING,
    ROOT_RELATIONSHIPS,
    SETTINGS,
    STYLES,
    THEME,
)
from baocao.ooxml.xml import escape

ENDNOTES = "word/endnotes.xml"
_USUAL = {
    "styles": STYLES,
    "numbering": NUMBERING,
    "settings": SETTINGS,
    "theme": THEME,
    "footnotes": FOOTNOTES,
    "endnotes": ENDNOTES,
}
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*>")
_PART = re.compile(rb"<(?:\w+:)?Override\s[^>]*>")
_ATTRIBUTE = re.compile(rb"""\s(Id|Type|Target|TargetMode|PartName|ContentType)\s*=\s*("[^"]*"|'[^']*')""")
_STORED, _DEFLATED = 0, 8


class RawMember(NamedTuple):
    """A member as it stands in the zip, checked. method: 0 stored, 8 deflated. size: once inflated, bytes."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes

    def content(self) -> bytes:
        """What it holds."""
        return zlib.decompress(self.raw, -15) if self.method == _DEFLATED else self.raw

    def holding(self, content: bytes) -> RawMember:
        """The member with other content."""
        squeezed = zlib.compressobj(9, zlib.DEFLATED, -15)
        raw = squeezed.compress(content) + squeezed.flush()
        return RawMember(self.name, _DEFLATED, zlib.crc32(content), len(content), raw)


def with_usual_names(members: list[RawMember]) -> list[RawMember]:
    """The members with document, styles, numbering, settings, theme and notes under their usual names."""
    by_name = {member.name.lower(): member for member in members}
    moves = dict(_moves(by_name))
    if not moves:
        return members
    _make_room(moves, by_name)
    for old, new in list(moves.items()):
        if (relations := relationships_of(old)) in by_name:
            moves[relations] = relationships_of(new)
    _make_room(moves, by_name)
    return [_moved(member, moves) for member in members]


def relationships_of(part: str) -> str:
    """The name of the part that holds the relationships of another."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _moves(by_name: Mapping[str, RawMember]) -> Iterator[tuple[str, str]]:
    """What has to be renamed: names in lower case, and the usual ones."""
    document = _target(by_name, ROOT_RELATIONSHIPS, "", "officeDocument") or DOCUMENT
    wanted = {document: DOCUMENT}
    relations = relationships_of(document)
    for kind, usual in _USUAL.items():
        wanted.setdefault(_target(by_name, relations, posixpath.dirname(document), kind), usual)
    found = ((old, new) for old, new in wanted.items() if old in by_name)
    yield from ((old, new) for old, new in found if by_name[old].name != new)


def _target(by_name: Mapping[str, RawMember], relations: str, folder: str, kind: str) -> str:
    """The part that a relationship of a kind leads to, in lower case; "" for one that is not there."""
    holder = by_name.get(relations.lower())
    for told in () if holder is None else _told(_RELATION, holder.content()):
        if told.get("Type", "").endswith(f"/{kind}") and told.get("TargetMode") != "External":
            found = _absolute(folder, told.get("Target", "")).lower()
            return found if found in by_name else ""
    return ""


def _make_room(moves: dict[str, str], by_name: Mapping[str, RawMember]) -> None:
    """Parts that hold a usual name and are not what it promises get another one."""
    for new in list(moves.values()):
        if new.lower() in by_name and new.lower() not in moves:
            stem, dot, kind = new.rpartition(".")
            number = 1
            while (free := f"{stem}-{number}{dot}{kind}").lower() in by_name:
                number += 1
            moves[new.lower()] = free


def _moved(member: RawMember, moves: Mapping[str, str]) -> RawMember:
    name = moves.get(member.name.lower(), member.name)
    if member.name == CONTENT_TYPES:
        return member.holding(_PART.sub(lambda tag: _led(tag, "PartName", "", "", moves), member.content()))
    if not member.name.endswith(".rels"):
        return member._replace(name=name)
    here, there = (posixpath.dirname(posixpath.dirname(place)) for place in (member.name, name))
    content = _RELATION.sub(lambda tag: _led(tag, "Target", here, there, moves), member.content())
    return member.holding(content)._replace(name=name)


def _led(tag: re.Match[bytes], attribute: str, here: str, there: str, moves: Mapping[str, str]) -> bytes:
    """A tag whose attribute leads to where its part is now. here, there: its folder before and now."""
    told = dict(_attributes(tag[0]))
    target = told.get(attribute, "")
    if told.get("TargetMode") == "External" or not target or target.startswith("#"):
        return tag[0]
    old = _absolute(here, target)
    new = moves.get(old.lower(), old)
    if new == old and here == there:
        return tag[0]
    written = f"/{new}" if target.startswith("/") else posixpath.relpath(f"/{new}", f"/{there}")
    return _ATTRIBUTE.sub(
        lambda found: (
            f' {attribute}="{escape(written)}"'.encode() if found[1].decode() == attribute else found[0]
        ),
        tag[0],
    )


def _told(tags: re.Pattern[bytes], content: bytes) -> Iterable[Mapping[str, str]]:
    return (dict(_attributes(tag[0])) for tag in tags.finditer(content))


def _attributes(tag: bytes) -> Iterator[tuple[str, str]]:
    for found in _ATTRIBUTE.finditer(tag):
        yield found[1].decode(), unescape(found[2][1:-1].decode("utf-8", "replace"))


def _absolute(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
