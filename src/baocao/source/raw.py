"""One value as typed, with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from baocao.errors import Finding, Where
from baocao.quick import quick_dataclass


class Literal(StrEnum):
    """What the file format itself says of a value."""

    TEXT = "text"  # typed as text, or quoted
    NUMBER = "number"  # an unquoted YAML scalar that looks like a number: typed by a person
    EXACT = "exact"  # a number of the format's own (JSON, a numeric Excel cell): the dot is the decimal point
    BOOL = "bool"
    NULL = "null"
    MAP = "map"
    LIST = "list"


@quick_dataclass(frozen=True, slots=True)
class RawValue:
    """One value as typed (text in NFC), a mapping or a sequence of such, with its address.

    `where` of a mapping's entry is the line of its key, so that a finding points at what was typed.
    from_1904: a number of a workbook whose dates count from 1904, not from 1900. written: in a cell that a
    program fills, so that a number in it as text is nobody's slip. beside: the
    cell of the total or the money unit that stands behind the number in a text put together, or says what
    the number says anyhow («đồng»). unit_at: the blank cell that takes the money unit of the number.
    """

    value: str | dict[str, RawValue] | tuple[RawValue, ...] | None
    where: Where
    literal: Literal
    from_1904: bool = False
    written: bool = False
    beside: Where | None = None
    unit_at: Where | None = None

    @property
    def children(self) -> Mapping[str, RawValue]:
        """The entries of a mapping; empty for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> tuple[RawValue, ...]:
        """The items of a sequence; empty for anything else."""
        return self.value if isinstance(self.value, tuple) else ()

    @property
    def text(self) -> str:
        """The text of a scalar; empty for null, mapping and sequence."""
        return self.value if isinstance(self.value, str) else ""

    def text_of(self, name: str) -> str:
        """The text of an entry of a mapping without blanks around it; "" when there is none."""
        entry = self.children.get(name)
        return "" if entry is None else entry.text.strip()

    @property
    def blank(self) -> bool:
        """Whether nothing was typed: null, an empty text, an empty mapping or sequence."""
        return not (self.value.strip() if isinstance(self.value, str) else self.value)


@dataclass(frozen=True, slots=True)
class FormOrigin:
    """What an Excel form was made for, as it says itself.

    pack, version: id and version of the pack. form_version: of the way forms are laid out. where: the form.
    unit: the name of the unit it was made for, "" when it does not say. period: the label of its period.
    before: last year's figures in its cells, where a file of last year's is named beside them.
    """

    pack: str
    version: str
    form_version: int
    where: Where
    unit: str = ""
    period: str = ""
    before: RawValue | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says. `value` has the literal `NULL` when nothing could be read.

    form: what the file was made for, when it is a filled form.
    """

    value: RawValue
    findings: tuple[Finding, ...] = ()
    form: FormOrigin | None = None

    @property
    def readable(self) -> bool:
        """Whether there is anything to judge."""
        return self.value.literal is not Literal.NULL


def nothing(file: str, *findings: Finding) -> Reading:
    """The reading of a file that cannot be read."""
    return Reading(RawValue(None, Where(file), Literal.NULL), findings)
