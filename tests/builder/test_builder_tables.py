"""`@bang`, `@phu_luc`, `@trang_ngang` of noi-dung.md: what they print, and every fault with its line."""

from __future__ import annotations

import re

import pytest

from baocao.builder import build_template
from baocao.errors import PackError
from baocao.formats import load_format
from baocao.render.rendering import render
from baocao.template.compiled import LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from small_docx import read_part

FORMAT = load_format("nd30-2020")
TABLE = "| A | B |\n|---|---|\n| 1 | 2 |\n"
APPENDIX = '@phu_luc {{ten: {0}, tieu_de: "DANH SÁCH {0}"{1}}}\n\nNội dung {0}.\n\n@het_phu_luc\n'
REPORT = {"so": 12, "ngay": "", "ky_hieu": "BC-UBND", "trich_yeu": ["Về việc"]}


def built(source):
    return build_template(source, ["I.", "1."], FORMAT)


def template_xml(source):
    return read_part(built(source))


def printed(source, **values):
    template = compile_template([LayerSource("mau.docx", "a", built(source))], FILTERS)
    return render(template, {"vb": REPORT, "dv": {"ten": "UBND xã A", "ban_dien_tu": False}, **values}).text()


def faults(source):
    with pytest.raises(PackError) as caught:
        built(source)
    return [(item.where.line, item.code) for item in caught.value.findings]


def paragraphs(text):
    found = (
        re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", item) for item in re.findall(r"<w:p>.*?</w:p>", text)
    )
    return [words for item in found if (words := "".join(item).replace("\u00a0", " "))]


def pages(text):
    """Each section: "ngang" or "đứng", what its page number does."""
    for section in re.findall(r"<w:sectPr>.*?</w:sectPr>", text):
        turned = "ngang" if "landscape" in section else "đứng"
        yield turned, "đếm lại" if "w:start=" in section else "tiếp", "titlePg" in section


def test_a_table_with_all_that_may_be_said_of_it():
    text = template_xml(
        '@bang {ten: ket_qua, tieu_de: "Kết *quả*", dvt: hồ sơ, co_chu: 10.5, le_o: 0.5,\n'
        '  rong: [10, 50, "25,5", 25],\n'
        '  so_cot: ["A", "B", "1", "2 = 1"], mo_ta: Bảng kết quả}\n\n'
        "| TT | Lĩnh vực | Nhận | << |\n| ^^ | ^^ | Số | Tỷ lệ |\n|--|--|:-:|--:|\n"
        "| **I** | **Nhóm** | << | << |\n"
        "| 1 | a | 5 | 6 |\n"
    )
    assert paragraphs(text) == [
        *("Bảng 1. Kết quả", "Đơn vị tính: hồ sơ", "TT", "Lĩnh vực", "Nhận", "Số", "Tỷ lệ"),
        *("A", "B", "1", "2 = 1", "I", "Nhóm", "1", "a", "5", "6"),
    ]
    assert 'w:name="ket_qua"' in text
    assert "SEQ Bảng \\* ARABIC" in text
    assert re.findall(r'<w:gridCol w:w="(\d+)"', text) == ["567", "2835", "1446", "1417"]
    rows = re.findall(r"<w:tr>.*?</w:tr>", text)
    assert [("<w:tblHeader/>" in row, "<w:cantSplit/>" in row) for row in rows] == [(True, True)] * 3 + [
        (False, True)
    ] * 2
    assert [re.findall(r'<w:(gridSpan|vMerge) w:val="(\w+)"', row) for row in rows] == [
        [("vMerge", "restart"), ("vMerge", "restart"), ("gridSpan", "2")],
        [("vMerge", "continue"), ("vMerge", "continue")],
        [],
        [("gridSpan", "3")],
        [],
    ]
    assert set(re.findall(r'<w:sz w:val="(\d+)"', text)) == {"21"}
    assert '<w:tblDescription w:val="Bảng kết quả"/>' in text
    assert re.findall(r'<w:(?:left|right) w:w="(\d+)" w:type="dxa"/>', text) == ["28", "28"]


def test_header_rows_need_not_repeat():
    assert "tblHeader" not in template_xml("@bang {lap_dau: không}\n" + TABLE)


def test_a_table_kept_on_one_page_binds_each_row_to_the_next_but_the_last() -> None:
    *rows, last = re.findall(r"<w:tr>.*?</w:tr>", template_xml("@bang {giu_lien: có}\n" + TABLE))
    assert [row.count("<w:keepNext/>") for row in rows] == [row.count("<w:p>") for row in rows]
    assert "<w:keepNext/>" not in last


def test_columns_are_numbered():
    assert paragraphs(template_xml("@bang {so_cot: có}\n" + TABLE)) == ["A", "B", "(1)", "(2)", "1", "2"]


def test_the_official_form_above_a_table():
    above = '@bang {bieu: "Biểu số II.06", dvt: hồ sơ}\n' + TABLE
    assert paragraphs(template_xml(above))[0] == "Biểu số II.06; đơn vị tính: hồ sơ"


def test_numbers_of_tables_move_up_when_one_drops_out():
    source = "".join(
        f"{{% if {name} %}}\n@bang {{tieu_de: {name}}}\n{TABLE}\n{{% endif %}}\n" for name in "abc"
    )
    for there, titles in (("abc", ["1. a", "2. b", "3. c"]), ("ac", ["1. a", "2. c"]), ("c", ["1. c"])):
        text = printed(source, **{name: name in there for name in "abc"})
        assert [item for item in paragraphs(text) if item.startswith("Bảng")] == [
            f"Bảng {title}" for title in titles
        ]


@pytest.mark.parametrize(
    ("there", "heads"),
    [
        ("abc", ["Phụ lục I", "Phụ lục II", "Phụ lục III"]),
        ("bc", ["Phụ lục I", "Phụ lục II"]),
        ("b", ["Phụ lục"]),
        ("", []),
    ],
)
def test_appendices_are_numbered_when_more_than_one_is_printed(there, heads):
    source = "Thân.\n\n" + "".join(
        f"{{% if {name} %}}\n{APPENDIX.format(name, turned)}{{% endif %}}\n"
        for name, turned in (("a", ""), ("b", ", ngang: có"), ("c", ""))
    )
    text = printed(source, **{name: name in there for name in "abc"})
    assert [item for item in paragraphs(text) if item.startswith("Phụ lục")] == heads
    turned = {"a": "đứng", "b": "ngang", "c": "đứng"}
    assert list(pages(text)) == [("đứng", "tiếp", True), *((turned[name], "đếm lại", True) for name in there)]


def test_the_head_of_an_appendix():
    source = "Thân.\n\n" + APPENDIX.format("a", ', bieu: "Biểu số II.06a/VPCP/KSTT"')
    assert paragraphs(printed(source)) == [
        "Thân.",
        "Phụ lục",
        "DANH SÁCH a",
        "(Kèm theo Báo cáo số 12/BC-UBND ngày … tháng … năm … của UBND xã A)",
        "Biểu số II.06a/VPCP/KSTT",
        "Nội dung a.",
    ]
    electronic = printed(source, dv={"ten": "UBND xã A", "ban_dien_tu": True})
    blank = "(Kèm theo Báo cáo số    /BC-UBND ngày    tháng    năm    của UBND xã A)"
    assert paragraphs(electronic)[3] == blank
    assert "(Kèm theo" not in printed("Thân.\n" + APPENDIX.format("a", ", kem_theo: không"))
    assert "{%p block phu_luc_a %}" in template_xml(source)


def test_the_text_goes_on_behind_landscape_pages():
    source = "Trước.\n{% if x %}\n@trang_ngang\n\n" + TABLE + "\n@het_trang_ngang\n{% endif %}\nSau.\n"
    upright, turned = ("đứng", "tiếp", True), ("ngang", "tiếp", False)
    assert list(pages(printed(source, x=True))) == [upright, turned, ("đứng", "tiếp", False)]
    assert list(pages(printed(source, x=False))) == [upright]


def test_a_table_on_a_landscape_page_is_as_wide_as_that():
    widths = re.findall(
        r'<w:tblW w:w="(\d+)"', template_xml(f"{TABLE}\n@trang_ngang\n\n{TABLE}\n@het_trang_ngang")
    )
    assert [round(int(width) * 25.4 / 1440) for width in widths] == [165, 252]
    fragment = read_part(build_template("@bang {ngang: có}\n" + TABLE, ["I."], FORMAT, whole=False))
    turned = re.findall(r'<w:tblW w:w="(\d+)"', fragment)
    assert turned == widths[1:]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("| ^^ | a |\n|-|-|", [(1, "noi-dung-bang-khong-o-tren")]),
        ("| << | a |\n|-|-|", [(1, "noi-dung-bang-khong-o-trai")]),
        ("| a | << |\n| ^^ | b |\n|-|-|", [(2, "noi-dung-bang-gop-lech")]),
        ("@bang {dvt: hồ sơ}\n\nchữ", [(1, "noi-dung-bang-khong-co")]),
        ("@bang\n@bang\n" + TABLE, [(1, "noi-dung-bang-khong-co")]),
        ("chữ\n@bang", [(2, "noi-dung-bang-khong-co")]),
        ("@bang {rong: [100, 66]}\n" + TABLE, [(2, "noi-dung-bang-qua-rong")]),
        (
            "@trang_ngang\n@bang {rong: [100, 153]}\n" + TABLE + "@het_trang_ngang",
            [(3, "noi-dung-bang-qua-rong")],
        ),
        ("|a" * 64 + "|\n" + "|-" * 64 + "|\n", [(2, "noi-dung-bang-nhieu-cot")]),
        ("@bang {ngang: có}\n" + TABLE, [(2, "noi-dung-bang-ngang-trang-dung")]),
        ("@bang {rong: [100]}\n" + TABLE, [(1, "goi-gia-tri-sai")]),
        ("@bang {rong: [100, hai]}\n" + TABLE, [(1, "goi-gia-tri-sai")]),
        ("@bang {so_cot: [1, 2, 3]}\n" + TABLE, [(1, "goi-gia-tri-sai")]),
        ("@bang {co_chu: 40}\n" + TABLE, [(1, "goi-gia-tri-sai")]),
        ("@bang {mau: đỏ}\n" + TABLE, [(1, "goi-muc-la")]),
        ("@phu_luc {ngang: có}\n@het_phu_luc", [(1, "goi-thieu-muc")]),
        ('@phu_luc {tieu_de: "PHỤ LỤC A"}\n@het_phu_luc', [(1, "noi-dung-phu-luc-hai-lan")]),
        ("@trang_ngang\nchữ", [(1, "noi-dung-phan-chua-dong")]),
        ("{% if x %}\n@trang_ngang\n{% endif %}", [(2, "noi-dung-phan-chua-dong")]),
        ("@het_phu_luc", [(1, "noi-dung-phan-thua")]),
        (
            "@trang_ngang\n{% if x %}\n@het_trang_ngang\n{% endif %}",
            [(1, "noi-dung-phan-chua-dong"), (3, "noi-dung-phan-thua")],
        ),
        (
            "@trang_ngang\n@phu_luc {tieu_de: A}\n@het_phu_luc\n@het_trang_ngang",
            [(2, "noi-dung-phan-long-nhau")],
        ),
    ],
)
def test_faults(source, found):
    assert faults(source) == found


def test_a_table_wider_than_the_page_is_told_in_words():
    with pytest.raises(PackError) as caught:
        built("@bang {rong: [100, 66.5]}\n" + TABLE)
    (found,) = caught.value.findings
    assert found.text == "Các cột của bảng này rộng tất cả 166,5 mm, mà trang chỉ có 165 mm bề ngang chữ."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('@bang {tieu_de: "Kết quả", rong: [5.1, 100]}\n' + TABLE, "Cột 1 của bảng «Kết quả» hẹp quá"),
        ("@bang {rong: [5.2, 100]}\n" + TABLE, ""),
        ("@bang {rong: [100, 3], le_o: 0}\n" + TABLE, ""),
        ("@bang {rong: [100, 2], le_o: 0}\n" + TABLE, "Cột 2 của bảng «A | B» hẹp quá"),
        ("@bang {rong: [5.1, 100], co_chu: 9}\n" + TABLE, ""),
        (f"| A | B |\n|-|{'-' * 60}|\n| 1 | 2 |\n", "Cột 1 của bảng «A | B» hẹp quá"),
        (f"| A | << |\n|-|{'-' * 60}|\n| 1 | << |\n", ""),
        (f"| A | {{%tc for n in ds %}} | {{{{ n }}}} | {{%tc endfor %}} |\n|----|-|{'-' * 60}|-|\n"
         + "| a | {%tc for n in ds %} | {{ n }} | {%tc endfor %} |\n", ""),
    ],
)  # fmt: skip
def test_a_column_narrower_than_a_digit_is_told_with_the_name_of_its_table(text, told):
    if not told:
        built(text)
        return
    with pytest.raises(PackError) as caught:
        built(text)
    (found,) = caught.value.findings
    assert (found.code, found.text.startswith(told)) == ("noi-dung-bang-cot-hep", True), found.text


def test_columns_narrower_than_a_digit_are_told_all_with_the_width_that_will_do():
    head = f"{'| A ' * 7}|\n{'|---' * 7}|\n{'| 1 ' * 7}|"
    with pytest.raises(PackError) as caught:
        built("@bang {rong: [3, 20, 4, 5, 5, 6, 5]}\n" + head)
    (found,) = caught.value.findings
    assert (
        found.text
        == "Cột 1, 3 đến 5, 7 của bảng «A | A | A | A | A | A | A» hẹp quá, không đủ chỗ cho một chữ số."
    )
    assert found.remedy.startswith("Cho cột ấy rộng từ 5,2 mm: ")
    built("@bang {rong: [5.2, 20, 5.2, 5.2, 5.2, 6, 5.2]}\n" + head)


def test_a_title_may_speak_of_appendices():
    made = template_xml('@phu_luc {tieu_de: "SỐ LIỆU CỦA PHỤ LỤC"}\nA.\n@het_phu_luc')
    assert "SỐ LIỆU CỦA PHỤ LỤC" in made


def test_landscape_pages_hold_what_fits_them():
    turned = template_xml("@trang_ngang\n@bang {rong: [100, 152]}\n" + TABLE + "@het_trang_ngang")
    block = build_template("@bang {rong: [100, 152], ngang: có}\n" + TABLE, ["I."], FORMAT, whole=False)
    for made in (turned, read_part(block)):
        assert re.findall(r'<w:gridCol w:w="(\d+)"', made)[-2:] == ["5669", "8618"]


def test_a_set_statement_of_one_line_needs_no_end():
    made = template_xml("{% set x = 1 %}\n@trang_ngang\nchữ\n@het_trang_ngang")
    assert 'w:orient="landscape"' in made
