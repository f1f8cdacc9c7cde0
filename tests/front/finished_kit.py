"""Finished reports as a reader sees them: the lines outside of tables, the tables cell by cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from front_kit import SAMPLES
from lxml import etree

import baocao
from docx_reading import W, read_docx

EXPECTED = Path(__file__).resolve().parent / "finished"


@cache
def sample(name: str) -> bytes:
    """The report of a sample, by "folder/file"; nothing of it needs to be mended."""
    report = baocao.make_report(SAMPLES / f"{name}.yaml")
    assert [item.code for item in report.findings if item.level is not baocao.Severity.INFO] == []
    return report.to_bytes()


def fresh(
    pack: str, level: str, ky: Any, figures: Mapping[str, Any], *, draft: bool = False, **entries: Any
) -> baocao.Report:
    """The report of a pack for a unit that does not exist. level: "xa", "huyen" or "tinh"."""
    word = {"xa": "xã", "huyen": "huyện", "tinh": "tỉnh"}[level]
    unit = {
        "ten": f"Ủy ban nhân dân {word} Minh Họa",
        "cap": level,
        "dia_danh": "Minh Họa",
        "ky_hieu": "UBND",
        "nguoi_ky": {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Nguyễn Văn Mẫu"},
    }
    data = {"goi": pack, "don_vi": unit, "ky": ky, **entries, "so_lieu": figures}
    return baocao.make_report(data, draft=draft)


def expected(name: str) -> str:
    """What a report must read like (`read`): a line a paragraph, tables as pipes. Written by hand or looked
    over line by line; never made by a tool.
    """
    return (EXPECTED / f"{name}.txt").read_text(encoding="utf-8")


def read(data: bytes) -> str:
    """A whole report: its lines outside of tables, then its tables, a row a line."""
    rows = ["\n".join("| " + " | ".join(row) + " |" for row in table) for table in tables(data)]
    return "\n".join(body(data)) + "\n" + "".join(f"\n{table}\n" for table in rows)


def lines(report: baocao.Report) -> list[str]:
    """The lines between the subject and the closing of a report, tables left out."""
    return body(report.to_bytes())[2:-1]


def body(data: bytes) -> list[str]:
    """The lines outside of tables and of the table of contents; headings with their numbers, bullets with
    their signs.
    """
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    printed = [paragraph for paragraph in document.iter(f"{W}p") if _words(paragraph)]
    lines = read_docx(data).paragraphs
    assert len(lines) == len(printed)
    return [
        line
        for line, paragraph in zip(lines, printed, strict=True)
        if next(paragraph.iterancestors(f"{W}tbl", f"{W}sdt"), None) is None
    ]


def tables(data: bytes) -> list[list[list[str]]]:
    """The tables with lines (not those of head and signature), row by row, the text of each cell."""
    document = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    return [
        [[_words(item) for item in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in document.iter(f"{W}tbl")
        if table.find(f"{W}tblPr/{W}tblStyle") is not None
    ]


def _words(element: Any) -> str:
    """The words of a paragraph or cell; a note counts as a word."""
    pieces = (node.text or "" if node.tag == f"{W}t" else "*" for node in _printing(element))
    return "".join(pieces).replace("\u00a0", " ").strip()


def _printing(element: Any) -> Any:
    return element.iter(f"{W}t", f"{W}footnoteReference")
