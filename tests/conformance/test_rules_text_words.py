"""Blanks, abbreviations, capitals, spelling: what is told of a paragraph, and what is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from rules_text_kit import ask, mended, paper_of, paragraphs_paper, told

from baocao.conformance.case import State


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Đã giải quyết ,trả kết quả cho dân.", "Đã giải quyết, trả kết quả cho dân."),
        ("Kết quả : đạt.", "Kết quả: đạt."),
        ("hồ sơ( tiếp nhận mới )và cũ", "hồ sơ (tiếp nhận mới) và cũ"),
        ("hồ sơ,thủ tục", "hồ sơ, thủ tục"),
        ("trên đây là báo cáo ./.", "trên đây là báo cáo./."),
    ],
)
def test_blanks_are_mended(text, right):
    assert mended("ND10", mended("ND10", text)) == right
    assert told("ND10", right) == []


@pytest.mark.parametrize(
    "text",
    [
        "lúc 7:30, tại www.tanhong.gov.vn, tỷ lệ 98,74%; 1.674 hồ sơ (đạt 100%).",
        "Quyết định số 98/QĐ-UBND-TL, TP.HCM, v.v...",
        "I. KẾT QUẢ: “tốt”; (1) một, (2) hai./.",
    ],
)
def test_right_blanks_pass(text):
    assert told("ND10", text) == []


def test_the_place_of_a_wrong_blank():
    (one,) = ask("ND10", paragraphs_paper(["Đã tiếp nhận hồ sơ ,giải quyết xong."]))
    assert one.seen == "«nhận hồ sơ ,giải quyết»"
    assert one.wanted == "dấu cách đứng sau dấu câu, không đứng trước: «nhận hồ sơ, giải quyết»"


def test_abbreviations():
    assert told("ND11", "Tiếp nhận 12 PAKN của người dân.") == [
        "«PAKN» dùng 01 chỗ mà chưa nêu viết tắt của chữ gì"
    ]
    assert told("ND11", "Tiếp nhận phản ánh, kiến nghị (PAKN). Đã trả lời 12 PAKN, UBND đã họp.") == []
    assert told("CT03", "Rà soát văn bản quy phạm pháp luật (VBQPPL).", "Ban hành 02 VBVPPL.") == ["«VBVPPL»"]


@pytest.mark.parametrize(
    ("texts", "seen"),
    [
        (["Đã giải quyết xong. không có hồ sơ quá hạn."], ["«không»"]),
        (["Đã xong.", "tiếp tục thực hiện."], ["«tiếp»"]),
        (["Gồm có:", "- lập kế hoạch;", "- triển khai."], []),
        (["Các xã, phường v.v. đã họp; TP. hồ sơ; ông Nguyễn V. an"], []),
        (["Xem tại dichvucong.gov.vn. iPhone dùng được."], []),
        (["Đạt 98,74%. Số còn lại…. đang làm"], []),
    ],
)
def test_sentences(texts, seen):
    assert told("VH01", *texts) == seen


@pytest.mark.parametrize(
    ("rule", "text", "seen"),
    [
        ("VH02", "phục vụ nhân dân; chính sách của nhà nước", ["«nhân dân»", "«nhà nước»"]),
        ("VH02", "Ủy ban nhân dân, quản lý nhà nước, ngân sách nhà nước, Nhân dân, cơ quan nhà nước", []),
        ("VH02", "Kho bạc Nhà nước, công an nhân dân, doanh nghiệp nhà nước", []),
        ("VH03", "trên địa bàn Tỉnh Nam Định và Xã Tân Phước", ["«Tỉnh Nam»", "«Xã Tân»"]),
        ("VH03", "¹ Xã Đồng Tâm, xã Yên Bình", []),
        ("VH03", "Tỉnh Nam Định đã họp. Xã Tân Phước cũng vậy; tại Thành phố Hồ Chí Minh", []),
        ("VH03", "tại Phường Điện Biên Phủ, Huyện ủy Tân Hồng, Tỉnh Đoàn, Huyện đã họp", []),
        ("VH04", "địa bàn quận 1 và phường Điện Biên Phủ", ["«quận 1»", "«phường Điện Biên Phủ»"]),
        ("VH04", "Quận 1, phường Tân An, có 3 phường, phường 5 năm liền dẫn đầu", []),
        ("VH06", "theo điều 5 chương II", ["«điều»", "«chương»"]),
        ("VH06", "tại mục II phần I; một phần 58 đơn vị, hạng mục 5, Mục 2", ["«mục»", "«phần»"]),
        ("VH06", "tại Khoản 2 Điều 5, Điểm a", ["«Khoản»", "«Điểm»"]),
        ("VH06", "Khoản 2 Điều 5 quy định; điểm a khoản 2 Điều 103; đạt điểm 9; đề mục 3", []),
        ("VH07", "họp vào sáng thứ hai, Cách mạng tháng tám", ["«hai»", "«tám»"]),
        ("VH07", "lần thứ hai, hai tháng, tháng năm 2023, quý thứ ba, đứng thứ hai, tháng 8", []),
        ("VH08", "theo quyết định số 05/QĐ-UBND", ["«quyết định»"]),
        ("VH08", "ban hành 05 quyết định, Quyết định số 05/QĐ-UBND, theo số quyết định", []),
        (
            "VH09",
            "Ủy ban Nhân dân xã và Hội Đồng Nhân Dân tỉnh",
            ["«Ủy ban Nhân dân»", "«Hội Đồng Nhân Dân»"],
        ),
        ("VH09", "Ủy ban nhân dân, ỦY BAN NHÂN DÂN, ủy ban nhân dân", []),
    ],
)
def test_capitals(rule, text, seen):
    assert told(rule, text) == seen


def test_special_places():
    text = "tại thành phố Hồ Chí Minh, Thủ Đô Hà Nội và THÀNH PHỐ HỒ CHÍ MINH"
    assert told("VH05", text) == ["«Thủ Đô Hà Nội»", "«thành phố Hồ Chí Minh»"]
    assert mended("VH05", text) == text
    assert told("VH05", "Thành phố Hồ Chí Minh, Thủ đô Hà Nội, thành phố Huế, đoàn viên Hồ Chí Minh") == []


def test_one_spelling():
    assert told("CT01", "Công tác hòa giải, hoà giải, hòa bình ở cơ sở.") == ["hoà (01 chỗ)"]
    assert told("CT01", "Công tác hòa giải, hoàn thành, hoàng hôn, hòa bình.") == []
    assert told("CT02", "Tỷ lệ đạt 5%, tỷ lệ đạt 6%, tỉ lệ đạt 7%.") == ["«tỉ» (01 chỗ)"]
    assert told("CT02", "Theo qui định, ông Trần Văn Qui đã họp.") == ["«qui»"]
    assert told("CT02", "Tỷ lệ, quy định, quý I.") == []


def test_words_in_an_old_font_are_left_to_their_own_rule():
    def make(made):
        run = made.add_paragraph().add_run("theo quyÕt ®Þnh sè 05/Q§-UBND ,®Õn 5.12 ®iÓm")
        run.font.name = ".VnTime"

    paper = paper_of(make)
    assert [ask(rule, paper) for rule in ("ND10", "VH08", "SL02", "CT01")] == [[], [], [], []]


def test_letters_typed_apart_are_found_but_not_mended():
    text = unicodedata.normalize("NFD", "Đã tiếp nhận hồ sơ ,giải quyết.")
    (one,) = ask("ND10", paragraphs_paper([text]))
    assert one.state is State.BROKEN
    assert one.mends == ()
