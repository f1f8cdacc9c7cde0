"""Names typed with separate tone marks (NFD, as a Mac or an old keyboard types them) are the same names."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest
from lint_kit import PRINTS_ALL

from baocao.lint import lint_paths
from baocao.produce import produce
from small_docx import p, package, spoken

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "xa-mau"


def apart(text):
    """The text in form NFD."""
    found = unicodedata.normalize("NFD", text)
    assert found != text
    return found


@pytest.fixture
def unit(tmp_path):
    """A working folder with a fragment «khối»."""
    for folder in ("so-lieu", "mau/_manh", "mau/cchc-nam"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã A\n", encoding="utf-8")
    (tmp_path / "mau/_manh/khối.docx").write_bytes(package(p("Lời của mảnh")))
    return tmp_path


BODIES = {
    "include": p(apart('{%p include "khối" %}')),
    "block": p(apart("{%p block mở_đầu %}")) + p("a") + p("{%p endblock mở_đầu %}"),
    "name": p(apart("{% set tên = 1 %}")) + p("{{ tên }}"),
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_decomposed_name_is_the_same_name(unit, body):
    file = unit / "mau/cchc-nam/mau.docx"
    file.write_bytes(package(body + PRINTS_ALL))
    assert lint_paths([file]).findings == ()


def test_a_decomposed_include_is_printed(unit):
    for name in ("2025.yaml", "don-vi.yaml"):
        shutil.copy(SAMPLE / name, unit)
    (unit / "mau/cchc-nam/mau.docx").write_bytes(package(BODIES["include"] + PRINTS_ALL))
    made = produce(unit / "2025.yaml", pack="cchc-nam", draft=True)
    assert made.data is not None, made.findings
    assert spoken(made.data)[0] == "Lời của mảnh"


def test_the_words_around_a_decomposed_name_are_told(unit):
    file = unit / "mau/cchc-nam/mau.docx"
    file.write_bytes(package(p(apart("Năm {{ kỳ.tên }} đã qua")) + PRINTS_ALL))
    (found,) = lint_paths([file]).findings
    assert (found.code, found.where.words) == ("ten-khong-biet", "Năm {{ kỳ.tên }} đã qua")
