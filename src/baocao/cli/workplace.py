"""Commands inside a unit's working folder: which data file is meant, and where its report goes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from baocao.errors import DataError, Finding, Where, finding
from baocao.workplace import NOTEPAD_SUFFIX, WORDS_SUFFIX, Workplace, find_workplace, in_shell, name_of

_EVERY_REPORT = " Soát mọi báo cáo trong thư mục: baocao soat {mau}"
_MOST_NAMED = 6
"""So many data files are named when there are too many to choose from."""
_REASONS = {NOTEPAD_SUFFIX: f"tên có đuôi {NOTEPAD_SUFFIX}", WORDS_SUFFIX: "không mở đầu bằng dòng «---»"}
"""Why a file was passed over, by its suffix."""
_REMEDIES = {
    WORDS_SUFFIX: "mở tệp .md ấy, để các mục khai báo (goi, ky, …) ở đầu tệp, giữa hai dòng «---»",
    NOTEPAD_SUFFIX: "đổi tên tệp .txt ấy, bỏ đuôi .txt",
}
"""What makes such a file one of data."""


class ChosenData(NamedTuple):
    """A data file. newest: whether it was chosen, not named. remarks: what is told of that choice."""

    file: Path
    newest: bool = False
    remarks: tuple[Finding, ...] = ()


def chosen_data(named: Path | None, command: str) -> ChosenData:
    """The data file that is named, else the newest of the working folder around the folder that is named or
    around the current one, with a remark on files at least as new that were meant as data.

    command: for the advice. Raises `DataError` when none is named outside a working folder, and when the
    working folder has no newest one.
    """
    if named is not None and not os.path.isdir(named):
        return ChosenData(named)
    place = find_workplace(named or Path())
    if place is None:
        raise DataError(_none_around(named, command))
    newest = place.newest_data()
    if not newest:
        raise DataError(_nothing_in(place))
    if len(newest) > 1:
        raise DataError(_several(place, newest, command))
    return ChosenData(newest[0], True, _on_passed_over(place, newest[0]))


def _nothing_in(place: Workplace) -> Finding:
    """A folder of data without a data file; files that were meant as such are named."""
    root, meant = in_shell(place.root), place.passed_over()
    if not meant:
        return finding("so-lieu-chua-co", thu_muc=place.data_folder, goc=root)
    return finding("so-lieu-bo-qua", thu_muc=place.data_folder, goc=root, cac_tep=_with_reasons(place, meant))


def _on_passed_over(place: Workplace, data: Path) -> tuple[Finding, ...]:
    """What to tell when the newest data file was chosen although one at least as new was meant as data."""
    newer = place.newer_passed_over(data)
    if not newer:
        return ()
    suffixes = {file.suffix.lower() for file in newer}
    remedies = "; ".join(words for suffix, words in _REMEDIES.items() if suffix in suffixes)
    where = Where(str(data))
    named = _with_reasons(place, newer)
    return (finding("so-lieu-moi-bo-qua", where, cac_tep=named, tep=data, cach_sua=remedies),)


def _with_reasons(place: Workplace, files: Sequence[Path]) -> str:
    """Files that were passed over, each with the reason in words."""
    named = [f"{place.name_of(file)} ({_REASONS[file.suffix.lower()]})" for file in files[:_MOST_NAMED]]
    left = len(files) - len(named)
    return "; ".join(named) + (f" và {left:02d} tệp khác" if left else "")


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
    from baocao.packs.finder import FIRST_PACK, list_packs

    place = None if named else find_workplace(Path())
    used = named or (pack_in_use(place) if place else "")
    packs = () if used else list_packs(folders)
    if len(packs) > 1:
        names = [pack.id for pack in packs]
        raise DataError(finding("chua-neu-goi", lenh=command, vi_du=FIRST_PACK, cac_goi=", ".join(names)))
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
