"""A folder with the data of a few made-up communes, and the command run over it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl

NAMES = ("An Ví", "Bình Ví", "Cẩm Ví", "Đông Ví", "Gia Ví")

_DATA = """\
goi: cchc-nam
don_vi:
  ten: Ủy ban nhân dân xã {name}
  ma: VD-{number:03d}
  cap: xa
  dia_danh: {name}
  ky_hieu: UBND
  dong_chu_quan: [ỦY BAN NHÂN DÂN, TỈNH MẪU]
  nguoi_ky: {{thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}}
ky: {{loai: nam, nam: 2025}}
van_ban: {{so: {number}, ngay: 05/12/2025}}
so_lieu:
  tthc: {{tiep_nhan: {received}, da_giai_quyet: {settled}}}
"""


def data_of(name: str, number: int, *, received: int = 1200, settled: int = 1180) -> str:
    """The data file of a commune."""
    return _DATA.format(name=name, number=number, received=received, settled=settled)


def write_units(folder: Path, names: Sequence[str] = NAMES) -> Path:
    """The folder with a data file a commune: don-vi-1.yaml and so on."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(names, 1):
        (folder / f"don-vi-{number}.yaml").write_text(data_of(name, number), encoding="utf-8")
    return folder


def reports(folder: Path) -> dict[str, bytes]:
    """The reports of a folder of results by their names in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.docx")}


def rows(folder: Path, name: str = "ket-qua.jsonl") -> dict[str, dict[str, Any]]:
    """The rows of the table for scripts, by the unit's name without its committee."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return {row["don_vi"].removeprefix("Ủy ban nhân dân xã "): row for row in found}


def ended(folder: Path) -> dict[str, str]:
    """How each unit ended, by the table for scripts."""
    return {name: row["ket_qua"] for name, row in rows(folder).items()}


def cells(folder: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet of the table for people, by their headings."""
    lines = list(openpyxl.load_workbook(folder / "ket-qua.xlsx")[sheet].iter_rows(values_only=True))
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


def started(*words: str, **environment: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own; it meets Ctrl-C even where the tests' shell keeps that away."""
    command = [sys.executable, "-m", "baocao", "hang-loat", *words]
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | environment,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
