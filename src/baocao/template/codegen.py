"""From Jinja source to Python code that the sandbox runs, and the names the template uses.

Jinja parses, `baocao.template.weaving` puts the guard in and refuses what a report must not use, Jinja's own
code generator does the rest.
"""

from __future__ import annotations

import ast as python_ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import CodeType, MappingProxyType
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.utils import pass_context

from baocao.errors import Finding, Where, finding
from baocao.template.marks import MARKED
from baocao.template.own_filters import RENDER_FILTERS, XML_FILTERS
from baocao.template.position import FILE_PREFIX
from baocao.template.reasons import syntax_reason
from baocao.template.sandbox import Runtime
from baocao.template.source import JinjaSource
from baocao.template.text import plain_text
from baocao.template.weaving import Lines, Weaver


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
        work = Weaver(lines, filters, parent, fragments)
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
    return _unit(tree, code, work, lines)


def _unit(tree: nodes.Template, code: CodeType | None, work: Weaver, lines: Lines) -> Unit:
    """What a part gives to the others."""
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
