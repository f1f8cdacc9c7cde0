"""`phong_cach`: how a unit likes its figures, dates and words (spec nd30, 4.1)."""

from __future__ import annotations

from baocao.model.form import Form
from baocao.model.record import HouseStyle
from baocao.vietnamese.text import first_lower, first_upper

STYLE_FORM = {
    "so_hai_chu_so": "số đếm dưới 10 viết hai chữ số",
    "hang_hai_chu_so": "hạng dưới 10 viết hai chữ số",
    "so_le": "số chữ số lẻ",
    "giu_so_khong": "giữ số 0 cuối phần lẻ",
    "linh_le": "đọc linh hay lẻ",
    "nghin_ngan": "đọc nghìn hay ngàn",
    "kieu_ngay": "cách viết ngày",
    "viet_hoa_tu_xung": "viết hoa chữ đơn vị tự xưng",
    "chu_thich_dem_lai": "đánh số lại chú thích",
}

DATE_FORMS = {"nhu_go": None, "dai": True, "ngan": False}
RESTARTS = {"khong": "continuous", "moi_trang": "eachPage", "moi_phan": "eachSect"}


def read_style(form: Form) -> HouseStyle:
    """The house style; what is not given follows the defaults of `HouseStyle`."""
    places = form.whole("so_le", 0, 6)
    usual = HouseStyle()
    return HouseStyle(
        two_digit_counts=form.flag("so_hai_chu_so", usual.two_digit_counts),
        two_digit_ranks=form.flag("hang_hai_chu_so", usual.two_digit_ranks),
        decimals=usual.decimals if places is None else places,
        keep_zeros=form.flag("giu_so_khong", usual.keep_zeros),
        zero_word=form.choice("linh_le", {"linh": "linh", "lẻ": "lẻ"}, usual.zero_word),
        thousand_word=form.choice("nghin_ngan", {"nghìn": "nghìn", "ngàn": "ngàn"}, usual.thousand_word),
        long_dates=form.choice("kieu_ngay", DATE_FORMS, usual.long_dates),
        capital_self_name=form.flag("viet_hoa_tu_xung", False) if form.get("viet_hoa_tu_xung") else None,
        footnotes_restart=form.choice("chu_thich_dem_lai", RESTARTS, usual.footnotes_restart),
    )


def style_words(style: HouseStyle) -> dict[str, str]:
    """Each entry of `phong_cach` as one would type it."""
    forms = {meaning: word for word, meaning in (*DATE_FORMS.items(), *RESTARTS.items())}
    return {
        "so_hai_chu_so": _YES_NO[style.two_digit_counts],
        "hang_hai_chu_so": _YES_NO[style.two_digit_ranks],
        "so_le": str(style.decimals),
        "giu_so_khong": _YES_NO[style.keep_zeros],
        "linh_le": style.zero_word,
        "nghin_ngan": style.thousand_word,
        "kieu_ngay": forms[style.long_dates],
        "viet_hoa_tu_xung": _YES_NO[style.capital_self_name],
        "chu_thich_dem_lai": forms.get(style.footnotes_restart, "theo mẫu"),
    }


_YES_NO = {True: "có", False: "không", None: "như gõ"}


def self_name_in(style: HouseStyle, name: str) -> str:
    """How the unit calls itself, in the house's spelling: "Huyện" or "huyện"; as typed when it has none."""
    if style.capital_self_name is None:
        return name
    return first_upper(name) if style.capital_self_name else first_lower(name)
