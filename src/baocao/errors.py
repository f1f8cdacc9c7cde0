"""Findings: what is wrong, where, and what to do about it. Everything a user is told goes through here.

A `Finding` is data (frozen, picklable, comparable). Its words stand in `baocao.messages`, once for each code.
Exceptions carry findings and nothing else, so that they survive a process pool; only the edges (`cli`, `web`)
turn them into exit codes and pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from baocao.messages import message_of
from baocao.messages.kinds import Family, Severity

__all__ = [
    "BaocaoError",
    "DataError",
    "Family",
    "Finding",
    "InternalError",
    "OutputError",
    "PackError",
    "Severity",
    "Where",
    "finding",
    "stops",
]


class Where(NamedTuple):
    """A place in the reader's words. Any field may be empty; `line` and `column` count from 1.

    anchor: the same place for a program, in a Word file: "word/document.xml#12" is the paragraph of that
    part with twelve `w:p` before it, as the file was saved. Not printed.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    sheet: str = ""
    cell: str = ""
    part: str = ""
    paragraph: str = ""
    words: str = ""
    key: str = ""
    label: str = ""
    anchor: str = ""

    def but(self, **changes: Any) -> Where:
        """The same place with some fields replaced."""
        return self._replace(**changes)

    def named(self, key: str, label: str = "") -> Where:
        """The same place, of the entry `key` that readers know as `label`."""
        return tuple.__new__(Where, (*self[:8], key, label, self.anchor))

    @property
    def in_words(self) -> bool:
        """Whether it is among the words of a text file, below its entries: those have a column, too."""
        return self.file.lower().endswith(".md") and self.column is None

    @property
    def row(self) -> int:
        """The row of the cell as Excel counts it, from 1; 0 when the place is no cell."""
        digits = self.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return int(digits) if digits else 0

    @property
    def spot(self) -> str:
        """The place inside its file, in words: "dòng 12", "ô TTHC!E14"; "" when there is none."""
        return next(self._spots(), "")

    def seen_from(self, here: Where) -> str:
        """Cell or line in few words, with the file when it is not that of `here`; "" for `here` itself."""
        file = f"tệp {self.file}, " if self.file and self.file != here.file else ""
        if self.cell:
            words = f"ô {self.sheet}!{self.cell}" if self.sheet else f"ô {self.cell}"
        else:
            words = f"dòng {self.line}" if self.line is not None else ""
        same = (self.sheet, self.cell, self.line) == (here.sheet, here.cell, here.line)
        return file + words if words and (file or not same) else ""

    def __str__(self) -> str:
        return ", ".join(part for part in self._parts() if part)

    def _parts(self) -> Iterable[str]:
        yield self.file
        yield from self._spots()
        yield self.part
        yield self.paragraph
        if self.words:
            yield f"gần chữ «{self.words}»"
        if self.label and self.cell:
            yield f"«{self.label}»"
        elif self.key:
            yield f"«{self.label}» ({self.key})" if self.label else f"mục {self.key}"

    def _spots(self) -> Iterator[str]:
        if self.line is not None:
            yield f"dòng {self.line}"
        if self.cell:
            yield f"ô {self.sheet}!{self.cell}" if self.sheet else f"ô {self.cell}"
        elif self.sheet:
            yield f"trang tính {self.sheet}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or remark. `facts` fill the holes of the message of `code`.

    others: the places of the other numbers it speaks of.
    """

    code: str
    where: Where = field(default_factory=Where)
    facts: tuple[tuple[str, str], ...] = ()
    severity: Severity | None = None
    others: tuple[Where, ...] = ()

    @property
    def level(self) -> Severity:
        """The finding's own severity, or the one its message has by default."""
        return self.severity or message_of(self.code).severity

    @property
    def family(self) -> Family:
        """Who has to act."""
        return message_of(self.code).family

    @property
    def text(self) -> str:
        """What is wrong, as one Vietnamese sentence."""
        return message_of(self.code).text.format_map(dict(self.facts))

    @property
    def remedy(self) -> str:
        """What to do, as one Vietnamese sentence; about a cell or the words of a text file it speaks of
        what is typed there.
        """
        message = message_of(self.code)
        special = message.in_cell if self.where.cell else message.in_words if self.where.in_words else ""
        return (special or message.remedy).format_map(dict(self.facts))

    def as_data(self) -> dict[str, Any]:
        """For `--json`: code, severity, text, remedy, place and facts."""
        also = {"vi_tri_khac": [_as_data(place) for place in self.others]} if self.others else {}
        return {
            "ma": self.code,
            "muc_do": self.level.value,
            "noi_dung": self.text,
            "cach_sua": self.remedy,
            "vi_tri": _as_data(self.where),
            "du_kien": dict(self.facts),
            **also,
        }


def _as_data(place: Where) -> dict[str, Any]:
    return {name: value for name, value in place._asdict().items() if value}


def finding(
    code: str,
    where: Where | None = None,
    *,
    severity: Severity | None = None,
    others: tuple[Where, ...] = (),
    **facts: object,
) -> Finding:
    """Build a `Finding`; facts become text."""
    words = tuple((name, str(value)) for name, value in facts.items())
    return Finding(code, where or Where(), words, severity, others)


def stops(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops the report."""
    return any(item.level is Severity.ERROR for item in findings)


class BaocaoError(Exception):
    """Base of all errors a caller may meet. `findings` is never empty."""

    def __init__(self, findings: Finding | Iterable[Finding]) -> None:
        items = (findings,) if isinstance(findings, Finding) else tuple(findings)
        super().__init__(items)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, all of it."""
        items: tuple[Finding, ...] = self.args[0]
        return items

    def __str__(self) -> str:
        return "\n".join(f"{item.where}: {item.text}" for item in self.findings)


class DataError(BaocaoError):
    """The data cannot become a report: the clerk mends the file."""


class PackError(BaocaoError):
    """The pack or its template is wrong: whoever edits the template mends it."""


class OutputError(BaocaoError):
    """The result cannot be written: disk, rights, an existing or locked file."""


class InternalError(BaocaoError):
    """A fault of baocao itself."""
