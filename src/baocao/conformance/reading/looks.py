"""How paragraphs look: their properties merged from docDefaults up to direct formatting.

Order: ECMA-376 part 1, 17.7.2; the level of a list lies right under whatever puts the paragraph into the list
(itself or one of its styles), as Word does it. Lengths in characters or lines count when no plain one stands
beside them; Word writes both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from baocao.conformance.appearance import Element, Look
from baocao.conformance.reading.conditions import TableStyle
from baocao.conformance.reading.measures import VAL, W_, attribute_on, child, is_on, length, whole
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.themes import Theme
from baocao.formats import Align, Length

_ZERO = Length(0)
_SINGLE, _TWIPS_OF_LINE = 240, 240
_NO_OUTLINE = 9
"""`w:outlineLvl` of body text (ECMA-376 part 1, 17.3.1.20)."""
_ALIGNS = {
    "left": Align.LEFT,
    "start": Align.LEFT,
    "numTab": Align.LEFT,
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.JUSTIFY,
    "distribute": Align.JUSTIFY,
    "thaiDistribute": Align.JUSTIFY,
    "lowKashida": Align.JUSTIFY,
    "mediumKashida": Align.JUSTIFY,
    "highKashida": Align.JUSTIFY,
}
_SPREAD = ("distribute", "thaiDistribute")
_TURNED = {Align.LEFT: Align.RIGHT, Align.RIGHT: Align.LEFT}
_FLAGS = {
    "contextualSpacing": "contextual",
    "keepNext": "keep_next",
    "keepLines": "keep_lines",
    "pageBreakBefore": "page_break_before",
    "bidi": "bidi",
}
_SWITCHES = {W_ + tag: name for tag, name in _FLAGS.items()}
_TABS = {"left": "left", "start": "left", "num": "left", "center": "center", "right": "right", "end": "right"}
_TAB_KINDS = _TABS | {"decimal": "decimal"}

Properties = Mapping[str, Any]
ListHome = tuple[str | None, Element | None]
"""What puts a paragraph into its list ("" itself, else the id of a style, None nothing), and its `w:lvl`."""


class Looks:
    """The looks of a file. size_of: the type size of a paragraph style, points, for lengths in characters."""

    def __init__(
        self, sheet: Sheet, theme: Theme, size_of: Callable[[str, TableStyle | None], float]
    ) -> None:
        self._sheet, self._theme, self._size_of = sheet, theme, size_of
        self._default = self._properties(sheet.default_paragraph)
        self._styles: dict[Element, Properties] = {}
        self._bases: dict[tuple[Any, ...], Properties] = {}

    def of(self, direct: Element | None, style: str, table: TableStyle | None, home: ListHome) -> Look:
        """The look of a paragraph. direct: its `w:pPr`. style: the id of its style."""
        told = dict(self._base(style, table, home))
        if home[0] == "" and home[1] is not None:
            _lay(told, self._properties(child(home[1], "pPr")))
        _lay(told, self._properties(direct))
        return _look(told, style, self._size_of(style, table))

    def _base(self, style: str, table: TableStyle | None, home: ListHome) -> Properties:
        key = style, table, home if home[0] else None
        if key not in self._bases:
            told = dict(self._default)
            for layer in () if table is None else table.layers(self._sheet, "pPr"):
                _lay(told, self._properties(layer))
            for item in reversed(self._sheet.chain("paragraph", style)):
                if home[0] and home[0] == item.get(f"{W_}styleId"):
                    _lay(told, self._properties(child(home[1], "pPr")))
                if item not in self._styles:
                    self._styles[item] = self._properties(child(item, "pPr"))
                _lay(told, self._styles[item])
            self._bases[key] = told
        return self._bases[key]

    def _properties(self, element: Element | None) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for item in () if element is None else element:
            tag = item.tag
            if tag in _SWITCHES:
                told[_SWITCHES[tag]] = is_on(item)
            elif (read := _READERS.get(tag)) is not None:
                read(told, item)
            elif tag == f"{W_}shd":
                told["shading"] = self._theme.fill(item)
        return told


def _lay(told: dict[str, Any], above: Mapping[str, Any]) -> None:
    """Put stronger properties over weaker ones; tab stops add up, a cleared one goes."""
    tabs = dict(told.get("tabs", {})) | above.get("tabs", {})
    told |= above
    told["tabs"] = tabs


def _look(told: Properties, style: str, size: float) -> Look:
    align: Align = told.get("align", Align.LEFT)
    tabs = sorted((place, kind) for place, kind in told.get("tabs", {}).items() if kind != "clear")
    return Look(
        align=_TURNED.get(align, align) if told.get("bidi") else align,
        left=_amount(told, "left", size),
        right=_amount(told, "right", size),
        first_line=_amount(told, "first_line", size),
        before=_amount(told, "before", size),
        after=_amount(told, "after", size),
        line=told.get("line", _SINGLE),
        line_rule=told.get("line_rule", "auto"),
        auto_before=told.get("auto_before", False),
        auto_after=told.get("auto_after", False),
        contextual=told.get("contextual", False),
        keep_next=told.get("keep_next", False),
        keep_lines=told.get("keep_lines", False),
        page_break_before=told.get("page_break_before", False),
        shading=told.get("shading", ""),
        style=style,
        outline=told.get("outline"),
        tabs=tuple(tabs),
        spread=told.get("spread", False),
    )


def _amount(told: Properties, name: str, size: float) -> Length:
    """A length of its own, or one in hundredths of a character."""
    found = told.get(name, _ZERO)
    return found if isinstance(found, Length) else Length(round(found * size * 127))


def _align(told: dict[str, Any], item: Element) -> None:
    if (align := _ALIGNS.get(item.get(VAL, ""))) is not None:
        told["align"] = align
        told["spread"] = item.get(VAL) in _SPREAD


def _indents(told: dict[str, Any], item: Element) -> None:
    for name, tags in (("left", ("left", "start")), ("right", ("right", "end"))):
        told |= _indent(name, item, tags, 1)
    first = _indent("first_line", item, ("hanging",), -1)
    told |= first or _indent("first_line", item, ("firstLine",), 1)


def _indent(name: str, item: Element, tags: tuple[str, ...], sign: int) -> dict[str, Any]:
    """The length, or the whole number of hundredths of a character."""
    for tag in tags:
        if (found := length(item.get(W_ + tag))) is not None:
            return {name: Length(sign * found)}
    for tag in tags:
        if hundredths := whole(item.get(f"{W_}{tag}Chars")):
            return {name: sign * hundredths}
    return {}


def _spacing(told: dict[str, Any], item: Element) -> None:
    for side in ("before", "after"):
        lines = whole(item.get(f"{W_}{side}Lines"))
        own = length(item.get(W_ + side))
        if own is None and lines:
            own = length(str(lines * _TWIPS_OF_LINE // 100))
        told |= {} if own is None else {side: own}
        if item.get(f"{W_}{side}Autospacing") is not None:
            told[f"auto_{side}"] = attribute_on(item, f"{side}Autospacing")
    rule = item.get(f"{W_}lineRule")
    told |= {"line_rule": rule} if rule in ("auto", "exact", "atLeast") else {}
    if (line := length(item.get(f"{W_}line"))) is not None:
        told["line"] = line.twips


def _tabs(told: dict[str, Any], item: Element) -> None:
    stops = {}
    for stop in item.iterchildren(f"{W_}tab"):
        place, kind = length(stop.get(f"{W_}pos")), stop.get(VAL, "left")
        if place is not None and (kind == "clear" or kind in _TAB_KINDS):
            stops[place] = _TAB_KINDS.get(kind, kind)
    told["tabs"] = stops


def _outline(told: dict[str, Any], item: Element) -> None:
    level = whole(item.get(VAL), _NO_OUTLINE)
    told["outline"] = level if 0 <= level < _NO_OUTLINE else None


_READERS: Mapping[str, Callable[[dict[str, Any], Element], None]] = {
    f"{W_}jc": _align,
    f"{W_}ind": _indents,
    f"{W_}spacing": _spacing,
    f"{W_}tabs": _tabs,
    f"{W_}outlineLvl": _outline,
}
