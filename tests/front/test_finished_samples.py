"""The samples of three packs as they leave the house: validators, both audits, LibreOffice, an empty form."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
import test_every_pack as every_pack
from finished_kit import sample
from front_kit import SAMPLES

from baocao.pdf.page_count import count_pages
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from workplace_kit import Clerk

NAMES = (
    "tom-tat-thap-muoi/2022",
    "tom-tat-huyen/2022",
    "ngan-son/2022",
    "chi-so-tinh/2023",
    "lac-thuy/2011-2020",
    "giai-doan-2016-2020/2016-2020",
)
PERIODS = {"tom-tat-hoi-nghi": "2026", "chi-so-cchc": "2026", "nhin-lai-giai-doan": "2021 - 2025"}
NOT_COMPUTABLE = "soat-ty-le-chua-kiem"
TOLD = {
    "tom-tat-huyen/2022": [NOT_COMPUTABLE] * 2,
    "chi-so-tinh/2023": [NOT_COMPUTABLE],
    "lac-thuy/2011-2020": [NOT_COMPUTABLE] * 2,
    "giai-doan-2016-2020/2016-2020": [NOT_COMPUTABLE],
}
"""Rates that were published without the numbers they are made of: nobody can compute them again."""


@pytest.fixture
def clerk(capsys: pytest.CaptureFixture[str]) -> Clerk:
    return Clerk(capsys)


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    """A sample and its report as a file."""
    file = tmp_path / "bao-cao.docx"
    file.write_bytes(sample(request.param))
    return request.param, file


def test_validators_find_nothing(made: tuple[str, Path]) -> None:
    assert audit_faults(made[1]) == integrity_faults(made[1]) == []


@pytest.mark.sdk
def test_the_sdk_finds_nothing(made: tuple[str, Path]) -> None:
    assert sdk_faults(made[1]) == []


def test_the_audit_finds_nothing_wrong(clerk: Clerk, made: tuple[str, Path]) -> None:
    assert clerk.codes("soat", str(made[1])) == (0, TOLD.get(made[0], []))


def test_no_rule_of_the_format_is_broken(clerk: Clerk, made: tuple[str, Path]) -> None:
    assert against_the_format(clerk, made[1]) == []


@pytest.mark.parametrize("data", every_pack.REPORTS, ids=every_pack.NAMES)
def test_no_rule_of_the_format_is_broken_by_any_sample(clerk: Clerk, tmp_path: Path, data: Path) -> None:
    report = tmp_path / "bao-cao.docx"
    report.write_bytes(every_pack.made(data))
    assert against_the_format(clerk, report) == []


def against_the_format(clerk: Clerk, report: Path) -> list[tuple[str, str]]:
    """What breaks the decree or office practice: rule and what was seen."""
    assert clerk.run("the-thuc", str(report), "--json") == 0
    (told,) = json.loads(clerk.out)["cac_tep"]
    assert told["khong_co_gi_de_do"]
    grave = ("bat_buoc", "thong_le")
    return [(item["ma"], item["thay"]) for item in told["phat_hien"] if item["nhom"] in grave]


def test_every_sample_names_its_source() -> None:
    for name in NAMES:
        source = (SAMPLES / name).parent / "nguon.md"
        assert "làm mẫu đặt" in source.read_text("utf-8") or "không có thật" in source.read_text("utf-8")


@pytest.mark.parametrize(("pack", "period"), PERIODS.items())
def test_an_empty_form_makes_a_draft(clerk: Clerk, tmp_path: Path, pack: str, period: str) -> None:
    unit = SAMPLES / "xa-mau" / "don-vi.yaml"
    form, report = tmp_path / "bieu.xlsx", tmp_path / "nhap.docx"
    assert clerk.run("bieu", "tao", pack, "--ky", period, "--don-vi", str(unit), "-o", str(form)) == 0, (
        clerk.err
    )
    assert clerk.run("tao", str(form), "--don-vi", str(unit), "--nhap", "-o", str(report)) == 0, clerk.err
    document = zipfile.ZipFile(io.BytesIO(report.read_bytes())).read("word/document.xml").decode()
    assert "DỰ THẢO" in document
    assert "<c:chart " not in document
    assert document.count("<w:tbl>") == 2  # head and signature


@pytest.mark.libreoffice
def test_libreoffice_prints_them(tmp_path: Path) -> None:
    printed = converted({name.replace("/", "-"): sample(name) for name in NAMES}, tmp_path, "pdf")
    assert {name: count_pages(data) for name, data in printed.items()} == {
        "tom-tat-thap-muoi-2022": 2,
        "tom-tat-huyen-2022": 2,
        "ngan-son-2022": 3,
        "chi-so-tinh-2023": 4,
        "lac-thuy-2011-2020": 2,
        "giai-doan-2016-2020-2016-2020": 8,
    }
