"""Vietnamese text: joins, capitals, lists, letters of points, sorting, nearest names, file names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

NBSP = "\u00a0"

POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"
"""Letters of điểm (NĐ 30, PL I.II.6): no f, j, w, z and no ă, â, ê, ô, ơ, ư."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_ALPHABET)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền, hỏi, ngã, sắc, nặng
_SHAPES = frozenset("\u0306\u0302\u031b")  # the marks of ă, of â ê ô, of ơ ư
_OPENING = " \t\n\u00a0\"'“‘«([{"
_NEAREST_CUTOFF = 0.7
_NEAREST_LENGTH = 200


def nfc(text: str) -> str:
    """The text in Unicode form NFC, the only one used inside."""
    return unicodedata.normalize("NFC", text)


def without_marks(text: str) -> str:
    """The text without tones and letter marks: "Đồng Tháp" as "Dong Thap"."""
    plain = "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain.replace("đ", "d").replace("Đ", "D"))


_SPACE = re.compile(r" (?=[0-9IVXLC%]|tháng\s[0-9])")
"""A space that may have to be joined; what stands before it is looked at afterwards."""
_POINT = re.compile(rf"iểm (?=[{POINT_LETTERS}](?!\w))")
"""The end of "điểm a": searched for by itself, since a pattern that starts with letters is found fast."""

_HYPHEN = re.compile(r" - (?=[^\W_])")
"""A hyphen between two words ("kinh tế - xã hội") or years; a line must not begin with it, as a bullet does.
The words around it are looked at afterwards: Tiêu ngữ and names in capitals stay as typed."""

_NUMBER = re.compile(r"(?:[0-9]+|[IVXLC]+)(?!\w)")
_FOLLOWED_BY = {
    "số": re.compile(r"[0-9]+(?:/[0-9]{4})?[/-][^\W\d]"),  # 26/CT-TTg, 05/2021/TT-BNV, 471-TB/VPHU
    "ngày": re.compile(r"[0-9]"),
    "tháng": re.compile(r"[0-9]{1,2}(?!\w)"),
    "điều": _NUMBER,
    "khoản": _NUMBER,
    "chương": _NUMBER,
    "mục": _NUMBER,
    "phụ lục": _NUMBER,
    "quý": re.compile(r"(?:I{1,3}|IV|[1-4])(?!\w)"),
}
_LAST_LETTERS = frozenset("ốygunmcý0123456789")
"""The last letter of each word that joins, and the digits."""
_TO_YEAR = re.compile(r"(?<!\w)[Tt]háng\s[0-9]{1,2}\snăm\Z")
_REACH = 16
_YEAR = re.compile(r"[0-9]{4}(?!\w)")
_MONTH = re.compile(r"tháng\s[0-9]")


def join_unbreakable(text: str) -> str:
    """Put a non-breaking space where a line must not end.

    Joined: số + a document's symbol, ngày + day, day + tháng + month, năm + year of a date, Điều, khoản,
    điểm, chương, mục, phụ lục + their number or letter, quý + number, number + %, a word + the hyphen after
    it ("kinh tế - xã hội"). Not joined: month and
    năm (a whole date would be too long a block), năm alone, a number and its unit. Nothing but spaces
    changes. Markup around the text is left alone.
    """
    pieces: list[str] = []
    done = 0
    for space in _SPACE.finditer(text):
        at = space.start()
        if text[at - 1] in _LAST_LETTERS and _joins(text, at):
            pieces += text[done:at], NBSP
            done = at + 1
    joined = "".join((*pieces, text[done:])) if pieces else text
    return _HYPHEN.sub(_joined_hyphen, _POINT.sub(_joined_point, joined))


def _joined_hyphen(found: re.Match[str]) -> str:
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end()]
    return f"{NBSP}- " if before.isalnum() and not after.isupper() else found[0]


def _joined_point(found: re.Match[str]) -> str:
    """ "điểm đ", but not "kiểm a"; before a number điểm is a score or "dứt điểm"."""
    start = found.start()
    is_word = (
        found.string[start - 1 : start] in ("đ", "Đ") and not found.string[start - 2 : start - 1].isalnum()
    )
    return f"iểm{NBSP}" if start and is_word else found[0]


def _joins(text: str, at: int) -> bool:
    """Whether the space at `at` must not break."""
    if text.endswith("năm", 0, at):
        near = text[max(0, at - _REACH) : at]
        return "háng" in near and _TO_YEAR.search(near) is not None and _YEAR.match(text, at + 1) is not None
    start = at
    while start and text[start - 1].isalnum():
        start -= 1
    word = text[start:at].lower()
    if word == "lục" and text[start - 4 : start].lower() == "phụ ":
        word = "phụ lục"
    if follower := _FOLLOWED_BY.get(word):
        return follower.match(text, at + 1) is not None
    if not word.isdigit():
        return False
    return text.startswith("%", at + 1) or (len(word) < 3 and _MONTH.match(text, at + 1) is not None)


def capitals(text: str) -> str:
    """All letters capital."""
    return nfc(text).upper()


def first_upper(text: str) -> str:
    """The first letter capital, past quotes and brackets; unchanged when the text starts with a digit."""
    text = nfc(text)
    at = _first_letter(text)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def first_lower(text: str) -> str:
    """The first letter small, past quotes and brackets; an abbreviation ("UBND") keeps its capitals."""
    text = nfc(text)
    at = _first_letter(text)
    if text[at + 1 : at + 2].isupper():
        return text
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]


def _first_letter(text: str) -> int:
    return len(text) - len(text.lstrip(_OPENING))


def join_list(items: Iterable[str], separator: str | None = None) -> str:
    """ "a, b và c"; with a separator of your own, such as ";", that one only: "a; b; c"."""
    parts = list(items)
    if separator is not None:
        return f"{separator.rstrip()} ".join(parts)
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} và {parts[-1]}"


def point_letter(number: int) -> str:
    """The letter of the n-th điểm: 1 is "a", 5 is "đ", 23 is "y".

    NĐ 30 says nothing of more than 23 points; they go on with two letters: 24 is "aa", 25 "ab".
    Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"Không có điểm thứ {number}: thứ tự bắt đầu từ 1.")
    letters = ""
    while number:
        number, rest = divmod(number - 1, len(POINT_LETTERS))
        letters = POINT_LETTERS[rest] + letters
    return letters


SortKey = tuple[tuple[tuple[int, tuple[int, ...], str, tuple[int, ...]], ...], str]


def sort_key(text: str) -> SortKey:
    """Key of the Vietnamese dictionary order, syllable by syllable.

    Letters first (a ă â b c d đ e ê ... with f, j, w, z in their Latin places), then the tone: ngang,
    huyền, hỏi, ngã, sắc, nặng. Numbers come before words and by size ("Ấp 2" before "Ấp 10").
    Punctuation, case and the place of the tone mark (hòa, hoà) only break ties, so that different texts
    never have equal keys.
    """
    text = nfc(text)
    return tuple(_syllable_key(part) for part in re.findall(r"[0-9]+|[^\W0-9_]+", text.lower())), text


def _syllable_key(part: str) -> tuple[int, tuple[int, ...], str, tuple[int, ...]]:
    if part.isascii() and part.isdigit():
        digits = part.lstrip("0")
        return 0, (len(digits),), digits, ()
    letters = [_letter(char) for char in part]
    return 1, tuple(rank for rank, _ in letters), "", tuple(tone for _, tone in letters if tone)


def _letter(char: str) -> tuple[int, int]:
    """Rank of a letter in the alphabet (others after z) and its tone, 0 for none."""
    decomposed = unicodedata.normalize("NFD", char)
    base, marks = decomposed[0], decomposed[1:]
    shaped = nfc(base + "".join(mark for mark in marks if mark in _SHAPES))
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    return _RANK.get(shaped, len(_ALPHABET) + ord(base)), tone


def nearest(name: str, candidates: Iterable[str]) -> str | None:
    """The candidate most like `name`, None when none is like it. Marks and case do not count.

    Of equally good candidates the first by code points is taken.
    """
    from difflib import SequenceMatcher

    if len(name) > _NEAREST_LENGTH:
        return None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(_folded(name))
    scores: dict[str, float] = {}
    for candidate in sorted(set(candidates)):
        matcher.set_seq1(_folded(candidate))
        if matcher.quick_ratio() >= _NEAREST_CUTOFF:
            scores[candidate] = matcher.ratio()
    best = max(scores, key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _NEAREST_CUTOFF else None


def nearest_file(name: str, candidates: Iterable[str]) -> str | None:
    """The file name most like `name`, as `nearest`; what stands behind the last dot makes no two alike."""
    names = {candidate.rpartition(".")[0] or candidate: candidate for candidate in sorted(candidates)}
    near = nearest(name.rpartition(".")[0] or name, names)
    return None if near is None else names[near]


def _folded(name: str) -> str:
    return without_marks(name).lower()


def slug(text: str, *, lower: bool = True) -> str:
    """A plain file name: ASCII letters and digits joined by "-": "Huyện Tân Hồng" is "huyen-tan-hong".

    Empty when the text has no such letter.
    """
    words: list[str] = re.findall(r"[0-9A-Za-z]+", without_marks(text))
    return "-".join(words).lower() if lower else "-".join(words)


_NEXT_SENTENCE = re.compile(r"(?<!\b[A-ZĐ])(?<!\b[A-ZĐ]\w)[.!?][”\"*)]*\s+[“\"*(]*(\w)")
"""A stop and what follows; none behind a short name such as "TP." or "Q."."""


def has_sentences(text: str) -> bool:
    """Whether a text has several sentences: a stop, and a capital letter after it."""
    return any(found.group(1).isupper() for found in _NEXT_SENTENCE.finditer(nfc(text)))


def without_stop(text: str) -> str:
    """A text without the ". ; , :" at its end: "Đủ người." is "Đủ người"."""
    return text.rstrip(" \t\n\r\u00a0.;,:")
