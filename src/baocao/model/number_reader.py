"""One typed number -> its value, or what is wrong with it in words: the reader that all kinds share."""

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
from baocao.model.samples import WHOLE, as_shown, sample
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

_MONEY_COLUMN = "cột «Đơn vị tiền»"

_SHAPES = {
    Literal.MAP: "các mục con thụt vào bên dưới",
    Literal.LIST: "một danh sách",
    Literal.BOOL: "có hoặc không",
}


def with_of(value: Value, of: Decimal | None) -> Value:
    """The number with the total or maximum it stands before."""
    return Value(where=value.where, number=value.number, of=of, hedge=value.hedge)


@dataclass(slots=True)
class NumberReader:
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

    def ask_for_unit(self, value: Value) -> None:
        """Ask for the unit of an amount typed without one; «đồng» that is typed or chosen says it."""
        if self.raw.beside is not None or parse_number(split_hedge(self.raw.text)[1], integer=True).unit:
            return
        assert value.number is not None
        read = format_number(value.number)
        chosen = "chọn «đồng»" if self.raw.unit_at is not None else f"gõ «{read} đồng»"
        way = f"{self._how_to_give_unit(as_shown(self.raw).strip())}; nếu đúng là đồng thì {chosen}."
        self._add("tien-thieu-don-vi", so=read, cach_sua=way)

    def _how_to_give_unit(self, number: str) -> str:
        """Which unit to choose in the cell beside, or to type behind the number."""
        cell = self.raw.unit_at or self.raw.beside
        if cell is not None:
            return f"Chọn triệu đồng hoặc tỷ đồng ở {_MONEY_COLUMN} (ô {cell.cell})"
        return f"Gõ đơn vị sau số, ví dụ «{number} triệu đồng», «{number} tỷ đồng»"

    def _tell_part(self) -> None:
        """Tell a number with decimals where a whole one is meant."""
        if self.indicator.kind is not Kind.MONEY:
            self._add("so-khong-nguyen")
            return
        number = as_shown(self.raw).strip().removesuffix("đồng").strip()
        way = f"{self._how_to_give_unit(number)}; tính bằng đồng thì gõ số chẵn."
        self._add("so-tien-le", gia_tri=number[:60], cach_sua=way)

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
        if self._has_total_twice():
            return None
        ratio = parse_ratio(text, integer=whole)
        if ratio.left is None or ratio.right is None:
            self._fault(Parsed(fault=Fault.NOT_A_NUMBER))
            return None
        value = self._value(ratio.left, Hedge(hedge))
        return value and with_of(value, ratio.right)

    def _has_total_twice(self) -> bool:
        """Whether the cell has a total of its own and the one beside it another, which is told."""
        own, _, total = self.raw.text.rpartition("/")
        if self.raw.beside is None or parse_ratio(own).right is None:
            return False
        first, second = (part.strip() for part in own.split("/"))
        numbers: dict[str, Any] = {"gia_tri": own, "mot": first, "hai": second, "ben": total.strip()}
        self._add("hang-hai-tong", (self.raw.beside,), o_ben=self.raw.beside.cell, **numbers)
        return True

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
            self._tell_part()
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
            code = "so-dau-phay" if self.indicator.kind in WHOLE else "so-hai-nghia"
            self._add(code, mot=first, hai=second, lien=first.replace(".", ""))
        elif parsed.fault is Fault.EXTRA_WORDS:
            self._add("so-kem-chu", thua=parsed.rest[:60], cach_sua=self._without_words(parsed.rest))
        elif parsed.fault is Fault.NOT_WHOLE:
            self._tell_part()
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
