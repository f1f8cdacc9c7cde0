"""The pictures of README.md and docs: pages of a report and sheets of forms, as LibreOffice shows them.

    python tools/make_pictures.py

Needs LibreOffice and poppler's pdftoppm. The pictures follow the report, so run it when pages change.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import baocao
from baocao.authoring.forms.making import Wanted, make_form
from baocao.pdf import find_libreoffice

ROOT = Path(__file__).resolve().parent.parent
PAGES = {"trang-1": 1, "trang-2": 3}
COMMUNE = ROOT / "samples" / "xa-mau" / "don-vi.yaml"
FILLED = ROOT / "samples" / "huyen-mau" / "so-lieu"
DOTS_PER_INCH = "60"
VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>
"""
"""Numbers as a Vietnamese machine shows them."""


def main() -> None:
    """Make report and forms, print them, draw the chosen pages into docs/hinh."""
    report = baocao.make_report(ROOT / "samples" / "tan-hong" / "2023.yaml")
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "bao-cao.pdf"
        pdf.write_bytes(baocao.to_pdf(report.to_bytes()))
        for name, page in PAGES.items():
            draw(pdf, page, ROOT / "docs" / "hinh" / name)
        empty = Wanted("cchc-nam", Path(folder) / "bieu.xlsx", COMMUNE, "2026")
        draw_sheet(empty, "Hướng dẫn", "", "bieu-huong-dan")
        year, before = (FILLED / name / "xa" / "xa-an-vi.yaml" for name in ("2024", "2023"))
        filled = Wanted("cchc-nam", Path(folder) / "xa-an-vi.xlsx", previous=before, data=year)
        draw_sheet(filled, "Thủ tục hành chính", "Hồ sơ tiếp nhận trong kỳ", "bieu-so-lieu")


def draw_sheet(wanted: Wanted, name: str, words: str, picture: str) -> None:
    """The first page of a form's sheet that has the words, in colour; the sheet's name is at the foot."""
    wanted.target.write_bytes(make_form(wanted).data)
    folder = wanted.target.parent
    profile = folder / "nguoi-dung" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(VIETNAMESE, encoding="utf-8")
    user = f"-env:UserInstallation={(folder / 'nguoi-dung').as_uri()}"
    command = [str(find_libreoffice()), user, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(wanted.target)], check=True, capture_output=True)
    pdf = wanted.target.with_suffix(".pdf")
    read = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = [page.strip() for page in read.stdout.split("\f") if page.strip()]
    page = next(
        number
        for number, text in enumerate(pages, 1)
        if text.splitlines()[-1].strip().startswith(name) and words in text
    )
    draw(pdf, page, ROOT / "docs" / "hinh" / picture, colour=True)


def draw(pdf: Path, page: int, target: Path, *, colour: bool = False) -> None:
    """One page as a PNG."""
    target.parent.mkdir(parents=True, exist_ok=True)
    number = str(page)
    command = ["pdftoppm", "-png", "-singlefile", "-r", DOTS_PER_INCH, "-f", number, "-l", number]
    command += [] if colour else ["-gray"]
    subprocess.run([*command, str(pdf), str(target)], check=True)


if __name__ == "__main__":
    main()
