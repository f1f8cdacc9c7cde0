"""Documents named in a text: "Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND Huyện về … năm 2023"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from baocao.audit.document import Document, PassageKind
from baocao.audit.grammar.phrase_lists import PhraseList, phrase_lists, small_words
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.statements import Citation, Spot

_FILE = "van-ban.yaml"
_READ = frozenset({PassageKind.BODY, PassageKind.HEADING, PassageKind.NOTE, PassageKind.CELL})
_ISSUER_WORDS = 14
_SUBJECT_WORDS = 60
_FRONT_WORDS = 16
_ENDS = frozenset(';.:()“”"')


def citations(document: Document, scanned: Sequence[Sequence[Token]]) -> Iterator[Citation]:
    """The documents cited in body, headings, notes and tables, in order. scanned: the tokens of each passage.

    Left out: the report's own number and who receives it.
    """
    for place, (passage, tokens) in enumerate(zip(document.passages, scanned, strict=True)):
        if passage.kind in _READ:
            yield from _Passage(place, passage.text, tokens).citations()


class _Passage:
    """The tokens of one passage, read citation by citation."""

    def __init__(self, place: int, text: str, tokens: Sequence[Token]) -> None:
        self.place, self.text, self.tokens = place, text, tokens
        self.words = small_words(tokens)
        self.lists = phrase_lists(_FILE)

    def citations(self) -> Iterator[Citation]:
        last_end, last_name = -1, ""
        for at, token in enumerate(self.tokens):
            if token.kind is Kind.SYMBOL:
                start = self._name_start(at)
                name = self._text(start, at) if start < at else ""
                if not name and self._follows_on(last_end, at):
                    name = last_name
                citation, last_end = self._citation(name, start, at)
                last_name = name
                yield citation

    def _name_start(self, at: int) -> int:
        """Where the name of the document before the symbol `at` starts; `at` itself without one."""
        end = at - self.lists["truoc_so"].ends(self.words, at)
        return end - size if (size := self.lists["ten_loai"].ends(self.words, end)) else at

    def _follows_on(self, last_end: int, at: int) -> bool:
        return (
            0 <= last_end < at and self.lists["noi_tiep"].starts(self.words[last_end:at], 0) == at - last_end
        )

    def _citation(self, name: str, start: int, at: int) -> tuple[Citation, int]:
        """The citation of the symbol `at`, and the index of the token behind its day and issuer."""
        day, end = self._day_after(at + 1)
        issuer_start, issuer_end = self._issuer(end)
        subject_start = issuer_end + (self._word(issuer_end) == ",")
        opened = self.lists["mo_trich_yeu"].starts(self.words, subject_start)
        subject_end = self._subject_end(subject_start) if opened else subject_start
        years = self._years(subject_start, subject_end)
        citation = Citation(
            name=_shown(name, self.lists["truoc_so"]),
            symbol=self.tokens[at].text,
            day=day or self._day_in_front(start),
            issuer=self._text(issuer_start, issuer_end),
            spot=Spot(self.place, self.tokens[start].start, self.tokens[issuer_end - 1].end),
            subject=self._text(subject_start, subject_end),
            first_year=min(years, default=None),
            year=max(years, default=None),
        )
        return citation, issuer_end

    def _day_after(self, at: int) -> tuple[dt.date | None, int]:
        """The day right behind a symbol and the index behind it."""
        place = at
        while place < at + 3 and self._word(place) in (",", "(", "ban", "hành", "ký", "ngày"):
            place += 1
        if place < len(self.tokens) and self.tokens[place].kind is Kind.DATE:
            closes = self._word(place + 1) == ")"
            return self.tokens[place].day, place + 1 + closes
        return None, at

    def _day_in_front(self, start: int) -> dt.date | None:
        """ "Ngày 05/4/2022 Ủy ban nhân dân Huyện đã ban hành Kế hoạch số 123/KH-UBND"."""
        if not self.lists["ban_hanh"].ends(self.words, start):
            return None
        for place in range(start - 1, max(start - _FRONT_WORDS, 0), -1):
            token = self.tokens[place]
            if token.kind is Kind.DATE:
                return token.day if self.words[place - 1] == "ngày" else None
            if token.kind is not Kind.WORD and token.text != ",":
                return None
        return None

    def _issuer(self, at: int) -> tuple[int, int]:
        """The words after "của", to the next mark or word that goes on with something else."""
        start = at + (self._word(at) == ",")
        if self._word(start) != "của":
            return at, at
        end = start + 1
        while end < min(len(self.tokens), start + 1 + _ISSUER_WORDS):
            joins = self.words[end] in ("-", "&")
            if self._goes_on(end) or (self.tokens[end].kind is not Kind.WORD and not joins):
                break
            end += 1
        return (start + 1, end) if end > start + 1 else (at, at)

    def _goes_on(self, at: int) -> bool:
        """Whether the words at `at` begin a subject, another document or another thought."""
        known, words = self.lists, self.words
        other = words[at] == "và" and known["ten_loai"].starts(words, at + 1)
        return bool(other or known["mo_trich_yeu"].starts(words, at) or known["het"].starts(words, at))

    def _subject_end(self, start: int) -> int:
        last = min(len(self.tokens), start + _SUBJECT_WORDS)
        for place in range(start, last):
            if self.tokens[place].kind is Kind.SYMBOL:
                return max(self._name_start(place), start)
            if self.words[place] in _ENDS or self.lists["het"].starts(self.words, place):
                return place - (place > start and self.words[place - 1] == ",")
        return last

    def _years(self, start: int, end: int) -> list[int]:
        """The years that a subject is about; none when it looks back ("khắc phục hạn chế năm 2022")."""
        if self.lists["nhin_lai"].within(self.words, start, end):
            return []
        found: list[int] = []
        for token in self.tokens[start:end]:
            if token.kind in (Kind.YEAR, Kind.SPAN) and token.value is not None:
                found.append(int(token.value))
            if token.kind in (Kind.SPAN, Kind.MONTH) and token.of is not None:
                found.append(int(token.of))
        return found

    def _word(self, at: int) -> str:
        return self.words[at] if at < len(self.words) else ""

    def _text(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end] if end > start else ""


def _shown(name: str, between: PhraseList) -> str:
    """The name without the "số" behind it."""
    words = name.split()
    lower = [word.lower() for word in words]
    return " ".join(words[: len(words) - between.ends(lower, len(lower))])
