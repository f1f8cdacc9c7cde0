"""The vocabulary of the audit is tidy: every phrase can be met, none says two things."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import yaml

import baocao.audit.scanning.vocabulary as room
from baocao.audit.scanning.tokens import Hedge, Kind, tokens
from baocao.audit.scanning.vocabulary import vocabulary

SOURCE = yaml.safe_load(Path(room.__file__).with_name("tu-vung.yaml").read_text(encoding="utf-8"))


def phrases() -> list[str]:
    groups = [*SOURCE["don_vi"].values(), *SOURCE["uoc_chung"].values(), *list(SOURCE.values())[2:]]
    return [str(phrase) for group in groups for phrase in group if not isinstance(group, dict)]


def test_phrases_are_small_nfc_and_single_spaced() -> None:
    for phrase in [*phrases(), *SOURCE["thang_so"]]:
        assert phrase == unicodedata.normalize("NFC", " ".join(phrase.lower().split()))


def test_no_unit_and_no_hedge_stands_in_two_groups() -> None:
    for key in ("don_vi", "uoc_chung"):
        counted = Counter(phrase for group in SOURCE[key].values() for phrase in group)
        assert [phrase for phrase, count in counted.items() if count > 1] == []


def test_every_unit_is_found_after_a_number() -> None:
    missed = {}
    for spelling, unit in vocabulary().units.items():
        first = tokens(f"được 12 {spelling}.")[1]
        if (first.kind, first.unit) != (Kind.NUMBER, unit):
            missed[spelling] = first
    assert missed == {}


def test_every_hedge_is_found_before_a_figure() -> None:
    for phrase, meaning in vocabulary().hedges.items():
        hedge, figure, *_ = tokens(f"{phrase} 12 hồ sơ")
        assert (hedge.text, hedge.kind, figure.hedge) == (phrase, Kind.HEDGE, Hedge(meaning))


def test_every_scale_is_money_with_currency() -> None:
    for scale, power in vocabulary().scales.items():
        (money,) = tokens(f"2 {scale} đồng")
        assert (money.kind, money.value, money.unit) == (Kind.MONEY, 2 * 10**power, "đồng")


def test_what_begins_like_money_is_none() -> None:
    for phrase in vocabulary().not_money:
        assert tokens(f"12 {phrase}")[0].text == "12"


def test_numbers_after_the_words_of_a_name_are_no_figures() -> None:
    words = vocabulary()
    for phrase in words.names | words.names_without_unit | words.call_numbers:
        last = tokens(f"theo {phrase} 12.")[-2]
        assert (phrase, last.kind, last.text) == (phrase, Kind.NAME, "12")


def test_whole_names_are_one_token() -> None:
    for name in vocabulary().whole_names:
        assert [token.text for token in tokens(f"mô hình {name}.") if token.kind is Kind.NAME] == [name]
