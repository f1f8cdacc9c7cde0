"""Comparing with the previous period: are both of the same unit, and of the same kind of government?"""

from __future__ import annotations

from typing import Any

from baocao.intake.raw import RawRecord
from baocao.model.form import Form
from baocao.model.period import previous_window
from baocao.model.profile import Profile, version_on
from baocao.model.record import Period
from baocao.model.unit import TWO_LEVELS
from baocao.model.versions import Version


def check_comparison(main: Form, raw: RawRecord, profile: Profile, period: Period) -> None:
    """Warn when the figures compared are not like for like.

    The unit had another name or level then (another version of its profile was in force); or the previous
    period began before 01/7/2025 and this one ends after: a new commune is made of several old ones and does
    work of the district (spec nd30, 2.3).
    """
    if raw.previous is None or raw.previous.blank:
        return
    first, last = previous_window(period, raw.previous_file)
    before = _name_and_level(raw, version_on(raw, last))
    where = main.at("nam_truoc")
    labels: dict[str, Any] = {"ky": period.label, "truoc": period.previous_label}
    if before and before != _name_and_level(raw, profile.version):
        main.faults.add("so-sanh-khac-don-vi", where, **labels, ten=before[0])
    elif first < TWO_LEVELS <= period.window_to:
        main.faults.add("so-sanh-qua-sap-xep", where, **labels)


def _name_and_level(raw: RawRecord, version: Version | None) -> tuple[str, ...]:
    """Name and level of the unit in a version of its profile; nothing when there is no such version."""
    if version is None:
        return ()
    layers = (version.form.raw.children, raw.unit.children)
    typed = (next((item[name] for item in layers if name in item), None) for name in ("ten", "cap"))
    return tuple(item.text.strip() if item else "" for item in typed)
