"""Rules of appendices, of the marks of urgency and circulation and of the address, on hand-made papers."""

from __future__ import annotations

import pytest

from baocao.conformance.mends import KeepRow, Retype
from baocao.conformance.paper import Line, Paper, Paragraph, Story, Table
from baocao.conformance.parts import Appendix
from baocao.formats import Align, Mm
from conformance.rules_body_kit import (
    COLUMN,
    ask,
    broken,
    line,
    paper,
    para,
    parts,
    retyped,
    section,
    states,
    table,
    unsure,
)

REFERENCE = "(Kèm theo Báo cáo số    /BC-UBND ngày    tháng    năm    của UBND xã Tân Hồng)"


def centre(text: str, **more: object):
    return para(text, **{"align": Align.CENTER, "indent": (0, 0), "gaps": (0, 0)} | more)


def appendix(
    word: str = "Phụ lục I",
    title: str = "KẾT QUẢ GIẢI QUYẾT HỒ SƠ",
    reference: str = REFERENCE,
    *,
    blocks: tuple = (),
    starts: str = "nextPage",
    faces: dict | None = None,
) -> Appendix:
    """An appendix in a section of its own. faces: of its word, title and line of reference."""
    told = {"word": {"bold": True}, "title": {"bold": True}, "reference": {"italic": True}} | (faces or {})
    made = [
        centre(word, **told["word"]),
        centre(title, **told["title"]),
        centre(reference, **told["reference"]),
    ]
    on = section([*made, *blocks], starts=starts)
    lines = [one.lines for one in made]
    return Appendix(lines[0][0], lines[1], lines[2], on, [*made, *blocks])


def document(body: str, *appendices: Appendix, notes: tuple = (), **found: object):
    """A paper with a text and appendices in their own sections."""
    text = (para(body),)
    tables = tuple(one for item in appendices for one in item.blocks if isinstance(one, Table))
    on = paper(sections=[section(text), *(item.section for item in appendices)])
    return on, parts(than_bai=text, prose=text, appendices=appendices, data_tables=tables, **found)


def of(
    rule: str, *appendices: Appendix, body: str = "(Chi tiết tại Phụ lục I và Phụ lục II).", **more: object
):
    return ask(rule, *document(body, *appendices), **more)


@pytest.mark.parametrize(
    "body",
    [
        "Số liệu chi tiết tại Phụ lục I, II kèm theo.",
        "(Chi tiết tại Phụ lục I và phụ lục II).",
        "(Từ Phụ lục I đến Phụ lục III).",
        "(Có các phụ lục kèm theo).",
        "(Có 02 phụ lục kèm theo).",
        "(Phụ lục kèm theo).",
    ],
)
def test_ways_to_point_to_two_appendices(body: str) -> None:
    assert states(of("PL01", appendix(), appendix("Phụ lục II"), body=body)) == ["dung", "dung"]


def test_an_appendix_that_the_text_does_not_name() -> None:
    two = appendix(), appendix("Phụ lục II")
    assert states(of("PL01", *two, body="(Chi tiết tại Phụ lục I).")) == ["dung", "sai"]
    assert states(of("PL01", *two, body="Xã không có hồ sơ trễ hạn.")) == ["sai", "sai"]
    assert states(of("PL01", *two, body="(Có biểu tổng hợp kèm theo).")) == ["chua_ro", "chua_ro"]
    assert states(of("PL01", appendix("Phụ lục"), body="(Có phụ lục kèm theo).")) == ["dung"]


def test_roman_numbers_for_two_or_more() -> None:
    assert broken(of("PL02", appendix(), appendix("Phụ lục II"))) == []
    assert broken(of("PL02", appendix("Phụ lục 1"), appendix("Phụ lục 2"))) == ["“Phụ lục 1”", "“Phụ lục 2”"]
    assert broken(of("PL02", appendix(), appendix("Phụ lục III"))) == ["“Phụ lục III”"]


def test_a_single_appendix_has_no_number() -> None:
    assert broken(of("PL02", appendix("Phụ lục"), body="(Có phụ lục kèm theo).")) == []
    assert broken(of("PL02", appendix("Phụ lục I"), body="(Chi tiết tại Phụ lục I).")) == ["“Phụ lục I”"]
    apart = of("PL02", appendix("Phụ lục II"), body="(Chi tiết tại Phụ lục I, Phụ lục II).")
    assert unsure(apart) == ["“Phụ lục II”"]


def test_the_look_of_the_word() -> None:
    assert broken(of("PL03", appendix())) == []
    small = appendix(faces={"word": {"size": 13.0, "align": Align.RIGHT, "at": (170, 195)}})
    told = broken(of("PL03", small))
    assert told[:2] == ["cỡ 13", "không đậm, đứng"]
    assert "phải" in told[2]
    capitals = of("PL03", appendix("PHỤ LỤC II", faces={"word": {"bold": True}}))
    assert broken(capitals) == ["in hoa"]
    assert retyped(capitals) == "Phụ lục II"
    assert broken(of("PL03", appendix("Phụ lục I: Kết quả"))) == ["“Kết quả” viết liền sau Phụ lục"]


def test_the_look_of_the_title() -> None:
    told = of("PL04", appendix(title="Kết quả giải quyết", faces={"title": {"size": 12.0}}))
    assert broken(told) == ["cỡ 12", "không đậm, đứng", "in thường"]
    bare = appendix()
    bare.title = ()
    assert broken(of("PL04", bare)) == ["phụ lục chưa có tên"]


def test_the_line_of_reference() -> None:
    upright = appendix(faces={"reference": {"italic": False}})
    assert broken(of("PL05", upright)) == ["đứng"]
    without = of("PL05", appendix(reference="Kèm theo Báo cáo số /BC-UBND của UBND xã"))
    assert len(broken(without)) == 1
    assert [mend.new for one in without for mend in one.mends if isinstance(mend, Retype)] == [")", "("]
    assert retyped(without) == "(Kèm theo Báo cáo số /BC-UBND của UBND xã)"
    bare = appendix()
    bare.reference = ()
    assert broken(of("PL05", bare)) == ["không có dòng (Kèm theo …)"]


@pytest.mark.parametrize(("electronic", "state"), [(True, ["sai"]), (None, ["chua_ro"]), (False, [])])
def test_number_and_date_stay_empty_in_a_file(electronic: bool | None, state: list[str]) -> None:
    filled = appendix(reference="(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 12 năm 2023 của UBND xã)")
    assert states(of("PL06", filled, electronic=electronic)) == state
    assert broken(of("PL06", appendix(), electronic=True)) == []


def test_an_appendix_opens_a_section() -> None:
    assert states(of("PL07", appendix())) == ["dung"]
    assert broken(of("PL07", appendix(starts="continuous"))) == ["phần riêng nhưng không sang trang mới"]
    text, one = para("Nội dung"), appendix()
    one.section.blocks.insert(0, text)
    assert broken(of("PL07", one)) == ["cùng phần với nội dung ở trước"]


def test_tables_of_appendices() -> None:
    rows = [[[para("STT")], [para("Nội dung")]], [[para("1")], [para("Đất đai")]]]
    good = table(*rows, repeats=True)
    assert broken(of("PL08", appendix(blocks=(good,)))) == []
    plain = table(*rows, whole=False)
    seen = of("PL08", appendix(blocks=(plain,)))
    assert broken(seen) == ["đầu bảng không lặp lại", "02 hàng có thể bị ngắt sang trang sau"]
    assert seen[1].mends == (KeepRow((plain.rows[0],), repeats=True),)
    wide = table(*rows, repeats=True)
    wide.box = type(COLUMN)(Mm(30), Mm(240))
    assert broken(of("PL08", appendix(blocks=(wide,)))) == ["bảng rộng hơn vùng chữ 45 mm"]


def test_no_appendix_no_rule() -> None:
    assert all(of(f"PL{at:02d}") == [] for at in range(1, 9))


def boxed(text: str, *beside: Paragraph) -> tuple[Paper, Line]:
    """A bold mark in a text box 30 mm wide, with what else stands in that box."""
    mark = line(text, bold=True, more={"boxed": True})
    mark.paragraph.box = type(COLUMN)(Mm(30), Mm(60))
    holder = para("")
    holder.boxes = ((*beside, mark.paragraph),)
    return paper(holder), mark


def test_marks_of_urgency() -> None:
    on, right = boxed("HỎA TỐC")
    assert states(ask("MK01", on, parts(urgency=(right,)))) == ["dung"] * 5
    on, wide = boxed("KHẨN", para(" "))
    assert unsure(ask("MK01", on, parts(urgency=(wide,)))) == ["ô rộng 30 mm"]
    told = ask("MK01", paper(), parts(urgency=(line("Khẩn", size=12.0),)))
    assert broken(told) == ["cỡ 12", "không đậm, đứng", "in thường"]
    assert unsure(told) == ["chưa thấy khung quanh chữ"]


def test_marks_of_circulation() -> None:
    on, right = boxed("LƯU HÀNH NỘI BỘ")
    assert states(ask("MK02", on, parts(circulation=(right,)))) == ["dung"] * 4
    on, other = boxed("KHÔNG SAO CHỤP")
    assert broken(ask("MK02", on, parts(circulation=(other,)))) == ["“KHÔNG SAO CHỤP”"]


def test_a_mark_below_the_number_in_its_text_box_or_cell_has_no_box_of_its_own() -> None:
    on, mark = boxed("LƯU HÀNH NỘI BỘ", line("Số: 05/QĐ-UBND").paragraph)
    assert unsure(ask("MK02", on, parts(circulation=(mark,)))) == ["chưa thấy khung quanh chữ"]
    for above, told in ((), []), ((line("Số: 05/QĐ-UBND").paragraph,), ["chưa thấy khung quanh chữ"]):
        mark = line("KHẨN", bold=True)
        made = table([[*above, mark.paragraph]])
        made.ruled = True
        assert unsure(ask("MK01", paper(made), parts(urgency=(mark,)))) == told


def test_the_address_at_the_foot() -> None:
    made = line("Địa chỉ: Ấp Thống Nhất; điện thoại: 0277…", size=9.0, italic=True)
    told = ask("DC01", paper(), parts(address=(made,)))
    assert broken(told) == ["cỡ 9", "nghiêng"]
    assert unsure(told) == ["không ở chân trang", "chưa thấy đường kẻ phía trên"]
    made.paragraph.story = Story.FOOTER
    assert unsure(ask("DC01", paper(), parts(address=(made,)))) == ["chưa thấy đường kẻ phía trên"]


def test_more_appendices_than_roman_figures_can_count() -> None:
    one = appendix()
    seen = ask("PL02", paper(sections=[one.section]), parts(appendices=(one,) * 4000))
    assert (states(seen[:1]), len(broken(seen))) == (["dung"], 3999)
    assert [item.wanted for item in seen[-2:]] == ["“Phụ lục MMMCMXCIX”", "“Phụ lục 4000”"]


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        ("(Kèm theo Báo cáo số 06/BC-UBND ngày 05/02/2026 của UBND xã)", []),
        ("(Kèm theo Báo cáo số 06/BC-UBND ngày 5 tháng 2 năm 2026 của UBND xã)", []),
        ("(Kèm theo Báo cáo số    /BC-UBND ngày    tháng    năm 2026 của UBND xã)", []),
        ("(Kèm theo Báo cáo số 6/BC-UBND ngày 05/02/2026 của UBND xã)", ["“số 6”"]),
        ("(Kèm theo Báo cáo số 06/BC-UBND ngày 06/02/2026 của UBND xã)", ["“ngày 06/02/2026”"]),
    ],
)
def test_number_and_date_of_the_reference_are_those_of_the_document(reference: str, told: list[str]) -> None:
    head = {
        "so_ky_hieu": (line("Số: 06/BC-UBND"),),
        "dia_danh_ngay": (line("Bảo Lâm, ngày 05 tháng 02 năm 2026"),),
    }
    seen = ask("PL05", *document("Nội dung.", appendix(reference=reference), **head))
    assert (broken(seen), unsure(seen)) == ([], told)
