"""What the audit finds in a part of the corpus, counted by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from corpus_kit import Weighed, cases, document, weigh

from baocao.audit.auditing import audit
from baocao.audit.verdicts import FaultKind


@dataclass
class Tally:
    """Counts of one part. planted, found: faults; correct, alarms: remarks; read: statements judged right."""

    cases: int = 0
    clean: int = 0
    planted: Counter[FaultKind] = field(default_factory=Counter)
    found: Counter[FaultKind] = field(default_factory=Counter)
    correct: Counter[FaultKind] = field(default_factory=Counter)
    alarms: Counter[FaultKind] = field(default_factory=Counter)
    right: int = 0
    read: int = 0

    def add(self, one: Weighed) -> None:
        """Count a case."""
        self.cases += 1
        self.clean += all(fault.kind is FaultKind.UNVERIFIABLE for fault in one.case.faults)
        self.planted.update(fault.kind for fault in one.case.faults)
        self.found.update(fault.kind for fault in one.found)
        self.correct.update(remark.kind for remark in one.correct)
        self.alarms.update(remark.kind for remark in one.alarms)
        self.right += one.case.right
        self.read += min(one.right, one.case.right)

    def precision(self, kinds: Iterable[FaultKind] = FaultKind) -> Decimal | None:
        """Remarks that tell a planted fault, of all remarks of these kinds."""
        told = list(kinds)
        good = sum(self.correct[kind] for kind in told)
        return share(good, good + sum(self.alarms[kind] for kind in told))

    def recall(self, kinds: Iterable[FaultKind] = FaultKind) -> Decimal | None:
        """Planted faults of these kinds that were found."""
        asked = list(kinds)
        return share(sum(self.found[kind] for kind in asked), sum(self.planted[kind] for kind in asked))


def share(part: int, whole: int) -> Decimal | None:
    """part / whole, rounded to two decimals; None of nothing."""
    return (Decimal(part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


def measured(part: str) -> tuple[Tally, list[Weighed]]:
    """A part of the corpus, audited."""
    tally, all_ = Tally(), []
    for case in cases(part):
        one = weigh(case, audit(document(case)))
        tally.add(one)
        all_.append(one)
    return tally, all_
