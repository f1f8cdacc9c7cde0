"""Figures as the offices write them: dots, commas, zeros, percent signs, money, dates, quarters."""

from __future__ import annotations

import pytest
from rules_text_kit import ask, mended, paragraphs_paper, table_of, told

from baocao.conformance.case import State


@pytest.mark.parametrize(
    ("rule", "text", "right"),
    [
        ("SL03", "tỷ lệ 98,74 % và 5  %", "tỷ lệ 98,74% và 5%"),
        ("SL07", "từ 5/4/2022 đến 06/04/2023, 6/2/2023", "từ 05/4/2022 đến 06/4/2023, 06/02/2023"),
    ],
)
def test_signs_and_dates_are_mended(rule, text, right):
    assert mended(rule, text) == right
    assert told(rule, right) == []


@pytest.mark.parametrize(
    ("rule", "text", "wanted"),
    [
        ("SL01", "tiếp nhận 1674 hồ sơ", ["«1.674»"]),
        ("SL01", "đã tiếp nhận 2023 hồ sơ trong năm 2023", ["«2.023»"]),
        ("SL01", "kinh phí 1200000 đồng", ["«1.200.000»"]),
        ("SL01", "69,639,646 đồng", ["«69.639.646»"]),
        ("SL01", "tiếp nhận 27 630 hồ sơ", ["«27.630»"]),
        ("SL01", "đã giải quyết 1674/1680 hồ sơ", ["«1.674»", "«1.680»"]),
        ("SL01", "đã đạt 1200", ["«1.200»"]),
        ("SL02", "đạt 80.41 điểm, tỷ lệ 98.74%", ["«80,41»", "«98,74»"]),
        ("SL02", "8.3 tỷ đồng, 12.5 ha", ["«8,3»", "«12,5»"]),
        ("SL02", "1,234.56 triệu đồng", ["«1.234,56»"]),
        ("SL02", "tăng từ 78.06 lên 80.41 điểm", ["«78,06»", "«80,41»"]),
        ("SL05", "có 4 công chức, tăng 9 bậc", ["«04 công chức»", "«09 bậc»"]),
        ("SL09", "trong quý 3/2023, Quý 1 năm 2024", ["«quý III»", "«quý I»"]),
    ],
)
def test_figures_are_told_and_never_mended(rule, text, wanted):
    seen = [one for one in ask(rule, paragraphs_paper([text])) if one.state is State.BROKEN]
    assert [one.wanted for one in seen] == wanted
    assert [one.mends for one in seen] == [()] * len(seen)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("SL01", "năm 2023, giai đoạn 2021 - 2025, số điện thoại 0277 3830123, Quyết định số 1234/QĐ-UBND"),
        ("SL01", "của các năm 2021, 2022, 2023 lần lượt là 38.120 hồ sơ"),
        ("SL01", "1.674 hồ sơ, 999 người, 69.639.646 đồng; từ năm 1975 đến 2025"),
        ("SL01", "mã số thuế 1400123456, TCVN ISO 9001:2015, thửa đất số 1234"),
        ("SL02", "phiên bản 2.0, công nghiệp 4.0, mục 2.1, Biểu 2.1, lúc 7.30, 15.12.2023, 1.674 hồ sơ"),
        ("SL02", "Nghị quyết 76/NQ-CP; điểm 2.1.3; 80,41 điểm; Phụ lục 1.2"),
        ("SL03", "98,74% và % hồ sơ"),
        ("SL04", "98,74%; 1.674%; 5,5 %; 0,125 điểm"),
        (
            "SL05",
            "04 công chức, mức độ 3, thứ 2, 5 năm, Điều 5, khoản 2, 3 tháng, 14 hồ sơ, 2 lần, 1.000 hồ sơ",
        ),
        ("SL05", "07/14 chỉ tiêu, 6 tháng đầu năm, ngày 5, quý 3, cấp 2, Covid-19, 2.2 mục, nhóm 4"),
        ("SL06", "69.639.646 đồng, 8,3 tỷ đồng"),
        ("SL07", "05/4/2022, 15/12/2022, 06/02/2023, 11/12, Quyết định số 5/2022/QĐ-UBND, ngày 05/4"),
        ("SL09", "quý I, quý IV/2023, quý 25, hằng quý 3.000 hồ sơ, Quý vị"),
    ],
)
def test_right_figures_pass(rule, text):
    assert told(rule, text) == []
    assert told(rule, text, state=State.UNSURE) == []


def test_money_decimals_and_short_years_are_for_a_person():
    assert told("SL06", "69.639.646 VNĐ, 5 triệu VND") == ["«VNĐ»", "«VND»"]
    assert told("SL04", "đạt 98,7421% và 5,125 %") == ["«98,7421»", "«5,125»"]
    assert told("SL07", "họp ngày 05/4/22") == ["«05/4/22»"]
    for rule, text in (("SL06", "5 VNĐ"), ("SL04", "98,7421%"), ("SL07", "ngày 05/4/22")):
        assert mended(rule, text) == text


def test_what_cannot_be_told_is_said():
    assert told("SL01", "đo được 1,674 ha", state=State.UNSURE) == ["«1,674 ha»"]
    for text in ("với hệ số chung 2.34 thì", "các ý từ 2.34 trở đi", "nâng cấp lên 2.34", "họp từ 2.34 giờ"):
        assert told("SL02", text, state=State.UNSURE) == ["«2.34»"]
        assert told("SL02", text) == []


def test_a_document_that_pads_no_count_has_decided_so():
    texts = ["có 4 công chức, 2 viên chức", "mở 3 lớp, 5 nhiệm vụ"]
    assert told("SL05", *texts) == []
    assert told("SL05", *texts, state=State.UNSURE) == ["«4 công chức» và 02 chỗ khác"]
    assert told("SL05", *texts, "có 02 viên chức") == ["«4 công chức»", "«2 viên chức»", "«5 nhiệm vụ»"]


def test_figures_in_cells():
    rows = [
        ["TT", "Lĩnh vực", "Năm", "Số hồ sơ", "Tỷ lệ"],
        ["1", "Đất đai", "2023", "1674", "98.74"],
        ["2.1", "Hộ tịch", "2022", "1.200", "97,5"],
    ]
    paper = table_of(rows)
    assert [one.seen for one in ask("SL01", paper)] == ["«1674»"]
    assert [one.seen for one in ask("SL02", paper)] == ["«98.74»"]
    assert [one.wanted for one in ask("SL02", paper)] == ["«98,74»"]


def test_numbers_of_parts_in_cells_are_no_figures():
    rows = [["TT", "Nhóm", "Số hồ sơ"], ["1", "1.1", "12"], ["2", "1.2", "15"], ["3", "2.1", "9"]]
    assert ask("SL02", table_of(rows)) == []


def test_the_stretch_is_that_of_the_words():
    (one,) = ask("SL02", paragraphs_paper(["Chỉ số đạt 80.41 điểm."]))
    assert one.subject.text[one.start : one.end] == "80.41"
    assert (one.seen, one.wanted) == ("«80.41»", "«80,41»")
