"""Rules of page and head one by one: what they say, what they mend, and what they leave to a person."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.conformance.case import Fault, State
from baocao.conformance.mends import DropBlank, Retype, SetFace, SetLook, SetSheet, ToUnicode
from baocao.conformance.rules import wording
from baocao.formats import Align, Length, Mm, Pt, Setting, Share
from baocao.vietnamese.dates import long_date
from conformance.rules_head_kit import checked, told
from format_rules import model
from format_rules.faults import (
    BODY,
    DAY,
    HEADER,
    NATIONAL,
    NUMBER,
    STYLES,
    TITLE,
    marked,
    style,
    text,
)
from format_rules.model import p

FROM_THREE = text("<w:titlePg/>", '<w:pgNumType w:start="3"/><w:titlePg/>')
BLANK_ABOVE = text(NATIONAL, p("QuocHieu", "") + NATIONAL)
MOTTO = "Độc lập - Tự do - Hạnh phúc"


def retyped(fault: Fault) -> str:
    """The paragraph after the mends of a fault."""
    mends = [mend for mend in fault.seen.mends if isinstance(mend, Retype)]
    words = mends[0].paragraph.text
    for mend in sorted(mends, key=lambda one: one.start, reverse=True):
        assert words[mend.start : mend.start + len(mend.old)] == mend.old
        words = words[: mend.start] + mend.new + words[mend.start + len(mend.old) :]
    return words


# --- what is seen and wanted, read aloud


@pytest.mark.parametrize(
    ("edit", "ident", "seen", "wanted"),
    [
        (text('w:left="1701"', 'w:left="1440"'), "PG05", "lề trái 25,4 mm", "30 đến 35 mm"),
        (text('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'), "PG01", "giấy 215,9 × 279,4 mm",
         "giấy 210 × 297 mm"),
        (marked("Trong", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>'), "FN01", "phông Arial",
         "phông Times New Roman"),
        (marked("Trong", '<w:color w:val="FF0000"/>'), "FN02", "chữ màu đỏ", "chữ màu đen"),
        (marked("Trong", '<w:color w:val="123456"/>'), "FN02", "chữ màu xanh sẫm", "chữ màu đen"),
        (marked("Trong", '<w:highlight w:val="yellow"/>'), "FN04", "chữ có nền màu", "nền trắng"),
        (style("QuocHieu", '<w:sz w:val="26"/>', '<w:sz w:val="30"/>'), "QH03", "cỡ 15", "cỡ 12 đến 13"),
        (style("So", '<w:sz w:val="26"/>', '<w:sz w:val="27"/>'), "SO07", "cỡ 13,5", "cỡ 13"),
        (style("QuocHieu", "<w:b/>", ""), "QH04", "không đậm, đứng", "đậm, đứng"),
        (style("Ngay", "<w:i/>", ""), "DD04", "không đậm, đứng", "không đậm, nghiêng"),
        (text(NUMBER, "Số: 5/BC-UBND"), "SO03", "số 5", "số 05"),
        (text(DAY, DAY.replace("tháng 3", "tháng 03")), "DD03", "tháng 03", "tháng 3"),
        (text(TITLE, TITLE + p("TrichYeu", "")), "TY01", "cách tên loại 1 dòng trống", "ngay dưới tên loại"),
        (text("<w:titlePg/>", ""), "NM06", "trang đầu có số trang", "trang đầu không có số trang"),
        (FROM_THREE, "NM05", "đánh số từ 3", "đánh số từ 1"),
        (BLANK_ABOVE, "QH05", "phía trên có 1 dòng trống", "trên cùng trang đầu"),
    ],
)  # fmt: skip
def test_a_fault_is_said_in_words(edit, ident, seen, wanted):
    assert told(edit).told(ident) == [(seen, wanted)]


def test_a_rule_too_long_says_how_long_it_is():
    found = told(text(model.rule(55), model.rule(110))).told("TY04")
    assert found == [
        ("đường kẻ dài 110 mm", "đường kẻ liền dưới dòng chữ, dài 41 đến 60 mm (từ 1/3 đến 1/2 dòng chữ)")
    ]


def test_a_missing_rule_is_drawn_as_long_as_the_motto():
    (fault,) = told(text(model.rule(60.4), "")).broken("TN05")
    (mend,) = fault.seen.mends
    assert abs(mend.length.mm - 60.4) < 0.2
    assert mend.below.text == MOTTO


def test_words_of_part_of_a_paragraph_are_marked():
    first = f"{model.PROSE}".split(",")[0]
    red = '<w:r><w:rPr><w:color w:val="FF0000"/></w:rPr><w:t xml:space="preserve">đỏ </w:t></w:r>'
    edit = text(f'<w:r><w:t xml:space="preserve">{first}', f'{red}<w:r><w:t xml:space="preserve">{first}')
    (fault,) = told(edit).broken("FN02")
    assert (fault.seen.start, fault.seen.end) == (0, 3)


# --- what is mended


@pytest.mark.parametrize(
    ("typed", "ident", "after"),
    [
        ("Số 05/BC-UBND", "SO02", "Số: 05/BC-UBND"),
        ("SỐ: 05/BC-UBND", "SO02", "Số: 05/BC-UBND"),
        ("Số : 05/BC-UBND", "SO02", "Số: 05/BC-UBND"),
        ("Số. 05/BC-UBND", "SO02", "Số: 05/BC-UBND"),
        ("Số: 5/BC-UBND", "SO03", "Số: 05/BC-UBND"),
        ("Số: 0114/BC-UBND", "SO03", "Số: 114/BC-UBND"),
        ("Số: 05 / BC-UBND", "SO04", "Số: 05/BC-UBND"),
        ("Số: 05/BC – UBND", "SO04", "Số: 05/BC-UBND"),
        ("Số: 05/BC- UBND", "SO04", "Số: 05/BC-UBND"),
        ("Số: 05/bc-UBND", "SO05", "Số: 05/BC-UBND"),
    ],
)
def test_a_number_is_mended(typed, ident, after):
    (fault,) = told(text(NUMBER, typed)).broken(ident)
    assert retyped(fault) == after


@pytest.mark.parametrize(
    "typed", ["Số: 05/BC-UBND", "Số:05/BC-UBND", "Số:      /BC-UBND", "Số: …/BC-UBND", "Số: ....../BC-UBND",
              "Số: 114/BC-UBND-HC", "Số: 1203/BC-UBND.HC"],
)  # fmt: skip
def test_a_lawful_number_is_told_nothing(typed):
    result = told(*([text(NUMBER, typed)] if typed != NUMBER else []))
    assert [result.told(f"SO0{digit}") for digit in range(1, 7)] == [[]] * 6


@pytest.mark.parametrize(
    ("typed", "ident", "after"),
    [
        ("Xã Mẫu, ngày 5 tháng 3 năm 2024", "DD02", "Xã Mẫu, ngày 05 tháng 3 năm 2024"),
        ("Xã Mẫu, ngày 05 tháng 2 năm 2024", "DD03", "Xã Mẫu, ngày 05 tháng 02 năm 2024"),
        ("Xã Mẫu ngày 05 tháng 3 năm 2024", "DD08", "Xã Mẫu, ngày 05 tháng 3 năm 2024"),
        ("Xã Mẫu,ngày 05 tháng 3 năm 2024", "DD08", "Xã Mẫu, ngày 05 tháng 3 năm 2024"),
        ("Xã Mẫu, ngày 05 tháng 3 năm 2024.", "DD01", "Xã Mẫu, ngày 05 tháng 3 năm 2024"),
    ],
)
def test_a_date_is_mended(typed, ident, after):
    (fault,) = told(text(DAY, typed)).broken(ident)
    assert retyped(fault) == after


@pytest.mark.parametrize(
    "typed", ["Xã Mẫu, ngày … tháng … năm 2024", "Xã Mẫu, ngày      tháng 3 năm 2024",
              "Thành phố Hồ Chí Minh, ngày 31 tháng 12 năm 2024", "Buôn Ma Thuột, ngày ... tháng ... năm ...",
              "Bà Rịa - Vũng Tàu, ngày 10 tháng 10 năm 2024", "Phường 1, ngày 05 tháng 3 năm 2024"],
)  # fmt: skip
def test_a_lawful_date_is_told_nothing(typed):
    result = told(text(DAY, typed))
    assert [result.told(ident) for ident in ("DD01", "DD02", "DD03", "DD08", "DD10")] == [[]] * 5


@settings(max_examples=20)
@given(day=st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), bare=st.booleans())
def test_every_day_gets_its_zeros_and_no_others(day, bare):
    typed = f"{day.day} tháng {day.month}" if bare else f"{day.day:02d} tháng {day.month:02d}"
    result = told(text(DAY, f"Xã Mẫu, ngày {typed} năm {day.year}"))
    words = f"Xã Mẫu, ngày {typed} năm {day.year}"
    mends = [one for ident in ("DD02", "DD03") for fault in result.broken(ident) for one in fault.seen.mends]
    for mend in sorted(mends, key=lambda one: one.start, reverse=True):
        words = words[: mend.start] + mend.new + words[mend.start + len(mend.old) :]
    assert words == f"Xã Mẫu, ngày {long_date(day)}"


@pytest.mark.parametrize(
    "typed", ["Độc lập – Tự do – Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc", "Độc lập-Tự do-Hạnh phúc",
              "Độc lập - Tự do - Hạnh phúc.", "Độc lập - Tư do - Hạnh phúc"],
)  # fmt: skip
def test_the_motto_is_retyped(typed):
    (fault,) = told(text(MOTTO, typed)).broken("TN01")
    assert retyped(fault) == MOTTO


def test_a_motto_in_capitals_is_told_once():
    result = told(text(MOTTO, MOTTO.upper()))
    assert result.told("TN01") == []
    (fault,) = result.broken("TN03")
    assert retyped(fault) == MOTTO


@pytest.mark.parametrize(
    "typed", ["CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA\u00a0VIỆT NAM"]
)
def test_both_places_of_the_tone_mark_are_right(typed):
    assert told(text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", typed)).told("QH01") == []


def test_kinds_of_mends():
    kinds = {
        "PG05": (text('w:left="1701"', 'w:left="1440"'), SetSheet),
        "QH02": (text("CỘNG HÒA XÃ", "Cộng hòa xã"), SetFace),
        "TN04": (style("TieuNgu", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>'), SetLook),
        "TY01": (text(TITLE, TITLE + p("TrichYeu", "")), DropBlank),
        "QH05": (text(NATIONAL, p("QuocHieu", "") + NATIONAL), DropBlank),
        "TY06": (text("năm 2023</w:t>", "năm 2023.</w:t>"), Retype),
    }
    for ident, (edit, kind) in kinds.items():
        (fault,) = told(edit).broken(ident)
        assert {type(mend) for mend in fault.seen.mends} == {kind}, ident


def test_old_letters_become_unicode_before_anything_is_typed():
    old = "céng hßa x· héi chñ nghÜa viÖt nam"
    font = '<w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr><w:t>'
    edit = text(NATIONAL, NATIONAL.replace('<w:r><w:t xml:space="preserve">', font).replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", old))  # fmt: skip
    result = told(edit)
    (fault,) = result.broken("FN03")
    assert fault.seen.seen == "chữ gõ theo bảng mã TCVN3"
    assert isinstance(fault.seen.mends[0], ToUnicode)
    assert result.told("QH01") == []
    assert all(not fault.seen.mends for fault in result.broken("FN01"))


# --- what is left to a person


def test_a_year_in_the_symbol_of_a_decision_may_be_right():
    result = told(text(TITLE, p("TenLoai", "QUYẾT ĐỊNH")), text(NUMBER, "Số: 05/2024/QĐ-SNV"))
    assert result.told("SO06") == []
    assert result.unsure("SO06")[0].seen.seen == "có năm «2024»"


def test_a_special_report_is_only_a_reminder():
    result = told(text(TITLE, p("TenLoai", "BÁO CÁO CHUYÊN ĐỀ")))
    assert (result.told("TL01"), len(result.unsure("TL01"))) == ([], 1)


def test_words_beside_the_page_number_are_for_a_person():
    field = '<w:fldSimple w:instr=" PAGE ">'
    result = told((HEADER, field, f'<w:r><w:t xml:space="preserve">Trang </w:t></w:r>{field}'))
    assert result.unsure("NM05")[0].seen.seen == "số trang có thêm chữ «Trang 2»"
    assert result.told("NM05") == []


def test_a_number_that_starts_again_in_the_middle_is_for_a_person():
    again = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" '
    again += 'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    again += "<w:titlePg/></w:sectPr></w:pPr></w:p>"
    start = text("<w:titlePg/>", '<w:pgNumType w:start="1"/><w:titlePg/>')
    result = told(start, text(TITLE, again + TITLE))
    assert [fault.seen.seen for fault in result.unsure("NM05")] == ["đánh lại số trang từ 1"]


def test_a_party_document_is_left_alone():
    party = text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM")
    result = told(party)
    assert result.told("QH01") == []
    assert result.unsure("QH01")[0].seen.seen == "văn bản của tổ chức Đảng"
    assert result.told("QH03") == result.told("TN05") == result.told("CQ04") == []


def test_a_file_without_a_head_is_told_once():
    members = model.parts()
    body = members[BODY]
    members[BODY] = (
        body[: body.index("<w:body>") + 8]
        + p("Than", model.PROSE)
        + model.section()
        + "</w:body></w:document>"
    )
    result = checked(model.packed(members))
    assert [
        fault.rule.id
        for fault in result.checked.faults
        if fault.rule.id[:2] in ("QH", "TN", "CQ", "SO", "DD", "TL")
    ] == ["QH01"]
    assert result.told("NM01") == []


def test_page_numbers_of_a_short_letter_are_not_missed():
    members = model.parts()
    body = members[BODY]
    opening = body[: body.index(p("KinhGui", "Kính gửi:"))]
    members[BODY] = f"{opening}{p('Than', model.PROSE)}{model.section()}</w:body></w:document>"
    members[HEADER] = members[HEADER].replace(
        '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>', "")  # fmt: skip
    assert checked(model.packed(members)).told("NM01") == []


# --- practice and hints

LYING = text('w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')


@pytest.mark.parametrize(
    ("edit", "ident", "seen"),
    [
        (text('w:header="567"', 'w:header="1000"'), "NM08", "số trang cách mép trên 17,6 mm"),
        (
            style("QuocHieu", '<w:sz w:val="26"/>', '<w:sz w:val="24"/>'),
            "SZ01",
            "Quốc hiệu cỡ 12, Tiêu ngữ cỡ 14",
        ),
        (text("UBND TỈNH MẪU", "ỦY BAN NHÂN DÂN TỈNH MẪU"), "CQ03", "«ỦY BAN NHÂN DÂN»"),
        (marked("Trong", '<w:sz w:val="16"/>'), "FN05", "cỡ 8"),
        (style("Than", 'w:firstLine="720"', 'w:left="-567" w:firstLine="720"'), "PG08", "lấn lề trái 10 mm"),
    ],
)
def test_practice_and_hints_are_told(edit, ident, seen):
    assert told().told(ident) == []
    assert seen in {words for words, _ in told(edit).told(ident)}


def test_margins_of_a_lying_sheet_turn_with_it():
    official = text('w:top="1134" w:right="851" w:bottom="1134"', 'w:top="1134" w:right="851" w:bottom="851"')
    assert told(LYING, official).told("PG07") == []
    tight = text('w:top="1134" w:right="851" w:bottom="1134"', 'w:top="1134" w:right="283" w:bottom="851"')
    assert told(LYING, tight).told("PG07") == [("trang ngang, lề phải 5 mm", "15 đến 35 mm")]


# --- words


def test_figures_and_ranges():
    assert [wording.figure(value) for value in (12.0, 12.7, 0.04, 13.5)] == ["12", "12,7", "0", "13,5"]
    both = Setting(Pt(13), Pt(13), Pt(14), "")
    assert wording.size_range(both) == "cỡ 13 đến 14"
    assert wording.size_range(Setting(Pt(13), None, Pt(14), "")) == "cỡ không quá 14"
    assert wording.size_range(Setting(Pt(13), Pt(12), None, "")) == "cỡ 12 trở lên"
    assert wording.millimetre_range(Setting(Mm(10), None, None, "")) == "10 mm"
    assert wording.share_range(Share(0.42, 0.33333, 0.5, "")) == "từ 1/3 đến 1/2"
    assert wording.share_range(Share(0.42, 0.4, 0.45, "")) == "0,4 đến 0,45 lần"
    assert wording.face_words(bold=True, italic=None) == "đậm"
    assert wording.listed(["a", "b", "a", "c", "d", "e"]) == "a, b, c, d, …"
    assert wording.millimetres(Length(914400)) == "25,4 mm"
    assert set(wording.ALIGNED) == set(Align)


def test_every_observation_has_a_state():
    assert {fault.seen.state for fault in told(text(NUMBER, "Số 5/BC-UBND")).checked.faults} == {State.BROKEN}


def test_styles_are_looked_through():
    assert told((STYLES, 'w:ascii="Times New Roman"', 'w:ascii="Calibri"')).broken("FN01")
