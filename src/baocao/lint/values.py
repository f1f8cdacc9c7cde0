"""What an expression of a template gives with sample data: enough to know which names it may use.

A value is the sample object itself (a figure, a text, a list with one row), or `UNKNOWN` where only the data
can tell. Nothing here runs a template.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from baocao.derive.blank import Absent
from baocao.derive.views import Extras
from baocao.template.missing import names_of
from baocao.template.reach import may_reach


class _Unknown:
    """A value that only the data can tell."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Any = _Unknown()
MISSING: Any = object()
"""What `attribute` gives for a name that the thing does not have."""

_OPEN = (Absent, Extras, dict)
_ROWS_AGAIN = frozenset(["list", "sort", "reverse", "unique", "select", "reject", "selectattr", "rejectattr"])
_ONE_ROW = frozenset({"first", "last"})
_UNPRINTABLE = (list, tuple, set, frozenset, range, bytes, dict)
_SEQUENCES = (
    _ROWS_AGAIN
    | _ONE_ROW
    | frozenset(
        ["batch", "slice", "groupby", "map", "sum", "min", "max", "join", "noi", "chu_so_le", "o_cong"]
    )
)


def attribute(value: Any, name: str) -> Any:
    """`value.name` as a template sees it; `MISSING` when there is no such name."""
    if value is UNKNOWN or isinstance(value, _OPEN):
        return UNKNOWN
    if callable(getattr(type(value), name, None)) and may_reach(type(value), name, True):
        return UNKNOWN
    try:
        found = getattr(value, name)
    except AttributeError:
        return MISSING
    if name.startswith("_") or callable(found) or isinstance(found, Absent):
        return MISSING if name.startswith("_") else UNKNOWN
    return found if name in names_of(value) or may_reach(type(value), name, False) else MISSING


def item(value: Any, key: Any) -> Any:
    """`value[key]`: an attribute for a name; for a number the item of a list that the template wrote itself,
    some row of any other.
    """
    if isinstance(key, str):
        found = attribute(value, key)
        return UNKNOWN if found is MISSING else found
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        return value[key]
    return row_of(value)


def is_list(value: Any) -> bool:
    """Whether a loop may go over it; what is unknown may be a list."""
    return value is UNKNOWN or isinstance(value, list | tuple | range | dict | Absent)


def row_of(value: Any) -> Any:
    """One turn of a loop over the value."""
    return value[0] if isinstance(value, list | tuple) and value else UNKNOWN


def is_printable(value: Any) -> bool:
    """Whether printing it gives words: the runtime's own rule (`baocao.template.sandbox`)."""
    if value is UNKNOWN or isinstance(value, Absent | int | float | Decimal):
        return True
    return not (isinstance(value, _UNPRINTABLE) or _has_no_words(value) or callable(value))


def _has_no_words(value: Any) -> bool:
    kind: Any = type(value)
    return bool(kind.__str__ is object.__str__)


def is_text(value: Any) -> bool:
    """Whether it is a text of the data, which may have marks, notes and paragraphs."""
    return getattr(value, "la_van_ban", False) is True


def is_number(value: Any) -> bool:
    """Whether it is a figure or a number."""
    return isinstance(getattr(value, "gia_tri", value), int | float | Decimal) and not isinstance(value, bool)


def is_date(value: Any) -> bool:
    """Whether it is a date."""
    return isinstance(getattr(value, "gia_tri", value), dt.date)


def filtered(name: str, value: Any, filters: Mapping[str, Callable[..., Any]]) -> Any:
    """The value after a filter, as far as names and loops are concerned."""
    if value is UNKNOWN:
        return UNKNOWN
    if name in _ROWS_AGAIN or name in ("default", "d", "khong_cham"):
        return value
    if name in _ONE_ROW:
        return row_of(value)
    if name in ("batch", "slice"):
        return [value]
    return "" if name in filters or name in ("join", "upper", "lower", "trim") else UNKNOWN


def wrong_kind(name: str, value: Any, filters: Mapping[str, Callable[..., Any]]) -> str:
    """Why a filter can never take such a value, or "": lists, words, dates and figures go apart.

    A filter of numbers that fails on a sample figure may work on another one; that is not told.
    """
    if value is UNKNOWN or isinstance(value, Absent):
        return ""
    if name in _SEQUENCES:
        return "" if is_list(value) else "cần một danh sách"
    function = filters.get(name)
    if function is None or (is_number(value) and _takes_numbers(function)):
        return ""
    try:
        function(value)
    except ValueError as fault:
        return str(fault).rstrip(".") if not is_text(value) or _takes_numbers(function) else ""
    except TypeError:
        return ""
    return ""


def _takes_numbers(function: Callable[..., Any]) -> bool:
    try:
        function(Decimal(1))
    except (ValueError, TypeError):
        return False
    return not _takes_words(function)


def _takes_words(function: Callable[..., Any]) -> bool:
    try:
        function("chữ")
    except (ValueError, TypeError):
        return False
    return True
