"""Figures: counts, rates, points, ranks, money, as typed -> exact decimals. One function a kind."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import Any

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.record import Hedge, Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.numbers import (
    MAX_DIGITS,
    Fault,
    Parsed,
    format_number,
    parse_number,
    parse_ratio,
    split_hedge,
)

SAMPLES = {
    Kind.COUNT: "27.630",
    Kind.RATE: "98,74%",
    Kind.POINTS: "80,41",
    Kind.RANK: "11/12",
    Kind.MONEY: "69.639.646 đồng",
}
"""What a figure of each kind looks like, when the catalogue gives no example."""

_CODES = {
    Fault.EMPTY: "so-khong-doc-duoc",
    Fault.NOT_A_NUMBER: "so-khong-doc-duoc",
    Fault.FOREIGN_DIGITS: "so-chu-so-la",
    Fault.BAD_GROUPING: "so-nham-dau",
    Fault.TOO_LONG: "so-qua-dai",
}

_TYPED_ZEROS = re.compile(r"[0-9],([0-9]*0)(?![0-9])")
"""Decimals that end in a zero ("99,10%"): the figure is printed and judged at just these places."""

_PAIRS = {
    Kind.RANK: {"so_dau": "hạng", "so_sau": "tổng số"},
    Kind.POINTS: {"so_dau": "số điểm", "so_sau": "điểm tối đa"},
}
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
"""What a computer set to English writes for thousands."""

_SHORT_UNITS = dict.fromkeys(("tr", "trđ", "trd"), "triệu đồng") | dict.fromkeys(
    ("t", "ty", "tyr"), "tỷ đồng"
)
_LOOKALIKES = str.maketrans("OolI", "0011")
_WHEN_BLANK = " Chưa có số liệu thì để trống; chỉ gõ «không phát sinh» khi trong kỳ thật sự không có."

_NOWHERE = Where()
_WHOLE = frozenset({Kind.COUNT, Kind.RANK, Kind.MONEY})

_SHAPES = {
    Literal.MAP: "các mục con thụt vào bên dưới",
    Literal.LIST: "một danh sách",
    Literal.BOOL: "có hoặc không",
}


def count(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A whole number, not negative. Of the digits that a cell or JSON holds nothing is to be asked."""
    if raw.literal is Literal.EXACT and _is_digits(raw.text):
        return Value(where=where, number=Decimal(raw.text))
    return _Reader(raw, indicator, where, faults).single(whole=True, units=("",))


def rate(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A percentage from 0 to 100, or to the catalogue's `toi_da`."""
    reader = _Reader(raw, indicator, where, faults)
    value = reader.single(whole=False, units=("", "%"))
    limit = Decimal(100) if indicator.maximum is None else indicator.maximum
    if value and value.number is not None and value.number > limit:
        code = "ty-le-vuot-100" if indicator.maximum is None else "vuot-toi-da"
        typed = f"{format_number(value.number)}%"
        faults.add(code, where, gia_tri=typed, toi_da=f"{format_number(limit)}%")
    elif value and value.number and value.number < 1 and "%" not in raw.text and not indicator.numerator:
        hundredfold = format_number(value.number * 100)
        faults.add("ty-le-duoi-mot", where, gia_tri=as_shown(raw)[:60], nhan=hundredfold)
    return value


def points(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """Points, alone ("80,41") or with their maximum ("16,71/17,50")."""
    reader = _Reader(raw, indicator, where, faults)
    value = reader.pair(whole=False) if "/" in raw.text else reader.single(whole=False, units=("", "điểm"))
    if value is None:
        return None
    limit = value.of if value.of is not None else indicator.maximum
    if limit is not None and value.number is not None and value.number > limit:
        faults.add("vuot-toi-da", where, gia_tri=format_number(value.number), toi_da=format_number(limit))
    return _with_of(value, limit)


def rank(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """A rank, alone ("11") or with the number of ranked units ("11/12")."""
    reader = _Reader(raw, indicator, where, faults)
    value = reader.pair(whole=True) if "/" in raw.text else reader.single(whole=True, units=("",))
    if value is None or value.number is None:
        return value
    total = value.of if value.of is not None else indicator.maximum
    if value.number < 1:
        faults.add("hang-sai", where, gia_tri=as_shown(raw))
    elif total is not None and value.number > total:
        faults.add("hang-lon-hon-tong", where, hang=format_number(value.number), tong=format_number(total))
    return _with_of(value, total)


def tell_lacking_totals(value: Value, indicator: Indicator, faults: Faults) -> None:
    """Remark on a rank without the number of ranked units where the catalogue's example has one; of a list
    on those of its rows.
    """
    for row in value.records:
        for field in indicator.fields:
            if field.id in row:
                tell_lacking_totals(row[field.id], field, faults)
    expected = indicator.kind is Kind.RANK and "/" in indicator.example
    if expected and value.of is None and value.number is not None and value.number >= 1:
        rank_ = format_number(value.number)
        faults.add("hang-thieu-tong", value.where, hang=rank_, vi_du=indicator.example)


def money(raw: RawValue, indicator: Indicator, where: Where, faults: Faults) -> Value | None:
    """An amount in đồng: "69.639.646 đồng", "4,8 triệu đồng", "8,3 tỷ đồng"."""
    return _Reader(raw, indicator, where, faults).single(whole=True, units=("", "đồng"))


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS


def as_shown(raw: RawValue) -> str:
    """A figure as its reader sees it where it stands: the numbers of cells and JSON with a decimal comma."""
    return raw.text.replace(".", ",") if raw.literal is Literal.EXACT else raw.text


def sample(indicator: Indicator, where: Where = _NOWHERE) -> str:
    """What to type for the indicator; in a cell only the digits of the number, which Excel groups itself."""
    example = indicator.example or SAMPLES.get(indicator.kind, "…")
    if not where.cell or indicator.kind not in SAMPLES:
        return example
    first = split_hedge(example)[1].partition("/")[0]
    number = parse_number(first, integer=indicator.kind in _WHOLE).value
    return example if number is None else format_number(number).replace(".", "")


def row_sample(list_: Indicator) -> str:
    """What to type for one row of a list: the fields it must have, all of them when it need not have any."""
    needed = [field for field in list_.fields if field.required] or list(list_.fields)
    typed = ((field.id, sample(field)) for field in needed)
    entries = (f'{id_}: "{text}"' if set(text) & set(',:{}[]"') else f"{id_}: {text}" for id_, text in typed)
    return "- {" + ", ".join(entries) + "}"


def _with_of(value: Value, of: Decimal | None) -> Value:
    return Value(where=value.where, number=value.number, of=of, hedge=value.hedge)


@dataclass(slots=True)
class _Reader:
    """Reads one typed figure; each fault is a finding that names the indicator."""

    raw: RawValue
    indicator: Indicator
    where: Where
    faults: Faults

    def single(self, *, whole: bool, units: Collection[str]) -> Value | None:
        """One number, with a hedge in front perhaps."""
        if self._not_scalar():
            return None
        if self.raw.literal is Literal.EXACT:
            number = self._exact(whole)
            return None if number is None else self._value(number, Hedge.NONE)
        hedge, text = split_hedge(self.raw.text)
        parsed = self._parsed(text, whole)
        if parsed.value is None:
            self._fault(parsed)
            return None
        if parsed.unit not in units:
            self._wrong_unit(parsed)
            return None
        value = self._value(parsed.value, Hedge(hedge))
        zeros = None if whole else _TYPED_ZEROS.search(text)
        decimals = len(zeros[1]) if zeros else None
        plain = not (hedge or parsed.unit or parsed.scale or (zeros and not _GROUPED.fullmatch(text.strip())))
        if self.where.cell and not self.raw.written and value and plain:
            self._add("so-go-thanh-chu", so=format_number(parsed.value), cung_dong="")
        if value is None or (decimals is None and not parsed.scale):
            return value
        return replace(value, decimals=decimals, scale=parsed.scale)

    def pair(self, *, whole: bool) -> Value | None:
        """Two numbers with a stroke between."""
        if self._not_scalar():
            return None
        hedge, text = split_hedge(self.raw.text)
        if text.startswith("/"):
            others = () if self.raw.beside is None else (self.raw.beside,)
            self._add(
                "hang-chua-go", others, tong=text[1:].strip()[:60] or "…", **_PAIRS[self.indicator.kind]
            )
            return None
        ratio = parse_ratio(text, integer=whole)
        if ratio.left is None or ratio.right is None:
            self._fault(Parsed(fault=Fault.NOT_A_NUMBER))
            return None
        value = self._value(ratio.left, Hedge(hedge))
        return value and _with_of(value, ratio.right)

    def _value(self, number: Decimal, hedge: Hedge) -> Value | None:
        if number < 0:
            self._add("so-am")
            return None
        return Value(where=self.where, number=number, hedge=hedge)

    def _not_scalar(self) -> bool:
        shape = _SHAPES.get(self.raw.literal)
        if shape:
            self._add("sai-kieu", can="một số", co=shape)
        return shape is not None

    def _exact(self, whole: bool) -> Decimal | None:
        try:
            number = Decimal(self.raw.text)
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self._add("so-khong-doc-duoc")
        elif abs(number.adjusted()) > MAX_DIGITS or len(number.as_tuple().digits) > MAX_DIGITS:
            self._add("so-qua-dai")
        elif whole and number != number.to_integral_value():
            self._add("so-khong-nguyen")
        else:
            return number
        return None

    def _parsed(self, text: str, whole: bool) -> Parsed:
        """The number; the indicator's own unit may stand behind it."""
        parsed = parse_number(text, integer=whole)
        if parsed.fault is Fault.EXTRA_WORDS and parsed.rest.lower() == self.indicator.unit.lower():
            return parse_number(text[: -len(parsed.rest)], integer=whole)
        return parsed

    def _date_in_cell(self) -> str:
        """The date in the cell of a number, alone or before a total: what Excel makes of "11/12"."""
        text = self.raw.text if self.where.cell else ""
        return next((date for date in (text, text.rpartition("/")[0]) if parse_date(date).day), "")

    def _fault(self, parsed: Parsed) -> None:
        if date := self._date_in_cell():
            self._add("o-la-ngay", gia_tri=date)
        elif parsed.fault is Fault.AMBIGUOUS:
            first, second = (format_number(reading) for reading in parsed.readings)
            code = "so-dau-phay" if self.indicator.kind in _WHOLE else "so-hai-nghia"
            self._add(code, mot=first, hai=second, lien=first.replace(".", ""))
        elif parsed.fault is Fault.EXTRA_WORDS:
            self._add("so-kem-chu", thua=parsed.rest[:60], cach_sua=self._without_words(parsed.rest))
        elif parsed.fault is Fault.NOT_WHOLE:
            self._add("so-tien-le" if self.indicator.kind is Kind.MONEY else "so-khong-nguyen")
        else:
            self._add(_CODES[parsed.fault or Fault.NOT_A_NUMBER])

    def _without_words(self, rest: str) -> str:
        """What to type instead of a number with letters behind it."""
        typed = split_hedge(self.raw.text)[1]
        number = typed.removesuffix(rest).strip()
        unit = _SHORT_UNITS.get(rest.lower(), "") if self.indicator.kind is Kind.MONEY else ""
        if unit and self.where.cell:
            full = f"{number} {unit}"
            return f"Gõ {number} rồi chọn «{unit}» ở ô «Đơn vị tiền»; bảng không có ô ấy thì gõ {full}."
        if unit:
            return f"Gõ đủ đơn vị: {number} {unit}."
        digits = typed.translate(_LOOKALIKES)
        if rest[0] in "OolI" and parse_number(digits, integer=True).value is not None:
            letter = rest[0]
            return f"Chữ {letter} có lẽ là số {letter.translate(_LOOKALIKES)}: gõ {digits}."
        return f"Chỉ gõ con số, ví dụ {sample(self.indicator, self.where)}; đơn vị tính đã có sẵn trong mẫu."

    def _wrong_unit(self, parsed: Parsed) -> None:
        """A unit that does not fit, at the cell of its own when it has one."""
        unit = f"{parsed.scale} {parsed.unit}".strip()
        if self.raw.beside is None:
            self._add("so-sai-don-vi", don_vi=unit)
        else:
            where = self.raw.beside.named(self.where.key, self.where.label)
            self.faults.add("so-thua-don-vi", where, others=(self.where,), don_vi=unit)

    def _add(self, code: str, others: tuple[Where, ...] = (), /, **facts: Any) -> None:
        typed = as_shown(self.raw).strip()
        blank = "" if self.indicator.kind is Kind.RANK else _WHEN_BLANK
        given: dict[str, Any] = {
            "gia_tri": typed[:60] or "…",
            "vi_du": sample(self.indicator, self.where),
            "khi_trong": blank,
        }
        self.faults.add(code, self.where, others=others, **given | facts)
