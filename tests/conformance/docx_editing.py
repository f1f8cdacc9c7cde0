"""Changes one thing in a .docx: the hand that makes a conforming file wrong."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from conformance.docx_words import XML, NotHereError, W, Words


def _names(told: str) -> list[str]:
    return told.split()


_RPR = _names(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof "
    "snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath "
)
_PPR = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd "
    "tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi "
    "adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc "
    "textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange "
)
_SECT = _names(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange "
)
ORDERS = {"rPr": _RPR, "pPr": _PPR, "sectPr": _SECT}


def put(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    """Give a property to `w:rPr`, `w:pPr` or `w:sectPr`, in the order of the schema."""
    order = ORDERS[etree.QName(parent).localname]
    child = parent.find(f"{W}{tag}")
    if child is None:
        child = etree.Element(f"{W}{tag}")
        places = [at for at, old in enumerate(parent) if _rank(old, order) <= order.index(tag)]
        parent.insert(places[-1] + 1 if places else 0, child)
    for name, value in attributes.items():
        child.set(f"{W}{name}", value)
    return child


def _rank(element: etree._Element, order: list[str]) -> int:
    name = etree.QName(element).localname
    return order.index(name) if name in order else len(order)


def properties(element: etree._Element, tag: str) -> etree._Element:
    """`w:rPr` of a run or `w:pPr` of a paragraph, made when there is none."""
    found = element.find(f"{W}{tag}")
    if found is None:
        found = etree.Element(f"{W}{tag}")
        element.insert(0, found)
    return found


def face(words: Iterable[Words], **settings: str) -> None:
    """Give the letters direct formatting: b="0", sz="30", color="FF0000", u="single", …"""
    for one in words:
        for run in one.runs():
            target = properties(run, "rPr")
            for tag, value in settings.items():
                put(target, tag, val=value)
                if tag in ("b", "i", "sz"):
                    put(target, f"{tag}Cs", val=value)


def look(words: Iterable[Words], tag: str, **settings: str) -> None:
    """Give the paragraph direct formatting: look(found, "jc", val="left")."""
    for one in words:
        child = put(properties(one.element, "pPr"), tag)
        if tag == "jc" or "firstLine" in settings or "hanging" in settings:
            for name in ("hanging", "firstLine", "firstLineChars", "hangingChars"):
                child.attrib.pop(f"{W}{name}", None)
        for name, value in settings.items():
            child.set(f"{W}{name}", value)


def retype(words: Iterable[Words], new: str) -> None:
    """Type other letters in the place of a stretch; the first run keeps its face."""
    for one in words:
        runs = one.runs()
        for run in runs:
            for node in [child for child in run if child.tag in (f"{W}t", f"{W}tab", f"{W}br")]:
                run.remove(node)
        node = etree.SubElement(runs[0], f"{W}t")
        node.text = new
        node.set(f"{XML}space", "preserve")


def part_of(words: Iterable[Words], piece: str, *, last: bool = False) -> list[Words]:
    """A piece of a stretch."""
    found = []
    for one in words:
        at = one.text.rfind(piece) if last else one.text.find(piece)
        if at < 0:
            raise NotHereError(piece)
        found.append(Words(one.element, one.start + at, one.start + at + len(piece)))
    return found


def alone(words: list[Words]) -> list[Words]:
    """The stretch when it is all of its paragraph; raises NotHereError else."""
    if not words[0].alone:
        raise NotHereError(words[0].text)
    return words
