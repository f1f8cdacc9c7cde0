"""What a clerk is told to type: nothing that cannot be, and as the number is typed that it replaces."""

from __future__ import annotations

import pytest
from grammar_kit import body

from baocao.audit.auditing import audit
from baocao.audit.verdicts import Remark, Verdict


def only(*paragraphs: str) -> Remark:
    (remark,) = [item for item in audit(body(*paragraphs)).remarks if not item.concerns_words]
    return remark


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 02 phản ánh, đã xử lý 03/02 phản ánh, đạt 100%.",
        "Hoàn thành 143/134 chỉ tiêu, đạt 100%.",
        "Có 27/25 ấp đạt chuẩn văn hóa, tỷ lệ 92,6%.",
    ],
)
def test_a_part_beyond_its_whole_is_told_without_a_rate_above_100(text: str) -> None:
    remark = only(text)
    assert remark.finding.code == "soat-phan-hon-tong"
    assert "thành" not in remark.finding.remedy
    assert remark.finding.remedy.startswith("Một trong hai số ghi sai; đối chiếu với sổ theo dõi.")


@pytest.mark.parametrize(
    "text",
    [
        "Tiếp nhận 3.568 hồ sơ, tăng 11,36% so với cùng kỳ (364 hồ sơ).",
        "Thu hút 95 dự án, tăng 15% so với năm 2022 (12 dự án).",
    ],
)
def test_a_growth_of_many_hundred_percent_is_no_repair(text: str) -> None:
    assert only(text).finding.remedy.startswith("Hãy đối chiếu số kỳ này và số kỳ trước")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thụ lý 57 vụ việc, đã giải quyết 49 vụ việc, còn lại 09 vụ việc.", "sửa 09 thành 08;"),
        ("Rà soát 12 thủ tục, gồm: đất đai 03 thủ tục, hộ tịch 02 thủ tục.", "02 phải là 09"),
        ("Có 06 công chức (gồm: nam 04 người, nữ 03 người).", "sửa 06 thành 07;"),
        ("Chỉ số đạt 80,46 điểm, tăng 1,97 điểm so với năm 2022 là 78,06 điểm.", "thành 2,40;"),
    ],
)
def test_a_repair_is_typed_as_what_it_replaces(text: str, told: str) -> None:
    assert told in only(text).finding.remedy


def test_last_years_number_typed_again_is_called_that() -> None:
    texts = "Chỉ số đạt 78,06 điểm, tăng 2,35 điểm so với năm 2022 là 78,06 điểm.", "Kết quả khác."
    remark = only(*texts)
    assert remark.finding.text.endswith("số kỳ này trùng hệt số kỳ trước (78,06) mà lại viết «tăng» 2,35.")
    assert "chép lại số kỳ trước: 78,06 + 2,35 = 80,41. Sửa số kỳ này ở " in remark.finding.remedy


def test_a_slip_comes_first_and_only_once() -> None:
    remedy = only("Tiếp nhận 27.630 hồ sơ, đã giải quyết 27.282 hồ sơ, đạt 98,47%.").finding.remedy
    assert remedy == (
        "Nhiều khả năng gõ nhầm: 98,47% phải là 98,74%. Nếu không phải thì đối chiếu hai số với sổ theo dõi "
        "rồi sửa số ghi sai."
    )


@pytest.mark.parametrize(("rate", "shown"), [("54%", "3 : 931 = 0,3%"), ("25,1%", "3 : 931 = 0,3%")])
def test_a_small_rate_is_not_rounded_up(rate: str, shown: str) -> None:
    assert shown in only(f"Đã số hóa 3/931 hồ sơ, tỷ lệ {rate}.").finding.text


def test_several_slips_that_fit_are_none_also_of_a_zero() -> None:
    remedy = only("Chỉ số đạt 79,94 điểm, tăng 6,18 điểm so với năm 2022 là 79,76 điểm.").finding.remedy
    assert "gõ nhầm" not in remedy


def test_about_is_not_called_right_when_it_is_not() -> None:
    told = audit(body("Thu khoảng 18,74 tỷ đồng, bằng 112,1% dự toán (17,62 tỷ đồng).")).judged
    assert Verdict.RIGHT not in {item.verdict for item in told}


@pytest.mark.parametrize(
    "again",
    [
        "Tỷ lệ giải quyết hồ sơ đúng hạn cao (98,74%), được người dân ghi nhận.",
        "Kết quả giải quyết đạt 98,74%, cao hơn chỉ tiêu.",
    ],
)
def test_a_rate_proved_elsewhere_is_right_where_it_is_told_again(again: str) -> None:
    found = audit(
        body("Tiếp nhận 27.630 hồ sơ, đã giải quyết 27.282 hồ sơ, đạt 98,74%.", "Kết quả khác.", again)
    )
    assert [item.finding.text for item in found.remarks if not item.concerns_words] == []
    assert {item.verdict for item in found.judged} == {Verdict.RIGHT}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Tiếp nhận 120 hồ sơ; đã giải quyết 125 hồ sơ, đạt 100%.", ["soat-phan-hon-tong"]),
        ("Tiếp nhận 120 đơn, đã giải quyết 125 đơn, đạt 98%.", ["soat-phan-hon-tong"]),
        ("Tiếp nhận 120 hồ sơ, kỳ trước chuyển qua 10 hồ sơ; đã giải quyết 125 hồ sơ, đạt 100%.", []),
        ("Trong kỳ giải quyết 125 hồ sơ, đạt 100%.", []),
    ],
)
def test_more_dealt_with_than_received_is_told(text: str, codes: list[str]) -> None:
    assert [item.finding.code for item in audit(body(text)).remarks if not item.concerns_words] == codes


def test_a_percentage_point_is_told_beside_a_fault_that_is_mended() -> None:
    found = audit(
        body(
            "Tiếp nhận 6.482 hồ sơ, trong đó trực tuyến 5.127 hồ sơ (chiếm 79,9%).",
            "Tỷ lệ hồ sơ trực tuyến đạt 79,1%, vượt 4,1% so với chỉ tiêu (75%).",
        )
    )
    assert "soat-diem-phan-tram" in [item.finding.code for item in found.remarks]


@pytest.mark.parametrize("rate", ["9,81%", "91,8%", "89,1%"])
def test_a_rate_whose_digits_went_astray_is_told(rate: str) -> None:
    remark = only(f"Tiếp nhận 3.252 hồ sơ. Đã giải quyết 3.190 hồ sơ, đạt tỷ lệ {rate}.")
    assert remark.finding.code == "soat-ty-le-sai"
