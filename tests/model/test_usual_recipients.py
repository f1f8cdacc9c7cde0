"""Who a report goes to when the profile does not say: the pack's list for the unit's kind, on its day."""

from __future__ import annotations

import pytest

from baocao.errors import Finding
from baocao.intake.reader import read_typed
from baocao.model.record import Record
from baocao.model.validate import validate
from baocao.packs.finder import builtin_folder, find_pack

PACKS = sorted(folder.parent.name for folder in builtin_folder().glob("*/goi.yaml"))
OFFICIALS = ("Thường trực HĐND", "Chủ tịch, các Phó Chủ tịch UBND")
OFFICES = ("Các phòng, đơn vị trực thuộc",)


def report(pack: str, name: str, level: str, day: str, more: str = "") -> tuple[Record | None, list[Finding]]:
    """A draft without figures of a unit whose profile says nothing of recipients."""
    text = f"""goi: {pack}
don_vi:
  ten: Ủy ban nhân dân {name}
  cap: {level}
  dia_danh: Ví Dụ
  ky_hieu: UBND
  nguoi_ky: {{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}}
{more}ky: {{nam: {day[-4:]}}}
van_ban: {{ngay: {day}}}
so_lieu: {{}}
"""
    record, found = validate(read_typed(text, "so-lieu.yaml"), find_pack(pack), draft=True)
    return record, list(found)


@pytest.mark.parametrize(
    ("name", "level", "day", "recipients"),
    [
        (
            "xã Tân Hồng",
            "xa",
            "05/12/2026",
            ("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Thường trực Đảng ủy", *OFFICIALS, *OFFICES),
        ),
        (
            "phường Bình Minh",
            "phuong",
            "05/12/2026",
            ("Ủy ban nhân dân tỉnh", "Sở Nội vụ", "Thường trực Đảng ủy", *OFFICIALS, *OFFICES),
        ),
        (
            "xã Tân Hồng",
            "xa",
            "05/12/2024",
            ("Ủy ban nhân dân huyện", "Phòng Nội vụ", "Thường trực Đảng ủy", *OFFICIALS, *OFFICES),
        ),
        (
            "thị xã Hồng Ngự",
            "thi_xa",
            "05/12/2024",
            (
                "Ủy ban nhân dân tỉnh",
                "Sở Nội vụ",
                "Thường trực Thị ủy",
                *OFFICIALS,
                "Các phòng, ban, ngành",
                "UBND các xã, phường",
            ),
        ),
        (
            "tỉnh Ví Dụ",
            "tinh",
            "05/12/2026",
            (
                "Chính phủ",
                "Bộ Nội vụ",
                "Thường trực Tỉnh ủy",
                *OFFICIALS,
                "Các sở, ban, ngành",
                "UBND các xã, phường, đặc khu",
            ),
        ),
        (
            "thành phố Ví Dụ",
            "tinh",
            "05/12/2026",
            (
                "Chính phủ",
                "Bộ Nội vụ",
                "Thường trực Thành ủy",
                *OFFICIALS,
                "Các sở, ban, ngành",
                "UBND các xã, phường, đặc khu",
            ),
        ),
    ],
)
def test_each_kind_of_unit_has_its_own(name: str, level: str, day: str, recipients: tuple[str, ...]) -> None:
    record, found = report("cchc-nam", name, level, day)
    assert record is not None
    assert record.unit.recipients == recipients
    assert "noi-nhan-chung" not in [item.code for item in found]


def test_the_unit_above_is_called_as_the_profile_names_it() -> None:
    above = "  dong_chu_quan: [ỦY BAN NHÂN DÂN, THÀNH PHỐ VÍ DỤ]\n"
    record, _ = report("cchc-nam", "phường Bình Minh", "phuong", "05/12/2026", above)
    assert record is not None
    assert record.unit.recipients[0] == "Ủy ban nhân dân thành phố"


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("level", ["xa", "huyen", "tinh"])
def test_no_pack_leaves_its_recipients_open(pack: str, level: str) -> None:
    manifest = find_pack(pack).manifest
    if level in manifest.levels:
        lines = manifest.recipients if isinstance(manifest.recipients, tuple) else manifest.recipients[level]
        assert lines
        assert not any("Cơ quan cấp trên" in line for line in lines)


def test_an_addressee_without_a_name_is_told() -> None:
    record, found = report("cchc-nam", "phường Bình Minh", "phuong", "05/12/2024")
    assert record is not None
    assert record.unit.recipients[0] == "Cơ quan cấp trên trực tiếp"
    (told,) = [item for item in found if item.code == "noi-nhan-chung"]
    assert told.where.key == "don_vi.noi_nhan"
