"""From stated values to all values: stated before summed before computed before years before fallback."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from baocao.derive.arithmetic import add, divide, term
from baocao.derive.outline import with_sums_of_rows
from baocao.derive.resolved import How, Resolved, is_given
from baocao.derive.wording import most_places
from baocao.model.record import HouseStyle, Value
from baocao.packs.catalogue import Catalogue, Indicator, Kind, list_field

FromYears = Callable[[Indicator], Resolved | None]
"""Gives a figure made of those of several years."""


def resolve_all(
    catalogue: Catalogue, values: Mapping[str, Value], style: HouseStyle, from_years: FromYears | None = None
) -> dict[str, Resolved]:
    """Every indicator that has data or can be derived from others, in the order of the catalogue."""
    found = _Resolver(catalogue, values, style, from_years)
    asked = (id_ for id_ in catalogue.indicators if from_years or id_ in values or id_ in catalogue.made)
    return {id_: item for id_ in asked if (item := found.resolve(id_)) is not None}


def resolve_again(
    before: Mapping[str, Resolved],
    touched: Collection[str],
    catalogue: Catalogue,
    values: Mapping[str, Value],
    style: HouseStyle,
    from_years: FromYears | None = None,
) -> dict[str, Resolved]:
    """`resolve_all` of values that differ from those of `before` only in what `touched` are made of
    (`Catalogue.dependence`); the others are taken as they were. The order is not the catalogue's.
    """
    known: dict[str, Resolved | None] = {id_: item for id_, item in before.items() if id_ not in touched}
    found = _Resolver(catalogue, values, style, from_years, known)
    for id_ in touched:
        found.resolve(id_)
    return {id_: item for id_, item in found.known.items() if item is not None}


class _Resolver:
    """Resolves on demand and remembers. An id met again on its own way is blank: no endless circle."""

    def __init__(
        self,
        catalogue: Catalogue,
        values: Mapping[str, Value],
        style: HouseStyle,
        from_years: FromYears | None,
        known: dict[str, Resolved | None] | None = None,
    ) -> None:
        self._indicators, self._values, self._style = catalogue.indicators, values, style
        self._made, self._from_years = catalogue.made, from_years
        self.known = {} if known is None else known

    def resolve(self, id_: str) -> Resolved | None:
        if id_ in self.known:
            return self.known[id_]
        indicator = self._indicators.get(id_)
        if indicator is None:
            return None
        self.known[id_] = None
        value = self._values.get(id_)
        if value is not None and is_given(value):
            found: Resolved | None = Resolved(id_, self._with_rates(indicator, value))
        else:
            found = self._derived(indicator, value)
        self.known[id_] = found
        return found

    def value(self, id_: str) -> Value | None:
        found = self.resolve(id_)
        return found.value if found is not None else None

    def term(self, item: str) -> Value | None:
        return term(item, self.value)

    def _with_rates(self, list_: Indicator, value: Value) -> Value:
        """A list whose rows have their sums and rates: a field that is made of others may be left blank."""
        if not list_.fields:
            return value
        if list_.tree:
            value = with_sums_of_rows(list_, value)
        made = [one for one in list_.fields if one.parts or (one.numerator and one.denominator)]
        if not made:
            return value
        return replace(value, records=tuple(self._row(row, made) for row in value.records))

    def _row(self, row: Mapping[str, Value], made: list[Indicator]) -> Mapping[str, Value]:
        blank = [one for one in made if one.id not in row]
        computed = {one.id: cell for one in blank if (cell := self._cell(row, one)) is not None}
        return self._row({**row, **computed}, blank) if computed else row

    def _cell(self, row: Mapping[str, Value], field: Indicator) -> Value | None:
        sums = (add(row.get(part) for part in parts) for parts in field.parts)
        total = next((total for total in sums if total is not None), None)
        return total if field.parts else self._row_rate(row, field)

    def _row_rate(self, row: Mapping[str, Value], rate: Indicator) -> Value | None:
        numerator, denominator = row.get(rate.numerator), row.get(rate.denominator)
        if numerator is None or denominator is None:
            return None
        return divide(numerator, denominator, most_places(rate, None, self._style))

    def _derived(self, indicator: Indicator, styled: Value | None) -> Resolved | None:
        """styled: what the data says of how the figure is printed."""
        if indicator.id not in self._made and self._from_years is None:
            return None
        found = (
            self._sum(indicator)
            or self._rate(indicator)
            or (self._from_years and self._from_years(indicator))
            or self._fallback(indicator)
        )
        if found is None or styled is None:
            return found
        value = replace(
            found.value,
            where=styled.where,
            decimals=styled.decimals,
            hedge=styled.hedge or found.value.hedge,
            source=styled.source,
            window=styled.window,
        )
        return replace(found, value=value)

    def _sum(self, indicator: Indicator) -> Resolved | None:
        """The first complete breakdown; the columns of a list come first, the reader sees them as a table."""
        several = len(indicator.parts) > 1
        for breakdown in sorted(indicator.parts, key=_is_no_column) if several else indicator.parts:
            if several and self._is_outdone(breakdown, indicator.parts):
                continue
            total = add(self.term(item) for item in breakdown)
            if total is not None:
                return Resolved(indicator.id, total, How.SUM, breakdown)
        return None

    def _is_outdone(self, breakdown: tuple[str, ...], every: tuple[tuple[str, ...], ...]) -> bool:
        """Whether a longer breakdown that holds all these parts has data for another part."""
        longer = (other for other in every if set(breakdown) < set(other))
        return any(self.term(item) is not None for other in longer for item in other if item not in breakdown)

    def _rate(self, indicator: Indicator) -> Resolved | None:
        if indicator.kind is not Kind.RATE or not (indicator.numerator and indicator.denominator):
            return None
        numerator, denominator = self.term(indicator.numerator), self.term(indicator.denominator)
        if numerator is None or denominator is None:
            return None
        places = most_places(indicator, self._values.get(indicator.id), self._style)
        rate = divide(numerator, denominator, places)
        inputs = (indicator.numerator, indicator.denominator)
        return Resolved(indicator.id, rate, How.RATE, inputs) if rate is not None else None

    def _fallback(self, indicator: Indicator) -> Resolved | None:
        value = self.term(indicator.fallback) if indicator.fallback else None
        return Resolved(indicator.id, value, How.FALLBACK, (indicator.fallback,)) if value else None


def _is_no_column(breakdown: tuple[str, ...]) -> bool:
    """Whether a breakdown has parts that are not columns of lists (`danh_sach[].truong`)."""
    return not all(list_field(item)[1] for item in breakdown)
