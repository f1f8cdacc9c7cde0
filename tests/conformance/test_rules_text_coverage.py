"""Every row of nd30_rules.csv has an entry, every entry in scope a function, and each says why and how."""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

import baocao.conformance.rules  # noqa: F401 - registers the rules
from baocao.conformance.case import RULES
from baocao.formats.rules import RuleText, Scope, Weight, load_rules

FORMAT = "nd30-2020"
CSV = Path(__file__).resolve().parent.parent / "format_rules" / "nd30_rules.csv"
ROWS = {row["id"]: row for row in csv.DictReader(CSV.read_text(encoding="utf-8").splitlines())}
ENTRIES = load_rules(FORMAT)
FILE = [entry for entry in ENTRIES.values() if entry.scope is Scope.FILE]
ELSEWHERE = [entry for entry in ENTRIES.values() if entry.scope is Scope.ELSEWHERE]

WEIGHTS = {
    "must": {Weight.MUST},
    "must/practice": {Weight.MUST, Weight.PRACTICE},
    "practice": {Weight.PRACTICE},
    "template": {Weight.PRACTICE},
    "warn": {Weight.HINT},
    "optional": {Weight.MUST, Weight.PRACTICE},
}
"""Forces of the table and the weights that fit them; rows of data and of information have none."""

BEYOND = {"BG04", "FN06", "KY12", "PG09", "TY11", "TY12", "TY13", "TY14", "HD13"}
"""Halves of BG03 and FN03 (remedy or force differ), and rules of letters (ô 5b) and decisions, left out of
the table."""

NOT_SAID = ("token", "parse", "regex", "run ", "XML", "w:", "case.")


def ids(entries: list[RuleText]) -> list[str]:
    return [entry.id for entry in entries]


def test_every_row_has_an_entry_and_every_entry_a_row() -> None:
    assert sorted(ENTRIES) == sorted({*ROWS, *BEYOND})


def test_every_entry_of_the_file_has_a_function_and_the_other_way_round() -> None:
    assert sorted(ids(FILE)) == sorted(RULES)


@pytest.mark.parametrize("ident", sorted(ROWS))
def test_weights_follow_the_forces_of_the_table(ident: str) -> None:
    wanted = WEIGHTS.get(ROWS[ident]["force"])
    if ident in ENTRIES and wanted is not None:
        assert ENTRIES[ident].weight in wanted


def test_rows_of_data_and_of_information_are_answered_elsewhere() -> None:
    wanted = {ident for ident, row in ROWS.items() if row["force"] in ("derived", "info", "must/default")}
    assert wanted <= set(ids(ELSEWHERE))


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_every_entry_says_what_and_why(entry: RuleText) -> None:
    assert entry.name
    assert entry.component
    assert entry.region
    assert entry.clause
    assert entry.why


@pytest.mark.parametrize("entry", FILE, ids=ids(FILE))
def test_every_rule_of_the_file_shows_right_and_wrong(entry: RuleText) -> None:
    assert entry.right
    assert entry.wrong
    assert entry.right != entry.wrong


@pytest.mark.parametrize("entry", FILE, ids=ids(FILE))
def test_every_rule_of_the_file_says_what_to_do_in_word(entry: RuleText) -> None:
    assert entry.mend.endswith(".")


@pytest.mark.parametrize("entry", ELSEWHERE, ids=ids(ELSEWHERE))
def test_every_other_rule_says_where_it_is_answered(entry: RuleText) -> None:
    assert entry.reason.endswith(".")


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=list(ENTRIES))
def test_entries_are_words_of_an_office(entry: RuleText) -> None:
    words = "\n".join((entry.name, entry.why, entry.mend, entry.right, entry.wrong, entry.reason))
    assert unicodedata.is_normalized("NFC", words)
    assert [word for word in NOT_SAID if word in words] == []
    assert entry.name[0] == entry.name[0].upper()
    assert not entry.name.endswith(".") or entry.name.endswith("./.")
