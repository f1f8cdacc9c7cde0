"""What would make a total wrong without anybody noticing is told, with the unit and the place."""

from __future__ import annotations

from typing import Any

from rollup_kit import codes, expecting, figures, rolled, sent, told

from baocao.errors import Severity, stops
from baocao.intake.reader import read_mapping

NAMES = tuple(f"xã {letter}" for letter in "ABCDEFGH")


def units(**changed: dict[str, Any]) -> list[Any]:
    """Eight communes with plausible figures; keyword arguments replace those of one ("A")."""
    made = []
    for number, name in enumerate(NAMES):
        plain = {
            "tthc.tiep_nhan": 1000 + 37 * number,
            "tthc.da_giai_quyet": 990 + 36 * number,
            "chinh_quyen_so.van_ban_di": 800 + 53 * number,
            "tthc.phi_le_phi": f"{200 + 11 * number} triệu đồng",
        }
        made.append(sent(name, {**plain, **changed.get(name[-1], {})}))
    return made


def test_nothing_is_told_of_sound_figures() -> None:
    assert codes(rolled(units())) == []


def test_last_years_file_among_this_years() -> None:
    raws = [*units()[1:], sent("xã A", {"tthc.tiep_nhan": 1}, ky=2023)]
    result = rolled(raws)
    assert stops(result.findings)
    said = told(result, "tong-hop-khac-ky")
    assert said.startswith("xã A.yaml, xã A, mục ky:")
    assert "xã A gửi số liệu năm 2023, còn lần tổng hợp này là năm 2024." in said
    draft = rolled(raws, draft=True)
    assert not stops(draft.findings)
    assert "xã A không được cộng: số liệu năm 2023." in told(draft, "tong-hop-bo-don-vi")
    assert [one.name for one in draft.left_out] == ["xã A"]


def test_all_files_of_another_year_than_the_folder() -> None:
    result = rolled(units(), year=2025)
    assert codes(result) == ["tong-hop-khac-ky"] * 8
    assert "năm 2025 (theo tên thư mục)" in result.findings[0].text


def test_another_quarter() -> None:
    result = rolled([*units(), sent("xã X", {"tthc.tiep_nhan": 1}, ky={"nam": 2024, "quy": 1})])
    assert "quý I năm 2024" in told(result, "tong-hop-khac-ky")


def test_another_pack() -> None:
    other = read_mapping({"goi": "khac", "don_vi": "xã X", "ky": 2024, "so_lieu": {}}, file="x.yaml")
    assert "gói mẫu khac" in told(rolled([*units(), other]), "tong-hop-khac-goi")


def test_the_same_unit_twice() -> None:
    result = rolled([*units(), sent("UBND Xã  a", {"tthc.tiep_nhan": 5}, file="a (1).yaml")])
    assert "xã A" in told(result, "tong-hop-trung-don-vi").replace("Xã a", "xã A")
    assert stops(result.findings)
    assert "xã A" not in [one.name for one in result.members]


def test_the_same_file_twice_counts_once() -> None:
    result = rolled([*units(), sent("xã A", units()[0].main.children["so_lieu"] and {
        "tthc.tiep_nhan": 1000, "tthc.da_giai_quyet": 990, "chinh_quyen_so.van_ban_di": 800,
        "tthc.phi_le_phi": "200 triệu đồng"}, file="zz.yaml")])  # fmt: skip
    assert codes(result) == ["tong-hop-trung-tep"]
    assert figures(result) == figures(rolled(units()))


def test_one_blank_cell() -> None:
    result = rolled(units(C={"tthc.tiep_nhan": None}))
    said = told(result, "tong-hop-thieu-so") if codes(result).count("tong-hop-thieu-so") == 1 else ""
    both = [item for item in result.findings if item.code == "tong-hop-thieu-so"]
    first = next(item for item in both if item.where.key == "tthc.tiep_nhan")
    assert str(first.where).startswith("xã C.yaml, xã C")
    assert "1/8 đơn vị chưa có số: xã C." in first.text
    assert (
        "«Tỷ lệ hồ sơ đã giải quyết trên số hồ sơ tiếp nhận» vì thế tính trên số của các đơn vị khác nhau"
        in first.text
    )
    assert "còn tính riêng các đơn vị có đủ hai số là" in first.text
    assert not said or "xã C" in said


def test_a_total_without_parts_beside_totals_with_parts() -> None:
    parts = {"tthc.tiep_nhan_truc_tuyen": 600}
    raws = units(**{name[-1]: parts for name in NAMES[1:]})
    said = told(rolled(raws), "tong-hop-thieu-so")
    assert "«Hồ sơ tiếp nhận trực tuyến»: 1/8 đơn vị chưa có số: xã A." in said
    assert "«Hồ sơ tiếp nhận trong kỳ» thì có số của xã A, nên tổng và các phần không khớp nhau." in said


def test_few_have_a_figure() -> None:
    result = rolled(units(A={"to_chuc.tinh_gian": 2}))
    found = next(item for item in result.findings if item.code == "tong-hop-it-don-vi")
    assert found.level is Severity.INFO
    assert "chỉ 1/8 đơn vị có số (2 người): xã A" in found.text
    assert (found.where.file, found.where.line) == ("xã B.yaml", None)
    assert "ghi 0 hoặc «không phát sinh»" in found.remedy


def test_none_of_the_whole_needs_no_part() -> None:
    raws = units(**{name[-1]: {"tthc.pakn_tiep_nhan": "không phát sinh"} for name in NAMES[1:]})
    raws[0] = sent("xã A", {**_plain(0), "tthc.pakn_tiep_nhan": 2, "tthc.pakn_da_xu_ly": 2})
    assert codes(rolled(raws)) == []


def _plain(number: int) -> dict[str, Any]:
    return {
        "tthc.tiep_nhan": 1000 + 37 * number,
        "tthc.da_giai_quyet": 990 + 36 * number,
        "chinh_quyen_so.van_ban_di": 800 + 53 * number,
        "tthc.phi_le_phi": f"{200 + 11 * number} triệu đồng",
    }


def test_a_blank_cell_of_a_list() -> None:
    rows = [{"ten": "Hộ tịch", "tiep_nhan": 5, "da_giai_quyet": 5}, {"ten": "Đất đai", "tiep_nhan": 2}]
    result = rolled([sent("xã A", {"tthc.linh_vuc": rows}), sent("xã B", {"tthc.linh_vuc": rows[:1]})])
    assert "cột «Đã giải quyết» còn trống ở xã A, dòng «Đất đai»" in told(result, "tong-hop-thieu-o")


def test_rows_spelled_alike() -> None:
    right, wrong = [{"ten": "Bảo trợ xã hội", "tiep_nhan": 5}], [{"ten": "Bảo trợ xã hôi", "tiep_nhan": 5}]
    lists = {name: {"tthc.linh_vuc": wrong if name == "xã B" else right} for name in NAMES[:4]}
    said = told(rolled([sent(name, own) for name, own in lists.items()]), "tong-hop-dong-gan-giong")
    assert "dòng «Bảo trợ xã hôi» (xã B) và dòng «Bảo trợ xã hội» (xã A, xã C, xã D)" in said


def test_thousands_typed_for_units() -> None:
    said = told(rolled(units(D={"chinh_quyen_so.van_ban_di": "959.000"})), "tong-hop-lech-don-vi-khac")
    assert "xã D: «Văn bản đi trên phần mềm» là 959.000 văn bản, gấp" in said
    assert "Có thể gõ theo nghìn hoặc thừa ba chữ số." in said


def test_millions_left_out() -> None:
    said = told(rolled(units(D={"tthc.phi_le_phi": 233})), "tong-hop-lech-don-vi-khac")
    assert "xã D: «Phí, lệ phí đã thu» là 233 đồng, chỉ bằng 1/" in said
    assert "gõ nhầm đơn vị tính" in said


def test_far_from_last_year() -> None:
    raws = []
    for number, name in enumerate(NAMES):
        own = _plain(number) | ({"chinh_quyen_so.van_ban_di": "4.240"} if name == "xã A" else {})
        raws.append(
            sent(name, own, nam_truoc={**_plain(number), "chinh_quyen_so.van_ban_di": 790 + 50 * number})
        )
    found = [item for item in rolled(raws).findings if item.code == "tong-hop-lech-nam-truoc"]
    assert [item.where.part for item in found] == ["xã A"]
    assert "4.240 văn bản, gấp 5,4 lần năm trước (790 văn bản)" in found[0].text


def test_tiny_figures_are_never_far() -> None:
    raws = units(**{name[-1]: {"the_che.ban_hanh": 1} for name in NAMES})
    raws[2] = sent("xã C", {**_plain(2), "the_che.ban_hanh": 20})
    assert codes(rolled(raws)) == []


def test_last_years_figures_under_this_years_period() -> None:
    more = {"chinh_quyen_so.van_ban_den": 2500, "chinh_quyen_so.tai_khoan": 7000}
    raws = units()
    raws[0] = sent("xã A", _plain(0) | more, nam_truoc=_plain(0) | more)
    found = [item.text for item in rolled(raws).findings if item.code == "tong-hop-giong-nam-truoc"]
    assert found == ["xã A: cả 8 số liệu năm nay đều giống hệt năm trước."]


def test_a_neighbours_file() -> None:
    more = {"chinh_quyen_so.van_ban_den": 2500, "chinh_quyen_so.tai_khoan": 7000}
    raws = [sent("xã A", _plain(0) | more), sent("xã B", _plain(0) | more), *units()[2:]]
    assert "xã A và xã B gửi cùng" in told(rolled(raws), "tong-hop-giong-don-vi-khac")


def test_who_has_not_sent_and_who_is_not_known() -> None:
    upper = expecting("xã A", "xã B", "xã Tân Phú")
    result = rolled([sent("xã A", {"tthc.tiep_nhan": 1}), sent("xã Tân Phúc", {"tthc.tiep_nhan": 2})], upper)
    assert "Chưa có số liệu của 2/3 đơn vị: xã B, xã Tân Phú." in told(result, "tong-hop-chua-gui")
    assert "Có phải «xã Tân Phú» không?" in told(result, "tong-hop-don-vi-la")
    assert result.missing == ("xã B", "xã Tân Phú")


def test_a_file_called_after_another_unit() -> None:
    upper = expecting("xã An Bình", "xã Tân Phú")
    raws = [sent("xã An Bình", {"tthc.tiep_nhan": 1}, file="tan-phu.yaml")]
    result = rolled(raws, upper)
    assert "mang tên của xã Tân Phú nhưng bên trong là số liệu của xã An Bình" in told(
        result, "tong-hop-ten-tep-lech"
    )
    assert stops(result.findings)
    draft = rolled(raws, upper, draft=True)
    assert (draft.members, draft.missing) == ((), ("xã An Bình", "xã Tân Phú"))


def test_the_upper_units_own_file() -> None:
    raws = [*units(), sent("UBND huyện Minh Họa", {**_plain(4), "tthc.tiep_nhan": 1200})]
    assert "huyện Minh Họa" in told(rolled(raws), "tong-hop-don-vi-tren")


def test_another_day_of_closing() -> None:
    raws = [*units()[1:], sent("xã A", _plain(0), ky={"nam": 2024, "den_ngay": "30/11/2024"})]
    said = told(rolled(raws), "tong-hop-khac-khoang-ngay")
    assert (
        "xã A lấy số liệu từ 15/12/2023 đến 30/11/2024, các đơn vị khác từ 15/12/2023 đến 14/12/2024." in said
    )


def test_a_unit_whose_figures_fail_a_check() -> None:
    result = rolled(units(B={"tthc.truoc_han": 5, "tthc.dung_thoi_han": 5, "tthc.dung_han": 11}))
    found = next(item for item in result.findings if item.code == "tong-lech")
    assert found.where.part == "xã B"


def test_a_stated_rate_without_its_parts() -> None:
    raws = units(A={"chinh_quyen_so.ty_le_ky_so": "98,5%"})
    said = told(rolled(raws), "tong-hop-ty-le-bo")
    assert "«Văn bản đi được ký số»: xã A chỉ ghi sẵn tỷ lệ" in said


def test_what_the_upper_unit_types_itself() -> None:
    said = told(rolled(units(A={"chi_so.hang": "3/40"})), "tong-hop-khong-cong")
    assert "«Hạng Chỉ số cải cách hành chính»" in said


def test_a_broken_entry() -> None:
    raw = sent("huyện X", {"tthc.tiep_nhan": 5}, tong_hop={"don_vi": "xã A"})
    assert "không còn như lúc" in told(rolled([raw]), "tong-hop-muc-sai")
