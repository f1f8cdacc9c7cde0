"""What each picture of docs/hinh shows, made without LibreOffice, and how it is drawn."""

from __future__ import annotations

import contextlib
import hashlib
import io
import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

from drawing import draw_comments, draw_page, draw_sheet, draw_web
from sample_data import ROOT, sample_files

import baocao
from baocao.authoring.forms.making import Wanted, make_form
from baocao.cli import run
from baocao.packs.finder import pack_names

_COMMUNE = ROOT / "samples" / "xa-mau" / "don-vi.yaml"
_TYPED = ROOT / "samples" / "go-tay" / "bao-cao-go-tay.docx"
_DISTRICT = ROOT / "samples" / "huyen-mau"
_REFERENCE = ROOT / "tests" / "audit" / "tan-hong-2023.txt"
_ON_THE_FIRST_PAGE = 3000
"""Letters of a report that surely take in all of its first page."""
_WORDS = re.compile(r"<(?:\w+:)?(?:t|v)(?: [^>]*)?>([^<]+)<|<(/)w:p>")
_PAGE_OF = re.compile(r"PAGEREF.*?fldCharType=.end", re.DOTALL)
"""A page in a table of contents: only LibreOffice knows it, and a test must do without."""


@dataclass(frozen=True)
class Picture:
    """One file of docs/hinh. `shows`: the words in it; when they change, the picture lags."""

    name: str
    shows: str
    draw: Callable[[Path, Path], None]

    @property
    def mark(self) -> str:
        """What nguon.json keeps of the words."""
        return hashlib.sha256(self.shows.encode()).hexdigest()[:16]


def pictures(folder: Path) -> Iterator[Picture]:
    """All pictures; what they are drawn from stands in `folder`."""
    yield from _of_the_reference_report()
    yield from _of_packs()
    yield from _of_forms(folder)
    yield from _of_format()
    yield from _of_audit(folder)
    yield from _of_batch(folder)


def _of_the_reference_report() -> Iterator[Picture]:
    data = baocao.make_report(ROOT / "samples" / "tan-hong" / "2023.yaml").to_bytes()
    yield Picture("trang-1.png", words_of(data)[:_ON_THE_FIRST_PAGE], partial(draw_page, data, 1))
    yield Picture("trang-chu-thich.png", words_of(data), partial(draw_page, data, 3))


def _of_packs() -> Iterator[Picture]:
    """The first page of each built-in pack's sample; raises `BaocaoError` for one that makes no report."""
    files = sample_files()
    for pack in pack_names():
        data = baocao.make_report(files[pack][0]).to_bytes()
        shown = words_of(data)[:_ON_THE_FIRST_PAGE]
        yield Picture(f"goi-{pack}.png", shown, partial(draw_page, data, 1))


def _of_forms(folder: Path) -> Iterator[Picture]:
    unit = shutil.copy(_COMMUNE, folder)
    empty = make_form(Wanted("cchc-nam", folder / "bieu.xlsx", Path(unit), "2026")).data
    guide = partial(draw_sheet, empty, "Hướng dẫn", "")
    yield Picture("bieu-huong-dan.png", words_of(empty), guide)
    year, before = (_DISTRICT / "so-lieu" / name / "xa" / "xa-an-vi.yaml" for name in ("2024", "2023"))
    filled = make_form(Wanted("cchc-nam", folder / "an-vi.xlsx", previous=before, data=year)).data
    sheet = partial(draw_sheet, filled, "Thủ tục hành chính", "Hồ sơ tiếp nhận trong kỳ")
    yield Picture("bieu-so-lieu.png", words_of(filled), sheet)


def _of_format() -> Iterator[Picture]:
    checked = baocao.check_format(_TYPED)
    mended = baocao.mend_format(checked).data
    yield Picture("the-thuc-truoc.png", words_of(checked.data), partial(draw_page, checked.data, 1))
    yield Picture("the-thuc-sau.png", words_of(mended), partial(draw_page, mended, 1))


def _of_audit(folder: Path) -> Iterator[Picture]:
    """The page of an audited report at its gravest finding, and a copy with comments."""
    shutil.copy(_REFERENCE, folder / "114-BC-UBND.txt")
    (folder / "bao-cao.docx").write_bytes(_mistyped(baocao.mend_format(baocao.check_format(_TYPED)).data))
    with contextlib.chdir(folder):
        _silently("soat", "114-BC-UBND.txt", "--html", "soat.html")
        _silently("soat", "bao-cao.docx", "--danh-dau", "danh-dau.docx")
    page = folder / "soat.html"
    shown = unescape(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")))
    yield Picture("soat-trang.png", shown, partial(draw_web, page, "cho-16", (1124, 737)))
    marked = (folder / "danh-dau.docx").read_bytes()
    yield Picture("danh-dau.png", words_of(marked), partial(draw_comments, marked, (880, 520)))


def _mistyped(data: bytes) -> bytes:
    """The sample as somebody might have typed it: two figures changed places, a word stands twice."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(made, "w") as write:
        for name in read.namelist():
            text = read.read(name)
            for right, wrong in (("98,61", "96,81"), ("trước và đúng hạn", "trước và và đúng hạn")):
                text = text.replace(right.encode(), wrong.encode())
            write.writestr(name, text)
    return made.getvalue()


def _of_batch(folder: Path) -> Iterator[Picture]:
    """The table of results of a run in which one commune has typed something wrong."""
    district = folder / "huyen-mau"
    shutil.copytree(_DISTRICT, district)
    wrong = district / "so-lieu" / "2024" / "xa" / "xa-cam-vi.yaml"
    text = wrong.read_text(encoding="utf-8")
    wrong.write_text(re.sub(r"(so_lieu:)", r"\1\n  tthc.tiep_nhann: 5", text, count=1), encoding="utf-8")
    with contextlib.chdir(district):
        _silently("hang-loat", "so-lieu/2024/xa", "-o", "bao-cao", "--so-tien-trinh", "1")
    table = (district / "bao-cao" / "ket-qua.xlsx").read_bytes()
    with zipfile.ZipFile(io.BytesIO(table)) as package:
        words = re.findall(r"<t[^>]*>([^<]*)</t>", package.read("xl/worksheets/sheet1.xml").decode())
    shown = re.sub(r"\b[0-9a-f]{12}\b", "", "\n".join(words).replace(folder.as_posix(), ""))
    yield Picture("hang-loat-ket-qua.png", shown, partial(draw_sheet, table, "", "xã Cẩm Ví"))


def words_of(data: bytes) -> str:
    """The words and numbers of a Word or Excel file, a line a paragraph."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        wanted = [name for name in package.namelist() if _has_words(name)]
        texts = [_PAGE_OF.sub("", package.read(name).decode()) for name in sorted(wanted)]
    found = (item for text in texts for item in _WORDS.finditer(text))
    return "".join("\n" if item[2] else f"{unescape(item[1])} " for item in found)


def _has_words(name: str) -> bool:
    return name.endswith(".xml") and name.startswith(("word/", "xl/sharedStrings", "xl/worksheets/"))


def _silently(*command: str) -> None:
    nowhere = io.StringIO()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        run(command)
