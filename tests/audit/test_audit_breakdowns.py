"""Totals and their parts in running text: what is read as a breakdown, what is not, and how sure it is."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from breakdown_kit import only, reading, sums

from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_text import read_text
from baocao.audit.statements import Relation, Role

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")

WHOLE = {
    "Xã tiếp nhận 4.210 hồ sơ; trong đó, trực tuyến 3.905 hồ sơ, trực tiếp 280 hồ sơ, bưu chính 25 hồ sơ.": (
        "4.210",
        ("3.905", "280", "25"),
    ),
    "Tổng số trong kỳ là 5.120 hồ sơ, gồm: tiếp nhận mới 4.980 hồ sơ, kỳ trước chuyển sang 140 hồ sơ.": (
        "5.120",
        ("4.980", "140"),
    ),
    "Ban hành 36 văn bản chỉ đạo, điều hành (gồm 05 kế hoạch, 09 quyết định, 22 công văn).": (
        "36",
        ("05", "09", "22"),
    ),
    "Đã giải quyết 26.977 hồ sơ (trước hạn: 20.104 hồ sơ; đúng hạn: 6.861 hồ sơ; trễ hạn: 12 hồ sơ).": (
        "26.977",
        ("20.104", "6.861", "12"),
    ),
    "Kiểm tra 12 đơn vị, gồm 04 phòng chuyên môn và 08 xã, thị trấn.": ("12", ("04", "08")),
    "Tổ chức 24 cuộc kiểm tra, bao gồm: 16 cuộc theo kế hoạch và 8 cuộc đột xuất.": ("24", ("16", "8")),
    "Kinh phí 1.250 triệu đồng, gồm: máy tính 800 triệu đồng; đào tạo 250 triệu đồng; khác 0,2 tỷ đồng.": (
        "1.250 triệu đồng",
        ("800 triệu đồng", "250 triệu đồng", "0,2 tỷ đồng"),
    ),
    "Toàn tỉnh có 1.822 TTHC, trong đó: cấp tỉnh 1.449 TTHC, cấp huyện 261 TTHC, cấp xã 112 TTHC.": (
        "1.822",
        ("1.449", "261", "112"),
    ),
    "Số TTHC đang có hiệu lực là 1.822 = 1.449 + 261 + 112 thủ tục.": ("1.822", ("1.449", "261", "112")),
    "Năm 2023 huyện tiếp nhận 1.205 đơn (khiếu nại 110 đơn, tố cáo 25 đơn, kiến nghị, phản ánh 1.070 đơn).": (
        "1.205",
        ("110", "25", "1.070"),
    ),
    "Giải quyết 12.000 hồ sơ, trong đó trước hạn 9.000 (75%), đúng hạn 2.970 (24,75%), quá hạn 30 hồ sơ.": (
        "12.000",
        ("9.000", "2.970", "30"),
    ),
    "Rà soát 245 văn bản, kết quả: 201 văn bản còn hiệu lực; 40 văn bản hết hiệu lực; 04 văn bản cần sửa.": (
        "245",
        ("201", "40", "04"),
    ),
    "Phân bổ 120 suất, cụ thể: (1) lý luận chính trị 40 suất; (2) quản lý 50 suất; (3) kỹ năng 30 suất.": (
        "120",
        ("40", "50", "30"),
    ),
    "Thành lập 127 Tổ công nghệ số với 1.015 thành viên, trong đó 12 tổ cấp xã và 115 tổ cấp ấp.": (
        "127",
        ("12", "115"),
    ),
    "Trong số 1.451 vụ việc thụ lý, hòa giải thành 1.232 vụ, hòa giải không thành 219 vụ.": (
        "1.451",
        ("1.232", "219"),
    ),
    "Còn 98 hồ sơ trễ hạn, nguyên nhân khách quan 61 hồ sơ, chủ quan 37 hồ sơ.": ("98", ("61", "37")),
    "Có 101/101 đơn vị tự chủ, đạt 100% (24 đơn vị tự bảo đảm, 77 đơn vị do Nhà nước bảo đảm).": (
        "101/101",
        ("24", "77"),
    ),
    "Văn bản đi 2.114 văn bản (quyết định 812, kế hoạch 96, công văn 1.048, loại khác 158).": (
        "2.114",
        ("812", "96", "1.048", "158"),
    ),
    "Cấp huyện có 05 đơn vị, cấp xã có 07 đơn vị, tổng cộng 12 đơn vị.": ("12", ("05", "07")),
    "Tiếp 866 lượt/964 lượt người, trong đó: tiếp thường xuyên 720 lượt, tiếp định kỳ 146 lượt.": (
        "866",
        ("720", "146"),
    ),
    "Tổng số là 10.000 hồ sơ, trong đó trực tuyến 7.500, chiếm 75%; trực tiếp 2.500, chiếm 25%.": (
        "10.000",
        ("7.500", "2.500"),
    ),
    "Giai đoạn 2021 - 2023 mở 100 lớp, trong đó năm 2021: 30 lớp, năm 2022: 30 lớp, năm 2023: 40 lớp.": (
        "100",
        ("30", "30", "40"),
    ),
}

NO_BREAKDOWN = (
    "Trong năm có 15 sáng kiến được công nhận (năm 2021 có 12 sáng kiến, năm 2022 có 9 sáng kiến).",
    "Đã giải quyết 500 hồ sơ (tăng 50 hồ sơ so với năm 2022 là 450 hồ sơ).",
    "Huyện có 10 xã và 02 thị trấn.",
    "Tổng số hồ sơ đã số hóa là 630 hồ sơ, trong đó 628 hồ sơ có thành phần, 626 hồ sơ có kết quả.",
    "Tiếp nhận 900 hồ sơ, trong đó 700 hồ sơ trực tuyến, 890 hồ sơ giải quyết đúng hạn.",
    "Đã tổ chức 12 cuộc kiểm tra, gồm 05 xã và 07 thị trấn.",
    "Sắp xếp giảm 03 trường (từ 51 trường còn 48 trường).",
    "Chỉ số cải cách hành chính đạt 80,41 điểm (tăng 2,35 điểm so với năm 2022 là 78,06 điểm).",
    "Tổng số 30 hồ sơ quá hạn, chủ yếu ở lĩnh vực đất đai 28 hồ sơ, hộ tịch 5 hồ sơ.",
    "Kế hoạch số 34/KH-UBND ngày 06/02/2023 gồm 5 phần, 12 nhiệm vụ, 30 sản phẩm.",
)


@pytest.mark.parametrize("text", WHOLE)
def test_a_total_has_its_parts(text: str) -> None:
    assert sums(reading(text)) == [WHOLE[text]]
    assert only(reading(text)).confidence == 1


@pytest.mark.parametrize("text", NO_BREAKDOWN)
def test_other_figures_are_no_parts(text: str) -> None:
    assert sums(reading(text)) == []


def test_parts_of_parts_are_told_apart() -> None:
    told = reading(
        "Tiếp nhận 3.000 hồ sơ, gồm trực tuyến 2.800 hồ sơ (toàn trình 2.000 hồ sơ, một phần 800 hồ sơ), "
        "trực tiếp 200 hồ sơ; giải quyết 2.900 hồ sơ (trước hạn 2.000 hồ sơ, đúng hạn 890 hồ sơ, trễ hạn 10)."
    )
    assert sums(told) == [
        ("3.000", ("2.800", "200")),
        ("2.800", ("2.000", "800")),
        ("2.900", ("2.000", "890", "10")),
    ]


def test_some_of_a_total_may_be_less_and_a_family_may_not() -> None:
    some = only(reading("Đã bồi dưỡng 97 người, trong đó: 40 người học kỹ năng số; 30 người học ngoại ngữ."))
    family = only(reading("Tiếp nhận 97 hồ sơ, trong đó: trực tuyến 40 hồ sơ; trực tiếp 30 hồ sơ."))
    assert (some.whole, family.whole) == (False, True)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Còn 98 hồ sơ trễ hạn (cấp huyện 27 hồ sơ, cấp xã 61 hồ sơ).", Decimal(1)),
        ("Tiếp nhận 97 hồ sơ, trong đó: trực tuyến 40 hồ sơ; trực tiếp 30 hồ sơ.", Decimal("0.9")),
        ("Có 30 mô hình mới (huyện Phú Lâm 12 mô hình, huyện Tân An 11 mô hình).", Decimal("0.9")),
    ],
)
def test_parts_that_fall_short_are_as_sure_as_their_words(text: str, sure: Decimal) -> None:
    told = only(reading(text))
    assert (told.whole, told.confidence) == (True, sure)


def test_what_counts_again_is_no_further_part() -> None:
    told = reading("Xã có 231 người (112 cán bộ, 119 công chức), trong đó nữ 98 người, đảng viên 220 người.")
    assert sums(told) == [("231", ("112", "119")), ("231", ("98",))]


def test_a_sum_that_fails_is_told_with_the_nearest_total() -> None:
    told = only(
        reading("Tiếp nhận 642 hồ sơ, đã giải quyết 629 hồ sơ, gồm: trước hạn 500 hồ sơ; đúng hạn 192 hồ sơ.")
    )
    assert told.one(Role.TOTAL).text == "629"
    assert [item.text for item in told.near] == ["642"]


def test_bullets_below_a_total_are_its_parts() -> None:
    told = reading(
        "Tổng số đơn thư đã tiếp nhận là 126 đơn, gồm:",
        "- Khiếu nại: 24 đơn;",
        "+ Về đất đai: 20 đơn;",
        "- Tố cáo: 11 đơn;",
        "- Kiến nghị, phản ánh: 90 đơn.",
        "Ngoài ra có 3 đơn nặc danh.",
    )
    assert sums(told) == [("126", ("24", "11", "90"))]
    assert only(told).whole


def test_a_whole_family_goes_before_items_that_happen_to_add_up() -> None:
    told = reading("Hoàn thành 110 nhiệm vụ, trong đó 100 đúng hạn, 10 quá hạn; đang làm 10 nhiệm vụ.")
    assert sums(told) == [("110", ("100", "10"))]
    assert only(told).spot.end < told.quantities[-1].spot.start


def test_a_sentence_that_begins_with_trong_do_speaks_of_the_one_before() -> None:
    told = reading(
        "Huyện đã rà soát 212 thủ tục. Trong đó kiến nghị giữ nguyên 151 thủ tục; đơn giản hóa 61 thủ tục."
    )
    assert sums(told) == [("212", ("151", "61"))]


def test_levels_in_the_next_paragraphs_make_the_total() -> None:
    told = reading(
        "Toàn huyện tiếp nhận 31.056 hồ sơ.",
        "- Cấp huyện tiếp nhận 4.118 hồ sơ.",
        "- Cấp xã tiếp nhận 26.938 hồ sơ.",
    )
    assert sums(told) == [("31.056", ("4.118", "26.938"))]


def test_the_breakdowns_of_the_reference_report() -> None:
    told = read(read_text(REFERENCE.read_text(encoding="utf-8"), "a.txt"))
    found = [item for item in told.statements if item.kind is Relation.BREAKDOWN]
    assert {
        (item.one(Role.TOTAL).text, tuple(part.text for part in item.all(Role.PART)))
        for item in found
        if sum(part.value for part in item.all(Role.PART)) == item.one(Role.TOTAL).value
    } == {
        ("197/197", ("128", "69")),
        ("197/197", ("134/134", "63/63")),
        ("27.630", ("3.252", "24.378")),
        ("27.282", ("3.190", "24.092")),
        ("1.546", ("104", "1.442")),
        ("11", ("07", "02", "02")),
        ("95", ("32", "39", "22", "02")),
        ("12", ("08", "01", "01", "02")),
        ("97", ("29", "03", "01", "17", "17", "08", "11", "11")),
        ("48/48", ("02", "46")),
    }
    rest = [item for item in found if len(item.all(Role.PART)) == 1]
    assert len(found) == 10 + len(rest)
    assert {(item.one(Role.TOTAL).text, item.one(Role.PART).text) for item in rest} == {
        ("3.252", "2.413"),
        ("24.378", "15.121"),
    }
    assert not any(item.whole for item in rest)
    assert {item.confidence for item in found} == {Decimal(1)}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Có 48/48 đơn vị đã có đề án (02 đơn vị tự chủ, 36 đơn vị do ngân sách bảo đảm).", ("02", "36")),
        ("Có 5/5 xã đạt chuẩn (2 xã nâng cao, 8 xã kiểu mẫu).", ("2", "8")),
        ("Ban hành 31 văn bản chỉ đạo (05 kế hoạch, 09 quyết định, 15 công văn).", ("05", "09", "15")),
        ("Đang giải quyết 312 hồ sơ (trong hạn 298 hồ sơ, quá hạn 4 hồ sơ).", ("298", "4")),
    ],
)
def test_a_bracket_that_is_nothing_but_parts_makes_up_its_total(text: str, parts: tuple[str, ...]) -> None:
    told = reading(text)
    assert [own for _, own in sums(told)] == [parts]
    assert only(told).whole


@pytest.mark.parametrize(
    "text",
    [
        "Có 48/48 đơn vị đã báo cáo (12 đơn vị báo cáo sớm).",
        "Ban hành 31 văn bản chỉ đạo (như 05 kế hoạch, 09 quyết định, 11 công văn).",
        "Tổ chức 12 hội nghị (620 người dự, 3 chuyên đề).",
        "Kiểm tra 48 đơn vị (nhắc nhở 20 đơn vị, phê bình 15 đơn vị).",
    ],
)
def test_a_bracket_that_may_tell_only_some_is_no_whole_list(text: str) -> None:
    assert not any(item.listed for item in reading(text).statements)


@pytest.mark.parametrize(
    "text",
    [
        "Xếp loại 214 người: hoàn thành xuất sắc nhiệm vụ 40 người; hoàn thành tốt nhiệm vụ 160 người; "
        "hoàn thành nhiệm vụ 10 người; không hoàn thành nhiệm vụ 02 người.",
        "Tiếp 866 lượt công dân, trong đó: tiếp thường xuyên 720 lượt, định kỳ 116 lượt, đột xuất 20 lượt.",
        "Giải quyết 48 đơn, trong đó: khiếu nại đúng 09 đơn, sai 31 đơn, đúng một phần 06 đơn.",
        "Cấp 1.320 giấy chứng nhận, trong đó cấp lần đầu 402 giấy, cấp đổi 898 giấy, cấp lại 10 giấy.",
    ],
)
def test_families_of_grades_findings_and_receptions_are_whole(text: str) -> None:
    assert only(reading(text)).whole
