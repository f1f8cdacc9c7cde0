"""The names of units as tables write them, and which of them is the unit that is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from baocao.vietnamese.text import nfc, sort_key, without_marks

T = TypeVar("T")

_NUMBERED = re.compile(r"\(?(?:[0-9]{1,4}|[IVXL]+|[a-zđ])[.)]\s+")
_COMMITTEE = re.compile(r"(?:[uủ][ỷy]\s+ban\s+nhân\s+dân|ubnd)\s+", re.IGNORECASE)
_LEVEL = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|tt\.|đặc khu)\s+", re.IGNORECASE
)
_PLAIN_LEVEL = re.compile(
    r"(?:tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\s+(?=[a-z])", re.IGNORECASE | re.ASCII
)
_WHOLE = r"(?:toàn|cả)\s+(?:tỉnh|thành phố|huyện|quận|thị xã|xã|quốc|nước|ngành|đơn vị)"
_TOTAL = re.compile(
    rf"(?:tổng|tổng cộng|tổng số|cộng|cộng chung|tổng chung|{_WHOLE})(?:\s+{_WHOLE}|\s*\(.*\))?\s*[.:…]*",
    re.IGNORECASE,
)
_SUM = re.compile(
    r"(?:tổng\s+cộng|tổng\s+số|tổng|cộng)\s*:?\s*"
    r"(?:(?:các|khu\s+vực|khu|cụm|khối|nhóm|phần|mục|xã|phường|đặc\s+khu|đơn\s+vị|huyện|[0-9]+|[IVX]+)\b|\()",
    re.IGNORECASE,
)
_NUMBERS_ONLY = re.compile(r"[\W\d_]*|\(?[A-Za-zĐđ]\)?")


def tidy(value: object) -> str:
    """A cell's text as a name: NFC, single spaces; "" for anything that is no text."""
    return " ".join(nfc(value).split()) if isinstance(value, str) else ""


def is_total(name: str) -> bool:
    """Whether a row of this name adds up the others: "Tổng cộng", "Toàn tỉnh"; "Xã Tổng Cọt" is a unit."""
    return _TOTAL.fullmatch(name) is not None


def adds_units(name: str) -> bool:
    """Whether a row of this name adds up units: a total, or "Cộng các xã", "II. Tổng số phường"."""
    return is_total(name) or _SUM.match(without_number(name)) is not None


def is_nameless(name: str) -> bool:
    """Whether a cell of names holds none: blank, "-", the number of a column ("(1)", "B")."""
    return _NUMBERS_ONLY.fullmatch(name) is not None


def is_unit(name: str) -> bool:
    """Whether a cell may name a unit: neither blank nor a number nor the name of a sum."""
    return not is_nameless(name) and not adds_units(name)


@lru_cache(maxsize=16384)
def unit_key(name: str) -> tuple[object, ...]:
    """What two ways of writing one unit have in common.

    Case, the number in front ("1. "), "UBND" or "Ủy ban nhân dân", punctuation and the place of a tone mark
    (Hòa, Hoà) do not count; letters and tones do: Tân Phú and Tân Phù are two units.
    """
    return sort_key(_bare(name))[0]


class UnitNames(Generic[T]):
    """Named things, to look one up by the name of its unit."""

    def __init__(self, named: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[object, list[tuple[str, T]]] = {}
        self._name: dict[object, list[tuple[str, T]]] = {}
        self._plain: dict[object, list[tuple[str, T]]] = {}
        self._words: dict[tuple[str, ...], list[tuple[str, T]]] = {}
        for item in named:
            parts = _parts(item[0])
            self._whole.setdefault(parts.whole, []).append(item)
            self._name.setdefault(parts.name, []).append(item)
            self._plain.setdefault(parts.plain, []).append(item)
            self._words.setdefault(_words(without_marks(item[0])), []).append(item)

    def find(self, wanted: str) -> tuple[tuple[str, T], ...]:
        """Those that are the unit: by its key, else where one of the two names leaves out the word of its
        level ("Tân Phú"), else where one is typed without any marks ("xa tan phu"). Several when that is not
        enough to tell them apart, none when nothing fits.
        """
        mine = _parts(wanted)
        whole = tuple(self._whole.get(mine.whole, ()))
        return whole or self._by_name(mine) or self._by_letters(mine)

    def within(self, text: str) -> tuple[tuple[str, T], ...]:
        """Those whose whole name stands in a longer text: "báo cáo xã Ba (sửa)". Of several the longest;
        marks may be left out. Names of one word are not looked for.
        """
        words = _words(text)
        for length in range(len(words), 1, -1):
            found: list[tuple[str, T]] = []
            for start in range(len(words) - length + 1):
                part = words[start : start + length]
                plain = tuple(map(without_marks, part))
                found += (
                    item for item in self._words.get(plain, ()) if part == plain or part == _words(item[0])
                )
            if found:
                return tuple(dict.fromkeys(found))
        return ()

    def _by_name(self, mine: _Parts) -> tuple[tuple[str, T], ...]:
        near = self._name.get(mine.name, ())
        return tuple(item for item in near if _levels_agree(mine, _parts(item[0])))

    def _by_letters(self, mine: _Parts) -> tuple[tuple[str, T], ...]:
        near = ((item, _parts(item[0])) for item in self._plain.get(mine.plain, ()))
        return tuple(
            item for item, parts in near if _levels_agree(mine, parts) and not (mine.marked and parts.marked)
        )


def find_unit(wanted: str, named: Iterable[tuple[str, T]]) -> tuple[tuple[str, T], ...]:
    """Those of a few named things that are the unit, as `UnitNames` finds them."""
    return UnitNames(named).find(wanted)


def same_unit(one: str, other: str) -> bool:
    """Whether two names may stand for one unit."""
    return bool(find_unit(one, [(other, None)]))


class _Parts(NamedTuple):
    """A name by its parts. whole: its key. level: the word of its level, "" when left out. name, plain: keys
    of the rest, with marks and without. marked: whether it is typed with marks at all.
    """

    whole: tuple[object, ...]
    level: str
    name: tuple[object, ...]
    plain: tuple[object, ...]
    marked: bool


@lru_cache(maxsize=16384)
def _parts(name: str) -> _Parts:
    bare = _bare(name)
    plain = without_marks(bare)
    found = _LEVEL.match(bare) or _PLAIN_LEVEL.match(bare)
    start = found.end() if found else 0
    level = without_marks(bare[:start]).lower().strip()
    return _Parts(
        unit_key(name),
        level,
        sort_key(bare[start:])[0],
        sort_key(plain[start:])[0],
        plain[start:] != bare[start:],
    )


def _levels_agree(one: _Parts, other: _Parts) -> bool:
    return one.level == other.level or not (one.level and other.level)


def repeated(named: Iterable[tuple[str, T]]) -> list[tuple[T, T]]:
    """The first and each further one of the things with the same unit's name."""
    first: dict[tuple[object, ...], T] = {}
    pairs = []
    for name, item in named:
        key = unit_key(name)
        if key in first:
            pairs.append((first[key], item))
        else:
            first[key] = item
    return pairs


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", _bare(text).lower()))


def without_committee(name: str) -> str:
    """The unit without the word for its committee: "xã An Bình"."""
    return _COMMITTEE.sub("", tidy(name), count=1)


def without_level(name: str) -> str:
    """The unit's own name, without committee and level: "An Bình"; "1" of "Phường 1"."""
    return _LEVEL.sub("", without_committee(name), count=1)


def without_number(name: str) -> str:
    """The name without the number of its row in front ("1. Xã An Bình")."""
    return _NUMBERED.sub("", tidy(name), count=1)


def _bare(name: str) -> str:
    return without_committee(without_number(name))
