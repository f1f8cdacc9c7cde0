"""Documents and days that a report names."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from breakdown_kit import reading

from baocao.audit.grammar.reading import read
from baocao.audit.reading.read_text import read_text

REFERENCE = Path(__file__).with_name("tan-hong-2023.txt")
DAY = dt.date(2023, 2, 6)


def test_a_citation_has_name_symbol_day_issuer_and_years() -> None:
    (found,) = reading(
        "Thực hiện Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND Huyện về cải cách hành chính "
        "giai đoạn 2021 - 2030; các đơn vị đã triển khai năm 2019."
    ).citations
    assert (found.name, found.symbol, found.day, found.issuer) == (
        "Kế hoạch",
        "34/KH-UBND",
        DAY,
        "UBND Huyện",
    )
    assert found.subject == "về cải cách hành chính giai đoạn 2021 - 2030"
    assert (found.first_year, found.year) == (2021, 2030)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Thực hiện Quyết định số 1/QĐ-UBND, số 2/QĐ-UBND ngày 06/02/2023 của UBND tỉnh.",
            [("Quyết định", "1/QĐ-UBND", None, ""), ("Quyết định", "2/QĐ-UBND", DAY, "UBND tỉnh")],
        ),
        (
            "Ngày 06/02/2023, Ủy ban nhân dân Huyện đã ban hành Kế hoạch số 123/KH-UBND để số hóa hồ sơ.",
            [("Kế hoạch", "123/KH-UBND", DAY, "Ủy ban nhân dân Huyện")],
        ),
        (
            "Thực hiện theo Nghị định 34/2016/NĐ-CP và Luật ban hành.",
            [("Nghị định", "34/2016/NĐ-CP", None, "")],
        ),
        (
            "Căn cứ Công văn số 455/UBND-NV (ngày 06 tháng 02 năm 2023) của Sở Nội vụ phê duyệt đề án.",
            [("Công văn", "455/UBND-NV", DAY, "Sở Nội vụ")],
        ),
        (
            "Theo Kế hoạch số: 34/KH-UBND của UBND huyện ban hành ngày 06/02/2023, các xã đã rà soát.",
            [("Kế hoạch", "34/KH-UBND", DAY, "UBND huyện")],
        ),
        (
            "Chỉ thị số 26/CT-TTg của Thủ tướng Chính phủ và Chỉ thị số 02/CT-UBND ngày 06/02/2023.",
            [
                ("Chỉ thị", "26/CT-TTg", None, "Thủ tướng Chính phủ"),
                ("Chỉ thị", "02/CT-UBND", DAY, ""),
            ],
        ),
    ],
)
def test_citations_in_many_forms(text: str, told: list[tuple[object, ...]]) -> None:
    assert [(item.name, item.symbol, item.day, item.issuer) for item in reading(text).citations] == told


@pytest.mark.parametrize(
    "subject",
    [
        "về khắc phục hạn chế của Chỉ số cải cách hành chính năm 2021",
        "về thi hành Luật Ban hành văn bản quy phạm pháp luật năm 2015",
        "về triển khai Nghị quyết số 76/NQ-CP ngày 15/7/2021 về cải cách giai đoạn 2021-2030",
    ],
)
def test_a_subject_that_looks_elsewhere_has_no_year(subject: str) -> None:
    first = reading(f"Kế hoạch số 34/KH-UBND ngày 06/02/2023 {subject}.").citations[0]
    assert (first.first_year, first.year) == (None, None)


def test_the_reference_report_cites_seventeen_documents() -> None:
    told = read(read_text(REFERENCE.read_text(encoding="utf-8"), "a.txt"))
    assert len(told.citations) == 17
    plan = [item for item in told.citations if item.symbol == "123/KH-UBND"]
    assert {item.day for item in plan} == {dt.date(2022, 4, 5)}
    assert len(told.days) == 17
    assert not any(item.planned for item in told.days)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("Ngày 06/02/2023 đã tổ chức hội nghị.", False),
        ("Hoàn thành trước ngày 06/02/2023.", True),
        ("Dự kiến ngày 06/02/2023 tổ chức hội nghị.", True),
        ("Phấn đấu thực hiện Kế hoạch số 34/KH-UBND ngày 06/02/2023 của UBND Huyện.", False),
        ("Tính đến ngày 06/02/2023 đã số hóa 12 hồ sơ.", True),
        ("Thực hiện số hóa từ ngày 06/02/2023 đến nay.", False),
    ],
)
def test_a_day_is_planned_by_its_words(text: str, planned: bool) -> None:
    assert [(item.day, item.planned) for item in reading(text).days] == [(DAY, planned)]


def test_the_day_of_the_last_figures_may_be_a_little_later_than_the_report() -> None:
    days = reading("Tính đến ngày 31/12/2023 có 12 hồ sơ.", "Tính đến ngày 31/12/2024 có 15 hồ sơ.").days
    assert [item.planned for item in days] == [True, False]


def test_days_under_a_heading_of_tasks_are_planned() -> None:
    days = reading(
        "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "Ngày 06/02/2023 họp.",
        "II. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "1. Nhiệm vụ",
        "Ngày 06/02/2023 họp.",
        "III. KẾT QUẢ KHÁC",
        "Ngày 06/02/2023 họp.",
    ).days
    assert [item.planned for item in days] == [False, True, False]


def test_figures_up_to_a_day_a_whole_month_after_the_report_are_not_planned() -> None:
    days = reading(
        "Kết quả từ ngày 15/12/2022 đến ngày 31/01/2024: tiếp nhận 982 hồ sơ.",
        "Phát động thi đua từ ngày 15/12/2023 đến ngày 31/01/2024.",
    ).days
    assert [item.planned for item in days if item.day == dt.date(2024, 1, 31)] == [False, True]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kế hoạch số 34/KH-UBND ngày 31/02/2023 về tuyên truyền.", ["31/02/2023"]),
        ("Họp ngày 30 tháng 02 năm 2023 và ngày 31 tháng 4.", ["30 tháng 02 năm 2023", "31 tháng 4"]),
        ("Ngày 29/02/2024, ngày 29/02/2023 và ngày 15/13/2023.", ["29/02/2023", "15/13/2023"]),
        ("Họp ngày 24-25/5/2023; đạt 31/32 đơn vị; đến ngày 31/12.", []),
    ],
)
def test_days_that_no_calendar_has(text: str, told: list[str]) -> None:
    assert [text[spot.start : spot.end] for spot in reading(text).impossible] == told


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kế hoạch kiểm tra công vụ năm 2023 (số 15/KH-UBND ngày 16/01/2022).", 2023),
        ("Thực hiện Kế hoạch cải cách hành chính năm 2023 (Kế hoạch số 12/KH-UBND ngày 05/01/2022).", 2023),
        ("Kế hoạch số 21/KH-UBND ngày 10/02/2022 thực hiện cải cách hành chính năm 2023.", 2023),
        ("Kế hoạch số 21/KH-UBND ngày 10/02/2022, thực hiện trong năm 2023.", None),
        ("Kế hoạch khắc phục hạn chế năm 2022 (số 15/KH-UBND ngày 16/01/2023).", None),
        ("Theo Kế hoạch, năm 2023 có 12 lớp (Công văn số 15/UBND-NV ngày 16/01/2022).", None),
    ],
)
def test_a_plan_named_before_its_number_has_the_year_of_its_name(text: str, year: int | None) -> None:
    (citation,) = reading(text).citations
    assert citation.year == year


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        (
            "Phấn đấu đến ngày 30/6/2024 hoàn thành số hóa; kiểm tra từ ngày 15/3/2024 đến ngày 30/3/2024.",
            True,
        ),
        ("Dự kiến tổ chức hội nghị; tập huấn vào ngày 15/3/2024.", True),
        ("Đã ban hành kế hoạch, dự kiến thực hiện sớm; tập huấn vào ngày 15/3/2024.", False),
    ],
)
def test_a_sentence_that_opens_with_a_plan_is_one_to_its_stop(text: str, planned: bool) -> None:
    assert {item.planned for item in reading(text).days} == {planned}
