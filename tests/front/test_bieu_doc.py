"""`baocao bieu doc`: from a filled form to a data file, through the front door."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.cli import run
from baocao.intake.reader import read

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("goc") / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    return make_form(Wanted("", folder / "bieu.xlsx", data=folder / "2023.yaml")).data


@pytest.fixture
def form(filled: bytes, tmp_path: Path) -> Path:
    """A filled form beside its unit's profile."""
    folder = tmp_path / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    (folder / "bieu.xlsx").write_bytes(filled)
    return folder / "bieu.xlsx"


def test_a_data_file_of_the_form(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = form.with_name("lai.yaml")
    assert run(["bieu", "doc", str(form), "-o", str(target)]) == 0
    assert "Đã ghi" in capsys.readouterr().out
    lines = target.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# Số liệu báo cáo kết quả cải cách hành chính năm, đọc từ bieu.xlsx."
    assert lines[1:3] == ["goi: cchc-nam", "don_vi: don-vi.yaml"]
    assert "    tiep_nhan: 27.630  # Hồ sơ tiếp nhận trong kỳ (hồ sơ)" in lines
    assert not any(line.startswith("    hieu_luc:") for line in lines)  # blank cells are left out
    assert run(["soat", str(target)]) == 0


def test_an_existing_file_is_kept(form: Path) -> None:
    target = form.with_name("2023.yaml")
    before = target.read_bytes()
    assert run(["bieu", "doc", str(form), "-o", str(target)]) == 4
    assert target.read_bytes() == before
    assert run(["bieu", "doc", str(form), "-o", str(target), "--ghi-de"]) == 0
    assert target.read_bytes() != before


def test_json_and_the_screen(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = form.with_name("lai.json")
    assert run(["bieu", "doc", str(form), "-o", str(target), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["thanh_cong"] is True
    assert json.loads(target.read_text(encoding="utf-8"))["so_lieu"]["tthc"]["tiep_nhan"] == 27630
    assert run(["bieu", "doc", str(form)]) == 0
    assert capsys.readouterr().out.startswith("# Số liệu báo cáo")


def test_names_of_files_are_seen_from_the_new_folder(form: Path, tmp_path: Path) -> None:
    target = tmp_path / "lai.yaml"
    assert run(["bieu", "doc", str(form), "-o", str(target)]) == 0
    assert read(target).main.children["don_vi"].text == "tan-hong/don-vi.yaml"


def test_a_broken_form_becomes_no_data_file(form: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = load_workbook(io.BytesIO(form.read_bytes()))
    book.remove(book["Lời văn"])
    book.save(form)
    target = form.with_name("lai.yaml")
    assert run(["bieu", "doc", str(form), "-o", str(target)]) == 1
    assert not target.exists()
    assert "Biểu thiếu trang tính «Lời văn»." in capsys.readouterr().err


def test_no_other_suffix(form: Path) -> None:
    assert run(["bieu", "doc", str(form), "-o", str(form.with_name("lai.txt"))]) == 4


def test_a_form_is_last_years_file(form: Path) -> None:
    data = form.with_name("2024.yaml")
    text = form.with_name("2023.yaml").read_text(encoding="utf-8").replace("nam: 2023}", "nam: 2024}")
    head, _, rest = text.partition("nam_truoc:\n")
    data.write_text(head + "nam_truoc: bieu.xlsx\n\n" + rest[rest.index("so_lieu:") :], encoding="utf-8")
    raw = read(data)
    assert raw.previous is not None
    assert raw.previous.children["tthc"].children["tiep_nhan"].where.cell.startswith("E")
    assert run(["soat", str(data)]) == 0
