"""Codes of units through the front door: a column of a workbook, the report, the list's own version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

import baocao
from baocao.cli import run
from baocao.errors import Finding

DATA = """goi: cchc-nam
ky: {nam: 2025}
don_vi:
  ky_hieu: UBND
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn Mẫu}
van_ban: {trich_yeu: Kết quả năm 2025, ngay: 20/12/2025}
bang_tinh:
  tep: cac-xa.xlsx
  dong_tieu_de: 1
  cot_don_vi: Đơn vị
  ho_so: {ma: Mã, dong_chu_quan: Tỉnh}
  cot: {tthc.tiep_nhan: Tiếp nhận, tthc.da_giai_quyet: Đã giải quyết}
"""


def made(folder: Path, name: str, code: object, province: str) -> tuple[str, Sequence[Finding]]:
    """The code and the findings of the report of a row."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Đơn vị", "Mã", "Tỉnh", "Tiếp nhận", "Đã giải quyết"])
    sheet.append([name, code, province, 120, 120])
    book.save(folder / "cac-xa.xlsx")
    (folder / "2025.yaml").write_text(DATA, encoding="utf-8")
    report = baocao.make_report(folder / "2025.yaml", row=name)
    return "" if report.figures is None else report.figures.record.unit.code, report.findings


def test_a_code_that_excel_took_for_a_number(tmp_path: Path) -> None:
    code, findings = made(tmp_path, "Phường Ba Đình", 4, "UBND thành phố Hà Nội")
    assert code == "00004"
    assert [(item.code, item.where.cell) for item in findings] == [("ma-mat-so-khong", "B2")]
    assert findings[0].remedy.startswith("Nên đặt cột này kiểu Văn bản (Text)")


def test_a_code_typed_as_text_is_taken_as_it_stands(tmp_path: Path) -> None:
    assert made(tmp_path, "Phường Ba Đình", "00004", "UBND thành phố Hà Nội") == ("00004", ())


def test_the_code_of_the_row_above_stops_the_report_of_the_unit(tmp_path: Path) -> None:
    code, findings = made(tmp_path, "Phường Ngọc Hà", "00004", "UBND thành phố Hà Nội")
    assert code == ""
    assert [(item.code, item.where.cell) for item in findings] == [("ma-cua-don-vi-khac", "B2")]
    assert "phường Ba Đình" in findings[0].text
    assert "Mã của phường Ngọc Hà là 00008." in findings[0].text


def test_a_name_that_the_province_does_not_have(tmp_path: Path) -> None:
    _, findings = made(tmp_path, "Phường Ngọc Há", None, "UBND thành phố Hà Nội")
    assert [item.code for item in findings] == ["ten-don-vi-la"]
    assert "Có phải «phường Ngọc Hà» không?" in findings[0].text


def test_thong_tin_names_the_version_of_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["thong-tin", "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["danh_muc_don_vi"] == "2026.09, đúng đến ngày 20/9/2026"
