"""Templates that went through LibreOffice: .docx to .odt and back, resaved, whole and blocks only.

What LibreOffice itself changes stands in the room's NOTES.md; none of it shows in the report.
"""

import re

import pytest

from baocao.authoring import build_fragment
from baocao.builder import build_template
from baocao.check.opens import check_opens
from baocao.formats import load_format
from baocao.render import render, to_bytes
from baocao.template import FragmentSource, LayerSource
from baocao.template.compiler import compile_template
from baocao.vietnamese.filters import FILTERS
from inheritance_kit import built_in, compiled_over, lines, note_numbers, report, sample
from outside_tools import resaved
from small_docx import p, package, paragraphs, read_part

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def original():
    return report(built_in())


@pytest.fixture(scope="module")
def blocks():
    """A unit's file of blocks in the styles of the built-in template, with a note, a table and bullets."""
    return _layer()


def _layer():
    source = (
        '{% extends "cchc-nam" %}\n\n{% block ket_qua_chung %}\n{{p super() }}\n\n'
        "Riêng của đơn vị {{ dv.ten }}[^r].\n\n"
        "- Gạch đầu dòng của đơn vị.\n\n| TT | Việc |\n| :--: | :---- |\n| 1 | {{ ky.ten }} |\n\n"
        "# Đề mục riêng\n{% endblock %}\n\n[^r]: Chú thích riêng {{ ky.nam }}.\n"
    )
    return build_template(source, ("I.", "1.", "1.1.", "a)"), load_format("nd30-2020"))


@pytest.fixture(scope="module")
def saved(tmp_path_factory, blocks):
    """The built-in template and the blocks after LibreOffice: resaved, and by way of .odt."""
    files = {"mau": built_in(), "lop": blocks}
    odt = resaved(files, tmp_path_factory.mktemp("odt"), "odt")
    return resaved(files, tmp_path_factory.mktemp("lai")) | {f"{name}-odt": odt[name] for name in odt}


@pytest.mark.parametrize("way", ["mau", "mau-odt"])
def test_a_whole_template_prints_the_same(way, saved, original):
    assert saved[way] != built_in()
    data = report(saved[way])
    assert check_opens(data) == ()
    assert lines(data) == lines(original)
    assert note_numbers(data) == note_numbers(original)
    assert rules(data) == rules(original)
    assert "mc:Fallback" not in read_part(data)


def rules(data):
    """The lengths of the drawn lines."""
    return re.findall(r'<wp:extent cx="(\d+)"', read_part(data))


@pytest.mark.parametrize("way", ["lop", "lop-odt"])
def test_blocks_print_the_same_over_the_built_in_template(way, saved, blocks):
    before, after = report(blocks, built_in()), report(saved[way], built_in())
    assert check_opens(after) == ()
    assert lines(after) == lines(before)
    assert note_numbers(after) == note_numbers(before)


def test_blocks_of_libreoffice_over_a_template_of_libreoffice(saved, blocks):
    assert lines(report(saved["lop"], saved["mau-odt"])) == lines(report(blocks, built_in()))


def test_libreoffice_changes_no_look_worth_a_remark(saved):
    assert compiled_over(saved["lop"], built_in()).findings == ()
    assert compiled_over(saved["lop-odt"], built_in()).findings == ()


def test_a_fragment_saved_by_libreoffice(tmp_path):
    source = tmp_path / "khoi-ky.md"
    source.write_text("@khoi_ky\n", encoding="utf-8")
    fragment = build_fragment(source)
    again = resaved({"khoi-ky": fragment}, tmp_path)["khoi-ky"]
    assert again != fragment
    assert _with_fragment(again) == _with_fragment(fragment)


def _with_fragment(data):
    base = [LayerSource("mau.docx", "cchc-nam", package(p("đầu") + p('{%p include "ky" %}')))]
    template = compile_template(base, FILTERS, {"ky": FragmentSource("ky.docx", data)})
    return paragraphs(to_bytes(render(template, sample()[1])))
