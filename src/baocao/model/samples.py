"""What a figure of each kind looks like when it is typed, and as it stands in its cell."""

from __future__ import annotations

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.numbers import format_number, parse_number, split_hedge

SAMPLES = {
    Kind.COUNT: "27.630",
    Kind.RATE: "98,74%",
    Kind.POINTS: "80,41",
    Kind.RANK: "11/12",
    Kind.MONEY: "69.639.646 đồng",
}
"""What a figure of each kind looks like, when the catalogue gives no example."""

_NOWHERE = Where()
WHOLE = frozenset({Kind.COUNT, Kind.RANK, Kind.MONEY})
"""Kinds that are whole numbers."""


def as_shown(raw: RawValue) -> str:
    """A figure as its reader sees it where it stands: the numbers of cells and JSON with a decimal comma."""
    return raw.text.replace(".", ",") if raw.literal is Literal.EXACT else raw.text


def sample(indicator: Indicator, where: Where = _NOWHERE) -> str:
    """What to type for the indicator; in a cell only the digits of the number, which Excel groups itself."""
    example = indicator.example or SAMPLES.get(indicator.kind, "…")
    if not where.cell or indicator.kind not in SAMPLES:
        return example
    first = split_hedge(example)[1].partition("/")[0]
    number = parse_number(first, integer=indicator.kind in WHOLE).value
    return example if number is None else format_number(number).replace(".", "")


def row_sample(list_: Indicator) -> str:
    """What to type for one row of a list: the fields it must have, all of them when it need not have any."""
    needed = [field for field in list_.fields if field.required] or list(list_.fields)
    typed = ((field.id, sample(field)) for field in needed)
    entries = (f'{id_}: "{text}"' if set(text) & set(',:{}[]"') else f"{id_}: {text}" for id_, text in typed)
    return "- {" + ", ".join(entries) + "}"
