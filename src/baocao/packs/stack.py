"""The layers of a pack and of the packs it is based on or takes from, read and judged together -> Pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from baocao.errors import Finding, PackError, Where, finding, stops
from baocao.packs.borrowing import Wanted, taken_tree
from baocao.packs.entry import guess
from baocao.packs.manifest import FORMAT_VERSION, read_manifest
from baocao.packs.overlay import (
    YEARS_OF,
    CatalogueTree,
    Sheet,
    overlaid_catalogue,
    overlaid_manifest,
    wanted_of,
    years_of,
)
from baocao.packs.pack import Fragment, Layer, Loan, Origin, Pack
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE, read_catalogue, read_file
from baocao.packs.shelves import ORIGINAL, Shelves
from baocao.source.raw import RawValue
from baocao.version import __version__


@dataclass(frozen=True, slots=True)
class Stack:
    """The layers of one pack, most specific first, with their goi.yaml, and what was wrong with those.

    lenders: the packs that it takes indicators from, each with the items named.
    """

    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    lenders: tuple[Lender, ...] = ()

    @property
    def all_sheets(self) -> tuple[Sheet, ...]:
        """Its own, then those of the packs it takes from."""
        return (*self.sheets, *(sheet for one in self.lenders for sheet in one.stack.all_sheets))


@dataclass(frozen=True, slots=True)
class Lender:
    """A pack that another takes indicators from. items: what is named of it, as typed."""

    items: tuple[RawValue, ...]
    stack: Stack

    @property
    def pack(self) -> str:
        """Its id."""
        return self.stack.sheets[0].layer.pack


def stack(name: str, above: Sequence[Layer], shelves: Shelves, takers: tuple[str, ...] = ()) -> Stack:
    """Collect the folders of the pack `name`, then those of the pack its `dua_tren` names, and so on down;
    then those of the packs that any of these takes indicators from.

    above: folders that lie over all others. takers: packs that take from this one, outermost first. A pack
    that is based on or takes from itself, or one that nobody has, is a finding at the line that says so.
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
    lenders = tuple(_lenders(sheets, shelves, (*takers, seen[0]), findings))
    if not takers:
        findings += _no_years(sheets, seen[0], shelves)
    return Stack(tuple(sheets), tuple(findings), lenders)


def _lenders(
    sheets: Sequence[Sheet], shelves: Shelves, takers: tuple[str, ...], findings: list[Finding]
) -> Iterator[Lender]:
    wanted = wanted_of(sheet.manifest for sheet in sheets if sheet.manifest is not None)
    for name, raw in wanted.children.items() if wanted else ():
        where = raw.where.but(key=f"lay_chi_tieu.{name}")
        if name in takers:
            loop = " → ".join((*takers[takers.index(name) :], name))
            findings.append(finding("goi-lay-vong", where, vong=loop))
        elif not any(shelves.layers(name)):
            known = [item for item in shelves.names() if item not in takers]
            hint, names = guess(name, known), ", ".join(known)
            findings.append(finding("goi-lay-goi-khong-co", where, goi=name[:60], goi_y=hint, co_san=names))
        elif raw.items:
            below = stack(name, (), shelves, takers)
            findings += below.findings
            yield Lender(raw.items, below)


def _no_years(sheets: Sequence[Sheet], own: str, shelves: Shelves) -> Iterator[Finding]:
    """Names of packs that nobody has: no file can be of theirs, so no year comes from one."""
    for item in years_of(sheets, own):
        name = item.text.strip()
        if name and not any(shelves.layers(name)):
            known = [one for one in shelves.names() if one != own]
            hint, names = guess(name, known), ", ".join(known)
            where = item.where.but(key=YEARS_OF)
            yield finding("goi-nam-goi-khong-co", where, goi=name[:60], goi_y=hint, co_san=names)


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
    if newer := [fault for sheet in stacked.all_sheets for fault in _newer_format(sheet)]:
        raise PackError(newer)
    read = _read(stacked, findings)
    if misshapen := [fault for sheet in stacked.all_sheets for fault in _misshapen(sheet)]:
        raise PackError((*findings, *misshapen))
    findings += _missing_files(stacked)
    if stops(findings):
        raise PackError(findings)
    findings += (fault for sheet in sheets for fault in _misplaced(sheet))
    manifest = read_manifest(overlaid_manifest(sheets, sheets[0].layer.pack), findings)
    laid, loan = _laid(read, findings)
    catalogue = read_catalogue(laid, findings)
    if stops(findings):
        raise PackError(findings)
    layers = tuple(sheet.layer for sheet in sheets)
    return Pack(manifest, catalogue, layers, fragments, (*findings, *_other_versions(sheets)), loan)


@dataclass(frozen=True, slots=True)
class _Read:
    """A stack with the chi-tieu.yaml of its layers as typed, and those of the packs it takes from."""

    stack: Stack
    trees: tuple[RawValue, ...]
    lent: tuple[_Read, ...]


def _read(stacked: Stack, findings: list[Finding]) -> _Read:
    trees = [read_file(sheet.layer.folder / CATALOGUE_FILE, findings) for sheet in stacked.sheets]
    lent = tuple(_read(one.stack, findings) for one in stacked.lenders)
    return _Read(stacked, tuple(filter(None, trees)), lent)


def _laid(read: _Read, findings: list[Finding]) -> tuple[CatalogueTree, Loan | None]:
    """The files over one another, with what is taken from other packs, which is laid in the same way."""
    if not read.lent:
        return overlaid_catalogue(read.trees, findings), None
    lenders = read.stack.lenders
    wanted = [
        Wanted(one.pack, one.items, _laid(below, findings)[0])
        for one, below in zip(lenders, read.lent, strict=True)
    ]
    tree = taken_tree(wanted, overlaid_catalogue(read.trees, []), findings)
    layers = tuple(sheet.layer for one in lenders for sheet in one.stack.all_sheets)
    return overlaid_catalogue(read.trees, findings, tree), Loan(tree, layers)


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


def _missing_files(stacked: Stack) -> Iterator[Finding]:
    """A pack that takes indicators from others may have none of its own."""
    layers = [sheet.layer for sheet in stacked.sheets]
    folder = layers[0].folder
    for name in (MANIFEST_FILE,) if stacked.lenders else (MANIFEST_FILE, CATALOGUE_FILE):
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
