"""How texts are compared: a slip of the typist is forgiven, and looking for one is quick."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.conformance.components.closing import is_authority
from baocao.conformance.components.words import distance, near
from growth_kit import linear

NAMES = ("luu", "noi nhan", "phu luc", "can cu", "pho chu tich", "tong giam doc")
slips = st.lists(st.tuples(st.integers(0, 14), st.sampled_from(("", "x", "a", " ", "nn"))), max_size=3)


@given(st.sampled_from(NAMES), slips)
def test_near_is_the_distance_alone(wanted, changes):
    text = wanted
    for place, letter in changes:
        text = text[:place] + letter + text[place + 1 :]
    allowed = 0 if len(wanted) < 5 else 1 if len(wanted) < 12 else 2
    assert near(text, wanted) is (distance(text, wanted) <= allowed)


@pytest.mark.parametrize("text", ["noi nahn", "noi nha", "nơi nhan".replace("ơ", "o"), "nooi nhan"])
def test_one_slip_is_forgiven(text):
    assert near(text, "noi nhan")


def test_asking_short_lines_for_a_post_takes_linear_time():
    def lines(count):
        return [f"- dong thu {number} cua bang;" for number in range(count)]

    assert not any(map(is_authority, lines(100)))
    assert linear(lines, lambda keys: [is_authority(key) for key in keys], 1000)
