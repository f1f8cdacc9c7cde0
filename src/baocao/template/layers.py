"""The Word files of a template as they are read: layers, each over the one it extends, and fragments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from baocao.errors import Finding, PackError, Where, finding
from baocao.ooxml.names import DOCUMENT, NUMBERING, STYLES, part_label
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import MC
from baocao.template.compiled import Fragments, LayerSource
from baocao.template.missing import nearest
from baocao.template.notes import move_notes, notes_of, reference_findings
from baocao.template.ooxml_tree import Element, parse, text_of, w
from baocao.template.places import Places, heading_levels
from baocao.template.revisions import accept_changes, change_findings, without_changes
from baocao.template.spots import stamp
from baocao.vietnamese.text import nfc

_QUOTED = r"[\"'“”„‘’]([^\"'“”„‘’]*)[\"'“”„‘’]"
_EXTENDS = re.compile(r"\{%-?(?:p\s)?\s*extends\s+" + _QUOTED)
_INCLUDE = re.compile(r"\{%-?(?:p\s)?\s*include\s+" + _QUOTED)
_IGNORABLE = f"{{{MC}}}Ignorable"


@dataclass(slots=True)
class Layer:
    """A Word file being compiled, its notes in the place of their references.

    name: its codes begin with it. levels: of its heading styles. places: of its document. parent: name of the
    layer it extends.
    """

    name: str
    file: str
    parts: dict[str, bytes]
    document: Element
    levels: Mapping[str, int]
    places: Places
    findings: list[Finding]
    is_fragment: bool = False
    parent: str = ""

    @property
    def where(self) -> Where:
        """The file."""
        return Where(file=self.file)

    @property
    def unit(self) -> str:
        """The internal name of its document's code."""
        return f"{self.name}/{DOCUMENT}"


def read_layer(name: str, file: str, data: bytes) -> Layer:
    """Read a Word file. Raises `PackError` when it is none."""
    where = Where(file=file)
    parts = Skeleton.read(data, file).parts()
    inside = where.but(part=part_label(DOCUMENT))
    document = parse(parts[DOCUMENT], inside.but(anchor=f"{DOCUMENT}#0"))
    stamp(document, DOCUMENT)
    faults = move_notes(document, notes_of(parts, document, where))
    of_styles = where.but(part=part_label(STYLES), anchor=f"{STYLES}#0")
    for part in (STYLES, NUMBERING):
        if part in parts:
            parts[part] = without_changes(parts[part], where)
    levels = heading_levels(parts[STYLES], of_styles) if STYLES in parts else {}
    places = Places(document, inside, levels)
    findings = reference_findings(faults, places) + change_findings(document, places)
    accept_changes(document)
    return Layer(name, file, parts, document, levels, places, findings)


def read_chain(layers: Sequence[LayerSource]) -> list[Layer]:
    """The layers that take part: each extends the next; the last one stands alone."""
    chain: list[Layer] = []
    wanted = layers[0].pack
    for index, source in enumerate(layers):
        if not source.provides(wanted):
            continue
        layer = read_layer(str(index), source.name, source.data)
        if chain:
            chain[-1].parent = layer.name
        chain.append(layer)
        extends = next(_named(_EXTENDS, layer.document), None)
        if extends is None:
            return chain
        wanted, tag = extends
    raise PackError(unknown_pack(chain[-1].places.where(tag), wanted, layers))


def extended_pack(document: Element) -> str:
    """The pack that a document names after `extends`, or ""."""
    return next((name for name, _ in _named(_EXTENDS, document)), "")


def unknown_pack(where: Where, wanted: str, layers: Iterable[LayerSource]) -> Finding:
    """That `extends` names a pack which has no template below, with the nearest that has."""
    near = nearest(wanted, {layer.pack for layer in layers} - {wanted})
    hint = f" Có phải «{near}» không?" if near else ""
    return finding("goi-cha-khong-co", where, goi=wanted, goi_y=hint)


def read_fragments(chain: Sequence[Layer], fragments: Fragments) -> dict[str, Layer]:
    """The known fragments that the layers take in, and those that these take in, by name."""
    found: dict[str, Layer] = {}
    waiting = [layer.document for layer in chain]
    while waiting:
        for name, _ in _named(_INCLUDE, waiting.pop()):
            if name in fragments and name not in found:
                source = fragments[name]
                found[name] = read_layer(f"manh/{name}", source.name, source.data)
                found[name].is_fragment = True
                waiting.append(found[name].document)
    return found


def _named(tag: re.Pattern[str], document: Element) -> Iterator[tuple[str, Element]]:
    """What the tags of a document name, each with its paragraph."""
    for paragraph in document.iter(w("p")):
        for match in tag.finditer(text_of(paragraph)):
            yield nfc(match.group(1)), paragraph


def share_namespaces(layers: Sequence[Layer]) -> None:
    """Each document declares the prefixes of all. Raises `PackError` when a prefix means two things."""
    spaces: dict[str | None, str] = {}
    ignorable: dict[str, None] = {}
    for layer in layers:
        for prefix, uri in layer.document.nsmap.items():
            if spaces.setdefault(prefix, uri) != uri:
                raise PackError(finding("mau-khac-chuan", layer.where, ten=prefix))
        ignorable |= dict.fromkeys(layer.document.get(_IGNORABLE, "").split())
    for layer in layers:
        layer.document = _redeclared(layer.document, spaces, " ".join(ignorable))


def _redeclared(root: Element, spaces: dict[str | None, str], ignorable: str) -> Element:
    if ignorable:
        spaces = {"mc": MC, **spaces}
    fresh = etree.Element(root.tag, attrib=dict(root.attrib), nsmap=cast(Any, spaces))
    fresh.extend(list(root))
    if ignorable:
        fresh.set(_IGNORABLE, ignorable)
    return fresh
