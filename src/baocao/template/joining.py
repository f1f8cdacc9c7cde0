"""Tags that Word tore into several runs (or that run over several paragraphs) become whole again.

Afterwards each tag stands in one `w:t`, written as `baocao.template.tags.write` does.
"""

from __future__ import annotations

from baocao.errors import Finding, finding
from baocao.template.ooxml_tree import (
    XML_SPACE,
    Element,
    drop,
    own_descendants,
    prune_run,
    text_of,
    w,
)
from baocao.template.places import Places
from baocao.template.tags import Piece, Scanner, UnclosedTagError

_MAX_PARAGRAPHS = 50
_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}"}
_BETWEEN = frozenset({w("br"), w("tab"), w("cr"), w("noBreakHyphen"), w("softHyphen")})
_SIGNS = ("{", "}", "⟦", "[@")
_DELETED = w("delText")


def join_tags(root: Element, places: Places) -> list[Finding]:
    """Make the tags of every paragraph of a part whole; findings for tags that are never closed."""
    scanner = Scanner()
    findings: list[Finding] = []
    for paragraph in list(root.iter(w("p"))):
        if paragraph.getparent() is None:
            continue
        fault = _join_paragraph(paragraph, scanner, places)
        findings += [fault] if fault else []
    return findings + _other_texts(root, places)


def _join_paragraph(paragraph: Element, scanner: Scanner, places: Places) -> Finding | None:
    level = places.heading_level(paragraph)
    for _ in range(_MAX_PARAGRAPHS):
        texts = [item for item in own_descendants(paragraph) if item.tag == w("t")]
        whole = "".join(item.text or "" for item in texts)
        if not scanner.raw and not any(sign in whole for sign in _SIGNS):
            return None
        try:
            pieces = scanner.pieces(whole, heading=level)
        except UnclosedTagError as error:
            opening, start = error.args
            if not _merge_next(paragraph, _CLOSING[opening]):
                words = whole[start : start + 40].strip()
                return finding(
                    "the-chua-dong", places.where(paragraph, words), mo=opening, dong=_CLOSING[opening]
                )
            continue
        _rewrite(paragraph, texts, pieces)
        return None
    return None


def _merge_next(paragraph: Element, closing: str) -> bool:
    """Take in the next paragraph when the end of the tag comes within the next few."""
    following = paragraph
    for _ in range(_MAX_PARAGRAPHS):
        following = following.getnext()
        if following is None or following.tag != w("p"):
            return False
        if closing in text_of(following):
            break
    merge(paragraph, paragraph.getnext())
    return True


def merge(paragraph: Element, following: Element) -> None:
    """Move the content of the following paragraph to the end of this one."""
    for child in [item for item in following if item.tag != w("pPr")]:
        paragraph.append(child)
    drop(following)


def _rewrite(paragraph: Element, texts: list[Element], pieces: list[Piece]) -> None:
    offset = 0
    starts: list[int] = []
    for item in texts:
        starts.append(offset)
        offset += len(item.text or "")
    _drop_between(paragraph, texts, starts, pieces)
    whole = "".join(item.text or "" for item in texts)
    for place, item in enumerate(texts):
        end = starts[place + 1] if place + 1 < len(texts) else offset
        content = _content(whole, starts[place], end, pieces)
        if content == (item.text or ""):
            continue
        if content:
            item.text = content
            item.set(XML_SPACE, "preserve")
        else:
            prune_run(item)


def _content(whole: str, start: int, end: int, pieces: list[Piece]) -> str:
    out: list[str] = []
    position = start
    for piece in pieces:
        if piece.end <= start or piece.start >= end:
            continue
        out.append(whole[position : max(piece.start, position)])
        if piece.start >= start:
            out.append(piece.written)
        position = min(piece.end, end)
    out.append(whole[position:end])
    return "".join(out)


def _drop_between(paragraph: Element, texts: list[Element], starts: list[int], pieces: list[Piece]) -> None:
    """Line breaks and tabs inside a torn tag are spaces of the tag."""
    torn = [piece for piece in pieces if any(piece.start < start < piece.end for start in starts)]
    if not torn:
        return
    begin = dict(zip(texts, starts, strict=True))
    position = 0
    for item in list(own_descendants(paragraph)):
        if item in begin:
            position = begin[item] + len(item.text or "")
        elif item.tag in _BETWEEN and any(piece.start < position < piece.end for piece in torn):
            drop(item)


def _other_texts(root: Element, places: Places) -> list[Finding]:
    """Tags in attributes (descriptions, links) and in texts that are no `w:t` (field codes, formulas)."""
    findings: list[Finding] = []
    scanner = Scanner()
    for element in root.iter():
        if element.tag not in (w("t"), _DELETED) and element.text and "{" in element.text:
            element.text = _plain(element.text, scanner, element, places, findings)
        for name, value in element.attrib.items():
            if "{{" in value or "{%" in value:
                element.set(name, _plain(value, scanner, element, places, findings))
    return findings


def _plain(text: str, scanner: Scanner, element: Element, places: Places, findings: list[Finding]) -> str:
    try:
        return _content(text, 0, len(text), scanner.pieces(text, plain=True))
    except UnclosedTagError as error:
        opening, start = error.args
        where = places.where(element, text[start : start + 40])
        findings.append(finding("the-chua-dong", where, mo=opening, dong=_CLOSING[opening]))
        return text
