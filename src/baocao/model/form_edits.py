"""Cells of a filled form that are locked or only to be looked at, and say something else now."""

from __future__ import annotations

from typing import Any

from baocao.intake.raw import FormOrigin, RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.record import Period
from baocao.model.tree import read_values
from baocao.packs.catalogue import Catalogue
from baocao.vietnamese.numbers import format_number


def check_period(form: FormOrigin | None, main: Form, period: Period | None, faults: Faults) -> None:
    """Report a form that states another period than the one it was made for."""
    if form is None or period is None or form.period in ("", period.label):
        return
    year = main.raw.children["ky"].children.get("nam")
    where = main.at("ky") if year is None else year.where.named("ky.nam", "năm báo cáo")
    faults.add("bieu-khac-ky", where, ky_bieu=form.period, ky=period.label)


def check_before(
    form: FormOrigin | None, file: RawValue | None, catalogue: Catalogue, faults: Faults
) -> None:
    """Report last year's figures in the form's cells that the file named beside them states otherwise; what
    the file leaves to be computed is not compared.
    """
    if form is None or form.before is None or file is None:
        return
    shown, stated = (
        read_values(tree, catalogue, Faults((), faults.pack_id), previous=True).values
        for tree in (form.before, file)
    )
    for id_, value in shown.items():
        other = stated.get(id_)
        if other is None or value.number is None or other.number in (None, value.number):
            continue
        numbers: dict[str, Any] = {"so": format_number(value.number), "so_tep": format_number(other.number)}
        faults.add("bieu-ky-truoc-khac", value.where, others=(other.where,), **numbers)
