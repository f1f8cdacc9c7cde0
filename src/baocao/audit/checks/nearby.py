"""The figures around a place of the text and the totals of a part: where another base may be found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from baocao.audit.statements import Quantity, Reading, Relation, Role, Spot, Statement

_WINDOW = 30
_PASSAGES = 3


class Nearby:
    """All figures of a reading by their place."""

    def __init__(self, reading: Reading) -> None:
        self._passages = reading.document.passages
        self._figures = sorted(reading.quantities, key=_order)
        self._places = [_order(figure) for figure in self._figures]
        self._totals: dict[Spot, list[Quantity]] = {}
        self._changes: dict[Spot, Statement] = {}
        for statement in reading.statements:
            total, difference = statement.one(Role.TOTAL), statement.one(Role.DIFFERENCE)
            if difference is not None:
                self._changes[difference.spot] = statement
            if statement.kind is Relation.BREAKDOWN and total is not None:
                for part in statement.all(Role.PART):
                    self._totals.setdefault(part.spot, []).append(total)

    def of(self, spot: Spot) -> Sequence[Quantity]:
        """The figures of the passage at `spot` and of the notes next to it, the nearest first."""
        at = bisect_left(self._places, (spot.passage, spot.start))
        around = self._figures[max(at - _WINDOW, 0) : at + _WINDOW]
        joined = [figure for figure in around if self._joined(figure.spot.passage, spot.passage)]
        return sorted(joined, key=lambda figure: _distance(figure.spot, spot))

    def totals(self, figure: Quantity) -> Sequence[Quantity]:
        """The totals of which the figure is a part."""
        return self._totals.get(figure.spot, ())

    def change(self, figure: Quantity) -> Statement | None:
        """The change whose difference the figure is."""
        return self._changes.get(figure.spot)

    def _joined(self, one: int, other: int) -> bool:
        if one == other:
            return True
        first, second = self._passages[one], self._passages[other]
        in_note = bool(first.note) != bool(second.note) or (first.note == second.note != "")
        return in_note and abs(one - other) <= _PASSAGES


def _distance(one: Spot, other: Spot) -> tuple[int, int]:
    return abs(one.passage - other.passage), abs(one.start - other.start)


def _order(figure: Quantity) -> tuple[int, int]:
    return figure.spot.passage, figure.spot.start
