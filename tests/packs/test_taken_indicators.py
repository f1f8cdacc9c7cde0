"""`lay_chi_tieu`: indicators of another pack's catalogue, what comes along with them, what cannot be taken."""

# ruff: noqa: E501 - a catalogue entry stands on one line

from __future__ import annotations

from pathlib import Path

import pytest
from packs_kit import faults, make, packs

from baocao.errors import PackError
from baocao.packs.catalogue import Catalogue
from baocao.packs.finder import find_pack, lay_over
from baocao.packs.origins import pack_origins
from baocao.packs.pack import Origin

__all__ = ["packs"]

LENT = """nhom:
  a: {nhan: Nhóm A, trang: A}
  a.b: {nhan: Nhóm B, cap: [tinh]}
  c: Nhóm C
  d: Nhóm D
chi_tieu:
  a.tong: {nhan: Tổng, loai: dem, thanh_phan: [[a.b.mot, a.b.hai], [a.b.mot, c.ba]], bang_ky_truoc: c.ba}
  a.b.mot: {nhan: Một, loai: dem, trong: [a.tong], nen_trong: [c.ba, d.tu]}
  a.b.hai: {nhan: Hai, loai: dem, mac_dinh_theo: c.ba}
  a.ty_le: {nhan: Tỷ lệ, loai: ty_le, tu_so: a.b.mot, mau_so: a.tong}
  a.ds: {nhan: Danh sách, loai: danh_sach, tong_hop: don_vi, truong: {ten: {nhan: Tên, loai: chu}, so: {nhan: Số, loai: dem, lay_tu: [c.ba, a.tong]}}}
  c.ba: {nhan: Ba, loai: dem}
  d.tu: {nhan: Tư, loai: dem}
kiem_tra:
  hai_mot: {nhan: Hai không quá một, cong_thuc: a.b.hai <= a.b.mot}
  cot: {cong_thuc: "a.ds[].so <= c.ba"}
  dong: {danh_sach: a.ds, cong_thuc: so <= so}
"""
TAKER = 'ma: goi-lay\nphien_ban: "1"\nten: Báo cáo lấy\ntrich_yeu: Kết quả {ky}\nlay_chi_tieu:\n  goi-cho: '


@pytest.fixture
def lender(packs: Path) -> Path:
    """The folder of built-in packs, with goi-cho that others take from."""
    make(packs / "builtin" / "goi-cho", 'ma: goi-cho\nphien_ban: "1"\nten: Cho\ntrich_yeu: Cho\n', LENT)
    return packs / "builtin"


def taken(builtin: Path, items: str, own: str | None = None) -> Catalogue:
    """The catalogue of a pack that takes `items`, with an own chi-tieu.yaml."""
    make(builtin / "goi-lay", f"{TAKER}{items}\n", own)
    return find_pack("goi-lay").catalogue


def test_an_id_and_a_group_with_labels_levels_and_tabs(lender: Path) -> None:
    catalogue = taken(lender, "[c.ba, a.b]")
    assert list(catalogue.indicators) == ["c.ba", "a.b.mot", "a.b.hai"]
    assert catalogue.groups == {"c": "Nhóm C", "a": "Nhóm A", "a.b": "Nhóm B"}
    assert (catalogue.levels, catalogue.short) == ({"a.b": ("tinh",)}, {"a": "A"})
    assert catalogue["c.ba"] == find_pack("goi-cho").catalogue["c.ba"]


@pytest.mark.parametrize("items", ["[a.b, c.ba]", "[a.b.*, c.ba]", "[a.b.mot, a.b.hai, a.b, c.ba]"])
def test_ways_of_naming_a_group(lender: Path, items: str) -> None:
    assert list(taken(lender, items).indicators) == ["a.b.mot", "a.b.hai", "c.ba"]


def test_everything_is_the_other_catalogue(lender: Path) -> None:
    assert taken(lender, '"*"') == find_pack("goi-cho").catalogue


def test_the_order_is_that_of_the_own_groups_then_as_taken(lender: Path) -> None:
    own = "nhom: {c: Của mình, e: Nhóm E}\nchi_tieu:\n  e.nam: {nhan: Năm, loai: dem}\n  c.sau: {nhan: Sáu, loai: dem}\n"
    catalogue = taken(lender, "[d, a.b.mot, c]", own)
    assert list(catalogue.indicators) == ["c.ba", "c.sau", "e.nam", "d.tu", "a.b.mot"]
    assert list(catalogue.groups) == ["c", "e", "d", "a", "a.b"]
    assert catalogue.groups["c"] == "Của mình"


def test_own_attributes_override(lender: Path) -> None:
    catalogue = taken(lender, "[c.ba]", "chi_tieu: {c.ba: {nhan: Ba của mình, bat_buoc: true}}\n")
    one = catalogue["c.ba"]
    assert (one.label, one.kind, one.required) == ("Ba của mình", "dem", True)


def test_what_the_taker_does_not_have_is_left_out(lender: Path) -> None:
    """Alternatives that lack a part, wholes, standing in, last period, columns of a roll-up."""
    catalogue = taken(lender, "[a.tong, a.b, a.ds]")
    assert catalogue["a.tong"].parts == (("a.b.mot", "a.b.hai"),)
    assert (catalogue["a.tong"].carried, catalogue["a.b.hai"].fallback) == ("", "")
    assert (catalogue["a.b.mot"].within, catalogue["a.b.mot"].usually_within) == (("a.tong",), ())
    assert catalogue["a.ds"].fields[1].taken_from == ("a.tong",)
    assert [check.id for check in catalogue.checks] == ["hai_mot", "dong"]
    alone = taken(lender, "[a.ds, a.tong]")
    assert (alone["a.tong"].parts, [check.id for check in alone.checks]) == ((), ["dong"])
    assert taken(lender, "[a.ds]")["a.ds"].fields[1].taken_from == ()


def test_what_the_taker_has_itself_counts(lender: Path) -> None:
    own = "chi_tieu:\n  c.ba: {nhan: Ba, loai: dem}\n"
    catalogue = taken(lender, "[a.tong, a.b]", own)
    assert catalogue["a.tong"].parts == (("a.b.mot", "a.b.hai"), ("a.b.mot", "c.ba"))
    assert (catalogue["a.tong"].carried, catalogue["a.b.mot"].usually_within) == ("c.ba", ("c.ba",))


def test_a_rate_needs_both_it_is_made_of(lender: Path) -> None:
    make(lender / "goi-lay", f"{TAKER}[c.ba, a.ty_le]\n", None)
    with pytest.raises(PackError) as caught:
        find_pack("goi-lay")
    assert [(item.code, item.where.line, item.text) for item in caught.value.findings] == [
        ("goi-lay-thieu", 6, f"Tỷ lệ «a.ty_le» lấy của gói «goi-cho» tính từ «{id_}», mà gói này chưa lấy «{id_}».")
        for id_ in ("a.b.mot", "a.tong")
    ]  # fmt: skip
    assert caught.value.findings[0].remedy == "Thêm a.b.mot vào danh sách «goi-cho» của lay_chi_tieu."


def test_a_rate_may_be_made_of_other_figures(lender: Path) -> None:
    own = "chi_tieu: {a.ty_le: {tu_so: c.ba, mau_so: d.tu}}\n"
    rate = taken(lender, "[c, d, a.ty_le]", own)["a.ty_le"]
    assert (rate.label, rate.numerator, rate.denominator) == ("Tỷ lệ", "c.ba", "d.tu")


def test_layers_of_a_unit_lie_over_the_lender_and_the_taker(lender: Path, packs: Path) -> None:
    """A unit's change of the lender's catalogue holds for the taker too; what a unit takes is added."""
    unit = packs / "xa"
    make(lender / "goi-lay", f"{TAKER}[c.ba]\n", None)
    make(unit / "mau" / "goi-cho", None, "chi_tieu: {c.ba: {nhan: Ba của xã}}\n")
    make(unit / "mau" / "goi-lay", "lay_chi_tieu: {goi-cho: [d], goi-thu: a.b.mot}\n", None)
    pack = find_pack("goi-lay", unit)
    assert {one.id: one.label for one in pack.catalogue} == {
        "d.tu": "Tư",
        "c.ba": "Ba của xã",
        "a.b.mot": "Một",
    }
    assert pack.manifest.taken == {"goi-cho": ("d", "c.ba"), "goi-thu": ("a.b.mot",)}
    assert pack.taking_part == ("goi-lay", "goi-cho", "goi-thu")


def test_a_units_change_of_the_lender_is_laid_over_later_too(lender: Path, packs: Path) -> None:
    make(lender / "goi-lay", f"{TAKER}[c.ba]\n", None)
    make(packs / "xa" / "mau" / "goi-cho", None, "chi_tieu: {c.ba: {nhan: Ba của xã}}\n")
    pack = lay_over(find_pack("goi-lay"), packs / "xa")
    assert pack == find_pack("goi-lay", packs / "xa")
    assert pack.catalogue["c.ba"].label == "Ba của xã"


def test_a_units_own_pack_takes_from_a_built_in_one_and_so_do_those_based_on_it(
    lender: Path, packs: Path
) -> None:
    make(packs / "xa" / "mau" / "goi-lay", f"{TAKER}[c.ba]\n", None)
    make(
        packs / "xa" / "mau" / "goi-con",
        "ma: goi-con\ndua_tren: goi-lay\n",
        "chi_tieu: {x: {nhan: X, loai: dem}}\n",
    )
    assert list(find_pack("goi-con", packs / "xa").catalogue.indicators) == ["c.ba", "x"]


def test_of_two_lenders_and_of_what_a_lender_takes_itself(lender: Path) -> None:
    make(
        lender / "goi-giua",
        TAKER.replace("goi-lay", "goi-giua") + "[c]\n",
        "chi_tieu: {c.ba: {nhan: Ba ở giữa}}\n",
    )
    make(lender / "goi-lay", f"{TAKER}[d]\n  goi-giua: [c]\n", None)
    assert {one.id: one.label for one in find_pack("goi-lay").catalogue} == {
        "d.tu": "Tư",
        "c.ba": "Ba ở giữa",
    }


def test_where_a_taken_value_comes_from(lender: Path, packs: Path) -> None:
    make(lender / "goi-lay", f"{TAKER}[c.ba, a.tong]\n", "chi_tieu: {c.ba: {nhan: Ba của mình}}\n")
    make(packs / "xa" / "mau" / "goi-cho", None, "chi_tieu: {c.ba: {don_vi_tinh: việc}}\n")
    found = {item.key: item for item in pack_origins(find_pack("goi-lay", packs / "xa"))}
    label, unit, kind = (found[f"chi_tieu.c.ba.{key}"] for key in ("nhan", "don_vi_tinh", "loai"))
    assert (label.text, label.pack, label.origin, label.below) == (
        "Ba của mình",
        "goi-lay",
        Origin.BUILTIN,
        "Ba",
    )
    assert (unit.text, unit.pack, unit.origin, unit.where.line) == ("việc", "goi-cho", Origin.UNIT, 1)
    assert (kind.text, kind.pack, kind.origin, kind.where.line) == ("dem", "goi-cho", Origin.BUILTIN, 12)
    assert kind.where.file == str(lender / "goi-cho" / "chi-tieu.yaml")
    assert (found["nhom.c"].text, found["nhom.c"].pack) == ("Nhóm C", "goi-cho")
    assert found["lay_chi_tieu.goi-cho"].text == "c.ba; a.tong"


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        ("[a.tog]", "goi-lay-khong-co", "Gói «goi-cho» không có chỉ tiêu hay nhóm nào mã «a.tog» để lấy. Có phải «a.tong» không?"),
        ("[a.to]", "goi-lay-khong-co", "Gói «goi-cho» không có chỉ tiêu hay nhóm nào mã «a.to» để lấy. Có phải «a.tong» không?"),
        ("[c]\n  goi-co: [c]", "goi-lay-goi-khong-co", "Mục lay_chi_tieu lấy chỉ tiêu của gói «goi-co» nhưng không có gói nào tên như vậy. Có phải «goi-cho» không?"),
        ("[c]\n  goi-lay: [c]", "goi-lay-vong", "Các gói mẫu lấy chỉ tiêu của nhau thành vòng: goi-lay → goi-lay."),
        ("{c: 1}", "goi-gia-tri-sai", "Mục «goi-cho» có giá trị «…» không dùng được."),
    ],
)  # fmt: skip
def test_what_cannot_be_taken(lender: Path, typed: str, code: str, sentence: str) -> None:
    make(lender / "goi-lay", f"{TAKER}{typed}\n", LENT)
    with pytest.raises(PackError) as caught:
        find_pack("goi-lay")
    assert [(item.code, item.text) for item in caught.value.findings] == [(code, sentence)]


def test_a_list_of_items_needs_the_pack_in_front(lender: Path) -> None:
    make(lender / "goi-lay", TAKER.replace("\n  goi-cho: ", " [c.ba]\n"), LENT)
    assert faults("goi-lay") == [("goi-gia-tri-sai", 5, "lay_chi_tieu")]


def test_a_circle_of_packs_is_told_where_it_closes(lender: Path) -> None:
    make(lender / "goi-lay", f"{TAKER}[c]\n  goi-kia: [c]\n", None)
    make(
        lender / "goi-kia", TAKER.replace("goi-lay", "goi-kia").replace("goi-cho", "goi-lay") + "[c]\n", None
    )
    with pytest.raises(PackError) as caught:
        find_pack("goi-lay")
    (found,) = caught.value.findings
    assert (found.code, found.where.file) == ("goi-lay-vong", str(lender / "goi-kia" / "goi.yaml"))
    assert found.text == "Các gói mẫu lấy chỉ tiêu của nhau thành vòng: goi-lay → goi-kia → goi-lay."


def test_a_broken_lender_is_told_at_its_own_file(lender: Path) -> None:
    make(lender / "goi-lay", f"{TAKER}[c]\n", None)
    (lender / "goi-cho" / "chi-tieu.yaml").write_text("chi_tieu: {c.ba: {nhan: Ba\n", "utf-8")
    with pytest.raises(PackError) as caught:
        find_pack("goi-lay")
    assert caught.value.findings[0].where.file == str(lender / "goi-cho" / "chi-tieu.yaml")
