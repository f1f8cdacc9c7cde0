"""A roll-up within a roll-up: its units are judged, changed totals are told and hide no unit."""

from __future__ import annotations

from typing import Any

from rollup_kit import again, codes, figures, rolled, sent, told

from baocao.errors import stops
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read_mapping
from baocao.rollup import as_data, last_year_of
from baocao.rollup.tracing import trace

WHOLE = {"tthc.tiep_nhan": 10, "tthc.da_giai_quyet": 8}


def communes(*letters: str, **options: Any) -> list[RawRecord]:
    return [sent(f"xã {letter}", {**WHOLE}, file=f"xa-{letter}.yaml", **options) for letter in letters]


def district(data: dict[str, Any], name: str = "huyện X") -> RawRecord:
    return read_mapping(data | {"don_vi": {"ten": name}}, file=f"{name}.yaml")


def edited(id_: str, typed: Any, *letters: str, **options: Any) -> RawRecord:
    """A district's roll-up with one total typed over; None takes it out."""
    data = as_data(rolled(communes(*letters, **options)), "x")
    group, _, name = id_.partition(".")
    data["so_lieu"][group] |= {name: typed}
    if typed is None:
        del data["so_lieu"][group][name]
    return district(data)


def test_a_changed_total_makes_no_unit_lack_it() -> None:
    result = rolled([*communes("A", "B", "C"), edited("tthc.tiep_nhan", "60", "D", "E", "F")])
    assert codes(result) == ["tong-hop-sua-tay"]
    assert figures(result)["tthc"]["tiep_nhan"] == "90"
    assert trace(result, "tthc.tiep_nhan").lacking == ()
    assert trace(result, "tthc.ty_le_giai_quyet").lacking == ()


def test_nor_does_it_one_level_further_up() -> None:
    province = rolled([again(rolled(communes("A"))), edited("tthc.tiep_nhan", "60", "D", "E")])
    above = rolled([*communes("G"), again(province, "tỉnh Y")])
    assert codes(above) == []
    assert figures(above)["tthc"]["tiep_nhan"] == "80"


def test_last_year_of_a_changed_total() -> None:
    result = rolled([edited("tthc.tiep_nhan", "60", "D", "E", nam_truoc={"tthc.tiep_nhan": 9})])
    before = last_year_of(result)
    assert (str(before.totals["tthc.tiep_nhan"].number), before.findings) == ("18", ())


def test_a_total_that_was_taken_out_is_told() -> None:
    result = rolled([edited("tthc.tiep_nhan", None, "D", "E")])
    assert codes(result) == ["tong-hop-xoa-tay"]
    said = told(result, "tong-hop-xoa-tay")
    assert said.startswith("huyện X.yaml, huyện X, ")
    assert "«Hồ sơ tiếp nhận trong kỳ» không có số tổng trong tệp này" in said
    assert "cộng lại là 20 hồ sơ. Lần này vẫn lấy 20 hồ sơ." in said
    assert figures(result)["tthc"]["tiep_nhan"] == "20"


def test_a_blank_below_names_the_file_that_was_sent() -> None:
    lower = [*communes("D", "E"), sent("xã F", {"tthc.tiep_nhan": 3}, file="xa-F.yaml")]
    result = rolled([again(rolled(lower), "huyện X", "huyen-x.yaml"), *communes("A")])
    places = {item.where.file for item in result.findings if item.code == "tong-hop-thieu-so"}
    assert places == {"huyen-x.yaml"}
    assert "1/4 đơn vị chưa có số: xã F." in told(result, "tong-hop-thieu-so")


def spoilt(**figures_of_d: Any) -> RawRecord:
    """A district's roll-up whose first unit was typed over; the totals stay."""
    data = as_data(rolled(communes("D", "E")), "x")
    data["tong_hop"]["don_vi"][0]["so_lieu"] |= {id_.replace("__", "."): n for id_, n in figures_of_d.items()}
    return district(data)


def test_a_unit_below_whose_figures_break_a_rule() -> None:
    bad = {"tthc__truoc_han": "9", "tthc__dung_thoi_han": "9", "tthc__dung_han": "99"}
    result = rolled([spoilt(**bad)])
    assert stops(result.findings)
    found = next(item for item in result.findings if item.code == "phan-lon-hon-tong")
    assert (found.where.file, found.where.part) == ("huyện X.yaml", "xã D")
    draft = rolled([spoilt(**bad)], draft=True)
    assert not stops(draft.findings)
    assert [one.name for one in draft.members if not one.rest] == ["xã E"]
    assert [(one.name, one.file) for one in draft.left_out] == [("xã D", "huyện X.yaml")]


def test_a_unit_below_whose_figure_cannot_be_read() -> None:
    draft = rolled([spoilt(tthc__tiep_nhan="10 con")], draft=True)
    assert [one.name for one in draft.members if not one.rest] == ["xã E"]


def test_sums_of_units_that_left_parts_blank_are_no_fault() -> None:
    """Each unit is right; the sums of some units' parts are less than the sum of the wholes."""
    parts = {"tthc.truoc_han": 3, "tthc.dung_thoi_han": 4, "tthc.dung_han": 7}
    lower = [sent("xã A", WHOLE | parts), sent("xã B", WHOLE | {"tthc.dung_han": 8})]
    assert not stops(rolled(lower).findings)
    assert not stops(rolled([again(rolled(lower), "huyện X")]).findings)


def test_a_changed_total_that_breaks_a_rule_stops() -> None:
    result = rolled([edited("tthc.da_giai_quyet", "99", "D", "E")])
    assert "tong-hop-sua-tay" in codes(result)
    assert [item.where.part for item in result.findings if stops([item])] == ["huyện X"]


def test_what_nobody_typed_is_not_written() -> None:
    parts = {"tthc.tiep_nhan_truc_tuyen": 5, "tthc.tiep_nhan_truc_tiep": 3, "tthc.ky_truoc": 2}
    lower = [sent(f"xã {name}", parts, nam_truoc=parts) for name in "AB"]
    result = rolled(lower)
    assert figures(result)["tthc"].keys() == {id_.removeprefix("tthc.") for id_ in parts}
    assert last_year_of(result).totals.keys() == parts.keys()
    assert as_data(result, "x")["tong_hop"]["don_vi"][0]["tu_tinh"].startswith("tthc.")
    assert figures(rolled([again(result, "huyện X")])) == figures(result)


def test_what_one_unit_typed_is_written_with_the_sums_of_the_others() -> None:
    parts = {"tthc.tiep_nhan_truc_tuyen": 5, "tthc.tiep_nhan_truc_tiep": 3, "tthc.ky_truoc": 2}
    result = rolled([sent("xã A", parts), sent("xã B", parts | {"tthc.tiep_nhan": 10})])
    assert figures(result)["tthc"]["tiep_nhan"] == "20"


def test_sums_made_of_different_parts_are_kept() -> None:
    """One unit has a table, the other the figures: neither alone gives the sum of both."""
    table = [{"ten": "Hộ tịch", "tiep_nhan": 7, "da_giai_quyet": 7}]
    parts = {"tthc.tiep_nhan_truc_tuyen": 5, "tthc.tiep_nhan_truc_tiep": 3, "tthc.ky_truoc": 2}
    result = rolled([sent("xã A", parts), sent("xã B", {"tthc.linh_vuc": table})])
    assert figures(result)["tthc"]["tiep_nhan"] == "17"
