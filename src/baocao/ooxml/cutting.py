"""Runs cut in two where a comment begins or ends: the same words in the same looks, every other byte kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from baocao.ooxml.lettering import Typed
from baocao.ooxml.splicing import Edit, Part, Tag

_KEEP_BLANKS = b' xml:space="preserve"'


@dataclass(frozen=True, slots=True)
class Place:
    """A place between letters. run: the one to cut there, None between runs. text: the `w:t` to cut."""

    offset: int
    run: Tag | None = None
    text: Tag | None = None


@dataclass(slots=True)
class _Marks:
    ends: list[str] = field(default_factory=list)
    starts: list[str] = field(default_factory=list)


class Cuts:
    """The places of a part where marks go. part: read with all its tags."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._properties = {tag.parent: tag for tag in part.tags if tag.name == "rPr"}
        self._marks: dict[Place, _Marks] = {}

    def add(self, first: Typed, last: Typed, start: str, end: str) -> None:
        """Put `start` before the letter `first` and `end` behind the letter `last`."""
        self._marks.setdefault(self._before(first), _Marks()).starts.append(start)
        self._marks.setdefault(self._behind(last), _Marks()).ends.append(end)

    def edits(self) -> Iterator[Edit]:
        """The edits; what ends in a place stands before what begins there."""
        for text in {place.text: True for place in self._marks}:
            if text is not None:
                at = text.start + _name_length(text)
                yield at, at, _blanks_kept(text)
        for place, marks in self._marks.items():
            new = "".join(marks.ends + marks.starts).encode()
            closing, opening = self._around(place)
            yield place.offset, place.offset, closing + new + opening

    def _before(self, letter: Typed) -> Place:
        run = letter.child.parent if letter.child else None
        if letter.child is None or run is None:
            return Place(letter.start)
        if letter.start > letter.child.inside and letter.child.name == "t":
            return Place(letter.start, run, letter.child)
        properties = self._properties.get(run)
        content = self._part.end_of(properties) if properties else run.inside
        if self._part.data[content : letter.child.start].strip():
            return Place(letter.child.start, run)
        return Place(run.start)

    def _behind(self, letter: Typed) -> Place:
        run = letter.child.parent if letter.child else None
        if letter.child is None or run is None:
            return Place(letter.end)
        if letter.end < letter.child.close:
            return Place(letter.end, run, letter.child)
        end = self._part.end_of(letter.child)
        if self._part.data[end : run.close].strip():
            return Place(end, run)
        return Place(self._part.end_of(run))

    def _around(self, place: Place) -> tuple[bytes, bytes]:
        """What closes a run and opens another one of the same looks."""
        if place.run is None:
            return b"", b""
        properties = self._properties.get(place.run)
        opening = self._part.data[place.run.start : place.run.inside]
        if properties:
            opening += self._part.data[properties.start : self._part.end_of(properties)]
        closing = f"</{place.run.typed}>".encode()
        if place.text is None:
            return closing, opening
        tag = self._part.data[place.text.start : place.text.inside]
        cut = _name_length(place.text)
        opening += tag[:cut] + _blanks_kept(place.text) + tag[cut:]
        return f"</{place.text.typed}>".encode() + closing, opening


def _name_length(tag: Tag) -> int:
    """How many bytes "<" and the name of a tag take."""
    return len(f"<{tag.typed}".encode())


def _blanks_kept(text: Tag) -> bytes:
    """What a `w:t` lacks to keep the blanks that a cut leaves at its ends."""
    return b"" if text.attributes.get("space") == "preserve" else _KEEP_BLANKS
