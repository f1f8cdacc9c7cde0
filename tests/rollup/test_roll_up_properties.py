"""Order and grouping never show: any partition rolled up gives the whole, no order changes a byte."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rollup_kit import again, figures, rolled, sent, text

HEDGED = st.tuples(st.sampled_from(["trên", "hơn", "gần", "khoảng"]), st.integers(1, 9_999))
COUNT = st.one_of(
    st.integers(0, 99_999),
    st.just("không phát sinh"),
    HEDGED.map(lambda pair: f"{pair[0]} {pair[1]}"),
)
MONEY = st.one_of(
    st.integers(0, 10**9),
    st.integers(1, 99_999).map(lambda number: f"{number // 10},{number % 10} triệu đồng"),
    st.integers(1, 99).map(lambda number: f"{number},5 tỷ đồng"),
)
TEXT = st.sampled_from(["Hộ tịch", "hộ tịch", "Đất đai", "Chứng thực", "Người có công"])
ROW = st.fixed_dictionaries(
    {"ten": TEXT}, optional={"tiep_nhan": st.integers(0, 500), "tre_han": st.integers(0, 9)}
)
MODEL = st.fixed_dictionaries(
    {"ten": st.sampled_from(["mô hình A", "mô hình B"])}, optional={"noi": st.just("và")}
)
REASON = st.fixed_dictionaries({"ten": TEXT}, optional={"so": st.integers(0, 9)})
WINDOW = st.sampled_from(["15/12/2023", "01/01/2024"])
UNIT = st.fixed_dictionaries(
    {},
    optional={
        "chinh_quyen_so.van_ban_den": COUNT,
        "chinh_quyen_so.tai_khoan": st.one_of(
            COUNT,
            st.tuples(st.integers(0, 50), WINDOW).map(lambda pair: {"gia_tri": pair[0], "tu_ngay": pair[1]}),
        ),
        "tthc.nop_tai_quay": st.integers(0, 500),
        "tthc.nop_buu_chinh": st.integers(0, 500),
        "tthc.phi_le_phi": MONEY,
        "tai_chinh.tiet_kiem": MONEY,
        "tthc.linh_vuc": st.lists(ROW, max_size=4, unique_by=lambda row: str(row["ten"]).lower()),
        "tthc.nguyen_nhan_tre_han": st.lists(REASON, max_size=2),
        "mo_hinh.tieu_bieu": st.one_of(st.just("không phát sinh"), st.lists(MODEL, max_size=3)),
        "tthc.noi_dung_khac": st.sampled_from(["Đã làm.", "Chưa làm."]),
        "ton_tai.han_che": st.lists(st.sampled_from(["thiếu máy", "thiếu người"]), max_size=2),
    },
)
UNITS = st.lists(UNIT, min_size=1, max_size=7)
NAMES = [f"xã {name}" for name in ("Ân", "An", "Ẩn", "Bình", "Đông", "Dung", "Cẩm")]


def raws(units: list[dict[str, Any]]) -> list[Any]:
    return [sent(name, own) for name, own in zip(NAMES, units, strict=False)]


@settings(max_examples=60)
@given(UNITS, st.randoms(use_true_random=False))
def test_no_order_of_the_units_changes_a_byte(units: list[dict[str, Any]], luck: random.Random) -> None:
    sents = raws(units)
    whole = rolled(sents, draft=True)
    luck.shuffle(sents)
    shuffled = rolled(sents, draft=True)
    assert text(shuffled) == text(whole)
    assert shuffled.findings == whole.findings


@settings(max_examples=60)
@given(UNITS, st.lists(st.integers(0, 2), min_size=7, max_size=7))
def test_the_roll_up_of_any_partition_is_that_of_the_whole(
    units: list[dict[str, Any]], parts: list[int]
) -> None:
    sents = raws(units)
    groups = [[one for one, part in zip(sents, parts, strict=False) if part == number] for number in range(3)]
    above = rolled(
        [
            again(rolled(group, draft=True), file=f"{number}.yaml")
            for number, group in enumerate(groups)
            if group
        ],
        draft=True,
    )
    whole = rolled(sents, draft=True)
    assert figures(above) == figures(whole)
    assert text(above) == text(whole)


@settings(max_examples=40)
@given(UNITS)
def test_a_roll_up_read_again_is_itself(units: list[dict[str, Any]]) -> None:
    whole = rolled(raws(units), draft=True)
    assert text(rolled([again(whole)], draft=True)) == text(whole)
