"""The reference page says which rules `--sua` puts right: held against faults of the corpus."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from rules_text_kit import FORMAT

from baocao.conformance.case import RULES
from baocao.conformance.checking import Profile, judge
from baocao.conformance.components import find_parts
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format
from baocao.formats.rules import load_rules
from conformance import builders_hand
from conformance.docx_words import NotHereError
from conformance.mutations import MUTATIONS, mutated

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def said() -> frozenset[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        mended: frozenset[str] = importlib.import_module("make_reference").MENDED
    return mended


def test_every_rule_that_is_said_to_be_mended_is_a_rule() -> None:
    assert said() <= set(RULES)


def test_what_the_corpus_mends_is_said_to_be_mended() -> None:
    """One fault of each rule."""
    for module in HERE.glob("mutations_*.py"):
        importlib.import_module(f"conformance.{module.stem}")
    profile = Profile(load_format(FORMAT), load_rules(FORMAT))
    typed = next(one for one in builders_hand.constructions() if one.name == "tay/tab-vml")
    data, mended = typed.build(), set()
    for one in {one.rule: one for one in MUTATIONS.values()}.values():
        try:
            paper = read_paper(mutated(data, typed.content, one), "thu.docx")
        except NotHereError:
            continue
        checked = judge(paper, find_parts(paper, profile.format), profile)
        mended |= {fault.rule.id for fault in checked.faults if fault.seen.mends}
    assert mended - said() == set()
    assert len(mended) > len(said()) / 2
