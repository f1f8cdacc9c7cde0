"""What a table says of its units beside figures: whole names, columns for profile, number, day, signer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapping_kit import mapped, told, words, write_book

from baocao.errors import Finding, Where
from baocao.mapping.own_entries import HEAD_ENTRIES, SIGNER_ENTRIES, UNIT_ENTRIES
from baocao.mapping.unit_profile import named_after
from baocao.model.head import FORM as HEAD_FORM
from baocao.model.profile import BELOW, FILE_FORM, UNITS_BELOW
from baocao.model.signer import FORM as SIGNER_FORM
from baocao.model.versions import DATES, FORMER
from baocao.source.raw import Literal, RawValue, Reading

CELL = Where("bang.xlsx", sheet="S", cell="B3")
TABLE = (
    ("Mã", "Đơn vị", "Tiếp nhận", "Người ký", "Số", "Ngày", "Ký"),
    ("VD-001", "Xã Tân Phú", 10, "Lê Văn Mẫu", 12, "15/12/2025", "Phó Chủ tịch"),
    ("", "Phường 2", 20, "", "", "", ""),
)
ENTRY = """
  dong_tieu_de: 1
  cot_don_vi: Đơn vị
  ho_so: {ma: Mã, nguoi_ky.chu_tich.ho_ten: Người ký}
  van_ban: {so: Số, ngay: Ngày}
  nguoi_ky: Ký
  cot: {tthc.tiep_nhan: Tiếp nhận}
"""
SHARED = """
don_vi: {ky_hieu: UBND, nguoi_ky: {chu_tich: {chuc_vu: Chủ tịch, ho_ten: Trần Thị Chung}}}
van_ban: {so: 7, trich_yeu: Kết quả}
nguoi_ky: chu_tich
"""


def profile(typed: str, **given: str) -> tuple[dict[str, str], list[Finding]]:
    """What follows from a name beside what is given."""
    entries = {name: RawValue(text, Where("a.yaml"), Literal.TEXT) for name, text in given.items()}
    findings: list[Finding] = []
    name = RawValue(typed, CELL, Literal.TEXT)
    made = named_after(RawValue(entries, Where("a.yaml"), Literal.MAP), name, findings)
    return {name: raw.text for name, raw in made.children.items()}, findings


@pytest.mark.parametrize(
    ("typed", "name", "level", "place"),
    [
        ("Xã Tân Phú", "Ủy ban nhân dân xã Tân Phú", "xa", "Tân Phú"),
        ("1. xã Tân Phú", "Ủy ban nhân dân xã Tân Phú", "xa", "Tân Phú"),
        ("UBND phường Hòa Bình", "Ủy ban nhân dân phường Hòa Bình", "phuong", "Hòa Bình"),
        ("Ủy ban nhân dân đặc khu Phú Quốc", "Ủy ban nhân dân đặc khu Phú Quốc", "dac_khu", "Phú Quốc"),
        ("Phường 12", "Ủy ban nhân dân phường 12", "phuong", "Phường 12"),
        ("P. 12", "Ủy ban nhân dân phường 12", "phuong", "Phường 12"),
        ("XÃ TÂN PHÚ", "Ủy ban nhân dân xã Tân Phú", "xa", "Tân Phú"),
        ("Xã Ea H'Leo", "Ủy ban nhân dân xã Ea H'Leo", "xa", "Ea H'Leo"),
        (
            "Thành phố Hồ Chí Minh",
            "Ủy ban nhân dân thành phố Hồ Chí Minh",
            "thanh_pho",
            "Thành phố Hồ Chí Minh",
        ),
    ],
)
def test_a_name_is_made_whole(typed: str, name: str, level: str, place: str) -> None:
    assert profile(typed) == ({"ten": name, "cap": level, "dia_danh": place}, [])


def test_what_is_given_stays() -> None:
    made, _ = profile("Phường Tân Phú", cap="xa", dia_danh="Phường Tân Phú")
    assert made == {"ten": "Ủy ban nhân dân phường Tân Phú", "cap": "xa", "dia_danh": "Phường Tân Phú"}


@pytest.mark.parametrize("level", ["xa", "Xã", "xã"])
def test_the_level_that_all_share_stands_in_the_name(level: str) -> None:
    made, findings = profile("Tân Phú", cap=level)
    assert (made["ten"], made["dia_danh"]) == ("Ủy ban nhân dân xã Tân Phú", "Tân Phú")
    assert not findings


@pytest.mark.parametrize("name", ["Sở Nội vụ", "Trung tâm Y tế khu vực Tân Phú"])
def test_the_names_of_other_agencies_stay_as_they_are(name: str) -> None:
    assert profile(name, cap="tinh") == ({"cap": "tinh", "ten": name}, [])


@pytest.mark.parametrize("name", ["Trường Hà", "Hội An", "Đoàn Kết"])
def test_communes_that_begin_like_an_agency_are_communes(name: str) -> None:
    made, findings = profile(name, cap="xa")
    assert (made["ten"], made["dia_danh"]) == (f"Ủy ban nhân dân xã {name}", name)
    assert not findings
    assert told(profile(name)[1]) == [("ten-thieu-cap", "ô S!B3")]


def test_a_name_that_tells_no_level_is_told_at_its_cell() -> None:
    made, findings = profile("Tân Phú")
    assert made.keys() == {"ten", "cap", "dia_danh"}  # so that nobody asks for them
    assert told(findings) == [("ten-thieu-cap", "ô S!B3")]
    assert "xã, phường hay đặc khu" in words(findings)


@pytest.mark.parametrize("code", ["1297", "01297"])
def test_the_code_beside_such_a_name_says_what_it_is(code: str) -> None:
    _, findings = profile("Nam Quang", ma=code)
    assert f"Mã {code} là của xã Nam Quang." in words(findings)


@pytest.mark.parametrize("name", ["Khu vực phía Bắc", "Các xã vùng cao", "Bình quân"])
def test_a_group_of_units_is_none_whatever_level_all_share(name: str) -> None:
    _, findings = profile(name, cap="xa")
    assert told(findings) == [("ten-thieu-cap", "ô S!B3")]


@pytest.mark.parametrize("name", ["", "-", "…"])
def test_a_blank_name_is_told_with_the_unit_of_the_code(name: str) -> None:
    _, findings = profile(name, ma="01288")
    assert told(findings) == [("dong-thieu-ten", "ô S!B3")]
    assert "Dòng 3 có mã hoặc số liệu mà không có tên đơn vị. Mã 01288 là của phường Tân Giang." in words(
        findings
    )


@given(st.text(max_size=40), st.sampled_from(["", "xa", "phuong", "tinh"]))
def test_any_name_gives_a_profile_or_is_told(typed: str, level: str) -> None:
    made, findings = profile(typed, **({"cap": level} if level else {}))
    assert bool(made.get("ten"))
    assert not findings or made["cap"]


def read_row(folder: Path, row: str, entry: str = ENTRY, shared: str = SHARED) -> Reading:
    write_book(folder / "bang.xlsx", ("S", TABLE))
    return mapped(folder, entry, shared, row=row)


def entry(reading: Reading, path: str) -> RawValue:
    raw = reading.value
    for name in path.split("."):
        raw = raw.children[name]
    return raw


def test_a_row_lays_its_own_over_what_all_share(tmp_path: Path) -> None:
    got = read_row(tmp_path, "Xã Tân Phú")
    assert not got.findings
    assert entry(got, "don_vi.ten").text == "Ủy ban nhân dân xã Tân Phú"
    assert entry(got, "don_vi.ma").text == "VD-001"
    assert entry(got, "don_vi.ky_hieu").text == "UBND"
    signer = entry(got, "don_vi.nguoi_ky.chu_tich")
    assert (signer.children["chuc_vu"].text, signer.children["ho_ten"].text) == ("Chủ tịch", "Lê Văn Mẫu")
    assert signer.children["ho_ten"].where.cell == "D2"
    assert [entry(got, f"van_ban.{name}").text for name in ("so", "ngay", "trich_yeu")] == [
        "12",
        "15/12/2025",
        "Kết quả",
    ]
    assert entry(got, "nguoi_ky").text == "Phó Chủ tịch"


def test_a_blank_cell_leaves_what_all_share(tmp_path: Path) -> None:
    got = read_row(tmp_path, "Phường 2")
    assert entry(got, "don_vi.nguoi_ky.chu_tich.ho_ten").text == "Trần Thị Chung"
    assert [entry(got, "van_ban.so").text, entry(got, "nguoi_ky").text] == ["7", "chu_tich"]
    lacking = entry(got, "don_vi.ma"), entry(got, "van_ban.ngay")
    assert [(raw.literal, raw.where.cell) for raw in lacking] == [(Literal.NULL, "A3"), (Literal.NULL, "F3")]


def test_a_group_of_blank_cells_is_a_blank_at_the_first_of_them(tmp_path: Path) -> None:
    got = read_row(tmp_path, "Phường 2", shared="don_vi: {ky_hieu: UBND}")
    signers, head = entry(got, "don_vi.nguoi_ky"), entry(got, "van_ban")
    assert [(raw.literal, raw.where.cell) for raw in (signers, head)] == [
        (Literal.NULL, "D3"),
        (Literal.NULL, "E3"),
    ]


@pytest.mark.parametrize("shared", ["", "don_vi: don-vi.yaml"])
def test_columns_of_profiles_need_a_profile_that_all_share(tmp_path: Path, shared: str) -> None:
    got = read_row(tmp_path, "Xã Tân Phú", shared=shared)
    assert told(got.findings) == [("ho-so-can-don-vi", "dòng 8, mục bang_tinh.ho_so")]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (ENTRY.replace("ma: Mã", "mã: Mã"), "Có phải «ma» không?"),
        (ENTRY.replace("nguoi_ky.chu", "nguoi_kí.chu"), "Có phải «nguoi_ky» không?"),
        (ENTRY.replace("chu_tich.ho_ten", "chu_tichh.ho_ten"), "Có phải «chu_tich» không?"),
        (ENTRY.replace("chu_tich.ho_ten", "chu_tich.ho_tenn"), "Có phải «ho_ten» không?"),
        (ENTRY.replace("ngay: Ngày", "ngày: Ngày"), "Có phải «ngay» không?"),
        (ENTRY.replace("ngay: Ngày", "ngay: Ngày in"), "Ngày in"),
    ],
)
def test_an_entry_that_is_not_there(tmp_path: Path, entry: str, said: str) -> None:
    got = read_row(tmp_path, "Xã Tân Phú", entry)
    assert len(got.findings) == 1
    assert said in words(got.findings)


def test_a_signer_may_stand_in_the_table_alone(tmp_path: Path) -> None:
    whole = "{ma: Mã, nguoi_ky.khac.ho_ten: Người ký, nguoi_ky.khac.chuc_vu: Ký}"
    own = ENTRY.replace("{ma: Mã, nguoi_ky.chu_tich.ho_ten: Người ký}", whole)
    assert not read_row(tmp_path, "Xã Tân Phú", own).findings
    single = SHARED.replace("{chu_tich: {chuc_vu: Chủ tịch, ho_ten: Trần Thị Chung}}", "{chuc_vu: Chủ tịch}")
    own = ENTRY.replace("nguoi_ky.chu_tich.ho_ten", "nguoi_ky.ho_ten")
    assert not read_row(tmp_path, "Xã Tân Phú", own, single).findings


@pytest.mark.parametrize("row", ["", "Xã Tân Hồng", "1"])
def test_without_a_row_nothing_else_is_told_of_what_all_share(tmp_path: Path, row: str) -> None:
    got = read_row(tmp_path, row)
    assert not got.readable
    assert len(got.findings) == 1


def test_columns_are_for_the_entries_of_a_profile_and_a_head() -> None:
    of_files = {BELOW, UNITS_BELOW, FORMER, *DATES}
    assert set(UNIT_ENTRIES) == FILE_FORM.keys() - of_files
    assert set(HEAD_ENTRIES) == HEAD_FORM.keys()
    assert set(SIGNER_ENTRIES) == SIGNER_FORM.keys()
