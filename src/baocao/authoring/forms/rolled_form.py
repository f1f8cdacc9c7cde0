"""A roll-up as a filled form, with sheets to read beside it: all units, remarks, texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from baocao.authoring.data_text import data_text
from baocao.authoring.forms.looks import GROUPED, height
from baocao.authoring.forms.making import Wanted, make_form
from baocao.authoring.forms.paper import Paper, put_formula
from baocao.errors import Severity
from baocao.forms.conventions import SheetKind
from baocao.intake.reader import read_typed
from baocao.model.record import Value
from baocao.packs.catalogue import Indicator, Kind, RollUp
from baocao.rollup import Rolled
from baocao.rollup.adding import ADDABLE
from baocao.rollup.rolled import words
from baocao.source.raw import RawValue
from baocao.vietnamese.numbers import format_number

OTHERS_SHEET = "Mục khác"
UNITS_SHEET, REMARKS_SHEET, TEXTS_SHEET = "Các đơn vị", "Lời nhắc", "Lời văn các đơn vị"
_HEAD, _FIRST = 4, 6
"""Rows of the headings (label, then unit of measure) and of the first unit, from 0."""
_NAMES, _FIGURES, _WIDE = 2, 3, 17.0
"""Columns of the units' names and of the first figure; how wide a figure is."""
_NOWHERE = 200
"""A column without anything: what LibreOffice prints of a hidden sheet."""
_WEIGHTS = {Severity.ERROR: "Phải sửa", Severity.WARNING: "Nên xem lại", Severity.INFO: "Lưu ý"}


def rolled_form(rolled: Rolled, tree: RawValue, target: Path) -> bytes:
    """The workbook. tree: the roll-up as a data file. target: where it will stand."""
    unit = rolled.upper.file
    record = read_typed(data_text(tree), str(target), folder=target.parent, unit_path=unit)
    wanted = Wanted(rolled.pack.id, target, unit, record=record)
    return make_form(wanted, more=lambda paper: _more(paper, rolled)).data


def _more(paper: Paper, rolled: Rolled) -> None:
    """The sheets to read; the one that holds what each unit gives, line by line, is for the program alone."""
    for sheet in paper.book.worksheets():
        if sheet.get_name() == OTHERS_SHEET:
            sheet.hide()
            sheet.print_area(1, _NOWHERE, 1, _NOWHERE)
    _units(paper, rolled)
    if rolled.findings:
        rows = [(_WEIGHTS[item.level], str(item.where), item.text, item.remedy) for item in rolled.findings]
        widths = (14, 44, 70, 56)
        _listing(paper, REMARKS_SHEET, ("Mức", "Chỗ", "Nội dung", "Việc cần làm"), widths, rows)
    texts = [
        (rolled.pack.catalogue[id_].label, member.name, text)
        for id_ in (one.id for one in rolled.pack.catalogue)
        for member in rolled.members
        for text in member.texts.get(id_, ())
    ]
    if texts:
        _listing(paper, TEXTS_SHEET, ("Chỉ tiêu", "Đơn vị", "Lời văn"), (44, 26, 110), texts)


def _units(paper: Paper, rolled: Rolled) -> None:
    """A row a unit, a column an indicator, and the totals as formulas; a blank stays blank."""
    shown = [one for one in rolled.pack.catalogue if one.id in rolled.totals and _is_summed(one)]
    sheet = paper.add(UNITS_SHEET, SheetKind.OTHERS, UNITS_SHEET, (2, 5, 26, *(_WIDE for _ in shown)))
    sheet.write_string(
        2, _FIGURES, "Ô trống: đơn vị chưa có số. Dòng cuối là tổng của cột.", paper.looks("hint")
    )
    _heads(paper, sheet, shown)
    plain = paper.looks("label", num_format=GROUPED, align="right")
    for place, member in enumerate(rolled.members):
        row = _FIRST + place
        sheet.write_number(row, 1, place + 1, paper.looks("centre"))
        sheet.write_string(row, _NAMES, member.name, paper.looks("label"))
        said = [(member.name, 26.0)]
        for column, one in enumerate(shown, _FIGURES):
            value = member.values.get(one.id)
            if value is not None and value.number is not None and not value.hedge:
                sheet.write_number(row, column, float(value.number), plain)
            elif value is None:
                sheet.write_blank(row, column, None, plain)
            else:
                said.append((_bare_words(value, one), _WIDE))
                sheet.write_string(row, column, said[-1][0], plain)
        sheet.set_row(row, height(*said))
    _totals(paper, sheet, rolled, shown)
    sheet.freeze_panes(_FIRST, _FIGURES)
    sheet.repeat_rows(_HEAD, _HEAD + 1)
    sheet.repeat_columns(1, _NAMES)
    sheet.set_print_scale(90)


def _bare_words(value: Value, one: Indicator) -> str:
    """A figure in words; its unit stands in the heading."""
    if one.kind is Kind.MONEY or value.number is None:
        return words(value, one)
    return f"{value.hedge} {format_number(value.number)}".strip()


def _is_summed(one: Indicator) -> bool:
    return one.kind in ADDABLE and one.rollup is RollUp.SUM


def _heads(paper: Paper, sheet: Worksheet, shown: Sequence[Indicator]) -> None:
    look, small = paper.looks("head"), paper.looks("head_more")
    for column, label in ((1, "TT"), (_NAMES, "Đơn vị")):
        sheet.write_string(_HEAD, column, label, look)
        sheet.write_blank(_HEAD + 1, column, None, small)
    for column, one in enumerate(shown, _FIGURES):
        sheet.write_string(_HEAD, column, one.label, look)
        sheet.write_string(_HEAD + 1, column, "đồng" if one.kind is Kind.MONEY else one.unit, small)
    sheet.set_row(_HEAD, 66)


def _totals(paper: Paper, sheet: Worksheet, rolled: Rolled, shown: Sequence[Indicator]) -> None:
    """The total of each column: a formula, or in words where a unit has a figure in words ("trên 200")."""
    bold = paper.looks("group", num_format=GROUPED, align="right", text_wrap=True)
    said = [("Tổng cộng", 26.0)]
    last = _FIRST + len(rolled.members)
    sheet.write_string(last, _NAMES, "Tổng cộng", paper.looks("group"))
    for column, one in enumerate(shown, _FIGURES):
        total = rolled.totals[one.id]
        given = [value for member in rolled.members if (value := member.values.get(one.id)) is not None]
        if total.number is None or any(value.hedge for value in given):
            said.append((_bare_words(total, one), _WIDE))
            sheet.write_string(last, column, said[-1][0], bold)
            continue
        name = xl_col_to_name(column)
        formula = f"SUM({name}{_FIRST + 1}:{name}{last})"
        put_formula(sheet, last, column, formula, float(total.number), bold)
    sheet.set_row(last, height(*said))


def _listing(
    paper: Paper, name: str, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]]
) -> None:
    sheet = paper.add(name, SheetKind.OTHERS, name, (2, *widths), "")
    look, wrapped = paper.looks("head"), paper.looks("label", valign="top")
    for column, label in enumerate(heads, 1):
        sheet.write_string(_HEAD, column, label, look)
    for place, row in enumerate(rows, _HEAD + 1):
        sheet.set_row(place, height(*zip(row, widths, strict=True)))
        for column, text in enumerate(row, 1):
            sheet.write_string(place, column, text, wrapped)
    sheet.repeat_rows(_HEAD)
