"""What hangs on a page number, an empty paragraph, a letter in an old font stays when these are mended."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import pytest
from mend_kit import mended, paragraph, texts
from test_mend_pages import PAGE, furnished, numbering, shown

from baocao.conformance.mends import DropBlank, Retype, ToUnicode
from small_docx import p, package, r, read_part

MARK = '<w:fldChar w:fldCharType="{}"/>'.format
IN_ONE = f'{MARK("begin")}<w:instrText xml:space="preserve"> PAGE </w:instrText>{MARK("separate")}<w:t>2</w:t>{MARK("end")}'
TRACKED = 'w:id="903" w:author="A" w:date="2025-01-01T00:00:00Z"'


def test_words_in_the_run_of_a_page_number_stay():
    run = f'<w:r><w:t xml:space="preserve">UBND XÃ TÂN HỒNG mật - Trang </w:t>{IN_ONE}<w:t xml:space="preserve"> Bản số 5</w:t></w:r>'
    made = mended(furnished(p("Một"), default_footer=f"<w:p>{run}</w:p>"), numbering)
    assert shown(made.data) == ([("2", "center")], [("UBND XÃ TÂN HỒNG mật Bản số 5", "left")])
    assert not made.refused


def test_a_drawing_in_the_run_of_a_page_number_stays():
    drawn = (
        '<w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:10pt;height:10pt"/></w:pict>'
    )
    made = mended(furnished(p("Một"), default_footer=f"<w:p><w:r>{drawn}{IN_ONE}</w:r></w:p>"), numbering)
    foot = read_part(made.data, "word/footer1.xml")
    assert foot.count("<v:rect") == 1
    assert "PAGE" not in foot


FORMULA = (
    f"<w:r>{MARK('begin')}</w:r><w:r><w:instrText> = </w:instrText></w:r>{PAGE}"
    f"<w:r><w:instrText> + 3 </w:instrText></w:r><w:r>{MARK('separate')}</w:r>{r('5')}<w:r>{MARK('end')}</w:r>"
)
DRESSED = f"<w:r><w:rPr><w:rPrChange {TRACKED}><w:rPr/></w:rPrChange></w:rPr>{IN_ONE}</w:r>"
DELETED = f"<w:del {TRACKED}><w:r><w:delText>3</w:delText></w:r></w:del>{PAGE}"


@pytest.mark.parametrize(
    ("foot", "reason"),
    [
        (FORMULA, "số trang nằm trong một trường tính toán khác của Word"),
        (DRESSED, "chỗ ghi số trang đang có thay đổi do Word theo dõi"),
        (DELETED, "chỗ ghi số trang đang có thay đổi do Word theo dõi"),
        (
            '<w:fldSimple w:instr=" PAGE "><w:r><w:sym w:font="Wingdings" w:char="F0B7"/></w:r></w:fldSimple>',
            "trong trường số trang còn có thứ khác ngoài số",
        ),
    ],
)
def test_a_page_number_that_other_things_hang_on_is_left_and_the_rest_is_mended(foot, reason):
    data = furnished(p("Lưu VT"), default_footer=f"<w:p>{foot}</w:p>")

    def ask(paper):
        one = paragraph(paper, "Lưu VT")
        return [*numbering(paper), *([Retype(one, 3, " VT", ": VT.")] if one is not None else [])]

    made = mended(data, ask)
    assert [one.reason for one in made.refused] == [reason]
    assert texts(made.data)[0] == "Lưu: VT."
    assert read_part(made.data, "word/footer1.xml") == read_part(data, "word/footer1.xml")


SHAPE = '<w:pict><v:{} xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:30pt">{}</v:{}></w:pict>'.format
NUMBER_BOX = SHAPE("rect", f"<v:textbox><w:txbxContent><w:p>{PAGE}</w:p></w:txbxContent></v:textbox>", "rect")


@pytest.mark.parametrize("beside", ["", SHAPE("oval", "", "oval")])
def test_the_box_of_a_page_number_goes_unless_something_else_is_drawn_in_its_run(beside):
    data = furnished(p("Một"), default_footer=f"<w:p><w:r>{NUMBER_BOX}{beside}</w:r></w:p>")
    made = mended(data, numbering)
    foot = read_part(made.data, "word/footer1.xml")
    assert ("txbxContent" in foot, "<v:oval" in foot) == (bool(beside), bool(beside))
    reasons = ["sửa chỗ này thì văn bản mất nội dung khác, nên máy không sửa"] if beside else []
    assert [one.reason for one in made.refused] == reasons


BLANKS = {
    "page break before": "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
    "frame": '<w:p><w:pPr><w:framePr w:w="2000" w:h="1000" w:hAnchor="page"/></w:pPr></w:p>',
    "border": '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr></w:pPr></w:p>',
    "day": "<w:p><w:r><w:dayShort/></w:r></w:p>",
    "page number of old Word": "<w:p><w:r><w:pgNum/></w:r></w:p>",
    "optional hyphen": "<w:p><w:r><w:softHyphen/></w:r></w:p>",
    "hyphen": "<w:p><w:r><w:noBreakHyphen/></w:r></w:p>",
    "endnote": '<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>',
    "break": '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
}


@pytest.mark.parametrize("blank", BLANKS.values(), ids=BLANKS)
def test_an_empty_paragraph_that_holds_something_stays(blank):
    data = package(p("Một") + blank + p("Hai"))

    def ask(paper):
        return [DropBlank(list(paper.paragraphs)[1])] if len(list(paper.paragraphs)) == 3 else []

    made = mended(data, ask)
    assert made.data is data
    reason = "đoạn trống này còn giữ ngắt trang, ngắt phần, khung hoặc dấu vết thay đổi"
    assert [one.reason for one in made.refused] == [reason]


def test_an_empty_paragraph_with_an_empty_run_goes():
    data = package(p("Một") + "<w:p><w:r><w:rPr><w:b/></w:rPr></w:r></w:p>" + p("Hai"))
    made = mended(data, lambda paper: [DropBlank(one) for one in list(paper.paragraphs)[1:2] if not one.text])
    assert texts(made.data) == ["Một", "Hai"]


OLD = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'


@pytest.mark.parametrize(
    "letter",
    ["<w:softHyphen/>", '<w:sym w:font=".VnTime" w:char="F0AD"/>', '<w:sym w:font=".VnTime" w:char="00AD"/>'],
)
def test_a_letter_of_an_old_font_that_word_writes_as_a_sign_is_not_lost(letter):
    """TCVN3 has ư where Unicode has the optional hyphen."""
    data = package(f"<w:p><w:r>{OLD}<w:t>nhµ n</w:t>{letter}<w:t>íc</w:t></w:r></w:p>")

    def ask(paper):
        one = next(paper.paragraphs)
        return [ToUnicode(one, "TCVN3", "Times New Roman")] if "µ" in one.text else []

    made = mended(data, ask)
    assert texts(made.data) == ["nhà nước"]
    assert ".VnTime" not in read_part(made.data)


def test_a_hyphen_that_does_not_break_may_become_another_one():
    data = package("<w:p><w:r><w:t>Độc lập</w:t><w:noBreakHyphen/><w:t>Tự do</w:t></w:r></w:p>")

    def ask(paper):
        one = next(paper.paragraphs)
        return [Retype(one, 7, "-", " - ")] if one.text == "Độc lập-Tự do" else []

    assert texts(mended(data, ask).data) == ["Độc lập - Tự do"]


def test_letters_typed_between_two_signs_stand_between_them():
    data = package("<w:p><w:r><w:t>Số</w:t><w:tab/><w:noBreakHyphen/></w:r></w:p>")

    def ask(paper):
        one = next(paper.paragraphs)
        return [Retype(one, 3, "", "5")] if one.text == "Số\t-" else []

    assert texts(mended(data, ask).data) == ["Số\t5-"]
