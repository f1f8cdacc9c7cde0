"""The guard woven into a parsed template.

Loops, joined texts and built structures are wrapped so that they are paid for, names of filters and tests are
checked, and what a report must not use is refused.
"""

# ruff: noqa: N802, N815 - jinja2 finds visitor methods by the names of its node classes
from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from baocao.errors import Finding, Where, finding
from baocao.template.builtins import FILTERS, TESTS
from baocao.template.compiled import Place
from baocao.template.missing import nearest
from baocao.template.own_filters import OWN_FILTERS, RENDER_FILTERS

_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.ScopedEvalContextModifier: "autoescape",
}
_FORBIDDEN_NAMES = frozenset({"varargs", "kwargs"})
_OWN = OWN_FILTERS.keys() | RENDER_FILTERS
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


class Lines:
    """Places by line."""

    def __init__(self, places: tuple[Place, ...], base: Where) -> None:
        self._places, self._base = places, base

    def __getitem__(self, line: int) -> Where:
        place = self._places[line - 1] if 0 < line <= len(self._places) else Place()
        return place.where(self._base)


class Weaver(NodeTransformer):
    """Wraps what must be paid for, and gathers what must not be there.

    extends: the layer below as its author names it, "" for none. includes: fragments, each with its place.
    """

    def __init__(
        self, places: Lines, filters: Collection[str], parent: str, fragments: Mapping[str, str]
    ) -> None:
        self.findings: list[Finding] = []
        self.extends = ""
        self.includes: list[tuple[str, Where]] = []
        self._fragments = fragments
        self._places = places
        self._filters = frozenset(filters) | FILTERS.keys()
        self._parent = parent

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        word = _FORBIDDEN.get(type(node))
        if word:
            self._refuse("the-khong-dung", node, the=word)
        return super().generic_visit(node, *args, **kwargs)

    def _refuse(self, code: str, node: nodes.Node, **facts: Any) -> None:
        self.findings.append(finding(code, self._places[node.lineno], severity=None, **facts))

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:
        if not isinstance(node.template, nodes.Const):
            self._refuse("the-khong-dung", node, the="extends (tên gói phải viết rõ trong ngoặc kép)")
        elif self.extends:
            self._refuse("the-khong-dung", node, the="extends lần thứ hai")
        elif not self._parent:
            self._refuse("extends-sai-cho", node)
        else:
            self.extends = str(node.template.value)
            node.template = nodes.Const(self._parent, lineno=node.lineno)
        return node

    def visit_Include(self, node: nodes.Include) -> nodes.Node:
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if isinstance(name, str) and name not in self._fragments:
            near = nearest(name, self._fragments)
            self._refuse("manh-la", node, ten=name, goi_y=f" Có phải «{near}» không?" if near else "")
        elif name is None or not self._fragments[name] or node.ignore_missing or not node.with_context:
            self._refuse("manh-viet-sai", node)
        else:
            self.includes.append((name, self._places[node.lineno]))
            node.template = nodes.Const(self._fragments[name], lineno=node.lineno)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:
        self.generic_visit(node)
        node.iter = _filter(cast(nodes.Expr, node.iter), "_dem")
        turn = _filter(nodes.Const(None, lineno=node.lineno), "_buoc")
        node.body.insert(0, nodes.ExprStmt(turn, lineno=node.lineno))
        return node

    def visit_Operand(self, node: nodes.Operand) -> nodes.Node:
        self.generic_visit(node)
        if node.op in ("in", "notin"):
            node.expr = _filter(node.expr, "_tim")
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        return _filter(nodes.List(node.nodes, lineno=node.lineno), "_ghep")

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        self.generic_visit(node)
        if node.name not in self._filters and node.name not in _OWN:
            near = nearest(node.name, self._filters)
            self._refuse("bo-loc-la", node, ten=node.name, goi_y=f" Có phải «{near}» không?" if near else "")
        return node

    def visit_Test(self, node: nodes.Test) -> nodes.Node:
        self.generic_visit(node)
        if node.name not in TESTS:
            near = nearest(node.name, TESTS)
            self._refuse(
                "phep-thu-la", node, ten=node.name, goi_y=f" Có phải «{near}» không?" if near else ""
            )
        return node

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        if node.name in _FORBIDDEN_NAMES:
            self._refuse("the-khong-dung", node, the=node.name)
        return node

    def visit_Const(self, node: nodes.Const) -> nodes.Node:
        if isinstance(node.value, str) and "_" in node.value:
            for typed, meant in _LITERALS.items():
                node.value = node.value.replace(typed, meant)
        return node

    def _built(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        if getattr(node, "ctx", "load") != "load" or all(
            isinstance(item, nodes.Const) for item in _items(node)
        ):
            return node
        return _filter(node, "_kho")

    visit_List = visit_Tuple = visit_Dict = _built


def _items(node: nodes.Expr) -> Iterator[nodes.Node]:
    for item in node.iter_child_nodes():
        yield from item.iter_child_nodes() if isinstance(item, nodes.Pair) else (item,)


def _filter(node: nodes.Expr, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None, lineno=node.lineno)
