"""How letters look: `SetFace` written as direct formatting of runs, of a paragraph's mark, of a level."""

from __future__ import annotations

from functools import partial

from baocao.conformance.appearance import Element
from baocao.conformance.mending.order import RPR, child, properties, put, switch, take_away
from baocao.conformance.mends import SetFace
from baocao.conformance.reading.themes import TEXT_FILL
from baocao.formats import Pt
from baocao.template.ooxml_tree import w

_SCRIPTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMED = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_SAID_BY = {
    "font": ("rFonts",),
    "size": ("sz", "szCs"),
    "bold": ("b", "bCs"),
    "italic": ("i", "iCs"),
    "caps": ("caps", "smallCaps"),
    "color": ("color",),
    "underline": ("u",),
}
"""Which elements of `w:rPr` say what of a `SetFace`."""


def dress(letters: Element, face: SetFace) -> None:
    """Write a face into a `w:rPr`. Toggles of direct formatting stand for themselves (ECMA-376 17.7.3)."""
    setting = partial(put, letters)
    if face.font is not None:
        _set_font(letters, face.font)
    if face.size is not None:
        for name in _SAID_BY["size"]:
            setting(name, RPR, val=str(Pt(face.size).half_points))
    for on, names in ((face.bold, _SAID_BY["bold"]), (face.italic, _SAID_BY["italic"])):
        for name in names if on is not None else ():
            switch(letters, name, RPR, bool(on))
    if face.caps is not None:
        switch(letters, "caps", RPR, face.caps)
        take_away(letters, "smallCaps") if face.caps else switch(letters, "smallCaps", RPR, False)
    if face.color is not None:
        setting("color", RPR, val=face.color)
        for painted in letters.findall(TEXT_FILL):
            letters.remove(painted)
    if face.underline is not None:
        setting("u", RPR, val="single" if face.underline else "none")
    if face.plain:
        setting("highlight", RPR, val="none")
        setting("shd", RPR, val="clear", color="auto", fill="auto")


def dress_label(mark: Element, level: Element | None, face: SetFace) -> None:
    """Write a face for an automatic number: into the mark of its paragraph, and into its level where that
    says otherwise, for it comes after the mark (17.9.24).
    """
    dress(properties(properties(mark, "pPr"), "rPr"), face)
    said = None if level is None else level.find(w("rPr"))
    if said is not None and any(said.find(w(name)) is not None for name in _names(face)):
        dress(said, face)


def _names(face: SetFace) -> tuple[str, ...]:
    names = [name for key, names in _SAID_BY.items() if getattr(face, key) is not None for name in names]
    return (*names, *(("highlight", "shd") if face.plain else ()))


def _set_font(letters: Element, font: str) -> None:
    fonts = child(letters, "rFonts", RPR)
    for name in _THEMED:
        fonts.attrib.pop(w(name), None)
    for name in _SCRIPTS:
        fonts.set(w(name), font)
