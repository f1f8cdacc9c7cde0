"""Commands inside a unit's working folder: which data file is meant, and where its report goes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from baocao.errors import DataError, Finding, Where, finding
from baocao.workplace import Workplace, find_workplace, in_shell, name_of

_EVERY_REPORT = " Soát mọi báo cáo trong thư mục: baocao soat {mau}"
_MOST_NAMED = 6
"""So many data files are named when there are too many to choose from."""


def data_file(named: Path | None, command: str) -> Path:
    """The data file that is named, else the newest of the working folder around the folder that is named or
    around the current one.

    command: for the advice. Raises `DataError` when none is named outside a working folder, and when the
    working folder has no newest one.
    """
    if named is not None and not os.path.isdir(named):
        return named
    place = find_workplace(named or Path())
    if place is None:
        raise DataError(_none_around(named, command))
    newest = place.newest_data()
    if not newest:
        raise DataError(finding("so-lieu-chua-co", thu_muc=place.data_folder, goc=in_shell(place.root)))
    if len(newest) > 1:
        raise DataError(_several(place, newest, command))
    return newest[0]


def result_file(data: Path, name: str) -> Path:
    """Where a report called `name` goes: the folder of results of the data file's working folder, which is
    made when it is missing; outside a working folder the current folder.
    """
    from baocao.output import make_folder

    place = find_workplace(data.parent)
    if place is None or not place.keeps_results:
        return Path(name)
    make_folder(place.result_folder)
    return place.result_folder / name


def unit_folders(start: Path | None = None) -> tuple[str, ...]:
    """The folder of the unit in whose working folder `start` lies, and those of its parents; () outside.

    start: the current folder when it is left out.
    """
    from baocao.intake.profile import read_profiles

    place = find_workplace(start or Path())
    return read_profiles(None, Path(), place.profile).folders if place else ()


def pack_name(named: str, command: str, folders: Sequence[str]) -> str:
    """The pack that is named, else that of the working folder's newest data, else the only one there is.

    command: for the advice. folders: of the unit and its parents. Raises `DataError` when there are several.
    """
    from baocao.authoring.start import pack_in_use
    from baocao.packs.finder import list_packs

    place = None if named else find_workplace(Path())
    used = named or (pack_in_use(place) if place else "")
    packs = () if used else list_packs(folders)
    if len(packs) > 1:
        names = [pack.id for pack in packs]
        raise DataError(finding("chua-neu-goi", lenh=command, vi_du=names[0], cac_goi=", ".join(names)))
    return used or packs[0].id


def _none_around(named: Path | None, command: str) -> Finding:
    if named is None:
        return finding("chua-neu-so-lieu", lenh=command)
    hint = _EVERY_REPORT.format(mau=in_shell(named / "*.docx")) if command == "soat" else ""
    return finding("khong-la-thu-muc-lam-viec", Where(name_of(named)), goi_y=hint)


def _several(place: Workplace, files: tuple[Path, ...], command: str) -> Finding:
    names = ", ".join(map(place.name_of, files[:_MOST_NAMED]))
    rest = len(files) - _MOST_NAMED
    return finding(
        "so-lieu-nhieu-tep",
        thu_muc=place.data_folder,
        so=f"{len(files):02d}",
        cac_tep=f"{names} và {rest} tệp khác" if rest > 0 else names,
        lenh=command,
        vi_du=files[0].as_posix(),
    )
