"""Rules of the marks of urgency and circulation and of the address, once they are there (PL I.III.2, 4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.paper import Line, Paragraph, Story, paragraphs_of
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import (
    about,
    broken,
    held,
    parameters,
    plain,
    sizes,
    told_faces,
    unsure,
)
from baocao.formats import Length, Mm, Pt, Setting
from baocao.vietnamese.text import sort_key


@about("MK01", "urgency")
def urgency(case: Case) -> Iterator[Seen]:
    """HỎA TỐC, THƯỢNG KHẨN, KHẨN: boxed, capitals, upright, bold (PL I.III.2.b)."""
    yield from _marks(case, case.parts.urgency)
    widths = {sort_key(words)[0]: width for words, width in case.text.parameters["rong_mm"].items()}
    for line in case.parts.urgency:
        wanted = widths.get(sort_key(plain(line.text).upper())[0])
        left, right = line.paragraph.box.left, line.paragraph.box.right
        if not _in_own_box(case, line.paragraph) or wanted is None or left is None or right is None:
            continue
        wide, tolerance = Length(right - left), Mm(case.text.parameters["sai_so_mm"])
        if wide <= Mm(wanted) + tolerance:
            yield held(line)
        else:
            yield unsure(line, f"ô rộng {wording.millimetres(wide)}", f"xem khung có rộng {wanted} mm không")


@about("MK02", "circulation")
def circulation(case: Case) -> Iterator[Seen]:
    """XEM XONG TRẢ LẠI, LƯU HÀNH NỘI BỘ: boxed, capitals, upright, bold (PL I.III.2.c)."""
    yield from _marks(case, case.parts.circulation)


def _marks(case: Case, lines: Sequence[Line]) -> Iterator[Seen]:
    known = {sort_key(words)[0] for words in parameters(case, "chu")}
    yield from sizes(lines, _size(case))
    yield from told_faces(case, lines)
    for line in lines:
        text = plain(line.text)
        if sort_key(text.upper())[0] not in known:
            yield broken(line, f"“{text}”", f"một trong các cụm từ {', '.join(parameters(case, 'chu'))}")
        look_at = "xem chữ có được đóng khung viền đơn không"
        yield held(line) if _framed(case, line) else unsure(line, "chưa thấy khung quanh chữ", look_at)


def _framed(case: Case, line: Line) -> bool:
    """Whether a mark stands by itself in a text box or in a cell with lines around it."""
    cell = line.paragraph.cell
    own_cell = cell is not None and cell.table.ruled and _alone(line.paragraph, cell.paragraphs)
    return own_cell or _in_own_box(case, line.paragraph)


def _in_own_box(case: Case, paragraph: Paragraph) -> bool:
    """Whether a text box holds nothing else: whole columns of the head stand in boxes without lines."""
    holders = case.paper.everything if paragraph.boxed else ()
    return any(_alone(paragraph, paragraphs_of(box)) for holder in holders for box in holder.boxes)


def _alone(paragraph: Paragraph, around: Iterable[Paragraph]) -> bool:
    worded = [one for one in around if one.text.strip()]
    return len(worded) == 1 and worded[0] is paragraph


@about("DC01", "address")
def address(case: Case) -> Iterator[Seen]:
    """The address at the foot of page one, size 11 to 12, upright, below a rule (PL I.III.4)."""
    lines = case.parts.address
    if not lines:
        return
    yield from sizes(lines, _size(case))
    yield from told_faces(case, lines)
    first = lines[0]
    if first.paragraph.story is Story.FOOTER:
        yield held(first)
    else:
        yield unsure(first, "không ở chân trang", "xem địa chỉ có ở cuối trang thứ nhất không")
    feet = (blocks for section in case.paper.sections for blocks in section.footers.values())
    ruled = any(one.strokes for blocks in feet for one in paragraphs_of(blocks))
    look_at = "xem trên dòng địa chỉ có đường kẻ hết chiều ngang vùng chữ không"
    yield held(first) if ruled else unsure(first, "chưa thấy đường kẻ phía trên", look_at)


def _size(case: Case) -> Setting:
    low, high = (Pt(size) for size in case.text.parameters["co"])
    return Setting(low, low, high, case.text.clause)
