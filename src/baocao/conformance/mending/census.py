"""The safety net: what a file holds is counted before and after mending; nothing may be lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lxml import etree

from baocao.conformance.appearance import Element
from baocao.conformance.mending.fields import fields_of
from baocao.conformance.mending.work import Words, Work, letters
from baocao.conformance.paper import Paper
from baocao.conformance.reading.runs import SYMBOL, TEXT, piece
from baocao.errors import InternalError, Where, finding
from baocao.ooxml.xml import MC, R, W
from baocao.template.ooxml_tree import own_descendants, w
from baocao.vietnamese.legacy_text import encoding_of_font

_ONE_BY_ONE = (
    "footnoteReference endnoteReference footnote endnote commentReference commentRangeStart commentRangeEnd"
    " comment ins del moveFrom moveTo rPrChange pPrChange sectPrChange tblPrChange trPrChange tcPrChange"
    " cellIns cellDel tbl tr tc bookmarkStart bookmarkEnd hyperlink sdt object sectPr sym oMath altChunk"
    " delText permStart permEnd"
)
_COUNTED = tuple(map(w, _ONE_BY_ONE.split()))
_DRAWN = tuple(map(w, ("drawing", "pict", "object")))
_LETTERED = (TEXT, SYMBOL, w("noBreakHyphen"))
"""What prints letters, as `reading.runs` counts them, but for the blanks."""
_NAMING = ("id", "name", "anchor", "char", "val")
_FALLBACK = f"{{{MC}}}Fallback"
_LINKS = (f"{{{R}}}embed", f"{{{R}}}id", f"{{{R}}}link", f"{{{R}}}dm")
_PICTURES = ("{*}blip", "{*}imagedata", "{*}OLEObject", "{*}chart", "{*}relIds", "{*}oMath")
Texts = list[tuple[Element, str]]
Counts = Counter[tuple[str, ...]]


def texts_of(paper: Paper) -> dict[str, Texts]:
    """The words of each paragraph of each part, in order; what older Word shows instead is left out."""
    return {name: list(_texts(root)) for name, root in paper.trees.items()}


def holdings(paper: Paper) -> Counts:
    """Every note, table, picture, comment, tracked change, field, bookmark, link of a file, with its name.

    Page numbers of head and foot are left out: mending puts them in their place.
    """
    found: Counts = Counter()
    for name, root in paper.trees.items():
        for item in _shown(root, *_COUNTED):
            if item.tag == SYMBOL and encoding_of_font(item.get(w("font"), "")):
                continue
            found[(name, item.tag, *_names(item))] += 1
        for picture in _shown(root, *_PICTURES):
            found[(name, "picture", *(picture.get(link, "") for link in _LINKS))] += 1
        for paragraph in root.iter(w("p")):
            for field in fields_of(paragraph):
                numbering = (field.is_page or field.is_count) and not field.inside
                if not (root.tag in (w("hdr"), w("ftr")) and numbering):
                    found[(name, "field", " ".join(field.code.split()))] += 1
    return found


def drawn_in(paper: Paper) -> set[Element]:
    """Every drawing, picture and object of all parts, but for what older Word shows instead."""
    return {item for root in paper.trees.values() for item in _shown(root, *_DRAWN)}


def check_drawn(work: Work, before: set[Element]) -> None:
    """Every drawing stayed, and none came in, but for the rules and boxes that mends announced.

    Raises `InternalError`: then nothing may be written.
    """
    after = drawn_in(work.paper)
    if before - after - work.taken or after - before - work.drawn:
        _lost(work.paper.file, "")


def check_words(work: Work, before: Mapping[str, Texts]) -> None:
    """Every paragraph says what it said, in the same order, but for what mends announced.

    Raises `InternalError`: then nothing may be written.
    """
    after = texts_of(work.paper)
    for name, texts in before.items():
        announced = _by_paragraph(work.words, texts)
        now = dict(after[name])
        for paragraph, text in texts:
            if paragraph not in announced and _squeezed(now.get(paragraph, "")) != _squeezed(text):
                _lost(work.paper.file, text)
        _same_order(work, [one for one, _ in texts], [one for one, _ in after[name]])
        _check_sum(work, name, texts, after[name])


def check_holdings(file: str, before: Counts, after: Counts) -> None:
    """Nothing was lost and nothing came in. Raises `InternalError`."""
    for key in (before - after) + (after - before):
        if not (key[1] == w("sectPr") or _of_new_part(key, before)):
            _lost(file, f"{etree.QName(key[1]).localname if '}' in key[1] else key[1]} {' '.join(key[2:])}")


def _of_new_part(key: tuple[str, ...], before: Counts) -> bool:
    """Whether something stands in a head or foot that was made anew."""
    return not any(one[0] == key[0] for one in before) and key[0].startswith(("word/header", "word/footer"))


def _check_sum(work: Work, name: str, before: Texts, after: Texts) -> None:
    """Over a whole part, letters are those of before, less and more those that were announced."""
    known = {work.paper.trees[name], *(paragraph for paragraph, _ in before)}
    mine = [words for one, words in work.words.items() if one in known]
    expected = letters("".join(text for _, text in before))
    for words in mine:
        expected.subtract(words.lost)
        expected.update(words.gained)
    if +expected != letters("".join(text for _, text in after)) or min(expected.values(), default=0) < 0:
        _lost(work.paper.file, name)


def _by_paragraph(words: Mapping[Element, Words], texts: Texts) -> set[Element]:
    """The paragraphs whose words may change: those announced, all of a part that was announced as a whole."""
    found = set(words)
    if texts and texts[0][0].getroottree().getroot() in found:
        found |= {paragraph for paragraph, _ in texts}
    return found


def _same_order(work: Work, before: list[Element], after: list[Element]) -> None:
    kept = set(after)
    stayed = [one for one in before if one in kept]
    known = set(before)
    if stayed != [one for one in after if one in known]:
        _lost(work.paper.file, "")


def _texts(root: Element) -> Iterator[tuple[Element, str]]:
    for paragraph in _shown(root, w("p")):
        inside = (item for item in own_descendants(paragraph) if item.tag in _LETTERED)
        yield paragraph, "".join((item.text or "") if item.tag == TEXT else piece(item) for item in inside)


def _shown(root: Element, *names: str) -> Iterator[Element]:
    """The elements of some names, without those that only older Word shows."""
    hidden = {item for old in root.iter(_FALLBACK) for item in old.iter(*names)}
    return (item for item in root.iter(*names) if item not in hidden)


def _names(item: Element) -> Iterator[str]:
    return (item.get(f"{{{W}}}{name}", "") for name in _NAMING)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _lost(file: str, words: str) -> None:
    raise InternalError(finding("sua-mat-noi-dung", Where(file=file, words=words[:60])))
