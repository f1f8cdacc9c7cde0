"""A named figure (`so`) as it is typed, its unit behind it: "trên 1.250 hồ sơ", "8,3 tỷ đồng", "24/24 xã"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.packs.catalogue import Kind
from baocao.vietnamese.numbers import (
    MAX_DIGITS,
    Fault,
    format_count,
    format_number,
    format_percent,
    is_nil,
    parse_number,
    parse_ratio,
    split_hedge,
)

LAST_YEAR = "nam_truoc"
VALUES = ("gia_tri", "cong_bo")

_RANK = re.compile(r"([0-9][0-9.]*\s*/\s*[0-9][0-9.]*)(?:\s+([^\W\d].*))?")
_POWER = re.compile(r"(([+\-−]?[0-9](?:[0-9., ]*[0-9])?)[eE]([+\-−]?[0-9]{1,4}))(?![^\W_])(.*)", re.DOTALL)
_LETTER = re.compile(
    r"(?P<number>[+\-−]?[0-9](?:[0-9., /]*[0-9])?"
    r"(?P<letter>[oO](?=[oO]*(?![^\W\d_]))|[lIoO](?=[lIoO]*[0-9]))[lIoO]*(?:[0-9.,/lIoO]*[0-9lIoO])?).*",
    re.DOTALL,
)
"""A letter that looks like a digit, before a digit or at the end of the number: "1l50", "1.85O"; not "5l"."""
_LOOKS_LIKE = str.maketrans("oOlI", "0011")
_DOTTED = re.compile(r"([-−]?[1-9][0-9]{0,2}\.[0-9]{1,2})(?![0-9.,/])(.*)", re.DOTALL)
_LARGEST_PART = 10
"""A pair whose second number is larger is a rank: few fractions are written of so many parts."""
_MANY_DIGITS = "100.000"


def typed_number(raw: RawValue) -> RawValue | None:
    """The number as typed, of the last period where there is no other; None when there is none."""
    given = [raw.children[name] for name in VALUES if name in raw.children]
    found = next((item for item in given if not item.blank), None) if raw.children else raw
    if found is None and LAST_YEAR in raw.children:
        found = raw.children[LAST_YEAR]
    return None if found is None or found.blank else found


def kind_of(typed: str) -> tuple[Kind, str]:
    """What kind of figure is typed, and its unit."""
    if is_nil(typed):
        return Kind.COUNT, ""
    bare, words = _split(typed)
    number = split_hedge(bare)[1]
    parsed = parse_number(number, integer=True)
    if parsed.unit == "%":
        return Kind.RATE, ""
    if parsed.unit == "đồng" or parsed.scale:
        return Kind.MONEY, ""
    if "/" in number:
        return Kind.RANK, words
    if parsed.fault is Fault.NOT_WHOLE:
        return Kind.POINTS, words
    return Kind.COUNT, words


def is_nothing(typed: RawValue | None) -> bool:
    """Whether "không phát sinh" or a bare 0 is typed: a figure of any kind may be that."""
    return typed is not None and (is_nil(typed.text) or not typed.text.strip("0 "))


def without_unit(raw: RawValue) -> RawValue:
    """A typed figure without its unit, which the indicator has."""
    if not isinstance(raw.value, str) or raw.literal is Literal.EXACT:
        return raw
    return replace(raw, value=_split(raw.value)[0])


def has_power(raw: RawValue, where: Where, faults: Faults) -> bool:
    """Whether a number is typed with a power of ten ("1e5"), which is told: its letter is no unit."""
    told = False
    for item in _texts(raw):
        if power := _POWER.fullmatch(split_hedge(item.text)[1]):
            place = item.where.named(where.key, where.label)
            typed, mantissa, exponent, unit = power.groups()
            faults.add("so-kieu-mu", place, gia_tri=typed, vi_du=_in_full(mantissa, exponent) + unit)
            told = True
    return told


def has_letter(raw: RawValue, where: Where, faults: Faults) -> bool:
    """Whether a letter stands for a digit in a number ("1.85O"), which is told: it is no unit either."""
    told = False
    for item in _texts(raw):
        if found := _LETTER.fullmatch(split_hedge(item.text)[1]):
            number = found["number"]
            faults.add(
                "so-co-chu",
                item.where.named(where.key, where.label),
                gia_tri=number,
                chu=found["letter"],
                vi_du=number.translate(_LOOKS_LIKE),
            )
            told = True
    return told


def check_dot(raw: RawValue, where: Where, faults: Faults) -> None:
    """Remark that "1.85" is read as 1,85: it may be thousands that lack a digit. Rates and money are left."""
    for item in _texts(raw):
        dotted = _DOTTED.fullmatch(split_hedge(item.text)[1])
        if dotted and kind_of(item.text)[0] is Kind.POINTS:
            typed = dotted[1]
            whole, _, part = typed.partition(".")
            faults.add(
                "so-dau-cham-le",
                item.where.named(where.key, where.label),
                gia_tri=typed,
                so_le=f"{whole},{part}",
                nghin=f"{whole}.{part:0<3}",
            )


def check_rank(raw: RawValue, where: Where, faults: Faults) -> None:
    """Remark that "1/3" is read as a rank and printed "01/03": it may be a fraction. With a unit behind it
    ("3/9 xã"), or of many, it is a rank.
    """
    for item in _texts(raw):
        hedge, rest = split_hedge(item.text)
        rank = _RANK.fullmatch(rest)
        sides = _sides(rank[1]) if rank and not rank[2] else None
        if rank is None or sides is None or sides[1] > _LARGEST_PART:
            continue
        pair = "/".join(format_count(side, two_digits=True) for side in sides)
        if pair != "".join(rank[1].split()):
            typed, printed = (f"{hedge} {one}".strip() for one in (rank[1], pair))
            faults.add(
                "so-doc-la-hang",
                item.where.named(where.key, where.label),
                gia_tri=typed,
                mot=format_number(sides[0]),
                tong=format_number(sides[1]),
                in_ra=printed,
                phan_so=rank[1],
                ty_le=format_percent(sides[0] * 100 / sides[1]),
            )
            return


def _sides(pair: str) -> tuple[Decimal, Decimal] | None:
    """Both numbers of what may be a rank: from 1 to the second."""
    ratio = parse_ratio(pair)
    if ratio.left is None or ratio.right is None or not 1 <= ratio.left <= ratio.right:
        return None
    return ratio.left, ratio.right


def _texts(raw: RawValue) -> Iterator[RawValue]:
    """What is typed as a number, of this period and of the last."""
    items = [raw.children[name] for name in (*VALUES, LAST_YEAR) if name in raw.children]
    for item in items if raw.children else [raw]:
        if isinstance(item.value, str) and item.literal is not Literal.EXACT:
            yield item


def _in_full(mantissa: str, exponent: str) -> str:
    """What "1,5e3" is in full; of what is too long, or no number, an example."""
    parsed = parse_number(mantissa.removeprefix("+"), integer=False)
    values = (parsed.value,) if parsed.value is not None else parsed.readings
    if not values:
        return _MANY_DIGITS
    places = int(exponent.replace("−", "-"))
    number = values[-1].scaleb(places)
    return format_number(number) if abs(number.adjusted()) < MAX_DIGITS else _MANY_DIGITS


def _split(typed: str) -> tuple[str, str]:
    """A figure without the words behind it, and those words: "trên 1.250", "hồ sơ"."""
    hedge, rest = split_hedge(typed)
    rank = _RANK.fullmatch(rest)
    parsed = parse_number(rest, integer=True)
    words = (rank[2] or "") if rank else parsed.rest if parsed.fault is Fault.EXTRA_WORDS else ""
    words = words or parsed.unit.replace("%", "").replace("đồng", "")
    compact = " ".join(rest.split())
    number = compact.removesuffix(words).strip() if words and compact.endswith(words) else rest
    return f"{hedge} {number}".strip(), words
