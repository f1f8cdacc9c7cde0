"""The checks through the front door: every input, last year beside, rows of lists, `--json`, a strict run."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import baocao
from baocao.cli import main
from baocao.errors import Severity

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
HEAD = """goi: cchc-nam
don_vi: don-vi.yaml
ky: {nam: 2025}
van_ban: {ngay: 20/12/2025}
"""
DOSSIERS = """so_lieu:
  tthc:
    tiep_nhan: 59.010
    tiep_nhan_moi: 57.028
    ky_truoc: 1.982
    da_giai_quyet: 57.689
    dung_han: 57.502
    tre_han: 187
    dang_giai_quyet: 1.321
    dang_trong_han: 1.246
    dang_qua_han: 75
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(SAMPLES / "xa-mau" / "don-vi.yaml", tmp_path / "don-vi.yaml")
    return tmp_path


def told(folder: Path, data: str) -> list[tuple[str, str, int | None]]:
    path = folder / "2025.yaml"
    path.write_text(HEAD + data, encoding="utf-8")
    found = baocao.check_data(path)
    return [(item.code, item.where.key, item.where.line) for item in found if item.level is not Severity.INFO]


def test_the_real_table_closes(folder: Path) -> None:
    assert told(folder, DOSSIERS) == []


def test_a_missing_digit_in_the_whole_is_one_error(folder: Path) -> None:
    found = told(folder, DOSSIERS.replace("59.010", "5.901"))
    assert found == [("tong-nho-hon-phan", "tthc.tiep_nhan", 7)]


def test_carried_over_across_the_reform_is_judged_of_the_same_unit(folder: Path) -> None:
    last = HEAD.replace("2025", "2024") + "so_lieu: {tthc: {dang_giai_quyet: 1.892}}\n"
    (folder / "2024.yaml").write_text(last, encoding="utf-8")
    codes = [code for code, _, _ in told(folder, f"nam_truoc: 2024.yaml\n{DOSSIERS}")]
    assert codes == ["so-sanh-qua-sap-xep", "ky-truoc-lech"]


def test_carried_over_where_the_years_are_like_for_like(folder: Path) -> None:
    (folder / "2025.yaml").write_text(
        HEAD.replace("2025", "2023") + "nam_truoc: {tthc: {dang_giai_quyet: 1.892}}\n" + DOSSIERS,
        encoding="utf-8",
    )
    found = [item for item in baocao.check_data(folder / "2025.yaml") if item.code == "ky-truoc-lech"]
    assert [(item.where.line, [other.line for other in item.others]) for item in found] == [(10, [5])]
    assert "kỳ trước ghi 1.892 hồ sơ (dòng 5)" in found[0].text


def test_a_quarter_is_not_held_against_the_same_quarter_of_last_year(folder: Path) -> None:
    (folder / "2025.yaml").write_text(
        HEAD.replace("{nam: 2025}", "{nam: 2023, quy: I}").replace("20/12/2025", "20/3/2023")
        + "nam_truoc: {tthc: {dang_giai_quyet: 1.892}}\n"
        + DOSSIERS,
        encoding="utf-8",
    )
    assert "ky-truoc-lech" not in {item.code for item in baocao.check_data(folder / "2025.yaml")}


def test_json_has_every_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "2025.yaml").write_text(HEAD + DOSSIERS.replace("187", "178"), encoding="utf-8")
    with pytest.raises(SystemExit) as left:
        main(["soat", str(folder / "2025.yaml"), "--json"])
    assert left.value.code == 0
    (found,) = (
        item for item in json.loads(capsys.readouterr().out)["phat_hien"] if item["ma"] == "tong-lech"
    )
    assert found["vi_tri"]["line"] == 10
    assert [place["line"] for place in found["vi_tri_khac"]] == [11, 12]


def test_a_strict_run_refuses_what_does_not_agree(folder: Path) -> None:
    (folder / "2025.yaml").write_text(
        HEAD + DOSSIERS + "    nguyen_nhan_tre_han: [{ten: a, so: 100}, {ten: b, so: 90}]\n", encoding="utf-8"
    )
    found = baocao.check_data(folder / "2025.yaml", strict=True)
    own = [item for item in found if item.code == "kiem-tra-vuot"]
    assert [item.level for item in own] == [Severity.ERROR]
    assert "100 + 90 (cột «Số hồ sơ của Nguyên nhân trễ hạn»" in own[0].text
