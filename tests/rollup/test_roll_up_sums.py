"""What a roll-up gives: sums, lists, and what it leaves alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from rollup_kit import PACK, again, codes, figures, rolled, sent, told

from baocao.model.record import Hedge, Value
from baocao.rollup import as_data
from baocao.rollup.adding import add, join_hedges


def test_counts_add_up_and_rates_are_not_written() -> None:
    result = rolled(
        [
            sent("xã A", {"tthc.tiep_nhan": "1.200", "tthc.da_giai_quyet": "1.150", "chi_so.hang": "3/40"}),
            sent("xã B", {"tthc.tiep_nhan": 300, "tthc.da_giai_quyet": 300, "tthc.ty_le_giai_quyet": "100%"}),
        ]
    )
    assert figures(result)["tthc"] == {
        "tiep_nhan": "1.500",
        "da_giai_quyet": "1.450",
    }
    assert "chi_so" not in figures(result)


def test_sums_that_a_unit_leaves_to_the_program_count() -> None:
    parts = {"tthc.truoc_han": 60, "tthc.dung_thoi_han": 40}
    result = rolled([sent("xã A", parts), sent("xã B", {"tthc.dung_han": 10})])
    assert figures(result)["tthc"]["dung_han"] == "110"


@pytest.mark.parametrize(
    ("typed", "total"),
    [
        (("không phát sinh", "không phát sinh"), "không phát sinh"),
        (("không phát sinh", 3), "3"),
        (("không phát sinh", 0), "0"),
        (("trên 100", 5), "trên 105"),
        (("trên 100", "hơn 5"), "trên 105"),
        (("trên 100", "gần 5"), "khoảng 105"),
    ],
)
def test_nil_and_hedges(typed: tuple[object, object], total: str) -> None:
    name = "chi_dao.tuyen_truyen_luot_nguoi"
    result = rolled([sent("xã A", {name: typed[0]}), sent("xã B", {name: typed[1]})])
    assert figures(result)["chi_dao"]["tuyen_truyen_luot_nguoi"] == total


def test_money_adds_up_exactly_in_its_smallest_unit() -> None:
    result = rolled(
        [
            sent("xã A", {"tthc.phi_le_phi": "1,3 tỷ đồng"}),
            sent("xã B", {"tthc.phi_le_phi": "36,25 triệu đồng"}),
        ]
    )
    assert figures(result)["tthc"]["phi_le_phi"] == "1.336,25 triệu đồng"


def test_a_window_of_days_stays_when_all_have_it() -> None:
    window = {"gia_tri": 5, "tu_ngay": "15/12/2023"}
    same = rolled([sent("xã A", {"tthc.so_hoa_moi": window}), sent("xã B", {"tthc.so_hoa_moi": window})])
    assert figures(same)["tthc"]["so_hoa_moi"] == {"gia_tri": "10", "tu_ngay": "15/12/2023"}
    other = rolled([sent("xã A", {"tthc.so_hoa_moi": window}), sent("xã B", {"tthc.so_hoa_moi": 5})])
    assert figures(other)["tthc"]["so_hoa_moi"] == "10"


def test_rows_of_the_same_text_add_up() -> None:
    result = rolled(
        [
            sent(
                "xã A",
                {"tthc.linh_vuc": [{"ten": "Hộ tịch", "tiep_nhan": 5}, {"ten": "Đất đai", "tiep_nhan": 1}]},
            ),
            sent("xã B", {"tthc.linh_vuc": [{"ten": "hộ  tịch", "tiep_nhan": 7, "tre_han": 0}]}),
        ]
    )
    assert figures(result)["tthc"]["linh_vuc"] == [
        {"ten": "Đất đai", "tiep_nhan": "1"},
        {"ten": "Hộ tịch", "tiep_nhan": "12", "tre_han": "0"},
    ]


def test_joined_rows_carry_their_units_names() -> None:
    same = [{"ten": "mô hình “Ba tại chỗ”", "noi": "và"}]
    result = rolled(
        [
            sent("UBND xã A", {"mo_hinh.tieu_bieu": same}),
            sent("Ủy ban nhân dân xã B", {"mo_hinh.tieu_bieu": [*same, {"ten": "mô hình khác"}]}),
        ]
    )
    assert figures(result)["mo_hinh"]["tieu_bieu"] == [
        {"ten": "mô hình “Ba tại chỗ”", "noi": "và", "don_vi": "xã A, xã B"},
        {"ten": "mô hình khác", "don_vi": "xã B"},
    ]


def test_what_several_say_with_counts_is_one_row() -> None:
    row = {"ten": "thiếu hồ sơ", "so": 2}
    more = {"xã A": [row], "xã B": [row | {"ten": "Thiếu  hồ sơ"}], "xã C": [{"ten": "thiếu hồ sơ"}]}
    result = rolled([sent(name, {"tthc.nguyen_nhan_tre_han": rows}) for name, rows in more.items()])
    assert figures(result)["tthc"]["nguyen_nhan_tre_han"] == [
        {"ten": "thiếu hồ sơ", "so": "4", "don_vi": "xã A, xã B; xã C"}
    ]


def test_a_row_a_unit() -> None:
    fields = {"truc_tuyen": 5, "truc_tiep": 3, "ky_truoc": 0, "truoc_han": 4, "dung_han": 3, "qua_han": 0}
    rest = {"dang_trong_han": 1, "dang_qua_han": 0}
    rows = [{"ten": "Hộ tịch", **fields, **rest}, {"ten": "Đất đai", **fields, **rest}]
    result = rolled([sent("xã A", {"bieu_ii_06": rows}), sent("xã B", {"tthc.ky_truoc": 2})])
    first, second = figures(result)["bieu_ii_06_don_vi"]
    assert first["ten"] == "Xã A"
    assert first["truc_tuyen"] == "10"
    assert second == {"ten": "Xã B", "ky_truoc": "2"}


def test_texts_are_kept_apart() -> None:
    result = rolled([sent("xã A", {"tthc.noi_dung_khac": "Đã làm tốt.", "ton_tai.han_che": ["thiếu máy"]})])
    data = as_data(result, "don-vi.yaml")
    assert data["tong_hop"]["loi_van"] == {
        "tthc.noi_dung_khac": [{"don_vi": "xã A", "noi_dung": "Đã làm tốt."}],
        "ton_tai.han_che": [{"don_vi": "xã A", "noi_dung": "thiếu máy"}],
    }
    assert data["so_lieu"] == {}


def test_the_period_is_that_of_the_units() -> None:
    ky = {"loai": "quý", "so": "I", "nam": 2024, "chot_ngay": "10/3/2024"}
    result = rolled([sent(name, {"tthc.tiep_nhan": 1}, ky=ky) for name in ("xã A", "xã B")])
    wanted = {"loai": "quy", "nam": "2024", "so": "1", "chot_ngay": "10/3/2024"}
    assert as_data(result, "x")["ky"] == wanted


def test_a_unit_needs_no_whole_profile() -> None:
    plain = sent(
        "", {"tthc.tiep_nhan": 1}, file="xa/an-binh.yaml", don_vi="thieu.yaml", nam_truoc="2023.yaml"
    )
    result = rolled([plain, sent("", {"tthc.tiep_nhan": 2}, don_vi="xã Tân Phú")])
    assert [one.name for one in result.members] == ["an binh", "xã Tân Phú"]
    assert codes(result) == ["tong-hop-khong-co-ho-so"]


def test_a_roll_up_within_a_roll_up_keeps_the_units() -> None:
    lower = [sent("xã A", {"tthc.tiep_nhan": 5}), sent("xã B", {"tthc.tiep_nhan": 7})]
    above = rolled([again(rolled(lower)), sent("xã C", {"tthc.tiep_nhan": 1}, file="c.yaml")])
    assert [one.name for one in above.members] == ["xã A", "xã B", "xã C"]
    assert figures(above)["tthc"]["tiep_nhan"] == "13"


def test_communes_of_one_name_in_two_districts() -> None:
    districts = [
        again(rolled([sent("xã Tân Phú", {"tthc.tiep_nhan": number})]), f"UBND huyện {name}")
        for name, number in (("A", 5), ("B", 7))
    ]
    result = rolled(districts)
    assert [one.name for one in result.members] == ["xã Tân Phú (huyện A)", "xã Tân Phú (huyện B)"]
    assert figures(result)["tthc"]["tiep_nhan"] == "12"


def test_a_total_that_was_changed_afterwards_counts_as_it_stands() -> None:
    lower = rolled([sent("xã A", {"tthc.tiep_nhan": 5, "tthc.da_giai_quyet": 5})])
    data = as_data(lower, "x") | {"don_vi": {"ten": "huyện X"}}
    data["so_lieu"]["tthc"]["tiep_nhan"] = "9"
    from baocao.intake.reader import read_mapping

    result = rolled([read_mapping(data, file="x.yaml")])
    assert figures(result)["tthc"]["tiep_nhan"] == "9"
    assert figures(result)["tthc"]["da_giai_quyet"] == "5"
    assert "ghi 9 hồ sơ, còn các đơn vị bên dưới cộng lại là 5 hồ sơ" in told(result, "tong-hop-sua-tay")


def test_hedges_form_a_lattice() -> None:
    every = list(Hedge)
    for one in every:
        assert join_hedges(one, one) is one
        for other in every:
            assert join_hedges(one, other) is join_hedges(other, one)
            for third in every:
                assert join_hedges(join_hedges(one, other), third) is join_hedges(
                    one, join_hedges(other, third)
                )


def test_nothing_to_add() -> None:
    assert add([]) is None
    assert add([Value(text="x")]) is None
    assert add([Value(number=Decimal(0))]) == Value(number=Decimal(0))
    assert PACK.findings == ()
