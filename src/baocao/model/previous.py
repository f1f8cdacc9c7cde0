"""Last year's file: is it last year's, and of the same kind of report?"""

from __future__ import annotations

from baocao.model.form import Form
from baocao.model.record import Period
from baocao.source.raw import RawValue


def check_previous(main: Form, whole: RawValue | None, period: Period, pack_id: str) -> None:
    """Warn when the file that `nam_truoc` names is of another year or pack: comparisons would be false."""
    if whole is None:
        return
    year = _year(whole.children.get("ky"))
    if year and year != str(period.year - 1):
        main.faults.add("nam-truoc-sai-nam", main.at("nam_truoc"), nam=year, can=period.year - 1)
    named = whole.children.get("goi")
    if named and named.text.strip() != pack_id:
        main.faults.add("nam-truoc-sai-goi", main.at("nam_truoc"), goi=named.text.strip(), can=pack_id)


def _year(period: RawValue | None) -> str:
    """The year of a single-year period as typed; "" when there is none to compare."""
    if period is None:
        return ""
    year = period.children["nam"].text if "nam" in period.children else period.text
    return year.strip() if year.strip().isdigit() else ""
