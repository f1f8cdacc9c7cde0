"""How the Word list of fields looks: headings, paragraphs and tables on landscape paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from baocao.authoring.field_rows import Row
from baocao.formats import Format, Length, Mm
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.tables import cell, grid_table, row
from baocao.ooxml.xml import text_runs
from baocao.vietnamese.text import capitals

_FULL = (Mm(66), Mm(36), Mm(38), Mm(112))
_SHORT = (Mm(92), Mm(48), Mm(112))
"""Widths of the columns with and without the kind: the 252 mm between the margins of landscape A4."""

_HEAD_FILL, _PASTE_FILL = "D9D9D9", "F2F2F2"
_PASTE_SPACING = '<w:pPr><w:spacing w:before="40" w:after="40"/></w:pPr>'
_NO_PROOF = "<w:noProof/>"


def title(*lines: str) -> str:
    """The title: its first line as the name of a document, the others below it."""
    first, *others = lines
    below = (styled_paragraph("TrichYeu", text_runs(line)) for line in others)
    return "".join((styled_paragraph("TenLoai", text_runs(capitals(first))), *below))


def heading(text: str, level: int = 1) -> str:
    """A numbered heading; the first level in capitals."""
    return styled_paragraph(f"Heading{level}", text_runs(capitals(text) if level == 1 else text))


def paragraph(text: str) -> str:
    """A paragraph of text, on one page with what follows it."""
    return styled_paragraph("ThanBai", text_runs(text), "<w:keepNext/>")


def dash(text: str) -> str:
    """A paragraph with a dash before it."""
    return styled_paragraph("GachDau", text_runs(text))


def rows_table(rows: Sequence[Row], first: str = "Nội dung") -> str:
    """A table of rows, with a column of kinds when a row has one. first: head of the first column."""
    full = any(item.kind for item in rows)
    columns = _FULL if full else _SHORT
    names = (first, *(("Loại, đơn vị tính",) if full else ()), "In ra (ví dụ)", "Thẻ để dán")
    body = (row(_cells(item, columns, full=full)) for item in rows)
    return grid_table(columns, (_head(names, columns), *body)) + _GAP


def plain_table(rows: Iterable[Sequence[str]], widths: Sequence[Length]) -> str:
    """A table to copy as it is; its first row is the head."""
    head, *others = rows
    body = (
        row(cell(_paste((text,)), width) for text, width in zip(line, widths, strict=True)) for line in others
    )
    return grid_table(widths, (_head(head, widths), *body)) + _GAP


def text_width(fmt: Format) -> Length:
    """Between the margins of a landscape page."""
    page = fmt.page
    return Length(page.height.chosen - page.left.chosen - page.right.chosen)


_GAP = styled_paragraph("Ke", "")


def _head(names: Sequence[str], widths: Sequence[Length]) -> str:
    cells = (
        cell(styled_paragraph("BangDau", text_runs(name)), width, fill=_HEAD_FILL, valign="center")
        for name, width in zip(names, widths, strict=True)
    )
    return row(cells, header=True)


def _cells(item: Row, columns: Sequence[Length], *, full: bool) -> Iterable[str]:
    words = (item.what, *((item.kind,) if full else ()), item.printed)
    yield from (
        cell(styled_paragraph("BangChu", text_runs(text)), width)
        for text, width in zip(words, columns, strict=False)
    )
    yield cell(_paste(item.paste), columns[-1], fill=_PASTE_FILL)


def _paste(paragraphs: Iterable[str]) -> str:
    """Text to copy, in the letters of a report's body: right even when it is pasted with its look."""
    return "".join(f"<w:p>{_PASTE_SPACING}{text_runs(text, _NO_PROOF)}</w:p>" for text in paragraphs)
