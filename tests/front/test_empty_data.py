"""A data file that says nothing: no pack makes a report of it without a word."""

from __future__ import annotations

from typing import Any

import pytest
from finished_kit import fresh

import baocao
from baocao.errors import Severity

SPAN = {"loai": "giai_doan", "nam": 2022, "den_nam": 2026}
PACKS = [("nhin-lai-giai-doan", SPAN), ("tom-tat-hoi-nghi", {"nam": 2026}), ("chuyen-doi-so", {"nam": 2026})]


def told(report: baocao.Report) -> list[str]:
    return [item.code for item in report.findings if item.level is not Severity.INFO]


@pytest.mark.parametrize(("pack", "period"), PACKS)
def test_a_report_of_no_figures_is_told(pack: str, period: dict[str, Any]) -> None:
    report = fresh(pack, "xa", period, {})
    (found,) = [item for item in report.findings if item.code == "so-lieu-trong"]
    assert found.level is Severity.WARNING
    assert found.text.startswith("Tệp số liệu chưa có số nào")


@pytest.mark.parametrize(("pack", "period"), PACKS)
def test_a_draft_of_no_figures_is_not(pack: str, period: dict[str, Any]) -> None:
    assert "so-lieu-trong" not in told(fresh(pack, "xa", period, {}, draft=True))


def test_what_the_pack_needs_is_told_instead() -> None:
    codes = told(fresh("cchc-nam", "xa", {"nam": 2026}, {}))
    assert "thieu-bat-buoc" in codes
    assert "so-lieu-trong" not in codes


def test_figures_of_the_years_of_a_span_are_figures() -> None:
    years = {2022: {"tthc": {"da_giai_quyet": 1200}}, 2023: {"tthc": {"da_giai_quyet": 1300}}}
    assert "so-lieu-trong" not in told(fresh("nhin-lai-giai-doan", "xa", SPAN, {}, cac_nam=years))


def test_a_draft_tells_a_missing_figure_once() -> None:
    report = fresh("cchc-nam", "xa", {"nam": 2026}, {}, draft=True)
    keys = [item.where.key for item in report.findings if item.where.key.startswith("tthc.")]
    assert keys
    assert len(keys) == len(set(keys))
