"""The names a template asks the data for, as dotted paths; a field of a list's rows is "ds[].ten".

Loops, `with`, `first` and the like are followed; fragments are read where they are taken in, with the names
known there. Names the template makes itself (`set`, macros) are left out, and what hangs on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import nodes

from baocao.errors import Where
from baocao.template.compiled import Field
from baocao.template.reach import METHOD_NAMES

_LOCAL = frozenset({"loop", "self", "super", "caller", "range", "namespace"})
_KEEPING = "sort reverse unique selectattr rejectattr select reject list default d _dem _tim"
_KEEPS_ROWS = frozenset(_KEEPING.split())
_ONE_ROW = frozenset({"first", "last", "min", "max"})
_COLUMN_WORDS = "sum map sort join min max unique groupby selectattr rejectattr"
_BY_ATTRIBUTE = frozenset(_COLUMN_WORDS.split())

Scope = Mapping[str, str]
"""Names made around a node: the path each stands for, "" when it stands for no one path."""
Lines = Any
"""The place of each line: `lines[12]` is a `Where`."""


class Asked:
    """Gathers the fields of the units of a template. fragments: unit name -> its tree and its lines."""

    def __init__(self, fragments: Mapping[str, tuple[nodes.Template, Lines]]) -> None:
        self._found: dict[str, Field] = {}
        self._fragments = fragments
        self._inside: list[str] = []

    @property
    def fields(self) -> tuple[Field, ...]:
        """What was found, by name."""
        return tuple(self._found[name] for name in sorted(self._found))

    def read(self, tree: nodes.Template, lines: Lines, made: Scope) -> None:
        """Read a unit. made: names that it and others make."""
        self._walk(tree, made, lines)

    def _walk(self, node: nodes.Node, scope: Scope, lines: Lines) -> None:
        if isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self._chain(node, scope, lines)
        elif isinstance(node, nodes.Call):
            self._call(node, scope, lines)
        elif isinstance(node, nodes.Include):
            self._include(node, scope)
        elif isinstance(node, nodes.For):
            self._for(node, scope, lines)
        elif isinstance(node, nodes.With):
            self._all(node.values, scope, lines)
            self._all(node.body, {**scope, **_made_by_with(node, scope)}, lines)
        else:
            if isinstance(node, nodes.Filter):
                self._attribute(node, scope, lines)
            self._all(node.iter_child_nodes(), {**scope, **_parameters(node)}, lines)

    def _all(self, children: Iterable[nodes.Node], scope: Scope, lines: Lines) -> None:
        for child in children:
            self._walk(child, scope, lines)

    def _chain(self, node: nodes.Node, scope: Scope, lines: Lines) -> None:
        """Names, dots and keys in a row: the longest part that has a path is a field."""
        if path := _path(node, scope):
            self._record(path, lines[node.lineno])
            self._beneath(node, scope, lines)
            return
        if isinstance(node, nodes.Getitem):
            self._walk(node.arg, scope, lines)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            self._walk(node.node, scope, lines)

    def _record(self, path: str, where: Where) -> None:
        if path and not path.endswith("]"):
            self._found.setdefault(path, Field(path, where))

    def _beneath(self, node: nodes.Node, scope: Scope, lines: Lines) -> None:
        """What stands inside a path: keys, and what it begins with when that is no name."""
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            if isinstance(node, nodes.Getitem):
                self._walk(node.arg, scope, lines)
            self._beneath(node.node, scope, lines)
        elif not isinstance(node, nodes.Name):
            self._walk(node, scope, lines)

    def _call(self, node: nodes.Call, scope: Scope, lines: Lines) -> None:
        called = node.node
        if isinstance(called, nodes.Getattr) and called.attr in METHOD_NAMES:
            called = called.node
        self._walk(called, scope, lines)
        self._all((*node.args, *node.kwargs), scope, lines)

    def _for(self, node: nodes.For, scope: Scope, lines: Lines) -> None:
        self._walk(node.iter, scope, lines)
        rows = _path(node.iter, scope)
        alone = isinstance(node.target, nodes.Name)
        inner = {**scope, **dict.fromkeys(_names(node.target), f"{rows}[]" if rows and alone else "")}
        self._all((*filter(None, [node.test]), *node.body), inner, lines)
        self._all(node.else_, scope, lines)

    def _attribute(self, node: nodes.Filter, scope: Scope, lines: Lines) -> None:
        """The column that `sum(attribute="so")` and its like work on."""
        rows = _path(node.node, scope) if node.node is not None else ""
        named = [item.value for item in node.kwargs if item.key == "attribute"]
        by_place = node.args[:1] if node.name not in ("map", "join", "min", "max", "unique", "sort") else []
        for item in (*named, *by_place) if rows and node.name in _BY_ATTRIBUTE else ():
            if isinstance(item, nodes.Const) and isinstance(item.value, str):
                self._record(f"{rows}[].{item.value}", lines[node.lineno])

    def _include(self, node: nodes.Include, scope: Scope) -> None:
        name = node.template.value if isinstance(node.template, nodes.Const) else ""
        if name in self._fragments and name not in self._inside:
            self._inside.append(name)
            tree, inner = self._fragments[name]
            self.read(tree, inner, {**scope, **made_names(tree)})
            self._inside.pop()


def made_names(tree: nodes.Template) -> Scope:
    """Names that a unit makes anywhere by `set` or as a macro."""
    made: dict[str, str] = {}
    makers: Iterable[Any] = tree.find_all((nodes.Assign, nodes.AssignBlock, nodes.Macro))
    for item in makers:
        names = (item.name,) if isinstance(item, nodes.Macro) else _names(item.target)
        made |= dict.fromkeys(names, "")
    return made


def _parameters(node: nodes.Node) -> Scope:
    return {item.name: "" for item in node.args} if isinstance(node, nodes.Macro | nodes.CallBlock) else {}


def _made_by_with(node: nodes.With, scope: Scope) -> Scope:
    return {
        name: _path(value, scope) if isinstance(target, nodes.Name) else ""
        for target, value in zip(node.targets, node.values, strict=True)
        for name in _names(target)
    }


def _names(target: nodes.Node) -> Iterator[str]:
    if isinstance(target, nodes.Name):
        yield target.name
    yield from (item.name for item in target.find_all(nodes.Name))


def _path(node: nodes.Node, scope: Scope) -> str:
    """The path of an expression, "" when it has none or hangs on what the template has made."""
    if isinstance(node, nodes.Name):
        return "" if node.ctx != "load" or node.name in _LOCAL else scope.get(node.name, node.name)
    if isinstance(node, nodes.Getattr):
        return _below(_path(node.node, scope), node.attr)
    if isinstance(node, nodes.Getitem):
        return _item(_path(node.node, scope), node.arg)
    if isinstance(node, nodes.Filter) and node.node is not None:
        above = _path(node.node, scope)
        if node.name in _KEEPS_ROWS:
            return above
        return f"{above}[]" if above and node.name in _ONE_ROW else ""
    return ""


def _below(above: str, name: str) -> str:
    return f"{above}.{name}" if above else ""


def _item(above: str, key: nodes.Node) -> str:
    if isinstance(key, nodes.Slice):
        return above
    if not isinstance(key, nodes.Const):
        return ""
    return _below(above, key.value) if isinstance(key.value, str) else f"{above}[]" if above else ""
