"""What the unit above types itself beside the sums of its units (`--kem`), judged before it is used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from baocao.authoring.data_text import typed_only
from baocao.errors import Finding, stops
from baocao.intake.files import read_data
from baocao.intake.mapping import from_python
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read
from baocao.intake.references import files_read
from baocao.model.validate import validate
from baocao.rollup import Rolled
from baocao.rollup.result import period_entry


@dataclass(frozen=True, slots=True)
class OwnPart:
    """What is wrong with the file; the files it was read from."""

    findings: tuple[Finding, ...] = ()
    inputs: tuple[Path, ...] = ()


def judge_own(own: Path, rolled: Rolled) -> OwnPart:
    """The faults of the unit's own file, judged as part of a report of the rolled-up period.

    Of what may be corrected later only findings of reading are told: `baocao soat` on the result tells the
    rest, and knows the sums too.
    """
    reading = read_data(own)
    if not reading.readable or rolled.period is None:
        return OwnPart(reading.findings, (own,))
    raw = read(own, unit_path=rolled.upper.file)
    _, found = validate(_of_the_period(raw, rolled), rolled.pack, draft=True)
    profiles = {raw.unit.where.file, *(parent.where.file for parent in raw.parents)}
    faults = tuple(item for item in found if stops([item]) and item.where.file not in profiles)
    return OwnPart(tuple(dict.fromkeys((*reading.findings, *faults))), files_read(raw))


def _of_the_period(raw: RawRecord, rolled: Rolled) -> RawRecord:
    """The file as if it said itself which pack and period it is for."""
    assert rolled.period is not None
    head = from_python({"goi": rolled.pack.id, "ky": period_entry(rolled.period)}, raw.file).value
    typed = typed_only(raw.main).children
    return replace(raw, main=replace(raw.main, value={**head.children, **typed}))
