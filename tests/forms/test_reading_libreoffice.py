"""A filled form saved by LibreOffice, as .xlsx, .ods and .xls, says the same."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Where
from baocao.intake.reader import read
from baocao.model.record import Value
from baocao.model.validate import validate
from baocao.produce import choose_pack, produce

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reference sample as a form, and that form saved by LibreOffice in three ways."""
    folder = tmp_path_factory.mktemp("lo") / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    form = folder / "bieu.xlsx"
    form.write_bytes(make_form(Wanted("", form, data=folder / "2023.yaml")).data)
    profile = f"-env:UserInstallation={(folder / 'lo').as_uri()}"
    for kind, name in (("xlsx:Calc MS Excel 2007 XML", "xlsx"), ("ods", "ods"), ("xls", "xls")):
        target = folder / name
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(form)],
            check=True,
            capture_output=True,
            timeout=180,
        )
        for file in ("don-vi.yaml", "mau"):
            source = folder / file
            (shutil.copytree if source.is_dir() else shutil.copy)(source, target / file)
    return folder


def bare(value: Value) -> Any:
    rows = tuple({name: bare(item) for name, item in row.items()} for row in value.records)
    return replace(value, where=Where(), records=rows)


def values(path: Path) -> Any:
    raw = read(path)
    record, found = validate(raw, choose_pack(raw))
    assert record is not None, [item.text for item in found]
    return {id_: bare(value) for id_, value in record.values.items()}, record.head, record.notes


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_it_says_the_same(saved: Path, kind: str) -> None:
    file = saved / kind / f"bieu.{kind}"
    assert values(file) == values(saved / "bieu.xlsx")
    assert produce(file).data == produce(saved / "2023.yaml").data
