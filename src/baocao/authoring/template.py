"""Word templates of packs, and shared fragments, built from their readable text."""

from __future__ import annotations

from pathlib import Path

from baocao.builder import build_template
from baocao.formats import FORMATS, load_format
from baocao.packs.finder import UnitFolders, builtin_folder, find_pack
from baocao.packs.manifest import DEFAULT_HEADINGS
from baocao.packs.reader import read_source
from baocao.template.sources import full_texts

PASSAGES = "_doan"
"""The folder among the packs that holds the passages of noi-dung.md that several packs share."""


def build_pack_template(folder: Path | str, unit_folders: UnitFolders = ()) -> tuple[Path, bytes]:
    """Build the Word template of a pack from its noi-dung.md; returns the pack's folder and the .docx.

    folder: a pack's folder, or its name. unit_folders: of the unit and those above it, whose packs count too.
    Raises `PackError` with every fault of the text.
    """
    pack = find_pack(folder, unit_folders)
    layer = pack.layers[0].folder
    source = layer / "noi-dung.md"
    manifest = pack.manifest
    data = build_template(
        read_source(source),
        manifest.headings,
        load_format(manifest.format_profile),
        str(source),
        passages=passages_of(layer),
        whole=not full_texts(pack.catalogue),
    )
    return layer, data


def passages_of(folder: Path) -> dict[str, str]:
    """The passages that the packs of a folder share, by name: those beside the pack, then the built-in ones.

    They go into the Word template as words of its own, so that a unit finds in a block what it prints.
    Raises `PackError` for a text that cannot be read.
    """
    shelves = (builtin_folder() / PASSAGES, folder.resolve().parent / PASSAGES)
    return {file.stem: read_source(file) for shelf in shelves for file in sorted(shelf.glob("*.md"))}


def build_fragment(source: Path) -> bytes:
    """Build the .docx of a fragment from its text, in the newest format. Raises `PackError` as above."""
    text, fmt = read_source(source), load_format(FORMATS[0])
    passages = passages_of(source.resolve().parent)
    return build_template(text, DEFAULT_HEADINGS, fmt, str(source), passages=passages, whole=False)
