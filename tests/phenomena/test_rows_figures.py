"""Rows 29 to 40 of docs/hien-tuong.md: figures in the text."""

from __future__ import annotations

from typing import Any

import pytest
from pack_kit import Office

CATALOGUE = """
  a.nhan: {nhan: Tiếp nhận, loai: dem, don_vi_tinh: hồ sơ}
  a.xong: {nhan: Giải quyết, loai: dem, don_vi_tinh: hồ sơ}
  a.dung: {nhan: Đúng hạn, loai: dem, don_vi_tinh: hồ sơ}
  a.ty_le: {nhan: Tỷ lệ, loai: ty_le, tu_so: a.xong, mau_so: a.nhan}
  a.ty_le_dung: {nhan: Tỷ lệ đúng hạn, loai: ty_le, tu_so: a.dung, mau_so: a.nhan}
  a.ty_le_khac: {nhan: Tỷ lệ khác, loai: ty_le, tu_so: a.dung, mau_so: a.xong}
  b.luot: {nhan: Lượt tiếp dân, loai: dem, don_vi_tinh: lượt}
  b.nguoi: {nhan: Lượt người, loai: dem, don_vi_tinh: lượt người}
  b.bo: {nhan: Bộ hồ sơ, loai: dem, don_vi_tinh: bộ}
  b.vu: {nhan: Vụ việc, loai: dem, don_vi_tinh: vụ việc}
  c.diem: {nhan: Điểm, loai: diem, toi_da: 100}
  c.hang: {nhan: Hạng, loai: hang}
  d.tien: {nhan: Kinh phí, loai: tien}
  d.tien_hai: {nhan: Kinh phí hai, loai: tien}
  d.tien_ba: {nhan: Kinh phí ba, loai: tien}
"""


@pytest.fixture
def said(office: Office):
    """The one sentence of a report with these figures."""

    def made(sentence: str, figures: dict[str, Any], **before: Any) -> str:
        office.data["so_lieu"] = figures
        if before:
            office.data["nam_truoc"] = before
        line = office.report(sentence, "--khong-soat", catalogue=CATALOGUE).lines[8]
        return line

    return made


def test_row_29_leading_zeros_next_to_plain_numbers(said) -> None:
    text = "Có {{ a.xong }}/{{ a.nhan }} hồ sơ, {{ b.vu }} vụ việc, hạng {{ c.hang }}."
    figures = {"a": {"xong": "7", "nhan": "14"}, "b": {"vu": "2"}, "c": {"hang": "5/12"}}
    assert said(text, figures) == "Có 07/14 hồ sơ, 02 vụ việc, hạng 05/12."


def test_row_30_a_of_b_with_and_without_percentage(said) -> None:
    text = (
        "Giải quyết {{ a.xong }}/{{ a.nhan }} hồ sơ, đạt {{ a.ty_le }}; đúng hạn {{ a.dung }} hồ sơ (đã trả "
        "kết quả) trên {{ a.nhan }} hồ sơ."
    )
    assert said(text, {"a": {"xong": "90", "dung": "75", "nhan": "120"}}) == (
        "Giải quyết 90/120 hồ sơ, đạt 75%; đúng hạn 75 hồ sơ (đã trả kết quả) trên 120 hồ sơ."
    )


def test_row_31_points_ranks_and_steps(said) -> None:
    text = (
        "Đạt {{ c.diem }}/100 điểm, xếp hạng {{ c.hang }} ({{ c.hang.huong }} {{ c.hang.chenh_lech }} bậc "
        "so với {{ ky.truoc }})."
    )
    figures = {"c": {"diem": "80,41", "hang": "11/12"}}
    assert said(text, figures, c={"diem": "78,06", "hang": "9/12"}) == (
        "Đạt 80,41/100 điểm, xếp hạng 11/12 (giảm 02 bậc so với năm 2025)."
    )


def test_row_32_comparison_with_old_value_and_direction(said) -> None:
    text = (
        "Tiếp nhận {{ a.nhan }} hồ sơ ({{ a.nhan.huong }} {{ a.nhan.chenh_lech }} hồ sơ so với "
        "{{ ky.truoc }} là {{ a.nhan.truoc }} hồ sơ)."
    )
    assert said(text, {"a": {"nhan": "1.250"}}, a={"nhan": "1.300"}) == (
        "Tiếp nhận 1.250 hồ sơ (giảm 50 hồ sơ so với năm 2025 là 1.300 hồ sơ)."
    )


LEVELS = """
  a.nhan: {nhan: Tiếp nhận, loai: dem, don_vi_tinh: hồ sơ, thanh_phan: [[a.huyen, a.xa]]}
  a.huyen: {nhan: Cấp huyện, loai: dem, don_vi_tinh: hồ sơ}
  a.xa: {nhan: Cấp xã, loai: dem, don_vi_tinh: hồ sơ, thanh_phan: [[a.mang, a.giay]]}
  a.mang: {nhan: Trực tuyến, loai: dem, don_vi_tinh: hồ sơ, thanh_phan: [[a.dung, a.tre]]}
  a.giay: {nhan: Trực tiếp, loai: dem, don_vi_tinh: hồ sơ}
  a.dung: {nhan: Đúng hạn, loai: dem, don_vi_tinh: hồ sơ}
  a.tre: {nhan: Trễ hạn, loai: dem, don_vi_tinh: hồ sơ}
"""


def test_row_33_breakdown_over_three_levels(office: Office) -> None:
    office.data["so_lieu"] = {"a": {"huyen": "20", "giay": "30", "dung": "45", "tre": "5"}}
    text = (
        "Tiếp nhận {{ a.nhan }} hồ sơ, trong đó cấp huyện {{ a.huyen }} hồ sơ, cấp xã {{ a.xa }} hồ sơ (trực "
        "tiếp {{ a.giay }}; trực tuyến {{ a.mang }}: đúng hạn {{ a.dung }}, trễ hạn {{ a.tre }})."
    )
    assert office.report(text, "--khong-soat", catalogue=LEVELS).lines[8] == (
        "Tiếp nhận 100 hồ sơ, trong đó cấp huyện 20 hồ sơ, cấp xã 80 hồ sơ (trực tiếp 30; trực tuyến 50: "
        "đúng hạn 45, trễ hạn 05)."
    )


def test_row_34_dual_counts(said) -> None:
    text = "Đã tiếp {{ b.luot }} lượt/{{ b.nguoi }} lượt người."
    assert said(text, {"b": {"luot": "866", "nguoi": "964"}}) == "Đã tiếp 866 lượt/964 lượt người."


def test_row_35_money_in_every_measure(said) -> None:
    text = "Kinh phí {{ d.tien }}, {{ d.tien_hai }} và {{ d.tien_ba }}."
    figures = {"d": {"tien": "69.639.646 đồng", "tien_hai": "120,5 triệu đồng", "tien_ba": "8,3 tỷ đồng"}}
    assert said(text, figures) == "Kinh phí 69.639.646 đồng, 120,5 triệu đồng và 8,3 tỷ đồng."


def test_row_35_thousands_in_the_word_of_the_house(office: Office) -> None:
    office.unit["phong_cach"] = {"nghin_ngan": "ngàn"}
    office.data["so_lieu"] = {"d": {"tien": "36 nghìn đồng"}}
    assert office.report("{{ d.tien }}.", "--khong-soat", catalogue=CATALOGUE).lines[8] == "36 ngàn đồng."


@pytest.mark.parametrize("hedge", ["hơn", "trên", "gần", "khoảng"])
def test_row_36_hedges(said, hedge: str) -> None:
    assert said("Có {{ b.nguoi }} lượt người dự.", {"b": {"nguoi": f"{hedge} 1.674"}}) == (
        f"Có {hedge} 1.674 lượt người dự."
    )


def test_row_37_a_figure_with_a_span_of_its_own(said) -> None:
    text = "Từ ngày {{ a.nhan.tu_ngay }} đã số hóa {{ a.nhan }} hồ sơ."
    figures = {"a": {"nhan": {"gia_tri": "27.048", "tu_ngay": "15/12/2025"}}}
    assert said(text, figures) == "Từ ngày 15/12/2025 đã số hóa 27.048 hồ sơ."


def test_row_37_a_month_from_the_21st_to_the_20th(office: Office) -> None:
    office.data["ky"] = {"thang": "2", "nam": "2026", "tu_ngay": "21/01/2026", "den_ngay": "20/02/2026"}
    line = office.report("Tính từ ngày {{ ky.tu_ngay }} đến ngày {{ ky.den_ngay }}.", "--khong-soat").lines[8]
    assert line == "Tính từ ngày 21/01/2026 đến ngày 20/02/2026."


NIL = (
    "Đầu.{% if a.nhan.gia_tri %} Có {{ a.nhan }} hồ sơ.{% elif a.nhan.khong_phat_sinh %} Không phát sinh "
    "hồ sơ.{% elif not a.nhan.trong %} Số hồ sơ: {{ a.nhan | so }}.{% endif %}"
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("12", "Đầu. Có 12 hồ sơ."),
        ("0", "Đầu. Số hồ sơ: 0."),
        ("không phát sinh", "Đầu. Không phát sinh hồ sơ."),
        ("", "Đầu."),
    ],
)
def test_row_38_nil_zero_and_blank_are_three_things(said, typed: str, printed: str) -> None:
    assert said(NIL, {"a": {"nhan": typed}}) == printed


def test_row_39_decimals_as_each_rate_asks(said) -> None:
    text = "{{ a.ty_le }}; {{ a.ty_le_dung }}; {{ a.ty_le_khac }}."
    figures = {
        "a": {
            "nhan": "700",
            "xong": "300",
            "dung": "200",
            "ty_le": {"so_le": "0"},
            "ty_le_dung": {"so_le": "1"},
            "ty_le_khac": {"cong_bo": "66,66%"},
        }
    }
    assert said(text, figures) == "43%; 28,6%; 66,66%."


def test_row_40_words_for_what_is_counted(said) -> None:
    text = "{{ b.bo }} bộ hồ sơ; {{ b.vu }} vụ việc; {{ b.luot }} lượt; {{ a.nhan }} HS."
    figures = {"a": {"nhan": "14"}, "b": {"bo": "12", "vu": "13", "luot": "15"}}
    assert said(text, figures) == "12 bộ hồ sơ; 13 vụ việc; 15 lượt; 14 HS."
