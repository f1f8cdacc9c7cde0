"""What a chart asks the data for is read like any tag of the template."""

from baocao.lint.corridor import Job, lint
from baocao.packs.finder import find_pack
from baocao.template import LayerSource
from chart_kit import COLUMNS, drawing, word_file
from small_docx import p


def told(text):
    layer = LayerSource("mau.docx", "cchc-nam", word_file(p(drawing(text)), COLUMNS))
    found = lint(Job((layer,), ("mau.docx",), {}, find_pack("cchc-nam")))
    return {(item.code, dict(item.facts).get("ten"), item.where.paragraph) for item in found}


def test_an_unknown_name_is_told_at_the_chart():
    assert ("ten-khong-biet", "tthc.tiep_nhann", "đoạn 1") in told("bieu_do: tthc.tiep_nhann.cac_nam")
    assert ("ten-khong-biet", "kyy", "đoạn 1") in told(
        'bieu_do:\nso_lieu: tthc.tiep_nhan\nmo_ta: "{{ kyy }}"'
    )


def test_what_a_chart_shows_is_printed():
    asked = {(code, name) for code, name, _ in told("bieu_do: tthc.tiep_nhan.cac_nam")}
    assert ("chi-tieu-khong-in", "Hồ sơ tiếp nhận trong kỳ") not in asked
    assert ("chi-tieu-khong-in", "Hồ sơ đã giải quyết trong kỳ") in asked


def test_a_slip_in_an_expression_is_told_at_the_chart():
    assert "the-sai-cu-phap" in {
        code for code, _, place in told("bieu_do: tthc.tiep_nhan |") if place == "đoạn 1"
    }
