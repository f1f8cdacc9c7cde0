"""The room `derive`: `compute` makes `Figures` of a `Record`.

A record comes in, valid for its pack's catalogue; figures go out: stated values, sums, rates, last year's,
findings about what does not agree, and the names a template may use.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from baocao.derive.check_cited import check_cited
from baocao.derive.check_dates import check_dates
from baocao.derive.check_direction import check_direction
from baocao.derive.check_outline import check_outline
from baocao.derive.check_printed import check_printed, data_place
from baocao.derive.check_rules import check_rules
from baocao.derive.check_totals import check_totals
from baocao.derive.check_years import check_years
from baocao.derive.context import Context
from baocao.derive.full_text import Layout
from baocao.derive.ground import Ground
from baocao.derive.namespace import tree_of
from baocao.derive.resolve import resolve_all
from baocao.derive.resolved import Resolved
from baocao.derive.series import figures_of_years, made_of_years, with_this_year
from baocao.derive.trace import trace
from baocao.errors import Finding
from baocao.model.named import with_named
from baocao.model.record import PeriodKind, Record
from baocao.packs.catalogue import Catalogue
from baocao.packs.pack import Pack

STRICT_CODES = frozenset(
    {
        "tong-lech",
        "tong-hai-cach",
        "ty-le-lech",
        "phan-vuot-tong",
        "ty-le-tinh-vuot-100",
        "ty-le-khong-du-100",
        "kiem-tra-lech",
        "kiem-tra-vuot",
        "ky-truoc-lech",
        "huong-trai-nguoc",
        "cac-nam-lech",
        "bac-lech",
    }
)
"""Findings that refuse the report when asked to be strict (`--nghiem-ngat`)."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of one report. `now` and `before` (last year): by indicator id; a blank has no entry.

    years: the figures of each year of a series, likewise. layout: how full texts are set.
    """

    record: Record
    catalogue: Catalogue
    now: Mapping[str, Resolved]
    before: Mapping[str, Resolved]
    findings: tuple[Finding, ...] = ()
    years: Mapping[int, Mapping[str, Resolved]] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)

    def context(self, *, draft: bool = False, asked: set[str] | None = None) -> dict[str, Any]:
        """The names a template may use: one namespace for each group of indicators, `dv`, `ky` and `vb`.

        asked: takes the id of each indicator a template asks for.
        """
        return self._objects(asked).names(tree_of(tuple(self.catalogue.indicators)), draft=draft)

    def placed(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Findings about missing figures, each once and at its place in the data."""
        return tuple(dict.fromkeys(replace(item, where=data_place(self, item.where)) for item in findings))

    def unprinted(self, asked: Collection[str]) -> tuple[Finding, ...]:
        """Remarks on what was typed but nobody asked for."""
        return tuple(check_printed(self, asked))

    def __getitem__(self, id_: str) -> Any:
        """The object of one indicator, as a template sees it. Raises KeyError for an unknown id."""
        return self._objects().make(id_)

    def trace(self, id_: str) -> tuple[str, ...]:
        """Where a figure comes from, one line a step. Raises KeyError for an unknown id."""
        return tuple(trace(Ground(self.record, self.catalogue, self.now, self.before, self.years), id_))

    def _objects(self, asked: set[str] | None = None) -> Context:
        return Context(self.record, self.catalogue, self.now, self.before, asked, self.years, self.layout)


def compute(record: Record, pack: Pack) -> Figures:
    """Derive every figure and check what was stated against what can be computed. Odd data never raises."""
    catalogue, style = with_named(pack.catalogue, record.named), record.unit.style
    before = resolve_all(catalogue, record.previous, style) if record.previous else {}
    others = figures_of_years(record, catalogue, before)
    of_review = record.period.kind is PeriodKind.SPAN
    from_years = partial(made_of_years, period=record.period, years=others) if of_review else None
    now = resolve_all(catalogue, record.values, style, from_years)
    years = with_this_year(others, record.period, now)
    ground = Ground(record, catalogue, now, before, years)
    findings = (
        *check_rules(ground),
        *check_dates(ground),
        *check_direction(ground),
        *check_years(ground),
        *check_outline(ground),
        *check_totals(ground),
        *check_cited(ground),
    )
    findings = tuple(item for item in findings if item.where.key not in record.told)
    layout = Layout(pack.manifest.headings, pack.manifest.format_profile)
    return Figures(record, catalogue, now, before, findings, years, layout)
