"""One report in a whole process, and 200 in one process, against docxtpl on the same template in one run.

    python benchmarks/one_report.py [--json]

Cold: `baocao tao` (reads, checks, derives, renders, checks again) against a script that lets docxtpl render
figures it is handed ready made; whole processes in turn. Warm: 200 reports of each, each kind in a process of
its own. Wall time, median; peak memory as the operating system counts it. docxtpl alone takes minutes on a
slow or busy machine; what is being measured is said meanwhile.
"""

from __future__ import annotations

import io
import json
import os
import pickle
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
WARM = "render and pack", "packing alone", "from the data file on", "docxtpl"


def main() -> None:
    """Measure and print; as a child process, run one kind of warm work."""
    if "--warm" in sys.argv:
        print(json.dumps(warm(*sys.argv[-3:])))
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BAOCAO_CACHE"] = str(Path(folder) / "cache")
        results = measure(Path(folder))
    print(json.dumps(results, ensure_ascii=False, indent=2) if "--json" in sys.argv else report(results))


def measure(folder: Path) -> dict[str, Any]:
    """Everything, in one run."""
    equal, figures = folder / "mau-docxtpl.docx", folder / "figures.pickle"
    peer_docxtpl.equal_template(TEMPLATE, equal)
    figures.write_bytes(pickle.dumps(ready_figures()))
    found = {}
    for name in WARM:
        print(f"{name}: {REPORTS} reports …", file=sys.stderr, flush=True)
        found[name] = child(name, equal, figures)
    print(f"whole processes, {TURNS} turns …", file=sys.stderr, flush=True)
    return {"machine": machine(), "cold": cold(folder, equal, figures), "warm": found}


def ready_figures() -> Any:
    """The figures of the sample as the product derives them."""
    from baocao.derive.figures import compute
    from baocao.intake.reader import read
    from baocao.model.validate import validate
    from baocao.packs.finder import find_pack

    pack = find_pack("cchc-nam")
    record, findings = validate(read(DATA), pack)
    if record is None:
        raise SystemExit(str(findings))
    return compute(record, pack)


def machine() -> dict[str, Any]:
    """What the figures were measured on."""
    names = ("baocao", "jinja2", "docxtpl", "python-docx", "lxml")
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "cores": os.cpu_count(),
        "packages": {name: metadata.version(name) for name in names},
    }


def cold(folder: Path, equal: Path, figures: Path) -> dict[str, dict[str, float]]:
    """Whole processes, in turn: seconds (median) and peak memory in MB."""
    ours = [sys.executable, "-m", "baocao", "tao", str(DATA), "-o", str(folder / "a.docx"), "--ghi-de"]
    script = str(ROOT / "benchmarks" / "peer_docxtpl.py")
    peer = [sys.executable, script, str(equal), str(figures), str(folder / "b.docx")]
    helped = [sys.executable, "-m", "baocao", "--help"]
    alone = [*ours, "--khong-soat"]
    commands = {
        "baocao tao": ours,
        "baocao tao --khong-soat": alone,
        "docxtpl script": peer,
        "baocao --help": helped,
    }
    os.environ["BAOCAO_CACHE"] = str(folder / "fresh")
    first = spend(alone)
    runs: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for _ in range(TURNS):
        for name, command in commands.items():
            runs[name].append(spend(command))
    found = {name: summary(spent) for name, spent in runs.items()}
    return {"baocao tao --khong-soat, first time (template compiled)": summary([first]), **found}


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


def child(name: str, equal: Path, figures: Path) -> dict[str, float]:
    """One kind of warm work in a process of its own: milliseconds a report (median), peak MB."""
    command = [sys.executable, __file__, "--warm", name, str(equal), str(figures)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return {"ms": json.loads(said), "peak_mb": usage.ru_maxrss / 1024}


def warm(name: str, equal: str, figures: str) -> float:
    """Milliseconds a report, median of 200."""
    return each(work(name, Path(equal), pickle.loads(Path(figures).read_bytes())))


def work(name: str, equal: Path, figures: Any) -> Callable[[], object]:
    """What is done for each report."""
    if name == "docxtpl":
        jinja = peer_docxtpl.environment()
        return lambda: peer_docxtpl.render(equal, figures.context(), jinja, io.BytesIO())
    from baocao.packs.finder import find_pack
    from baocao.produce import context_of, pack_template, produce
    from baocao.render import render, to_bytes

    pack = find_pack("cchc-nam", DATA.parent)
    if name == "from the data file on":
        return lambda: produce(DATA, pack=pack).to_bytes()
    pack = find_pack("cchc-nam")
    template = pack_template(pack)
    if name == "packing alone":
        parts = render(template, context_of(pack, figures))
        return lambda: to_bytes(parts)
    return lambda: to_bytes(render(template, context_of(pack, figures)))


def each(done: Callable[[], object]) -> float:
    """Median milliseconds of one call."""
    done()
    spent = []
    for _ in range(REPORTS):
        began = time.perf_counter()
        done()
        spent.append(time.perf_counter() - began)
    return statistics.median(spent) * 1000


def report(results: dict[str, Any]) -> str:
    """The tables of benchmarks/README.md."""
    lines = [json.dumps(results["machine"], ensure_ascii=False), ""]
    lines += ["| whole process | seconds (median) | peak MB |", "| --- | --- | --- |"]
    lines += [
        f"| {name} | {it['seconds']:.2f} | {it['peak_mb']:.0f} |" for name, it in results["cold"].items()
    ]
    lines += ["", "| 200 reports in one process | ms a report (median) | peak MB |", "| --- | --- | --- |"]
    lines += [f"| {name} | {it['ms']:.1f} | {it['peak_mb']:.0f} |" for name, it in results["warm"].items()]
    ratio = results["warm"]["docxtpl"]["ms"] / results["warm"]["render and pack"]["ms"]
    return "\n".join([*lines, "", f"docxtpl takes {ratio:.0f} times as long to render and pack a report."])


if __name__ == "__main__":
    main()
