"""Templates over one another: which files take part, and what they leave unprinted together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from baocao.errors import Finding, finding
from baocao.lint.expressions import Use
from baocao.lint.file_lint import FileLint
from baocao.lint.word_file import WordFile
from baocao.ooxml.names import DOCUMENT
from baocao.packs.pack import Pack


def chain_of(files: Sequence[WordFile | None]) -> list[WordFile]:
    """The files that take part, most specific first: each names the next; the compiler's own rule."""
    chain: list[WordFile] = []
    wanted = next((file.source.pack for file in files if file is not None), "")
    for file in files:
        if file is None or not file.source.provides(wanted):
            continue
        chain.append(file)
        wanted = file.extends
        if not wanted:
            break
    return chain


def unprinted(pack: Pack, chain: Sequence[WordFile], lints: Sequence[FileLint]) -> Iterator[Finding]:
    """Required indicators that no sentence of the whole prints. lints: of the chain and its fragments."""
    if not chain:
        return
    ranks = {file.source.name: rank for rank, file in enumerate(chain)}
    printed = {
        use.path
        for one in lints
        for use in one.uses
        if use.printed and not _is_replaced(use, ranks.get(one.file.source.name, 0), ranks, lints)
    }
    for indicator in pack.catalogue:
        if indicator.required and not any(
            path == indicator.id or path.startswith(f"{indicator.id}.") for path in printed
        ):
            where = chain[0].where.but(key=indicator.id, label=indicator.label, anchor=f"{DOCUMENT}#0")
            yield finding("chi-tieu-khong-in", where, ten=indicator.label, ma=indicator.id)


def _is_replaced(use: Use, rank: int, ranks: Mapping[str, int], lints: Iterable[FileLint]) -> bool:
    """Whether a more specific file has a block around the use, without super()."""
    return any(
        block in one.blocks and not one.blocks[block]
        for one in lints
        if ranks.get(one.file.source.name, rank) < rank
        for block in use.blocks
    )
