"""What a file says, before anybody judges it: text with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from baocao.errors import Finding
from baocao.source.raw import FormOrigin, Literal, RawValue

if TYPE_CHECKING:
    from baocao.intake.year_files import YearFiles

__all__ = ["FormOrigin", "Literal", "RawRecord", "RawValue", "RawYear"]


@dataclass(frozen=True, slots=True)
class RawYear:
    """The figures of one year of a series. figures: its `so_lieu`. whole: its file, if it is one.

    found: the file was found by itself, nobody named it.
    """

    figures: RawValue
    whole: RawValue | None = None
    found: bool = False


@dataclass(frozen=True, slots=True)
class RawRecord:
    """The data of one unit and period as typed: the report's file and the files it names.

    main: the whole data file (a mapping; the literal `NULL` when the file could not be read). unit: the unit
    profile (`NULL` likewise, or when none is named). parents: the profiles above it (`cap_tren`), nearest
    first. previous: last year's `so_lieu`, when given. previous_file: the whole of last year's file, when it
    is a file. previous_found: that file was found by itself, nobody named it. years: the figures of other
    years for a series, earliest first; year_files: the files that may hold further ones, not read yet
    (`intake.years`); year_reader reads them. unit_folders: folder of the unit profile's file, then of its
    parents', nearest first; the own templates of each stand below it. A profile that stands inline has no
    folder.
    form: what the file was made for, when it is a filled Excel form.
    findings: faults met while reading (encoding, broken YAML, duplicate keys, a named file that is missing).
    """

    file: str
    main: RawValue
    unit: RawValue
    previous: RawValue | None = None
    previous_file: RawValue | None = None
    parents: tuple[RawValue, ...] = ()
    unit_folders: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    previous_found: bool = False
    years: Mapping[int, RawYear] = field(default_factory=dict)
    form: FormOrigin | None = None
    year_files: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    year_reader: YearFiles | None = field(default=None, compare=False, repr=False)
