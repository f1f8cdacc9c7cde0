"""Every block of every built-in pack, copied out by `baocao mau sao-chep --khoi`, has no fault."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from baocao.authoring.chain import read_sheet
from baocao.authoring.compose import compose
from baocao.authoring.copying import copy_template
from baocao.authoring.extract import names_around
from baocao.authoring.inspecting import inspect_templates
from baocao.packs.finder import builtin_folder, find_pack
from baocao.template import LayerSource
from baocao.template.sources import layer_sources

PACKS = sorted(folder.name for folder in builtin_folder().iterdir() if (folder / "goi.yaml").is_file())


def by_depth(pack: str) -> dict[int, list[str]]:
    """The blocks of a pack, by how many others stand around each: those of one depth fit into one copy."""
    sources = layer_sources(find_pack(pack))
    outline = read_sheet(LayerSource(sources[0].name, sources[0].pack, compose(sources).data)).outline
    found = defaultdict(list)
    for name in outline.spans:
        found[len(names_around(outline, name))].append(name)
    return found


def told_of(pack: str, blocks: list[str], folder: Path) -> list[str]:
    copied = copy_template(pack, folder, blocks)
    assert set(copied.blocks) == set(blocks)
    return [item.text for item in inspect_templates([copied.template]).findings]


@pytest.mark.parametrize("pack", PACKS)
def test_blocks_of_each_depth(pack: str, tmp_path: Path) -> None:
    depths = by_depth(pack)
    assert depths[0]
    told = [told_of(pack, names, tmp_path / str(depth)) for depth, names in depths.items()]
    assert told == [[] for _ in depths]


@pytest.mark.parametrize(
    ("pack", "block"),
    [
        ("chi-so-cchc", "linh_vuc"),
        ("cchc-xa", "the_che"),
        ("cchc-ky", "ton_tai"),
        ("kiem-soat-tthc", "phu_luc"),
    ],
)
def test_a_block_by_itself(pack: str, block: str, tmp_path: Path) -> None:
    """A block that uses what others set, two that take a block of the pack below to another place."""
    assert told_of(pack, [block], tmp_path / "mau") == []
