"""Biểu II.06 of Thông tư 01/2020/TT-VPCP: how the dossiers of administrative procedures were dealt with.

Thirteen columns in portrait; the sums of a row (3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13) and of a column
are reckoned by the template from what was typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from baocao.builder.kit import GAP, Kit, tag_paragraph
from baocao.formats import Length, Mm, Pt
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.tables import Merge, cell, grid_table, row
from baocao.ooxml.xml import text_runs

ROWS, ROWS_OF_UNITS = "bieu_ii_06", "bieu_ii_06_don_vi"
"""The lists of the data that the tables are printed from: a row a field of work, a row a unit."""
_RECEIVED = ("truc_tuyen", "truc_tiep", "ky_truoc")
_SETTLED = ("truoc_han", "dung_han", "qua_han")
_PENDING = ("dang_trong_han", "dang_qua_han")
_GROUPS = (_RECEIVED, _SETTLED, _PENDING)
_SUMS = ("tong_nhan", "da_giai_quyet", "dang_giai_quyet")
"""The fields with the sum of each group."""
_MM = (6.6, 19.0, 13.6, 11.7, 11.7, 11.7, 13.6, 11.7, 11.7, 11.7, 13.6, 11.7, 11.7)
"""Six digits fit a sum, five any other column, at 11 pt."""
_WIDTH = Mm(sum(_MM))
"""160 mm: the text between margins of 30 and 20 mm (PL I.I.3 allows 30-35 and 15-20)."""
_GROUP_HEADS = (
    "Số hồ sơ nhận giải quyết",
    "Số lượng hồ sơ đã giải quyết",
    "Số lượng hồ sơ đang giải quyết",
)
_HEADS = (
    ("Tổng số", "Trực tuyến trong kỳ", "Trực tiếp, bưu chính trong kỳ", "Từ kỳ trước"),
    ("Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"),
    ("Tổng số", "Trong hạn", "Quá hạn"),
)
_NUMBERS = ("3 = 4 + 5 + 6", "4", "5", "6", "7 = 8 + 9 + 10", "8", "9", "10", "11 = 12 + 13", "12", "13")
_CAPTION = "Biểu số II.06, Thông tư số 01/2020/TT-VPCP; đơn vị tính: hồ sơ"
_SIZE = '<w:sz w:val="22"/><w:szCs w:val="22"/>'
_BOLD = "<w:b/><w:bCs/>"
_MARGIN = Mm(0.5)


def dossier_table(kit: Kit) -> str:
    """The table, with a row for each item of the list `bieu_ii_06` and a row of totals."""
    return _table(kit, ROWS, "Lĩnh vực", _amounts("l"), _totals())


def unit_table(kit: Kit) -> str:
    """The same with a row a unit, from the list `bieu_ii_06_don_vi`. What a unit has not given stays empty,
    and so does every sum that it belongs to, unless the unit gives the sum itself.
    """
    return _table(kit, ROWS_OF_UNITS, "Đơn vị", _known_amounts("l"), _known_totals(ROWS_OF_UNITS))


def _table(kit: Kit, rows: str, subject: str, amounts: Iterable[str], totals: Iterable[str]) -> str:
    widths = _widths(min(kit.fmt.page.text_width, _WIDTH))
    lines = (
        *_heads(widths, subject),
        _numbers(widths),
        _tag_row(f"{{%tr for l in {rows} %}}", widths),
        _row(widths, ("{{ loop.index }}", "{{r l.ten }}", *amounts), ""),
        _tag_row("{%tr endfor %}", widths),
        _row(widths, ("", "Tổng cộng", *totals), _BOLD),
    )
    return GAP + _unit() + grid_table(widths, lines, margin=_MARGIN) + GAP


def _unit() -> str:
    words = text_runs(_CAPTION, f"<w:i/><w:iCs/>{_SIZE}")
    return styled_paragraph("BangChu", words, '<w:keepNext/><w:jc w:val="right"/>')


def _widths(total: Length) -> Sequence[Length]:
    """The columns of a table of that width, to the last twip."""
    edges = [round(total.twips * edge / sum(_MM)) for edge in accumulate(_MM, initial=0)]
    return [Pt((right - left) / 20) for left, right in pairwise(edges)]


def _heads(widths: Sequence[Length], subject: str) -> Iterable[str]:
    upper = [_head("TT", widths[0], merge=Merge.START), _head(subject, widths[1], merge=Merge.START)]
    lower = [cell("", width, merge=Merge.GOES_ON) for width in widths[:2]]
    at = 2
    for words, heads in zip(_GROUP_HEADS, _HEADS, strict=True):
        own = widths[at : at + len(heads)]
        upper.append(_head(words, Length(sum(own)), span=len(own)))
        lower += [_head(head, width) for head, width in zip(heads, own, strict=True)]
        at += len(heads)
    return row(upper, header=True), row(lower, header=True)


def _head(words: str, width: Length, *, span: int = 1, merge: Merge | None = None) -> str:
    text = styled_paragraph("BangDau", text_runs(words, _SIZE))
    return cell(text, width, span=span, merge=merge, valign="center")


def _numbers(widths: Sequence[Length]) -> str:
    look = f'<w:b w:val="0"/><w:bCs w:val="0"/><w:i/><w:iCs/>{_SIZE}'
    words = ("1", "2", *_NUMBERS)
    cells = [
        cell(styled_paragraph("BangDau", text_runs(text, look)), width)
        for text, width in zip(words, widths, strict=True)
    ]
    return row(cells, header=True)


def _row(widths: Sequence[Length], texts: Sequence[str], look: str) -> str:
    centred, left = '<w:jc w:val="center"/>', ""
    cells = [
        cell(styled_paragraph("BangChu", text_runs(text, look + _SIZE), left if at == 1 else centred), width)
        for at, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    return row(cells)


def _tag_row(source: str, widths: Sequence[Length]) -> str:
    return row((cell(tag_paragraph(source), Length(sum(widths)), span=len(widths)),))


def _amounts(name: str) -> Iterable[str]:
    for fields in _GROUPS:
        parts = [f"{name}.{field}" for field in fields]
        yield f"{{{{ [{', '.join(parts)}] | sum | so }}}}"
        yield from (f"{{{{ (0 if {part}.khong_phat_sinh else {part}) | so }}}}" for part in parts)


def _totals() -> Iterable[str]:
    for fields in _GROUPS:
        parts = [f'{ROWS} | sum("{field}")' for field in fields]
        yield f"{{{{ [{', '.join(parts)}] | sum | so }}}}"
        yield from (f"{{{{ {part} | so }}}}" for part in parts)


def _known_amounts(name: str) -> Iterable[str]:
    for total, fields in zip(_SUMS, _GROUPS, strict=True):
        for part in (f"{name}.{field}" for field in (total, *fields)):
            number = f"{{{{ (0 if {part}.khong_phat_sinh else {part}) | so }}}}"
            yield f"{{% if not {part}.trong %}}{number}{{% endif %}}"


def _known_totals(rows: str) -> Iterable[str]:
    for total, fields in zip(_SUMS, _GROUPS, strict=True):
        for field in (total, *fields):
            unknown = f'{rows} | selectattr("{field}.trong") | list'
            yield f'{{% if not ({unknown}) %}}{{{{ {rows} | sum("{field}") | so }}}}{{% endif %}}'
