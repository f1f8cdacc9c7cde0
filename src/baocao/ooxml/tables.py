"""Tables as strings: borderless layout tables with fixed columns, and grids whose header rows repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import accumulate, pairwise

from baocao.formats import Length
from baocao.ooxml.xml import escape


def parted(
    total: int, shares: Sequence[int | Decimal], to_twip: Callable[[float | Decimal], int]
) -> list[int]:
    """`total` twips parted by `shares`, to the last twip. to_twip: rounds the edge between two parts."""
    whole = sum(shares)
    edges = [to_twip(total * edge / whole) for edge in accumulate(shares, initial=0)]
    return [right - left for left, right in pairwise(edges)]


class Merge(StrEnum):
    """A cell's part in a vertical merge."""

    START = "restart"
    GOES_ON = "continue"


def cell(
    content: str,
    width: Length,
    *,
    span: int = 1,
    merge: Merge | None = None,
    fill: str = "",
    valign: str = "",
) -> str:
    """One `w:tc`. content: block XML ending with a paragraph; "" stands for an empty paragraph.

    width: of the cell, all spanned columns together. span: columns covered. fill: colour behind the text,
    six hexadecimal digits. valign: "top", "center" or "bottom".
    """
    properties = f'<w:tcW w:w="{width.twips}" w:type="dxa"/>'
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    if fill:
        properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if valign:
        properties += f'<w:vAlign w:val="{valign}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content or '<w:p/>'}</w:tc>"


def row(cells: Iterable[str], *, header: bool = False, cant_split: bool = True) -> str:
    """One `w:tr`. header: repeats on each page (the first rows only). cant_split: stays on one page."""
    properties = f"{'<w:cantSplit/>' if cant_split else ''}{'<w:tblHeader/>' if header else ''}"
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{''.join(cells)}</w:tr>"


def layout_table(columns: Sequence[Length], rows: Iterable[str]) -> str:
    """A table without lines and cell margins, columns fixed: the header table, the signature block."""
    margins = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return _table(columns, rows, "", f"<w:tblCellMar>{margins}</w:tblCellMar>")


def grid_table(
    columns: Sequence[Length],
    rows: Iterable[str],
    *,
    style: str = "BangLuoi",
    descr: str = "",
    margin: Length | None = None,
) -> str:
    """A table with a thin black grid (from the table style `style`), as wide as its columns, centred.

    descr: alternative text, when the table needs one. margin: left and right of the text in each cell, when
    it is not the style's.
    """
    margins = ""
    if margin is not None:
        sides = (f'<w:{side} w:w="{margin.twips}" w:type="dxa"/>' for side in ("left", "right"))
        margins = f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"
    alternative = f'<w:tblDescription w:val="{escape(descr)}"/>' if descr else ""
    return _table(columns, rows, f'<w:tblStyle w:val="{style}"/>', margins, alternative)


def _table(
    columns: Sequence[Length], rows: Iterable[str], style: str, margins: str, alternative: str = ""
) -> str:
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in columns)
    total = sum(width.twips for width in columns)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>{alternative}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
