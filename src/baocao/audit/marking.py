"""The audited Word file again, with a Word comment at each remark; nothing else in it changes."""

from __future__ import annotations

from baocao.audit.grouping import told_confidence, weight_of, words_at
from baocao.audit.verdicts import Audit, Remark
from baocao.ooxml.comments import Remark as Comment
from baocao.ooxml.comments import annotate


def mark(data: bytes, audit: Audit) -> bytes:
    """The .docx that was audited, with its remarks as comments in the order of the text.

    data: the bytes the audit was made of. A remark on a footnote stands where the footnote hangs: Word
    keeps no comments in footnotes. Raises `PackError` when the file cannot hold comments.
    """
    hosts = _hosts(audit)
    comments = [_comment(audit, remark, hosts) for remark in audit.remarks]
    return annotate(data, comments, audit.document.file)


def _hosts(audit: Audit) -> dict[str, str]:
    """The paragraph that each note hangs on, by the number of the note."""
    hosts: dict[str, str] = {}
    for passage in audit.document.passages:
        for hanging in passage.marks:
            hosts.setdefault(hanging.note, passage.where.anchor)
    return hosts


def _comment(audit: Audit, remark: Remark, hosts: dict[str, str]) -> Comment:
    passage = audit.document.passages[remark.spot.passage]
    note = f"Chú thích {passage.note}. " if passage.note in hosts else ""
    sure, words = told_confidence(remark), words_at(audit.document, remark.spot)
    weight = weight_of(remark) + (f" ({sure})" if sure else "")
    at = f", chỗ «{words}»" if words and words not in remark.finding.text else ""
    lines = [f"{note}{weight}{at}: {remark.finding.text}"]
    if remark.finding.remedy:
        lines.append(f"Cách sửa: {remark.finding.remedy}")
    text = "\n".join(" ".join(line.split()) for line in lines)
    return Comment(hosts.get(passage.note, passage.where.anchor), text)
