"""Every component of every sound document of the corpus is found, and nothing else for it."""

from __future__ import annotations

import pytest

from baocao.conformance.components import find_parts
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format
from conformance import corpus_all
from conformance.corpus_kit import Construction
from conformance.parts_truth import differences


@pytest.mark.parametrize("one", corpus_all.plain(), ids=lambda one: one.name)
def test_parts_of_a_sound_document(one: Construction):
    parts = find_parts(read_paper(one.build(), one.name), load_format("nd30-2020"))
    assert differences(parts, one.content) == []
