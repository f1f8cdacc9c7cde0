"""Stated against computed: the numbers of the reference report, and the hints that go with a false one."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from derive_kit import ABOUT, NIL, OVER, at_line, count, figures_of, number, rate

from baocao.derive.figures import STRICT_CODES
from baocao.errors import Severity
from baocao.messages import catalogue
from baocao.model.record import Hedge, Value
from baocao.packs.catalogue import Indicator, Kind


def level(name, who):
    base = f"tthc.{name}"
    return (
        count(f"{base}.tiep_nhan", f"Tiếp nhận {who}"),
        count(f"{base}.truc_tuyen", f"Trực tuyến {who}", within=(f"{base}.tiep_nhan",)),
        count(f"{base}.dung_han", f"Đúng hạn {who}", within=(f"{base}.tiep_nhan",)),
        rate(f"{base}.ty_le_dung_han", f"{base}.dung_han", f"{base}.tiep_nhan", f"Tỷ lệ đúng hạn {who}"),
        rate(
            f"{base}.ty_le_truc_tuyen", f"{base}.truc_tuyen", f"{base}.tiep_nhan", f"Tỷ lệ trực tuyến {who}"
        ),
    )


REFERENCE = (
    count("tthc.tiep_nhan", "Tiếp nhận", parts=(("tthc.cap_huyen.tiep_nhan", "tthc.cap_xa.tiep_nhan"),)),
    *level("cap_huyen", "cấp huyện"),
    *level("cap_xa", "cấp xã"),
    count("tthc.ra_soat", "TTHC rà soát", unit="TTHC"),
    count("tthc.don_gian", "TTHC đơn giản hóa", unit="TTHC"),
    rate("tthc.ty_le_don_gian", "tthc.don_gian", "tthc.ra_soat", "Tỷ lệ đơn giản hóa"),
)
STATED = {
    "tthc.tiep_nhan": 27630,
    "tthc.cap_huyen.tiep_nhan": 3252,
    "tthc.cap_huyen.truc_tuyen": 2413,
    "tthc.cap_huyen.dung_han": 3190,
    "tthc.cap_huyen.ty_le_dung_han": at_line("99.15", 12),
    "tthc.cap_huyen.ty_le_truc_tuyen": "74.2",
    "tthc.cap_xa.tiep_nhan": 24378,
    "tthc.cap_xa.truc_tuyen": 15121,
    "tthc.cap_xa.dung_han": 24092,
    "tthc.cap_xa.ty_le_dung_han": at_line("99.61", 20),
    "tthc.cap_xa.ty_le_truc_tuyen": at_line("62.02", 21),
    "tthc.ra_soat": 197,
    "tthc.don_gian": 69,
    "tthc.ty_le_don_gian": 35,
}


def test_reference_report_has_two_false_rates_and_one_cut():
    findings = figures_of(REFERENCE, STATED).findings
    assert [(one.code, one.level, one.where.line) for one in findings] == [
        ("ty-le-lech", Severity.WARNING, 12),
        ("ty-le-lech", Severity.WARNING, 20),
        ("ty-le-bi-cat", Severity.INFO, 21),
    ]
    assert findings[0].text == (
        "Tỷ lệ công bố 99,15% không khớp số liệu: 3.190 hồ sơ («Đúng hạn cấp huyện») trên 3.252 hồ sơ "
        "(«Tiếp nhận cấp huyện») là 98,09%. "
        "Không có số hồ sơ nào chia ra được 99,15%."
    )
    assert findings[1].text == (
        "Tỷ lệ công bố 99,61% không khớp số liệu: 24.092 hồ sơ («Đúng hạn cấp xã») trên 24.378 hồ sơ "
        "(«Tiếp nhận cấp xã») là 98,83%. "
        "Muốn được 99,61% thì mẫu số phải từ 24.186 đến 24.187."
    )
    assert findings[2].text == (
        "Tỷ lệ công bố 62,02% là số bị cắt bớt, chưa làm tròn: 15.121 hồ sơ («Trực tuyến cấp xã») trên "
        "24.378 hồ sơ («Tiếp nhận cấp xã») làm tròn là 62,03%."
    )
    assert str(findings[0].where) == (
        "so-lieu.yaml, dòng 12, «Tỷ lệ đúng hạn cấp huyện» (tthc.cap_huyen.ty_le_dung_han)"
    )


def test_report_prints_what_was_stated():
    figures = figures_of(REFERENCE, STATED)
    assert str(figures["tthc.cap_huyen.ty_le_dung_han"]) == "99,15%"
    assert str(figures["tthc.cap_huyen.ty_le_truc_tuyen"]) == "74,2%"


def test_every_remedy_can_be_printed():
    for one in figures_of(REFERENCE, STATED).findings:
        assert "{" not in one.text + one.remedy


BASE = (
    count("a.dung_han", "Đúng hạn"),
    count("a.tiep_nhan", "Tiếp nhận"),
    count("a.da", "Đã giải quyết"),
    count("b.khac", "Khác"),
    rate("a.r", "a.dung_han", "a.tiep_nhan", "Tỷ lệ"),
)


def hint(values):
    (found,) = figures_of(BASE, values).findings
    return dict(found.facts)["goi_y"]


def test_names_the_count_that_was_the_base():
    values = {"a.dung_han": 95, "a.tiep_nhan": 120, "a.da": 100, "a.r": "95", "b.khac": 77}
    assert hint(values) == " 95% là đúng nếu mẫu số là «Đã giải quyết» (100 hồ sơ)."


def test_names_the_count_that_was_the_numerator():
    values = {"a.dung_han": 95, "a.tiep_nhan": 120, "a.da": 110, "a.r": "91.67"}
    assert hint(values) == " 91,67% là đúng nếu tử số là «Đã giải quyết» (110 hồ sơ)."


def test_the_rates_own_group_comes_first():
    values = {"a.dung_han": 95, "a.tiep_nhan": 120, "a.da": 100, "b.khac": 100, "a.r": "95"}
    assert "«Đã giải quyết» (100 hồ sơ) hoặc «Khác» (100 hồ sơ)" in hint(values)


def test_single_and_open_base_ranges():
    few = {"a.dung_han": 3, "a.tiep_nhan": 9, "a.r": "75"}
    assert hint(few) == " Muốn được 75% thì mẫu số phải là 4."
    none = {"a.dung_han": 3, "a.tiep_nhan": 9, "a.r": "0"}
    assert hint(none) == " Không có số hồ sơ nào chia ra được 0%."


def test_zero_numerator_needs_no_base():
    assert hint({"a.dung_han": 0, "a.tiep_nhan": 9, "a.r": "50"}) == ""


@pytest.mark.parametrize(
    ("stated", "hedge", "codes"),
    [
        ("79", OVER, []),
        ("80", OVER, ["ty-le-lech"]),
        ("80", Hedge.NEARLY, []),
        ("79", Hedge.NEARLY, ["ty-le-lech"]),
        ("60", ABOUT, []),
    ],
)
def test_hedge_asks_for_the_right_side(stated, hedge, codes):
    values = {"a.dung_han": 95, "a.tiep_nhan": 120, "a.r": number(stated, hedge=hedge)}  # 79,17%
    assert [one.code for one in figures_of(BASE, values).findings] == codes


@pytest.mark.parametrize("part_of", [(), ("a.tiep_nhan",)])
def test_a_rate_of_hedged_numbers_beyond_all_is_told_as_one_of_exact_numbers(part_of):
    whole = (count("a.dung_han", "Đúng hạn", within=part_of), count("a.tiep_nhan", "Tiếp nhận"), BASE[-1])
    values = {"a.dung_han": number(50, hedge=OVER), "a.tiep_nhan": number(20, hedge=Hedge.NEARLY)}
    (found,) = figures_of(whole, values).findings
    assert (found.code, found.level) == ("ty-le-tinh-vuot-100", Severity.ERROR)
    assert found.text == (
        "Tỷ lệ tính được là khoảng 250%, vượt 100%: trên 50 hồ sơ («Đúng hạn») chia cho gần 20 hồ sơ "
        "(«Tiếp nhận»)."
    )
    assert figures_of(whole, {**values, "a.dung_han": number(20, hedge=OVER)}).findings == ()


@pytest.mark.parametrize(
    ("over", "codes"),
    [(3, ["ty-le-lech"]), (249, ["ty-le-lech"]), (250, []), (749, []), (750, ["ty-le-bi-cat"])],
)
def test_the_smallest_rate_stated_agrees_with_what_rounds_to_it(over, codes):
    values = {"a.dung_han": over, "a.tiep_nhan": 5_000_000, "a.r": number("0.01")}
    assert [one.code for one in figures_of(BASE, values).findings] == codes


def test_more_decimals_than_printed_are_judged_as_printed():
    values = {"a.dung_han": 95, "a.tiep_nhan": 120, "a.r": "79.16666666666667"}
    figures = figures_of(BASE, values)
    assert (figures.findings, str(figures["a.r"])) == ((), "79,17%")


SUM = (count("t", "Tiếp nhận", parts=(("h", "x"),)), count("h", "Cấp huyện"), count("x", "Cấp xã"))


def test_sum_that_differs_says_both_numbers_and_the_difference():
    (found,) = figures_of(SUM, {"t": 27631, "h": 3252, "x": 24378}).findings
    assert found.code == "tong-lech"
    assert found.text == (
        "«Tiếp nhận» ghi là 27.631 hồ sơ, lớn hơn tổng các phần là 01 hồ sơ: "
        "3.252 («Cấp huyện») + 24.378 («Cấp xã») = 27.630 hồ sơ."
    )


def test_sum_that_agrees_is_silent_also_with_nil_and_hedge():
    assert figures_of(SUM, {"t": 27630, "h": 3252, "x": 24378}).findings == ()
    assert figures_of(SUM, {"t": 5, "h": 5, "x": NIL}).findings == ()
    assert figures_of(SUM, {"t": number(9, hedge=OVER), "h": 5, "x": 5}).findings == ()
    assert figures_of(SUM, {"t": 9, "h": number(5, hedge=OVER), "x": 5}).findings == ()


def test_nil_whole_with_parts_is_a_difference():
    (found,) = figures_of(SUM, {"t": NIL, "h": 1, "x": 2}).findings
    assert "ghi là không phát sinh, nhỏ hơn tổng các phần là 03 hồ sơ" in found.text


def test_some_parts_beyond_the_whole():
    indicators = (count("t", "Tổng", parts=(("a", "b", "c"),)), *map(count, "abc"))
    (found,) = figures_of(indicators, {"t": 100, "a": 60, "b": 50}).findings
    assert (found.code, found.text) == (
        "phan-vuot-tong",
        "60 («a») + 50 («b») là 110 hồ sơ, lớn hơn «Tổng» là 100 hồ sơ.",
    )
    assert (
        figures_of(indicators, {"t": 100, "a": 160}).findings == ()
    )  # typed against typed: the model's matter


def test_derived_part_beyond_its_whole():
    indicators = (*SUM[1:], replace(SUM[0], within=("w",)), count("w", "Cả tỉnh"))
    (found,) = figures_of(indicators, {"h": 6, "x": 6, "w": 10}).findings
    assert (found.code, found.where.key) == ("phan-vuot-tong", "w")
    assert found.text == "«Tiếp nhận» (tự cộng) là 12 hồ sơ, lớn hơn «Cả tỉnh» là 10 hồ sơ."


def test_computed_rate_above_100():
    (found,) = figures_of(BASE, {"a.dung_han": 12, "a.tiep_nhan": 10}).findings
    assert (found.code, dict(found.facts)["tinh_duoc"]) == ("ty-le-tinh-vuot-100", "120%")
    assert found.level is Severity.ERROR  # as a typed one would be


SHARES = (
    *SUM,
    rate("rh", "h", "t", "Tỷ lệ cấp huyện"),
    rate("rx", "x", "t", "Tỷ lệ cấp xã"),
)


def test_stated_shares_must_make_100():
    (found,) = figures_of(SHARES, {"rh": "11.77", "rx": "80"}).findings
    assert (found.code, found.where.key) == ("ty-le-khong-du-100", "rh")
    assert "cộng lại là 91,77%" in found.text
    assert figures_of(SHARES, {"rh": "11.77", "rx": "88.2"}).findings == ()  # within rounding
    assert figures_of(SHARES, {"rh": "11.77"}).findings == ()


POINTS = Indicator("chi_so.diem", "Chỉ số CCHC", Kind.POINTS, unit="điểm")
RANK = Indicator("chi_so.hang", "Hạng", Kind.RANK)
TEXT = Indicator("nhan_xet", "Nhận xét", Kind.TEXT)
MOVED = {"chi_so.diem": "80.41", "chi_so.hang": "1/12"}
BEFORE = {"chi_so.diem": "78.06", "chi_so.hang": "10/12"}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Chỉ số giảm 2,35 điểm so với năm 2022", ["huong-trai-nguoc"]),
        ("Chỉ số tăng 2,35 điểm so với năm 2022", []),
        ("xếp hạng giảm 09 bậc", ["huong-trai-nguoc"]),
        ("xếp hạng tăng 9 bậc", []),
        ("giảm 2,35 triệu đồng; giảm 10 bậc", []),
    ],
)
def test_text_against_the_direction_of_a_figure(text, codes):
    figures = figures_of((POINTS, RANK, TEXT), MOVED | {"nhan_xet": Value(text=text)}, BEFORE)
    assert [one.code for one in figures.findings] == codes


def test_direction_finding_shows_the_words():
    (found,) = figures_of((POINTS,), MOVED, BEFORE, notes={"a": "Giảm 2,35 điểm."}).findings
    assert found.text == "Câu chữ viết «Giảm 2,35 điểm» nhưng theo số liệu thì «Chỉ số CCHC» tăng."
    assert found.where.key == "chu_thich.a"


def test_strict_codes_are_known_warnings():
    assert catalogue().keys() >= STRICT_CODES
    assert {catalogue()[code].severity for code in STRICT_CODES} == {Severity.WARNING}


def test_reference_numbers():
    indicators = tuple(rate(f"r{n}", f"a{n}", f"b{n}") for n in range(4)) + tuple(
        count(f"{side}{n}") for n in range(4) for side in "ab"
    )
    pairs = [(27282, 27630), (27048, 27630), (16067, 55633), (15121, 24378)]
    values = {f"a{n}": a for n, (a, _) in enumerate(pairs)} | {f"b{n}": b for n, (_, b) in enumerate(pairs)}
    figures = figures_of(indicators, values)
    assert [str(figures[f"r{n}"]) for n in range(4)] == ["98,74%", "97,89%", "28,88%", "62,03%"]
    assert figures["r0"].gia_tri == Decimal("98.74")


LEVELS = (
    count("nhan", "Tiếp nhận", parts=(("tinh", "huyen", "xa"), ("tinh", "xa"), ("huyen", "xa"))),
    count("tinh", "Cấp tỉnh"),
    count("huyen", "Cấp huyện"),
    count("xa", "Cấp xã"),
)


def codes_of(**stated):
    return [one.code for one in figures_of(LEVELS, stated).findings]


def test_the_longest_breakdown_with_data_judges_the_sum():
    assert codes_of(nhan=6, tinh=1, huyen=2, xa=3) == []
    assert codes_of(nhan=4, tinh=1, huyen=2, xa=3) == ["tong-lech"]


def test_a_shorter_breakdown_judges_when_the_longer_has_a_blank():
    assert codes_of(nhan=4, tinh=1, xa=3) == []
    assert codes_of(nhan=6, tinh=1, xa=3) == ["tong-lech"]


FIELD_TABLE = Indicator(
    "linh_vuc",
    "Hồ sơ theo lĩnh vực",
    Kind.LIST,
    fields=(count("tiep_nhan", "Tiếp nhận"), count("xong", "Đã giải quyết")),
)
BY_FIELD = (
    count("tong", "Tiếp nhận", parts=(("truc_tuyen", "truc_tiep"), ("linh_vuc[].tiep_nhan",))),
    count("truc_tuyen", "Trực tuyến"),
    count("truc_tiep", "Trực tiếp"),
    FIELD_TABLE,
)


def table(*received):
    return Value(records=tuple({} if one is None else {"tiep_nhan": number(one)} for one in received))


def test_a_blank_total_is_the_sum_of_the_column_before_other_parts():
    figures = figures_of(BY_FIELD, {"linh_vuc": table(500, 300), "truc_tuyen": 500, "truc_tiep": 300})
    assert figures.now["tong"].inputs == ("linh_vuc[].tiep_nhan",)
    assert (figures["tong"].gia_tri, figures.findings) == (800, ())


def test_a_column_with_a_gap_is_no_total():
    figures = figures_of(BY_FIELD, {"linh_vuc": table(500, None), "truc_tuyen": 500, "truc_tiep": 300})
    assert figures.now["tong"].inputs == ("truc_tuyen", "truc_tiep")


def test_a_total_that_differs_from_the_column_names_both():
    (found,) = figures_of(BY_FIELD, {"linh_vuc": table(500, 300), "tong": 790}).findings
    assert found.code == "tong-lech"
    assert found.text == (
        "«Tiếp nhận» ghi là 790 hồ sơ, nhỏ hơn tổng các phần là 10 hồ sơ: "
        "500 + 300 (cột «Tiếp nhận của Hồ sơ theo lĩnh vực») = 800 hồ sơ."
    )


def test_a_blank_total_with_two_different_sums_names_both():
    values = {"linh_vuc": table(500, 300), "truc_tuyen": 500, "truc_tiep": 290}
    (found,) = figures_of(BY_FIELD, values).findings
    assert (found.code, found.code in STRICT_CODES) == ("tong-hai-cach", True)
    assert "số tự cộng được là 800 hồ sơ" in found.text
    assert "500 («Trực tuyến») + 290 («Trực tiếp») = 790 hồ sơ" in found.text


def test_a_row_gets_its_rate():
    fields = (*FIELD_TABLE.fields, rate("ty_le", "xong", "tiep_nhan"))
    rows = (
        {"tiep_nhan": number(3), "xong": number(2)},
        {"tiep_nhan": number(3), "xong": number(2), "ty_le": number(60)},
        {"tiep_nhan": number(3)},
    )
    figures = figures_of((replace(FIELD_TABLE, fields=fields),), {"linh_vuc": Value(records=rows)})
    assert [str(row.ty_le) for row in figures["linh_vuc"]] == ["66,67%", "60%", "……"]


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (499_999, 500_000, "99,99%"),
        (500_000, 500_000, "100%"),
        (1, 500_000, "dưới 0,01%"),
        (25, 500_000, "0,01%"),
        (0, 500_000, "0%"),
        (10**29 - 1, 10**29, "99,99%"),
    ],
)
def test_a_rate_is_100_only_when_nothing_is_left_over(part, whole, words):
    figures = figures_of((rate("r", "a", "b"), count("a"), count("b")), {"a": part, "b": whole})
    assert str(figures["r"]) == words


def test_a_stated_100_percent_with_one_case_left_is_false():
    values = {"a": 499_999, "b": 500_000, "r": 100}
    (found,) = figures_of((rate("r", "a", "b"), count("a"), count("b")), values).findings
    assert (found.code, dict(found.facts)["tinh_duoc"]) == ("ty-le-lech", "99,99%")
