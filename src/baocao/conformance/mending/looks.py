"""How paragraphs and rows are laid out: `SetLook` and `KeepRow` written as direct formatting."""

from __future__ import annotations

from collections.abc import Callable

from baocao.conformance.appearance import Element
from baocao.conformance.mending.order import PPR, TRPR, child, properties, put, switch, take_away
from baocao.conformance.mends import KeepRow, SetLook
from baocao.formats import Length
from baocao.template.ooxml_tree import w

_SINGLE = 240
_OVERRIDING = {
    "left": ("leftChars", "start", "startChars"),
    "right": ("rightChars", "end", "endChars"),
    "firstLine": ("firstLineChars", "hanging", "hangingChars"),
    "hanging": ("hangingChars", "firstLine", "firstLineChars"),
    "before": ("beforeLines", "beforeAutospacing"),
    "after": ("afterLines", "afterAutospacing"),
}
"""What goes before a length or stands in its place (ECMA-376 17.3.1.12 and 33). Those that end in Chars,
Lines or Autospacing are inherited on their own, so they are set to 0 where a style may say them."""
_INHERITED = ("Chars", "Lines", "Autospacing")


def lay_out(paragraph: Element, mend: SetLook, said: Callable[[str], bool]) -> None:
    """Write a look into a paragraph. said: whether a style or list of the file says an attribute."""
    look = properties(paragraph, "pPr")
    if mend.align is not None:
        put(look, "jc", PPR, val=mend.align.value)
    for name, on in _switches(mend):
        if on is not None:
            switch(look, name, PPR, on)
    spacing = {"before": mend.before, "after": mend.after}
    indents = {"left": mend.left, "right": mend.right, **_first_line(mend)}
    for element, lengths in (("spacing", spacing), ("ind", indents)):
        for name, length in lengths.items():
            if length is not None:
                _set_length(child(look, element, PPR), name, length.twips, said)
    if mend.lines is not None:
        lines = child(look, "spacing", PPR)
        lines.set(w("line"), str(round(mend.lines * _SINGLE)))
        lines.set(w("lineRule"), "auto")


def keep_row(row: Element, mend: KeepRow) -> None:
    """Repeat a row on each page, keep it whole, or not. No `w:trPr` is made only to switch off."""
    for name, on in (("cantSplit", mend.whole), ("tblHeader", mend.repeats)):
        if on:
            put(properties(row, "trPr"), name, TRPR)
        elif on is not None and row.find(w("trPr")) is not None:
            take_away(row.find(w("trPr")), name)


def _switches(mend: SetLook) -> tuple[tuple[str, bool | None], ...]:
    return (
        ("keepNext", mend.keep_next),
        ("keepLines", mend.keep_lines),
        ("contextualSpacing", mend.contextual),
    )


def _first_line(mend: SetLook) -> dict[str, Length]:
    """A hanging indent has an attribute of its own, and goes before the other one."""
    if mend.first_line is None:
        return {}
    return {"hanging": Length(-mend.first_line)} if mend.first_line < 0 else {"firstLine": mend.first_line}


def _set_length(element: Element, name: str, twips: int, said: Callable[[str], bool]) -> None:
    for other in _OVERRIDING[name]:
        element.attrib.pop(w(other), None)
        if other.endswith(_INHERITED) and said(other):
            element.set(w(other), "0")
    element.set(w(name), str(twips))
