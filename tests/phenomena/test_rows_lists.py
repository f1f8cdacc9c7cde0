"""Rows 17 to 28 of docs/hien-tuong.md: headings, their numbers, lists."""

from __future__ import annotations

import pytest
from pack_kit import Office

import baocao
from docx_reading import W

OUTLINE = """# PHẦN ĐẦU

## Mục thứ hai

### Mục thứ ba

#### Mục thứ tư

Chữ.
"""


@pytest.mark.parametrize(
    ("forms", "printed"),
    [
        (["I.", "1.", "1.1.", "a)"], ["I. PHẦN ĐẦU", "1. Mục thứ hai", "1.1. Mục thứ ba", "a) Mục thứ tư"]),
        (
            ["Phần I", "I.", "1.", "a)"],
            ["Phần\u00a0I \nPHẦN ĐẦU", "I. Mục thứ hai", "1. Mục thứ ba", "a) Mục thứ tư"],
        ),
        (
            ["Phần thứ nhất", "I.", "1.", "a)"],
            ["Phần thứ nhất\nPHẦN ĐẦU", "I. Mục thứ hai", "1. Mục thứ ba", "a) Mục thứ tư"],
        ),
        (["A-", "I-", "1/", "a)"], ["A- PHẦN ĐẦU", "I- Mục thứ hai", "1/ Mục thứ ba", "a) Mục thứ tư"]),
        (["A.", "I.", "1.", "a)"], ["A. PHẦN ĐẦU", "I. Mục thứ hai", "1. Mục thứ ba", "a) Mục thứ tư"]),
        (["1.", "1.1.", "a)", "a)"], ["1. PHẦN ĐẦU", "1.1. Mục thứ hai", "a) Mục thứ ba", "a) Mục thứ tư"]),
    ],
    ids=["17-18", "19", "19-thu", "20-ngang", "20-A", "24"],
)
def test_rows_17_to_20_24_numbers_of_headings(office: Office, forms: list[str], printed: list[str]) -> None:
    office.pack["danh_so"] = forms
    lines = office.report(OUTLINE).lines
    assert lines[8:12] == printed
    assert lines[12] == "Chữ."


@pytest.mark.parametrize("form", ["Phần I", "Phần thứ nhất"])
def test_row_19_the_format_check_sees_the_title_on_its_own_line(office: Office, form: str) -> None:
    office.pack["danh_so"] = [form, "I."]
    office.report("# KẾT QUẢ CHUNG\n\n## CHỈ ĐẠO\n\nĐã tiếp nhận {{ tthc.nhan }} hồ sơ.")
    assert baocao.check_format(office.root / "ra.docx").good


LISTS = """# KẾT QUẢ {{ tthc.nhan }} HỒ SƠ

## Công tác chỉ đạo:

- Về kiểm tra: đã kiểm tra 02 đơn vị.

Đoạn văn giữa các gạch đầu dòng.

- Ban hành Kế hoạch số 10/KH-UBND;

- Ban hành Kế hoạch số 11/KH-UBND.

**Tồn tại, hạn chế:**

Một số nội dung còn chậm: hồ sơ trễ hạn; chưa cập nhật kịp thời; trang thiết bị xuống cấp; nhân sự
kiêm nhiệm...

## Kết quả

Đã thực hiện: (1) rà soát; (2) công khai; (3) đánh giá.

- Tiếp nhận:

+ Trực tiếp: 05 hồ sơ;

+ Trực tuyến: 02 hồ sơ.

. Trong đó qua bưu chính: 01 hồ sơ.
"""


def test_rows_17_21_to_23_25_to_28_lists(office: Office) -> None:
    made = office.report(LISTS, "--khong-soat")
    lines = made.lines
    assert lines[8:-6] == [
        "I. KẾT QUẢ 1.250 HỒ SƠ",
        "1. Công tác chỉ đạo:",
        "- Về kiểm tra: đã kiểm tra 02 đơn vị.",
        "Đoạn văn giữa các gạch đầu dòng.",
        "- Ban hành Kế hoạch số 10/KH-UBND;",
        "- Ban hành Kế hoạch số 11/KH-UBND.",
        "Tồn tại, hạn chế:",
        "Một số nội dung còn chậm: hồ sơ trễ hạn; chưa cập nhật kịp thời; trang thiết bị xuống cấp; nhân "
        "sự kiêm nhiệm...",
        "2. Kết quả",
        "Đã thực hiện: (1) rà soát; (2) công khai; (3) đánh giá.",
        "- Tiếp nhận:",
        "+ Trực tiếp: 05 hồ sơ;",
        "+ Trực tuyến: 02 hồ sơ.",
        ". Trong đó qua bưu chính: 01 hồ sơ.",
        "Trên đây là báo cáo của Ủy ban nhân dân xã Minh Họa./.",
    ]
    assert made.run_with("Tồn tại, hạn chế:").find(f"{W}rPr/{W}b") is not None


ISSUED = """  ban_hanh: {nhan: Văn bản, loai: danh_sach, truong: {van_ban: {nhan: Văn bản, loai: van_ban}}}
"""


def test_row_25_one_document_a_bullet(office: Office) -> None:
    plan = {"loai": "Kế hoạch", "ngay": "05/02/2026", "trich_yeu": "kiểm tra"}
    office.data["so_lieu"] = {
        "ban_hanh": [{"van_ban": plan | {"so": f"{number}/KH-UBND"}} for number in (10, 11)]
    }
    text = "{% for v in ban_hanh %}\n- {{ v.van_ban }}{% if loop.last %}.{% else %};{% endif %}\n{% endfor %}"
    lines = office.report(text, "--khong-soat", catalogue=ISSUED).lines
    assert lines[8:10] == [
        "- Kế hoạch số 10/KH-UBND ngày 05/02/2026 về kiểm tra;",
        "- Kế hoạch số 11/KH-UBND ngày 05/02/2026 về kiểm tra.",
    ]
