"""Screens of a terminal as SVG: commands that are really run in a copy of a sample, and what they print."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path

import click
from sample_data import ROOT

from baocao.cli import run

WIDTH = 100
_CELL, _LINE, _EDGE, _BAR = 8.4, 20, 16, 34
_INK, _PAPER, _PROMPT = "#e6e6e6", "#1e2430", "#7fd1c4"
_COLOURS = {"Phải sửa": "#ff8a80", "Nên xem lại": "#ffd180", "Lưu ý": "#82b1ff"}
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">\n'
    '<rect width="{width}" height="{height}" rx="8" fill="{paper}"/>\n'
    '<text x="{edge}" y="22" fill="{ink}" font-family="sans-serif" font-size="13">Cửa sổ lệnh</text>\n'
    "<g font-family=\"'Liberation Mono', Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" "
    'xml:space="preserve">\n'
)


def screens() -> dict[str, str]:
    """File name -> SVG of each screen."""
    return {
        "man-hinh-tao.svg": _screen("", ("baocao soat", "baocao tao"), _first_report),
        "man-hinh-loi-nhac.svg": _screen("tan-hong", ("baocao tao 2023.yaml",), _mistype),
        "man-hinh-the-thuc.svg": _screen("go-tay", ("baocao the-thuc bao-cao-go-tay.docx",), most=30),
    }


def _first_report(folder: Path) -> None:
    """The folder of docs/bao-cao-dau-tien.md, filled in as that page says."""
    _printed(folder, 'baocao khoi-tao . --ten "Ủy ban nhân dân xã Minh Họa" --nam 2026')
    for file, typed in _FILLED_IN.items():
        text = (folder / file).read_text(encoding="utf-8")
        for name, value in typed.items():
            text, count = re.subn(
                rf"^( *{name}:)(?= *(#|$))", rf"\1 {value}", text, count=1, flags=re.MULTILINE
            )
            assert count, name
        (folder / file).write_text(text, encoding="utf-8")


_FILLED_IN: Mapping[str, Mapping[str, str]] = {
    "don-vi.yaml": {"ho_ten": "Nguyễn Văn An"},
    "so-lieu/2026.yaml": {"so": "12", "ngay": "22/12/2026", "tiep_nhan": "1.250", "da_giai_quyet": "1.200"},
}


def _mistype(folder: Path) -> None:
    """Three slips of the hand in the sample's data."""
    file = folder / "2023.yaml"
    text = file.read_text(encoding="utf-8")
    for right, wrong in _SLIPS.items():
        assert text.count(right) == 1, right
        text = text.replace(right, wrong)
    file.write_text(text, encoding="utf-8")


_SLIPS: Mapping[str, str] = {
    "tiep_nhan: 27.630": "tiep_nhann: 27.630",
    "so_hoa_ton: 16.067": 'so_hoa_ton: "16,067"',
    "ty_le_ky_so: 81,87%": "ty_le_ky_so: 181,87%",
}


def _screen(
    sample: str, commands: tuple[str, ...], prepare: Callable[[Path], None] | None = None, most: int = 60
) -> str:
    """The commands done one after another in a copy of a sample, with what they print, as an SVG."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "bao-cao"
        shutil.copytree(ROOT / "samples" / sample, folder) if sample else folder.mkdir()
        if prepare:
            prepare(folder)
        for command in commands:
            lines += [f"> {command}", *_printed(folder, command)]
    if len(lines) > most:
        lines = [*lines[:most], "…"]
    return _svg(lines)


def _printed(folder: Path, command: str) -> list[str]:
    """What a command prints when it is typed in that folder."""
    said = _Window()
    with _beside(folder), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        run(shlex.split(command)[1:])
    return click.unstyle(said.getvalue()).splitlines()


class _Window(io.StringIO):
    """What is printed breaks its lines as in a window."""

    def isatty(self) -> bool:
        return True


@contextlib.contextmanager
def _beside(folder: Path) -> Iterator[None]:
    """In that folder, in a window of `WIDTH` columns."""
    columns = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(WIDTH)
    try:
        with contextlib.chdir(folder):
            yield
    finally:
        if columns is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = columns


def _svg(lines: list[str]) -> str:
    width, height = round(WIDTH * _CELL + 2 * _EDGE), _BAR + len(lines) * _LINE + _EDGE
    head = _HEAD.format(width=width, height=height, paper=_PAPER, ink=_INK, edge=_EDGE)
    drawn = (
        _text(line, _BAR + (number + 1) * _LINE - 5) for number, line in enumerate(lines) if line.strip()
    )
    return head + "".join(drawn) + "</g>\n</svg>\n"


def _text(line: str, y: int) -> str:
    words = line.lstrip(" ")
    x = _EDGE + (len(line) - len(words)) * _CELL
    colour = next((colour for lead, colour in _COLOURS.items() if line.startswith(lead)), _INK)
    colour = _PROMPT if line.startswith("> ") else colour
    return f'<text x="{x:g}" y="{y}" fill="{colour}">{escape(words)}</text>\n'
