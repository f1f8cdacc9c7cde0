"""The words that stand around a number and say what it is, read from `tu-vung.yaml` beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from baocao.vietnamese.word_files import words_of

_FILE = "tu-vung.yaml"


class Phrases(NamedTuple):
    """Phrases of some lists. first, last: a word -> the words of the longest that it begins or ends."""

    all: frozenset[str]
    first: Mapping[str, int]
    last: Mapping[str, int]


class Vocabulary(NamedTuple):
    """Phrases in small letters, NFC, one space between words; mappings go from the phrase to its meaning.

    units: phrase -> common name; divisible: common names of those that count by parts. scales: phrase ->
    power of ten. hedges: phrase -> "hon", "kem", "khoang". whole_name: any of whole_names. behind, ahead: the
    phrases that are looked for behind a number and before it.
    """

    units: Mapping[str, str]
    not_units: frozenset[str]
    divisible: frozenset[str]
    scales: Mapping[str, int]
    changing: frozenset[str]
    periods: frozenset[str]
    currency: frozenset[str]
    percent: frozenset[str]
    not_money: frozenset[str]
    hedges: Mapping[str, str]
    names: frozenset[str]
    names_without_unit: frozenset[str]
    standards: frozenset[str]
    ranks: frozenset[str]
    call_numbers: frozenset[str]
    whole_names: tuple[str, ...]
    whole_name: re.Pattern[str]
    before_day: frozenset[str]
    before_date: frozenset[str]
    before_plain_date: frozenset[str]
    before_month: frozenset[str]
    before_quarter: frozenset[str]
    before_year: frozenset[str]
    behind: Phrases
    ahead: Phrases


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary, read once."""
    source: dict[str, Any] = words_of(Path(__file__).with_name(_FILE))
    units, hedges = _turned(source["don_vi"]), _turned(source["uoc_chung"])
    names = {key: frozenset(map(str, source[key])) for key in _SETS}
    whole_names = tuple(sorted(names["ten_nguyen"], key=lambda name: (-len(name), name)))
    return Vocabulary(
        units=units,
        not_units=names["khong_phai_don_vi"],
        divisible=names["don_vi_so_le"],
        scales=MappingProxyType(source["thang_so"]),
        changing=names["chung_thang_so"],
        periods=names["ky_sau_so"],
        currency=names["tien"],
        percent=names["phan_tram"],
        not_money=names["khong_phai_tien"],
        hedges=hedges,
        names=names["ten_truoc_so"],
        names_without_unit=names["ten_khi_khong_don_vi"],
        standards=names["tieu_chuan"],
        ranks=names["thu_hang"],
        call_numbers=names["so_goi"],
        whole_names=whole_names,
        whole_name=re.compile(f"(?:{'|'.join(map(re.escape, whole_names))})(?!\\w)", re.IGNORECASE),
        before_day=names["truoc_ngay"],
        before_date=names["truoc_ngay_thang"],
        before_plain_date=names["truoc_ngay_ro"],
        before_month=names["truoc_thang"],
        before_quarter=names["truoc_quy"],
        before_year=names["truoc_nam"],
        behind=_together(units, source["thang_so"], *(names[key] for key in _BEHIND)),
        ahead=_together(hedges, *(names[key] for key in _AHEAD)),
    )


_BEHIND = ("khong_phai_don_vi", "ky_sau_so", "tien", "phan_tram", "khong_phai_tien")
_AHEAD = (
    "ten_truoc_so",
    "ten_khi_khong_don_vi",
    "tieu_chuan",
    "thu_hang",
    "so_goi",
    "truoc_ngay",
    "truoc_ngay_thang",
    "truoc_ngay_ro",
    "truoc_thang",
    "truoc_quy",
    "truoc_nam",
)
_SETS = (*_BEHIND, *_AHEAD, "don_vi_so_le", "chung_thang_so", "ten_nguyen")


def _turned(groups: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Each spelling to its group's name."""
    return MappingProxyType({spelling: name for name, spellings in groups.items() for spelling in spellings})


def _together(*lists: Iterable[str]) -> Phrases:
    phrases = sorted(
        (phrase for phrases in lists for phrase in phrases), key=lambda phrase: phrase.count(" ")
    )
    words = [phrase.split() for phrase in phrases]
    return Phrases(
        frozenset(phrases),
        MappingProxyType({split[0]: len(split) for split in words}),
        MappingProxyType({split[-1]: len(split) for split in words}),
    )
