"""Who signs and with how much room, on hand-made papers: what a person is told to do in Word."""

from __future__ import annotations

import io

import docx
import pytest

from baocao.conformance.case import Checked, Fault, Seen, State
from baocao.conformance.mending.mend import mend
from baocao.conformance.mends import SetLook
from baocao.conformance.paper import Paper, Paragraph
from baocao.conformance.parts import Kind
from baocao.formats import Align, Pt, load_format
from baocao.formats.rules import load_rules
from conformance.rules_body_kit import FORMAT, ask, paper, para, parts, states, table

DECISION = Kind("quyết định", "QĐ")
RULE = load_rules(FORMAT)["KY10"]


def middle(text: str, **more: object) -> Paragraph:
    told = {"align": Align.CENTER, "indent": (0, 0), "gaps": (0, 0), "lines": (240, "auto")} | more
    return para(text, **told)


def room(*right: Paragraph) -> Seen:
    """What KY11 saw of a signature in the right cell of a table: the first line and the last sign."""
    made = table([[middle("Nơi nhận:")], list(right)])
    lines = [line for one in right for line in one.lines]
    (seen,) = ask("KY11", paper(made), parts(quyen_han=lines[:1], nguoi_ky=lines[-1:], signing=right))
    return seen


def test_the_number_to_type_is_told() -> None:
    seen = room(middle("CHỦ TỊCH"), *[middle("") for _ in range(4)], middle("Trần Thị Thu Hà"))
    assert (seen.seen, seen.wanted) == (
        "chừa 22,7 mm",
        "từ 25 mm trở lên: gõ 12 pt vào ô Trước (Before) của dòng họ tên",
    )
    (mend,) = seen.mends
    assert isinstance(mend, SetLook)
    assert mend.before == Pt(12)


def test_lines_to_add_are_told_when_one_paragraph_holds_the_signature() -> None:
    seen = room(middle("CHỦ TỊCH\n\n\nTrần Thị Thu Hà"))
    assert (seen.seen, seen.wanted) == (
        "chừa 11,4 mm",
        "từ 25 mm trở lên: thêm 03 dòng trống giữa chức vụ và họ tên",
    )
    assert seen.mends == ()


@pytest.mark.parametrize("align", [Align.RIGHT, Align.LEFT])
def test_a_signature_outside_a_table_is_not_put_in_the_middle_of_the_page(align: Align) -> None:
    signing = [middle("CHỦ TỊCH", align=align, at=(100, 195)), middle("Trần Thị Thu Hà", align=align)]
    lines = [one.lines[0] for one in signing]
    seen = ask("KY09", paper(*signing), parts(quyen_han=lines[:1], nguoi_ky=lines[1:], signing=signing))
    assert any(one.state is State.BROKEN for one in seen)
    assert [mend for one in seen for mend in one.mends] == []


def chaired(*above: str) -> list[Seen]:
    """What KY07 saw of a decision that the chair signs, with lines above the grounds."""
    grounds = para("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
    blocks = [*(middle(text) for text in above), grounds, para("Điều 1. Thành lập Tổ công tác.")]
    office, chair = middle("ỦY BAN NHÂN DÂN XÃ BẢO LÂM"), middle("CHỦ TỊCH")
    found = parts(
        kind=DECISION,
        can_cu=(grounds,),
        than_bai=tuple(blocks[-1:]),
        co_quan=office.lines,
        quyen_han=chair.lines,
    )
    return ask("KY07", paper(office, *blocks, chair), found)


def test_the_chair_alone_signs_without_the_committee() -> None:
    assert states(chaired("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ BẢO LÂM")) == ["dung"]
    assert states(chaired("CHỦ TỊCH UỶ BAN NHÂN DÂN XÃ BẢO LÂM")) == ["dung"]
    assert states(chaired("ỦY BAN NHÂN DÂN XÃ BẢO LÂM")) == ["chua_ro"]


def test_a_signature_that_may_be_torn_is_kept_whole_by_mending() -> None:
    made = docx.Document()
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Nơi nhận:", "CHỦ TỊCH"
    cells[1].add_paragraph("Trần Thị Thu Hà")
    stream = io.BytesIO()
    made.save(stream)

    def check(on: Paper) -> Checked:
        lines = [one.lines[0] for one in on.blocks[0].rows[0].cells[1].paragraphs]
        seen = ask("KY10", on, parts(quyen_han=lines[:1], nguoi_ky=lines[1:]))
        unsure = tuple(Fault(RULE, one) for one in seen if one.state is State.UNSURE)
        return Checked(on, parts(), load_format(FORMAT), (), unsure, {}, ())

    mended = mend(stream.getvalue(), check, "thu.docx")
    assert [(one.rule.id, one.after) for one in mended.done] == [
        ("KY10", "hàng không bị ngắt giữa hai trang")
    ]
    assert mended.checked.unsure == ()
    assert mend(mended.data, check, "thu.docx").data is mended.data
