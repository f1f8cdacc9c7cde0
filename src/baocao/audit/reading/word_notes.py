"""The numbers that Word shows for footnotes and endnotes, counted as the document and its sections ask.

Source: ECMA-376 part 1, 17.11 (footnotePr, endnotePr, numFmt, numRestart, numStart, customMarkFollows).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.audit.reading.word_styles import value
from baocao.template.list_labels import written
from baocao.template.ooxml_tree import Element, ancestor, w

_PARAGRAPH, _SECTION = w("p"), w("sectPr")
_PAGE_BREAK = w("lastRenderedPageBreak")
_SIGNS = "*†‡§"


@dataclass(frozen=True, slots=True)
class NoteKind:
    """Footnotes or endnotes. tag: of a note in its part. form: of numbers, when nothing is told."""

    tag: str
    form: str
    words: str

    @property
    def reference(self) -> str:
        """The element in the body that points to a note."""
        return w(f"{self.tag}Reference")


KINDS = (NoteKind("footnote", "decimal", "chú thích"), NoteKind("endnote", "lowerRoman", "chú thích cuối"))


@dataclass(frozen=True, slots=True)
class ShownNote:
    """A note as readers know it. key: of the note in the file, whatever its number. shown: "1", "iv", "*"."""

    key: str
    shown: str
    place: str


def note_key(kind: NoteKind, element: Element) -> str:
    """The key of a note, from itself or a reference to it."""
    return f"{kind.tag}#{element.get(w('id'))}"


def shown_notes(document: Element, settings: Element | None) -> Mapping[str, ShownNote]:
    """The notes of a document by their keys, in the order of their first references."""
    shown: dict[str, ShownNote] = {}
    for kind in KINDS:
        counter = _Counter(kind, _forms(document, settings, kind))
        for reference, section, page in _references(document, kind):
            key = note_key(kind, reference)
            if key not in shown:
                number = _own_mark(reference) or counter.next(section, page)
                shown[key] = ShownNote(key, number, f"{kind.words} {number}")
    return shown


def own_mark_of(reference: Element) -> Element | None:
    """The text with the mark that a clerk chose for a note instead of its number; None for a numbered one."""
    if reference.get(w("customMarkFollows"), "0") not in ("1", "true", "on"):
        return None
    return next(reference.itersiblings(w("t"), w("sym")), None)


def _own_mark(reference: Element) -> str:
    mark = own_mark_of(reference)
    return "" if mark is None else (mark.text or "").strip() or "*"


@dataclass(frozen=True, slots=True)
class _Form:
    number: str
    start: int
    restart: str


def _forms(document: Element, settings: Element | None, kind: NoteKind) -> list[_Form]:
    """How each section numbers its notes; one more than there are sections."""
    whole = _form(None if settings is None else settings.find(w(f"{kind.tag}Pr")), _Form(kind.form, 1, ""))
    sections = (section.find(w(f"{kind.tag}Pr")) for section in document.iter(_SECTION))
    return [*(_form(section, whole) for section in sections), whole]


def _form(told: Element | None, base: _Form) -> _Form:
    start = value(told, "numStart")
    return _Form(
        value(told, "numFmt") or base.number,
        int(start) if start.isascii() and start.isdigit() and len(start) < 6 else base.start,
        value(told, "numRestart") or base.restart,
    )


class _Counter:
    def __init__(self, kind: NoteKind, forms: list[_Form]) -> None:
        self._forms = forms
        self._count = forms[0].start - 1
        self._last = (0, 0)

    def next(self, section: int, page: int) -> str:
        """The number of the next note."""
        form = self._forms[min(section, len(self._forms) - 1)]
        turned = {"eachSect": section != self._last[0], "eachPage": page != self._last[1]}
        if turned.get(form.restart, False):
            self._count = form.start - 1
        self._count += 1
        self._last = (section, page)
        if form.number == "chicago":
            return _SIGNS[(self._count - 1) % len(_SIGNS)] * ((self._count - 1) // len(_SIGNS) + 1)
        return written(self._count, form.number)


def _references(document: Element, kind: NoteKind) -> Iterator[tuple[Element, int, int]]:
    """The references with section and page, both from 0. Pages are those of Word's last look at the file."""
    section = page = 0
    ending: Element | None = None
    for item in document.iter(kind.reference, _SECTION, _PAGE_BREAK):
        paragraph = ancestor(item, _PARAGRAPH)
        if ending is not None and paragraph is not ending:
            section, ending = section + 1, None
        if item.tag == _SECTION:
            ending = paragraph
        elif item.tag == kind.reference:
            yield item, section, page
        elif item.tag == _PAGE_BREAK:
            page += 1
