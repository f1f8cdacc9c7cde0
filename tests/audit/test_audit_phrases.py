"""Each phrasing reads its examples and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from baocao.audit.document import Document, Passage, PassageKind
from baocao.audit.grammar.clauses import clauses
from baocao.audit.grammar.matching import sentences_of
from baocao.audit.grammar.phrases import Phrasing, phrasings
from baocao.audit.grammar.quantities import figures_of
from baocao.errors import Where


def reads(phrasing: Phrasing, text: str) -> bool:
    """Whether the phrasing finds something in the text."""
    document = Document("x", (Passage(PassageKind.BODY, text, Where("x")),), None, None)
    sentences = sentences_of(figures_of(document, clauses(document)))
    return any(
        match.phrasing is phrasing
        for sentence in sentences.lines
        for match in sentences.matches(sentence, phrasing.kind)
    )


EXAMPLES = [(item, text) for item in phrasings() for text in item.examples]
COUNTEREXAMPLES = [(item, text) for item in phrasings() for text in item.counterexamples]


@pytest.mark.parametrize(("phrasing", "text"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_a_phrasing_reads_its_examples(phrasing: Phrasing, text: str) -> None:
    assert reads(phrasing, text)


@pytest.mark.parametrize(
    ("phrasing", "text"), COUNTEREXAMPLES, ids=lambda value: getattr(value, "name", value)
)
def test_a_phrasing_leaves_its_counterexamples_alone(phrasing: Phrasing, text: str) -> None:
    assert not reads(phrasing, text)


def test_there_is_an_example_and_a_counterexample_of_each_phrasing_and_names_are_unique() -> None:
    assert all(item.examples and item.counterexamples for item in phrasings())
    names = [item.name for item in phrasings()]
    assert len(set(names)) == len(names)
