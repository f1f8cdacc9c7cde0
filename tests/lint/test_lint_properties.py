"""Whatever stands in a template: the lint comes to an end, and misses nothing that the compiler refuses."""

# ruff: noqa: E501 - the pieces stay in rows

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lint_kit import template_file

from baocao.errors import PackError, Severity
from baocao.lint import lint_paths
from small_docx import compiled, p, package, r, tbl

PIECES = [
    "{{", "}}", "{%", "%}", "{", "}", "{#", "#}", "{{ ky.ten }}", "{{p tthc.linh_vuc }}", "{%p if vb.nhap %}", "{%p endif %}",
    "{% if ky.so = 1 %}", "{% Endif %}", "{% endif %}", "{%tr for m in tthc.linh_vuc %}", "{%tr endfor %}", "{{ m.ten }}",
    "{% for m in tthc.linh_vuc %}", "{% endfor %}", "{% raw %}", "{% endraw %}", "{%p block a %}", "{%p endblock %}",
    "{{ ky.ten | soo }}", "“", "”", "'", '"', "…", "≥", "｛｛", "{_{", "% }", "{ {", " chữ ", "1.000", "{% set n = 1 %}", "{{ n }}",
    "{% else %}", "{% colspan 2 %}", "{% vm %}", "⟦a)⟧",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=5).map("".join)
PARAGRAPHS = st.lists(TEXTS, min_size=1, max_size=3).map(lambda texts: p(*map(r, texts)))
TABLES = st.lists(st.lists(TEXTS, min_size=1, max_size=2), min_size=1, max_size=2).map(
    lambda rows: tbl(*rows)
)
BODIES = st.lists(PARAGRAPHS | TABLES, min_size=1, max_size=4).map("".join)


@settings(max_examples=60)
@given(BODIES)
def test_what_the_compiler_refuses_the_lint_names(body):
    data = package(body)
    with tempfile.TemporaryDirectory() as folder:
        found = lint_paths([template_file(Path(folder), data)]).findings
    try:
        compiled(data)
    except PackError:
        assert any(item.level is Severity.ERROR for item in found)
    assert all(item.where.file.endswith("mau.docx") for item in found)
    assert all(item.text and item.remedy for item in found)
