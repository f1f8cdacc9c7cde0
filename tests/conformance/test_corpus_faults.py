"""Each single fault is told under its own rule, on files typed by hand and on our own; nothing else is."""

from __future__ import annotations

from functools import cache

import pytest

from baocao.conformance.checking import Checked
from baocao.formats.rules import Weight
from conformance import corpus_all
from conformance.docx_words import NotHereError
from conformance.measuring import Outcome, checked, compared, profile
from conformance.mutations import Mutation, mutated

MUTATIONS = corpus_all.mutations()
PLAIN = {one.name: one for one in corpus_all.plain()}
HARD = [name for name, one in MUTATIONS.items() if profile().rules[one.rule].weight is not Weight.HINT]
# Without a box on the paper nobody knows whether the stamp is put on by hand: the check asks a person.
FOR_A_PERSON = ("MK01: mức độ khẩn không đóng khung", "MK02: phạm vi lưu hành không đóng khung")
SOFT = [name for name in MUTATIONS if name not in HARD]


@cache
def before(name: str, unit: bool, electronic: bool | None) -> Checked:
    """The verdict on the sound file."""
    one = PLAIN[name]
    return checked(one.build(), one.content, unit=unit, electronic=electronic)


def first(family: str, mutation: Mutation) -> Outcome | None:
    """What came of a fault on the first file of a family that has a place for it."""
    unit, electronic = mutation.unit, mutation.electronic
    for one in PLAIN.values():
        if one.family == family and not one.sound_only:
            try:
                data = mutated(one.build(), one.content, mutation)
            except NotHereError:
                continue
            after = checked(data, one.content, unit=unit, electronic=electronic)
            return compared(one, mutation, before(one.name, unit, electronic), after)
    return None


def outcomes(name: str) -> list[Outcome]:
    """What came of a fault on the first file typed by hand and the first of ours that can have it."""
    found = [first(family, MUTATIONS[name]) for family in ("tay", "nha")]
    told = [one for one in found if one is not None]
    assert told
    return told


@pytest.mark.parametrize("name", HARD)
def test_the_fault_is_told_and_nothing_else(name: str) -> None:
    for result in outcomes(name):
        told = result.found or (name in FOR_A_PERSON and result.unsure)
        assert (told, result.strays) == (True, []), result.construction.name


@pytest.mark.parametrize("name", SOFT)
def test_the_hint_is_given(name: str) -> None:
    for result in outcomes(name):
        assert result.found, result.construction.name


@pytest.mark.parametrize("name", FOR_A_PERSON)
@pytest.mark.parametrize("file", ["tay/hop-gach-duoi", "tay/to-trinh-hop"])
def test_a_mark_in_the_text_box_of_the_number_is_for_a_person(file: str, name: str) -> None:
    one, mutation = PLAIN[file], MUTATIONS[name]
    told = checked(mutated(one.build(), one.content, mutation), one.content).unsure
    assert "chưa thấy khung quanh chữ" in [
        fault.seen.seen for fault in told if fault.rule.id == mutation.rule
    ]


def test_there_are_faults_of_every_rule_that_can_be_broken() -> None:
    told = {one.rule for one in MUTATIONS.values()}
    asked = {
        ident for ident, rule in profile().rules.items() if rule.scope == "tep" and rule.weight is Weight.MUST
    }
    assert asked - told == set()
    assert len(MUTATIONS) >= 200
