"""The corpus is what it says, and the audit is at least as good on it as it was when last measured."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest
from corpus_kit import BUILD, HELD_OUT, Case, cases, document
from corpus_tally import Tally, measured

from baocao.audit.verdicts import FaultKind
from baocao.derive.agreement import Verdict, judge_rate
from baocao.model.record import Hedge

PARTS = [BUILD, HELD_OUT]
FLOORS = {BUILD: (Decimal("0.98"), Decimal("0.97")), HELD_OUT: (Decimal("0.97"), Decimal("0.88"))}
"""Precision and recall that no change may fall below."""
RATIO_AND_RATE = re.compile(
    r"(?<![\d./])(?P<part>\d[\d.]*)/(?P<whole>\d[\d.]*)"
    r"(?P<between>[^\d%/();]{0,60}?(?:tỷ lệ|tỉ lệ|đạt|chiếm)[^\d%/();]{0,12})"
    r"(?P<rate>\d+(?:,\d+)?)%"
)
HEDGES = re.compile(r"\b(?:trên|hơn|gần|dưới|khoảng|chưa đến)\b")
RATES = {FaultKind.RATE, FaultKind.NO_BASE, FaultKind.TRUNCATED, FaultKind.HEDGE}


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    return {part: measured(part)[0] for part in PARTS}


def all_cases() -> list[Case]:
    return [case for part in PARTS for case in cases(part)]


def number(typed: str) -> Decimal:
    return Decimal(typed.replace(".", "").replace(",", "."))


def test_there_are_many_cases_about_half_of_them_with_a_fault() -> None:
    for part in PARTS:
        own = cases(part)
        faulty = sum(any(fault.kind is not FaultKind.UNVERIFIABLE for fault in case.faults) for case in own)
        assert len(own) >= 165
        assert 0.4 < faulty / len(own) < 0.6


def test_every_kind_of_fault_is_there_in_both_parts() -> None:
    counts = [Counter(fault.kind for case in cases(part) for fault in case.faults) for part in PARTS]
    amounts = {kind.value: [own[kind] for own in counts] for kind in FaultKind}
    assert {kind: both for kind, both in amounts.items() if min(both) < 4} == {}


def test_no_two_cases_share_name_or_words() -> None:
    every = all_cases()
    assert len({case.name for case in every}) == len(every)
    assert len({case.own_text for case in every if not case.apart}) == len([c for c in every if not c.apart])


def test_the_words_of_a_fault_stand_in_the_report() -> None:
    for case in all_cases():
        texts = [passage.text for passage in document(case).passages]
        for fault in case.faults:
            assert [word for word in fault.words if not any(word in text for text in texts)] == [], case.name


def test_rates_of_the_right_cases_hold_and_planted_ones_do_not() -> None:
    seen = 0
    for case in all_cases():
        told = {word for fault in case.faults if fault.kind in RATES for word in fault.words}
        for found in RATIO_AND_RATE.finditer("\n".join(case.lines)):
            if HEDGES.search(found["between"]):
                continue
            seen += 1
            verdict = judge_rate(
                number(found["rate"]), Hedge.NONE, number(found["part"]), number(found["whole"])
            )
            planted = f"{found['rate']}%" in told
            assert (verdict is not Verdict.AGREES) == planted, (case.name, found[0], verdict)
    assert seen >= 40


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall_do_not_fall(part: str, tallies: dict[str, Tally]) -> None:
    precision, recall = FLOORS[part]
    assert (tallies[part].precision() or 0) >= precision, tallies[part].alarms
    assert (tallies[part].recall() or 0) >= recall, tallies[part].planted - tallies[part].found


def tool() -> ModuleType:
    place = Path(__file__).resolve().parents[2] / "tools" / "measure_audit.py"
    spec = importlib.util.spec_from_file_location("measure_audit", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_published_numbers_are_the_measured_ones(tallies: dict[str, Tally]) -> None:
    measure = tool()
    printed = measure.PAGE.read_text("utf-8")
    built, held = tallies[BUILD], tallies[HELD_OUT]
    assert "\n".join(measure.numbers(built, held)) in printed, "run tools/measure_audit.py"
