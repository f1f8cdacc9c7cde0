"""The inputs of a report (`fingerprints`): what its record was read from, and what may appear beside that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.making.fingerprints import AUDITED, BESIDE, FILE, PAGES, PROFILE, Digests, key_of
from baocao.batch.outcome import Known, Pair
from baocao.intake.canonical import canonical
from baocao.intake.paths import stems_of
from baocao.intake.periods import SPAN, PeriodKey, period_key
from baocao.intake.raw import RawRecord
from baocao.intake.years import MOST_YEARS, packs_of
from baocao.report import Report
from baocao.workplace import BOOK_SUFFIXES

_PAGES_TOLD, _NO_PAGES = "muc-luc-so-trang", "muc-luc-chua-co-trang"
"""What is told of a report with a table of contents (`baocao.paging`)."""


def files_of(loaded: Mapping[str, str], digests: Digests) -> tuple[Pair, ...]:
    """The files that were loaded for a record, with the digests of what was read."""
    return tuple((digests.name(FILE, path), value) for path, value in loaded.items())


def takes_cells(raw: RawRecord, loaded: Mapping[str, str]) -> bool:
    """Whether a data file takes figures from a workbook, which may hold those of other units as well."""
    return any(path != raw.file and Path(path).suffix.lower() in BOOK_SUFFIXES for path in loaded)


def content_of(raw: RawRecord) -> bytes:
    """What a record says, wherever it stands."""
    others = [year.whole or year.figures for _, year in sorted(raw.years.items())]
    trees = [raw.main, raw.unit, *raw.parents, raw.previous_file or raw.previous, *others]
    return b"\n".join(b"" if tree is None else canonical(tree) for tree in trees)


def around(raw: RawRecord, job: Job, digests: Digests) -> tuple[Pair, ...]:
    """What a record would be read from as well if it were there: figures of other years, a unit profile."""
    profile = () if job.unit else (digests.pair(PROFILE, Path(job.file).parent),)
    return (*profile, *_other_years(raw, Path(job.file), digests))


def _other_years(raw: RawRecord, path: Path, digests: Digests) -> Iterator[Pair]:
    key = period_key(raw.main.children.get("ky"))
    if key is None:
        return
    packs = packs_of(raw)
    seen: set[Path] = set()
    for other in _periods(key):
        stems = [stem for stem in _stems(path, key, other, packs) if stem not in seen]
        seen.update(stems)
        pairs = [digests.pair(BESIDE, stem) for stem in stems]
        yield from pairs
        if key.kind != SPAN and pairs and not any(value for _, value in pairs):
            return  # a series ends at the first year without a file


_stems = lru_cache(maxsize=64)(stems_of)
"""The rows of a table have them in common."""


def _periods(key: PeriodKey) -> Iterator[PeriodKey]:
    """The period before and the years of a series, as `intake.years` looks for them."""
    yield key.before()
    last, reach = (key.last, key.length) if key.kind == SPAN else (key.year - 1, MOST_YEARS)
    yield from (key.one_year(year) for year in range(last, last - reach, -1))


def of_pages(report: Report, digests: Digests) -> tuple[Pair, ...]:
    """Who told the pages of a report's table of contents; nothing for a report without one."""
    told = {item.code for item in report.findings}
    if _NO_PAGES in told:
        return ((PAGES, ""),)
    return ((PAGES, digests.libreoffice),) if _PAGES_TOLD in told else ()


def is_file(pair: Pair) -> bool:
    """Whether an input is a file."""
    return pair[0].startswith(f"{FILE} ")


def stands(known: Known, job: Job, settings: Settings, digests: Digests) -> bool:
    """Whether a report of these inputs would come out the same today."""
    return stands_but_for_files(known, job, settings, digests) and _same(known, digests, of_files=True)


def stands_but_for_files(known: Known, job: Job, settings: Settings, digests: Digests) -> bool:
    """The same but for files whose content may count only in part: a workbook with rows of many units."""
    if settings.audited and AUDITED not in known.inputs:
        return False
    if any(name == PAGES and value != digests.libreoffice for name, value in known.inputs):
        return False
    return known.key == key_of(known.inputs, job, settings, digests) and _same(known, digests, of_files=False)


def _same(known: Known, digests: Digests, *, of_files: bool) -> bool:
    """Whether the inputs that are files, or those that are found at other paths, are what they were."""
    for name, value in known.inputs:
        if " " in name and is_file((name, value)) is of_files and digests.now(name) != value:
            return False
    return True
