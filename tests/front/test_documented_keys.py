"""Every key that the code knows stands in the page that speaks of it; the keys are the code's own lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from baocao.builder.components import COMPONENTS
from baocao.builder.tables import TABLE_COMMAND
from baocao.formats import FORMATS
from baocao.model.house_format import FORMAT_FORM
from baocao.model.kinds import KINDED
from baocao.model.profile import FILE_FORM
from baocao.model.signer import FORM as SIGNER_FORM
from baocao.model.style import STYLE_FORM
from baocao.ooxml.charts.chart import Kind as ChartKind
from baocao.ooxml.charts.looks import PALETTES
from baocao.packs import indicators, manifest, own_checks
from baocao.packs.catalogue import Better, Kind, OverYears, RollUp, When
from baocao.packs.chart_options import SCALES
from baocao.packs.overlay import SECTIONS
from baocao.packs.reader import GROUP_ATTRIBUTES
from baocao.packs.table_options import IN_DATA
from baocao.packs.table_options import OPTIONS as TABLE_OPTIONS

DOCS = Path(__file__).resolve().parents[2] / "docs"
_SPAN = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def section(page: str, heading: str) -> str:
    """The part of a page under a heading, up to the next of its level or above."""
    text = _FENCE.sub(
        lambda found: found[0].replace("\n#", "\n #"), (DOCS / page).read_text(encoding="utf-8")
    )
    level = heading.partition(" ")[0]
    _, found, rest = text.partition(f"\n{heading}\n")
    assert found, heading
    return re.split(rf"^#{{1,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> set[str]:
    """What the first cells of the tables say: the words of `so_cot: có` and of `nhom`, `danh_sach`."""
    cells = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    return {word for cell in cells for span in _SPAN.findall(cell) for word in re.findall(r"@?[\w-]+", span)}


def spans(text: str) -> set[str]:
    """Whatever is set as something to type."""
    return {word for span in _SPAN.findall(text) for word in (span, *re.findall(r"[\w-]+", span))}


def lacking(known: Iterable[str], told: set[str]) -> list[str]:
    return [name for name in known if name not in told]


OF_COMMANDS = {
    "bang": "## Bảng",
    "bieu_do": "## Biểu đồ",
    "phu_luc": "## Phụ lục, trang ngang",
    "muc_luc": "## Mục lục",
}


def keys_of(command: str) -> tuple[str, ...]:
    return tuple(TABLE_OPTIONS) if command == TABLE_COMMAND else COMPONENTS[command].keys


@pytest.mark.parametrize("command", OF_COMMANDS)
def test_the_options_of_a_command_are_told(command: str) -> None:
    assert lacking(keys_of(command), rows(section("bang-phu-luc.md", OF_COMMANDS[command]))) == []


def test_every_command_with_options_has_its_section() -> None:
    assert {name for name, item in COMPONENTS.items() if item.keys} | {TABLE_COMMAND} == set(OF_COMMANDS)


def test_every_command_is_told() -> None:
    told = rows(section("tep-goi.md", "## noi-dung.md"))
    assert lacking([f"@{name}" for name in (*COMPONENTS, TABLE_COMMAND, "doan")], told) == []


def test_what_a_chart_may_be_is_told() -> None:
    told = spans(section("bang-phu-luc.md", OF_COMMANDS["bieu_do"]))
    assert lacking((*ChartKind, *PALETTES, *SCALES), told) == []


def test_the_options_of_a_table_in_a_free_report_are_told() -> None:
    page = (DOCS / "bao-cao-tu-do.md").read_text(encoding="utf-8")
    assert lacking(IN_DATA, spans(page)) == []


PACK_KEYS = {
    "## goi.yaml": manifest.ATTRIBUTES,
    "### Nhóm": GROUP_ATTRIBUTES,
    "### Chỉ tiêu": (*indicators.ATTRIBUTES, *Kind, *RollUp),
    "### Phép kiểm tra": own_checks.ATTRIBUTES,
}


@pytest.mark.parametrize("heading", PACK_KEYS)
def test_the_keys_of_a_packs_files_are_told(heading: str) -> None:
    assert lacking(PACK_KEYS[heading], rows(section("tep-goi.md", heading))) == []


def test_what_those_keys_may_be_is_told() -> None:
    told = spans((DOCS / "tep-goi.md").read_text(encoding="utf-8"))
    manifests = (*manifest.PERIOD_KINDS, *manifest.HEADING_FORMS, *manifest.SUBJECT_HOLES, *FORMATS)
    assert (
        lacking((*SECTIONS, *manifests, *Better, *OverYears, *own_checks.LEVELS, own_checks.OFF), told) == []
    )
    checks = section("mau-rieng.md", "## 9. Những phép kiểm tra")
    assert lacking(When, spans(checks)) == []


def test_the_attributes_that_are_checks_are_told_where_the_page_leads() -> None:
    """One row of the page leads to the section on checks with all of them."""
    row = next(
        line for line in section("tep-goi.md", "### Chỉ tiêu").splitlines() if "`bang_ky_truoc`" in line
    )
    named = _SPAN.findall(row)
    assert len(named) > 5
    assert lacking(named, spans(section("mau-rieng.md", "## 9. Những phép kiểm tra"))) == []


PROFILE_KEYS = {
    "# Hồ sơ đơn vị: don-vi.yaml": FILE_FORM,
    "## Người ký": SIGNER_FORM,
    "## Phong cách": STYLE_FORM,
    "## Thể thức": FORMAT_FORM,
    "## Mỗi loại báo cáo một khác": KINDED,
}


@pytest.mark.parametrize("heading", PROFILE_KEYS)
def test_the_keys_of_a_profile_are_told(heading: str) -> None:
    page = (DOCS / "don-vi.md").read_text(encoding="utf-8")
    text = page if heading.startswith("# ") else section("don-vi.md", heading)
    typed = set(re.findall(r"(\w+):", "".join(_FENCE.findall(text))))
    assert lacking(PROFILE_KEYS[heading], spans(text) | typed) == []
