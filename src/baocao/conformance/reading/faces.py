"""How letters look: properties of runs merged from docDefaults up to direct formatting.

Order: ECMA-376 part 1, 17.7.2; toggle properties: 17.7.3; which of the four fonts a letter takes: 17.3.2.26.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from baocao.conformance.appearance import Element, Face
from baocao.conformance.reading.conditions import TableStyle
from baocao.conformance.reading.measures import HALF_POINT, VAL, W_, child, is_on, length
from baocao.conformance.reading.sheet import Sheet
from baocao.conformance.reading.themes import TEXT_FILL, Theme

Properties = Mapping[str, Any]
NONE: Properties = MappingProxyType({})
DEFAULT_FONT, DEFAULT_SIZE = "Times New Roman", 10.0
"""Of Word, when a file says nothing (ECMA-376 part 1, 17.3.2.26 and 17.3.2.38)."""

_TOGGLES = {
    "b": "bold",
    "i": "italic",
    "caps": "caps",
    "vanish": "hidden",
    "outline": "outlined",
    "emboss": "embossed",
    "imprint": "imprinted",
}
_COMPLEX_TOGGLES = {"bCs": "bold_cs", "iCs": "italic_cs"}
_SWITCHES = {W_ + tag: name for tag, name in (_TOGGLES | _COMPLEX_TOGGLES).items()}
_SIZES = {f"{W_}sz": "size", f"{W_}szCs": "size_cs"}
_FONTS = (
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
    ("cs", "cstheme"),
)
_EAST = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef"
_COMPLEX = "\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefe"
_HINTED = re.compile(
    "[\u00a1\u00a4\u00a7\u00a8\u00aa\u00ad\u00af\u00b0-\u00b4\u00b6-\u00ba\u00bc-\u00bf\u00d7\u00f7"
    "\u0250-\u04ff\u2000-\u2bff\ue000-\uf8ff]"
)
_KINDS = (
    ("ascii", re.compile("[!-~]")),
    ("hAnsi", re.compile(rf"[^\s\x00-\x7f{_EAST}{_COMPLEX}]")),
    ("eastAsia", re.compile(f"[{_EAST}\U00020000-\U0003ffff]")),
    ("cs", re.compile(f"[{_COMPLEX}]")),
)
_PLAIN = ("ascii",)


class Faces:
    """The faces of a file, each resolved once."""

    def __init__(self, sheet: Sheet, theme: Theme) -> None:
        self._sheet, self._theme = sheet, theme
        self._default = self.properties(sheet.default_run)
        self._styles: dict[Element, Properties] = {}
        self._levels: dict[tuple[str, str], Properties] = {}
        self._tables: dict[TableStyle, Properties] = {}
        self._direct: dict[tuple[Any, ...], Properties] = {}
        self._merged: dict[tuple[Any, ...], Properties] = {}
        self._faces: dict[tuple[Any, ...], Face] = {}

    def of(self, direct: Element | None, style: str, table: TableStyle | None, text: str) -> Face:
        """The face of letters. direct: their `w:rPr`. style: of the paragraph. table: None outside."""
        merged = self.merged((direct,), style, table)
        return self.face(merged, text)

    def merged(self, direct: tuple[Element | None, ...], style: str, table: TableStyle | None) -> Properties:
        """All properties of letters. direct: `w:rPr` elements, the weakest first."""
        keys = tuple(map(_key, direct))
        key = (keys, style, table)
        if key not in self._merged:
            own: dict[str, Any] = {}
            for element, known in zip(direct, keys, strict=True):
                own |= self._known(element, known)
            levels = [self._of_table(table), self._of_style("paragraph", style)]
            if character := own.get("style"):
                levels.append(self._of_style("character", character))
            self._merged[key] = _merged(self._default, levels, own)
        return self._merged[key]

    def face(self, merged: Properties, text: str) -> Face:
        """The face of some text."""
        kinds = _PLAIN if text.isascii() else _kinds(text, merged.get("hint", ""))
        key = (id(merged), kinds)
        if key not in self._faces:
            self._faces[key] = _face(merged, kinds)
        return self._faces[key]

    def size_of_style(self, style: str, table: TableStyle | None) -> float:
        """The size of letters that only the styles speak of, points."""
        size: float = self.merged((), style, table).get("size", DEFAULT_SIZE)
        return size

    def properties(self, element: Element | None) -> dict[str, Any]:
        """What one `w:rPr` says."""
        told: dict[str, Any] = {}
        for item in () if element is None else element:
            tag = item.tag
            if tag in _SWITCHES:
                told[_SWITCHES[tag]] = is_on(item)
            elif tag in _SIZES:
                size = length(item.get(VAL), HALF_POINT)
                told |= {} if size is None else {_SIZES[tag]: size.pt}
            elif (read := _READERS.get(tag)) is not None:
                read(told, item, self._theme)
        return told

    def _known(self, element: Element | None, key: tuple[Any, ...]) -> Properties:
        if key not in self._direct:
            self._direct[key] = self.properties(element)
        return self._direct[key]

    def _of_style(self, kind: str, name: str) -> Properties:
        key = kind, name
        if key not in self._levels:
            told: dict[str, Any] = {}
            for style in reversed(self._sheet.chain(kind, name)):
                if style not in self._styles:
                    self._styles[style] = self.properties(child(style, "rPr"))
                told |= self._styles[style]
            self._levels[key] = told
        return self._levels[key]

    def _of_table(self, table: TableStyle | None) -> Properties:
        if table is None:
            return NONE
        if table not in self._tables:
            told: dict[str, Any] = {}
            for layer in table.layers(self._sheet, "rPr"):
                told |= self.properties(layer)
            self._tables[table] = told
        return self._tables[table]


def _key(element: Element | None) -> tuple[Any, ...]:
    if element is None:
        return ()
    return tuple(_said(item) for item in element)


def _said(item: Element) -> tuple[Any, ...]:
    """What a property says, with what stands in it."""
    return (item.tag, *item.items(), *map(_said, item)) if len(item) else (item.tag, *item.items())


def _merged(default: Properties, levels: list[Properties], own: Properties) -> Properties:
    told: dict[str, Any] = dict(default)
    for level in levels:
        told |= level
    for name in _SWITCHES.values():
        turned = sum(bool(level.get(name)) for level in levels) % 2 == 1
        told[name] = turned or bool(default.get(name))
    told |= own
    return told


def _kinds(text: str, hint: str) -> tuple[str, ...]:
    """Which of the four fonts the letters of a text take."""
    found = [kind for kind, pattern in _KINDS if pattern.search(text)]
    if hint == "eastAsia" and "hAnsi" in found and _HINTED.search(text):
        found = [kind for kind in found if kind != "hAnsi" or _KINDS[1][1].search(_HINTED.sub("", text))]
        found += [] if "eastAsia" in found else ["eastAsia"]
    return tuple(found) or _PLAIN


def _face(told: Properties, kinds: tuple[str, ...]) -> Face:
    complex_script = bool(told.get("complex"))
    names = ("cs",) if complex_script else kinds
    tail = "_cs" if complex_script else ""
    return Face(
        fonts=tuple(sorted({told.get(name) or DEFAULT_FONT for name in names})),
        size=told.get(f"size{tail}", DEFAULT_SIZE),
        bold=told[f"bold{tail}"],
        italic=told[f"italic{tail}"],
        caps=told["caps"],
        underline=told.get("underline", ""),
        color=told.get("painted") or told.get("color") or "000000",
        highlight=told.get("highlight", ""),
        shading=told.get("shading", ""),
        raised=told.get("place") == "superscript",
        lowered=told.get("place") == "subscript",
        hollow=told["outlined"] or told["embossed"] or told["imprinted"],
    )


def _fonts(told: dict[str, Any], item: Element, theme: Theme) -> None:
    for plain, themed in _FONTS:
        name = theme.font(item.get(W_ + themed, "")) or item.get(W_ + plain)
        if name is None and item.get(W_ + themed) is not None:
            name = DEFAULT_FONT
        told |= {} if name is None else {plain: name}
    if item.get(f"{W_}hint") is not None:
        told["hint"] = item.get(f"{W_}hint")


def _color(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["color"] = theme.of(item)
    told["painted"] = ""


def _text_fill(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["painted"] = theme.painted(item)


def _shading(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["shading"] = theme.fill(item)


def _underline(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["underline"] = item.get(VAL, "none").replace("none", "")


def _highlight(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["highlight"] = "" if item.get(VAL) in (None, "none", "white") else item.get(VAL)


def _place(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["place"] = item.get(VAL, "")


def _style(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["style"] = item.get(VAL, "")


def _complex(told: dict[str, Any], item: Element, theme: Theme) -> None:
    told["complex"] = is_on(item)


_READERS = {
    f"{W_}rFonts": _fonts,
    f"{W_}color": _color,
    TEXT_FILL: _text_fill,
    f"{W_}shd": _shading,
    f"{W_}u": _underline,
    f"{W_}highlight": _highlight,
    f"{W_}vertAlign": _place,
    f"{W_}rStyle": _style,
    f"{W_}cs": _complex,
    f"{W_}rtl": _complex,
}
