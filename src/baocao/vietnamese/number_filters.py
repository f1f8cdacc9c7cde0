"""The template filters of numbers, amounts, days and the cells of a column.

Each docstring is what authors read; see `baocao.vietnamese.filters`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from baocao.vietnamese import dates, numbers, text, words
from baocao.vietnamese.filter_inputs import day_of, is_blank, leaving_blanks, number_of, of_number, whole

_MOST_PLACES = 2
"""Decimals that `chu_so_le` asks for at most for numbers computed in a template: they may have no end."""
"""Decimals of a number that a template has reckoned itself, such as a quotient."""


@of_number
def so(value: Decimal, so_le: int = 2, giu_khong: bool = False) -> str:
    """Viết số có dấu chấm hàng nghìn và dấu phẩy thập phân, nhiều nhất so_le chữ số lẻ (làm tròn lên từ 5).

    Ví dụ: {{ 27630 | so }} → 27.630
    """
    return numbers.format_number(value, so_le, giu_khong)


@of_number
def so_hai(value: Decimal) -> str:
    """Viết số đếm, số từ 1 đến 9 thêm số 0 ở trước.

    Ví dụ: {{ 2 | so_hai }} → 02
    """
    return numbers.format_count(value, two_digits=True)


@of_number
def ty_le(value: Decimal, so_le: int = 2, giu_khong: bool = False) -> str:
    """Viết tỷ lệ phần trăm, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ "98,74" | ty_le }} → 98,74%
    """
    return numbers.format_percent(value, so_le, giu_khong)


@of_number
def tien(value: Decimal) -> str:
    """Viết số tiền bằng đồng.

    Ví dụ: {{ 69639646 | tien }} → 69.639.646 đồng
    """
    return numbers.format_money(value)


@of_number
def tien_trieu(value: Decimal, so_le: int = 2) -> str:
    """Viết số tiền (tính bằng đồng) theo triệu đồng, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ 4800000 | tien_trieu }} → 4,8 triệu đồng
    """
    return numbers.format_money(value, "trieu", so_le)


@of_number
def tien_ty(value: Decimal, so_le: int = 2) -> str:
    """Viết số tiền (tính bằng đồng) theo tỷ đồng, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ 8300000000 | tien_ty }} → 8,3 tỷ đồng
    """
    return numbers.format_money(value, "ty", so_le)


@leaving_blanks
def ngay(value: Any) -> str:
    """Viết ngày kiểu ngắn: ngày dưới 10 và tháng 1, 2 thêm số 0.

    Ví dụ: {{ "5/4/2022" | ngay }} → 05/4/2022
    """
    return dates.short_date(day_of(value))


@leaving_blanks
def ngay_dai(value: Any) -> str:
    """Viết ngày kiểu dài, không có chữ «ngày» ở trước.

    Ví dụ: {{ "5/3/2024" | ngay_dai }} → 05 tháng 3 năm 2024
    """
    return dates.long_date(day_of(value))


@of_number
def la_ma(value: Decimal) -> str:
    """Viết số bằng chữ số La Mã (từ 1 đến 3999).

    Ví dụ: {{ 4 | la_ma }} → IV
    """
    return words.roman(whole(value))


@of_number
def bang_chu(value: Decimal, linh_le: str = "linh", nghin_ngan: str = "nghìn") -> str:
    """Viết số bằng chữ; «linh» hay «lẻ», «nghìn» hay «ngàn» theo phong_cach của đơn vị, trừ khi ghi ở đây.

    Ví dụ: {{ 1005 | bang_chu }} → một nghìn không trăm linh năm
    """
    return words.number_words(value, zero_word=linh_le, thousand_word=nghin_ngan)


@of_number
def thu_tu(value: Decimal, linh_le: str = "linh", nghin_ngan: str = "nghìn") -> str:
    """Viết số thứ tự bằng chữ.

    Ví dụ: {{ 4 | thu_tu }} → thứ tư
    """
    return words.ordinal(whole(value), zero_word=linh_le, thousand_word=nghin_ngan)


@of_number
def chu_diem(value: Decimal) -> str:
    """Viết chữ của điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g.

    Ví dụ: {{ 5 | chu_diem }} → đ
    """
    return text.point_letter(whole(value))


@leaving_blanks
def chu_so_le(value: Iterable[Any]) -> int:
    """Số chữ số lẻ cần để các số của một cột viết như nhau; số tính trong mẫu thì nhiều nhất hai.

    Ví dụ: {{ ["7", "12,5", "16,25"] | chu_so_le }} → 2
    """
    given = (
        item for item in value if not is_blank(item) and getattr(item, "khong_phat_sinh", False) is not True
    )
    return max(map(_places, given), default=0)


def _places(value: Any) -> int:
    """Decimals that a number shows; a figure's number is already as it is printed."""
    most = None if hasattr(value, "gia_tri") else _MOST_PLACES
    return len(numbers.format_number(number_of(value), most).partition(",")[2])


def o_so(value: Any, so_le: int = 2, giu_khong: bool = False) -> str:
    """Viết số vào ô của bảng như bộ lọc so: không phát sinh thì in 0, chưa có số thì để ô trống.

    Ví dụ: {{ 27630 | o_so }} → 27.630
    """
    if is_blank(value):
        return ""
    nothing = getattr(value, "khong_phat_sinh", False) is True
    return str(so(0 if nothing else value, so_le, giu_khong))


@leaving_blanks
def o_cong(value: Iterable[Any], cot: str, *cot_khac: str) -> str:
    """Cộng một hay nhiều cột của danh sách, viết vào ô của bảng; có ô chưa có số thì để trống.

    Ví dụ: {{ [{"nam": 40, "nu": 30}, {"nam": 1200, "nu": 50}] | o_cong("nam", "nu") }} → 1.320
    """
    cells = [_cell(row, name) for row in value for name in (cot, *cot_khac)]
    if any(map(is_blank, cells)):
        return ""
    total = numbers.format_number(sum(map(number_of, cells), Decimal(0)))
    return f"{hedge} {total}" if (hedge := _hedge(cells)) else total


def _hedge(cells: Iterable[Any]) -> str:
    """The word before a sum: that of its rough terms, "khoảng" of terms that are rough in several ways."""
    words = {word for cell in cells if (word := getattr(cell, "rao", ""))}
    return "khoảng" if len(words) > 1 else next(iter(words), "")


def _cell(row: Any, name: str) -> Any:
    """The cell of a row in the column of that name; nothing else of a row can be reached."""
    if isinstance(row, Mapping) and name in row:
        return row[name]
    names = getattr(row, "names", None)
    if names is None or name not in names():
        raise ValueError(f"Danh sách không có cột «{name}».")
    return getattr(row, name)
