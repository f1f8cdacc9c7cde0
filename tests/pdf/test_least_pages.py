"""The pages a document needs at least: stretches of visible text between hard breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from baocao.errors import PackError
from baocao.pdf.least_pages import least_pages
from baocao.pdf.page_count import count_pages
from outside_tools import converted
from small_docx import SECTION, p, package, r, tbl, tc

BREAK = '<w:r><w:br w:type="page"/></w:r>'
BEFORE = "<w:pageBreakBefore/>"
CONTINUOUS = SECTION.replace("<w:pgSz", '<w:type w:val="continuous"/><w:pgSz')
HIDDEN = r("Chữ ẩn", "<w:vanish/>")
DELETED = f'<w:del w:id="1" w:author="a">{BREAK}</w:del>'


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        (p("Một"), 1),
        ("", 1),
        (p("Một") + p(BREAK, "Hai"), 2),
        (p("Một", BREAK, "Hai", BREAK, "Ba"), 3),
        (p("Một") + p(BREAK) + p(BREAK) + p("Hai"), 2),
        (p(BREAK) + p("Một") + p(BREAK), 1),
        (p("Một") + p("Hai", ppr=BEFORE), 2),
        (p("Một") + p("Hai", ppr='<w:pageBreakBefore w:val="0"/>'), 1),
        (p("Một", ppr=SECTION) + p("Hai"), 2),
        (p("Một", ppr=SECTION) + p("Hai", ppr=SECTION) + p("Ba"), 3),
        (p("Một", ppr=SECTION) + p("Hai", ppr=CONTINUOUS) + p("Ba"), 2),
        (p("Một") + tbl([tc(p("Hai", BREAK, "Ba")), tc(p("Bốn", ppr=BEFORE))]), 1),
        (p("Một") + p(BREAK) + tbl(["Hai", "Ba"]), 2),
        (p("Một") + p(BREAK, HIDDEN) + p(BREAK, "Hai"), 2),
        (p("Một") + p(DELETED, "Hai"), 1),
        (p("Một") + p(BREAK, "   ") + p("Hai", ppr=BEFORE), 2),
    ],
)
def test_stretches_between_hard_breaks(body: str, pages: int) -> None:
    assert least_pages(package(body)) == pages


def test_the_last_section_says_by_itself_how_it_begins() -> None:
    data = package(p("Một", ppr=SECTION) + p("Hai") + CONTINUOUS)
    assert least_pages(data) == 1


def test_a_file_that_is_no_word_document() -> None:
    with pytest.raises(PackError):
        least_pages(b"xin chao")
    broken = package(p("Một") + p(BREAK, "Hai") + "<w:p>")
    with pytest.raises(PackError) as caught:
        least_pages(broken)
    assert [item.code for item in caught.value.findings] == ["docx-hong"]


PIECES = ("Một", " ", BREAK, HIDDEN, DELETED)
PARAGRAPHS = st.builds(
    lambda runs, ppr: p(*runs, ppr=ppr),
    st.lists(st.sampled_from(PIECES), max_size=3),
    st.sampled_from(("", "", BEFORE, SECTION, CONTINUOUS)),
)
TABLES = st.builds(lambda runs: tbl([tc(p(*runs)), "Ô"]), st.lists(st.sampled_from(PIECES), max_size=2))


@pytest.mark.libreoffice
@settings(max_examples=4, suppress_health_check=list(HealthCheck))
@given(bodies=st.lists(st.lists(PARAGRAPHS | TABLES, max_size=7), min_size=25, max_size=25))
def test_libreoffice_never_needs_fewer_pages(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[list[str]]
) -> None:
    folder: Path = tmp_path_factory.mktemp("it-nhat")
    files = {f"v{at}": package("".join(body) + p("Cuối")) for at, body in enumerate(bodies)}
    made = converted(files, folder, "pdf")
    assert [name for name in files if count_pages(made[name]) < least_pages(files[name])] == []
