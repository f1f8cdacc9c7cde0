"""PDFs of finished reports, through LibreOffice run headless with a profile of its own.

`to_pdf` is for one report, `converted` for many files and `to_pdfs` for many in memory: one LibreOffice
converts them all, one after the other.
What comes out is judged (whole, enough pages) and settled (the same .docx gives the same bytes).
"""

from baocao.pdf.converting import converted, to_pdf, to_pdfs
from baocao.pdf.office import find_libreoffice
from baocao.pdf.one_start import Patience, Pdf

__all__ = ["Patience", "Pdf", "converted", "find_libreoffice", "to_pdf", "to_pdfs"]
