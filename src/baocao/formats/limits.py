"""What a value of a format may be at all: numbers that paper and Word can bear, texts of letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_BOUNDS = (
    (r"trang\.(rong|cao)\.\w+", 50.0, 558.0),
    (r"trang\.\w+\.\w+", 0.0, 300.0),
    (r"than_bai\.gian_dong\.\w+", 0.5, 5.0),
    (r"ke\.net\.\w+", 0.1, 6.0),
    (r"ke\.\w+\.\w+", 0.01, 10.0),
    (r"bang_\w+\.cot\.\d+", 5.0, 500.0),
    (r"thanh_phan\.ke\.co\.\w+", 1.0, 72.0),
    (r"(thanh_phan|quy_tac)\.\w+\.(\w+\.)?co\.\w+", 5.0, 72.0),
    (r"(thanh_phan|than_bai)\..+", 0.0, 200.0),
    (r"quy_tac\.\w+\.tham_so\.tu_may_cho", 1.0, 1000.0),
    (r".+", 0.0, 100_000.0),
)
"""Lowest and highest number by the path of an entry; lengths of the page in mm (Word's longest side is 558),
sizes and distances of lines in pt. The first that fits decides."""
_PATTERNS = tuple((re.compile(pattern), low, high) for pattern, low, high in _BOUNDS)
_NARROWEST = 50.0
"""Millimetres that the margins of a sheet have to leave for the text."""
LONGEST_FONT_NAME = 64


def bounds_of(path: str) -> tuple[float, float]:
    """The lowest and highest number that the entry at `path` may be."""
    return next((low, high) for pattern, low, high in _PATTERNS if pattern.fullmatch(path))


def bearable(path: str, value: float) -> bool:
    """Whether the number may stand at `path`."""
    low, high = bounds_of(path)
    return low <= value <= high


def is_written(text: str) -> bool:
    """Whether a text holds only what can be printed: no control characters, no halves of letters."""
    return all(letter.isprintable() or letter in "\n\t\u00a0" for letter in text)


def crowded(sheet: Mapping[str, Any]) -> str:
    """The sides whose margins leave no room for the text on the sheet, in words; "" when there is room."""
    for sides, whole in ((("trai", "phai"), "rong"), (("tren", "duoi"), "cao")):
        if sheet[whole]["chon"] - sum(sheet[side]["chon"] for side in sides) < _NARROWEST:
            return f"{whole} trừ {sides[0]} và {sides[1]} còn ít nhất {_NARROWEST:g}"
    return ""
