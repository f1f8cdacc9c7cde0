"""Headings that are looked for in the wrong rows: one finding in the place of one for each column."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from baocao.errors import Finding, finding
from baocao.mapping.grid import Grid
from baocao.workbook.book import sheet_key

_HIGHEST = 60
"""Rows from the top that are searched for the headings."""


def settle(grids: Iterable[Grid], findings: list[Finding]) -> None:
    """Put one finding at `dong_tieu_de` in the place of those of single columns, where rows have no heading
    that any of them names.
    """
    for grid in grids:
        told = _wrong_rows(grid)
        if told is not None:
            first = min(findings.index(item) for item in grid.lacking)
            findings[:] = [item for item in findings if item not in grid.lacking]
            findings.insert(first, told)
            grid.lacking = []


def _wrong_rows(grid: Grid) -> Finding | None:
    if grid.title_rows is None or not grid.lacking or grid.found_title:
        return None
    first, last = grid.title_rows
    bottom = len(grid.sheet.rows)
    if first >= bottom:
        wrong = f"nằm dưới dòng cuối có chữ, số (dòng {bottom})"
    elif not any(grid.titles):
        wrong = "trống"
    elif len(grid.lacking) > 1 and not any(_fact(item, "goi_y") for item in grid.lacking):
        wrong = "không phải dòng ghi tiêu đề các cột"
    else:
        return None
    rows = f"{first + 1}" if first == last else f"{first + 1}-{last + 1}"
    found = _rows_of([_fact(item, "cot") for item in grid.lacking], grid)
    near = f" Các tiêu đề ấy có ở dòng {found}." if found else ""
    facts: dict[str, Any] = {"dong": rows, "trang": grid.name, "sai": wrong, "goi_y": near}
    return finding("dong-tieu-de-sai", grid.titles_at, so=f"{len(grid.lacking):02d}", **facts)


def _rows_of(names: Iterable[str], grid: Grid) -> str:
    """The rows that have most of the headings, "4" or "4-5"; "" when no row has any."""
    wanted = {sheet_key(part) for name in names for part in name.split("/")}
    sheet = grid.sheet
    found = [
        {key for column in range(sheet.width) if (key := sheet_key(grid.name_at(row, column))) in wanted}
        for row in range(min(len(sheet.rows), _HIGHEST))
    ]
    best = max(range(len(found)), key=lambda row: len(found[row]), default=0)
    if not found or not found[best]:
        return ""
    above = best - 1 if best and found[best - 1] - found[best] else best
    below = best + 1 if best + 1 < len(found) and found[best + 1] - found[best] else best
    return f"{above + 1}" if above == below else f"{above + 1}-{below + 1}"


def _fact(item: Finding, name: str) -> str:
    return dict(item.facts).get(name, "")
