"""The words around a figure that say what it counts, and the period that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baocao.audit.grammar.clauses import Clause
from baocao.audit.grammar.concepts import dictionary
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.scanning.figures import words_after
from baocao.audit.scanning.kinds import Kind, Token
from baocao.audit.scanning.vocabulary import vocabulary

BOUNDARIES = frozenset(",;:.!?…")
_WORDS = frozenset({Kind.WORD, Kind.NAME})
_PERIODS = frozenset({Kind.YEAR, Kind.MONTH, Kind.SPAN})
_LOOK_BACK = 24
_OPENING_WORDS = 4
_WRITTEN_WITHIN = frozenset({"%", "đồng"})
_AGE = "tuổi"
_OF, _OF_WITHIN = "trên", 7
_OF_AN_AGE = frozenset({_AGE, "đến"})
_SPANS = frozenset({"tháng", "quý"})
_FILE = "quanh-so.yaml"


class Label(NamedTuple):
    """What stands around the figure at `at` of a clause's tokens; all words in small letters.

    before: the words back to the last boundary. after: those behind it and its unit up to the next boundary
    or to a word that begins another thought. unit_end: place of the first token behind the unit. period:
    "năm 2022", "cùng kỳ", "" when the text names none.
    """

    at: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    unit_end: int
    period: str


class Lead(NamedTuple):
    """What stands right before a bracket: the words back to the last boundary, and the period."""

    words: tuple[str, ...] = ()
    period: str = ""


NO_LEAD = Lead()


def labels(text: str, clause: Clause, lead: Lead = NO_LEAD) -> Iterator[Label]:
    """The label of each figure of a clause of the passage `text`. lead: of the bracket that the clause is."""
    reader = _Reader(text, clause, lead)
    for at, token in enumerate(clause.tokens):
        if is_quantity(clause.tokens, at):
            yield reader.label(at, token)
        else:
            reader.pass_by(at, token)


def lead_of(text: str, host: Clause, after: int, start: int) -> Lead:
    """What stands before the bracket behind `after` tokens of its host; looks back to token `start`."""
    near = max(start, after - _LOOK_BACK)
    figures = [at for at in range(near, after) if is_quantity(host.tokens, at)]
    reader = _Reader(text, host, NO_LEAD)
    for at in range(figures[-1] + 1 if figures else near, after):
        reader.pass_by(at, host.tokens[at])
    return reader.lead()


def is_quantity(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a figure that counts something ("6 tháng đầu năm", "dưới 30 tuổi" do not)."""
    token = tokens[at]
    if not token.is_figure or token.value is None:
        return False
    if token.unit not in _SPANS and at + 1 < len(tokens) and tokens[at + 1].text.lower() not in _OF_AN_AGE:
        return True
    words = [word_of(other) for other in tokens[at + 1 : at + 4]]
    if words[:1] == [_AGE] or (words[:1] == ["đến"] and words[2:] == [_AGE]):
        return False
    return token.unit not in _SPANS or not phrase_lists(_FILE)["trong_nam"].words.intersection(words[1:2])


def is_comparative(tokens: Sequence[Token], at: int) -> bool:
    """Whether the hedge at `at` hedges nothing: the "hơn" of "cao hơn", the "trên" of "18 trên 20 xã"."""
    if at <= 0:
        return False
    if tokens[at].text.lower() == _OF:
        return _is_of(tokens, at)
    return tokens[at].text.lower() == "hơn" and word_of(tokens[at - 1]) in dictionary().comparatives


def _is_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether "trên" sets a count against what it is of: "18 trên 20 xã", "436 phiếu trên 458 phiếu"."""
    if tokens[at - 1].is_figure:
        return True
    counted = tokens[at + 1] if at + 1 < len(tokens) else None
    if counted is None or not counted.unit or word_of(tokens[at - 1]) in phrase_lists(_FILE)["hon"].words:
        return False
    for token in reversed(tokens[max(at - _OF_WITHIN, 0) : at]):
        if token.is_figure:
            return token.unit == counted.unit and (token.value or 0) < (counted.value or 0)
        if token.kind not in _WORDS:
            return False
    return False


def word_of(token: Token) -> str:
    """A word as the dictionary writes it."""
    word = token.text[:64].lower()
    return "tỷ" if word == "tỉ" else word


def is_joining(tokens: Sequence[Token], at: int) -> bool:
    """Whether the token is a comma that breaks nothing: "các xã, thị trấn"; "trước, đúng hạn"."""
    if tokens[at].text != "," or not 0 < at < len(tokens) - 1:
        return False
    return f"{word_of(tokens[at - 1])} {word_of(tokens[at + 1])}" in dictionary().joined


class _Reader:
    """The words since the last boundary, the period of the run (up to ";") and of the segment."""

    def __init__(self, text: str, clause: Clause, lead: Lead) -> None:
        self._text = text
        self._tokens = clause.tokens
        self._words = list(lead.words)
        self._run = lead.period
        self._own = ""
        self._opening = 0

    def pass_by(self, at: int, token: Token) -> None:
        """Take note of a token that is no figure."""
        if token.kind in _WORDS:
            self._words.append(word_of(token))
            self._opening += 1
            if self._words[-2:] == ["cùng", "kỳ"]:
                self._own = "cùng kỳ"
        elif token.text in BOUNDARIES:
            self._break(at, token)
        elif token.kind in _PERIODS:
            self._take_period(token)
        elif token.is_figure:
            self._words.clear()

    def _break(self, at: int, token: Token) -> None:
        if is_joining(self._tokens, at):
            return
        self._words.clear()
        self._own = ""
        if token.text == ";":
            self._opening = 0

    def _take_period(self, token: Token) -> None:
        words = self._words[-3:]
        lead = {Kind.YEAR: "năm ", Kind.MONTH: "tháng ", Kind.SPAN: "giai đoạn "}[token.kind]
        again = "cùng kỳ " if self._own == "cùng kỳ" else ""
        self._own = f"{again}{lead}{token.text}"
        compared = bool(dictionary().compared.intersection(words)) or bool(again)
        if self._opening <= _OPENING_WORDS and not compared:
            self._run = self._own

    def lead(self) -> Lead:
        """What a bracket at this place is led in with."""
        return Lead(tuple(self._words), self._own or self._run)

    def label(self, at: int, token: Token) -> Label:
        """The label of the figure at `at`; the words before it are used up."""
        before = tuple(self._words)
        self._words.clear()
        period, self._own = self._own or self._run, ""
        self._opening = _OPENING_WORDS + 1
        unit_end = _unit_end(self._text, self._tokens, at)
        after = self._after(unit_end, bool(before))
        return Label(at, before, after, unit_end, _period_after(self._tokens, unit_end) or period)

    def _after(self, at: int, has_before: bool) -> tuple[str, ...]:
        found: list[str] = []
        for place in range(at, len(self._tokens)):
            token = self._tokens[place]
            if token.text in BOUNDARIES or self._begins_thought(place):
                break
            if token.is_figure or token.kind is Kind.HEDGE:
                return () if has_before else tuple(found)
            if token.kind in _WORDS:
                found.append(word_of(token))
        return tuple(found)

    def _begins_thought(self, at: int) -> bool:
        word = word_of(self._tokens[at])
        following = word_of(self._tokens[at + 1]) if at + 1 < len(self._tokens) else ""
        return word in dictionary().breaks or f"{word} {following}" in dictionary().breaks


def _unit_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """The place behind the words of the figure's unit."""
    if not tokens[at].unit or tokens[at].unit in _WRITTEN_WITHIN:
        return at + 1
    units = vocabulary().units
    end = next(
        (after.end for after in words_after(text, tokens[at].end) if after.phrase in units), tokens[at].end
    )
    place = at + 1
    while place < len(tokens) and tokens[place].end <= end:
        place += 1
    return place


def _period_after(tokens: Sequence[Token], at: int) -> str:
    """ "27.630 hồ sơ trong năm 2022": the period that follows right behind the unit."""
    near = tokens[at : at + 3]
    for token in near:
        if token.kind is Kind.YEAR:
            return f"năm {token.text}"
        if word_of(token) not in ("trong", "năm"):
            break
    return ""
