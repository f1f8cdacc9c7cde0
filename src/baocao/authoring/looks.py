"""What shows of a Word file besides its words, in a reader's words: runs, paragraphs, styles, pages.

Only what an eye sees is compared, not what Word notes anew at each saving (languages, other scripts' sizes).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.errors import Where
from baocao.ooxml.names import STYLES
from baocao.template.ooxml_tree import Element, parse, w

Look = Mapping[str, str]

_OFF = ("0", "false", "off", "none")
_SWITCHES = {"b": "đậm", "i": "nghiêng", "u": "gạch chân", "strike": "gạch ngang", "caps": "chữ hoa"}
_VALUES = {"color": "màu chữ", "highlight": "màu nền", "vertAlign": "chỉ số trên, dưới"}
_ALIGN = {
    "left": "trái",
    "start": "trái",
    "center": "giữa",
    "right": "phải",
    "end": "phải",
    "both": "đều hai bên",
}
_INDENTS = {"left": "lề trái", "start": "lề trái", "right": "lề phải", "end": "lề phải"}
_SPACES = {"before": "cách trước", "after": "cách sau"}
_NO = "không"
_PLAIN = ("auto", "000000", "none", "baseline")
_OF_LISTS = ("lề trái", "thụt đầu dòng")
_UNSTATED = {
    "căn": "trái",
    "giãn dòng": "1 dòng",
    "lề trái": "0 mm",
    "lề phải": "0 mm",
    "thụt đầu dòng": "0 mm",
    "cách trước": "0 pt",
    "cách sau": "0 pt",
}
"""What shows where nothing is stated."""

_MARGINS = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}


def run_look(properties: Element | None) -> Look:
    """What a `w:rPr` states."""
    look: dict[str, str] = {}
    for item in properties if properties is not None else ():
        name, value = item.tag.rpartition("}")[2], item.get(w("val"), "")
        if name in _SWITCHES:
            look[_SWITCHES[name]] = _NO if value in _OFF else "có"
        elif name == "sz":
            look["cỡ chữ"] = _number(value, 2)
        elif name == "rFonts" and item.get(w("ascii")):
            look["phông chữ"] = item.get(w("ascii"))
        elif name in _VALUES:
            look[_VALUES[name]] = "không" if value in _PLAIN else value
    return look


def paragraph_look(properties: Element | None) -> Look:
    """What a `w:pPr` states, its style and numbering apart."""
    look: dict[str, str] = {}
    for item in properties if properties is not None else ():
        name = item.tag.rpartition("}")[2]
        if name == "jc":
            look["căn"] = _ALIGN.get(item.get(w("val")), item.get(w("val"), ""))
        elif name == "ind":
            look |= _indents(item)
        elif name == "spacing":
            look |= _spacing(item)
        elif name == "pageBreakBefore":
            look["sang trang mới"] = _NO if item.get(w("val"), "") in _OFF else "có"
    return look


def _indents(item: Element) -> Look:
    look = {label: _millimetres(item.get(w(key))) for key, label in _INDENTS.items() if item.get(w(key))}
    if item.get(w("firstLine")):
        look["thụt đầu dòng"] = _millimetres(item.get(w("firstLine")))
    if _whole(item.get(w("hanging"), "")):
        look["thụt đầu dòng"] = "-" + _millimetres(item.get(w("hanging")))
    return look


def _spacing(item: Element) -> Look:
    look = {
        label: _number(item.get(w(key)), 20) + " pt" for key, label in _SPACES.items() if item.get(w(key))
    }
    if item.get(w("line")):
        exact = item.get(w("lineRule"), "auto") != "auto"
        look["giãn dòng"] = _number(item.get(w("line")), 20 if exact else 240) + (" pt" if exact else " dòng")
    return look


@dataclass(frozen=True, slots=True)
class Style:
    """A style by Word's own name for it. look: with what it takes from the styles it builds on.

    numbered: whether its paragraphs stand in a list, which sets their indents.
    """

    name: str
    look: Look
    numbered: bool = False


def read_styles(parts: Mapping[str, bytes], where: Where) -> Mapping[str, Style]:
    """The styles by id; "" is the one of paragraphs that name none."""
    if STYLES not in parts:
        return {"": Style("", {})}
    root = parse(parts[STYLES], where)
    elements = {item.get(w("styleId"), ""): item for item in root.iter(w("style"))}
    ground = dict(paragraph_look(root.find(f".//{w('pPrDefault')}/{w('pPr')}")))
    ground |= run_look(root.find(f".//{w('rPrDefault')}/{w('rPr')}"))
    found = {"": Style("", ground)}
    for ident, item in elements.items():
        steps = list(_line(ident, elements))
        look: dict[str, str] = {} if item.get(w("type")) == "character" else dict(ground)
        for step in reversed(steps):
            look |= paragraph_look(step.find(w("pPr")))
            look |= run_look(step.find(w("rPr")))
        numbered = any(step.find(f"{w('pPr')}/{w('numPr')}") is not None for step in steps)
        found[ident] = Style(_name(item), look, numbered)
        if item.get(w("type"), "paragraph") == "paragraph" and item.get(w("default")) in ("1", "true", "on"):
            found[""] = found[ident]
    return found


def _name(style: Element) -> str:
    """Word's name of a style, the same in every language of Word; its id when it has none."""
    name = style.find(w("name"))
    return str(style.get(w("styleId")) if name is None else name.get(w("val"))).casefold()


def stated(look: Look, ground: Look, *, numbered: bool = False) -> tuple[tuple[str, str], ...]:
    """What a look adds to the one it stands on; numbered: its indents are those of a list, told elsewhere."""
    return tuple(
        (name, value)
        for name, value in sorted(look.items())
        if value != _shown(ground, name) and not (numbered and name in _OF_LISTS)
    )


def _line(ident: str, styles: Mapping[str, Element]) -> Iterator[Element]:
    """A style, the one it builds on, and so on."""
    seen: set[str] = set()
    while ident in styles and ident not in seen:
        seen.add(ident)
        yield styles[ident]
        below = styles[ident].find(w("basedOn"))
        ident = "" if below is None else below.get(w("val"), "")


def page_looks(document: Element) -> list[Look]:
    """Size and margins of the pages of each section."""
    return [_page(section) for section in document.iter(w("sectPr"))]


def _page(section: Element) -> Look:
    look: dict[str, str] = {}
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is not None:
        edges = (_millimetres(size.get(w(key))) for key in ("w", "h"))
        look["khổ giấy"] = " × ".join(edges)
    for key, label in _MARGINS.items():
        if margins is not None and margins.get(w(key)):
            look[label] = _millimetres(margins.get(w(key)))
    return look


def look_changes(old: Look, new: Look) -> tuple[tuple[str, str, str], ...]:
    """What changed between two looks: name, before, after."""
    names = dict.fromkeys((*old, *new))
    pairs = ((name, _shown(old, name), _shown(new, name)) for name in names)
    return tuple((name, before, after) for name, before, after in pairs if before != after)


def _shown(look: Look, name: str) -> str:
    return look.get(name, _UNSTATED.get(name, _NO))


def _millimetres(twips: str) -> str:
    return _number(str(_whole(twips) * 127), 7200) + " mm"


def _number(value: str, unit: int) -> str:
    """A measure in units, one decimal at the most, with the Vietnamese comma."""
    return f"{round(_whole(value) / unit, 1):g}".replace(".", ",")


def _whole(value: str) -> int:
    return int(value) if value.lstrip("-").isdecimal() else 0
