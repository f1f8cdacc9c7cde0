"""mau.docx opens in Word as it stands: validators find nothing, LibreOffice shows its footnotes."""

import subprocess
from pathlib import Path

import pytest

from baocao.builder import build_template
from baocao.formats import load_format
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults

SOURCES = {
    "sample": (Path(__file__).with_name("mau.md").read_text(encoding="utf-8"), ("I.", "1.", "a)", "1.1.")),
    "parts": ("# TIÊU ĐỀ\n\n## Mục\n\n### Điểm[^n]\n\n[^n]: Chú thích.", ("Phần thứ nhất", "A.", "a)")),
    "child": ('{% extends "cchc-nam" %}\n{% block mo_dau %}\nThay.\n{% endblock %}', ("I.", "1.", "a)")),
}


@pytest.fixture(params=sorted(SOURCES))
def built(request, tmp_path):
    source, forms = SOURCES[request.param]
    path = tmp_path / "mau.docx"
    path.write_bytes(build_template(source, forms, load_format("nd30-2020")))
    return path


def test_openxml_audit_finds_nothing(built):
    assert audit_faults(built) == []


def test_ooxml_integrity_finds_nothing(built):
    assert integrity_faults(built) == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(built):
    assert sdk_faults(built) == []


@pytest.mark.libreoffice
def test_libreoffice_shows_the_notes_in_their_order(tmp_path):
    source, forms = SOURCES["sample"]
    converted({"mau": build_template(source, forms, load_format("nd30-2020"))}, tmp_path, "pdf")
    pdf = ["pdftotext", "-layout", str(tmp_path / "mau.pdf"), "-"]
    text = subprocess.run(pdf, check=True, capture_output=True, timeout=60).stdout.decode()
    notes = ("Số liệu tính từ ngày", "Một dòng & hai <w:p>", "Kèm {{ v.ten }}.", "Lĩnh vực theo danh mục.")
    places = [text.find(note) for note in notes]
    assert min(places) > 0
    assert places == sorted(places)
