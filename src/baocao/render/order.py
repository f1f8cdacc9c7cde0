"""The last step: one pass over the document in reading order.

Numbers the notes 1..N where their references stand, counts letters and ordinals of headings, numbers
drawings, and gives back to emptied cells, rows and tables what Word asks of them. Comes in: the text of a
part with marks (`baocao.template.marks`) and the notes as registered; goes out: finished XML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from baocao.ooxml.bookmarks import NOTE_IDS
from baocao.ooxml.fields import field_of_number
from baocao.ooxml.names import CHART_RELATION
from baocao.render.columns import with_columns
from baocao.render.named import placeholder
from baocao.render.restart import EACH_PAGE, EACH_SECTION, Section
from baocao.template import marks
from baocao.vietnamese.text import POINT_LETTERS, point_letter
from baocao.vietnamese.words import ordinal, roman

FIRST_DRAWING = 1001
_ROW = re.compile(r"<w:tr[ >]")
_CELL = re.compile(r"<w:tc[ >]")
_EMPTY_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?/>$")
_APPENDIX = re.compile(f"{marks.mark(marks.APPENDIX)}.*?{marks.mark(marks.APPENDIX_END)}", re.DOTALL)
_SECTION_END = "<w:sectPr"
_APPENDIX_NUMBER = re.compile(marks.mark(marks.APPENDIX_NUMBER))


@dataclass(frozen=True, slots=True)
class Note:
    """A registered note: its paragraphs, and the `w:rPr` of its reference run.

    own_mark: what the author of the template typed for a number, in the same run as the reference; "" when it
    stands elsewhere, None for a note with a number. Word does not count a note with a mark of its own.
    """

    xml: str
    properties: str
    own_mark: str | None = None


@dataclass(slots=True)
class Orderer:
    """Carries numbers along through the parts of one report.

    restart: where the notes count from 1 again (`baocao.render.restart`). printed: place of a note -> its
    id; the ids run through the document whatever the reader sees. charts: places of the printed charts.
    """

    notes: Sequence[Note]
    restart: str = ""
    printed: dict[int, int] = field(default_factory=dict)
    charts: list[int] = field(default_factory=list)
    _shown: dict[int, int] = field(default_factory=dict)
    _section: Section = field(default_factory=Section)
    _out: list[str] = field(default_factory=list)
    _references: dict[int, int] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _open: list[int] = field(default_factory=list)
    _drawings: int = FIRST_DRAWING - 1
    _unnumbered: int = 0
    _captions: dict[str, int] = field(default_factory=dict)
    _outside: dict[int, int] | None = None

    def finish(self, text: str, *, signed: bool = False) -> str:
        """A part with all marks carried out. signed: see `with_appendix_numbers`."""
        if marks.MARK not in text:
            return text
        first, *pieces = text.split(marks.MARK)
        self._out, self._open, self._references = [first], [], {}
        self._pass_over(first)
        for piece in pieces:
            instruction, _, rest = piece.partition(marks.MARK_END)
            self._carry_out(instruction[0], instruction[1:])
            self._out.append(rest)
            self._pass_over(rest)
        finished = "".join(self._out)
        return with_appendix_numbers(finished, signed=signed) if marks.MARK in finished else finished

    def _pass_over(self, text: str) -> None:
        if self.restart == EACH_SECTION:
            self._section.pass_over(text, len(self.printed) - self._unnumbered)
        if self._outside is not None and _SECTION_END in text:
            self._counts, self._outside = self._outside, None

    def finished_notes(self) -> str:
        """The printed notes, in the order of their numbers."""
        bodies = [(number, self.notes[place].xml) for place, number in self.printed.items()]
        return "".join(
            f'<w:footnote w:id="{number}">{self.finish(xml)}</w:footnote>' for number, xml in bodies
        )

    def shown(self) -> dict[str, str]:
        """The number that a reader sees of each printed note, by its id; those with an own mark have none."""
        return {
            str(number): str(self._shown[place])
            for place, number in self.printed.items()
            if self.notes[place].own_mark is None
        }

    def _carry_out(self, kind: str, value: str) -> None:
        if kind == marks.NOTE:
            self._reference(int(value))
        elif kind == marks.HEADING:
            self._counts = {level: count for level, count in self._counts.items() if level <= int(value)}
        elif kind in (marks.LETTER, marks.ORDINAL):
            self._out.append(self._count(kind, int(value)))
        elif kind == marks.REFERENCE:
            self._out.append(placeholder(int(value)))
        elif kind == marks.CHART:
            self.charts.append(int(value))
            self._out.append(CHART_RELATION(len(self.charts)))
        elif kind == marks.DRAWING:
            self._drawings += 1
            self._out.append(str(self._drawings))
        elif kind == marks.COUNT:
            self._captions[value] = self._captions.get(value, 0) + 1
            self._out.append(str(self._captions[value]))
        elif kind in (marks.APPENDIX, marks.APPENDIX_NUMBER, marks.APPENDIX_END):
            self._out.append(marks.mark(kind))
            if kind == marks.APPENDIX:
                self._count_anew()
        else:
            self._repair(kind, value)

    def _count_anew(self) -> None:
        """The headings of an appendix count from 1; behind its section those of the report go on."""
        if self._outside is None:
            self._outside = self._counts
        self._counts = {}

    def _reference(self, place: int) -> None:
        properties = self.notes[place].properties
        number = self.printed.get(place)
        if number is None:
            number = self.printed[place] = len(self.printed) + 1
            mark = self.notes[place].own_mark
            self._unnumbered += mark is not None
            self._shown[place] = number - self._unnumbered - self._section.notes_before
            self._references[place] = len(self._out)
            own = "" if mark is None else ' w:customMarkFollows="1"'
            reference = f'<w:footnoteReference w:id="{number}"{own}/>{mark or ""}'
            self._out.append(f"<w:r>{properties}{reference}</w:r>")
            return
        self._bookmark(place, number)
        stale = self.restart == EACH_PAGE
        self._out.append(_field(f"_ChuThich{number}", self._shown[place], properties, stale))

    def _bookmark(self, place: int, number: int) -> None:
        """The first reference of a note that is referred to again is what the field points at."""
        at = self._references.pop(place, None)
        if at is not None:
            ident = NOTE_IDS[number]
            start = f'<w:bookmarkStart w:id="{ident}" w:name="_ChuThich{number}"/>'
            self._out[at] = f'{start}{self._out[at]}<w:bookmarkEnd w:id="{ident}"/>'

    def _count(self, kind: str, level: int) -> str:
        count = self._counts[level] = self._counts.get(level, 0) + 1
        if kind == marks.ORDINAL:
            return ordinal(count)
        return f"{point_letter(count)})" if count <= len(POINT_LETTERS) else f"{count})"

    def _repair(self, kind: str, value: str) -> None:
        if kind in (marks.TABLE, marks.ROW):
            self._open.append(len(self._out))
        elif kind == marks.CELL_END:
            if not self._ends_with_paragraph():
                self._out.append(f"<w:p>{value}</w:p>" if value else "<w:p/>")
        elif self._open:
            start = self._open.pop()
            content = "".join(self._out[start:])
            needed = _ROW if kind == marks.TABLE_END else _CELL
            if not needed.search(content):
                content = ""
            elif value:
                content = with_columns(content)
            self._out[start:] = [content]

    def _ends_with_paragraph(self) -> bool:
        for piece in reversed(self._out):
            end = piece.rstrip()
            if end:
                return end.endswith("</w:p>") or _EMPTY_PARAGRAPH.search(end[-200:]) is not None
        return False


def with_appendix_numbers(text: str, *, signed: bool = False) -> str:
    """Roman numbers for the appendices that are printed; none for the only one (PL I.III.1.a). signed: where
    its number stood `ONLY_APPENDIX` stays, for who looks for its paragraphs.
    """
    count = text.count(marks.mark(marks.APPENDIX))
    if count < 2:
        return _APPENDIX.sub(marks.ONLY_APPENDIX if signed else "", text)
    numbers = iter(range(1, count + 1))
    numbered = _APPENDIX_NUMBER.sub(lambda _: roman(next(numbers)), text)
    return marks.MARKED.sub("", numbered)


def _field(bookmark: str, number: int, properties: str, stale: bool) -> str:
    """A `NOTEREF` field that repeats the number of a note, in the look of a reference.

    stale: the number is a guess; Word reckons it anew when it opens the file (pages are known only there).
    """
    return field_of_number(f"NOTEREF {bookmark} \\f \\h", str(number), properties, dirty=stale)
