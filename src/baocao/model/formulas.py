"""What named figures (`so`) are reckoned from: in which order, and whether their units go together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from baocao.packs.catalogue import Indicator, Kind

_NAME = re.compile(r"[a-z][a-z0-9_.]*")
_UNITS = {Kind.MONEY: "đồng", Kind.RATE: "%"}


def names_in(formula: str) -> list[str]:
    """The names that a formula has, in its order."""
    return _NAME.findall(formula)


def in_order(formulas: Mapping[str, Iterable[str]]) -> tuple[list[str], list[list[str]]]:
    """The ids of formulas, each after those it is reckoned from; and the circles, which are in no order.

    formulas: the ids that the formula of each id names.
    """
    left = {id_: list(names) for id_, names in formulas.items()}
    circles: list[list[str]] = []
    while True:
        try:
            order = TopologicalSorter(left).static_order()
            return [id_ for id_ in order if id_ in left], circles
        except CycleError as error:
            circle = list(reversed(error.args[1]))[:-1]
            first = min(range(len(circle)), key=lambda at: list(formulas).index(circle[at]))
            circles.append(circle[first:] + circle[:first])
            left = {id_: names for id_, names in left.items() if id_ not in circle}


def unit_of(figure: Indicator) -> str:
    """What a figure is counted in: "hồ sơ", "đồng", "%"; "" when nothing is said."""
    return _UNITS.get(figure.kind, figure.unit)


def common_unit(figures: Iterable[Indicator]) -> str | None:
    """The unit of a sum, "" when none has one; None when the units do not go together.

    A unit is at home with one that says more of the same: "hồ sơ" and "hồ sơ trực tuyến" are "hồ sơ".
    """
    return common_words(map(unit_of, figures))


def common_words(typed: Iterable[str]) -> str | None:
    """As `common_unit`, of units as they are typed."""
    units = sorted(set(typed) - {""}, key=len)
    if not units:
        return ""
    words = units[0].casefold().split()
    alike = all(other.casefold().split()[: len(words)] == words for other in units)
    return units[0] if alike else None
