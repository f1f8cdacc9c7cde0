"""Names in a sentence: the first few, and how many more there are."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

_MOST = 8


def some_of(names: Collection[str], noun: str) -> str:
    """ "a.yaml, b.yaml và 3 tệp khác"; noun: what the names are of."""
    more = len(names) - _MOST
    return ", ".join(islice(names, _MOST)) + (f" và {more} {noun} khác" if more > 0 else "")
