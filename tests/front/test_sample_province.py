"""samples/tinh-120-xa: 120 made-up communes in one workbook, every report without a finding."""

from __future__ import annotations

import importlib.util
import io
import zipfile
from pathlib import Path
from types import ModuleType

import pytest

from baocao.intake.table import UnitTable, open_units
from baocao.packs.finder import find_pack
from baocao.produce import produce

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "samples" / "tinh-120-xa"


@pytest.fixture(scope="module")
def table() -> UnitTable:
    return open_units(FOLDER / "2025.yaml")


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("province", ROOT / "tools" / "make_sample_province.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_tool_makes(tmp_path: Path) -> None:
    tool = generator()
    titles = tool.write_book(tmp_path / "bang.xlsx")
    assert (tmp_path / "bang.xlsx").read_bytes() == (FOLDER / tool.BOOK).read_bytes()
    assert tool.data_file(titles) == (FOLDER / "2025.yaml").read_text("utf-8")
    assert len(titles) >= 80


def test_all_reports_come_out_without_a_finding(table: UnitTable) -> None:
    pack = find_pack("cchc-nam")
    assert len(table.units) == 120
    assert not table.findings
    for unit in table.units:
        report = produce(table.record(unit.number), pack=pack)
        assert not report.findings, unit.name
        assert report.data is not None, unit.name


@pytest.mark.parametrize("name", ["Xã An Mẫu", "Phường 1", "Đặc khu An Ví"])
def test_one_report_is_the_same_alone_and_among_all(table: UnitTable, name: str) -> None:
    number = next(unit.number for unit in table.units if unit.name == name)
    alone = produce(FOLDER / "2025.yaml", row=name)
    assert alone.data is not None
    assert alone.data == produce(table.record(number)).data
    assert alone.data == produce(FOLDER / "2025.yaml", row=str(number + 1)).data


def test_what_a_row_says_stands_in_the_report(table: UnitTable) -> None:
    number = next(unit.number for unit in table.units if unit.name == "Phường 3")
    unit = table.record(number).unit.children
    report = produce(table.record(number))
    assert report.data is not None
    with zipfile.ZipFile(io.BytesIO(report.data)) as package:
        text = package.read("word/document.xml").decode("utf-8")
    signer = unit["nguoi_ky"].children["pho_chu_tich"].children["ho_ten"].text
    assert all(words in text for words in ("PHƯỜNG 3", "Phường 3, ngày", "KT. CHỦ TỊCH", signer))
