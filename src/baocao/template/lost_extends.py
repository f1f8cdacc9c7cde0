"""A copy of some blocks whose first line, `extends`, was deleted: it would be printed as the whole report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from baocao.errors import Finding, PackError, finding
from baocao.ooxml.names import DOCUMENT
from baocao.template.compiled import LayerSource
from baocao.template.layers import Layer, read_layer
from baocao.template.ooxml_tree import Element, text_of, w

_BLOCK = re.compile(r"\{%-?(?:p|tr|tc)?\s*block\s+(\w+)")


def lost_extends(chain: Sequence[Layer], layers: Sequence[LayerSource]) -> Iterator[Finding]:
    """A template that names no pack, while all its blocks are few of those of the template below it.

    chain: the layers that take part. layers: all, most specific first. Look before tags are carried out.
    """
    top = chain[0]
    if top.parent or (own := _blocks(top.document)) == set():
        return
    source = layers[int(top.name)]
    below = next((item for item in layers[int(top.name) + 1 :] if item.pack == source.pack), None)
    names = _blocks_below(below) if below else set[str]()
    if own <= names and 2 * len(own) <= len(names):
        where = top.where.but(anchor=f"{DOCUMENT}#0")
        yield finding("mat-extends", where, goi=source.pack, con=len(own), mat=len(names) - len(own))


def _blocks_below(source: LayerSource) -> set[str]:
    """The blocks of a template that takes no part; none when it cannot be read, which then hurts nobody."""
    try:
        return _blocks(read_layer("", source.name, source.data).document)
    except PackError:
        return set()


def _blocks(document: Element) -> set[str]:
    texts: Iterable[str] = (text_of(paragraph) for paragraph in document.iter(w("p")))
    return {name for text in texts for name in _BLOCK.findall(text)}
