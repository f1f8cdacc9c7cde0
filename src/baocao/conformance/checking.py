"""The corridor: the bytes of a .docx -> what its format breaks (`Checked`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from baocao.conformance.case import RULES, Case, Checked, Fault, Seen, State
from baocao.conformance.paper import Paper
from baocao.conformance.parts import Issuer, Parts
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import Format
from baocao.formats.rules import RuleText, Scope
from baocao.model.house_format import Waiver

__all__ = ["Checked", "Fault", "Profile", "Waiver", "judge"]


_OUTSIDE = {Issuer.PARTY: ("QH01", "van_ban_dang"), Issuer.OTHER: ("SO06", "van_ban_quy_pham")}
"""Documents that follow another format: the rule that says so, and its parameter with what they are."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A format with its rules: the numbers, the rule texts by id."""

    format: Format
    rules: Mapping[str, RuleText]


def judge(
    paper: Paper,
    parts: Parts,
    profile: Profile,
    *,
    unit: UnitFacts | None = None,
    electronic: bool | None = None,
    waivers: Sequence[Waiver] = (),
) -> Checked:
    """Ask every rule of the profile; none of a document that follows another format (`Checked.outside`).

    Raises `KeyError` for a rule of the profile without a function.
    """
    import baocao.conformance.rules  # noqa: F401  (registers them)

    ident, parameter = _OUTSIDE.get(parts.issuer, ("", ""))
    if ident in profile.rules:
        return _of_another_format(paper, parts, profile, profile.rules[ident], parameter)
    reasons = {waiver.rule: waiver.reason for waiver in waivers}
    told: list[Fault] = []
    held: dict[str, int] = {}
    absent: list[str] = []
    for ident, text in profile.rules.items():
        if text.scope is Scope.FILE:
            seen = tuple(RULES[ident](Case(paper, parts, profile.format, text, unit, electronic)))
            told += [Fault(text, one, reasons.get(ident, "")) for one in seen if one.state is not State.HELD]
            held[ident] = sum(one.state is State.HELD for one in seen)
            absent += [] if seen else [ident]
    faults, unsure = _in_state(told, State.BROKEN), _in_state(told, State.UNSURE)
    return Checked(paper, parts, profile.format, faults, unsure, held, tuple(absent))


def _in_state(told: Sequence[Fault], state: State) -> tuple[Fault, ...]:
    return tuple(fault for fault in told if fault.seen.state is state)


def _of_another_format(
    paper: Paper, parts: Parts, profile: Profile, text: RuleText, parameter: str
) -> Checked:
    """One word for a person: what the document is, and what it follows instead."""
    what, instead = (str(text.parameters[parameter][key]) for key in ("la", "theo"))
    seen = Seen(next(iter(parts.so_ky_hieu), None), State.UNSURE, what, instead)
    outside = f"{what} {instead}"
    return Checked(paper, parts, profile.format, (), (Fault(text, seen),), {}, tuple(profile.rules), outside)
