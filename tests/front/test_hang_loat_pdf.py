"""`baocao hang-loat --pdf`: every report with its PDF, and what is said where one is lacking."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hang_loat_kit import cells, rows, write_units

from baocao.cli import run

TWO = ("An Ví", "Bình Ví")


@pytest.fixture
def units(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder so-lieu with two communes, in the current folder."""
    monkeypatch.chdir(tmp_path)
    return write_units(Path("so-lieu"), TWO)


@pytest.mark.libreoffice
def test_every_report_has_a_pdf_beside_it_made_once(units: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["hang-loat", "so-lieu", "-o", "ra", "--pdf", "--so-tien-trinh", "1"]
    assert run([*command, "--json"]) == 0
    *lines, last = map(json.loads, capsys.readouterr().out.splitlines())
    assert [line["pdf"] for line in lines] == ["VD-001-an-vi-01.pdf", "VD-002-binh-vi-02.pdf"]
    assert all(line["so_trang"] >= 1 for line in lines)
    assert last["tom_tat"]["chua_pdf"] == 0
    made = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path("ra").glob("*.pdf")}
    assert all(data.startswith(b"%PDF-") for data, _ in made.values())
    assert [row["Số trang"] for row in cells(Path("ra"), "Kết quả")] == [line["so_trang"] for line in lines]
    assert run(command) == 0
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path("ra").glob("*.pdf")} == made
    assert {row["so_trang"] for row in rows(Path("ra")).values()} == {line["so_trang"] for line in lines}


def test_a_pdf_that_fails_leaves_the_report_and_is_named(
    units: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "bin" / "soffice"
    office.parent.mkdir()
    office.write_text("#!/bin/sh\nexit 1\n")
    office.chmod(office.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{office.parent}{os.pathsep}{os.environ['PATH']}")
    assert run(["hang-loat", "so-lieu", "-o", "ra", "--pdf", "--so-tien-trinh", "1"]) == 1
    said = capsys.readouterr()
    assert len(list(Path("ra").glob("*.docx"))) == 2
    assert "02 báo cáo đã làm, 02 chưa có bản PDF." in said.out
    assert "Chưa có bản PDF (02)" in said.err
    both = (
        "Ủy ban nhân dân xã An Ví, Ủy ban nhân dân xã Bình Ví: VD-001-an-vi-01.docx; VD-002-binh-vi-02.docx: "
    )
    assert f"{both}LibreOffice không tạo được" in said.err
    assert {row["pdf"] for row in rows(Path("ra")).values()} == {""}
