"""A mapped workbook through the front door: intake, `soat`, `tao --dong`."""

from __future__ import annotations

from pathlib import Path

import pytest
from mapping_kit import ROWS, write_table

from baocao.cli import run as run_command
from baocao.intake.reader import read, read_mapping
from baocao.model.validate import validate
from baocao.packs.finder import find_pack
from baocao.produce import produce

PROFILE = Path(__file__).parents[2] / "samples" / "tan-hong" / "don-vi.yaml"
HEAD = f"""goi: cchc-nam
don_vi: {PROFILE}
ky: {{loai: nam, nam: 2023}}
van_ban: {{so: 4, ngay: 25/3/2024}}
nguoi_ky: chu_tich
bang_tinh:
  tep: bang.xlsx
"""


def data_file(folder: Path, entry: str = ROWS) -> Path:
    write_table(folder)
    file = folder / "so-lieu.yaml"
    file.write_text(HEAD + entry, "utf-8")
    return file


def test_a_report_from_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, report = data_file(tmp_path), tmp_path / "bao-cao.docx"
    assert run_command(["tao", str(file), "--dong", "Xã Tân Phú", "--nhap", "-o", str(report)]) == 0
    assert report.is_file()
    assert "ô Tổng hợp!B3" in capsys.readouterr().err
    made = produce(file, row="Xã Tân Phú")
    assert made.figures is not None
    assert tmp_path / "bang.xlsx" in made.inputs


def test_an_unknown_indicator_is_told_where_the_mapping_names_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data_file(tmp_path, ROWS.replace("tthc.da_giai_quyet", "tthc.da_giai_quyt"))
    assert run_command(["soat", str(file), "--dong", "3"]) == 1
    assert f"{file}, dòng 13, mục tthc.da_giai_quyt" in capsys.readouterr().out


def test_a_wrong_figure_is_told_with_its_cell(tmp_path: Path) -> None:
    file = data_file(tmp_path, ROWS)
    _, findings = validate(read(file, row="Phường Tân Phú"), find_pack("cchc-nam"))
    missing = [item for item in findings if item.code == "thieu-bat-buoc"]
    assert [(item.where.sheet, item.where.cell) for item in missing] == [("Tổng hợp", "D5")]


def test_a_row_where_there_is_no_table(tmp_path: Path) -> None:
    file = data_file(tmp_path, "  trang: Tổng hợp\n  o: {tthc.tiep_nhan: C3}\n")
    assert "dong-khong-co-bang" in [item.code for item in read(file, row="Xã Tân Phú").findings]
    plain = Path(__file__).parents[2] / "samples" / "tan-hong" / "2023.yaml"
    assert [item.code for item in read(plain, row="3").findings] == ["dong-can-bang-tinh"]


def test_the_unit_of_the_command_line_decides_the_row(tmp_path: Path) -> None:
    file = data_file(tmp_path)
    profile = tmp_path / "tan-phu.yaml"
    profile.write_text(PROFILE.read_text("utf-8").replace("huyện Tân Hồng", "xã Tân Phú"), "utf-8")
    raw = read(file, unit_path=profile)
    assert raw.main.children["so_lieu"].children["tthc"].children["tiep_nhan"].value == "10"


def test_a_mapping_from_python(tmp_path: Path) -> None:
    write_table(tmp_path)
    data = {"goi": "cchc-nam", "bang_tinh": {"tep": "bang.xlsx", "o": {"tthc.tiep_nhan": "C3"}}}
    raw = read_mapping(data, folder=tmp_path)
    assert raw.main.children["so_lieu"].children["tthc"].children["tiep_nhan"].value == "10"


def test_last_year_from_a_mapped_workbook(tmp_path: Path) -> None:
    data_file(tmp_path, f"  dong: Xã Tân Phú{ROWS}").rename(tmp_path / "2022.yaml")
    now = tmp_path / "2023.yaml"
    now.write_text("goi: cchc-nam\nky: {loai: nam, nam: 2023}\nnam_truoc: 2022.yaml\nso_lieu: {}\n", "utf-8")
    previous = read(now).previous
    assert previous is not None
    assert previous.children["tthc"].children["tiep_nhan"].value == "10"
