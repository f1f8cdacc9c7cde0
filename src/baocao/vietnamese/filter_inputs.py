"""What a template filter takes, as the values it reckons with; what is wrong with it raises ValueError.

Numbers (also as typed text), dates, texts, and figures through their attribute `gia_tri`.
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable
from decimal import Decimal
from functools import wraps
from typing import Any

from baocao.vietnamese import dates, numbers

Filter = Callable[..., Any]


def is_blank(value: Any) -> bool:
    """Whether a value is a blank of the data (attribute `trong`)."""
    return getattr(value, "trong", False) is True


def leaving_blanks(function: Filter) -> Filter:
    """Make a filter hand back blanks unchanged."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        return value if is_blank(value) else function(value, *args, **options)

    return filter_


def of_number(function: Filter) -> Filter:
    """Make a filter of a Decimal one of anything that has a number; nil figures come back unchanged."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        if getattr(value, "khong_phat_sinh", False) is True:
            return value
        printed = function(number_of(value), *args, **options)
        hedge = getattr(value, "rao", "")
        return f"{hedge} {printed}" if hedge else printed

    return leaving_blanks(filter_)


def of_text(function: Filter) -> Filter:
    """Make a filter of a str one of anything that prints."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        return function(plain(value), *args, **options)

    return leaving_blanks(filter_)


def number_of(value: Any) -> Decimal:
    """The number of a figure or a typed text. Raises ValueError for what has none."""
    value = getattr(value, "gia_tri", value)
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        raise ValueError(f"«{value}» không phải là số.")
    number = _typed_number(value) if isinstance(value, str) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"«{value}» không phải là một số hữu hạn.")
    return number


def _typed_number(typed: str) -> Decimal:
    parsed = numbers.parse_number(typed, integer=True)
    if parsed.fault is numbers.Fault.AMBIGUOUS:
        readings = " hoặc ".join(numbers.format_number(reading) for reading in parsed.readings)
        raise ValueError(f"«{typed}» có hai cách đọc: {readings}.")
    if parsed.value is not None:
        return parsed.value
    if parsed.fault is numbers.Fault.NOT_WHOLE:
        return parsed.readings[0]
    raise ValueError(f"«{typed}» không phải là số.")


def whole(value: Decimal) -> int:
    """A whole number; raises ValueError for one with decimals."""
    if value != value.to_integral_value():
        raise ValueError(f"{numbers.format_number(value)} không phải là số nguyên.")
    return int(value)


def plain(value: Any) -> str:
    """The text of a value as a person writes it: escaped text unescaped, text with markup in it refused."""
    if value is None or isinstance(value, bool):
        raise ValueError("Chỗ này cần một đoạn chữ.")
    if isinstance(value, Decimal):
        return numbers.format_number(value)
    if not hasattr(value, "__html__"):
        return str(value)
    markup = str(value.__html__())
    if "<" in markup:
        raise ValueError("Bộ lọc này chỉ dùng cho chữ thường, không dùng cho đoạn chữ đã có định dạng.")
    return html.unescape(markup)


def day_of(value: Any) -> dt.date:
    """The day of a value or a typed text. Raises ValueError for what is none."""
    value = getattr(value, "gia_tri", value)
    if not isinstance(value, dt.date):
        value = getattr(value, "day", value)
    if isinstance(value, str):
        value = dates.parse_date(value).day or value
    if not isinstance(value, dt.date):
        raise ValueError(f"«{value}» không phải là ngày tháng.")
    return value
