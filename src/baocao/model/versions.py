"""From when to when a unit's profile holds: `tu_ngay`, `den_ngay` and the earlier versions in `truoc_day`.

A unit is merged, renamed or moved to another level on a day; reports of before keep their names. Each version
in `truoc_day` holds what was different then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from baocao.intake.raw import Literal
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.vietnamese.dates import short_date

DATES = {"tu_ngay": "dùng từ ngày", "den_ngay": "dùng đến hết ngày"}
FORMER = "truoc_day"

ONE_DAY = dt.timedelta(days=1)
ALWAYS, FOREVER = dt.date.min, dt.date.max


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a profile, its first and its last day.

    form: what it says; the current version is the profile itself. open_start: no first day was typed, so it
    begins where the version before it ends.
    """

    form: Form
    first: dt.date
    last: dt.date
    former: bool
    open_start: bool = False

    def holds(self, day: dt.date) -> bool:
        """Whether the version is in force on a day."""
        return self.first <= day <= self.last

    @property
    def span(self) -> str:
        """The days it holds, in words: "từ 01/7/2025", "đến hết 30/6/2025"."""
        parts = (
            f"từ {short_date(self.first)}" if self.first != ALWAYS else "",
            f"đến hết {short_date(self.last)}" if self.last != FOREVER else "",
        )
        return " ".join(part for part in parts if part) or "mọi thời gian"


def read_versions(profile: Form, labels: Mapping[str, str]) -> tuple[Version, ...]:
    """The versions of a profile from the first to the last.

    Each begins where the one before it ends, unless it says itself. labels: the entries a former version may
    have besides its days. Days that overlap or leave a gap are findings.
    """
    former = [_version(form, former=True) for form in _former_forms(profile, labels)]
    in_order = sorted((item for item in former if item), key=lambda item: item.last)
    current = _version(profile, former=False)
    versions = tuple(_closed_up([*in_order, current] if current else in_order))
    for before, after in pairwise(versions):
        _check_seam(before, after, profile.faults)
    return versions


def in_force(versions: Iterable[Version], day: dt.date) -> Version | None:
    """The version of a day; None when the profile knows none. Of two that overlap the later one."""
    return next((item for item in reversed(tuple(versions)) if item.holds(day)), None)


def _former_forms(profile: Form, labels: Mapping[str, str]) -> Iterator[Form]:
    """One form for each entry of `truoc_day`; a single version may stand there without its dash."""
    raw = profile.get(FORMER)
    if raw is None:
        return
    path = profile.at(FORMER).key
    for number, item in enumerate(raw.items or (raw,), 1):
        place = f"{path}[{number}]" if raw.items else path
        yield Form(item, place, {**DATES, **labels}, profile.faults)


def _version(form: Form, *, former: bool) -> Version | None:
    """None when its days cannot be known; findings say why."""
    if form.raw.literal is not Literal.MAP:
        return None
    first, last = form.date("tu_ngay"), form.date("den_ngay")
    if former:
        form.need("den_ngay", "30/6/2025")
    if former and last is None:
        return None
    start = first.day if first else ALWAYS
    end = last.day if last else FOREVER
    if start > end:
        form.faults.add("khoang-ngay-nguoc", form.at("tu_ngay"))
        return None
    return Version(form, start, end, former, open_start=first is None)


def _closed_up(versions: Iterable[Version]) -> Iterator[Version]:
    """Versions without a first day of their own begin the day after the one before."""
    before: Version | None = None
    for version in versions:
        if before is not None and version.open_start and before.last < version.last:
            version = replace(version, first=before.last + ONE_DAY)
        yield version
        before = version


def _check_seam(before: Version, after: Version, faults: Faults) -> None:
    typed = after.form.raw.children
    where = after.form.at(next((name for name in (*DATES, FORMER) if name in typed), "den_ngay"))
    if after.first <= before.last:
        faults.add("giai-doan-chong", where, truoc=before.span, sau=after.span)
    elif after.first > before.last + ONE_DAY:
        days = f"{short_date(before.last + ONE_DAY)} đến {short_date(after.first - ONE_DAY)}"
        faults.add("giai-doan-ho", where, khoang=days)
