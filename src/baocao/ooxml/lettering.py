"""The letters of a paragraph with the bytes they stand in, so that a run can be cut before or behind each.

What counts as a letter is what a reader of the page sees: deleted words, codes of fields, properties and what
stands in text boxes do not; blanks and letters nobody sees (soft hyphens, joiners) do not either, since every
reader counts them in another way.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.ooxml.anchors import WORD
from baocao.ooxml.splicing import Part, Tag

UNKNOWN = "\ufffc"
"""Stands for a `w:sym`: which sign it shows is known by its font only."""

_CONTAINERS = frozenset(
    {"hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "bdo", "dir"}
)
"""What holds runs and may hold the marks of a comment between them (ECMA-376 part 1, 17.13.4.4)."""
_LEFT_OUT = frozenset({"pPr", "rPr", "p", "del", "moveFrom", "Fallback", "txbxContent"})
_FILLED = frozenset({"text", "date", "dropDownList", "comboBox", "dataBinding"})
"""The kinds of content controls whose words Word puts in anew: a mark among them would be lost."""
_SIGNS = {"noBreakHyphen": "-", "sym": UNKNOWN}
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_TYPED = re.compile(rb"&#(?:x([0-9A-Fa-f]+)|([0-9]+));|&(\w+);|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]+")
_ENTITIES = {b"amp": "&", b"lt": "<", b"gt": ">", b"quot": '"', b"apos": "'"}


@dataclass(frozen=True, slots=True)
class Typed:
    """A letter as typed: its bytes, and the `w:t` or other child of a run that can be cut there.

    child: None where nothing can be cut (an equation, a field, a run whose looks are a tracked change, which
    has a number of its own): start and end are those of the whole then.
    """

    sign: str
    start: int
    end: int
    child: Tag | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as read, composed (NFC). first, last: what was typed for it."""

    sign: str
    first: Typed
    last: Typed


def composed(text: str) -> str:
    """The letters of a text as `Letters.of` counts them."""
    return "".join(sign for start, end in _clusters(text) for sign in _seen(text[start:end]))


class Letters:
    """The letters of the paragraphs of a part. part: read with all its tags."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._starts = [tag.start for tag in part.tags]
        changed = (tag.parent for tag in part.tags if tag.name == "rPrChange")
        self._changed = {properties.parent for properties in changed if properties is not None}

    def of(self, start: int) -> tuple[Letter, ...]:
        """The letters of the paragraph whose tag begins at the byte `start`, without those of text boxes."""
        typed = list(self._typed(self._part.tags[bisect_left(self._starts, start)]))
        spans = _clusters("".join(item.sign for item in typed))
        return tuple(
            Letter(sign, typed[first], typed[end - 1])
            for first, end in spans
            for sign in _seen("".join(item.sign for item in typed[first:end]))
        )

    def _typed(self, paragraph: Tag) -> Iterator[Typed]:
        tags = self._within(paragraph)
        filled = _filled_controls(tags)
        fields = list(self._fields(tags))
        for tag in tags:
            if not _says(tag):
                continue
            whole = _whole(tag, paragraph, filled)
            field = next((span for span in fields if span[0] <= tag.start < span[1]), None)
            if field or whole is not tag.parent or whole.name != "r" or whole in self._changed:
                yield from _together(tag, field or (whole.start, self._part.end_of(whole)))
            else:
                yield from self._letters(tag)

    def _within(self, paragraph: Tag) -> list[Tag]:
        """The tags of a paragraph that are not left out nor within something left out."""
        first = bisect_left(self._starts, paragraph.start) + 1
        tags, done = [], 0
        for tag in self._part.tags[first : bisect_left(self._starts, paragraph.close)]:
            if tag.start >= done and tag.name in _LEFT_OUT:
                done = self._part.end_of(tag)
            elif tag.start >= done:
                tags.append(tag)
        return tags

    def _fields(self, tags: list[Tag]) -> Iterator[tuple[int, int]]:
        """The bytes of the fields that begin and end here and whose words Word reckons again; links stay."""
        depth, start, code = 0, 0, ""
        for tag in tags:
            run = tag.parent
            if tag.name == "fldSimple":
                yield tag.start, self._part.end_of(tag)
            elif tag.name == "instrText" and depth == 1:
                code += self._part.data[tag.inside : tag.close].decode()
            elif tag.name == "fldChar" and run is not None:
                kind = tag.attributes.get("fldCharType")
                if kind == "begin":
                    start, code = (start, code) if depth else (run.start, "")
                    depth += 1
                elif kind == "end" and depth:
                    depth -= 1
                    if not depth and not code.strip().upper().startswith("HYPERLINK"):
                        yield start, self._part.end_of(run)

    def _letters(self, tag: Tag) -> Iterator[Typed]:
        """The letters of a child of a run that stands among other runs."""
        if tag.name != "t":
            yield Typed(_SIGNS[tag.name], tag.start, self._part.end_of(tag), tag)
            return
        content = self._part.data[tag.inside : tag.close]
        loose = content != content.strip() and tag.attributes.get("space") != "preserve"
        if loose or b"<" in content:  # Word drops the outer blanks, which marks inside would bring back
            for typed in _together(tag, (tag.start, self._part.end_of(tag))):
                yield Typed(typed.sign, typed.start, typed.end, tag)
            return
        for found in _TYPED.finditer(content):
            yield Typed(_sign(found), tag.inside + found.start(), tag.inside + found.end(), tag)


def _says(tag: Tag) -> bool:
    if tag.name == "t":
        return tag.uri in WORD or tag.uri.endswith("/math")
    return tag.name in _SIGNS and tag.uri in WORD


def _together(tag: Tag, span: tuple[int, int]) -> Iterator[Typed]:
    """Letters that stay together."""
    signs = "".join(tag.words) if tag.name == "t" else _SIGNS[tag.name]
    return (Typed(sign, *span, None) for sign in signs)


def _whole(tag: Tag, paragraph: Tag, filled: Mapping[Tag, bool]) -> Tag:
    """The outermost element around a tag that no mark may stand in: the run, as a rule."""
    around = [tag]
    for item in tag.ancestors():
        if item is paragraph:
            break
        around.append(item)
    return next((item for item in reversed(around) if item.name not in _CONTAINERS or item in filled), tag)


def _filled_controls(tags: list[Tag]) -> Mapping[Tag, bool]:
    properties = (tag.parent for tag in tags if tag.name in _FILLED and tag.parent is not None)
    return {item.parent: True for item in properties if item.name == "sdtPr" and item.parent is not None}


def _sign(found: re.Match[bytes]) -> str:
    hexadecimal, decimal, name = found.groups()
    if hexadecimal or decimal:
        return chr(int(hexadecimal, 16) if hexadecimal else int(decimal))
    return _ENTITIES.get(name, "") if name else found[0].decode()


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Where each letter of a text stands together with its tone marks and accents typed apart."""
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not unicodedata.combining(text[at]):
            yield start, at
            start = at


def _seen(cluster: str) -> Iterator[str]:
    return (
        sign for sign in unicodedata.normalize("NFC", cluster) if not sign.isspace() and sign not in _UNSEEN
    )
