"""The fragments that a whole template takes in (`include`), and those that these take in."""

from __future__ import annotations

import re

from baocao.authoring.texts import BlockText, TemplateText, read_text
from baocao.template import LayerSource
from baocao.template.compiled import Fragments, FragmentSource

Used = dict[str, tuple[FragmentSource, TemplateText]]
"""Fragments by name, each with its text."""

_INCLUDE = re.compile(r"\{%-?(?:p\s)?\s*include\s+[\"'“”„‘’]([^\"'“”„‘’]*)[\"'“”„‘’]")


def used_fragments(text: TemplateText, fragments: Fragments) -> Used:
    """The fragments by name; a name that nobody has is left to the compiler to tell."""
    found: Used = {}
    waiting = [text]
    while waiting:
        for name in _included(waiting.pop()):
            if name in fragments and name not in found:
                source = fragments[name]
                found[name] = (source, read_text(LayerSource(source.name, "", source.data)))
                waiting.append(found[name][1])
    return found


def fragment_block(name: str) -> str:
    """How a fragment is called among the blocks; no block has such a name."""
    return f"mảnh {name}"


def with_fragments(text: TemplateText, fragments: Fragments) -> TemplateText:
    """The text of a template and, after its blocks, that of each fragment it takes in."""
    blocks = dict(text.blocks)
    for name, (_, inner) in used_fragments(text, fragments).items():
        block = blocks[fragment_block(name)] = BlockText(fragment_block(name), "")
        for part in inner.blocks.values():
            block.lines += part.lines
            block.notes += part.notes
    return TemplateText(blocks, text.styles, text.pages)


def _included(text: TemplateText) -> list[str]:
    lines = [line for block in text.blocks.values() for line in (*block.lines, *block.notes)]
    return [name for line in lines for name in _INCLUDE.findall(line.words)]
