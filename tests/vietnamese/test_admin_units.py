"""The list of administrative units: how many, under which names on which day, and that nobody typed it."""

from __future__ import annotations

import datetime as dt
import importlib.util
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from baocao.vietnamese.admin_units import (
    AdminUnits,
    ever_named,
    is_commune,
    is_province,
    names_of,
    unit_list,
    units_on,
)
from baocao.vietnamese.text import nfc

ROOT = Path(__file__).resolve().parents[2]
START = dt.date(2025, 7, 1)


def on(year: int, month: int, day: int) -> AdminUnits:
    units = units_on(dt.date(year, month, day))
    assert units is not None
    return units


def levels(units: AdminUnits) -> dict[str, int]:
    """How many communes of each level, by the first word of the name."""
    return dict(Counter(unit.name.split()[0] for unit in units.units if unit.parent))


def test_34_provinces_and_3321_communes_on_the_first_day() -> None:
    units = on(2025, 7, 1)
    assert len(units.below()) == 34
    assert sum(len(units.below(province.code)) for province in units.below()) == 3321
    assert levels(units) == {"Xã": 2621, "Phường": 687, "Đặc": 13}
    assert sum(unit.name.startswith("Thành phố ") for unit in units.below()) == 6


def test_what_the_resolutions_since_then_made_of_them() -> None:
    assert levels(on(2026, 4, 30)) == {"Xã": 2611, "Phường": 697, "Đặc": 13}
    now = on(2026, 9, 20)
    assert levels(now) == {"Xã": 2599, "Phường": 709, "Đặc": 13}
    assert len(now.below()) == 34
    assert sum(unit.name.startswith("Thành phố ") for unit in now.below()) == 9


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ((2026, 9, 19), "Xã Kép"),
        ((2026, 9, 20), "Phường Kép"),
        ((2030, 1, 1), "Phường Kép"),
    ],
)
def test_a_name_holds_until_the_day_before_the_next(day: tuple[int, int, int], name: str) -> None:
    assert on(*day).by_code["07399"].name == name


def test_nothing_is_said_of_days_before_the_list() -> None:
    assert units_on(dt.date(2025, 6, 30)) is None


def test_days_without_a_change_between_share_one_list() -> None:
    assert units_on(START) is units_on(dt.date(2026, 4, 29))
    assert units_on(START) is not units_on(dt.date(2026, 4, 30))


def test_codes_are_of_two_and_five_digits_and_lead_to_a_province() -> None:
    units = unit_list().units
    provinces = {unit.code for unit in units if not unit.parent}
    for unit in units:
        assert unit.code.isascii(), unit
        assert unit.code.isdigit(), unit
        assert len(unit.code) == (5 if unit.parent else 2), unit
        assert not unit.parent or unit.parent in provinces, unit
        assert nfc(unit.name) == unit.name == " ".join(unit.name.split())
        assert is_commune(unit.name) if unit.parent else is_province(unit.name)


def test_every_unit_is_found_by_its_name_below_its_province() -> None:
    units = on(2025, 7, 1)
    for province in units.below():
        assert units.find(f"UBND {province.name}") is province
        for unit in units.below(province.code):
            assert units.find(f"Ủy ban nhân dân {unit.name.lower()}", province.code) is unit


@pytest.mark.parametrize(
    ("typed", "province", "code"),
    [
        ("xã Hiệp Hoà", "24", "07840"),
        ("xã Hiệp Hòa", "24", "07840"),
        ("Hiệp Hòa", "24", "07840"),
        ("Ủy ban nhân dân xã Ea H’Leo", "66", "24184"),
        ("xã Ea H'Leo", "66", "24184"),
        ("UBND TỈNH BẮC NINH", "", "24"),
    ],
)
def test_ways_to_write_a_name(typed: str, province: str, code: str) -> None:
    found = on(2025, 7, 1).find(typed, province)
    assert found is not None
    assert found.code == code


def test_a_name_of_several_units_is_none_of_them() -> None:
    units = on(2025, 7, 1)
    assert units.find("xã Tân Phú", "24") is None
    assert [unit.parent for unit in units.elsewhere("xã Tân Phú", "24")] == ["40", "80", "75", "82", "86"]


def test_a_unit_is_known_under_the_names_of_all_days() -> None:
    assert [(unit.name, unit.act) for unit in names_of("22")] == [
        ("Tỉnh Quảng Ninh", ""),
        ("Thành phố Quảng Ninh", "36/2026/QH16"),
    ]
    former = ever_named("Tỉnh Quảng Ninh")
    assert former is not None
    assert former.last == "2026-08-31"
    assert ever_named("Tỉnh Hải Dương") is None


@pytest.mark.parametrize(
    ("name", "commune", "province"),
    [
        ("Ủy ban nhân dân xã An Bình", True, False),
        ("Phường 1", True, False),
        ("UBND đặc khu Côn Đảo", True, False),
        ("Ủy ban nhân dân thành phố Huế", False, True),
        ("Phòng Văn hóa - Xã hội xã An Bình", False, False),
        ("Sở Nội vụ tỉnh Bắc Ninh", False, False),
    ],
)
def test_agencies_are_neither_communes_nor_provinces(name: str, commune: bool, province: bool) -> None:
    assert (is_commune(name), is_province(name)) == (commune, province)


def make_units() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_units", ROOT / "tools" / "make_units.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_file_is_what_the_tool_makes_of_the_units_of_the_first_day() -> None:
    tool = make_units()
    units = {unit.code: (unit.name, unit.parent) for unit in on(2025, 7, 1).units}
    assert tool.text_of(units) == tool.LIST.read_text(encoding="utf-8")


def test_the_tool_tells_codes_that_differ_and_passes_over_spelling(
    capsys: pytest.CaptureFixture[str],
) -> None:
    compare = make_units().compare
    ours = {"01": ("Thành phố Hà Nội", ""), "00082": ("Phường Cửa Nam", "01"), "07840": ("Xã Hiệp Hòa", "24")}
    theirs = {
        "01": ("Thành phố Hà Nội", ""),
        "00073": ("Phường Cửa Nam", "01"),
        "07840": ("Xã Hiệp Hoà", "24"),
    }
    assert [line[:5] for line in compare(ours, theirs)] == ["00073", "00082"]
    assert capsys.readouterr().out == "07840: Xã Hiệp Hòa / Xã Hiệp Hoà\n"


def test_a_report_that_needs_no_list_does_not_import_it() -> None:
    sample = ROOT / "samples" / "tan-hong" / "2023.yaml"
    code = (
        "import sys, baocao\n"
        f"assert baocao.make_report({str(sample)!r}).data\n"
        "assert 'baocao.vietnamese.admin_units' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
