"""Words that cannot be Vietnamese: impossible syllables, missing marks, two words typed as one."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property

from baocao.audit.statements import Spot
from baocao.audit.verdicts import Confidence, FaultKind, Remark
from baocao.audit.words.lists import compounds
from baocao.audit.words.pages import Page, Pages
from baocao.vietnamese.legacy import legacy_of
from baocao.vietnamese.syllables import halves, is_syllable, is_transcribed, repairs
from baocao.vietnamese.text import without_marks

_LETTERS = re.compile(r"[a-zđăâêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]+")
_FOREIGN = re.compile(r"[fjwz]|[bcdđgkpqsvx][lr]|tl|mr")
_JOINED = frozenset("-’'‘@_/\\.")
_LOOKALIKES = str.maketrans("\u01ce\u00f0", "ăđ")
"""Letters of other languages that look like Vietnamese ones."""
_LONGEST = 12
_SHORTEST_JOINED = 6
_GLUE = re.compile(r"[0-9]+(?=[^\W\d_])|[^\W\d_]+?(?<![A-ZĐ])(?=[A-ZĐÂÊÔƠƯ])")
"""What stands before the place where two words are run together."""
_OFTEN = 3


def wrong_syllables(pages: Pages) -> Iterator[Remark]:
    """Words that no Vietnamese syllable is written like; each one once, with its places."""
    if old := legacy_of("\n".join(page.text for page in pages.prose)):
        spot = _first_spot(pages, old.word)
        yield pages.remark("chu-bang-ma-cu", FaultKind.SYLLABLE, spot, ma=old.encoding, chu=old.word)
        return
    evidence = _Evidence(pages)
    places: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    suspects = frozenset(filter(_is_suspect, pages.texts))
    for page in pages.prose:
        for at, word in enumerate(page.words):
            if word.text in suspects and (told := _fault(page, at, evidence)):
                places[told].append(page.spot(word.start, word.end))
    for (code, right), spots in places.items():
        first = spots[0]
        wrong = pages.document.passages[first.passage].text[first.start : first.end]
        facts = {
            "chu": wrong,
            "dung": right,
            "sai_sao": _slip(wrong.lower(), right),
            "cach_sua": f"Sửa thành «{right}»." if right else "Gõ lại chữ này.",
        }
        sure = Confidence.SURE if code == "am-tiet-sai" and right else Confidence.LIKELY
        yield pages.remark(code, FaultKind.SYLLABLE, *spots, sure=sure, **facts)


def _slip(wrong: str, right: str) -> str:
    """What was typed wrong, in words."""
    if not right:
        return "tiếng Việt không có chữ này"
    if without_marks(wrong) == without_marks(right):
        gap = _marks(right) - _marks(wrong)
        return "dấu đặt nhầm chữ" if not gap else "thiếu dấu" if gap > 0 else "thừa dấu"
    gap = len(right) - len(wrong)
    return "nhầm chữ cái" if not gap else "thiếu chữ cái" if gap > 0 else "thừa chữ cái"


def _marks(word: str) -> int:
    """How many marks a word bears, that of đ too."""
    return word.count("đ") + sum(map(bool, map(unicodedata.combining, unicodedata.normalize("NFD", word))))


def decomposed_text(pages: Pages) -> Iterator[Remark]:
    """Text typed in letters and marks apart (NFD); one remark for all."""
    typed = [page for page in pages.all if page.passage.typed_nfd]
    if typed:
        spots = [page.spot(0, len(page.text)) for page in typed]
        yield pages.remark("chu-dau-roi", FaultKind.NFD, *spots, so_doan=f"{len(typed):02d}")


def _first_spot(pages: Pages, word: str) -> Spot:
    page = next(page for page in pages.prose if word in page.text)
    start = page.text.index(word)
    return page.spot(start, start + len(word))


class _Evidence:
    """What the text itself says of a repair: its words and its pairs of words."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    @cached_property
    def words(self) -> Counter[str]:
        """How often each word stands, in small letters."""
        return Counter(word for page in self._pages.prose for word in page.small)

    @cached_property
    def unmarked(self) -> dict[tuple[str, str], str]:
        """The second of two words without its marks, and the next one as it stands: the marked word it is."""
        known = dict.fromkeys(compounds().pairs, _OFTEN)
        found: dict[tuple[str, str], str] = {}
        plain: dict[str, str] = {}
        for first, second in (*known, *self._pages.pairs):
            if not first.isascii() and is_syllable(first):
                if first not in plain:
                    plain[first] = without_marks(first)
                found.setdefault((plain[first], second), first)
        return found

    def is_pair(self, first: str, second: str) -> bool:
        """Whether two words are known to stand together."""
        return (first, second) in compounds().pairs or self._pages.pairs[first, second] >= _OFTEN


def _is_suspect(text: str) -> bool:
    """Whether a word, wherever it stands, is none that Vietnamese has."""
    small = text.lower()
    if small.translate(_LOOKALIKES) != small or _glued(text):
        return True
    return len(small) <= _LONGEST and _LETTERS.fullmatch(small) is not None and not is_syllable(small)


def _fault(page: Page, at: int, evidence: _Evidence) -> tuple[str, str] | None:
    """The code and the right word of a suspect, None when it may stand."""
    word = page.words[at]
    small = word.small
    if (meant := small.translate(_LOOKALIKES)) != small:
        return ("am-tiet-sai", meant) if is_syllable(meant) else None
    if parted := _glued(word.text):
        return "chu-dinh", parted
    if _is_joined(page, at):
        return None
    if small.isascii():
        return _without_marks(page, at, evidence)
    if _FOREIGN.match(small) or (not any(char.islower() for char in word.text[1:]) and not page.in_capitals):
        return None
    right, fits = _likeliest(page, at, evidence)
    if word.text[:1].isupper() and not fits:
        return None
    return ("am-tiet-sai", right) if right else _run_together(small, evidence)


def _glued(text: str) -> str:
    """ "phườngLong", "21đến" parted in two; "" for names of products ("iDesk") and measures ("12ha")."""
    found = _GLUE.match(text) if len(text) <= 2 * _LONGEST else None
    if found is None:
        return ""
    first, second = text[: found.end()], text[found.end() :]
    follows = second[:1].isupper() and not first.isascii() and is_syllable(first)
    is_word = len(second) > 2 and is_syllable(second) and (follows or not second.isascii())
    return f"{first} {second}" if is_word and (follows or first.isdigit()) else ""


def _is_joined(page: Page, at: int) -> bool:
    """Whether a word is a piece of a longer name: "K’Nớ", "Xơ-đăng", an address."""
    word = page.words[at]
    around = page.text[word.start - 1 : word.start], page.text[word.end : word.end + 1]
    after = page.text[word.end + 1 : word.end + 2]
    return (
        (around[0] in _JOINED and around[0] != "")
        or (around[1] in _JOINED - {"."} and around[1] != "")
        or (around[1] == "." and after.isalpha())
    )


def _likeliest(page: Page, at: int, evidence: _Evidence) -> tuple[str, bool]:
    """The repair that fits best, with the words beside it or as the text's commonest; whether it does fit.

    A word with a capital may be a name: its repair fits when it goes with a neighbour, or begins a sentence.
    """
    words = page.words
    before = words[at - 1].small if at else ""
    after = words[at + 1].small if at + 1 < len(words) else ""
    ranked = [
        (evidence.is_pair(before, made) or evidence.is_pair(made, after), evidence.words[made], -rank, made)
        for rank, made in enumerate(repairs(words[at].small))
    ]
    if not ranked:
        return "", False
    beside, times, _, right = max(ranked)
    return right, beside or (times > 0 and page.starts_sentence(at))


def _without_marks(page: Page, at: int, evidence: _Evidence) -> tuple[str, str] | None:
    """ "yeu cầu": no syllable without marks, and the text or the language has "yêu cầu"."""
    word = page.words[at]
    if not word.text.islower() or not page.adjoins(at):
        return None
    after = page.words[at + 1].small
    right = "" if after.isascii() else evidence.unmarked.get((word.small, after), "")
    return ("am-tiet-sai", right) if right else None


def _run_together(small: str, evidence: _Evidence) -> tuple[str, str] | None:
    """ "thựchiện": two words that are known to stand together; else no word at all."""
    if len(small) >= _SHORTEST_JOINED:
        for first, second in halves(small):
            if evidence.is_pair(first, second):
                return "chu-dinh", f"{first} {second}"
    return None if is_transcribed(small) else ("am-tiet-sai", "")
