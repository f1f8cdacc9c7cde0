"""The tokens of a text, made in one pass from left to right.

What only looks like a figure is recognised first: document symbols, numbers of a name, dates and years.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from baocao.audit.scanning import figures, shapes
from baocao.audit.scanning.kinds import FIGURES, Hedge, Kind, Token
from baocao.audit.scanning.vocabulary import vocabulary
from baocao.vietnamese.text import nfc

_NUMBERS = FIGURES | {Kind.YEAR, Kind.SPAN}
_MAX_GAP = 3
_LONG_CALL = 4
_MONEY_POWER = 6  # "8,3 tỷ", "36 triệu" of nothing are money, "2 nghìn" need not be
_QUOTES = {"”": "“", "»": "«"}


__all__ = ["FIGURES", "Hedge", "Kind", "Token", "tokens"]


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text (one passage or many lines), in order; blanks between them are left out.

    Offsets are those of `text` as given; words are compared in NFC. Takes time linear in the length.
    """
    scanner = _Scanner(text)
    at = 0
    while at < len(text):
        blank = shapes.BLANK.match(text, at)
        at = blank.end() if blank else scanner.take(at)
    return tuple(_without_quoted(text, scanner.tokens))


class _Scanner:
    """The tokens so far, and the ways to make the next one."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self._items = 0
        self._last_before: tuple[int, list[str]] = (-1, [])

    def take(self, at: int) -> int:
        """Add the token that starts at `at`; its end."""
        token = self._token(at)
        if token.kind in FIGURES:
            token = self._hedged(token)
        self.tokens.append(token)
        return token.end

    def _token(self, at: int) -> Token:
        if self._starts_line(at) and (item := shapes.ITEM.match(self.text, at)):
            self._items = 1 if item[0] == "(1)" else 0
            if not shapes.DATE.match(self.text, at):
                return self._made(Kind.ITEM, at, item.end())
        if self.text[at] in "0123456789":
            return self._numeral(at)
        if shapes.SIGN.match(self.text, at) and self._may_be_sign(at):
            return self._number(at)
        if numbered := self._next_in_line(at):
            return numbered
        for kind, shape in ((Kind.WORD, shapes.WORD), (Kind.NOTE, shapes.NOTE)):
            if match := shape.match(self.text, at):
                return self._made(kind, at, match.end())
        return self._made(Kind.MARK, at, at + 1)

    def _made(self, kind: Kind, start: int, end: int) -> Token:
        return Token(kind, start, end, self.text[start:end])

    def _starts_line(self, at: int) -> bool:
        if not self.tokens:
            return True
        return self.text.rfind("\n", self.tokens[-1].end, at) >= 0

    def _may_be_sign(self, at: int) -> bool:
        if not self.tokens or self._starts_line(at) or self.tokens[-1].kind in _NUMBERS:
            return False
        return self.text[at - 1].isspace() or self.text[at - 1] == "("

    def _next_in_line(self, at: int) -> Token | None:
        """ "(1)" within a line, then "(2)" and so on; a number in brackets out of turn is a figure."""
        item = shapes.ITEM_IN_LINE.match(self.text, at)
        if item is None or int(item["n"]) != self._items + 1:
            return None
        self._items += 1
        return self._made(Kind.ITEM, at, item.end())

    def _before(self, at: int) -> list[str]:
        """The phrases of words that end right before `at`, longest first."""
        if self._last_before[0] == at:
            return self._last_before[1]
        phrase, found, start = "", [], at
        for token in reversed(self.tokens[-vocabulary().reach :]):
            gap = self.text[token.end : min(start, token.end + _MAX_GAP + 1)]
            if token.kind not in (Kind.WORD, Kind.HEDGE) or not gap.isspace() or len(gap) > _MAX_GAP:
                break
            phrase = f"{nfc(token.text[:64]).lower()} {phrase}".rstrip()
            found.append(phrase)
            start = token.start
        self._last_before = (at, found[::-1])
        return self._last_before[1]

    def _hedged(self, token: Token) -> Token:
        """The figure with the hedge before it, whose words become one token."""
        hedges = vocabulary().hedges
        phrase = next((before for before in self._before(token.start) if before in hedges), "")
        if not phrase:
            return token
        count = len(phrase.split())
        start, end = self.tokens[-count].start, self.tokens[-1].end
        hedge = Hedge(hedges[phrase])
        self.tokens[-count:] = [replace(self._made(Kind.HEDGE, start, end), hedge=hedge)]
        return replace(token, hedge=hedge)

    def _numeral(self, at: int) -> Token:
        return self._symbol(at) or self._name(at) or self._date(at) or self._ratio(at) or self._number(at)

    def _symbol(self, at: int) -> Token | None:
        match = shapes.SYMBOL.match(self.text, at)
        if match is None and vocabulary().names.intersection(self._before(at)):
            match = shapes.SYMBOL_WITHOUT_ISSUER.match(self.text, at)
        return self._made(Kind.SYMBOL, at, match.end()) if match else None

    def _name(self, at: int) -> Token | None:
        words, text = vocabulary(), self.text
        if whole := words.whole_name.match(text, at):
            return self._made(Kind.NAME, at, whole.end())
        if clock := shapes.CLOCK.match(text, at):
            return self._made(Kind.NAME, at, clock.end())
        before = self._before(at)
        if words.call_numbers.intersection(before) and (number := shapes.NUMBER.match(text, at)):
            return self._made(Kind.NAME, at, number.end())
        level = shapes.LEVELS.match(text, at)
        if level is None or figures.percent_after(text, level.end()) > level.end():
            return None
        if words.ranks.intersection(before):
            return None
        named = words.names.intersection(before) or self._continues_name(at)
        if named or self._follows_letter(at):
            return self._made(Kind.NAME, at, level.end())
        loosely = words.names_without_unit.intersection(before)
        return (
            self._made(Kind.NAME, at, level.end()) if loosely and self._counts_nothing(level.end()) else None
        )

    def _counts_nothing(self, end: int) -> bool:
        scaled = figures.scale_after(self.text, end).phrase or figures.currency_after(self.text, end) > end
        return not scaled and not figures.unit_after(self.text, end)

    def _continues_name(self, at: int) -> bool:
        """ "mức độ 3, 4": the 4, unless it counts something ("Điều 5, 12 hồ sơ") and is not the next one."""
        if len(self.tokens) < 2 or self.tokens[-2].kind is not Kind.NAME:
            return False
        joins = self.tokens[-1].text in (",", "-") or self.tokens[-1].text.lower() in ("và", "hoặc")
        level = shapes.LEVELS.match(self.text, at)
        if not joins or level is None or len(level[0]) > 2:
            return False
        return self._counts_nothing(level.end()) or _is_next(self.tokens[-2].text, level[0])

    def _follows_letter(self, at: int) -> bool:
        """ "Covid-19"."""
        return at > 1 and self.text[at - 1] == "-" and self.text[at - 2].isalpha()

    def _date(self, at: int) -> Token | None:
        text = self.text
        for shape in (shapes.DATE, shapes.LONG_DATE):
            if (match := shape.match(text, at)) and int(match["m"]) <= 99:
                day = _day(match["y"], match["m"], match["d"])
                return replace(self._made(Kind.DATE, at, match.end()), day=day)
        if years := shapes.YEARS.match(text, at):
            first, last = Decimal(years["from"]), Decimal(years["to"])
            return replace(self._made(Kind.SPAN, at, years.end()), value=first, of=last)
        return self._part_of_date(at) or self._year(at)

    def _part_of_date(self, at: int) -> Token | None:
        words, before = vocabulary(), self._before(at)
        if words.before_day.intersection(before):
            match = shapes.DAY_AND_MONTH.match(self.text, at)
            if match and (match["m"] or self._counts_nothing(match.end())):
                return self._made(Kind.DATE, at, match.end())
        if words.before_month.intersection(before):
            match = shapes.MONTH.match(self.text, at)
            if match and 1 <= int(match["m"]) <= 12 and (match["y"] or self._counts_nothing(match.end())):
                year = Decimal(match["y"]) if match["y"] else None
                return replace(self._made(Kind.MONTH, at, match.end()), value=Decimal(match["m"]), of=year)
        return None

    def _year(self, at: int) -> Token | None:
        """Four digits without a dot are a year unless they count something; after "năm" always."""
        match = shapes.YEAR.match(self.text, at)
        if match is None or self.text[match.end() : match.end() + 1] == "/":
            return None
        if not vocabulary().before_year.intersection(self._before(at)):
            percent = figures.percent_after(self.text, match.end()) > match.end()
            if percent or not self._counts_nothing(match.end()):
                return None
        return replace(self._made(Kind.YEAR, at, match.end()), value=Decimal(match[0]))

    def _ratio(self, at: int) -> Token | None:
        match = shapes.RATIO.match(self.text, at)
        if match is None:
            return None
        if chain := shapes.CHAIN.match(self.text, match.end()):
            return self._made(Kind.NAME, at, chain.end())
        (value, places), (of, of_places) = map(figures.value_of, (match["left"], match["right"]))
        unit = figures.unit_after(self.text, match.end())
        made = self._made(Kind.RATIO, at, match.end())
        return replace(made, value=value, of=of, places=max(places, of_places), unit=unit)

    def _number(self, at: int) -> Token:
        text = self.text
        digits = at if text[at].isdigit() else at + 1
        match = shapes.NUMBER.match(text, digits)
        end = match.end() if match else digits
        if _is_code(text[digits:end]) or self._starts_name(end):
            word = shapes.WORD.match(text, end)
            return self._made(Kind.NAME, at, word.end() if word else end)
        percent = figures.percent_after(text, end)
        if percent > end:
            value, places = figures.value_of(text[at:end])
            return replace(self._made(Kind.PERCENT, at, percent), value=value, places=places, unit="%")
        return self._scaled(at, end)

    def _starts_name(self, end: int) -> bool:
        """ "5S", "3G": a capital right after the digits that is no unit."""
        return self.text[end : end + 1].isupper() and self._counts_nothing(end)

    def _scaled(self, at: int, end: int) -> Token:
        """The number with its scale and currency: "8,3 tỷ đồng", "2 nghìn" (lượt người)."""
        scale = figures.scale_after(self.text, end)
        value, places = figures.value_of(self.text[at:end], scale.phrase)
        money_end = figures.currency_after(self.text, scale.end)
        unit = "đồng" if money_end > scale.end else figures.unit_after(self.text, scale.end)
        if not unit and vocabulary().scales.get(scale.phrase, 0) >= _MONEY_POWER:
            unit = "đồng"
        made = self._made(Kind.MONEY if unit == "đồng" else Kind.NUMBER, at, money_end)
        return replace(made, value=value, places=places, unit=unit, scale=scale.phrase)


def _is_next(last: str, number: str) -> bool:
    return last.isdigit() and len(last) < 3 and number == str(int(last) + 1)


def _is_code(digits: str) -> bool:
    """A telephone number or a code: a zero in front of three or more digits ("0277.3830")."""
    if digits[0] != "0" or len(digits) < _LONG_CALL or "," in digits[:2] or "." in digits[:2]:
        return False
    return sum(map(str.isdigit, digits.split(",")[0])) >= _LONG_CALL


def _day(year: str | None, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day)) if year else None
    except ValueError:
        return None


def _without_quoted(text: str, found: list[Token]) -> list[Token]:
    """Figures inside “…” or «…» of one line are part of a name; a quotation without its end is none."""
    depth = [0] * (len(found) + 1)
    opened: dict[str, list[int]] = {opening: [] for opening in _QUOTES.values()}
    done = 0
    for place, token in enumerate(found):
        if text.find("\n", done, token.start) >= 0:
            opened = {opening: [] for opening in opened}
        done = token.end
        if token.text in opened:
            opened[token.text].append(place)
        elif token.text in _QUOTES and (starts := opened[_QUOTES[token.text]]):
            depth[starts.pop()] += 1
            depth[place] -= 1
    return [
        _as_name(token) if inside else token for token, inside in zip(found, accumulate(depth), strict=False)
    ]


def _as_name(token: Token) -> Token:
    if token.kind not in FIGURES and token.kind is not Kind.HEDGE:
        return token
    kind = Kind.WORD if token.kind is Kind.HEDGE else Kind.NAME
    return Token(kind, token.start, token.end, token.text)
