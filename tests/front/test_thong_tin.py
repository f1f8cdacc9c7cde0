"""`baocao thong-tin`: the state of an installation for a helper, without anything of the unit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baocao.cli import run
from baocao.installation import facts, without_home

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of a unit, below the home of a user whose name is somebody's."""
    home = tmp_path / "nguyen-van-an"
    shutil.copytree(SAMPLES / "xa-mau-rieng", home / "xã Minh Họa")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("BAOCAO_CACHE", str(home / "dem"))
    monkeypatch.chdir(home / "xã Minh Họa")
    return home


def told() -> dict[str, str]:
    return {fact.key: fact.value for fact in facts()}


def test_versions_folders_and_places_are_told(unit: Path) -> None:
    known = told()
    assert known["python"].endswith(sys.executable)
    assert {name.split()[0] for name in known["thu_vien"].split(", ")} >= {"jinja2", "lxml", "click", "rich"}
    assert "(thiếu)" not in known["thu_vien"]
    assert "cchc-nam 1.0" in known["goi_mau"]
    assert known["the_thuc"].startswith("nd30-2020 (")
    assert known["thu_muc_hien_tai"].startswith("ghi được, còn trống ")
    assert known["bo_nho_dem"] == str(unit / "dem")
    assert known["bo_nho_dem_ghi"].startswith("ghi được")
    assert known["goi_rieng"] == (
        "trong thư mục làm việc, có 00 gói mẫu riêng ngoài gói có sẵn; đơn vị có sửa gói cchc-nam"
    )


def test_a_file_to_send_holds_no_name_and_no_figure(unit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["thong-tin", "-o", "ho-tro.txt"]) == 0
    assert capsys.readouterr().out == "Đã ghi ho-tro.txt. Xem lại rồi gửi tệp này cho người hỗ trợ.\n"
    page = Path("ho-tro.txt").read_text(encoding="utf-8")
    assert page.startswith("Thông tin của máy để nhờ hỗ trợ, do lệnh «baocao thong-tin» ghi.\n")
    assert "~/dem" in page.replace(os.sep, "/")
    assert [word for word in ("nguyen-van-an", "Minh Họa") if word in page] == []
    assert run(["thong-tin", "-o", "ho-tro.txt"]) == 4
    assert run(["thong-tin", "-o", "ho-tro.txt", "--ghi-de", "--json"]) == 0
    printed = capsys.readouterr().out
    assert list(json.loads(printed)) == list(told())


def test_a_broken_unit_does_not_silence_the_rest(unit: Path) -> None:
    Path("don-vi.yaml").write_text("a: [\n", encoding="utf-8")
    known = told()
    assert known["goi_rieng"].startswith(("không xem được", "trong thư mục"))
    assert "cchc-nam" in known["goi_mau"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="quyền ghi của người dùng thường")
def test_a_folder_that_takes_nothing_is_told(unit: Path) -> None:
    Path().chmod(0o500)
    assert told()["thu_muc_hien_tai"].startswith("không ghi được (PermissionError)")
    Path().chmod(0o700)


def test_without_libreoffice_that_is_told(unit: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    known = told()
    assert known["libreoffice"] == "không có (không tạo được PDF)"
    assert known["libreoffice_phien_ban"] == "không có"


@pytest.mark.libreoffice
def test_libreoffice_tells_its_version() -> None:
    assert told()["libreoffice_phien_ban"].startswith("LibreOffice ")


def test_a_home_at_the_root_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/")
    monkeypatch.delenv("USERPROFILE", raising=False)
    assert without_home("/usr/bin/soffice") == "/usr/bin/soffice"


def test_it_runs_with_python_s_own_switches() -> None:
    said = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "baocao", "thong-tin"], capture_output=True, check=True
    ).stdout.decode()
    assert "chế độ UTF-8 của Python: bật" in said
