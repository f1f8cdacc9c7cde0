"""Word templates of packs, and shared fragments, built from their readable text."""

from __future__ import annotations

from pathlib import Path

from baocao.builder import build_template
from baocao.formats import FORMATS, load_format
from baocao.packs.finder import UnitFolders, find_pack
from baocao.packs.manifest import DEFAULT_HEADINGS
from baocao.packs.reader import read_source


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
    )
    return layer, data


def build_fragment(source: Path) -> bytes:
    """Build the .docx of a fragment from its text, in the newest format. Raises `PackError` as above."""
    return build_template(read_source(source), DEFAULT_HEADINGS, load_format(FORMATS[0]), str(source))
