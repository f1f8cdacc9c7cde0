"""The layers of a pack and of the packs it is based on, read and judged together -> Pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from baocao.errors import Finding, PackError, Where, finding, stops
from baocao.packs.entry import guess
from baocao.packs.manifest import FORMAT_VERSION, read_manifest
from baocao.packs.overlay import Sheet, overlaid_catalogue, overlaid_manifest
from baocao.packs.pack import Fragment, Layer, Origin, Pack
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE, read_catalogue, read_file
from baocao.packs.shelves import ORIGINAL, Shelves
from baocao.source.raw import RawValue
from baocao.version import __version__


@dataclass(frozen=True, slots=True)
class Stack:
    """The layers of one pack, most specific first, with their goi.yaml, and what was wrong with those."""

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]


def stack(name: str, above: Sequence[Layer], shelves: Shelves) -> Stack:
    """Collect the folders of the pack `name`, then those of the pack its `dua_tren` names, and so on down.

    above: folders that lie over all others. A pack that is based on itself or on one that nobody has is a
    finding at the line that says so.
    """
    findings: list[Finding] = []
    sheets: list[Sheet] = []
    seen: list[str] = []
    layers = (*above, *shelves.layers(name))
    while layers:
        seen.append(name)
        group = [Sheet(layer, read_file(layer.folder / MANIFEST_FILE, findings)) for layer in layers]
        sheets += group
        base = next((raw for sheet in group if (raw := sheet.given("dua_tren"))), None)
        name = base.text.strip() if base else ""
        layers = tuple(shelves.layers(name)) if name not in seen else ()
        if base and not layers:
            findings.append(_no_base(base, seen, shelves))
    return Stack(tuple(sheets), tuple(findings))


def _no_base(base: RawValue, seen: Sequence[str], shelves: Shelves) -> Finding:
    name, where = base.text.strip(), base.where.but(key="dua_tren")
    if not name:
        wanted = "tên một gói mẫu"
        return finding("goi-gia-tri-sai", where, muc="dua_tren", gia_tri="…", can=wanted, goi_y="")
    if name in seen:
        loop = " → ".join((*seen[seen.index(name) :], name))
        return finding("goi-nen-vong", where, vong=loop)
    known = [item for item in shelves.names() if item not in seen]
    names = ", ".join(known)
    return finding("goi-nen-khong-co", where, nen=name[:60], goi_y=guess(name, known), co_san=names)


def load(stacked: Stack, fragments: Mapping[str, Fragment]) -> Pack:
    """Read the catalogues and lay the files over one another; all faults are raised together."""
    sheets, findings = stacked.sheets, list(stacked.findings)
    if newer := [fault for sheet in sheets for fault in _newer_format(sheet)]:
        raise PackError(newer)
    trees = [read_file(sheet.layer.folder / CATALOGUE_FILE, findings) for sheet in sheets]
    if misshapen := [fault for sheet in sheets for fault in _misshapen(sheet)]:
        raise PackError((*findings, *misshapen))
    findings += _missing_files([sheet.layer for sheet in sheets])
    if stops(findings):
        raise PackError(findings)
    findings += (fault for sheet in sheets for fault in _misplaced(sheet))
    manifest = read_manifest(overlaid_manifest(sheets, sheets[0].layer.pack), findings)
    catalogue = read_catalogue(overlaid_catalogue(filter(None, trees), findings), findings)
    if stops(findings):
        raise PackError(findings)
    layers = tuple(sheet.layer for sheet in sheets)
    return Pack(manifest, catalogue, layers, fragments, (*findings, *_other_versions(sheets)))


def _newer_format(sheet: Sheet) -> Iterator[Finding]:
    """A file written for a later program may say things that this one would misread."""
    typed = sheet.given("dang")
    text = typed.text.strip() if typed else ""
    if typed and text.isdecimal() and Decimal(text) > FORMAT_VERSION:
        where = typed.where.but(key="dang")
        yield finding("goi-dang-moi", where, dang=text[:20], biet=FORMAT_VERSION, ban=__version__)


def _misshapen(sheet: Sheet) -> Iterator[Finding]:
    """A goi.yaml that holds no entries, or no name where the pack's is; what it lacks then cannot be told."""
    tree, name = sheet.manifest, sheet.given("ma")
    if tree is not None and not tree.children and not tree.blank:
        wanted = "các dòng «tên: giá trị», ví dụ ma: cchc-nam"
        yield finding("goi-gia-tri-sai", tree.where, muc=MANIFEST_FILE, gia_tri="…", can=wanted, goi_y="")
    if name and not name.text:
        where = name.where.but(key="ma")
        yield finding("goi-gia-tri-sai", where, muc="ma", gia_tri="…", can="chữ trên một dòng", goi_y="")


def _missing_files(layers: Sequence[Layer]) -> Iterator[Finding]:
    folder = layers[0].folder
    for name in (MANIFEST_FILE, CATALOGUE_FILE):
        if not any((layer.folder / name).exists() for layer in layers):
            yield finding("goi-thieu-tep", Where(str(folder)), goi=folder.name, tep=name)


def _misplaced(sheet: Sheet) -> Iterator[Finding]:
    """A pack is found by its folder's name; another `ma` inside would be a name that nobody finds."""
    typed, name = sheet.given("ma"), sheet.layer.pack
    if typed and typed.text and typed.text.strip() != name:
        yield finding(
            "goi-ma-lech-thu-muc", typed.where.but(key="ma"), ma=typed.text.strip()[:60], thu_muc=name
        )


def _other_versions(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Copies made for another version of what lies below them."""
    for place, sheet in enumerate(sheets):
        made_for = sheet.given("lam_cho")
        below = next((item for item in sheets[place + 1 :] if item.given("phien_ban")), None)
        version = below.given("phien_ban") if below else None
        if made_for and below and version and version.text.strip() != made_for.text.strip():
            yield finding(
                "goi-da-len-phien-ban",
                made_for.where.but(key="lam_cho"),
                goi=below.layer.pack,
                lam_cho=made_for.text.strip(),
                phien_ban=version.text.strip(),
                lenh=f'baocao mau so-sanh "{_copied(sheet.layer)}" {_word(below.layer)}',
            )


def _copied(layer: Layer) -> Path:
    """What a layer was made from, when it was kept; else what it is now."""
    original = layer.folder / ORIGINAL
    return original if original.is_dir() else layer.folder


def _word(layer: Layer) -> str:
    """A layer as typed in a command: the name of a built-in pack, or a folder, which may have spaces."""
    return layer.pack if layer.origin is Origin.BUILTIN else f'"{layer.folder}"'
