"""Documents named in a text: "Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND Huyện về … năm 2023"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from baocao.audit.document import PROSE, Document
from baocao.audit.grammar.phrase_lists import phrase_lists, small_words
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.statements import Citation, Spot

_FILE = "van-ban.yaml"
_ISSUER_WORDS = 14
_SUBJECT_WORDS = 60
_FRONT_WORDS = 16
_PLAN, _PLAN_WORDS = "Kế hoạch", 24
_PLAN_KINDS = frozenset({Kind.WORD, Kind.NAME, Kind.YEAR})
_ENDS = frozenset(';.:()“”"')


def citations(document: Document, scanned: Sequence[Sequence[Token]]) -> Iterator[Citation]:
    """The documents cited in body, headings, notes and tables, in order. scanned: the tokens of each passage.

    Left out: the report's own number and who receives it. A document cited again without its issuer has the
    one that another place names.
    """
    found = [
        citation
        for place, (passage, tokens) in enumerate(zip(document.passages, scanned, strict=True))
        if passage.kind in PROSE
        for citation in _Passage(place, passage.text, tokens).citations()
    ]
    issuers: dict[tuple[str, str], set[str]] = {}
    for citation in found:
        if citation.issuer:
            issuers.setdefault(_document(citation), set()).add(citation.issuer)
    for citation in found:
        (issuer,) = issuers.get(_document(citation), set()) if _is_known(citation, issuers) else ("",)
        yield citation if citation.issuer or not issuer else replace(citation, issuer=issuer)


def _document(citation: Citation) -> tuple[str, str]:
    return citation.name.lower(), citation.symbol


def _is_known(citation: Citation, issuers: Mapping[tuple[str, str], set[str]]) -> bool:
    """Whether the text names one issuer of the document, and no lower one may have used the same symbol."""
    named = issuers.get(_document(citation), set())
    own = not re.search("UBND|HĐND", citation.symbol)
    return len(named) == 1 and (own or not re.search("tỉnh|thành phố", " ".join(named).lower()))


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
                name = self._name(start, at)
                if not name and self._follows_on(last_end, at):
                    name = last_name
                citation, last_end = self._citation(name, start, at)
                last_name = name
                yield citation

    def _name_start(self, at: int) -> int:
        """Where the name of the document before the symbol `at` starts; `at` itself without one."""
        end = at - self.lists["truoc_so"].ends(self.words, at)
        return end - size if (size := self.lists["ten_loai"].ends(self.words, end)) else at

    def _name(self, start: int, at: int) -> str:
        return (
            self._text(start, start + self.lists["ten_loai"].starts(self.words, start)) if start < at else ""
        )

    def _follows_on(self, last_end: int, at: int) -> bool:
        return (
            0 <= last_end < at and self.lists["noi_tiep"].starts(self.words[last_end:at], 0) == at - last_end
        )

    def _citation(self, name: str, start: int, at: int) -> tuple[Citation, int]:
        """The citation of the symbol `at`, and the index of the token behind its day and issuer."""
        day, end = self._day_after(at + 1)
        issuer_start, issuer_end = self._issuer(end)
        issuer = self._text(issuer_start, issuer_end) or self._issuer_in_front(start)
        if day is None:
            day, issuer_end = self._day_after(issuer_end)
        subject_start = issuer_end + (self._word(issuer_end) == ",")
        opened = self._opens_subject(subject_start, joined=subject_start == issuer_end)
        subject_end = self._subject_end(subject_start) if opened else subject_start
        years = self._years(subject_start, subject_end)
        if not years and (plan := self._plan_in_front(start)):
            name, years = name or _PLAN, self._years(*plan)
        citation = Citation(
            name=name,
            symbol=self.tokens[at].text,
            day=day or self._day_in_front(start),
            issuer=issuer,
            spot=Spot(self.place, self.tokens[start].start, self.tokens[issuer_end - 1].end),
            subject=self._text(subject_start, subject_end),
            first_year=min(years, default=None),
            year=max(years, default=None),
        )
        return citation, issuer_end

    def _day_after(self, at: int) -> tuple[dt.date | None, int]:
        """The day right behind a place, perhaps in brackets, and the index behind it; None without one."""
        place = at + self.lists["truoc_ngay"].starts(self.words, at)
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

    def _issuer_in_front(self, start: int) -> str:
        """ "UBND Huyện đã ban hành Kế hoạch số 34/KH-UBND"."""
        end = start - self.lists["ban_hanh"].ends(self.words, start)
        if end == start:
            return ""
        end -= self._word(end - 1) in ("đã", "cũng", "vừa")
        first = end
        while first > max(end - _ISSUER_WORDS, 0) and self.tokens[first - 1].kind is Kind.WORD:
            first -= 1
        known = self.lists["co_quan"]
        found = next((place for place in range(first, end) if known.starts(self.words, place)), end)
        return self._text(found, end)

    def _issuer(self, at: int) -> tuple[int, int]:
        """The words after "của", to the next mark or word that goes on with something else."""
        start = at + (self._word(at) == ",")
        if self._word(start) != "của":
            return at, at
        end = start + 1
        while end < min(len(self.tokens), start + 1 + _ISSUER_WORDS):
            joins = self.words[end] in ("-", "&")
            if (
                self.words[end] == "ngày"
                or self._goes_on(end)
                or (self.tokens[end].kind is not Kind.WORD and not joins)
            ):
                break
            end += 1
        return (start + 1, end) if end > start + 1 else (at, at)

    def _goes_on(self, at: int) -> bool:
        """Whether the words at `at` begin a subject, another document or another thought."""
        known, words = self.lists, self.words
        other = words[at] == "và" and known["ten_loai"].starts(words, at + 1)
        dated = words[at] == "ngày"
        return bool(other or dated or self._opens_subject(at, joined=True) or known["het"].starts(words, at))

    def _opens_subject(self, at: int, *, joined: bool) -> bool:
        """Whether a subject begins at a place; joined: no comma stands before it."""
        known = self.lists
        return bool(
            known["mo_trich_yeu"].starts(self.words, at)
            or (joined and known["mo_lien"].starts(self.words, at))
        )

    def _plan_in_front(self, start: int) -> tuple[int, int] | None:
        """ "Kế hoạch kiểm tra công vụ năm 2023 (số 15/KH-UBND …)": where the plan is named that ends here."""
        end = start - self.lists["truoc_so"].ends(self.words, start)
        end -= self._word(end - 1) == "("
        if end < 1 or self.tokens[end - 1].kind is not Kind.YEAR:
            return None
        for place in range(end - 1, max(end - _PLAN_WORDS, -1), -1):
            if self.tokens[place].kind not in _PLAN_KINDS and self.words[place] not in (",", "-"):
                return None
            if self.words[place : place + 2] == ["kế", "hoạch"]:
                return place, end
        return None

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
