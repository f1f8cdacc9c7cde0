"""The copy of a part on which the compiler's passes run, its slips mended: the passes see what was meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from baocao.errors import Finding, finding
from baocao.lint.slips import Setting, Slip, find_slips
from baocao.lint.word_file import FALLBACK, texts_of, window
from baocao.template.ooxml_tree import Element, ancestor, prune_run, w
from baocao.template.places import Places
from baocao.template.tags import Scanner, UnclosedTagError

_REACH = 50


def mend(root: Element, places: Places, knows: Callable[[str], bool]) -> list[Finding]:
    """Find the slips of a part and mend them in the tree. knows: whether the data has a dotted name."""
    scanner = Scanner()
    findings: list[Finding] = []
    joined: set[Element] = set()
    for paragraph in list(root.iter(w("p"))):
        if paragraph in joined:
            continue
        texts = texts_of(paragraph)
        before = "".join(item.text or "" for item in texts)
        setting = Setting(ancestor(paragraph, w("tc")) is not None, _Reach(paragraph, joined), knows)
        after, slips = find_slips(before, scanner, setting)
        if slips:
            _rewrite(texts, slips)
        if ancestor(paragraph, FALLBACK) is None:
            findings += _findings(paragraph, places, before, slips)
            findings += _spread(paragraph, places, after)
    return findings


class _Reach:
    """Whether the end of a tag comes in one of the paragraphs after this one; they belong to it then."""

    def __init__(self, paragraph: Element, joined: set[Element]) -> None:
        self._paragraph, self._joined = paragraph, joined

    def __call__(self, closing: str) -> bool:
        following, passed = self._paragraph, []
        for _ in range(_REACH):
            following = following.getnext()
            if following is None or following.tag != w("p"):
                return False
            passed.append(following)
            text = "".join(item.text or "" for item in texts_of(following))
            end = text.find(closing)
            if end >= 0:
                follows = not any(sign in text[:end] for sign in ("{{", "{%"))
                self._joined.update(passed if follows else ())
                return follows
        return False


def _findings(paragraph: Element, places: Places, text: str, slips: Sequence[Slip]) -> list[Finding]:
    found = []
    for place, slip in enumerate(slips):
        if place and _is_other_end(slip, slips[place - 1]):
            text = text[: slip.start] + slip.instead + text[slip.end :]
            continue
        words = window(text, min(slip.start, len(text)), min(slip.end, len(text)))
        found.append(finding(slip.code, places.where(paragraph, words), **slip.facts))
        text = text[: slip.start] + slip.instead + text[slip.end :]
    return list(dict.fromkeys(found))


def _is_other_end(slip: Slip, before: Slip) -> bool:
    """Whether two braces stand apart at the end of a tag whose beginning has been told for the same."""
    apart = slip.code == before.code == "ngoac-roi"
    return apart and slip.instead == "}" and before.instead == "{"


def _spread(paragraph: Element, places: Places, text: str) -> list[Finding]:
    """A tag that ends in another paragraph: the compiler joins the paragraphs."""
    try:
        Scanner().pieces(text)
    except UnclosedTagError as fault:
        start = fault.args[1]
        return [finding("the-qua-doan", places.where(paragraph, text[start : start + 60]))]
    return []


def _rewrite(texts: list[Element], slips: Sequence[Slip]) -> None:
    """Carry the slips out over the runs of a paragraph; what stands instead goes into the first of them."""
    pieces = [item.text or "" for item in texts]
    for slip in slips:
        offset, placed = 0, False
        for place, piece in enumerate(pieces):
            start, end = slip.start - offset, slip.end - offset
            offset += len(piece)
            if end < 0 or start > len(piece) or (placed and end <= 0):
                continue
            kept = piece[max(end, 0) :] if end <= len(piece) else ""
            pieces[place] = piece[: max(start, 0)] + ("" if placed else slip.instead) + kept
            placed = True
            if end <= len(piece):
                break
    for item, piece in zip(texts, pieces, strict=True):
        item.text = piece
        if not piece:
            prune_run(item)
