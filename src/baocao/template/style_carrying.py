"""Styles of a layer's blocks, carried into the package they are printed in."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from copy import deepcopy

from baocao.errors import Where
from baocao.ooxml.names import STYLES
from baocao.template.ooxml_tree import Element, parse, serialize, w


def carry_styles(
    roots: Sequence[Element], parts: Mapping[str, bytes], base: MutableMapping[str, bytes], where: Where
) -> None:
    """Styles that the blocks use and the base does not know, with those they build on."""
    if STYLES not in parts or STYLES not in base:
        return
    own = {item.get(w("styleId")): item for item in parse(parts[STYLES], where).iter(w("style"))}
    theirs = parse(base[STYLES], where)
    known = {item.get(w("styleId")) for item in theirs.iter(w("style"))}
    kinds = {w("pStyle"), w("rStyle"), w("tblStyle")}
    waiting = [item.get(w("val")) for root in roots for item in root.iter() if item.tag in kinds]
    while waiting:
        name = waiting.pop()
        if name in known or name not in own:
            continue
        known.add(name)
        style = deepcopy(own[name])
        style.attrib.pop(w("default"), None)
        for numbered in style.findall(f"{w('pPr')}/{w('numPr')}"):
            numbered.getparent().remove(numbered)
        theirs.append(style)
        waiting += [item.get(w("val")) for item in style if item.tag in (w("basedOn"), w("link"), w("next"))]
    base[STYLES] = serialize(theirs)
