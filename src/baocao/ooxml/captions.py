"""Captions: "Bảng 3. Tên bảng", with Word's field SEQ, so that the number is right in Word too.

A reference repeats the words of the bookmark of its name ("Bảng 3"), one to the number only those of the
hidden bookmark beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.ooxml.bookmarks import bookmark
from baocao.ooxml.fields import field_of_number
from baocao.ooxml.names import NUMBER_OF
from baocao.ooxml.paragraphs import styled_paragraph
from baocao.ooxml.xml import text_runs
from baocao.vietnamese.text import NBSP

TABLE, APPENDIX = "Bảng", "Phụ lục"
SAYS_APPENDIX = re.compile(
    r"phụ\s+lục(?=\W*$|\s*[:.(–-]|\s+(?:số\s+)?(?:\d+|[IVX]+|[A-ZĐ])(?!\w))", re.IGNORECASE
)
"""Begins a title that says again what stands above it: the word alone, or with a number or a letter. What an
appendix to a contract is called («Phụ lục hợp đồng …») is a title of its own.
"""
_BELOW = 120
"""Twentieths of a point below a caption that stands under its chart, as between paragraphs."""

APPENDIX_FIELD = f"SEQ {APPENDIX.replace(' ', '_')} "
"""What the field that numbers an appendix begins with."""


def caption(
    ids: Iterator[int], label: str, title: str, name: str = "", *, shown: str = "1", keep_next: bool = True
) -> str:
    """A paragraph "‹label› N. ‹title›". ids: of bookmarks. title: runs. name: for references. shown: the
    number until it is counted. keep_next: it stands above.
    """
    keeps = "" if keep_next else f'<w:keepNext w:val="0"/><w:spacing w:after="{_BELOW}"/>'
    front = _numbered(ids, name, label, sequence(label, "ARABIC", shown))
    return styled_paragraph("BangDau", front + text_runs(". ") + title, keeps)


def appendix_number(ids: Iterator[int], name: str) -> str:
    """Runs "Phụ lục I"; the only appendix that is printed has no number."""
    return _numbered(ids, name, APPENDIX, sequence(APPENDIX, "ROMAN", "I"))


def sequence(label: str, form: str, shown: str) -> str:
    """Runs with the field that counts what bears the label, as Word's "Insert Caption" writes it."""
    return field_of_number(f"SEQ {label.replace(' ', '_')} \\* {form}", shown)


def _numbered(ids: Iterator[int], name: str, word: str, number: str) -> str:
    """The runs of a label such as "Bảng 3", where no line ends, in the bookmarks of its name and number."""
    last = bookmark(ids, NUMBER_OF(name) if name else "", number)
    return bookmark(ids, name, text_runs(f"{word}{NBSP}") + last)
