"""Small documents typed with python-docx for the tests of `find_parts`, and what was found as plain texts."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from baocao.conformance.components import find_parts
from baocao.conformance.parts import Parts
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format

NATION, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
PLACE_DATE = "Tân Phước, ngày 25 tháng 3 năm 2026"
NAMES = ("ỦY BAN NHÂN DÂN", "XÃ TÂN PHƯỚC")
PROSE = (
    "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh, ngay từ đầu năm Ủy ban nhân dân xã đã ban hành kế hoạch, "
    "phân công nhiệm vụ cho từng đơn vị, thường xuyên đôn đốc, kịp thời tháo gỡ khó khăn tại cơ sở."
)
LAST = (
    "Trên đây là báo cáo của Ủy ban nhân dân xã Tân Phước, kính trình Ủy ban nhân dân tỉnh xem xét, "
    "cho ý kiến chỉ đạo./."
)
SUBJECT = "Kết quả cải cách hành chính năm 2025"
SIGNED, NAME = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "Lê Văn Tám"
SENT = ("- Như trên;", "- Thường trực Đảng ủy;", "- Lưu: VT.")


def blank() -> Document:
    """An A4 sheet with the decree's margins, Times New Roman 14."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.paragraph_format.space_after = Pt(0)
    return document


def say(
    place: Document, text: str = "", *, align: str = "left", left: float = 0, first: float = 0,
    bold: bool = False, italic: bool = False, font: str = "",
) -> Paragraph:  # fmt: skip
    """Type a paragraph at the end of a document or a cell. left, first: indents in mm."""
    paragraph = place.add_paragraph()
    paragraph.alignment = getattr(ALIGN, {"both": "JUSTIFY"}.get(align, align.upper()))
    paragraph.paragraph_format.left_indent = Mm(left)
    paragraph.paragraph_format.first_line_indent = Mm(first)
    run = paragraph.add_run(text)
    run.bold, run.italic = bold, italic
    if font:
        run.font.name = font
    return paragraph


def two_columns(
    document: Document, left: Iterable[str], right: Iterable[str], bold: Iterable[str] = ()
) -> None:
    """A table of one row, 65 and 100 mm, its lines centred."""
    table = document.add_table(1, 2)
    table.autofit = False
    thick = set(bold)
    for cell, wide, lines in zip(table.rows[0].cells, (65, 100), (left, right), strict=True):
        cell.width = Mm(wide)
        for at, text in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            paragraph.alignment = ALIGN.LEFT if text[:1] == "-" else ALIGN.CENTER
            paragraph.add_run(text).bold = text in thick


def head(
    document: Document, names: tuple[str, ...] = NAMES, number: str = "Số: 114/BC-UBND", parents: int = 0
) -> None:
    """The usual head of a document."""
    two_columns(document, [*names, number], [NATION, MOTTO, PLACE_DATE], [*names[parents:], NATION, MOTTO])


def title(document: Document, kind: str = "BÁO CÁO", subject: str = SUBJECT) -> None:
    """Type and subject in the middle."""
    say(document, "")
    say(document, kind, align="center", bold=True)
    say(document, subject, align="center", bold=True)


def body(document: Document, *texts: str) -> None:
    """Paragraphs of text."""
    for text in texts or (PROSE, LAST):
        say(document, text, align="both", first=12.7)


def foot(document: Document, authority: Iterable[str] = SIGNED, name: str = NAME) -> None:
    """The usual end of a document."""
    lines = [*authority, "", "", "", name]
    two_columns(document, ["Nơi nhận:", *SENT], lines, lines)


def sign(document: Document) -> None:
    """The signature in paragraphs with an indent."""
    for text in (*SIGNED, "", "", NAME):
        say(document, text, align="center", left=85.0, bold=True)


def send(document: Document) -> None:
    """Nơi nhận in paragraphs."""
    say(document, "Nơi nhận:", bold=True, italic=True)
    for text in SENT:
        say(document, text)


def parts_of(*steps: Callable[[Document], object], document: Document | None = None) -> Parts:
    """What is found in a document made by the steps."""
    made = document or blank()
    for step in steps:
        step(made)
    stored = io.BytesIO()
    made.save(stored)
    return find_parts(read_paper(stored.getvalue(), "van-ban.docx"), load_format("nd30-2020"))


def with_head(
    left: Iterable[str] = (*NAMES, "Số: 114/BC-UBND"),
    right: Iterable[str] = (NATION, MOTTO, PLACE_DATE),
    bold: Iterable[str] = (*NAMES, NATION, MOTTO),
) -> Parts:
    """What is found in a usual document with that head."""
    return parts_of(lambda made: two_columns(made, left, right, bold), title, body, foot)


def closed(*steps: Callable[[Document], object]) -> Parts:
    """What is found in a usual document with that end."""
    return parts_of(head, title, body, *steps)


def found(parts: Parts, field: str) -> list[str]:
    """The texts of a component, blanks single."""
    return [" ".join(one.text.split()) for one in getattr(parts, field)]
