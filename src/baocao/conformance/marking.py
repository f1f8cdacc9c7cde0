"""The checked Word file again, with a Word comment at each finding; nothing else is changed."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.checking import Checked, Fault
from baocao.conformance.paper import Line, Paragraph, Table
from baocao.conformance.telling import Group, remarks, remedy, sentence, source
from baocao.conformance.telling import Remark as Told
from baocao.conformance.wheres import stretch_of, where_of
from baocao.ooxml.comments import Annotated, Remark, annotate_again
from baocao.ooxml.stretches import Stretch

AUTHOR = "baocao the-thuc"
TITLES = {
    Group.MUST: "Phải sửa",
    Group.PRACTICE: "Nên sửa",
    Group.HINT: "Nên xem",
    Group.UNSURE: "Cần người xem",
    Group.WAIVED: "Đơn vị không theo",
}


def mark(data: bytes, checked: Checked) -> Annotated:
    """The .docx with each finding as a comment on its words; comments of an earlier check are replaced.

    data: the bytes that were checked. What speaks of no place of its own stands at the first paragraph of
    what it speaks of. Raises `PackError` when the file cannot hold comments.
    """
    comments = [_comment(*item, checked) for remark in remarks(checked) for item in _told_once(remark)]
    return annotate_again(data, comments, checked.paper.file)


def _told_once(remark: Told) -> Iterator[tuple[Told, Fault, int]]:
    """A remark at each of its places with how often it holds there: in one table it is said once."""
    tables: dict[Table | None, list[Fault]] = {}
    for fault in remark.faults:
        table = _table(fault)
        if table is None:
            yield remark, fault, 1
        else:
            tables.setdefault(table, []).append(fault)
    for faults in tables.values():
        yield remark, faults[0], len(faults)


def _table(fault: Fault) -> Table | None:
    subject = fault.seen.subject
    paragraph = subject.paragraph if isinstance(subject, Line) else subject
    return paragraph.cell.table if isinstance(paragraph, Paragraph) and paragraph.cell else None


def _comment(remark: Told, fault: Fault, times: int, checked: Checked) -> Remark:
    here = f" ({times:02d} chỗ trong bảng này)" if times > 1 else ""
    said = f"{remark.rule.component}: {sentence(remark)} ({source(remark.rule)})"
    lines = [f"{TITLES[remark.group]}. {said}{here}."]
    if advice := remedy(remark, tried=True):
        lines.append(f"Cách sửa: {advice}")
    where = where_of(fault, checked)
    return Remark(where.anchor, "\n".join(lines), AUTHOR, _stretch(fault))


def _stretch(fault: Fault) -> Stretch | None:
    found = stretch_of(fault)
    if found is None:
        return None
    paragraph, start, end = found
    return Stretch(paragraph.text, start, end) if paragraph.text[start:end].strip() else None
