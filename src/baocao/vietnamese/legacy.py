"""Vietnamese typed in an old 8-bit encoding (TCVN3, VNI) and pasted as Unicode: "ñy ban nh©n d©n x·".

A word counts as evidence when it is no Vietnamese syllable as it stands and becomes one when decoded. That
keeps the signs of correct texts out: "5·10", "§ 3", "Microsoft®", "Köln", "m²".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

TCVN3 = str.maketrans(
    "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ¡¢£¤¥¦§",
    "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĂÂÊÔƠƯĐ",
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
VNI_TONES = dict(zip("øùõûï", "\u0300\u0301\u0303\u0309\u0323", strict=True))
VNI_BASES = {
    "â": "\u0302", "à": "\u0302\u0300", "á": "\u0302\u0301", "å": "\u0302\u0309", "ã": "\u0302\u0303",
    "ä": "\u0302\u0323", "ê": "\u0306", "è": "\u0306\u0300", "é": "\u0306\u0301", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_MARKS = VNI_TONES | VNI_BASES
_VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ï": "ị"}

_WORD = re.compile(r"[\w¨©«¬\u00ad®¶·¸»×÷¡¢£¤¥¦§]+")
_UNITS = re.compile(r"(?:µ?[A-Za-z]{1,3}[·×÷])*(?:k?[mWNVAJghs]|cm|mm|km|kg|Pa|µ\w{1,2})")
UNICODE_ONLY = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)

SHORT = 200
"""Characters of a text that is worth remembering."""

_FEWEST, _ONE_IN = 3, 5
"""How many words of an old encoding make the whole text one: their number, and their share."""

_ASCII_LETTER = re.compile("[A-Za-z]")
_TONE_ON_CONSONANT = re.compile(f"[^aeiouy\u0302\u0306\u031b][{_TONES}]")

_ONSET = r"(?:ngh|ng|nh|th|tr|ch|gh|gi|kh|ph|qu|[bcdđghklmnpqrstvx])?"
_CODA = r"(?:ch|ng|nh|[cmnpt])"
_OPEN = (
    "iêu|ươi|ươu|uôi|yêu|uya|uyu|uây|uêu|ueo|uao|uay|uai|oai|oay|oeo|oao|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|oa|oe|oi"
    "|ôi|ơi|ua|uê|ui|uy|uơ|ưa|ưi|ưu|ue|[aeêioôơuưy]"
)
_CLOSED = "iê|yê|uyê|uô|ươ|oă|uâ|oa|oe|oo|uê|uơ|ue|ua|uă|uy|[aăâeêioôơuưy]"
_SYLLABLE = re.compile(rf"{_ONSET}(?:(?:{_OPEN})|(?:{_CLOSED}){_CODA})")
_GLIDE = re.compile(r"[aăâeêioôơuưy][iuyo]\Z|(?:i|u|ư)a\Z")


def legacy_word(text: str) -> str:
    """The first word that is typed in TCVN3 or VNI; "" when the text is proper Unicode.

    A text with letters that only Unicode has needs two such words, any other text one.
    """
    if text.isascii():
        return ""
    return _legacy_in_short(text) if len(text) <= SHORT else _legacy_in(text)


def words_with_places(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """The words of a text with the signs that are letters in an old encoding, and where they stand."""
    return ((found[0], found.span()) for found in _WORD.finditer(text))


class Legacy(NamedTuple):
    """The old encoding of a text: "TCVN3" or "VNI", and a word typed in it."""

    encoding: str
    word: str


def legacy_of(text: str) -> Legacy | None:
    """The old encoding that a whole text is typed in: a fifth of its words with marks at least, and three.

    None for proper Unicode, also when a few words of it are old ones.
    """
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    old = [word for word in marked if _is_legacy(word)]
    if len(old) < _FEWEST or len(old) * _ONE_IN < len(marked):
        return None
    in_vni = sum(_is_syllable(_from_vni(word)) for word in old)
    in_tcvn3 = sum(_is_syllable(_from_tcvn3(word)) for word in old)
    return Legacy("VNI" if in_vni > in_tcvn3 else "TCVN3", old[0])


@lru_cache(maxsize=8192)
def _legacy_in_short(text: str) -> str:
    """The profile's texts come again with every report of a unit, the names of fields with every record."""
    return _legacy_in(text)


def _legacy_in(text: str) -> str:
    words = list(filter(_is_legacy, filterfalse(str.isascii, _WORD.findall(text))))
    needed = 2 if UNICODE_ONLY.search(text) else 1
    return words[0] if len(words) >= needed else ""


@lru_cache(maxsize=8192)
def _is_legacy(word: str) -> bool:
    if len(word) > 9 or any(char > "\xff" or char.isdecimal() or char == "_" for char in word):
        return False
    if _UNITS.fullmatch(word) or not _ASCII_LETTER.search(word):
        return False
    bare = word.removeprefix("«").removesuffix("»")
    return not _is_syllable(bare) and any(
        decoded != bare and _is_syllable(decoded) for decoded in (_from_tcvn3(bare), _from_vni(bare))
    )


def _from_tcvn3(word: str) -> str:
    return word.translate(TCVN3)


def _from_vni(word: str) -> str:
    """VNI writes a vowel, then its marks as one letter: "aø" is "à", "oâ" is "ô", "ñ" is "đ"."""
    made: list[str] = []
    for char in word.lower():
        before = made[-1] if made else ""
        marks = _VNI_MARKS.get(char, "")
        allowed = "aeouyơư" if char in VNI_TONES else "aeo"
        if marks and before and before in allowed and not ("\u0306" in marks and before != "a"):
            made[-1] = before + marks
        else:
            made.append(_VNI_LETTERS.get(char, char))
    return unicodedata.normalize("NFC", "".join(made))


def _is_syllable(word: str) -> bool:
    """Whether a word has the shape of one Vietnamese syllable, with its tone where one may stand."""
    spread = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in spread if char in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in spread if char not in _TONES))
    if len(tones) > 1 or _TONE_ON_CONSONANT.search(spread) or not _SYLLABLE.fullmatch(bare):
        return False
    return not (tones and _tone_at_end(word.lower()) and _glides(bare))


def _tone_at_end(word: str) -> bool:
    return any(tone in unicodedata.normalize("NFD", word[-1]) for tone in _TONES)


def _glides(bare: str) -> bool:
    """Whether the last vowel of an open syllable carries no tone: "ai", "ia"; but not "oa", "uy", "giá"."""
    rest = bare.removeprefix("qu").removeprefix("gi") if len(bare) > 3 or bare[:2] in ("qu", "gi") else bare
    return bool(_GLIDE.search(rest)) and not rest.endswith("uy")
