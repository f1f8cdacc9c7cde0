"""A Word file held against the format in one call, for the tests of single rules."""

from __future__ import annotations

from dataclasses import dataclass

from baocao.conformance.case import Checked, Fault
from baocao.conformance.checking import Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import load_profile
from format_rules import model
from format_rules.faults import edited

PROFILE = Profile(*load_profile("nd30-2020"))
MINE = ("PG", "FN", "NM", "QH", "TN", "SZ", "CQ", "SO", "DD", "TL", "TY")


@dataclass(frozen=True)
class Result:
    """What came of one file."""

    checked: Checked

    def broken(self, ident: str) -> list[Fault]:
        """What the rule found wrong."""
        return [fault for fault in self.checked.faults if fault.rule.id == ident]

    def unsure(self, ident: str) -> list[Fault]:
        """What the rule leaves to a person."""
        return [fault for fault in self.checked.unsure if fault.rule.id == ident]

    def told(self, ident: str) -> list[tuple[str, str]]:
        """What was seen and what is wanted, of everything the rule found wrong."""
        return [(fault.seen.seen, fault.seen.wanted) for fault in self.broken(ident)]

    def complaints(self) -> list[str]:
        """What the rules of page and head found wrong, hints left out."""
        return [
            f"{fault.rule.id}: {fault.seen.seen} / {fault.seen.wanted}"
            for fault in self.checked.faults
            if fault.rule.id.startswith(MINE) and fault.rule.weight.value != "nen_xem"
        ]


def checked(data: bytes, unit: UnitFacts | None = None, profile: Profile = PROFILE) -> Result:
    """The file held against the format."""
    paper = read_paper(data, "van-ban.docx")
    return Result(judge(paper, find_parts(paper, profile.format), profile, unit=unit))


Edit = tuple[str, str, str]


def told(*edits: Edit, unit: UnitFacts | None = None) -> Result:
    """The model report with some edits, held against the format."""
    return checked(model.packed(edited(edits)), unit)
