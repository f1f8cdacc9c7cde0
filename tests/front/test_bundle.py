"""The bundle for machines without network: what is in it, and that it installs where nothing is fetched."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import baocao
from baocao.version import __version__
from script_kit import loaded
from wheelhouse_kit import made_wheel, needed, repacked, this_python

ROOT = Path(__file__).resolve().parents[2]
BUNDLES = os.environ.get("BAOCAO_BUNDLES", "")

on_linux = pytest.mark.skipif(platform.system() != "Linux", reason="bộ cài của Linux")


bundles = loaded("tools", "make_bundle.py")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle for this machine and its Python, from wheels of what is installed here."""
    if platform.system() != "Linux":
        pytest.skip("bộ cài của Linux")
    folder = tmp_path_factory.mktemp("goi")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name in needed(project["dependencies"]):
        repacked(name, folder / "wheels")
    made: Path = bundles.make_bundle(
        bundles.PLATFORMS["linux"], [this_python()], folder / "dist", folder / "wheels"
    )
    return made


@pytest.fixture
def unpacked(bundle: Path, tmp_path: Path) -> Path:
    with zipfile.ZipFile(bundle) as archive:
        archive.extractall(tmp_path)
    (folder,) = (path for path in tmp_path.iterdir() if path.is_dir())
    return folder


def without_network(*command: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run where no network is. Where the system refuses, the way out is closed."""
    closed = {
        "http_proxy": "http://127.0.0.1:9",
        "https_proxy": "http://127.0.0.1:9",
        "PIP_INDEX_URL": "http://127.0.0.1:9/",
    }
    own = {"HOME": str(home), "PATH": f"{home}/.local/bin:/usr/bin:/bin", "PYTHON": sys.executable, **closed}
    refused = subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode
    cut = [] if refused else ["unshare", "-rn"]
    return subprocess.run(
        [*cut, *command], capture_output=True, text=True, check=False, env=own, cwd=home, timeout=600
    )


def test_where_the_network_cannot_be_cut_the_index_is_still_out_of_reach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many containers refuse `unshare`; then a closed port stands for every index and proxy."""
    refusing = tmp_path / "unshare"
    refusing.write_text("#!/bin/sh\nexit 1\n")
    refusing.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    told = without_network(sys.executable, "-m", "pip", "download", "click==8.1.8", home=tmp_path)
    assert told.returncode != 0
    assert "127.0.0.1" in told.stdout + told.stderr


@pytest.mark.parametrize("promised", ["", "1"])
def test_what_was_not_built_is_an_error_where_all_is_promised(promised: str) -> None:
    """A lost export in .ci/run must not leave these tests out unseen."""
    own = os.environ | {"BAOCAO_TESTS_REQUIRE_ALL": promised, "BAOCAO_BUNDLES": "", "BAOCAO_FROZEN": ""}
    files = [f"tests/front/{name}.py" for name in ("test_bundle", "test_frozen")]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "bundles or frozen", *files],
        capture_output=True,
        text=True,
        check=False,
        env=own,
        cwd=ROOT,
    )
    ended = ("errors", 1) if promised else ("skipped", 0)
    counted = re.findall(r"\d+ (errors|skipped|passed|failed)", told.stdout)
    assert (*counted, told.returncode) == ended, told.stdout


def set_up(folder: Path, home: Path, *words: str) -> str:
    """Run the installer without network; returns what it told."""
    done = without_network("sh", str(folder / "cai-dat.sh"), *words, home=home)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def assert_installs(folder: Path, home: Path) -> None:
    home.mkdir()
    shutil.copytree(ROOT / "samples", home / "samples")
    assert "Đã cài baocao " in set_up(folder, home)
    made = without_network("baocao", "tao", "samples/tan-hong/2023.yaml", "-o", "a.docx", home=home)
    assert made.returncode == 0, made.stdout + made.stderr
    assert (home / "a.docx").read_bytes() == baocao.make_report(
        ROOT / "samples/tan-hong/2023.yaml"
    ).to_bytes()


def test_it_installs_without_network_and_makes_the_sample_report(unpacked: Path, tmp_path: Path) -> None:
    home = tmp_path / "nhà"
    assert_installs(unpacked, home)
    set_up(unpacked, home, "--khong-them-path")
    assert len(list((home / ".local/share/baocao").glob("*/pyvenv.cfg"))) == 1
    told = without_network("baocao", "--version", home=home)
    assert told.stdout.endswith(f"{__version__}\n"), told.stderr
    assert set_up(unpacked, home, "--go-bo").startswith("Đã gỡ baocao khỏi ")
    assert not (home / ".local/share/baocao").exists()
    assert not (home / ".local/bin/baocao").is_symlink()


@pytest.mark.bundles
def test_the_bundle_of_the_index_installs_without_network(tmp_path: Path) -> None:
    (made,) = Path(BUNDLES).glob("baocao-*-linux-x86_64.zip")
    with zipfile.ZipFile(made) as archive:
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    assert_installs(folder, tmp_path / "nhà")


@pytest.mark.bundles
def test_the_bundle_for_windows_lacks_nothing() -> None:
    (made,) = Path(BUNDLES).glob("baocao-*-windows-amd64.zip")
    with zipfile.ZipFile(made) as archive:
        names = [name.split("/", 1)[1] for name in archive.namelist()]
        sums = archive.read(next(name for name in archive.namelist() if name.endswith("SHA256SUMS"))).decode()
    assert {line.split("  ")[1] for line in sums.splitlines()} == set(names) - {"SHA256SUMS"}
    for python in bundles.PYTHONS:
        tag = f"cp{python.replace('.', '')}-win_amd64.whl"
        built = {name.split("/")[1].split("-")[0] for name in names if name.endswith(tag)}
        assert built >= {"lxml", "google_re2", "pyyaml", "markupsafe"}, python
    assert not [name for name in names if "linux" in name]


def test_a_damaged_file_is_named_and_nothing_is_installed(unpacked: Path, tmp_path: Path) -> None:
    wheel = next((unpacked / "banh-xe").glob("jinja2-*.whl"))
    wheel.write_bytes(wheel.read_bytes() + b"\0")
    (unpacked / "giay-phep.txt").unlink()
    done = without_network("sh", str(unpacked / "cai-dat.sh"), home=tmp_path)
    assert done.returncode == 1
    assert done.stdout == (
        "Gói cài không còn nguyên vẹn, chưa cài gì. Chép lại tệp .zip rồi giải nén lại.\n"
        f"Tệp sai hoặc thiếu:\n  banh-xe/{wheel.name}\n  giay-phep.txt\n"
    )
    assert not (tmp_path / ".local").exists()


def test_hashes_are_pip_s_concern_too(unpacked: Path, tmp_path: Path) -> None:
    """Even with a list of sums that was changed along, another wheel is not taken."""
    wheel = next((unpacked / "banh-xe").glob("jinja2-*.whl"))
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("them.py", "")
    sums = unpacked / "SHA256SUMS"
    lines = [line for line in sums.read_text().splitlines(keepends=True) if "jinja2-" not in line]
    sums.write_text("".join(lines))
    done = without_network("sh", str(unpacked / "cai-dat.sh"), home=tmp_path)
    assert (done.returncode, "Chưa cài được; bản cài trước" in done.stdout) == (1, True)
    assert not (tmp_path / ".local/share/baocao").exists()


@on_linux
def test_a_machine_without_python_is_told_what_to_do(unpacked: Path, tmp_path: Path) -> None:
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "cat"):
        (tools / name).symlink_to(shutil.which(name) or name)
    own = {"HOME": str(tmp_path), "PATH": str(tools)}
    done = subprocess.run(
        ["sh", str(unpacked / "cai-dat.sh")], capture_output=True, text=True, check=False, env=own
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Máy chưa có Python dùng được với gói này (cần một trong các bản: ")


def test_what_only_windows_needs_is_found_from_any_machine(tmp_path: Path) -> None:
    """pip judges markers by the machine it runs on; the bundle is judged for the machine it is for."""
    wheels = tmp_path / "kho"
    made_wheel(
        wheels, "hai", "1.0", ['chi-windows>=2; platform_system == "Windows"', 'cu; python_version < "3.12"']
    )
    made_wheel(wheels, "chi-windows", "2.1", ["ba"], tag="cp312-cp312-win_amd64", licence="MIT")
    made_wheel(wheels, "cu", "1")
    made_wheel(wheels, "ba", "3", ["thua; extra == 'them'"])
    own = bundles.read_wheel(made_wheel(tmp_path, "mot", "0.1", ["hai>=1"]))
    for place, python, names in (
        ("windows", "3.12", ["mot", "ba", "chi-windows", "hai"]),
        ("linux", "3.12", ["mot", "hai"]),
        ("linux", "3.11", ["mot", "cu", "hai"]),
    ):
        found = bundles.gather(own, bundles.PLATFORMS[place], python, tmp_path / f"{place}{python}", wheels)
        assert [wheel.name for wheel in found] == names
    (row,) = (
        data for name, data in bundles.licences([bundles.read_wheel(next(wheels.glob("chi*")))]) if name
    )
    assert row.decode().split() == ["chi-windows", "2.1", "MIT"]


def test_what_is_not_to_be_had_is_named(tmp_path: Path) -> None:
    own = bundles.read_wheel(made_wheel(tmp_path, "mot", "0.1", ["khong-co-dau"]))
    (tmp_path / "kho").mkdir()
    with pytest.raises(SystemExit, match="khong-co-dau"):
        bundles.gather(own, bundles.PLATFORMS["linux"], "3.12", tmp_path / "x", tmp_path / "kho")
    wanted = bundles.missing([own], bundles.marks_of(bundles.PLATFORMS["windows"], "3.13"))
    assert wanted == [Requirement("khong-co-dau")]


def test_the_bundle_says_what_is_in_it(bundle: Path, tmp_path: Path) -> None:
    digest = hashlib.sha256(bundle.read_bytes()).hexdigest()
    assert bundle.with_name(f"{bundle.name}.sha256").read_text() == f"{digest}  {bundle.name}\n"
    with zipfile.ZipFile(bundle) as archive:
        files = {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    for line in files["SHA256SUMS"].decode().splitlines():
        sum_, _, name = line.partition("  ")
        assert hashlib.sha256(files[name]).hexdigest() == sum_
    assert "@" not in "".join(files[name].decode() for name in ("cai-dat.sh", "DOC-TRUOC.txt")).replace(
        "@echo", ""
    ).replace('"$@"', "")
    assert files["cai-dat.bat"].count(b"\n") == files["cai-dat.bat"].count(b"\r\n") > 10
    rows = files["giay-phep.txt"].decode().splitlines()
    wheels = {name.split("/")[1].split("-")[0] for name in files if name.startswith("banh-xe/")}
    assert {row.split()[0].replace("-", "_") for row in rows} == wheels
    assert wheels >= {"baocao", "jinja2", "lxml", "markupsafe", "mdurl"}
    assert "giay-phep/baocao-" in "".join(files)
