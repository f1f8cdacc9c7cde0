"""Where the tags of a paragraph stand: between rows, cells, paragraphs or runs, or inside a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from baocao.template.marks import BLOCK_START, VAR_START
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, ancestor, is_bare, own_descendants, w
from baocao.template.tags import WRITTEN, statement

_LEVEL_OF = {w("tr"): "tr", w("tc"): "tc"}
_TEXTLESS = frozenset({w(name) for name in ("r", "rPr", "pPr", "hyperlink", "smartTag", "ins", "t")})


@dataclass(slots=True)
class Tag:
    """A tag of the part. owner: the element it replaces (row, cell, paragraph, run), or its `w:t`.

    home: what the owner stands in. inline: it stays in its text.
    """

    word: str
    body: str
    written: str
    owner: Element
    home: Element
    inline: bool
    level: str
    is_output: bool
    group: Group | None = None


@dataclass(slots=True)
class Group:
    """An opening tag with its middles and its end."""

    tags: list[Tag] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The word of the opening tag."""
        return self.tags[0].word


def shown(tag: Tag) -> str:
    """A statement as its author typed it."""
    return f"{{%{tag.level} {tag.body} %}}"


def tags_of(paragraph: Element, gone: set[Element]) -> Iterator[Tag]:
    """The tags that count: a row that gives way takes the other tags in it along, and so on inwards.

    gone: the rows and cells that give way; those of this paragraph are added.
    """
    if any(item in gone for item in paragraph.iterancestors()):
        row = next(item for item in paragraph.iterancestors() if item in gone)
        yield from (
            tag for tag in _raw_tags(paragraph) if tag.level == _LEVEL_OF[row.tag] and tag.owner is row
        )
        return
    tags = list(_raw_tags(paragraph))
    for level in ("tr", "tc"):
        chosen = [tag for tag in tags if tag.level == level and not tag.inline]
        if chosen:
            gone.add(chosen[0].owner)
            yield from chosen
            return
    if any(tag.level == "p" for tag in tags) or _only_control(paragraph, tags):
        for tag in tags:
            tag.owner, tag.home, tag.inline = paragraph, paragraph.getparent(), False
    yield from tags


def _raw_tags(paragraph: Element) -> Iterator[Tag]:
    for item in own_descendants(paragraph):
        if item.tag == w("t") and item.text:
            for match in WRITTEN.finditer(item.text):
                yield _tag(match, item, paragraph)


def _tag(match: re.Match[str], text: Element, paragraph: Element) -> Tag:
    level = match.group(2)
    owner = _owner(level, text, paragraph)
    is_statement = match.group(1) == BLOCK_START
    body = match.group(4).strip()
    return Tag(
        word=statement(body) if is_statement else "",
        body=body,
        written=match.group(),
        owner=text if owner is None else owner,
        home=text if owner is None else owner.getparent(),
        inline=not level or owner is None,
        level=level,
        is_output=match.group(1) == VAR_START,
    )


def _owner(level: str, text: Element, paragraph: Element) -> Element | None:
    """What a tag of a level takes the place of; None when there is no such thing around it."""
    if level in ("tr", "tc"):
        return ancestor(paragraph, w(level))
    return ancestor(text, w("r")) if level == "r" else paragraph if level == "p" else text


def _only_control(paragraph: Element, tags: list[Tag]) -> bool:
    """Whether nothing but control tags and comments stands in a paragraph that may disappear."""
    if not tags or any(tag.is_output or tag.level for tag in tags) or carries_section(paragraph):
        return False
    for item in own_descendants(paragraph):
        if item.tag == w("t"):
            if WRITTEN.sub("", item.text or "").strip():
                return False
        elif item.tag not in _TEXTLESS and not is_bare(item):
            return False
    return not any(True for _ in paragraph.iter(NOTE_HOLDER))


def carries_section(paragraph: Element) -> bool:
    """Whether a section ends with this paragraph."""
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}") is not None
