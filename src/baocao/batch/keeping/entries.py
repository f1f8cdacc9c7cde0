"""What is written down of a job, and how it stands in a line of the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft, Known, Status
from baocao.errors import Finding, Severity, Where

Pair = tuple[str, str]
"""A file or folder that a report was made from, and its digest."""


@dataclass(frozen=True, slots=True)
class PdfEntry:
    """The PDF of a report. source: digest of the .docx it shows. output: its own; before: that of the PDF
    which stood there until then. failed: it could not be made.
    """

    file: str = ""
    source: str = ""
    output: str = ""
    before: str = ""
    pages: int = 0
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """The last that is known of a job.

    draft: what its worker said, without the way to a temporary file. source: its data file, seen from the
    folder of the results. wish: what decides the file name beside the data. known: of the report that stands.
    file, output: that report and its digest; before: the digest of the one it replaced, which stands there
    yet when the run was killed between writing down and renaming. left: reports of earlier names to remove,
    with their digests.
    """

    draft: Draft
    status: Status
    source: str = ""
    wish: str = ""
    known: Known | None = None
    file: str = ""
    output: str = ""
    before: str = ""
    left: tuple[Pair, ...] = ()
    pdf: PdfEntry = PdfEntry()

    @property
    def failed(self) -> bool:
        """Whether the job's last try left its unit without what was asked for."""
        return self.status is Status.FAILED or self.pdf.failed

    @property
    def own(self) -> frozenset[str]:
        """Digests by which a file of the entry's name is known to be as a run has left it."""
        return frozenset(filter(None, (self.output, self.before)))


def entry_as_data(entry: Entry, number_of: Callable[[Pair], int]) -> dict[str, Any]:
    """The entry for JSON, blanks left out. number_of: the number under which a pair was written down."""
    draft, known, pdf = entry.draft, entry.known, entry.pdf
    data = {
        "viec": draft.job.id,
        "don_vi": [draft.unit, draft.code, draft.parent],
        "ten": draft.name,
        "so_lieu": draft.data,
        "goi": draft.pack,
        "giay": round(draft.seconds, 4),
        "loi_nhac": [_finding_as_data(item) for item in draft.findings],
        "ket_qua": entry.status.name,
        "nguon": entry.source,
        "theo": entry.wish,
        "dau_vao": [number_of(pair) for pair in known.inputs] if known else [],
        "khoa": known.key if known else "",
        "tep": [entry.file, entry.output, entry.before] if entry.file else [],
        "ten_cu": entry.left,
        "pdf": [pdf.file, pdf.source, pdf.output, pdf.before, pdf.pages, pdf.failed] if pdf.file else [],
    }
    return {name: value for name, value in data.items() if value}


def entry_of(data: Mapping[str, Any], pairs: Mapping[int, Pair]) -> Entry:
    """The entry that a line tells of; raises `KeyError`, `TypeError` or `ValueError` when it is none."""
    unit, code, parent = data.get("don_vi", ("", "", ""))
    file, output, before = data.get("tep", ("", "", ""))
    findings = tuple(map(_finding_of, data.get("loi_nhac", ())))
    draft = Draft(
        Job(str(data["viec"]), 0, ""),
        *(unit, code, parent, data.get("ten", ""), data.get("so_lieu", ""), data.get("goi", "")),
        findings=findings,
        seconds=data.get("giay", 0.0),
    )
    inputs = tuple(pairs[number] for number in data.get("dau_vao", ()))
    known = Known(inputs, data["khoa"], output) if "khoa" in data else None
    left = tuple((name, digest) for name, digest in data.get("ten_cu", ()))
    pdf = PdfEntry(*data.get("pdf", ()))
    asked = data.get("nguon", ""), data.get("theo", "")
    return Entry(draft, Status[data["ket_qua"]], *asked, known, file, output, before, left, pdf)


def _finding_as_data(item: Finding) -> list[Any]:
    places = [_where_as_data(place) for place in (item.where, *item.others)]
    return [item.code, item.severity.value if item.severity else None, item.facts, *places]


def _where_as_data(place: Where) -> dict[str, Any]:
    return {name: value for name, value in place._asdict().items() if value not in ("", None)}


def _finding_of(data: Sequence[Any]) -> Finding:
    code, severity, facts, where, *others = data
    return Finding(
        code,
        Where(**where),
        tuple((name, value) for name, value in facts),
        Severity(severity) if severity else None,
        tuple(Where(**place) for place in others),
    )
