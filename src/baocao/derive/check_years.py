"""A figure that a review of several years states, against what its years make."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.derive.ground import Ground
from baocao.derive.resolved import amount_of
from baocao.derive.series import made_of_years
from baocao.derive.trace import OF_YEARS
from baocao.errors import Finding, finding
from baocao.model.record import PeriodKind
from baocao.packs.catalogue import Indicator, OverYears


def check_years(ground: Ground) -> Iterator[Finding]:
    """One finding for each stated figure that its years do not make; hedged ones are not compared."""
    if ground.record.period.kind is not PeriodKind.SPAN:
        return
    for indicator in ground.catalogue:
        if indicator.over_years is not OverYears.NONE and ground.stated(indicator.id):
            yield from _check(ground, indicator)


def _check(ground: Ground, indicator: Indicator) -> Iterator[Finding]:
    made = made_of_years(indicator, ground.record.period, ground.years)
    stated = ground.value(indicator.id)
    if made is None or stated is None or made.value.hedge or stated.hedge:
        return
    if amount_of(stated) != amount_of(made.value):
        yield finding(
            "cac-nam-lech",
            ground.where(indicator.id),
            ten=indicator.label,
            ky=ground.record.period.label,
            cong_bo=ground.words(indicator.id, stated),
            cach_tinh=OF_YEARS[indicator.over_years],
            tinh_duoc=ground.words(indicator.id, made.value),
        )
