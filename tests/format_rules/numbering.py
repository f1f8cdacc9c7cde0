"""Automatic numbers as Word counts them: one counter per list and level, restarted under a higher level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable

from format_rules.document import Document, Paragraph
from format_rules.storage import W

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def roman(number: int) -> str:
    """1 -> I, 4 -> IV."""
    text = ""
    steps = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    for value, letters in steps:
        text += letters * (number // value)
        number %= value
    return text


def unroman(text: str) -> int:
    """IV -> 4; 0 for what is not a Roman number below 400."""
    return next((n for n in range(1, 400) if roman(n) == text), 0)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": lambda n: LETTERS[(n - 1) % 26].upper() * ((n - 1) // 26 + 1),
    "lowerLetter": lambda n: LETTERS[(n - 1) % 26] * ((n - 1) // 26 + 1),
    "decimalZero": lambda n: f"{n:02d}",
    "none": lambda n: "",
}


class Lists:
    """The numbering part: levels of each list, with the overrides of the instance."""

    def __init__(self, document: Document) -> None:
        root = document.package.part("numbering.xml")
        nodes = [] if root is None else list(root)
        self.abstract = {n.get(W + "abstractNumId"): n for n in nodes if n.tag == W + "abstractNum"}
        self.instances = {n.get(W + "numId"): n for n in nodes if n.tag == W + "num"}
        self.counts: dict[str, dict[int, int]] = defaultdict(dict)
        self.used: set[tuple[str, int]] = set()

    def key(self, num_id: str) -> str:
        """Lists that share an abstract definition share its counters."""
        return self.instances[num_id].find(W + "abstractNumId").get(W + "val")

    def level(self, num_id: str, depth: int):
        """The definition of one level, or None."""
        for override in self.instances[num_id].iter(W + "lvlOverride"):
            own = override.find(W + "lvl")
            if override.get(W + "ilvl") == str(depth) and own is not None:
                return own
        levels = self.abstract[self.key(num_id)].findall(W + "lvl")
        return next((level for level in levels if level.get(W + "ilvl") == str(depth)), None)

    def restart(self, num_id: str, depth: int) -> int | None:
        """The number an instance starts a level anew with, if it says so."""
        for override in self.instances[num_id].iter(W + "lvlOverride"):
            node = override.find(W + "startOverride")
            if override.get(W + "ilvl") == str(depth) and node is not None:
                return int(node.get(W + "val"))
        return None

    def start(self, num_id: str, depth: int) -> int:
        """The first number of a level."""
        if (told := self.restart(num_id, depth)) is not None:
            return told
        level = self.level(num_id, depth)
        node = None if level is None else level.find(W + "start")
        return 1 if node is None else int(node.get(W + "val"))

    def advance(self, num_id: str, depth: int) -> None:
        """Count one paragraph and forget the deeper levels."""
        counts = self.counts[self.key(num_id)]
        if (num_id, depth) not in self.used and self.restart(num_id, depth) is not None:
            counts.pop(depth, None)
        self.used.add((num_id, depth))
        counts[depth] = counts[depth] + 1 if depth in counts else self.start(num_id, depth)
        for deeper in [d for d in counts if d > depth and not self.endless(num_id, d)]:
            del counts[deeper]

    def endless(self, num_id: str, depth: int) -> bool:
        """Whether a level counts on under a new higher level (w:lvlRestart 0)."""
        level = self.level(num_id, depth)
        node = None if level is None else level.find(W + "lvlRestart")
        return node is not None and node.get(W + "val") == "0"

    def printed(self, num_id: str, depth: int) -> str:
        """The number as it stands on paper."""
        counts = self.counts[self.key(num_id)]

        def one(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            form = self.level(num_id, at).find(W + "numFmt")
            kind = "decimal" if form is None else form.get(W + "val")
            return FORMATS[kind](counts.get(at, self.start(num_id, at)))

        return re.sub(r"%(\d)", one, self.level(num_id, depth).find(W + "lvlText").get(W + "val", ""))


def _pointer(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list and level a paragraph belongs to, from itself or its styles."""
    num_id, depth = None, None
    for holder in (paragraph.element, *paragraph.chain):
        node = holder.find(f"{W}pPr/{W}numPr")
        if node is None:
            continue
        for tag in ("numId", "ilvl"):
            found = node.find(W + tag)
            if found is not None and tag == "numId" and num_id is None:
                num_id = found.get(W + "val")
            if found is not None and tag == "ilvl" and depth is None:
                depth = int(found.get(W + "val"))
    return None if num_id in {None, "0"} else (num_id, depth or 0)


def number(document: Document, paragraphs: list[Paragraph]) -> None:
    """Give every numbered paragraph its printed number and its level's formatting."""
    lists = Lists(document)
    for paragraph in paragraphs:
        pointer = _pointer(paragraph)
        if pointer is None or pointer[0] not in lists.instances:
            continue
        lists.advance(*pointer)
        paragraph.label = lists.printed(*pointer)
        paragraph.label_level = lists.level(*pointer)
