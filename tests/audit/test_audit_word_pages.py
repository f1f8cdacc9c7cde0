"""What other people's Word files hold: notes of all kinds, signs, equations, fields, tables of all kinds."""

from __future__ import annotations

import io
import zipfile

import pytest

from baocao.audit.document import Cell, NoteMark, PassageKind
from baocao.audit.reading.read_docx import read_docx
from growth_kit import linear
from small_docx import NS, note, p, package, r, ref, tbl, tc

BODY, HEADING, NOTE, CELL = PassageKind.BODY, PassageKind.HEADING, PassageKind.NOTE, PassageKind.CELL
END = "<w:endnotes {}>{}</w:endnotes>"
RAISED = '<w:vertAlign w:val="superscript"/>'
LINES = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'


def read(body, **more):
    return read_docx(package(body, **more), "a.docx").passages


def said(body, **more):
    return [(item.kind, item.text, item.note) for item in read(body, **more)]


def shown(body, **more):
    return [mark.note for item in read(body, **more) for mark in item.marks]


def endnote(number, text):
    return f'<w:endnote w:id="{number}">{p(text)}</w:endnote>'


def end_ref(number):
    return f'<w:r><w:endnoteReference w:id="{number}"/></w:r>'


def settings(content):
    return {"word/settings.xml": f"<w:settings {NS}>{content}</w:settings>".encode()}


def section(content=""):
    return f"<w:sectPr>{content}</w:sectPr>"


def lined(*rows, columns=2):
    return tbl(*rows, columns=columns).replace("<w:tblPr/>", LINES)


def test_endnotes_stand_behind_their_words_with_the_numbers_of_word():
    body = p("Một", end_ref(2), ", hai", ref(1), ".") + p("Ba.")
    extra = {"word/endnotes.xml": END.format(NS, endnote(2, " Của một.")).encode()}
    passages = read(body, notes=note(1, " Của hai."), extra=extra)
    assert [(item.text, item.note, item.marks) for item in passages] == [
        ("Một, hai.", "", (NoteMark(3, "i"), NoteMark(8, "1"))),
        ("Của một.", "i", ()),
        ("Của hai.", "1", ()),
        ("Ba.", "", ()),
    ]
    assert passages[1].where[-1] == "word/endnotes.xml#0"
    assert passages[1].where.paragraph == "chú thích cuối i"


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("lowerRoman", ["i", "ii", "iii"]),
        ("lowerLetter", ["a", "b", "c"]),
        ("chicago", ["*", "†", "‡"]),
        ("decimal", ["1", "2", "3"]),
    ],
)
def test_notes_are_numbered_as_the_document_asks(form, numbers):
    body = p("Một", ref(1), ", hai", ref(2), ", ba", ref(3), ".")
    notes = "".join(note(number, "A.") for number in (1, 2, 3))
    extra = settings(f'<w:footnotePr><w:numFmt w:val="{form}"/></w:footnotePr>')
    assert shown(body, notes=notes, extra=extra) == numbers
    assert [item.note for item in read(body, notes=notes, extra=extra)][1:] == numbers


def test_numbers_begin_again_with_a_section():
    again = '<w:footnotePr><w:numStart w:val="3"/><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = p("Một", ref(1), ", hai", ref(2), ".", ppr=section(again)) + p(
        "Ba", ref(3), ".", ppr=section(again)
    )
    notes = "".join(note(number, f"Của {number}.") for number in (1, 2, 3))
    assert shown(body, notes=notes) == ["3", "4", "3"]
    assert [(item.text, item.note) for item in read(body, notes=notes) if item.kind is NOTE] == [
        ("Của 1.", "3"),
        ("Của 2.", "4"),
        ("Của 3.", "3"),
    ]


def test_numbers_begin_again_with_a_page_as_word_last_laid_it_out():
    body = p("Một", ref(1), ".") + p("<w:r><w:lastRenderedPageBreak/></w:r>", "Hai", ref(2), ".")
    notes = note(1, "A.") + note(2, "B.")
    extra = settings('<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>')
    assert shown(body, notes=notes, extra=extra) == ["1", "1"]


def test_a_mark_of_its_own_is_no_text():
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    body = p("Một", own, ", hai", ref(2), ".")
    passage = read(body, notes=note(1, "A.") + note(2, "B."))[0]
    assert (passage.text, passage.marks) == ("Một, hai.", (NoteMark(3, "*"), NoteMark(8, "1")))


def test_notes_typed_by_hand_hang_on_their_words():
    body = (
        p(
            "Cấp xã",
            r("1", RAISED),
            " đạt 98,74%",
            r("(2)", RAISED),
            ", 10",
            r("2", RAISED),
            " m",
            r("2", RAISED),
        )
        + p("Hết.")
        + p(r("1", RAISED), " Gồm 12 xã.")
        + p(r("2", RAISED), "Năm trước 97%.")
    )
    passages = read(body)
    assert [(item.kind, item.text, item.note) for item in passages] == [
        (BODY, "Cấp xã đạt 98,74%, 102 m2", ""),
        (NOTE, "Gồm 12 xã.", "1"),
        (NOTE, "Năm trước 97%.", "2"),
        (BODY, "Hết.", ""),
    ]
    assert passages[0].marks == (NoteMark(6, "1"), NoteMark(17, "2"))
    assert passages[1].marks == ()


def test_raised_letters_and_bracketed_numbers_are_marks_as_in_a_text():
    passages = read(p("Cấp xã¹ đạt 5 m²[2].") + p("¹ Gồm 12 xã.") + p("[2] Năm trước 4."))
    assert [(item.text, item.note) for item in passages] == [
        ("Cấp xã đạt 5 m².", ""),
        ("Gồm 12 xã.", "1"),
        ("Năm trước 4.", "2"),
    ]
    assert passages[0].marks == (NoteMark(6, "1"), NoteMark(15, "2"))


def test_signs_and_equations_are_read():
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    part = '<m:{0} xmlns:m="{1}"><m:r><m:t>{2}</m:t></m:r></m:{0}>'
    parts = part.format("num", math, 12) + part.format("den", math, 15)
    fraction = f'<m:oMath xmlns:m="{math}"><m:f>{parts}</m:f></m:oMath>'
    sign = "".join(
        f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
        for font, code in (("Symbol", "F0B3"), ("Wingdings", "F0A8"))
    )
    body = p("Đạt ", sign, "5, là ", "<w:r/>").replace("</w:p>", f"{fraction}</w:p>")
    assert said(body) == [(BODY, "Đạt ≥5, là 12/15", "")]


def test_fields_show_their_result_and_a_table_of_contents_is_no_text():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF a12 \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Bảng 3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    link = f'<w:hyperlink r:id="rId9">{r("tại đây")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtContent>{p('Trong ô nhập.')}</w:sdtContent></w:sdt>"
    body = p("Xem ", field, " ", link, ".") + control + p("I. KẾT QUẢ 12", style="TOC1")
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    passages = said(body, extra={"word/styles.xml": f"<w:styles {NS}>{style}</w:styles>".encode()})
    assert passages == [(BODY, "Xem Bảng 3 tại đây.", ""), (BODY, "Trong ô nhập.", "")]


def test_the_head_of_a_page_is_no_text():
    assert said(p("Một."), header=p("Trang 12")) == [(BODY, "Một.", "")]


def test_a_strict_file_is_read():
    strict = package(p("Đạt 5 hồ sơ", ref(1), "."), notes=note(1, "Một."))
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(strict)) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            data = old.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            new.writestr(name, data)
    passages = read_docx(held.getvalue(), "a.docx").passages
    assert [(item.text, item.note) for item in passages] == [("Đạt 5 hồ sơ.", ""), ("Một.", "1")]


@pytest.mark.parametrize(
    "table",
    [
        tbl(("Một khung chữ có 12 hồ sơ.",), columns=1),
        lined(("I. Kết quả", "Đạt 5 hồ sơ.")),
        tbl(("Đơn vị", "Người ký"), ("Xã A", "Nguyễn Văn B")),
    ],
)
def test_a_table_that_only_sets_paragraphs_is_no_table(table):
    assert all(item.table is None and item.kind is not CELL for item in read(p("Bảng:") + table))


def test_a_table_with_lines_or_figures_is_one():
    for table in (lined(("Việc", "Hạn"), ("Rà soát", "Quý I")), tbl(("Xã", "Hồ sơ"), ("Xã A", "12"))):
        assert {item.kind for item in read(table)} == {CELL}


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("(Đơn vị tính: Triệu đồng)", "triệu đồng"),
        ("ĐVT: hồ sơ", "hồ sơ"),
        ("Đơn vị: tỷ đồng", "tỷ đồng"),
        ("Đơn vị: UBND xã Tân Phước", ""),
        ("Bảng 1. Kết quả", ""),
    ],
)
def test_a_unit_over_a_table_is_that_of_its_cells(caption, unit):
    passages = read(
        p("Bảng 1. Thu, chi") + p(caption) + lined(("Nội dung", "Số tiền"), ("Thu", "12")) + p("Hết.")
    )
    assert {item.table.unit for item in passages if item.table} == {unit}


def test_a_unit_in_the_header_is_that_of_the_cells_and_a_column_of_units_is_not():
    told = read(lined(("Nội dung", "Số tiền"), ("", "ĐVT: triệu đồng"), ("Thu", "12")))
    column = read(lined(("Nội dung", "Đơn vị tính", "Số"), ("Thu", "đồng", "12"), columns=3))
    assert [{item.table.unit for item in cells} for cells in (told, column)] == [{"triệu đồng"}, {""}]


def test_a_table_that_was_split_is_one_and_its_repeated_header_is_a_header():
    first = lined(("Đơn vị", "Hồ sơ"), ("Xã A", "12"))
    second = lined(("Đơn vị", "Hồ sơ"), ("Xã B", "10"))
    cells = [(item.text, item.table) for item in read(first + second)]
    assert cells[4:] == [
        ("Đơn vị", Cell(1, 3, 1)),
        ("Hồ sơ", Cell(1, 3, 2)),
        ("Xã B", Cell(1, 4, 1, ("Đơn vị",))),
        ("10", Cell(1, 4, 2, ("Hồ sơ",))),
    ]


def test_a_table_in_a_cell_has_its_own_cells():
    inner = lined(("Loại", "Số"), ("Mới", "7"))
    outer = lined(("Đơn vị", "Chi tiết"), ("Xã A", tc(inner, "<w:p/>")), ("Xã B", "12"))
    cells = [(item.text, item.table.table) for item in read(outer)]
    texts = ["Đơn vị", "Chi tiết", "Xã A", "Loại", "Số", "Mới", "7", "Xã B", "12"]
    assert cells == list(zip(texts, (1, 1, 1, 2, 2, 2, 2, 1, 1), strict=True))


def test_a_report_that_is_one_table_has_its_cells_and_its_head():
    table = lined(("Nội dung", "Kết quả"), ("Hồ sơ tiếp nhận", "12"), ("Tổng cộng", "12"))
    head = p("BÁO CÁO") + p("Kết quả năm 2023")
    kinds = [item.kind for item in read(head + table)]
    assert kinds == [PassageKind.HEADER_BLOCK] * 2 + [CELL] * 6


def test_a_heading_ends_the_head_and_recipients_in_one_cell_begin_the_signatures():
    breaks = "Nơi nhận:<w:br/>- Lưu: VT.".replace("<w:br/>", "</w:t><w:br/><w:t>")
    body = p("BÁO CÁO") + p("Kết quả", ppr='<w:outlineLvl w:val="0"/>') + p("Đạt 5 hồ sơ.")
    signed = tbl((tc(p(breaks)), tc("TM. ỦY BAN NHÂN DÂN")))
    assert [item.kind for item in read(body + signed)] == [
        PassageKind.HEADER_BLOCK,
        HEADING,
        BODY,
        *[PassageKind.SIGNATURE_BLOCK] * 3,
    ]


def _many(count: int) -> bytes:
    page = "".join(p(f"Đoạn {at} " + "tiếp nhận 12 hồ sơ, " * 20, ref(at), ".") for at in range(count))
    rows = lined(*[("Xã", "12")] * count)
    return package(page + rows, notes="".join(note(at, "Gồm 5.") for at in range(count)))


def test_time_grows_with_the_pages_only():
    assert linear(_many, lambda data: read_docx(data, "a.docx"), 300)
