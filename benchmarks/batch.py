"""All communes of the country: 3,321 reports from one sheet and from 3,321 files, against other programs.

    python benchmarks/batch.py [--units 3321] [--peer-reports 200] [--json]

Ours is `baocao hang-loat` as a whole process with two workers, end to end: reading, validation, figures,
rendering, checks, writing, tables of results. Peers get their figures ready made and write a few hundred
reports in two processes at a time; they check nothing, keep no ledger and know no notes in texts. docxtpl
makes the report from the same template; docxtemplater and carbone fill in that template in their own tags
(`peer_templates.py`), every condition and loop once. Wall milliseconds a report with two processes; memory
is that of all processes together (proportional set size), the greatest of samples five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import peer_docxtpl
from peer_templates import SYNTAXES, peer_template
from units import one_sheet, own_files

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
TEMPLATE = ROOT / "templates" / "cchc-nam" / "mau.docx"
UNITS, PEER_REPORTS, PROCESSES = 3321, 200, 2
NODE_PACKAGES = "docxtemplater@3.71.0", "pizzip@3.3.0", "carbone@3.8.2"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser()
    options.add_argument("--units", type=int, default=UNITS)
    options.add_argument("--peer-reports", type=int, default=PEER_REPORTS)
    options.add_argument("--json", action="store_true")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder), asked.units, asked.peer_reports)
    print(json.dumps(found, ensure_ascii=False, indent=2) if asked.json else table(found))


def measure(folder: Path, units: int, peer_reports: int) -> dict[str, Any]:
    """Every case, one after the other, in one run."""
    os.environ["BAOCAO_CACHE"] = str(folder / "cache")
    sheet, files = one_sheet(folder / "bang", units), own_files(folder / "tep", units)
    out = folder / "tu-bang"
    found = {
        "baocao, template compiled": compiled(folder),
        "baocao, one sheet": ours(sheet, out, units),
        "baocao, one sheet, again": ours(sheet, out, units),
        "baocao, files": ours(files, folder / "tu-tep", units),
    }
    report = next(out.glob("**/*.docx"))
    found |= peers(folder, sheet, peer_reports)
    found["floor: deflate and write"] = floor(report, folder, units)
    return found


def compiled(folder: Path) -> dict[str, float]:
    """The first run of all compiles the template, once."""
    command = [sys.executable, "-m", "baocao", "hang-loat", str(one_sheet(folder / "mot", 1))]
    return spend([[*command, "-o", str(folder / "tu-mot")]], 1)


def ours(source: Path, out: Path, units: int) -> dict[str, float]:
    """`baocao hang-loat` in a whole process."""
    command = [sys.executable, "-m", "baocao", "hang-loat", str(source), "-o", str(out)]
    found = spend([[*command, "--so-tien-trinh", str(PROCESSES)]], units)
    there = sum(1 for _ in out.glob("**/*.docx"))
    if there != units:
        raise SystemExit(f"{there} reports instead of {units}")
    return found


def peers(folder: Path, sheet: Path, reports: int) -> dict[str, dict[str, float]]:
    """The other programs; those that need Node.js are left out where it is missing."""
    equal, figures = folder / "mau-docxtpl.docx", folder / "figures.pickle"
    peer_docxtpl.equal_template(TEMPLATE, equal)
    figures.write_bytes(pickle.dumps(ready_figures(sheet)))
    script = str(HERE / "peer_docxtpl.py")
    commands = {
        name: [sys.executable, script, str(equal), str(figures), *way]
        for name, way in {"docxtpl": ["--each"], "docxtpl, one object for all": ["--reused"]}.items()
    }
    if shutil.which("npm"):
        modules = node_modules(folder)
        for name, syntax in SYNTAXES.items():
            template, data = folder / f"{name}.docx", folder / f"{name}.json"
            data.write_text(json.dumps(peer_template(TEMPLATE, template, syntax)), "utf-8")
            shutil.copy(HERE / f"peer_{name}.js", modules)
            commands[name] = ["node", str(modules / f"peer_{name}.js"), str(template), str(data)]
    return {name: spend_peer(command, folder / "peer", reports) for name, command in commands.items()}


def ready_figures(sheet: Path) -> Any:
    """The figures of the first unit as the product derives them."""
    from baocao.derive.figures import compute
    from baocao.intake.table import open_units
    from baocao.model.validate import validate
    from baocao.packs.finder import find_pack

    pack, units = find_pack("cchc-nam"), open_units(sheet)
    record, findings = validate(units.record(units.units[0].number), pack)
    if record is None:
        raise SystemExit(str(findings))
    return compute(record, pack)


def node_modules(folder: Path) -> Path:
    """A folder in which the Node.js peers find their packages."""
    made = folder / "node"
    made.mkdir()
    subprocess.run(["npm", "install", "--silent", "--prefix", str(made), *NODE_PACKAGES], check=True)
    return made


def spend_peer(command: Sequence[str], folder: Path, reports: int) -> dict[str, float]:
    """Two processes of a peer, each making its share."""
    folder.mkdir(exist_ok=True)
    share = [*command, str(folder), str(reports // PROCESSES)]
    found = spend([share] * PROCESSES, reports)
    there = sum(1 for _ in folder.glob("*.docx"))
    shutil.rmtree(folder)
    if there != reports // PROCESSES * PROCESSES:
        raise SystemExit(f"{command[0]} made {there} reports of {reports}")
    return found


def floor(report: Path, folder: Path, units: int) -> dict[str, float]:
    """Deflating the parts that change from report to report and writing the files, in two processes."""
    command = [sys.executable, str(HERE / "floor.py"), str(report)]
    found = spend_peer(command, folder / "floor", units // PROCESSES * PROCESSES)
    return found


def spend(commands: Sequence[Sequence[str]], reports: int) -> dict[str, float]:
    """Commands side by side: wall seconds, milliseconds a report, greatest memory of all together in MB."""
    began = time.perf_counter()
    running = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for command in commands]
    peak, done = [0.0], threading.Event()
    watch = threading.Thread(target=watch_memory, args=([item.pid for item in running], peak, done))
    watch.start()
    ended = [item.wait() for item in running]
    seconds = time.perf_counter() - began
    done.set()
    watch.join()
    if any(ended):
        raise SystemExit(f"{commands[0]} ended with {ended}")
    return {"seconds": seconds, "ms": seconds / reports * 1000, "peak_mb": peak[0]}


def watch_memory(pids: Sequence[int], peak: list[float], done: threading.Event) -> None:
    """Keep the greatest memory of the processes and of all their children."""
    while not done.wait(0.2):
        peak[0] = max(peak[0], sum(memory(pid) for pid in family(pids)))


def family(pids: Sequence[int]) -> list[int]:
    """The processes with all below them."""
    found = list(pids)
    for pid in found:
        for listed in Path(f"/proc/{pid}/task").glob("*/children"):
            found += read_numbers(listed)
    return found


def read_numbers(file: Path) -> list[int]:
    """The numbers in a file of /proc; none when its process has ended."""
    try:
        return [int(word) for word in file.read_text().split()]
    except OSError:
        return []


def memory(pid: int) -> float:
    """Proportional set size in MB; 0 when the process has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def table(found: dict[str, dict[str, float]]) -> str:
    """The table of benchmarks/README.md."""
    base = found["baocao, one sheet"]["ms"]
    lines = [
        "| case | seconds | ms a report | peak MB in all | to one sheet |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, it in found.items():
        row = f"{it['seconds']:.1f} | {it['ms']:.2f} | {it['peak_mb']:.0f} | {it['ms'] / base:.2f}"
        lines.append(f"| {name} | {row} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
