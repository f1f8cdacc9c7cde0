"""No false alarms: what ships, the samples, docxtpl's own templates."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from baocao.lint import lint_paths
from baocao.packs.finder import builtin_folder

ROOT = Path(__file__).resolve().parents[2]
PACKS = sorted(item for item in builtin_folder().iterdir() if (item / "goi.yaml").is_file())
UNITS = sorted(item.parent for item in (ROOT / "samples").glob("*/mau"))

TRUE_OF_DOCXTPL = {"vertical_merge.docx": ["the-o-ngoai-bang"]}
"""A result, not a template: it explains `{% vm %}` in its text."""


@pytest.mark.parametrize("folder", PACKS, ids=lambda item: item.name)
def test_no_builtin_template_has_a_finding(folder):
    assert lint_paths([folder]).findings == ()


@pytest.mark.parametrize("folder", UNITS, ids=lambda item: item.name)
def test_no_sample_has_a_finding(folder):
    assert lint_paths([folder]).findings == ()


def test_docxtpl_own_templates_show_only_what_is_so():
    folder = os.environ.get("BAOCAO_DOCXTPL_TEMPLATES", "")
    files = sorted(Path(folder).glob("*.docx")) if folder else []
    if not files:
        pytest.skip("BAOCAO_DOCXTPL_TEMPLATES không chỉ tới thư mục mẫu của docxtpl")
    for file in files:
        codes = [item.code for item in lint_paths([file]).findings]
        assert [code for code in codes if code != "mau-chua-ro-goi"] == TRUE_OF_DOCXTPL.get(file.name, [])


def test_no_builtin_fragment_has_a_finding():
    for file in sorted((builtin_folder() / "_manh").glob("*.docx")):
        assert lint_paths([file], "cchc-nam").findings == ()
