"""Every statement of a reading judged, and its faults as remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from baocao.audit.checks.changes import judge_change, judge_rank
from baocao.audit.checks.complements import judge_complement
from baocao.audit.checks.culprits import Weighing, without_misreadings
from baocao.audit.checks.dates import judge_days, judge_impossible, judge_plans
from baocao.audit.checks.documents import judge_documents
from baocao.audit.checks.nearby import Nearby
from baocao.audit.checks.notes import judge_notes
from baocao.audit.checks.outcome import Outcome
from baocao.audit.checks.quoting import short_place
from baocao.audit.checks.rates import judge_share
from baocao.audit.checks.restated import judge_same
from baocao.audit.checks.sums import judge_breakdown
from baocao.audit.checks.targets import Targets
from baocao.audit.checks.telling import tell
from baocao.audit.document import Document
from baocao.audit.statements import Quantity, Reading, Relation, Role, Statement
from baocao.audit.verdicts import Judged, Remark, Verdict


def judge(reading: Reading) -> tuple[tuple[Judged, ...], tuple[Remark, ...]]:
    """The statements judged in the order of the text, and every fault of the figures, dates and documents."""
    outcomes = tuple(_with_proved(reading.document, without_misreadings(_outcomes(reading))))
    remarks = [*_of_figures(reading, outcomes), *_of_the_rest(reading, outcomes)]
    judged = (Judged(item.statement, item.verdict, item.arithmetic) for item in outcomes)
    return tuple(sorted(judged, key=_place)), tuple(remarks)


def _place(item: Judged) -> tuple[int, int]:
    return item.statement.spot.passage, item.statement.spot.start


def _with_proved(document: Document, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
    """The outcomes; a rate that cannot be checked is right when it is right of the same elsewhere."""
    known = tuple(outcomes)
    proved: dict[object, list[Statement]] = {}
    for item in known:
        rate = item.statement.one(Role.RATE)
        if item.verdict is Verdict.RIGHT and rate is not None and item.statement.one(Role.BASE) is not None:
            proved.setdefault((rate.value, rate.places), []).append(item.statement)
    for item in known:
        rate = item.statement.one(Role.RATE)
        if item.verdict is Verdict.UNVERIFIABLE and rate is not None:
            same = (other for other in proved.get((rate.value, rate.places), ()) if _is_of_one(rate, other))
            if (other := next(same, None)) is not None:
                words = (
                    f"cùng tỷ lệ {' '.join(rate.text.split())} đã khớp ở {short_place(document, other.spot)}"
                )
                item = replace(item, verdict=Verdict.RIGHT, arithmetic=words, fault=None)
        yield item


def _is_of_one(rate: Quantity, other: Statement) -> bool:
    """Whether an equal rate is told of one thing: told to two decimals, or with the same meaning."""
    meant = [figure.concepts for role, figure in other.quantities if role is not Role.BASE]
    return rate.places > 1 or not rate.concepts.isdisjoint(frozenset[str]().union(*meant))


def _outcomes(reading: Reading) -> Iterator[Outcome]:
    nearby, targets = Nearby(reading), Targets(reading.document)
    for statement in reading.statements:
        outcome = _outcome(statement, reading, nearby)
        if outcome is None:
            continue
        rate = statement.one(Role.RATE)
        if outcome.verdict is Verdict.UNVERIFIABLE and rate is not None and targets.holds(rate):
            outcome = replace(outcome, fault=None)
        yield outcome


def _outcome(statement: Statement, reading: Reading, nearby: Nearby) -> Outcome | None:
    match statement.kind:
        case Relation.SHARE:
            return judge_share(statement, nearby)
        case Relation.CHANGE:
            return judge_change(statement, _words(reading.document, statement))
        case Relation.BREAKDOWN:
            return judge_breakdown(statement, reading.document)
        case Relation.COMPLEMENT:
            return judge_complement(statement)
        case Relation.SAME:
            return judge_same(statement)
        case Relation.RANK:
            return judge_rank(statement)


def _words(document: Document, statement: Statement) -> str:
    spot = statement.spot
    return document.passages[spot.passage].text[spot.start : spot.end]


def _of_figures(reading: Reading, outcomes: tuple[Outcome, ...]) -> Iterator[Remark]:
    weighing = Weighing(outcomes)
    for culprit in weighing.culprits():
        yield tell(reading.document, culprit, weighing)


def _of_the_rest(reading: Reading, outcomes: tuple[Outcome, ...]) -> Iterator[Remark]:
    document = reading.document
    yield from judge_days(document, reading.days, reading.citations)
    yield from judge_impossible(document, reading.impossible)
    yield from judge_plans(document, reading.citations)
    yield from judge_documents(document, reading.citations)
    yield from judge_notes(reading, outcomes)
