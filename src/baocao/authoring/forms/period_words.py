"""A period as one types it behind `--ky` -> the entries of `ky` in a data file."""

from __future__ import annotations

import re
from collections.abc import Iterable

_YEAR = r"(?P<nam>\d{4})"
_OF = r"(?:\s*/\s*|\s+năm\s+|\s+nam\s+|\s+)"
_SHAPES = (
    (re.compile(rf"(?:năm\s+|nam\s+)?{_YEAR}"), {"loai": "nam"}),
    (re.compile(rf"qu[ýy]\s*(?P<quy>iv|i{{1,3}}|[1-4]){_OF}{_YEAR}"), {"loai": "quy"}),
    (re.compile(rf"th[áa]ng\s*(?P<thang>\d{{1,2}}){_OF}{_YEAR}"), {"loai": "thang"}),
    (
        re.compile(rf"6\s*th[áa]ng(?:\s+đầu|\s+dau)?(?:\s+năm|\s+nam)?{_OF}{_YEAR}"),
        {"loai": "6_thang", "so": "1"},
    ),
    (re.compile(rf"6\s*th[áa]ng\s+cu[ốo]i(?:\s+năm|\s+nam)?{_OF}{_YEAR}"), {"loai": "6_thang", "so": "2"}),
    (re.compile(rf"9\s*th[áa]ng(?:\s+đầu|\s+dau)?(?:\s+năm|\s+nam)?{_OF}{_YEAR}"), {"loai": "9_thang"}),
    (
        re.compile(rf"(?:giai\s+(?:đoạn|doan)\s+)?{_YEAR}\s*[-–]\s*(?P<den_nam>\d{{4}})"),
        {"loai": "giai_doan"},
    ),
)

_EXAMPLES = {
    "nam": "{year}",
    "quy": "quý I/{year}",
    "thang": "tháng 3/{year}",
    "6_thang": "6 tháng đầu năm {year}",
    "9_thang": "9 tháng {year}",
    "giai_doan": "{first} - {year}",
}


def example_of(kind: str, year: int) -> str:
    """A period of a kind as one types it behind `--ky`, in quotes where it has spaces: "quý I/2026"."""
    words = _EXAMPLES[kind].format(year=year, first=year - 4)
    return f'"{words}"' if " " in words else words


def examples_of(kinds: Iterable[str], year: int = 2026) -> str:
    """One example for each kind of period."""
    return ", ".join(example_of(kind, year) for kind in kinds)


def period_entries(words: str) -> dict[str, str] | None:
    """The entries, as `{"loai": "quy", "quy": "I", "nam": "2026"}`; None when the words say no period."""
    typed = " ".join(words.lower().split())
    for shape, fixed in _SHAPES:
        match = shape.fullmatch(typed)
        if match:
            return {**fixed, **{name: value.upper() for name, value in match.groupdict().items()}}
    return None
