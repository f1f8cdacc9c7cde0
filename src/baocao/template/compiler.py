"""Layers of a template -> one `Template`. The corridor of this room; imported only to compile.

Each layer: read the package, move its notes to their references, carry out the dialect, write one Jinja
source a part, turn it into Python code. The lowest layer gives the package. All faults of all parts are
reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from baocao.errors import Finding, PackError, Where, finding, stops
from baocao.ooxml.names import DOCUMENT, STYLES
from baocao.ooxml.package import Skeleton
from baocao.template.codegen import Unit, compile_unit
from baocao.template.compiled import Field, LayerSource, NoteShell, Place, Template, UnitPlaces
from baocao.template.dialect import apply_dialect, number_drawings
from baocao.template.furniture import furnish, part_names
from baocao.template.layers import carry_over, extended_pack, with_namespaces
from baocao.template.marks import HEADING, mark
from baocao.template.missing import nearest
from baocao.template.notes import (
    move_notes,
    notes_of,
    reference_findings,
    refused_references,
    write_holders,
)
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, parse, put_before, w
from baocao.template.places import Places, heading_levels, part_label
from baocao.template.source import JinjaSource, write_source
from baocao.template.spots import stamp

_SIGNS = (b"{", b"ke:", b"footnoteReference")
_NUMBER_SIGN = "⟦".encode()


@dataclass(slots=True)
class _Layer:
    """A layer being compiled, its notes in the place of their references.

    name: its codes begin with it. levels: of its heading styles. places: of its document. parent: what it
    extends.
    """

    name: str
    source: LayerSource
    parts: dict[str, bytes]
    document: Element
    levels: Mapping[str, int]
    places: Places
    findings: list[Finding]
    parent: str = ""

    @property
    def where(self) -> Where:
        """The file."""
        return Where(file=self.source.name)


@dataclass(slots=True)
class _Product:
    """What has been compiled so far."""

    filters: Collection[str]
    units: dict[str, Unit] = field(default_factory=dict)
    places: dict[str, UnitPlaces] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, layer: _Layer, part: str, source: JinjaSource, where: Where) -> None:
        """Compile one part of one layer."""
        name = f"{layer.name}/{part}"
        parent = f"{layer.parent}/{part}" if layer.parent else ""
        unit = compile_unit(name, source, where, self.filters, parent)
        self.units[name] = unit
        self.findings += unit.findings
        self.places[name] = _unit_places(source.places, where)
        self.entries.setdefault(part, name)


def compile_template(layers: Sequence[LayerSource], filters: Collection[str]) -> Template:
    """Compile layers, most specific first. filters: names of the filters the render will bring.

    Raises `PackError` with every fault of every part.
    """
    chain = _read_chain(layers)
    base = chain[-1]
    product = _Product(filters)
    for layer, root in zip(
        chain, with_namespaces([(item.document, item.where) for item in chain]), strict=True
    ):
        layer.document = root
    for layer in chain[:-1]:
        product.findings += carry_over(layer.parts, layer.document, base.parts, layer.places)
    shell = furnish(base.parts, [base.document, *(layer.document for layer in chain[:-1])], base.where)
    numbered = any(_NUMBER_SIGN in layer.parts[DOCUMENT] for layer in chain)
    for layer in chain:
        _compile_document(layer, product, numbered)
    for name in part_names(base.parts):
        _compile_part(base, name, product)
    product.findings += _check_blocks(chain, product)
    if stops(product.findings):
        raise PackError(dict.fromkeys(product.findings))
    return _template(base, product, shell)


def _read_chain(layers: Sequence[LayerSource]) -> list[_Layer]:
    """The layers that take part: each extends the next; the last one stands alone."""
    chain: list[_Layer] = []
    wanted = layers[0].pack
    for index, source in enumerate(layers):
        if source.pack != wanted:
            continue
        layer = _read(str(index), source)
        if chain:
            chain[-1].parent = layer.name
        chain.append(layer)
        wanted = extended_pack(layer.document)
        if not wanted:
            return chain
    raise PackError(finding("goi-cha-khong-co", chain[-1].where, goi=wanted))


def _read(name: str, source: LayerSource) -> _Layer:
    where = Where(file=source.name)
    parts = Skeleton.read(source.data, source.name).parts()
    inside = where.but(part=part_label(DOCUMENT))
    document = parse(parts[DOCUMENT], inside)
    stamp(document, DOCUMENT)
    faults = move_notes(document, notes_of(parts, document, where))
    levels = heading_levels(parts[STYLES], where) if STYLES in parts else {}
    places = Places(document, inside, levels)
    return _Layer(name, source, parts, document, levels, places, reference_findings(faults, places))


def _compile_document(layer: _Layer, product: _Product, numbered: bool) -> None:
    root, places = layer.document, layer.places
    product.findings += layer.findings
    findings = apply_dialect(root, places)
    product.findings += findings
    if stops(findings):
        return
    number_drawings(root)
    if numbered:
        _mark_headings(root, places)
    write_holders(root)
    product.add(layer, DOCUMENT, write_source(root, places), places.base)


def _compile_part(base: _Layer, name: str, product: _Product) -> None:
    """Headers, footers and properties: compiled when they hold tags, otherwise they stay as they are."""
    if not any(sign in base.parts[name] for sign in _SIGNS):
        return
    where = base.where.but(part=part_label(name))
    root = parse(base.parts[name], where)
    stamp(root, name)
    places = Places(root, where, base.levels)
    findings = reference_findings(refused_references(root), places) + apply_dialect(root, places)
    product.findings += findings
    if not stops(findings):
        source = write_source(root, places)
        if source.has_tags:
            product.add(base, name, source, where)


def _mark_headings(root: Element, places: Places) -> None:
    for paragraph in root.iter(w("p")):
        level = places.heading_level(paragraph)
        if level and next(paragraph.iterancestors(NOTE_HOLDER), None) is None:
            put_before(paragraph, mark(HEADING, level))


def _check_blocks(chain: Sequence[_Layer], product: _Product) -> Iterable[Finding]:
    """A block that no layer below has would be lost without a word."""
    below: frozenset[str] = frozenset()
    for layer in reversed(chain):
        unit = product.units.get(f"{layer.name}/{DOCUMENT}")
        if unit is None:
            return
        for name, where in unit.outer_blocks if layer.parent else ():
            if name not in below:
                near = nearest(name, below)
                yield finding("khoi-la", where, ten=name, goi_y=f" Có phải «{near}» không?" if near else "")
        below |= unit.blocks


def _unit_places(places: Iterable[Place], where: Where) -> UnitPlaces:
    return UnitPlaces(where.file, where.part, tuple(tuple(place) for place in places))


def _template(base: _Layer, product: _Product, shell: NoteShell) -> Template:
    fields: dict[str, Field] = {}
    for unit in product.units.values():
        for item in unit.fields:
            fields.setdefault(item.name, item)
    parts = base.parts | dict.fromkeys(product.entries, b"")
    return Template(
        skeleton=Skeleton.of(parts),
        codes={name: unit.code for name, unit in product.units.items() if unit.code is not None},
        entries=dict(product.entries),
        places=dict(product.places),
        notes=shell,
        fields=tuple(fields[name] for name in sorted(fields)),
        findings=tuple(dict.fromkeys(product.findings)),
    )
