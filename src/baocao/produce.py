"""The corridor: one data file walks through the rooms and leaves as a report. Read this file first.

intake    file            -> RawRecord   what was typed, with its address
packs     name            -> Pack        catalogue, template layers, manifest
model     RawRecord, Pack -> Record      valid, or every fault at once
derive    Record, Pack    -> Figures     sums, rates, changes; stated against computed
template  Pack            -> Template    compiled once, kept in the cache folder
render    Template, ...   -> bytes       footnotes numbered, unchanged members spliced in
check     bytes           -> findings    will Word open it
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from baocao.check.opens import check_opens
from baocao.derive.figures import STRICT_CODES, Figures, compute
from baocao.errors import DataError, Finding, InternalError, PackError, Severity, Where, finding, stops
from baocao.formats import load_format
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read, read_mapping
from baocao.model.record import Record
from baocao.model.validate import validate
from baocao.ooxml.metrics import rule_functions
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.packs.reader import read_source, read_template
from baocao.render import render, to_bytes
from baocao.template import LayerSource, Template
from baocao.template.loader import load_template
from baocao.vietnamese.filters import FILTERS

Source = Path | str | Mapping[str, Any] | RawRecord


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one data file. `data`: the .docx, or None when the findings stop it."""

    data: bytes | None
    findings: tuple[Finding, ...]
    record: Record | None = None

    @property
    def file_name(self) -> str:
        """A file name made from number, symbol and unit: "114-BC-UBND-tan-hong.docx"."""
        from baocao.vietnamese.text import slug

        if self.record is None:
            return "bao-cao.docx"
        head, unit = self.record.head, self.record.unit
        number = f"{head.number:02d}" if head.number is not None else "du-thao"
        return "-".join((number, head.symbol.replace("/", "-"), slug(unit.place or unit.name))) + ".docx"

    def to_bytes(self) -> bytes:
        """The .docx; raises `DataError` with the findings when there is none."""
        if self.data is None:
            raise DataError(self.findings)
        return self.data

    def save(self, path: Path | str | None = None, *, overwrite: bool = False) -> Path:
        """Write the .docx to `path` (default: `file_name` in the current folder) and return where it stands.

        Raises `DataError` when there is no report and `OutputError` when it cannot be written.
        """
        from baocao.output import write_result

        target = Path(path) if path is not None else Path(self.file_name)
        write_result(target, self.to_bytes(), overwrite=overwrite)
        return target


def produce(
    source: Source,
    *,
    pack: str | Pack = "",
    unit: Path | str | None = None,
    draft: bool = False,
    strict: bool = False,
) -> Report:
    """Make one report.

    source: a data file, a mapping of the same form, or what `intake.read` gave. pack: name, folder or loaded
    pack used instead of the file's own. unit: a unit profile used instead of the file's own. draft: missing
    figures become visible blanks. strict: a stated figure that differs from the computed one is an error.
    Raises `PackError` when pack or template cannot be used; faults of the data are findings.
    """
    raw = open_source(source, unit)
    if not raw.main.children:
        return Report(None, raw.findings)
    chosen = choose_pack(raw, pack)
    record, found = validate(raw, chosen, draft=draft)
    if record is None:
        return Report(None, found)
    figures = compute(record, chosen)
    found += weigh(figures.findings, strict=strict)
    if stops(found):
        return Report(None, found, record)
    data, remarks = write_docx(chosen, figures, draft=draft)
    return Report(data, found + remarks, record)


def open_source(source: Source, unit: Path | str | None = None) -> RawRecord:
    """Read a data file, a mapping, or pass on what was already read."""
    if isinstance(source, RawRecord):
        return source
    if isinstance(source, Mapping):
        return read_mapping(source)
    return read(source, unit_path=unit)


def audit_data(
    source: Source, *, pack: str | Pack = "", unit: Path | str | None = None, strict: bool = False
) -> tuple[Finding, ...]:
    """Every finding about the data, without making the report."""
    raw = open_source(source, unit)
    if not raw.main.children:
        return raw.findings
    chosen = choose_pack(raw, pack)
    record, found = validate(raw, chosen)
    return found if record is None else found + weigh(compute(record, chosen).findings, strict=strict)


def choose_pack(raw: RawRecord, pack: str | Pack = "") -> Pack:
    """The pack asked for, or the one the data file names, with the unit's own folders laid over it."""
    if isinstance(pack, Pack):
        return pack
    named = raw.main.children.get("goi")
    own = named.text if named else ""
    return find_pack(
        pack or own, raw.unit_folder, base=own, named_at=named.where if named else raw.main.where
    )


def weigh(findings: Iterable[Finding], *, strict: bool) -> tuple[Finding, ...]:
    """The findings about figures; in a strict run those that name a wrong figure stop the report."""
    if not strict:
        return tuple(findings)
    return tuple(
        replace(item, severity=Severity.ERROR) if item.code in STRICT_CODES else item for item in findings
    )


def write_docx(pack: Pack, figures: Figures, *, draft: bool) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Render the pack's template with the figures, and judge the file before anybody sees it."""
    template = pack_template(pack)
    try:
        data = to_bytes(render(template, context_of(pack, figures, draft=draft), draft=draft))
    except DataError as fault:
        return None, template.findings + fault.findings
    if found := check_opens(data):
        raise InternalError(found)
    return data, template.findings


def context_of(pack: Pack, figures: Figures, *, draft: bool = False) -> dict[str, Any]:
    """Every name a template of the pack may use: the figures, and the lengths of the drawn rules."""
    return figures.context(draft=draft) | rule_functions(load_format(pack.manifest.format_profile))


def pack_template(pack: Pack) -> Template:
    """The compiled template of a pack, from the cache folder when nothing changed since."""
    layers = [
        LayerSource(str(layer.template), pack.id, read_template(layer.template))
        for layer in pack.layers
        if layer.template.is_file()
    ]
    if not layers:
        folder = pack.layers[0].folder
        raise PackError(finding("goi-thieu-tep", Where(str(folder)), goi=folder.name, tep="mau.docx"))
    return load_template(layers, FILTERS)


def build_pack_template(folder: Path | str) -> tuple[Path, bytes]:
    """Build the Word template of a pack from its noi-dung.md; returns the pack's folder and the .docx.

    folder: a pack's folder, or the name of a built-in pack. Raises `PackError` with every fault of the text.
    """
    from baocao.builder import build_template

    pack = find_pack(folder)
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
