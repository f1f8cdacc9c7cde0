"""Rules of the head where documents differ: letters, drafts, the profile of the unit, another decree."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.conformance.checking import Profile
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import load_profile
from conformance.rules_head_kit import Edit, Result, checked, told
from format_rules import model
from format_rules.faults import DAY, NUMBER, STYLES, TITLE, edited, marked, style, text
from format_rules.model import p

# --- a letter (công văn)

SUBJECT = p("TrichYeu", "Kết quả thực hiện công tác cải cách hành chính năm 2023")
ABOUT = "V/v báo cáo kết quả cải cách hành chính"


def letter(about: str, number: str = "Số: 05/UBND-VP", *edits: Edit) -> Result:
    """The model as a letter: no type, its subject below the number."""
    lines = p("So", number) + (p("ThuVe", about) if about else "")
    own = '<w:style w:type="paragraph" w:styleId="ThuVe"><w:basedOn w:val="So"/>'
    own += '<w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
    made = [text(TITLE + SUBJECT + model.rule(55), ""), text(p("So", NUMBER), lines)]
    return told(*made, (STYLES, "</w:styles>", f"{own}</w:styles>"), *edits)


def test_a_letter_is_told_nothing():
    result = letter(ABOUT)
    assert [line for line in result.complaints() if not line.startswith("CQ09")] == []
    assert result.checked.held["TY11"] == 1


@pytest.mark.parametrize(
    ("about", "mark", "ident"),
    [
        ("", "", "TY11"),
        ("Về việc báo cáo kết quả cải cách hành chính", "", "TY11"),
        (ABOUT, '<w:sz w:val="28"/>', "TY12"),
        (ABOUT, "<w:b/>", "TY13"),
        (ABOUT, "<w:i/>", "TY13"),
        (ABOUT.upper(), "", "TY13"),
    ],
)
def test_the_subject_of_a_letter(about, mark, ident):
    edits = [marked(about, mark)] if mark else []
    assert letter(about, "Số: 05/UBND-VP", *edits).broken(ident)


def test_the_subject_of_a_letter_stands_in_the_middle():
    left = text(p("ThuVe", ABOUT), p("ThuVe", ABOUT, extra='<w:jc w:val="left"/>'))
    assert letter(ABOUT, "Số: 05/UBND-VP", left).broken("TY14")


def test_a_letter_has_no_abbreviation_of_a_type():
    assert letter(ABOUT, "Số: 05/CV-UBND").broken("SO05")


def test_a_report_without_its_type_is_no_letter():
    assert letter(ABOUT, "Số: 05/BC-UBND").broken("TL01")


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ('240" w:lineRule="auto', 0),
        ('276" w:lineRule="auto', 1),
        ('400" w:lineRule="exact', 1),
        ('320" w:lineRule="exact', 0),
        ('200" w:lineRule="atLeast', 0),
    ],
)
def test_single_spacing_in_lines_and_in_points(line, count):
    edit = style("TieuNgu", '240" w:lineRule="auto', line)
    assert len(told(*([edit] if edit[1] != edit[2] else [])).told("TN06")) == count


def test_a_mark_of_a_draft_may_stand_above():
    assert told(text("<w:body>", "<w:body>" + p("Ky", "DỰ THẢO"))).told("QH05") == []
    assert told(text("<w:body>", "<w:body>" + p("Ky", "Mở đầu"))).told("QH05")


@pytest.mark.parametrize("filler", [" ", ".", "-", "/", " -", "A.", "…", "9"])
@pytest.mark.parametrize("count", [60, 280, 5000, 19_900])
def test_a_line_of_fillers_is_told_however_long(filler, count):
    filling = (filler * count)[:count]
    result = told(text(NUMBER, f"Số: {filling}!"), text(DAY, f"Xã Mẫu {filling} ngày"))
    assert result.broken("SO01") or result.unsure("SO01")


# --- the unit's profile


def test_the_place_is_held_against_the_profile_only():
    wrong = UnitFacts(place="Tân Hồng")
    assert told().told("DD09") == []
    assert told(unit=UnitFacts(place="xã mẫu")).told("DD09") == []
    assert told(unit=wrong).told("DD09") == [("«Xã Mẫu»", "«Tân Hồng» như trong hồ sơ đơn vị")]


def test_the_agency_is_held_against_the_profile():
    right = UnitFacts(agency=("ỦY BAN NHÂN DÂN", "XÃ MẪU"), parents=("UBND TỈNH MẪU",))
    assert told(unit=right).told("CQ06") == told(unit=right).told("CQ09") == []
    assert told(unit=UnitFacts(agency=("ỦY BAN NHÂN DÂN", "XÃ KHÁC"))).told("CQ06")
    assert told().told("CQ09")


@pytest.mark.parametrize(("day", "count"), [("05 tháng 3 năm 2024", 0), ("05 tháng 8 năm 2025", 1)])
def test_a_district_is_told_from_the_day_districts_ended(day, count):
    result = told(text("XÃ MẪU", "HUYỆN MẪU"), text(DAY, f"Mẫu, ngày {day}"))
    assert len(result.told("CQ10")) == count


# --- another decree


def test_another_decree_is_another_file():
    profile = Profile(*load_profile(Path(__file__).parents[1] / "formats" / "nd-2030.yaml"))
    result = checked(model.packed(model.parts()), profile=profile)
    assert result.told("PG05") == [("lề trái 30 mm", "25 đến 28 mm")] * 3
    assert result.told("QH01")
    assert "TN05" not in {fault.rule.id for fault in result.checked.faults}
    short = text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "VIỆT NAM")
    result = checked(model.packed(edited((short,))), profile=profile)
    assert result.told("QH01") == []
    assert result.told("QH03") == [("cỡ 13", "cỡ 15 đến 16")]
    assert result.told("SO02") == [("«Số:»", "«Số hiệu:»")]


# --- a narrow head, as machines lay it out


NARROW = [
    text('<w:gridCol w:w="3685"/><w:gridCol w:w="5669"/>', '<w:gridCol w:w="4954"/><w:gridCol w:w="4400"/>'),
    *[text('<w:tcW w:w="3685"', '<w:tcW w:w="4954"'), text('<w:tcW w:w="5669"', '<w:tcW w:w="4400"')] * 2,
]


def test_two_lines_of_the_nations_name_widen_the_column():
    (fault,) = told(*NARROW).broken("QH06")
    (mend,) = fault.seen.mends
    assert fault.seen.seen == "2 dòng"
    assert [round(width.mm) for width in mend.widths] == [65, 100]


def test_a_nations_name_on_two_lines_is_centred_too():
    left = style("QuocHieu", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')
    assert told(*NARROW, left).told("TN04") == [("canh trái", "canh giữa")]


def test_a_subject_on_the_left_is_told():
    left = style("TrichYeu", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')
    assert told(left).told("TY01") == [("canh trái", "canh giữa dưới tên loại")]
