"""Tables of means, of several rows of sums, of units by row, and rates of columns taken together."""

from __future__ import annotations

import pytest
from breakdown_kit import shares, sums, table

from baocao.audit.checks.judging import judge
from baocao.audit.statements import Reading
from baocao.audit.verdicts import Verdict


def wrong(told: Reading) -> list[str]:
    """The arithmetic of what is told to be wrong."""
    return [item.arithmetic for item in judge(told)[0] if item.verdict is Verdict.WRONG]


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("Năng suất (tạ/ha)", ("61,5", "59,0", "60,5")),
        ("Mật độ (người/km2)", ("412", "385", "397")),
        ("Tỷ số giới tính", ("98,3", "101,4", "100")),
        ("Điểm TB", ("7,2", "6,8", "7,0")),
        ("Điểm đánh giá", ("85", "91", "88")),
        ("Khẩu/hộ", ("4,0", "3,8", "3,9")),
        ("Thu nhập", ("58,5", "62,5", "60,2")),
        ("Giá lúa", ("7.200", "7.800", "7.500")),
        ("Bình quân một lớp", ("35", "40", "38")),
    ],
)
def test_a_mean_in_a_row_of_sums_is_no_sum(header: str, cells: tuple[str, str, str]) -> None:
    first, second, mean = cells
    told = table(
        ("TT", "Xã", "Số hộ", header),
        ("1", "An", "1.200", first),
        ("2", "Bình", "1.500", second),
        ("", "Toàn huyện", "2.700", mean),
    )
    assert sums(told) == [("2.700", ("1.200", "1.500"))]
    assert wrong(told) == []


@pytest.mark.parametrize(
    ("header", "typed", "told"),
    [
        ("Số người", "300", 1),
        ("Số người", "345", 1),
        ("Diện tích (ha)", "345", 1),
        ("Khối", "300", 1),
        ("Khối", "345", 0),
    ],
)
def test_a_wrong_sum_between_its_parts_needs_a_header_that_counts_or_a_slip(
    header: str, typed: str, told: int
) -> None:
    found = table(
        ("TT", "Xã", "Số hộ", header),
        ("1", "An", "3", "10"),
        ("2", "Bình", "200", "400"),
        ("3", "Cao", "5", "90"),
        ("", "Cộng", "208", typed),
    )
    assert len(wrong(found)) == told


def test_a_grand_total_adds_the_sums_of_its_groups() -> None:
    rows = (
        ("STT", "Nội dung", "Số lượng"),
        ("I", "Cấp huyện", ""),
        ("1", "Phòng Tư pháp", "20"),
        ("2", "Phòng Nội vụ", "30"),
        ("", "Cộng I", "50"),
        ("II", "Cấp xã", ""),
        ("1", "Xã An", "40"),
        ("2", "Xã Bình", "60"),
        ("", "Cộng II", "100"),
    )
    right = table(*rows, ("", "Tổng cộng (I+II)", "150"))
    assert set(sums(right)) == {("50", ("20", "30")), ("100", ("40", "60")), ("150", ("50", "100"))}
    assert wrong(table(*rows, ("", "Tổng cộng (I+II)", "160"))) == ["50 + 100 = 150, tổng ghi 160"]


def test_rows_of_another_unit_are_no_parts_of_the_row_over_them() -> None:
    told = table(
        ("STT", "Chỉ tiêu", "Đơn vị tính", "Năm 2022", "Năm 2023"),
        ("I", "Đàn bò", "con", "500", "540"),
        ("1", "Bò sữa", "con", "200", "240"),
        ("2", "Bò thịt", "con", "300", "300"),
        ("II", "Lúa", "ha", "100", "120"),
        ("1", "Sản lượng", "tấn", "600", "732"),
        ("2", "Năng suất", "tạ/ha", "60", "61"),
    )
    assert sums(told) == [("500", ("200", "300")), ("540", ("240", "300"))]


ON_TIME = (
    ("STT", "Lĩnh vực", "Trước, đúng hạn", "Quá hạn", "Tỷ lệ đúng hạn (%)"),
    ("1", "Hộ tịch", "2.201", "05", "99,77"),
    ("2", "Chứng thực", "2.990", "03", "99,90"),
    ("3", "Đất đai", "467", "24", "95,11"),
    ("4", "Bảo trợ xã hội", "418", "04", "99,05"),
)


def test_a_rate_of_two_columns_taken_together_is_found() -> None:
    told = table(*ON_TIME)
    assert wrong(told) == []
    assert shares(told)[0] == ("2.201", "2.201 + 05", "99,77")
    slipped = table(*ON_TIME[:3], ("3", "Đất đai", "467", "24", "96,11"), ON_TIME[4])
    assert wrong(slipped) == ["467 : 491 = 95,11%, báo cáo ghi 96,11%"]


def test_two_columns_together_may_be_the_numerator() -> None:
    told = table(
        ("STT", "Lĩnh vực", "Trước hạn", "Đúng hạn", "Trễ hạn", "Tỷ lệ trước và đúng hạn (%)"),
        ("1", "Hộ tịch", "2.000", "201", "05", "99,77"),
        ("2", "Chứng thực", "2.800", "190", "03", "99,90"),
        ("3", "Đất đai", "400", "67", "24", "96,11"),
        ("4", "Bảo trợ xã hội", "400", "18", "04", "99,05"),
    )
    assert wrong(told) == ["467 : 491 = 95,11%, báo cáo ghi 96,11%"]


def test_rates_of_something_else_are_left_alone() -> None:
    told = table(
        ("STT", "Lĩnh vực", "Đúng hạn", "Trễ hạn", "Tỷ lệ hài lòng (%)"),
        ("1", "Hộ tịch", "2.201", "05", "98,77"),
        ("2", "Chứng thực", "2.990", "03", "99,10"),
        ("3", "Đất đai", "467", "24", "96,11"),
        ("4", "Bảo trợ xã hội", "418", "04", "95,05"),
    )
    assert [share for share in shares(told) if share[0]] == []
