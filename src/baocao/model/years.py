"""The years of a series: their values, and whether they are what they are taken for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from baocao.intake.periods import period_key
from baocao.intake.raw import RawRecord, RawValue, RawYear
from baocao.intake.years import SERIES, weakened
from baocao.model.checks import available
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.period import label_of_year
from baocao.model.record import Period, PeriodKind, Value
from baocao.model.safety import check_characters
from baocao.model.tree import Typed, read_values
from baocao.packs.catalogue import Catalogue, OverYears
from baocao.packs.pack import Pack

Values = Mapping[str, Value]


def read_other(
    figures: RawValue | None, catalogue: Catalogue, faults: Faults, *, found: bool
) -> dict[str, Value]:
    """The values of another period. found: in a file that nobody named; its faults stop no report."""
    own = Faults((), faults.pack_id)
    if figures is not None and found:
        check_characters(figures, own, catalogue.full_texts)
    values = read_values(figures, catalogue, own, draft=True, previous=True).values
    faults.items += weakened(own.items) if found else own.items
    return values


def read_years(raw: RawRecord, pack: Pack, faults: Faults) -> dict[int, Values]:
    """The values of every year of the series."""
    return {
        year: read_other(item.figures, pack.catalogue, faults, found=item.found)
        for year, item in raw.years.items()
    }


def check_years(main: Form, raw: RawRecord, period: Period, pack: Pack) -> None:
    """Files that `cac_nam` names must be of their year and of a kind of report that serves; a review lacks
    no year.
    """
    for year, item in raw.years.items():
        if item.whole is not None and not item.found:
            _check_named(main, year, item, period, pack)
    if period.kind is PeriodKind.SPAN and raw.years:
        span = range(period.year, period.last_year + 1)
        lacking = [label_of_year(period, year) for year in span if year not in raw.years]
        if lacking:
            main.faults.add("cac-nam-thieu", main.at("ky"), cac_nam=", ".join(lacking), ky=period.label)


def with_years(
    typed: Typed, period: Period | None, years: Mapping[int, Values], catalogue: Catalogue
) -> Typed:
    """What is given when the years of a review count too: a blank figure may be made of theirs."""
    if period is None or period.kind is not PeriodKind.SPAN or not years:
        return typed
    made = {
        one.id: Value(nil=True)
        for one in catalogue
        if one.over_years is not OverYears.NONE
        and all(
            available(one.id, years.get(year, {}), catalogue) for year in years_needed(one.over_years, period)
        )
    }
    return replace(typed, values={**made, **typed.values})


def years_needed(over: OverYears, period: Period) -> tuple[int, ...]:
    """The years whose figures make up that of a review."""
    match over:
        case OverYears.SUM:
            return tuple(range(period.year, period.last_year + 1))
        case OverYears.FIRST:
            return (period.year,)
        case OverYears.LAST:
            return (period.last_year,)
    return ()


def _check_named(main: Form, year: int, item: RawYear, period: Period, pack: Pack) -> None:
    assert item.whole is not None
    typed = main.raw.children[SERIES].children[str(year)]
    place = typed.where.but(key=f"{SERIES}.{year}")
    key = period_key(item.whole.children.get("ky"))
    wanted = period_key(main.get("ky"))
    if key is not None and wanted is not None and key != wanted.one_year(year):
        main.faults.add("cac-nam-sai-nam", place, nam=_words(key.year, key.last), can=year)
    named = item.whole.children.get("goi")
    if named and named.text.strip() not in pack.of_years:
        main.faults.add("cac-nam-sai-goi", place, nam=year, goi=named.text.strip(), can=pack.id)


def _words(first: int, last: int) -> str:
    return str(first) if first == last else f"{first} - {last}"
