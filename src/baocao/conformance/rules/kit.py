"""What many rules ask alike: sizes, faces, capitals, exact texts, as `Seen`s; see also `places`, `spacing`.

A subject is a `Line` or a `Paragraph`. Letters that only place a note (raised, lowered) are no fault of
their component; stretches without a letter or digit have no face to speak of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import wraps
from typing import cast

from baocao.conformance.appearance import Face, Span
from baocao.conformance.case import Case, Rule, Seen, State, Subject, rule
from baocao.conformance.components.stream import readable
from baocao.conformance.components.words import prints_pictures
from baocao.conformance.mends import Mend, Retype, SetFace
from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.rules import wording
from baocao.formats import Component, Pt, Setting
from baocao.vietnamese.legacy_text import encoding_of_font
from baocao.vietnamese.text import nfc

Text = Line | Paragraph


def held(subject: Subject) -> Seen:
    """It is right."""
    return Seen(subject, State.HELD)


def broken(
    subject: Subject, seen: str, wanted: str, mends: Iterable[Mend] = (), start: int = 0, end: int = 0
) -> Seen:
    """It is wrong: what was seen, what is wanted, what would put it right."""
    return Seen(subject, State.BROKEN, seen, wanted, tuple(mends), start, end)


def unsure(subject: Subject, seen: str, look_at: str) -> Seen:
    """It cannot be told: what a person has to look at."""
    return Seen(subject, State.UNSURE, seen, look_at)


def about(ident: str, *keys: str) -> Callable[[Rule], Rule]:
    """Register the rule `ident` about the components `keys` (fields of `Parts`).

    Where a component could not be told for certain, what it finds wrong becomes something to look at.
    """

    def register(function: Rule) -> Rule:
        @wraps(function)
        def asked(case: Case) -> Iterator[Seen]:
            reasons = [case.parts.unsure[key] for key in keys if key in case.parts.unsure]
            for one in function(case):
                doubtful = reasons and one.state is State.BROKEN
                yield unsure(one.subject, one.seen, reasons[0]) if doubtful else one

        return rule(ident)(asked)

    return register


def headless(case: Case) -> bool:
    """Whether nothing of a head was found at all: QH01 tells it once for all its components."""
    parts = case.parts
    return not (parts.quoc_hieu or parts.tieu_ngu or parts.co_quan or parts.so_ky_hieu or parts.dia_danh_ngay)


def paragraph_of(subject: Text) -> Paragraph:
    """The paragraph that a subject is or stands in."""
    return subject if isinstance(subject, Paragraph) else subject.paragraph


def printed(subject: Text) -> tuple[Span, ...]:
    """Its spans that print something on the line, without references of notes."""
    return tuple(
        span for span in subject.spans if span.text.strip() and not (span.face.raised or span.face.lowered)
    )


def worded(subject: Text) -> tuple[Span, ...]:
    """Its spans with a letter or digit: those whose face an eye can see."""
    spans = (span for span in printed(subject) if any(map(str.isalnum, span.text)))
    return tuple(span for span in spans if not prints_pictures(span.face.fonts))


def _label(subject: Text) -> Face | None:
    """The face of the automatic number that stands in front of it."""
    paragraph = paragraph_of(subject)
    first = subject is paragraph or (bool(paragraph.lines) and paragraph.lines[0] is subject)
    return paragraph.label_face if paragraph.label and first else None


def sizes(subjects: Iterable[Text], setting: Setting, *, label: bool = True) -> Iterator[Seen]:
    """The letters of each subject, and its automatic number, have a permitted size."""
    for subject in subjects:
        yield _faced(
            subject,
            printed(subject),
            lambda face: setting.permits(Pt(face.size), tolerance=1),
            lambda face: wording.points(face.size),
            wording.size_range(setting),
            SetFace(size=setting.chosen.pt),
            label,
        )


def faces(
    subjects: Iterable[Text], *, bold: bool | None = None, italic: bool | None = None, label: bool = False
) -> Iterator[Seen]:
    """The letters of each subject are bold or not, italic or not; None leaves one of them free."""
    for subject in subjects:
        yield _faced(
            subject,
            worded(subject),
            lambda face: bold in (None, face.bold) and italic in (None, face.italic),
            lambda face: wording.face_words(
                None if bold is None else face.bold, None if italic is None else face.italic
            ),
            wording.face_words(bold, italic),
            SetFace(bold=bold, italic=italic),
            label,
        )


def _faced(
    subject: Text,
    spans: Sequence[Span],
    fits: Callable[[Face], bool],
    words: Callable[[Face], str],
    wanted: str,
    mend: SetFace,
    label: bool,
) -> Seen:
    number = _label(subject) if label else None
    wrong = [span for span in spans if not fits(span.face)]
    numbered_wrong = number is not None and not fits(number)
    if not wrong and not numbered_wrong:
        return held(subject)
    mends = [replace(mend, spans=tuple(wrong))] if wrong else []
    mends += [replace(mend, paragraph=paragraph_of(subject), label=True)] if numbered_wrong else []
    found = [words(span.face) for span in wrong]
    found += [f"số thứ tự {words(number)}"] if numbered_wrong and number is not None else []
    start, end = (wrong[0].start, wrong[-1].end) if wrong and len(wrong) < len(spans) else (0, 0)
    return broken(subject, wording.listed(found), wanted, mends, start, end)


def look_of(case: Case, key: str) -> Component:
    """How the format in effect wants the component `key` to look: size, face, capitals, alignment."""
    return case.format.components[key]


def dressed(case: Case, key: str, subjects: Sequence[Text], *, label: bool = False) -> Iterator[Seen]:
    """The letters of each subject are bold, italic, capitals as the format wants the component `key`."""
    look = look_of(case, key)
    yield from faces(subjects, bold=look.bold, italic=look.italic, label=label)
    yield from cases(subjects, upper=look.capitals)


def faced(case: Case, key: str, subjects: Sequence[Text]) -> Iterator[Seen]:
    """As `dressed`, for texts with capitals of their own: all in capitals only where the format says so."""
    look = look_of(case, key)
    yield from faces(subjects, bold=look.bold, italic=look.italic)
    if look.capitals:
        yield from cases(subjects, upper=True)


def told_faces(case: Case, subjects: Sequence[Text]) -> Iterator[Seen]:
    """Bold, italic, capitals as the rule's own entry says, for what is no component; else they are free."""
    given = case.text.parameters
    yield from faces(subjects, bold=given.get("dam"), italic=given.get("nghieng"))
    if "hoa" in given:
        yield from cases(subjects, upper=given["hoa"])


def cases(subjects: Iterable[Text], *, upper: bool) -> Iterator[Seen]:
    """Each subject is printed in capitals, or is not. Words typed in capitals are for a person to retype."""
    for subject in subjects:
        text = "".join(span.text for span in worded(subject))
        right = text == text.upper() if upper else not all_capitals(text)
        if right:
            yield held(subject)
            continue
        wrong = tuple(span for span in worded(subject) if upper or span.face.caps)
        by_face = upper or len(wrong) == len(worded(subject))
        mends = [SetFace(spans=wrong, caps=upper)] if by_face else []
        words = ("in thường", "in hoa")
        yield broken(subject, words[not upper], words[upper], mends)


def all_capitals(text: str) -> bool:
    """Whether a text of two words or more, or of five letters, has no small letter."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and text == text.upper() and (len(text.split()) > 1 or len(letters) > 4)


def plain(text: str) -> str:
    """A text in NFC with single spaces, for comparison."""
    return " ".join(nfc(text).split())


def encoded(subject: Text) -> bool:
    """Whether letters of it are in a font of TCVN3 or VNI: they have to become Unicode first."""
    return any(map(encoding_of_font, {name for span in subject.spans for name in span.face.fonts}))


def reading_of(line: Line) -> tuple[str, bool]:
    """What the line says, and whether a mend may type into it: not before its letters are Unicode in NFC."""
    if encoded(line):
        return readable(line), False
    whole = nfc(line.text)
    return whole, whole == line.text


def matched(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The whole text as the pattern reads it; None also for a text too long for any line of a head."""
    return None if len(text) > _LONGEST or _MANY_BLANKS.search(text) else pattern.fullmatch(text)


_LONGEST = 300
_MANY_BLANKS = re.compile(r"\s{61}")


def place_of(line: Line) -> int:
    """Where the letters of a line start in the text of its paragraph."""
    return line.paragraph.text.index(line.text, line.start) if line.text else line.start


def retyped(subject: Text, new: str) -> Retype:
    """The words of the subject typed as `new`, with as few letters touched as can be."""
    old, start = (subject.text, 0) if isinstance(subject, Paragraph) else (subject.text, place_of(subject))
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Retype(
        paragraph_of(subject), start + head, old[head : len(old) - tail], new[head : len(new) - tail]
    )


def replaced(subject: Text, start: int, end: int, new: str) -> Retype:
    """`new` for what stands from `start` to `end` in the text of the subject."""
    offset = 0 if isinstance(subject, Paragraph) else place_of(subject)
    return Retype(paragraph_of(subject), offset + start, subject.text[start:end], new)


def parameter(case: Case, name: str) -> str:
    """A text of the rule's entry. Raises `KeyError` when the entry lacks it: a fault of the profile."""
    return cast(str, case.text.parameters[name])


def parameters(case: Case, name: str) -> tuple[str, ...]:
    """A list of texts of the rule's entry."""
    return tuple(case.text.parameters[name])


def setting_of(case: Case, name: str) -> Setting:
    """A size in points of the rule's entry, for what is no component of the format: chon, tu, den."""
    entry = case.text.parameters[name]
    return Setting(Pt(entry["chon"]), Pt(entry["tu"]), Pt(entry["den"]), case.text.clause)
