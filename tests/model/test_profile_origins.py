"""Every value of a unit's profile tells where it comes from, by the same reading as the report."""

from __future__ import annotations

from pathlib import Path

import pytest
from model_kit import data_file, small_pack

from baocao.errors import Where
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read, read_typed
from baocao.model.origins import Origin, profile_origins
from baocao.model.profile import FORM
from baocao.model.style import STYLE_FORM
from baocao.model.validate import validate

OWN = """cap_tren: tinh.yaml
ten: Ủy ban nhân dân xã B
cap: xa
dia_danh: B
ky_hieu: UBND
nguoi_ky:
  chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
  pho: {thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Đỗ Thị C}
  goi-thu: pho
phong_cach: {so_le: 1}
tu_ngay: 01/7/2025
truoc_day:
  - den_ngay: 30/6/2025
    ten: Ủy ban nhân dân xã Cũ
them:
  mot_cua: điểm phục vụ hành chính công
"""
PROVINCE = """ten: Ủy ban nhân dân tỉnh A
phong_cach: {so_le: 3, giu_so_khong: true, viet_hoa_tu_xung: true}
cho_cap_duoi:
  noi_nhan:
    mac_dinh: [Tỉnh ủy, Sở Nội vụ]
  luu: VT, NV
"""


@pytest.fixture
def raw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RawRecord:
    """The files of a commune with a province above it, the report dated before the reorganisation."""
    monkeypatch.chdir(tmp_path)
    Path("don-vi.yaml").write_text(OWN, encoding="utf-8")
    Path("tinh.yaml").write_text(PROVINCE, encoding="utf-8")
    text = data_file("don_vi: don-vi.yaml\nvan_ban: {ngay: 05/3/2024}\n")
    Path("so-lieu.yaml").write_text(text, encoding="utf-8")
    return read("so-lieu.yaml")


def by_key(raw: RawRecord) -> dict[str, Origin]:
    found = profile_origins(raw)
    assert len({item.key for item in found}) == len(found)
    return {item.key: item for item in found}


def test_each_value_with_its_place_and_how_it_came(raw: RawRecord) -> None:
    found = by_key(raw)
    told = {key: (item.value, item.where.file, item.where.line, item.how) for key, item in found.items()}
    assert told["ten"] == ("Ủy ban nhân dân xã Cũ", "don-vi.yaml", 14, "giai đoạn trước")
    assert told["cap"] == ("xa", "don-vi.yaml", 3, "hồ sơ đơn vị")
    assert told["dong_ten"] == ("ỦY BAN NHÂN DÂN; XÃ CŨ", "", None, "mặc định")
    assert told["tu_xung"] == ("Xã", "", None, "mặc định")
    assert told["nguoi_ky"][0] == "TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH; PHÓ CHỦ TỊCH; Đỗ Thị C"
    assert told["noi_nhan"] == ("Tỉnh ủy; Sở Nội vụ", "tinh.yaml", 5, "đơn vị cấp trên")
    assert told["luu"] == ("VT, NV", "tinh.yaml", 6, "đơn vị cấp trên")
    assert told["phong_cach.so_le"] == ("1", "don-vi.yaml", 10, "hồ sơ đơn vị")
    assert told["phong_cach.giu_so_khong"] == ("có", "tinh.yaml", 2, "đơn vị cấp trên")
    assert told["phong_cach.linh_le"] == ("linh", "", None, "mặc định")
    assert told["them.mot_cua"] == ("điểm phục vụ hành chính công", "don-vi.yaml", 16, "hồ sơ đơn vị")
    assert told["them.cap_xa"] == ("xã, phường, thị trấn (Luật 77/2015/QH13)", "", None, "mặc định")


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("", (8, "don-vi.yaml", 9)),
        ("nguoi_ky: chu_tich\n", (7, "so-lieu.yaml", 1)),
    ],
)
def test_the_signer_stands_in_one_line_and_is_chosen_in_another(
    raw: RawRecord, typed: str, lines: tuple[int, str, int]
) -> None:
    text = Path("so-lieu.yaml").read_text(encoding="utf-8")
    Path("so-lieu.yaml").write_text(typed + text, encoding="utf-8")
    signer = by_key(read("so-lieu.yaml"))["nguoi_ky"]
    assert (signer.where.line, signer.chosen_at.file, signer.chosen_at.line) == lines
    first = OWN.replace("  goi-thu: pho\n", "")
    Path("don-vi.yaml").write_text(first, encoding="utf-8")
    Path("so-lieu.yaml").write_text(text, encoding="utf-8")
    signer = by_key(read("so-lieu.yaml"))["nguoi_ky"]
    assert (signer.where.line, signer.chosen_at) == (7, Where())


def test_an_inherited_value_names_the_entry_of_the_other_file(raw: RawRecord) -> None:
    found = by_key(raw)
    assert found["noi_nhan"].where.key == "cho_cap_duoi.noi_nhan.mac_dinh"
    assert found["ten"].where.key == "truoc_day[1].ten"
    assert str(found["luu"].where) == "tinh.yaml, dòng 6, «dòng Lưu» (cho_cap_duoi.luu)"


def test_every_entry_is_there_in_the_order_of_the_profile(raw: RawRecord) -> None:
    plain = [name for name in FORM if name not in ("phong_cach", "them")]
    style = [f"phong_cach.{name}" for name in STYLE_FORM]
    keys = [item.key for item in profile_origins(raw)]
    assert keys[: len(plain) + len(style)] == plain + style
    assert all(item.label and item.value for item in profile_origins(raw))


def test_the_values_are_those_of_the_report(raw: RawRecord) -> None:
    record, _ = validate(raw, small_pack())
    assert record is not None
    found, unit = by_key(raw), record.unit
    assert found["ten"].value == unit.name
    assert tuple(found["dong_ten"].value.split("; ")) == unit.header_lines
    assert tuple(found["noi_nhan"].value.split("; ")) == unit.recipients
    assert (found["luu"].value, found["tu_xung"].value) == (unit.archive, unit.self_name)
    assert tuple(found["nguoi_ky"].value.split("; ")) == (*unit.signer.lines, unit.signer.name)
    assert found["phong_cach.so_le"].value == str(unit.style.decimals)


def test_with_nothing_typed_every_value_is_a_default() -> None:
    raw = read_typed("don_vi: {ten: Sở Nội vụ}\n", "a.yaml")
    found = by_key(raw)
    assert found.pop("ten").where == Where("a.yaml", 1, 15, key="don_vi.ten", label="tên đơn vị")
    assert {item.how for item in found.values()} == {"mặc định"}
    assert (found["noi_nhan"].value, found["luu"].value, found["tu_xung"].value) == (
        "theo gói mẫu",
        "VT",
        "Sở",
    )


def test_a_profile_that_cannot_be_read_has_no_values() -> None:
    for text in ("a: [", "goi: x\n", "don_vi: khong-co.yaml\n"):
        assert profile_origins(read_typed(text, "a.yaml")) == ()
