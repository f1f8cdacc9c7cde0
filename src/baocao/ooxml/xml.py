"""Text into XML: escaping, forbidden characters, runs with tabs and line breaks; namespaces."""

from __future__ import annotations

import re

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
"""How the namespaces of Word's "Strict Open XML Document" begin (ISO/IEC 29500-1, Strict)."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}" xmlns:wp="{WP}" xmlns:a="{A}" xmlns:wps="{WPS}"'
"""Declared on the root of document, header and footnote parts, so that fragments need none of their own."""

_NEWLINES = re.compile("\r\n?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("([\t\n])")
_IN_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_IN_TEXTS = str.maketrans(_IN_TEXT)
_IN_ATTRIBUTES = str.maketrans(_IN_TEXT | {'"': "&quot;"})


def broken_at(line: int, column: int) -> str:
    """Why a part is no XML, for a reader: where it stops making sense. line, column: from 1."""
    return f"nội dung sai từ dòng {line}, cột {column}"


def clean_text(text: str) -> str:
    """`text` without what XML 1.0 cannot hold: controls but tab and newline, lone surrogates, U+FFFE, U+FFFF.

    Carriage returns (alone or before a newline) become newlines.
    """
    return _FORBIDDEN.sub("", _NEWLINES.sub("\n", text))


def escape(text: str) -> str:
    """`text`, cleaned, for an element's content or an attribute in double quotes."""
    return clean_text(text).translate(_IN_ATTRIBUTES)


def escape_content(text: str) -> str:
    """`text`, cleaned, for an element's content only: quotes stay, so that tags read as they were typed."""
    return clean_text(text).translate(_IN_TEXTS)


def text_runs(text: str, properties: str = "") -> str:
    """`text` as one `w:r`, or "" when nothing is left of it. Newlines become `w:br`, tabs `w:tab`.

    properties: the content of `w:rPr`, as XML.
    """
    content = "".join(map(_piece, _BREAKS.split(clean_text(text))))
    if not content:
        return ""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


def _piece(piece: str) -> str:
    if piece == "\n":
        return "<w:br/>"
    if piece == "\t":
        return "<w:tab/>"
    return f'<w:t xml:space="preserve">{piece.translate(_IN_TEXTS)}</w:t>' if piece else ""
