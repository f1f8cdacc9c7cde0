"""Ends: "./." behind the last words (templates of NĐ 30, PL III), a full stop behind each sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from baocao.audit.document import PassageKind
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.pages import Page, Pages

_CLOSED = re.compile(r"\.\s?/\s?\.\W*\Z")
_ATTEMPT = re.compile(r"[./\s…]*\Z")
_ENDED = re.compile(r"[.;:!?…,/+”\"»)]\W*\Z|[.;:!?…]\W*\w?\W*\Z")
_SENTENCE = 100
"""Characters from which a paragraph is a sentence that needs its stop."""
_MOST = 0.8
_SHOWN = 40
_FEWEST = 5
_NEAR = 30
_TEXT = frozenset({PassageKind.BODY, PassageKind.HEADING})


def lost_ends(pages: Pages) -> Iterator[Remark]:
    """The missing "./." of an official document, and paragraphs that have lost their full stop."""
    last = _last_of_text(pages.all)
    if last is not None and not _CLOSED.search(last.text):
        yield _unclosed(pages, last)
    if pages.is_official:
        yield from _unstopped(pages, last)


def _last_of_text(every: Sequence[Page]) -> Page | None:
    """The paragraph that stands last before the signature; None for a text without one."""
    signing = next((page.at for page in every if page.passage.kind is PassageKind.SIGNATURE_BLOCK), None)
    if signing is None:
        return None
    before = (page for page in reversed(every[:signing]) if page.passage.kind in _TEXT)
    return next((page for page in before if not page.text.startswith(("(", "["))), None)


def _unclosed(pages: Pages, page: Page) -> Remark:
    attempt = _ATTEMPT.search(page.text, max(0, len(page.text) - 8))
    typed = attempt[0].strip() if attempt else ""
    start = max(0, page.text.rfind(" ", 0, len(page.text) - len(typed)) + 1)
    code = "ket-sai-dau" if "/" in typed else "ket-thieu-dau"
    facts = {"dau": typed, "chu": page.text[-_SHOWN:].split(" ", 1)[-1]}
    spot = page.spot(start, len(page.text))
    return pages.remark(code, FaultKind.CLOSING, spot, sure=Confidence.LIKELY, **facts)


def _unstopped(pages: Pages, last: Page | None) -> Iterator[Remark]:
    """Long paragraphs without a stop, in a text whose others have one."""
    for kind in (PassageKind.BODY, PassageKind.NOTE):
        long = [page for page in pages.all if page.passage.kind is kind and len(page.text) >= _SENTENCE]
        lost = [page for page in long if page is not last and not _ENDED.search(page.text[-8:])]
        if len(long) < _FEWEST or len(long) - len(lost) < _MOST * len(long):
            continue
        for page in lost:
            if not _goes_on(pages.all, page):
                start = page.text.rfind(" ") + 1
                facts = {"chu": page.text[-_SHOWN:].split(" ", 1)[-1]}
                spot = page.spot(start, len(page.text))
                yield pages.remark("cau-thieu-cham", FaultKind.CLOSING, spot, sure=Confidence.LIKELY, **facts)


def _goes_on(every: Sequence[Page], page: Page) -> bool:
    """Whether the next paragraph of the same kind goes on with the sentence, in a small letter."""
    kind = page.passage.kind
    after = next(
        (other for other in islice(every, page.at + 1, page.at + _NEAR) if other.passage.kind is kind), None
    )
    return after is not None and after.text[:1].islower()
