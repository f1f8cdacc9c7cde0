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
from functools import cached_property
from pathlib import Path
from typing import Any

from baocao.check.opens import check_package
from baocao.derive.figures import STRICT_CODES, Figures, compute
from baocao.errors import BaocaoError, DataError, Finding, InternalError, PackError, Severity, stops
from baocao.formats import load_format
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read, read_mapping, with_unit
from baocao.intake.references import files_read
from baocao.intake.years import with_years
from baocao.model.validate import Validator, sound_part
from baocao.ooxml.metrics import rule_functions
from baocao.packs.finder import find_pack, lay_over
from baocao.packs.pack import Pack
from baocao.paging import Paged, waits_for_pages, with_page_numbers
from baocao.render import Parts, render, to_package
from baocao.report import Report
from baocao.template import Template
from baocao.template.loader import load_template
from baocao.template.sources import FragmentFiles, layer_sources
from baocao.vietnamese.filters import FILTERS, filters_in

Source = Path | str | Mapping[str, Any] | RawRecord


def produce(
    source: Source,
    *,
    pack: str | Pack = "",
    unit: Path | str | None = None,
    draft: bool = False,
    strict: bool = False,
    row: str = "",
) -> Report:
    """Make one report.

    source: a data file, a mapping of the same form, or what `intake.read` gave. pack: name, folder or loaded
    pack used instead of the file's own. unit: a unit profile used instead of the file's own. draft: missing
    figures become visible blanks. strict: a stated figure that differs from the computed one is an error.
    row: the unit's row, by number or name, in the workbook that the data file maps (`bang_tinh`).
    Raises `PackError` when pack or template cannot be used; faults of the data are findings.
    """
    raw = open_source(source, unit, row)
    if not raw.main.children:
        return Report(None, raw.findings)
    producer = Producer(choose_pack(raw, pack), draft=draft, strict=strict)
    raw = producer.with_series(raw)
    return replace(producer.make(raw), inputs=inputs_of(raw, producer.pack))


class Producer:
    """Makes reports of one pack, one after the other; what they share is read, judged and compiled once.

    draft, strict: as of `produce`.
    """

    def __init__(self, pack: Pack, *, draft: bool = False, strict: bool = False) -> None:
        self.pack, self.draft, self.strict = pack, draft, strict
        self._validator = Validator(pack, draft=draft)

    def compile(self) -> None:
        """Have the template ready before the first report. Raises as `template`."""
        _ = self.template

    @cached_property
    def template(self) -> Template:
        """The compiled template. Raises `PackError` when it cannot be used."""
        return pack_template(self.pack)

    def make(self, raw: RawRecord) -> Report:
        """The report of a record `with_series`, as `produce` gives it but for its inputs."""
        return self.begin(raw).report()

    def begin(self, raw: RawRecord) -> Begun:
        """The same as far as the page numbers of tables of contents, which many reports are told at once."""
        record, faults = self._validator.validate(raw)
        found = self.pack.findings + faults
        if record is None:
            return Begun(self.pack, found + judged_in_part(raw, self.pack, strict=self.strict))
        figures = compute(record, self.pack)
        parts, remarks, unprinted = render_parts(self.pack, figures, self.template, draft=self.draft)
        own = _without_twice(figures.findings, remarks)
        found += weigh(own, strict=self.strict) + _without_missing(remarks, found)
        return Begun(self.pack, found, unprinted, figures, self.template, parts)

    def with_series(self, raw: RawRecord) -> RawRecord:
        """The record with the files of other years, when the template prints figures year by year."""
        if not raw.year_files:
            return raw
        try:
            asks = self._asks_for_years
        except PackError:  # told when it is to be rendered
            return raw
        return with_years(raw) if asks else raw

    @cached_property
    def _asks_for_years(self) -> bool:
        asked = {field.name.rpartition(".")[::2] for field in self.template.fields}
        by_year = any(name == "nam" and of in self.pack.catalogue for of, name in asked)
        return by_year or self.template.mentions("cac_nam")


@dataclass(frozen=True, slots=True)
class Begun:
    """A report that may still wait for page numbers. found, last: findings, before and after those of its
    tables of contents. parts: None when there will be none.
    """

    pack: Pack
    found: tuple[Finding, ...]
    last: tuple[Finding, ...] = ()
    figures: Figures | None = None
    template: Template | None = None
    parts: Parts | None = None

    @property
    def unpaged(self) -> Parts | None:
        """The report when it waits for page numbers."""
        return self.parts if self.parts is not None and waits_for_pages(self.parts) else None

    def report(self, paged: Paged | None = None) -> Report:
        """The report, judged before anybody sees it. paged: with its page numbers, when they are known."""
        if self.parts is None or self.template is None:
            return Report(None, self.found + self.last, self.figures)
        parts, of_contents = paged or with_page_numbers(self.parts)
        package = to_package(parts)
        if faults := check_package(package, parts.contents):
            raise _blamed(self.pack, self.template, faults)
        found = self.found + of_contents + self.last
        return Report(None if stops(found) else package.to_bytes(), found, self.figures)


def _without_missing(remarks: Iterable[Finding], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """The remarks of a draft without the blanks of figures that were told as missing already."""
    missing = {item.where.key for item in found if item.code == "thieu-bat-buoc"}
    return tuple(item for item in remarks if item.code != "o-trong-nhap" or item.where.key not in missing)


def _without_twice(findings: Iterable[Finding], remarks: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings about figures without the blank cells that the template asks for anyhow."""
    asked = {item.where.key for item in remarks}
    return tuple(item for item in findings if item.code != "cot-cong-trong" or item.where.key not in asked)


def judged_in_part(raw: RawRecord, pack: Pack, *, strict: bool = False) -> tuple[Finding, ...]:
    """What does not agree among the figures that were typed without a fault, when others stop the report: all
    of a file is told in one run. Checks that need a faulty figure are not made.
    """
    record, faults = sound_part(raw, pack)
    if record is None:
        return ()
    told = len(faults.items)
    faults.take(compute(record, pack).findings)
    return weigh(faults.items[told:], strict=strict)


def open_source(source: Source, unit: Path | str | None = None, row: str = "") -> RawRecord:
    """Read a data file or a mapping; take what was already read, with the other unit when asked."""
    if isinstance(source, RawRecord):
        return source if unit is None else with_unit(source, unit)
    if isinstance(source, Mapping):
        return read_mapping(source, unit_path=unit, row=row)
    return read(source, unit_path=unit, row=row)


def inputs_of(raw: RawRecord, pack: Pack) -> tuple[Path, ...]:
    """The files a report is made from."""
    templates = (*(layer.template for layer in pack.layers), *(item.path for item in pack.fragments.values()))
    return (*files_read(raw), *templates)


def audit_data(
    source: Source,
    *,
    pack: str | Pack = "",
    unit: Path | str | None = None,
    strict: bool = False,
    row: str = "",
) -> tuple[Finding, ...]:
    """Every finding about the data, as `produce` would give them."""
    return produce(source, pack=pack, unit=unit, strict=strict, row=row).findings


def choose_pack(raw: RawRecord, pack: str | Pack = "") -> Pack:
    """The pack asked for, or the one the data file names, with the unit's own folders laid over it."""
    if isinstance(pack, Pack):
        return lay_over(pack, raw.unit_folders)
    named = raw.main.children.get("goi")
    own = named.text if named else ""
    where = named.where if named else raw.main.where
    return find_pack(pack or own, raw.unit_folders, base=own, named_at=where)


def weigh(findings: Iterable[Finding], *, strict: bool) -> tuple[Finding, ...]:
    """The findings about figures; in a strict run those that name a wrong figure stop the report."""
    if not strict:
        return tuple(findings)
    return tuple(
        replace(item, severity=Severity.ERROR) if item.code in STRICT_CODES else item for item in findings
    )


def render_parts(
    pack: Pack, figures: Figures, template: Template, *, draft: bool
) -> tuple[Parts | None, tuple[Finding, ...], tuple[Finding, ...]]:
    """Render the pack's template with the figures: the parts, what is told of them, what was not printed."""
    asked: set[str] = set()
    context = context_of(pack, figures, draft=draft, asked=asked)
    style = figures.record.unit.style
    words, restart = filters_in(style.zero_word, style.thousand_word), style.footnotes_restart
    try:
        parts = render(template, context, draft=draft, filters=words, footnotes_restart=restart)
    except DataError as fault:
        return None, template.findings + figures.placed(fault.findings), ()
    told = template.findings + figures.placed(parts.findings)
    return parts, told, figures.unprinted(asked)


def _blamed(pack: Pack, template: Template, found: Iterable[Finding]) -> BaocaoError:
    """Whose fault it is that Word would refuse the report: that of a template file which has the same fault
    itself, else of this program.
    """
    from baocao.check.template import lasting_faults

    codes = {item.code for item in found}
    fragments = FragmentFiles(pack.fragments)
    included = (fragments[name] for name in template.includes)
    files = {item.name: item.data for item in layer_sources(pack)} | {
        item.name: item.data for item in included
    }
    own = [lasting_faults(data, name) for name, data in files.items()]
    theirs = [item for faults in own for code, items in faults.items() if code in codes for item in items]
    return PackError(theirs) if theirs else InternalError(found)


def context_of(
    pack: Pack, figures: Figures, *, draft: bool = False, asked: set[str] | None = None
) -> dict[str, Any]:
    """Every name a template of the pack may use: the figures, and the lengths of the drawn rules.

    asked: takes the id of each indicator the template asks for.
    """
    rules = rule_functions(load_format(pack.manifest.format_profile))
    return figures.context(draft=draft, asked=asked) | rules


def pack_template(pack: Pack) -> Template:
    """The compiled template of a pack, from the cache folder when nothing changed since."""
    return load_template(layer_sources(pack), FILTERS, FragmentFiles(pack.fragments))
