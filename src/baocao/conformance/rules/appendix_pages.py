"""Rules of an appendix's pages and tables (PL I.III.1.đ; practice)."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.conformance.case import Case, Seen
from baocao.conformance.mends import KeepRow
from baocao.conformance.paper import Paragraph, Table
from baocao.conformance.parts import Appendix
from baocao.conformance.rules import wording
from baocao.conformance.rules.kit import about, broken, held
from baocao.formats import Length, Mm


@about("PL07", "appendices")
def appendix_on_new_page(case: Case) -> Iterator[Seen]:
    """An appendix starts on a new page, in a section of its own (PL I.III.1.đ)."""
    for appendix in case.parts.appendices:
        wanted = "phần (section) riêng, bắt đầu ở trang mới"
        if not _opens_section(appendix):
            breaks = appendix.word.paragraph.look.page_break_before or appendix.word.paragraph.breaks
            seen = "trang mới nhưng cùng phần với trang trước" if breaks else "cùng phần với nội dung ở trước"
            yield broken(appendix.word, seen, wanted)
        elif appendix.section.starts == "continuous":
            yield broken(appendix.word, "phần riêng nhưng không sang trang mới", wanted)
        else:
            yield held(appendix.word)


def _opens_section(appendix: Appendix) -> bool:
    """Whether the word is the first thing printed in its section."""
    for block in appendix.section.blocks:
        if isinstance(block, Table):
            return appendix.word.paragraph in tuple(block.paragraphs)
        if block is appendix.word.paragraph:
            return True
        if not block.blank:
            return False
    return False


@about("PL08", "appendices")
def appendix_tables(case: Case) -> Iterator[Seen]:
    """Tables fit the page; their header row repeats, their rows are not split (practice)."""
    known = {id(table) for table in case.parts.data_tables}
    for appendix in case.parts.appendices:
        for table in (one for one in appendix.blocks if isinstance(one, Table) and id(one) in known):
            first = next(iter(table.paragraphs), None)
            if first is None or len(table.rows) < 2:
                continue
            yield _fits(case, appendix, table, first)
            yield _repeats(table, first)
            yield _whole(table, first)


def _fits(case: Case, appendix: Appendix, table: Table, first: Paragraph) -> Seen:
    box, text = table.box, appendix.section.text_box
    if box.left is None or box.right is None or text.left is None or text.right is None:
        return held(first)
    over = Length(box.right - box.left - (text.right - text.left))
    if over <= Mm(case.text.parameters["sai_so_mm"]):
        return held(first)
    turn = "" if appendix.section.landscape else ", chuyển phụ lục sang trang ngang"
    seen = f"bảng rộng hơn vùng chữ {wording.millimetres(over)}"
    return broken(first, seen, f"bảng vừa trang giấy{turn}")


def _repeats(table: Table, first: Paragraph) -> Seen:
    if table.rows[0].repeats:
        return held(first)
    mend = KeepRow((table.rows[0],), repeats=True)
    return broken(first, "đầu bảng không lặp lại", "đầu bảng lặp lại ở mỗi trang", [mend])


def _whole(table: Table, first: Paragraph) -> Seen:
    split = tuple(row for row in table.rows if not row.whole)
    if not split:
        return held(first)
    seen = f"{len(split):02d} hàng có thể bị ngắt sang trang sau"
    return broken(first, seen, "hàng không bị ngắt sang trang", [KeepRow(split, whole=True)])
