"""What hangs on each figure of a catalogue: the figures made of it, and the rules that look at any of them.

Whoever asks what another number would change resolves and judges only these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.packs.catalogue import Catalogue, Indicator, list_field
from baocao.packs.rules import Rule, RuleKind


@dataclass(frozen=True, slots=True)
class Touched:
    """ids: a figure and all that are made of it, in the order of the catalogue. rules: those that compare one
    of them, in their order.
    """

    ids: tuple[str, ...]
    rules: tuple[Rule, ...]


class Dependence:
    """Worked out figure by figure, when first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made_of: dict[str, set[str]] = {}
        for indicator in catalogue:
            for part in _sources(indicator):
                self._made_of.setdefault(part, set()).add(indicator.id)
        self._known: dict[str, Touched] = {}

    def of(self, id_: str) -> Touched:
        """What changes when this figure, or a row of this list, is another one."""
        if id_ not in self._known:
            reached = self._reached(id_)
            rules = (rule for rule in self._catalogue.rules if not reached.isdisjoint(self._compared(rule)))
            ids = (one.id for one in self._catalogue if one.id in reached)
            self._known[id_] = Touched(tuple(ids), tuple(rules))
        return self._known[id_]

    def _reached(self, id_: str) -> set[str]:
        reached, waiting = {id_}, [id_]
        while waiting:
            further = self._made_of.get(waiting.pop(), set()) - reached
            reached |= further
            waiting += further
        return reached

    def _compared(self, rule: Rule) -> Iterator[str]:
        """The figures that decide how a rule stands; of shares also the counts behind them."""
        if rule.list:
            yield rule.list
            return
        for item in (*rule.terms, *(item for longer in rule.unless for item in longer)):
            yield list_field(item)[0]
        if rule.kind is RuleKind.SHARES:
            for share in rule.left:
                yield from _sources(self._catalogue[share])


def _sources(indicator: Indicator) -> Iterator[str]:
    """The figures and lists that an indicator may be made of."""
    named = (indicator.numerator, indicator.denominator, indicator.fallback)
    items = (*(item for parts in indicator.parts for item in parts), *filter(None, named))
    return (list_field(item)[0] for item in items)
