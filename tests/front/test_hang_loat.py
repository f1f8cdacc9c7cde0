"""A folder of data becomes a folder of reports: what is made, what is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pytest
from hang_loat_folder_kit import FILES, hang_loat, spoil
from hang_loat_kit import NAMES, cells, ended, reports, rows, write_units

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft, Result, Status
from baocao.batch.telling.tables import Tables
from baocao.batch.telling.tally import Tally
from baocao.cli import run
from baocao.cli.show_batch import show_units
from baocao.errors import Where, finding


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu with five communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu"))


def test_a_folder_of_data_becomes_a_folder_of_reports(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    said = capsys.readouterr()
    assert sorted(reports(Path("ra"))) == FILES
    assert said.out.splitlines()[0].startswith("Xong 5 đơn vị trong ")
    assert said.out.splitlines()[0].endswith("giây: 05 báo cáo đã làm.")
    assert said.out.splitlines()[1] == f"Bảng kết quả: {Path('ra/ket-qua.xlsx')}"
    assert said.err == ""
    assert ended(Path("ra")) == dict.fromkeys(NAMES, "da_lam")
    assert [row["Mã đơn vị"] for row in cells(Path("ra"), "Kết quả")] == [f"VD-00{n}" for n in range(1, 6)]


def test_the_bytes_are_those_of_tao(units: Path) -> None:
    assert hang_loat("so-lieu", "-o", "ra") == 0
    assert run(["tao", "so-lieu/don-vi-3.yaml", "-o", "mot.docx", "--khong-soat"]) == 0
    assert reports(Path("ra"))[FILES[2]] == Path("mot.docx").read_bytes()


def test_a_fault_of_one_unit_stops_no_other(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(units, 2)
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr()
    assert sorted(reports(Path("ra"))) == [*FILES[:1], *FILES[2:]]
    assert "05 đơn vị" not in said.out
    assert "04 báo cáo đã làm, 01 chưa làm được." in said.out
    assert "--lai" in said.out
    assert said.err.splitlines()[0] == "Chưa làm được (01)"
    assert said.err.splitlines()[1].startswith(
        "  • Ủy ban nhân dân xã Bình Ví: so-lieu/don-vi-2.yaml, dòng 13"
    )
    assert rows(Path("ra"))["Bình Ví"]["ket_qua"] == "chua_lam"
    told = [row for row in cells(Path("ra"), "Lời nhắc") if row["Mức"] == "phải sửa"]
    assert {row["Đơn vị"] for row in told} == {"Ủy ban nhân dân xã Bình Ví"}


def test_units_with_the_same_fault_are_told_together(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in (1, 2, 3, 5):
        spoil(units, number)
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr().err.splitlines()
    names = ", ".join(f"Ủy ban nhân dân xã {name}" for name in NAMES[:3])
    label = "«Hồ sơ đã giải quyết trong kỳ» (tthc.da_giai_quyet)"
    places = "; ".join(f"so-lieu/don-vi-{number}.yaml, dòng 13" for number in (1, 2, 3))
    assert said[0] == "Chưa làm được (04)"
    assert said[1] == f"  • {names} và 1 đơn vị nữa: {places}, {label} và 1 nơi nữa: «-5» là số âm."
    assert len(said) == 3


def test_a_fault_that_all_have_in_one_place_is_told_with_it_once(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = "ten: Tỉnh Mẫu\ncap: tinh\nkihieu: UBND\ndia_danhh: Mẫu\n"
    Path("tinh.yaml").write_text(profile, encoding="utf-8")
    for number in (1, 2):
        path = units / f"don-vi-{number}.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("don_vi:", "don_vi:\n  cap_tren: ../tinh.yaml"), encoding="utf-8")
    assert hang_loat("so-lieu", "-o", "ra") == 1
    said = capsys.readouterr().err
    assert said.count("tinh.yaml, dòng 3") == 1
    assert "(và mỗi đơn vị 01 lỗi nữa)" in said


def test_two_files_of_one_unit_are_told_by_their_files(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(units, 1)
    shutil.copyfile(units / "don-vi-1.yaml", units / "don-vi-9.yaml")
    assert hang_loat("so-lieu", "-o", "ra") == 1
    told = next(line for line in capsys.readouterr().err.splitlines() if "số âm" in line)
    assert told.count("Ủy ban nhân dân xã An Ví") == 1
    assert "so-lieu/don-vi-1.yaml, dòng 13" in told
    assert "so-lieu/don-vi-9.yaml, dòng 13" in told


def test_when_no_report_could_be_made_nothing_is_said_to_be_done(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil(units, 1)
    assert hang_loat("so-lieu/don-vi-1.yaml", "-o", "ra") == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("Chưa làm được báo cáo nào (")
    assert first.endswith("): 01 chưa làm được.")


def test_units_are_named_in_the_order_of_the_source() -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=False)
    for place in (2, 0, 1):
        draft = Draft(Job(f"{place}.yaml", place, f"/{place}.yaml"), unit=f"Xã {place}")
        tally.take(Result(draft, Status.FAILED))
    assert [one.unit for one in tally.failed] == ["Xã 0", "Xã 1", "Xã 2"]


def test_cells_of_one_sheet_are_told_without_its_file_again(capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=False)
    for place, cell in enumerate(("D14", "D15")):
        told = finding("lenh-sai", Where("cac-xa.xlsx", sheet="Xã", cell=cell), ly_do="Ô trống.")
        draft = Draft(Job(f"#{place}", place, "/2025.yaml", place), unit=f"Xã {place}")
        tally.take(Result(draft, Status.FAILED, findings=(told,)))
    show_units("Chưa làm được", tally.failed)
    said = capsys.readouterr().err.splitlines()
    assert said[1] == "  • Xã 0, Xã 1: cac-xa.xlsx, ô Xã!D14; ô Xã!D15: Ô trống."


def test_a_pdf_that_was_signed_is_named_as_kept() -> None:
    tally = Tally(Tables(Path("khong-ghi")), None, with_pdf=True)
    draft = Draft(Job("a.yaml", 0, "/a.yaml"), unit="Xã A")
    told = (finding("hang-loat-pdf-la", tep="a.pdf"),)
    tally.take(Result(draft, Status.SAME, "a.docx", "0", told, "a.pdf", 2))
    assert [(one.unit, one.pdf) for one in tally.kept_pdf] == [("Xã A", "a.pdf")]


def test_a_file_of_somebody_else_is_no_report_edited_by_hand(
    units: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("ra").mkdir()
    (Path("ra") / FILES[0]).write_bytes(b"cua nguoi khac")
    assert hang_loat("so-lieu", "-o", "ra") == 0
    said = capsys.readouterr()
    assert said.err.splitlines()[:2] == [
        "Giữ tệp có sẵn, không có trong sổ theo dõi (01)",
        f"  • Ủy ban nhân dân xã An Ví: {FILES[0]}",
    ]
    assert "giữ bản đã sửa tay" not in said.out
    assert "04 báo cáo đã làm, 01 giữ tệp có sẵn." in said.out
    assert cells(Path("ra"), "Kết quả")[0]["Kết quả"] == "giữ tệp có sẵn"
    sums = openpyxl.load_workbook("ra/ket-qua.xlsx")["Tóm tắt"].iter_rows(values_only=True)
    assert {("Giữ bản đã sửa tay", 0), ("Giữ tệp có sẵn", 1)} <= set(sums)


def test_findings_of_made_reports_are_counted_and_a_strict_audit_decides_the_exit_code(
    tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(samples / "tan-hong", "so-lieu")
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra") == 0
    assert "Có lời nhắc nên xem: 01 báo cáo; đọc ở trang «Lời nhắc»." in capsys.readouterr().out
    told = len(cells(Path("ra"), "Lời nhắc"))
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra", "--soat") == 0
    assert len(cells(Path("ra"), "Lời nhắc")) > told
    assert hang_loat("so-lieu/2023.yaml", "-o", "ra", "--nghiem-ngat") == 1
    assert ended(Path("ra")) == {"Ủy ban nhân dân huyện Tân Hồng": "chua_lam"}
