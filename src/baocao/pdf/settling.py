"""The same .docx gives the same PDF: nothing of the clock stays in it.

LibreOffice (7.4; it pays no heed to SOURCE_DATE_EPOCH) puts the moment of conversion into a PDF in three
places: /CreationDate, and /ID and /DocChecksum, which are digests that take it in. All three stand there as
plain text, so they are replaced where they are by as many letters and no offset moves. Everything else is
the same in each run of the same LibreOffice with the same fonts.
"""

from __future__ import annotations

import re

_DATE = re.compile(rb"/CreationDate\(D:[^)]{14,24}\)")
_DIGESTS = re.compile(rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<[0-9A-F]{32}>|/DocChecksum\s*/[0-9A-F]{32}")
_HEXADECIMAL = re.compile(rb"[0-9A-F]{32}")
_TAIL = 4096


def settled(pdf: bytes, digest: str) -> bytes:
    """A PDF of LibreOffice's with nothing of the clock in it: no date of creation, which is optional
    (ISO 32000-1, 14.3.3), and `digest`, of the .docx and hexadecimal, as its identifier.
    """
    mark = _mark(digest)
    head, tail = pdf[:-_TAIL], pdf[-_TAIL:]
    tail = _DIGESTS.sub(lambda found: _HEXADECIMAL.sub(mark, found[0]), tail)
    return _DATE.sub(lambda found: b" " * len(found[0]), head + tail)


def is_of(pdf: bytes, digest: str) -> bool:
    """Whether a settled PDF was made from the .docx with this digest."""
    found = _DIGESTS.search(pdf, max(0, len(pdf) - _TAIL))
    return found is not None and _mark(digest) in found[0]


def _mark(digest: str) -> bytes:
    return digest[:32].upper().encode()
