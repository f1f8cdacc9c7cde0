"""One data file -> its tree, whatever it is written in: the door that every reader of data goes through."""

from __future__ import annotations

import zipfile
from pathlib import Path

from baocao.errors import DataError, Where, finding
from baocao.intake.named_texts import with_texts
from baocao.intake.profile import table
from baocao.intake.workbook import with_workbook
from baocao.source.files import read_tree
from baocao.source.raw import Reading, nothing
from baocao.workplace import BOOK_SUFFIXES

_ZIP = b"PK\x03\x04"
_OF_BOOKS = ("xl/workbook.xml", "content.xml")
"""What a zipped package of cells has: Excel's, LibreOffice's."""


def read_data(
    path: Path, named_at: Where | None = None, *, unit_path: Path | str | None = None, row: str = ""
) -> Reading:
    """What a data file says; one that holds no entries is refused. named_at: the place that names the file.

    unit_path, row: of a unit's own workbook that the file maps (`with_workbook`).
    """
    return with_workbook(read_entries(path, named_at), path.parent, unit_path=unit_path, row=row)


def read_entries(path: Path, named_at: Where | None = None) -> Reading:
    """The entries of a data file as they stand there; a mapped workbook is not looked into.

    A workbook is told by its suffix, or by what it holds when it has another file's name.
    """
    tree = _read_workbook(path, named_at) if holds_workbook(path) else read_tree(path, named_at)
    return with_texts(table(tree, str(path)), path.parent)


def holds_workbook(path: Path) -> bool:
    """Whether a file is a workbook, by its name or by its content."""
    if path.suffix.lower() in BOOK_SUFFIXES:
        return True
    try:
        if not path.is_file():  # a pipe would wait for somebody to write
            return False
        with path.open("rb") as file:
            if file.read(len(_ZIP)) != _ZIP:
                return False
            with zipfile.ZipFile(file) as package:
                names = package.namelist()
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
    return any(name in names for name in _OF_BOOKS) and "word/document.xml" not in names


def _read_workbook(path: Path, named_at: Where | None) -> Reading:
    """A filled form; a workbook of another make is a finding, for nobody knows its cells."""
    from baocao.forms.conventions import CHECKS_NAME, GUIDE_NAME
    from baocao.forms.reading import is_form, read_form
    from baocao.workbook.book import read_book

    try:
        book = read_book(path, named_at, leave=(GUIDE_NAME, CHECKS_NAME))
    except DataError as fault:
        return nothing(str(path), *fault.findings)
    if not is_form(book):
        told = finding("bang-tinh-khong-la-bieu", named_at or Where(str(path)), tep=path)
        return nothing(str(path), *book.findings, told)
    return read_form(book)
