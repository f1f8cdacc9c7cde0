"""A form in Excel for one unit and one period: what `baocao bieu tao` asks for. The door of this room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from baocao.authoring.forms.asked import left_out
from baocao.authoring.forms.filling import Filling, elsewhere, fill
from baocao.authoring.forms.last_year import cells_before, figures_of, numbers_of
from baocao.authoring.forms.list_columns import Contents
from baocao.authoring.forms.paper import Facts, Paper
from baocao.authoring.forms.period_words import examples_of, period_entries
from baocao.authoring.forms.skeleton import last_year_beside, skeleton
from baocao.authoring.forms.writing import write_form
from baocao.errors import DataError, Finding, Severity, Where, finding, stops
from baocao.forms.layout import layout
from baocao.intake.profile import read_profiles
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read, read_mapping
from baocao.intake.references import UNIT, files_read, moved, seen_from
from baocao.model.record import Record
from baocao.model.shared_years import with_shared_figures, with_shared_years
from baocao.model.validate import continues
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.workplace import Workplace

MOST_LETTERS = 32_767
"""What a cell of Excel holds."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for. unit, previous, data: files, None for none. target: where the form will stand.

    record: what was read already, in place of `data`.
    """

    pack: str
    target: Path
    unit: Path | None = None
    period: str = ""
    previous: Path | None = None
    data: Path | None = None
    record: RawRecord | None = None


@dataclass(frozen=True, slots=True)
class MadeForm:
    """The form's bytes. entries: how many figures, documents and texts it has cells for, and tables.

    inputs: the files it was made from; it is never written over one of them.
    """

    data: bytes
    unit: str
    period: str
    entries: int
    tables: int
    findings: tuple[Finding, ...] = ()
    inputs: tuple[Path, ...] = ()


def make_form(
    wanted: Wanted, place: Workplace | None = None, *, more: Callable[[Paper], None] | None = None
) -> MadeForm:
    """Make the form. place: the working folder whose unit is meant when no profile is named.
    more: adds sheets that hold no data.

    Raises `DataError` when period, profile or one of the files cannot be used, or a text does not fit into a
    cell; `PackError` when the pack cannot.
    """
    raw = _opened(wanted, place)
    pack = find_pack(wanted.pack or _text(raw, "goi"), raw.unit_folders)
    record = skeleton(raw, pack)
    main = _seen_from_there(raw.main, wanted, place)
    names = _period_names(main)
    filling = fill(main, layout(pack, names))
    previous, told = _previous(raw, wanted, pack, place)
    before, remarks = _last_year(filling, raw, previous, pack, record)
    _refuse_long(filling, wanted)
    form = layout(pack, names, left_out(pack.catalogue, record.unit.level, filling))
    facts = Facts(record.unit.name, pack.manifest.title, record.period.label, pack.id)
    contents = Contents(
        form, filling, record, before, continues(raw, pack), elsewhere(filling, pack.catalogue)
    )
    data = write_form(contents, facts, more)
    tables = sum(len(sheet.tables) for sheet in form.sheets)
    entries = len(form.pack.catalogue.indicators) - tables
    inputs = (*files_read(raw), *(files_read(previous) if previous is not None else ()))
    return MadeForm(data, record.unit.name, record.period.label, entries, tables, told + remarks, inputs)


def _opened(wanted: Wanted, place: Workplace | None) -> RawRecord:
    """The data file to start from, or an empty one; with the period that is asked for."""
    entries = period_entries(wanted.period) if wanted.period else None
    if wanted.period and entries is None:
        raise DataError(finding("bieu-ky-sai", ky=wanted.period[:60], vi_du=_examples(wanted, place)))
    if wanted.record is not None:
        raw = wanted.record
    elif wanted.data is not None:
        raw = read(wanted.data, unit_path=wanted.unit)
    elif entries is None:
        raise DataError(finding("bieu-thieu-ky", vi_du=_examples(wanted, place)))
    else:
        raw = read_mapping({"ky": entries}, unit_path=_profile(wanted, place))
    if not raw.main.children:
        raise DataError(raw.findings)
    changed = dict(raw.main.children)
    if entries is not None:
        changed["ky"] = read_mapping({"ky": entries}).main.children["ky"]
    if wanted.previous is not None:
        changed.pop("nam_truoc", None)
    return replace(raw, main=RawValue(changed, raw.main.where, Literal.MAP))


def _examples(wanted: Wanted, place: Workplace | None) -> str:
    """Periods of the kinds that the pack makes, as one types them."""
    profile = wanted.unit or (place.profile if place is not None else None)
    folders = read_profiles(None, Path(), profile).folders if profile is not None else ()
    return examples_of(find_pack(wanted.pack, folders).manifest.period_kinds)


def _profile(wanted: Wanted, place: Workplace | None) -> Path:
    if wanted.unit is not None:
        return wanted.unit
    if place is None:
        raise DataError(finding("bieu-thieu-don-vi"))
    return place.profile


def _period_names(main: RawValue) -> tuple[str, ...]:
    period = main.children.get("ky")
    return tuple(period.children) if period is not None else ()


def _text(raw: RawRecord, name: str) -> str:
    found = raw.main.children.get(name)
    return found.text if found is not None else ""


def _seen_from_there(main: RawValue, wanted: Wanted, place: Workplace | None) -> RawValue:
    """The data with names of files as they are seen from the form's folder."""
    here, profile = wanted.target.parent, wanted.unit
    if wanted.data is not None:
        main = moved(main, wanted.data.parent, here)
    if profile is None and wanted.data is None and place is not None and not _inside(here, place.root):
        profile = place.profile
    if profile is None:
        return main
    named = RawValue(seen_from(profile, here), main.where.but(key=UNIT), Literal.TEXT)
    return replace(main, value={**main.children, UNIT: named})


def _inside(folder: Path, root: Path) -> bool:
    return folder.resolve().is_relative_to(root.resolve())


def _previous(
    raw: RawRecord, wanted: Wanted, pack: Pack, place: Workplace | None
) -> tuple[RawRecord | None, tuple[Finding, ...]]:
    """Last year's file, and what to tell of one that nobody named. An empty form takes the one that a data
    file in its place would find by itself.
    """
    if wanted.previous is not None:
        return with_shared_figures(read(wanted.previous), pack), ()
    if wanted.data is not None or wanted.record is not None:
        return None, ()
    own = place is not None and wanted.unit is not None and not _same(wanted.unit, place.profile)
    file, told = last_year_beside(raw, pack, wanted.target, None if own else place)
    return (with_shared_figures(read(file), pack) if file else None), told


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _last_year(
    filling: Filling, raw: RawRecord, other: RawRecord | None, pack: Pack, record: Record
) -> tuple[dict[str, Decimal], tuple[Finding, ...]]:
    """Last year's numbers; where they come from a file, its figures stand in the form's cells, too."""
    if other is not None:
        if stops(other.findings) and not other.main.children:
            raise DataError(other.findings)
        tree = other.main.children.get("so_lieu")
        if tree is None:
            raise DataError(finding("tep-thieu-so-lieu", Where(other.file), tep=other.file))
        figures, remarks = figures_of(tree, pack, record.unit.style)
        filling.before = cells_before(figures, pack)
        return numbers_of(figures), tuple(item for item in remarks if item.level is not Severity.INFO)
    before = with_shared_years(raw, pack).previous if "nam_truoc" in raw.main.children else None
    figures, _ = figures_of(before, pack, record.unit.style)
    if "nam_truoc" in filling.head:
        filling.before = cells_before(figures, pack)
    return {id_: number for id_, number in numbers_of(figures).items() if id_ in filling.before}, ()


def _refuse_long(filling: Filling, wanted: Wanted) -> None:
    faults = [
        finding("bieu-chu-qua-dai", Where(str(wanted.data), key=key), so=len(text), nhieu_nhat=MOST_LETTERS)
        for key, text in _texts(filling)
        if len(text) > MOST_LETTERS
    ]
    if faults:
        raise DataError(faults)


def _texts(filling: Filling) -> Iterator[tuple[str, str]]:
    cells = [(id_, cell) for id_, entry in filling.entries.items() for cell in entry.values()]
    cells += [(id_, cell) for id_, rows in filling.rows.items() for row in rows for cell in row.values()]
    cells += [*filling.head.items(), *filling.others]
    yield from ((key, cell) for key, cell in cells if isinstance(cell, str))
    yield from ((f"chu_thich.{name}", text) for name, text in filling.notes)
