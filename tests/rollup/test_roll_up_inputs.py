"""What a roll-up reads is never replaced by its result; its own part is judged before anything is written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from workplace_kit import Clerk

XA = "so-lieu/2024/xa"
NAMED = ("tong-hop", XA)
OWN = "so-lieu/2024/rieng.yaml"


def said(name: str) -> bytes:
    return Path(name).read_bytes()


@pytest.mark.parametrize(
    "target",
    [f"{XA}/xa-an-vi.yaml", f"{XA}/xa-tan-vi.xlsx", "don-vi.yaml", OWN, "so-lieu/2023/xa/xa-an-vi.yaml"],
)
def test_no_file_that_is_read_is_replaced(clerk: Clerk, target: str) -> None:
    before = said(target)
    assert clerk.codes(*NAMED, "--kem", OWN, "-o", target, "--ghi-de") == (4, ["ghi-vao-dau-vao"])
    assert said(target) == before


def test_files_that_the_own_file_and_the_profile_name_are_kept(clerk: Clerk) -> None:
    shutil.copy("so-lieu/2024/tong-hop.yaml", "cu.yaml")
    Path("tinh.yaml").write_text("ten: Ủy ban nhân dân tỉnh Minh Họa\ncap: tinh\n", encoding="utf-8")
    for file, line in ((OWN, "nam_truoc: ../../cu.yaml\n"), ("don-vi.yaml", "cap_tren: tinh.yaml\n")):
        Path(file).write_text(line + Path(file).read_text(encoding="utf-8"), encoding="utf-8")
    for target in ("cu.yaml", "tinh.yaml"):
        before = said(target)
        assert clerk.codes(*NAMED, "--kem", OWN, "-o", target, "--ghi-de") == (4, ["ghi-vao-dau-vao"])
        assert said(target) == before


def test_a_result_among_the_sources_is_left_out_and_made_anew(clerk: Clerk) -> None:
    for name in ("tong-hop.yaml", "tong-hop.xlsx"):
        target = f"{XA}/{name}"
        assert clerk.run(*NAMED, "-o", target) == 0
        before = said(target)
        assert clerk.run(*NAMED, "-o", target, "--ghi-de") == 0
        assert "cộng 12/12 đơn vị" in clerk.out
        assert said(target) == before
        Path(target).unlink()


def test_the_result_of_a_unit_below_is_a_source(clerk: Clerk) -> None:
    data = said("so-lieu/2024/tong-hop.yaml").decode()
    profile = "don_vi: {ten: Ủy ban nhân dân huyện Khác, cap: huyen}"
    below = data.replace('don_vi: "../../don-vi.yaml"', profile, 1)
    assert profile in below
    target = f"{XA}/huyen-khac.yaml"
    Path(target).write_text(below, encoding="utf-8")
    code, _ = clerk.codes(*NAMED, "-o", target, "--ghi-de")
    assert code in (1, 4)
    assert said(target) == below.encode()


@pytest.mark.parametrize(
    "line",
    [
        "so_lieu: {tthc: {tiep_nhan: 27,6,3}}",
        "so_lieu: {tthc: {tiep_nham: 5}}",
        "van_bann: {so: 5}",
        "van_ban: {so: hai}",
        "so_lieu: [",
    ],
)
def test_a_wrong_own_file_writes_nothing(clerk: Clerk, line: str) -> None:
    Path("rieng.yaml").write_text(f"{line}\n", encoding="utf-8")
    code, findings = clerk.told(*NAMED, "--kem", "rieng.yaml", "-o", "th.yaml")
    assert code == 1
    assert not Path("th.yaml").exists()
    wrong = [item for item in findings if item["muc_do"] == "loi"]
    assert wrong
    assert all(item["vi_tri"]["file"] == "rieng.yaml" for item in wrong)
    assert clerk.run(*NAMED, "--kem", "rieng.yaml", "-o", "th.yaml", "--nhap") == 1
    assert "Chưa tổng hợp được" in clerk.err
    assert "Thêm --nhap" not in clerk.err
    assert not Path("th.yaml").exists()


def test_an_own_file_may_hold_little(clerk: Clerk) -> None:
    Path("rieng.yaml").write_text("so_lieu: {tthc: {cong_khai: có}}\n", encoding="utf-8")
    code, findings = clerk.told(*NAMED, "--kem", "rieng.yaml", "-o", "th.yaml")
    assert code == 0
    assert not [item for item in findings if item["vi_tri"].get("file") == "rieng.yaml"]


def test_the_parts_are_printed_and_nothing_is_written(clerk: Clerk) -> None:
    assert clerk.run(*NAMED, "--vet", "tthc.tiep_nhan", "-o", "th.yaml") == 2
    assert "mỗi lần chạy chỉ dùng một trong hai" in clerk.err
    assert not Path("th.yaml").exists()


def test_the_parts_of_a_total_that_stops(clerk: Clerk) -> None:
    shutil.copy("so-lieu/2023/xa/xa-an-vi.yaml", f"{XA}/xa-an-vi.yaml")
    assert clerk.run(*NAMED, "--vet", "tthc.tiep_nhan") == 1
    assert clerk.run(*NAMED, "--vet", "tthc.tiep_nhan", "--json") == 1
    assert json.loads(clerk.out)["vet"]
