"""Rules of căn cứ and of the running text on hand-made papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from baocao.conformance.mends import DropBlank, SetFace, SetLook
from baocao.conformance.paper import Paragraph
from baocao.formats import Align, Length, Mm, Pt
from conformance.rules_body_kit import (
    ask,
    broken,
    heading,
    line,
    paper,
    para,
    parts,
    retyped,
    states,
    table,
    text_parts,
    unsure,
)
from conformance.rules_head_kit import told
from format_rules.faults import text

LONG = (
    "Trong năm, xã đã tiếp nhận 3.252 hồ sơ, giải quyết trước hạn và đúng hạn 3.190 hồ sơ, đạt tỷ lệ 98,09%."
)


def grounds(*texts: str, body: tuple = (), **more: object):
    """The căn cứ of a paper, and the text below them."""
    made = tuple(para(text, **{"italic": True} | more) for text in texts)
    rest = tuple(para(text) for text in body)
    return paper(*made, *rest), parts(can_cu=made, than_bai=(*made, *rest), prose=rest)


def test_grounds_are_italic_and_mended() -> None:
    seen = ask("CC01", *grounds("Căn cứ Luật Tổ chức chính quyền địa phương;", italic=False))
    assert broken(seen) == ["đứng"]
    (mend,) = seen[0].mends
    assert isinstance(mend, SetFace)
    assert mend.italic is True


def test_a_sentence_that_opens_the_text_is_no_ground() -> None:
    opening = "Căn cứ Kế hoạch số 34/KH-UBND ngày 06/02/2023, UBND xã báo cáo kết quả như sau:"
    assert ask("CC01", *grounds(opening, italic=False)) == []


def test_grounds_have_the_size_of_the_text() -> None:
    assert broken(ask("CC02", *grounds("Căn cứ Luật;", size=12.0))) == ["cỡ 12"]
    assert broken(ask("CC02", *grounds("Căn cứ Luật;", size=13.0))) == []


@pytest.mark.parametrize(
    ("texts", "right"),
    [
        (("Căn cứ Luật A,", "Căn cứ Luật B."), "Căn cứ Luật A;"),
        (("Căn cứ Luật A", "Căn cứ Luật B."), "Căn cứ Luật A;"),
        (("Căn cứ Luật A;", "Căn cứ Luật B;"), "Căn cứ Luật B."),
        (("Căn cứ Luật A;", "Căn cứ Luật B./."), "Căn cứ Luật B."),
    ],
)
def test_grounds_end_with_semicolons_and_a_stop(texts: tuple[str, ...], right: str) -> None:
    seen = ask("CC03", *grounds(*texts))
    assert len(broken(seen)) == 1
    assert retyped(seen) == right


def test_a_line_of_proposal_goes_on_with_the_grounds() -> None:
    seen = ask("CC03", *grounds("Căn cứ Luật A;", body=("Theo đề nghị của Trưởng phòng Nội vụ.",)))
    assert states(seen) == ["dung"]
    assert broken(ask("CC03", *grounds("Căn cứ Luật A; căn cứ Luật B."))) == ["nhiều căn cứ trên một dòng"]


def test_grounds_in_full() -> None:
    short = "Căn cứ Kế hoạch số 34/KH-UBND;"
    seen = ask("CC04", *grounds("Căn cứ Luật Tổ chức chính quyền địa phương;", short))
    assert states(seen) == ["dung", "sai"]
    assert broken(seen) == ["chưa thấy ngày ban hành, cơ quan ban hành, trích yếu"]


def test_only_the_first_citation_is_in_full() -> None:
    first = para("Thực hiện Kế hoạch số 34/KH-UBND, xã đã tổ chức 05 lớp tập huấn.")
    again = para("Kết quả thực hiện Kế hoạch số 34/KH-UBND đạt 98%.")
    assert broken(ask("CC05", *text_parts(first, again))) == [
        "số 34/KH-UBND: chưa thấy ngày ban hành, cơ quan ban hành"
    ]
    full = para("Thực hiện Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND tỉnh về cải cách hành chính.")
    assert states(ask("CC05", *text_parts(full, again))) == ["dung"]


def test_zeros_of_long_dates() -> None:
    seen = ask("CC06", *text_parts(para("Từ ngày 5 tháng 03 đến ngày 15 tháng 2 năm 2024.")))
    assert broken(seen) == ["“ngày 5 tháng 03”, “ngày 15 tháng 2”"]
    assert retyped(seen) == "Từ ngày 05 tháng 3 đến ngày 15 tháng 02 năm 2024."
    assert states(ask("CC06", *text_parts(para("ngày 05 tháng 3 năm 2024")))) == ["dung"]
    other = {"thang_co_so_khong": list(range(1, 10))}
    assert states(ask("CC06", *text_parts(para("ngày 05 tháng 03 năm 2030")), changed=other)) == ["dung"]


def test_the_text_has_one_permitted_size() -> None:
    on, found = text_parts(para(LONG), para(LONG), para(LONG, size=13.0), para(LONG, size=12.0))
    seen = ask("ND01", on, found)
    assert broken(seen) == ["cỡ 13", "cỡ 12"]
    assert {mend.size for one in seen for mend in one.mends} == {14.0}


def test_a_text_in_a_wrong_size_wants_the_format() -> None:
    seen = ask("ND01", *text_parts(para(LONG, size=12.0)))
    assert [one.wanted for one in seen] == ["cỡ 13 đến 14"]


def test_letters_of_a_note_and_lines_under_tables_have_their_own_size() -> None:
    raised = para([(LONG, {}), ("2", {"size": 9.0, "raised": True})])
    note = para("Nguồn: Văn phòng UBND xã", size=12.0)
    on = paper(raised, table([[para("Số")]]), note)
    assert states(ask("ND01", on, parts(than_bai=(raised, note), prose=(raised, note)))) == ["dung"]


@pytest.mark.parametrize(
    ("align", "at", "state"),
    [
        (Align.JUSTIFY, None, "dung"),
        (Align.LEFT, None, "sai"),
        (Align.CENTER, None, "sai"),
        (Align.LEFT, (43, 120), "dung"),
        (Align.CENTER, (60, 150), "chua_ro"),
    ],
)
def test_the_text_is_justified(align: Align, at: tuple[float, float] | None, state: str) -> None:
    assert states(ask("ND02", *text_parts(para(LONG, align=align, at=at)))) == [state]


def test_the_words_of_decision_stand_in_the_middle() -> None:
    assert ask("ND02", *text_parts(para("QUYẾT ĐỊNH:", align=Align.CENTER, at=(90, 130)))) == []


def test_whole_paragraphs_in_italics_are_a_hint() -> None:
    some = para([("Trong đó: ", {"italic": True}), (LONG, {})])
    seen = ask("ND03", *text_parts(para(LONG, italic=True), some, para(LONG, bold=True)))
    assert broken(seen) == ["nghiêng cả đoạn", "đậm cả đoạn"]
    assert not any(one.mends for one in seen)


@pytest.mark.parametrize(
    ("indent", "told"),
    [
        ((0, 12.7), []),
        ((0, 10), []),
        ((0, 0), ["không thụt dòng đầu"]),
        ((0, 20), ["thụt dòng đầu 2 cm"]),
        ((12.7, 0), ["cả đoạn lùi vào 1,27 cm, dòng đầu không thụt"]),
        ((12.7, 12.7), ["thụt dòng đầu 2,54 cm"]),
    ],
)
def test_first_lines_are_indented(indent: tuple[float, float], told: list[str]) -> None:
    assert broken(ask("ND04", *text_parts(para(LONG, indent=indent)))) == told


def test_an_indent_is_mended_to_the_one_in_use() -> None:
    on, found = text_parts(
        para(LONG, indent=(0, 10)), para(LONG, indent=(0, 10)), para("   " + LONG, indent=(0, 0))
    )
    (seen,) = [one for one in ask("ND04", on, found) if one.mends]
    assert seen.seen == "đầu đoạn gõ dấu cách"
    assert retyped([seen]) == LONG
    assert [mend.first_line for mend in seen.mends if isinstance(mend, SetLook)] == [Mm(10)]


def test_a_tab_is_no_indent() -> None:
    assert broken(ask("ND04", *text_parts(para("\t" + LONG, indent=(0, 0))))) == ["đầu đoạn gõ dấu Tab"]


def test_items_below_the_dashes_may_stand_deeper() -> None:
    deeper = para("+ Lĩnh vực đất đai: 12 hồ sơ;", indent=(0, 20))
    dash = para("- Lĩnh vực đất đai: 12 hồ sơ;", indent=(0, 20))
    assert broken(ask("ND04", *text_parts(deeper))) == []
    assert broken(ask("ND04", *text_parts(dash))) == ["thụt dòng đầu 2 cm"]


def test_paragraphs_stand_apart() -> None:
    upper, lower = para(LONG), para(LONG, gaps=(3, 0))
    seen = ask("ND05", *text_parts(upper, lower))
    assert broken(seen) == ["cách đoạn trên 3 pt"]
    (mend,) = seen[0].mends
    assert isinstance(mend, SetLook)
    assert (mend.before, mend.contextual) == (Pt(6), False)


def test_contextual_spacing_takes_the_space_away() -> None:
    one, other = para(LONG), para(LONG, look={"contextual": True})
    told = ["cách đoạn trên 0 pt (đang bỏ khoảng cách giữa các đoạn cùng kiểu)"]
    assert broken(ask("ND05", *text_parts(one, other))) == told


def test_a_table_between_two_paragraphs_spaces_them() -> None:
    upper, lower = para(LONG, gaps=(0, 0)), para(LONG, gaps=(0, 0))
    on = paper(upper, table([[para("Số")]]), lower)
    assert ask("ND05", on, parts(than_bai=(upper, lower), prose=(upper, lower))) == []


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((240, "auto"), []),
        ((360, "auto"), []),
        ((480, "auto"), ["giãn dòng 2"]),
        ((216, "auto"), ["giãn dòng 0,9"]),
        ((360, "exact"), []),
        ((240, "exact"), ["giãn dòng 0,75 (đúng 12 pt)"]),
        ((240, "atLeast"), []),
    ],
)
def test_lines_stand_single_to_one_and_a_half(lines: tuple[int, str], told: list[str]) -> None:
    assert broken(ask("ND06", *text_parts(para(LONG, lines=lines)))) == told


@pytest.mark.parametrize("end", [".", "./", ". / .", ";", ""])
def test_the_text_ends_with_its_mark(end: str) -> None:
    last = para(f"Trên đây là báo cáo của UBND xã{end}")
    seen = ask("ND07", *text_parts(last, quyen_han=(line("CHỦ TỊCH"),)))
    assert states(seen) == ["sai"]
    assert retyped(seen) == "Trên đây là báo cáo của UBND xã./."


def test_another_decree_may_end_otherwise() -> None:
    last = para("Trên đây là báo cáo của UBND xã.")
    on, found = text_parts(last, quyen_han=(line("CHỦ TỊCH"),))
    assert states(ask("ND07", on, found, changed={"cuoi": "."})) == ["dung"]


def test_empty_paragraphs_and_runs_of_blanks() -> None:
    blank = para("")
    body = para("Số  hồ sơ   đã giải quyết\tlà 12.")
    on = paper(para(LONG), blank, body)
    seen = ask("ND08", on, parts(than_bai=(body,), prose=(body,), blanks=(blank,)))
    assert broken(seen) == ["đoạn trống", "dấu Tab sau “Số”"]
    assert seen[0].mends == (DropBlank(blank),)
    assert retyped(seen[1:]) == "Số hồ sơ đã giải quyết là 12."


def test_blanks_to_be_filled_in_are_meant() -> None:
    drafts = (
        para("Kế hoạch số      /KH-UBND ngày     tháng     năm 2025 và\u00a0các văn bản"),
        para("1.\tKết quả"),
    )
    assert states(ask("ND08", *text_parts(*drafts))) == ["dung", "dung"]


def test_one_indent_for_all() -> None:
    hanging = para("- Số hồ sơ: 12;", label="-", indent=(12.7, -6.3))
    other = para(LONG, indent=(0, 10))
    title = para("1. Công tác chỉ đạo", indent=(0, 0))
    on, found = text_parts(para(LONG), para(LONG), other, hanging, headings=(heading(title, "khoản", "1"),))
    told = ["thụt dòng đầu 1 cm", "treo dòng 0,63 cm", "thụt dòng đầu 0 cm"]
    assert broken(ask("ND09", on, found)) == told


def test_a_doubtful_component_is_only_to_be_looked_at() -> None:
    on, found = grounds("Căn cứ Luật;", italic=False)
    found.unsure = {"can_cu": "xem đây có phải căn cứ không"}
    seen = ask("CC01", on, found)
    assert broken(seen) == []
    assert unsure(seen) == ["đứng"]


def test_the_gap_is_told_as_it_is_said() -> None:
    upper, lower = para("Đoạn trên."), para("Đoạn dưới.", gaps=(0, 0))
    (seen,) = ask("ND05", *text_parts(upper, lower))
    assert (seen.seen, seen.wanted) == ("cách đoạn trên 0 pt", "cách đoạn trên từ 6 pt trở lên")


def test_a_paragraph_of_raised_letters_is_told() -> None:
    seen = ask("ND01", *text_parts(para("Đã giải quyết 12 hồ sơ."), para("Đã trả 12 hồ sơ.", raised=True)))
    assert broken(seen) == ["cả đoạn là chữ nhỏ nâng lên hoặc hạ xuống (chỉ số trên, chỉ số dưới)"]


def test_a_paragraph_moved_in_from_the_right_is_told() -> None:
    moved = para("Đã giải quyết 12 hồ sơ.")
    moved.look = replace(moved.look, right=Mm(50))
    (seen,) = [one for one in ask("ND09", *text_parts(para("Đoạn trên."), moved)) if one.mends]
    assert seen.seen == "cả đoạn lùi từ lề phải 5 cm"
    assert [mend.right for mend in seen.mends if isinstance(mend, SetLook)] == [Length(0)]


def test_letters_pulled_apart_to_both_sides_are_not_justified() -> None:
    apart = para("Đã giải quyết 12 hồ sơ trong năm.", look={"spread": True})
    seen = ask("ND02", *text_parts(para("Đoạn trên."), apart))
    assert broken(seen) == ["chữ giãn đều ra hai lề (Distributed)"]


def test_what_word_puts_in_of_another_file_is_for_a_person() -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="Than"/>'
    (fault,) = told(text(body, f'<w:altChunk r:id="rId99"/>{body}')).unsure("ND01")
    assert fault.seen.seen == "tệp có phần chèn từ tệp khác chưa soát được"
    assert fault.seen.wanted == "mở bằng Word, lưu lại rồi soát"
    assert isinstance(fault.seen.subject, Paragraph)
    assert told().unsure("ND01") == []
