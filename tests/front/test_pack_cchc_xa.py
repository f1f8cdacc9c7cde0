"""Packs cchc-xa and cchc-ky by their samples: the order of the parts, what only they say, the appendix row by row."""

# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

import re
from functools import cache

import pytest
from front_kit import SAMPLES

import baocao
from docx_reading import read_docx

COMMUNE, FIRST = "cchc-xa/so-lieu/2026.yaml", "cchc-xa/so-lieu/2025.yaml"
HALF, QUARTER = "cchc-ky-xa/so-lieu/2026-6-thang.yaml", "cchc-ky-tinh/so-lieu/2026-quy-3/tong-hop.yaml"


@cache
def lines(name: str) -> tuple[str, ...]:
    """The paragraphs of a sample's report, those in cells too."""
    return tuple(read_docx(baocao.make_report(SAMPLES / name).to_bytes()).paragraphs)


def row(name: str, label: str) -> list[str]:
    """The filled cells behind the label of a row of the appendix, up to the number of the next row."""
    texts = lines(name)[lines(name).index("Chỉ tiêu") :]
    place = texts.index(label)
    after = str(int(texts[place - 1]) + 1)
    cells = list(texts[place + 1 : place + 5])
    return cells[: cells.index(after)] if after in cells[2:] else cells


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (COMMUNE, ["CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC NĂM 2026", "ĐÁNH GIÁ CHUNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2027", "KIẾN NGHỊ, ĐỀ XUẤT"]),
        (FIRST, ["CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC NĂM 2025", "ĐÁNH GIÁ CHUNG", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2026"]),
        (HALF, ["CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC 6 THÁNG ĐẦU NĂM 2026", "ĐÁNH GIÁ CHUNG", "NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2026", "KIẾN NGHỊ, ĐỀ XUẤT"]),
        (QUARTER, ["CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH", "KẾT QUẢ THỰC HIỆN CÔNG TÁC CCHC QUÝ III NĂM 2026", "ĐÁNH GIÁ CHUNG", "NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2026"]),
    ],
)  # fmt: skip
def test_the_parts_stand_in_their_order(name: str, parts: list[str]) -> None:
    found = [text for text in lines(name) if re.match(r"[IVX]+\. ", text) and text.isupper()]
    assert found == [
        f"{number}. {part}" for number, part in zip(("I", "II", "III", "IV", "V"), parts, strict=False)
    ]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (COMMUNE, "Trung tâm Phục vụ hành chính công xã có 11 người làm việc, 07 quầy tiếp nhận hồ sơ."),
        (COMMUNE, "Người dân đã đánh giá chất lượng phục vụ qua 2.216 phiếu; 2.171 phiếu hài lòng, đạt tỷ lệ 97,97% số phiếu đánh giá."),
        (COMMUNE, "So với năm 2025, số hồ sơ tiếp nhận tăng 4.750 hồ sơ (năm 2025 là 3.240 hồ sơ); số hồ sơ tiếp nhận trực tuyến tăng 4.327 hồ sơ (năm 2025 là 2.187 hồ sơ); số hồ sơ đã giải quyết tăng 4.725 hồ sơ (năm 2025 là 3.178 hồ sơ)[^1]."),
        (COMMUNE, "Năm 2026, Chỉ số cải cách hành chính của xã (công bố tại Quyết định số 2210/QĐ-UBND ngày 04/12/2026 của Ủy ban nhân dân tỉnh) đạt 87,35 điểm; xếp hạng 18/102."),
        (COMMUNE, "Số liệu chi tiết theo từng lĩnh vực nêu tại Phụ lục."),
        (COMMUNE, "Ghi chú: Số liệu năm 2025 chỉ tính từ ngày 01/7/2025, khi xã đi vào hoạt động, đến ngày 14/12/2025."),
        (FIRST, "Số thủ tục hành chính trước đây do cấp huyện giải quyết, nay thuộc thẩm quyền của xã là 146 thủ tục."),
        (HALF, "Trong 6 tháng đầu năm, không phát sinh việc khảo sát, lấy ý kiến về mức độ hài lòng của người dân, tổ chức."),
        (HALF, "So với cùng kỳ năm 2025, số nhiệm vụ đã hoàn thành tăng 03 nhiệm vụ (cùng kỳ là 21 nhiệm vụ)."),
        (HALF, "Kế hoạch CCHC năm 2026 có 42 nhiệm vụ; đã hoàn thành 24/42 nhiệm vụ, đạt tỷ lệ 57,14%; 18 nhiệm vụ chưa đến hạn."),
        (HALF, "Năm 2025, Chỉ số cải cách hành chính của xã (công bố tại Quyết định số 655/QĐ-UBND ngày 27/3/2026 của Ủy ban nhân dân tỉnh) đạt 84,1 điểm; xếp hạng 31/102."),
        (QUARTER, "Ủy ban nhân dân (UBND) tỉnh báo cáo kết quả thực hiện cải cách hành chính (CCHC) quý III năm 2026 (số liệu tính từ ngày 15/6/2026 đến ngày 14/9/2026) và nhiệm vụ, giải pháp quý IV năm 2026, cụ thể như sau:"),
        (QUARTER, "Trong quý, các đơn vị, địa phương trên địa bàn tỉnh đã ban hành 32 văn bản chỉ đạo về CCHC."),
        (QUARTER, "Trung tâm Phục vụ hành chính công trên địa bàn tỉnh có 55 người làm việc, 34 quầy tiếp nhận hồ sơ."),
        (QUARTER, "Số liệu chi tiết theo từng lĩnh vực nêu tại Phụ lục I."),
    ],
)  # fmt: skip
def test_what_only_these_packs_say(name: str, sentence: str) -> None:
    assert sentence in [text.replace("\xa0", " ") for text in lines(name)]


@pytest.mark.parametrize(
    ("name", "label", "cells"),
    [
        (COMMUNE, "Hồ sơ tiếp nhận trong kỳ", ["hồ sơ", "7.990", "3.240", "+4.750"]),
        (COMMUNE, "Tỷ lệ hồ sơ trực tuyến trên số hồ sơ tiếp nhận", ["%", "81,53", "67,50", "+14,03"]),
        (COMMUNE, "Tỷ lệ hồ sơ trễ hạn trên số hồ sơ đã giải quyết", ["%", "0,30", "0,91", "-0,61"]),
        (HALF, "Tỷ lệ hồ sơ trực tuyến trên số hồ sơ tiếp nhận", ["%", "80,83", "53,33", "+27,50"]),
        (COMMUNE, "Hồ sơ giải quyết trễ hạn", ["hồ sơ", "24", "29", "-5"]),
        (COMMUNE, "Vốn đầu tư công đã giải ngân", ["triệu đồng", "23.200"]),
        (COMMUNE, "Lượt người dự tuyên truyền cải cách hành chính", ["lượt người", "hơn 2.300", "hơn 900"]),
        (COMMUNE, "Văn bản quy phạm pháp luật đã ban hành", ["văn bản", "2", "không phát sinh", "+2"]),
        (HALF, "Hồ sơ đã giải quyết trong kỳ", ["hồ sơ", "3.832", "2.911", "+921"]),
        (QUARTER, "Hồ sơ tiếp nhận trực tuyến", ["hồ sơ", "8.807", "6.105", "+2.702"]),
    ],
)  # fmt: skip
def test_rows_of_the_appendix(name: str, label: str, cells: list[str]) -> None:
    assert row(name, label) == cells


def test_the_head_of_the_appendix_names_what_is_compared() -> None:
    for name, heads in {
        COMMUNE: ("Năm 2026", "Năm 2025"),
        HALF: ("6 tháng đầu năm 2026", "Cùng kỳ năm 2025"),
    }.items():
        texts = lines(name)
        place = texts.index("Chỉ tiêu")
        assert texts[place - 1 : place + 5] == ("TT", "Chỉ tiêu", "Đơn vị tính", *heads, "Tăng (+), giảm (-)")


def test_a_comparison_across_the_rearrangement_with_its_note_is_not_told_again() -> None:
    told = {
        name: [item.code for item in baocao.make_report(SAMPLES / name).findings]
        for name in (COMMUNE, FIRST, HALF, QUARTER)
    }
    assert told == {
        COMMUNE: ["nam-truoc-tu-tim"],
        FIRST: ["so-chuyen-chua-doi-chieu"],
        HALF: ["so-chuyen-chua-doi-chieu"],
        QUARTER: [],
    }
