"""The remarks of an audit as they are told: gravest first, figures before words, then as the text runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from baocao.audit.document import Cell, Document, Passage, without_section
from baocao.audit.statements import Quantity, Relation, Role, Spot, Statement
from baocao.audit.verdicts import Audit, Confidence, FaultKind, Judged, Remark, Verdict
from baocao.errors import Severity

WEIGHTS = {Severity.ERROR: "Phải sửa", Severity.WARNING: "Nên xem lại", Severity.INFO: "Lưu ý"}
_COUNTED = (
    (Verdict.RIGHT, "khớp"),
    (Verdict.WRONG, "sai"),
    (Verdict.TRUNCATED, "bị cắt bớt"),
    (Verdict.DOUBTFUL, "tùy cách hiểu"),
)
CHECKED = (
    (Verdict.RIGHT, "Đã tính lại, số khớp"),
    (Verdict.DOUBTFUL, "Đúng hay không còn tùy cách hiểu câu"),
    (Verdict.UNVERIFIABLE, "Chưa kiểm được vì câu không ghi đủ số"),
)
"""What stands above the statements of a verdict that are shown besides the remarks."""
UNREAD = "Số không nằm trong phép tính nào"
"""What stands above the figures of no statement."""
_QUOTED, _TAIL, _AROUND = 80, 25, 16
_RIGHT_NUMBER = " phải là "
_SENTENCE_END = re.compile(r"(?:(?<=[^.]{3})\.|;)\s+")
_ORDER = re.compile(r"(?:S\.?\s*)?TT\.?|Số thứ tự|Số TT", re.IGNORECASE)
"""The header of a column that counts the rows."""
_DAY = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A remark with its number in the order it is told, from 1."""

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
        return f"{WEIGHTS[self.severity]}: {subject} ({len(self.items):02d})"


def groups(audit: Audit) -> tuple[Group, ...]:
    """The remarks that there are, in groups; none is empty."""
    return tuple(group for group in _all_groups(audit) if group.items)


def _all_groups(audit: Audit) -> Iterator[Group]:
    number = 0
    for severity in Severity:
        for words in (False, True):
            held = [
                remark
                for remark in audit.remarks
                if remark.finding.level is severity and remark.concerns_words is words
            ]
            yield Group(severity, words, tuple(map(Numbered, count(number + 1), held)))
            number += len(held)


def weight_of(remark: Remark) -> str:
    """The weight of a remark in words: "Phải sửa"."""
    return WEIGHTS[remark.finding.level]


def told_confidence(remark: Remark) -> str:
    """How sure the audit is; "" of how the text is written, which a person sees at a glance, and of a rate
    that cannot be checked: that is no fault.
    """
    if remark.kind is FaultKind.UNVERIFIABLE:
        return ""
    doubt = remark.confidence is Confidence.POSSIBLE
    return remark.confidence.value if doubt or not remark.concerns_words else ""


def place_of(document: Document, spot: Spot) -> str:
    """Where in its file a stretch stands, in words: "chú thích 4 (mục 2. …)"."""
    where = document.passages[spot.passage].where
    return str(where.but(file="", words="", key="", label=""))


def told_at(document: Document, statement: Statement) -> Spot:
    """The place a statement is told at: of sums in a table the cell of the total."""
    total = statement.one(Role.TOTAL)
    in_table = document.passages[statement.spot.passage].table is not None
    return total.spot if total is not None and in_table else statement.spot


def computation(document: Document, judged: Judged) -> str:
    """What was computed, and where the figures stand that are not in its own passage.

    "27.282 : 27.630 = 98,74% (với đoạn 18)"; of a quantity stated again only the places.
    """
    others = _elsewhere(document, judged.statement)
    if judged.statement.kind is Relation.SAME and others and judged.verdict is Verdict.RIGHT:
        return f"cùng số ở {others}"
    return f"{judged.arithmetic} (với {others})" if judged.arithmetic and others else judged.arithmetic


def _elsewhere(document: Document, statement: Statement) -> str:
    """Where the figures of a statement stand that are not in its own passage: "đoạn 18, chú thích 1".

    Cells of its own row, column or table are told as one.
    """
    own = told_at(document, statement).passage
    others = dict.fromkeys(quantity.spot.passage for _, quantity in statement.quantities)
    cell = document.passages[own].table
    beside = [document.passages[at] for at in others if at != own]
    same = [item.table for item in beside if cell and item.table and item.table.table == cell.table]
    told = [_share_of_table(cell, same)] if cell and same else []
    told += [short_place(item) for item in beside if item.table is None or item.table not in same]
    return ", ".join(dict.fromkeys(told))


def _share_of_table(cell: Cell, others: Iterable[Cell]) -> str:
    if all(other.column == cell.column for other in others):
        return "các ô cùng cột"
    return "các ô cùng dòng" if all(other.row == cell.row for other in others) else "các ô cùng bảng"


def short_place(passage: Passage) -> str:
    """A place without the heading it stands under."""
    return without_section(passage.where.paragraph)


def unread_figures(audit: Audit) -> tuple[Quantity, ...]:
    """The figures of no statement that a person should check: not those that count rows or columns."""
    return tuple(item for item in audit.unread if not _counts(audit.document.passages[item.spot.passage]))


def _counts(passage: Passage) -> bool:
    """Whether a cell holds the number of its row or of its column, or is a header."""
    if passage.table is None:
        return False
    heads = passage.table.headers
    return not heads or _ORDER.fullmatch(heads[-1].strip()) is not None


def words_at(document: Document, spot: Spot) -> str:
    """The words of a stretch, whole ones in the middle of a long one left out."""
    words = document.passages[spot.passage].text[spot.start : spot.end].strip()
    if len(words) <= _QUOTED:
        return words
    first, last = words[: _QUOTED - _TAIL], words[-_TAIL:]
    return f"{first.rpartition(' ')[0] or first} … {last.partition(' ')[2] or last}"


def words_around(document: Document, spot: Spot) -> str:
    """The words of a stretch with a few before and behind, to be found by searching."""
    before, behind = beside(document, spot, _AROUND)
    return f"{before.strip('…')}{words_at(document, spot)}{behind.strip('…')}".strip()


def beside(document: Document, spot: Spot, reach: int = 30) -> tuple[str, str]:
    """Whole words before and behind a stretch, with "…" where the passage goes on.

    reach: how many letters of each.
    """
    text = document.passages[spot.passage].text
    start, end = max(0, spot.start - reach), min(len(text), spot.end + reach)
    before, behind = text[start : spot.start], text[spot.end : end]
    if start:
        before = "…" + before.partition(" ")[2]
    if end < len(text):
        behind = behind.rpartition(" ")[0] + "…"
    return before, behind


def short_repair(remedy: str) -> str:
    """What a remedy says in few words: the number that should stand there, else the first thing to do."""
    sentences = _SENTENCE_END.split(remedy.strip())
    sentence = next((one for one in sentences if _RIGHT_NUMBER in one), sentences[0]).rstrip(".")
    return f"{sentence}." if sentence else ""


def count_checked(audit: Audit) -> str:
    """What was computed again, in words: "đã tính lại 21 chỗ có số: khớp 18, sai 03; chưa kiểm được 02"."""
    amounts = Counter(item.verdict for item in audit.judged)
    unknown = amounts.pop(Verdict.UNVERIFIABLE, 0)
    counts = ", ".join(f"{name} {amounts[verdict]:02d}" for verdict, name in _COUNTED if amounts[verdict])
    told = [f"đã tính lại {amounts.total():02d} chỗ có số: {counts}"] if counts else []
    told += [f"chưa kiểm được {unknown:02d}{'' if counts else ' chỗ có số'}"] if unknown else []
    told += ["không thấy ngày ký nên chưa so các ngày"] if _lacks_day(audit.document) else []
    return "; ".join(told if counts or unknown else ["không có chỗ nào để tính lại", *told])


def _lacks_day(document: Document) -> bool:
    """Whether days are named, and the day of the report itself, which they are held against, is not."""
    return document.report_date is None and any(_DAY.search(passage.text) for passage in document.passages)
