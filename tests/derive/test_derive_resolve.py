"""Sums, rates, fallbacks: what becomes of blanks, zeros and "không phát sinh"."""

from __future__ import annotations

import pickle
from dataclasses import replace
from decimal import Decimal

import pytest
from derive_kit import ABOUT, NIL, OVER, count, figures_of, number, pack_of, rate, record_of

from baocao.derive.figures import compute
from baocao.derive.resolved import How
from baocao.model.record import HouseStyle, Value
from baocao.packs.catalogue import Indicator, Kind

PARTS = (count("tong", parts=(("a", "b"),)), count("a"), count("b"))
RATE = (rate("r", "a", "b"), count("a"), count("b"))


def resolved(indicators, values, id_, **more):
    found = figures_of(indicators, values, **more).now.get(id_)
    return None if found is None else (found.value.number, found.how)


def test_absent_whole_is_the_sum_of_its_parts():
    assert resolved(PARTS, {"a": 3252, "b": 24378}, "tong") == (27630, How.SUM)


def test_whole_stays_blank_while_a_part_is_blank():
    assert resolved(PARTS, {"a": 3252}, "tong") is None


def test_nil_part_counts_as_zero_and_all_nil_is_nil():
    assert resolved(PARTS, {"a": 5, "b": NIL}, "tong") == (5, How.SUM)
    assert figures_of(PARTS, {"a": NIL, "b": NIL}).now["tong"].value.nil


def test_stated_whole_wins_over_the_sum():
    assert resolved(PARTS, {"tong": 100, "a": 60, "b": 30}, "tong") == (100, How.STATED)


def test_second_breakdown_serves_when_the_first_is_incomplete():
    indicators = (count("tong", parts=(("a", "b"), ("c", "d"))), *map(count, "abcd"))
    assert resolved(indicators, {"a": 1, "c": 2, "d": 3}, "tong") == (5, How.SUM)


def test_sums_stand_on_sums():
    indicators = (count("t", parts=(("s", "c"),)), count("s", parts=(("a", "b"),)), *map(count, "abc"))
    assert resolved(indicators, {"a": 1, "b": 2, "c": 3}, "t") == (6, How.SUM)


def test_hedged_part_hedges_the_sum_and_the_rate():
    figures = figures_of((*PARTS, rate("r", "a", "b")), {"a": number(1674, hedge=OVER), "b": 2000})
    assert figures.now["tong"].value == Value(number=Decimal(3674), hedge=OVER)
    assert figures.now["r"].value.hedge is ABOUT


LIST = Indicator("ds", "Danh sách", Kind.LIST, fields=(count("so", "Số người"),))


def rows(*numbers):
    return Value(records=tuple({} if one is None else {"so": number(one)} for one in numbers))


@pytest.mark.parametrize(
    ("given", "total"), [(rows(7, 2, 2), 11), (rows(7, None), None), (None, None), (NIL, "nil"), (rows(0), 0)]
)
def test_sum_over_a_list_field(given, total):
    indicators = (count("tong", parts=(("ds[].so",),)), LIST)
    found = figures_of(indicators, {"ds": given}).now.get("tong")
    if total == "nil":
        assert found.value.nil
    else:
        assert (found and found.value.number) == total


def test_rate_rounds_half_up_at_the_house_decimals():
    assert resolved(RATE, {"a": 27282, "b": 27630}, "r") == (Decimal("98.74"), How.RATE)
    assert resolved(RATE, {"a": 1, "b": 800}, "r") == (Decimal("0.13"), How.RATE)


def test_decimals_own_before_catalogue_before_house():
    house = HouseStyle(decimals=1)
    values = {"a": 16067, "b": 55633}
    assert resolved(RATE, values, "r", style=house)[0] == Decimal("28.9")
    indicators = (replace(RATE[0], decimals=0), *RATE[1:])
    assert resolved(indicators, values, "r", style=house)[0] == Decimal(29)
    assert resolved(indicators, values | {"r": Value(decimals=3)}, "r", style=house)[0] == Decimal("28.880")


@pytest.mark.parametrize("base", [0, NIL, None])
def test_no_rate_without_a_base(base):
    assert resolved(RATE, {"a": 5, "b": base}, "r") is None


def test_nil_numerator_is_rate_zero():
    assert resolved(RATE, {"a": NIL, "b": 5}, "r") == (0, How.RATE)


def test_fallback_stands_in_only_for_a_blank():
    indicators = (count("x", fallback="y"), count("y"))
    assert resolved(indicators, {"y": 4}, "x") == (4, How.FALLBACK)
    assert resolved(indicators, {"x": NIL, "y": 4}, "x") == (None, How.STATED)
    assert resolved(indicators, {}, "x") is None


def test_circles_in_the_catalogue_end_as_blanks():
    indicators = (count("x", fallback="y"), count("y", parts=(("x",),)))
    assert figures_of(indicators, {}).now == {}


def test_previous_rates_are_computed_from_previous_parts():
    figures = figures_of(RATE, {"a": 90, "b": 100}, {"a": 80, "b": 100})
    assert figures.before["r"].value.number == 80
    assert (str(figures["r"].chenh_lech), figures["r"].huong) == ("10", "tăng")


def test_figures_pickle_and_compare():
    record, pack = record_of({"a": 1, "b": 2}, {"a": 3}), pack_of(*PARTS)
    figures = compute(record, pack)
    assert pickle.loads(pickle.dumps(figures)) == figures == compute(record, pack)


def test_trace_says_where_every_part_comes_from():
    indicators = (
        rate("ty_le", "da", "tong", label="Tỷ lệ"),
        count("da", "Đã giải quyết"),
        count("tong", "Tiếp nhận", parts=(("huyen", "ds[].so"),)),
        count("huyen", "Cấp huyện", fallback="du_phong"),
        count("du_phong", "Dự phòng"),
        replace(LIST, label="Các xã"),
    )
    values = {"da": number(8, source="iDesk"), "du_phong": 4, "ds": rows(3, 3)}
    assert figures_of(indicators, values).trace("ty_le") == (
        "«Tỷ lệ» (ty_le): 80%, tính bằng tử số chia mẫu số:",
        "  «Đã giải quyết» (da): 08 hồ sơ, nhập tại so-lieu.yaml (nguồn: iDesk)",
        "  «Tiếp nhận» (tong): 10 hồ sơ, cộng từ:",
        "    «Cấp huyện» (huyen): 04 hồ sơ, lấy theo:",
        "      «Dự phòng» (du_phong): 04 hồ sơ, nhập tại so-lieu.yaml",
        "    «Số người của Các xã» (ds[].so): 06 hồ sơ, cộng 2 dòng của danh sách, nhập tại so-lieu.yaml",
    )
    assert figures_of(indicators, {}).trace("tong") == ("«Tiếp nhận» (tong): chưa có số liệu",)


def test_trace_of_an_unknown_name_is_a_key_error():
    with pytest.raises(KeyError):
        figures_of(PARTS, {}).trace("khong_co")
