"""The rules of the CSV, and the measuring functions that answer them.

A measuring function looks at one report and gives what it saw, piece by piece: `Seen`. Nothing seen is never
a pass: the tests demand at least one observation of every rule that applies to a report.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from format_rules.document import Document, Paragraph, Run
from format_rules.facts import Facts
from format_rules.parts import Parts
from format_rules.sheets import Sheets

RULES = {
    row["id"]: row
    for row in csv.DictReader((Path(__file__).parent / "nd30_rules.csv").read_text("utf-8").splitlines())
}
MUST = {rule for rule, row in RULES.items() if row["force"].startswith("must")}


@dataclass(frozen=True)
class Seen:
    """One observation: where, what, what the rule wants, and whether they agree."""

    where: str
    value: str
    wanted: str
    ok: bool

    def __str__(self) -> str:
        return f"{self.where}: có {self.value!r}, cần {self.wanted!r}"


@dataclass(eq=False)
class Specimen:
    """One report to be measured: the file, its PDF when one was made, and what its data file says."""

    data: bytes
    facts: Facts
    pdf: bytes | None = None

    @cached_property
    def document(self) -> Document:
        return Document(self.data)

    @cached_property
    def parts(self) -> Parts:
        return Parts(self.document, self.facts)

    @cached_property
    def sheets(self) -> Sheets:
        if self.pdf is None:
            raise ValueError("no PDF was made of this specimen")
        return Sheets(self.pdf)


Measure = Callable[[Specimen], Iterable[Seen]]
FROM_FILE: dict[str, Measure] = {}
FROM_PDF: dict[str, Measure] = {}


def from_file(rule: str) -> Callable[[Measure], Measure]:
    """Register a function that measures `rule` in the .docx."""

    def register(measure: Measure) -> Measure:
        FROM_FILE[rule] = measure
        return measure

    return register


def from_pdf(rule: str) -> Callable[[Measure], Measure]:
    """Register a function that measures `rule` in the PDF."""

    def register(measure: Measure) -> Measure:
        FROM_PDF[rule] = measure
        return measure

    return register


def limits(rule: str) -> tuple[float, float]:
    """Columns min and max of the rule; no limit on a side is infinite."""
    row = RULES[rule]
    return float(row["min"] or "-inf"), float(row["max"] or "inf")


def within(rule: str, where: str, value: float, tolerance: float = 0.0) -> Seen:
    """Whether a measure lies between the rule's columns min and max."""
    low, high = limits(rule)
    return Seen(where, f"{value:.2f}", f"{low:g}..{high:g}", low - tolerance <= value <= high + tolerance)


def check(where: object, value: object, wanted: object, ok: bool | None = None) -> Seen:
    """An observation; without `ok` the value must equal what is wanted."""
    return Seen(brief(where), str(value), str(wanted), value == wanted if ok is None else ok)


def brief(where: object) -> str:
    """A paragraph named by its first words."""
    if isinstance(where, Run):
        where = where.paragraph
    text = where.full_text if isinstance(where, Paragraph) else str(where)
    return text if len(text) <= 60 else text[:57] + "..."


def sizes(rule: str, paragraphs: Iterable[Paragraph]) -> Iterator[Seen]:
    """Every run of the paragraphs has a size within the rule's limits."""
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.text.strip():
                yield within(rule, brief(paragraph), run.points)


def faces(
    paragraphs: Iterable[Paragraph], *, bold: bool | None = None, italic: bool | None = None
) -> Iterator[Seen]:
    """Every run of the paragraphs is bold or not, italic or not; None leaves one of them free."""
    for paragraph in paragraphs:
        for run in (r for r in paragraph.runs if r.text.strip()):
            if bold is not None:
                yield check(paragraph, "đậm" if run.bold else "không đậm", "đậm" if bold else "không đậm")
            if italic is not None:
                yield check(paragraph, "nghiêng" if run.italic else "đứng", "nghiêng" if italic else "đứng")


def cases(paragraphs: Iterable[Paragraph], *, upper: bool) -> Iterator[Seen]:
    """The paragraphs are printed in capitals, or are not."""
    for paragraph in paragraphs:
        wanted = "IN HOA" if upper else "in thường"
        yield check(paragraph, paragraph.text, wanted, paragraph.text.isupper() is upper)


def aligned(paragraphs: Iterable[Paragraph], wanted: str) -> Iterator[Seen]:
    """The paragraphs stand as `wanted` says: left, center, both."""
    for paragraph in paragraphs:
        yield check(paragraph, paragraph.alignment, wanted)


def single_spaced(paragraphs: Iterable[Paragraph]) -> Iterator[Seen]:
    """Single line spacing with nothing before and after."""
    for paragraph in paragraphs:
        rule = paragraph.value("spacing", "lineRule") or "auto"
        line = paragraph.twips("spacing", "line") or 240
        seen = (rule, line, paragraph.twips("spacing", "before"), paragraph.twips("spacing", "after"))
        yield check(paragraph, seen, ("auto", 240, 0, 0))
