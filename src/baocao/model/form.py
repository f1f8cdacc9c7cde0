"""A mapping of the data file with fixed entries (ky, van_ban, don_vi, ...), read entry by entry."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypeVar

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.model.record import StyledDate
from baocao.vietnamese.dates import DateFault, parse_date, short_date

T = TypeVar("T")

EARLIEST = dt.date(1945, 9, 2)
LATEST = dt.date(2100, 12, 31)
"""Dates outside are slips of the keyboard: no administration to report on, or none yet."""

_DAY_ZERO, _DAY_ZERO_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
"""Day 0 of Excel's calendar, for dates since March 1900; and of workbooks that count from 1904."""

YES_NO = {"true": True, "có": True, "co": True, "false": False, "không": False, "khong": False}

_DATE_CODES = {
    DateFault.NOT_A_DATE: "ngay-khong-doc-duoc",
    DateFault.EMPTY: "ngay-khong-doc-duoc",
    DateFault.SHORT_YEAR: "ngay-nam-tat",
    DateFault.NO_SUCH_DAY: "ngay-khong-co",
}


def one_line(raw: RawValue, where: Where, faults: Faults) -> str:
    """A text without line breaks; anything else is a finding."""
    text = raw.text.strip()
    if raw.literal in (Literal.MAP, Literal.LIST) or len(text.splitlines()) > 1:
        faults.add("phai-mot-dong", where)
        return ""
    return text


def read_date(raw: RawValue, where: Where, faults: Faults) -> StyledDate | None:
    """A date as typed, or None with a finding."""
    parsed = parse_date(raw.text)
    if parsed.day is None and where.cell and raw.literal is Literal.EXACT:
        faults.add("ngay-la-so", where, gia_tri=raw.text[:60], **_serial_facts(raw))
        return None
    if parsed.day is None:
        code = _DATE_CODES[parsed.fault or DateFault.NOT_A_DATE]
        faults.add(code, where, gia_tri=raw.text[:60] or "…")
        return None
    if not EARLIEST <= parsed.day <= LATEST:
        faults.add("ngay-ngoai-khoang", where, gia_tri=raw.text[:60])
        return None
    return StyledDate(parsed.day, parsed.long)


def _serial_facts(raw: RawValue) -> dict[str, Any]:
    """The date that a number in a cell would be, as its workbook counts days."""
    days = int(raw.text) if raw.text.isdigit() and len(raw.text) < 7 else 0
    day = (_DAY_ZERO_1904 if raw.from_1904 else _DAY_ZERO) + dt.timedelta(days)
    if not EARLIEST <= day <= LATEST:
        return {"goi_y": "", "vi_du": "25/3/2024"}
    return {
        "goi_y": f" Nếu là số thứ tự thì đó là ngày {short_date(day)}.",
        "vi_du": short_date(day),
    }


class Form:
    """Entries by name. `labels`: every entry there is and how it is called; `path` stands before names.

    keys: the full name of each entry that stands elsewhere than below `path` (inherited from a parent).
    """

    def __init__(
        self,
        raw: RawValue,
        path: str,
        labels: Mapping[str, str],
        faults: Faults,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        self.raw, self.path, self.labels, self.faults, self.keys = raw, path, labels, faults, keys or {}
        if raw.literal not in (Literal.MAP, Literal.NULL):
            faults.add("phai-la-bang", raw.where.but(key=path), muc=path, vi_du=next(iter(labels)))
        for name in raw.children:
            if name not in labels:
                self._unknown(name)

    def _unknown(self, name: str) -> None:
        where = self.raw.children[name].where.but(key=self.full(name))
        near = self.faults.guess(name, self.labels)
        self.faults.add("muc-la", where, khoa=name, goi_y=near, cac_muc=", ".join(self.labels))

    def full(self, name: str) -> str:
        """The name of an entry with the names that lead to it."""
        own = f"{self.path}.{name}" if self.path else name
        return self.keys.get(name, own)

    def at(self, name: str) -> Where:
        """The place of an entry; of the whole form when the entry is missing."""
        return self.spot(name).named(self.full(name), self.labels[name])

    def spot(self, name: str) -> Where:
        """The same place without a name."""
        return self.raw.children.get(name, self.raw).where

    def get(self, name: str) -> RawValue | None:
        """The entry as typed; None when it is missing or blank."""
        raw = self.raw.children.get(name)
        return None if raw is None or raw.blank else raw

    def need(self, name: str, sample: str) -> None:
        """Report the entry when it is missing. `sample`: what to type."""
        if self.get(name) is None:
            where = self.at(name)
            self.faults.add("thieu-muc", where, muc=where.label if where.cell else name, vi_du=sample)

    def line(self, name: str, otherwise: str = "") -> str:
        """One line of text."""
        raw = self.get(name)
        return otherwise if raw is None else one_line(raw, self.at(name), self.faults)

    def lines(self, name: str) -> tuple[str, ...]:
        """Several lines: a sequence, a text of several lines, or a single text."""
        raw = self.get(name)
        if raw is None:
            return ()
        where = self.at(name)
        if raw.literal is Literal.MAP:
            self.faults.add("phai-danh-sach", where)
            return ()
        if raw.literal is Literal.LIST:
            items = [
                one_line(item, item.where.named(where.key, where.label), self.faults) for item in raw.items
            ]
        else:
            items = [line.strip() for line in raw.text.splitlines()]
        return tuple(item for item in items if item)

    def whole(self, name: str, low: int, high: int) -> int | None:
        """A whole number of plain digits within bounds."""
        raw = self.get(name)
        if raw is None:
            return None
        text = raw.text.strip()
        if not (text.isascii() and text.isdigit() and len(text) < 10 and low <= int(text) <= high):
            self.faults.add("so-nguyen-sai", self.at(name), gia_tri=text[:60] or "…", tu=low, den=high)
            return None
        return int(text)

    def flag(self, name: str, otherwise: bool) -> bool:
        """Yes or no."""
        return self.choice(name, YES_NO, otherwise)

    def choice(self, name: str, options: Mapping[str, T], otherwise: T) -> T:
        """One of some words, each with its meaning."""
        raw = self.get(name)
        if raw is None:
            return otherwise
        typed = raw.text.strip().lower()
        if typed not in options:
            near = self.faults.guess(typed, options)
            self.faults.add(
                "gia-tri-la",
                self.at(name),
                gia_tri=typed[:60] or "…",
                goi_y=near,
                cac_gia_tri=", ".join(options),
            )
            return otherwise
        return options[typed]

    def date(self, name: str) -> StyledDate | None:
        """A date."""
        raw = self.get(name)
        return None if raw is None else read_date(raw, self.at(name), self.faults)

    def below(self, name: str, labels: Mapping[str, str]) -> Form:
        """The form that stands under an entry; an empty one when the entry is missing."""
        raw = self.get(name)
        if raw is None:
            raw = RawValue(None, self.at(name).but(key="", label=""), Literal.NULL)
        return Form(raw, self.full(name), labels, self.faults)
