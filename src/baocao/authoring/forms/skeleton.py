"""What a form must know of its unit and period before anybody has typed a figure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from baocao.errors import DataError, Finding, Severity, finding, stops
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.years import with_last_year
from baocao.model.faults import Faults
from baocao.model.frame import read_frame
from baocao.model.profile import LETTERHEAD
from baocao.model.record import Record
from baocao.model.shared_years import with_shared_years
from baocao.packs.pack import Pack
from baocao.workplace import Workplace

_TOLD = ("nam-truoc-tu-tim", "nam-truoc-hai-tep")


def skeleton(raw: RawRecord, pack: Pack) -> Record:
    """Unit and period alone, judged; the figures are the clerk's, right or wrong.

    What the letterhead and the signature of the report need is not asked for here: a form goes out to be
    filled in with figures. Raises `DataError` when unit or period cannot be known.
    """
    kept = {name: raw.main.children[name] for name in ("don_vi", "ky") if name in raw.main.children}
    bare = replace(raw, main=RawValue(kept, raw.main.where, Literal.MAP))
    frame = read_frame(bare, pack)
    asked = (item for item in frame.findings if not _of_letterhead(item))
    found = Faults((*asked, *frame.odd_entries, *frame.odd_profiles)).in_order()
    if frame.unit is None or frame.period is None or stops(found):
        faults = (*raw.findings, *found)
        raise DataError([item for item in faults if item.level is Severity.ERROR])
    return Record(raw.file, pack.id, frame.unit, frame.period, frame.head, {})


def last_year_beside(
    raw: RawRecord, pack: Pack, target: Path, place: Workplace | None
) -> tuple[str, tuple[Finding, ...]]:
    """Last year's file where it is found by itself, "" for none, and what to tell of it.

    target: where the form will stand; one outside the data of the unit's working folder `place` (None for
    none) is taken for that folder's file of the year.
    """
    named = RawValue(pack.id, raw.main.where, Literal.TEXT)
    main = replace(raw.main, value={**raw.main.children, "goi": named})
    asked = replace(raw, main=main, findings=())
    found = with_shared_years(with_last_year(asked, _as_data_file(raw, target, place)), pack)
    file = found.previous_file.where.file if found.previous_file is not None else ""
    return file, tuple(_for_forms(item, file) for item in found.findings)


def _for_forms(item: Finding, file: str) -> Finding:
    """A remark about last year's file as whoever makes a form can act upon it."""
    facts: dict[str, Any] = {**dict(item.facts), "tep": file}
    return finding(f"bieu-{item.code}", **facts) if item.code in _TOLD else item


def _as_data_file(raw: RawRecord, target: Path, place: Workplace | None) -> Path:
    if place is None or target.absolute().is_relative_to(place.data_folder.absolute()):
        return target
    year = raw.main.children["ky"].children["nam"].text
    return place.data_folder / f"{year}{target.suffix}"


def _of_letterhead(item: Finding) -> bool:
    """Whether a finding speaks of the letterhead, and not of a unit that the pack is not made for."""
    names = {name.partition("[")[0] for name in item.where.key.split(".")}
    return item.code != "cap-khong-hop" and not names.isdisjoint(LETTERHEAD)
