"""Layers of a template -> one `Template`. The corridor of this room; imported only to compile.

Each layer and fragment: read the package, move its notes to their references, carry out the dialect, write
one Jinja source a part, turn it into Python code. The lowest layer gives the package. All faults of all parts
are reported at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from baocao.errors import Finding, PackError, Where, finding, stops
from baocao.ooxml.names import DOCUMENT, part_label
from baocao.ooxml.package import Skeleton
from baocao.template.carrying import carry_over
from baocao.template.chart_taking import Taken, take_charts
from baocao.template.charts import treat_charts
from baocao.template.codegen import Unit, compile_unit
from baocao.template.compiled import Field, Fragments, LayerSource, NoteShell, Template, UnitPlaces, state_of
from baocao.template.dead_links import dead_links, dead_references
from baocao.template.dialect import apply_dialect, number_drawings
from baocao.template.fields import Asked, made_names
from baocao.template.file_kind import kind_findings
from baocao.template.furniture import furnish, part_names
from baocao.template.inclusion import check_includes
from baocao.template.layers import Layer, read_chain, read_fragments, share_namespaces
from baocao.template.left_behind import drop_remark_parts, drop_remarks
from baocao.template.levels import align_blocks
from baocao.template.lost_extends import lost_extends
from baocao.template.marks import HEADING, mark
from baocao.template.missing import nearest
from baocao.template.notes import reference_findings, refused_references, write_holders
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, parse, put_before, serialize, w
from baocao.template.own_styles import restore_own_ids
from baocao.template.places import Places
from baocao.template.revisions import accept_changes, change_findings, may_hold_changes
from baocao.template.sequences import count_sequences
from baocao.template.source import JinjaSource, write_source
from baocao.template.spots import stamp

_SIGNS = (b"{", b"ke:", b"footnoteReference")
_NUMBER_SIGN = "⟦".encode()


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of layers after compiling them, faulty or not.

    fields and blocks: of the parts that could be read. template: None when a finding stops it.
    """

    findings: tuple[Finding, ...]
    fields: tuple[Field, ...]
    blocks: Mapping[str, str]
    template: Template | None


@dataclass(slots=True)
class _Product:
    """What has been compiled so far. fragments: internal names by those `include` gives; "" if not read."""

    filters: Collection[str]
    fragments: Mapping[str, str]
    units: dict[str, Unit] = field(default_factory=dict)
    places: dict[str, UnitPlaces] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    charts: dict[str, Taken] = field(default_factory=dict)
    full_texts: frozenset[str] = frozenset()

    def add(self, layer: Layer, part: str, source: JinjaSource, where: Where) -> None:
        """Compile one part of one layer."""
        name = f"{layer.name}/{part}"
        parent = f"{layer.parent}/{part}" if layer.parent else ""
        known = self.fragments if part == DOCUMENT else {}
        unit = compile_unit(name, source, where, self.filters, parent, known)
        self.units[name] = unit
        self.findings += unit.findings
        lines = tuple(tuple(place) for place in source.places)
        self.places[name] = UnitPlaces(where.file, where.part, lines)
        if not layer.is_fragment:
            self.entries.setdefault(part, name)


def compile_template(
    layers: Sequence[LayerSource], filters: Collection[str], fragments: Fragments = MappingProxyType({})
) -> Template:
    """Compile layers, most specific first. filters: names of the filters the render will bring.

    Raises `PackError` with every fault of every part.
    """
    survey = survey_template(layers, filters, fragments)
    if survey.template is None:
        raise PackError(survey.findings)
    return survey.template


def survey_template(
    layers: Sequence[LayerSource], filters: Collection[str], fragments: Fragments = MappingProxyType({})
) -> Survey:
    """Compile layers and tell all that was found; `PackError` only for what is no Word file or no chain."""
    chain = read_chain(layers)
    included = read_fragments(chain, fragments)
    base, others = chain[-1], [*chain[:-1], *included.values()]
    units = {name: included[name].unit if name in included else "" for name in fragments}
    product = _Product(filters, units, findings=list(lost_extends(chain, layers)))
    product.full_texts = frozenset().union(*(layer.full_texts for layer in layers))
    shell = _brought_together(base, others, product)
    _compile_all(chain, list(included.values()), product)
    blocks, asked = _blocks(chain, product), _asked(product)
    findings = tuple(dict.fromkeys(product.findings))
    if stops(findings):
        return Survey(findings, asked, blocks, None)
    template = Template(
        skeleton=Skeleton.of(base.parts | dict.fromkeys(product.entries, b"")),
        codes={name: unit.code for name, unit in product.units.items() if unit.code is not None},
        entries=product.entries,
        places=product.places,
        notes=shell,
        fields=asked,
        findings=findings,
        blocks=blocks,
        includes={name: state_of(fragments[name]) for name in included},
        charts={name: item.shell for name, item in product.charts.items()},
    )
    return Survey(findings, asked, blocks, template)


def _brought_together(base: Layer, others: Sequence[Layer], product: _Product) -> NoteShell:
    """Make one package of all layers, its place for notes furnished."""
    share_namespaces([base, *others])
    for layer in (base, *others):
        product.findings += kind_findings(layer.parts, layer.where)
        product.findings += drop_remarks(layer.document, layer.places)
    drop_remark_parts(base.parts, base.where)
    restore_own_ids(base)
    for layer in (base, *others):
        charts, faults = take_charts(layer)
        product.charts |= charts
        product.findings += faults
    for number, layer in enumerate(others, start=1):
        product.findings += carry_over(layer, base, number)
    return furnish(base.parts, [base.document, *(layer.document for layer in others)], base.where)


def _compile_all(chain: Sequence[Layer], included: Sequence[Layer], product: _Product) -> None:
    layers = [*chain, *included]
    numbered = any(_NUMBER_SIGN in layer.parts[DOCUMENT] for layer in layers)
    read = {layer.name for layer in layers if _carry_out_tags(layer, product)}
    product.findings += align_blocks([layer for layer in chain if layer.name in read])
    for layer in layers:
        if layer.name in read:
            _compile_document(layer, product, numbered)
    for name in part_names(chain[-1].parts):
        _compile_part(chain[-1], name, product)
    product.findings += _check_blocks(chain, product)
    product.findings += check_includes(
        {name: product.units[unit] for name, unit in product.fragments.items() if unit in product.units}
    )
    product.findings += _dead_links(chain, product)


def _carry_out_tags(layer: Layer, product: _Product) -> bool:
    """The dialect of a document; whether it can be compiled."""
    findings = apply_dialect(layer.document, layer.places)
    product.findings += [*layer.findings, *findings]
    return not stops(findings)


def _compile_document(layer: Layer, product: _Product, numbered: bool) -> None:
    root, places = layer.document, layer.places
    number_drawings(root)
    treat_charts(root, places, product.charts)
    count_sequences(root)
    if numbered:
        _mark_headings(root, places)
    write_holders(root)
    source = write_source(root, places, body_only=layer.is_fragment)
    product.add(layer, DOCUMENT, source, places.base)


def _compile_part(base: Layer, name: str, product: _Product) -> None:
    """Headers, footers and properties: compiled when they hold tags, otherwise they stay as they are, but
    for tracked changes.
    """
    changed = may_hold_changes(base.parts[name])
    if not changed and not any(sign in base.parts[name] for sign in _SIGNS):
        return
    where = base.where.but(part=part_label(name))
    root = parse(base.parts[name], where.but(anchor=f"{name}#0"))
    stamp(root, name)
    places = Places(root, where, base.levels)
    product.findings += change_findings(root, places)
    accept_changes(root)
    if changed:
        base.parts[name] = serialize(root)
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


def _check_blocks(chain: Sequence[Layer], product: _Product) -> Iterable[Finding]:
    """A block that no layer below has would be lost without a word; `super()` there has nothing to print."""
    below: frozenset[str] = frozenset()
    inside: dict[str, list[tuple[str, ...]]] = {}
    for layer in reversed(chain):
        unit = product.units.get(layer.unit)
        if unit is None:
            return
        for name in unit.outer_blocks if layer.parent else ():
            if name not in below:
                near = nearest(name, below)
                hint = f" Có phải «{near}» không?" if near else ""
                yield finding("khoi-la", unit.blocks[name], ten=name, goi_y=hint)
        for name in unit.supers:
            if name not in below and not (layer.parent and name in unit.outer_blocks):
                yield finding("super-khong-co", unit.blocks[name], ten=name)
        inside = _still_printed(unit, inside)
        yield from _in_two_places(unit, inside)
        for name, around in unit.inside.items():
            if around or not layer.parent:
                inside.setdefault(name, []).append(around)
        below |= unit.blocks.keys()
    for unit in (product.units.get(name, Unit()) for name in product.fragments.values()):
        yield from (finding("super-khong-co", unit.blocks[name], ten=name) for name in unit.supers)


def _dead_links(chain: Sequence[Layer], product: _Product) -> Iterable[Finding]:
    """Links to bookmarks that are not printed; told when all else is right, for circles have no end."""
    if stops(product.findings):
        return ()
    fragments = {name: product.units[name] for name in product.fragments.values() if name in product.units}
    units = [product.units[layer.unit] for layer in chain]
    from_data = any(item.name in product.full_texts for item in _asked(product))
    return [*dead_links(units, fragments), *dead_references(units, fragments, from_data)]


def _still_printed(
    unit: Unit, below: Mapping[str, list[tuple[str, ...]]]
) -> dict[str, list[tuple[str, ...]]]:
    """The places of the blocks below that a layer leaves: those in no block which it writes anew.

    A place is the blocks around it, the outermost first.
    """
    return {
        name: [around for around in places if not any(block in unit.blocks for block in around)]
        for name, places in below.items()
    }


def _in_two_places(unit: Unit, below: Mapping[str, list[tuple[str, ...]]]) -> Iterable[Finding]:
    """Blocks that a layer puts inside one of its own, while those below print them somewhere else too."""
    for name, around in unit.inside.items():
        if around and below.get(name):
            yield finding("khoi-long-khoi", unit.blocks[name], ten=name, ngoai=around[-1])


def _blocks(chain: Sequence[Layer], product: _Product) -> Mapping[str, str]:
    """The blocks of all layers, each with the file of the most specific layer that has it."""
    effective: dict[str, str] = {}
    for layer in chain:
        unit = product.units.get(layer.unit, Unit())
        for name in unit.blocks:
            effective.setdefault(name, layer.file)
    return effective


def _asked(product: _Product) -> tuple[Field, ...]:
    """The names asked of the data; what one layer sets, the blocks of the others know."""
    read = {name: (unit.tree, unit.lines) for name, unit in product.units.items() if unit.tree is not None}
    fragments = {name: read[name] for name in product.fragments.values() if name in read}
    asked = Asked(fragments)
    made: dict[str, str] = {}
    for name, (tree, _) in read.items():
        made |= {} if name in fragments else made_names(tree)
    for name, (tree, lines) in read.items():
        if name not in fragments:
            asked.read(tree, lines, made)
    return asked.fields
