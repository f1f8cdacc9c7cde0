"""`baocao hang-loat` over reports with a table of contents: LibreOffice is started once for many of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from baocao import pdf
from baocao.cli import run
from outside_tools import ROOT

SAMPLE = ROOT / "samples" / "giai-doan-2016-2020"
NAMES = ("Một", "Hai", "Ba")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """Three districts, each with a report that has a table of contents."""
    for name in NAMES:
        folder = tmp_path / "so-lieu" / name
        folder.mkdir(parents=True)
        shutil.copy(SAMPLE / "2016-2020.yaml", folder)
        profile = (SAMPLE / "don-vi.yaml").read_text("utf-8")
        (folder / "don-vi.yaml").write_text(
            profile.replace("huyện Minh Họa\n", f"huyện {name}\n", 1), "utf-8"
        )
    return tmp_path / "so-lieu"


@pytest.mark.libreoffice
def test_one_start_gives_the_pages_of_all_and_the_bytes_do_not_follow_the_processes(
    units: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[int] = []
    plain = pdf.to_pdfs

    def counted(several: list[bytes]) -> list[pdf.Pdf]:
        starts.append(len(several))
        return plain(several)

    monkeypatch.setattr(pdf, "to_pdfs", counted)
    made = []
    for count in "12":
        target = tmp_path / f"ra-{count}"
        assert run(["hang-loat", str(units), "-o", str(target), "--so-tien-trinh", count]) == 0
        made.append({file.name: file.read_bytes() for file in target.glob("*.docx")})
    assert starts == [3]
    assert len(made[0]) == len(NAMES)
    assert made[0] == made[1]
