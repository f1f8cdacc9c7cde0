"""Headings inside an appendix count from 1, and are cited with their appendix from outside it."""

from __future__ import annotations

import io
import zipfile

import pytest
from test_pack_chung import made

from docx_reading import read_docx
from references_kit import built, lines, rendered

BODY = """# Một

Xem [@x], [@con], [@y|so].

# Phụ lục: Tên A

# Đề A {#x}

## Con A {#con}

Chữ [@x].

# Phụ lục: Tên B

# Đề B {#y}

Chữ [@con] và [@y].
"""


def test_headings_of_an_appendix_count_anew_and_are_cited_with_it() -> None:
    report = made(BODY)
    assert report.data is not None, report.findings
    lines = [line.replace("\u00a0", " ") for line in read_docx(report.data).paragraphs]
    begin = lines.index("I. Một")
    assert lines[begin + 1] == "Xem Phần I Phụ lục I, Mục 1 Phần I Phụ lục I, I."
    told = [line for line in lines if line.startswith(("Phụ lục", "I", "1. ", "2. ", "Chữ"))][1:]
    assert told == [
        "Phụ lục I",
        "I. Đề A",
        "1. Con A",
        "Chữ Phần I.",
        "Phụ lục II",
        "I. Đề B",
        "Chữ Mục 1 Phần I Phụ lục I và Phần I.",
    ]


def test_headings_of_the_only_appendix_count_anew_too() -> None:
    report = made("# Một\n\nXem [@x].\n\n# Hai\n\n# Phụ lục: Tên A\n\n# Đề A {#x}\n\n# Đề B\n\nChữ [@x].\n")
    assert report.data is not None, report.findings
    lines = [line.replace("\u00a0", " ") for line in read_docx(report.data).paragraphs]
    begin = lines.index("I. Một")
    assert lines[begin + 1 : begin + 3] == ["Xem Phần I Phụ lục.", "II. Hai"]
    assert lines[lines.index("Phụ lục") :][-3:] == ["I. Đề A", "II. Đề B", "Chữ Phần I."]


APPENDICES = """@phu_luc {tieu_de: "A", kem_theo: không}
# ĐỀ A

### điểm A

### điểm A2
@het_phu_luc
"""


@pytest.mark.parametrize(
    ("forms", "first", "second"),
    [
        (("Phần thứ nhất", "I.", "a)"), "Phần thứ nhất", "Phần thứ hai"),
        (("I.", "1.", "a)"), "I.", "II."),
    ],
)
@pytest.mark.parametrize("appendices", [1, 2])
def test_numbers_that_stand_in_the_words_count_anew_as_well(
    forms: tuple[str, ...], first: str, second: str, appendices: int
) -> None:
    text = (
        f"@muc_luc {{cap: 3}}\n\n# MỘT\n\n### điểm\n\n# HAI\n\n### điểm\n\n{APPENDICES * appendices}\n# BA\n"
    )
    shown = [line.rstrip("\t") for line in lines(rendered(built(text, forms))) if line.endswith("\t")]
    third = {"I.": "III.", "Phần thứ nhất": "Phần thứ ba"}[first]
    assert shown == [
        f"{first} MỘT",
        "a) điểm",
        f"{second} HAI",
        "a) điểm",
        *[f"{first} ĐỀ A", "a) điểm A", "b) điểm A2"] * appendices,
        f"{third} BA",
    ]


def test_word_counts_each_appendix_in_a_list_of_its_own() -> None:
    report = made(BODY)
    assert report.data is not None
    with zipfile.ZipFile(io.BytesIO(report.data)) as package:
        lists = package.read("word/numbering.xml").decode()
    plain = made("# Một")
    assert plain.data is not None
    with zipfile.ZipFile(io.BytesIO(plain.data)) as package:
        before = package.read("word/numbering.xml").decode()
    assert lists.count("<w:num ") == before.count("<w:num ") + 2
    assert lists.count("<w:abstractNum ") == before.count("<w:abstractNum ") + 2
