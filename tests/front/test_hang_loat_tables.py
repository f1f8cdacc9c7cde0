"""`baocao hang-loat` over a table as offices keep it: every row is a report or is told, each fault once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import xlsxwriter
from hang_loat_kit import reports

from baocao.cli import run

ROWS = (
    ("TT", "Mã", "Đơn vị", "Tiếp nhận", "Giải quyết", "Chủ tịch", "Số", "Ngày"),
    ("", "", "I. CÁC XÃ", "", "", "", "", ""),
    (1, 1290, "Xã Bảo Lâm", 10, 9, "Lê Văn A", 1, "05/12/2025"),
    (2, 1294, "Xã Bảo Lạc", 20, 18, "Lê Văn B", 2, "05/12/2025"),
    (3, 1288, "", 20, 18, "Lê Văn C", 3, "05/12/2025"),
    (4, 1297, "Nam Quang", 20, 18, "Lê Văn D", 4, "05/12/2025"),
    (5, 1304, "Xã Quảng Lầm", 20, 18, "Lê Văn E", 5, "05/12/2025"),
    (6, "1273.0", "Phường Thục Phán", "20", "18", "Lê Văn G", 6, "05/12/2025"),
    ("", "", "Cộng các xã", 110, 99, "", "", ""),
    ("", "", "Người lập biểu", "", "", "Chủ tịch", "", ""),
)
DATA = """goi: cchc-nam
ky: {loai: nam, nam: 2025}
don_vi: {cap_tren: tinh.yaml, nguoi_ky: {chu_tich: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch}}}
bang_tinh:
  tep: cac-xa.xlsx
  dong_tieu_de: 1
  cot_don_vi: Đơn vị
  ho_so: {ma: Mã, nguoi_ky.chu_tich.ho_ten: Chủ tịch}
  van_ban: {so: Số, ngay: Ngày}
  cot: {tthc.tiep_nhan: Tiếp nhận, tthc.da_giai_quyet: Giải quyết}
"""
PROVINCE = "ten: Ủy ban nhân dân tỉnh Cao Bằng\ncap: tinh\ncho_cap_duoi: {ky_hieu: UBND}\n"


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data file of the table, in the current folder."""
    monkeypatch.chdir(tmp_path)
    with xlsxwriter.Workbook("cac-xa.xlsx") as book:
        sheet = book.add_worksheet("Tổng hợp")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    Path("tinh.yaml").write_text(PROVINCE, "utf-8")
    Path("2025.yaml").write_text(DATA, "utf-8")
    return Path("2025.yaml")


def test_no_row_is_lost_and_each_fault_is_told_once_where_it_stands(table: Path) -> None:
    assert run(["hang-loat", str(table), "-o", "ra", "--so-tien-trinh", "1"]) == 1
    assert sorted(reports(Path("ra"))) == ["01273-thuc-phan-06.docx", "01290-bao-lam-01.docx"]
    lines = [json.loads(line) for line in Path("ra/ket-qua.jsonl").read_text("utf-8").splitlines()]
    errors = [item for line in lines for item in line.get("phat_hien", ()) if item["muc_do"] == "loi"]
    places = [item["vi_tri"]["cell"] for item in errors]
    assert sorted(places) == ["B4", "C5", "C6", "C7"]


def test_wrong_heading_rows_are_one_fault_of_the_data_file(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table.write_text(DATA.replace("dong_tieu_de: 1", "dong_tieu_de: 40"), "utf-8")
    assert run(["hang-loat", str(table), "-o", "ra"]) == 1
    said = capsys.readouterr().err
    assert said.count("→") == 1
    assert "Các tiêu đề ấy có ở dòng 1." in said
