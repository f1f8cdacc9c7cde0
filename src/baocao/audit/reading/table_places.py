"""The places of cells as a reader finds them: by words above the table, beside the row, over the column."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from baocao.audit.document import Passage, PassageKind, without_section
from baocao.audit.reading.captions import unit_told

_SPOT = re.compile(r".*cột \d+")
_SHOWN = 40
_CAPTION = 200
"""Characters of a paragraph that may stand above a table as its caption."""


def with_cell_places(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages; those of tables with a place such as "bảng dưới «Kết quả», dòng «Hộ tịch», cột «Tổng»".

    Word shows no numbers of tables, rows and columns. Tables that only set the header are not counted.
    """
    known = tuple(passages)
    tables: dict[int, list[Passage]] = defaultdict(list)
    names: dict[int, str] = {}
    caption = ""
    for passage in known:
        if passage.table is None:
            caption = _caption(passage, caption)
            continue
        tables[passage.table.table].append(passage)
        names.setdefault(passage.table.table, caption)
    if len(tables) > 1:
        for rank, number in enumerate(tables, start=1):
            names[number] = names[number] or f"bảng {rank}"
    rows = {number: _row_names(cells) for number, cells in tables.items()}
    columns = {number: _column_names(cells) for number, cells in tables.items()}
    return tuple(
        passage if passage.table is None else _placed(passage, names, rows, columns) for passage in known
    )


def _caption(passage: Passage, before: str) -> str:
    """What a table below this passage is called; the unit of its figures and notes stand between."""
    if passage.kind is PassageKind.NOTE or unit_told([passage.text], ()):
        return before
    is_caption = passage.kind is PassageKind.BODY and len(passage.text) <= _CAPTION
    return f"bảng dưới «{_short(passage.text)}»" if is_caption else ""


def _placed(
    passage: Passage,
    names: Mapping[int, str],
    rows: Mapping[int, Mapping[int, str]],
    columns: Mapping[int, Mapping[int, str]],
) -> Passage:
    cell = passage.table
    assert cell is not None
    row = rows[cell.table].get(cell.row) or f"hàng {cell.row}"
    column = columns[cell.table].get(cell.column, "") if cell.headers else ""
    spot = f"{names[cell.table] or 'bảng'}, {row}, {column or f'cột {cell.column}'}"
    whole = passage.where.paragraph
    own = without_section(whole)
    place = _SPOT.sub(lambda _: spot, own, count=1) + whole[len(own) :]
    return replace(passage, where=passage.where.but(paragraph=place))


def _row_names(cells: Sequence[Passage]) -> Mapping[int, str]:
    """The first words of each row below the header; rows of one name also with their number."""
    words: dict[int, str] = {}
    for cell in cells:
        if cell.table is not None and cell.table.headers and any(map(str.isalpha, cell.text)):
            words.setdefault(cell.table.row, _short(cell.text))
    times = Counter(words.values())
    return {
        row: f"dòng «{name}»" + (f" ở hàng {row}" if times[name] > 1 else "") for row, name in words.items()
    }


def _column_names(cells: Sequence[Passage]) -> Mapping[int, str]:
    """The lowest header over each column; one that stands over several with those above it."""
    heads = {
        cell.table.column: cell.table.headers
        for cell in cells
        if cell.table is not None and cell.table.headers
    }
    times = Counter(held[-1] for held in heads.values())
    return {
        column: f"cột «{_short(held[-1] if times[held[-1]] == 1 else ' - '.join(held))}»"
        for column, held in heads.items()
    }


def _short(text: str) -> str:
    """The beginning of some words, without the colon of a caption."""
    words = " ".join(text.split()).rstrip(" :.")
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rpartition(" ")[0] + "…"
