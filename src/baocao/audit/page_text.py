"""The text of an audited document as HTML: marks in it, remarks in the margin, notes and tables in place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise

from baocao.audit.document import Document, Passage, PassageKind
from baocao.audit.grouping import Numbered, short_repair
from baocao.audit.statements import Spot
from baocao.errors import Severity

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "!", Severity.INFO: "i"}
"""What stands beside the number of a remark: its weight is seen without colours."""
LOOKS = {Severity.ERROR: "sai", Severity.WARNING: "xem", Severity.INFO: "luu-y"}
RIGHT = "✓"
_SQUARES = 100_000
"""Squares of a table that is drawn whole; a hostile file can claim millions of empty ones."""

_KINDS = {
    PassageKind.HEADING: "de-muc",
    PassageKind.HEADER_BLOCK: "dau-van-ban",
    PassageKind.SIGNATURE_BLOCK: "khoi-ky",
    PassageKind.NOTE: "chu-thich",
}


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked, by the place of the passage. right: stretches whose figures were found to agree."""

    remarks: Mapping[int, Sequence[Numbered]]
    right: Mapping[int, Sequence[Spot]]


def badge(item: Numbered, *, into_text: bool) -> str:
    """The number of a remark, a link from the text to what is said of it, or back."""
    severity = item.remark.finding.level
    target, name = ("cho", "Xem chỗ này trong báo cáo") if into_text else ("y", "Xem lời nhắc")
    return (
        f'<a class="so {LOOKS[severity]}" href="#{target}-{item.number}" '
        f'title="{name}">{SIGNS[severity]}{item.number}</a>'
    )


def text_blocks(document: Document, marks: Marks) -> Iterator[str]:
    """The passages in reading order, each with its remarks in the margin; a table is one block."""
    yield from _blocks(list(enumerate(document.passages)), marks, set())


def _blocks(entries: Sequence[tuple[int, Passage]], marks: Marks, noted: set[str]) -> Iterator[str]:
    """The blocks of some passages. What stands inside a table without being of it (notes) follows it."""
    ends = {entry[1].table.table: place for place, entry in enumerate(entries) if entry[1].table}
    place = 0
    while place < len(entries):
        cell = entries[place][1].table
        if cell is None:
            yield _passage(*entries[place], marks, noted)
            place += 1
            continue
        held = entries[place : ends[cell.table] + 1]
        own = [entry for entry in held if entry[1].table and entry[1].table.table == cell.table]
        yield _beside(_table(own, marks), own, marks, table=True)
        yield from _blocks(
            [entry for entry in held if entry[1].table is None or entry[1].table.table != cell.table],
            marks,
            noted,
        )
        place = ends[cell.table] + 1


def _passage(at: int, passage: Passage, marks: Marks, noted: set[str]) -> str:
    lead = named = ""
    if passage.note:
        number = escape(passage.note)
        lead = f"<sup>{number}</sup> "
        named = "" if passage.note in noted else f' id="ct-{number}"'
        noted.add(passage.note)
    element = "h3" if passage.kind is PassageKind.HEADING else "p"
    look = f' class="{_KINDS[passage.kind]}"' if passage.kind in _KINDS else ""
    words = f"<{element}{named}{look}>{lead}{_marked(at, passage, marks)}</{element}>"
    return _beside(words, [(at, passage)], marks)


def _beside(
    content: str, passages: Iterable[tuple[int, Passage]], marks: Marks, *, table: bool = False
) -> str:
    """A block of the text with what is said of it at its side."""
    items = [item for at, _ in passages for item in marks.remarks.get(at, ())]
    said = "".join(_margin(item) for item in items)
    aside = f'<aside aria-label="Lời nhắc">{said}</aside>' if said else ""
    look = "doan co-bang" if table else "doan"
    return f'<div class="{look}"><div class="chu">{content}</div>{aside}</div>\n'


def _margin(item: Numbered) -> str:
    found = item.remark.finding
    look = LOOKS[found.level]
    repair = short_repair(found.remedy)
    advice = f' <span class="cach-sua">→ {escape(repair)}</span>' if repair else ""
    return f'<p class="ben-le {look}">{badge(item, into_text=False)} {escape(found.text)}{advice}</p>'


def _marked(at: int, passage: Passage, marks: Marks) -> str:
    """The words of a passage with the marks of remarks, of notes and of what agrees, in one pass."""
    text = passage.text
    seams = _seams(at, passage, marks)
    over = dict.fromkeys(Severity, 0)
    pieces: list[str] = []
    for place, following in pairwise([*sorted(seams), len(text)]):
        seam = seams[place]
        pieces.append(seam.signs())
        for item in seam.ends:
            over[item.remark.finding.level] -= 1
        for item in seam.begins:
            over[item.remark.finding.level] += 1
        pieces.append(_stretch(text[place:following], over))
    return "".join(pieces)


@dataclass(slots=True)
class _Seam:
    """What stands at a place between two letters. empty: remarks on no letter at all."""

    ends: list[Numbered] = field(default_factory=list)
    empty: list[Numbered] = field(default_factory=list)
    right: bool = False
    notes: list[str] = field(default_factory=list)
    begins: list[Numbered] = field(default_factory=list)

    def signs(self) -> str:
        """Ends of marks first, then notes, then where marks begin."""
        ended = " ".join(badge(item, into_text=False) for item in (*self.ends, *self.empty))
        agreed = f'<span class="dung" title="Đã kiểm, số khớp">{RIGHT}</span>' if self.right else ""
        numbers = map(escape, self.notes)
        notes = "".join(f'<sup><a href="#ct-{number}">{number}</a></sup>' for number in numbers)
        begun = (*self.empty, *self.begins)
        targets = "".join(f'<span id="cho-{item.number}"></span>' for item in begun)
        return (f"<sup>{ended}</sup>" if ended else "") + agreed + notes + targets


def _seams(at: int, passage: Passage, marks: Marks) -> dict[int, _Seam]:
    """The places where something begins, ends or hangs; the first and the last one are always there."""
    last = len(passage.text)
    seams: dict[int, _Seam] = defaultdict(_Seam, {0: _Seam(), last: _Seam()})
    for item in marks.remarks.get(at, ()):
        start = min(max(item.remark.spot.start, 0), last)
        end = min(max(item.remark.spot.end, start), last)
        if start == end:
            seams[start].empty.append(item)
        else:
            seams[start].begins.append(item)
            seams[end].ends.append(item)
    for spot in marks.right.get(at, ()):
        seams[min(spot.end, last)].right = True
    for mark in passage.marks:
        seams[min(mark.offset, last)].notes.append(mark.note)
    return seams


def _stretch(words: str, over: Mapping[Severity, int]) -> str:
    """Words that bear the same marks, with the look of the gravest one."""
    gravest = next((severity for severity in Severity if over[severity]), None)
    if gravest is None or not words:
        return escape(words)
    return f'<mark class="{LOOKS[gravest]}">{escape(words)}</mark>'


def _table(entries: Sequence[tuple[int, Passage]], marks: Marks) -> str:
    """The passages of a table in their rows and columns; a cell over several columns is one."""
    rows: dict[int, dict[int, list[tuple[int, Passage]]]] = {}
    for entry in entries:
        cell = entry[1].table
        if cell is not None:
            rows.setdefault(cell.row, {}).setdefault(cell.column, []).append(entry)
    width = max((column for row in rows.values() for column in row), default=1)
    heads = _heads(entries)
    drawn = _row if len(rows) * width <= _SQUARES else _held_row
    lines = "".join(drawn(row, width, heads, marks) for _, row in sorted(rows.items()))
    return f'<div class="bang"><table>{lines}</table></div>'


def _heads(entries: Iterable[tuple[int, Passage]]) -> dict[int, set[str]]:
    """The headers over each column, as the cells below them know them."""
    heads: dict[int, set[str]] = {}
    for _, passage in entries:
        if passage.table is not None:
            heads.setdefault(passage.table.column, set()).update(passage.table.headers)
    return heads


def _row(
    row: Mapping[int, Sequence[tuple[int, Passage]]],
    width: int,
    heads: Mapping[int, set[str]],
    marks: Marks,
) -> str:
    cells: list[str] = []
    column = 1
    while column <= width:
        held = row.get(column, ())
        span = 1
        is_head = bool(held) and not any(passage.table and passage.table.headers for _, passage in held)
        if is_head:
            words = " ".join(passage.text for _, passage in held)
            span = _span(column, width, words, row, heads)
        total = any(passage.table and passage.table.is_total for _, passage in held)
        cells.append(_cell(held, marks, span=span, element="th" if is_head else "td", total=total))
        column += span
    return f"<tr>{''.join(cells)}</tr>"


def _held_row(
    row: Mapping[int, Sequence[tuple[int, Passage]]], width: int, heads: Mapping[int, set[str]], marks: Marks
) -> str:
    """A row of a table too wide to be drawn square by square: only the cells that hold words."""
    return (
        f"<tr>{''.join(_cell(row[at], marks, span=1, element='td', total=False) for at in sorted(row))}</tr>"
    )


def _span(
    column: int,
    width: int,
    words: str,
    row: Mapping[int, Sequence[tuple[int, Passage]]],
    heads: Mapping[int, set[str]],
) -> int:
    """How many columns a header lies over: those whose cells name it and that have none of their own."""
    end = column + 1
    while end <= width and end not in row and words in heads.get(end, ()):
        end += 1
    return end - column


def _is_figure(held: Sequence[tuple[int, Passage]]) -> bool:
    """Whether a cell holds a number, which is never broken: no letters, no blanks."""
    return bool(held) and not any(char.isalpha() or char.isspace() for _, item in held for char in item.text)


def _cell(held: Sequence[tuple[int, Passage]], marks: Marks, *, span: int, element: str, total: bool) -> str:
    wide = f' colspan="{span}"' if span > 1 else ""
    looks = (["cong"] if total else []) + (["so"] if _is_figure(held) else [])
    look = f' class="{" ".join(looks)}"' if looks else ""
    words = "<br>".join(_marked(at, passage, marks) for at, passage in held)
    return f"<{element}{wide}{look}>{words}</{element}>"
