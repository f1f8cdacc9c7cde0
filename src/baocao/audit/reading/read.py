"""A finished report in whatever file it comes: told by its content, read, or refused with what to do."""

from __future__ import annotations

from baocao.audit.document import Document
from baocao.audit.reading.kinds_of_file import is_word_file
from baocao.audit.reading.soundness import refuse_unsound
from baocao.errors import DataError, PackError, Where, finding

_ZIP_END = b"PK\x05\x06"
_TAIL = 1 << 17
"""A zip ends in its list of contents; a file without it was cut off."""


def read_report(data: bytes, file: str) -> Document:
    """The document of a .docx or of a plain text, whatever the file is called.

    data: the bytes of the file. file: its name, for the places. Raises `DataError`, with what to do, for
    every other kind of file, for a broken one, one without words, and one typed in an old font.
    """
    if not data:
        raise DataError(finding("bao-cao-rong-byte", Where(file)))
    document = _word(data, file) if is_word_file(data, file) else _text(data, file)
    refuse_unsound(document)
    return document


def _text(data: bytes, file: str) -> Document:
    from baocao.audit.reading.encodings import text_of
    from baocao.audit.reading.read_text import read_text

    return read_text(text_of(data, file), file)


def _word(data: bytes, file: str) -> Document:
    from baocao.audit.reading.read_docx import read_docx

    try:
        return read_docx(data, file)
    except PackError as fault:
        broken = fault.findings[0]
        known = dict(broken.facts).get("ly_do") or broken.text.rstrip(".")
        reason = known if _ZIP_END in data[-_TAIL:] else "tệp thiếu phần cuối, có lẽ chép hoặc tải chưa xong"
        raise DataError(finding("bao-cao-hong", Where(file), ly_do=reason)) from fault
