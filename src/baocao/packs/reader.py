"""goi.yaml and chi-tieu.yaml of all layers -> Manifest and Catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from baocao.errors import BaocaoError, Finding, PackError, Where, finding
from baocao.packs.catalogue import Catalogue
from baocao.packs.checks import check_catalogue
from baocao.packs.entry import Entry
from baocao.packs.indicators import read_indicator
from baocao.packs.manifest import read_manifest
from baocao.packs.pack import Manifest
from baocao.source.encoding import decode
from baocao.source.files import load, read_tree
from baocao.source.raw import RawValue
from baocao.vietnamese.text import nfc

MANIFEST_FILE = "goi.yaml"
CATALOGUE_FILE = "chi-tieu.yaml"


def read_file(path: Path, findings: list[Finding]) -> RawValue | None:
    """The tree of a pack file, or None when there is none or it cannot be read (then a finding says so)."""
    if not path.exists():
        return None
    reading = read_tree(path)
    findings.extend(_of_pack(reading.findings))
    return reading.value if reading.readable else None


def _of_pack(found: Iterable[Finding]) -> list[Finding]:
    """Faults of reading a file, as faults of the pack it belongs to."""
    return [
        finding("goi-tep-hong", item.where, severity=item.level, loi=item.text, cach_sua=item.remedy)
        for item in found
    ]


def read_source(path: Path) -> str:
    """The text of a noi-dung.md, in NFC. Raises `PackError` when it cannot be read."""
    try:
        return nfc(decode(load(path, Where(str(path))), str(path)))
    except BaocaoError as fault:
        raise PackError(_of_pack(fault.findings)) from None


def read_template(path: Path) -> bytes:
    """The bytes of a mau.docx. Raises `PackError` when it cannot be read."""
    try:
        return load(path, Where(str(path)))
    except BaocaoError as fault:
        raise PackError(_of_pack(fault.findings)) from None


def overlaid_manifest(layers: Sequence[RawValue], findings: list[Finding]) -> Manifest:
    """The manifest of several goi.yaml, most specific first: the first layer that has a key wins."""
    return read_manifest(_merged(layers), findings)


def overlaid_catalogue(layers: Sequence[RawValue], findings: list[Finding]) -> Catalogue:
    """The catalogue of several chi-tieu.yaml, most specific first: attributes override, new ids follow."""
    tops = [Entry(layer, "", ("nhom", "chi_tieu"), findings) for layer in layers]
    groups = _groups(_sections(tops, "nhom"), findings)
    entries = _entries(_sections(tops, "chi_tieu"))
    indicators = {id_: read_indicator(id_, raw, groups, findings) for id_, raw in entries.items()}
    findings.extend(check_catalogue(indicators, entries))
    return Catalogue(indicators, groups)


def _sections(tops: Iterable[Entry], name: str) -> list[RawValue]:
    found = []
    for top in tops:
        if top.has(name) and not top.children[name].children:
            top.fault(top.children[name], name, "các dòng «mã: …» thụt vào bên dưới")
        elif top.has(name):
            found.append(top.children[name])
    return found


def _merged(layers: Sequence[RawValue]) -> RawValue:
    """One mapping out of several, the first given wins; blank entries do not override."""
    entries: dict[str, RawValue] = {}
    for layer in reversed(layers):
        entries.update(
            {key: value for key, value in layer.children.items() if key not in entries or not value.blank}
        )
    first = layers[0]
    return RawValue(entries or first.value, first.where, first.literal)


def _entries(sections: Sequence[RawValue]) -> dict[str, RawValue]:
    entries: dict[str, RawValue] = {}
    for section in reversed(sections):
        for id_, raw in section.children.items():
            entries[id_] = _merged((raw, entries[id_])) if id_ in entries and raw.children else raw
    return entries


def _groups(sections: Sequence[RawValue], findings: list[Finding]) -> Mapping[str, str]:
    if not sections:
        return {}
    merged = _merged(sections)
    entry = Entry(merged, "nhom", tuple(merged.children), findings)
    return {name: entry.text(name) for name in merged.children}
