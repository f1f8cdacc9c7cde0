"""The pictures of README.md: pages of the sample report as LibreOffice shows them.

    python tools/make_pictures.py

Needs LibreOffice and poppler's pdftoppm. The pictures follow the report, so run it when pages change.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import baocao

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"trang-1": 1, "trang-2": 3}
DOTS_PER_INCH = "60"


def main() -> None:
    """Make the report, print it, draw the chosen pages into docs/hinh."""
    report = baocao.make_report(ROOT / "samples" / "tan-hong" / "2023.yaml")
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "bao-cao.pdf"
        pdf.write_bytes(baocao.to_pdf(report.to_bytes()))
        for name, page in PAGES.items():
            draw(pdf, page, ROOT / "docs" / "hinh" / name)


def draw(pdf: Path, page: int, target: Path) -> None:
    """One page as a PNG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    number = str(page)
    command = ["pdftoppm", "-png", "-singlefile", "-gray", "-r", DOTS_PER_INCH, "-f", number, "-l", number]
    subprocess.run([*command, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    main()
