"""A value that its cells cannot say whole: the figure in its cells, the rest on `Mục khác`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from baocao.authoring.forms.cells import Cells, cells_of, judged, raw_of
from baocao.errors import Where
from baocao.forms.conventions import Role
from baocao.forms.extras import UnplacedError, placed
from baocao.forms.paths import Path
from baocao.packs.catalogue import Indicator, Kind
from baocao.source.raw import Literal, RawValue

Extras = list[tuple[Path, RawValue]]
"""What has no cell, each by its path below the value."""


_BESIDE = Where(sheet="Mục khác")


def parted_cells_of(
    raw: RawValue, indicator: Indicator, columns: Collection[str]
) -> tuple[Cells, Extras] | None:
    """The cells to write and what stands beside them; None when even the figure has no cell."""
    if (whole := cells_of(raw, indicator, columns)) is not None:
        return whole, []
    figure = raw.children.get(Role.VALUE)
    if figure is None or figure.blank or indicator.kind is Kind.LIST:
        return None
    cells = cells_of(figure, indicator, columns)
    if cells is None:
        return None
    extras: Extras = [
        ((name,), item) for name, item in raw.children.items() if name != Role.VALUE and not item.blank
    ]
    back = back_together(raw_of(cells, columns), extras)
    return (cells, extras) if back is not None and judged(back, indicator) == judged(raw, indicator) else None


def back_together(made: RawValue, extras: Iterable[tuple[Path, RawValue]]) -> RawValue | None:
    """What the reader makes of cells and of what stands beside them; None when they do not fit."""
    tree = RawValue({"so_lieu": RawValue({"x": made}, made.where, Literal.MAP)}, made.where, Literal.MAP)
    try:
        for steps, value in extras:
            tree = placed(tree, ("so_lieu", "x", *steps), replace(value, where=_BESIDE))
    except UnplacedError:
        return None
    return tree.children["so_lieu"].children["x"]
