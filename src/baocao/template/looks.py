"""Whether a style looks different in a layer and in the package its blocks are printed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from baocao.errors import Finding, finding
from baocao.template.ooxml_tree import Element, w
from baocao.template.places import Places
from baocao.template.style_carrying import StyleCarrier, Styles

_NEAR = 20
"""Twips that do not show: LibreOffice rounds lengths to a hundredth of a millimetre and back."""
_LENGTHS = {"ind": ("left", "firstLine", "hanging"), "spacing": ("before", "after", "line")}
_SAME_SIDE = {"start": "left", "end": "right"}
_OFF = ("0", "false", "off", "none")
Look = Mapping[str, str | int]


def changed_styles(styles: StyleCarrier, places: Places) -> list[Finding]:
    """One remark that names the styles a layer has changed but that print as the base has them."""
    names = sorted(
        {
            _shown_name(theirs)
            for (kind, ident), theirs in styles.matched.items()
            if kind == "paragraph" and theirs not in styles.carried and _differs(styles, ident, theirs)
        }
    )
    return [finding("kieu-theo-mau-goc", places.base, ten=", ".join(names))] if names else []


def _shown_name(style: Element) -> str:
    return str(style.find(w("name")).get(w("val"))) if style.find(w("name")) is not None else ""


def _differs(styles: StyleCarrier, ident: str, theirs: Element) -> bool:
    mine = _look(styles.own, styles.own.by_id["paragraph", ident])
    other = _look(styles.theirs, theirs)
    keys = set(mine) | set(other)
    if mine.get("numPr") or other.get("numPr"):
        keys -= {"left", "firstLine", "hanging"}  # a list may give them instead
    return any(not _near(key, mine, other) for key in keys - {"numPr"})


def _near(key: str, mine: Look, other: Look) -> bool:
    first, second = mine.get(key, ""), other.get(key, "")
    if isinstance(first, int) or isinstance(second, int):
        return abs(int(first or 0) - int(second or 0)) <= _NEAR
    return first == second or (key == "font" and "" in (first, second))


def _look(styles: Styles, style: Element) -> Look:
    look: dict[str, str | int] = {"jc": "left", "b": "", "i": "", "line": 240}
    for properties in _from_below(styles, style):
        _apply(properties, look)
    look["firstLine"] = int(look.get("firstLine", 0)) - int(look.pop("hanging", 0))
    return look


def _from_below(styles: Styles, style: Element) -> Iterator[Element]:
    """The properties that make up a style's look: the defaults, what it builds on, its own."""
    chain: list[Element] = []
    below: Element | None = style
    while below is not None and below not in chain:
        chain.append(below)
        based = below.find(w("basedOn"))
        below = None if based is None else styles.by_id.get(("paragraph", based.get(w("val"), "")))
    yield from (item for name in ("pPr", "rPr") if (item := styles.defaults(name)) is not None)
    for item in reversed(chain):
        yield from (found for name in ("pPr", "rPr") if (found := item.find(w(name))) is not None)


def _apply(properties: Element, look: dict[str, str | int]) -> None:
    for item in properties:
        name, value = item.tag.rpartition("}")[2], item.get(w("val"), "")
        if name in ("b", "i"):
            look[name] = "" if value in _OFF else "1"
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
