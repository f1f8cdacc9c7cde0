"""What the rules of the head say of names, numbers and rules, word for word, as a clerk reads it."""

from __future__ import annotations

import io
import unicodedata

import docx
import pytest

from baocao.conformance.unit_facts import UnitFacts
from conformance.rules_head_kit import checked, told
from format_rules import model
from format_rules.faults import NUMBER, TITLE, text
from format_rules.model import p

NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
PARENT = p("ChuQuan", "UBND TỈNH MẪU")
AGENCY = p("CoQuan", "ỦY BAN NHÂN DÂN") + p("CoQuan", "XÃ MẪU")
COMMUNE = UnitFacts(name="Ủy ban nhân dân xã Mẫu", agency=("ỦY BAN NHÂN DÂN", "XÃ MẪU"), place="Xã Mẫu")
OFFICE = text(PARENT + AGENCY, p("ChuQuan", "UBND XÃ MẪU") + p("CoQuan", "PHÒNG KINH TẾ"))


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Số: 05 / BC-UBND", ("«05 / BC-UBND»", "«05/BC-UBND»")),
        ("Số: 3 /QĐ-VHXH", ("«3 /QĐ-VHXH»", "«3/QĐ-VHXH»")),
        ("Số:      /BC – UBND", ("«/BC – UBND»", "«/BC-UBND»")),
    ],
)
def test_a_symbol_is_shown_with_what_differs(typed, seen):
    assert told(text(NUMBER, typed)).told("SO04") == [seen]


def test_two_blanks_in_the_national_name_are_told_and_mended():
    (fault,) = told(text(NAME, NAME.replace("HÒA ", "HÒA  "))).broken("QH01")
    assert (fault.seen.seen, fault.seen.wanted) == ("có hai dấu cách liền nhau", "một dấu cách")
    (mend,) = fault.seen.mends
    assert (mend.old, mend.new) in ((" ", ""), ("  ", " "))


def test_two_blanks_in_the_motto_are_told():
    result = told(text("Độc lập - Tự do", "Độc lập -  Tự do"))
    assert result.told("TN01") == [("có hai dấu cách liền nhau", "một dấu cách")]


def test_the_length_of_a_rule_is_wanted_in_millimetres():
    (wanted,) = [wanted for _, wanted in told(text(model.rule(60.4), "")).told("TN05")]
    assert wanted == "đường kẻ liền dưới dòng chữ, dài 58 đến 63 mm (bằng dòng chữ)"


def test_an_office_below_the_unit_of_the_profile_keeps_its_own_name():
    assert told(OFFICE, unit=COMMUNE).told("CQ06") == []
    other = UnitFacts(name="Ủy ban nhân dân xã Khác", agency=("ỦY BAN NHÂN DÂN", "XÃ KHÁC"))
    wanted = "«ỦY BAN NHÂN DÂN XÃ KHÁC» như trong hồ sơ đơn vị"
    assert told(OFFICE, unit=other).told("CQ06") == [("«PHÒNG KINH TẾ»", wanted)]


def test_a_school_writes_its_name_in_full():
    school = text(PARENT + AGENCY, p("ChuQuan", "UBND XÃ MẪU") + p("CoQuan", "TRƯỜNG THPT BẢO LÂM"))
    assert told(school).told("CQ06") == [("viết tắt «THPT»", "tên đầy đủ của cơ quan ban hành")]


JOINED = "BÁO CÁO TÌNH HÌNH PHÁT TRIỂN KINH TẾ - XÃ HỘI"
SUBJECT = p("TrichYeu", "Kết quả thực hiện công tác cải cách hành chính năm 2023")


def test_a_subject_that_runs_on_behind_the_type_is_told_once():
    result = told(text(TITLE + SUBJECT, p("TenLoai", JOINED)))
    wanted = "«BÁO CÁO» ở một dòng riêng, phần sau xuống dòng làm trích yếu"
    assert result.told("TL01") == [(f"«{JOINED}» viết liền", wanted)]
    assert result.told("TY01") == []


def typed(*lines: str) -> bytes:
    """A head of paragraphs without a table, in which tabs or blanks place the right side."""
    made = docx.Document()
    for words in (*lines, "BÁO CÁO", "Kết quả công tác năm 2026"):
        made.add_paragraph(words)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("gap", ["\t\t", "          "])
def test_lines_placed_by_tabs_or_blanks_are_never_centred_on_the_page(gap):
    head = typed(
        f"UBND XÃ MẪU{gap}{NAME}",
        f"PHÒNG KINH TẾ{gap}Độc lập - Tự do - Hạnh phúc",
        f"Số: 05/BC-KT{gap}Xã Mẫu, ngày 05 tháng 3 năm 2026",
    )
    result = checked(head)
    faults = [fault for ident in ("TN04", "CQ07", "SO09", "DD07") for fault in result.broken(ident)]
    assert {fault.rule.id for fault in faults} >= {"SO09", "DD07"}
    assert [mend for fault in faults for mend in fault.seen.mends if getattr(mend, "align", None)] == []
    assert all("phím Tab" in fault.rule.mend for fault in faults)


@pytest.mark.parametrize("typed", ["Số: 05/BC-UBND", "Xã Mẫu, ngày 05 tháng 3 năm 2024"])
def test_letters_typed_apart_are_read_as_the_letters_they_print(typed):
    apart = unicodedata.normalize("NFD", typed)
    result = told(text(typed, apart))
    assert apart != typed
    assert result.told("SO01") == result.told("DD01") == []
    assert result.told("FN06") == [("chữ Unicode tổ hợp (dấu rời khỏi chữ)", "chữ Unicode dựng sẵn")]
