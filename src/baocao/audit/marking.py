"""The audited Word file again, with a Word comment on the words of each remark; nothing else is changed."""

from __future__ import annotations

from baocao.audit.document import Passage
from baocao.audit.grouping import told_confidence, weight_of, words_at
from baocao.audit.verdicts import Audit, Remark
from baocao.ooxml.comments import Annotated, annotate_again
from baocao.ooxml.comments import Remark as Comment
from baocao.ooxml.stretches import Stretch


def mark(data: bytes, audit: Audit) -> Annotated:
    """The .docx that was audited, with its remarks as comments in the order of the text, each on its words.

    data: the bytes the audit was made of. A remark on a footnote stands on the word that the footnote hangs
    on: Word keeps no comments in footnotes. Comments of an earlier run are replaced. Raises `PackError` when
    the file cannot hold comments.
    """
    hosts = _hosts(audit)
    comments = [_comment(audit, remark, hosts) for remark in audit.remarks]
    return annotate_again(data, comments, audit.document.file)


def _hosts(audit: Audit) -> dict[str, tuple[Passage, Stretch]]:
    """The passage that each note hangs on and the word before its mark, by the number of the note."""
    hosts: dict[str, tuple[Passage, Stretch]] = {}
    for passage in audit.document.passages:
        for hanging in passage.marks:
            before = passage.text[: hanging.offset].rstrip()
            word = Stretch(passage.text, before.rfind(" ") + 1, len(before))
            hosts.setdefault(hanging.note, (passage, word))
    return hosts


def _comment(audit: Audit, remark: Remark, hosts: dict[str, tuple[Passage, Stretch]]) -> Comment:
    passage = audit.document.passages[remark.spot.passage]
    own = (passage, Stretch(passage.text, remark.spot.start, remark.spot.end))
    carrier, stretch = hosts.get(passage.note, own)
    note = f"Chú thích {passage.note}. " if passage.note in hosts else ""
    sure, words = told_confidence(remark), words_at(audit.document, remark.spot)
    weight = weight_of(remark) + (f" ({sure})" if sure else "")
    at = f", chỗ «{words}»" if words and words not in remark.finding.text else ""
    lines = [f"{note}{weight}{at}: {remark.finding.text}"]
    if remark.finding.remedy:
        lines.append(f"Cách sửa: {remark.finding.remedy}")
    text = "\n".join(" ".join(line.split()) for line in lines)
    return Comment(carrier.where.anchor, text, stretch=stretch)
