"""The last step: one pass over the document in reading order.

Numbers the notes 1..N where their references stand, counts letters and ordinals of headings, numbers
drawings, and gives back to emptied cells, rows and tables what Word asks of them. Comes in: the text of a
part with marks (`baocao.template.marks`) and the notes as registered; goes out: finished XML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from baocao.render.restart import EACH_PAGE, EACH_SECTION, Section
from baocao.template import marks
from baocao.vietnamese.text import POINT_LETTERS, point_letter
from baocao.vietnamese.words import ordinal

FIRST_DRAWING = 1001
_BOOKMARKS_FROM = 100_001
_ROW = re.compile(r"<w:tr[ >]")
_CELL = re.compile(r"<w:tc[ >]")
_EMPTY_PARAGRAPH = re.compile(r"<w:p(?: [^<>]*)?/>$")
_GRID = re.compile(r"<w:tblGrid>(.*?)</w:tblGrid>", re.DOTALL)
_WIDTH = re.compile(r'w:w="(\d+)"')
_SPAN = re.compile(r'<w:gridSpan w:val="(\d+)"')
_DIRTY = ' w:dirty="true"'


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
    id; the ids run through the document whatever the reader sees.
    """

    notes: Sequence[Note]
    restart: str = ""
    printed: dict[int, int] = field(default_factory=dict)
    _shown: dict[int, int] = field(default_factory=dict)
    _section: Section = field(default_factory=Section)
    _out: list[str] = field(default_factory=list)
    _references: dict[int, int] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _open: list[int] = field(default_factory=list)
    _drawings: int = FIRST_DRAWING - 1
    _unnumbered: int = 0

    def finish(self, text: str) -> str:
        """A part with all marks carried out."""
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
        return "".join(self._out)

    def _pass_over(self, text: str) -> None:
        if self.restart == EACH_SECTION:
            self._section.pass_over(text, len(self.printed) - self._unnumbered)

    def finished_notes(self) -> str:
        """The printed notes, in the order of their numbers."""
        bodies = [(number, self.notes[place].xml) for place, number in self.printed.items()]
        return "".join(
            f'<w:footnote w:id="{number}">{self.finish(xml)}</w:footnote>' for number, xml in bodies
        )

    def _carry_out(self, kind: str, value: str) -> None:
        if kind == marks.NOTE:
            self._reference(int(value))
        elif kind == marks.HEADING:
            self._counts = {level: count for level, count in self._counts.items() if level <= int(value)}
        elif kind in (marks.LETTER, marks.ORDINAL):
            self._out.append(self._count(kind, int(value)))
        elif kind == marks.DRAWING:
            self._drawings += 1
            self._out.append(str(self._drawings))
        else:
            self._repair(kind, value)

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
            ident = _BOOKMARKS_FROM + number
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


def _field(bookmark: str, number: int, properties: str, stale: bool) -> str:
    """A `NOTEREF` field that repeats the number of a note, in the look of a reference.

    stale: the number is a guess; Word reckons it anew when it opens the file (pages are known only there).
    """
    runs = (
        f'<w:fldChar w:fldCharType="begin"{_DIRTY if stale else ""}/>',
        f'<w:instrText xml:space="preserve"> NOTEREF {bookmark} \\f \\h </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{number}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{properties}{run}</w:r>" for run in runs)


def with_columns(table: str) -> str:
    """A table whose columns a loop has made: as many grid columns as its widest row, in the same width."""
    grid = _GRID.search(table)
    if grid is None or table.count("<w:tbl>") > 1:
        return table
    widths = [int(width) for width in _WIDTH.findall(grid.group(1))]
    columns = max(map(_columns, _ROW.split(table)[1:]))
    if columns == len(widths) or not widths:
        return table
    width = sum(widths) // columns
    fresh = f'<w:tblGrid>{f"""<w:gridCol w:w="{width}"/>""" * columns}</w:tblGrid>'
    return table[: grid.start()] + fresh + table[grid.end() :]


def _columns(row: str) -> int:
    cells = _CELL.split(row)[1:]
    return sum(int(span.group(1)) if (span := _SPAN.search(cell)) else 1 for cell in cells)
