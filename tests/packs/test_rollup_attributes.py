"""`tong_hop` and `lay_tu` of a catalogue: what can be rolled up in which way."""

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.errors import PackError
from baocao.packs.finder import find_pack

MANIFEST = "ma: thu\nphien_ban: '1'\nten: Thử\ntrich_yeu: [Thử]\n"


def codes(folder: Path, entries: str) -> list[str]:
    (folder / "goi.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "chi-tieu.yaml").write_text(f"chi_tieu:\n{entries}", encoding="utf-8")
    try:
        find_pack(folder)
    except PackError as fault:
        return [item.code for item in fault.findings]
    return []


@pytest.mark.parametrize(
    "entry",
    [
        "{nhan: A, loai: dem, tong_hop: don_vi}",
        "{nhan: A, loai: chu, tong_hop: cong}",
        "{nhan: A, loai: danh_sach, tong_hop: cong, truong: {so: {nhan: Số, loai: dem}}}",
    ],
)
def test_a_way_that_does_not_suit(tmp_path: Path, entry: str) -> None:
    assert "chi-tieu-tong-hop-sai" in codes(tmp_path, f"  nhom.a: {entry}\n")


def test_what_a_row_a_unit_is_taken_from_must_be_there(tmp_path: Path) -> None:
    fields = "ten: {nhan: Tên, loai: chu}, so: {nhan: Số, loai: dem, "
    rows = f"{{nhan: B, loai: danh_sach, tong_hop: don_vi, truong: {{{fields}"
    figure = "  nhom.a: {nhan: A, loai: dem}\n"
    assert codes(tmp_path, f"{figure}  nhom.b: {rows}lay_tu: [nhom.a]}}}}}}\n") == []
    assert codes(tmp_path, f"{figure}  nhom.b: {rows}lay_tu: [nhom.c]}}}}}}\n") == ["chi-tieu-khong-co"]
