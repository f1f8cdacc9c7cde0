"""Quantities of tables and drawings: twips, shares of a whole, whole numbers, and the units of CSS in VML."""

from __future__ import annotations

import re

from baocao.conformance.appearance import Element
from baocao.conformance.reading.measures import W_, length
from baocao.formats import Length

_PIXEL = 9_525
_CSS = re.compile(r"(-?)(\.?\d{1,9}(?:\.\d{0,20})?)(px)?")
_PARTS = re.compile(r"(\d{1,6}(?:\.\d{1,20})?)(%?)")
_WHOLE = re.compile(r"-?\d{1,12}")


def twips(element: Element | None, name: str) -> Length | None:
    """The attribute `w:name` of an element as a length."""
    return None if element is None else length(element.get(W_ + name))


def css(typed: str | None, bare: float = _PIXEL) -> float | None:
    """ "2.5cm", ".5pt", "720" as EMU. bare: EMU of a number without a unit. None when it says none."""
    text = (typed or "").strip().lower()
    found = _CSS.fullmatch(text)
    if not found:
        return length(text.replace("-.", "-0.") if text[:1] != "." else f"0{text}")
    return float(found[1] + found[2]) * (_PIXEL if found[3] else bare)


def share(typed: str | None) -> float | None:
    """A width in per cent as a share of one: "50%", or 5000 for all of it (ST_MeasurementOrPercent)."""
    found = _PARTS.fullmatch(typed or "")
    return float(found[1]) / (100 if found[2] else 5000) if found else None


def styled(typed: str | None) -> dict[str, str]:
    """The declarations of a VML `style`."""
    parts = (item.partition(":") for item in (typed or "").split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in parts if value}


def number(element: Element | None, name: str) -> int | None:
    """An attribute without namespace as a whole number; None when it is missing or none."""
    typed = None if element is None else element.get(name)
    return int(typed) if typed and _WHOLE.fullmatch(typed) else None
