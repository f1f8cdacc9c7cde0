"""Charts whose alternative text says what they show (`bieu_do: …`), taken out of their package.

Each is cut into a `ChartShell` before anything is moved; its sample data are left behind.
"""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT, DOCUMENT_RELATIONSHIPS
from baocao.ooxml.xml import WP, R
from baocao.template.furniture import relationships_of
from baocao.template.layers import Layer
from baocao.template.ooxml_tree import (
    NOTE_HOLDER,
    Element,
    ancestor,
    own_descendants,
    parse,
    prune_run,
    serialize,
    text_of,
    w,
)
from baocao.template.tags import straight_quotes
from baocao.vietnamese.text import nfc

if TYPE_CHECKING:  # who compiles a template without charts loads nothing of them
    from baocao.ooxml.charts.shell import ChartShell
    from baocao.packs.chart_options import Wanted

_MENTIONED = re.compile(rb"bieu_do", re.IGNORECASE)
_ASKED = re.compile(r"\s*bieu_do\s*(?::|\n)\s*", re.IGNORECASE)
_BESIDE = re.compile(r"\s*\{#\s*(bieu_do\s*:.*?)\s*#\}\s*", re.IGNORECASE | re.DOTALL)
"""The same beside the chart: LibreOffice keeps no alternative texts of charts."""
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
"""Namespace of `c:chart`, which names the part of a chart."""
KEY = "bieuDo"
"""Attribute of a taken chart's `wp:docPr` while the document is compiled."""
_TYPES_NS = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@dataclass(frozen=True, slots=True)
class Taken:
    """A chart taken out of a layer."""

    shell: ChartShell
    wanted: Wanted


def take_charts(layer: Layer) -> tuple[dict[str, Taken], list[Finding]]:
    """The charts of a layer that are filled with data, by a name that is unique in the template."""
    taken: dict[str, Taken] = {}
    findings: list[Finding] = []
    if not _MENTIONED.search(layer.parts[DOCUMENT]):
        return taken, findings
    relations = relationships_of(layer.parts, DOCUMENT_RELATIONSHIPS, layer.where)
    left: list[str] = []
    for properties in list(layer.document.iter(f"{{{WP}}}docPr")):
        told = told_of(properties)
        if told is None:
            continue
        chart, faults = _taken(layer, properties, told, relations)
        findings += faults
        if chart is not None:
            key = f"{layer.name}/{len(taken)}"
            taken[key] = chart
            properties.set(KEY, key)
            left += [item.attrib.pop(f"{{{R}}}id") for item in properties.getparent().iter(CHART + "chart")]
    _leave_samples(layer, relations, left)
    return taken, findings


def _taken(
    layer: Layer, properties: Element, told: str, relations: Element
) -> tuple[Taken | None, list[Finding]]:
    """One chart with what it asks for, None after a fault."""
    from baocao.template.chart_cutting import cut_chart

    place = layer.places.where(properties, words=properties.get("name", ""))
    idents = [item.get(f"{{{R}}}id") for item in properties.getparent().iter(CHART + "chart")]
    part = next((_target(item) for item in relations if item.get("Id") in idents), "")
    if part not in layer.parts or ancestor(properties, NOTE_HOLDER) is not None:
        return None, [finding("bieu-do-sai-cho", place)]
    wanted, faults = wanted_of(told, place)
    shell, reason = cut_chart(layer.parts, part, _size(properties), wanted.palette, place)
    if reason:
        faults.append(finding("bieu-do-loai-la", place, loai=reason))
    return (None, faults) if shell is None or faults else (Taken(shell, wanted), [])


def _target(relationship: Element) -> str:
    return posixpath.normpath(posixpath.join("word", relationship.get("Target", ""))).lstrip("/")


def told_of(properties: Element) -> str | None:
    """What the alternative text of a chart or a comment beside it asks for; the comment is taken out."""
    paragraph = ancestor(properties, w("p"))
    beside = None if paragraph is None else _BESIDE.fullmatch(text_of(paragraph))
    if beside is not None:
        for text in [item for item in own_descendants(paragraph) if item.tag == w("t")]:
            prune_run(text)
    for text in (str(properties.get("descr", "")), "" if beside is None else beside[1]):
        if found := _ASKED.match(text):
            return text[found.end() :]
    return None


def _size(properties: Element) -> tuple[float, float]:
    extent = properties.getparent().find(f"{{{WP}}}extent")
    if extent is None:
        return 160.0, 80.0
    return int(extent.get("cx", "0")) / 36_000, int(extent.get("cy", "0")) / 36_000


def wanted_of(told: str, place: Where) -> tuple[Wanted, list[Finding]]:
    """What the alternative text asks for: names and values as of `@bieu_do`, or expressions parted by ";"."""
    from baocao.packs.chart_options import DATA_KEYS, Wanted, read_wanted
    from baocao.packs.entry import Entry
    from baocao.source.files import read_text

    told = straight_quotes(nfc(told)).replace("\r", "\n").strip()
    if not re.match(rf"\{{|(?:{'|'.join(DATA_KEYS)})\s*:", told):
        told = f"so_lieu: {json.dumps([item.strip() for item in told.split(';')], ensure_ascii=False)}"
    reading = read_text(told, "")
    faults = list(reading.findings)
    wanted = Wanted(())
    if reading.readable:
        wanted = read_wanted(Entry(reading.value, "bieu_do", DATA_KEYS, faults))
    return wanted, [replace(item, where=place.but(key=item.where.key)) for item in faults]


def _leave_samples(layer: Layer, relations: Element, ids: list[str]) -> None:
    """Take the parts of charts out that nothing refers to any longer; their data are samples."""
    used = {
        value
        for item in layer.document.iter()
        for key, value in item.attrib.items()
        if key.startswith(f"{{{R}}}")
    }
    gone: set[str] = set()
    for item in [one for one in relations if one.get("Id") in ids and one.get("Id") not in used]:
        gone |= set(_with_own(layer.parts, _target(item)))
        relations.remove(item)
    if not gone:
        return
    for name in gone:
        layer.parts.pop(name, None)
    layer.parts[DOCUMENT_RELATIONSHIPS] = serialize(relations)
    _forget_types(layer.parts, gone, layer.where)


def _with_own(parts: Mapping[str, bytes], part: str) -> Iterator[str]:
    """A chart part, its relationships, its workbook and its style parts."""
    folder, name = posixpath.split(part)
    listed = f"{folder}/_rels/{name}.rels"
    yield part
    if listed not in parts:
        return
    yield listed
    for item in parse(parts[listed], Where(part=listed)):
        if str(item.get("Type", "")).endswith(("/package", "/chartStyle", "/chartColorStyle")):
            yield posixpath.normpath(posixpath.join(folder, item.get("Target", ""))).lstrip("/")


def _forget_types(parts: MutableMapping[str, bytes], gone: set[str], where: Where) -> None:
    types = parse(parts[CONTENT_TYPES], where)
    for item in types.findall(_TYPES_NS + "Override"):
        if item.get("PartName", "").lstrip("/") in gone:
            types.remove(item)
    parts[CONTENT_TYPES] = serialize(types)
