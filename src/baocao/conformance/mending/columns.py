"""The columns of a table that only places head or signature: `SetColumns`."""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.conformance.mending.lettering import CannotMendError
from baocao.conformance.mending.order import child, properties, put
from baocao.conformance.mends import SetColumns
from baocao.template.ooxml_tree import w

_TBL_PR = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing"
    " tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange"
)
_TC_PR = (
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"
    " headers cellIns cellDel cellMerge tcPrChange"
)
TBLPR, TCPR = tuple(_TBL_PR.split()), tuple(_TC_PR.split())


def set_columns(mend: SetColumns) -> None:
    """Write the widths into grid, cells and table, which then keeps them. Raises `CannotMendError`.

    LibreOffice reads the grid, Word the cells.
    """
    table, widths = mend.table.element, [width.twips for width in mend.widths]
    grid = table.find(w("tblGrid"))
    if grid is None or len(grid.findall(w("gridCol"))) != len(widths):
        raise CannotMendError("bảng chia cột không đều giữa các hàng")
    for column, width in zip(grid.findall(w("gridCol")), widths, strict=True):
        column.set(w("w"), str(width))
    for row in mend.table.rows:
        for cell in row.cells:
            span = _span(cell.element)
            width = sum(widths[cell.column : cell.column + span])
            put(properties(cell.element, "tcPr"), "tcW", TCPR, w=str(width), type="dxa")
    look = properties(table, "tblPr")
    put(look, "tblW", TBLPR, w=str(sum(widths)), type="dxa")
    child(look, "tblLayout", TBLPR).set(w("type"), "fixed")


def _span(cell: Element) -> int:
    found = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if found is None else int(found.get(w("val"), "1"))
