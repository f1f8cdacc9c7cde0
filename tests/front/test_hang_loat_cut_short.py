"""A run that is broken off at once, by a second Ctrl-C or a fault, still tells what it has done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hang_loat_kit import write_units

from baocao import BatchOptions, make_reports
from baocao.batch.telling.tally import Step


@pytest.mark.parametrize("fault", [KeyboardInterrupt, LookupError])
def test_the_units_so_far_are_in_the_tables(tmp_path: Path, fault: type[BaseException]) -> None:
    units, results = write_units(tmp_path / "so-lieu"), tmp_path / "ra"

    def watch(step: Step) -> None:
        if step.done == 2:
            raise fault

    with pytest.raises(fault):
        make_reports([units], results, BatchOptions(processes=1), watch=watch)
    rows = [json.loads(line) for line in (results / "ket-qua.jsonl").read_text("utf-8").splitlines()]
    assert [(row["ket_qua"], row.get("lan_truoc", False)) for row in rows] == [
        ("da_lam", False),
        ("da_lam", False),
        *[("da_lam", True)] * 3,
    ], "the whole chunk is done; what was not told as it was done comes from the ledger"
    assert (results / "ket-qua.xlsx").exists()
    assert all((results / row["tep"]).exists() for row in rows)
