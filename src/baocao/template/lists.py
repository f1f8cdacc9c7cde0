"""Lists of a layer's blocks: those of the package they are printed in, or carried into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from copy import deepcopy

from baocao.errors import Finding, Where, finding
from baocao.ooxml.names import DOCUMENT_RELATIONSHIPS, NUMBERING
from baocao.ooxml.xml import R
from baocao.template.furniture import add_relationship, declare_type, relationships_of
from baocao.template.ooxml_tree import Element, drop, parse, serialize, w
from baocao.template.style_carrying import StyleCarrier

_EMPTY = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_SHOWN = frozenset(w(name) for name in ("lvlText", "numFmt", "start", "startOverride", "suff"))


def leave_to_styles(document: Element, styles: StyleCarrier) -> None:
    """Take away the number of a paragraph that its style gives it anyway: LibreOffice writes it twice.

    To be called before the styles get their new ids.
    """
    for paragraph in document.iter(w("p")):
        numbered, style = (
            paragraph.find(f"{w('pPr')}/{w('numPr')}"),
            paragraph.find(f"{w('pPr')}/{w('pStyle')}"),
        )
        if numbered is None or style is None:
            continue
        own = styles.own.by_id.get(("paragraph", style.get(w("val"), "")))
        if own is not None and _number(numbered) == _number(own.find(f"{w('pPr')}/{w('numPr')}")):
            drop(numbered)


def _number(properties: Element | None) -> tuple[str, str] | None:
    if properties is None:
        return None
    level, number = properties.find(w("ilvl")), properties.find(w("numId"))
    return (
        "0" if level is None else level.get(w("val"), "0"),
        "" if number is None else number.get(w("val"), ""),
    )


class ListCarrier:
    """Gives the lists of one layer their numbers in the base."""

    def __init__(self, parts: Mapping[str, bytes], styles: StyleCarrier, where: Where) -> None:
        self._own = parse(parts.get(NUMBERING, _EMPTY), where)
        self._styles, self._where = styles, where
        self._numbers: dict[str, str] = {}

    def follow(self, roots: Sequence[Element], base: MutableMapping[str, bytes]) -> list[Finding]:
        """Give every list below the roots its number in the base; carry over what the base lacks."""
        used = [item for root in roots for item in root.iter(w("numId")) if item.get(w("val")) != "0"]
        if not used or not len(self._own):
            return []
        theirs = parse(base.get(NUMBERING, _EMPTY), self._where)
        findings = list(self._pictures(used))
        for item in used:
            item.set(w("val"), self._new_number(item.get(w("val"), ""), theirs))
        if NUMBERING not in base:
            _announce(base, self._where)
        base[NUMBERING] = serialize(theirs)
        return findings

    def _pictures(self, used: Sequence[Element]) -> Iterator[Finding]:
        """Bullets that are pictures become the sign of their level."""
        for number in dict.fromkeys(item.get(w("val"), "") for item in used):
            mine = _definition(self._own, number)
            pictures = list(mine[0].iter(w("lvlPicBulletId"))) if mine else []
            if pictures:
                yield finding("phan-khong-mang-theo", self._where, loai="dấu đầu dòng bằng hình")
            for item in pictures:
                drop(item)

    def _new_number(self, number: str, theirs: Element) -> str:
        if number not in self._numbers:
            mine = _definition(self._own, number)
            known = None if mine is None else self._known(number, mine, theirs)
            self._numbers[number] = number if mine is None else known or self._carried(mine, theirs)
        return self._numbers[number]

    def _known(self, number: str, mine: tuple[Element, Element], theirs: Element) -> str | None:
        """The base's list that is this one: of its headings, or one of the same signs that counts nothing."""
        looks = _levels(mine)
        if all(value == "bullet" for _, tag, value in looks if tag == w("numFmt")):
            candidates = [number, *(item.get(w("numId"), "") for item in theirs.findall(w("num")))]
        else:
            candidates = [number] if number in self._of_styles(theirs) else []
        for candidate in candidates:
            other = _definition(theirs, candidate)
            if other is not None and _levels(other) == looks:
                return str(candidate)
        return None

    def _of_styles(self, theirs: Element) -> set[str]:
        """The numbers of the base's lists that belong to a style, as those of headings do."""
        own = (item for item in self._styles.theirs.root if item not in self._styles.carried)
        numbers = (style.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}") for style in own)
        found = {item.get(w("val"), "") for item in numbers if item is not None}
        linked = {
            item.get(w("abstractNumId"))
            for item in theirs.findall(w("abstractNum"))
            if next(item.iter(w("pStyle")), None) is not None
        }
        for item in theirs.findall(w("num")):
            if (abstract := item.find(w("abstractNumId"))) is not None and abstract.get(w("val")) in linked:
                found.add(item.get(w("numId"), ""))
        return found

    def _carried(self, mine: tuple[Element, Element], theirs: Element) -> str:
        abstract, instance = deepcopy(mine[0]), deepcopy(mine[1])
        abstract_id, number = _free(theirs, "abstractNum", "abstractNumId"), _free(theirs, "num", "numId")
        abstract.set(w("abstractNumId"), abstract_id)
        for name in ("nsid", "tmpl", "styleLink"):
            for item in abstract.findall(w(name)):
                abstract.remove(item)
        self._restyle(abstract)
        instance.set(w("numId"), number)
        instance.find(w("abstractNumId")).set(w("val"), abstract_id)
        for item in (abstract, instance):
            last = theirs.findall(item.tag)
            behind = 0 if item is abstract else len(theirs)
            theirs.insert(theirs.index(last[-1]) + 1 if last else behind, item)
        return number

    def _restyle(self, abstract: Element) -> None:
        """The levels name the styles that came along with them; one of the base keeps its own list."""
        for item in list(abstract.iter(w("pStyle"))):
            style = self._styles.matched.get(("paragraph", item.get(w("val"), "")))
            if style is None or style not in self._styles.carried:
                drop(item)
            else:
                item.set(w("val"), style.get(w("styleId")))
        for item in abstract.iter(w("rStyle")):
            item.set(w("val"), self._styles.new_id("character", item.get(w("val"), "")))


def _definition(numbering: Element, number: str) -> tuple[Element, Element] | None:
    abstracts = {item.get(w("abstractNumId")): item for item in numbering.findall(w("abstractNum"))}
    for instance in numbering.findall(w("num")):
        if instance.get(w("numId")) == number:
            wanted = instance.find(w("abstractNumId"))
            abstract = None if wanted is None else abstracts.get(wanted.get(w("val")))
            return None if abstract is None else (_linked(abstract, abstracts), instance)
    return None


def _linked(abstract: Element, abstracts: Mapping[str, Element]) -> Element:
    """The list behind a list style."""
    link = abstract.find(w("numStyleLink"))
    if link is None:
        return abstract
    named = (item for item in abstracts.values() if (own := item.find(w("styleLink"))) is not None
             and own.get(w("val")) == link.get(w("val")))  # fmt: skip
    return next(named, abstract)


def _levels(definition: tuple[Element, Element]) -> list[tuple[str, str, str]]:
    """What shows of a list: sign, form and start of each level."""
    return [
        (level.get(w("ilvl"), ""), item.tag, item.get(w("val"), ""))
        for part in definition
        for level in part
        for item in level
        if item.tag in _SHOWN
    ]


def _free(numbering: Element, name: str, key: str) -> str:
    return str(max((int(item.get(w(key))) for item in numbering.findall(w(name))), default=0) + 1)


def _announce(base: MutableMapping[str, bytes], where: Where) -> None:
    declare_type(base, NUMBERING, _TYPE, where)
    relationships = relationships_of(base, DOCUMENT_RELATIONSHIPS, where)
    add_relationship(relationships, f"{R}/numbering", "numbering.xml")
    base[DOCUMENT_RELATIONSHIPS] = serialize(relationships)
