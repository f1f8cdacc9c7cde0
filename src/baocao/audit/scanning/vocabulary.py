"""The words that stand around a number and say what it is, read from `tu-vung.yaml` beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from baocao.vietnamese.word_files import words_of

_FILE = "tu-vung.yaml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Phrases in small letters, NFC, one space between words; mappings go from the phrase to its meaning.

    units: phrase -> common name; divisible: common names of those that count by parts. scales: phrase ->
    power of ten. hedges: phrase -> "hon", "kem", "khoang". whole_name: any of whole_names. `reach` is the
    number of words of the longest phrase.
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
    reach: int


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
        reach=_reach([units, hedges, *names.values()]),
    )


_SETS = (
    "khong_phai_don_vi",
    "don_vi_so_le",
    "chung_thang_so",
    "ky_sau_so",
    "tieu_chuan",
    "truoc_ngay_thang",
    "truoc_ngay_ro",
    "tien",
    "phan_tram",
    "khong_phai_tien",
    "ten_truoc_so",
    "ten_khi_khong_don_vi",
    "thu_hang",
    "so_goi",
    "ten_nguyen",
    "truoc_ngay",
    "truoc_thang",
    "truoc_quy",
    "truoc_nam",
)


def _turned(groups: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Each spelling to its group's name."""
    return MappingProxyType({spelling: name for name, spellings in groups.items() for spelling in spellings})


def _reach(groups: Iterable[Iterable[str]]) -> int:
    return max(len(phrase.split()) for group in groups for phrase in group)
