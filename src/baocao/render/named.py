"""References by name as a render meets them, before anybody knows what is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from baocao.errors import Where
from baocao.ooxml.bookmarks import CONTENTS_NAMES

_LIVE = re.compile(
    r"<w:instrText[^>]*>\s*(?:<|(?:NOTE)?REF\b(?!\s+_ChuThich)|TOC\b)"
    r'|<w:fldSimple [^>]*w:instr="\s*(?:NOTE)?REF\b'
)
"""Fields of the kinds that name what is printed; an empty piece may be the beginning of one."""
PLACEHOLDER = "urn:baocao:tham-chieu"
"""Stands as `w:uri` of an empty `w:smartTag` where a reference will be printed; `w:element` is its place."""


class Called(NamedTuple):
    """`[@name]` of a template, on its way into its run."""

    name: str
    number_only: bool
    where: Where


@dataclass(frozen=True, slots=True)
class Reference:
    """A registered reference. properties: the `w:rPr` of its run. typed: whether a text of the data has it.

    note: the note of the same text that it means, as the text's writer knows it (name, source).
    """

    name: str
    number_only: bool
    properties: str
    where: Where
    typed: bool = False
    note: tuple[str, str] | None = None


CONTENTS_ENTRY = f" PAGEREF {CONTENTS_NAMES}"
"""Stands in a finished document whose table of contents was written here."""


def placeholder(place: int) -> str:
    """What stands in the place of a reference until everything is counted."""
    return f'<w:smartTag w:uri="{PLACEHOLDER}" w:element="_{place}"/>'


def waits(text: str) -> bool:
    """Whether a finished part holds fields whose result depends on what is printed.

    The repeated notes of the render itself and the numbers of captions are right already.
    """
    return "w:instr" in text and _LIVE.search(text) is not None
