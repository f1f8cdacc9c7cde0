"""Links of the text to bookmarks that stand in nothing which is printed.

A block brings its links along, but not the bookmarks outside of it; and a block that is replaced takes its
bookmarks away from links elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import nodes

from baocao.errors import Finding, Where, finding
from baocao.template.codegen import Unit

_LINK = re.compile(r'<w:hyperlink\b[^>]*?\bw:anchor="([^"]+)"')
_MARK = re.compile(r'<w:bookmarkStart\b[^>]*?\bw:name="([^"]+)"')
_TOP = "_top"
"""Word's own name of the beginning of a document."""


class _Printed:
    """What a chain and its fragments print together: bookmarks, and links with their place."""

    def __init__(self, chain: Sequence[Unit], fragments: Mapping[str, Unit]) -> None:
        self.marks: set[str] = set()
        self.links: list[tuple[str, Where]] = []
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

    def _text(self, data: nodes.TemplateData, unit: Unit) -> None:
        for line, text in enumerate(data.data.split("\n"), start=data.lineno):
            self.marks.update(_MARK.findall(text))
            if unit.lines is not None:
                self.links += [(name, unit.lines[line]) for name in _LINK.findall(text)]


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
