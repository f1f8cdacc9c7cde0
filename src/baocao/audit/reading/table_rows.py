"""Which rows of a table are its header, which count the columns, which are sums: in Word and in text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

_MOST_HEADERS = 4
_FIGURE = re.compile(r"(?!(?:19|20)\d\d\Z)[-+]?\d[\d.,/ ]*\s*%?")
_COLUMN_SIGN = re.compile(r"\(?(?:\d{1,2}|[A-ZĐ])\)?(?:\s*=.*)?|\(?\d{1,2}\s*=.*")
_RANK = re.compile(r"[\dIVX.]{1,5}")
_TOTAL = re.compile(
    r"(?:tổng(?:\s+(?:số|cộng))?|cộng|toàn\s+(?:tỉnh|thành phố|huyện|xã|phường)"
    r"|(?:cả|tổng|cộng|tổng cộng)\s+giai đoạn)\s*(?:[:(].*)?"
    r"|(?:tổng(?:\s+(?:số|cộng))?|cộng)\s+(?:(?:mục|phần|nhóm)\s+)?(?:[IVX]{1,4}|[A-D]|\d{1,2})\s*:?",
    re.IGNORECASE,
)


class Square(Protocol):
    """A cell as it lies in the grid. columns: those it covers, from 1."""

    @property
    def columns(self) -> range: ...

    @property
    def text(self) -> str: ...


Row = Sequence[Square]


def header_rows(rows: Sequence[Row], marked: int = 0) -> int:
    """How many rows are the header; marked: how many the writer marked as such."""
    if marked:
        return marked
    wordy = 0
    while wordy < min(len(rows), _MOST_HEADERS) and not has_figures(rows[wordy]):
        wordy += 1
    if wordy == min(len(rows), _MOST_HEADERS):
        return min(1, len(rows) - 1)
    return wordy + (wordy > 0 and counts_columns(rows[wordy]))


def has_figures(row: Row) -> bool:
    """Whether a cell holds nothing but a figure."""
    return any(_FIGURE.fullmatch(square.text) for square in row)


def counts_columns(row: Row) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3)=(1)/(2)."""
    texts = [square.text for square in row if square.text]
    return len(texts) > 1 and all(map(_COLUMN_SIGN.fullmatch, texts))


def headers_over(heads: Sequence[Row]) -> Mapping[int, tuple[str, ...]]:
    """The texts of the header rows over each column that has some, top first, each once."""
    texts: dict[int, dict[str, None]] = {}
    for square in (square for row in heads for square in row if square.text):
        for column in square.columns:
            texts.setdefault(column, {})[square.text] = None
    return {column: tuple(held) for column, held in texts.items()}


def is_total(row: Row) -> bool:
    """Whether a row is one of sums: "Tổng số", "Cộng"."""
    words = [square.text for square in row if square.text and not _RANK.fullmatch(square.text)]
    return bool(words) and _TOTAL.fullmatch(words[0]) is not None


def texts_of(row: Row) -> tuple[str, ...]:
    """What the cells of a row say."""
    return tuple(square.text for square in row)
