"""The corpus is what it says, and the audit is at least as good on it as it was when last measured."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
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


@cache
def tally(part: str) -> Tally:
    return measured(part)[0]


def shown(part: str, faults: Sequence[object]) -> object:
    """What a failing test prints: of the part that is only measured nothing but how many."""
    return list(faults) if part == BUILD else len(faults)


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
    every = [case for part in PARTS for case in cases(part)]
    names = Counter(case.name for case in every)
    texts = Counter(case.own_text for case in every if not case.apart)
    twice = max(names.values()), max(texts.values())
    assert twice == (1, 1)


@pytest.mark.parametrize("part", PARTS)
def test_the_words_of_a_fault_stand_in_the_report(part: str) -> None:
    found = shown(part, [item for case in cases(part) for item in words_lacking(case)])
    assert not found


def words_lacking(case: Case) -> Iterator[tuple[str, str]]:
    texts = [passage.text for passage in document(case).passages]
    for word in (word for fault in case.faults for word in fault.words):
        if not any(word in text for text in texts):
            yield case.name, word


@pytest.mark.parametrize("part", PARTS)
def test_rates_of_the_right_cases_hold_and_planted_ones_do_not(part: str) -> None:
    seen, false = 0, []
    for case in cases(part):
        told = {word for fault in case.faults if fault.kind in RATES for word in fault.words}
        for found in RATIO_AND_RATE.finditer("\n".join(case.lines)):
            if HEDGES.search(found["between"]):
                continue
            seen += 1
            verdict = judge_rate(
                number(found["rate"]), Hedge.NONE, number(found["part"]), number(found["whole"])
            )
            planted = f"{found['rate']}%" in told
            if (verdict is not Verdict.AGREES) != planted:
                false.append((case.name, found[0], verdict))
    told_false = shown(part, false)
    assert not told_false
    assert seen >= 20


@pytest.mark.parametrize("part", PARTS)
def test_precision_and_recall_do_not_fall(part: str) -> None:
    precision, recall = FLOORS[part]
    counts = tally(part)
    assert (counts.precision() or 0) >= precision, counts.alarms
    assert (counts.recall() or 0) >= recall, counts.planted - counts.found


def tool() -> ModuleType:
    place = Path(__file__).resolve().parents[2] / "tools" / "measure_audit.py"
    spec = importlib.util.spec_from_file_location("measure_audit", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_published_numbers_are_the_measured_ones() -> None:
    measure = tool()
    printed = measure.PAGE.read_text("utf-8")
    built, held = tally(BUILD), tally(HELD_OUT)
    assert "\n".join(measure.numbers(built, held)) in printed, "run tools/measure_audit.py"
