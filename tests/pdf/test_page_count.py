"""Pages of a PDF are counted, and a PDF that is not whole is found out, whatever is missing."""

from __future__ import annotations

import contextlib

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.pdf.page_count import BrokenPdfError, count_pages
from pdf_kit import modern_pdf, pdf

FORMS = (pdf, modern_pdf, lambda pages: modern_pdf(pages, predicted=False))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("pages", [1, 2, 9, 250])
def test_pages_are_counted_as_pdfium_counts_them(form, pages: int) -> None:
    data = form(pages)
    with pypdfium2.PdfDocument(data) as document:
        assert len(document) == pages
    assert count_pages(data) == pages


@given(form=st.sampled_from(FORMS), data=st.data())
def test_a_pdf_that_was_cut_off_anywhere_is_not_whole(form, data: st.DataObject) -> None:
    whole = form(3)
    end = data.draw(st.integers(0, len(whole) - 2), label="length")  # without the last line break it is whole
    with pytest.raises(BrokenPdfError):
        count_pages(whole[:end])


@given(form=st.sampled_from(FORMS), data=st.data())
def test_whatever_is_changed_in_it_nothing_but_a_judgement_comes_out(form, data: st.DataObject) -> None:
    whole = bytearray(form(3))
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] = data.draw(st.integers(0, 255))
    with contextlib.suppress(BrokenPdfError):
        assert count_pages(bytes(whole)) >= 0


def test_a_tree_that_counts_pages_it_does_not_have_is_broken() -> None:
    with pytest.raises(BrokenPdfError, match="counts other pages"):
        count_pages(pdf(4, kids=3))


def test_a_tree_that_bites_its_own_tail_is_broken() -> None:
    with pytest.raises(BrokenPdfError, match="twice"):
        count_pages(pdf(2).replace(b"/Kids[ 6 0 R ]", b"/Kids[ 4 0 R ]"))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.6\n", b"xin chao", b"%PDF-1.6\nstartxref\n99999\n%%EOF\n"])
def test_no_pdf_at_all(data: bytes) -> None:
    with pytest.raises(BrokenPdfError):
        count_pages(data)


def test_a_section_added_later_counts() -> None:
    """An incremental update (ISO 32000-1, 7.5.6): a new root of the pages, the rest as before."""
    first = pdf(2)
    at = len(first)
    start = int(first.rpartition(b"startxref\n")[2].split()[0])
    added = b"2 0 obj\n<</Type/Pages/Kids[ 5 0 R ]/Count 1>>\nendobj\n"
    table = b"xref\n2 1\n%010d 00000 n \ntrailer\n<</Size 7/Root 1 0 R/Prev %d>>\n" % (at, start)
    whole = first + added + table + b"startxref\n%d\n%%%%EOF\n" % (at + len(added))
    with pypdfium2.PdfDocument(whole) as document:
        assert len(document) == 1
    assert count_pages(whole) == 1


@pytest.mark.parametrize(
    ("form", "said", "lie"),
    [(pdf, b"xref\n0 ", b"xref\n0 99999999999"), (modern_pdf, b"/Size ", b"/Size 99999999999")],
)
def test_a_table_longer_than_the_file_is_not_read(form, said: bytes, lie: bytes) -> None:
    with pytest.raises(BrokenPdfError, match="cut off"):
        count_pages(form(2).replace(said, lie))
