"""The days that a text names, and whether they speak of what is still to be done."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from baocao.audit.document import PROSE, Document, PassageKind
from baocao.audit.grammar.phrase_lists import PhraseList, phrase_lists, small_words
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.statements import Citation, DatedWords, Spot

_FILE = "ngay.yaml"
_NEAR_CLOSE = dt.timedelta(days=30)
"""How long after the report's date the day may lie up to which its figures count: not a whole month."""
_DEEPEST = 7
_WRITTEN = re.compile(
    r"(\d{1,2})(?:\s?/\s?|\s{1,3}tháng\s{1,3})(\d{1,2})(?:(?:\s?/\s?|\s{1,3}năm\s{1,3})(\d{4}))?"
)
_LEAP_YEAR, _MONTHS = 2000, 12
_OPENING = 4
"""Words in which a sentence says that it is about what is to be done."""


def days(
    document: Document, scanned: Sequence[Sequence[Token]], cited: Iterable[Citation] = ()
) -> Iterator[DatedWords]:
    """The whole days of body, headings, notes and tables, in order; the day of a citation is never planned.

    scanned: the tokens of each passage. A day under a heading of tasks, in a sentence of a plan, or before
    which something is due is planned.
    """
    of_documents = {(item.spot.passage, at) for item in cited for at in range(item.spot.start, item.spot.end)}
    for place, to_do in enumerate(_to_do(document, scanned)):
        if document.passages[place].kind in PROSE:
            for token, planned in _in_passage(document, scanned[place]):
                cites = (place, token.start) in of_documents
                assert token.day is not None
                yield DatedWords(
                    token.day, Spot(place, token.start, token.end), (to_do or planned) and not cites
                )


def impossible_days(document: Document, scanned: Sequence[Sequence[Token]]) -> Iterator[Spot]:
    """Where a day is typed that no calendar has: 31/02/2023, "ngày 30 tháng 02"."""
    for place, (passage, tokens) in enumerate(zip(document.passages, scanned, strict=True)):
        if passage.kind in PROSE:
            for token in tokens:
                if token.kind is Kind.DATE and token.day is None and _is_impossible(token.text):
                    yield Spot(place, token.start, token.end)


def _is_impossible(text: str) -> bool:
    found = _WRITTEN.fullmatch(text)
    if found is None or (found[3] is None and int(found[2]) > _MONTHS):
        return False
    try:
        dt.date(int(found[3] or _LEAP_YEAR), int(found[2]), int(found[1]))
    except ValueError:
        return True
    return False


def _in_passage(document: Document, tokens: Sequence[Token]) -> Iterator[tuple[Token, bool]]:
    """The days of a passage; a sentence that opens with a plan ("Phấn đấu …; …") is one to its stop."""
    lists, words = phrase_lists(_FILE), small_words(tokens)
    goes_on = False
    for start, end in _sentences(tokens):
        dated = [
            at for at in range(start, end) if tokens[at].kind is Kind.DATE and tokens[at].day is not None
        ]
        opens = goes_on or lists["trong_cau"].within(words, start, min(start + _OPENING, end))
        goes_on = opens and words[end : end + 1] == [";"]
        planned = bool(dated) and (opens or lists["trong_cau"].within(words, start, end))
        for at in dated:
            due = lists["truoc_ngay"].ends(words, at) and not lists["chot_so_lieu"].ends(words, at)
            lasts = _lasts(lists, words, (start, at, end)) and at > dated[0]
            yield tokens[at], planned or bool(due) or lasts or _closes(document, words, at, tokens[at].day)


def _lasts(lists: Mapping[str, PhraseList], words: Sequence[str], place: tuple[int, int, int]) -> bool:
    """Whether the day ends what goes on ("phát động thi đua từ ngày … đến ngày …"), not what was counted.

    place: where the sentence starts, where the day stands, where the sentence ends.
    """
    start, at, end = place
    ends = lists["chot_so_lieu"].ends(words, at) and "từ" in words[start:at]
    return bool(ends) and not lists["da_dem"].within(words, start, end)


def _closes(document: Document, words: Sequence[str], at: int, day: dt.date | None) -> bool:
    """Whether it is the day of the last figures, perhaps a little after the report was signed."""
    if day is None or not phrase_lists(_FILE)["chot_so_lieu"].ends(words, at):
        return False
    return document.report_date is None or day <= document.report_date + _NEAR_CLOSE


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The stretches between stops and semicolons."""
    start = 0
    for at, token in enumerate(tokens):
        if token.text in (".", ";", "!", "?"):
            yield start, at
            start = at + 1
    yield start, len(tokens)


def _to_do(document: Document, scanned: Sequence[Sequence[Token]]) -> Iterator[bool]:
    """Of each passage, whether it stands under a heading of tasks and plans."""
    lists = phrase_lists(_FILE)
    above: list[tuple[int, bool]] = []
    for passage, tokens in zip(document.passages, scanned, strict=True):
        if passage.kind is PassageKind.HEADING:
            words, level = small_words(tokens), _level(tokens)
            while above and above[-1][0] >= level:
                above.pop()
            planned = lists["muc_sap_lam"].within(words, 0, len(words))
            told = lists["muc_da_lam"].within(words, 0, len(words))
            above.append((level, planned and not told))
        yield any(planned for _, planned in above)


def _level(tokens: Sequence[Token]) -> int:
    """How deep a heading stands: 0 for a part, 1 for "I.", 2 for "1.", 3 for "1.1.", 4 for "a)"."""
    mark = tokens[0].text if tokens and tokens[0].kind is Kind.ITEM else ""
    if mark[:1].isdigit():
        return 1 + len([part for part in mark.rstrip(".)/-").split(".") if part])
    if mark[:1] in tuple("IVXL"):
        return 1
    return _DEEPEST if mark else 0
