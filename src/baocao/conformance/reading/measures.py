"""What attributes of WordprocessingML say: lengths, switches, colours.

Sources: ECMA-376 part 1, 22.9.2 (ST_OnOff, ST_TwipsMeasure, ST_UniversalMeasure), part 4 (the same in
Transitional files). Numbers with a decimal point are no valid twips, but Google Docs writes them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from baocao.conformance.appearance import Element
from baocao.formats import Length
from baocao.ooxml.xml import W

W_ = f"{{{W}}}"
VAL = f"{W_}val"
TWIP, HALF_POINT, EIGHTH_POINT, POINT = 635, 6350, 1588, 12700
_UNITS = {"mm": 36_000, "cm": 360_000, "in": 914_400, "pt": POINT, "pc": 152_400, "pi": 152_400}
_MEASURE = re.compile(r"\s*([+-]?\d{1,8}(?:\.\d{1,20})?)\s*(mm|cm|in|pt|pc|pi)?\s*")
_OFF = frozenset({"0", "false", "off", "none"})
_HEX = re.compile(r"#?([0-9A-Fa-f]{6})")


@lru_cache(maxsize=4096)
def length(text: str | None, unit: int = TWIP) -> Length | None:
    """A length; None for what is none. unit: EMU of one, for a bare number (twips when not told)."""
    found = _MEASURE.fullmatch(text or "")
    if found is None:
        return None
    return Length(round(float(found[1]) * _UNITS.get(found[2], unit)))


def whole(text: str | None, missing: int = 0) -> int:
    """A whole number; `missing` for what is none."""
    found = _MEASURE.fullmatch(text or "")
    return missing if found is None or found[2] else round(float(found[1]))


def child(element: Element | None, *names: str) -> Element | None:
    """A `w:` child, or the child of a child; None when one of them is not there."""
    for name in names:
        if element is None:
            return None
        element = element.find(W_ + name)
    return element


def value(element: Element | None, *names: str) -> str:
    """The `w:val` of a child, "" without one."""
    found = child(element, *names)
    return "" if found is None else str(found.get(VAL, ""))


def is_on(element: Element | None) -> bool:
    """Whether an on/off element is there and not switched off."""
    return element is not None and element.get(VAL, "1") not in _OFF


def attribute_on(element: Element | None, name: str) -> bool:
    """Whether an on/off attribute is there and not switched off."""
    return element is not None and element.get(W_ + name, "0") not in _OFF


def colour(text: str | None) -> str:
    """RRGGBB in capitals, "" for auto and for what is none."""
    found = _HEX.fullmatch(text or "")
    return found[1].upper() if found else ""
