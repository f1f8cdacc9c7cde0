"""mau.docx opens in Word as it stands: validators find nothing, LibreOffice shows its footnotes."""

import json
import os
import subprocess
from pathlib import Path

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from baocao.builder import build_template
from baocao.formats import load_format

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
    assert [str(error) for error in OpenXmlValidator().validate(str(built)).errors] == []


def test_ooxml_integrity_finds_nothing(built):
    assert ooxml_integrity.check(built) == []


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(built):
    command = [os.environ["BAOCAO_SDK_VALIDATOR"], str(built)]
    result = subprocess.run(command, capture_output=True, check=False, timeout=120)
    assert json.loads(result.stdout)["errors"] == []


@pytest.mark.libreoffice
def test_libreoffice_shows_the_notes_in_their_order(tmp_path):
    source, forms = SOURCES["sample"]
    (tmp_path / "mau.docx").write_bytes(build_template(source, forms, load_format("nd30-2020")))
    profile = f"-env:UserInstallation=file://{tmp_path / 'lo'}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), "mau.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    pdf = ["pdftotext", "-layout", str(tmp_path / "mau.pdf"), "-"]
    text = subprocess.run(pdf, check=True, capture_output=True, timeout=60).stdout.decode()
    notes = ("Số liệu tính từ ngày", "Một dòng & hai <w:p>", "Kèm {{ v.ten }}.", "Lĩnh vực theo danh mục.")
    places = [text.find(note) for note in notes]
    assert min(places) > 0
    assert places == sorted(places)
