"""Filters that the compiler writes, never an author. `baocao.render` adds those that make notes and texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2.runtime import Context
from jinja2.utils import pass_context
from markupsafe import Markup

from baocao.template.text import as_markup, sober_xml


@pass_context
def _sober(context: Context, value: Any) -> Markup:
    environment: Any = context.environment
    return as_markup(sober_xml(environment.plain(value)))


@pass_context
def _counted(context: Context, values: Any) -> Any:
    return context.environment.budget.counted(values)  # type: ignore[attr-defined]


@pass_context
def _turn(context: Context, _: None) -> None:
    context.environment.budget.step()  # type: ignore[attr-defined]


@pass_context
def _searched(context: Context, values: Any) -> Any:
    context.environment.budget.search(values)  # type: ignore[attr-defined]
    return values


@pass_context
def _structure(context: Context, value: Any) -> Any:
    return context.environment.budget.structure(value)  # type: ignore[attr-defined]


@pass_context
def _glued(context: Context, values: list[Any]) -> str:
    return context.environment.joined(values, "")  # type: ignore[attr-defined, no-any-return]


OWN_FILTERS: Mapping[str, Callable[..., Any]] = {
    "_thuan": _sober,
    "_dem": _counted,
    "_buoc": _turn,
    "_tim": _searched,
    "_kho": _structure,
    "_ghep": _glued,
}
RENDER_FILTERS = frozenset({"_doan", "_chay", "_chu_thich", "_tham_chieu", "_bieu_do", "_loi_bieu_do"})
"""Filters that `baocao.render` brings: paragraphs and runs of a text, references to notes and by name."""
XML_FILTERS = RENDER_FILTERS | {"_thuan"}
"""Filters that give XML, never anything else."""
