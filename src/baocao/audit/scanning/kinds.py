"""What the tokens of a text are: words, figures, dates, symbols and names, with their places in it.

What only looks like a figure is recognised first: document symbols, dates, years, marks of items, numbers
that are part of a name and numbers inside a quotation. Only `FIGURES` are figures of a report.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"  # one character of punctuation
    NOTE = "note"  # ¹²: the number of a footnote in text copied from a PDF
    NUMBER = "number"
    PERCENT = "percent"
    RATIO = "ratio"  # "197/197", "11/12": `value` of `of`
    MONEY = "money"  # `value` in đồng
    DATE = "date"  # `day`; None when it names no whole day ("ngày 05/4") or no day there is
    MONTH = "month"  # "tháng 3/2023": `value` 3, `of` 2023 or None
    YEAR = "year"
    SPAN = "span"  # "2021 - 2025": from `value` to `of`
    SYMBOL = "symbol"  # "98/QĐ-UBND-TL"
    RANGE = "range"  # "10-15 hồ sơ", "5-7%": from `value` to `of`; no count, so no figure
    ITEM = "item"  # "1.1.", "a)", "(1)"
    NAME = "name"  # a number that counts nothing: "mức độ 3", "24/7", a telephone number, an address
    HEDGE = "hedge"  # "trên", "gần" before a figure


FIGURES = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.RATIO, Kind.MONEY})


class Hedge(StrEnum):
    """How a figure is meant: just so, or more than, less than, about it."""

    NONE = ""
    ABOVE = "hon"
    BELOW = "kem"
    ABOUT = "khoang"


class Token(NamedTuple):
    """`text` is the source's [start:end], as typed.

    value: exact, with `scale` already in it ("8,3 tỷ đồng" is 8300000000); None for what is no number and
    for digits that make none ("27.63.0"). places: decimals typed, before the scale (1 for "8,3 tỷ"); the
    larger of the two of a ratio. unit: "%", "đồng", or the common name of the words that follow ("hồ sơ");
    those words are tokens of their own. scale: "tỷ", "nghìn" or ""; in "393,4 -> 201 tỷ đồng" both have it.
    also, also_of: the other reading of `value` and `of` when a mark before three digits may group them or be
    a decimal mark: "27,630 hồ sơ" is 27630, also 27.63; "27,630" is 27.63, also 27630.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | None = None
    of: Decimal | None = None
    places: int = 0
    unit: str = ""
    scale: str = ""
    hedge: Hedge = Hedge.NONE
    day: dt.date | None = None
    also: Decimal | None = None
    also_of: Decimal | None = None

    @property
    def leading_zero(self) -> bool:
        """Whether the clerk typed a zero in front: "02", "07/14"."""
        digits = self.text.lstrip("+-−")
        return len(digits) > 1 and digits[0] == "0" and digits[1].isdigit()

    @property
    def is_figure(self) -> bool:
        """Whether it states a quantity."""
        return self.kind in FIGURES
