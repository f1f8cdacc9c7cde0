"""Jinja's own filters, tests and functions that a report may use: few, each paid for from the budget.

Left out: those that read or mark XML (`safe`, `xmlattr`, `tojson`), fill up widths (`center`, `indent`,
`format`), depend on chance (`random`) or reach attributes by name (`attr`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from jinja2 import filters, tests
from jinja2.runtime import Context, Undefined
from jinja2.utils import Namespace, _PassArg, pass_context
from markupsafe import Markup

from baocao.template.text import on_words, plain_text

_ITEM_WORDS = (
    "abs batch count dictsort first float groupby int items last length list map max min reject rejectattr"
    " reverse round select selectattr slice sort unique"
)
_LETTER_WORDS = "capitalize lower title trim upper"
_TEST_WORDS = (
    "boolean defined divisibleby eq equalto == even false float ge >= greaterthan gt > integer iterable le"
    " <= lessthan lower lt < mapping ne != none number odd sameas sequence string true undefined upper"
)
_COUNTED = (list, tuple, dict, range, set, str)

Filter = Callable[..., Any]


def _blank(value: Any) -> bool:
    return value is None or getattr(value, "trong", False) is True


def pay(context: Context, value: Any, args: Iterable[Any], options: Mapping[str, Any]) -> None:
    """Pay for a filter: a step for each item of its input; refuse huge numbers among its arguments."""
    budget = context.environment.budget  # type: ignore[attr-defined]
    budget.step(1 + (len(value) if isinstance(value, _COUNTED) else 0))
    for item in (*args, *options.values()):
        budget.number(item)


def _plain(name: str) -> Filter:
    function: Any = filters.FILTERS[name]
    wanted = _PassArg.from_obj(function)

    @pass_context
    def filter_(context: Context, value: Any, *args: Any, **options: Any) -> Any:
        pay(context, value, args, options)
        return function(*_given(wanted, context), value, *args, **options)

    return filter_


def _given(wanted: _PassArg | None, context: Context) -> tuple[Any, ...]:
    """What jinja2's own filter asks to be given before its value."""
    if wanted is _PassArg.context:
        return (context,)
    if wanted is _PassArg.eval_context:
        return (context.eval_ctx,)
    return (context.environment,) if wanted is _PassArg.environment else ()


def _of_words(name: str) -> Filter:
    function: Any = filters.FILTERS[name]

    @pass_context
    def filter_(context: Context, value: Any, *args: Any) -> Any:
        environment = context.environment
        if _blank(value) or isinstance(value, Undefined):
            return value
        if type(value) is Markup:
            return on_words(value, lambda words: function(words, *args))
        return environment.budget.text(function(environment.plain(value), *args))  # type: ignore[attr-defined]

    return filter_


@pass_context
def _join(context: Context, value: Any, separator: Any = "", attribute: Any = None) -> str:
    environment: Any = context.environment
    items = environment.budget.counted(value)
    if attribute is not None:
        items = map(filters.make_attrgetter(environment, attribute), items)
    return str(environment.joined(list(items), separator))


@pass_context
def _replace(context: Context, value: Any, old: Any, new: Any, count: int = -1) -> Any:
    environment: Any = context.environment
    if _blank(value) or isinstance(value, Undefined):
        return value
    before, after = environment.plain(old), environment.plain(new)

    def change(words: str) -> str:
        times = words.count(before) if before else len(words) + 1
        environment.budget.write(len(words) + times * len(after))
        return words.replace(before, after, count)

    return on_words(value, change) if type(value) is Markup else change(environment.plain(value))


@pass_context
def _sum(context: Context, value: Any, attribute: Any = None, start: Any = 0) -> Any:
    environment: Any = context.environment
    items = environment.budget.counted(value)
    if attribute is not None:
        items = map(filters.make_attrgetter(environment, attribute), items)
    total = start
    for item in items:
        number = getattr(item, "gia_tri", item)
        if number is not None and not isinstance(number, int | float | Decimal):
            raise ValueError("chỉ cộng được các con số")
        total += number or 0
    return total


def _default(value: Any, default: Any = "", boolean: bool = False) -> Any:
    if isinstance(value, Undefined) or _blank(value) or (boolean and not value):
        return default
    return value


@pass_context
def _string(context: Context, value: Any) -> Any:
    environment: Any = context.environment
    return (
        value
        if isinstance(value, str) or _blank(value)
        else environment.budget.text(environment.plain(value))
    )


def _same(value: Any) -> Any:
    """`e` and `escape` of docxtpl's templates: values are escaped anyway, once."""
    return value


@pass_context
def _strip_tags(context: Context, value: Any) -> Any:
    return plain_text(value) if type(value) is Markup else _string(context, value)


FILTERS: Mapping[str, Filter] = {
    **{name: _plain(name) for name in _ITEM_WORDS.split()},
    **{name: _of_words(name) for name in _LETTER_WORDS.split()},
    "join": _join,
    "replace": _replace,
    "sum": _sum,
    "default": _default,
    "d": _default,
    "string": _string,
    "striptags": _strip_tags,
    "e": _same,
    "escape": _same,
}

TESTS: Mapping[str, Callable[..., Any]] = {
    **{name: cast(Any, tests.TESTS[name]) for name in _TEST_WORDS.split()},
    "trong": _blank,
}


@pass_context
def _range(context: Context, *bounds: int) -> range:
    numbers = range(*bounds)
    context.environment.budget.step(len(numbers))  # type: ignore[attr-defined]
    return numbers


GLOBALS: Mapping[str, Any] = {"range": _range, "namespace": Namespace}


def guarded(function: Filter) -> Filter:
    """One of our own filters, paid for, its product too; on XML it changes the words only."""

    @pass_context
    def filter_(context: Context, value: Any, *args: Any, **options: Any) -> Any:
        environment: Any = context.environment
        if isinstance(value, Undefined):
            str(value)
            return value
        pay(context, value, args, options)
        try:
            if type(value) is Markup:
                return on_words(value, lambda words: function(words, *args, **options))
            result = function(value, *args, **options)
        except ValueError as error:
            return environment.filter_failed(error)
        return environment.budget.text(result) if type(result) is str else result

    return filter_
