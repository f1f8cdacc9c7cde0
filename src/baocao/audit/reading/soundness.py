"""Whether what was read is a text that can be audited: words in it, marks not lost, no endless table."""

from __future__ import annotations

import re

from baocao.audit.document import Document
from baocao.errors import DataError, Where, finding
from baocao.vietnamese.legacy import legacy_of

_BROKEN = re.compile(r"\?(?=[^\W\d_])")
"""A question mark with a letter right behind it."""
_FEWEST, _ONE_IN = 3, 10
"""Words with one, and their share of all words, from which the marks were lost."""
_MOST = 20_000
"""Passages of a report; one of a hundred pages has two thousand."""


def refuse_unsound(document: Document) -> None:
    """Raise `DataError`, with what to do, for a document without words, too long, or not in Unicode."""
    where = Where(document.file)
    if not document.passages:
        raise DataError(finding("bao-cao-rong", where))
    if len(document.passages) > _MOST:
        raise DataError(
            finding("bao-cao-qua-dai", where, so=_said(len(document.passages)), nhieu_nhat=_said(_MOST))
        )
    text = "\n".join(passage.text for passage in document.passages)
    if lost := _lost_marks(text):
        raise DataError(finding("bao-cao-mat-dau", where, chu=lost))
    old = legacy_of(text)
    if old is not None:
        raise DataError(finding("bao-cao-phong-cu", where, bo_ma=old.encoding, chu=old.word))


def _lost_marks(text: str) -> str:
    """Words of a text that was saved with a question mark for each marked letter; "" of a sound one."""
    broken = [word for word in text.split() if _BROKEN.search(word)] if "?" in text else []
    if len(broken) < _FEWEST or len(broken) * _ONE_IN < len(text.split()):
        return ""
    return " ".join(broken[:_FEWEST])


def _said(number: int) -> str:
    return f"{number:,}".replace(",", ".")
