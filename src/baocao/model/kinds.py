"""Entries of a profile that may differ from one kind of report to another: `mac_dinh`, or the pack's id."""

from __future__ import annotations

from collections.abc import Iterable

from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.packs.manifest import PACK_ID

DEFAULT = "mac_dinh"

KINDED = frozenset({"noi_nhan", "luu", "kinh_gui"})
"""Entries that are one value for all reports, or a mapping of values by kind. `nguoi_ky` has its own form."""


def of_kind(raw: RawValue, pack_id: str) -> tuple[str, RawValue | None]:
    """The value for a kind of report and the name it stands under: the pack's own, else `mac_dinh`.

    A value that is no mapping holds for every kind; its name is "". None: nothing is said of this kind.
    """
    if raw.literal is not Literal.MAP:
        return "", raw
    for name in (pack_id, DEFAULT):
        own = raw.children.get(name)
        if own is not None and own.literal is not Literal.NULL:
            return name, own
    return "", None


def check_kinds(names: Iterable[str], raw: RawValue, key: str, pack_id: str, faults: Faults) -> None:
    """Report names that cannot be a kind of report: they would never be used. key: of the whole entry."""
    for name in names:
        if name != DEFAULT and not PACK_ID.fullmatch(name):
            place = raw.children[name].where.but(key=f"{key}.{name}")
            known = (DEFAULT, pack_id)
            near = faults.guess(name, known)
            faults.add("muc-la", place, khoa=name, goi_y=near, cac_muc=", ".join(known))
