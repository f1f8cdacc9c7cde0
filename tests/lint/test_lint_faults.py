"""Broken templates of every kind: each fault with its code, its paragraph and the words around it."""

# ruff: noqa: E501 - literals of XML, of templates and of slips stay whole

from __future__ import annotations

import pytest
from lint_kit import PRINTS_ALL, lint_body, lint_data

from baocao.errors import Severity
from small_docx import NS, STYLES, note, p, package, r, ref, tbl

HEADING = p("I. KẾT QUẢ", style="Heading1")
FOR = "{% for m in tthc.linh_vuc %}"
END = "{% endfor %}"


def run(text, **attributes):
    """A run inside something: `run(text, ins="1")` inside `<w:ins w:id="1">`."""
    xml = r(text)
    for name, number in attributes.items():
        xml = f'<w:{name} w:id="{number}" w:author="An" w:date="2026-01-01T00:00:00Z">{xml}</w:{name}>'
    return xml


def deleted(text):
    return f'<w:del w:id="9" w:author="An"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def control(words, properties=""):
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{p(words)}</w:sdtContent></w:sdt>"


def field(code, result):
    def mark(kind):
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return p(
        mark("begin"),
        f"<w:r><w:instrText>{code}</w:instrText></w:r>",
        mark("separate"),
        r(result),
        mark("end"),
    )


def box(*content):
    return f"<w:p><w:r><w:pict><w:txbxContent>{''.join(content)}</w:txbxContent></w:pict></w:r></w:p>"


FAULTS = {
    # Braces.
    "braces apart": (p("a { { ky.ten }}"), "ngoac-roi", "ky.ten"),
    "closing braces apart": (p("a {{ ky.ten } }"), "ngoac-roi", "ky.ten"),
    "brace and sign apart": (p("{ % if vb.nhap %}a{% endif %}"), "ngoac-roi", "if vb.nhap"),
    "fullwidth braces": (p("a ｛｛ ky.ten ｝｝"), "ngoac-toan-do", "ky.ten"),
    "three braces": (p("a {{{ky.ten}}}"), "ngoac-thua", "ky.ten"),
    "one closing brace": (p("a {{ ky.ten } b"), "ngoac-lech", "ky.ten"),
    "statement closed as output": (p("{% if vb.nhap }}a{% endif %}"), "ngoac-lech", "vb.nhap"),
    "output closed as statement": (p("a {{ ky.ten %} b"), "ngoac-lech", "ky.ten"),
    "one opening brace": (p("a {ky.ten}} b"), "ngoac-thieu", "ky.ten"),
    "closing sign alone": (p("a ky.ten }} b"), "ngoac-thieu", "ky.ten"),
    "single braces around a field": (p("a {ky.ten} b"), "ngoac-don", "{ky.ten}"),
    "never closed": (p("a {{ ky.ten và"), "the-chua-dong", "{{ ky.ten"),
    # Words and signs inside a tag.
    "capital keyword": (p("{% If vb.nhap %}a{% endif %}"), "the-viet-hoa", "{% If vb.nhap"),
    "capital end": (p("{% if vb.nhap %}a{% Endif %}"), "the-viet-hoa", "{% Endif"),
    "capital And": (p("{% if vb.nhap And ky.so %}a{% endif %}"), "the-viet-hoa", "And"),
    "greater or equal": (p("{% if tthc.tiep_nhan ≥ 1 %}a{% endif %}"), "the-dau-la", "≥"),
    "not equal": (p("{% if ky.so ≠ 1 %}a{% endif %}"), "the-dau-la", "≠"),
    "dash": (p("{{ ky.nam – 1 }}"), "the-dau-la", "–"),
    "ellipsis": (p("{{ tthc…tiep_nhan }}"), "the-dau-la", "…"),
    "zero width": (p("{{ ky.\u200bten }}"), "the-dau-an", "ky."),
    "lone curly quote": (p("{{ ky.ten” }}"), "the-nhay-le", "ky.ten"),
    "space before tr": (tbl(["{% tr for m in tthc.linh_vuc %}", ""], ["{{ m.tiep_nhan }}", ""], ["{%tr endfor %}", ""]), "the-cach-chu", "{% tr for"),
    "space before p in an output": (p("{{ p mo_dau.chi_dao_cua }}"), "the-cach-chu", "{{ p"),
    "condition in output braces": (p("{{ if vb.nhap }}a{% endif %}"), "the-nham-ngoac", "{{ if"),
    "output in statement braces": (p("a {% ky.ten %}"), "the-nham-ngoac", "{% ky.ten"),
    "else if": (p("{% if vb.nhap %}a{% else if ky.so %}b{% endif %}"), "the-la", "else if"),
    "end if": (p("{% if vb.nhap %}a{% end if %}"), "the-la", "end if"),
    "unknown statement": (p("{% lap x %}"), "the-la", "{% lap x %}"),
    "span outside a table": (p("{% colspan 2 %}a"), "the-o-ngoai-bang", "colspan"),
    "thousands": (p("{% if tthc.tiep_nhan > 1.000 %}a{% endif %}"), "so-trong-the", "1.000"),
    "decimal comma": (p("{% if tthc.tiep_nhan > 80,5 %}a{% endif %}"), "so-trong-the", "80,5"),
    "one equals sign": (p("{% if ky.so = 1 %}a{% endif %}"), "the-dau-bang", "ky.so = 1"),
    "bad expression": (p("{{ ky.ten | }}"), "the-sai-cu-phap", "ky.ten |"),
    "two faults of syntax": (p("{{ ky.ten | }} {{ ky. }}"), "the-sai-cu-phap", "ky.ten |"),
    # Blocks.
    "never ended": (p("{% if vb.nhap %}a"), "khoi-chua-dong", "{% if vb.nhap"),
    "inner never ended": (p(FOR + "{% if vb.nhap %}a{% endfor %}"), "khoi-chua-dong", "{% for m"),
    "stray end": (p("a{% endif %}"), "the-thua", "a{% endif %}"),
    "loop from a table to the text": (tbl(["{%tr for m in tthc.linh_vuc %}", ""]) + p("{%p endfor %}"), "the-lech-cho", "{%tr for"),
    "loop over two tables": (tbl(["{%tr for m in tthc.linh_vuc %}", ""]) + p("a") + tbl(["{%tr endfor %}", ""]), "the-lech-cho", "{%tr for"),
    "cells over two rows": (tbl(["{%tc for m in tthc.linh_vuc %}", ""], ["a", "{%tc endfor %}"]), "the-lech-cho", "{%tc for"),
    "row tag outside a table": (p("{%tr for m in tthc.linh_vuc %}") + p("{%tr endfor %}"), "the-ngoai-bang", "{%tr for"),
    "loop in one row": (tbl(["{%tr for m in tthc.linh_vuc %}{{ m.tiep_nhan }}", "{%tr endfor %}"]), "the-bi-bo", "{{ m.tiep_nhan }}"),
    "output beside a paragraph tag": (p("{%p if vb.nhap %}{{ ky.ten }}") + p("{%p endif %}"), "the-bi-bo", "{{ ky.ten }}"),
    "block twice": (p("{%p block a %}") + p("x") + p("{%p endblock %}") + p("{%p block a %}") + p("y") + p("{%p endblock %}"), "khoi-trung", "{%p block a"),
    "block in a text box": (box(p("{%p block a %}"), p("x"), p("{%p endblock %}")), "khoi-trong-khung", "block a"),
    # Names.
    "unknown field": (p("{{ tthc.tiep_nhann }}"), "ten-khong-biet", "tthc.tiep_nhann"),
    "unknown group": (p("{{ tthcc.tiep_nhan }}"), "ten-khong-biet", "tthcc.tiep_nhan"),
    "capital field": (p("{{ Tthc.tiep_nhan }}"), "ten-khong-biet", "Tthc.tiep_nhan"),
    "unknown field of a row": (p(FOR + "{{ m.tiep_nhann }}" + END), "ten-khong-biet", "m.tiep_nhann"),
    "unknown attribute in a pair": (p('{{ [("a", tthc.tiep_nhan)] | rejectattr("1.trongg") | list | length }}'), "ten-khong-biet", "trongg"),
    "unknown attribute of a figure": (p("{{ tthc.tiep_nhan.chenh_lach }}"), "ten-khong-biet", "tthc.tiep_nhan.chenh_lach"),
    "unknown word of the unit": (p("{{ dv.dia_dan }}"), "ten-khong-biet", "dv.dia_dan"),
    "unknown word of the period": (p("{{ ky.namm }}"), "ten-khong-biet", "ky.namm"),
    "unknown word of the head": (p("{{ vb.so_ky_hieu }}"), "ten-khong-biet", "vb.so_ky_hieu"),
    "unknown attribute in a filter": (p('{{ tthc.linh_vuc | sum("tiep_nha") }}'), "ten-khong-biet", "tthc.linh_vuc"),
    "unknown column to add": (p('{{ tthc.linh_vuc | o_cong("tiep_nhan", "tre_hann") }}'), "ten-khong-biet", "tthc.linh_vuc"),
    "columns of what is no list": (p('{{ tthc.tiep_nhan | o_cong("a") }}'), "bo-loc-lech-loai", "tthc.tiep_nhan"),
    "no column to add": (p("{{ tthc.linh_vuc | o_cong }}"), "bo-loc-doi-so", "tthc.linh_vuc"),
    "private attribute": (p("{{ ky.__class__ }}"), "khong-duoc-dung", "ky.__class__"),
    "unknown filter": (p("{{ tthc.tiep_nhan | soo }}"), "bo-loc-la", "tthc.tiep_nhan | soo"),
    "unknown test": (p("{% if tthc.tiep_nhan is trongg %}a{% endif %}"), "phep-thu-la", "trongg"),
    "too many arguments": (p("{{ tthc.tiep_nhan | so_hai(1, 2) }}"), "bo-loc-doi-so", "tthc.tiep_nhan"),
    "unknown option": (p("{{ tthc.tiep_nhan | so(le=1) }}"), "bo-loc-doi-so", "tthc.tiep_nhan"),
    "filter of numbers on words": (p("{{ ky.ten | so }}"), "bo-loc-lech-loai", "ky.ten"),
    "filter of lists on a figure": (p("{{ tthc.tiep_nhan | join(', ') }}"), "bo-loc-lech-loai", "tthc.tiep_nhan"),
    "variable after its loop": (p(FOR + "a" + END + "{{ m.tiep_nhan }}"), "ten-het-vong-lap", "m.tiep_nhan"),
    "loop outside a loop": (p("{% if loop.last %}a{% endif %}"), "ten-het-vong-lap", "loop.last"),
    "loop variable in a block": (p(FOR) + p("{%p block a %}") + p("{{ m.tiep_nhan }}") + p("{%p endblock %}") + p(END), "ten-het-vong-lap", "m.tiep_nhan"),
    "set in a loop only": (p(FOR + "{% set n = 1 %}" + END + "{{ n }}"), "ten-het-vong-lap", "{{ n }}"),
    "loop over a figure": (p("{% for m in tthc.tiep_nhan %}a{% endfor %}"), "lap-khong-danh-sach", "tthc.tiep_nhan"),
    "list printed": (p("{{ tthc.linh_vuc }}"), "khong-in-duoc", "tthc.linh_vuc"),
    "group printed": (p("{{ tthc }}"), "khong-in-duoc", "tthc"),
    "forbidden tag": (p('{% import "x" as y %}'), "the-khong-dung", "import"),
    "include of the unknown": (p('{%p include "khoi-kyy" %}'), "manh-la", "khoi-kyy"),
    # Word.
    "note in a text box": (box(p("a", ref(1))), "chu-thich-sai-cho", "a"),
    "note without text": (p("a", ref(7)), "chu-thich-mat", "a"),
    "note beside a paragraph tag": (p("{%p if vb.nhap %}", ref(1)) + p("{%p endif %}"), "chu-thich-trong-the", "{%p if"),
    "lost picture": (p('<w:r><w:drawing><a:blip r:embed="rId77"/></w:drawing></w:r>'), "hinh-mat", ""),
}  # fmt: skip


def section_end(turned):
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if turned else 'w:w="11906" w:h="16838"'
    margins = 'w:top="1134" w:bottom="1134" w:left="1701" w:right="851"'
    return p("Hết.", ppr=f"<w:sectPr><w:pgSz {size}/><w:pgMar {margins}/></w:sectPr>")


UPRIGHT, LANDSCAPE = section_end(False), section_end(True)
TURNING = UPRIGHT + LANDSCAPE
APPENDIX = field(" SEQ Phụ_lục \\* ROMAN ", "I")
WARNINGS = {
    # Appendices.
    "a title that says Phụ lục again": (APPENDIX + p("PHỤ LỤC"), "phu-luc-hai-lan", "PHỤ LỤC"),
    "with a number": (APPENDIX + p("Phụ lục số 2 DANH SÁCH"), "phu-luc-hai-lan", "Phụ lục số 2"),
    "before a colon": (APPENDIX + p("Phụ lục: Danh sách"), "phu-luc-hai-lan", "Phụ lục: Danh sách"),
    "below a remark in brackets": (APPENDIX + p("(Kèm theo Báo cáo số 1)") + p("PHỤ LỤC IV"), "phu-luc-hai-lan", "PHỤ LỤC IV"),
    "below what it goes with": (
        APPENDIX + p("Phụ lục kèm theo Quyết định số 2") + p("Phụ lục 1. Danh sách"), "phu-luc-hai-lan", "Phụ lục 1"
    ),
    "a letter behind landscape pages": (
        APPENDIX + p("⟦a)⟧ Một", style="Heading3") + TURNING + p("⟦a)⟧ Hai", style="Heading3"), "phu-luc-cat-ngang", "Hai"
    ),
    "a letter on landscape pages, one told": (
        APPENDIX + UPRIGHT + p("⟦a)⟧ Hai", style="Heading3") + LANDSCAPE + p("⟦a)⟧ Ba", style="Heading3"),
        "phu-luc-cat-ngang", "Hai",
    ),
    "below a statement and a blank line": (
        APPENDIX + p("") + p("{%p if vb.nhap %}") + p("Phụ  lục A") + p("{%p endif %}"), "phu-luc-hai-lan", "Phụ  lục A"
    ),
    "text printed plainly": (p("{{ mo_dau.chi_dao_cua }}"), "chu-in-thuong", "mo_dau.chi_dao_cua"),
    "tag over two paragraphs": (p("{{ ky.") + p("ten }}"), "the-qua-doan", "{{ ky."),
    "nothing between": (p("{%p if vb.nhap %}{%p endif %}"), "khoi-trong", "{%p if vb.nhap"),
    "words beside a paragraph tag": (p("{%p if vb.nhap %} Lời") + p("{%p endif %}"), "chu-bi-bo", "Lời"),
    "set again in a loop": (p("{% set n = 0 %}" + FOR + "{% set n = n + 1 %}" + END + "{{ n }}"), "set-trong-vong-lap", "{{ n }}"),
    "half in a link": (p("{{ ky.", f'<w:hyperlink w:anchor="x">{r("ten }}")}</w:hyperlink>'), "the-trong-lien-ket", "{{ ky.ten }}"),
    "hidden": (p(r("{{ ky.ten }}", "<w:vanish/>")), "chu-an", "{{ ky.ten }}"),
    "mail merge": (field("MERGEFIELD So_ho_so", "«So_ho_so»"), "truong-tron-thu", "So_ho_so"),
    "tag in a field": (field("DATE", "{{ ky.ten }}"), "the-trong-truong", "{{ ky.ten }}"),
    "prompt of a control": (control("Click or tap here to enter text.", "<w:showingPlcHdr/>"), "o-dien-trong", "Click or tap"),
    "bound control": (control("{{ ky.ten }}", '<w:dataBinding w:xpath="/a" w:storeItemID="x"/>'), "the-trong-o-dien", "ky.ten"),
    "tracked insertion": (p("a ", run("{{ ky.ten }}", ins=1)), "mau-con-sua-doi", "{{ ky.ten }}"),
    "place to fill": (p("đã nhận xxx hồ sơ"), "chu-cho-dien", "đã nhận xxx hồ sơ"),
    "dots to fill": (p("đã nhận ………… hồ sơ"), "chu-cho-dien", "đã nhận"),
    "old encoding": (p("ñy ban nh©n d©n x·"), "bang-ma-cu", "nh©n"),
    "font": (p(r("Lời", '<w:rFonts w:ascii="Calibri"/>')), "phong-chu-la", "Lời"),
    "old font": (p(r("Lời", '<w:rFonts w:ascii=".VnTime"/>')), "phong-chu-cu", "Lời"),
    "colour": (p(r("Lời", '<w:color w:val="FF0000"/>')), "mau-chu-la", "Lời"),
    "marked": (p(r("Lời", '<w:highlight w:val="yellow"/>')), "nen-chu-la", "Lời"),
    "size": (p(r("Lời", '<w:sz w:val="32"/>'), style="ThanBai"), "co-chu-la", "Lời"),
    "empty": (p("a") + p("", ppr='<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr>'), "kho-giay-la", ""),
    "margin": (p("", ppr='<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1134" w:right="851"/></w:sectPr>'), "le-trang-la", ""),
}  # fmt: skip


@pytest.mark.parametrize(("body", "code", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_found_at_its_paragraph(tmp_path, body, code, words):
    found = lint_body(tmp_path, HEADING + body, notes=note(1, "ghi"))
    errors = [item for item in found if item.level is Severity.ERROR]
    assert {item.code for item in errors} == {code}
    where = errors[0].where
    assert words in where.words
    assert where.part == "thân văn bản"
    assert int(where.anchor.removeprefix("word/document.xml#")) >= 1
    assert "dưới đề mục «I. KẾT QUẢ»" in where.paragraph


@pytest.mark.parametrize(
    "below",
    [
        p("SỐ LIỆU CỦA PHỤ LỤC") + p("Phụ lục này kèm theo."),
        p("PHỤ LỤC HỢP ĐỒNG MẪU"),
        p("Phụ lục kèm theo Quyết định số 2/QĐ-UBND") + p("DANH SÁCH"),
        UPRIGHT + p("Phụ lục 1 nêu danh sách."),
    ],
)
def test_a_title_that_speaks_of_appendices_otherwise_is_none(tmp_path, below):
    assert lint_body(tmp_path, HEADING + APPENDIX + below) == ()


@pytest.mark.parametrize(
    "behind",
    [
        UPRIGHT + p("⟦a)⟧ Hai", style="Heading3"),
        TURNING + p("Hai", style="Heading3") + p("⟦a)⟧ ba"),
        UPRIGHT + APPENDIX + LANDSCAPE + p("⟦a)⟧ Hai", style="Heading3"),
    ],
)
def test_a_heading_that_counts_as_it_ought_to_behind_an_appendix_is_not_told(tmp_path, behind):
    assert lint_body(tmp_path, HEADING + APPENDIX + p("DANH SÁCH") + behind) == ()


def test_headings_that_word_numbers_are_told_behind_landscape_pages(tmp_path):
    listed = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    head = '<w:name w:val="heading 1"/>'
    styles = f"<w:styles {NS}>{STYLES}</w:styles>".replace(f"{head}</w:style>", head + listed)
    assert listed in styles
    body = HEADING + APPENDIX + TURNING + HEADING + PRINTS_ALL
    found = lint_data(tmp_path, package(body, extra={"word/styles.xml": styles.encode()}))
    assert [item.code for item in found] == ["phu-luc-cat-ngang"]


@pytest.mark.parametrize(("body", "code", "words"), WARNINGS.values(), ids=WARNINGS.keys())
def test_a_doubt_is_told_and_does_not_stop(tmp_path, body, code, words):
    found = lint_body(tmp_path, HEADING + body)
    assert [item.code for item in found] == [code]
    assert found[0].level is Severity.WARNING
    assert words in found[0].where.words
    assert found[0].where.anchor.startswith("word/document.xml#")


def test_crossed_blocks_name_what_was_left_open(tmp_path):
    found = lint_body(tmp_path, p(FOR + "{% if vb.nhap %}a{% endfor %}{% endif %}"))
    assert [(item.code, dict(item.facts)) for item in found] == [
        (
            "the-cheo",
            {"the": "{% if vb.nhap %}", "dong": "{% endif %}", "giua": "{% endfor %}", "cho": "đoạn 1"},
        )
    ]


@pytest.mark.parametrize("words", ["{{ ky.ten }}", "chữ"])
def test_what_was_deleted_with_changes_tracked_is_told_and_does_not_stop(tmp_path, words):
    gone = lint_body(tmp_path, p("a", deleted(words)))
    moved = lint_body(tmp_path, p(run(words, moveFrom=1)))
    expected = ["mau-con-sua-doi", "the-bi-xoa"] if "{{" in words else ["mau-con-sua-doi"]
    assert [[item.code for item in found] for found in (gone, moved)] == [expected, expected]
    assert {item.level for item in (*gone, *moved)} == {Severity.WARNING}


def test_the_end_that_is_wanted_is_written_like_the_beginning(tmp_path):
    found = lint_body(tmp_path, p("{%p for m in tthc.linh_vuc %}") + p("a"))
    assert [(item.code, dict(item.facts)["dong"]) for item in found] == [("khoi-chua-dong", "{%p endfor %}")]


GREY = '<w:color w:val="808080"/><w:sz w:val="18"/>'


def test_a_spoilt_tag_is_told_once_and_not_for_its_look(tmp_path):
    body = p(r("{ %p if vb.nhap % }", GREY)) + p("a") + p(r("{p endif %}", GREY + "<w:i/>"))
    red = p(r("{ % if vb.nhap % }a{% endif %}", '<w:color w:val="FF0000"/>'))
    found = lint_body(tmp_path, body + red)
    assert [(item.code, item.where.anchor[-1]) for item in found] == [
        ("ngoac-roi", "0"),
        ("ngoac-thieu", "2"),
        ("ngoac-roi", "3"),
    ]


def test_words_beside_a_tag_of_a_block_are_a_fault(tmp_path):
    found = lint_body(tmp_path, p("{%p block mot %} Trên đây là báo cáo {%p endblock %}"))
    assert [(item.code, item.level, dict(item.facts)["chu"]) for item in found] == [
        ("chu-canh-khoi", Severity.ERROR, "Trên đây là báo cáo")
    ]


def test_all_faults_of_all_stages_come_in_one_run(tmp_path):
    body = (
        p("{% If vb.nhap %}a{% endif %}")
        + p("{{ ky.ten | soo }} {{ tthc.tiep_nhann }}")
        + p("a {{ ky. }} b")
        + p("{% if vb.nhap %}b")
        + tbl(
            ["{%tr for m in tthc.linh_vuc %}", ""], ["{{ m.khong_co }}", "{{ m.ten"], ["{%tr endfor %}", ""]
        )
        + p("a", ref(1))
    )
    found = lint_body(tmp_path, body, notes=note(1, ""), header=p("{{ ky.ten | so }}"))
    assert [(item.code, item.where.anchor) for item in found if item.level is Severity.ERROR] == [
        ("the-viet-hoa", "word/document.xml#0"),
        ("bo-loc-la", "word/document.xml#1"),
        ("ten-khong-biet", "word/document.xml#1"),
        ("the-sai-cu-phap", "word/document.xml#2"),
        ("khoi-chua-dong", "word/document.xml#3"),
        ("ten-khong-biet", "word/document.xml#6"),
        ("the-chua-dong", "word/document.xml#7"),
        ("chu-thich-rong", "word/footnotes.xml#2"),
        ("bo-loc-lech-loai", "word/header1.xml#0"),
    ]


def test_the_place_names_table_row_and_cell(tmp_path):
    body = HEADING + tbl(["a", "b"], ["c", "{{ tthc.tiep_nhann }}"])
    (found,) = lint_body(tmp_path, body)
    assert str(found.where.but(file="")) == (
        "thân văn bản, bảng 1, hàng 2, cột 2, dưới đề mục «I. KẾT QUẢ», gần chữ «{{ tthc.tiep_nhann }}»"
    )
    assert found.text.endswith("Có phải «tthc.tiep_nhan» không?")


def test_a_name_with_a_default_is_a_doubt(tmp_path):
    (found,) = lint_body(tmp_path, p('{{ tthc.tiep_nhann | default("") }}'))
    assert (found.code, found.level) == ("ten-khong-biet", Severity.WARNING)


def test_what_is_required_must_be_printed_somewhere(tmp_path):
    found = lint_data(tmp_path, package(p("{% if tthc.tiep_nhan %}a{% endif %} {{ tthc.da_giai_quyet }}")))
    assert [(item.code, item.where.key) for item in found] == [("chi-tieu-khong-in", "tthc.tiep_nhan")]


FINE = {
    "non-breaking spaces": p("{{\u00a0ky.ten\u00a0}} {%\u00a0if\u00a0vb.nhap\u00a0%}a{% endif %}"),
    "curly quotes": p("{{ ky.ten | replace(“a”, ‘b’) }}"),
    "torn into runs": p("{", "{ ky", ".ten }", "}"),
    "whole tag in a link": p(f'<w:hyperlink w:anchor="x">{r("{{ ky.ten }}")}</w:hyperlink>'),
    "tag in a content control": control("{{ ky.ten }}"),
    "braces that are no tags": p("tập {1; 2} và {a}"),
    "attribute of a row by filter": p('{{ tthc.linh_vuc | sum("tiep_nhan") | so }}'),
    "columns to add": p('{{ tthc.linh_vuc | o_cong("tiep_nhan", "tre_han") }}'),
    "two rows of one loop": tbl(["{%tr for m in tthc.linh_vuc %}", ""], ["{{ m.tiep_nhan }}", "a"], ["{%tr endfor %}", ""]),
    "unit's own words": p("{{r dv.them.bat_ky }}"),
    "number with a decimal point": p("{% if tthc.tiep_nhan > 80.5 %}a{% endif %}"),
    "arguments in a condition": p('{% if tthc.tiep_nhan | so(1, true) == "1,0" %}a{% endif %}'),
    "set and used": p("{% set n = tthc.tiep_nhan %}{{ n.truoc }}"),
    "unpacked pairs": p('{% for ten, so in [("a", tthc.tiep_nhan)] if so.gia_tri %}{{ ten }} {{ so.truoc }}{% endfor %}'),
    "few dots": p("Nơi nhận: ... (như trên)"),
    "closing sign in quotes": p('{{ ky.ten | replace("}}", “%}”) }} {% if ky.ten != "%}" %}a{% endif %}'),
    "raw": p("{% raw %}{{ khong_co }}{% endraw %}"),
    "comment": p("{# ghi chú: {{ khong_co }} #}a"),
}  # fmt: skip


@pytest.mark.parametrize("body", FINE.values(), ids=FINE.keys())
def test_what_is_right_is_not_blamed(tmp_path, body):
    assert lint_body(tmp_path, body) == ()
