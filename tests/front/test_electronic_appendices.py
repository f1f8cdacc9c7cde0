"""A unit that issues its documents as files: the appendices of its reports leave number and date blank."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document

from baocao.cli import run

ROOT = Path(__file__).resolve().parents[2]
BLANK = "(Kèm theo Báo cáo số    /BC-UBND ngày    tháng    năm    của "
SAMPLES = [
    ("kiem-soat-tthc", "so-lieu/2026-quy-1.yaml", 3),
    ("cchc-xa", "so-lieu/2026.yaml", 1),
    ("chuyen-doi-so", "so-lieu/2026-chuyen-doi-so.yaml", 1),
    ("giai-doan-2016-2020", "2016-2020.yaml", 1),
    ("huyen-mau", "so-lieu/2024/tong-hop.yaml", 1),
    ("chung", "so-lieu/2026-phong-chay.md", 1),
]


@pytest.mark.parametrize(("sample", "data", "appendices"), SAMPLES, ids=[name for name, *_ in SAMPLES])
def test_number_and_date_stay_blank_and_the_format_check_is_content(
    sample: str,
    data: str,
    appendices: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: None)
    folder = tmp_path / sample
    shutil.copytree(ROOT / "samples" / sample, folder)
    with (folder / "don-vi.yaml").open("a", encoding="utf-8") as profile:
        profile.write("\nthe_thuc:\n  ban_dien_tu: có\n")
    made = folder / "bao-cao.docx"
    assert run(["tao", str(folder / data), "-o", str(made)]) == 0
    lines = [item.text.replace("\u00a0", " ") for item in Document(io.BytesIO(made.read_bytes())).paragraphs]
    assert [line.startswith(BLANK) for line in lines if line.startswith("(Kèm theo")] == [True] * appendices
    capsys.readouterr()
    assert run(["the-thuc", str(made)]) == 0
    assert "PL06" not in capsys.readouterr().out


@pytest.mark.parametrize("said", ["", "the_thuc: {ban_dien_tu: không}\n"])
def test_a_unit_that_issues_paper_has_them_filled(said: str, tmp_path: Path) -> None:
    folder = tmp_path / "kiem-soat-tthc"
    shutil.copytree(ROOT / "samples" / "kiem-soat-tthc", folder)
    with (folder / "don-vi.yaml").open("a", encoding="utf-8") as profile:
        profile.write("\n" + said)
    made = folder / "bao-cao.docx"
    assert run(["tao", str(folder / "so-lieu" / "2026-quy-1.yaml"), "-o", str(made)]) == 0
    with zipfile.ZipFile(made) as package:
        text = package.read("word/document.xml").decode().replace("\u00a0", " ")
    assert text.count("(Kèm theo Báo cáo số 74/BC-UBND ngày 18 tháng 3 năm 2026 của ") == 3
