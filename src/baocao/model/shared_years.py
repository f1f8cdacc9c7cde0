"""Figures of other years in files of another kind of report, of which only what both have is read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from baocao.intake.raw import Literal, RawRecord, RawValue, RawYear
from baocao.intake.years import FOUND_LAST_YEAR
from baocao.packs.catalogue import NUMERIC, Catalogue
from baocao.packs.pack import Pack

_OF_FOUND = frozenset({FOUND_LAST_YEAR, "nam-truoc-hai-tep", "nam-truoc-ghi-ky-khac"})
"""What is told of files of last year that nobody named."""


def with_shared_years(raw: RawRecord, pack: Pack) -> RawRecord:
    """The record without what the files of other packs (`lay_cac_nam`) say of indicators that `pack` lacks.

    A file of last year that was found by itself and has nothing of this report is none; nor is one for a
    pack without numbers, which compares nothing.
    """
    if not _has_numbers(pack.catalogue):
        raw = _without_found(raw)
    years = {year: _shared_year(item, pack) for year, item in raw.years.items()}
    raw = replace(raw, years=years) if years != raw.years else raw
    if raw.previous is None or not _is_of_another(raw.previous_file, pack):
        return raw
    figures = shared_figures(raw.previous, pack)
    if not figures.blank or not raw.previous_found:
        return replace(raw, previous=figures)
    return _without_found(raw)


def with_shared_figures(raw: RawRecord, pack: Pack) -> RawRecord:
    """A data file of another year as one of `pack`, when it is of a pack whose files serve; else as it is."""
    figures = raw.main.children.get("so_lieu")
    if figures is None or not _is_of_another(raw.main, pack):
        return raw
    own = {
        "goi": RawValue(pack.id, raw.main.where, Literal.TEXT),
        "so_lieu": shared_figures(figures, pack),
    }
    return replace(raw, main=replace(raw.main, value={**raw.main.children, **own}), form=None)


def _without_found(raw: RawRecord) -> RawRecord:
    """The record without the file of last year that was found by itself, and what is told of it."""
    told = tuple(item for item in raw.findings if item.code not in _OF_FOUND)
    if not raw.previous_found:
        return raw if len(told) == len(raw.findings) else replace(raw, findings=told)
    return replace(raw, previous=None, previous_file=None, previous_found=False, findings=told)


def _has_numbers(catalogue: Catalogue) -> bool:
    """Whether a pack has a figure that could be compared, by itself or in a list."""
    return any(item.kind in NUMERIC for one in catalogue for item in (one, *one.fields))


def shared_figures(figures: RawValue, pack: Pack) -> RawValue:
    """A `so_lieu` without what is no indicator of the pack."""
    return _known(figures, "", pack.catalogue.indicators, pack.catalogue.beginnings)


def _shared_year(item: RawYear, pack: Pack) -> RawYear:
    if not _is_of_another(item.whole, pack):
        return item
    return replace(item, figures=shared_figures(item.figures, pack))


def _is_of_another(whole: RawValue | None, pack: Pack) -> bool:
    return whole is not None and whole.text_of("goi") in pack.of_years[1:]


def _known(raw: RawValue, prefix: str, ids: Collection[str], groups: Collection[str]) -> RawValue:
    kept: dict[str, RawValue] = {}
    for name, child in raw.children.items():
        id_ = f"{prefix}{name}"
        if id_ in ids:
            kept[name] = child
        elif id_ in groups and not (inner := _known(child, f"{id_}.", ids, groups)).blank:
            kept[name] = inner
    return RawValue(kept, raw.where, Literal.MAP)
