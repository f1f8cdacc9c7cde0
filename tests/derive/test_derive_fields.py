"""The list of fields for template authors."""

from __future__ import annotations

from dataclasses import asdict
from decimal import Decimal

import pytest
from derive_kit import count, pack_of, rate
from jinja2 import Environment, StrictUndefined

from baocao.derive.fields import KIND_WORDS, fields
from baocao.derive.sample import sample_context
from baocao.packs.catalogue import Indicator, Kind

PACK = pack_of(
    count("tthc.tiep_nhan", "Tiếp nhận", example="1.234"),
    rate("tthc.ty_le", label="Tỷ lệ"),
    Indicator("chi_so.diem", "Chỉ số", Kind.POINTS, unit="điểm", maximum=Decimal(100)),
    Indicator("chi_so.hang", "Hạng", Kind.RANK, example="11/12"),
    Indicator("ban_hanh", "Kế hoạch", Kind.DOCUMENT),
    Indicator("mo_dau", "Mở đầu", Kind.TEXT, example="Thực hiện Kế hoạch"),
    Indicator("co", "Có", Kind.YESNO),
    Indicator("ngay", "Ngày", Kind.DATE),
    Indicator("giai_doan", "Giai đoạn", Kind.PERIOD),
    Indicator("tien", "Tiền", Kind.MONEY, example="trên 8,3 tỷ đồng"),
    Indicator("ds", "Mô hình", Kind.LIST, fields=(Indicator("ten", "Tên", Kind.TEXT), count("so", "Số"))),
)
FIELDS = {field.name: field for field in fields(PACK)}


@pytest.mark.parametrize(
    ("name", "kind", "tag", "sample"),
    [
        ("tthc.tiep_nhan", "số đếm", "{{ tthc.tiep_nhan }}", "1.234"),
        ("tthc.ty_le", "tỷ lệ", "{{ tthc.ty_le }}", "98,74%"),
        ("chi_so.hang", "thứ hạng", "{{ chi_so.hang }}", "11/12"),
        ("ban_hanh", "văn bản", "{{ ban_hanh }}", "Kế hoạch số 34/KH-UBND ngày 06/02/2023"),
        ("mo_dau", "đoạn chữ", "{{p mo_dau }}", "Thực hiện Kế hoạch"),
        ("co", "có/không", "{% if co %}", "có"),
        ("ngay", "ngày", "{{ ngay }}", "05/3/2024"),
        ("giai_doan", "kỳ", "{{ giai_doan }}", "năm 2023"),
        ("tien", "số tiền", "{{ tien }}", "8.300.000.000 đồng"),
        ("ds", "danh sách", "{%p for m in ds %}", ""),
        ("ds.so_luong", "số đếm", "{{ ds.so_luong }}", "01"),
        ("ds[].ten", "đoạn chữ", "{{r m.ten }}", "Đã ban hành kế hoạch."),
        ("ds[].so", "số đếm", "{{ m.so }}", "27.630"),
        ("*.huong", "của số", "{{ chi_so.diem.huong }}", "tăng"),
        ("*.tong", "của số", "{{ chi_so.diem.tong }}", "100"),
        ("vb.so", "chữ", "{{ vb.so }}", "05"),
        ("dv.nguoi_ky.ho_ten", "chữ", "{{ dv.nguoi_ky.ho_ten }}", "Nguyễn Văn An"),
    ],
)
def test_field(name, kind, tag, sample):
    field = FIELDS[name]
    assert (field.kind, field.tag, field.sample) == (kind, tag, sample)


def test_every_kind_has_a_word():
    assert set(KIND_WORDS) == set(Kind)


def test_every_plain_tag_renders_its_sample():
    environment = Environment(undefined=StrictUndefined, autoescape=False)
    context = sample_context(PACK)
    tags = [field for field in FIELDS.values() if field.tag.startswith("{{ ") and " m." not in field.tag]
    assert len(tags) > 30
    for field in tags:
        assert environment.from_string(field.tag).render(context) == field.sample


def test_every_name_of_the_views_is_listed():
    context = sample_context(PACK)
    for view in ("dv", "ky", "vb"):
        listed = {name.split(".")[1] for name in FIELDS if name.startswith(f"{view}.")}
        assert listed == set(context[view].names()) - {"them"}


def test_fields_are_plain_data():
    assert asdict(FIELDS["chi_so.diem"]) == {
        "name": "chi_so.diem",
        "label": "Chỉ số",
        "kind": "điểm",
        "unit": "điểm",
        "tag": "{{ chi_so.diem }}",
        "sample": "80,41",
    }


def test_a_sample_with_looks_and_paragraphs_is_shown_as_typed() -> None:
    pack = pack_of(
        Indicator("bai", "Bài", Kind.TEXT, example="# Một\n\n**hai** {ba}", full=1),
        Indicator("ds", "Phụ lục", Kind.LIST, fields=(Indicator("bai", "Bài", Kind.TEXT, full=1),)),
    )
    found = {field.name: (field.tag, field.sample) for field in fields(pack)}
    assert found["bai"] == ("{{p bai }}", "# Một\n\n**hai** {ba}")
    assert found["ds[].bai"] == ("{{p m.bai }}", "Đã ban hành kế hoạch.")
