"""The free pack with a table of contents that an entry of the file asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_contents_of_appendices import entries_of, pages_of
from test_pack_chung import made, told

from baocao.pdf import to_pdf
from baocao.report import Report
from docx_reading import read_docx

ASKED = "so_lieu: {trinh_bay: {muc_luc: có}}\n"
LONG = "\n\n".join(["Nội dung công việc đã làm trong năm của các thôn. " * 30] * 6)
BODY = f"""# Kết quả

{LONG}

## Tuyên truyền

{LONG}

### Hội nghị

# Nhiệm vụ

Danh sách tại [@ds].

Trên đây là báo cáo./.

# Phụ lục: Danh sách {{#ds}}

# Các điểm

Chữ.
"""


def entries(report: Report) -> list[tuple[str, str]]:
    """The words and the page of each entry."""
    assert report.data is not None, report.findings
    return [(words, page) for _, words, page in entries_of(report.data)]


@pytest.mark.libreoffice
def test_the_table_stands_above_the_text_with_pages(tmp_path: Path) -> None:
    report = made(BODY, ASKED)
    assert told(report) == [("muc-luc-so-trang", None)]
    assert report.data is not None
    told_pages = entries(report)
    assert [words for words, _ in told_pages] == [
        *("I. Kết quả", "1. Tuyên truyền", "II. Nhiệm vụ", "I. Các điểm")
    ]
    pages = pages_of(to_pdf(report.data), tmp_path)
    for words, page in told_pages[:3]:
        assert words in pages[int(page) - 1]
    assert told_pages[3][1] == "1"
    assert int(told_pages[2][1]) > 3
    lines = read_docx(report.data).paragraphs
    assert lines.index("- Công an tỉnh.") + 1 == lines.index("MỤC LỤC")


def test_without_libreoffice_the_pages_stay_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: None)
    report = made(BODY, ASKED)
    assert told(report) == [("muc-luc-chua-co-trang", None)]
    assert [page for _, page in entries(report)] == [""] * 4


@pytest.mark.parametrize("figures", ["", "so_lieu: {trinh_bay: {muc_luc: không}}\n"])
def test_nothing_of_it_is_printed_unasked(figures: str) -> None:
    report = made(BODY, figures)
    assert not report.findings
    assert entries(report) == []


def test_the_command_of_templates_is_told_with_the_entry_to_type() -> None:
    report = made("# Một\n\n@muc_luc {cap: 2}\n\nXem\n\n@muc_lucs\n")
    assert told(report) == [("bai-muc-luc", 7), ("bai-lenh-la", 11)]
    assert "«so_lieu: {trinh_bay: {muc_luc: có}}»" in report.findings[0].remedy
