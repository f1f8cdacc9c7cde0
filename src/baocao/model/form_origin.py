"""A filled Excel form against the pack it is used with: of the same pack, and of the same version?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from baocao.errors import Severity
from baocao.intake.raw import FormOrigin, RawValue
from baocao.model.faults import Faults
from baocao.packs.catalogue import Indicator, RollUp
from baocao.packs.pack import Pack

_MOST_NAMES = 5
"""Indicators that are named; of more the number is told."""


def check_form(form: FormOrigin | None, figures: RawValue | None, pack: Pack, faults: Faults) -> bool:
    """Whether the form may be judged by the pack: it was made for it, or for one that it is based on.

    An older version is a warning where the form has no cells for indicators of today, else a remark.
    """
    if form is None:
        return True
    if form.pack not in {pack.id, *(layer.pack for layer in pack.layers)}:
        faults.add("bieu-khac-goi", form.where, goi=form.pack, can=pack.id)
        return False
    if form.pack == pack.id and form.version != pack.manifest.version:
        new = [item.label for item in _without_cells(figures, pack)]
        severity = Severity.WARNING if new else Severity.INFO
        facts: dict[str, Any] = {
            "cu": form.version or "không rõ",
            "goi": pack.id,
            "moi": pack.manifest.version,
        }
        faults.add("bieu-goi-cu", form.where, severity=severity, them=_named(new), **facts)
    return True


def blank_in_form(raw: RawValue) -> bool:
    """Whether an entry is nothing but blank cells of a form."""
    if raw.children:
        return all(blank_in_form(child) for child in raw.children.values())
    return raw.blank and bool(raw.where.sheet)


def _named(labels: list[str]) -> str:
    if not labels:
        return ""
    names = ", ".join(f"«{label}»" for label in labels[:_MOST_NAMES])
    more = ", …" if len(labels) > _MOST_NAMES else ""
    return f" Biểu chưa có ô cho {len(labels):02d} chỉ tiêu mới: {names}{more}."


def _without_cells(figures: RawValue | None, pack: Pack) -> Iterator[Indicator]:
    """Indicators of the pack that the form has no cells for, save those not asked of every unit."""
    for item in pack.catalogue:
        if item.rollup is RollUp.UNITS or pack.catalogue.levels_of(item.id):
            continue
        raw = figures
        for name in item.id.split("."):
            raw = raw.children.get(name) if raw is not None else None
        if raw is None:
            yield item
