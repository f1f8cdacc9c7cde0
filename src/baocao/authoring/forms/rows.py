"""What may be typed in the cells of one figure, and the words that say so when the cell is chosen."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from baocao.authoring.forms.cells import cells_of
from baocao.authoring.forms.live import is_nil
from baocao.errors import Where
from baocao.forms.conventions import PAIRED, SCALES, Role
from baocao.packs.catalogue import NUMERIC, Indicator, Kind
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import HEDGES

_WHOLE = frozenset({Kind.COUNT, Kind.RANK})
_TITLE, _TEXT = 32, 255
"""Characters that Excel shows in the title and in the text of an input message."""

_HOW = {
    Kind.COUNT: "Gõ số, liền các chữ số (27630). Chưa có số liệu thì để trống; trong kỳ thật sự không có thì "
    "gõ: không phát sinh.",
    Kind.MONEY: "Gõ số, rồi chọn đơn vị ở cột «Đơn vị tiền» (để trống là đồng).",
    Kind.RATE: "Gõ số phần trăm, không gõ dấu %.",
    Kind.RANK: "Gõ hạng vào đây, tổng số đơn vị vào ô bên phải.",
    Kind.POINTS: "Gõ điểm vào đây; điểm tối đa, nếu có, vào ô bên phải.",
    Kind.DATE: "Gõ ngày như 25/3/2026.",
    Kind.YESNO: "Chọn có hoặc không.",
    Kind.PERIOD: "Gõ như muốn in.",
}
_WRONG = {
    Kind.COUNT: "Ô này nhận một số không âm, không có số lẻ, gõ liền các chữ số (27630, không gõ 27.630); "
    "hoặc chữ: không phát sinh.",
    Kind.MONEY: "Ô này nhận một số không âm. Đơn vị (triệu đồng, tỷ đồng) chọn ở cột «Đơn vị tiền».",
    Kind.RATE: "Ô này nhận số phần trăm, không gõ dấu %, không lớn hơn {most}.",
    Kind.RANK: "Ô này nhận hạng, là số từ 1 trở lên. Tổng số đơn vị gõ vào ô bên phải.",
    Kind.POINTS: "Ô này nhận số điểm, không lớn hơn điểm tối đa. Điểm tối đa gõ vào ô bên phải.",
    Kind.DATE: "Gõ ngày như 25/3/2026 hoặc 25 tháng 3 năm 2026.",
}


def value_rule(one: Indicator, cell: str) -> dict[str, Any] | None:
    """The validation of the cell where a figure is typed (Excel's own terms of XlsxWriter)."""
    message = {"input_title": _cut(one.label, _TITLE), "input_message": _cut(_message(one), _TEXT)}
    if one.kind is Kind.YESNO:
        return {"validate": "list", "source": ["có", "không"], **message}
    condition = _condition(one, cell)
    if condition is None:
        return {"validate": "any", **message}
    most = 100 if one.maximum is None else one.maximum
    words = _WRONG[one.kind].format(most=f"{most}".replace(".", ","))
    return {
        "validate": "custom",
        "value": f"={condition}",
        **message,
        "error_title": "Chưa đúng",
        "error_message": _cut(words, _TEXT),
    }


def _condition(one: Indicator, cell: str) -> str | None:
    if one.kind is Kind.DATE:
        return day_condition(cell)
    if one.kind not in NUMERIC:
        return None
    tests = [f"{cell}>={1 if one.kind is Kind.RANK else 0}"]
    if one.kind in _WHOLE:
        tests.append(f"{cell}=INT({cell})")
    most = 100 if one.kind is Kind.RATE and one.maximum is None else one.maximum
    if most is not None:
        tests.append(f"{cell}<={most}")
    return f"IF(ISNUMBER({cell}),AND({','.join(tests)}),{is_nil(cell)})"


def day_condition(cell: str) -> str:
    """That a cell holds a day: typed as text, or a date of Excel's own."""
    return f'OR(ISNUMBER({cell}),ISNUMBER(SEARCH("/",{cell})),ISNUMBER(SEARCH("tháng",{cell})))'


def day_rule(cell: str) -> dict[str, Any]:
    """The validation of a cell with a day."""
    return {
        "validate": "custom",
        "value": f"={day_condition(cell)}",
        "error_title": "Chưa đúng",
        "error_message": _WRONG[Kind.DATE],
    }


def option_rule(role: str, one: Indicator) -> dict[str, Any] | None:
    """The validation of a cell beside a figure; None where anything goes."""
    wrong = {"error_title": "Chưa đúng"}
    match role:
        case Role.TOTAL:
            least = 1 if one.kind is Kind.RANK else 0
            kind = "integer" if one.kind is Kind.RANK else "decimal"
            words = "Ô này nhận tổng số đơn vị được xếp hạng, hoặc điểm tối đa."
            return {"validate": kind, "criteria": ">=", "value": least, **wrong, "error_message": words}
        case Role.SCALE:
            return {"validate": "list", "source": list(SCALES), "error_type": "warning"}
        case Role.HEDGE:
            return {
                "validate": "list",
                "source": list(HEDGES),
                **wrong,
                "error_message": "Chọn một chữ có sẵn.",
            }
        case Role.DECIMALS:
            words = "Ô này nhận một số từ 0 đến 6."
            between = {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 6}
            return {**between, **wrong, "error_message": words}
    return None


def takes(role: str, one: Indicator) -> bool:
    """Whether a column of the sheet is typed in for this figure."""
    match role:
        case Role.TOTAL:
            return one.kind in PAIRED
        case Role.SCALE:
            return one.kind is Kind.MONEY
        case Role.HEDGE | Role.DECIMALS | Role.STATED:
            return one.kind in NUMERIC
    return True


def explained(one: Indicator) -> str:
    """The explanation beside a figure, with an example as this form takes it."""
    return " ".join(part for part in (one.explanation, example(one)) if part)


_BESIDE = (Role.VALUE, Role.TOTAL, Role.SCALE, Role.HEDGE, Role.DECIMALS)


def example(one: Indicator) -> str:
    """An example as the cells take it; "" when there is none, or it is no line of text.

    A word before a number is left out: it has a column of its own, which the guide explains.
    """
    typed = one.example.strip()
    computed = one.kind is Kind.RATE and one.numerator
    if not typed or typed.startswith("{") or computed:
        return ""
    raw = RawValue(typed, Where(), Literal.TEXT)
    cells = cells_of(raw, one, _BESIDE) if one.kind in NUMERIC else None
    number = (cells or {}).get(Role.VALUE)
    if not cells or not isinstance(number, Decimal):
        return f"Ví dụ: {typed}."
    words = _as_typed(number)
    if isinstance(total := cells.get(Role.TOTAL), Decimal):
        words += f", ô bên phải gõ {_as_typed(total)}"
    if scale := cells.get(Role.SCALE):
        words += f", ô «Đơn vị tiền» chọn {scale}"
    return f"Ví dụ: {words}."


def _as_typed(number: Decimal) -> str:
    return f"{number.normalize():f}".replace(".", ",")


def unit_of(one: Indicator) -> str:
    """What stands in the column of units."""
    return one.unit or ("%" if one.kind is Kind.RATE else "")


def _message(one: Indicator) -> str:
    return " ".join(part for part in (_HOW.get(one.kind, ""), example(one)) if part) or "Gõ vào đây."


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
