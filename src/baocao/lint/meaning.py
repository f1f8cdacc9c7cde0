"""What the tags of a part mean: loops over no lists, names out of reach, values that cannot be printed.

Walks Jinja's own tree of the balanced source with sample values in the place of data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import nodes

from baocao.errors import Where
from baocao.lint.expressions import OWN_FILTERS, Expressions, Scope, path_of
from baocao.lint.values import UNKNOWN, is_list, is_printable, is_text, row_of


class Meaning(Expressions):
    """Reads one tree. include: told of each fragment taken in, with the names known there.

    blocks: those met, each with whether it calls super().
    """

    def __init__(
        self,
        context: Mapping[str, Any] | None,
        place: Callable[..., Where],
        include: Callable[[str, Mapping[str, Any]], None],
    ) -> None:
        super().__init__(context, place)
        self._include = include
        self._exported: dict[str, Any] = {}
        self.blocks: dict[str, bool] = {}

    def read(self, tree: nodes.Template, given: Mapping[str, Any]) -> None:
        """Read a part from its top. given: names known besides the data's."""
        self._exported |= given
        self._body(tree.body, Scope(self._exported))

    def _body(self, body: list[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._statement(node, scope)

    def _statement(self, node: nodes.Node, scope: Scope) -> None:
        method = getattr(self, f"_on_{type(node).__name__.lower()}", None)
        if method is not None:
            method(node, scope)
            return
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self.value(child, scope)
            else:
                self._statement(child, scope)

    def _on_output(self, node: nodes.Output, scope: Scope) -> None:
        for child in node.nodes:
            if not isinstance(child, nodes.TemplateData):
                self._printed(child, self.value(child, scope))

    def _printed(self, node: nodes.Expr, value: Any) -> None:
        if isinstance(node, nodes.Filter) and node.name in OWN_FILTERS:
            return
        if not is_printable(value):
            self.tell("khong-in-duoc", node)
        elif is_text(value):
            self.tell("chu-in-thuong", node, ten=path_of(node) or "chữ này")

    def _on_for(self, node: nodes.For, scope: Scope) -> None:
        values = self.value(node.iter, scope)
        if not is_list(values):
            self.tell("lap-khong-danh-sach", node.iter, ten=path_of(node.iter) or "giá trị này")
            values = UNKNOWN
        turn = scope.inner(loop=UNKNOWN, **_bound(node.target, row_of(values)))
        if node.test is not None:
            self.condition(node.test, turn)
        self._body(node.body, turn)
        self._body(node.else_, scope.inner())
        for name in (*_bound(node.target, None), "loop"):
            scope.ended.setdefault(name, "vòng lặp")
        for name in _set_names(node.body):
            if name in scope.values:
                scope.stale[name] = name
            else:
                scope.ended.setdefault(name, "vòng lặp")

    def _on_if(self, node: nodes.If, scope: Scope) -> None:
        self.condition(node.test, scope)
        for body in (node.body, node.elif_, node.else_):
            self._body(list(body), scope)

    def _on_assign(self, node: nodes.Assign, scope: Scope) -> None:
        value = self.value(node.node, scope)
        self._set(
            scope,
            _bound(node.target, value)
            if isinstance(node.target, nodes.Name)
            else _bound(node.target, UNKNOWN),
        )

    def _on_assignblock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self._body(node.body, scope.inner())
        self._set(scope, _bound(node.target, UNKNOWN))

    def _set(self, scope: Scope, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            scope.values[name] = value
            scope.stale.pop(name, None)

    def _on_block(self, node: nodes.Block, scope: Scope) -> None:
        before = self._blocks
        self._blocks = (*before, node.name)
        seen = scope.inner() if node.scoped else self._of_block(scope)
        uses = len(self.uses)
        self._body(node.body, seen)
        self.blocks[node.name] = any(
            use.path == "super" and use.blocks == self._blocks for use in self.uses[uses:]
        )
        self._blocks = before

    def _of_block(self, scope: Scope) -> Scope:
        """A block sees what stands at the top of its template, not the loop or block around it."""
        hidden = dict.fromkeys(scope.values.keys() - self._exported.keys(), "khối")
        return Scope(dict(self._exported), hidden | scope.ended)

    def _on_with(self, node: nodes.With, scope: Scope) -> None:
        given = [self.value(value, scope) for value in node.values]
        inner = scope.inner()
        for target, value in zip(node.targets, given, strict=True):
            inner.values |= _bound(target, value)
        self._body(node.body, inner)

    def _on_macro(self, node: nodes.Macro, scope: Scope) -> None:
        self._set(scope, {node.name: UNKNOWN})
        names = {argument.name: UNKNOWN for argument in node.args}
        self._body(node.body, scope.inner(caller=UNKNOWN, **names))

    def _on_callblock(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.value(node.call, scope)
        self._body(node.body, scope.inner(**{argument.name: UNKNOWN for argument in node.args}))

    def _on_filterblock(self, node: nodes.FilterBlock, scope: Scope) -> None:
        self._body(node.body, scope.inner())

    def _on_include(self, node: nodes.Include, scope: Scope) -> None:
        if isinstance(node.template, nodes.Const):
            self._include(str(node.template.value), scope.values)

    def _on_extends(self, node: nodes.Extends, scope: Scope) -> None:
        """Which pack it names is the matter of the chain."""


def _bound(target: nodes.Node, value: Any) -> dict[str, Any]:
    """Names that a target binds, with their values."""
    if isinstance(target, nodes.Name):
        return {target.name: value}
    items = list(getattr(target, "items", ()))
    values = value if isinstance(value, list | tuple) and len(value) == len(items) else [UNKNOWN] * len(items)
    bound: dict[str, Any] = {}
    for one, part in zip(items, values, strict=True):
        bound |= _bound(one, part)
    return bound


def _set_names(body: list[nodes.Node]) -> set[str]:
    """Names set in a body, inner conditions included."""
    found: set[str] = set()
    for node in body:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            found |= _bound(node.target, None).keys()
        elif isinstance(node, nodes.If):
            found |= _set_names([*node.body, *node.elif_, *node.else_])
    return found
