"""`baocao mau xem --khoi`: which block is which, by the heading above it and its first words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.authoring.compose import compose
from baocao.authoring.fragments import with_fragments
from baocao.authoring.texts import EDGES, BlockText, read_text
from baocao.authoring.told_blocks import plain, shortened
from baocao.derive.fields import fields
from baocao.packs.pack import Pack
from baocao.template import LayerSource
from baocao.template.sources import FragmentFiles, layer_sources
from baocao.vietnamese.terms import terms
from baocao.vietnamese.text import without_marks

_NAME = re.compile(r"\b\w+(?:\.\w+)+")
"""The name of a figure or of something of the unit in a tag."""

_LETTERS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class BlockLine:
    """A block of a template, or a fragment it takes in ("mảnh khoi-ky").

    heading: the heading it stands under. words: how its text begins, or the paragraph that was looked for;
    "…" for what is filled in.
    """

    name: str
    heading: str
    words: str


def list_blocks(pack: Pack, sought: str = "") -> tuple[BlockLine, ...]:
    """The blocks in effect, in the order of the text, then the fragments.

    sought: only those that have these words, whatever their marks and capitals, in their text, in what a tag
    prints with sample data or in the name of a tag. Raises `PackError` when the template cannot be put
    together.
    """
    sources = layer_sources(pack)
    whole = LayerSource(sources[0].name, sources[0].pack, compose(sources).data)
    text = with_fragments(read_text(whole), FragmentFiles(pack.fragments))
    printed = _printed(pack) if sought else {}
    found = (_line(block, sought, printed) for name, block in text.blocks.items() if name not in ("", EDGES))
    return tuple(line for line in found if line is not None)


def _printed(pack: Pack) -> dict[str, str]:
    """What a tag prints with sample data and what it means; for words that follow the law all wordings."""
    found = {field.name: f"{field.sample} {field.label}" for field in fields(pack)}
    for term in terms().values():
        found[f"dv.{term.name}"] += "".join(f" {wording.words}" for wording in term.wordings)
    return found


def _line(block: BlockText, sought: str, printed: Mapping[str, str]) -> BlockLine | None:
    lines = [line.words for line in (*block.lines, *block.notes)]
    chosen = [words for words in lines if _has(words, sought, printed)] if sought else lines
    if sought and not chosen:
        return None
    words = next((words for words in map(plain, chosen) if _LETTERS.search(words)), "")
    return BlockLine(block.name, plain(block.heading), shortened(words))


def _has(words: str, sought: str, printed: Mapping[str, str]) -> bool:
    prints = (printed.get(name, "") for name in _NAME.findall(words))
    return _bare(sought) in _bare(" ".join((plain(words), words, *prints)))


def _bare(words: str) -> str:
    return " ".join(without_marks(words).lower().replace("_", " ").split())
