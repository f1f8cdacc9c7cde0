"""The sheet and the page number: pages that lie or are framed, numbers that are not printed yet."""

from __future__ import annotations

import pytest

from baocao.conformance.checking import judge
from baocao.conformance.components import find_parts
from baocao.conformance.mending import mend
from baocao.conformance.mends import NumberPages
from conformance.rules_head_kit import PROFILE, checked, told
from format_rules import model
from format_rules.faults import FIELD, HEADER, edited, text

LYING = text('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
TABLE = (
    '<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    "<w:tblGrid/>" + "<w:tr><w:tc><w:p><w:r><w:t>Chỉ tiêu</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr>" * 3 + "</w:tbl>"
)
HEADING = model.p("De", "PHƯƠNG HƯỚNG", 0)


def complex_field(size: int, marks: str = "") -> str:
    """A page number as Word's recipe writes it: codes only, no result yet. size: half-points."""
    look = f'<w:rPr>{marks}<w:sz w:val="{size}"/></w:rPr>'
    codes = ('<w:fldChar w:fldCharType="begin"/>', "<w:instrText> PAGE </w:instrText>",
             '<w:fldChar w:fldCharType="end"/>')  # fmt: skip
    return "".join(f"<w:r>{look}{code}</w:r>" for code in codes)


def test_a_document_that_lies_from_page_one_is_for_a_person():
    result = told(LYING, text(HEADING, TABLE + HEADING))
    assert result.told("PG02") == []
    assert [fault.seen.seen for fault in result.unsure("PG02")] == ["giấy ngang từ trang đầu"]


@pytest.mark.parametrize(
    ("mark", "seen"),
    [
        ('<w:pgBorders><w:top w:val="single"/></w:pgBorders>', "trang có khung viền"),
        ('<w:lnNumType w:countBy="1"/>', "dòng có đánh số"),
        ('<w:textDirection w:val="tbRl"/>', "chữ xoay dọc trang"),
        ('<w:vAlign w:val="center"/>', "nội dung không bắt đầu từ đầu trang"),
    ],
)
def test_furnished_pages_are_told(mark, seen):
    assert {words for words, _ in told(text("<w:titlePg/>", f"{mark}<w:titlePg/>")).told("PG09")} == {seen}


@pytest.mark.parametrize("mark", ['<w:vAlign w:val="top"/>', '<w:textDirection w:val="lrTb"/>'])
def test_the_usual_said_aloud_is_no_fault(mark):
    assert told(text("<w:titlePg/>", f"{mark}<w:titlePg/>")).told("PG09") == []


def test_a_number_not_yet_printed_has_the_size_of_its_field():
    result = told((HEADER, FIELD, complex_field(28)))
    assert (result.told("NM03"), result.unsure("NM03"), result.told("NM04")) == ([], [], [])


def test_a_number_not_yet_printed_may_be_too_small():
    (fault,) = told((HEADER, FIELD, complex_field(22))).broken("NM03")
    assert (fault.seen.seen, fault.seen.wanted) == ("cỡ 11", "cỡ 13 đến 14")
    assert isinstance(fault.seen.mends[0], NumberPages)


def test_a_number_not_yet_printed_may_be_bold():
    assert told((HEADER, FIELD, complex_field(28, "<w:b/>"))).told("NM04") == [
        ("đậm, đứng", "không đậm, đứng")
    ]


def test_such_a_number_is_mended():
    data = model.packed(edited([(HEADER, FIELD, complex_field(22, "<w:b/>"))]))
    mended = mend(data, lambda paper: judge(paper, find_parts(paper, PROFILE.format), PROFILE), "a.docx")
    assert {"NM03", "NM04"} <= {one.rule.id for one in mended.done}
    result = checked(mended.data)
    assert (result.told("NM03"), result.told("NM04")) == ([], [])
