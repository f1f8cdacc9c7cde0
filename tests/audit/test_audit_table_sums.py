"""Sums and rates of tables: which cells belong together, learned from the table or written over it."""

from __future__ import annotations

import pytest
from breakdown_kit import headed_table, shares, sums, table

from baocao.review import audit_made
from small_docx import p, package, tbl

UNITS = (
    ("STT", "Đơn vị", "Tiếp nhận", "Đã giải quyết", "Đang giải quyết"),
    ("1", "Xã An Hòa", "1.204", "1.190", "14"),
    ("2", "Xã Bình Tân", "983", "957", "8"),
    ("3", "Thị trấn Phú Lâm", "2.411", "2.386", "25"),
    ("", "Tổng cộng", "4.598", "4.551", "47"),
)


def test_a_row_of_sums_adds_each_column_and_a_column_the_others() -> None:
    assert set(sums(table(*UNITS))) == {
        ("1.204", ("1.190", "14")),
        ("983", ("957", "8")),
        ("2.411", ("2.386", "25")),
        ("4.598", ("1.204", "983", "2.411")),
        ("4.598", ("4.551", "47")),
        ("4.551", ("1.190", "957", "2.386")),
        ("47", ("14", "8", "25")),
    }


def test_a_row_of_sums_may_stand_on_top() -> None:
    head, *rows, total = UNITS
    assert ("4.598", ("1.204", "983", "2.411")) in sums(table(head, total, *rows))


PERIOD = tbl(
    ("Năm", "Tiếp nhận", "Đã giải quyết"),
    ("2019", "19.900", "19.720"),
    ("2020", "20.600", "20.450"),
    ("Cả giai đoạn", "40.350", "40.170"),
)


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("Trong giai đoạn, huyện thực hiện tốt.", ["40.350"]),
        ("Ghi chú: Hồ sơ trực tuyến tăng.", ["40.350"]),
        ("Ghi chú: Hồ sơ kỳ trước chuyển qua chỉ tính một lần.", []),
        ("Ghi chú: Tổng số không tính trùng hồ sơ kỳ trước chuyển qua.", []),
    ],
)
def test_the_total_of_a_period_may_count_once_what_each_year_counts(below: str, told: list[str]) -> None:
    found = audit_made(package(PERIOD + p(below)), "a.docx", ()).audit.findings
    assert {item.code for item in found} <= {"soat-tong-sai"}
    assert [dict(item.facts)["tong"] for item in found] == told


def test_groups_are_the_sums_of_their_rows_and_parts_of_the_total() -> None:
    told = table(
        ("STT", "Lĩnh vực", "Số đơn vị", "Số người"),
        ("I", "Giáo dục", "52", "1.480"),
        ("1", "Mầm non", "18", "402"),
        ("2", "Tiểu học", "34", "616"),
        ("II", "Văn hóa và y tế", "3", "96"),
        ("1", "Trung tâm Văn hóa", "1", "31"),
        ("2", "Trung tâm Y tế", "2", "65"),
        ("", "Tổng cộng", "55", "1.576"),
    )
    assert sorted(sums(told)) == sorted(
        [
            ("52", ("18", "34")),
            ("1.480", ("402", "616")),
            ("3", ("1", "2")),
            ("96", ("31", "65")),
            ("55", ("52", "3")),
            ("1.576", ("1.480", "96")),
        ]
    )


def test_rows_that_tell_only_some_are_no_parts() -> None:
    told = table(
        ("TT", "Nội dung", "Số hồ sơ"),
        ("1", "Tiếp nhận trong kỳ", "100"),
        ("", "Trong đó: trực tuyến", "60"),
        ("2", "Kỳ trước chuyển sang", "20"),
        ("", "Tổng số", "120"),
    )
    assert sums(told) == [("120", ("100", "20"))]


def test_a_wrong_row_is_seen_against_the_others() -> None:
    told = table(
        ("Đơn vị", "Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"),
        ("Phòng Tổ chức", "2", "3", "1", "4", "10"),
        ("Phòng Cải cách", "1", "2", "2", "3", "9"),
        ("Chi cục", "0", "1", "1", "1", "3"),
    )
    assert ("9", ("1", "2", "2", "3")) in sums(told)


def test_cells_of_two_numbers_are_added_on_both_sides() -> None:
    told = table(
        ("TT", "Xã", "Số văn bản"), ("1", "An Hòa", "5/7"), ("2", "Bình Tân", "7/7"), ("", "Cộng", "12/14")
    )
    assert [[quantity.value for _, quantity in item.quantities] for item in told.statements] == [
        [12, 5, 7],
        [14, 7, 7],
    ]


def test_a_formula_over_the_columns_is_taken_at_its_word() -> None:
    told = table(
        ("TT", "Xã", "Tổng số", "Trực tuyến", "Trực tiếp", "Tỷ lệ"),
        ("(1)", "(2)", "(3)=(4)+(5)", "(4)", "(5)", "(6)=(4)/(3)"),
        ("1", "An Hòa", "100", "90", "11", "91%"),
    )
    assert sums(told) == [("100", ("90", "11"))]
    assert shares(told) == [("90", "100", "91%")]


WITH_BLANKS = (
    ("STT", "Lĩnh vực", "Tổng số", "Trực tuyến", "Trực tiếp"),
    ("(1)", "(2)", "(3)=(4)+(5)", "(4)", "(5)"),
    ("1", "Hộ tịch", "503", "402", ""),
    ("2", "Chứng thực", "962", "962", ""),
    ("3", "Đất đai", "374", "375", ""),
)


@pytest.mark.parametrize("line", ["DỰ THẢO", "(Dự thảo)", "DỰ THẢO LẦN 2", "Dự thảo ngày 12/12/2023"])
def test_what_may_belong_in_a_blank_cell_of_a_draft_is_not_missing_from_the_sum(line: str) -> None:
    told = headed_table(*WITH_BLANKS, under_number=line)
    assert sums(told) == [("962", ("962",)), ("374", ("375",))]


@pytest.mark.parametrize("line", ["", "Về dự thảo Nghị quyết", "Dự thảo Nghị quyết về phí"])
def test_a_blank_cell_of_an_issued_document_counts_for_nothing(line: str) -> None:
    told = headed_table(*WITH_BLANKS, under_number=line)
    assert sums(told) == [("503", ("402",)), ("962", ("962",)), ("374", ("375",))]


@pytest.mark.parametrize("draft", [True, False])
def test_a_draft_of_ours_whose_template_does_not_say_so_is_known_to_be_one(draft: bool) -> None:
    rows = WITH_BLANKS[:4]
    data = package(p("Kết quả:") + tbl(*map(list, rows), columns=len(rows[0])))
    found = audit_made(data, "a.docx", (), draft=draft).audit.findings
    assert ["503" in item.text for item in found] == ([] if draft else [True])


def test_a_column_of_rates_finds_its_two_columns() -> None:
    told = table(
        ("TT", "Lĩnh vực", "Tổng số hồ sơ", "Đúng hạn", "Tỷ lệ (%)"),
        ("1", "Hộ tịch", "1.250", "1.231", "98,48"),
        ("2", "Đất đai", "842", "799", "97,03"),
        ("3", "Chứng thực", "3.106", "3.106", "100"),
    )
    assert shares(told) == [
        ("1.231", "1.250", "98,48"),
        ("799", "842", "97,03"),
        ("3.106", "3.106", "100"),
    ]
    assert {item.quantities[2][1].unit for item in told.statements} == {"%"}


def test_a_cell_of_two_numbers_is_a_rate_by_itself() -> None:
    told = table(
        ("TT", "Nội dung", "Kết quả", "Tỷ lệ (%)"),
        ("1", "Thôn", "11/12", "91,7"),
        ("2", "Hộ", "70/80", "87,5"),
    )
    assert shares(told) == [("11/12", "11/12", "91,7"), ("70/80", "70/80", "87,5")]


def test_shares_of_a_total_find_the_row_of_sums() -> None:
    told = table(
        ("TT", "Kênh", "Số hồ sơ", "Cơ cấu (%)"),
        ("1", "Trực tuyến", "75", "75"),
        ("2", "Trực tiếp", "20", "20"),
        ("3", "Bưu chính", "5", "6"),
        ("", "Tổng số", "100", "100"),
    )
    assert ("5", "100", "6") in shares(told)


@pytest.mark.parametrize(
    "rows",
    [
        (("TT", "Xã", "Năm 2022", "Năm 2023"), ("1", "An", "5", "8"), ("2", "Bình", "7", "3")),
        (("TT", "Xã", "Điểm chỉ số", "Xếp hạng"), ("1", "An", "85,1", "1"), ("", "Tổng số", "90", "2")),
        (("TT", "Nội dung", "A", "B", "C"), ("1", "x", "5", "3", "2"), ("2", "y", "9", "4", "4")),
        (("TT", "Xã", "Tỷ lệ số hóa (%)"), ("1", "An", "85,1"), ("2", "Bình", "90,2")),
    ],
)
def test_columns_that_need_not_belong_together_are_left_alone(rows: tuple[tuple[str, ...], ...]) -> None:
    told = table(*rows)
    assert sums(told) == []
    assert [share for share in shares(told) if share[0]] == []
