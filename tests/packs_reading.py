"""What tests of the built-in packs share: their texts as Jinja sees them, the sentences of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from jinja2 import Environment, nodes
from lxml import etree

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ONLY_TO_COMPUTE = "Chỉ để tính"

NOT_GOOD = re.compile(r"  |\s[,.;:)](?!\.\.)|\(\s|[,;:(]\s*[,;.)]|(?<!\.)\.\.(?!\.)|,,|;;|^\s|[^.:;…]$|^$")
"""Two spaces, a space before a mark, marks that follow one another, a paragraph without its final mark or
without a word."""


def template_of(path: Path) -> nodes.Template:
    """noi-dung.md as Jinja sees it: tags of paragraphs, rows, runs are plain; headings have no names."""
    source = re.sub(r"\{#[a-z_]\w*\}", "", path.read_text(encoding="utf-8"))
    source = re.sub(r"\{([{%])(?:p|tr|tc|r)\s", r"{\1 ", source)
    return Environment(autoescape=True).parse(source)


def dotted(node: nodes.Node) -> str:
    """`a.b.c` of nested attribute look-ups that start at a name; "" for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (front := dotted(node.node)):
        return f"{front}.{node.attr}"
    return ""


def paths(node: nodes.Node, bound: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every dotted path below `node`, loop variables replaced by what they run over (`list[]` for a row)."""
    if isinstance(node, nodes.Getattr) and (path := dotted(node)):
        front, _, rest = path.partition(".")
        yield from (f"{begin}.{rest}" for begin in bound.get(front, (front,)))
        return
    inner = dict(bound)
    if isinstance(node, nodes.For):
        inner |= loop_variables(node)
    for child in node.iter_child_nodes():
        yield from paths(child, inner)


def loop_variables(loop: nodes.For) -> dict[str, tuple[str, ...]]:
    """What the variables of a `for` stand for: rows of a list, or columns of a literal list of tuples."""
    if isinstance(loop.target, nodes.Name):
        return {loop.target.name: (f"{dotted(loop.iter)}[]",)} if dotted(loop.iter) else {}
    if not isinstance(loop.iter, nodes.List):  # a list that was set before: its figures are named there
        return {}
    assert isinstance(loop.target, nodes.Tuple)
    columns = zip(*(row.items for row in loop.iter.items if isinstance(row, nodes.Tuple)), strict=True)
    named = zip(loop.target.items, columns, strict=True)
    return {
        name.name: tuple(filter(None, map(dotted, cells)))
        for name, cells in named
        if isinstance(name, nodes.Name)
    }


def is_at(path: str, id_: str) -> bool:
    """Whether a path prints, asks for, or loops over an indicator."""
    return path == id_ or path.startswith((f"{id_}.", f"{id_}[]"))


def sentences(data: bytes) -> Iterator[str]:
    """Body paragraphs, bullets and footnotes of a report, a note reference left out."""
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in ("word/document.xml", "word/footnotes.xml") if name in package.namelist()]
        for name in names:
            for paragraph in etree.fromstring(package.read(name)).iter(f"{WORD}p"):
                style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
                if style is not None and style.get(f"{WORD}val") in ("ThanBai", "GachDau", "FootnoteText"):
                    text = "".join(item.text or "" for item in paragraph.iter(f"{WORD}t"))
                    is_noted = paragraph.find(f".//{WORD}footnoteRef") is not None
                    yield text.replace("\xa0", " ").removeprefix(" " if is_noted else "")


def body_styles(data: bytes) -> Iterator[str]:
    """Styles of the paragraphs of the body."""
    with ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for style in root.iter(f"{WORD}pStyle"):
        yield style.get(f"{WORD}val")
