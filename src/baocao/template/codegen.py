"""From Jinja source to Python code that the sandbox runs, and the names the template uses.

Jinja parses; then loops, joined texts and built structures are wrapped so that they are paid for, names of
filters and tests are checked, and what a report must not use is refused. Jinja's own code generator does the
rest.
"""

# ruff: noqa: N802, N815 - jinja2 finds visitor methods by the names of its node classes
from __future__ import annotations

import ast as python_ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import Any, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.utils import pass_context
from jinja2.visitor import NodeTransformer

from baocao.errors import Finding, Where, finding
from baocao.template.builtins import FILTERS, TESTS
from baocao.template.compiled import Field, Place
from baocao.template.missing import nearest
from baocao.template.own_filters import OWN_FILTERS
from baocao.template.position import FILE_PREFIX
from baocao.template.reasons import syntax_reason
from baocao.template.sandbox import Runtime
from baocao.template.source import JinjaSource
from baocao.template.text import plain_text

_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.ScopedEvalContextModifier: "autoescape",
}
_FORBIDDEN_NAMES = frozenset({"varargs", "kwargs"})
RENDER_FILTERS = frozenset({"_doan", "_chay", "_chu_thich"})
"""Filters that `baocao.render` brings: paragraphs and runs of a text, the reference of a note."""
_OWN = OWN_FILTERS.keys() | RENDER_FILTERS
_LOCAL = frozenset({"loop", "self", "super", "caller", "range", "namespace"})
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of one layer, ready to run. outer_blocks: those not nested in another of its own."""

    code: CodeType | None
    fields: tuple[Field, ...]
    blocks: frozenset[str]
    outer_blocks: tuple[tuple[str, Where], ...]
    parent: str
    findings: tuple[Finding, ...]


class _Generator(CodeGenerator):
    """Prints values with `finalize` alone: it escapes. Only the template's own text is constant."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Generator(Runtime):
    """The environment in which layers are compiled."""

    code_generator_class = _Generator


def compile_unit(
    name: str, source: JinjaSource, base: Where, filters: Collection[str], parent: str = ""
) -> Unit:
    """Compile one part of one layer. parent: internal name of the layer below, for `extends`."""
    environment = Generator(dict.fromkeys(filters, str), {}, lambda *_: base)
    environment.filters |= dict.fromkeys(RENDER_FILTERS, _made_by_render)
    places = _Lines(source.places, base)
    try:
        tree = environment._parse(source.text, name, None)
        work = _Transformer(places, filters, parent)
        tree = work.visit(tree)
        if work.extends:
            work.findings += _outside_blocks(tree, places)
        code = None if work.findings else _code(environment, tree, name)
    except TemplateSyntaxError as error:
        return _failed(_syntax_finding(error, places))
    except (RecursionError, MemoryError, SyntaxError, OverflowError):
        return _failed(finding("mau-long-qua-sau", base))
    except ValueError:
        return _failed(finding("the-sai-cu-phap", base, ly_do="con số trong thẻ quá dài"))
    names = _Fields(places)
    names.walk(tree, frozenset())
    blocks = frozenset(block.name for block in tree.find_all(nodes.Block))
    outer = tuple((block.name, places[block.lineno]) for block in _outer_blocks(tree))
    return Unit(code, tuple(names.found.values()), blocks, outer, work.extends, tuple(work.findings))


def _failed(*findings: Finding) -> Unit:
    return Unit(None, (), frozenset(), (), "", findings)


def _code(environment: Generator, tree: nodes.Template, name: str) -> CodeType:
    source = environment._generate(tree, name, name, defer_init=False)
    code: CodeType = compile(python_ast.parse(source), FILE_PREFIX + name, "exec", dont_inherit=True)
    return code


class _Lines:
    """Places by line."""

    def __init__(self, places: tuple[Place, ...], base: Where) -> None:
        self._places, self._base = places, base

    def __getitem__(self, line: int) -> Where:
        place = self._places[line - 1] if 0 < line <= len(self._places) else Place()
        return place.where(self._base)


def _syntax_finding(error: TemplateSyntaxError, places: _Lines) -> Finding:
    return finding("the-sai-cu-phap", places[error.lineno], ly_do=syntax_reason(error.message or ""))


@pass_context
def _made_by_render(context: Context, value: object, *args: object) -> None:
    """Stands in for a filter of the render while code is generated: it too is given the context."""


def _outside_blocks(tree: nodes.Template, places: _Lines) -> list[Finding]:
    """A layer that extends another prints only its blocks: take the rest out; words in it are a fault."""
    findings: list[Finding] = []
    for node in [item for item in tree.body if isinstance(item, nodes.Output)]:
        tree.body.remove(node)
        for child in node.nodes:
            words = plain_text(child.data).strip() if isinstance(child, nodes.TemplateData) else "{{ … }}"
            if words:
                findings.append(finding("chu-ngoai-khoi", places[child.lineno].but(words=words[:60])))
    return findings


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)


class _Transformer(NodeTransformer):
    """Wraps what must be paid for, and gathers what must not be there."""

    def __init__(self, places: _Lines, filters: Collection[str], parent: str) -> None:
        self.findings: list[Finding] = []
        self.extends = ""
        self._places = places
        self._filters = frozenset(filters) | FILTERS.keys()
        self._parent = parent

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        word = _FORBIDDEN.get(type(node))
        if word:
            self._refuse("the-khong-dung", node, the=word)
        return super().generic_visit(node, *args, **kwargs)

    def _refuse(self, code: str, node: nodes.Node, **facts: object) -> None:
        self.findings.append(finding(code, self._places[node.lineno], severity=None, **facts))

    def visit_Extends(self, node: nodes.Extends) -> nodes.Node:
        if not isinstance(node.template, nodes.Const):
            self._refuse("the-khong-dung", node, the="extends (tên gói phải viết rõ trong ngoặc kép)")
        elif self.extends:
            self._refuse("the-khong-dung", node, the="extends lần thứ hai")
        else:
            self.extends = str(node.template.value)
            node.template = nodes.Const(self._parent, lineno=node.lineno)
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


class _Fields:
    """Names that the data must know, as dotted paths; names the template itself makes are left out."""

    def __init__(self, places: _Lines) -> None:
        self.found: dict[str, Field] = {}
        self._places = places

    def walk(self, node: nodes.Node, known: frozenset[str]) -> None:
        """Read a node; `known`: names made around it."""
        path = _path(node)
        if path:
            root = path.split(".")[0]
            if root not in known and root not in _LOCAL:
                self.found.setdefault(path, Field(path, self._places[node.lineno]))
            return
        known = known | _made_by(node)
        for child in node.iter_child_nodes():
            self.walk(child, known)


def _path(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name) and node.ctx == "load":
        return node.name
    if isinstance(node, nodes.Getattr):
        above = _path(node.node)
        return f"{above}.{node.attr}" if above else ""
    return ""


def _made_by(node: nodes.Node) -> frozenset[str]:
    """Names that a node makes for what is inside it (a template: all its sets and macros)."""
    if isinstance(node, nodes.For):
        return frozenset(item.name for item in node.target.find_all(nodes.Name)) | _own_name(node.target)
    if isinstance(node, nodes.Macro | nodes.CallBlock):
        return frozenset(item.name for item in node.args)
    if isinstance(node, nodes.With):
        return frozenset(name for target in node.targets for name in _own_name(target))
    if isinstance(node, nodes.Template):
        sets: list[Any] = [*node.find_all(nodes.Assign), *node.find_all(nodes.AssignBlock)]
        made = frozenset(name for item in sets for name in _own_name(item.target))
        return made | {macro.name for macro in node.find_all(nodes.Macro)}
    return frozenset()


def _own_name(target: nodes.Node) -> frozenset[str]:
    if isinstance(target, nodes.Name):
        return frozenset({target.name})
    return frozenset(item.name for item in target.find_all(nodes.Name))
