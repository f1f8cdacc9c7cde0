"""Thousands of units: filled forms, and one sheet with a row for each, read and validated.

    python benchmarks/forms.py [--units 3321] [--json]

Cases run one after the other, each in a process of its own (the forms in two, half of them each): wall
seconds and peak resident memory. The peer is openpyxl in read-only mode, which reads the same cells and does
nothing with them; of the forms it reads every tenth. The forms are 24 different ones of the annual report,
filled like the sample of Tân Hồng with other figures, copied until there are as many as units. The sheet has
80 counts a row.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"
PROFILE = SAMPLE.with_name("don-vi.yaml")
UNITS, INDICATORS, FORMS, CORES = 3321, 80, 24, 2
PEER_SHARE = 10
"""openpyxl reads one form of so many."""
NAMES = "files", "valid", "findings", "cells"
CASES = "sheet, baocao", "sheet, openpyxl", "forms, baocao", "forms, openpyxl"


def main() -> None:
    """Measure and print; as a child process, run one case."""
    options = argparse.ArgumentParser()
    options.add_argument("--units", type=int, default=UNITS)
    options.add_argument("--json", action="store_true")
    options.add_argument("--case")
    options.add_argument("--folder")
    asked = options.parse_args()
    if asked.case:
        found = WORK[asked.case](Path(asked.folder))
        print(json.dumps({"peak_mb": peak_mb()} | found))
        return
    with tempfile.TemporaryDirectory() as folder:
        make_sheet(Path(folder), asked.units)
        make_forms(Path(folder) / "bieu", asked.units)
        found = {case: child(case, folder) for case in CASES}
    print(json.dumps(found, ensure_ascii=False, indent=2) if asked.json else table(found))


def make_sheet(folder: Path, units: int) -> None:
    """bang.xlsx, and the data file that maps it."""
    import xlsxwriter

    from baocao.packs.catalogue import Kind
    from baocao.packs.finder import find_pack

    counts = [one for one in find_pack("cchc-nam").catalogue if one.kind is Kind.COUNT][:INDICATORS]
    chance = random.Random(1)
    parts = {part for one in counts for row in one.parts for part in row} | {
        one.id for one in counts if one.within or one.usually_within
    }
    with xlsxwriter.Workbook(folder / "bang.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Tổng hợp")
        sheet.write_row(0, 0, ["TT", "Đơn vị", *(one.label for one in counts)])
        for row in range(1, units + 1):
            sheet.write_row(row, 0, [row, f"Xã Số {row}"])
            for column, one in enumerate(counts, 2):
                sheet.write_number(row, column, 0 if one.id in parts else chance.randrange(1, 90_000))
    columns = "".join(f"    {one.id}: {column_name(number)}\n" for number, one in enumerate(counts, 2))
    head = f"goi: cchc-nam\ndon_vi: {PROFILE}\nky: {{loai: nam, nam: 2023}}\nnguoi_ky: chu_tich\n"
    head += "van_ban: {so: 4, ngay: 25/3/2024}\n"
    entry = "bang_tinh:\n  tep: bang.xlsx\n  dong_tieu_de: 1\n  cot_don_vi: B\n  cot:\n"
    (folder / "bang.yaml").write_text(f"{head}{entry}{columns}", "utf-8")


def column_name(number: int) -> str:
    """As Excel calls it."""
    from baocao.workbook.book import column_name as name

    return name(number)


def make_forms(folder: Path, units: int) -> None:
    """Filled forms, each a file of its own."""
    from baocao.authoring.forms.making import Wanted, make_form

    folder.mkdir()
    text, chance = SAMPLE.read_text("utf-8"), random.Random(2)
    made = []
    for number in range(min(FORMS, units)):
        data = folder / f"so-lieu-{number}.yaml"
        changed = text.replace("27.630", f"27.{chance.randrange(630, 999)}")
        data.write_text(changed.replace("don_vi: don-vi.yaml", f"don_vi: {PROFILE}"), "utf-8")
        made.append(make_form(Wanted("", folder / "bieu.xlsx", PROFILE, "", None, data), None).data)
        data.unlink()
    for number in range(units):
        (folder / f"{number:04}.xlsx").write_bytes(made[number % len(made)])


def child(case: str, folder: str) -> dict[str, Any]:
    """One case in a process of its own: what it found, wall seconds, peak MB of the largest process."""
    began = time.perf_counter()
    command = [sys.executable, __file__, "--case", case, "--folder", folder]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    said = process.stdout.read()
    if process.wait():
        raise SystemExit(f"{case} ended with {process.returncode}")
    return {**json.loads(said), "whole": time.perf_counter() - began}


def sheet_ours(folder: Path) -> dict[str, Any]:
    """Every row read by the mapping and validated as the data of a unit."""
    from baocao.intake.profile import read_profiles
    from baocao.intake.raw import RawRecord
    from baocao.mapping.unit_table import read_rows
    from baocao.model.validate import Validator
    from baocao.packs.finder import find_pack

    began = time.perf_counter()
    validator, profiles = Validator(find_pack("cchc-nam")), read_profiles(None, folder, PROFILE)
    shared = RawRecord("", profiles.unit, profiles.unit, unit_folders=profiles.folders)
    valid = findings = 0
    for _, reading in read_rows(folder / "bang.yaml"):
        record, found = validator.validate(replace(shared, main=reading.value, findings=reading.findings))
        valid += record is not None
        findings += len(found)
    return {"valid": valid, "findings": findings, "seconds": time.perf_counter() - began}


def sheet_peer(folder: Path) -> dict[str, Any]:
    """The same cells by openpyxl."""
    began = time.perf_counter()
    cells = sum(1 for _ in openpyxl_cells(folder / "bang.xlsx"))
    return {"cells": cells, "seconds": time.perf_counter() - began}


def forms_ours(folder: Path) -> dict[str, Any]:
    """Every form read and validated, in two processes."""
    return in_two(validated, folder / "bieu")


def forms_peer(folder: Path) -> dict[str, Any]:
    """The same files by openpyxl, in two processes."""
    return in_two(only_read, folder / "bieu", PEER_SHARE)


def in_two(work: Callable[[list[Path]], dict[str, float]], folder: Path, share: int = 1) -> dict[str, Any]:
    """Half of the files to each of two processes; numbers add up, memory is the larger one's."""
    began = time.perf_counter()
    files = sorted(folder.glob("*.xlsx"))[::share]
    with ProcessPoolExecutor(CORES) as pool:
        halves = list(pool.map(work, [files[number::CORES] for number in range(CORES)]))
    peak = max(half.pop("peak_mb") for half in halves)
    found = {name: sum(half[name] for half in halves) for name in halves[0]}
    return found | {"files": len(files), "seconds": time.perf_counter() - began, "peak_mb": peak}


def validated(files: list[Path]) -> dict[str, float]:
    """Forms that are valid."""
    from baocao.intake.reader import read
    from baocao.model.validate import validate
    from baocao.packs.finder import find_pack

    pack = find_pack("cchc-nam")
    valid = sum(validate(read(file), pack)[0] is not None for file in files)
    return {"valid": valid, "peak_mb": peak_mb()}


def only_read(files: list[Path]) -> dict[str, float]:
    """Cells that hold something."""
    return {"cells": sum(1 for file in files for _ in openpyxl_cells(file)), "peak_mb": peak_mb()}


def openpyxl_cells(file: Path) -> Iterator[object]:
    """Every filled cell of a workbook."""
    import openpyxl

    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            yield from (value for value in row if value is not None)
    book.close()


def peak_mb() -> float:
    """Of this process since it began its program (`ru_maxrss` would count what its parent had, too)."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


WORK: Mapping[str, Callable[[Path], dict[str, Any]]] = dict(
    zip(CASES, (sheet_ours, sheet_peer, forms_ours, forms_peer), strict=True)
)


def table(found: Mapping[str, Mapping[str, Any]]) -> str:
    """For benchmarks/README.md."""
    lines = ["| case | seconds | whole process | peak MB | found |", "| --- | --- | --- | --- | --- |"]
    for case, item in found.items():
        what = ", ".join(f"{item[name]:.0f} {name}" for name in NAMES if name in item)
        lines.append(
            f"| {case} | {item['seconds']:.2f} | {item['whole']:.2f} | {item['peak_mb']:.0f} | {what} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
