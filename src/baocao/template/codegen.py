"""From Jinja source to Python code that the sandbox runs, and the names the template uses.

Jinja parses; then loops, joined texts and built structures are wrapped so that they are paid for, names of
filters and tests are checked, and what a report must not use is refused. Jinja's own code generator does the
rest.
"""

# ruff: noqa: N802, N815 - jinja2 finds visitor methods by the names of its node classes
from __future__ import annotations

import ast as python_ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, MappingProxyType
from typing import Any, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.utils import pass_context
from jinja2.visitor import NodeTransformer

from baocao.errors import Finding, Where, finding
from baocao.template.builtins import FILTERS, TESTS
from baocao.template.compiled import Place
from baocao.template.marks import MARKED
from baocao.template.missing import nearest
from baocao.template.own_filters import OWN_FILTERS
from baocao.template.position import FILE_PREFIX
from baocao.template.reasons import syntax_reason
from baocao.template.sandbox import Runtime
from baocao.template.source import JinjaSource
from baocao.template.text import plain_text

_FORBIDDEN: dict[type[nodes.Node], str] = {
    nodes.Import: "import",
    nodes.FromImport: "from … import",
    nodes.ScopedEvalContextModifier: "autoescape",
}
_FORBIDDEN_NAMES = frozenset({"varargs", "kwargs"})
RENDER_FILTERS = frozenset({"_doan", "_chay", "_chu_thich"})
"""Filters that `baocao.render` brings: paragraphs and runs of a text, the reference of a note."""
XML_FILTERS = RENDER_FILTERS | {"_thuan"}
"""Filters that give XML, never anything else."""
_OWN = OWN_FILTERS.keys() | RENDER_FILTERS
_LITERALS = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of one layer, ready to run.

    blocks: each with its place. outer_blocks: names of those not nested in another of its own. supers: blocks
    that print what stands below them. includes: fragments it takes in. inside: each block with those around
    it. tree, lines: None, None after a fault.
    """

    code: CodeType | None = None
    blocks: Mapping[str, Where] = field(default_factory=dict)
    outer_blocks: tuple[str, ...] = ()
    supers: tuple[str, ...] = ()
    includes: tuple[tuple[str, Where], ...] = ()
    inside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tree: nodes.Template | None = None
    lines: Lines | None = None
    findings: tuple[Finding, ...] = ()


class _Generator(CodeGenerator):
    """Prints values with `finalize` alone: it escapes. Only the template's own text is constant.

    What the filters of the compiler write is XML and goes out as it is.
    """

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible()

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("(" if _writes_xml(node) else "environment.finalize(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


def _writes_xml(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name in XML_FILTERS


class Generator(Runtime):
    """The environment in which layers are compiled."""

    code_generator_class = _Generator


def compile_unit(
    name: str,
    source: JinjaSource,
    base: Where,
    filters: Collection[str],
    parent: str = "",
    fragments: Mapping[str, str] = MappingProxyType({}),
) -> Unit:
    """Compile one part of one layer.

    parent: internal name of the layer below, for `extends`. fragments: internal names by the names that
    `include` may give; "" for one that was not read.
    """
    environment = Generator(dict.fromkeys(filters, str), {}, lambda *_: base)
    environment.filters |= dict.fromkeys(RENDER_FILTERS, _made_by_render)
    lines = Lines(source.places, base)
    try:
        tree = environment._parse(source.text, name, None)
        work = _Transformer(lines, filters, parent, fragments)
        tree = work.visit(tree)
        if work.extends:
            work.findings += _outside_blocks(tree, lines)
        code = None if work.findings else _code(environment, tree, name)
    except TemplateSyntaxError as error:
        return Unit(findings=(_syntax_finding(error, lines),))
    except (RecursionError, MemoryError, SyntaxError, OverflowError):
        return Unit(findings=(finding("mau-long-qua-sau", base),))
    except ValueError:
        return Unit(findings=(finding("the-sai-cu-phap", base, ly_do="con số trong thẻ quá dài"),))
    blocks = list(tree.find_all(nodes.Block))
    return Unit(
        code,
        {block.name: lines[block.lineno] for block in blocks},
        tuple(block.name for block in _outer_blocks(tree)),
        tuple(block.name for block in blocks if _calls_super(block)),
        tuple(work.includes),
        dict(_nesting(tree)),
        tree,
        lines,
        tuple(work.findings),
    )


def _code(environment: Generator, tree: nodes.Template, name: str) -> CodeType:
    source = environment._generate(tree, name, name, defer_init=False)
    code: CodeType = compile(python_ast.parse(source), FILE_PREFIX + name, "exec", dont_inherit=True)
    return code


class Lines:
    """Places by line."""

    def __init__(self, places: tuple[Place, ...], base: Where) -> None:
        self._places, self._base = places, base

    def __getitem__(self, line: int) -> Where:
        place = self._places[line - 1] if 0 < line <= len(self._places) else Place()
        return place.where(self._base)


def _syntax_finding(error: TemplateSyntaxError, places: Lines) -> Finding:
    return finding("the-sai-cu-phap", places[error.lineno], ly_do=syntax_reason(error.message or ""))


@pass_context
def _made_by_render(context: Context, value: object, *args: object) -> None:
    """Stands in for a filter of the render while code is generated: it too is given the context."""


def _outside_blocks(tree: nodes.Template, places: Lines) -> list[Finding]:
    """A layer that extends another prints only its blocks: take the rest out; words in it are a fault, one
    for each paragraph.
    """
    said: dict[int, str] = {}
    for node in [item for item in tree.body if isinstance(item, nodes.Output)]:
        tree.body.remove(node)
        for child in node.nodes:
            pieces = child.data.split("\n") if isinstance(child, nodes.TemplateData) else ["{{ … }}"]
            for line, piece in enumerate(pieces, start=child.lineno):
                said[line] = said.get(line, "") + plain_text(MARKED.sub("", piece))
    return [
        finding("chu-ngoai-khoi", places[line].but(words=words.strip()[:60]))
        for line, words in said.items()
        if words.strip()
    ]


def _calls_super(block: nodes.Block) -> bool:
    """Whether a block itself, not one nested in it, asks for the block below."""
    waiting: list[nodes.Node] = list(block.body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.Name) and node.name == "super":
            return True
        if not isinstance(node, nodes.Block):
            waiting += node.iter_child_nodes()
    return False


def _outer_blocks(node: nodes.Node) -> Iterator[nodes.Block]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outer_blocks(child)


def _nesting(node: nodes.Node, around: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The blocks, each with those around it, outermost first."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child.name, around
            yield from _nesting(child, (*around, child.name))
        else:
            yield from _nesting(child, around)


class _Transformer(NodeTransformer):
    """Wraps what must be paid for, and gathers what must not be there."""

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
