"""Units that stand in two places: two tables with the same unit, two reports that ask for one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from baocao.batch.outcome import Draft
from baocao.batch.sources.unit_tables import Table
from baocao.errors import Finding, Where, finding
from baocao.vietnamese.unit_names import unit_key

_MOST_NAMES = 5


class Twice:
    """Notes the rows of tables; tells of units that two tables have for the same period and pack."""

    def __init__(self) -> None:
        self._first: dict[tuple[object, ...], Table] = {}
        self._names: dict[tuple[Path, Path], dict[str, None]] = defaultdict(dict)

    def note(self, name: str, table: Table, pack: str) -> None:
        """One more row that is to be made."""
        first = self._first.setdefault((unit_key(name), table.period, pack), table)
        if first.path != table.path:
            self._names[first.path, table.path][name] = None

    def told(self) -> Iterator[Finding]:
        """One finding for each two tables."""
        for (one, other), names in self._names.items():
            place = Where(str(other))
            yield finding("hang-loat-trung-don-vi", place, don_vi=_row(names), mot=one.name, hai=other.name)


def told_clashes(drafts: Iterable[Draft]) -> Iterator[Finding]:
    """The reports of a run that the pattern gives one name; each got a mark of its own (`naming.apart`)."""
    asking: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.name:
            asking[draft.name.casefold()].append(draft)
    several = [items for items in asking.values() if len(items) > 1]
    if several:
        first = several[0]
        sources = " và ".join(f"«{item.job.id}»" for item in first[:2])
        number = sum(map(len, several))
        yield finding("hang-loat-trung-ten", so=number, ten=first[0].name, hai_noi=sources)


def _row(names: Iterable[str]) -> str:
    several = list(names)
    more = len(several) - _MOST_NAMES
    return ", ".join(several[:_MOST_NAMES]) + (f" và {more} đơn vị khác" if more > 0 else "")
