"""The page numbers of a table of contents: LibreOffice lays the report out, its PDF tells them.

What Word and LibreOffice make of the fields, and what the numbers are worth: NOTES.md of the room `render`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from baocao.errors import Finding, OutputError, finding
from baocao.ooxml.names import DOCUMENT
from baocao.render import Parts, to_bytes
from baocao.render.named import CONTENTS_ENTRY
from baocao.vietnamese.text import first_lower

if TYPE_CHECKING:
    from baocao.pdf import Pdf

Paged = tuple[Parts, tuple[Finding, ...]]
"""A report with the pages in its tables of contents, and what is to be told of them."""


def waits_for_pages(parts: Parts) -> bool:
    """Whether a report has a table of contents whose pages are not known yet."""
    return CONTENTS_ENTRY in parts.text()


def with_page_numbers(parts: Parts) -> Paged:
    """A report with the pages in its tables of contents; as it is when it has none.

    Without LibreOffice, or when it does not lay the report out, the entries keep their pages empty, and a
    remark says what to press in Word.
    """
    return all_with_page_numbers([parts])[0] if waits_for_pages(parts) else (parts, ())


def all_with_page_numbers(several: Sequence[Parts]) -> list[Paged]:
    """The same for reports that all wait for their pages: one LibreOffice lays all of them out."""
    return [_paged(*item) for item in zip(several, _pages(several), strict=True)]


def _paged(parts: Parts, pages: list[str] | Finding) -> Paged:
    if isinstance(pages, Finding):
        return parts, (pages,)
    from baocao.render.tree.contents import paged

    contents = {**parts.contents, DOCUMENT: paged(parts.text(), pages).encode()}
    return replace(parts, contents=contents), (finding("muc-luc-so-trang"),)


def _pages(several: Sequence[Parts]) -> Sequence[list[str] | Finding]:
    """The page of each entry of each report; why it is not known."""
    from baocao.pdf import find_libreoffice, to_pdfs

    if find_libreoffice() is None:
        return [_unknown("máy này chưa cài LibreOffice")] * len(several)
    asked = [_probe(parts) for parts in several]
    try:
        made = to_pdfs([docx for docx, _ in asked])
    except OutputError as fault:
        return [_unknown(_why(fault.findings))] * len(several)
    return [_told_by(pdf, count) for pdf, (_, count) in zip(made, asked, strict=True)]


def _probe(parts: Parts) -> tuple[bytes, int]:
    """A copy in which LibreOffice tells the pages, and how many links it is to tell of."""
    from baocao.render.tree.contents import probes

    copies, count = probes({name: parts.text(name) for name in parts.contents if name.endswith(".xml")})
    contents = {**parts.contents, **{name: text.encode() for name, text in copies.items()}}
    return to_bytes(replace(parts, contents=contents)), count


def _told_by(pdf: Pdf, count: int) -> list[str] | Finding:
    from baocao.pdf.page_count import BrokenPdfError
    from baocao.pdf.page_links import words_of_heading_links

    if pdf.findings:
        return _unknown(_why(pdf.findings))
    try:
        pages = words_of_heading_links(pdf.data)
    except BrokenPdfError:
        return _unknown("bản PDF mà LibreOffice tạo ra không trọn vẹn")
    return pages if len(pages) == count else _unknown("bản LibreOffice này không cho biết số trang")


def _unknown(reason: str) -> Finding:
    return finding("muc-luc-chua-co-trang", ly_do=reason)


def _why(findings: Sequence[Finding]) -> str:
    """What LibreOffice was told to have failed at, within a sentence."""
    words = findings[0].text.removesuffix(".")
    return words if words.startswith("LibreOffice") else first_lower(words)
