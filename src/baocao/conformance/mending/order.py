"""Property elements of WordprocessingML: found, made and set, each at its place in the schema's order."""

from __future__ import annotations

from baocao.conformance.appearance import Element
from baocao.template.ooxml_tree import insert_in_order, make, w

_PPR_ORDER = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs"
    " suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi"
    " adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection"
    " textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)

_RPR_ORDER = (
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss"
    " imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect"
    " bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)

_SECTPR_ORDER = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType"
    " pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    " sectPrChange"
)

_TRPR_ORDER = (
    "cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden"
    " ins del trPrChange"
)

_LVL_ORDER = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
PPR, RPR, SECTPR, TRPR, LVL = (
    tuple(names.split()) for names in (_PPR_ORDER, _RPR_ORDER, _SECTPR_ORDER, _TRPR_ORDER, _LVL_ORDER)
)
"""Children in the order of ECMA-376 part 1, annex A (transitional)."""


def properties(owner: Element, name: str) -> Element:
    """The `w:pPr`, `w:rPr` or `w:trPr` of an element; made when there is none.

    It comes first, but for a level's and for a row's exceptions (`w:tblPrEx`).
    """
    found = owner.find(w(name))
    if found is not None:
        return found
    found = make(name)
    if owner.tag == w("lvl"):
        insert_in_order(owner, found, LVL)
    elif owner.tag == w("pPr"):
        insert_in_order(owner, found, PPR)
    else:
        exceptions = owner.find(w("tblPrEx"))
        owner.insert(0 if exceptions is None else 1, found)
    return found


def child(parent: Element, name: str, order: tuple[str, ...]) -> Element:
    """The property `name` of a properties element; made at its place when there is none."""
    found = parent.find(w(name))
    if found is None:
        found = make(name)
        insert_in_order(parent, found, order)
    return found


def put(parent: Element, name: str, order: tuple[str, ...], **attributes: str) -> None:
    """Make a property say exactly this: its other attributes go."""
    if parent.find(w(name)) is not None:
        place = parent.find(w(name))
        place.attrib.clear()
        for key, value in attributes.items():
            place.set(w(key), value)
    else:
        insert_in_order(parent, make(name, **attributes), order)


def switch(parent: Element, name: str, order: tuple[str, ...], on: bool) -> None:
    """Switch an on/off property on or off; off is said aloud, for a style may say on."""
    put(parent, name, order, **({} if on else {"val": "0"}))


def take_away(parent: Element, name: str) -> None:
    """Take every property of that name away."""
    for found in parent.findall(w(name)):
        parent.remove(found)
