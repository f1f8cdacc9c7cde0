"""Last year's file: is it last year's, and of the same kind of report?"""

from __future__ import annotations

import datetime as dt

from baocao.intake.periods import period_key
from baocao.intake.raw import RawRecord
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.period import previous_window
from baocao.model.record import Period
from baocao.packs.pack import Pack
from baocao.source.raw import RawValue

_NOT_COMPARABLE = frozenset(
    {"nam-truoc-sai-nam", "nam-truoc-sai-goi", "so-sanh-khac-don-vi", "so-chuyen-chua-doi-chieu"}
)


def check_previous(main: Form, whole: RawValue | None, period: Period, pack: Pack) -> None:
    """Warn when the file that `nam_truoc` names is of another year, or of a pack whose files do not serve:
    comparisons would be false.
    """
    if whole is None:
        return
    key = period_key(whole.children.get("ky"))
    back = period.last_year - period.year + 1 if period.last_year else 1
    wanted = period.year - back
    if key is not None and key.year != wanted:
        main.faults.add("nam-truoc-sai-nam", main.at("nam_truoc"), nam=key.year, can=wanted)
    named = whole.children.get("goi")
    if named and named.text.strip() not in pack.of_years:
        main.faults.add("nam-truoc-sai-goi", main.at("nam_truoc"), goi=named.text.strip(), can=pack.id)


def carries_on(raw: RawRecord, period: Period, faults: Faults) -> bool:
    """Whether the figures compared with end on the day before this period, and are of the same unit.

    Those of last year do for a report of a year; for a quarter they are of the same quarter, a year ago.
    """
    _, last = previous_window(period, raw.previous_file)
    adjacent = last + dt.timedelta(days=1) == period.window_from
    return adjacent and not any(item.code in _NOT_COMPARABLE for item in faults.items)
