"""`tong_hop`: what `baocao tong-hop` says of the units that a file adds up. `baocao.rollup` reads it."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.model.form import Form
from baocao.model.record import UnitFigures
from baocao.source.raw import RawValue

ROLLED_UP = "tong_hop"
NOT_SENT, LEFT_OUT = "chua_gui", "bo_ra"
UNITS, FIGURES, OWN = "don_vi", "so_lieu", "rieng"
"""Each unit with its figures; the ids that the unit above gave itself."""
NAME, FILE, ABOVE = "ten", "tep", "thuoc"
"""Of a unit: its name, its file, the unit whose roll-up it came through."""
MOST_NAMES = 12
"""So many names are told; of more, how many others there are."""


def check_rolled_up(main: Form) -> None:
    """Warn of a report on totals that lack some units: it prints them as if they were of all."""
    raw = main.get(ROLLED_UP)
    names = list(_lacking(raw)) if raw is not None else []
    if names:
        main.faults.add("tong-hop-chua-du", main.at(ROLLED_UP), so=len(names), cac_don_vi=in_a_row(names))


def summed_ids(main: Form) -> frozenset[str]:
    """The indicators whose figures are sums of the units', not what the unit above gave in their place."""
    raw = main.get(ROLLED_UP)
    if raw is None:
        return frozenset()
    units, own = raw.children.get(UNITS), raw.children.get(OWN)
    given = (item.children.get(FIGURES) for item in (units.items if units is not None else ()))
    ids = {id_ for tree in given if tree is not None for id_ in tree.children}
    return frozenset(ids - {item.text.strip() for item in (own.items if own is not None else ())})


def units_behind(main: Form) -> tuple[UnitFigures, ...]:
    """The units that the file adds up, none for any other file."""
    raw = main.get(ROLLED_UP)
    units = raw.children.get(UNITS) if raw is not None else None
    return tuple(_unit(item) for item in (units.items if units is not None else ()))


def _unit(item: RawValue) -> UnitFigures:
    entries = item.children
    name, file, above = (entries[key].text.strip() if key in entries else "" for key in (NAME, FILE, ABOVE))
    figures = entries[FIGURES].children if FIGURES in entries else {}
    return UnitFigures(f"{name} ({above})" if above else name, file, figures)


def in_a_row(names: list[str]) -> str:
    """Names one after the other, not too many of them."""
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" và {more} đơn vị khác" if more > 0 else "")


def _lacking(raw: RawValue) -> Iterator[str]:
    """The units that are not in the sums; one whose other file was taken is in them."""
    seen = set(_names(raw, UNITS))
    for name in (*_names(raw, NOT_SENT), *_names(raw, LEFT_OUT)):
        if name not in seen:
            seen.add(name)
            yield name


def _names(raw: RawValue, entry: str) -> Iterator[str]:
    found = raw.children.get(entry)
    for item in found.items if found is not None else ():
        named = item.children.get("ten", item)
        if named.text.strip():
            yield named.text.strip()
