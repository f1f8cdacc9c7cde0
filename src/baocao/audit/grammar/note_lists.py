"""Notes and brackets that are nothing but a list of parts: then the parts make up the whole."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from baocao.audit.grammar.choosing import is_family, is_mixed
from baocao.audit.grammar.lists import Item
from baocao.audit.grammar.parts import Fit, fit, overlaps
from baocao.audit.grammar.phrase_lists import phrase_lists
from baocao.audit.grammar.quantities import Figure

_FEW = 2
_MOST_LEFT_OUT = Fraction(2, 5)
"""What a list may fall short of a total that it makes up but for a slip."""
_LEFT_OUT_BY_TWO = Fraction(1, 4)
_LEFT_OUT_BY_ANY_TWO = Fraction(1, 10)
"""What two parts may fall short; any two: neither their names nor a bracket say that they are all."""


def listed_parts(total: Figure, items: Sequence[Item], *, in_note: bool = False) -> list[Figure]:
    """The parts of a list in which every item has one figure and each is a part of the total.

    Empty for a list that says or shows that it tells only some, that counts things twice, or that counts
    them by several measures. in_note: a note has more room for two of many than a bracket.
    """
    parts = _one_of_each(items)
    if not parts or any(item.unfinished or item.begins_anew or _of_document(item) for item in items):
        return []
    any_two = in_note and len(parts) == _FEW and not is_family(parts)
    return parts if are_parts(total, parts, any_two=any_two) else []


def _of_document(item: Item) -> bool:
    """Whether an item tells what a document did: others may have done the rest."""
    return phrase_lists("trong-do.yaml")["theo_van_ban"].starts(item.words, 0) > 0


def are_parts(total: Figure, parts: Sequence[Figure], *, any_two: bool = False) -> bool:
    """Whether figures count the same things as a total, none of them twice, and about as many."""
    fitting = all(_is_part(total, part) for part in parts)
    few = _LEFT_OUT_BY_ANY_TWO if any_two else _LEFT_OUT_BY_TWO
    most = few if len(parts) == _FEW else _MOST_LEFT_OUT
    return fitting and not is_mixed(parts) and _plausible(total, parts, most)


def are_kinds(total: Figure, parts: Sequence[Figure]) -> bool:
    """Whether each part counts another kind of what the total counts: "62 văn bản", "21 nghị quyết"."""
    kinds = {part.quantity.unit or " ".join(part.after[:2]) for part in parts}
    return len(kinds) == len(parts) and total.quantity.unit not in kinds and "" not in kinds


def _one_of_each(items: Sequence[Item]) -> list[Figure]:
    """The one figure of each item; of a single item with commas for semicolons all its figures."""
    if any(entry.nested or entry.secondary for item in items for entry in item.entries):
        return []
    found = [entry.figure for item in items for entry in item.entries]
    apart = all(len(item.entries) == 1 for item in items) or len(items) == 1
    return found if apart and len(found) >= _FEW else []


def _is_part(total: Figure, part: Figure) -> bool:
    named = bool(part.before or part.after or part.quantity.unit)
    own_time = part.quantity.period in ("", total.quantity.period)
    good = fit(total, part) is Fit.GOOD
    return named and own_time and good and not part.is_ratio and not overlaps(part)


def _plausible(total: Figure, parts: Sequence[Figure], most: Fraction) -> bool:
    """Whether one slip may explain what the parts lack (at most that much of the total) or have too much.

    Two parts that are each more than half of the total count things again.
    """
    whole = total.quantity.value
    added = sum(part.quantity.value for part in parts)
    if sum(part.quantity.value * 2 > whole for part in parts) > 1:
        return False
    return Fraction(whole - added) <= Fraction(whole) * most
