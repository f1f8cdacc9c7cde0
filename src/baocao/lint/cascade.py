"""How a run looks in the end: its own properties, its styles, the document's defaults, the theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from baocao.errors import PackError
from baocao.lint.word_file import WordFile
from baocao.ooxml.names import STYLES, THEME
from baocao.ooxml.xml import A
from baocao.template.ooxml_tree import Element, ancestor, w

_DEPTH = 20


class Look(NamedTuple):
    """Font, size in half points (0: not known), colour ("auto", "FF0000"), marking colour or ""."""

    font: str
    size: int
    color: str
    highlight: str


class Cascade:
    """The styles of a file; those of the template it builds on come first when both have one of that id."""

    def __init__(self, file: WordFile, base: WordFile | None = None) -> None:
        roots = [root for item in (base, file) if item is not None and (root := _styles(item)) is not None]
        self._styles: dict[str, Element] = {}
        self._standard = ""
        for root in reversed(roots):
            for style in root.iter(w("style")):
                self._styles[style.get(w("styleId"), "")] = style
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true"):
                    self._standard = style.get(w("styleId"), "")
        self._defaults = roots[0].find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}") if roots else None
        self._theme = _theme_fonts(base or file)

    def look(self, run: Element) -> Look:
        """The look of a run."""
        layers = list(self._layers(run))
        return Look(
            next((font for item in layers if (font := self._font(item))), ""),
            _whole(next((value for item in layers if (value := _value(item, "sz"))), "")),
            next((value for item in layers if (value := _value(item, "color"))), "auto"),
            _value(run.find(w("rPr")), "highlight") or "",
        )

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        return self._standard if style is None else style.get(w("val"), "")

    def style_name(self, ident: str) -> str:
        """The name Word shows for a style."""
        style = self._styles.get(ident)
        name = None if style is None else style.find(w("name"))
        return ident if name is None else name.get(w("val"), "")

    def _layers(self, run: Element) -> Iterator[Element | None]:
        own = run.find(w("rPr"))
        yield own
        if own is not None:
            yield from self._chain(_value(own, "rStyle"))
        paragraph = ancestor(run, w("p"))
        if paragraph is not None:
            yield from self._chain(self.style_of(paragraph))
        yield self._defaults

    def _chain(self, ident: str) -> Iterator[Element | None]:
        for _ in range(_DEPTH):
            style = self._styles.get(ident)
            if style is None:
                return
            yield style.find(w("rPr"))
            below = style.find(w("basedOn"))
            ident = "" if below is None else below.get(w("val"), "")

    def _font(self, properties: Element | None) -> str:
        fonts = None if properties is None else properties.find(w("rFonts"))
        if fonts is None:
            return ""
        themed = fonts.get(w("asciiTheme"), "")
        if themed:
            return self._theme.get("major" if themed.startswith("major") else "minor", "")
        return str(fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or "")


def _value(properties: Element | None, name: str) -> str:
    found = None if properties is None else properties.find(w(name))
    return "" if found is None else str(found.get(w("val"), ""))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _styles(file: WordFile) -> Element | None:
    try:
        return file.tree(STYLES) if STYLES in file.parts else None
    except PackError:
        return None


def _theme_fonts(file: WordFile) -> Mapping[str, str]:
    try:
        root = file.tree(THEME) if THEME in file.parts else None
    except PackError:
        return {}
    if root is None:
        return {}
    found = {}
    for kind in ("major", "minor"):
        latin = next(root.iter(f"{{{A}}}{kind}Font"), None)
        latin = None if latin is None else latin.find(f"{{{A}}}latin")
        found[kind] = "" if latin is None else str(latin.get("typeface", ""))
    return found
