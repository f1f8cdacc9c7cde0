"""A data file that takes its figures from the unit's own workbook (`bang_tinh`)."""

from __future__ import annotations

from pathlib import Path

from baocao.errors import finding
from baocao.intake.profile import read_profiles
from baocao.source.raw import Literal, RawValue, Reading
from baocao.workplace import find_workplace

ENTRY = "bang_tinh"


def with_workbook(
    main: Reading, folder: Path, *, unit_path: Path | str | None = None, row: str = ""
) -> Reading:
    """The data file with the figures of the workbook that it names; as it is when it names none.

    folder: of the data file. unit_path: a unit profile used instead of the file's own. row: what `--dong`
    asks for, the number of a row or the name in it; a finding when there is no table to look it up in.
    """
    if ENTRY in main.value.children:
        from baocao.mapping.mapping import from_workbook

        return from_workbook(main, folder, unit=_unit_name(main.value, folder, unit_path), row=row)
    if not row or not main.readable:
        return main
    lack = finding("dong-can-bang-tinh", main.value.where, tep=main.value.where.file, dong=row)
    return Reading(main.value, (*main.findings, lack))


def _unit_name(main: RawValue, folder: Path, unit_path: Path | str | None) -> str:
    """The unit's name in the profile that goes with the data; "" when there is none."""
    named = main.children.get("don_vi")
    if unit_path is None and (named is None or named.blank):
        place = find_workplace(folder)
        unit_path = None if place is None else place.profile
    elif unit_path is None and named is not None and named.literal is Literal.MAP:
        return named.text_of("ten")
    return read_profiles(named, folder, unit_path).unit.text_of("ten")
