"""What the tests of forms share: a form made, its cells and formulas, and what LibreOffice computes."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from baocao.authoring.forms.making import MadeForm, Wanted, make_form

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TAN_HONG = SAMPLES / "tan-hong"

_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
"""


def form_of(folder: Path, data: str | None = None, **asked: Any) -> MadeForm:
    """A form of the built-in pack; from the text of a data file when there is one."""
    file = folder / "so-lieu.yaml"
    if data is not None:
        file.write_text(data, encoding="utf-8")
        asked |= {"data": file}
    unit = TAN_HONG / "don-vi.yaml"
    return make_form(Wanted("cchc-nam", folder / "bieu.xlsx", **{"unit": unit, **asked}))


def cells(data: bytes, *, formulas: bool = False) -> Any:
    """The workbook by sheets: stored values, or formulas."""
    return load_workbook(io.BytesIO(data), data_only=not formulas)


def row_of(sheet: Any, id_: str) -> int:
    """The row of an entry, from 1."""
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == id_)


def column_of(sheet: Any, role: str) -> int:
    """The column of an id, from 1."""
    return next(column for column in range(1, sheet.max_column + 1) if sheet.cell(1, column).value == role)


def sheet_of(book: Any, id_: str) -> Any:
    """The sheet that has an entry."""
    return next(sheet for sheet in book if any(cell.value == id_ for cell in sheet["A"]))


def value_at(book: Any, id_: str, role: str) -> Any:
    """What a cell of an entry holds."""
    sheet = sheet_of(book, id_)
    return sheet.cell(row_of(sheet, id_), column_of(sheet, role)).value


def formula_cells(data: bytes) -> dict[tuple[str, str], str]:
    """Every formula by sheet and cell."""
    found = {}
    for sheet in cells(data, formulas=True):
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    found[sheet.title, cell.coordinate] = str(cell.value)
    return found


def recalculated(data: bytes, folder: Path) -> bytes:
    """The form as LibreOffice saves it after computing every formula itself. Mark the test `libreoffice`."""
    return recalculated_all({"tinh": data}, folder)["tinh"]


def recalculated_all(forms: dict[Any, bytes], folder: Path) -> dict[Any, bytes]:
    """Several forms, likewise, in one run."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(_RECALCULATE, encoding="utf-8")
    sources = {name: folder / f"{name}.xlsx" for name in forms}
    for name, source in sources.items():
        source.write_bytes(forms[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nologo", profile, "--convert-to", "xlsx", "--outdir"]
    command = ["soffice", *options, str(folder / "ra"), *map(str, sources.values())]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / "ra" / source.name).read_bytes() for name, source in sources.items()}
