"""The remarks of an audit as they are told: gravest first, figures before words, then as the text runs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.audit.document import Document
from baocao.audit.statements import Spot, Statement
from baocao.audit.verdicts import Audit, Confidence, Remark, Verdict
from baocao.errors import Severity

_WEIGHTS = {Severity.ERROR: "Phải sửa", Severity.WARNING: "Nên xem lại", Severity.INFO: "Lưu ý"}
_QUOTED, _TAIL = 80, 25


@dataclass(frozen=True, slots=True)
class Numbered:
    """A remark with its number in the order of the text, from 1."""

    number: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class Group:
    """Remarks of one weight, either about figures, dates and documents or about how the text is written."""

    severity: Severity
    concerns_words: bool
    items: tuple[Numbered, ...]

    @property
    def title(self) -> str:
        """What stands above them: "Nên xem lại: số liệu (03)"."""
        subject = "cách viết" if self.concerns_words else "số liệu"
        return f"{_WEIGHTS[self.severity]}: {subject} ({len(self.items):02d})"


def groups(audit: Audit) -> tuple[Group, ...]:
    """The remarks that there are, in groups; none is empty."""
    return tuple(group for group in _all_groups(audit) if group.items)


def _all_groups(audit: Audit) -> Iterator[Group]:
    numbered = [Numbered(number, remark) for number, remark in enumerate(audit.remarks, start=1)]
    for severity in Severity:
        for words in (False, True):
            held = (
                item
                for item in numbered
                if item.remark.finding.level is severity and item.remark.concerns_words is words
            )
            yield Group(severity, words, tuple(held))


def weight_of(remark: Remark) -> str:
    """The weight of a remark in words: "Phải sửa"."""
    return _WEIGHTS[remark.finding.level]


def told_confidence(remark: Remark) -> str:
    """How sure the audit is; "" of how the text is written, which a person sees at a glance."""
    doubt = remark.confidence is Confidence.POSSIBLE
    return remark.confidence.value if doubt or not remark.concerns_words else ""


def place_of(document: Document, spot: Spot) -> str:
    """Where in its file a stretch stands, in words: "chú thích 4 (mục 2. …)"."""
    where = document.passages[spot.passage].where
    return str(where.but(file="", words="", key="", label=""))


def elsewhere(document: Document, statement: Statement) -> str:
    """Where the figures of a statement stand that are not in its own passage: "đoạn 18, chú thích 1"."""
    own = {statement.spot.passage}
    others = (quantity.spot.passage for _, quantity in statement.quantities)
    passages = (document.passages[at] for at in dict.fromkeys(others) if at not in own)
    return ", ".join(dict.fromkeys(passage.where.paragraph.partition(" (")[0] for passage in passages))


def words_at(document: Document, spot: Spot) -> str:
    """The words of a stretch, whole ones in the middle of a long one left out."""
    words = document.passages[spot.passage].text[spot.start : spot.end].strip()
    if len(words) <= _QUOTED:
        return words
    first, last = words[: _QUOTED - _TAIL], words[-_TAIL:]
    return f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"


def count_checked(audit: Audit) -> str:
    """What was computed again, in words: "đã tính lại 21 chỗ có số, khớp 18, chưa kiểm được 02"."""
    items = [item.verdict for item in audit.judged]
    right, unknown = items.count(Verdict.RIGHT), items.count(Verdict.UNVERIFIABLE)
    if not items:
        return "không có chỗ nào để tính lại"
    told = f"đã tính lại {len(items) - unknown:02d} chỗ có số, khớp {right:02d}"
    return told + (f", chưa kiểm được {unknown:02d}" if unknown else "")
