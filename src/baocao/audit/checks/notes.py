"""Footnotes that hang on other words than they explain."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.audit.checks.amounts import Amount, amount, one, with_unit
from baocao.audit.checks.outcome import Outcome
from baocao.audit.checks.quoting import quoted, remark
from baocao.audit.statements import NoteHost, Quantity, Reading, Relation, Role, Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark, Verdict
from baocao.errors import Severity


def judge_notes(reading: Reading, outcomes: tuple[Outcome, ...]) -> Iterator[Remark]:
    """The notes that rightly break down another number than the one they hang on, or speak of another.

    By their sums only where the two have different units, so that the note cannot be about both.
    """
    homes = _homes(reading, outcomes)
    for host in reading.hosts:
        home = _home(host, homes.get(host.note))
        if home is None or host.figure is None:
            continue
        yield remark(
            reading.document,
            "soat-chu-thich-sai-cho",
            FaultKind.NOTE_PLACE,
            host.figure.spot,
            confidence=Confidence.LIKELY,
            weight=Severity.WARNING,
            others=(home.spot, host.spot),
            so=host.note,
            noi_dung=quoted(reading.document, host.spot, _start(host)),
            dang_o=" ".join(host.figure.text.split()),
            dung=with_unit(home),
        )


def _home(host: NoteHost, home: Amount | None) -> Amount | None:
    """The number that a note belongs to when it is another one than the one before its mark."""
    if host.figure is None:
        return None
    if home is not None and _is_foreign(host.figure, home.quantity, host):
        return home
    at_home = home is not None and home.quantity.spot == host.figure.spot
    return amount(host.meant) if host.meant is not None and not at_home else None


def _homes(reading: Reading, outcomes: tuple[Outcome, ...]) -> dict[str, Amount]:
    """The number of the body that the figures of each note rightly add up to, alone or with other notes."""
    homes: dict[str, Amount] = {}
    for outcome in outcomes:
        statement = outcome.statement
        if statement.kind is not Relation.BREAKDOWN or outcome.verdict is not Verdict.RIGHT:
            continue
        total = one(statement, Role.TOTAL)
        assert total is not None
        for part in statement.all(Role.PART):
            note = reading.document.passages[part.spot.passage].note
            if note and note != reading.document.passages[total.spot.passage].note:
                homes.setdefault(note, total)
    return homes


def _is_foreign(hanging: Quantity, home: Quantity, host: NoteHost) -> bool:
    units = {figure.unit for figure in host.explains} | {home.unit}
    return hanging.spot != home.spot and bool(hanging.unit) and hanging.unit not in units


def _start(host: NoteHost) -> Spot:
    figure = next(iter(host.explains), None)
    return figure.spot if figure else host.spot
