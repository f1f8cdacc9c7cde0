"""The review of the index by areas: tables of one and of two years, what is known, where points went."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from finished_kit import expected, fresh, lines, read, sample, tables

PACK = "chi-so-cchc"
YEAR = {"nam": 2023}
OPENING = (
    "Ủy ban nhân dân (UBND) huyện báo cáo kết quả Chỉ số cải cách hành chính (CCHC) năm 2023, cụ thể như sau:"
)
SHOWN = "Điểm tối đa, điểm đạt và điểm mất của từng lĩnh vực nêu tại Bảng 1 và Biểu đồ 1."


def area(name: str, points: str, **more: str) -> dict[str, str]:
    return {"ten": name, "diem": points, **more}


def index(*areas: dict[str, str], **more: Any) -> dict[str, Any]:
    return {"chi_so": {"linh_vuc": list(areas), **more}}


@pytest.mark.parametrize(
    ("name", "year"), [("ngan-son", 2022), ("chi-so-tinh", 2023)], ids=["one year", "beside last year"]
)
def test_the_samples_read_as_expected(name: str, year: int) -> None:
    assert read(sample(f"{name}/{year}")) == expected(name)


@pytest.mark.parametrize("name", ["ngan-son/2022", "chi-so-tinh/2023"])
def test_the_chart_holds_the_points_of_the_table(name: str) -> None:
    """In a native chart: the names, then what was reached and what could have been."""
    data = sample(name)
    (table,) = tables(data)
    chart = zipfile.ZipFile(io.BytesIO(data)).read("word/charts/bieuDo1.xml").decode()
    rows = table[2:-1]
    places = [chart.index(f"<c:v>{row[1]}</c:v>") for row in rows]
    assert places == sorted(places)
    for row in rows:
        for cell in (row[2], row[3]):
            assert f"<c:v>{Decimal(cell.replace(',', '.')).normalize():f}</c:v>" in chart


def test_areas_that_make_up_the_whole_leave_nothing_to_explain() -> None:
    figures = index(area("Thể chế", "40/50"), area("Bộ máy", "45/50"), diem="85")
    report = fresh(PACK, "huyen", YEAR, figures)
    assert report.findings == ()
    assert lines(report) == [
        OPENING,
        "I. KẾT QUẢ CHỈ SỐ CCHC NĂM 2023",
        "1. Kết quả chung",
        "Chỉ số CCHC năm 2023 của huyện đạt 85 điểm.",
        "2. Kết quả theo lĩnh vực",
        SHOWN,
        "Bảng 1. Điểm Chỉ số CCHC năm 2023 theo lĩnh vực",
        "Đơn vị tính: điểm",
        "Biểu đồ 1. Điểm đạt so với điểm tối đa theo lĩnh vực năm 2023",
        "Lĩnh vực mất nhiều điểm nhất là Thể chế: mất 10 điểm, chiếm 66,67% tổng số 15 điểm mất của các lĩnh "
        "vực nêu trên. Lĩnh vực có tỷ lệ điểm đạt thấp nhất là Thể chế (80% số điểm tối đa), cao nhất là Bộ "
        "máy (90%).",
    ]


def test_full_points_everywhere_are_said_so() -> None:
    report = fresh(PACK, "xa", YEAR, index(area("Thể chế", "50/50"), area("Bộ máy", "50/50")))
    assert lines(report)[-1] == "Các lĩnh vực nêu trên đều đạt điểm tối đa."
    assert tables(report.to_bytes())[0][-1] == ["Cộng", "100", "100", "100%", "0"]


def test_an_area_without_its_maximum_is_told_and_nothing_is_said_of_all() -> None:
    report = fresh(
        PACK, "huyen", YEAR, index(area("Thể chế", "8,5"), area("Bộ máy", "9/10", ton_tai="thiếu người"))
    )
    assert tables(report.to_bytes()) == [
        [
            ["TT", "Lĩnh vực", "Điểm tối đa", "Kết quả năm 2023"],
            ["", "", "", "Điểm đạt", "Tỷ lệ đạt", "Điểm mất"],
            ["1", "Thể chế", "", "8,5", "", ""],
            ["2", "Bộ máy", "10", "9,0", "90%", "1"],
        ]
    ]
    assert [(item.code, item.level.value, item.remedy) for item in report.findings] == [
        (
            "dong-thieu-tong",
            "canh_bao",
            "Gõ điểm tối đa sau dấu gạch chéo ở cột «Điểm đạt», ví dụ «8,5/10».",
        )
    ]
    assert report.findings[0].text.startswith("Dòng 01 (Thể chế) của ")
    assert lines(report)[3:] == [
        "Điểm đạt của từng lĩnh vực nêu tại Bảng 1.",
        "Bảng 1. Điểm Chỉ số CCHC năm 2023 theo lĩnh vực",
        "Đơn vị tính: điểm",
        "II. TỒN TẠI, NGUYÊN NHÂN VÀ BIỆN PHÁP KHẮC PHỤC THEO LĨNH VỰC",
        "1. Bộ máy: đạt 9/10 điểm, mất 1 điểm",
        "- Tồn tại, hạn chế: thiếu người.",
    ]


def test_an_area_that_is_new_this_year_has_no_last_year() -> None:
    before = {"chi_so": {"linh_vuc": [area("Thể chế", "7/10")]}}
    report = fresh(
        PACK, "huyen", YEAR, index(area("thể chế", "6/10"), area("Bộ máy", "9/10")), nam_truoc=before
    )
    assert tables(report.to_bytes())[0][2:] == [
        ["1", "thể chế", "10", "6", "60%", "4", "7", "giảm 1"],
        ["2", "Bộ máy", "10", "9", "90%", "1", "", ""],
        ["Cộng", "20", "15", "75%", "5", "", ""],
    ]
    assert lines(report)[-1] == "Lĩnh vực giảm điểm so với năm 2022: thể chế (giảm 1 điểm)."


@pytest.mark.parametrize(
    ("figures", "before", "expected_lines"),
    [
        ({"hang": "3/8"}, {}, ["Chỉ số CCHC năm 2023 của huyện xếp hạng 03/08."]),
        (
            {"ty_le": "76,03%", "loai": "khá"},
            {"ty_le": "80%"},
            [
                "Chỉ số CCHC năm 2023 của huyện đạt 76,03%, xếp loại khá.",
                "So với năm 2022, Chỉ số giảm 3,97 điểm % (từ 80% xuống 76,03%).",
            ],
        ),
        (
            {"diem": "80", "hang": "3/8"},
            {"diem": "80", "hang": "1/8"},
            [
                "Chỉ số CCHC năm 2023 của huyện đạt 80 điểm, xếp hạng 03/08.",
                "So với năm 2022, số điểm không thay đổi; thứ hạng giảm 02 bậc (từ 01/08 xuống 03/08).",
            ],
        ),
        (
            {"ngay_cong_bo": "29/3/2024"},
            {},
            ["Chỉ số CCHC năm 2023 của huyện được công bố ngày 29/3/2024."],
        ),
        (
            {"hai_long_diem": "9,05", "hai_long_ty_le": "90,5%", "hai_long_hang": "2/8"},
            {},
            [
                "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước "
                "đạt 9,05 điểm, tỷ lệ 90,5%, xếp hạng 02/08."
            ],
        ),
        (
            {"hai_long_ty_le": "90,5%", "hai_long_hang": "2/8"},
            {"hai_long_ty_le": "88%", "hai_long_hang": "2/8"},
            [
                "Chỉ số hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước "
                "đạt 90,5% (năm 2022 là 88%), xếp hạng 02/08 (không thay đổi so với năm 2022)."
            ],
        ),
    ],
)
def test_the_index_is_told_as_far_as_it_is_known(
    figures: dict[str, str], before: dict[str, str], expected_lines: list[str]
) -> None:
    more = {"nam_truoc": {"chi_so": before}} if before else {}
    report = fresh(PACK, "huyen", YEAR, {"chi_so": figures}, draft=True, **more)
    told = [line for line in lines(report)[2:] if line != "1. Kết quả chung"]
    assert told == expected_lines


def test_without_figures_only_the_frame_is_left() -> None:
    report = fresh(PACK, "huyen", YEAR, {}, draft=True)
    assert [item.code for item in report.findings] == ["thieu-bat-buoc"]
    assert lines(report) == [OPENING.replace(", cụ thể như sau:", ".")]


def test_no_shortcoming_is_no_blank() -> None:
    figures = index(area("Thể chế", "10/10")) | {"ton_tai": {"han_che": "không phát sinh"}}
    assert lines(fresh(PACK, "huyen", YEAR, figures))[-2:] == [
        "II. TỒN TẠI, HẠN CHẾ",
        "Trong năm 2023, không phát sinh tồn tại, hạn chế.",
    ]


def test_a_list_that_is_missing_is_told_with_a_row_as_one_types_it() -> None:
    found = fresh(PACK, "huyen", YEAR, {"chi_so": {"linh_vuc": None}}).findings
    (missing,) = [item for item in found if item.code == "thieu-bat-buoc"]
    assert '- {ten: Cải cách thể chế, diem: "8,5/10"}' in missing.remedy
