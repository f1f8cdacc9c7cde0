"""The words of a report: everything in it that is typed wrong and is no figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from baocao.audit.document import Document
from baocao.audit.scanning.kinds import Token
from baocao.audit.verdicts import Remark
from baocao.audit.words.abbreviations import abbreviations
from baocao.audit.words.doubled import doubled_words
from baocao.audit.words.endings import lost_ends
from baocao.audit.words.marks import unmatched_marks
from baocao.audit.words.numbering import numbering_slips
from baocao.audit.words.pages import Pages
from baocao.audit.words.spaces import misplaced_blanks
from baocao.audit.words.spelling import known_misspellings, two_spellings
from baocao.audit.words.typos import decomposed_text, wrong_syllables
from baocao.audit.words.zeros import date_zeros

_CHECKS: tuple[Callable[[Pages], Iterator[Remark]], ...] = (
    doubled_words,
    abbreviations,
    two_spellings,
    known_misspellings,
    date_zeros,
    unmatched_marks,
    misplaced_blanks,
    lost_ends,
    numbering_slips,
    wrong_syllables,
    decomposed_text,
)
_MOST = 300
"""Remarks of one check; a text with more is no report."""


def wording(document: Document, scanned: Sequence[tuple[Token, ...]] = ()) -> Iterator[Remark]:
    """The faults of the words, in the order of the text. Takes time linear in its length.

    scanned: the tokens of each passage, when they are there already.
    """
    pages = Pages(document, scanned)
    found = [remark for check in _CHECKS for remark in islice(check(pages), _MOST)]
    yield from sorted(found, key=lambda remark: (remark.spot.passage, remark.spot.start, remark.finding.code))
