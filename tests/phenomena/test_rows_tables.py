"""Rows 49 to 57 of docs/hien-tuong.md: tables, wide pages, appendices."""

from __future__ import annotations

from pack_kit import Office

from docx_reading import W

TABLE = """Kết quả ở bảng sau:

@bang {ten: ho_so, tieu_de: "Kết quả giải quyết hồ sơ", dvt: hồ sơ, so_cot: ["A", "B", "1", "2", "3"]}
| TT | Lĩnh vực | Trước hạn | << | Ghi chú |
| ^^ | ^^ | Tổng | % | ^^ |
| :-: | :----- | :-: | :-: | :---- |
| **I** | **Cấp xã (02 lĩnh vực)** | << | << | << |
| 1 | Hộ tịch | 05/12 | 41,7 | a) Khai sinh; b) khai tử |
| 2 | Đất đai | {{ tthc.dung }}/{{ tthc.nhan }} | 0,6 | Quyết định số 98/QĐ-UBND-TL ngày 05/4/2022 |
"""


def test_rows_49_to_53_55_a_table_with_grouped_head_numbers_and_group_rows(office: Office) -> None:
    made = office.report(TABLE, "--khong-soat")
    (table,) = made.tables()
    assert table == [
        ["TT", "Lĩnh vực", "Trước hạn", "Ghi chú"],
        ["", "", "Tổng", "%", ""],
        ["A", "B", "1", "2", "3"],
        ["I", "Cấp xã (02 lĩnh vực)"],
        ["1", "Hộ tịch", "05/12", "41,7", "a) Khai sinh; b) khai tử"],
        ["2", "Đất đai", "07/1.250", "0,6", "Quyết định số 98/QĐ-UBND-TL ngày 05/4/2022"],
    ]
    assert "Bảng 1. Kết quả giải quyết hồ sơ" in made.lines
    assert "Đơn vị tính: hồ sơ" in made.lines


def test_row_54_the_head_is_repeated_and_rows_do_not_break(office: Office) -> None:
    table = office.report(TABLE, "--khong-soat").part()[0].findall(f"{W}tbl")[1]
    rows = table.findall(f"{W}tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] * 3 + [False] * 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


WIDE = """Số liệu ở trang ngang.

@trang_ngang

| A | B |
| --- | --- |
| 1 | 2 |

@het_trang_ngang

Chữ sau.
"""


def test_row_54_a_wide_table_on_landscape_pages(office: Office) -> None:
    body = office.report(WIDE, "--khong-soat").part()[0]
    turned = [size.get(f"{W}orient") for size in body.iter(f"{W}pgSz")]
    assert turned == [None, "landscape", None]


APPENDIX = """Đã rà soát các thủ tục.

*(Kèm theo Phụ lục danh mục thủ tục)*
"""


def test_rows_56_57_a_pointer_and_the_appendix_it_means(office: Office) -> None:
    text = (
        f"@dau_van_ban\n\n@ten_loai\n\n{APPENDIX}\nTrên đây là báo cáo./.\n\n@khoi_ky\n\n"
        '@phu_luc {ten: danh_muc, tieu_de: "DANH MỤC THỦ TỤC"}\n\nNội dung phụ lục.\n\n@het_phu_luc\n'
    )
    lines = office.report(text, "--khong-soat", whole=True).lines
    assert "(Kèm theo Phụ lục danh mục thủ tục)" in lines
    assert lines[-4:] == [
        "Phụ lục",
        "DANH MỤC THỦ TỤC",
        "(Kèm theo Báo cáo số 12/BC-UBND ngày 05 tháng 01 năm 2027 của Ủy ban nhân dân xã Minh Họa)",
        "Nội dung phụ lục.",
    ]
