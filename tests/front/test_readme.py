"""What the README shows is what happens."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from baocao.cli import run

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def fenced(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    exec(compile(fenced("python")[0], "README.md", "exec"), {})
    assert (tmp_path / "bao-cao.docx").is_file()


def test_the_data_example_makes_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(ROOT / "samples" / "tan-hong" / "don-vi.yaml", tmp_path)
    (tmp_path / "so-lieu.yaml").write_text(fenced("yaml")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["tao", "so-lieu.yaml", "-o", "bao-cao.docx"]) == 0


def test_the_messages_are_those_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(ROOT / "samples" / "tan-hong", tmp_path, dirs_exist_ok=True)
    text = (tmp_path / "2023.yaml").read_text(encoding="utf-8")
    for old, new in (
        ("tiep_nhan: 27.630", "tiep_nhann: 27.630"),
        ("so_hoa_ton: 16.067", 'so_hoa_ton: "16,067"'),
        ("ty_le_ky_so: 81,87%", "ty_le_ky_so: 181,87%"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (tmp_path / "2023.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(["tao", "2023.yaml", "-o", "bao-cao.docx"]) == 1
    first, _, rest = fenced("text")[0].partition("Nên xem lại (01)")
    assert words(first) in words(capsys.readouterr().err)
    assert run(["soat", str(ROOT / "samples" / "tan-hong" / "2023.yaml")]) == 0
    assert words(rest.partition("2023.yaml, ")[2]) in words(capsys.readouterr().out)


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_command_and_exit_code_is_in_the_readme() -> None:
    from baocao.cli import EXIT_CODES, baocao
    from baocao.cli.commands.mau import command as mau

    for name in [*baocao.commands_in, *(f"mau {sub}" for sub in mau.commands_in)]:
        assert name == "mau" or f"`baocao {name}" in README
    for code in {0, *EXIT_CODES.values()}:
        assert f"| {code} |" in README
