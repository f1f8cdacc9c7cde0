"""Where Nơi nhận stands: level with the signature, at the left margin (PL I.II.9.d)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import DropBlank, Mend, Retype, SetLook
from baocao.conformance.paper import Cell, Line, Paragraph, Section
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import about, broken, held, look_of, unsure
from baocao.conformance.rules.places import aligned
from baocao.formats import Align, Length, Mm
from baocao.template.ooxml_tree import w

_ZERO = Length(0)


def to_left(paragraph: Paragraph) -> list[Mend]:
    """Put a paragraph to the left side of its column."""
    blanks = len(paragraph.text) - len(paragraph.text.lstrip())
    drop = [Retype(paragraph, 0, paragraph.text[:blanks], "")] if blanks else []
    return [*drop, SetLook(paragraph, align=Align.LEFT, left=_ZERO, first_line=_ZERO)]


@about("NN04", "noi_nhan_tu", "quyen_han")
def level_with_authority(case: Case) -> Iterator[Seen]:
    """ "Nơi nhận:" is level with the authority line, flush left (PL I.II.9.d)."""
    if not case.parts.noi_nhan_tu:
        return
    line = case.parts.noi_nhan_tu[0]
    if case.parts.quyen_han:
        yield _level(line, case.parts.quyen_han[0], Mm(case.text.parameters["sai_so_mm"]))
    elif "quyen_han" not in case.parts.unsure:
        look_at = "xem Nơi nhận có ngang hàng với dòng quyền hạn, chức vụ không"
        yield unsure(line, "không thấy quyền hạn, chức vụ của người ký", look_at)
    align = look_of(case, "noi_nhan_tu").align
    yield from [_flush(case, line)] if align in (Align.LEFT, Align.JUSTIFY) else aligned([line], align)


def _level(line: Line, sign: Line, tolerance: Length) -> Seen:
    wanted = "ngang hàng với dòng quyền hạn, chức vụ"
    ours, other = line.paragraph.cell, sign.paragraph.cell
    if ours is not None and other is not None and ours.table is other.table:
        return _in_table(line, sign, (ours, other), tolerance)
    if line.row == sign.row:
        return held(line)
    if line.paragraph.boxed or sign.paragraph.boxed or _floats(ours) or _floats(other):
        return unsure(line, "Nơi nhận và khối ký đặt rời nhau", f"xem Nơi nhận có {wanted} không")
    below = line.order > sign.order
    return broken(line, "ở dưới khối ký" if below else "ở trên khối ký", wanted)


def _floats(cell: Cell | None) -> bool:
    """Whether the table of a cell is hung beside the text."""
    return cell is not None and cell.table.element.find(f"{w('tblPr')}/{w('tblpPr')}") is not None


def _in_table(line: Line, sign: Line, cells: tuple[Cell, Cell], tolerance: Length) -> Seen:
    """Both in cells of one table: in one row, with the same space above."""
    wanted = "ngang hàng với dòng quyền hạn, chức vụ"
    if cells[0].row != cells[1].row:
        return broken(line, "khác hàng của bảng", wanted)
    ours, other = _above(line), _above(sign)
    if len(ours) != len(other):
        more = ours if len(ours) > len(other) else other
        spare = more[: abs(len(ours) - len(other))]
        return broken(line, f"cao thấp hơn nhau {len(spare):02d} dòng trống", wanted, map(DropBlank, spare))
    first, second = line.paragraph.look.before, sign.paragraph.look.before
    if abs(first - second) <= tolerance:
        return held(line)
    seen = f"khoảng cách phía trên {wording.figure(first.pt)} pt, của khối ký {wording.figure(second.pt)} pt"
    return broken(line, seen, wanted, [SetLook(line.paragraph, before=second)])


def _above(line: Line) -> Sequence[Paragraph]:
    """The empty paragraphs above a line in its cell."""
    cell = line.paragraph.cell
    if cell is None:
        return ()
    found = []
    for paragraph in cell.paragraphs:
        if paragraph is line.paragraph:
            break
        if paragraph.blank:
            found.append(paragraph)
    return found


def _flush(case: Case, line: Line) -> Seen:
    wanted, look = "sát lề trái", line.paragraph.look
    indent = Length(look.left + look.first_line)
    tolerance, far = Mm(case.text.parameters["sai_so_mm"]), Mm(case.text.parameters["xa_le_mm"])
    pushed = look.align not in (Align.LEFT, Align.JUSTIFY) or abs(indent) > tolerance
    typed = line.paragraph.lines[:1] == (line,) and line.paragraph.text[:1].isspace()
    if pushed or typed:
        seen = wording.ALIGNED[look.align] if not (indent or typed) else "thụt vào so với lề trái"
        return broken(line, seen, wanted, to_left(line.paragraph))
    section = section_of(case, line.paragraph)
    if line.left is None or section is None or section.text_box.left is None:
        return held(line)
    aside = Length(line.left - section.text_box.left)
    if abs(aside) <= tolerance:
        return held(line)
    seen = f"cách lề trái {wording.millimetres(aside)}"
    if abs(aside) < far:
        return unsure(line, seen, "xem Nơi nhận có sát lề trái không")
    return broken(line, seen, wanted)


def section_of(case: Case, paragraph: Paragraph) -> Section | None:
    """The section that a paragraph of the body, or the table around it, stands in."""
    block = paragraph if paragraph.cell is None else paragraph.cell.table
    for section in case.paper.sections:
        if any(one is block for one in section.blocks):
            return section
    return case.paper.sections[0] if case.paper.sections else None
