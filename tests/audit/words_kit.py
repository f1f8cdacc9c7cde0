"""Documents for the checks of words: paragraphs as they stand in a report, and what is told of them."""

from __future__ import annotations

from baocao.audit.document import Document, Passage, PassageKind
from baocao.audit.verdicts import Remark
from baocao.audit.words import wording
from baocao.errors import Where

BODY, HEADING, NOTE, CELL = PassageKind.BODY, PassageKind.HEADING, PassageKind.NOTE, PassageKind.CELL
HEAD, SIGNING = PassageKind.HEADER_BLOCK, PassageKind.SIGNATURE_BLOCK


def passage(text: str, kind: PassageKind = BODY, **more: object) -> Passage:
    return Passage(kind, text, Where("bao-cao.txt", paragraph="đoạn 1"), **more)


def document(*texts: str | Passage) -> Document:
    passages = tuple(text if isinstance(text, Passage) else passage(text) for text in texts)
    return Document("bao-cao.txt", passages, None, None)


def remarks(*texts: str | Passage) -> list[Remark]:
    return list(wording(document(*texts)))


def told(*texts: str | Passage) -> list[tuple[str, str]]:
    """Code and quoted words of each remark."""
    read = document(*texts)
    return [(one.finding.code, words(read, one)) for one in wording(read)]


def words(read: Document, remark: Remark) -> str:
    return read.passages[remark.spot.passage].text[remark.spot.start : remark.spot.end]
