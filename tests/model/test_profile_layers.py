"""A unit's profile with those above it: the nearest wins, entry by entry; findings name file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from model_kit import codes, data_file, small_pack

from baocao.errors import Finding, Severity
from baocao.intake.reader import read
from baocao.model.record import Record, Unit
from baocao.model.validate import validate

OWN = """ten: Ủy ban nhân dân xã B
cap: xa
dia_danh: B
ky_hieu: UBND
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
"""
PROVINCE = """ten: Ủy ban nhân dân tỉnh A
cap: tinh
dia_danh: A
ky_hieu: UBND-T
dong_ten: [TỈNH A]
dong_chu_quan: [CHÍNH PHỦ]
tu_xung: tỉnh
luu: VT, TINH
nguoi_soan: Tỉnh
kinh_gui: [Bộ Nội vụ]
noi_nhan: [Tỉnh ủy]
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị A}
"""

Judge = Callable[..., tuple[Record | None, tuple[Finding, ...]]]


@pytest.fixture
def judge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Writes profiles below one another (own, then its parents) and validates a data file with them."""
    monkeypatch.chdir(tmp_path)

    def validated(*profiles: str, data: str = "") -> tuple[Record | None, tuple[Finding, ...]]:
        for number, text in enumerate(profiles):
            above = f"cap_tren: {number + 1}.yaml\n" if number + 1 < len(profiles) else ""
            Path(f"{number}.yaml").write_text(text + above, encoding="utf-8")
        Path("so-lieu.yaml").write_text(data_file(f"don_vi: 0.yaml\n{data}"), encoding="utf-8")
        return validate(read("so-lieu.yaml"), small_pack())

    return validated


@pytest.fixture
def unit(judge: Judge) -> Callable[..., Unit]:
    """The unit of such files, which must be without a fault."""

    def read_unit(*profiles: str, data: str = "") -> Unit:
        record, found = judge(*profiles, data=data)
        assert found == ()
        assert record is not None
        return record.unit

    return read_unit


def test_nothing_of_a_parents_identity_comes_down(unit: Callable[..., Unit]) -> None:
    alone = unit(OWN)
    terms = {**alone.terms, "co_quan_cap_tren": "Ủy ban nhân dân tỉnh"}
    assert unit(OWN, PROVINCE) == replace(alone, parent="Ủy ban nhân dân tỉnh A", terms=terms)


def test_house_style_and_free_texts_come_down_key_by_key(unit: Callable[..., Unit]) -> None:
    province = PROVINCE + "phong_cach: {so_le: 1, linh_le: lẻ}\nthem: {cung_cap: xã, ten_ngan: Tỉnh}\n"
    ministry = PROVINCE + "phong_cach: {so_le: 4, nghin_ngan: ngàn, linh_le: linh}\nthem: {bo: Bộ Nội vụ}\n"
    own = OWN + "phong_cach: {so_le: 0}\nthem: {ten_ngan: UBND xã B}\n"
    found = unit(own, province, ministry)
    assert (found.style.decimals, found.style.zero_word, found.style.thousand_word) == (0, "lẻ", "ngàn")
    assert found.extra == {"ten_ngan": "UBND xã B", "cung_cap": "xã", "bo": "Bộ Nội vụ"}


GIVEN = """cho_cap_duoi:
  noi_nhan: {goi-thu: [Sở Nội vụ], mac_dinh: [Ủy ban nhân dân tỉnh]}
  luu: VT, NV
  kinh_gui: [Ủy ban nhân dân tỉnh]
  kieu_nguoi_soan: ngoac
  dong_chu_quan: [Tỉnh A]
  phong_cach: {so_le: 1}
  them: {cung_cap: xã, phường}
"""


def test_what_a_parent_gives_to_the_units_below(unit: Callable[..., Unit]) -> None:
    given = GIVEN.replace("xã, phường", '"xã, phường"')
    found = unit(OWN, PROVINCE + "phong_cach: {so_le: 3, giu_so_khong: có}\n" + given)
    assert found.recipients == ("Như trên", "Sở Nội vụ")
    assert (found.archive, found.addressees, found.drafter_form) == (
        "VT, NV",
        ("Ủy ban nhân dân tỉnh",),
        "ngoac",
    )
    assert (found.parent_lines, found.extra) == (("TỈNH A",), {"cung_cap": "xã, phường"})
    assert (found.style.decimals, found.style.keep_zeros) == (1, True)
    assert found.name == "Ủy ban nhân dân xã B"


def test_the_own_profile_wins_over_what_is_given(unit: Callable[..., Unit]) -> None:
    given = "cho_cap_duoi: {luu: 'VT, NV', noi_nhan: {goi-thu: [Sở Nội vụ]}, kinh_gui: [Tỉnh]}\n"
    own = OWN + "luu: VT, VP\nnoi_nhan: {mac_dinh: [Đảng ủy]}\nkinh_gui: []\n"
    found = unit(own, PROVINCE + given)
    assert (found.archive, found.recipients, found.addressees) == ("VT, VP", ("Đảng ủy",), ())


def test_a_blank_entry_and_a_kind_not_named_leave_it_to_the_parent(unit: Callable[..., Unit]) -> None:
    given = "cho_cap_duoi: {luu: 'VT, NV', noi_nhan: [Sở Nội vụ]}\n"
    own = OWN + "luu:\nnoi_nhan: {goi-khac: [Đảng ủy]}\n"
    found = unit(own, PROVINCE + given)
    assert (found.archive, found.recipients) == ("VT, NV", ("Sở Nội vụ",))


def test_the_nearest_of_two_givers_wins(unit: Callable[..., Unit]) -> None:
    near = PROVINCE + "cho_cap_duoi: {luu: 'VT, GAN'}\n"
    far = PROVINCE + "cho_cap_duoi: {luu: 'VT, XA', kinh_gui: [Bộ]}\n"
    found = unit(OWN, near, far)
    assert (found.archive, found.addressees) == ("VT, GAN", ("Bộ",))


@pytest.mark.parametrize(
    ("province", "code", "line", "key"),
    [
        ("phong_cach:\n  so_le: nhiều\n", "so-nguyen-sai", 14, "phong_cach.so_le"),
        ("phong_cach:\n  so_lee: 1\n", "muc-la", 14, "phong_cach.so_lee"),
        ("phong_cach: 5\n", "phai-la-bang", 13, "phong_cach"),
        ("them:\n  Tên: a\n", "ten-muc-sai", 14, "them.Tên"),
        ("them:\n  ten_ngan: [a]\n", "sai-kieu-chu", 14, "them.ten_ngan"),
        ("them:\n  a: xem[^b]\n", "chu-thich-thieu", 14, "them.a"),
        ("luuu: VT\n", "muc-la", 13, "luuu"),
        ("cho_cap_duoi:\n  ten: Xã\n", "muc-la", 14, "cho_cap_duoi.ten"),
        ("cho_cap_duoi:\n  kieu_nguoi_soan: to\n", "gia-tri-la", 14, "cho_cap_duoi.kieu_nguoi_soan"),
        ("cho_cap_duoi:\n  phong_cach:\n    so_le: x\n", "so-nguyen-sai", 15,
         "cho_cap_duoi.phong_cach.so_le"),
        ("cho_cap_duoi:\n  noi_nhan:\n    mac_dinh:\n      - 'Lưu: VT'\n", "noi-nhan-co-luu", 16,
         "cho_cap_duoi.noi_nhan.mac_dinh"),
        ("cho_cap_duoi: VT\n", "phai-la-bang", 13, "cho_cap_duoi"),
        ("ma: ñy ban nh©n d©n\n", "ma-cu", 13, "ma"),
    ],
)  # fmt: skip
def test_a_fault_above_names_the_parents_file_and_line(
    judge: Judge, province: str, code: str, line: int, key: str
) -> None:
    _, found = judge(OWN, PROVINCE + province)
    (item,) = (item for item in found if item.code == code)
    assert (item.where.file, item.where.line, item.where.key) == ("1.yaml", line, key)


def test_faults_of_both_files_are_found_in_one_run(judge: Judge) -> None:
    _, found = judge(OWN + "phong_cach: {kieu_ngay: dayy}\n", PROVINCE + "phong_cach: {so_le: x}\n")
    assert {(item.code, item.where.file) for item in found} == {
        ("gia-tri-la", "0.yaml"),
        ("so-nguyen-sai", "1.yaml"),
    }


SIGNERS = """nguoi_ky:
  chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
  pho: {thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Đỗ Thị C}
"""


@pytest.mark.parametrize(
    ("more", "data", "name"),
    [
        ("", "", "Lê Văn B"),
        ("  goi-thu: pho\n", "", "Đỗ Thị C"),
        ("  mac_dinh: pho\n", "", "Đỗ Thị C"),
        ("  mac_dinh: pho\n  goi-thu: chu_tich\n", "", "Lê Văn B"),
        ("  goi-khac: pho\n", "", "Lê Văn B"),
        ("  goi-thu: pho\n", "nguoi_ky: chu_tich\n", "Lê Văn B"),
        ("  goi-thu:\n", "", "Lê Văn B"),
        (
            "  goi-thu: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Hồ Văn D}\n",
            "",
            "Hồ Văn D",
        ),
    ],
)
def test_who_signs_by_kind_of_report(unit: Callable[..., Unit], more: str, data: str, name: str) -> None:
    head = "\n".join(OWN.splitlines()[:4]) + "\n"
    assert unit(head + SIGNERS + more, data=data).signer.name == name


@pytest.mark.parametrize(
    ("more", "code", "key"),
    [
        ("  goi-thu: phoo\n", "nguoi-ky-la", "nguoi_ky.goi-thu"),
        ("  goi_thu: pho\n", "muc-la", "nguoi_ky.goi_thu"),
    ],
)
def test_a_kind_that_names_nobody_or_is_no_kind(judge: Judge, more: str, code: str, key: str) -> None:
    head = "\n".join(OWN.splitlines()[:4]) + "\n"
    _, found = judge(head + SIGNERS + more)
    assert [(item.code, item.where.key, item.where.line) for item in found] == [(code, key, 8)]


@pytest.mark.parametrize("entry", ["luu: {VT: 1}", "noi_nhan: {Mặc định: [a]}", "kinh_gui: {goi_thu: [a]}"])
def test_a_name_that_is_no_kind_of_report(judge: Judge, entry: str) -> None:
    record, found = judge(OWN + entry)
    assert codes(found) == ["muc-la"]
    assert record is None
    assert "mac_dinh, goi-thu" in found[0].remedy


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("luu: {mac_dinh: VT, goi-thu: 'VT, NV'}", ("VT, NV", (), ("Thường trực Huyện ủy",))),
        ("luu: {goi-khac: 'VT, NV'}", ("VT", (), ("Thường trực Huyện ủy",))),
        ("kinh_gui: {mac_dinh: [Huyện ủy], goi-thu: []}", ("VT", (), ("Thường trực Huyện ủy",))),
        ("kinh_gui: {goi-thu: Tỉnh ủy}", ("VT", ("Tỉnh ủy",), ("Như trên", "Thường trực Huyện ủy"))),
    ],
)
def test_archive_and_addressees_by_kind_of_report(
    unit: Callable[..., Unit], entry: str, expected: tuple[object, ...]
) -> None:
    found = unit(OWN + entry)
    assert (found.archive, found.addressees, found.recipients) == expected


@pytest.mark.parametrize(
    ("typed", "style", "said"),
    [
        ("tu_xung: Huyện", "không", "huyện"),
        ("tu_xung: xã", "có", "Xã"),
        ("tu_xung: Xã", "", "Xã"),
        ("", "có", "Xã"),
        ("", "", "xã"),
        ("tu_xung: UBND xã", "không", "UBND xã"),
    ],
)
def test_the_unit_calls_itself_in_the_spelling_of_the_house(
    unit: Callable[..., Unit], typed: str, style: str, said: str
) -> None:
    assert unit(f"{OWN}{typed}\nphong_cach: {{viet_hoa_tu_xung: {style}}}\n").self_name == said


def test_a_parent_without_a_name_on_that_day_only_warns(judge: Judge) -> None:
    record, found = judge(OWN, PROVINCE + "tu_ngay: 01/7/2025\nphong_cach: {so_le: 1}\n")
    assert [(item.code, item.level, item.where.file) for item in found] == [
        ("ten-ngoai-thoi-gian", Severity.WARNING, "1.yaml")
    ]
    assert record is not None
    assert record.unit.style.decimals == 1


def test_a_profile_that_cannot_be_read_is_not_told_missing_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("don-vi.yaml").write_text("ten: Đơn vị: xã A\n", encoding="utf-8")
    Path("so-lieu.yaml").write_text("goi: goi-thu\nky: {nam: 2023}\n", encoding="utf-8")
    found = read("so-lieu.yaml")
    codes = [item.code for item in (*found.findings, *validate(found, small_pack())[1])]
    assert "yaml-hai-cham" in codes
    assert "thieu-muc" not in codes
