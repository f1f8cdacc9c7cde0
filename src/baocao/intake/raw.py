"""What a file says, before anybody judges it: text with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from baocao.errors import Finding, Where


class Literal(StrEnum):
    """What the file format itself says of a value."""

    TEXT = "text"  # typed as text, or quoted
    NUMBER = "number"  # an unquoted YAML scalar that looks like a number: typed by a person
    EXACT = "exact"  # a number of the format's own (JSON, a numeric Excel cell): the dot is the decimal point
    BOOL = "bool"
    NULL = "null"
    MAP = "map"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class RawValue:
    """One value as typed (text in NFC), a mapping or a sequence of such, with its address."""

    value: str | None | Mapping[str, RawValue] | tuple[RawValue, ...]
    where: Where
    literal: Literal

    @property
    def children(self) -> Mapping[str, RawValue]:
        """The entries of a mapping; empty for anything else."""
        return self.value if isinstance(self.value, Mapping) else {}

    @property
    def items(self) -> tuple[RawValue, ...]:
        """The items of a sequence; empty for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def text(self) -> str:
        """The text of a scalar; empty for null, mapping and sequence."""
        return self.value if isinstance(self.value, str) else ""


@dataclass(frozen=True, slots=True)
class RawRecord:
    """The data of one unit and period as typed: the report's file and the files it names.

    main: the whole data file (a mapping). unit: the unit profile. previous: last year's `so_lieu`, when given.
    unit_folder: folder of the unit profile's file ("" when inline); the unit's own templates stand below it.
    findings: faults met while reading (encoding, broken YAML, duplicate keys, a named file that is missing).
    """

    file: str
    main: RawValue
    unit: RawValue
    previous: RawValue | None = None
    unit_folder: str = ""
    findings: tuple[Finding, ...] = ()
