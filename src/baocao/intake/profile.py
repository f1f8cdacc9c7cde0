"""The unit profile and the profiles of the units above it, as the files name one another (`cap_tren`)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.errors import Finding, Where, finding
from baocao.intake.raw import Literal, RawValue
from baocao.source.files import read_tree
from baocao.source.raw import Reading, nothing

LONGEST_NAME = 1000
"""Characters of a file's name in the data; a longer one is some other text."""

PARENT = "cap_tren"


@dataclass(frozen=True, slots=True)
class Profiles:
    """A unit's profile with those above it.

    folders: of the profile's own file ("" for one that stands inline), then of its parents' files, nearest
    first, each once; none when there is no file at all. parents: nearest first.
    """

    unit: RawValue
    folders: tuple[str, ...] = ()
    parents: tuple[RawValue, ...] = ()
    findings: tuple[Finding, ...] = ()


def read_profiles(named: RawValue | None, folder: Path, unit_path: Path | str | None) -> Profiles:
    """The profile that the data file names or holds (`named`), or the one at `unit_path`, with its parents.

    folder: of the data file, where names in it are looked for.
    """
    if unit_path is not None:
        return _from_file(Path(unit_path), None)
    if named is None or named.blank:
        return Profiles(nothing("").value)
    if named.literal is Literal.MAP:
        return _with_parents(Reading(named), folder, ())
    if not 0 < len(named.text) <= LONGEST_NAME:
        return Profiles(nothing("").value, findings=(bad_name(named, "don_vi", "don-vi.yaml"),))
    return _from_file(folder / named.text, named.where)


class Above:
    """The profiles above units whose own ones stand in one data file; each is read once.

    folder: of the data file.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str | None, Profiles] = {}

    def tell(self, unit: RawValue) -> tuple[Finding, ...]:
        """What is to be said of the profiles above this one; it is not told again."""
        found = self.profiles(unit)
        self._known[_above(unit)] = replace(found, findings=())
        return found.findings

    def profiles(self, unit: RawValue) -> Profiles:
        """A unit's profile with those above it."""
        key = _above(unit)
        known = self._known.get(key)
        if known is not None:
            return replace(known, unit=unit)
        found = _with_parents(Reading(unit), self.folder, ())
        if not found.findings:
            self._known[key] = found
        return found


def _above(unit: RawValue) -> str | None:
    """The name of the file of the profile above; None for what is no name."""
    named = unit.children.get(PARENT)
    if named is None or named.blank:
        return ""
    return named.text if named.text else None


def table(reading: Reading, file: str) -> Reading:
    """The reading, refused when the file is not a mapping or has no entries."""
    if not reading.readable or reading.value.children:
        return reading
    if reading.value.literal is Literal.MAP:
        return nothing(file, *reading.findings, finding("tep-rong", reading.value.where, tep=file))
    return nothing(file, *reading.findings, finding("tep-khong-phai-bang", reading.value.where, tep=file))


def bad_name(named: RawValue, key: str, example: str) -> Finding:
    """The finding for an entry that should name a file and does not."""
    return finding("ten-tep-sai", named.where.but(key=key), muc=key, vi_du=example)


def _from_file(path: Path, named_at: Where | None) -> Profiles:
    reading = _profile(path, named_at, "don_vi", "don-vi-thieu")
    return _with_parents(reading, path.parent, (path,))


def _profile(path: Path, named_at: Where | None, key: str, lacking: str) -> Reading:
    """A unit profile; a missing or empty one (code `lacking`) is told apart from a data file."""
    reading = table(read_tree(path, named_at), str(path))
    place = named_at or Where(str(path))
    if "so_lieu" in reading.value.children:
        return nothing(str(path), finding("don-vi-la-so-lieu", place, tep=path.name, muc=key))
    lacks = [item for item in reading.findings if item.code in ("tep-rong", "tep-khong-co")]
    if lacks:
        hint = dict(lacks[0].facts).get("goi_y", "")
        return nothing(
            str(path), finding(lacking, place, tep=path.name, thu_muc=path.parent, muc=key, goi_y=hint)
        )
    return reading


def _with_parents(own: Reading, folder: Path, files: tuple[Path, ...]) -> Profiles:
    """A profile with all above it; `folder` is where its own `cap_tren` is looked for."""
    findings = list(own.findings)
    above = list(_parents(own.value, folder, [_real(path) for path in files], findings))
    found = (*files, *(path for path, _ in above))
    inline = ("",) if found and not files else ()
    folders = dict.fromkeys((*inline, *(str(path.parent) for path in found)))
    return Profiles(own.value, tuple(folders), tuple(raw for _, raw in above), tuple(findings))


def _parents(
    unit: RawValue, folder: Path, seen: list[Path], findings: list[Finding]
) -> Iterator[tuple[Path, RawValue]]:
    """The profiles above, nearest first, until one names none, cannot be read or stands below already."""
    named = unit.children.get(PARENT)
    while named is not None and not named.blank:
        place = named.where.but(key=named.where.key or PARENT)
        if not 0 < len(named.text) <= LONGEST_NAME:
            findings.append(bad_name(named, PARENT, "../tinh/don-vi.yaml"))
            return
        path = _tidy(folder / named.text)
        if _real(path) in seen:
            findings.append(finding("cap-tren-vong", place, tep=path))
            return
        reading = _profile(path, place, PARENT, "cap-tren-thieu")
        findings += reading.findings
        if not reading.readable:
            return
        yield path, reading.value
        seen.append(_real(path))
        named, folder = reading.value.children.get(PARENT), path.parent


def _tidy(path: Path) -> Path:
    """The path without steps back ("xa/../tinh"), as long as it leads to the same file."""
    straight = Path(os.path.normpath(path))
    return straight if _real(straight) == _real(path) else path


def _real(path: Path) -> Path:
    """The file a name leads to, so that one file under two names is known again."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path.absolute()
