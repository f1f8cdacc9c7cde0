"""Rules of Điều: "Điều 1." and its title in small letters, upright, bold (PL I.II.6.đ)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Retype, SetFace
from baocao.conformance.parts import Heading
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import about, broken, faces, held, parameter, unsure
from baocao.conformance.rules.running import cut


@about("HD13", "headings")
def articles(case: Case) -> Iterator[Seen]:
    """ "Điều 1. Title": word and number bold, upright, in small letters, a full stop behind (PL I.II.6.đ).

    The text of an article without a title runs on behind the number and is not bold.
    """
    word, sign = parameter(case, "tu"), parameter(case, "dau")
    form = re.compile(rf"\s*(?P<word>{word})\s+(?P<n>\d+[a-zđ]?)(?P<sign>\s*[.:)/,–-])?", re.IGNORECASE)
    for heading in case.parts.headings:
        if heading.level == "điều" and (found := form.match(heading.paragraph.text)):
            yield _signed(heading, found, sign)
            yield _in_small_letters(heading, found, word)
            yield _bold(heading, found)
        elif heading.level == "điều":
            yield from faces([heading.paragraph], bold=True, italic=False, label=True)


def _signed(heading: Heading, found: re.Match[str], sign: str) -> Seen:
    paragraph, typed = heading.paragraph, found["sign"] or ""
    if typed == sign:
        return held(paragraph)
    seen = f"“{found[0].strip()}”" if typed.strip() else "sau số không có dấu"
    mend = Retype(paragraph, found.end("n"), typed, sign)
    return broken(paragraph, seen, f"“{found['word']} {found['n']}{sign}”", [mend], *found.span())


def _in_small_letters(heading: Heading, found: re.Match[str], word: str) -> Seen:
    paragraph, typed = heading.paragraph, found["word"]
    if typed == word:
        return held(paragraph)
    mend = Retype(paragraph, found.start("word"), typed, word)
    return broken(paragraph, f"“{typed}”", f"“{word}”", [mend], *found.span("word"))


def _bold(heading: Heading, found: re.Match[str]) -> Seen:
    """The face of word and number; a title on the same line that is not bold may be running text."""
    paragraph = heading.paragraph
    spans = cut(paragraph, found.start("word"), found.end())
    wrong = tuple(span for span in spans if not span.face.bold or span.face.italic)
    if wrong:
        seen = wording.listed(wording.face_words(span.face.bold, span.face.italic) for span in wrong)
        words, mend = found[0].strip(), SetFace(spans=wrong, bold=True, italic=False)
        return broken(paragraph, f"“{words}” {seen}", wording.face_words(True, False), [mend], *found.span())
    title = cut(paragraph, found.end(), len(paragraph.text))
    if heading.titled and title and not any(span.face.bold for span in title):
        look_at = "xem dòng này là tên điều (đậm) hay là nội dung của điều (không đậm)"
        return unsure(paragraph, f"chữ sau “{found[0].strip()}” không đậm", look_at)
    return held(paragraph)
