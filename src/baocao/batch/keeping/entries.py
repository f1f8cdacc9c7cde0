"""What is written down of a job, and how it stands in a line of the ledger."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from baocao.batch.jobs import Job
from baocao.batch.outcome import Draft, Known, Pair, Status
from baocao.errors import Finding, Severity, Where, finding

Key = tuple[str, str]
"""A job's identity: its data file, seen from the folder of the results, and what tells it from others of that
file.
"""


def key_of(source: str, part: str) -> Key:
    """The identity of a job of that data file; Windows does not tell letters' case apart."""
    return os.path.normcase(source), part


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
    folder of the results. part: what tells it from others of that file. wish: what decides the file name
    beside the data. known: of the report that stands. file, output: that report and its digest; before: the
    digest of the one it replaced, which stands there yet when the run was killed between writing down and
    renaming. left: reports of earlier names to remove, with their digests. kept: what stands in the report's
    place and was left there, its digest, and the code of the reason. handed_on: the job is no more and its
    report was taken over by another; nothing else holds then.
    """

    draft: Draft
    status: Status
    source: str = ""
    part: str = ""
    wish: str = ""
    known: Known | None = None
    file: str = ""
    output: str = ""
    before: str = ""
    left: tuple[Pair, ...] = ()
    pdf: PdfEntry = PdfEntry()
    kept: tuple[str, str, str] | None = None
    handed_on: bool = False

    @property
    def key(self) -> Key:
        """What job it is of, wherever the source of a run begins."""
        return key_of(self.source, self.part)

    @property
    def without_file(self) -> Entry:
        """The same without a report, which is another job's now."""
        return replace(self, file="", output="", before="", pdf=PdfEntry())

    @property
    def failed(self) -> bool:
        """Whether the job's last try left its unit without what was asked for."""
        return self.status is Status.FAILED or self.pdf.failed

    @property
    def told(self) -> tuple[str, str, tuple[Finding, ...]]:
        """The file that stands for the job, its digest, and all there is to tell."""
        if self.status is Status.FAILED:
            return "", "", self.draft.findings
        if self.kept is None:
            return self.file, self.output, self.draft.findings
        file, output, code = self.kept
        return file, output, (*self.draft.findings, finding(code, tep=file))

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
        "ve": draft.about,
        "loi_nhac": [_finding_as_data(item) for item in draft.findings],
        "ket_qua": entry.status.name,
        "nguon": entry.source,
        "rieng": entry.part,
        "theo": entry.wish,
        "dau_vao": [number_of(pair) for pair in known.inputs] if known else [],
        "khoa": known.key if known else "",
        "tep": [entry.file, entry.output, entry.before] if entry.file else [],
        "ten_cu": entry.left,
        "pdf": [pdf.file, pdf.source, pdf.output, pdf.before, pdf.pages, pdf.failed] if pdf.file else [],
        "giu": entry.kept,
        "da_chuyen": entry.handed_on,
    }
    return {name: value for name, value in data.items() if value}


def entry_of(data: Mapping[str, Any], pairs: Mapping[int, Pair]) -> Entry:
    """The entry that a line tells of; raises `KeyError`, `TypeError` or `ValueError` when it is none."""
    unit, code, parent = _texts(data.get("don_vi", ("", "", "")))
    file, output, before = _texts(data.get("tep", ("", "", "")))
    left = tuple((name, digest) for name, digest in map(_texts, data.get("ten_cu", ())))
    pdf_names, pdf_facts = data.get("pdf", ())[:4], data.get("pdf", ())[4:]
    pdf = PdfEntry(*_texts(pdf_names), *map(int, pdf_facts[:1]), *map(bool, pdf_facts[1:]))
    _check_inside(file, pdf.file, *(name for name, _ in left))
    findings = tuple(map(_finding_of, data.get("loi_nhac", ())))
    name, of_data, of_pack = _texts(data.get(name, "") for name in ("ten", "so_lieu", "goi"))
    draft = Draft(
        Job(str(data["viec"]), 0, ""),
        *(unit, code, parent, name, of_data, of_pack),
        findings=findings,
        seconds=float(data.get("giay", 0.0)),
        about=str(data.get("ve", "")),
    )
    inputs = tuple(pairs[number] for number in data.get("dau_vao", ()))
    known = Known(inputs, data["khoa"], output) if "khoa" in data else None
    source, part, wish = _texts(data.get(name, "") for name in ("nguon", "rieng", "theo"))
    kept = _texts(data["giu"]) if "giu" in data else None
    return Entry(
        *(draft, Status[data["ket_qua"]], source, part, wish, known, file, output, before, left, pdf),
        kept=kept and (kept[0], kept[1], kept[2]),
        handed_on=bool(data.get("da_chuyen")),
    )


def _texts(typed: Iterable[Any]) -> tuple[Any, ...]:
    """The values, all of which have to be texts."""
    texts = tuple(typed)
    if not all(isinstance(item, str) for item in texts):
        raise TypeError(texts)
    return texts


def _check_inside(*names: str) -> None:
    """Only files in the folder of the results are ours to rename and to remove."""
    for name in filter(None, names):
        parts = name.replace("\\", "/").split("/")
        if ".." in parts or not parts[0] or ":" in parts[0] or "\0" in name:
            raise ValueError(name)


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
