"""The sample units with templates of their own."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path

from front_kit import SAMPLES

import baocao
from docx_reading import read_docx

UNITS = ("tinh-mau", "phuong-mot-khoi", "xa-mau-rieng")
WARD, COMMUNE = "phuong-mot-khoi", "xa-mau-rieng"
TEMPLATES = {
    "tinh-mau": ("_manh/nguon-so-lieu.docx",),
    WARD: ("cchc-nam/mau.docx",),
    COMMUNE: ("cchc-nam/mau.docx", "_manh/khoi-ky.docx"),
}
PROVINCE_SOURCE = (
    "Số liệu về hồ sơ thủ tục hành chính trong báo cáo này lấy từ Hệ thống thông tin giải quyết thủ tục hành "
    "chính tỉnh {}{{Gồm hồ sơ nộp trực tiếp, qua bưu chính, qua Cổng Dịch vụ công quốc gia và tại điểm hỗ "
    "trợ ở {}.}}."
)


@cache
def report(unit: str, year: int = 2025) -> bytes:
    """The report of a sample."""
    return baocao.make_report(SAMPLES / unit / "so-lieu" / f"{year}.yaml").to_bytes()


def without_own_template(units: Path, unit: str) -> bytes:
    """The same report by the template of the pack."""
    shutil.rmtree(units / unit / "mau")
    return baocao.make_report(units / unit / "so-lieu" / "2025.yaml").to_bytes()


def paragraphs(data: bytes) -> list[str]:
    """Each paragraph, the words of its notes in braces where they are referred to."""
    reading = read_docx(data)
    return [
        re.sub(r"\[\^(\d+)\]", lambda found: f"{{{' | '.join(reading.notes[int(found[1]) - 1])}}}", text)
        for text in reading.paragraphs
    ]
