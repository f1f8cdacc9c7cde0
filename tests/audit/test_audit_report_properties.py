"""Reports that baocao makes from consistent data are right; a figure altered afterwards is told."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from altering import altered, broken, figures_of, right
from hypothesis import given, settings
from hypothesis import strategies as st
from report_kit import SAMPLES, report

from baocao.audit.auditing import audit
from baocao.audit.document import Document
from baocao.audit.reading.read_docx import read_docx
from baocao.audit.verdicts import Audit, FaultKind, Remark
from baocao.produce import produce

SEEDS = st.integers(0, 10**6)
REPORTS, EACH = 15, 8
TOLD = 0.9
"""How much is told. The rest: a breakdown or a rate that is only read when it agrees."""
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


@settings(max_examples=25)
@given(SEEDS)
def test_a_report_of_consistent_data_gets_no_arithmetic_remark(seed: int) -> None:
    _, audited = made(seed)
    assert [remark.finding.text for remark in arithmetic(audited)] == []
    assert right(audited)


@pytest.mark.parametrize(
    "data",
    [
        "phuong-mot-khoi/so-lieu/2024.yaml",
        "phuong-mot-khoi/so-lieu/2025.yaml",
        "xa-mau/2025.yaml",
        "xa-mau-rieng/so-lieu/2025.yaml",
        "huyen-mau/so-lieu/2024/tong-hop.yaml",
    ],
)
def test_the_reports_of_the_samples_get_no_arithmetic_remark(data: str) -> None:
    made_of = produce(SAMPLES / data, draft=True).to_bytes()
    audited = audit(read_docx(made_of, "bao-cao.docx"))
    assert [remark.finding.text for remark in arithmetic(audited)] == []


def changes(seed: int) -> list[tuple[Document, str]]:
    """Copies of a report with a digit altered, each with a statement that held and no longer does."""
    document, audited = made(seed)
    statements, random = right(audited), Random(seed)
    found = []
    for spot in random.sample(figures_of(statements), min(EACH, len(figures_of(statements)))):
        changed = altered(document, spot, random)
        depending = list(broken(statements, spot, changed[1])) if changed else []
        if changed and depending:
            words = changed[0].passages[spot.passage].text
            found.append((changed[0], f"{depending[0].phrasing}: {words}"))
    return found


def test_an_altered_figure_is_told_wherever_a_statement_depends_on_it() -> None:
    every = [change for seed in range(REPORTS) for change in changes(seed)]
    untold = [words for other, words in every if not arithmetic(audit(other))]
    assert len(every) > 4 * REPORTS
    assert len(untold) <= (1 - TOLD) * len(every), "\n".join(untold)
