"""A folder of data files of the sample units, run by the command."""

from __future__ import annotations

from pathlib import Path

from hang_loat_kit import NAMES, data_of

from baocao.cli import run

FILES = [
    "VD-001-an-vi-01.docx",
    "VD-002-binh-vi-02.docx",
    "VD-003-cam-vi-03.docx",
    "VD-004-dong-vi-04.docx",
    "VD-005-gia-vi-05.docx",
]
MORE_SETTLED_THAN_RECEIVED = {"received": 100, "settled": -5}


def spoil(units: Path, number: int) -> None:
    text = data_of(NAMES[number - 1], number, **MORE_SETTLED_THAN_RECEIVED)
    (units / f"don-vi-{number}.yaml").write_text(text, encoding="utf-8")


def hang_loat(*words: str) -> int:
    return run(["hang-loat", *words])
