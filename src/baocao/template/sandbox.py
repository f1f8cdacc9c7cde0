"""The environment one render runs in: what a template may reach, call and compute; what printing means.

 A `Runtime` lives for one render and gathers its notes and findings. Templates are not trusted: nothing
private, no loaders, a short list of methods, every product paid for (`baocao.template.guard`).
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping, MutableMapping, MutableSequence, MutableSet
from decimal import Decimal
from types import CodeType, FrameType, ModuleType, TracebackType
from typing import Any

from jinja2.environment import Template as JinjaTemplate
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing, pass_context
from markupsafe import Markup

from baocao.errors import Finding, Where, finding
from baocao.ooxml.markdown import plain as plain_source
from baocao.template.builtins import FILTERS, GLOBALS, TESTS, Filter, guarded
from baocao.template.guard import MAX_BITS, Budget, OverSpentError
from baocao.template.marks import (
    BLOCK_END,
    BLOCK_START,
    COMMENT_END,
    COMMENT_START,
    VAR_END,
    VAR_START,
)
from baocao.template.missing import Missing, names_of, nearest
from baocao.template.text import sober_xml, text_xml

DRAFT_BLANK = "……"
"""What a draft shows for a figure nobody has given yet."""
FILE_PREFIX = "baocao:"
_TEXTS = frozenset({str, Markup})
_SCALARS = frozenset({int, float, Decimal, bool})
_STRING_METHODS = (
    "capitalize count endswith find isdigit lower lstrip rstrip split startswith strip title upper"
)
_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(_STRING_METHODS.split()),
    dict: frozenset({"get", "items", "keys", "values"}),
    list: frozenset({"count", "index"}),
    tuple: frozenset({"count", "index"}),
}
_DATA = (
    str,
    bytes,
    int,
    float,
    Decimal,
    list,
    tuple,
    dict,
    set,
    frozenset,
    range,
    dt.date,
    dt.timedelta,
    dt.time,
)
_INNER_MODULES = frozenset({"builtins", "types", "functools", "re", "io", "_io"})
_CHANGING = (MutableMapping, MutableSequence, MutableSet, deque)
_CHANGES = frozenset(
    {
        "add",
        "append",
        "appendleft",
        "clear",
        "discard",
        "extend",
        "extendleft",
        "insert",
        "pop",
        "popitem",
        "popleft",
    }
    | {"remove", "reverse", "rotate", "setdefault", "sort", "update"}
)
_WIDE = re.compile(r"\*|\d{4}")
_UNPRINTABLE = (dict, list, tuple, set, frozenset, range, bytes)
_SYNTAX = {
    "block_start_string": BLOCK_START,
    "block_end_string": BLOCK_END,
    "variable_start_string": VAR_START,
    "variable_end_string": VAR_END,
    "comment_start_string": COMMENT_START,
    "comment_end_string": COMMENT_END,
    "keep_trailing_newline": True,
    "optimized": False,
    "autoescape": True,
    "cache_size": 0,
}


class LayerLoader(BaseLoader):
    """The compiled layers of one template, by name; nothing else can be loaded."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self.codes = codes

    def load(self, environment: Any, name: str, globals: Any = None) -> JinjaTemplate:
        """A layer as a Jinja template of this render."""
        return JinjaTemplate.from_code(environment, self.codes[name], globals or {}, None)


class Runtime(ImmutableSandboxedEnvironment):
    """The sandbox of one render. places: gives the place of a line of a layer."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        filters: Mapping[str, Filter],
        codes: Mapping[str, CodeType],
        places: Callable[[str, int], Where],
        draft: bool = False,
        budget: Budget | None = None,
    ) -> None:
        super().__init__(loader=LayerLoader(codes), **_SYNTAX)
        self.filters = {**FILTERS, **_guarded(filters), **_OWN_FILTERS}
        self.tests = dict(TESTS)
        self.globals = dict(GLOBALS)
        self.budget = budget or Budget()
        self.draft = draft
        self.findings: list[Finding] = []
        self.names: Callable[[], Iterable[str]] = tuple
        self._places = places
        self.undefined = functools.partial(Missing, self._report_missing)  # type: ignore[assignment]
        self.finalize = self.printed

    # What printing means.

    def printed(self, value: Any) -> str:
        """A value inside a `w:t`, as XML."""
        kind = type(value)
        if kind is Markup:
            return value  # type: ignore[no-any-return]
        written = text_xml(value if kind is str else self.plain(value))
        self.budget.write(len(written))
        return written

    def plain(self, value: Any) -> str:
        """A value as text; blanks and what has no wording are reported."""
        kind: Any = type(value)
        if kind in _TEXTS:
            return value  # type: ignore[no-any-return]
        if kind in _SCALARS:
            return str(value)
        if isinstance(value, Undefined):
            return str(value) if isinstance(value, Missing) else ""
        if value is None or getattr(value, "trong", False) is True:
            return self._blank(value)
        if getattr(value, "la_van_ban", False) is True:
            return self._text(value)
        if isinstance(value, _UNPRINTABLE) or kind.__str__ is object.__str__ or callable(value):
            self.report("khong-in-duoc")
            return ""
        return self._worded(value)

    def _worded(self, value: Any) -> str:
        try:
            return str(value)
        except ValueError as error:
            return self.filter_failed(error)

    def _text(self, value: Any) -> str:
        words = plain_words(value)
        if words is None:
            self.report("chu-co-dinh-dang")
        return words or ""

    def _blank(self, value: Any) -> str:
        if self.draft:
            return str(getattr(value, "cho_trong", "") or DRAFT_BLANK)
        label = str(getattr(value, "ten", "") or "")
        self.report(
            "o-trong",
            self.where().but(key=str(getattr(value, "ma", "") or ""), label=label),
            ten=label or "…",
        )
        return ""

    def joined(self, items: Iterable[Any], separator: Any) -> str:
        """Items in a row; XML when one of them is."""
        texts = [self.plain(item) for item in items]
        between = self.plain(separator)
        if any(type(text) is Markup for text in (*texts, between)):
            texts = [text if type(text) is Markup else text_xml(text) for text in texts]
            between = between if type(between) is Markup else text_xml(between)
            return Markup(self.budget.text(str.join(str(between), map(str, texts))))
        self.budget.write(len(between) * len(texts) + sum(map(len, texts)))
        return between.join(texts)

    def concat(self, pieces: Iterable[str]) -> str:
        """Jinja joins here what a block, macro or note has yielded."""
        pieces = pieces if type(pieces) is list else list(pieces)
        self.budget.write(sum(map(len, pieces)))
        return "".join(pieces)

    # What a template may reach.

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Nothing private; of Python's own types only a few methods, none that changes or multiplies."""
        return _may_reach(type(obj), attr, callable(value))

    def wrap_str_format(self, value: Any) -> None:
        """`str.format` is not among the methods a template may call: its widths know no bounds."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`; what follows an unknown name is not reported again."""
        if type(obj) is Missing:
            obj.tell()
            return obj
        try:
            value = getattr(obj, attribute)
        except AttributeError:
            return self._item(obj, attribute)
        if _may_reach(type(obj), attribute, callable(value)):
            return value
        return self.unsafe_undefined(obj, attribute)

    def _item(self, obj: Any, key: str) -> Any:
        try:
            return obj[key]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=key)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]`."""
        if type(obj) is Missing:
            obj.tell()
            return obj
        return super().getitem(obj, argument)

    def call(self, context: Context, function: Any, /, *args: Any, **options: Any) -> Any:
        """Every call of a template: one step; a recursive loop pays for its new turns."""
        self.budget.step()
        if isinstance(function, LoopContext):
            args = tuple(map(self.budget.counted, args))
        owner = getattr(function, "__self__", None)
        if isinstance(owner, str):
            self.budget.write(len(owner))
            self.budget.step(len(owner) if getattr(function, "__name__", "") == "split" else 0)
        return super().call(context, function, *args, **options)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """The operators that can make something huge out of something small."""
        self.budget.step()
        if type(left) is Markup or type(right) is Markup:
            return self.joined([left, right], "") if operator == "+" else _refuse()
        if operator == "+":
            return self._sum(left, right)
        if operator == "*":
            return self._product(left, right)
        return self._power(left, right) if operator == "**" else self._rest(left, right)

    def _sum(self, left: Any, right: Any) -> Any:
        if isinstance(left, list | tuple) and isinstance(right, list | tuple):
            return self.budget.structure(left + right)  # type: ignore[operator]
        total = left + right
        return self.budget.text(total) if isinstance(total, str) else total

    def _product(self, left: Any, right: Any) -> Any:
        for values, times in ((left, right), (right, left)):
            if isinstance(values, str | list | tuple | bytes) and isinstance(times, int):
                self.budget.write(len(values) * max(times, 0))
                self.budget.number(times)
                return self.budget.structure(values * times)
        if (
            isinstance(left, int)
            and isinstance(right, int)
            and left.bit_length() + right.bit_length() > MAX_BITS
        ):
            raise OverSpentError("số")
        return left * right

    def _power(self, left: Any, right: Any) -> Any:
        for number in (left, right):
            self.budget.number(getattr(number, "gia_tri", number))
        if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > MAX_BITS:
            raise OverSpentError("số")
        return left**right

    def _rest(self, left: Any, right: Any) -> Any:
        if isinstance(left, str):
            if _WIDE.search(left):
                raise OverSpentError("số")
            self.budget.write(len(left))
            return self.budget.text(left % right)
        return left % right

    # What is wrong, and where.

    def report(self, code: str, where: Where | None = None, **facts: object) -> None:
        """Remember a fault; the render goes on, so that all are found."""
        self.findings.append(finding(code, where or self.where(), severity=None, **facts))

    def filter_failed(self, error: ValueError) -> str:
        """A filter could not word its value."""
        self.report("bo-loc-loi", ly_do=str(error).rstrip("."))
        return ""

    def _report_missing(self, unknown: Missing) -> None:
        known = self.names() if unknown.owner is missing else names_of(unknown.owner)
        near = nearest(unknown.name, known)
        self.report("ten-khong-biet", ten=unknown.name, goi_y=f" Có phải «{near}» không?" if near else "")

    def unsafe_undefined(self, obj: Any, attribute: str) -> Any:
        """A thing that exists but is not for templates."""
        self.report("khong-duoc-dung", ten=attribute)
        unknown = Missing(self._report_missing, name=attribute, obj=obj)
        unknown._told = True
        return unknown

    def where(self, traceback: TracebackType | None = None) -> Where:
        """The place in the template that is being rendered, or where an exception came from."""
        frame: FrameType | None = sys._getframe(1)
        line = 0
        while traceback is not None:
            if traceback.tb_frame.f_code.co_filename.startswith(FILE_PREFIX):
                frame, line = traceback.tb_frame, traceback.tb_lineno
            traceback = traceback.tb_next
        while frame is not None and not frame.f_code.co_filename.startswith(FILE_PREFIX):
            frame = frame.f_back
        if frame is None:
            return Where()
        name = frame.f_code.co_filename.removeprefix(FILE_PREFIX)
        return self._places(
            name, _template_line(frame.f_globals.get("debug_info", ""), line or frame.f_lineno)
        )


def plain_words(text: Any) -> str | None:
    """The words of a text that needs only one plain run; None when it has marks, notes or paragraphs."""
    marked = getattr(text, "co_dinh_dang", None)
    if marked is None:
        return plain_source(text.markdown)
    return None if marked else str(text)


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


_may_reach: Callable[[type, str, bool], bool] = functools.lru_cache(maxsize=4096)(_reachable)


def _template_line(debug_info: str, python_line: int) -> int:
    """The line of the Jinja source that a line of its Python code comes from."""
    found = 1
    for pair in filter(None, debug_info.split("&")):
        template, _, python = pair.partition("=")
        if int(python) > python_line:
            break
        found = int(template)
    return found


def _refuse() -> None:
    raise ValueError("không làm phép tính này với đoạn chữ đã có định dạng")


@functools.lru_cache(maxsize=8)
def _guarded_items(items: tuple[tuple[str, Filter], ...]) -> Mapping[str, Filter]:
    return {name: guarded(function) for name, function in items}


def _guarded(filters: Mapping[str, Filter]) -> Mapping[str, Filter]:
    return _guarded_items(tuple(filters.items()))


@pass_context
def _sober(context: Context, value: Any) -> Markup:
    environment: Any = context.environment
    return Markup(sober_xml(environment.plain(value)))


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


_OWN_FILTERS: dict[str, Filter] = {
    "_thuan": _sober,
    "_dem": _counted,
    "_buoc": _turn,
    "_tim": _searched,
    "_kho": _structure,
    "_ghep": _glued,
}
"""Filters that the compiler writes, never an author; `baocao.render` adds those that make notes and texts."""
