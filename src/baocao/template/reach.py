"""What of a value a template may touch: nothing private, nothing that changes, few of Python's methods."""

from __future__ import annotations

import datetime as dt
import functools
from collections import deque
from collections.abc import Callable, Mapping, MutableMapping, MutableSequence, MutableSet
from decimal import Decimal
from types import ModuleType
from typing import Any

_STRING_METHODS = (
    "capitalize count endswith find isdigit lower lstrip rstrip split startswith strip title upper"
)
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(_STRING_METHODS.split()),
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
}
METHOD_NAMES = frozenset().union(*_METHODS.values())
"""Methods of Python's own types that a template may call."""
_NUMBERS = (int, float, Decimal, dt.date, dt.timedelta, dt.time)
_DATA = (str, bytes, list, tuple, dict, set, frozenset, range, *_NUMBERS)
_INNER_MODULES = frozenset({"builtins", "types", "functools", "re", "io", "_io"})
_CHANGING = (MutableMapping, MutableSequence, MutableSet, deque)
_CHANGE_WORDS = (
    "add append appendleft clear discard extend extendleft insert pop popitem popleft remove reverse rotate"
    " setdefault sort update"
)
_CHANGES = frozenset(_CHANGE_WORDS.split())


def _reachable(kind: Any, attribute: str, is_callable: bool) -> bool:
    if attribute.startswith("_") or (kind.__module__ in _INNER_MODULES and not issubclass(kind, _DATA)):
        return False
    if issubclass(kind, _DATA):
        return not is_callable or any(
            issubclass(kind, known) and attribute in _METHODS[known] for known in _METHODS
        )
    if issubclass(kind, type | ModuleType):
        return False
    return not (issubclass(kind, _CHANGING) and attribute in _CHANGES)


may_reach: Callable[[type, str, bool], bool] = functools.lru_cache(maxsize=4096)(_reachable)
"""Whether a template may use an attribute of a type: type, name, whether it is callable."""
