"""The running text as its rules see it: prose without notes under tables, the size and indent in use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from baocao.conformance.appearance import Span
from baocao.conformance.case import Case
from baocao.conformance.mends import Mend, Retype
from baocao.conformance.paper import Paragraph, Table
from baocao.conformance.parts import Heading
from baocao.conformance.rules.kit import Text, paragraph_of, parameters, plain, printed, retyped, worded
from baocao.formats import Align, Length, Mm, Pt, Setting
from baocao.vietnamese.words import roman

_TRAILING = re.compile(r"[\s.;,/]*\Z")
_ITEM_DEPTH = "ilvl"
_NO_ROMAN = 4000


def running(case: Case) -> Iterator[Paragraph]:
    """The paragraphs of prose with letters, without the notes that stand right under a table or picture.

    Asks the rule's parameter `duoi_bang` for the words that such notes begin with.
    """
    notes = _under_tables(case)
    for paragraph in case.parts.prose:
        if id(paragraph) not in notes and worded(paragraph):
            yield paragraph


def _under_tables(case: Case) -> set[int]:
    words = parameters(case, "duoi_bang")
    found, below = set(), False
    for block in case.paper.blocks:
        if isinstance(block, Table) or block.pictures:
            below = True
        elif below and not block.blank:
            below = plain(block.full_text).startswith(words)
            found |= {id(block)} if below else set()
    return found


def neighbours(case: Case) -> Iterator[tuple[Paragraph, Paragraph]]:
    """The paragraphs of the body that follow each other with nothing between them, outside tables.

    Captions and the lines that say what a table counts in stand with their table, not with the text.
    """
    body = {id(paragraph) for paragraph in case.parts.than_bai}
    body -= {id(paragraph) for paragraph in case.parts.captions}
    titles = {id(heading.own_title) for heading in case.parts.headings if heading.own_title is not None}
    for upper, lower in pairwise(case.paper.blocks):
        if isinstance(upper, Table) or isinstance(lower, Table) or id(lower) in titles:
            continue
        if id(upper) in body and id(lower) in body:
            yield upper, lower


def body_size(case: Case) -> Setting:
    """The size that most of the prose has, as the only permitted one; else what the format permits."""
    setting = case.format.components["than_bai"].size
    letters: Counter[float] = Counter()
    for paragraph in case.parts.prose:
        for span in printed(paragraph):
            letters[span.face.size] += len(span.text)
    most = max(letters, key=lambda size: (letters[size], size), default=0.0)
    if not setting.permits(Pt(most), tolerance=1):
        return setting
    return Setting(Pt(most), Pt(most), Pt(most), setting.clause, setting.force)


def usual_indent(paragraphs: Iterable[Paragraph]) -> Length | None:
    """The first-line indent that most of the paragraphs have, None when none has one."""
    counts = Counter(paragraph.look.first_line for paragraph in paragraphs if paragraph.look.first_line > 0)
    return max(counts, key=lambda indent: (counts[indent], -indent), default=None)


def roman_figure(number: int) -> str:
    """A number in Roman figures; in digits from 4000 on, which has none."""
    return roman(number) if number < _NO_ROMAN else str(number)


def close(one: int, other: int, millimetres: float) -> bool:
    """Whether two lengths differ by no more."""
    return abs(one - other) <= Mm(millimetres)


def is_one_line(paragraph: Paragraph) -> bool:
    """Whether each of its lines is known to fit on one printed line."""
    return bool(paragraph.lines) and all(line.left is not None for line in paragraph.lines)


def is_deeper_item(paragraph: Paragraph, signs: str) -> bool:
    """Whether it is an item below the dashes: it begins with one of `signs`, or stands deeper in a list."""
    if paragraph.full_text[:1] in signs and paragraph.full_text[1:2].strip() == "":
        return bool(paragraph.full_text)
    if paragraph.level is None:
        return False
    depth = next((value for name, value in paragraph.level.items() if name.endswith(_ITEM_DEPTH)), "0")
    return bool(paragraph.label) and depth != "0"


def is_centred_text(paragraph: Paragraph) -> bool:
    """Whether its alignment puts it in the middle."""
    return paragraph.look.align is Align.CENTER


def cut(paragraph: Paragraph, start: int, end: int) -> tuple[Span, ...]:
    """The spans with letters between two places of its text, cut to them."""
    found = []
    for span in paragraph.spans:
        left, right = max(span.start, start), min(span.end, end)
        text = span.text[left - span.start : right - span.start]
        if left < right and text.strip():
            found.append(Span(text, span.face, left, span.run))
    return tuple(found)


def ended(subject: Text, ending: str) -> list[Mend]:
    """Put `ending` in place of the stops and blanks at the end of a text; none when it ends otherwise."""
    text = subject.text
    stem = text[: _TRAILING.search(text).start()]  # type: ignore[union-attr]
    return [retyped(subject, stem + ending)] if stem and not stem.endswith(("…", "?", "!", ":")) else []


def number_bold(heading: Heading) -> bool:
    """Whether the number of a heading is bold, an automatic or a typed one."""
    paragraph = heading.paragraph
    if paragraph.label:
        return paragraph.label_face is not None and paragraph.label_face.bold
    return any(span.face.bold for span in number_spans(heading))


def number_spans(heading: Heading) -> tuple[Span, ...]:
    """The letters of a typed number with its sign; none for an automatic one."""
    paragraph = heading.paragraph
    if paragraph.label:
        return ()
    start = len(paragraph.text) - len(paragraph.text.lstrip())
    return cut(paragraph, start, start + len(heading.number) + 1)


def sign_of(heading: Heading) -> str:
    """The mark printed behind the number: "." of "I. KẾT QUẢ", "" when none is."""
    text = heading.paragraph.full_text
    at = text.find(heading.number) + len(heading.number)
    found = re.match(r"\s?([.):,/–-])", text[at:])
    return found[1] if found else ""


def with_sign(heading: Heading, sign: str) -> list[Mend]:
    """Type `sign` behind the number in place of another mark; none for an automatic number."""
    paragraph = paragraph_of(heading.paragraph)
    if paragraph.label:
        return []
    at = paragraph.text.find(heading.number) + len(heading.number)
    other = re.match(r"\s?[.):,/–-](?=\s|\w)|(?=\s)", paragraph.text[at:])
    return [Retype(paragraph, at, other[0], sign)] if other else []
