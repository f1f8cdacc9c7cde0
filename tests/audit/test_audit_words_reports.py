"""The words of whole reports: those baocao makes, texts of the press, any text; and what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_kit import consistent, report
from words_kit import BODY, HEADING, NOTE, passage, remarks, told

from baocao.audit.reading.read_docx import read_docx
from baocao.audit.reading.read_text import read_text
from baocao.audit.words import wording
from growth_kit import linear

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
LONG = 60_000
TAN_HONG = {"hai-cach-viet", "hai-cach-viet-hoa", "viet-tat-chua-neu", "gach-lech"}
"""What the words of that unit's own data have in them."""


@settings(max_examples=25)
@given(st.integers(0, 10**6))
def test_what_baocao_prints_has_no_slip(seed):
    codes = {remark.finding.code for remark in wording(read_docx(report(seed), "bao-cao.docx"))}
    assert codes <= (TAN_HONG if "tan-hong" in str(consistent(seed)["don_vi"]) else set())


def test_the_words_of_the_reference_report():
    found = list(wording(read_text(REFERENCE.read_text(encoding="utf-8"), "tan-hong.txt")))
    codes = [remark.finding.code for remark in found]
    assert sorted(set(codes)) == [
        "chu-lap", "gach-lech", "hai-cach-viet", "hai-cach-viet-hoa", "ket-sai-dau", "thieu-dau-mo",
        "viet-tat-chua-neu", "viet-tat-go-nham",
    ]  # fmt: skip
    named = {dict(one.finding.facts)["viet_tat"] for one in found if one.finding.code == "viet-tat-chua-neu"}
    assert named == {"PAKN", "CBCCVC", "CBQL", "ĐVSN"}
    assert (codes.count("chu-lap"), codes.count("viet-tat-go-nham"), codes.count("thieu-dau-mo")) == (2, 2, 2)


LETTERS = st.text(alphabet='aăâbcdđeêghiơư tThủục(1).)[]“”"-–,;:./ \n', max_size=200)


@given(st.lists(st.tuples(LETTERS, st.sampled_from([BODY, HEADING, NOTE])), max_size=8))
def test_any_text_is_read_and_every_place_lies_in_it(texts):
    passages = [passage(text, kind) for text, kind in texts]
    found = remarks(*passages)
    for remark in found:
        for spot in (remark.spot, *remark.others):
            assert 0 <= spot.start <= spot.end <= len(passages[spot.passage].text)
    assert found == sorted(found, key=lambda one: (one.spot.passage, one.spot.start, one.finding.code))


HOSTILE = {
    "letters": "à",
    "one word": "giải quyết ",
    "words": "ab ",
    "brackets": "()",
    "opened": "(“",
    "closed": ")”",
    "signs": "..,",
    "blanks": " ",
    "numbers": "1.1.",
    "abbreviations": "(ABCDX) ",
    "slips": "thưc hiêụ ",
    "meanings": "viết tắt là ",
    "dates": "1/1/2020 ",
    "items": "(1) ",
    "labels": "a) ",
    "hyphens": "a -b ",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_long_paragraph_of_one_kind(name):
    shape = HOSTILE[name]
    assert linear(lambda size: shape * (size // len(shape)), told, LONG)


@pytest.mark.parametrize("line", ["1. a b", "(a", "a) ”", "ABCDX"])
def test_many_paragraphs_of_one_kind(line):
    assert linear(lambda size: [line] * (size // len(line)), lambda lines: told(*lines), LONG // 4)
