"""One unit of a run as a row of data: what `ket-qua.jsonl` and `--json` hold of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from baocao.batch.jobs import Job
from baocao.batch.outcome import Result, Status
from baocao.errors import Finding, Severity

Row = dict[str, Any]
"""The keys are documented in docs/hang-loat.md; nothing else may stand in it."""

STATUS_KEYS = {
    Status.MADE: "da_lam",
    Status.SAME: "khong_doi",
    Status.KEPT: "giu_ban_sua",
    Status.FAILED: "chua_lam",
}
FOREIGN, FOREIGN_PDF = "hang-loat-tep-la", "hang-loat-pdf-la"
"""What is told of a file that somebody else has put in the place of a report, or of its PDF."""
EARLIER = "lan_truoc"
"""The mark of a row that an earlier run has written: this run did not come to the unit."""


def label_of(job: Job) -> str:
    """A job as far as its unit is not known: the unit's name in a table, else the name of the data file."""
    _, mark, row = job.id.rpartition("#")
    return row if mark else PurePath(job.file).stem


def row_of(result: Result) -> Row:
    """The row of a result."""
    draft = result.draft
    return {
        "viec": draft.job.id,
        "thu_tu": draft.job.place,
        "don_vi": draft.unit or label_of(draft.job),
        "ma_don_vi": draft.code,
        "cap_tren": draft.parent,
        "ket_qua": STATUS_KEYS[result.status],
        "tep": result.file,
        "pdf": result.pdf,
        "so_trang": result.pages,
        "so_lieu": draft.job.file,
        "ma_bam": {"so_lieu": draft.data, "goi": draft.pack, "bao_cao": result.output},
        "giay": round(draft.seconds, 3),
        "phat_hien": [item.as_data() for item in result.findings],
    }


def weights(row: Row) -> tuple[int, int, int]:
    """How many errors, warnings and remarks a row has."""
    levels = [item["muc_do"] for item in row["phat_hien"]]
    errors, warnings, remarks = (levels.count(level.value) for level in Severity)
    return errors, warnings, remarks


def gravest(findings: Sequence[Finding]) -> Finding | None:
    """The first of the gravest findings; None when there is none."""
    order = list(Severity)
    return min(findings, key=lambda item: order.index(item.level), default=None)


def first_told(row: Row) -> dict[str, Any] | None:
    """The first of the gravest findings of a row; None when there is none."""
    order = [level.value for level in Severity]
    return min(row["phat_hien"], key=lambda item: order.index(item["muc_do"]), default=None)
