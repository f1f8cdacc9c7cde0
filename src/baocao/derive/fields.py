"""Every field a template author may use, for `baocao mau truong` and the documentation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any

from baocao.derive.figures import Figures
from baocao.derive.sample import sample_figures
from baocao.derive.text import Text
from baocao.packs.catalogue import NUMERIC, Indicator, Kind, OverYears
from baocao.packs.pack import Pack
from baocao.vietnamese.terms import terms


@dataclass(frozen=True, slots=True)
class Field:
    """One field. `tag`: what to type in the template; `sample`: how it prints with sample data."""

    name: str
    label: str
    kind: str
    unit: str
    tag: str
    sample: str


KIND_WORDS: Mapping[Kind, str] = {
    Kind.COUNT: "số đếm",
    Kind.RATE: "tỷ lệ",
    Kind.POINTS: "điểm",
    Kind.RANK: "thứ hạng",
    Kind.MONEY: "số tiền",
    Kind.DATE: "ngày",
    Kind.PERIOD: "kỳ",
    Kind.DOCUMENT: "văn bản",
    Kind.LIST: "danh sách",
    Kind.TEXT: "đoạn chữ",
    Kind.YESNO: "có/không",
}

_OF_FIGURE = {
    "truoc": "số của kỳ trước",
    "chenh_lech": "chênh lệch so với kỳ trước, không dấu",
    "ty_le_chenh_lech": "chênh lệch tính theo % của kỳ trước",
    "huong": "chữ «tăng», «giảm» hoặc «không thay đổi»",
    "tong": "tổng số đơn vị xếp hạng, hoặc điểm tối đa",
    "con_thieu": "số điểm còn thiếu so với điểm tối đa",
    "ty_le_tong": "số điểm đạt tính theo % điểm tối đa",
    "gia_tri": "giá trị để so sánh trong điều kiện",
    "don_vi_tinh": "đơn vị tính",
    "rao": "chữ rào trước số: trên, hơn, gần, khoảng, dưới",
    "nguon": "nguồn số liệu",
    "ten": "tên chỉ tiêu",
}
_EACH_YEAR = (
    "{{% for m in {ma}.cac_nam %}}{{{{ m.ky }}}}: {{{{ m.so }}}}"
    "{{% if not loop.last %}}; {{% endif %}}{{% endfor %}}"
)
_ONE_YEAR = "Mọi số: một năm của dãy, giữa for và endfor viết"
_OF_SERIES = {
    "cac_nam.cuoi": "số của năm cuối trong dãy",
    "cac_nam.dau": "số của năm đầu trong dãy",
    "cac_nam.so_voi_dau.chenh_lech": "chênh lệch của năm cuối so với năm đầu; có cả huong, …",
    "cac_nam.cong": "cộng các năm; chỉ chỉ tiêu có cong_nam: có",
}
_OF_YEAR = {
    "ky": "tên kỳ của năm đó",
    "nam": "năm",
    "so": "số của năm đó",
    "chenh_lech": "chênh lệch so với năm trước đó, không dấu",
    "ty_le_chenh_lech": "chênh lệch tính theo % của năm trước đó",
    "huong": "chữ «tăng», «giảm» hoặc «không thay đổi» so với năm trước đó",
}
_OF_YEAR_CONDITION = {
    "co_truoc": "so sánh được với năm trước đó",
    "qua_sap_xep": "giữa hai năm có ngày 01/7/2025, nên so sánh phải có chú thích",
}
_OF_SERIES_CONDITION = {"cac_nam.trong": "chưa có số của năm nào trong dãy"}
_OF_CONDITION = {
    "co_truoc": "so sánh được với kỳ trước",
    "cong_don_vi": "là số cộng của các đơn vị cấp dưới",
    "khong_phat_sinh": "số liệu ghi «không phát sinh»",
    "trong": "chưa có số liệu",
}
_VIEWS = {
    "dv.ten": "tên đơn vị",
    "dv.ma": "mã đơn vị hành chính",
    "dv.tu_xung": "cách đơn vị tự gọi mình",
    "dv.dia_danh": "địa danh",
    "dv.ky_hieu": "chữ viết tắt tên cơ quan",
    "dv.cap": "cấp của đơn vị",
    "dv.dong_ten": "các dòng tên cơ quan ở đầu văn bản",
    "dv.dong_chu_quan": "các dòng tên cơ quan chủ quản",
    "dv.kinh_gui": "các nơi kính gửi",
    "dv.noi_nhan": "các nơi nhận, chưa có dòng Lưu",
    "dv.luu": "chữ sau «Lưu:»",
    "dv.nguoi_soan": "người soạn thảo",
    "dv.kieu_nguoi_soan": "cách in người soạn: chi_so_duoi hoặc ngoac",
    "dv.ban_dien_tu": "đúng khi đơn vị ban hành bản điện tử",
    "dv.nguoi_ky.dong": "các dòng quyền hạn, chức vụ người ký",
    "dv.nguoi_ky.ho_ten": "họ tên người ký",
    "ky.ten": "kỳ báo cáo",
    "ky.truoc": "kỳ trước",
    "ky.sau": "kỳ sau",
    "ky.trong_ky": "chữ mở câu không nhắc lại năm nào: trong năm, trong quý, trong 6 tháng đầu năm",
    "ky.cung_ky": "kỳ được so sánh: năm trước, hoặc cùng kỳ năm trước",
    "ky.nam": "năm báo cáo",
    "ky.nam_truoc": "năm trước",
    "ky.nam_sau": "năm sau",
    "ky.nam_cuoi": "năm cuối của giai đoạn",
    "ky.cac_nam": "các năm của dãy số liệu: cả giai đoạn, hoặc các năm có tệp số liệu",
    "ky.so": "quý, tháng hoặc số thứ tự của kỳ (0: không có)",
    "ky.loai": "loại kỳ",
    "ky.tu_ngay": "số liệu từ ngày",
    "ky.den_ngay": "số liệu đến ngày",
    "ky.chot_ngay": "ngày chốt số liệu",
    "ky.co_khoang_rieng": "đúng khi tệp số liệu ghi tu_ngay hoặc den_ngay",
    "vb.so": "số văn bản",
    "vb.ky_hieu": "ký hiệu văn bản",
    "vb.ngay": "ngày văn bản, luôn viết kiểu dài",
    "vb.ten_loai": "tên loại văn bản",
    "vb.trich_yeu": "các dòng trích yếu",
    "vb.can_cu": "các căn cứ",
    "vb.nhap": "đúng khi là bản nháp",
}


def fields(pack: Pack) -> tuple[Field, ...]:
    """The pack's indicators as the catalogue orders them, what every figure has, then unit, period, head."""
    samples = sample_figures(pack)
    indicators = tuple(pack.catalogue)
    return (
        *(field for one in indicators for field in _indicator(one, samples[one.id])),
        *_figure_attributes(indicators, samples),
        *(_view(name, label, samples.context()) for name, label in _views()),
    )


def view_labels() -> dict[str, str]:
    """What unit, period and head of a report offer, by name ("ky.ten"), with their labels."""
    return dict(_views())


def _views() -> Iterator[tuple[str, str]]:
    """Names and labels of unit, period and head; the terms that change with the law stand with the unit."""
    of_unit = {name: label for name, label in _VIEWS.items() if name.startswith("dv.")}
    yield from of_unit.items()
    yield from ((f"dv.{term.name}", term.label) for term in terms().values())
    yield from ((name, label) for name, label in _VIEWS.items() if name not in of_unit)


def _indicator(indicator: Indicator, sample: Any) -> Iterator[Field]:
    printed = "" if indicator.kind is Kind.LIST else _shown(sample)
    yield _field(indicator, indicator.id, _tag(indicator), printed)
    if indicator.kind is Kind.LIST:
        counted = replace(indicator, label=f"{indicator.label}: số dòng", kind=Kind.COUNT)
        tag = f"{{{{ {indicator.id}.so_luong }}}}"
        yield _field(counted, f"{indicator.id}.so_luong", tag, str(sample.so_luong))
        for field in indicator.fields:
            sign = "" if field.kind is not Kind.TEXT else "p" if field.full else "r"
            tag = f"{{{{{sign} m.{field.id} }}}}"
            yield _field(field, f"{indicator.id}[].{field.id}", tag, _shown(getattr(sample[0], field.id)))


def _shown(sample: Any) -> str:
    """How a sample prints; a text that has more than one plain run is shown as it is typed."""
    if isinstance(sample, Text) and sample.co_dinh_dang:
        return sample.markdown
    return str(sample)


def _field(indicator: Indicator, name: str, tag: str, sample: str) -> Field:
    return Field(name, indicator.label, KIND_WORDS[indicator.kind], indicator.unit, tag, sample)


def _tag(indicator: Indicator) -> str:
    match indicator.kind:
        case Kind.LIST:
            return f"{{%p for m in {indicator.id} %}}"
        case Kind.TEXT:
            return f"{{{{p {indicator.id} }}}}"
        case Kind.YESNO:
            return f"{{% if {indicator.id} %}}"
        case _:
            return f"{{{{ {indicator.id} }}}}"


def _figure_attributes(indicators: tuple[Indicator, ...], samples: Figures) -> Iterator[Field]:
    """What every figure has, shown on the first points of the pack, else on its first figure."""
    numeric = [one for one in indicators if one.kind in NUMERIC]
    for one in sorted(numeric, key=lambda one: one.kind is not Kind.POINTS)[:1]:
        for name, label in _OF_FIGURE.items():
            sample = str(getattr(samples[one.id], name))
            yield Field(f"*.{name}", f"Mọi số: {label}", "của số", "", f"{{{{ {one.id}.{name} }}}}", sample)
        for name, label in _OF_CONDITION.items():
            yield Field(f"*.{name}", f"Mọi số: {label}", "điều kiện", "", f"{{% if {one.id}.{name} %}}", "")
    if numeric:
        adding = [one for one in numeric if one.over_years is OverYears.SUM]
        yield from _series_attributes((adding or numeric)[0], samples)


def _series_attributes(one: Indicator, samples: Figures) -> Iterator[Field]:
    """What every figure has year by year, shown on one figure."""
    figure = samples[one.id]
    year = figure.cac_nam[0].nam
    whole = "Mọi số: số từng năm"
    last, sample = figure.cac_nam[-1], "; ".join(f"{item.ky}: {item.so}" for item in figure.cac_nam)
    yield Field("*.cac_nam", whole, "danh sách", "", _EACH_YEAR.format(ma=one.id), sample)
    for name, label in _OF_YEAR.items():
        sample = str(getattr(last, name))
        tag = f"{{{{ {one.id}.cac_nam.cuoi.{name} }}}}"
        yield Field(f"*.cac_nam[].{name}", f"{_ONE_YEAR} m.{name}: {label}", "của năm", "", tag, sample)
    for name, label in _OF_YEAR_CONDITION.items():
        tag = f"{{% if {one.id}.cac_nam.cuoi.{name} %}}"
        yield Field(f"*.cac_nam[].{name}", f"{_ONE_YEAR} m.{name}: {label}", "điều kiện", "", tag, "")
    for name, label in _OF_SERIES.items():
        if name == "cac_nam.cong" and one.over_years is not OverYears.SUM:
            continue
        sample = str(reduce(getattr, name.split("."), figure))
        yield Field(f"*.{name}", f"{whole}: {label}", "của số", "", f"{{{{ {one.id}.{name} }}}}", sample)
    for name, label in _OF_SERIES_CONDITION.items():
        yield Field(f"*.{name}", f"{whole}: {label}", "điều kiện", "", f"{{% if {one.id}.{name} %}}", "")
    tag = f"{{{{ {one.id}.nam({year}) }}}}"
    yield Field(f"*.nam({year})", "Mọi số: số của một năm", "của số", "", tag, str(figure.nam(year)))


def _view(name: str, label: str, context: Mapping[str, Any]) -> Field:
    top, *rest = name.split(".")
    value = context[top]
    for step in rest:
        value = getattr(value, step)
    if isinstance(value, tuple):
        return Field(name, label, "danh sách", "", f"{{%p for d in {name} %}}", "; ".join(map(str, value)))
    if isinstance(value, bool):
        return Field(name, label, "điều kiện", "", f"{{% if {name} %}}", "")
    return Field(name, label, "chữ", "", f"{{{{ {name} }}}}", str(value))
