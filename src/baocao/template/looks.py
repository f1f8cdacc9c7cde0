"""Whether a style looks different in a layer and in the package its blocks are printed in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from baocao.errors import Finding, finding
from baocao.template.ooxml_tree import Element, ancestor, text_of, w
from baocao.template.places import Places
from baocao.template.style_carrying import StyleCarrier, Styles
from baocao.template.table_looks import table_look

_NEAR = 20
"""Twips that do not show: LibreOffice rounds lengths to a hundredth of a millimetre and back."""
_LENGTHS = {"ind": ("left", "firstLine", "hanging"), "spacing": ("before", "after", "line")}
_SAME_SIDE = {"start": "left", "end": "right"}
_SWITCHES = ("b", "i", "caps", "smallCaps", "strike")
_PLAIN = {"color": "auto", "u": "none", "vertAlign": "baseline"}
_OFF = ("0", "false", "off", "none")
_TAG = re.compile(r"\{[{%#].*?[}%#]\}", re.DOTALL)
_PROPERTIES = {"paragraph": ("pPr", "rPr"), "character": ("rPr",)}
Look = Mapping[str, str | int]


def changed_styles(styles: StyleCarrier, places: Places, document: Element) -> list[Finding]:
    """One remark that names the styles a layer has changed but that print as the base has them.

    document: the layer's; words in it that name no style have the default one of each file.
    """
    names = {
        _shown_name(theirs)
        for (kind, ident), theirs in styles.matched.items()
        if theirs not in styles.carried and _differs(styles, kind, styles.own.by_id[kind, ident], theirs)
    }
    own, theirs = styles.own.default("paragraph"), styles.theirs.default("paragraph")
    if _has_plain_words(document) and _differs(styles, "paragraph", own, theirs):
        names.add(_shown_name(theirs) or _shown_name(own) or "Normal")
    return [finding("kieu-theo-mau-goc", places.base, ten=", ".join(sorted(names)))] if names else []


def _has_plain_words(document: Element) -> bool:
    """Whether words, not tags alone, stand in a paragraph that names no style, outside of tables."""
    return any(
        paragraph.find(f"{w('pPr')}/{w('pStyle')}") is None
        and ancestor(paragraph, w("tbl")) is None
        and _TAG.sub("", text_of(paragraph)).strip()
        for paragraph in document.iter(w("p"))
    )


def _shown_name(style: Element | None) -> str:
    name = None if style is None else style.find(w("name"))
    return "" if name is None else str(name.get(w("val"), ""))


def _differs(styles: StyleCarrier, kind: str, own: Element | None, theirs: Element | None) -> bool:
    if kind not in _PROPERTIES:
        return table_look(_chain(styles.own, kind, own)) != table_look(_chain(styles.theirs, kind, theirs))
    mine, other = _look(styles.own, kind, own), _look(styles.theirs, kind, theirs)
    keys = set(mine) | set(other)
    if mine.get("numPr") or other.get("numPr"):
        keys -= {"left", "firstLine", "hanging"}  # a list may give them instead
    return any(not _near(key, mine, other) for key in keys - {"numPr"})


def _near(key: str, mine: Look, other: Look) -> bool:
    first, second = mine.get(key, ""), other.get(key, "")
    if isinstance(first, int) or isinstance(second, int):
        return abs(int(first or 0) - int(second or 0)) <= _NEAR
    return first == second or (key == "font" and "" in (first, second))


def _look(styles: Styles, kind: str, style: Element | None) -> Look:
    look: dict[str, str | int] = {"jc": "left", "line": 240} if kind == "paragraph" else {}
    for properties in _from_below(styles, kind, style):
        _apply(properties, look)
    look["firstLine"] = int(look.get("firstLine", 0)) - int(look.pop("hanging", 0))
    return look


def _chain(styles: Styles, kind: str, style: Element | None) -> list[Element]:
    """What a style builds on, from below, and the style."""
    chain: list[Element] = []
    while style is not None and style not in chain:
        chain.append(style)
        based = style.find(w("basedOn"))
        style = None if based is None else styles.by_id.get((kind, based.get(w("val"), "")))
    return chain[::-1]


def _from_below(styles: Styles, kind: str, style: Element | None) -> Iterator[Element]:
    """The properties that make up a look: the defaults, what the style builds on, its own."""
    names = _PROPERTIES[kind]
    if kind == "paragraph":
        yield from (item for name in names if (item := styles.defaults(name)) is not None)
    for item in _chain(styles, kind, style):
        yield from (found for name in names if (found := item.find(w(name))) is not None)


def _apply(properties: Element, look: dict[str, str | int]) -> None:
    for item in properties:
        name, value = item.tag.rpartition("}")[2], item.get(w("val"), "")
        if name in _SWITCHES:
            look[name] = "" if value in _OFF else "1"
        elif name in _PLAIN:
            look[name] = "" if value == _PLAIN[name] else value.upper()
        elif name == "jc":
            look[name] = _SAME_SIDE.get(value, value)
        elif name == "sz":
            look[name] = value
        elif name == "rFonts":
            look["font"] = item.get(w("ascii"), "" if item.get(w("asciiTheme")) else look.get("font", ""))
        elif name == "numPr":
            look[name] = "1"
        elif name in _LENGTHS and not (name == "spacing" and properties.tag == w("rPr")):
            for key in _LENGTHS[name]:
                length = item.get(w(key), item.get(w("start")) if key == "left" else None)
                if length is not None and length.lstrip("-").isdigit():
                    look[key] = int(length)
                    look.update({"firstLine": 0} if key == "hanging" else {})
