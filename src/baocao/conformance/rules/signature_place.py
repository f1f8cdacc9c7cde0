"""Where the signature stands: on the right, whole, with room for seal and hand (PL I.IV; PL I.II.7.đ)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from baocao.conformance.case import Case, Seen, State
from baocao.conformance.mends import KeepRow, Mend, SetLook
from baocao.conformance.paper import Block, Line, Paragraph, Row
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import about, broken, held, look_of, unsure
from baocao.conformance.rules.places import aligned, centred, middle
from baocao.conformance.rules.recipient_place import section_of
from baocao.conformance.rules.spacing import SINGLE, gap_between
from baocao.formats import Align, Length, Mm, Pt
from baocao.template.ooxml_tree import w

_ROOM_TOLERANCE = Mm(1)
_ZERO = Length(0)
_STEP = Pt(6)
"""Room is given in steps of this."""


@about("KY09", "quyen_han", "nguoi_ky")
def signature_on_the_right(case: Case) -> Iterator[Seen]:
    """The block stands in the right half, its lines centred on one axis (PL I.IV; PL I.II.7.đ)."""
    lines = (*case.parts.quyen_han, *case.parts.nguoi_ky)
    if not lines:
        return
    yield _right_half(case, lines[0])
    axis, wanted = _axis(lines), "canh giữa với các dòng của khối ký"
    for line in lines:
        align = look_of(case, "nguoi_ky" if line in case.parts.nguoi_ky else "quyen_han").align
        if align is not Align.CENTER:
            yield from aligned([line], align)
        elif _is_at_side(line.paragraph):
            mend = SetLook(line.paragraph, align=Align.CENTER, left=_ZERO, right=_ZERO, first_line=_ZERO)
            yield broken(line, wording.ALIGNED[line.paragraph.look.align], wanted, [mend])
        else:
            yield from (_placed(line, one) for one in centred([line], axis, wanted))


def _placed(line: Line, one: Seen) -> Seen:
    """Outside a cell or a box, to centre the paragraph is to put it in the middle of the page: no mend."""
    placed = line.paragraph.cell is not None or line.paragraph.boxed
    return one if placed or not one.mends else replace(one, mends=())


def _is_at_side(paragraph: Paragraph) -> bool:
    """Whether it begins at the side of its cell, and nothing is there to move it to the middle."""
    look = paragraph.look
    moved = look.left or look.right or look.first_line or look.tabs or "\t" in paragraph.text
    aside = paragraph.cell is not None and look.align is not Align.CENTER
    return aside and not moved and not paragraph.text[:1].isspace()


def _axis(lines: Sequence[Line]) -> Length | None:
    """The middle of the block: that of its authority line, which the name is centred under."""
    return next((at for line in lines if (at := middle(line)) is not None), None)


def _right_half(case: Case, line: Line) -> Seen:
    at, section = middle(line), section_of(case, line.paragraph)
    wanted = "ở nửa bên phải"
    if at is not None and section is not None:
        box = section.text_box
        if box.left is not None and box.right is not None:
            right = at >= (box.left + box.right) // 2
            return held(line) if right else broken(line, "ở nửa bên trái", wanted)
    cell = line.paragraph.cell
    if cell is None:
        return unsure(line, "chưa đo được chỗ đứng của khối ký", "xem khối ký có ở nửa bên phải không")
    return held(line) if cell.column else broken(line, "ở ô bên trái của bảng", wanted)


@about("KY10", "quyen_han", "nguoi_ky")
def signature_stays_whole(case: Case) -> Iterator[Seen]:
    """The block is not split over pages, within a row or between them (practice).

    Where the pages end only Word knows; a page break in the block is certain.
    """
    lines = (*case.parts.quyen_han, *case.parts.nguoi_ky)
    if not lines:
        return
    torn = next((one for one in case.parts.signing if one.breaks and one is not lines[0].paragraph), None)
    if torn is not None:
        yield broken(torn, "có ngắt trang trong khối ký", "cả khối ký trên một trang")
        return
    split = tuple(row for row in _rows(lines) if not row.whole)
    loose = [one for one in _kept_together(case, lines) if not one.look.keep_next]
    if not split and not loose:
        yield held(lines[0])
        return
    mends: list[Mend] = [KeepRow(split, whole=True)] if split else []
    mends += [SetLook(paragraph, keep_next=True) for paragraph in loose]
    seen, look_at = "khối ký chưa được giữ liền", "xem khối ký có bị ngắt sang hai trang không"
    yield Seen(lines[0], State.UNSURE, seen, look_at, tuple(mends))


def _rows(lines: Sequence[Line]) -> list[Row]:
    """The rows of tables that hold more than one line of the block, so that a page could end within."""
    found: dict[int, list[Row]] = {}
    for line in lines:
        if (cell := line.paragraph.cell) is not None:
            row = cell.table.rows[cell.row]
            found.setdefault(id(row), []).append(row)
    return [rows[0] for rows in found.values() if len(rows) > 1]


def _kept_together(case: Case, lines: Sequence[Line]) -> list[Paragraph]:
    """The paragraphs of the block that a page must not end behind: those above the last row or line."""
    if len(lines) < 2:
        return []
    first, last = lines[0].paragraph, lines[-1].paragraph
    if first.cell is None and last.cell is None:
        return [] if first.boxed else [one for one in column(case, first, last)[:-1] if not one.boxed]
    if first.cell is None or last.cell is None or first.cell.table is not last.cell.table:
        return []
    rows = first.cell.table.rows[first.cell.row : last.cell.row]
    cells = (cell for row in rows for cell in row.cells if cell.column == last.cell.column)
    return [paragraph for cell in cells for paragraph in cell.paragraphs]


def column(case: Case, first: Paragraph, last: Paragraph) -> list[Paragraph]:
    """The paragraphs that stand below each other from `first` to `last`; none when it cannot be told."""
    if first.cell is not None and first.cell is last.cell:
        inside: Sequence[Block] = list(first.cell.paragraphs)
    elif first.boxed or last.boxed or first.cell is not None or last.cell is not None:
        inside = [one for one in case.parts.signing if one.cell is None]
    else:
        inside = case.paper.blocks
    places = [at for at, one in enumerate(inside) if one is first or one is last]
    stretch = inside[places[0] : places[-1] + 1] if places else []
    whole = all(isinstance(one, Paragraph) for one in stretch) and len(places) == len({id(first), id(last)})
    return [one for one in stretch if isinstance(one, Paragraph)] if whole else []


@about("KY11", "quyen_han", "nguoi_ky")
def room_for_seal(case: Case) -> Iterator[Seen]:
    """At least 25 mm between title and name (practice)."""
    if not (case.parts.quyen_han and case.parts.nguoi_ky):
        return
    title, name = case.parts.quyen_han[-1], case.parts.nguoi_ky[0]
    block = column(case, title.paragraph, name.paragraph)
    rows = [] if block else _rows_between(title, name)
    wanted = Mm(case.text.parameters["cach_mm"])
    room = _room(case, block, title, name) if block else _room_of_rows(rows)
    if room >= wanted - _ROOM_TOLERANCE or any(one.pictures or one.boxes for one in block):
        yield held(name)
    elif not block:
        yield unsure(name, "chức vụ và họ tên đặt rời nhau", "xem có chừa đủ chỗ cho chữ ký và dấu không")
    else:
        seen = f"chừa {wording.millimetres(room)}"
        least = f"từ {wording.figure(wanted.mm)} mm trở lên"
        mends = _more_room(case, block, Length(wanted - room))
        how = _in_words(mends, title, name, Length(wanted - room))
        yield broken(name, seen, f"{least}: {how}", mends)


def _in_words(mends: Sequence[SetLook], title: Line, name: Line, missing: Length) -> str:
    """What a person does in Word for the room that is missing: the number to type, or the lines to add."""
    before = next((mend.before for mend in mends if mend.before is not None), None)
    if before is not None:
        return f"gõ {wording.figure(before.pt)} pt vào ô Trước (Before) của dòng họ tên"
    size = max((span.face.size for span in (*title.spans, *name.spans)), default=14.0)
    lines = -(-missing // Pt(size * SINGLE))
    return f"thêm {lines:02d} dòng trống giữa chức vụ và họ tên"


def _room(case: Case, block: Sequence[Paragraph], title: Line, name: Line) -> Length:
    """The height of what stands between the last line of the title and the name."""
    gaps = [gap_between(case, upper, lower) or 0 for upper, lower in pairwise(block)]
    size = max((span.face.size for span in (*title.spans, *name.spans)), default=14.0)
    height = sum(_height(one, size) for one in block[1:-1])
    return Length(sum(gaps) + height + _empty_lines(title, name) * Pt(size * SINGLE))


def _empty_lines(title: Line, name: Line) -> int:
    """Forced ends of line between the two, beyond those that end a line with words."""
    if title.paragraph is name.paragraph:
        return max(title.paragraph.text[title.end : name.start].count("\n") - 1, 0)
    return title.paragraph.text[title.end :].count("\n") + name.paragraph.text[: name.start].count("\n")


def _height(paragraph: Paragraph, size: float) -> int:
    """Of the lines of a paragraph; of an empty one as if its mark had `size`, which is not told."""
    own = max((span.face.size for span in paragraph.spans), default=size)
    look = paragraph.look
    if look.line_rule == "exact":
        return Pt(look.line / 20)
    lines = look.line / 240 if look.line_rule == "auto" else 1.0
    return Pt(own * SINGLE * lines * (1 + paragraph.text.count("\n")))


def _rows_between(title: Line, name: Line) -> list[Row]:
    """The rows of their table between the two; none when they do not stand in two rows of one."""
    upper, lower = title.paragraph.cell, name.paragraph.cell
    if upper is None or lower is None or upper.table is not lower.table:
        return []
    return upper.table.rows[upper.row + 1 : lower.row]


def _room_of_rows(rows: Sequence[Row]) -> Length:
    """The height that rows have at least."""
    total = 0
    for row in rows:
        set_to = row.element.find(f"{w('trPr')}/{w('trHeight')}")
        value = set_to.get(w("val")) if set_to is not None else None
        least = int(value) if value and value.isdigit() else 0
        inside = max((sum(_height(one, 0) for one in cell.paragraphs) for cell in row.cells), default=0)
        total += max(Pt(least / 20), inside)
    return Length(total)


def _more_room(case: Case, block: Sequence[Paragraph], missing: Length) -> list[SetLook]:
    if len(block) < 2:
        return []
    name = block[-1]
    gap = gap_between(case, block[-2], name) or Length(0)
    steps = -(-(gap + missing) // _STEP)
    return [SetLook(name, before=Length(steps * _STEP), contextual=False)]
