"""Words that changed with the law: what a thing is called by a unit of some level on some day.

The words stand in `cach-goi.yaml` beside this module, each with the days and levels it holds for and the law
it comes from (spec nd30, 2.2; spec indicators, row "Units").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from baocao.vietnamese.dates import parse_date

_FILE = "cach-goi.yaml"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to call a thing. levels: of the units that say so, empty for all. source: the law."""

    words: str
    levels: frozenset[str]
    first: dt.date
    last: dt.date
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """A thing that is called differently at different times. label: what it is, for the list of fields."""

    name: str
    label: str
    wordings: tuple[Wording, ...]

    def at(self, levels: Iterable[str], day: dt.date) -> Wording | None:
        """The wording of a unit on a day; None where there is none. levels: the nearest fitting first."""
        current = [item for item in self.wordings if item.first <= day <= item.last]
        for level in levels:
            for item in current:
                if level in item.levels:
                    return item
        return next((item for item in current if not item.levels), None)


@cache
def terms() -> Mapping[str, Term]:
    """Every term by its name, as templates write it behind `dv.`; read once a process."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"), Loader=loader)
    return {name: _term(name, item) for name, item in data.items()}


def _term(name: str, data: Mapping[str, Any]) -> Term:
    return Term(name, data["nhan"], tuple(_wording(item) for item in data["cach_goi"]))


def _wording(data: Mapping[str, Any]) -> Wording:
    return Wording(
        words=data["chu"],
        levels=frozenset(data.get("cap", ())),
        first=_day(data.get("tu_ngay"), dt.date.min),
        last=_day(data.get("den_ngay"), dt.date.max),
        source=data["can_cu"],
    )


def _day(typed: str | None, otherwise: dt.date) -> dt.date:
    return otherwise if typed is None else parse_date(typed).day or otherwise
