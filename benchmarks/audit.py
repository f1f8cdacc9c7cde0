"""A finished report of thirty pages audited: a .docx as `baocao soat` reads it, wall seconds and peak memory.

    python benchmarks/audit.py [--runs 5] [--json]

The report is the sample of Tân Hồng, its parts four times one after the other (about 32 pages, 44 notes).
Each run is a process of its own, so that loading Python and the words of the grammar counts; "audit alone" is
a second audit in the same process.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"
TIMES = 4
"""How often the report's text stands in the measured one; it has 8 pages."""


def main() -> None:
    """Measure and print; as a child process, run once."""
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--json", action="store_true")
    options.add_argument("--file")
    asked = options.parse_args()
    if asked.file:
        print(json.dumps(once(Path(asked.file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bao-cao.docx"
        file.write_bytes(thirty_pages())
        runs = [child(file) for _ in range(asked.runs)]
    found = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    print(json.dumps(found, indent=2) if asked.json else table(found))


def thirty_pages() -> bytes:
    """The report with its body four times over; every copy of a note's mark has a note of its own."""
    import copy
    import io

    import docx
    from docx.oxml.ns import qn

    from baocao.produce import produce

    document = docx.Document(io.BytesIO(produce(SAMPLE).to_bytes()))
    body = document.element.body
    texts = ["".join(block.itertext()) for block in body]
    start = next(at for at, text in enumerate(texts) if "KẾT QUẢ THỰC HIỆN" in text)
    end = next(at for at, text in enumerate(texts) if text.startswith("Trên đây là"))
    blocks, closing = list(body)[start:end], body[end]
    notes = next(
        relation.target_part for relation in document.part.rels.values() if "footnotes" in relation.reltype
    )
    from lxml import etree

    root = etree.fromstring(notes.blob)
    own = {note.get(qn("w:id")): note for note in root if note.get(qn("w:type")) is None}
    for _ in range(TIMES - 1):
        for block in blocks:
            twin = copy.deepcopy(block)
            for mark in twin.iter(qn("w:footnoteReference")):
                note = copy.deepcopy(own[mark.get(qn("w:id"))])
                number = str(len(root))
                note.set(qn("w:id"), number)
                mark.set(qn("w:id"), number)
                root.append(note)
            closing.addprevious(twin)
    notes._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def child(file: Path) -> dict[str, float]:
    """One run in a process of its own."""
    begun = time.perf_counter()
    said = subprocess.run(
        [sys.executable, __file__, "--file", str(file)], stdout=subprocess.PIPE, check=True
    ).stdout
    whole, found = time.perf_counter() - begun, json.loads(said)
    return {"whole": whole - found["again"]} | found


def once(file: Path) -> dict[str, Any]:
    """Read and audit; then audit what was read once more."""
    from baocao.audit.auditing import audit
    from baocao.audit.reading.read_docx import read_docx

    begun = time.perf_counter()
    document = read_docx(file.read_bytes(), file.name)
    read = time.perf_counter()
    audited = audit(document)
    first = time.perf_counter()
    audit(document)
    return {
        "read": read - begun,
        "audit": first - read,
        "again": time.perf_counter() - first,
        "peak_mb": peak_mb(),
        "passages": len(document.passages),
        "statements": len(audited.judged),
        "remarks": len(audited.remarks),
    }


def peak_mb() -> float:
    """Of this process since it began its program."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def table(found: dict[str, float]) -> str:
    """As benchmarks/README.md has it."""
    rows = [
        ("whole process", f"{found['whole']:.2f}"),
        ("reading the .docx", f"{found['read']:.2f}"),
        ("audit, first time", f"{found['audit']:.2f}"),
        ("audit alone", f"{found['again']:.2f}"),
    ]
    head = ["| a report of 32 pages | seconds (median) |", "| --- | --- |"]
    tail = (
        f"{found['passages']:.0f} passages, {found['statements']:.0f} statements judged, "
        f"{found['remarks']:.0f} remarks; peak {found['peak_mb']:.0f} MB."
    )
    return "\n".join([*head, *(f"| {name} | {value} |" for name, value in rows), "", tail])


if __name__ == "__main__":
    main()
