"""Words changed as far as a mend says: `Retype`, `ToUnicode`; an empty paragraph taken away: `DropBlank`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from baocao.conformance.appearance import Element
from baocao.conformance.components.words import prints_pictures
from baocao.conformance.mending.faces import dress
from baocao.conformance.mending.lettering import CannotMendError, Lettering
from baocao.conformance.mending.order import properties
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import DropBlank, Mend, Retype, SetFace, ToUnicode
from baocao.conformance.paper import Paragraph
from baocao.conformance.reading.runs import SOFT_HYPHEN, SYMBOL, TCVN3_LETTER, piece
from baocao.conformance.same_words import keeps_words
from baocao.template.ooxml_tree import XML_SPACE, ancestor, drop, is_bare, make, own_descendants, w
from baocao.vietnamese.legacy_text import encoding_of_font, pieces_to_unicode, prints_capitals

TRACKED = "đoạn đang có chữ thêm, chữ xóa do Word theo dõi: hãy chấp nhận hoặc từ chối các thay đổi đó trước"
_EMPTY = tuple(map(w, ("r", "rPr", "lastRenderedPageBreak")))
_OLD_CODES = 0xFF
"""Symbols of a font of letters have the codes of the letters, or these and F000."""


def retype(work: Work, mend: Retype) -> None:
    """Put new words where old ones stand. Raises `CannotMendError`."""
    lettering = work.lettering(mend.paragraph)
    _refuse_words(mend, lettering)
    work.expect(mend.paragraph.element, lost=mend.old, gained=mend.new)
    lettering.retype(mend.start, mend.old, mend.new)


def _refuse_words(mend: Retype, lettering: Lettering) -> None:
    """Raise `CannotMendError` for words that are tracked, not there, or would become others."""
    end = mend.start + len(mend.old)
    if mend.paragraph.changed:
        raise CannotMendError(TRACKED)
    if mend.paragraph.text[mend.start : end] != mend.old or len(lettering.letters) < end:
        raise CannotMendError(f"không thấy chữ «{mend.old}» ở chỗ cần sửa")
    if not keeps_words(mend):
        raise CannotMendError("sửa chỗ này phải thêm, bớt hoặc đổi chữ: máy không tự đổi chữ nào")


def to_unicode(work: Work, mend: ToUnicode) -> None:
    """Turn the letters of a paragraph into Unicode, each piece in its own run, and give them a font.

    Where some runs are in a font of the encoding only those are meant, else all but signs typed as letters.
    """
    if mend.paragraph.changed:
        raise CannotMendError(TRACKED)
    fonts = {span.run: span.face.fonts for span in mend.paragraph.spans}
    signs = {} if mend.encoding == "NFD" else _type_signs(work, mend, fonts)
    inside = (item for item in own_descendants(mend.paragraph.element) if item.tag == w("t"))
    texts = [text for text in inside if not prints_pictures(fonts.get(text.getparent(), ()))]
    named = {text: signs.get(text) or fonts.get(text.getparent(), ()) for text in texts}
    meant = [any(encoding_of_font(font) == mend.encoding for font in named[text]) for text in texts]
    for chosen, group in groupby(zip(texts, meant, strict=True), lambda one: one[1] or not any(meant)):
        if chosen:
            _decode(work, mend, {text: named[text] for text, _ in group})


def _type_signs(
    work: Work, mend: ToUnicode, fonts: Mapping[Element, Sequence[str]]
) -> dict[Element, Sequence[str]]:
    """Put a `w:t` for what stands for a letter in an old font: an optional hyphen, which has the code of ư in
    TCVN3, a symbol of the font. Gives the new ones with their fonts.
    """
    typed: dict[Element, Sequence[str]] = {}
    inside = list(own_descendants(mend.paragraph.element))
    for item in (one for one in inside if one.tag in (SOFT_HYPHEN, SYMBOL)):
        run = item.getparent()
        names = fonts.get(run, ()) if item.tag == SOFT_HYPHEN else (item.get(w("font"), ""),)
        if any(encoding_of_font(name) == mend.encoding for name in names):
            letter = make("t")
            code = int(item.get(w("char"), ""), 16) & _OLD_CODES if item.tag == SYMBOL else ord(TCVN3_LETTER)
            letter.text = chr(code)
            work.expect(mend.paragraph.element, lost=piece(item), gained=letter.text)
            run.replace(item, letter)
            typed[letter] = names
    return typed


def _decode(work: Work, mend: ToUnicode, named: Mapping[Element, Sequence[str]]) -> None:
    """Decode some neighbouring `w:t`, given with their fonts."""
    before = [text.text or "" for text in named]
    capitals = [any(map(prints_capitals, fonts)) for fonts in named.values()]
    made = pieces_to_unicode(before, mend.encoding, capitals)
    work.expect(mend.paragraph.element, lost="".join(before), gained="".join(made))
    for text, decoded in zip(named, made, strict=True):
        if decoded != text.text:
            text.text = decoded
            text.set(XML_SPACE, "preserve")
        if mend.encoding != "NFD":
            dress(properties(text.getparent(), "rPr"), SetFace(font=mend.font))


def can_type(mend: Mend) -> bool:
    """Whether the words that a mend types, decodes or takes away are in nobody's hands but the typist's; True
    for a mend that leaves all words. The file must not have been mended yet.
    """
    try:
        match mend:
            case Retype():
                lettering = Lettering(mend.paragraph)
                _refuse_words(mend, lettering)
                lettering.check(mend.start, mend.old, mend.new)
            case DropBlank():
                _refuse_needed(mend.paragraph)
            case ToUnicode():
                return not mend.paragraph.changed
    except CannotMendError:
        return False
    return True


def drop_blank(mend: DropBlank) -> None:
    """Take an empty paragraph away, its bookmarks moved to the next one. Raises `CannotMendError`."""
    element = mend.paragraph.element
    _refuse_needed(mend.paragraph)
    following = element.getnext()
    place = 0 if following.find(w("pPr")) is None else 1
    for item in list(element.iterchildren(w("bookmarkStart"), w("bookmarkEnd"))):
        following.insert(place, item)
        place += 1
    drop(element)


def _refuse_needed(paragraph: Paragraph) -> None:
    element: Element = paragraph.element
    following = element.getnext()
    inside = [item for item in own_descendants(element) if ancestor(item, w("rPr")) is None]
    holding = [item for item in inside if not is_bare(item) and item.tag not in _EMPTY]
    look = element.find(w("pPr"))
    bound = [] if look is None else [one for one in look if one.tag in (w("sectPr"), w("framePr"), w("pBdr"))]
    if paragraph.changed or holding or bound or paragraph.look.page_break_before:
        raise CannotMendError("đoạn trống này còn giữ ngắt trang, ngắt phần, khung hoặc dấu vết thay đổi")
    if following is None or following.tag != w("p"):
        raise CannotMendError("đoạn trống này đứng cạnh bảng hoặc ở cuối ô, Word cần nó")
