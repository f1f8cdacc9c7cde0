"""Where numbers stand: "3.252 («Cấp huyện», dòng 5)", "12 («Tiếp nhận», tự cộng từ dòng 5, dòng 6)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from baocao.derive.spots import Scope
from baocao.errors import Where
from baocao.packs.catalogue import list_field

MOST_PLACES = 4
"""More places than this are given as the first and the last of them."""


def places(wheres: Iterable[Where], here: Where) -> str:
    """Several places, each once."""
    words = list(dict.fromkeys(filter(None, (where.seen_from(here) for where in wheres))))
    if len(words) > MOST_PLACES:
        return f"{words[0]} đến {words[-1]}"
    return ", ".join(words)


def place_of(scope: Scope, item: str, here: Where) -> str:
    """The place of one part, behind a comma: ", dòng 5", ", tự cộng từ dòng 5, dòng 6"; "" when unknown."""
    wheres = [value.where for _, value in scope.leaves(item)]
    words = places(wheres, here)
    if scope.term(item) is not None and not scope.stated(item):
        made = "tự cộng" if scope.inputs(item) else "tự tính"
        return f", {made} từ {words}" if words else f", {made}"
    return f", {words}" if words else ""


def named(scope: Scope, item: str, number: str, here: Where) -> str:
    """A number with its label and its place."""
    column = "cột " if scope.owner is None and list_field(item)[1] else ""
    return f"{number} ({column}«{scope.label(item)}»{place_of(scope, item, here)})"


def others(scope: Scope, items: Iterable[str], here: Where) -> Iterator[Where]:
    """The places of the typed numbers behind `items`, each once, without `here`."""
    wheres = (value.where for item in items for _, value in scope.leaves(item))
    known = (where for where in wheres if where.line is not None or where.cell)
    return (where for where in dict.fromkeys(known) if where != here)
