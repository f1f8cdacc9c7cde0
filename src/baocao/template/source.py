"""From the tree to one Jinja source: a line for each paragraph, so that a line number names a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from baocao.template.compiled import Place
from baocao.template.marks import (
    BLOCK_END,
    BLOCK_START,
    COMMENT_END,
    COMMENT_START,
    LINE,
    LINE_END,
    VAR_END,
    VAR_START,
)
from baocao.template.ooxml_tree import Element, put_before, w
from baocao.template.places import Places
from baocao.template.tags import WRITTEN

_LINE_SIGN = re.compile(f"{LINE}(\\d*){LINE_END}")
_ENTITY = re.compile(r"&(lt|gt|amp|quot|apos|#\d+|#x[0-9A-Fa-f]+);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ENDS = {BLOCK_START: BLOCK_END, VAR_START: VAR_END, COMMENT_START: COMMENT_END}


@dataclass(frozen=True, slots=True)
class JinjaSource:
    """The source of one part of one layer. places: that of each line, from line 1."""

    text: str
    places: tuple[Place, ...]

    @property
    def has_tags(self) -> bool:
        """Whether anything is left to render."""
        return any(sign in self.text for sign in (BLOCK_START, VAR_START))


def line(places: Places, element: Element) -> str:
    """The sign that a new line, that of the element's paragraph, begins here."""
    first = element if element.tag == w("p") else next(element.iter(w("p")), element)
    number = places.number(first)
    return f"{LINE}{'' if number is None else number}{LINE_END}"


def write_source(root: Element, places: Places, *, body_only: bool = False) -> JinjaSource:
    """The source of a part. body_only: of what stands in the body, for a fragment."""
    for paragraph in root.iter(w("p")):
        put_before(paragraph, line(places, paragraph))
    text = etree.tostring(root, encoding="unicode").replace("\n", "&#10;").replace("\r", "&#13;")
    if body_only:
        text = text.partition("<w:body>")[2].rpartition("</w:body>")[0]
    text = WRITTEN.sub(_tag, text)
    numbers = [Place()]

    def begin(match: re.Match[str]) -> str:
        numbers.append(places.all[int(match.group(1))] if match.group(1) else Place())
        return "\n"

    return JinjaSource(_LINE_SIGN.sub(begin, text), tuple(numbers))


def _tag(match: re.Match[str]) -> str:
    start, body = match.group(1), _ENTITY.sub(_character, match.group(4)).replace("\n", " ")
    if start == COMMENT_START:
        return ""
    left = "" if start == VAR_START and body.startswith("-") else " "
    right = "" if start == VAR_START and body.endswith("-") else " "
    return f"{start}{left}{body}{right}{_ENDS[start]}"


def _character(match: re.Match[str]) -> str:
    name = match.group(1)
    if name.startswith("#x"):
        return chr(int(name[2:], 16))
    return chr(int(name[1:])) if name.startswith("#") else _NAMED[name]
