"""A data file and the files it names -> RawRecord. The first room: what was typed, with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.errors import Finding, Where, finding
from baocao.intake.files import read_data
from baocao.intake.mapping import from_python
from baocao.intake.named_texts import with_texts
from baocao.intake.profile import LONGEST_NAME, Profiles, bad_name, read_profiles, table
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.workbook import with_workbook
from baocao.intake.year_files import YearFiles
from baocao.intake.years import LAST_YEAR, named_years, switched_off, with_files_around
from baocao.source.files import read_text
from baocao.source.raw import Reading, nothing
from baocao.vietnamese.text import nfc
from baocao.workplace import DATA_FOLDER, Workplace, find_workplace

_OF_DATA = frozenset({"goi", "ky", "so_lieu"})
_OF_PROFILE = frozenset({"ten", "nguoi_ky"})
"""What a data file and a unit profile have at least."""


def read(path: Path | str, *, unit_path: Path | str | None = None, row: str = "") -> RawRecord:
    """Read a data file (YAML, JSON, Markdown, a filled Excel form), its unit profile and last year's figures.

    unit_path: a unit profile used instead of the file's own `don_vi`. A file without `don_vi` takes the
    profile of the working folder it lies in; one that holds its profile itself takes that folder's templates.
    row: the unit's row in the workbook that the file maps (`bang_tinh`), instead of the one of its name.
    A file without `nam_truoc` takes last year's figures from the file beside it that has them.
    Never raises for what the files hold: every fault is a finding of the record, at the line that names it.
    `DataError` when the file is a unit profile and the data beside it may not be looked at.
    """
    file = Path(path)
    main = _no_profile(read_data(file, unit_path=unit_path, row=row), file)
    return with_files_around(_with_profile(main, file, unit_path), file)


def _with_profile(main: Reading, file: Path, unit_path: Path | str | None) -> RawRecord:
    """The record of a file that was read, with the profile it names or that of its working folder."""
    place = _workplace(main.value, file) if unit_path is None else None
    if place is None:
        raw = _with_others(main, str(file), file.parent, unit_path)
        return raw if unit_path is not None else _moved_form(raw, main, file)
    inline = _inline(main.value)
    raw = _with_others(main, str(file), file.parent, None if inline else place.profile)
    return in_workplace(raw, place) if inline else raw


def in_workplace(raw: RawRecord, place: Workplace) -> RawRecord:
    """The record of a unit whose profile stands in its data file, with the folder's templates."""
    folders = dict.fromkeys((str(place.root), *raw.unit_folders[1:]))
    return replace(raw, unit_folders=tuple(folders))


def read_typed(
    text: str, file: str, *, folder: Path | str = ".", unit_path: Path | str | None = None
) -> RawRecord:
    """The same from the text of a data file called `file`; the end of that name tells its format."""
    name = file.lower()
    reading = read_text(nfc(text), file, json=name.endswith(".json"), markdown=name.endswith(".md"))
    typed = with_texts(table(reading, file), Path(folder))
    main = with_workbook(typed, Path(folder), unit_path=unit_path)
    return _with_others(main, file, Path(folder), unit_path)


def read_mapping(
    data: Mapping[str, Any],
    *,
    file: str = "",
    folder: Path | str = ".",
    unit_path: Path | str | None = None,
    row: str = "",
) -> RawRecord:
    """The same from a Python mapping of the data file's form.

    Values may be str, int, Decimal, float, date, bool, None, mappings and sequences; text is read as if typed
    in YAML, numbers are taken exactly. file: how findings name the data. folder: where the files that
    `don_vi`, `nam_truoc` and `bang_tinh` name are looked for. row: as of `read`.
    """
    reading = with_texts(table(from_python(data, file), file), Path(folder))
    main = with_workbook(reading, Path(folder), unit_path=unit_path, row=row)
    return _with_others(main, file, Path(folder), unit_path)


def with_unit(raw: RawRecord, unit_path: Path | str) -> RawRecord:
    """The same data with another unit profile."""
    profiles = read_profiles(None, Path(), unit_path)
    return replace(
        raw,
        unit=profiles.unit,
        parents=profiles.parents,
        unit_folders=profiles.folders,
        findings=raw.findings + profiles.findings,
    )


def _no_profile(main: Reading, file: Path) -> Reading:
    """The reading of a data file; a unit profile in its place is told apart."""
    typed = main.value.children.keys()
    if typed & _OF_DATA or not typed >= _OF_PROFILE:
        return main
    place = find_workplace(file.parent)
    newest = place.newest_data() if place else ()
    example = newest[0] if newest else file.parent / DATA_FOLDER / "2026.yaml"
    return nothing(str(file), finding("so-lieu-la-ho-so", Where(str(file)), tep=file, vi_du=example))


def _workplace(main: RawValue, file: Path) -> Workplace | None:
    """The working folder around a data file that names no file of a unit profile."""
    named = main.children.get("don_vi")
    names_one = named is not None and not named.blank and named.literal is not Literal.MAP
    return None if names_one or not main.children else find_workplace(file.parent)


def _moved_form(raw: RawRecord, main: Reading, file: Path) -> RawRecord:
    """The record of a form that was moved away from the profile it names, with the profile of its unit: that
    of the working folder around the form, or around the current folder, when it has the name in the form.
    """
    named = main.value.children.get("don_vi")
    if main.form is None or not main.form.unit or raw.unit.literal is Literal.MAP:
        return raw
    for place in filter(None, map(find_workplace, (file.parent, Path()))):
        own = _with_others(main, str(file), file.parent, place.profile)
        if own.unit.children.get("ten", raw.unit).text.strip() == main.form.unit:
            where = (named.where if named is not None else Where(str(file))).but(key="don_vi", label="đơn vị")
            told = finding("bieu-ho-so-cho-khac", where, ten=main.form.unit, ho_so=place.profile)
            return replace(own, findings=(*own.findings, told))
    return raw


def _inline(main: RawValue) -> bool:
    """Whether a data file holds its unit profile."""
    return "don_vi" in main.children and not main.children["don_vi"].blank


def _with_others(main: Reading, file: str, folder: Path, unit_path: Path | str | None) -> RawRecord:
    profiles = read_profiles(main.value.children.get("don_vi"), folder, unit_path)
    return record_of(main, file, folder, profiles, YearFiles())


def record_of(main: Reading, file: str, folder: Path, profiles: Profiles, files: YearFiles) -> RawRecord:
    """The record of a data file with its profiles and the figures of other years that it names."""
    figures, whole, found = _previous(main.value.children.get(LAST_YEAR), folder, files, profiles.unit)
    years, of_years = named_years(main.value, folder, files, profiles.unit)
    return RawRecord(
        file=file,
        main=main.value,
        unit=profiles.unit,
        parents=profiles.parents,
        unit_folders=profiles.folders,
        previous=figures,
        previous_file=whole,
        years=years,
        form=main.form,
        findings=main.findings + profiles.findings + found + of_years,
        year_reader=files,
    )


def _previous(
    named: RawValue | None, folder: Path, files: YearFiles, unit: RawValue
) -> tuple[RawValue | None, RawValue | None, tuple[Finding, ...]]:
    """Last year's `so_lieu`, from a file or inline, and the whole file."""
    if named is None or named.blank or switched_off(named):
        return None, None, ()
    if named.literal is Literal.MAP:
        return named, None, ()
    if not 0 < len(named.text) <= LONGEST_NAME:
        return None, None, (bad_name(named, LAST_YEAR, "2022.yaml"),)
    path = folder / named.text
    reading = files.read(path, unit, named.where)
    figures = reading.value.children.get("so_lieu")
    if reading.readable and figures is None:
        lack = finding("tep-thieu-so-lieu", named.where.but(key=LAST_YEAR), tep=path)
        return None, None, (*reading.findings, lack)
    return figures, reading.value, reading.findings
