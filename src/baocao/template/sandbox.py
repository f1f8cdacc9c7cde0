"""The environment one render runs in: what a template may reach, call and compute; what printing means.

A `Runtime` lives for one render and gathers its notes and findings. Templates are not trusted: nothing
private, no loaders, a short list of methods, every product paid for (`baocao.template.guard`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import CodeType, TracebackType
from typing import Any

from jinja2.environment import Template as JinjaTemplate
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup

from baocao.errors import Finding, Where, finding
from baocao.ooxml.markdown import plain as plain_source
from baocao.template.builtins import FILTERS, GLOBALS, TESTS, Filter, guarded
from baocao.template.guard import Budget
from baocao.template.marks import (
    BLOCK_END,
    BLOCK_START,
    COMMENT_END,
    COMMENT_START,
    VAR_END,
    VAR_START,
)
from baocao.template.missing import Missing, names_of, nearest
from baocao.template.operators import GUARDED, compute
from baocao.template.own_filters import OWN_FILTERS
from baocao.template.position import position
from baocao.template.reach import may_reach
from baocao.template.text import text_xml

DRAFT_BLANK = "……"
"""What a draft shows for a figure nobody has given yet."""
_TEXTS = frozenset({str, Markup})
_SCALARS = frozenset({int, float, Decimal, bool})
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
    """The compiled layers and fragments of one template, by name; nothing else can be loaded."""

    def __init__(self, codes: Mapping[str, CodeType]) -> None:
        self.codes = codes
        self._made: dict[str, JinjaTemplate] = {}

    def load(self, environment: Any, name: str, globals: Any = None) -> JinjaTemplate:
        """A layer or fragment as a Jinja template of this render; one in a loop is made once."""
        made = self._made.get(name)
        if made is None:
            made = JinjaTemplate.from_code(environment, self.codes[name], globals or {}, None)
            self._made[name] = made
        return made


class Runtime(ImmutableSandboxedEnvironment):
    """The sandbox of one render. places: gives the place of a line of a layer."""

    intercepted_binops = GUARDED

    def __init__(
        self,
        filters: Mapping[str, Filter],
        codes: Mapping[str, CodeType],
        places: Callable[[str, int], Where],
        draft: bool = False,
        budget: Budget | None = None,
    ) -> None:
        super().__init__(loader=LayerLoader(codes), **_SYNTAX)
        self.filters = {**FILTERS, **_guarded(filters), **OWN_FILTERS}
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
        if _has_no_words(kind):
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
            self.report("chu-co-dinh-dang", getattr(value, "noi_nhap", None))
        return words or ""

    def _blank(self, value: Any) -> str:
        label = str(getattr(value, "ten", "") or "")
        place = self.where().but(key=str(getattr(value, "ma", "") or ""), label=label)
        self.report("o-trong-nhap" if self.draft else "o-trong", place, ten=label or "…")
        return str(getattr(value, "cho_trong", "") or DRAFT_BLANK) if self.draft else ""

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
        return may_reach(type(obj), attr, callable(value))

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
        if may_reach(type(obj), attribute, callable(value)):
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
        if operator == "+" and (type(left) is Markup or type(right) is Markup):
            return self.joined([left, right], "")
        return compute(self.budget, operator, left, right)

    # What is wrong, and where.

    def report(self, code: str, where: Where | None = None, **facts: Any) -> None:
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
        return self._places(*position(traceback))


@functools.lru_cache(maxsize=1024)
def _has_no_words(kind: Any) -> bool:
    """Whether values of a type are not for printing: containers, functions, what prints as Python's own."""
    is_callable = any("__call__" in vars(base) for base in kind.__mro__)
    return issubclass(kind, _UNPRINTABLE) or kind.__str__ is object.__str__ or is_callable


def plain_words(text: Any) -> str | None:
    """The words of a text that needs only one plain run; None when it has marks, notes or paragraphs."""
    marked = getattr(text, "co_dinh_dang", None)
    if marked is None:
        return plain_source(text.markdown)
    return None if marked else str(text)


@functools.lru_cache(maxsize=8)
def _guarded_items(items: tuple[tuple[str, Filter], ...]) -> Mapping[str, Filter]:
    return {name: guarded(function) for name, function in items}


def _guarded(filters: Mapping[str, Filter]) -> Mapping[str, Filter]:
    return _guarded_items(tuple(filters.items()))
