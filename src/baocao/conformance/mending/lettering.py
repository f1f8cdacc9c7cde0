"""The printed letters of a paragraph, each with the element it stands in, kept while runs are cut and edited.

Places are those of `Paragraph.text` as it was read; they stay good through all edits of one round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from baocao.conformance.appearance import Element, Span
from baocao.conformance.mending.fields import is_computed
from baocao.conformance.paper import Paragraph
from baocao.conformance.reading.runs import SYMBOL, TEXT, pieces
from baocao.template.ooxml_tree import XML_SPACE, cut_run, make, prune_run, w

_BLANKS = " \t\r\n"
"""What a `w:t` that does not keep its blanks loses at its ends."""


class CannotMendError(Exception):
    """A mend that must be left to a person; the argument says why, in the words of a clerk."""


@dataclass(eq=False, slots=True)
class Letter:
    """One printed letter. element: `w:t`, or what prints a sign; None once it is taken away.

    at: its place in the text of a `w:t`.
    """

    element: Element
    at: int = 0


class Lettering:
    """The letters of a paragraph; `letters[i]` prints `paragraph.text[i]`, None where that is not known."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.letters: list[Letter | None] = []
        for run, spans in groupby(paragraph.spans, lambda span: span.run):
            self.letters += _aligned("".join(span.text for span in spans), run)

    def isolate(self, start: int, end: int) -> list[Element]:
        """The runs that print exactly `text[start:end]`; runs that print more are cut.

        Raises `CannotMendError` when a run cannot be cut.
        """
        known = [letter for letter in self.letters[start:end] if letter and letter.element is not None]
        inside = {id(letter) for letter in known}
        runs: list[Element] = []
        for run, letters in groupby(known, lambda letter: letter.element.getparent()):
            piece = list(letters)
            own = [letter for letter in self._letters_of(run) if letter.element is not None]
            if any(id(letter) not in inside for letter in own):
                run = self._cut_out(run, own, piece)
            runs.append(run)
        return runs

    def knows(self, span: Span) -> bool:
        """Whether the letters of a span were found in the file, one by one."""
        return all(letter is not None for letter in self.letters[span.start : span.end])

    def retype(self, start: int, old: str, new: str) -> None:
        """Put `new` where `old` stands, touching only what differs. Raises `CannotMendError`, as `check`."""
        self.check(start, old, new)
        for first, last, text in _differences(old, new):
            self._replace(start + first, start + last, text)

    def check(self, start: int, old: str, new: str) -> None:
        """Raise `CannotMendError` when the letters that differ are none that somebody typed."""
        for first, last, text in _differences(old, new):
            self._check(start + first, start + last, text)

    def _check(self, first: int, last: int, text: str) -> None:
        going = [one for one in self.letters[first:last] if one is not None]
        typable = not text or any(map(_in_text, going)) or self._free_beside(first, last)
        if len(going) < last - first or not typable:
            raise CannotMendError("chữ này do Word tự sinh ra, không phải chữ gõ vào")
        if any(is_computed(letter.element) for letter in going):
            raise CannotMendError("chữ này do Word tự điền (trường tự động), gõ đè sẽ bị Word điền lại")
        if any(letter.element.tag == SYMBOL for letter in going):
            raise CannotMendError("chỗ này có ký hiệu chèn bằng Insert, Symbol")

    def _replace(self, first: int, last: int, text: str) -> None:
        going = [one for one in self.letters[first:last] if one is not None]
        if text:
            home = next(filter(_in_text, going), None) or self._neighbour(first, last)
            self._settle(home.element)
            self._type(home.element, home.at + (home in self.letters[:first]), text)
        for letter in going:
            self._take(letter)

    def _free_beside(self, first: int, last: int) -> list[Letter]:
        """The letters right before and right behind that somebody typed."""
        beside = [self.letters[first - 1] if first else None, *self.letters[last : last + 1]]
        return [one for one in beside if one and one.element is not None and not is_computed(one.element)]

    def _neighbour(self, first: int, last: int) -> Letter:
        """The letter beside which new ones are typed: the one before, else the one behind, else a new empty
        one behind the sign before (a tab, a hyphen that does not break).
        """
        free = self._free_beside(first, last)
        typed = next(filter(_in_text, free), None)
        if typed is not None:
            return typed
        blank = make("t")
        blank.text = ""
        blank.set(XML_SPACE, "preserve")
        before = first > 0 and free[0] is self.letters[first - 1]
        free[0].element.addnext(blank) if before else free[0].element.addprevious(blank)
        return Letter(blank)

    def _type(self, element: Element, at: int, text: str) -> None:
        for letter in self._letters_in(element):
            letter.at += len(text) if letter.at >= at else 0
        content = element.text or ""
        element.text = content[:at] + text + content[at:]

    def _take(self, letter: Letter) -> None:
        """Take a letter out of the file."""
        element = letter.element
        if element.tag != TEXT:
            letter.element = None
            element.getparent().remove(element)
            return
        self._settle(element)
        letter.element, at = None, letter.at
        element.text = element.text[:at] + element.text[at + 1 :]
        for other in self._letters_in(element):
            other.at -= 1 if other.at > at else 0
        if not element.text:
            prune_run(element)

    def _settle(self, element: Element) -> None:
        """Let a `w:t` keep its blanks, without those it did not print."""
        if element.get(XML_SPACE) != "preserve":
            lead = len(element.text) - len(element.text.lstrip(_BLANKS))
            element.text = element.text.strip(_BLANKS)
            element.set(XML_SPACE, "preserve")
            for letter in self._letters_in(element):
                letter.at -= lead

    def _letters_in(self, element: Element) -> Iterator[Letter]:
        return (one for one in self.letters if one is not None and one.element is element)

    def _letters_of(self, run: Element) -> list[Letter]:
        there = [one for one in self.letters if one is not None and one.element is not None]
        return [one for one in there if one.element.getparent() is run]

    def _cut_out(self, run: Element, own: list[Letter], piece: list[Letter]) -> Element:
        """A run of its own for some neighbouring letters of a run."""
        if run.find(f"{w('rPr')}/{w('rPrChange')}") is not None:
            raise CannotMendError("định dạng của chữ đang được Word theo dõi thay đổi")
        before = own.index(piece[0])
        if before:
            run = self._cut_before(run, piece[0])
        after = next((one for one in own[before + len(piece) :]), None)
        if after is not None:
            self._cut_before(run, after)
        return run

    def _cut_before(self, run: Element, letter: Letter) -> Element:
        """Move a letter and all of the run behind it into a new run, which is given back."""
        element = letter.element
        if element.tag == TEXT:
            self._settle(element)
            element = self._cut_text(element, letter.at) if letter.at else element
        return cut_run(element)

    def _cut_text(self, element: Element, at: int) -> Element:
        rest = make("t")
        rest.text, element.text = element.text[at:], element.text[:at]
        rest.set(XML_SPACE, "preserve")
        moved = [letter for letter in self._letters_in(element) if letter.at >= at]
        element.addnext(rest)
        for letter in moved:
            letter.element, letter.at = rest, letter.at - at
        return rest


def _aligned(text: str, run: Element) -> list[Letter | None]:
    """A letter for each sign of the text that a run prints; None for all when the run holds other ones."""
    letters: list[Letter | None] = []
    for item, printed in pieces(run):
        lead = (item.text or "").index(printed[0]) if item.tag == TEXT and printed[0] not in _BLANKS else 0
        letters += [Letter(item, lead + place) for place in range(len(printed))]
    return letters if len(letters) == len(text) else [None] * len(text)


def _differences(old: str, new: str) -> list[tuple[int, int, str]]:
    """Stretches of `old` to replace, last first, with their new text; as few letters as can be.

    Raises `CannotMendError` for new tabs or ends of line: these are no letters.
    """
    lines, others = old.split("\n"), new.split("\n")
    if len(lines) != len(others) or new.count("\t") > old.count("\t"):
        raise CannotMendError("giữa các chữ có dấu xuống dòng hoặc dấu tab")
    found: list[tuple[int, int, str]] = []
    first = 0
    for line, other in zip(lines, others, strict=True):
        steps = SequenceMatcher(None, line, other, autojunk=False).get_opcodes()
        found += [(first + a, first + b, other[c:d]) for kind, a, b, c, d in steps if kind != "equal"]
        first += len(line) + 1
    return found[::-1]


def _in_text(letter: Letter | None) -> bool:
    return letter is not None and letter.element is not None and letter.element.tag == TEXT


def spans_of(spans: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """The stretches that some spans cover, joined where they touch."""
    ends: list[list[int]] = []
    for span in sorted(spans, key=lambda one: one.start):
        if ends and ends[-1][1] >= span.start:
            ends[-1][1] = max(ends[-1][1], span.end)
        else:
            ends.append([span.start, span.end])
    return ((start, end) for start, end in ends)
