"""The law of syllables: what is written in this project obeys it, a tone on the wrong letter does not."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.syllables import (
    halves,
    is_syllable,
    is_transcribed,
    placements,
    repairs,
    taken_apart,
    with_tone,
)

ROOT = Path(__file__).resolve().parents[2]
TONES = "\u0300\u0309\u0303\u0301\u0323"
MARKED = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}(?![^\W\d_])")


def batched(words):
    return list(zip(words[::2], words[1::2], strict=True))


def prose():
    """The guides, the sample data and the templates: text for people, in letters of every kind."""
    folders = (ROOT / "samples", ROOT / "templates")
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix in {".yaml", ".md"}:
            yield path.read_text(encoding="utf-8")


def words_of_the_project():
    found = {word for text in prose() for word in MARKED.findall(unicodedata.normalize("NFC", text))}
    marked = {word for word in found if not word.isascii() and (word.islower() or word.istitle())}
    return sorted(marked)


WORDS = words_of_the_project()
SYLLABLES = st.sampled_from([word.lower() for word in WORDS])


def test_every_word_of_the_project_is_possible():
    assert len(WORDS) > 300
    assert [word for word in WORDS if not is_syllable(word)] == []


ODD = """gì gìn giếng giết giữa già quý quí quyết quốc quýt quỳnh thủy thuỷ hòa hoà khỏe khoẻ khuỷu khuya
ngoằn ngoèo nghiêng nguyễn uỷ ủy yêu ý yết ỉa xoong moóc thuở huơ tuýp ớt ưỡn oẻ rượu bưởi mười khuếch"""


@pytest.mark.parametrize("word", ODD.split())
def test_rare_and_odd_syllables_are_possible(word):
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(unicodedata.normalize("NFD", word))


SLIPS = """hiêụ hiệu nghành ngành hòan hoàn tóan toán qủa quả gía giá cuả của ghác gác ngề nghề kủa của thuơng
thương ngưòi người ngươười người trươg trương thưc thực đươc được viêc việc"""


@pytest.mark.parametrize(("word", "right"), batched(SLIPS.split()))
def test_common_slips_are_impossible_and_have_their_repair(word, right):
    assert not is_syllable(word)
    assert right in repairs(word)


@pytest.mark.parametrize("word", ["", "a1", "bcd", "yeu", "ngiem", "щ", "aa", "thựchiện", "file", "x" * 1000])
def test_what_is_no_syllable(word):
    assert not is_syllable(word)
    assert repairs(word) == () or all(map(is_syllable, repairs(word)))


def vowels_of(bare):
    return [at for at, letter in enumerate(bare) if letter in "aăâeêioôơuưy"]


@given(SYLLABLES, st.sampled_from(TONES), st.integers(0, 3))
def test_a_tone_stands_in_its_own_places_only(word, tone, rank):
    bare = taken_apart(word).bare
    at = vowels_of(bare)[rank % len(vowels_of(bare))]
    moved = with_tone(bare, tone, at)
    assert is_syllable(moved) == (moved in placements(moved))


@given(SYLLABLES, st.integers(0, 3))
def test_a_tone_on_the_wrong_vowel_finds_its_way_back(word, rank):
    spelt = taken_apart(word)
    places = vowels_of(spelt.bare)
    moved = with_tone(spelt.bare, spelt.tone, places[rank % len(places)])
    if not is_syllable(moved):
        assert word in repairs(moved)


@given(SYLLABLES)
def test_two_tones_are_impossible(word):
    spelt = taken_apart(word)
    vowels = vowels_of(spelt.bare)
    if len(vowels) > 1:
        twice = with_tone(with_tone(spelt.bare, TONES[0], vowels[-1]), TONES[3], vowels[0])
        assert not is_syllable(twice)


@given(SYLLABLES)
def test_placements_are_spellings_of_the_same_syllable(word):
    ways = placements(word)
    assert word in ways
    assert all(is_syllable(way) and placements(way) == ways for way in ways)
    assert len(ways) == (
        2 if re.search("(?<!q)(oa|oe|uy)$", taken_apart(word).bare) and taken_apart(word).tone else 1
    )


@given(st.text(max_size=40))
def test_any_text_is_judged(text):
    assert is_syllable(text) in (True, False)
    assert all(map(is_syllable, repairs(text)))


def test_old_and_new_way():
    assert placements("hoà") == placements("hòa") == ("hòa", "hoà")
    assert placements("hoàn") == ("hoàn",)
    assert placements("quý") == ("quý",)
    assert placements("nghành") == ()


@given(SYLLABLES, SYLLABLES)
def test_two_words_in_one_are_parted_again(first, second):
    assume_long = len(first) > 1 and len(second) > 1
    if assume_long:
        assert (first, second) in set(halves(first + second))


@pytest.mark.parametrize("word", ["ôtô", "ximăng", "bônsêvich", "căngtin", "môtô", "xêmina"])
def test_foreign_words_in_vietnamese_letters(word):
    assert is_transcribed(word)


@pytest.mark.parametrize("word", ["trươg", "thưc", "nghành", ""])
def test_one_syllable_is_no_foreign_word(word):
    assert not is_transcribed(word)
