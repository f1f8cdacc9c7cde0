"""Full texts (`day_du`) in any pack: headings count with the template's, units come out as typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.builder import build_template
from baocao.formats import load_format
from baocao.intake.reader import read_mapping, read_typed
from baocao.ooxml.full_text import with_figures
from baocao.ooxml.inlines import parse_inlines
from baocao.ooxml.markdown import text_of
from baocao.produce import produce
from docx_reading import read_docx

UNIT = Path(__file__).resolve().parents[2] / "samples" / "chung" / "don-vi.yaml"
MANIFEST = (
    'ma: thu\nphien_ban: "1.0"\nten: Thử\ntrich_yeu: [Thử]\ndanh_so: ["Phần thứ nhất", "I.", "1.", "a)"]\n'
)
CATALOGUE = """chi_tieu:
  a.so_ho: {nhan: Số hộ, loai: dem, don_vi_tinh: hộ}
  a.ke_hoach: {nhan: Kế hoạch, loai: van_ban}
  a.bai: {nhan: Bài, loai: chu, day_du: %s}
  a.cac_bai: {nhan: Các bài, loai: danh_sach, truong: {bai: {nhan: Bài, loai: chu, day_du: có}}}
"""
SOURCE = """# Mở đầu

## Trước

{{p a.bai }}

{% for b in a.cac_bai %}
{{p b.bai }}
{% endfor %}

## Sau
"""


def pack_in(folder: Path, level: str) -> Path:
    pack = folder / "thu"
    pack.mkdir()
    (pack / "goi.yaml").write_text(MANIFEST, encoding="utf-8")
    (pack / "chi-tieu.yaml").write_text(CATALOGUE % level, encoding="utf-8")
    headings = ("Phần thứ nhất", "I.", "1.", "a)")
    (pack / "mau.docx").write_bytes(build_template(SOURCE, headings, load_format("nd30-2020")))
    return pack


def lines_of(pack: Path, **figures: object) -> list[str]:
    data = {"ky": 2026, "van_ban": {"so": 1, "ngay": "10/12/2026"}, "so_lieu": {"a": figures}}
    report = produce(read_mapping(data, unit_path=UNIT), pack=str(pack))
    assert report.data is not None, report.findings
    return read_docx(report.data).paragraphs


@pytest.mark.parametrize(
    ("level", "marks", "printed"),
    [
        ("2", "#", ["I. Trước", "II. Một", "1. Hai", "a) Ba", "b) Bốn", "III. Sau"]),
        ("3", "#", ["I. Trước", "1. Một", "a) Hai", "b) Bốn", "II. Sau"]),
    ],
)
def test_headings_count_with_those_of_the_template(
    level: str, marks: str, printed: list[str], tmp_path: Path
) -> None:
    body = "# Một\n## Hai\n### Ba\n### Bốn" if level == "2" else "# Một\n## Hai\n## Bốn"
    lines = lines_of(pack_in(tmp_path, level), bai=body)
    assert lines[1:] == printed


def test_a_heading_of_the_first_level_in_words_has_its_line(tmp_path: Path) -> None:
    lines = lines_of(pack_in(tmp_path, "có"), bai="# Một\nchữ")
    assert [line.replace("\n", " | ") for line in lines] == [
        "Phần thứ nhất | Mở đầu",
        "I. Trước",
        "Phần thứ hai | Một",
        "chữ",
        "I. Sau",
    ]


def test_figures_and_documents_of_the_pack_may_be_named(tmp_path: Path) -> None:
    plan = {"loai": "Kế hoạch", "so": "12/KH-UBND", "ngay": "05/02/2026"}
    body = "Theo {a.ke_hoach}, có {a.so_ho}, tức {a.so_ho.so}."
    lines = lines_of(
        pack_in(tmp_path, "2"), bai=body, so_ho="1.200", ke_hoach=plan, cac_bai=[{"bai": "## Hai"}]
    )
    assert "Theo Kế hoạch số 12/KH-UBND ngày 05/02/2026, có 1.200 hộ, tức 1.200." in lines
    assert "1. Hai" not in lines[1:3]
    assert "I. Hai" in lines or "II. Hai" in lines


def test_a_figure_that_is_blank_stops_the_report_and_is_dots_in_a_draft(tmp_path: Path) -> None:
    pack = pack_in(tmp_path, "2")
    data = {
        "ky": 2026,
        "van_ban": {"so": 1, "ngay": "10/12/2026"},
        "so_lieu": {"a": {"bai": "Có {a.so_ho}."}},
    }
    raw = read_mapping(data, unit_path=UNIT)
    report = produce(raw, pack=str(pack))
    assert ("o-trong", "a.so_ho") in {(item.code, item.where.key) for item in report.findings}
    draft = produce(raw, pack=str(pack), draft=True)
    assert draft.data is not None
    assert "Có ……." in read_docx(draft.data).paragraphs


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=30))
def test_the_words_of_a_figure_are_never_marks(words: str) -> None:
    inlines = parse_inlines(with_figures("Có {x}, hết", {"x": words}.get))
    assert text_of(inlines) == f"Có {words}, hết"


@settings(max_examples=30, deadline=None)
@given(
    st.text(st.sampled_from("ab *_~[]^\\|#<>&@"), min_size=1, max_size=8).map(lambda text: f"h{text}".strip())
)
def test_a_unit_comes_out_as_typed(unit: str) -> None:
    figure = f"so: {{x: {{gia_tri: 12, don_vi_tinh: {json.dumps(unit)}}}}}"
    head = f"---\nky: 2026\nvan_ban: {{so: 1, ngay: 10/12/2026}}\n{figure}\n"
    report = produce(read_typed(f"{head}---\nCó {{x}}.\n\n| a |\n|---|\n| {{x}} |\n", "b.md", unit_path=UNIT))
    assert report.data is not None, report.findings
    lines = read_docx(report.data).paragraphs
    assert f"Có 12 {unit}." in lines
    assert f"12 {unit}" in lines
