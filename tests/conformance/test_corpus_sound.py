"""Conforming documents of every making: all parts found word for word, no fault of force must or practice."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance import corpus_all
from conformance.builders_hand import HABITS, typed
from conformance.corpus_kit import Construction
from conformance.measuring import checked, false_alarms, hard, misread

PLAIN = {one.name: one for one in corpus_all.plain()}
PANDOC = ("pandoc/bao-cao", "pandoc/quyet-dinh", "pandoc/ke-hoach", "pandoc/to-trinh")
ALLOWED = {"tay/bang-hinh-ve": 31, "tay/hop-gach-duoi": 18, "nha/phuong": 30}
"""Documents in which harmless changes are made, and how many have a place in them at least."""


def sound(one: Construction) -> list[str]:
    """What is told against a conforming file, and what was not found in it."""
    found = checked(one.build(), one.content)
    return hard(found) + misread(found.parts, one.content)


@pytest.mark.parametrize("name", PLAIN)
def test_no_alarm_on_a_sound_file(name: str) -> None:
    assert sound(PLAIN[name]) == []


@pytest.mark.pandoc
@pytest.mark.parametrize("name", PANDOC)
def test_no_alarm_on_a_file_of_pandoc(name: str) -> None:
    one = next(one for one in corpus_all.pandoc() if one.name == name)
    assert sound(one) == []


@pytest.mark.pandoc
@pytest.mark.libreoffice
def test_no_alarm_on_files_saved_by_libreoffice(tmp_path: Path) -> None:
    alarms = {one.name: told for one in corpus_all.libreoffice(tmp_path) if (told := sound(one))}
    assert alarms == {}


def test_the_corpus_is_the_same_each_time() -> None:
    habit = HABITS[1]
    assert typed(habit) == typed(habit)


@pytest.mark.parametrize(("name", "fewest"), [*ALLOWED.items()])
def test_what_the_decree_allows_is_not_told(name: str, fewest: int) -> None:
    one = PLAIN[name]
    told = dict(false_alarms(one, checked(one.build(), one.content)))
    assert len(told) >= fewest
    assert {change: lines for change, lines in told.items() if lines} == {}
