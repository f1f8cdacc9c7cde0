"""Styles of a layer's blocks: those of the package they are printed in, or carried into it.

A style is known by its name: Word in Vietnamese and LibreOffice give styles other ids and keep their names,
and two files may give one id to two styles. Only a style without a name is known by its id. What the package
lacks comes along with the styles it builds on, under an id that is free there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from copy import deepcopy

from baocao.errors import Where
from baocao.ooxml.names import STYLES
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, make, parse, serialize, w

_KINDS = {w("pStyle"): "paragraph", w("rStyle"): "character", w("tblStyle"): "table"}
_IN_HOLDER = re.compile(r'(<w:rStyle w:val=")([^"]*)(")')
_NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


class Styles:
    """The styles of one package, by id and by name."""

    def __init__(self, parts: Mapping[str, bytes], where: Where) -> None:
        self.root = parse(parts.get(STYLES, _NO_STYLES), where)
        self.by_id: dict[tuple[str, str], Element] = {}
        self.by_name: dict[tuple[str, str], Element] = {}
        for style in self.root.iter(w("style")):
            self.add(style)

    def add(self, style: Element) -> None:
        """Know one more style."""
        kind = style.get(w("type"), "paragraph")
        self.by_id[kind, style.get(w("styleId"), "")] = style
        self.by_name.setdefault((kind, name_of(style)), style)

    def default(self, kind: str) -> Element | None:
        """The style of what names none."""
        styles = (style for (type_, _), style in self.by_id.items() if type_ == kind)
        return next((style for style in styles if style.get(w("default")) in ("1", "true", "on")), None)

    def defaults(self, properties: str) -> Element | None:
        """`w:rPr` or `w:pPr` of the document defaults."""
        return self.root.find(f"{w('docDefaults')}/{w(properties + 'Default')}/{w(properties)}")


def name_of(style: Element) -> str:
    """The name of a style, as names are compared."""
    name = style.find(w("name"))
    return str(name.get(w("val"), "")).casefold() if name is not None else ""


class StyleCarrier:
    """Matches the styles of one layer with those of the base; carries over what the base lacks.

    carried: the new styles of the base, numbered as in the layer still. matched: kind and id in the layer ->
    the base's style, carried ones too.
    """

    def __init__(self, own: Styles, theirs: Styles) -> None:
        self.own, self.theirs = own, theirs
        self.carried: list[Element] = []
        self.matched: dict[tuple[str, str], Element] = {}

    def follow(self, document: Element) -> None:
        """Give everything in a document the style it has in the base."""
        for item in document.iter():
            kind = _KINDS.get(item.tag)
            if kind:
                item.set(w("val"), self.new_id(kind, item.get(w("val"), "")))
            elif item.tag == NOTE_HOLDER:
                item.set("rpr", _IN_HOLDER.sub(self._reference, item.get("rpr")))

    def _reference(self, found: re.Match[str]) -> str:
        return f"{found.group(1)}{self.new_id('character', found.group(2))}{found.group(3)}"

    def new_id(self, kind: str, ident: str) -> str:
        """The id in the base of a style of the layer; the style is carried over when the base lacks it."""
        own = self.own.by_id.get((kind, ident))
        if own is None:
            return ident
        theirs = self.matched.get((kind, ident))
        theirs = self._match(kind, own) if theirs is None else theirs
        if theirs is None:
            return self._carry(kind, own)
        self.matched[kind, ident] = theirs
        return str(theirs.get(w("styleId")))

    def _match(self, kind: str, own: Element) -> Element | None:
        if name := name_of(own):
            return self.theirs.by_name.get((kind, name))
        same_id = self.theirs.by_id.get((kind, own.get(w("styleId"), "")))
        return None if same_id is None or name_of(same_id) else same_id

    def _carry(self, kind: str, own: Element) -> str:
        ident = self._free(str(own.get(w("styleId"))))
        style = deepcopy(own)
        style.set(w("styleId"), ident)
        self.matched[kind, str(own.get(w("styleId")))] = style
        style.attrib.pop(w("default"), None)
        self.theirs.root.append(style)
        self.theirs.add(style)
        self.carried.append(style)
        if style.find(w("basedOn")) is None:
            self._bake_defaults(kind, style)
        for name in ("basedOn", "link", "next"):
            for item in style.findall(w(name)):
                other = {"paragraph": "character", "character": "paragraph"}.get(kind, kind)
                item.set(w("val"), self.new_id(other if name == "link" else kind, item.get(w("val"), "")))
        return ident

    def _free(self, ident: str) -> str:
        """An id that no style of the base has: this one, or with a number behind it."""
        taken = {known for _, known in self.theirs.by_id}
        names = (f"{ident}{number or ''}" for number in range(len(taken) + 1))
        return next(name for name in names if name not in taken)

    def _bake_defaults(self, kind: str, style: Element) -> None:
        """A style that builds on nothing builds on the defaults of its file, which the base may not share."""
        for properties in ("pPr", "rPr") if kind == "paragraph" else ():
            defaults, others = self.own.defaults(properties), self.theirs.defaults(properties)
            missing = [item for item in (defaults if defaults is not None else ()) if _differs(item, others)]
            target = style.find(w(properties))
            if target is None and missing:
                target = make(properties)
                style.append(target)
            for item in missing:
                if target.find(item.tag) is None:
                    target.append(deepcopy(item))
            if target is not None:
                _in_schema_order(target)

    def write(self, base: MutableMapping[str, bytes]) -> None:
        """Put the base's styles back."""
        if self.carried:
            base[STYLES] = serialize(self.theirs.root)


def _differs(item: Element, others: Element | None) -> bool:
    other = None if others is None else others.find(item.tag)
    return other is None or dict(other.attrib) != dict(item.attrib)


_ORDER = (
    "keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs suppressAutoHyphens spacing ind"
    " contextualSpacing jc outlineLvl rFonts b bCs i iCs caps smallCaps strike color w kern position sz szCs"
    " highlight u effect vertAlign lang"
)
_RANK = {w(name): rank for rank, name in enumerate(_ORDER.split())}


def _in_schema_order(properties: Element) -> None:
    properties[:] = sorted(properties, key=lambda item: _RANK.get(item.tag, len(_RANK)))
