"""A tree is looked through in one go when it is clean; that is the same judgement as text by text."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from baocao.errors import Where
from baocao.model.faults import Faults
from baocao.model.safety import check_characters
from baocao.source.raw import Literal, RawValue
from baocao.source.scalars import UNPRINTABLE
from baocao.vietnamese.legacy import legacy_word

TREES = st.recursive(
    st.text("aạñy\x01\n ") | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab\x02", max_size=2), inner),
    max_leaves=8,
)


@given(TREES)
def test_a_tree_is_judged_as_its_texts_are(tree: Any) -> None:
    def raw(item: Any) -> RawValue:
        if isinstance(item, dict):
            return RawValue({name: raw(child) for name, child in item.items()}, Where("a"), Literal.MAP)
        if isinstance(item, list):
            return RawValue(tuple(map(raw, item)), Where("a"), Literal.LIST)
        return RawValue(item, Where("a"), Literal.TEXT)

    def faulty(item: Any) -> bool:
        inner = [*item, *item.values()] if isinstance(item, dict) else item if isinstance(item, list) else []
        own = isinstance(item, str) and bool(UNPRINTABLE.search(item) or legacy_word(item))
        return own or any(map(faulty, inner))

    faults = Faults()
    check_characters(raw(tree), faults)
    assert bool(faults.items) == faulty(tree)
