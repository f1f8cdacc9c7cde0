"""What `@bang {...}` may say of a table: one list of options for noi-dung.md and for texts of the data."""

from __future__ import annotations

OPTIONS = {
    "ten": "tên để dẫn tới bảng",
    "tieu_de": "tên bảng",
    "bieu": "tên biểu",
    "dvt": "đơn vị tính",
    "co_chu": "cỡ chữ",
    "rong": "bề rộng các cột",
    "so_cot": "hàng số cột",
    "lap_dau": "lặp đầu bảng",
    "giu_lien": "giữ bảng trên một trang",
    "le_o": "lề trong ô",
    "ngang": "trang ngang",
    "mo_ta": "lời mô tả bảng",
}
"""Each option, and what a clerk calls it."""
IN_DATA = ("tieu_de", "ten", "bieu", "dvt", "co_chu", "so_cot", "lap_dau", "giu_lien", "mo_ta")
"""Those that a text of the data may give: widths and sections are the template's."""
SMALLEST, LARGEST = 6, 20
"""Points of the letters: what can still be read, and what is no table any more."""


def line_above(form: str, unit: str) -> str:
    """The line above a table: the official form it follows, the unit of its figures."""
    if form and unit:
        return f"{form}; đơn vị tính: {unit}"
    return form or (f"Đơn vị tính: {unit}" if unit else "")
