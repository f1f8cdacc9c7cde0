"""Pages, sheets and web pages as PNG: LibreOffice, poppler's pdftoppm and Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape
from pathlib import Path

import baocao
from baocao.pdf import find_libreoffice

DOTS_PER_INCH = "60"
_VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>
"""
"""Numbers as a Vietnamese machine shows them."""
_WITH_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_WITHOUT_COMMENTS = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"false"}}'
_LETTERS_A_LINE, _LINE, _HEAD_AND_FOOT = 38, 17, 24
_POLICY = re.compile(r"<meta http-equiv=.Content-Security-Policy.[^>]*>")
_FROM = """<script>
const place = document.getElementById("%s").parentElement;
document.body.style.marginTop = 8 - place.getBoundingClientRect().top + "px";
</script>
"""
_SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; font: 12px/1.4 "Liberation Sans", Arial, sans-serif; background: #eef0f2; }}
img {{ position: absolute; width: {width}px; }}
p {{ position: absolute; width: 250px; margin: 0; padding: 6px 8px; background: #fff; }}
p {{ border-left: 3px solid #b5351c; }}
i {{ position: absolute; border-top: 1px dashed #b5351c; }}
</style><img src="trang.png">{notes}
"""


def draw_page(data: bytes, page: int, folder: Path, target: Path) -> None:
    """One page of a .docx, in black and white as it is printed."""
    pdf = folder / "trang.pdf"
    pdf.write_bytes(baocao.to_pdf(data))
    _draw(pdf, page, target, "-gray")


def draw_comments(data: bytes, size: tuple[int, int], folder: Path, target: Path) -> None:
    """The first page of a .docx with its comments beside it, each level with the words it is about."""
    import pdfplumber
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    source = folder / "co-nhan-xet.docx"
    source.write_bytes(data)
    with pdfplumber.open(_converted(source, _WITH_COMMENTS)) as pdf:
        page = pdf.pages[0]
        wide, high = float(page.width), float(page.height)
        marks = [resolve1(item) for item in resolve1(page.page_obj.annots)]
        notes = [
            (high - item["Rect"][3], item["Rect"][2], decode_text(item["Contents"]))
            for item in marks
            if "Rect" in item and "Contents" in item
        ]
    _draw(_converted(source, _WITHOUT_COMMENTS), 1, folder / "trang.png", dots="72")
    drawn, free = "", 0.0
    for top, right, words in sorted(notes):
        at = max(top, free)
        drawn += _note(top, at, right, words, wide)
        free = at + _HEAD_AND_FOOT + _LINE * (1 + len(words) // _LETTERS_A_LINE)
    shown = folder / "trang.html"
    shown.write_text(_SHEET.format(width=wide, notes=drawn), encoding="utf-8")
    draw_web(shown, "", size, folder, target)


def _note(top: float, at: float, right: float, words: str, page: float) -> str:
    """A comment beside the page, `at` points down, with a stroke from the words it is about."""
    left = page + 12
    stroke = f'<i style="top:{top + 15}px;left:{right}px;width:{left - right}px"></i>'
    return f'{stroke}<p style="top:{at}px;left:{left}px">{escape(words)}</p>'


def draw_sheet(data: bytes, name: str, words: str, folder: Path, target: Path) -> None:
    """The first page of a workbook's sheet that has the words; `name` stands at its foot."""
    source = folder / "bang.xlsx"
    source.write_bytes(data)
    pdf = _converted(source, "pdf")
    read = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True)
    pages = [page.strip() for page in read.stdout.split("\f") if page.strip()]
    page = next(
        number
        for number, text in enumerate(pages, 1)
        if text.splitlines()[-1].strip().startswith(name) and words in text
    )
    _draw(pdf, page, target)


def draw_web(page: Path, place: str, size: tuple[int, int], folder: Path, target: Path) -> None:
    """What a window of that many pixels shows of a web page, from the paragraph of `place` on."""
    moved = page.with_name("tu-cho.html")
    text = _POLICY.sub("", page.read_text(encoding="utf-8"))
    moved.write_text(text + (_FROM % place if place else ""), encoding="utf-8")
    browser = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    options += [f"--user-data-dir={folder / 'trinh-duyet'}", f"--window-size={size[0]},{size[1]}"]
    command = [browser, *options, f"--screenshot={target}", moved.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _converted(source: Path, form: str) -> Path:
    """A file as PDF, by a LibreOffice of Vietnamese habits."""
    user = source.parent / "nguoi-dung" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(_VIETNAMESE, encoding="utf-8")
    profile = f"-env:UserInstallation={user.parent.as_uri()}"
    options = [profile, "--headless", "--convert-to", form, "--outdir", str(source.parent)]
    subprocess.run([str(find_libreoffice()), *options, str(source)], check=True, capture_output=True)
    return source.with_suffix(".pdf")


def _draw(pdf: Path, page: int, target: Path, *options: str, dots: str = DOTS_PER_INCH) -> None:
    number = str(page)
    command = ["pdftoppm", "-png", "-singlefile", "-r", dots, "-f", number, "-l", number, *options]
    subprocess.run([*command, str(pdf), str(target.with_suffix(""))], check=True)
