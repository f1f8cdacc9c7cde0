"""PDFs of many reports: baocao's pool of LibreOffice processes against LibreOffice itself.

    python benchmarks/pdf.py [--reports 400] [--processes 2] [--rounds 3] [--json]

The same reports (the sample of Tân Hồng with other figures, eight pages each) become PDFs twice in each
round. LibreOffice itself: so many `soffice --convert-to pdf` at once, each over an equal share in one call.
baocao: `make_pdfs` in as many worker processes, which also counts pages, settles and digests each PDF and
writes it safely. Wall seconds; processor seconds of everything that was started, which a busy machine
disturbs less; their ratios in each round; the largest sum of memory of all processes (PSS: shared once).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import wait
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"
LOOK = 0.5


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--reports", type=int, default=400)
    options.add_argument("--processes", type=int, default=2)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = make_reports(folder, asked.reports)
        rounds = [one_round(folder, reports, asked.processes) for _ in range(asked.rounds)]
    found = summary(rounds) | {"reports": asked.reports, "processes": asked.processes}
    print(json.dumps(found, indent=2) if asked.json else table(found))


def make_reports(folder: Path, count: int) -> list[Path]:
    """Reports that differ in their figures, so that no two are the same work."""
    import yaml

    from baocao.produce import produce

    data = yaml.load(SAMPLE.read_text("utf-8"), yaml.BaseLoader)
    data["don_vi"] = str(SAMPLE.with_name("don-vi.yaml"))
    chance = random.Random(1)
    files = []
    for at in range(count):
        data["van_ban"]["so"] = str(chance.randrange(1, 900))
        data["so_lieu"]["the_che"]["ban_hanh"] = str(chance.randrange(10, 90))
        files.append(folder / f"bao-cao-{at:04}.docx")
        files[-1].write_bytes(produce(data).to_bytes())
    return files


def one_round(folder: Path, reports: Sequence[Path], processes: int) -> dict[str, Any]:
    """Both cases, one after the other."""
    theirs = measured(lambda: libreoffice(folder / "soffice", reports, processes))
    ours = measured(lambda: baocao(folder / "baocao", reports, processes))
    ratios = {f"ratio_{name}": ours[name] / theirs[name] for name in ("seconds", "processor")}
    return {"soffice": theirs, "baocao": ours, **ratios}


def libreoffice(folder: Path, reports: Sequence[Path], processes: int) -> None:
    """LibreOffice itself, a profile and an equal share of the reports for each process."""
    folder.mkdir()
    running = []
    for at in range(processes):
        profile = f"-env:UserInstallation={(folder / f'ho-so-{at}').as_uri()}"
        command = ["soffice", "--headless", "--norestore", "--nologo", profile]
        command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, reports[at::processes])]
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    if any(process.wait() for process in running):
        sys.exit("soffice failed")
    check(folder, reports)


def baocao(folder: Path, reports: Sequence[Path], processes: int) -> None:
    """The pool of `baocao hang-loat --pdf`; its worker processes are started within the time as well."""
    from baocao.batch.making.pdfs import PdfJob, make_pdfs, pdf_chunks
    from baocao.batch.workers.executors import open_workers

    folder.mkdir()
    jobs = [PdfJob(str(file), str(folder / f"{file.stem}.pdf")) for file in reports]
    with open_workers(processes) as workers:
        drafts = [workers.submit(make_pdfs, chunk) for chunk in pdf_chunks(jobs, processes)]
        wait(drafts)
        if faults := [item.text for future in drafts for draft in future.result() for item in draft.findings]:
            sys.exit("\n".join(faults))
    check(folder, reports)


def check(folder: Path, reports: Sequence[Path]) -> None:
    """Every report has its PDF; the next round begins with an empty folder."""
    made = {item.stem for item in folder.glob("*.pdf")}
    if made != {file.stem for file in reports}:
        sys.exit(f"{len(made)} PDFs of {len(reports)}")
    shutil.rmtree(folder)


def measured(work: Callable[[], None]) -> dict[str, float]:
    """Wall seconds, processor seconds and largest memory (MB) of all that `work` starts."""
    peak, done = [0.0], threading.Event()

    def look() -> None:
        while not done.wait(LOOK):
            peak[0] = max(peak[0], memory(os.getpid()))

    looking = threading.Thread(target=look)
    looking.start()
    began, before = time.perf_counter(), os.times()
    try:
        work()
    finally:
        seconds, after = time.perf_counter() - began, os.times()
        done.set()
        looking.join()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return {"seconds": seconds, "processor": spent, "peak_mb": peak[0]}


def memory(process: int) -> float:
    """Proportional memory of a process and those below it, in MB; the harness itself is left out."""
    return sum(_pss(child) + memory(child) for child in _children(process))


def _children(process: int) -> list[int]:
    try:
        tasks = list(Path(f"/proc/{process}/task").iterdir())
        return [int(word) for task in tasks for word in (task / "children").read_text().split()]
    except OSError:  # it has just ended
        return []


def _pss(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def summary(rounds: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Medians over the rounds."""
    cases: dict[str, Any] = {
        case: {
            "seconds": statistics.median(item[case]["seconds"] for item in rounds),
            "processor": statistics.median(item[case]["processor"] for item in rounds),
            "peak_mb": max(item[case]["peak_mb"] for item in rounds),
        }
        for case in ("soffice", "baocao")
    }
    names = ("ratio_seconds", "ratio_processor")
    return cases | {name: [round(item[name], 3) for item in rounds] for name in names}


def table(found: Mapping[str, Any]) -> str:
    """The figures as a table."""
    lines = ["| PDFs | seconds | ms a report | processor ms a report | peak MB |"]
    lines += ["| --- | --- | --- | --- | --- |"]
    for case in ("soffice", "baocao"):
        one, count = found[case], found["reports"]
        each, spent = 1000 * one["seconds"] / count, 1000 * one["processor"] / count
        lines.append(f"| {case} | {one['seconds']:.1f} | {each:.0f} | {spent:.0f} | {one['peak_mb']:.0f} |")
    for name, words in (("ratio_seconds", "seconds"), ("ratio_processor", "processor seconds")):
        middle = statistics.median(found[name])
        lines.append(f"\nRatio of {words}: {middle} (rounds: {', '.join(map(str, found[name]))})")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
