"""The floor under any program: the parts of a report that change are deflated, the file is put together and
written. No template, no figures, no checks.

    python floor.py REPORT.docx FOLDER REPORTS
"""

from __future__ import annotations

import os
import sys
import zipfile
import zlib
from pathlib import Path

CHANGING = "word/document.xml", "word/footnotes.xml", "word/settings.xml", "docProps/core.xml"
LEVEL = 1
"""The program deflates what changes at this level."""


def main() -> None:
    """Write the report so many times."""
    report, folder, reports = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    whole = report.read_bytes()
    with zipfile.ZipFile(report) as package:
        parts = [package.read(name) for name in package.namelist() if name in CHANGING]
    for number in range(reports):
        for part in parts:
            zlib.compress(part, LEVEL)
        with (folder / f"{os.getpid()}-{number}.docx").open("wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())


if __name__ == "__main__":
    main()
