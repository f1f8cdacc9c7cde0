"""Python values -> the tree that the file readers make; the address is the path of names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.intake.raw import Literal, RawValue
from baocao.source.raw import Reading
from baocao.source.scalars import DEEPEST, literal_of
from baocao.vietnamese.text import nfc


def from_python(data: Mapping[str, Any], file: str = "") -> Reading:
    """The tree of a mapping. A value of another type than the data file can hold is a finding."""
    findings: list[Finding] = []
    value = _value(data, Where(file), findings, 0)
    return Reading(value, tuple(findings))


def _value(data: Any, where: Where, findings: list[Finding], depth: int) -> RawValue:
    if depth > DEEPEST:
        findings.append(finding("yaml-qua-sau", where, cap=DEEPEST))
        return RawValue(None, where, Literal.NULL)
    if isinstance(data, Mapping):
        entries = {
            nfc(str(name)).strip(): _value(item, _below(where, str(name)), findings, depth + 1)
            for name, item in data.items()
        }
        return RawValue(entries, where, Literal.MAP)
    if isinstance(data, Sequence) and not isinstance(data, str | bytes):
        items = tuple(
            _value(item, where.but(key=f"{where.key}[{number}]"), findings, depth + 1)
            for number, item in enumerate(data, 1)
        )
        return RawValue(items, where, Literal.LIST)
    return _scalar(data, where, findings)


def _below(where: Where, name: str) -> Where:
    return where.but(key=f"{where.key}.{name}" if where.key else name)


def _scalar(data: Any, where: Where, findings: list[Finding]) -> RawValue:
    if isinstance(data, bool):
        return RawValue(str(data).lower(), where, Literal.BOOL)
    if isinstance(data, str):
        literal = literal_of(data.strip())
        typed = Literal.NUMBER if literal is Literal.NUMBER else Literal.TEXT
        return RawValue(nfc(data), where, typed)
    if data is None:
        return RawValue(None, where, Literal.NULL)
    if isinstance(data, int | Decimal | float):
        return RawValue(str(data), where, Literal.EXACT)
    if isinstance(data, dt.date):
        return RawValue(f"{data.day:02d}/{data.month:02d}/{data.year:04d}", where, Literal.TEXT)
    findings.append(finding("kieu-la", where, kieu=type(data).__name__))
    return RawValue(None, where, Literal.NULL)
