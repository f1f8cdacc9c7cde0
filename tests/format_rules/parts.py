"""Where the components of a report stand in its file, found by position and wording, not by style names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from format_rules.document import Block, Document, Paragraph
from format_rules.facts import Facts

LEVELS = {
    "phần": r"(?:Phần|Chương) (?P<n>[IVXLC]+|thứ \w+)",
    "tiết": r"(?:Mục|Tiểu mục) (?P<n>\d+)",
    "mục": r"(?P<n>[IVXLC]+)\.",
    "khoản": r"(?P<n>\d+)\.",
    "điểm": r"(?P<n>[a-zđ])\)",
}
ORDER = list(LEVELS)
CLAUSE_END = re.compile(r"[.;:,]$")


@dataclass(eq=False)
class Heading:
    """A numbered paragraph: its level, the number as printed, and the words after it."""

    paragraph: Paragraph
    level: str
    number: str
    title: str

    @property
    def titled(self) -> bool:
        """Whether the words are a title on a line of their own, not the start of a sentence."""
        return self.paragraph.value("outlineLvl") is not None or CLAUSE_END.search(self.title) is None

    @property
    def number_bold(self) -> bool:
        """Whether the number itself is printed bold."""
        run = self.paragraph.label_run if self.paragraph.label else self.paragraph.runs[0]
        return run.bold

    @property
    def number_points(self) -> float:
        run = self.paragraph.label_run if self.paragraph.label else self.paragraph.runs[0]
        return run.points


def heading_of(paragraph: Paragraph) -> Heading | None:
    """The paragraph as a heading, when it begins with one of the decree's numbers."""
    for level, form in LEVELS.items():
        found = re.match(form + r"(?:\s+|$)(?P<title>.*)", paragraph.full_text.strip(), re.DOTALL)
        own_line = level not in {"phần", "tiết"} or (found and not found["title"])
        if found and own_line:
            return Heading(paragraph, level, found["n"], found["title"].strip())
    return None


def filled(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs that print something."""
    return [p for p in paragraphs if p.full_text.strip()]


class Parts:
    """The components of one report."""

    def __init__(self, document: Document, facts: Facts) -> None:
        self.document = document
        self.facts = facts
        tables = [block for block in document.blocks if block.is_table]
        self.head = tables[0]
        self.sign = next(b for b in reversed(tables) if any("Nơi nhận" in p.text for p in b.paragraphs))

    def _cell(self, row: list[list[Paragraph]], at: int) -> list[Paragraph]:
        return filled(row[at]) if len(row) > max(at, 0) else []

    @cached_property
    def national(self) -> list[Paragraph]:
        """Quốc hiệu, then Tiêu ngữ: the right cell of the first row."""
        return self._cell(self.head.rows[0], -1)

    @property
    def quoc_hieu(self) -> list[Paragraph]:
        return self.national[:1]

    @property
    def tieu_ngu(self) -> list[Paragraph]:
        return self.national[1:2]

    @cached_property
    def names(self) -> list[Paragraph]:
        """The lines of the agency's name with those of its parent above."""
        return [p for p in self._cell(self.head.rows[0], 0) if not p.text.startswith("Số")]

    @property
    def parents(self) -> list[Paragraph]:
        return self.names[: len(self.facts.parents)]

    @property
    def agency(self) -> list[Paragraph]:
        return self.names[len(self.facts.parents) :]

    def _row_with(self, word: str, at: int) -> list[Paragraph]:
        return [p for row in self.head.rows for p in self._cell(row, at) if word in p.text]

    @property
    def number(self) -> list[Paragraph]:
        """The line with number and symbol."""
        return self._row_with("Số", 0)[:1]

    @property
    def day(self) -> list[Paragraph]:
        """The line with place and date."""
        return self._row_with("ngày", -1)[:1]

    @cached_property
    def _after_head(self) -> list[Block]:
        blocks = self.document.blocks
        return blocks[blocks.index(self.head) + 1 : blocks.index(self.sign)]

    @cached_property
    def opening(self) -> list[Paragraph]:
        """From the type of document to the rule under its subject, without empty paragraphs above."""
        found: list[Paragraph] = []
        for paragraph in (p for block in self._after_head if not block.is_table for p in block.paragraphs):
            if not found and not paragraph.text.strip():
                continue
            found.append(paragraph)
            if paragraph.drawn:
                return found
        return found[:1]

    @property
    def type_line(self) -> list[Paragraph]:
        return self.opening[:1]

    @property
    def subject(self) -> list[Paragraph]:
        return filled(self.opening[1:])

    @cached_property
    def text(self) -> list[Paragraph]:
        """The paragraphs between the subject's rule and the signature, without tables and empty ones.

        The line above a table that says what it counts in is part of the table.
        """
        above = [block for block, after in pairwise(self._after_head) if after.is_table]
        counted = [p for block in above for p in block.paragraphs if "ơn vị tính: " in p.text]
        loose = [p for block in self._after_head if not block.is_table for p in block.paragraphs]
        return [p for p in filled(loose[loose.index(self.opening[-1]) + 1 :]) if p not in counted]

    @cached_property
    def addressed(self) -> list[Paragraph]:
        """Kính gửi with the lines of its recipients."""
        start = next((i for i, p in enumerate(self.text) if p.text.startswith("Kính gửi")), None)
        if start is None:
            return []
        more = self.facts.recipients if self.facts.recipients > 1 else 0
        return self.text[start : start + 1 + more]

    @cached_property
    def grounds(self) -> list[Paragraph]:
        """The căn cứ before the first heading."""
        first = next((i for i, p in enumerate(self.text) if heading_of(p)), len(self.text))
        return [p for p in self.text[:first] if p.text.startswith("Căn cứ")]

    @cached_property
    def outline(self) -> list[Heading]:
        """Every numbered paragraph of the text."""
        return [h for p in self.text if (h := heading_of(p)) is not None]

    def level(self, name: str) -> list[Heading]:
        return [h for h in self.outline if h.level == name]

    @cached_property
    def titles(self) -> list[Paragraph]:
        """The paragraphs with the titles of phần, chương, mục and tiểu mục that stand under their number."""
        alone = [h.paragraph for h in self.level("phần") + self.level("tiết")]
        return [after for p, after in zip(self.text, self.text[1:], strict=False) if p in alone]

    @cached_property
    def prose(self) -> list[Paragraph]:
        """The body: what is no title, no căn cứ and no address."""
        headings = {h.paragraph for h in self.outline if h.titled or h.level in {"phần", "tiết"}}
        other = headings | set(self.titles) | set(self.grounds) | set(self.addressed)
        return [p for p in self.text if p not in other]

    @cached_property
    def recipients(self) -> list[Paragraph]:
        """Nơi nhận: the word, then the list."""
        return filled([p for row in self.sign.rows for p in row[0]])

    @cached_property
    def signature(self) -> list[Paragraph]:
        """Authority and title lines, then the name."""
        return filled([p for row in self.sign.rows if len(row) > 1 for p in row[-1]])

    @cached_property
    def appendix_blocks(self) -> list[Block]:
        blocks = self.document.blocks
        return blocks[blocks.index(self.sign) + 1 :]

    @cached_property
    def appendices(self) -> list[list[Paragraph]]:
        """Each appendix as its paragraphs: the word, the title, the reference line, the rest."""
        found: list[list[Paragraph]] = []
        for paragraph in (p for block in self.appendix_blocks for p in filled(block.paragraphs)):
            if re.match(r"Phụ lục\b", paragraph.text, re.IGNORECASE):
                found.append([])
            if found:
                found[-1].append(paragraph)
        return found
