"""What a rule is given and what it gives back, and the register of all rules by their ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from baocao.conformance.mends import Mend
from baocao.conformance.paper import Line, Paper, Paragraph, Section, Table
from baocao.conformance.parts import Parts
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import Format
from baocao.formats.rules import RuleText


class State(StrEnum):
    """What a rule says of one thing it looked at."""

    HELD = "dung"
    BROKEN = "sai"
    UNSURE = "chua_ro"


Subject = Line | Paragraph | Section | Table | None


@dataclass(frozen=True, slots=True)
class Seen:
    """One observation of one rule. seen, wanted: in the words of a clerk ("cỡ 15", "cỡ 13 đến 14"); for an
    unsure one `wanted` says what a person has to look at. mends: what would put it right, nothing when only a
    person can. start, end: the words of the paragraph it is about, 0 and 0 for all of the subject.
    """

    subject: Subject
    state: State
    seen: str = ""
    wanted: str = ""
    mends: tuple[Mend, ...] = ()
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """A document before its rules. text: the entry of the rule that is being asked, with its parameters.

    unit: what the profile of the unit says, None when there is none. electronic: whether the document is
    issued as a file (True), on paper (False); None when nobody said.
    """

    paper: Paper
    parts: Parts
    format: Format
    text: RuleText
    unit: UnitFacts | None = None
    electronic: bool | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """What one rule has against one thing. waived: the unit's reason when it does not follow the rule."""

    rule: RuleText
    seen: Seen
    waived: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """A document after its rules. held: how many things each rule found right. absent: ids of the rules that
    had nothing to look at. format: what it was held against. outside: why the format does not apply to the
    document at all, "" when it does; then no rule was asked and `unsure` holds that one word.
    """

    paper: Paper
    parts: Parts
    format: Format
    faults: tuple[Fault, ...]
    unsure: tuple[Fault, ...]
    held: Mapping[str, int]
    absent: tuple[str, ...]
    outside: str = ""

    @property
    def mendable(self) -> tuple[Fault, ...]:
        """The faults, and what is unsure but has a mend that harms nothing when all was right already."""
        return (*self.faults, *(one for one in self.unsure if one.seen.mends))


Rule = Callable[[Case], Iterable[Seen]]
_RULES: dict[str, Rule] = {}
RULES: Mapping[str, Rule] = MappingProxyType(_RULES)
"""Every rule function by its id. Filled by importing `baocao.conformance.rules`."""


def rule(ident: str) -> Callable[[Rule], Rule]:
    """Register the function that answers the rule `ident`."""

    def register(function: Rule) -> Rule:
        if ident in _RULES:
            raise ValueError(f"two functions for {ident}")
        _RULES[ident] = function
        return function

    return register
