"""samples/go-tay: a made-up report typed by hand the way offices type, with the slips they make.

    python tools/make_sample_typed.py

The file shows what `baocao the-thuc` finds and mends. Same text, same bytes.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from baocao.ooxml.package import Skeleton, write_package

TARGET = Path(__file__).resolve().parent.parent / "samples" / "go-tay" / "bao-cao-go-tay.docx"
BODY = (
    "Thực hiện Kế hoạch số 34/KH-UBND ngày 05/4/2025 của Ủy ban nhân dân tỉnh, Ủy ban nhân dân xã báo cáo"
    " kết quả như sau:",
    "I. KẾT QUẢ THỰC HIỆN",
    "1. Cải cách thủ tục hành chính",
    "Trong năm, Trung tâm Phục vụ hành chính công xã tiếp nhận 2.763 hồ sơ ; đã giải quyết 2.728 hồ sơ,"
    " trong đó 2.690 hồ sơ trước và đúng hạn,  đạt tỷ lệ 98,61 %.",
    "a) Hồ sơ nộp trực tuyến: 2.104 hồ sơ.",
    "b) Hồ sơ nộp trực tiếp: 659 hồ sơ.",
    "2. Cải cách chế độ công vụ",
    "Đã cử 07 lượt cán bộ, công chức dự tập huấn; không có trường hợp bị xử lý kỷ luật.",
    "II. PHƯƠNG HƯỚNG",
    "Tiếp tục nâng tỷ lệ hồ sơ trực tuyến; rà soát quy trình nội bộ từng quý.",
    "Trên đây là kết quả cải cách hành chính năm 2025 của xã.",
)


def main() -> None:
    """Build the file and write it with fixed dates."""
    saved = io.BytesIO()
    report().save(saved)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(write_package(Skeleton.read(saved.getvalue()).parts()))


def report() -> Any:
    """The report: Normal of Word's own template, a table for the head, blanks and tabs for places."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Times New Roman"
    made.styles["Normal"].font.size = Pt(13)
    made.styles["Normal"].paragraph_format.space_after = Pt(0)
    made.sections[0].left_margin = Cm(2.5)
    _head(made)
    for text in ("BÁO CÁO", "Kết quả cải cách hành chính năm 2025."):
        _line(made, text, bold=True, centred=True)
    _line(made, "")
    for text in BODY:
        _line(made, text, bold=text[0] in "I" or text[:2] in ("1.", "2."), first=Cm(1))
    _close(made)
    return made


def _head(made: Any) -> None:
    table = made.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    _line(left, "ỦY BAN NHÂN DÂN", bold=True, centred=True)
    _line(left, "XÃ MINH HỌA", bold=True, centred=True)
    _line(left, "_____________", centred=True)
    _line(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, centred=True, size=14)
    _line(right, "Độc lập – Tự do – Hạnh phúc", bold=True, centred=True)
    _line(right, "_____________", centred=True)
    left, right = table.rows[1].cells
    _line(left, "Số: 7/BC - UBND", centred=True)
    _line(right, "Minh Họa, ngày 5 tháng 03 năm 2026", centred=True)
    _drop_first(table)


def _close(made: Any) -> None:
    table = made.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    _line(left, "Nơi nhận:", bold=True, size=12)
    for text in ("- Ủy ban nhân dân tỉnh", "- Thường trực Đảng ủy", "- Lưu VT"):
        _line(left, text, size=12)
    for text in ("TM.ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "", "", "", "Nguyễn Văn Mẫu"):
        _line(right, text, bold=True, centred=True)
    _drop_first(table)


def _line(
    holder: Any,
    text: str,
    *,
    bold: bool = False,
    centred: bool = False,
    size: int | None = None,
    first: Any = None,
) -> None:
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.font.size = Pt(size) if size else None
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if centred else None
    paragraph.paragraph_format.first_line_indent = first


def _drop_first(table: Any) -> None:
    """Take away the blank paragraph that every new cell begins with."""
    for row in table.rows:
        for cell in row.cells:
            blank = cell.paragraphs[0]._element
            blank.getparent().remove(blank)


if __name__ == "__main__":
    main()
