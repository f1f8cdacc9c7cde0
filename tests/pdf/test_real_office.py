"""With the real LibreOffice: pages, the same bytes everywhere, and a LibreOffice killed in mid-run."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pypdfium2
import pytest

from baocao.pdf import converted, to_pdf
from baocao.produce import produce
from pdf_kit import document

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def report(samples: Path) -> bytes:
    return produce(samples / "tan-hong" / "2023.yaml").to_bytes()


def test_the_pages_of_a_report(report: bytes, tmp_path: Path) -> None:
    file = tmp_path / "báo cáo năm 2023.docx"
    file.write_bytes(report)
    (made,) = converted([file])
    with pypdfium2.PdfDocument(made.data) as opened:
        assert len(opened) == made.pages > 5
        assert opened.get_metadata_value("CreationDate") == ""
        assert opened.get_metadata_value("Title").startswith("Kết quả thực hiện nhiệm vụ")
        assert "BÁO CÁO" in opened[0].get_textpage().get_text_range()


def test_the_same_bytes_alone_and_among_others_in_any_time_zone_and_locale(
    report: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = to_pdf(report)
    files = [tmp_path / f"{at}.docx" for at in range(3)]
    for file, data in zip(files, (document("Một"), report, report), strict=True):
        file.write_bytes(data)
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setenv("LC_ALL", "C")
    made = {pdf.place: pdf.data for pdf in converted(files)}
    assert made[1] == made[2] == once
    assert made[0] != once


def test_killed_in_mid_run_every_report_still_becomes_a_pdf(report: bytes, tmp_path: Path) -> None:
    files = [tmp_path / f"{at}.docx" for at in range(12)]
    for file in files:
        file.write_bytes(report)
    made, killed = list[int](), list[int]()
    for pdf in converted(files):
        assert pdf.pages > 5
        made.append(pdf.place)
        if not killed:
            killed = [number for number in _offices() if os.kill(number, signal.SIGKILL) is None]
    assert sorted(made) == list(range(12))
    assert len(killed) == 1


def _offices() -> list[int]:
    """Processes of LibreOffice proper that this test process has started."""
    ends = time.monotonic() + 60
    while time.monotonic() < ends:
        found = [int(item.name) for item in Path("/proc").iterdir() if item.name.isdigit() and _is_ours(item)]
        if found:
            return found
    return []


def _is_ours(process: Path) -> bool:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        ancestors = _ancestors(int(process.name))
    except (OSError, ValueError):
        return False
    return words[0].endswith(b"soffice.bin") and os.getpid() in ancestors


def _ancestors(number: int) -> list[int]:
    found: list[int] = []
    while number > 1:
        number = int(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[1])
        found.append(number)
    return found
