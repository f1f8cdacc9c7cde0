"""The review of many years: totals, tables a year a row, charts, contents and appendix by a switch."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from finished_kit import body, expected, fresh, lines, read, sample, tables
from lxml import etree

from docx_reading import W

PACK = "nhin-lai-giai-doan"
SPAN = {"nam": "2021 - 2023"}
SAMPLE = "giai-doan-2016-2020/2016-2020"
COUNTED_ONCE = (
    "Ghi chú: Số hồ sơ tiếp nhận của cả giai đoạn chỉ tính một lần hồ sơ năm trước chuyển sang năm sau."
)
OPENING = (
    "Ủy ban nhân dân (UBND) huyện báo cáo kết quả thực hiện công tác cải cách hành chính (CCHC) giai đoạn "
    "2021 - 2023, cụ thể như sau:"
)


def review(figures: dict[str, Any], level: str = "huyen", **entries: Any) -> Any:
    return fresh(PACK, level, SPAN, figures, draft=True, **entries)


@pytest.mark.parametrize("name", ["lac-thuy/2011-2020", SAMPLE])
def test_the_samples_read_as_expected(name: str) -> None:
    assert read(sample(name)) == expected(name.partition("/")[0])


def test_without_figures_only_the_frame_is_left() -> None:
    report = review({})
    assert report.findings == ()
    assert lines(report) == [OPENING.replace(", cụ thể như sau:", ".")]


def test_contents_are_printed_when_asked_for() -> None:
    document = zipfile.ZipFile(io.BytesIO(sample(SAMPLE))).read("word/document.xml")
    (contents,) = etree.fromstring(document).iter(f"{W}sdt")
    said = ["".join(one.itertext(f"{W}t")).replace("\u00a0", " ") for one in contents.iter(f"{W}p")]
    assert said[0] == "MỤC LỤC"
    entries = [re.sub(r"(?<=\D)\d$|(?<=\d{4})\d$", "", words) for words in said[1:] if words]
    whole = expected("giai-doan-2016-2020").splitlines()
    assert entries == [line for line in whole if re.match(r"(\d|[IVX]+)\. ", line)]
    assert b"<w:sdt>" not in zipfile.ZipFile(io.BytesIO(sample("lac-thuy/2011-2020"))).read(
        "word/document.xml"
    )


@pytest.mark.parametrize(
    ("chart", "series"),
    [
        (1, {"Trực tuyến": ["310", "1120", "2860", "5430", "8910"],
             "Trực tiếp, qua bưu chính": ["17440", "17240", "16230", "14270", "11510"]}),
        (3, {"Điểm Chỉ số CCHC": ["68.42", "71.05", "74.9", "78.33", "82.16"]}),
    ],
)  # fmt: skip
def test_charts_hold_the_figures_of_each_year(chart: int, series: dict[str, list[str]]) -> None:
    xml = zipfile.ZipFile(io.BytesIO(sample(SAMPLE))).read(f"word/charts/bieuDo{chart}.xml")
    c = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    found = {}
    for one in etree.fromstring(xml).iter(f"{c}ser"):
        name = "".join(one.find(f"{c}tx").itertext(f"{c}v"))
        found[name] = [value.text for value in one.find(f"{c}val").iter(f"{c}v")]
        assert [value.text for value in one.find(f"{c}cat").iter(f"{c}v")] == [
            "2016",
            "2017",
            "2018",
            "2019",
            "2020",
        ]
    assert found == series


def test_a_part_of_a_column_too_low_for_its_label_has_none() -> None:
    xml = zipfile.ZipFile(io.BytesIO(sample(SAMPLE))).read("word/charts/bieuDo1.xml")
    c = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
    online, in_person = etree.fromstring(xml).iter(f"{c}ser")
    bare = [label for label in online.iter(f"{c}dLbl") if label.find(f"{c}delete") is not None]
    assert [label.find(f"{c}idx").get("val") for label in bare] == ["0", "1"]
    assert next(in_person.iter(f"{c}delete"), None) is None


def test_columns_without_a_year_drop_out_and_a_blank_year_stays_blank() -> None:
    years = {
        "2021": {"chi_dao": {"so_van_ban": "12"}},
        "2023": {"chi_dao": {"so_van_ban": "15", "kiem_tra": "không phát sinh"}},
    }
    report = review({}, cac_nam=years)
    assert [item.code for item in report.findings] == ["cac-nam-thieu"]
    assert tables(report.to_bytes()) == [
        [
            ["Năm", "Văn bản chỉ đạo", "Lượt kiểm tra"],
            ["2021", "12", ""],
            ["2022", "", ""],
            ["2023", "15", "0"],
        ]
    ]
    assert lines(report) == [
        OPENING,
        "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
        "Số liệu từng năm về công tác chỉ đạo, điều hành nêu tại Bảng 1.",
        "Bảng 1. Công tác chỉ đạo, điều hành CCHC qua các năm",
    ]


@pytest.mark.parametrize(
    ("online", "asked", "told"),
    [
        ("", "có", "nêu tại Bảng 1."),
        ("40", "không", "nêu tại Bảng 1 và Biểu đồ 1."),
        ("40", "có", "nêu tại Bảng 1 và Biểu đồ 1; cơ cấu hồ sơ của cả giai đoạn nêu tại Biểu đồ 2."),
    ],
)
def test_the_text_leads_to_what_is_printed_and_to_nothing_else(online: str, asked: str, told: str) -> None:
    dossiers = {"tiep_nhan_truc_tuyen": online, "tiep_nhan_truc_tiep": "60", "da_giai_quyet": "50"}
    years = {str(year): {"tthc": dossiers} for year in (2021, 2022, 2023)}
    told_lines = lines(review({"trinh_bay": {"co_cau": asked}}, cac_nam=years))
    assert f"Số liệu từng năm về tiếp nhận, giải quyết hồ sơ {told}" in told_lines


@pytest.mark.parametrize(
    ("group", "values", "lead"),
    [
        ("to_chuc", {"bien_che": "100"}, "Số liệu từng năm về biên chế, đầu mối nêu tại Bảng 1."),
        ("chi_so", {"ty_le": "80%"}, "Kết quả của từng năm nêu tại Bảng 1."),
        ("chi_so", {"diem": "80"}, "Kết quả của từng năm nêu tại Bảng 1 và Biểu đồ 1."),
    ],
)
def test_each_table_of_years_is_led_to(group: str, values: dict[str, str], lead: str) -> None:
    found = lines(review({}, cac_nam={str(year): {group: values} for year in (2021, 2022, 2023)}))
    assert found[0] == OPENING
    assert lead in found


def test_a_total_is_that_of_the_span_and_not_the_sum_of_what_was_counted_twice() -> None:
    years = {
        str(year): {
            "tthc": {
                "tiep_nhan_truc_tuyen": "40",
                "tiep_nhan_truc_tiep": "60",
                "ky_truoc": "10",
                "da_giai_quyet": "100",
                "dang_giai_quyet": "10",
            }
        }
        for year in (2021, 2022, 2023)
    }
    report = review({}, cac_nam=years)
    assert report.findings == ()
    assert tables(report.to_bytes())[0] == [
        ["Năm", "Hồ sơ tiếp nhận", "Hồ sơ trực tuyến", "Hồ sơ đã giải quyết"],
        ["2021", "110", "40", "100"],
        ["2022", "110", "40", "100"],
        ["2023", "110", "40", "100"],
        ["Cả giai đoạn", "310", "120", "300"],
    ]
    assert lines(report)[3] == (
        "Trong giai đoạn 2021 - 2023, Bộ phận Một cửa huyện tiếp nhận 310 hồ sơ (trực tuyến 120 hồ sơ; trực "
        "tiếp, qua bưu chính 180 hồ sơ; từ kỳ trước chuyển qua 10 hồ sơ), đã giải quyết 300 hồ sơ, đạt "
        "96,77% số hồ sơ tiếp nhận. Cuối giai đoạn còn 10 hồ sơ đang giải quyết."
    )
    assert lines(report).count(COUNTED_ONCE) == 1


@pytest.mark.parametrize(
    ("each_year", "total", "told"),
    [
        ({"ky_truoc": "10", "dang_giai_quyet": "10"}, "310", True),
        ({"ky_truoc": "10"}, "310", True),
        ({"dang_giai_quyet": "10"}, "310", True),
        ({"ky_truoc": "10"}, "330", False),
        ({"ky_truoc": "10"}, "300", False),
        ({"ky_truoc": "không phát sinh"}, "330", False),
        ({}, "310", False),
    ],
    ids=["both ends", "came over", "went over", "sum of the column", "another total", "none", "unknown"],
)
def test_a_total_below_its_column_is_explained_by_what_was_carried_over(
    each_year: dict[str, str], total: str, told: bool
) -> None:
    years = {str(year): {"tthc": {"tiep_nhan": "110", **each_year}} for year in (2021, 2022, 2023)}
    figures = {"tthc": {"tiep_nhan": total}, "trinh_bay": {"phu_luc": "có"}}
    found = body(review(figures, cac_nam=years).to_bytes())
    assert found.count(COUNTED_ONCE) == (2 if told else 0)


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({"chi_dao.so_ke_hoach": "36"}, "UBND huyện đã ban hành 36 kế hoạch về công tác CCHC."),
        ({"chi_dao.kiem_tra": "0"}, "Trong giai đoạn 2021 - 2023, không tổ chức kiểm tra công tác CCHC."),
        ({"chi_dao.kiem_tra_dot_xuat": "18"}, "Đã thực hiện 18 lượt kiểm tra đột xuất công tác CCHC."),
        ({"tthc.don_vi_dau_tu": "10"}, "trang thiết bị tiếp nhận và trả kết quả cho 10 đơn vị cấp xã."),
        (
            {"tthc.ty_le_dung_han_da_giai_quyet": "98,73%"},
            "Trong giai đoạn 2021 - 2023, tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn đạt 98,73%.",
        ),
        ({"tthc.tiep_nhan": "không phát sinh"}, "không phát sinh hồ sơ thủ tục hành chính."),
        ({"chi_so.hang": "3/8"}, "Chỉ số CCHC của huyện đến cuối giai đoạn xếp hạng 03/08."),
        ({"the_che.gop_y": "9"}, "huyện đã góp ý 09 dự thảo văn bản của cơ quan cấp trên."),
        ({"to_chuc.tinh_gian": "2"}, "Trong giai đoạn 2021 - 2023, tinh giản 02 người."),
        ({"can_bo.dao_tao": "28"}, "Trong giai đoạn 2021 - 2023, đã đào tạo, bồi dưỡng 28 lượt người."),
    ],
)  # fmt: skip
def test_a_single_figure_makes_a_whole_sentence(figures: dict[str, str], told: str) -> None:
    ((name, value),) = figures.items()
    group, _, last = name.partition(".")
    *_, line = lines(review({group: {last: value}}))
    assert line.endswith(told)


def test_a_falling_series_is_told_as_falling() -> None:
    years = {
        str(year): {"to_chuc": {"bien_che": posts}, "chi_so": {"diem": points, "hang": rank}}
        for year, posts, points, rank in (
            (2021, "100", "90", "1/8"),
            (2022, "90", "85", "2/8"),
            (2023, "88", "80", "4/8"),
        )
    }
    told = lines(review({}, cac_nam=years))
    assert (
        "Số biên chế được giao năm 2023 là 88 người, giảm 12 người (12%) so với năm 2021 (100 người)." in told
    )
    assert (
        "Chỉ số CCHC năm 2023 của huyện đạt 80 điểm, giảm 10 điểm so với năm 2021 (90 điểm); xếp hạng 04/08, "
        "giảm 03 bậc so với năm 2021 (01/08)."
    ) in told


def test_the_years_of_a_commune_on_both_sides_of_july_2025_are_told() -> None:
    years = {str(year): {"chi_dao": {"so_van_ban": "10"}} for year in range(2024, 2027)}
    report = fresh(PACK, "xa", {"nam": "2024 - 2026"}, {}, draft=True, cac_nam=years)
    assert [item.code for item in report.findings] == ["cac-nam-qua-sap-xep"]
    assert lines(report)[2] == (
        "Trong giai đoạn 2024 - 2026, UBND xã đã ban hành 30 văn bản chỉ đạo về công tác CCHC."
    )


def colours(report: bytes) -> list[set[str]]:
    """The fills and lines of each chart that are no grey."""
    files = zipfile.ZipFile(io.BytesIO(report))
    charts = [name for name in sorted(files.namelist()) if re.fullmatch(r"word/charts/[^/]*\.xml", name)]
    found = [set(re.findall(r'srgbClr val="(\w{6})"', files.read(name).decode())) for name in charts]
    return [{one for one in each if len({one[:2], one[2:4], one[4:]}) > 1} for each in found]


def test_charts_are_grey_until_the_unit_asks_for_colour() -> None:
    assert colours(sample("chi-so-tinh/2023")) == [set()]
    stacked, pie, line = colours(sample(SAMPLE))
    assert (stacked, line) == ({"1F4E79", "C77414", "FBE3C4"}, {"1F4E79"})
    assert stacked <= pie
    rows = [{"ten": "A", "diem": "1/2"}, {"ten": "B", "diem": "2/3"}]
    figures = {"trinh_bay": {"mau_sac": "có"}, "chi_so": {"linh_vuc": rows}}
    index = fresh("chi-so-cchc", "xa", {"loai": "nam", "nam": 2025}, figures)
    assert colours(index.to_bytes()) == [{"1F4E79", "C77414", "FBE3C4"}]


def test_the_share_of_online_dossiers_is_a_pie_of_the_whole_span() -> None:
    files = zipfile.ZipFile(io.BytesIO(sample(SAMPLE)))
    (pie,) = [
        text
        for name in files.namelist()
        if name.startswith("word/charts/bieuDo") and "c:pieChart" in (text := files.read(name).decode())
    ]
    assert re.findall(r"<c:v>(\d+)</c:v>", pie) == ["18630", "76690"]
