"""The samples in Excel are the samples in YAML: the same values, the same report to the last byte."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from baocao.authoring.form_data import form_data
from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Where
from baocao.intake.reader import read
from baocao.intake.table import maps_units
from baocao.model.record import Record, Value
from baocao.model.validate import validate
from baocao.produce import choose_pack, produce
from baocao.source.files import read_tree

ROOT = Path(__file__).resolve().parents[2]
DATA = [
    path.relative_to(ROOT / "samples")
    for pattern in ("*/2*.yaml", "*/so-lieu/*.yaml")
    for path in sorted((ROOT / "samples").glob(pattern))
    if not maps_units(read_tree(path).value)
]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the samples."""
    folder = tmp_path_factory.mktemp("mau") / "samples"
    shutil.copytree(ROOT / "samples", folder)
    return folder


def form_of(data: Path) -> Path:
    """The data file as a filled form, in a folder beside it so that nobody finds two files of one year."""
    target = data.parent / "bieu" / f"{data.stem}.xlsx"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(make_form(Wanted("", target, data=data)).data)
    return target


def bare(value: Value) -> Any:
    """A value without places."""
    rows = tuple({name: bare(item) for name, item in row.items()} for row in value.records)
    return replace(value, where=Where(), records=rows)


def said(record: Record | None) -> Any:
    """What a record says, wherever it stands in a file."""
    assert record is not None
    values = {id_: bare(value) for id_, value in record.values.items()}
    before = {id_: bare(value) for id_, value in record.previous.items()}
    return record.unit, record.period, record.head, values, before, record.notes


def record_of(path: Path) -> Any:
    raw = read(path)
    return said(validate(raw, choose_pack(raw), draft=True)[0])


@pytest.mark.parametrize("name", DATA, ids=str)
def test_the_report_is_the_same_file(samples: Path, name: Path) -> None:
    data = samples / name
    typed = produce(data, draft=True)
    filled = produce(form_of(data), draft=True)
    assert typed.data is not None
    assert filled.data == typed.data
    assert sorted(item.code for item in filled.findings) == sorted(item.code for item in typed.findings)


@pytest.mark.parametrize("name", DATA, ids=str)
def test_there_and_back_twice(samples: Path, name: Path) -> None:
    data = samples / name
    form = form_of(data)
    back = data.parent / "lai" / f"{data.stem}.yaml"
    back.parent.mkdir(exist_ok=True)
    made = form_data(form, back)
    assert made.text is not None
    back.write_text(made.text, encoding="utf-8")
    again = form_data(form_of(back), back)
    assert record_of(data) == record_of(form) == record_of(back)
    assert again.text is not None
    assert again.text.splitlines()[1:] == made.text.splitlines()[1:]


def test_an_empty_list_still_says_none(samples: Path) -> None:
    data = samples / "tan-hong" / "2023.yaml"
    changed = data.with_name("khong-kinh-gui.yaml")
    typed = data.read_text(encoding="utf-8").replace("  so: 114\n", "  so: 114\n  kinh_gui: []\n")
    changed.write_text(typed, encoding="utf-8")
    addressed = read(form_of(changed)).main.children["van_ban"].children["kinh_gui"]
    assert addressed.value == ()
