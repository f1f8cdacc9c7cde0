"""The printed pages: lines of text with their baselines, and drawn horizontal rules. Lengths in mm."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pdfplumber

MM = 25.4 / 72


@dataclass(frozen=True)
class Word:
    """A word on a page; `base` is its baseline from the upper edge."""

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float


@dataclass(frozen=True)
class Line:
    """Words on one baseline."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return self.words[-1].x1

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def base(self) -> float:
        return self.words[0].base

    @property
    def page(self) -> int:
        return self.words[0].page


@dataclass(frozen=True)
class Rule:
    """A drawn horizontal rule."""

    page: int
    x0: float
    x1: float
    y: float
    solid: bool

    @property
    def width(self) -> float:
        return self.x1 - self.x0

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Words gathered by baseline (1 mm), from the top down, each line from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.page, w.base, w.x0)):
        if rows and rows[-1][0].page == word.page and abs(rows[-1][0].base - word.base) < 1:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [Line(tuple(sorted(row, key=lambda w: w.x0))) for row in rows]


class Sheets:
    """A PDF made from a report."""

    def __init__(self, data: bytes) -> None:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            self.sizes = [(float(p.width) * MM, float(p.height) * MM) for p in pdf.pages]
            self.fonts = {str(c["fontname"]).split("+")[-1] for p in pdf.pages for c in p.chars}
            self.colours = {
                str(c["non_stroking_color"]) for p in pdf.pages for c in p.chars if c["text"].strip()
            }
            self.words = [word for page in pdf.pages for word in _words(page)]
            self.rules = [rule for page in pdf.pages for rule in _rules(page)]

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self.words)

    def on_page(self, page: int) -> list[Line]:
        return [line for line in self.lines if line.page == page]

    def find(self, text: str, words: Iterable[Word] | None = None) -> Line | None:
        """The place where the whole text stands on one line."""
        wanted = text.split()
        for line in self.lines if words is None else lines_of(words):
            texts = [word.text for word in line.words]
            for at in range(len(texts) - len(wanted) + 1):
                if wanted and texts[at : at + len(wanted)] == wanted:
                    return Line(line.words[at : at + len(wanted)])
        return None

    def rule_between(
        self, upper: float, lower: float, left: float, right: float, page: int = 0
    ) -> Rule | None:
        """The first rule of a page between two heights whose centre lies between two verticals."""
        for rule in sorted(self.rules, key=lambda r: r.y):
            if rule.page == page and upper < rule.y < lower and left < rule.centre < right:
                return rule
        return None


def _words(page: pdfplumber.page.Page) -> list[Word]:
    found = page.extract_words(use_text_flow=False, return_chars=True, x_tolerance_ratio=0.15)
    return [_word(page, word) for word in found if word["text"].strip()]


def _word(page: pdfplumber.page.Page, word: dict) -> Word:
    base = float(page.height) - min(c["matrix"][5] for c in word["chars"])
    text = unicodedata.normalize("NFC", word["text"])
    box = (float(word[side]) * MM for side in ("x0", "x1", "top", "bottom"))
    return Word(page.page_number - 1, text, *box, base * MM)


def _rules(page: pdfplumber.page.Page) -> list[Rule]:
    found = []
    for shape in [*page.lines, *page.rects, *page.curves]:
        height, width = float(shape["bottom"]) - float(shape["top"]), float(shape["x1"]) - float(shape["x0"])
        if height < 2 < width:
            dashes = (shape.get("dash") or ([], 0))[0]
            middle = (float(shape["top"]) + float(shape["bottom"])) / 2
            sides = float(shape["x0"]) * MM, float(shape["x1"]) * MM
            found.append(Rule(page.page_number - 1, *sides, middle * MM, not dashes))
    return found
