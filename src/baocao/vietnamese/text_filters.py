"""The template filters of texts and lists.

Each docstring is what authors read; see `baocao.vietnamese.filters`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from baocao.vietnamese import text
from baocao.vietnamese.filter_inputs import is_blank, leaving_blanks, of_text, plain

_CITED = re.compile(r"[^\d]*?\bsố [^\s,;]+")
"""The beginning of a citation: type, "số" and the symbol."""


@leaving_blanks
def vien_dan(value: Any) -> str:
    """Viện dẫn lại một văn bản đã dẫn đủ: chỉ tên loại, số và ký hiệu (NĐ 30/2020, PL I.II.6.b).

    Ví dụ: {{ "Kế hoạch số 34/KH-UBND ngày 06/02/2023 về rà soát" | vien_dan }} → Kế hoạch số 34/KH-UBND
    """
    typed = str(value)
    cited = _CITED.match(typed)
    return cited[0] if cited else typed


@of_text
def hoa(value: str) -> str:
    """Viết hoa tất cả các chữ.

    Ví dụ: {{ "huyện Tân Hồng" | hoa }} → HUYỆN TÂN HỒNG
    """
    return text.capitals(value)


@leaving_blanks
def hoa_dau(value: Any) -> Any:
    """Viết hoa chữ cái đầu; giữ định dạng và chú thích.

    Ví dụ: {{ "không phát sinh" | hoa_dau }} → Không phát sinh
    """
    capital_first = getattr(value, "capital_first", None)
    return text.first_upper(plain(value)) if capital_first is None else capital_first()


@of_text
def thuong_dau(value: str) -> str:
    """Viết thường chữ cái đầu; chữ viết tắt như UBND giữ nguyên.

    Ví dụ: {{ "Ủy ban nhân dân" | thuong_dau }} → ủy ban nhân dân
    """
    return text.first_lower(value)


@leaving_blanks
def khong_cham(value: Any) -> Any:
    """Bỏ dấu chấm, chấm phẩy, phẩy hoặc hai chấm ở cuối, để mẫu tự đặt dấu; giữ định dạng và chú thích.

    Ví dụ: {{ "Chưa bố trí đủ người." | khong_cham }} → Chưa bố trí đủ người
    """
    without_stop = getattr(value, "without_stop", None)
    return text.without_stop(plain(value)) if without_stop is None else without_stop()


@leaving_blanks
def noi(value: Iterable[Any], dau: str | None = None) -> Any:
    """Nối các mục thành một câu liệt kê; có thể chọn dấu nối khác.

    Ví dụ: {{ ["thuế", "phí", "lệ phí"] | noi }} → thuế, phí và lệ phí
    """
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise ValueError("Bộ lọc «noi» cần một danh sách.")
    items = list(value)
    blank = [item for item in items if is_blank(item)]
    return blank[0] if blank else text.join_list(map(plain, items), dau)


@leaving_blanks
def dau_muc(value: Iterable[Any]) -> str:
    """Dấu ở cuối các mục liệt kê: «;», hoặc «.» khi có mục gồm nhiều câu; sau mục cuối, mẫu tự đặt dấu chấm.

    Ví dụ: {{ [{"noi_dung": "Rà soát văn bản."}, {"noi_dung": "Công khai."}] | dau_muc }} → ;
    """
    words = (item["noi_dung"] if isinstance(item, Mapping) else item.noi_dung for item in value)
    return "." if any(text.has_sentences(str(getattr(one, "markdown", one))) for one in words) else ";"


@of_text
def dinh(value: str) -> str:
    """Giữ liền trên một dòng những chỗ không được ngắt, như «số 26/CT-TTg», «05 tháng 3», «Điều 12».

    Ví dụ: {{ "quý III" | dinh }} → quý\u00a0III
    """
    return text.join_unbreakable(value)
