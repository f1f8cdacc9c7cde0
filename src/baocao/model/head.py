"""`van_ban`: number, date, type and subject of the report itself (NĐ 30, PL I.II.3 to 5)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from baocao.model.form import Form
from baocao.model.notes import Source
from baocao.model.record import DocumentHead, Period, Unit
from baocao.packs.pack import Manifest
from baocao.vietnamese.text import capitals

FORM = {
    "so": "số văn bản",
    "ngay": "ngày văn bản",
    "ten_loai": "tên loại văn bản",
    "trich_yeu": "trích yếu",
    "can_cu": "căn cứ",
    "kinh_gui": "Kính gửi",
}

MOST_SUBJECT_LINES = 5


def read_day(form: Form, period: Period | None) -> dt.date | None:
    """The date of the report; None where left blank (a draft)."""
    dated = form.date("ngay")
    if dated and period and dated.day < period.window_from:
        form.faults.add("ngay-truoc-ky", form.at("ngay"), ky=period.label)
    return dated.day if dated else None


def read_head(
    form: Form, manifest: Manifest, period: Period | None, unit: Unit | None, day: dt.date | None
) -> DocumentHead:
    """The head of the report; what the data leaves out comes from the pack. day: its date (`read_day`)."""
    return DocumentHead(
        number=_number(form),
        symbol=f"{manifest.type_symbol}-{unit.symbol if unit else ''}",
        date=day,
        type_name=capitals(form.line("ten_loai", manifest.type_name)),
        subject=_subject(form, manifest, period),
        basis=tuple(line.rstrip(";., ") for line in form.lines("can_cu")),
    )


def basis_sources(form: Form, head: DocumentHead) -> Iterator[Source]:
    """The căn cứ that may call a footnote."""
    return ((line, form.at("can_cu")) for line in head.basis if "[^" in line)


def _number(form: Form) -> int | None:
    """The number alone: the symbol comes from pack and unit. None: left blank for a draft."""
    raw = form.get("so")
    if raw is None:
        return None
    typed = raw.text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 6 and int(typed) > 0):
        digits = typed.partition("/")[0].strip()
        sample = digits if digits.isascii() and digits.isdigit() else "114"
        form.faults.add("so-van-ban-sai", form.at("so"), gia_tri=typed[:60] or "…", vi_du=sample)
        return None
    return int(typed)


def _subject(form: Form, manifest: Manifest, period: Period | None) -> tuple[str, ...]:
    own = form.lines("trich_yeu")
    if len(own) > MOST_SUBJECT_LINES:
        form.faults.add("trich-yeu-qua-dai", form.at("trich_yeu"), so=len(own))
    if own or period is None:
        return own
    last = period.last_year or period.year
    holes = {
        "nam": period.year,
        "nam_truoc": period.year - 1,
        "nam_sau": last + 1,
        "ky": period.label,
        "ky_truoc": period.previous_label,
        "ky_sau": period.next_label,
    }
    return tuple(line.format_map(holes) for line in manifest.subject)
