"""Links and references of the text to bookmarks that stand in nothing which is printed.

A block brings its links along, but not the bookmarks outside of it; and a block that is replaced takes its
bookmarks away from links elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from baocao.errors import Finding, Where, finding
from baocao.template.codegen import Unit
from baocao.template.compiled import REPLACED
from baocao.template.missing import nearest

_LINK = re.compile(r'<w:hyperlink\b[^>]*?\bw:anchor="([^"]+)"')
_MARK = re.compile(r'<w:bookmarkStart\b[^>]*?\bw:name="([^"]+)"')
_CODE, _SIMPLE = "<w:instrText", "<w:fldSimple"
_CODES = re.compile(r"<w:instrText\b[^>]*>([^<]*)<")
_SIMPLE_CODES = re.compile(r'<w:fldSimple\b[^>]*?\bw:instr="([^"]*)"')
_BEGINS = re.compile(r'<w:fldChar\b[^>]*?\bw:fldCharType="begin"')
_REFERENCE = re.compile(r"\s*(?:NOTE)?REF\s+&?(?:quot;)?([\w.]+)", re.IGNORECASE)
_TOP = "_top"
"""Word's own name of the beginning of a document."""


class _Printed:
    """What a chain and its fragments print together: bookmarks, and links with their place."""

    def __init__(self, chain: Sequence[Unit], fragments: Mapping[str, Unit]) -> None:
        self.marks: set[str] = set()
        self.links: list[tuple[str, Where]] = []
        self.references: list[tuple[str, Where]] = []
        self.fields: list[tuple[str, Where]] = []
        self._fragments = fragments
        self._blocks: dict[str, list[tuple[nodes.Block, Unit]]] = {}
        for unit in chain:
            for block in unit.tree.find_all(nodes.Block) if unit.tree else ():
                self._blocks.setdefault(block.name, []).append((block, unit))
        self._below(chain[-1].tree, chain[-1])

    def _below(self, node: nodes.Node | None, unit: Unit) -> None:
        for child in node.iter_child_nodes() if node else ():
            if isinstance(child, nodes.Block):
                self._block(child.name)
            elif isinstance(child, nodes.TemplateData):
                self._text(child, unit)
            elif isinstance(child, nodes.Filter) and child.name == "_tham_chieu":
                self._reference(child, unit)
            elif isinstance(child, nodes.Include) and isinstance(child.template, nodes.Const):
                included = self._fragments.get(child.template.value, Unit())
                self._below(included.tree, included)
            else:
                self._below(child, unit)

    def _block(self, name: str) -> None:
        """The block of the most specific layer, and those below that it prints by `super()`."""
        for block, unit in self._blocks.get(name, ()):
            self._below(block, unit)
            if name not in unit.supers:
                return

    def replaced_by(self, name: str) -> tuple[str, Where] | None:
        """The block that a layer has put in the place of the one with this bookmark, and where it stands."""
        for block_name, found in self._blocks.items():
            for at, (_, unit) in enumerate(found[:-1]):
                below = (self._holds(block, name) for block, _ in found[at + 1 :])
                if block_name not in unit.supers and any(below):
                    return block_name, unit.blocks[block_name]
        return None

    def _holds(self, node: nodes.Node, name: str) -> bool:
        """Whether a bookmark stands somewhere in a node, or in a fragment that it includes."""
        if any(name in _MARK.findall(data.data) for data in node.find_all(nodes.TemplateData)):
            return True
        included = (
            self._fragments.get(item.template.value, Unit())
            for item in node.find_all(nodes.Include)
            if isinstance(item.template, nodes.Const)
        )
        return any(of.tree is not None and self._holds(of.tree, name) for of in included)

    def _reference(self, call: nodes.Filter, unit: Unit) -> None:
        if isinstance(call.node, nodes.Const) and unit.lines is not None:
            self.references.append((str(call.node.value), unit.lines[call.lineno]))

    def _text(self, data: nodes.TemplateData, unit: Unit) -> None:
        for line, text in enumerate(data.data.split("\n"), start=data.lineno):
            self.marks.update(_MARK.findall(text))
            if unit.lines is not None:
                self.links += [(name, unit.lines[line]) for name in _LINK.findall(text)]
                self.fields += [(name, unit.lines[line]) for name in _fields(text)]


def _fields(text: str) -> Iterator[str]:
    """The bookmarks that fields `REF` and `NOTEREF` of a line name."""
    if _CODE not in text and _SIMPLE not in text:
        return
    codes = "".join(_CODES.findall(_BEGINS.sub("<w:instrText>\n</w:instrText>", text)))
    for code in (*codes.split("\n"), *_SIMPLE_CODES.findall(text)):
        if found := _REFERENCE.match(code):
            yield found[1]


def dead_references(
    chain: Sequence[Unit], fragments: Mapping[str, Unit], from_data: bool = False
) -> Iterator[Finding]:
    """References by name, and fields that an author put in with Word, to bookmarks that no file prints.

    Where a layer has replaced what had the name, its block is told: the layer's author may leave it so.
    from_data: texts are printed that may bring the names of references, so that only a render knows.
    """
    printed = _Printed(chain, fragments)
    references, fields = dict.fromkeys(printed.references), dict.fromkeys(printed.fields)
    for name, where in (*references, *fields):
        if name not in printed.marks and (replaced := printed.replaced_by(name)):
            block, place = replaced
            yield finding(REPLACED, place, ten=name, khoi=block, cho=str(where))
        elif name not in printed.marks and (name, where) in references and not from_data:
            near = nearest(name, (mark for mark in printed.marks if not mark.startswith("_")))
            hint = f" Có phải «{near}» không?" if near else ""
            yield finding("tham-chieu-la", where, ten=name, goi_y=hint)
        elif name not in printed.marks and (name, where) in fields:
            yield finding("truong-ref-la", where, ten=name)


def dead_links(chain: Sequence[Unit], fragments: Mapping[str, Unit]) -> Iterator[Finding]:
    """The links that lead nowhere in the report. chain: most specific first. fragments: by internal name.

    A template of one file is left to Word, which shows its links as they are.
    """
    if len(chain) + len(fragments) < 2:
        return
    printed = _Printed(chain, fragments)
    for name, where in dict.fromkeys(printed.links):
        if name not in printed.marks and name != _TOP:
            yield finding("lien-ket-hut", where, ten=name)
