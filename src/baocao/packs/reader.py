"""The files of a pack: read, and what cannot be read told as a fault of the pack."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from baocao.errors import BaocaoError, Finding, PackError, Severity, Where, finding
from baocao.packs.catalogue import Catalogue
from baocao.packs.checks import check_catalogue
from baocao.packs.entry import Entry
from baocao.packs.indicators import read_indicator
from baocao.packs.overlay import CatalogueTree
from baocao.packs.own_checks import read_checks
from baocao.source.encoding import decode
from baocao.source.files import load, read_tree
from baocao.source.raw import RawValue
from baocao.vietnamese.text import nfc

MANIFEST_FILE = "goi.yaml"
CATALOGUE_FILE = "chi-tieu.yaml"
GROUP_ATTRIBUTES = ("nhan", "cap", "trang")
"""Of a group that is more than its label: whom it is asked of, and its name on the tabs of a form."""


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
        finding(
            "goi-tep-hong" if item.level is Severity.ERROR else "goi-tep-nhac",
            item.where,
            severity=item.level,
            loi=item.text,
            cach_sua=item.remedy,
        )
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


def read_catalogue(tree: CatalogueTree, findings: list[Finding]) -> Catalogue:
    """The catalogue of the overlaid chi-tieu.yaml; faults are added to `findings`."""
    entry = Entry(tree.groups, "nhom", tuple(tree.groups.children), findings)
    long = {
        name: Entry(raw, f"nhom.{name}", GROUP_ATTRIBUTES, findings)
        for name, raw in tree.groups.children.items()
        if raw.children
    }
    groups = {name: long[name].text("nhan") if name in long else entry.text(name) for name in entry.children}
    indicators = {id_: read_indicator(id_, raw, groups, findings) for id_, raw in tree.entries.items()}
    findings.extend(check_catalogue(indicators, tree.entries))
    checks = read_checks(tree.checks, indicators, findings)
    levels = {name: item.texts("cap") for name, item in long.items() if item.has("cap")}
    short = {name: item.text("trang") for name, item in long.items() if item.has("trang")}
    return Catalogue(indicators, groups, checks, levels, short)
