"""Where the data files of the units stand: folders and files named on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import DataError, Finding, Severity, Where, finding
from baocao.workplace import PROFILE_FILE, may_hold_data

_HIDDEN = (".", "~")
_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class Sources:
    """The data files, by name, and remarks on what was passed by."""

    files: tuple[Path, ...]
    findings: tuple[Finding, ...] = ()


def find_sources(places: Sequence[Path], *, result: Path | None = None) -> Sources:
    """The data files that `places` are or hold; folders inside a folder are told, not looked into.

    result: the file to be written, which is no input. Raises `DataError` when there is no data file, or a
    place may not be looked into.
    """
    files: dict[str, Path] = {}
    findings: list[Finding] = []
    for place in places:
        for file in _files_of(place, findings):
            if result is None or os.path.abspath(file) != os.path.abspath(result):
                files.setdefault(os.path.abspath(file), file)
    if not files:
        raise DataError(
            (*findings, finding("tong-hop-khong-co-tep", noi=_row(str(place) for place in places)))
        )
    return Sources(tuple(sorted(files.values(), key=lambda file: (file.name, str(file)))), tuple(findings))


def last_years_place(places: Sequence[Path], year: int) -> tuple[Path, ...]:
    """The same places with the year before in the name of one of their folders, when they are there."""
    found = []
    for place in places:
        parts = [part.replace(str(year), str(year - 1)) for part in place.parts]
        other = Path(*parts) if parts else place
        if other != place and other.exists():
            found.append(other)
    return tuple(found)


_NO_FILE = "không phải một tệp, hoặc chỉ là lối tắt tới một tệp không còn"


def _files_of(place: Path, findings: list[Finding]) -> Iterator[Path]:
    if not place.is_dir():
        yield place
        return
    try:
        entries = sorted(place.iterdir(), key=lambda item: item.name)
    except PermissionError:
        reason = "máy không cho phép đọc"
        raise DataError(finding("tep-khong-doc-duoc", Where(str(place)), tep=place, ly_do=reason)) from None
    shown = [item for item in entries if not item.name.startswith(_HIDDEN)]
    data = [item for item in shown if item.is_file() and may_hold_data(item)]
    folders = [item.name for item in shown if item.is_dir()]
    others = [item.name for item in shown if item.is_file() and item not in data]
    for item in shown:
        if not item.is_file() and not item.is_dir():
            findings.append(
                finding(
                    "tep-khong-doc-duoc",
                    Where(str(item)),
                    severity=Severity.WARNING,
                    tep=item,
                    ly_do=_NO_FILE,
                )
            )
    if folders:
        findings.append(finding("tong-hop-thu-muc-con", Where(str(place)), cac_thu_muc=_row(folders)))
    if others:
        findings.append(finding("tong-hop-tep-khac", Where(str(place)), cac_tep=_row(others)))
    yield from (item for item in data if item.name != PROFILE_FILE)


def _row(names: Iterable[str]) -> str:
    several = list(names)
    more = len(several) - _MOST_NAMES
    return ", ".join(several[:_MOST_NAMES]) + (f" và {more} tên khác" if more > 0 else "")
