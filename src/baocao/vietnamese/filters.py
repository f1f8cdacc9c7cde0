"""The template filters, under the Vietnamese names that template authors use.

Each docstring is what authors read: one Vietnamese sentence, then `Ví dụ: <what to type> → <what comes out>`.
`filter_docs` takes it apart for the documentation, and a test renders every example.

What they take: numbers (also as typed text), dates, texts, and figures through their attribute `gia_tri`.
A blank (attribute `trong` true) comes back unchanged, so that printing it stays the renderer's matter; so
does a figure of nothing (`khong_phat_sinh` true) where a number is asked for. A figure's hedge (`rao`:
"trên") stays in front of its number. Impossible input raises ValueError with a Vietnamese sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any

from baocao.vietnamese import number_filters, text_filters
from baocao.vietnamese.filter_inputs import Filter

EXAMPLE = "Ví dụ: "


@dataclass(frozen=True, slots=True)
class FilterDoc:
    """How a filter is explained: one sentence, what to type in the template, what comes out."""

    name: str
    summary: str
    example: str
    result: str


FILTERS: Mapping[str, Filter] = {
    function.__name__: function
    for function in (
        number_filters.so,
        number_filters.so_hai,
        number_filters.ty_le,
        number_filters.tien,
        number_filters.tien_trieu,
        number_filters.tien_ty,
        number_filters.ngay,
        number_filters.ngay_dai,
        number_filters.la_ma,
        number_filters.bang_chu,
        number_filters.thu_tu,
        number_filters.chu_diem,
        text_filters.vien_dan,
        text_filters.hoa,
        text_filters.hoa_dau,
        text_filters.thuong_dau,
        text_filters.khong_cham,
        text_filters.noi,
        text_filters.dau_muc,
        text_filters.dinh,
        number_filters.chu_so_le,
        number_filters.o_so,
        number_filters.o_cong,
    )
}
"""Every filter by its name, in the order of the documentation."""


_SPELLING = ("bang_chu", "thu_tu")


@cache
def filters_in(zero_word: str, thousand_word: str) -> Mapping[str, Filter]:
    """The filters of a house that says "linh" or "lẻ", "nghìn" or "ngàn"; what a template asks for itself
    comes first.
    """
    house = {"linh_le": zero_word, "nghin_ngan": thousand_word}
    return {**FILTERS, **{name: _in_house(FILTERS[name], house) for name in _SPELLING}}


def _in_house(function: Filter, house: Mapping[str, str]) -> Filter:
    """A filter of numbers in words with the house's words for what is not asked for by place or name."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        asked = tuple(house)[: len(args)]
        usual = {name: word for name, word in house.items() if name not in asked}
        return function(value, *args, **{**usual, **options})

    return filter_


def filter_docs() -> tuple[FilterDoc, ...]:
    """The documentation of every filter, read from its docstring."""
    return tuple(_doc(name, function.__doc__ or "") for name, function in FILTERS.items())


def _doc(name: str, docstring: str) -> FilterDoc:
    summary, _, rest = docstring.partition("\n")
    example, _, result = rest.strip(" \n").removeprefix(EXAMPLE).partition(" → ")
    return FilterDoc(name, summary, example, result)
