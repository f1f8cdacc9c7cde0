"""A finished document of ten pages held against its format: seconds after start-up, and peak memory.

    python benchmarks/the_thuc.py [--runs 7] [--json]

The document is the sample of Tân Hồng (8 pages; with a quarter of its text once more: 10). Each run is a
process of its own; "after start-up" is what `baocao the-thuc` does when everything is imported and the rules
are read: reading, finding the components, every rule. The peers work on the same file in the same process:
python-docx visits every paragraph and run and asks the size and font each names itself (it resolves nothing),
LibreOffice turns the file into a PDF, which a checker of printed pages would need first.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "tan-hong" / "2023.yaml"


def main() -> None:
    """Measure and print; as a child process, run once."""
    options = argparse.ArgumentParser()
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--json", action="store_true")
    options.add_argument("--file")
    options.add_argument("--peer", action="store_true")
    asked = options.parse_args()
    if asked.file:
        print(json.dumps(peer(Path(asked.file)) if asked.peer else once(Path(asked.file))))
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bao-cao.docx"
        file.write_bytes(ten_pages())
        runs = [child(file) | child(file, "--peer") for _ in range(asked.runs)]
        office = in_office(file)
    found = {name: statistics.median(run[name] for run in runs) for name in runs[0]} | office
    print(json.dumps(found, indent=2) if asked.json else table(found))


def ten_pages() -> bytes:
    """The report with its first long part twice."""
    import copy
    import io

    import docx

    from baocao.produce import produce

    document = docx.Document(io.BytesIO(produce(SAMPLE).to_bytes()))
    body = list(document.element.body)
    texts = ["".join(block.itertext()) for block in body]
    end = next(at for at, text in enumerate(texts) if text.startswith("Trên đây là"))
    plain = [block for block in body[end - 60 : end] if "footnoteReference" not in block.xml]
    for block in plain[: len(plain) * 2 // 3]:
        body[end].addprevious(copy.deepcopy(block))
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def once(file: Path) -> dict[str, float]:
    """Check the file twice in this process: with everything that is loaded on the way, and again."""
    begun = time.perf_counter()
    from baocao.conformance.files import check_file

    first = timed(lambda: check_file(file))
    loaded = time.perf_counter() - begun
    again = min(timed(lambda: check_file(file)) for _ in range(3))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"first_s": loaded, "import_s": loaded - first, "again_s": again, "peak_mb": peak}


def peer(file: Path) -> dict[str, float]:
    """python-docx over the same paragraphs and runs."""
    import docx

    def visit() -> None:
        document = docx.Document(str(file))
        tables = [cell for table in document.tables for row in table.rows for cell in row.cells]
        for holder in (document, *tables):
            for paragraph in holder.paragraphs:
                assert paragraph.paragraph_format.first_line_indent is not False
                for run in paragraph.runs:
                    assert (run.font.size, run.font.name, run.bold, run.italic) is not None

    visit()
    return {"python_docx_s": min(timed(visit) for _ in range(3))}


def timed(work: Callable[[], Any]) -> float:
    """Wall seconds of one call."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_office(file: Path) -> dict[str, float]:
    """LibreOffice making a PDF of the file, started anew; nothing without LibreOffice."""
    if shutil.which("soffice") is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        words = ["soffice", f"-env:UserInstallation=file://{folder}/p", "--headless", "--convert-to", "pdf"]
        command = [*words, "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True)
        again = timed(lambda: subprocess.run(command, check=True, capture_output=True))
    return {"libreoffice_pdf_s": again}


def child(file: Path, *more: str) -> dict[str, float]:
    """One run in a process of its own."""
    command = [sys.executable, __file__, "--file", str(file), *more]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout))


def table(found: dict[str, float]) -> str:
    """The figures for the README."""
    rows = [
        ("check, everything loaded", found["again_s"]),
        ("first check of a process, with loading", found["first_s"]),
        ("python-docx visits the same runs", found["python_docx_s"]),
    ]
    rows += [("LibreOffice makes a PDF", found["libreoffice_pdf_s"])] if "libreoffice_pdf_s" in found else []
    lines = ["| ten pages | seconds | of the check |", "| --- | --- | --- |"]
    lines += [f"| {name} | {value:.3f} | {value / found['again_s']:.2f} |" for name, value in rows]
    return "\n".join([*lines, "", f"peak memory {found['peak_mb']:.0f} MB"])


if __name__ == "__main__":
    main()
