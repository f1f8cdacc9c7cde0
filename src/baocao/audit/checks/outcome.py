"""What a check finds of one statement, before the faults of all statements are weighed against each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from baocao.audit.checks.claims import Claim
from baocao.audit.statements import Quantity, Spot, Statement
from baocao.audit.verdicts import Confidence, FaultKind, Verdict
from baocao.errors import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a statement. at: the number to mark. heaviest: what it may weigh at most.

    facts: the holes of the message `code`, without those that every message has (`trich`, `goi_y`).
    is_absurd: what the other numbers ask for cannot be meant either, so it is not offered as a repair.
    """

    kind: FaultKind
    code: str
    at: Spot
    facts: Mapping[str, str] = field(default_factory=dict)
    heaviest: Severity = Severity.ERROR
    surest: Confidence = Confidence.SURE
    is_absurd: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A statement judged. claim: what must hold between its figures, None when nothing can be computed.

    rival: the figure that has one meaning only ("đạt 98,09%"): when another statement about it is right,
    this one was misread. loose: what must hold at least, where the claim asks for more. if_slip: the fault
    to tell when one slip of the keyboard explains it.
    """

    statement: Statement
    verdict: Verdict
    arithmetic: str
    claim: Claim | None = None
    fault: Fault | None = None
    rival: Quantity | None = None
    loose: Claim | None = None
    if_slip: Fault | None = None
