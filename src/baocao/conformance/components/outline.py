"""The numbered paragraphs of the body, of both systems of the decree (PL I.II.6), typed or automatic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from baocao.conformance.components.stream import mostly_capitals, readable
from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.parts import Heading
from baocao.formats import Align
from baocao.vietnamese.text import nfc

_ROMAN = r"[IVXLC]+"
_FORMS = tuple(
    (level, re.compile(form, re.DOTALL))
    for level, form in (
        ("phần", rf"(?i:phần|chương)\s+(?P<n>{_ROMAN}|\d+|(?i:thứ\s+\w+))(?!\w)\s*[.:–-]?\s*(?P<title>.*)"),
        ("tiết", rf"(?i:mục|tiểu\s+mục)\s+(?P<n>\d+|{_ROMAN})(?!\w)\s*[.:–-]?\s*(?P<title>.*)"),
        ("điều", r"(?i:điều)\s+(?P<n>\d+[a-zđ]?)\s*[.:](?:\s+|$)(?P<title>.*)"),
        ("số con", r"(?P<n>\d{1,2}(?:\.\d{1,2})+)\s*[.)/:]?\s+(?=[^\W\d])(?P<title>.*)"),
        ("mục", rf"(?!V/[vV])(?P<n>{_ROMAN})\s*[.)/:–-]\s*(?=[^\W\d]|$)(?P<title>.*)"),
        ("khoản", r"(?P<n>\d{1,2})\s*[.)/:](?!\d)\s*(?P<title>.*)"),
        ("điểm", r"(?P<n>[a-zđ])\s*(?P<sign>[.)/](?!\w)|,(?=\s+[^\W\d_]{2}))\s*(?P<title>.*)"),
        ("chữ", r"(?P<n>[A-HĐ])\s*[.)/–-]\s+(?P<title>.*)"),
    )
)
_UNSIGNED = re.compile(rf"(?P<n>\d{{1,2}}|{_ROMAN})\s+(?P<title>[^\W\d_].*)", re.DOTALL)
_STARTS = re.compile(r"[\dIVXLCA-Ha-zđĐ][\w.]{0,9}\s?[.),/:–\s-]|(?i:phần|chương|mục|tiểu|điều)\s")
_END = ".;:,/…"
_LONGEST_TITLE = 45
"""Words of the longest title of a line of its own."""
_PLAIN_TITLE = 22
"""Words of the longest one that is told by its missing full stop, though it is not bold."""


def is_numbered(text: str) -> bool:
    """Whether a text begins with the number of a heading, also with a wrong sign behind it or none."""
    if not _STARTS.match(text):
        return False
    found = _UNSIGNED.match(text)
    unsigned = found is not None and found["title"][0].isupper()
    return unsigned or any(form.match(text) for _, form in _FORMS)


def headings_of(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """The numbered paragraphs among those of the body, in order."""
    found: list[Heading] = []
    for at, paragraph in enumerate(paragraphs):
        below = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        heading = _heading(paragraph, below, found)
        if heading is not None:
            found.append(heading)
    return tuple(found)


def full_text(paragraph: Paragraph) -> str:
    """The automatic number and the text of a paragraph in Unicode (NFC)."""
    text = nfc(paragraph.full_text)
    if paragraph.spans and any(name.startswith((".", "VNI")) for name in paragraph.spans[0].face.fonts):
        return readable(Line(paragraph, text, 0, len(text), None, None, 0, 0))
    return text


def _heading(paragraph: Paragraph, below: Paragraph | None, above: Sequence[Heading]) -> Heading | None:
    text = full_text(paragraph)
    if not _STARTS.match(text):
        return None
    level, match = _matched(text, paragraph, above)
    if match is None:
        return None
    title = match["title"].strip()
    if level == "điểm" and match["sign"] == "," and not title[:1].isupper():
        return None
    if level in ("phần", "tiết") and title and not _alone(paragraph, title):
        return None
    own = _own_title(below) if level in ("phần", "tiết") and not title else None
    titled = bool(title) and _titled(level, title, paragraph)
    return Heading(paragraph, level, match["n"], title, titled, own)


def _matched(text: str, paragraph: Paragraph, above: Sequence[Heading]) -> tuple[str, re.Match[str] | None]:
    """The level whose form the text has, and the match."""
    for level, form in _FORMS:
        if (match := form.match(text)) is None:
            continue
        if level == "mục" and _goes_on_with_letter(match["n"], above):
            return "chữ", match
        return level, match
    return _without_sign(text, paragraph)


def _goes_on_with_letter(number: str, above: Sequence[Heading]) -> bool:
    """Whether "C." or "D." follows "B.": a letter, no Roman number."""
    last = next((heading.number for heading in reversed(above) if heading.level == "chữ"), "")
    return len(number) == 1 and bool(last) and ord(number) - ord(last[0]) == 1


def _without_sign(text: str, paragraph: Paragraph) -> tuple[str, re.Match[str] | None]:
    """A heading whose sign after the number is missing: bold, short, no sentence."""
    match = _UNSIGNED.match(text)
    if match is None or text[-1] in _END or len(text.split()) > _LONGEST_TITLE // 2:
        return "", None
    if not match["title"][0].isupper() or boldness(paragraph) < 0.9:
        return "", None
    return ("khoản" if match["n"].isdigit() else "mục"), match


def _alone(paragraph: Paragraph, title: str) -> bool:
    """Whether words behind "Phần I", "Mục 1" are its title and no sentence that begins with a citation."""
    set_apart = paragraph.look.align == Align.CENTER or boldness(paragraph) > 0.5 or mostly_capitals(title)
    return set_apart and title[0].isupper()


def _own_title(below: Paragraph | None) -> Paragraph | None:
    """The paragraph below a number on a line of its own, when it is the title."""
    if below is None or len(below.text) > 250 or is_numbered(full_text(below)):
        return None
    text = below.text.strip()
    set_apart = below.look.align == Align.CENTER or boldness(below) > 0.5 or mostly_capitals(text)
    return below if set_apart else None


def _titled(level: str, title: str, paragraph: Paragraph) -> bool:
    """Whether the words are a title on a line of their own: no sentence by its end, unless bold."""
    count = len(title.split())
    if count > _LONGEST_TITLE:
        return False
    if title[-1] not in _END:
        return (". " not in title and count <= _PLAIN_TITLE) or boldness(paragraph) > 0.9
    return (level == "mục" and mostly_capitals(title)) or boldness(paragraph) > 0.9


def boldness(paragraph: Paragraph) -> float:
    """The share of its letters that are bold."""
    spans = [span for span in paragraph.spans if span.text.strip()]
    count = sum(len(span.text) for span in spans)
    return sum(len(span.text) for span in spans if span.face.bold) / count if count else 0.0
