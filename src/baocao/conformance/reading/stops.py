"""Tab stops: a paragraph's own, the usual ones, and `w:ptab`, that leads to a side or the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from baocao.conformance.appearance import Element
from baocao.conformance.paper import Paragraph
from baocao.conformance.reading.measures import TWIP
from baocao.conformance.reading.quantities import twips
from baocao.conformance.reading.widths import cut
from baocao.template.ooxml_tree import w

_PTAB, _TAB = w("ptab"), w("tab")
_STOPPING = frozenset({"left", "center", "right", "decimal", "start", "end", "num"})
_USUAL = 720 * TWIP
_LONGEST = 5_000
"""Letters of a paragraph in which a `w:ptab` is looked for: heads and page headers are short."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Where a tab leads, from the column's left side, and how the letters stand there."""

    place: int
    kind: str


@dataclass(frozen=True, slots=True)
class Stops:
    """What the settings say of tabs. every: distance of the stops that nobody set (`w:defaultTabStop`).

    stretches_broken: a justified line with a forced end is drawn out (no `w:doNotExpandShiftReturn`).
    """

    every: int = _USUAL
    stretches_broken: bool = True

    @classmethod
    def of(cls, settings: Element | None) -> Stops:
        """What a settings part says."""
        if settings is None:
            return cls()
        every = twips(settings.find(w("defaultTabStop")), "val")
        kept = settings.find(f"{w('compat')}/{w('doNotExpandShiftReturn')}")
        return cls(every or _USUAL, kept is None or kept.get(w("val")) in ("0", "false", "off"))

    def after(self, at: int, paragraph: Paragraph, tab: int | None = None) -> Stop:
        """The stop that a tab at `at` leads to. tab: its place in the text; None behind a number."""
        aligned = None if tab is None else _aligned(paragraph, tab)
        if aligned:
            return aligned
        look = paragraph.look
        own = [Stop(place, _kind(kind)) for place, kind in look.tabs if kind in _STOPPING and place > at]
        if look.first_line < 0 and at < look.left:
            own.append(Stop(look.left, "left"))
        if own:
            return min(own, key=lambda stop: stop.place)
        return Stop((at // self.every + 1) * self.every, "left")


def _kind(kind: str) -> str:
    return {"start": "left", "num": "left", "end": "right"}.get(kind, kind)


def _aligned(paragraph: Paragraph, tab: int) -> Stop | None:
    """Where the tab leads when it is a `w:ptab`."""
    box, look = paragraph.box, paragraph.look
    if paragraph.spans[-1].end > _LONGEST:
        return None
    (part,) = cut(paragraph.spans, tab, tab + 1)
    if part.run.find(_PTAB) is None or box.left is None or box.right is None:
        return None
    tabs: Sequence[Element] = [item for item in part.run if item.tag in (_PTAB, _TAB)]
    index = sum(span.text.count("\t") for span in cut(paragraph.spans, 0, tab) if span.run is part.run)
    if index >= len(tabs) or tabs[index].tag != _PTAB:
        return None
    indented = tabs[index].get(w("relativeTo")) == "indent"
    left, right = (look.left, look.right) if indented else (0, 0)
    end = box.right - box.left - right
    kind = tabs[index].get(w("alignment")) or "left"
    return Stop({"center": (left + end) // 2, "right": end}.get(kind, left), kind)
