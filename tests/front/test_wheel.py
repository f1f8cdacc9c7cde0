"""The wheel carries all a report needs and nothing else, and works where there is no source tree."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest
from front_kit import assert_sound

ROOT = Path(__file__).resolve().parents[2]


def ran(*words: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """A command that must succeed."""
    done = subprocess.run(
        [*map(str, words)], capture_output=True, text=True, timeout=300, check=False, **options
    )  # type: ignore[call-overload]
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as an installer does, without its isolated environment: nothing is fetched."""
    folder = tmp_path_factory.mktemp("banh-xe")
    ran(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel in a folder of its own, without its dependencies."""
    target = tmp_path_factory.mktemp("cai")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--no-index",
        "--disable-pip-version-check",
    )
    ran(*pip, "--target", target, wheel)
    return target


def test_the_wheel_carries_every_file_of_the_package_and_the_packs(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if not name.endswith("/")}
    sources = {path: path.relative_to(ROOT / "src") for path in (ROOT / "src" / "baocao").rglob("*")}
    packs = {
        path: Path("baocao/builtin_packs") / path.relative_to(ROOT / "templates")
        for path in (ROOT / "templates").rglob("*")
    }
    wanted = {
        str(place) for path, place in (sources | packs).items() if path.is_file() and path.suffix != ".pyc"
    }
    assert {name for name in carried if ".dist-info/" not in name} == wanted
    assert wanted >= {
        *(
            f"baocao/builtin_packs/cchc-nam/{name}"
            for name in ("goi.yaml", "chi-tieu.yaml", "noi-dung.md", "mau.docx")
        ),
        *(
            f"baocao/builtin_packs/_manh/{name}.docx"
            for name in ("khoi-ky", "noi-nhan", "bang-ii-06", "bang-ii-06-don-vi")
        ),
        *("baocao/formats/nd30-2020.yaml", "baocao/ooxml/times_widths.json", "baocao/py.typed"),
    }


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        info = {
            name.split(".dist-info/")[1]: archive.read(name)
            for name in archive.namelist()
            if ".dist-info/" in name
        }
    assert info["licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert info["entry_points.txt"].decode().split() == [
        "[console_scripts]",
        "baocao",
        "=",
        "baocao.cli:main",
    ]
    about = message_from_bytes(info["METADATA"])
    assert (about["Name"], about["Requires-Python"]) == ("baocao", ">=3.11")
    asked = about.get_all("Requires-Dist", [])
    needed = {line.split(">")[0].lower() for line in asked if "extra ==" not in line}
    assert needed == {
        "jinja2", "lxml", "click", "pyyaml", "python-calamine", "xlsxwriter", "google-re2",
        "rich", "filelock",
    }  # fmt: skip
    assert [line.split(">")[0] for line in asked if "extra == 'dask'" in line] == ["distributed"]


@pytest.mark.parametrize("command", [["-m", "baocao"], ["bin/baocao"]], ids=["module", "script"])
def test_an_installation_makes_the_sample_report_from_any_folder(
    installed: Path, tmp_path: Path, command: list[str]
) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    name = [str(installed / word) if "/" in word else word for word in command]
    own = os.environ | {"PYTHONPATH": str(installed), "BAOCAO_CACHE": str(tmp_path / "nho-dem")}

    def baocao(*words: str) -> str:
        return ran(sys.executable, *name, *words, cwd=tmp_path, env=own).stdout

    facts = json.loads(baocao("thong-tin", "--json"))
    assert facts["thu_muc_goi"] == str(installed / "baocao" / "builtin_packs")
    baocao("tao", "samples/tan-hong/2023.yaml", "-o", "bao-cao.docx")
    made = (tmp_path / "bao-cao.docx").read_bytes()
    assert_sound(made)
    ran(
        sys.executable,
        "-m",
        "baocao",
        "tao",
        "samples/tan-hong/2023.yaml",
        "-o",
        "tu-nguon.docx",
        cwd=tmp_path,
    )
    assert (tmp_path / "tu-nguon.docx").read_bytes() == made
