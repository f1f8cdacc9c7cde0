"""The records of other years that belong to a data file: last year's, found by itself, and a series of years.

A file that says nothing of `nam_truoc` (or `cac_nam`) gets them from the files beside it, by their path
(`intake.paths`); what they say decides whether they are taken: same kind of report and unit, same period so
many years earlier. When none is of the same kind, one of a kind that its pack names (`lay_cac_nam`) serves.
Two that fit are told and neither is taken.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from baocao.errors import Finding, Severity, Where, finding
from baocao.intake.periods import SPAN, PeriodKey, period_key, period_words
from baocao.intake.profile import LONGEST_NAME, bad_name
from baocao.intake.raw import Literal, RawRecord, RawValue, RawYear
from baocao.intake.year_files import YearFiles
from baocao.source.raw import Reading
from baocao.vietnamese.unit_names import same_unit

FOUND_LAST_YEAR = "nam-truoc-tu-tim"
"""What is told of last year's file when nobody named it."""

_T = TypeVar("_T")
LAST_YEAR, SERIES = "nam_truoc", "cac_nam"
MOST_YEARS = 10
"""A series of an ordinary record reaches back so many years at the most."""

_NONE = frozenset({"không", "khong", "false"})


def switched_off(named: RawValue | None) -> bool:
    """Whether `nam_truoc: không` or `cac_nam: không` is typed: nothing is to be compared."""
    return named is not None and named.text.strip().lower() in _NONE


def named_years(
    main: RawValue, folder: Path, files: YearFiles, unit: RawValue
) -> tuple[dict[int, RawYear], tuple[Finding, ...]]:
    """The years that `cac_nam` names: a file or the figures themselves for each.

    folder: of the data file, where names in it are looked for. unit: the unit's profile.
    """
    named = main.children.get(SERIES)
    if named is None or named.blank or switched_off(named):
        return {}, ()
    key = period_key(main.children.get("ky"))
    years: dict[int, RawYear] = {}
    findings: list[Finding] = []
    if named.literal is not Literal.MAP:
        place = named.where.but(key=SERIES)
        return {}, (finding("cac-nam-sai", place, gia_tri=named.text[:60] or "…"),)
    for typed, raw in named.children.items():
        if not _may_be_named(typed, key):
            place = raw.where.but(key=f"{SERIES}.{typed}")
            findings.append(finding("cac-nam-sai", place, gia_tri=typed[:60]))
        elif not raw.blank:
            year, found = _named_year(raw, typed, partial(files.read, unit=unit), folder)
            findings += found
            years |= {int(typed): year} if year else {}
    return dict(sorted(years.items())), tuple(findings)


def with_files_around(raw: RawRecord, path: Path) -> RawRecord:
    """The record with last year's figures and where those of other years stand; a review of several years is
    read with them. path: the record's own file.
    """
    main = raw.main.children
    key = period_key(main.get("ky"))
    if key is None:
        return raw
    search = _Search(path, raw, key)
    if LAST_YEAR not in main or main[LAST_YEAR].blank:
        raw = _with_last_year(raw, search)
    in_doubt = key.kind != SPAN and any(item.code == "nam-truoc-hai-tep" for item in raw.findings)
    if not (in_doubt or switched_off(main.get(SERIES))):
        raw = replace(raw, year_files=_year_files(search, raw))
    return with_years(raw) if key.kind == SPAN else raw


def with_last_year(raw: RawRecord, path: Path) -> RawRecord:
    """The record with last year's figures from where they stand beside a data file at `path`, which need not
    be there; as it is when it has figures of last year or says that there are none.
    """
    entries = raw.main.children
    key = period_key(entries.get("ky"))
    named = LAST_YEAR in entries and not entries[LAST_YEAR].blank
    if key is None or raw.previous is not None or named:
        return raw
    return _with_last_year(raw, _Search(path, raw, key))


def with_years(raw: RawRecord) -> RawRecord:
    """The record with the figures of every year whose files were found beside it (`year_files`)."""
    key = period_key(raw.main.children.get("ky"))
    if key is None or not raw.year_files:
        return raw
    search = _Search(Path(raw.file), raw, key)
    years, findings = dict(raw.years), list(raw.findings)
    taken: list[str] = []
    for year, names in sorted(raw.year_files.items(), reverse=True):
        fitting, odd = search.fitting(map(Path, names), key.one_year(year))
        findings += odd
        if len(fitting) == 1:
            whole = fitting[0].value
            years[year] = RawYear(whole.children["so_lieu"], whole, found=True)
            taken.append(search.named(Path(whole.where.file)))
            continue
        if fitting:
            findings.append(search.several("cac-nam-hai-tep", fitting, key.one_year(year)))
        if key.kind != SPAN:
            break
    if taken:
        place = search.place(SERIES)
        findings.append(finding("cac-nam-tu-tim", place, cac_tep=", ".join(reversed(taken))))
    return replace(raw, years=dict(sorted(years.items())), year_files={}, findings=tuple(findings))


class _Search:
    """Looks at the files around one data file. key: its period."""

    def __init__(self, path: Path, raw: RawRecord, key: PeriodKey) -> None:
        self.path, self.main, self.key, self.packs = path, raw.main, key, packs_of(raw)
        self._unit, self._files = raw.unit, raw.year_reader or YearFiles()

    def files(self, other: PeriodKey) -> tuple[Path, ...]:
        """The files that may be of another period, by their names."""
        return self._files.around(self.path, self.key, other, self.packs)

    def fitting(
        self, files: Iterable[Path], other: PeriodKey
    ) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
        """What those of the files say that are of this unit, kind of report and period, and remarks on them;
        those of another kind that serves count when none is of the same.

        When none fits and one cannot be read at all, it is told why: it may have been the one.
        """
        readings = tuple(self._read(file) for file in files)
        fitting = nearest_kind(
            [item for item in readings if self._fits(item.value, other)], self.packs[0], _kind_of
        )
        unread = tuple(item for item in readings if not item.readable)
        told = fitting if len(fitting) == 1 else () if fitting else unread[:1]
        return fitting, tuple(weakened(found for item in told for found in item.findings))

    def of_another_period(self, files: Iterable[Path], other: PeriodKey) -> Iterator[Finding]:
        """Remarks on files of this unit and kind of report that stand where those of a period would, but say
        another.
        """
        for item in map(self._read, files):
            key = period_key(item.value.children.get("ky"))
            if key != other and self._is_alike(item.value):
                name = self.named(Path(item.value.where.file))
                yield finding(
                    "nam-truoc-ghi-ky-khac",
                    self.place(LAST_YEAR),
                    tep=name,
                    ky=period_words(key) if key is not None else "không rõ kỳ nào",
                    can=period_words(other),
                )

    def _read(self, file: Path) -> Reading:
        return self._files.read(file, self._unit)

    def _fits(self, value: RawValue, other: PeriodKey) -> bool:
        return period_key(value.children.get("ky")) == other and self._is_alike(value)

    def _is_alike(self, value: RawValue) -> bool:
        return (
            "so_lieu" in value.children
            and value.text_of("goi") in ("", *self.packs)
            and self._same_unit(value)
        )

    def _same_unit(self, value: RawValue) -> bool:
        """Whether both files are of one unit, as far as both say: one profile, or one name."""
        own, its = self.main.children.get("don_vi"), value.children.get("don_vi")
        if own is None or its is None or own.blank or its.blank:
            return True
        if own.literal is Literal.MAP or its.literal is Literal.MAP:
            names = own.text_of("ten"), its.text_of("ten")
            shared = its.literal is Literal.MAP and not names[1]  # of a table: its row was taken by name
            return shared or names[0] == names[1] or same_unit(*names)
        folder, beside = self.path.parent, Path(value.where.file).parent
        return os.path.abspath(folder / own.text) == os.path.abspath(beside / its.text)

    def place(self, key: str) -> Where:
        """The place of an entry of the data file, or of the file when it has none."""
        raw = self.main.children.get(key)
        return raw.where.but(key=key) if raw is not None else Where(self.main.where.file, key=key)

    def named(self, file: Path) -> str:
        """A file as the data file would name it."""
        try:
            return Path(os.path.relpath(file, self.path.parent)).as_posix()
        except ValueError:  # another drive of Windows
            return str(file)

    def several(self, code: str, fitting: Iterable[Reading], other: PeriodKey) -> Finding:
        """Two files that both fit: the clerk has to say which."""
        names = [self.named(Path(item.value.where.file)) for item in fitting]
        place = self.place(LAST_YEAR if code.startswith("nam-truoc") else SERIES)
        return finding(code, place, nam=_years(other), cac_tep=" và ".join(names), vi_du=names[0])


def packs_of(raw: RawRecord) -> tuple[str, ...]:
    """The kind of report that a data file names, then those whose files serve as its other years."""
    files = raw.year_reader or YearFiles()
    return files.packs(raw.main.text_of("goi"), raw.unit_folders)


def nearest_kind(items: Iterable[_T], own: str, kind_of: Callable[[_T], str]) -> tuple[_T, ...]:
    """Of what fits, that of the same kind of report (or of none said); all when there is none of it."""
    several = tuple(items)
    return tuple(item for item in several if kind_of(item) in ("", own)) or several


def _kind_of(reading: Reading) -> str:
    return reading.value.text_of("goi")


def weakened(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Faults of a file that nobody named: they are told, but stop no report."""
    for item in findings:
        yield replace(item, severity=Severity.WARNING) if item.level is Severity.ERROR else item


def _with_last_year(raw: RawRecord, search: _Search) -> RawRecord:
    before = search.key.before()
    files = search.files(before)
    fitting, findings = search.fitting(files, before)
    if len(fitting) > 1:
        findings = (search.several("nam-truoc-hai-tep", fitting, before),)
    elif not fitting:
        findings = (*findings, *search.of_another_period(files, before))
    if len(fitting) != 1:
        return replace(raw, findings=raw.findings + findings)
    whole = fitting[0].value
    name = search.named(Path(whole.where.file))
    told = finding(FOUND_LAST_YEAR, search.place(LAST_YEAR), tep=name, nam=_years(before))
    return replace(
        raw,
        previous=whole.children["so_lieu"],
        previous_file=whole,
        previous_found=True,
        findings=(*raw.findings, *findings, told),
    )


def _year_files(search: _Search, raw: RawRecord) -> dict[int, tuple[str, ...]]:
    """The files that may hold a year of the series, where nobody has named them: the years of a span; of an
    ordinary record the years before, as far back as there are files.
    """
    key, files = search.key, {}
    in_span = key.kind == SPAN
    for year in range(key.last if in_span else key.year - 1, key.year - (1 if in_span else MOST_YEARS), -1):
        if year in raw.years or (year == key.year - 1 and raw.previous is not None):
            continue
        found = search.files(key.one_year(year))
        if found:
            files[year] = tuple(map(str, found))
        elif not in_span:
            break
    return files


def _may_be_named(typed: str, key: PeriodKey | None) -> bool:
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        return False
    return key is None or int(typed) < key.year or (key.kind == SPAN and int(typed) <= key.last)


def _named_year(
    raw: RawValue, year: str, read: Callable[..., Reading], folder: Path
) -> tuple[RawYear | None, tuple[Finding, ...]]:
    if raw.literal is Literal.MAP:
        return RawYear(raw), ()
    place = raw.where.but(key=f"{SERIES}.{year}")
    if not 0 < len(raw.text) <= LONGEST_NAME:
        return None, (bad_name(raw, f"{SERIES}.{year}", f"{year}.yaml"),)
    path = folder / raw.text
    reading = read(path, named_at=place)
    if not reading.readable:
        return None, reading.findings
    figures = reading.value.children.get("so_lieu")
    if figures is None:
        return None, (*reading.findings, finding("tep-thieu-so-lieu", place, tep=path))
    return RawYear(figures, reading.value), reading.findings


def _years(key: PeriodKey) -> str:
    return f"{key.year} - {key.last}" if key.kind == SPAN else str(key.year)
