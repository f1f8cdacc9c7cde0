"""Where lines stand: aligned in their paragraph, or with their middle on an axis of the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import Mend, Retype, SetColumns, SetLook
from baocao.conformance.paper import Line, Paragraph
from baocao.conformance.rules import tolerances, wording
from baocao.conformance.rules.kit import Text, broken, held, look_of, paragraph_of, unsure
from baocao.formats import Align, Length

_ZERO = Length(0)


def aligned(subjects: Iterable[Text], align: Align) -> Iterator[Seen]:
    """The paragraph of each subject is aligned so. For lines that tabs may place, ask `centred`."""
    for subject in subjects:
        paragraph = paragraph_of(subject)
        if paragraph.look.align is align:
            yield held(subject)
        else:
            seen = wording.ALIGNED[paragraph.look.align]
            yield broken(subject, seen, wording.ALIGNED[align], [SetLook(paragraph, align=align)])


def middle(line: Line) -> Length | None:
    """Where the middle of a line stands on the sheet: of its letters, else of the column it is centred in."""
    if line.centre is not None:
        return line.centre
    return column_middle(line.paragraph) if is_centred(line.paragraph) and alone(line) else None


def column_middle(paragraph: Paragraph) -> Length | None:
    """The middle of the column that a paragraph stands in."""
    left, right = paragraph.box.left, paragraph.box.right
    return None if left is None or right is None else Length((left + right) // 2)


def alone(line: Line) -> bool:
    """Whether no other stretch of its paragraph is printed beside the line."""
    return all(other is line or other.row != line.row for other in line.paragraph.lines)


def is_centred(paragraph: Paragraph) -> bool:
    """Whether it is centred by its alignment, without an indent that pushes it aside."""
    look = paragraph.look
    push = (look.left - look.right + look.first_line) / 2
    return look.align is Align.CENTER and abs(push) <= tolerances.AXIS


def centred(lines: Iterable[Line], axis: Length | None, wanted: str = "canh giữa") -> Iterator[Seen]:
    """The middle of each line stands on `axis` (on the sheet), however it came there.

    When its place or the axis cannot be told, its alignment decides.
    """
    for line in lines:
        yield _on_axis(line, axis, wanted)


def placed(
    case: Case, key: str, lines: Sequence[Line], axis: Length | None, wanted: str = "canh giữa"
) -> Iterator[Seen]:
    """Each line stands as the format wants the component `key`: centred on `axis`, or at a side."""
    align = look_of(case, key).align
    return centred(lines, axis, wanted) if align is Align.CENTER else aligned(lines, align)


def _on_axis(line: Line, axis: Length | None, wanted: str) -> Seen:
    at, paragraph = middle(line), line.paragraph
    if at is not None and axis is not None:
        aside = Length(at - axis)
        if abs(aside) <= tolerances.AXIS:
            return held(line)
        if _plainly_aligned(line):
            return broken(line, wording.ALIGNED[paragraph.look.align], wanted, _to_axis(line, axis))
        side = "phải" if aside > 0 else "trái"
        return broken(
            line, f"lệch {side} {wording.millimetres(Length(abs(aside)))}", wanted, _to_axis(line, axis)
        )
    if is_centred(paragraph):
        return held(line)
    seen = wording.ALIGNED[paragraph.look.align]
    if not _plainly_aligned(line):
        return unsure(line, seen, f"xem dòng này đã {wanted} chưa")
    return broken(line, seen, wanted, _to_axis(line, axis))


def _plainly_aligned(line: Line) -> bool:
    """Whether nothing but its alignment places the line: no indent, tab or blank in front."""
    paragraph, look = line.paragraph, line.paragraph.look
    pushed = look.tabs or look.left or look.first_line or paragraph.text[:1].isspace()
    return alone(line) and not pushed and look.align is not Align.CENTER


def head_columns(case: Case, line: Line) -> list[Mend]:
    """The columns of the format for the table of two columns that places the head with this line."""
    cell = line.paragraph.cell
    if cell is None or cell.table not in case.parts.layout_tables:
        return []
    if any(len(row.cells) != 2 for row in cell.table.rows):
        return []
    section, page = case.paper.sections[0], case.format.page
    left, right = case.format.header_columns
    lawful = page.left.permits(section.left) and page.right.permits(section.right)
    room = section.width - section.left - section.right if lawful else page.text_width
    return [SetColumns(cell.table, (Length(max(room - right, left * 3 // 4)), right))]


def _to_axis(line: Line, axis: Length | None) -> list[Mend]:
    """Centre the paragraph in its column, when that column has the wanted middle.

    Outside cells and boxes a paragraph is as wide as the text: its middle is wanted only when `axis` says so.
    """
    column, paragraph = column_middle(line.paragraph), line.paragraph
    own_column = paragraph.cell is not None or paragraph.boxed
    if not alone(line) or (not own_column and (column is None or axis is None)):
        return []
    if column is not None and axis is not None and abs(column - axis) > tolerances.AXIS:
        return []
    blanks = len(paragraph.text) - len(paragraph.text.lstrip())
    drop = [Retype(paragraph, 0, paragraph.text[:blanks], "")] if blanks else []
    return [*drop, SetLook(paragraph, align=Align.CENTER, left=_ZERO, right=_ZERO, first_line=_ZERO)]
