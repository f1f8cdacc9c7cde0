"""Reports that baocao makes from consistent data are right; a figure altered afterwards is told."""

from __future__ import annotations

from functools import cache
from random import Random

from altering import altered, broken, figures_of, right
from hypothesis import given, settings
from hypothesis import strategies as st
from report_kit import report

from baocao.audit.auditing import audit
from baocao.audit.document import Document
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.verdicts import Audit, FaultKind, Remark

SEEDS = st.integers(0, 10**6)
ARITHMETIC = {
    FaultKind.RATE,
    FaultKind.TRUNCATED,
    FaultKind.NO_BASE,
    FaultKind.SUM,
    FaultKind.DIFFERENCE,
    FaultKind.DIRECTION,
    FaultKind.RANK,
    FaultKind.LEVEL,
    FaultKind.NOTE,
    FaultKind.COMPLEMENT,
    FaultKind.SAME,
    FaultKind.TABLE,
    FaultKind.POINTS,
    FaultKind.HEDGE,
}


@cache
def made(seed: int) -> tuple[Document, Audit]:
    document = read_docx(report(seed), "bao-cao.docx")
    return document, audit(document)


def arithmetic(audited: Audit) -> list[Remark]:
    return [remark for remark in audited.remarks if remark.kind in ARITHMETIC]


@settings(max_examples=40)
@given(SEEDS)
def test_a_report_of_consistent_data_gets_no_arithmetic_remark(seed: int) -> None:
    _, audited = made(seed)
    assert [remark.finding.text for remark in arithmetic(audited)] == []
    assert right(audited)


@settings(max_examples=120)
@given(st.integers(0, 60), SEEDS)
def test_an_altered_figure_is_told_wherever_a_statement_depends_on_it(seed: int, luck: int) -> None:
    document, audited = made(seed)
    statements, random = right(audited), Random(luck)
    spot = random.choice(figures_of(statements))
    changed = altered(document, spot, random)
    if changed is None:
        return
    other, value = changed
    depending = list(broken(statements, spot, value))
    if depending:
        words = document.passages[spot.passage].text
        assert arithmetic(audit(other)), (words[spot.start : spot.end], value, words, depending[0].phrasing)
