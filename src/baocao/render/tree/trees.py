"""Finished parts as trees and back; the one place of this room that parses and writes XML."""

from __future__ import annotations

import re

from lxml import etree

from baocao.errors import Where
from baocao.ooxml.xml import NAMESPACES
from baocao.template.ooxml_tree import Element, parse

_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*")


def tree_of(part: str) -> Element:
    """The root of a finished part, with or without its declaration."""
    return parse(_DECLARATION.sub("", part, count=1).encode(), Where())


def part_of(root: Element, before: str) -> str:
    """A part as text again, with the declaration it had."""
    declaration = _DECLARATION.match(before)
    return (declaration.group() if declaration else "") + str(etree.tostring(root, encoding="unicode"))


def elements_of(xml: str) -> list[Element]:
    """Elements out of their text, which needs no declarations of namespaces."""
    return list(etree.fromstring(f"<w:p {NAMESPACES}>{xml}</w:p>"))
