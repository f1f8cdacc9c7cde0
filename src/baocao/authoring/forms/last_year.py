"""Last year's figures as a form shows them: typed or computed, each in one cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from baocao.authoring.forms.cells import Cell, number_cell
from baocao.derive.resolve import resolve_all
from baocao.errors import Finding
from baocao.model.faults import Faults
from baocao.model.numbers import LEAST_BARE_AMOUNT
from baocao.model.record import HouseStyle, Value
from baocao.model.tree import read_values
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.packs.pack import Pack
from baocao.source.raw import RawValue
from baocao.vietnamese.numbers import format_number, format_scaled_money

Figures = dict[str, Value]


def figures_of(tree: RawValue | None, pack: Pack, style: HouseStyle) -> tuple[Figures, tuple[Finding, ...]]:
    """Every numeric figure of a `so_lieu`, typed or computed, and what is wrong with the typed ones."""
    faults = Faults((), pack.id)
    typed = read_values(tree, pack.catalogue, faults, draft=True, previous=True).values
    resolved = resolve_all(pack.catalogue, typed, style)
    numeric = {id_: item.value for id_, item in resolved.items() if pack.catalogue[id_].kind in NUMERIC}
    return numeric, faults.in_order()


def numbers_of(figures: Figures) -> dict[str, Decimal]:
    """The numbers alone, money in đồng; nil is 0."""
    return dict(_numbers(figures))


def cells_before(figures: Figures, pack: Pack) -> dict[str, Cell]:
    """One cell a figure, which reads as the figure does."""
    return {id_: _cell(value, pack.catalogue[id_]) for id_, value in figures.items()}


def _numbers(figures: Figures) -> Iterable[tuple[str, Decimal]]:
    for id_, value in figures.items():
        if value.nil or value.number is not None:
            yield id_, value.number or Decimal(0)


def _cell(value: Value, one: Indicator) -> Cell:
    if value.nil or value.number is None:
        return "không phát sinh"
    words = "".join(_words(value, one))
    plain = not (value.hedge or value.scale or words.endswith(("%", "đồng")) or "/" in words)
    number = number_cell(f"{value.number:f}") if plain else None
    return words if number is None else number


def _words(value: Value, one: Indicator) -> Iterator[str]:
    number = value.number or Decimal(0)
    if value.hedge:
        yield f"{value.hedge} "
    if value.scale:
        yield format_scaled_money(number, value.scale)
        return
    yield format_number(number)
    if value.of is not None and value.of != one.maximum:
        yield f"/{format_number(value.of)}"
    elif one.kind is Kind.RATE and 0 < number < 1:
        yield "%"
    elif one.kind is Kind.MONEY and 0 < number < LEAST_BARE_AMOUNT:
        yield " đồng"
