"""What follows from a unit's name and level: its header lines and how it calls itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from baocao.model.names import as_name
from baocao.vietnamese.text import capitals

LEVEL_WORDS = {
    "xa": "xã",
    "phuong": "phường",
    "dac_khu": "đặc khu",
    "thi_tran": "thị trấn",
    "huyen": "huyện",
    "quan": "quận",
    "thi_xa": "thị xã",
    "thanh_pho": "thành phố",
    "tinh": "tỉnh",
}
"""How a unit of each level calls itself."""

FORMER_LEVELS = frozenset({"huyen", "quan", "thi_xa", "thi_tran"})
"""Levels without a government since 01/7/2025."""

CITY = "thanh_pho_tw"
"""The kind of unit that a city under the central government is; its level is `tinh`."""

_COMMUNES = ("xa", "phuong", "thi_tran", "dac_khu")
_SAME_LEVEL = (("huyen", "quan", "thi_xa", "thanh_pho"), _COMMUNES)

_COMMITTEE = re.compile(r"(?:[uủ][ỷy] ban nhân dân|ubnd)\s+(?P<unit>\S.*)", re.IGNORECASE)
_AGENCIES = ("Trung tâm", "Văn phòng", "Chi cục", "Thanh tra", "Sở", "Ban", "Phòng", "Cục")


def read_level(typed: str) -> str:
    """The level as packs name it: "Xã", "cấp xã" and "xa" are "xa"."""
    name = as_name(typed)
    return name.removeprefix("cap_")


def has_units_below(level: str) -> bool:
    """Whether units of a level add up others that report to them; communes have none below."""
    return level not in _COMMUNES


def level_within(typed: str, allowed: Collection[str]) -> str:
    """The level as a pack calls it that serves `allowed`: "phuong" is "xa" where only that is named.

    As typed when the pack names neither it nor another of its rank. A city may be a province or a district,
    so `thanh_pho` stands for neither.
    """
    level = typed if typed in allowed else read_level(typed)
    if level in allowed or level == "thanh_pho":
        return level
    peers = next((group for group in _SAME_LEVEL if level in group), ())
    return next((peer for peer in peers if peer in allowed), level)


def accepted_levels(allowed: Sequence[str]) -> tuple[str, ...]:
    """What may be typed as `cap` where a pack serves `allowed`: these levels and those of the same rank."""
    known = [level for level in LEVEL_WORDS if not allowed or level_within(level, allowed) in allowed]
    return tuple(dict.fromkeys((*known, *allowed)))


def header_lines(name: str) -> tuple[str, ...]:
    """The agency's name as it stands at the top left: a people's committee takes two lines."""
    committee = _COMMITTEE.fullmatch(name)
    return ("ỦY BAN NHÂN DÂN", capitals(committee["unit"])) if committee else (capitals(name),)


def self_name(name: str, level: str) -> str:
    """How the report calls its unit: by the word in the name, else by the level, else by its first words."""
    committee = _COMMITTEE.fullmatch(name)
    words = (committee["unit"] if committee else name).lower()
    named = next((word for word in LEVEL_WORDS.values() if words.startswith(f"{word} ")), "")
    agency = next((word for word in _AGENCIES if words.startswith(f"{word.lower()} ")), "")
    return named or agency or LEVEL_WORDS.get(level, name)


def kinds_of(name: str, level: str) -> tuple[str, ...]:
    """What kind of unit it is, the nearest first: a thị xã typed as `huyen` is ("thi_xa", "huyen").

    A city under the central government is a province, with a word of its own for what differs (`CITY`).
    """
    own = self_name(name, level)
    if level == "tinh" and own == LEVEL_WORDS["thanh_pho"]:
        return CITY, level
    named = next((key for key, word in LEVEL_WORDS.items() if word == own), "")
    peers = next((group for group in _SAME_LEVEL if level in group), ())
    return (named, level) if named in peers and named != level else (level,)


def former_level(name: str, level: str) -> str:
    """The word of a level that was abolished on 01/7/2025 ("huyện"), or ""."""
    own = self_name(name, level)
    former = {LEVEL_WORDS[key] for key in FORMER_LEVELS}
    return own if own in former else LEVEL_WORDS[level] if level in FORMER_LEVELS else ""
