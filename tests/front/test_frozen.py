"""The program frozen with its Python, built by `./chay dong-goi` (packaging/baocao.spec)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import baocao
from baocao.version import __version__

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("BAOCAO_FROZEN", "")

pytestmark = pytest.mark.frozen


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("dong-goi")
    shutil.copytree(ROOT / "samples", place / "samples")
    return place


@pytest.fixture(scope="module")
def frozen(folder: Path):
    """Runs the program where there is no Python and no source; gives what it printed."""
    bare = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "BAOCAO_CACHE": str(folder / "dem")}

    def run(*words: str, code: int = 0) -> str:
        done = subprocess.run(
            [PROGRAM, *words], capture_output=True, text=True, timeout=300, check=False, cwd=folder, env=bare
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    return run


def test_every_file_of_the_package_is_in_it() -> None:
    inside = Path(PROGRAM).parent / "_internal" / "baocao"
    has = {path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file()}
    places = {ROOT / "src" / "baocao": "", ROOT / "templates": "builtin_packs/"}
    wanted = {
        before + path.relative_to(place).as_posix()
        for place, before in places.items()
        for path in place.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not any(part.startswith(".") for part in path.parts)
    }
    assert wanted - has == set()


def test_it_makes_the_same_report(frozen, folder: Path) -> None:
    frozen("tao", "samples/tan-hong/2023.yaml", "-o", "a.docx")
    made = baocao.make_report(ROOT / "samples" / "tan-hong" / "2023.yaml").to_bytes()
    assert (folder / "a.docx").read_bytes() == made
    told = json.loads(frozen("the-thuc", "a.docx", "--json"))
    assert told


def test_it_makes_a_form_and_reads_it(frozen, folder: Path) -> None:
    frozen("bieu", "tao", "--so-lieu", "samples/xa-mau/2025.yaml", "-o", "bieu.xlsx")
    frozen("tao", "bieu.xlsx", "--don-vi", "samples/xa-mau/don-vi.yaml", "--nhap", "-o", "b.docx")
    assert baocao.check_docx((folder / "b.docx").read_bytes()) == ()


def test_its_processes_make_many_reports(frozen, folder: Path) -> None:
    said = frozen(
        "hang-loat", "samples/tinh-120-xa/2025.yaml", "-o", "cac-xa", "--phan", "1/10", "--so-tien-trinh", "2"
    )
    made = len(list((folder / "cac-xa").glob("**/*.docx")))
    assert made > 2
    assert f"{made} báo cáo đã làm" in said


def test_it_knows_what_it_is(frozen) -> None:
    facts = json.loads(frozen("thong-tin", "--json"))
    assert facts["baocao"] == __version__
    assert facts["cach_cai"] == "bản đóng gói kèm Python"
    assert "(thiếu)" not in facts["thu_vien"]


@pytest.mark.libreoffice
def test_libreoffice_starts_from_it(frozen, folder: Path) -> None:
    frozen("tao", "samples/xa-mau/2025.yaml", "-o", "c.docx", "--nhap", "--pdf")
    assert (folder / "c.pdf").read_bytes().startswith(b"%PDF-")
