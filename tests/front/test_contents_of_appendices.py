"""A table of contents of a report whose appendices have headings: entries, order and printed pages."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
import zipfile
from itertools import takewhile
from pathlib import Path

import pytest

from baocao.authoring.template import build_pack_template
from baocao.intake.reader import read
from baocao.pdf import to_pdf
from baocao.produce import produce
from baocao.report import Report

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LONG = "\n\n".join(["Nội dung công việc đã làm trong năm của các thôn. " * 30] * 5)
BODY = f"""# MỘT

{LONG}

## Mục *con* của một {{#con}}

{LONG}

### Điểm không có trong mục lục

# HAI

Xem [@x], [@con].

Trên đây là báo cáo./.

# Phụ lục: Tên A

Mở đầu phụ lục.

# Đề A {{#x}}

{LONG}

## Con A

{LONG}

# Đề A tiếp

Chữ.

# Phụ lục: Tên B

# Đề B

{LONG}

## Con B

{LONG}

### Sâu B

# Phụ lục: Tên C không có đề mục

Chữ.
"""
OWN_CONTENTS = "{% if trinh_bay.muc_luc %}\n@muc_luc {cap: 2, tieu_de: MỤC LỤC}\n{% endif %}"
ENTRIES = [
    ("TOC1", "I. MỘT"),
    ("TOC2", "1. Mục con của một"),
    ("TOC1", "II. HAI"),
    ("TOC1", "I. Đề A"),
    ("TOC2", "1. Con A"),
    ("TOC1", "II. Đề A tiếp"),
    ("TOC1", "I. Đề B"),
    ("TOC2", "1. Con B"),
]


def _made(folder: Path, contents: str, turned: bool = False) -> Report:
    """The report by a copy of the free pack with a table of contents. turned: appendices lie on a side."""
    shutil.copytree(ROOT / "samples" / "chung", folder, dirs_exist_ok=True)
    pack = folder / "mau" / "chung"
    shutil.copytree(ROOT / "templates" / "chung", pack)
    source = (pack / "noi-dung.md").read_text(encoding="utf-8").replace(OWN_CONTENTS, contents)
    if turned:
        source = source.replace('| hoa }}"}', '| hoa }}", ngang: có}')
    (pack / "noi-dung.md").write_text(source, encoding="utf-8")
    (pack / "mau.docx").write_bytes(build_pack_template(pack)[1])
    head = "ky: {loai: nam, nam: 2026}\nvan_ban: {so: 12, ngay: 10/12/2026, trich_yeu: Kết quả}\n"
    (folder / "bai.md").write_text(f"---\n{head}---\n{BODY}", encoding="utf-8")
    return produce(read(folder / "bai.md"))


def _paragraphs(data: bytes) -> list[tuple[str, str]]:
    """The style and the words of each paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ET.fromstring(package.read("word/document.xml"))
    found = []
    for paragraph in root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = "".join("\t" if item.tag == f"{W}tab" else item.text or ""
                        for item in paragraph.iter() if item.tag in (f"{W}t", f"{W}tab"))  # fmt: skip
        found.append(("" if style is None else style.get(f"{W}val", ""), words.replace("\u00a0", " ")))
    return found


def entries_of(data: bytes) -> list[tuple[str, str, str]]:
    told = [(style, *words.split("\t")) for style, words in _paragraphs(data) if re.match(r"TOC\d", style)]
    return [(style, words, page) for style, words, page in told]


def _headings(data: bytes, deepest: int) -> list[str]:
    """The words of the headings, in order, without those below the levels of the table."""
    styles = {f"Heading{level}" for level in range(1, deepest + 1)}
    return [words for style, words in _paragraphs(data) if style in styles]


@pytest.mark.parametrize("deepest", [1, 2, 3])
def test_the_entries_are_the_headings_of_the_tables_levels_in_their_order(
    tmp_path: Path, deepest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baocao.pdf.find_libreoffice", lambda: None)
    data = _made(tmp_path, f"@muc_luc {{cap: {deepest}}}").data
    assert data is not None
    entries = [(style, words) for style, words, _ in entries_of(data)]
    assert [words.split(" ", 1)[1] for _, words in entries] == _headings(data, deepest)
    if deepest == 2:
        assert entries == ENTRIES
    if deepest == 3:
        assert [words for style, words in entries if style == "TOC3"] == [
            "1.1. Điểm không có trong mục lục",
            "1.1. Sâu B",
        ]


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("contents", "turned"), [("@muc_luc {cap: 2}", False), ("@muc_luc {trang_rieng: có}", True)]
)
def test_the_pages_are_those_printed_on_the_pages_of_the_headings(
    tmp_path: Path, contents: str, turned: bool
) -> None:
    data = _made(tmp_path, contents, turned).data
    assert data is not None
    pages = pages_of(to_pdf(data), tmp_path)
    at = 0
    for _, words, page in entries_of(data):
        at = next(place for place in range(at, len(pages)) if words in pages[place])
        begin = max(place for place in range(at + 1) if place == 0 or _begins_appendix(pages[place]))
        assert int(page) == at - begin + 1, words
    assert at > 8


def _begins_appendix(lines: list[str]) -> bool:
    return any(re.fullmatch("Phụ lục [IVX]+", line) for line in takewhile(str, lines))


def pages_of(pdf: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page, without those of the table of contents."""
    (folder / "a.pdf").write_bytes(pdf)
    command = ["pdftotext", "-layout", str(folder / "a.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [
        [" ".join(line.split()) for line in page.split("\n") if line.strip() and "....." not in line]
        for page in text.split("\f")
    ]
