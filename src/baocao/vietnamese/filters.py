"""The template filters, under the Vietnamese names that template authors use.

Each docstring is what authors read: one Vietnamese sentence, then `Ví dụ: <what to type> → <what comes out>`.
`filter_docs` takes it apart for the documentation, and a test renders every example.

What they take: numbers (also as typed text), dates, texts, and figures through their attribute `gia_tri`.
A blank (attribute `trong` true) comes back unchanged, so that printing it stays the renderer's matter; so
does a figure of nothing (`khong_phat_sinh` true) where a number is asked for. A figure's hedge (`rao`:
"trên") stays in front of its number. Impossible input raises ValueError with a Vietnamese sentence.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, wraps
from typing import Any

from baocao.vietnamese import dates, numbers, text, words

Filter = Callable[..., Any]

EXAMPLE = "Ví dụ: "
_CITED = re.compile(r"[^\d]*?\bsố [^\s,;]+")
"""The beginning of a citation: type, "số" and the symbol."""


@dataclass(frozen=True, slots=True)
class FilterDoc:
    """How a filter is explained: one sentence, what to type in the template, what comes out."""

    name: str
    summary: str
    example: str
    result: str


def _blank(value: Any) -> bool:
    return getattr(value, "trong", False) is True


def _leaving_blanks(function: Filter) -> Filter:
    """Make a filter hand back blanks unchanged."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        return value if _blank(value) else function(value, *args, **options)

    return filter_


def _of_number(function: Filter) -> Filter:
    """Make a filter of a Decimal one of anything that has a number; nil figures come back unchanged."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        if getattr(value, "khong_phat_sinh", False) is True:
            return value
        printed = function(_number(value), *args, **options)
        hedge = getattr(value, "rao", "")
        return f"{hedge} {printed}" if hedge else printed

    return _leaving_blanks(filter_)


def _of_text(function: Filter) -> Filter:
    """Make a filter of a str one of anything that prints."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        return function(_plain(value), *args, **options)

    return _leaving_blanks(filter_)


def _number(value: Any) -> Decimal:
    value = getattr(value, "gia_tri", value)
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float | str):
        raise ValueError(f"«{value}» không phải là số.")
    number = _typed_number(value) if isinstance(value, str) else Decimal(str(value))
    if not number.is_finite():
        raise ValueError(f"«{value}» không phải là một số hữu hạn.")
    return number


def _typed_number(typed: str) -> Decimal:
    parsed = numbers.parse_number(typed, integer=True)
    if parsed.fault is numbers.Fault.AMBIGUOUS:
        readings = " hoặc ".join(numbers.format_number(reading) for reading in parsed.readings)
        raise ValueError(f"«{typed}» có hai cách đọc: {readings}.")
    if parsed.value is not None:
        return parsed.value
    if parsed.fault is numbers.Fault.NOT_WHOLE:
        return parsed.readings[0]
    raise ValueError(f"«{typed}» không phải là số.")


def _whole(value: Decimal) -> int:
    if value != value.to_integral_value():
        raise ValueError(f"{numbers.format_number(value)} không phải là số nguyên.")
    return int(value)


def _plain(value: Any) -> str:
    """The text of a value as a person writes it: escaped text unescaped, text with markup in it refused."""
    if value is None or isinstance(value, bool):
        raise ValueError("Chỗ này cần một đoạn chữ.")
    if isinstance(value, Decimal):
        return numbers.format_number(value)
    if not hasattr(value, "__html__"):
        return str(value)
    markup = str(value.__html__())
    if "<" in markup:
        raise ValueError("Bộ lọc này chỉ dùng cho chữ thường, không dùng cho đoạn chữ đã có định dạng.")
    return html.unescape(markup)


def _date(value: Any) -> dt.date:
    value = getattr(value, "gia_tri", value)
    if not isinstance(value, dt.date):
        value = getattr(value, "day", value)
    if isinstance(value, str):
        value = dates.parse_date(value).day or value
    if not isinstance(value, dt.date):
        raise ValueError(f"«{value}» không phải là ngày tháng.")
    return value


@_of_number
def so(value: Decimal, so_le: int = 2, giu_khong: bool = False) -> str:
    """Viết số có dấu chấm hàng nghìn và dấu phẩy thập phân, nhiều nhất so_le chữ số lẻ (làm tròn lên từ 5).

    Ví dụ: {{ 27630 | so }} → 27.630
    """
    return numbers.format_number(value, so_le, giu_khong)


@_of_number
def so_hai(value: Decimal) -> str:
    """Viết số đếm, số từ 1 đến 9 thêm số 0 ở trước.

    Ví dụ: {{ 2 | so_hai }} → 02
    """
    return numbers.format_count(value, two_digits=True)


@_of_number
def ty_le(value: Decimal, so_le: int = 2, giu_khong: bool = False) -> str:
    """Viết tỷ lệ phần trăm, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ "98,74" | ty_le }} → 98,74%
    """
    return numbers.format_percent(value, so_le, giu_khong)


@_of_number
def tien(value: Decimal) -> str:
    """Viết số tiền bằng đồng.

    Ví dụ: {{ 69639646 | tien }} → 69.639.646 đồng
    """
    return numbers.format_money(value)


@_of_number
def tien_trieu(value: Decimal, so_le: int = 2) -> str:
    """Viết số tiền (tính bằng đồng) theo triệu đồng, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ 4800000 | tien_trieu }} → 4,8 triệu đồng
    """
    return numbers.format_money(value, "trieu", so_le)


@_of_number
def tien_ty(value: Decimal, so_le: int = 2) -> str:
    """Viết số tiền (tính bằng đồng) theo tỷ đồng, nhiều nhất so_le chữ số lẻ.

    Ví dụ: {{ 8300000000 | tien_ty }} → 8,3 tỷ đồng
    """
    return numbers.format_money(value, "ty", so_le)


@_leaving_blanks
def ngay(value: Any) -> str:
    """Viết ngày kiểu ngắn: ngày dưới 10 và tháng 1, 2 thêm số 0.

    Ví dụ: {{ "5/4/2022" | ngay }} → 05/4/2022
    """
    return dates.short_date(_date(value))


@_leaving_blanks
def ngay_dai(value: Any) -> str:
    """Viết ngày kiểu dài, không có chữ «ngày» ở trước.

    Ví dụ: {{ "5/3/2024" | ngay_dai }} → 05 tháng 3 năm 2024
    """
    return dates.long_date(_date(value))


@_of_number
def la_ma(value: Decimal) -> str:
    """Viết số bằng chữ số La Mã (từ 1 đến 3999).

    Ví dụ: {{ 4 | la_ma }} → IV
    """
    return words.roman(_whole(value))


@_of_number
def bang_chu(value: Decimal, linh_le: str = "linh", nghin_ngan: str = "nghìn") -> str:
    """Viết số bằng chữ; «linh» hay «lẻ», «nghìn» hay «ngàn» theo phong_cach của đơn vị, trừ khi ghi ở đây.

    Ví dụ: {{ 1005 | bang_chu }} → một nghìn không trăm linh năm
    """
    return words.number_words(value, zero_word=linh_le, thousand_word=nghin_ngan)


@_of_number
def thu_tu(value: Decimal, linh_le: str = "linh", nghin_ngan: str = "nghìn") -> str:
    """Viết số thứ tự bằng chữ.

    Ví dụ: {{ 4 | thu_tu }} → thứ tư
    """
    return words.ordinal(_whole(value), zero_word=linh_le, thousand_word=nghin_ngan)


@_of_number
def chu_diem(value: Decimal) -> str:
    """Viết chữ của điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g.

    Ví dụ: {{ 5 | chu_diem }} → đ
    """
    return text.point_letter(_whole(value))


@_leaving_blanks
def vien_dan(value: Any) -> str:
    """Viện dẫn lại một văn bản đã dẫn đủ: chỉ tên loại, số và ký hiệu (NĐ 30/2020, PL I.II.6.b).

    Ví dụ: {{ "Kế hoạch số 34/KH-UBND ngày 06/02/2023 về rà soát" | vien_dan }} → Kế hoạch số 34/KH-UBND
    """
    typed = str(value)
    cited = _CITED.match(typed)
    return cited[0] if cited else typed


@_of_text
def hoa(value: str) -> str:
    """Viết hoa tất cả các chữ.

    Ví dụ: {{ "huyện Tân Hồng" | hoa }} → HUYỆN TÂN HỒNG
    """
    return text.capitals(value)


@_of_text
def hoa_dau(value: str) -> str:
    """Viết hoa chữ cái đầu.

    Ví dụ: {{ "không phát sinh" | hoa_dau }} → Không phát sinh
    """
    return text.first_upper(value)


@_of_text
def thuong_dau(value: str) -> str:
    """Viết thường chữ cái đầu; chữ viết tắt như UBND giữ nguyên.

    Ví dụ: {{ "Ủy ban nhân dân" | thuong_dau }} → ủy ban nhân dân
    """
    return text.first_lower(value)


@_leaving_blanks
def khong_cham(value: Any) -> Any:
    """Bỏ dấu chấm, chấm phẩy, phẩy hoặc hai chấm ở cuối, để mẫu tự đặt dấu; giữ định dạng và chú thích.

    Ví dụ: {{ "Chưa bố trí đủ người." | khong_cham }} → Chưa bố trí đủ người
    """
    without_stop = getattr(value, "without_stop", None)
    return text.without_stop(_plain(value)) if without_stop is None else without_stop()


@_leaving_blanks
def noi(value: Iterable[Any], dau: str | None = None) -> Any:
    """Nối các mục thành một câu liệt kê; có thể chọn dấu nối khác.

    Ví dụ: {{ ["thuế", "phí", "lệ phí"] | noi }} → thuế, phí và lệ phí
    """
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ValueError("Bộ lọc «noi» cần một danh sách.")
    items = list(value)
    blank = [item for item in items if _blank(item)]
    return blank[0] if blank else text.join_list(map(_plain, items), dau)


@_of_text
def dinh(value: str) -> str:
    """Giữ liền trên một dòng những chỗ không được ngắt, như «số 26/CT-TTg», «05 tháng 3», «Điều 12».

    Ví dụ: {{ "quý III" | dinh }} → quý\u00a0III
    """
    return text.join_unbreakable(value)


FILTERS: Mapping[str, Filter] = {
    function.__name__: function
    for function in (
        so, so_hai, ty_le, tien, tien_trieu, tien_ty, ngay, ngay_dai,
        la_ma, bang_chu, thu_tu, chu_diem, vien_dan, hoa, hoa_dau, thuong_dau, khong_cham, noi, dinh,
    )
}  # fmt: skip
"""Every filter by its name, in the order of the documentation."""


_SPELLING = ("bang_chu", "thu_tu")


@cache
def filters_in(zero_word: str, thousand_word: str) -> Mapping[str, Filter]:
    """The filters of a house that says "linh" or "lẻ", "nghìn" or "ngàn"; what a template asks for itself
    comes first.
    """
    house = {"linh_le": zero_word, "nghin_ngan": thousand_word}
    return {**FILTERS, **{name: _in_house(FILTERS[name], house) for name in _SPELLING}}


def _in_house(function: Filter, house: Mapping[str, str]) -> Filter:
    """A filter of numbers in words with the house's words for what is not asked for by place or name."""

    @wraps(function)
    def filter_(value: Any, *args: Any, **options: Any) -> Any:
        asked = tuple(house)[: len(args)]
        usual = {name: word for name, word in house.items() if name not in asked}
        return function(value, *args, **{**usual, **options})

    return filter_


def filter_docs() -> tuple[FilterDoc, ...]:
    """The documentation of every filter, read from its docstring."""
    return tuple(_doc(name, function.__doc__ or "") for name, function in FILTERS.items())


def _doc(name: str, docstring: str) -> FilterDoc:
    summary, _, rest = docstring.partition("\n")
    example, _, result = rest.strip(" \n").removeprefix(EXAMPLE).partition(" → ")
    return FilterDoc(name, summary, example, result)
