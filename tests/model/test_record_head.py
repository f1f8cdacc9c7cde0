"""The head of a record: its period, its unit, who signs, who receives it."""

# ruff: noqa: E501 - data files stand on one line each

from __future__ import annotations

import datetime as dt

import pytest
from model_kit import SECTIONS, codes, judge, record_of

from baocao.errors import Severity
from baocao.model.record import PeriodKind


@pytest.mark.parametrize(
    ("typed", "kind", "label", "before", "after", "start", "end"),
    [
        ("2023", "nam", "năm 2023", "năm 2022", "năm 2024", "2022-12-15", "2023-12-14"),
        ("{nam: 2023}", "nam", "năm 2023", "năm 2022", "năm 2024", "2022-12-15", "2023-12-14"),
        ("{quy: III, nam: 2023}", "quy", "quý III năm 2023", "quý III năm 2022", "quý IV năm 2023", "2023-06-15", "2023-09-14"),
        ("{loai: quy, so: 1, nam: 2023}", "quy", "quý I năm 2023", "quý I năm 2022", "quý II năm 2023", "2022-12-15", "2023-03-14"),
        ("{loai: quý, so: 4, nam: 2023}", "quy", "quý IV năm 2023", "quý IV năm 2022", "quý I năm 2024", "2023-09-15", "2023-12-14"),
        ("{loai: 6 tháng, so: đầu năm, nam: 2023}", "6_thang", "6 tháng đầu năm 2023", "6 tháng đầu năm 2022",
         "6 tháng cuối năm 2023", "2022-12-15", "2023-06-14"),
        ("{loai: 6_thang, so: 2, nam: 2023}", "6_thang", "6 tháng cuối năm 2023", "6 tháng cuối năm 2022",
         "6 tháng đầu năm 2024", "2023-06-15", "2023-12-14"),
        ("{loai: 9_thang, nam: 2023}", "9_thang", "9 tháng đầu năm 2023", "9 tháng đầu năm 2022",
         "3 tháng cuối năm 2023", "2022-12-15", "2023-09-14"),
        ("{nam: 2021 - 2025}", "giai_doan", "giai đoạn 2021 - 2025", "giai đoạn 2016 - 2020",
         "giai đoạn 2026 - 2030", "2020-12-15", "2025-12-14"),
        ("{loai: giai_doan, nam: 2021, den_nam: 2025}", "giai_doan", "giai đoạn 2021 - 2025", "giai đoạn 2016 - 2020",
         "giai đoạn 2026 - 2030", "2020-12-15", "2025-12-14"),
    ],
)  # fmt: skip
def test_periods(typed: str, kind: str, label: str, before: str, after: str, start: str, end: str) -> None:
    period = record_of(f"ky: {typed}").period
    assert period.kind is PeriodKind(kind)
    assert (period.label, period.previous_label, period.next_label) == (label, before, after)
    assert (str(period.window_from), str(period.window_to)) == (start, end)


def test_months_have_their_windows_and_zero_rule() -> None:
    pack_refuses, found = judge("ky: {thang: 1, nam: 2023}")
    assert pack_refuses is None
    assert codes(found) == ["ky-khong-hop"]
    record = record_of("so_lieu: {tthc: {tiep_nhan: 1}, chi_dao: {ky_truoc: {thang: 1, nam: 2023}}}")
    assert record.values["chi_dao.ky_truoc"].period == "tháng 01 năm 2023"


def test_a_window_of_ones_own() -> None:
    period = record_of("ky: {nam: 2023, tu_ngay: 01/01/2023, chot_ngay: 31/12/2023}").period
    assert (period.window_from, period.window_to) == (dt.date(2023, 1, 1), dt.date(2023, 12, 14))
    assert period.as_of == dt.date(2023, 12, 31)
    assert period.own_window
    assert not record_of("ky: {nam: 2023, chot_ngay: 31/12/2023}").period.own_window


def test_head_defaults_come_from_the_pack() -> None:
    head = record_of("van_ban: {so: 05, ngay: 25/3/2024}").head
    assert (head.number, head.symbol, head.date, head.type_name) == (
        5,
        "BC-UBND",
        dt.date(2024, 3, 25),
        "BÁO CÁO",
    )
    assert head.subject == ("Kết quả công tác năm 2023", "nhiệm vụ năm 2024")


def test_a_draft_head_and_own_subject() -> None:
    head = record_of(
        "van_ban: {so: , ten_loai: Báo cáo chuyên đề, trich_yeu: a, can_cu: ['Luật A;', 'Luật B.']}"
    ).head
    assert (head.number, head.date, head.type_name, head.subject) == (None, None, "BÁO CÁO CHUYÊN ĐỀ", ("a",))
    assert head.basis == ("Luật A", "Luật B")


def unit_yaml(signer: str, more: str = "") -> str:
    """A unit profile with a signer and further lines."""
    head = "don_vi:\n  ten: Ủy ban nhân dân huyện Tân Hồng\n  cap: huyen\n  dia_danh: Tân Hồng\n  ky_hieu: UBND\n"
    return f"{head}  nguoi_ky: {signer}\n{more}"


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        ("{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: A}", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            "{thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: A}",
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
        ("{thua_lenh: Chủ tịch, chuc_vu: Chánh Văn phòng, ho_ten: A}", ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")),
        (
            "{thua_lenh: Chủ tịch, ky_thay: Chánh Văn phòng, chuc_vu: Phó Chánh Văn phòng, ho_ten: A}",
            ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"),
        ),
        (
            "{thua_uy_quyen: Chủ tịch, chuc_vu: Chánh Văn phòng, ho_ten: A}",
            ("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"),
        ),
        (
            "{thay_mat: Ủy ban nhân dân, quyen: có, chuc_vu: Chủ tịch, ho_ten: A}",
            ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ),
    ],
)
def test_signature_lines(signer: str, lines: tuple[str, ...]) -> None:
    assert record_of(unit_yaml(signer)).unit.signer.lines == lines


def test_the_data_file_chooses_the_signer() -> None:
    signers = """
    chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: A}
    pho: {thay_mat: Ủy ban nhân dân, ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: B}"""
    assert record_of(unit_yaml(signers)).unit.signer.name == "A"
    assert record_of(f"nguoi_ky: pho\n{unit_yaml(signers)}").unit.signer.name == "B"


def test_a_head_run_body_needs_no_authority_line() -> None:
    unit = unit_yaml("{chuc_vu: Giám đốc, ho_ten: A}").replace("Ủy ban nhân dân huyện Tân Hồng", "Sở Nội vụ")
    assert record_of(unit).unit.signer.lines == ("GIÁM ĐỐC",)


SIGNER = "{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: A}"


def test_recipients_by_pack_default_and_manifest() -> None:
    assert record_of(unit_yaml(SIGNER)).unit.recipients == ("Thường trực Huyện ủy",)
    own = "  noi_nhan: ['- HĐND;', 'Như trên.']\n  luu: '- Lưu: VT, NV.'\n"
    unit = record_of(unit_yaml(SIGNER, own)).unit
    assert (unit.recipients, unit.archive) == (("HĐND", "Như trên"), "VT, NV")
    mapped = "  noi_nhan: {mac_dinh: [a], goi-thu: [b]}\n"
    assert record_of(unit_yaml(SIGNER, mapped)).unit.recipients == ("b",)
    assert record_of(unit_yaml(SIGNER, "  noi_nhan: {mac_dinh: [a]}\n")).unit.recipients == ("a",)


def test_who_is_addressed_comes_first_among_the_recipients() -> None:
    unit = record_of(unit_yaml(SIGNER, "  kinh_gui: [Huyện ủy]\n")).unit
    assert (unit.addressees, unit.recipients) == (("Huyện ủy",), ("Như trên", "Thường trực Huyện ủy"))
    unit = record_of("van_ban: {kinh_gui: []}\n" + unit_yaml(SIGNER, "  kinh_gui: [Huyện ủy]\n")).unit
    assert (unit.addressees, unit.recipients) == ((), ("Thường trực Huyện ủy",))


def test_header_lines_are_capitals_and_default_to_the_name() -> None:
    unit = record_of(unit_yaml(SIGNER, "  dong_chu_quan: [Tỉnh Đồng Tháp]\n")).unit
    assert (unit.header_lines, unit.parent_lines) == (
        ("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"),
        ("TỈNH ĐỒNG THÁP",),
    )
    assert unit.self_name == "huyện"


def test_house_style_and_own_words() -> None:
    style = "  phong_cach: {so_hai_chu_so: không, so_le: 1, linh_le: lẻ, kieu_ngay: dai, chu_thich_dem_lai: moi_trang}\n"
    unit = record_of(unit_yaml(SIGNER, style + "  them: {cap_tren: Tỉnh}\n")).unit
    assert (unit.style.two_digit_counts, unit.style.decimals, unit.style.zero_word) == (False, 1, "lẻ")
    assert (unit.style.long_dates, unit.style.footnotes_restart, unit.extra) == (
        True,
        "eachPage",
        {"cap_tren": "Tỉnh"},
    )


def test_a_form_of_address_may_be_a_family_name() -> None:
    _, found = judge(unit_yaml("{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Ông Ích Khiêm}"))
    assert [(item.code, item.level) for item in found] == [("hoc-vi", Severity.WARNING)]


@pytest.mark.parametrize(
    ("name", "level", "header", "own"),
    [
        ("Ủy ban nhân dân xã Phú Lộc", "Xã", ("ỦY BAN NHÂN DÂN", "XÃ PHÚ LỘC"), "xã"),
        ("UBND phường Bến Nghé", "cấp xã", ("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN NGHÉ"), "phường"),
        ("Uỷ ban nhân dân huyện Tân Hồng", "huyen", ("ỦY BAN NHÂN DÂN", "HUYỆN TÂN HỒNG"), "huyện"),
        ("Phòng Nội vụ huyện A", "huyện", ("PHÒNG NỘI VỤ HUYỆN A",), "Phòng"),
        ("Hội đồng A", "xa", ("HỘI ĐỒNG A",), "xã"),
        ("UBND phường Bến Nghé", "phuong", ("ỦY BAN NHÂN DÂN", "PHƯỜNG BẾN NGHÉ"), "phường"),
        ("Ủy ban nhân dân đặc khu Côn Đảo", "dac_khu", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU CÔN ĐẢO"), "đặc khu"),
        ("Ủy ban nhân dân thị xã A", "Thị xã", ("ỦY BAN NHÂN DÂN", "THỊ XÃ A"), "thị xã"),
    ],
)
def test_header_and_own_word_follow_from_name_and_level(
    name: str, level: str, header: tuple[str, ...], own: str
) -> None:
    unit = record_of(
        SECTIONS["don_vi"]
        .replace("Ủy ban nhân dân huyện Tân Hồng", name)
        .replace("cap: huyen", f"cap: {level}")
    ).unit
    assert (unit.header_lines, unit.self_name) == (header, own)
    assert unit.level in ("xa", "huyen")
