"""Footnotes (FT01, FT02): made by Word, numbered from 1 in order, smaller than the text. Office practice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from baocao.audit.document import PassageKind
from baocao.audit.reading.text_marks import is_measure
from baocao.conformance.case import Case, Seen
from baocao.conformance.paper import Paragraph
from baocao.conformance.rules.kit import about, broken, held, sizes
from baocao.conformance.rules.prose import prose_of, told

_SUPERSCRIPT = re.compile(r"[¹²³⁴-⁹]{1,2}(?!\w)")
_DIGITS = re.compile(r"[0-9]{1,2}")
_WORD_END = re.compile(r"(?:[^\W\d_]{2}|[,;:.%”)])\Z")


@about("FT01")
def footnotes_in_order(case: Case) -> Iterator[Seen]:
    """Each note has one reference, and the numbers count up from 1; none is typed by hand."""
    numbers = {note.id: note.number for note in case.paper.notes}
    references = [(p, note) for p in case.paper.paragraphs for _, note in p.notes]
    told_of: set[str] = set()
    for paragraph, note in references:
        if note in told_of:
            yield broken(
                paragraph, f"chú thích {numbers.get(note, '')} được dẫn hai lần", "mỗi chú thích dẫn một lần"
            )
        told_of.add(note)
    yield from _numbering([(p, numbers[note]) for p, note in references if note in numbers])
    for one in case.paper.notes:
        if one.id not in told_of and one.paragraphs and any(p.text.strip() for p in one.paragraphs):
            seen = "chú thích không có số dẫn trong bài"
            yield broken(one.paragraphs[0], seen, "số chú thích đặt ngay sau chữ được chú thích")
    yield from _typed(case)


def _numbering(references: list[tuple[Paragraph, str]]) -> Iterator[Seen]:
    counted = [(subject, int(number)) for subject, number in references if number.isdigit()]
    if counted and counted[0][1] != 1:
        yield broken(counted[0][0], f"chú thích đầu tiên mang số {counted[0][1]}", "đánh số từ 1")
    for (_, before), (subject, number) in pairwise(counted):
        if number not in (before, before + 1):
            yield broken(subject, f"chú thích {number} đứng sau chú thích {before}", "đánh số liên tục")
    if counted:
        yield held(None)


def _typed(case: Case) -> Iterator[Seen]:
    """Marks of notes that were typed by hand: raised digits behind a word, but for m² and the like."""
    wanted = "chú thích do Word chèn và đánh số"
    for piece in prose_of(case).pieces:
        if piece.kind is PassageKind.NOTE:
            continue
        marks = [found.span() for found in _SUPERSCRIPT.finditer(piece.text)]
        raised = (span for span in piece.paragraph.spans if span.face.raised)
        marks += [(span.start, span.end) for span in raised if _DIGITS.fullmatch(span.text.strip())]
        for start, end in sorted(marks):
            before = piece.text[:start].rstrip()
            if _WORD_END.search(before) and not is_measure(before):
                shown = f"số chú thích gõ tay sau «{before.rpartition(' ')[2]}»"
                yield told(piece, start, end, wanted, seen=shown)


@about("FT02")
def footnotes_smaller(case: Case) -> Iterator[Seen]:
    """Footnotes in 10 to 11 points."""
    paragraphs = [p for note in case.paper.notes for p in note.paragraphs if p.text.strip()]
    yield from sizes(paragraphs, case.format.components["chu_thich"].size)
