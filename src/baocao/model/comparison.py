"""Comparing periods: are they of the same unit, and of the same kind of government?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from baocao.errors import Where
from baocao.intake.raw import RawRecord
from baocao.model.form import Form
from baocao.model.period import label_of_year, previous_window, window_of_year
from baocao.model.profile import Profile, version_on
from baocao.model.record import Period
from baocao.model.unit import TWO_LEVELS
from baocao.model.versions import Version


@dataclass(frozen=True, slots=True)
class Remark:
    """The text of the report that says of which scope the figures compared are. where: its place."""

    where: Where
    written: bool

    @property
    def place(self) -> str:
        """ " ở ô Lời văn!D6 («Ghi chú về phạm vi so sánh»)", " ở mục mo_dau.pham_vi_so_sanh"."""
        return (
            f" ở {self.where.spot} («{self.where.label}»)" if self.where.cell else f" ở mục {self.where.key}"
        )


def check_comparison(
    main: Form, raw: RawRecord, profile: Profile | None, period: Period, remark: Remark | None = None
) -> None:
    """Warn when the figures compared are not like for like: those of the previous period, or of a series.

    The unit had another name or level then (another version of its profile was in force); or the previous
    period began before 01/7/2025 and this one ends after: a new commune is made of several old ones and does
    work of the district (spec nd30, 2.3). What is told of the previous period is not told of the series.
    profile: None when it is not known; the unit is then taken for the same. A unit that its profile does not
    know of then is another one: that what it carried over is not compared is told. remark: None when the
    pack has no place for it; who has written one is not asked for it again.
    """
    told = len(main.faults.items)
    if raw.previous is not None and not raw.previous.blank:
        _check_previous(main, raw, profile, period, remark)
    if raw.years and len(main.faults.items) == told:
        _check_series(main, raw, profile, period, remark)


def _check_previous(
    main: Form, raw: RawRecord, profile: Profile | None, period: Period, remark: Remark | None
) -> None:
    first, last = previous_window(period, raw.previous_file)
    before = _name_and_level(raw, version_on(raw, last)) if profile is not None else ()
    where = main.at("nam_truoc")
    place = remark.place if remark is not None else ""
    labels: dict[str, Any] = {"ky": period.label, "truoc": period.previous_label, "cho": place}
    if before and profile is not None and before != _name_and_level(raw, profile.version):
        main.faults.add("so-sanh-khac-don-vi", where, **labels, ten=before[0])
    elif first < TWO_LEVELS <= period.window_to:
        if remark is None or not remark.written:
            main.faults.add("so-sanh-qua-sap-xep", where, **labels)
        if profile is not None and not before:
            main.faults.add("so-chuyen-chua-doi-chieu", where, **labels)


def _check_series(
    main: Form, raw: RawRecord, profile: Profile | None, period: Period, remark: Remark | None
) -> None:
    """The same of the years of a series, the reported period being the last of them."""
    windows = {year: window_of_year(period, year) for year in raw.years}
    known = windows.items() if profile is not None else ()
    names = {year: _name_and_level(raw, version_on(raw, last)) for year, (_, last) in known}
    now = _name_and_level(raw, profile.version) if profile is not None else ()
    others = [year for year, name in names.items() if name and name != now]
    where = main.at("cac_nam" if "cac_nam" in main.raw.children else "ky")
    span: dict[str, Any] = {"tu": min(raw.years), "den": max(*raw.years, period.last_year or period.year)}
    if others:
        old = ", ".join(dict.fromkeys(names[year][0] for year in others))
        labels = ", ".join(label_of_year(period, year) for year in others)
        main.faults.add("cac-nam-khac-don-vi", where, **span, ten=old, cac_nam=labels)
    elif remark is not None and remark.written:
        return
    elif min(first for first, _ in windows.values()) < TWO_LEVELS <= period.window_to:
        main.faults.add("cac-nam-qua-sap-xep", where, **span)


def _name_and_level(raw: RawRecord, version: Version | None) -> tuple[str, ...]:
    """Name and level of the unit in a version of its profile; nothing when there is no such version."""
    if version is None:
        return ()
    layers = (version.form.raw.children, raw.unit.children)
    typed = (next((item[name] for item in layers if name in item), None) for name in ("ten", "cap"))
    return tuple(item.text.strip() if item else "" for item in typed)
