"""How many values a filter takes, read from the filter itself."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import filters as jinja_filters
from jinja2.utils import _PassArg

from baocao.template.builtins import FILTERS as TEMPLATE_FILTERS
from baocao.vietnamese.filters import FILTERS


def wrong_arguments(name: str, given: int, options: tuple[str, ...]) -> str:
    """Why a filter cannot take so many values and such options, or ""; unknown filters are told elsewhere."""
    signature = _signature(name)
    if signature is None:
        return ""
    try:
        signature.bind(None, *[None] * given, **dict.fromkeys(options))
    except TypeError:
        return _expected(signature, options)
    return ""


def _expected(signature: inspect.Signature, options: tuple[str, ...]) -> str:
    parameters = list(signature.parameters.values())[1:]
    taken = [item for item in parameters if item.kind is not item.VAR_POSITIONAL]
    names = [item.name for item in taken]
    unknown = [name for name in options if name not in names]
    if unknown:
        return f"không có phần «{unknown[0]}=»"
    needed = sum(item.default is item.empty for item in taken)
    if not taken:
        return "bộ lọc này không cần gì trong ngoặc"
    if len(taken) < len(parameters):
        return f"cần ít nhất {needed} giá trị trong ngoặc"
    if needed == len(taken):
        return f"cần đúng {needed} giá trị trong ngoặc"
    if needed:
        return f"cần từ {needed} đến {len(taken)} giá trị trong ngoặc"
    return f"nhận nhiều nhất {len(taken)} giá trị trong ngoặc"


@cache
def _signature(name: str) -> inspect.Signature | None:
    """What a filter takes: the value, then what an author writes in parentheses; None when it cannot tell."""
    function = _author_sees(name)
    if function is None:
        return None
    signature = inspect.signature(function)
    parameters = list(signature.parameters.values())
    if _PassArg.from_obj(inspect.unwrap(function)) is not None:
        parameters = parameters[1:]
    if name not in FILTERS and any(item.kind is item.VAR_POSITIONAL for item in parameters):
        return None
    return signature.replace(parameters=parameters)


def _author_sees(name: str) -> Callable[..., Any] | None:
    if name in FILTERS:
        unwrapped: Callable[..., Any] = inspect.unwrap(FILTERS[name])
        return unwrapped
    own: Any = TEMPLATE_FILTERS.get(name)
    if own is None:
        return None
    is_jinjas = own.__qualname__.startswith(("_plain", "_of_words"))
    chosen: Callable[..., Any] = jinja_filters.FILTERS[name] if is_jinjas else own
    return chosen
