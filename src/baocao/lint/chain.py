"""Templates over one another: which files take part, and what they leave unprinted together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baocao.errors import Finding, finding
from baocao.lint.expressions import Use
from baocao.lint.word_file import WordFile
from baocao.packs.pack import Pack


def chain_of(files: Sequence[WordFile | None]) -> list[WordFile]:
    """The files that take part, most specific first: each names the next; the compiler's own rule."""
    chain: list[WordFile] = []
    wanted = next((file.source.pack for file in files if file is not None), "")
    for file in files:
        if file is None or file.source.pack != wanted:
            continue
        chain.append(file)
        wanted = file.extends
        if not wanted:
            break
    return chain


def unprinted(pack: Pack, chain: Sequence[WordFile], uses: Iterable[tuple[str, Use]]) -> Iterator[Finding]:
    """Required indicators that no sentence of the whole prints."""
    if not chain:
        return
    effective = _Effective(chain, uses)
    printed = {use.path for name, use in effective.uses if use.printed and effective.is_printed(name, use)}
    for indicator in pack.catalogue:
        if indicator.required and not any(
            path == indicator.id or path.startswith(f"{indicator.id}.") for path in printed
        ):
            where = chain[0].where.but(key=indicator.id, label=indicator.label)
            yield finding("chi-tieu-khong-in", where, ten=indicator.label, ma=indicator.id)


class _Effective:
    """Which file's text each block prints."""

    def __init__(self, chain: Sequence[WordFile], uses: Iterable[tuple[str, Use]]) -> None:
        self.uses = list(uses)
        self._rank = {file.source.name: place for place, file in enumerate(chain)}
        self._owners: dict[str, dict[int, bool]] = {}
        for name, use in self.uses:
            for block in use.blocks:
                owners = self._owners.setdefault(block, {})
                rank = self._rank.get(name, -1)
                owners[rank] = owners.get(rank, False) or use.path == "super"

    def is_printed(self, name: str, use: Use) -> bool:
        """Whether no more specific file replaces a block around the use without printing it again."""
        rank = self._rank.get(name, -1)
        return all(
            again for block in use.blocks for other, again in self._owners[block].items() if 0 <= other < rank
        )
