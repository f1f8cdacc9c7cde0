"""A unit's working folder: what stands in it when it is new."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.authoring.forms.period_words import example_of
from baocao.authoring.inherited import given_from_above, inherit
from baocao.authoring.profile import TO_FILL, fill, full_name, profile_text
from baocao.errors import DataError, Finding, Where, finding
from baocao.intake.profile import read_profiles
from baocao.intake.references import seen_from
from baocao.model.names import guess
from baocao.model.naming import accepted_levels, level_within
from baocao.model.one_text import is_one_text
from baocao.output import told_of
from baocao.packs.blank_data import blank_data, first_period
from baocao.packs.finder import FIRST_PACK, find_pack
from baocao.packs.pack import Pack
from baocao.source.files import load, read_tree
from baocao.workplace import WORDS_SUFFIX, Workplace, in_shell, name_of, working_folder_around

_YEARS = range(1946, 2101)
_BLANK = re.compile(rf"^\s*\w+:\s*# {TO_FILL}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Start:
    """The files of a new working folder, by their path in it, and its empty folders.

    new: whether the working folder was not there before. period: of the data, as one types it behind `--ky`.
    """

    place: Workplace
    data: Path
    files: Mapping[Path, bytes]
    folders: tuple[Path, ...]
    new: bool
    period: str

    def unused(self, kept: Collection[Path], options: Iterable[str]) -> tuple[Finding, ...]:
        """What to tell when the profile was kept, so that the options about the unit did nothing."""
        named = ", ".join(options)
        if not named or self.place.profile not in kept:
            return ()
        return (finding("khoi-tao-ho-so-giu", tep=self.place.profile, tuy_chon=named),)

    def blanks(self) -> int:
        """How many entries of the profile, as it stands now, are still marked to be filled."""
        text = load(self.place.profile, Where(str(self.place.profile))).decode(errors="replace")
        return len(_BLANK.findall(text))


def start_workplace(
    folder: Path, *, year: str, pack: str = "", name: str = "", level: str = "", parent: Path | None = None
) -> Start:
    """What a working folder for a unit holds; nothing is written.

    folder: the working folder, new or started before. year: of the data, as typed. pack: name of the pack; ""
    takes that of the latest data there. name, level: of the unit, as typed. parent: the profile of the unit
    above. Raises `DataError` for a year, level or parent that cannot be used and for a folder inside the
    data, templates or results of a working folder, `PackError` for the pack, and `OutputError` when the
    folder may not be looked into.
    """
    number = _year(year)
    if around := working_folder_around(folder):
        raise DataError(_inside(folder, around, number, pack))
    with told_of(folder):
        return _start(Workplace(folder), number, pack, _Unit(full_name(name), level, parent))


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the command line says of the unit. level: as typed. parent: the profile of the unit above."""

    name: str
    level: str
    parent: Path | None


def _start(place: Workplace, year: int, pack: str, unit: _Unit) -> Start:
    above = _parent(unit.parent, place.root)
    chosen = find_pack(pack or pack_in_use(place) or FIRST_PACK, _unit_folders(place, unit.parent))
    level = _level(unit.level, chosen)
    given = given_from_above(unit.parent, dt.date(year, 12, 31), chosen) if unit.parent else {}
    profile = profile_text(chosen, unit.name, level, above)
    data = data_file(place, chosen, year)
    files = {
        place.profile: inherit(profile, given, own=("cap",) if level else ()) if above else profile,
        data: _data(place, chosen, year),
        place.template_folder / "huong-dan.txt": fill(
            "huong-dan-mau.txt", {"goi": chosen.id, "khoi": "mo_dau"}
        ),
        place.fragment_folder / "huong-dan.txt": fill("huong-dan-manh.txt", {}),
    }
    own = dict.fromkeys((place.data_folder, data.parent))
    folders = (*own, place.template_folder, place.fragment_folder, place.result_folder)
    contents = {path: text.encode() for path, text in files.items()}
    period = example_of(chosen.manifest.period_kinds[0], year)
    return Start(place, data, contents, folders, new=not place.root.exists(), period=period)


def _inside(folder: Path, around: Workplace, year: int, pack: str) -> Finding:
    command = f"baocao khoi-tao {in_shell(around.root)} --nam {year}" + (f" --mau {pack}" if pack else "")
    return finding("khoi-tao-ben-trong", thu_muc=name_of(folder), goc=name_of(around.root), lenh=command)


def _unit_folders(place: Workplace, parent: Path | None) -> tuple[str, ...]:
    """The working folder and those of the units above, as its profile names them, or `parent` does."""
    profile = place.profile if place.profile.is_file() else parent
    above = read_profiles(None, Path(), profile).folders if profile else ()
    return tuple(dict.fromkeys((str(place.root), *above)))


def data_file(place: Workplace, pack: Pack, year: int) -> Path:
    """The data file of a year: "2026.yaml"; "2026-<pack>.yaml" when another pack has that name already. Where
    the data stand in folders of years: the same name in the folder of the year. Of a pack whose reports are
    written as one text, "2026-<pack>.md".
    """
    if is_one_text(pack):
        return place.data_folder / f"{year}-{pack.id}{WORDS_SUFFIX}"
    file = _in_folder_of_year(place, year) or place.data_folder / f"{year}.yaml"
    return file if _pack_named(file) in ("", pack.id) else file.with_stem(f"{file.stem}-{pack.id}")


def _in_folder_of_year(place: Workplace, year: int) -> Path | None:
    """Where the latest data, if they are one file in a folder of its year, would stand in another year."""
    latest = place.newest_data()
    if len(latest) != 1 or latest[0].parent == place.data_folder:
        return None
    moved = place.name_of(latest[0].with_suffix(".yaml")).replace(str(place.year_of(latest[0])), str(year))
    return place.data_folder / moved


def _data(place: Workplace, pack: Pack, year: int) -> str:
    if is_one_text(pack):
        facts = {"goi": pack.id, "ten": pack.manifest.title, "ky": first_period(pack, year)}
        return fill("bai.md", {**facts, "nam": str(year), "nam_sau": str(year + 1)})
    before, folder = data_file(place, pack, year - 1), data_file(place, pack, year).parent
    named = seen_from(before, folder) if before.is_file() else ""
    return blank_data(pack, year=year, unit="", previous=named)


def pack_in_use(place: Workplace) -> str:
    """The pack that the latest data file names; "" when there is none, or several."""
    latest = {_pack_named(file) for file in place.newest_data()}
    return latest.pop() if len(latest) == 1 else ""


def _pack_named(file: Path) -> str:
    """The pack a data file names; "" when it names none or is not there."""
    return read_tree(file).value.text_of("goi") if file.is_file() else ""


def _year(typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4 and int(typed) in _YEARS):
        raise DataError(finding("khoi-tao-nam-sai", nam=typed[:60]))
    return int(typed)


def _level(typed: str, pack: Pack) -> str:
    allowed = pack.manifest.levels
    level = level_within(typed, allowed)
    if level and allowed and level not in allowed:
        raise DataError(
            finding(
                "khoi-tao-cap-sai",
                cap=typed[:60],
                goi=pack.id,
                goi_y=guess(level, allowed),
                cac_cap=", ".join(accepted_levels(allowed)),
            )
        )
    return level


def _parent(file: Path | None, folder: Path) -> str:
    """The parent's profile as the new profile names it: from its own folder."""
    if file is None:
        return ""
    if not file.is_file():
        raise DataError(finding("khoi-tao-thieu-cap-tren", tep=file))
    return seen_from(file, folder)
