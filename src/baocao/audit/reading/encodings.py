"""The text of a plain file in any of the encodings that Vietnamese offices save: Unicode or Windows-1258."""

from __future__ import annotations

import codecs
import unicodedata

from baocao.audit.reading.kinds_of_file import unreadable
from baocao.errors import DataError, Where, finding
from baocao.vietnamese.legacy import legacy_of

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MANY = 5
"""One in so many bytes is a zero in UTF-16 without a mark, all at even or all at odd places."""
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v\x1a")
_FEW = 100


def text_of(data: bytes, file: str) -> str:
    """The text of a file's bytes. file: its name, for the place.

    Raises `DataError` for bytes that are no text, or text whose encoding cannot be told.
    """
    text = _decoded(data, file)
    if sum(map(text.count, _CONTROLS)) * _FEW > len(text):
        raise unreadable(file)
    return text


def _decoded(data: bytes, file: str) -> str:
    encoding, start = _unicode(data)
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError:
        if encoding != "utf-8" or start or b"\0" in data:
            raise unreadable(file) from None
    if legacy_of(data.decode("latin-1")) is None and (text := _windows_1258(data)):
        return text
    return _old_font(data, file)


def _unicode(data: bytes) -> tuple[str, int]:
    """The kind of Unicode the bytes look like, and how many of them are its mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    zeros = [data[place::2].count(0) * 2 * _MANY > len(data) for place in (0, 1)]
    if any(zeros) and not all(zeros):
        return ("utf-16-be" if zeros[0] else "utf-16-le"), 0
    return "utf-8", 0


def _windows_1258(data: bytes) -> str:
    """The text in NFC, "" when the bytes are no Windows-1258: a tone that stands on no vowel."""
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        return ""
    return "" if any(map(unicodedata.combining, text)) else text


def _old_font(data: bytes, file: str) -> str:
    """The bytes as letters of Western Europe, when the old font of a Vietnamese text explains them."""
    text = data.decode("latin-1")
    if legacy_of(text) is None:
        raise DataError(finding("bao-cao-sai-ma", Where(file)))
    return text
