"""The reference report reproduced: Báo cáo số 114/BC-UBND ngày 25/3/2024 of UBND huyện Tân Hồng.

The committed text is the published report, page by page; its notes stand at the foot of each page, in the
middle of paragraphs. `samples/tan-hong/nguon.md` lists the few repairs of type; nothing else may differ.
"""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from baocao.produce import produce
from baocao.vietnamese.text import NBSP
from docx_reading import Reading, W, read_docx

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "tan-hong"
TEXT = Path(__file__).parent / "reference" / "114-BC-UBND-tan-hong-2023.txt"
RAISED = {raised: str(digit) for digit, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
NOTE = re.compile(rf"([{''.join(RAISED)}]+) (.*)", re.DOTALL)
MARKS = ("***", "**", "_{Tài}")


@cache
def report() -> bytes:
    return produce(SAMPLE / "2023.yaml").to_bytes()


def repairs() -> list[tuple[str, str]]:
    rows = [
        line
        for line in (SAMPLE / "nguon.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ")
    ]
    cells = [tuple(cell.strip() for cell in row.strip("|").split("|")) for row in rows]
    return [(old, new) for old, new in cells if old not in ("bản gốc", "---")]


def reference() -> Reading:
    """The published text: paragraphs joined over the page breaks, notes taken out of them, repairs made."""
    body: list[str] = []
    notes: list[list[str]] = []
    for block in re.split(r"\n\s*\n", TEXT.read_text(encoding="utf-8")):
        text = block.strip()
        if not text:
            continue
        if found := NOTE.fullmatch(text):
            notes.append([found[2]])
        elif text.startswith("+ Đối với"):
            notes[-1].append(text)
        elif body and goes_on(body[-1], text):
            body[-1] += " " + text
        else:
            body += text.split("\n")
    made = Reading(body, notes)
    for old, _ in repairs():
        assert old in made.text, f"nothing to repair: {old}"
    return Reading([plain(item) for item in body], [[plain(item) for item in note] for note in notes])


def goes_on(before: str, text: str) -> bool:
    """Whether a paragraph was cut by the page's end."""
    return text[0].islower() and before[-1] not in ".;:" and not before.isupper() and not is_title(before)


def is_title(text: str) -> bool:
    return text.startswith(("BÁO CÁO", "Kết quả thực hiện nhiệm vụ"))


def plain(text: str) -> str:
    for old, new in repairs():
        text = text.replace(old, new)
    for mark in MARKS:
        text = text.replace(mark, "Tài" if mark == "_{Tài}" else "")
    text = text.replace("“*", "“").replace("*”", "”")
    return re.sub(
        f"[{''.join(RAISED)}]+", lambda found: f"[^{''.join(RAISED[sign] for sign in found[0])}]", text
    )


def test_every_paragraph_heading_bullet_and_note_is_there_in_order() -> None:
    made, wanted = read_docx(report()), reference()
    head = made.paragraphs.index("Số: 114/BC-UBND")
    assert made.paragraphs[:head] == [
        "ỦY BAN NHÂN DÂN",
        "HUYỆN TÂN HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert made.paragraphs[head:] == wanted.paragraphs
    assert made.notes == wanted.notes
    assert len(made.notes) == 11


def test_the_repairs_are_a_handful_and_only_of_the_type() -> None:
    assert len(repairs()) == 11
    for old, new in repairs():
        assert abs(len(old) - len(new)) <= len("giải quyết ")


def look(run: etree._Element) -> tuple[bool, bool]:
    """Bold and italic."""
    return run.find(f"{W}rPr/{W}b") is not None, run.find(f"{W}rPr/{W}i") is not None


def test_emphasis_stands_where_the_original_has_it() -> None:
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(report())).read("word/document.xml"))
    alike = itertools.groupby(document.iter(f"{W}r"), lambda run: (run.getparent(), look(run)))
    emphasised = {
        "".join(text for run in runs for text in run.itertext(f"{W}t")): shown
        for (_, shown), runs in alike
        if shown[1]
    }
    assert emphasised == {
        "Phấn đấu Chỉ số CCHC năm 2024 xếp thứ hạng 05/12 huyện, thành phố.": (True, True),
        "Hiếu dân để đồng hành, gần dân để sẻ chia, nghe dân để hành động": (False, True),
        "Biết chào hỏi, biết lắng nghe, biết giải thích, biết xin lỗi, biết cảm ơn": (False, True),
    }


def test_no_tag_is_left() -> None:
    for name in ("word/document.xml", "word/footnotes.xml", "docProps/core.xml"):
        text = zipfile.ZipFile(io.BytesIO(report())).read(name).decode()
        assert not re.search(r"\{\{|\{%|\{#|%\}|\}\}|⟦|⟧|None|Undefined", text)


def test_what_must_not_part_is_joined_in_the_text_but_not_in_the_head() -> None:
    text = zipfile.ZipFile(io.BytesIO(report())).read("word/document.xml").decode()
    assert "Chỉ thị số~26/CT-TTg ngày~05/9/2016".replace("~", NBSP) in text
    assert "Thông báo số~471-TB/VPHU ngày~05~tháng~3 năm~2024 của".replace("~", NBSP) in text
    assert "Tân Hồng, ngày 25 tháng 3 năm 2024" in text
