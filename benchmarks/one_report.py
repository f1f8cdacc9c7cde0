"""One report in a whole process, and 200 in one process, against docxtpl on the same template in one run.

    python benchmarks/one_report.py [--json]

Cold: `baocao tao` against a script that lets docxtpl render the same figures; several times in turn, wall
time and peak memory as the operating system counts them. Warm: many renders each in one process, figures
derived beforehand, and what packing alone takes.
"""

from __future__ import annotations

import io
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from typing import Any

import peer_docxtpl

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "samples" / "tan-hong" / "2023.yaml"
TEMPLATE = ROOT / "templates" / "cchc-nam" / "mau.docx"
REPORTS = 200
TURNS = 7


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BAOCAO_CACHE"] = str(Path(folder) / "cache")
        equal = Path(folder) / "mau-docxtpl.docx"
        peer_docxtpl.equal_template(TEMPLATE, equal)
        results = {"machine": machine(), "cold": cold(Path(folder), equal), "warm": warm(equal)}
    if "--json" in sys.argv[1:]:
        print(json.dumps(results, ensure_ascii=False, indent=2))
    else:
        show(results)


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    names = ("baocao", "jinja2", "docxtpl", "python-docx", "lxml")
    return {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "cores": os.cpu_count(),
        "packages": {name: metadata.version(name) for name in names},
    }


def cold(folder: Path, equal: Path) -> dict[str, dict[str, float]]:
    """Whole processes, in turn: seconds (median) and peak memory in MB."""
    ours = [sys.executable, "-m", "baocao", "tao", str(DATA), "-o", str(folder / "a.docx"), "--ghi-de"]
    peer = [
        sys.executable,
        str(ROOT / "benchmarks" / "peer_docxtpl.py"),
        str(equal),
        str(DATA),
        str(folder / "b.docx"),
    ]
    helped = [sys.executable, "-m", "baocao", "--help"]
    commands = {"baocao tao": ours, "docxtpl script": peer, "baocao --help": helped}
    first = spend(ours)
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(TURNS):
        for name, command in commands.items():
            runs[name].append(spend(command))
    found = {name: summary(spent) for name, spent in runs.items()}
    return {"baocao tao, first time (template compiled)": summary([first]), **found}


def spend(command: list[str]) -> tuple[float, float]:
    """Run a command: wall seconds, peak resident MB."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} ended with {process.returncode}")
    return time.perf_counter() - began, usage.ru_maxrss / 1024


def summary(spent: list[tuple[float, float]]) -> dict[str, float]:
    """Median seconds and greatest memory."""
    return {
        "seconds": statistics.median(item[0] for item in spent),
        "peak_mb": max(item[1] for item in spent),
    }


def warm(equal: Path) -> dict[str, float]:
    """Milliseconds a report in one process, median of 200 (the peer: of 50)."""
    from baocao.derive.figures import compute
    from baocao.intake.reader import read
    from baocao.model.validate import validate
    from baocao.packs.finder import find_pack
    from baocao.produce import context_of, pack_template, produce
    from baocao.render import render, to_bytes

    pack = find_pack("cchc-nam")
    template = pack_template(pack)
    record, _ = validate(read(DATA), pack)
    assert record is not None
    figures = compute(record, pack)
    ready = peer_docxtpl.ready_context(DATA)
    jinja = peer_docxtpl.environment()
    jinja.globals.update(
        {name: context_of(pack, figures)[name] for name in ("ke_tieu_ngu", "ke_co_quan", "ke_trich_yeu")}
    )
    parts = render(template, context_of(pack, figures))
    return {
        "render and pack": each(lambda: to_bytes(render(template, context_of(pack, figures)))),
        "pack only (the floor's deflating)": each(lambda: to_bytes(parts)),
        "whole corridor from the data file": each(lambda: produce(DATA, pack=pack)),
        "docxtpl, ready context": each(
            lambda: peer_docxtpl.render(equal, ready, jinja, io.BytesIO()), REPORTS // 4
        ),
    }


def each(work: Callable[[], object], times: int = REPORTS) -> float:
    """Median milliseconds of one call."""
    work()
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000


def show(results: dict[str, Any]) -> None:
    """Print the tables of benchmarks/README.md."""
    print(json.dumps(results["machine"], ensure_ascii=False))
    print("\n| whole process | seconds (median) | peak MB |\n| --- | --- | --- |")
    for name, spent in results["cold"].items():
        print(f"| {name} | {spent['seconds']:.2f} | {spent['peak_mb']:.0f} |")
    print("\n| one report in a process of 200 | ms (median) |\n| --- | --- |")
    for name, spent in results["warm"].items():
        print(f"| {name} | {spent:.1f} |")
    ratio = results["warm"]["docxtpl, ready context"] / results["warm"]["render and pack"]
    print(f"\ndocxtpl / baocao, render and pack: {ratio:.0f} times")


if __name__ == "__main__":
    main()
