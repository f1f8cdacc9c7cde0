"""Lists of a layer's blocks, carried into the package they are printed in."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy

from baocao.errors import Where
from baocao.ooxml.names import NUMBERING
from baocao.template.ooxml_tree import Element, parse, serialize, w


def carry_lists(
    roots: Sequence[Element], parts: Mapping[str, bytes], base: MutableMapping[str, bytes], where: Where
) -> None:
    """Lists that mean something else below, or are unknown there, get new numbers."""
    if NUMBERING not in parts or NUMBERING not in base:
        return
    own, theirs = parse(parts[NUMBERING], where), parse(base[NUMBERING], where)
    renumbered: dict[str, str] = {}
    for root in roots:
        for item in root.iter(w("numId")):
            old = item.get(w("val"))
            if old not in renumbered:
                renumbered[old] = _list_number(old, own, theirs)
            item.set(w("val"), renumbered[old])
    base[NUMBERING] = serialize(theirs)


def _list_number(number: str, own: Element, theirs: Element) -> str:
    mine = _definition(own, number)
    if mine is None or _same(mine, _definition(theirs, number)):
        return number
    abstract, instance = deepcopy(mine[0]), deepcopy(mine[1])
    abstract_id = _free(theirs, "abstractNum", "abstractNumId")
    number = _free(theirs, "num", "numId")
    abstract.set(w("abstractNumId"), abstract_id)
    for child in ("nsid", "tmpl"):
        for item in abstract.findall(w(child)):
            abstract.remove(item)
    instance.set(w("numId"), number)
    instance.find(w("abstractNumId")).set(w("val"), abstract_id)
    last = theirs.findall(w("abstractNum"))
    theirs.insert(theirs.index(last[-1]) + 1 if last else 0, abstract)
    numbers = theirs.findall(w("num"))
    theirs.insert(theirs.index(numbers[-1]) + 1 if numbers else len(theirs), instance)
    return number


def _definition(numbering: Element, number: str) -> tuple[Element, Element] | None:
    for instance in numbering.findall(w("num")):
        if instance.get(w("numId")) == number:
            wanted = instance.find(w("abstractNumId"))
            for abstract in numbering.findall(w("abstractNum")):
                if wanted is not None and abstract.get(w("abstractNumId")) == wanted.get(w("val")):
                    return abstract, instance
    return None


def _same(mine: tuple[Element, Element], other: tuple[Element, Element] | None) -> bool:
    return other is not None and [_levels(mine[0]), _levels(mine[1])] == [
        _levels(other[0]),
        _levels(other[1]),
    ]


def _levels(definition: Element) -> list[tuple[str, str, str]]:
    """What shows of a list: sign, form and style of each level."""
    names = ("lvlText", "numFmt", "pStyle", "start", "startOverride")
    return [
        (level.get(w("ilvl"), ""), item.tag, item.get(w("val"), ""))
        for level in definition
        for item in level
        if item.tag in {w(name) for name in names}
    ]


def _free(numbering: Element, name: str, key: str) -> str:
    return str(max((int(item.get(w(key))) for item in numbering.findall(w(name))), default=0) + 1)
