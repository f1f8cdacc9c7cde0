"""A rank without the number of ranked units is remarked on: of the period reported, never of an aim."""

from __future__ import annotations

import shutil
from pathlib import Path

import baocao
from baocao.errors import Severity

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def told(folder: Path, data: str) -> list[tuple[str, Severity]]:
    shutil.copy(SAMPLES / "xa-mau" / "don-vi.yaml", folder)
    path = folder / "2025.yaml"
    head = "goi: cchc-nam\ndon_vi: don-vi.yaml\nky: {nam: 2025}\nvan_ban: {ngay: 20/12/2025}\n"
    path.write_text(head + data, encoding="utf-8")
    found = baocao.check_data(path)
    return [(item.where.key, item.level) for item in found if item.code == "hang-thieu-tong"]


def test_ranks_of_the_period_are_remarked_on(tmp_path: Path) -> None:
    data = "so_lieu: {chi_so: {hang: 12, hai_long_hang: {gia_tri: 3, nguon: Sở Nội vụ}}}\n"
    assert told(tmp_path, data) == [("chi_so.hang", Severity.INFO), ("chi_so.hai_long_hang", Severity.INFO)]


def test_ranks_of_last_year_and_of_a_series_are_not(tmp_path: Path) -> None:
    data = "nam_truoc: {chi_so: {hang: 12}}\ncac_nam: {2023: {chi_so: {hang: 11}}}\n"
    assert told(tmp_path, data + "so_lieu: {chi_so: {hang: 12/40}}\n") == []


def test_an_aim_needs_no_total(tmp_path: Path) -> None:
    assert told(tmp_path, "so_lieu: {chi_so: {muc_tieu_hang: 5}}\n") == []
    assert told(tmp_path, "so_lieu: {chi_so: {muc_tieu_hang: 5/40}}\n") == []
