"""Landscape pages without a table: what is not sure is told and never turned."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION

from baocao.cli import run
from baocao.produce import produce


def with_landscape_words(report: bytes) -> bytes:
    """The report with an appendix of nothing but words behind it, on a landscape page."""
    document = docx.Document(io.BytesIO(report))
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    document.add_paragraph("Phụ lục")
    document.add_paragraph("Sơ đồ tổ chức của Ủy ban nhân dân xã.")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def test_a_landscape_appendix_of_words_is_for_a_person(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    report = produce(samples / "tan-hong" / "2023.yaml").to_bytes()
    Path("q.docx").write_bytes(with_landscape_words(report))
    run(["the-thuc", "q.docx", "--sua", "q2.docx"])
    told = capsys.readouterr().out
    assert "giấy ngang, không có bảng" in told
    last = docx.Document("q2.docx" if Path("q2.docx").exists() else "q.docx").sections[-1]
    assert last.page_width > last.page_height
