"""The bookmarks of a finished document: what they are round, and new ones where a reference needs one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from baocao.ooxml.bookmarks import CONTENTS_NAMES, REFERENCE_IDS
from baocao.template.ooxml_tree import XML_SPACE, Element, make, own_descendants, w
from baocao.vietnamese.text import NBSP

_REFERENCE_NAMES = "_Ref7000"
_LABEL = re.compile(r"\D{1,20} (?:[IVXLC]+|[IVXLC.]*\d[\w./-]*)|[Pp]hần thứ .{1,30}|PHẦN THỨ .{1,30}")
"""What bears a number: "Bảng 3", "Phụ lục II", "Biểu số II.06", "Phần thứ nhất"."""
_START, _END = w("bookmarkStart"), w("bookmarkEnd")


class Bookmarks:
    """The bookmarks of one document by name. Where a loop has printed one twice, the first counts."""

    def __init__(self, document: Element) -> None:
        self._document = document
        self._starts: dict[str, Element] = {}
        self._ends: dict[Element, Element] = {}
        self._made: dict[tuple[Element, object], str] = {}
        self._count = 0
        self._read()

    def _read(self) -> None:
        """Take up all; ids become unique, doubles of a name go, as Word would drop them."""
        opened: dict[str, Element] = {}
        numbers: set[str] = set()
        for item in list(self._document.iter(_START, _END)):
            ident = item.get(w("id"), "")
            if item.tag == _START:
                opened[ident] = item
            elif (start := opened.pop(ident, None)) is not None:
                name = start.get(w("name"), "")
                if name in self._starts:
                    _remove(start)
                    _remove(item)
                    continue
                if ident in numbers:
                    self._number(start, item)
                numbers.add(ident)
                self._starts[name], self._ends[start] = start, item
                _take_in_note(start, item)

    def __contains__(self, name: str) -> bool:
        return name in self._starts

    def readable(self) -> Iterator[str]:
        """The names that somebody may have given."""
        return (name for name in self._starts if not name.startswith("_"))

    def paragraph(self, name: str) -> Element | None:
        """The paragraph that a bookmark begins in, or that it stands before."""
        start = self._starts[name]
        inside = next(start.iterancestors(w("p")), None)
        if inside is not None:
            return inside
        return next((item for item in start.itersiblings() if item.tag == w("p")), None)

    def before_paragraph(self, name: str) -> Element | None:
        """The paragraph behind an empty bookmark that stands between paragraphs; None for other bookmarks."""
        start = self._starts[name]
        if start.getnext() is not self._ends[start] or next(start.iterancestors(w("p")), None) is not None:
            return None
        return self.paragraph(name)

    def note_in(self, name: str) -> str | None:
        """The id of the note whose reference a bookmark is round; None for another bookmark."""
        inside = list(self._inside(name))
        notes = [item for item in inside if item.tag == w("footnoteReference")]
        words = any((item.text or "").strip() for item in inside if item.tag == w("t"))
        return notes[0].get(w("id")) if len(notes) == 1 and not words else None

    def words(self, name: str) -> str:
        """The words that a bookmark is round; "" when they run over the end of a paragraph."""
        inside = list(self._inside(name))
        if any(item.tag == w("p") for item in inside):
            return ""
        return "".join(item.text or "" for item in inside if item.tag == w("t"))

    def label(self, name: str) -> str:
        """The words that a bookmark is round; in those of a label ("Bảng 3") no line ends from now on.

        They change where they stand, so that a field that repeats them says just the same.
        """
        words = self.words(name)
        if not _LABEL.fullmatch(words):
            return words
        for item in self._inside(name):
            if item.tag == w("t"):
                item.text = (item.text or "").replace(" ", NBSP)
        return words.replace(" ", NBSP)

    def _inside(self, name: str) -> Iterator[Element]:
        start = self._starts[name]
        end = self._ends[start]
        item = start
        while (item := _following(item)) is not None and item is not end:
            yield item

    # New ones.

    def of_paragraph(self, paragraph: Element) -> str:
        """A bookmark that is round a paragraph; one that has a name already serves."""
        for item in paragraph.iterchildren(_START):
            name = str(item.get(w("name"), ""))
            if self._starts.get(name) is item and next(_runs_before(item), None) is None:
                return name
        return self._new((paragraph, None), *_edges(paragraph))

    def of_words(self, paragraph: Element, span: tuple[int, int]) -> str:
        """A bookmark round some words of a paragraph, as places are counted by `words_of`."""
        made = self._made.get((paragraph, span))
        if made is not None:
            return made
        runs = _cut(paragraph, span)
        return self._new((paragraph, span), runs[0], runs[-1])

    def of_note(self, ident: str) -> str | None:
        """A bookmark round the reference of a note; None when it is not in the document."""
        for item in self._document.iter(w("footnoteReference")):
            if item.get(w("id")) == ident:
                run = item.getparent()
                before = run.getprevious()
                if before is not None and before.tag == _START and before.get(w("name")) in self._starts:
                    return str(before.get(w("name")))
                return self._new((run, None), run, run)
        return None

    def for_contents(self, paragraph: Element) -> str:
        """A bookmark round a heading for its entry in a table of contents."""
        return self._new((paragraph, CONTENTS_NAMES), *_edges(paragraph), CONTENTS_NAMES)

    def _new(
        self, key: tuple[Element, object], first: Element, last: Element, family: str = _REFERENCE_NAMES
    ) -> str:
        name = self._made.get(key)
        if name is None:
            names = (f"{family}{number:05d}" for number in count(1))
            name = self._made[key] = next(item for item in names if item not in self._starts)
            self._put(name, first, last)
        return name

    def _put(self, name: str, first: Element, last: Element) -> None:
        start, end = make("bookmarkStart"), make("bookmarkEnd")
        self._number(start, end)
        start.set(w("name"), name)
        first.addprevious(start)
        last.addnext(end)
        self._starts[name], self._ends[start] = start, end

    def _number(self, start: Element, end: Element) -> None:
        for item in (start, end):
            item.set(w("id"), str(REFERENCE_IDS[self._count]))
        self._count += 1


def _take_in_note(start: Element, end: Element) -> None:
    """LibreOffice saves a bookmark round the reference of a note as an empty one in front of it."""
    run = end.getnext() if start.getnext() is end else None
    if run is not None and run.tag == w("r") and run.find(w("footnoteReference")) is not None:
        run.addnext(end)


def _remove(element: Element) -> None:
    element.getparent().remove(element)


def _following(element: Element) -> Element | None:
    """The next element of the document, in the order it is written."""
    if len(element):
        return element[0]
    while element is not None:
        after = element.getnext()
        if after is not None:
            return after
        element = element.getparent()
    return None


def _runs_before(element: Element) -> Iterator[Element]:
    return (item for item in element.itersiblings(preceding=True) if item.tag == w("r"))


def _edges(paragraph: Element) -> tuple[Element, Element]:
    """First and last element of a paragraph's content; one is made in a paragraph without any."""
    content = [item for item in paragraph if item.tag != w("pPr")]
    if not content:
        content = [make("r")]
        paragraph.append(content[0])
    return content[0], content[-1]


def _cut(paragraph: Element, span: tuple[int, int]) -> list[Element]:
    """The runs that hold the signs of a span and no others, split off where need be."""
    start, end = span
    position, found = 0, list[Element]()
    for item in list(own_descendants(paragraph)):
        if item.tag not in (w("t"), w("br"), w("tab")):
            continue
        length = len(item.text or "") if item.tag == w("t") else 1
        first, last = max(start - position, 0), min(end - position, length)
        if first < last and item.tag == w("t"):
            found.append(_split(item, first, last))
        position += length
    return found


def _split(text: Element, first: int, last: int) -> Element:
    """The run of `text[first:last]` alone; what stands before and behind in its run gets runs of its own."""
    run, words = text.getparent(), text.text or ""
    properties = run.find(w("rPr"))
    before = [item for item in run if item is not properties]
    place = before.index(text)
    earlier, later = before[:place], before[place + 1 :]
    if earlier or first:
        run.addprevious(_run(properties, earlier, words[:first]))
    if later or last < len(words):
        run.addnext(_run(properties, [], words[last:], later))
    text.text = words[first:last]
    text.set(XML_SPACE, "preserve")
    return run


def _run(
    properties: Element | None, items: list[Element], words: str, later: list[Element] | None = None
) -> Element:
    made = make("r")
    if properties is not None:
        made.append(deepcopy(properties))
    made.extend(items)
    if words:
        text = make("t")
        text.text = words
        text.set(XML_SPACE, "preserve")
        made.append(text)
    made.extend(later or [])
    return made
