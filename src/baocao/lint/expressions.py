"""What the expressions of a part ask for: names that the data does not have, filters misused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

from baocao.errors import Finding, Severity, Where, finding
from baocao.lint.arguments import wrong_arguments
from baocao.lint.values import MISSING, UNKNOWN, attribute, filtered, item, row_of, wrong_kind
from baocao.model.names import as_name
from baocao.template.builtins import TESTS
from baocao.template.missing import names_of, nearest
from baocao.vietnamese.filters import FILTERS

_ALWAYS = frozenset({"self", "super", "caller", "range", "namespace", "varargs", "kwargs"})
OWN_FILTERS = frozenset({"_doan", "_chay", "_chu_thich", "_tham_chieu", "_thuan"})
"""Filters that the compiler writes."""
_LOOPS = frozenset({"loop"})
_FORGIVING = frozenset({"defined", "undefined"})
_BY_ATTRIBUTE = frozenset(
    {"map", "sum", "sort", "unique", "min", "max", "groupby", "selectattr", "rejectattr", "join", "o_cong"}
)
_FIRST_IS_ATTRIBUTE = frozenset({"groupby", "selectattr", "rejectattr", "sum"})
_ALL_ARE_ATTRIBUTES = frozenset({"o_cong"})


@dataclass(frozen=True, slots=True)
class Use:
    """An indicator or other name that a part asks the data for. blocks: names of the blocks around it.

    printed: whether more than a condition hangs on it.
    """

    path: str
    blocks: tuple[str, ...]
    printed: bool


@dataclass(slots=True)
class Scope:
    """Names known at one place. ended: names of loops that are over. stale: set in a loop, used after it."""

    values: dict[str, Any]
    ended: dict[str, str] = field(default_factory=dict)
    stale: dict[str, str] = field(default_factory=dict)

    def inner(self, **values: Any) -> Scope:
        """A scope inside this one: what is set there ends with it."""
        return Scope(self.values | values, dict(self.ended), dict(self.stale))


class Expressions:
    """Reads expressions. context: the sample data, None without a pack. place: of a line, near words."""

    def __init__(
        self,
        context: Mapping[str, Any] | None,
        place: Callable[..., Where],
    ) -> None:
        self.findings: dict[Finding, None] = {}
        self.uses: list[Use] = []
        self._context = context
        self._place = place
        self._blocks: tuple[str, ...] = ()
        self._testing = self._forgiving = 0

    def condition(self, node: nodes.Node, scope: Scope) -> None:
        """Read a condition: what it asks for is not printed."""
        self._testing += 1
        self.value(node, scope)
        self._testing -= 1

    def value(self, node: nodes.Node, scope: Scope) -> Any:
        method = getattr(self, f"_of_{type(node).__name__.lower()}", None)
        if method is not None:
            return method(node, scope)
        for child in node.iter_child_nodes():
            self.value(child, scope)
        return UNKNOWN

    def _of_name(self, node: nodes.Name, scope: Scope) -> Any:
        self._use(node)
        if node.name in scope.values:
            if node.name in scope.stale:
                where = self._place(node.lineno, node.name, last=True)
                self.findings[finding("set-trong-vong-lap", where, ten=scope.stale.pop(node.name))] = None
            return scope.values[node.name]
        if self._context is not None and node.name in self._context:
            return self._context[node.name]
        if node.name in scope.ended or node.name in _LOOPS:
            where = self._place(node.lineno, node.name, last=True)
            around = scope.ended.get(node.name, "vòng lặp")
            self.findings[finding("ten-het-vong-lap", where, ten=node.name, o_dau=around)] = None
        elif self._context is not None and node.name not in _ALWAYS:
            self._unknown(node, node.name, (*self._context, *scope.values))
        return UNKNOWN

    def _of_getattr(self, node: nodes.Getattr, scope: Scope) -> Any:
        self._use(node)
        return self._member(node, self._quietly_used(node.node, scope), node.attr)

    def _quietly_used(self, node: nodes.Expr, scope: Scope) -> Any:
        """The value before the dot: the use that counts is that of the whole path."""
        uses = len(self.uses)
        value = self.value(node, scope)
        if path_of(node):
            del self.uses[uses:]
        return value

    def _member(self, node: nodes.Node, owner: Any, name: str) -> Any:
        found = attribute(owner, name)
        if found is not MISSING:
            return found
        if name.startswith("_"):
            self.tell("khong-duoc-dung", node, ten=name)
        else:
            self._unknown(node, name, names_of(owner))
        return UNKNOWN

    def _of_getitem(self, node: nodes.Getitem, scope: Scope) -> Any:
        owner = self.value(node.node, scope)
        key = self.value(node.arg, scope)
        return owner if isinstance(node.arg, nodes.Slice) else item(owner, key)

    def _of_const(self, node: nodes.Const, _scope: Scope) -> Any:
        return UNKNOWN if node.value is None else node.value

    def _of_list(self, node: nodes.List, scope: Scope) -> Any:
        return [self.value(child, scope) for child in node.items]

    _of_tuple = _of_list

    def _of_condexpr(self, node: nodes.CondExpr, scope: Scope) -> Any:
        self.condition(node.test, scope)
        value = self.value(node.expr1, scope)
        other = self.value(node.expr2, scope) if node.expr2 is not None else ""
        return value if type(value) is type(other) else UNKNOWN

    def _of_compare(self, node: nodes.Compare, scope: Scope) -> Any:
        for child in (node.expr, *(operand.expr for operand in node.ops)):
            self.value(child, scope)
        return True

    def _of_call(self, node: nodes.Call, scope: Scope) -> Any:
        for child in node.iter_child_nodes():
            self.value(child, scope)
        return UNKNOWN

    def _of_test(self, node: nodes.Test, scope: Scope) -> Any:
        forgiving = node.name in _FORGIVING
        self._forgiving += forgiving
        self.value(node.node, scope)
        self._forgiving -= forgiving
        for child in node.args or ():
            self.value(child, scope)
        if node.name not in TESTS:
            near = nearest(node.name, TESTS)
            self.tell("phep-thu-la", node, ten=node.name, goi_y=_perhaps(near))
        return True

    def _of_filter(self, node: nodes.Filter, scope: Scope) -> Any:
        forgiving = node.name in ("default", "d")
        self._forgiving += forgiving
        value = self.value(node.node, scope) if node.node is not None else UNKNOWN
        self._forgiving -= forgiving
        arguments = [self.value(child, scope) for child in node.args or ()]
        options: dict[str, Any] = {str(pair.key): self.value(pair.value, scope) for pair in node.kwargs or ()}
        if node.name in OWN_FILTERS:
            return value
        if reason := wrong_arguments(node.name, len(arguments), tuple(options)):
            self.tell("bo-loc-doi-so", node, ten=node.name, ly_do=reason)
            return UNKNOWN
        if reason := wrong_kind(node.name, value, FILTERS):
            self.tell("bo-loc-lech-loai", node, ten=node.name, ly_do=_for_example(reason))
            return UNKNOWN
        self._check_attribute(node, value, arguments, options)
        return filtered(node.name, value, FILTERS)

    def _check_attribute(
        self, node: nodes.Filter, value: Any, arguments: list[Any], options: dict[str, Any]
    ) -> None:
        """`map(attribute="so")`: the rows must have it; "1.so" is of the second of a pair."""
        if node.name in _ALL_ARE_ATTRIBUTES:
            names = arguments
        elif node.name in _FIRST_IS_ATTRIBUTE and arguments:
            names = arguments[:1]
        else:
            names = [options.get("attribute")]
        for name in (name for name in names if node.name in _BY_ATTRIBUTE and isinstance(name, str)):
            owner = row_of(value)
            for step in name.split("."):
                owner = item(owner, int(step)) if step.isdigit() else self._member(node, owner, step)

    # What is told.

    def _use(self, node: nodes.Node) -> None:
        path = path_of(node)
        if path:
            self.uses.append(Use(path, self._blocks, not self._testing))

    def _unknown(self, node: nodes.Node, name: str, known: Any) -> None:
        severity = Severity.WARNING if self._forgiving else None
        path = path_of(node) or name
        where = self._place(node.lineno, path)
        plain = as_name(name)
        near = _perhaps(_whole(path, name, plain if plain in known else nearest(name, known)))
        found = finding("ten-khong-biet", where, severity=severity, ten=path, goi_y=near)
        self.findings[found] = None

    def tell(self, code: str, node: nodes.Node, **facts: Any) -> None:
        self.findings[
            finding(code, self._place(node.lineno, path_of(node) or facts.get("ten", "")), **facts)
        ] = None


def _whole(path: str, name: str, near: str) -> str:
    """The known name with what stands before it in the path."""
    return path.removesuffix(name) + near if near and path.endswith(name) else near


def _for_example(reason: str) -> str:
    """Why a filter refuses a sample value: said so when the value is named."""
    return f"thí dụ {reason}" if reason.startswith("«") else reason


def _perhaps(near: str) -> str:
    return f" Có phải «{near}» không?" if near else ""


def path_of(node: nodes.Node) -> str:
    """A dotted name, or ""."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        above = path_of(node.node)
        return f"{above}.{node.attr}" if above else ""
    if isinstance(node, nodes.Filter) and node.node is not None:
        return path_of(node.node)
    return ""
