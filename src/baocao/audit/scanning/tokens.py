"""The tokens of a text, made in one pass from left to right.

What only looks like a figure is recognised first: document symbols, numbers of a name, dates and years.
"""

from __future__ import annotations

from decimal import Decimal

from baocao.audit.scanning import figures, shapes
from baocao.audit.scanning.calls import address_at, call_at
from baocao.audit.scanning.days import date_at, part_of_date
from baocao.audit.scanning.kinds import FIGURES, Hedge, Kind, Token
from baocao.audit.scanning.quoting import without_quoted
from baocao.audit.scanning.ranges import range_at
from baocao.audit.scanning.sharing import with_shared_scales, with_whole_amounts
from baocao.audit.scanning.vocabulary import vocabulary
from baocao.vietnamese.text import nfc

_NUMBERS = FIGURES | {Kind.YEAR, Kind.SPAN}
_MAX_GAP = 3
_LONG_CALL = 4
_BEFORE_ITEMS = (":", ";", ".")
"""Behind these a dash begins an item: "Trong đó: -12 hồ sơ"."""
_MONEY_POWER = 6  # "8,3 tỷ", "36 triệu" of nothing are money, "2 nghìn" need not be

__all__ = ["FIGURES", "Hedge", "Kind", "Token", "tokens"]


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of a text (one passage or many lines), in order; blanks between them are left out.

    Offsets are those of `text` as given; words are compared in NFC. Takes time linear in the length.
    """
    scanner = _Scanner(text)
    at, length = 0, len(text)
    while at < length:
        if word := shapes.MERE_WORD.match(text, at):
            at = word.end()
            scanner.tokens.append(Token(Kind.WORD, word.start("word"), at, word["word"]))
        else:
            blank = shapes.BLANK.match(text, at)
            at = blank.end() if blank else scanner.take(at)
    found = with_shared_scales(with_whole_amounts(text, scanner.tokens))
    return tuple(without_quoted(text, found))


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
        if token.is_figure:
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
        if self.text[at] == "+" and (end := call_at(self.text, at)) > at:
            return self._made(Kind.NAME, at, end)
        if shapes.SIGN.match(self.text, at) and self._may_be_sign(at):
            return self._number(at)
        if self.text[at] == "(" and (numbered := self._next_in_line(at)):
            return numbered
        for kind, shape in ((Kind.WORD, shapes.WORD), (Kind.NOTE, shapes.NOTE)):
            if match := shape.match(self.text, at):
                end = address_at(self.text, at, match.end())
                return self._made(Kind.NAME if end > at else kind, at, max(end, match.end()))
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
        if self.tokens[-1].text in _BEFORE_ITEMS:
            return False
        return self.text[at - 1].isspace() or self.text[at - 1] == "("

    def _next_in_line(self, at: int) -> Token | None:
        """ "(1)" within a line, then "(2)" and so on; a number in brackets out of turn is a figure."""
        item = shapes.ITEM_IN_LINE.match(self.text, at)
        if item is None or int(item["n"]) != self._items + 1:
            return None
        self._items += 1
        return self._made(Kind.ITEM, at, item.end())

    def _before(self, at: int, skipped: int = 0) -> list[str]:
        """The known phrases that end right before `at`, longest first; skipped: marks between."""
        if skipped:
            return self._phrases(len(self.tokens) - skipped, self.tokens[-skipped].start, touching=True)
        if self._last_before[0] != at:
            self._last_before = at, self._phrases(len(self.tokens), at)
        return self._last_before[1]

    def _phrases(self, last: int, start: int, *, touching: bool = False) -> list[str]:
        """Those that end with the token before `last`, where `start` is; touching: without a blank, too."""
        known = vocabulary().ahead
        found: list[str] = []
        phrase, longest, place = "", 1, last - 1
        while place >= 0 and len(found) < longest:
            token = self.tokens[place]
            gap = self.text[token.end : min(start, token.end + _MAX_GAP + 1)]
            apart = gap.isspace() if gap else touching and not found
            if token.kind is not Kind.WORD or not apart or len(gap) > _MAX_GAP:
                break
            phrase = f"{nfc(token.text[:64]).lower()} {phrase}".rstrip()
            longest = longest if found else known.last.get(phrase, 0)
            found.append(phrase)
            place, start = place - 1, token.start
        return [phrase for phrase in reversed(found) if phrase in known.all]

    def _hedged(self, token: Token) -> Token:
        """The figure with the hedge before it, whose words become one token."""
        hedges = vocabulary().hedges
        phrase = next((before for before in self._before(token.start) if before in hedges), "")
        if not phrase:
            return token
        count = len(phrase.split())
        start, end = self.tokens[-count].start, self.tokens[-1].end
        hedge = Hedge(hedges[phrase])
        self.tokens[-count:] = [Token(Kind.HEDGE, start, end, self.text[start:end], hedge=hedge)]
        return token._replace(hedge=hedge)

    def _numeral(self, at: int) -> Token:
        if shapes.ALONE.match(self.text, at):
            return (
                self._name(at)
                or self._next_month(at)
                or part_of_date(self.text, at, self._before(at))
                or self._number(at)
            )
        return (
            self._symbol(at)
            or self._name(at)
            or self._next_month(at)
            or date_at(self.text, at, self._before(at), follows_date=self._follows_date())
            or self._ratio(at)
            or range_at(self.text, at)
            or self._number(at)
        )

    def _next_month(self, at: int) -> Token | None:
        """ "tháng 11, 12 năm 2023": the 12."""
        last = self.tokens[-2:]
        if len(last) < 2 or last[0].kind is not Kind.MONTH or last[1].text.lower() not in (",", "và"):
            return None
        month = shapes.NEXT_MONTH.match(self.text, at)
        if month is None or last[0].value is None or int(month["m"]) not in range(int(last[0].value) + 1, 13):
            return None
        return Token(Kind.MONTH, at, month.end(), month[0], value=Decimal(month["m"]))

    def _follows_date(self) -> bool:
        """ "1/12-": the second date of two."""
        last = self.tokens[-2:]
        return len(last) == 2 and last[0].kind is Kind.DATE and last[1].text in ("-", "–", "—")

    def _symbol(self, at: int) -> Token | None:
        match, before = shapes.SYMBOL.match(self.text, at), self._before(at)
        quarter = vocabulary().before_quarter.intersection(before)
        if match is None and not quarter and vocabulary().names.intersection(before):
            match = shapes.SYMBOL_WITHOUT_ISSUER.match(self.text, at)
        return self._made(Kind.SYMBOL, at, match.end()) if match else None

    def _name(self, at: int) -> Token | None:
        text, before = self.text, self._before(at)
        end = max(self._whole_name_end(at), call_at(text, at))
        if end > at:
            return self._made(Kind.NAME, at, end)
        words = vocabulary()
        of_document = any(phrase.endswith(" số") for phrase in words.names.intersection(before))
        level = (shapes.DOCUMENT if of_document else shapes.LEVELS).match(text, at)
        if level is None or figures.percent_after(text, level.end()) > level.end():
            return None
        if words.ranks.intersection(before):
            return None
        named = words.names.intersection(before) or self._continues_name(at) or self._follows_letter(at)
        loosely = words.names_without_unit.intersection(before)
        if named or (loosely and figures.counts_nothing(text, level.end())):
            return self._made(Kind.NAME, at, level.end())
        period = figures.names_period(text, level.end()) and len(level[0]) < _LONG_CALL
        return self._made(Kind.NAME, at, level.end()) if period else None

    def _whole_name_end(self, at: int) -> int:
        """Where a name ends: one known whole ("24/7", not "24/24 thủ tục"), or digits behind "ISO"."""
        words = vocabulary()
        whole = words.whole_name.match(self.text, at)
        if whole and ("/" not in whole[0] or figures.unit_after(self.text, whole.end()) in ("", "giờ")):
            return whole.end()
        colon = bool(self.tokens) and self.tokens[-1].text == ":"
        called = words.call_numbers.intersection(self._before(at, skipped=int(colon)))
        if called and (number := shapes.CALLED.match(self.text, at)):
            return number.end()
        standard = words.standards.intersection(self._before(at)) and shapes.STANDARD.match(self.text, at)
        return standard.end() if standard else at

    def _continues_name(self, at: int) -> bool:
        """ "mức độ 3, 4": the 4, unless it counts something ("Điều 5, 12 hồ sơ") and is not the next one."""
        if len(self.tokens) < 2 or self.tokens[-2].kind is not Kind.NAME:
            return False
        joins = self.tokens[-1].text in (",", "-") or self.tokens[-1].text.lower() in ("và", "hoặc")
        level = shapes.LEVELS.match(self.text, at)
        if not joins or level is None or len(level[0]) > 2:
            return False
        return figures.counts_nothing(self.text, level.end()) or _is_next(self.tokens[-2].text, level[0])

    def _follows_letter(self, at: int) -> bool:
        """ "Covid-19", "v2.0"."""
        before = self.text[max(at - 2, 0) : at]
        if before[-1:] == ".":
            return len(self.tokens) > 1 and self.tokens[-2].kind is Kind.WORD and before[0].isdigit()
        return before[-1:] == "-" and before[0].isalpha()

    def _ratio(self, at: int) -> Token | None:
        match = shapes.RATIO.match(self.text, at)
        if match is None:
            return None
        if chain := shapes.CHAIN.match(self.text, match.end()):
            return self._made(Kind.NAME, at, chain.end())
        unit = figures.unit_after(self.text, match.end())
        left, right = (figures.read_with(match[side], unit) for side in ("left", "right"))
        places = max(left.places, right.places)
        return Token(
            Kind.RATIO,
            at,
            match.end(),
            match[0],
            value=left.value,
            of=right.value,
            places=places,
            unit=unit,
            also=left.also,
            also_of=right.also,
        )

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
            read = figures.read_with(text[at:end], "%")
            return self._figure(Kind.PERCENT, at, percent, read, "%")
        return self._scaled(at, end)

    def _figure(
        self, kind: Kind, start: int, end: int, read: figures.Reading, unit: str, scale: str = ""
    ) -> Token:
        text, (value, also, places) = self.text[start:end], read
        return Token(kind, start, end, text, value=value, places=places, unit=unit, scale=scale, also=also)

    def _starts_name(self, end: int) -> bool:
        """ "5S", "3G": a capital right after the digits that is no unit."""
        return self.text[end : end + 1].isupper() and figures.counts_nothing(self.text, end)

    def _scaled(self, at: int, end: int) -> Token:
        """The number with its scale and currency: "8,3 tỷ đồng", "2 nghìn" (lượt người)."""
        scale = figures.scale_after(self.text, end)
        money_end = figures.currency_after(self.text, scale.end)
        unit = "đồng" if money_end > scale.end else figures.unit_after(self.text, scale.end)
        if not unit and vocabulary().scales.get(scale.phrase, 0) >= _MONEY_POWER:
            unit = "đồng"
        read = figures.read_with(self.text[at:end], unit, scale.phrase)
        kind = Kind.MONEY if unit == "đồng" else Kind.NUMBER
        return self._figure(kind, at, money_end, read, unit, scale.phrase)


def _is_next(last: str, number: str) -> bool:
    return last.isdigit() and len(last) < 3 and number == str(int(last) + 1)


def _is_code(digits: str) -> bool:
    """A telephone number or a code: a zero in front of three or more digits ("0277.3830")."""
    if digits[0] != "0" or len(digits) < _LONG_CALL or "," in digits[:2] or "." in digits[:2]:
        return False
    return sum(map(str.isdigit, digits.split(",")[0])) >= _LONG_CALL
