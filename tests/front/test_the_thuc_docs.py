"""docs/the-thuc.md says what is there: its output is the program's, its examples work."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from baocao.cli import run
from baocao.cli.commands.the_thuc import command

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "the-thuc.md").read_text(encoding="utf-8")
SAMPLE = Path("samples/go-tay/bao-cao-go-tay.docx")
Capture = pytest.CaptureFixture[str]


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture
def _beside_the_samples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples" / "go-tay", tmp_path / "samples" / "go-tay")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("_beside_the_samples")
def test_the_output_shown_is_printed(capsys: Capture) -> None:
    assert run(["the-thuc", str(SAMPLE)]) == 1
    printed = flat(capsys.readouterr().out)
    shown = next(block for block in fenced("text") if "Phải sửa" in block)
    pieces = [flat(piece) for piece in shown.split("…\n") if piece.strip()]
    assert len(pieces) == 5
    places = [printed.find(piece) for piece in pieces]
    assert -1 not in places, [pieces[at] for at, place in enumerate(places) if place < 0]
    assert places == sorted(places)


@pytest.mark.usefixtures("_beside_the_samples")
def test_the_sample_is_mended_as_promised(capsys: Capture) -> None:
    assert run(["the-thuc", str(SAMPLE), "--sua", "da-sua.docx"]) == 0
    capsys.readouterr()
    assert run(["the-thuc", "da-sua.docx", "--sua", "lan-hai.docx"]) == 0
    assert Path("lan-hai.docx").read_bytes() == Path("da-sua.docx").read_bytes()


@pytest.mark.usefixtures("_beside_the_samples")
def test_the_python_example_runs(capsys: Capture) -> None:
    shutil.copy(SAMPLE, "bao-cao.docx")
    exec(compile(fenced("python")[0], "the-thuc.md", "exec"), {})
    assert re.fullmatch(r"False \d+\n", capsys.readouterr().out)


@pytest.mark.usefixtures("_beside_the_samples")
def test_the_format_example_is_a_format(capsys: Capture) -> None:
    Path("rieng.yaml").write_text(fenced("yaml")[0], encoding="utf-8")
    assert run(["the-thuc", str(SAMPLE), "--ho-so", "rieng.yaml"]) == 1
    assert "lề trái 25 mm; cần 28 đến 35 mm [PG05, Quy chế nội bộ]" in capsys.readouterr().out


def test_every_option_is_explained() -> None:
    options = {name for option in command.params for name in option.opts if name.startswith("--")}
    assert {name for name in options if name not in PAGE} <= {"--ghi-de", "--help"}
