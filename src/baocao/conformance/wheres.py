"""Where in a document a fault stands, in words and by its anchor: one answer for all who tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.conformance.case import Checked, Fault
from baocao.conformance.paper import Line, Paragraph, Section, Table, paragraphs_of
from baocao.errors import Where

_QUOTED = 48
"""Letters of the words that name a place."""


def where_of(fault: Fault, checked: Checked) -> Where:
    """The place of a fault: paragraph and words, the table, the section; the component's region else."""
    file = checked.paper.file
    subject = fault.seen.subject
    if isinstance(subject, Section):
        return Where(file, paragraph=_section(subject, checked), anchor=_anchor(subject.blocks))
    if isinstance(subject, Table):
        return Where(file, paragraph=subject.spot, anchor=_anchor([subject]))
    if subject is None:
        return Where(file, paragraph=fault.rule.region)
    paragraph = subject.paragraph if isinstance(subject, Line) else subject
    return Where(file, paragraph=paragraph.spot, words=_brief(words_of(fault)), anchor=paragraph.anchor)


def words_of(fault: Fault) -> str:
    """The words that a fault is about, "" for a table, a section, nothing."""
    found = stretch_of(fault)
    if found is None:
        return ""
    paragraph, start, end = found
    text = paragraph.text
    return paragraph.full_text if (start, end) == (0, len(text)) else text[start:end]


def stretch_of(fault: Fault) -> tuple[Paragraph, int, int] | None:
    """The paragraph that a fault is about and which of its letters; None for a table, a section, nothing."""
    subject = fault.seen.subject
    if not isinstance(subject, Line | Paragraph):
        return None
    paragraph = subject.paragraph if isinstance(subject, Line) else subject
    if fault.seen.end:
        return paragraph, fault.seen.start, fault.seen.end
    if isinstance(subject, Line):
        return paragraph, subject.start, subject.end
    return paragraph, 0, len(paragraph.text)


def _section(section: Section, checked: Checked) -> str:
    sections = checked.paper.sections
    if len(sections) == 1:
        return "cả văn bản"
    number = sections.index(section) + 1
    first = next((item.full_text for item in paragraphs_of(section.blocks) if item.full_text), "")
    return f"phần {number} (section), từ chữ «{_brief(first)}»" if first else f"phần {number} (section)"


def _anchor(blocks: Iterable[Paragraph | Table]) -> str:
    return next((item.anchor for item in paragraphs_of(list(blocks))), "")


def _brief(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _QUOTED else flat[: _QUOTED - 1].rstrip() + "…"
