"""Samples with appendices, printed by LibreOffice: how each page lies and the number at its head."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from front_kit import SAMPLES

from baocao.intake.reader import read_typed
from baocao.pdf import to_pdf
from baocao.produce import produce
from baocao.report import Report

_HEAD = 54.0
"""Points: the part of the top margin that holds the number; the text begins below it."""
_UPRIGHT, _TURNED = "dọc", "ngang"


def data_of(sample: str) -> Path:
    (file,) = (SAMPLES / sample / "so-lieu").glob("20*.yaml")
    return file


def printed(report: Report) -> list[tuple[str, str]]:
    """Of each page how it lies and what stands in its top margin."""
    with pypdfium2.PdfDocument(to_pdf(report.to_bytes())) as opened:
        return [_page(page) for page in opened]


def _page(page: pypdfium2.PdfPage) -> tuple[str, str]:
    width, height = page.get_size()
    text = page.get_textpage().get_text_bounded(left=0, bottom=height - _HEAD, right=width, top=height)
    return (_TURNED if width > height else _UPRIGHT), text.strip()


def stretch(lies: str, pages: int) -> list[tuple[str, str]]:
    """A body or an appendix: its first page without a number (PL I.I.7), then 2, 3 …, counted for itself
    (PL I.III.1.đ).
    """
    return [(lies, ""), *((lies, str(number)) for number in range(2, pages + 1))]


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("sample", "stretches"),
    [
        ("cchc-ky-xa", [(_UPRIGHT, 5), (_UPRIGHT, 3)]),
        ("kiem-soat-tthc", [(_UPRIGHT, 3), (_TURNED, 1), (_TURNED, 1), (_TURNED, 1)]),
    ],
)
def test_every_page_lies_right_and_shows_its_number(sample: str, stretches: list[tuple[str, int]]) -> None:
    report = produce(data_of(sample))
    assert printed(report) == [page for lies, pages in stretches for page in stretch(lies, pages)]


@pytest.mark.libreoffice
def test_each_long_landscape_appendix_counts_from_one() -> None:
    file = data_of("kiem-soat-tthc")
    rows = re.sub(r"(?m)^ {4}- {nhom: .*\n", lambda row: row[0] * 5, file.read_text(encoding="utf-8"))
    report = produce(read_typed(rows, file.name, unit_path=file.parents[1] / "don-vi.yaml"))
    appendices = [(_TURNED, 3), (_TURNED, 2), (_TURNED, 3)]
    expected = [page for lies, pages in [(_UPRIGHT, 3), *appendices] for page in stretch(lies, pages)]
    assert printed(report) == expected
