"""What shows of a table style: its rules and grounds, and those of its first row, last column and so on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from baocao.template.ooxml_tree import Element, w

_NO_RULE = ("nil", "none")
_NO_GROUND = ("AUTO", "FFFFFF")
_BORDERS = (w("tblBorders"), w("tcBorders"))


def table_look(chain: Iterable[Element]) -> Mapping[tuple[str, str], str]:
    """The look of a table style. chain: what it builds on, from below, and the style."""
    look: dict[tuple[str, str], str] = {}
    for style in chain:
        _apply(style, "", look)
        for part in style.findall(w("tblStylePr")):
            _apply(part, part.get(w("type"), ""), look)
    return {key: value for key, value in look.items() if value}


def _apply(properties: Element, part: str, look: dict[tuple[str, str], str]) -> None:
    for group in ("tblPr", "tcPr"):
        for item in properties.iterfind(f"{w(group)}/*"):
            if item.tag in _BORDERS:
                for rule in item:
                    kind = rule.get(w("val"), "")
                    look[part, rule.tag] = "" if kind in _NO_RULE else f"{kind} {rule.get(w('sz'), '')}"
            elif item.tag == w("shd"):
                ground = item.get(w("fill"), "auto").upper()
                look[part, item.tag] = "" if ground in _NO_GROUND else ground
    for item in properties.iterfind(f"{w('rPr')}/*"):
        if item.tag in (w("b"), w("i"), w("color"), w("sz")):
            look[part, item.tag] = "" if item.get(w("val"), "1") in ("0", "false", "auto") else _value(item)


def _value(item: Element) -> str:
    return str(item.get(w("val"), "1")).upper()
