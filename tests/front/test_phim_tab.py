"""The Tab key: what may follow the words typed so far, in each shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from baocao.cli import baocao, run
from baocao.cli.completion import FREE, SHELLS, VALUES, plain
from baocao.cli.grammar import LazyGroup

FILES = (
    "2025.yaml",
    "2026.yaml",
    "bao-cao.docx",
    "ghi-chep.md",
    "số liệu.xlsx",
    ".an",
    "xã Minh Họa/2026.yaml",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ask(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """What the program answers a shell: values of the words typed, the last of them begun."""

    def asked(*words: str, shell: str = "bash") -> list[str]:
        monkeypatch.setenv("COMP_WORDS", "\n".join(("baocao", *words)))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        monkeypatch.setenv("_BAOCAO_COMPLETE", f"{shell}_complete")
        assert run([]) == 0
        return [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()]

    return asked


@pytest.mark.parametrize(
    ("words", "answers"),
    [
        (["t"], ["tao", "tong-hop", "the-thuc", "thong-tin"]),
        (["mau", "s"], ["sao-chep", "so-sanh"]),
        (["tao", "--gh"], ["--ghi-de"]),
        (["tao", ""], ["2025.yaml", "2026.yaml", "ghi-chep.md", "số liệu.xlsx", "xã Minh Họa/"]),
        (["tao", "2026.yaml", "-o", ""], ["bao-cao.docx", "xã Minh Họa/"]),
        (["the-thuc", "b"], ["bao-cao.docx"]),
        (["the-thuc", "bao-cao.docx", "--ho-so", "nd"], ["nd30-2020"]),
        (["soat", "b"], ["bao-cao.docx"]),
        (["bieu", "doc", ""], ["số liệu.xlsx", "xã Minh Họa/"]),
        (["bieu", "tao", "cchc-n"], ["cchc-nam"]),
        (["mau", "dung", "g"], ["ghi-chep.md"]),
        (["tao", "xã\\ Minh\\ Họa/"], ["xã Minh Họa/2026.yaml"]),
        (["tao", '"xã M'], ["xã Minh Họa/"]),
        (["tao", "--dong", ""], []),
        (["khong-co-lenh", ""], []),
        (["tao", "khong-co/"], []),
    ],
)
def test_what_may_follow(ask, words: list[str], answers: list[str]) -> None:
    assert ask(*words) == answers


def test_a_command_that_was_asked_about_still_works(ask, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("thong-tin", "-o", "") == ["xã Minh Họa/"]
    monkeypatch.delenv("_BAOCAO_COMPLETE")
    assert run(["thong-tin", "-o", "ho-tro.txt"]) == 0


def test_powershell_keeps_backslashes_and_quotes_as_it_wrote_them(ask) -> None:
    assert ask("tao", "'xã M", shell="powershell") == ["xã Minh Họa/"]
    assert ask("tao", "số", shell="powershell") == ["số liệu.xlsx"]


def test_packs_of_the_unit_are_known_in_its_folder(ask, folder: Path) -> None:
    (folder / "don-vi.yaml").write_text("ten: Ủy ban nhân dân xã Minh Họa\n", encoding="utf-8")
    (folder / "mau" / "tiep-dan").mkdir(parents=True)
    (folder / "mau" / "tiep-dan" / "goi.yaml").write_text("ten: Tiếp dân\n", encoding="utf-8")
    assert ask("tao", "--mau", "tiep") == ["tiep-dan"]


def parameters(group: LazyGroup, path: str = "") -> Iterator[tuple[str, click.Parameter]]:
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if isinstance(command, LazyGroup):
            yield from parameters(command, f"{path}{name} ")
        elif command is not None:
            yield from ((f"{path}{name} {param.opts[0]}", param) for param in command.params)


def test_every_value_of_every_command_is_known_or_free() -> None:
    """A new metavar goes into `VALUES` of cli/completion.py (what may stand there) or into `FREE`."""
    assert isinstance(baocao, LazyGroup)
    asked = {
        where: plain(param.metavar or "")
        for where, param in parameters(baocao)
        if not (isinstance(param, click.Option) and param.is_flag)
    }
    assert {where: word for where, word in asked.items() if word not in {*VALUES, *FREE}} == {}


def test_the_scripts_are_printed_and_others_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for shell in SHELLS:
        assert run(["phim-tab", shell]) == 0
        assert f"{shell}_complete" in capsys.readouterr().out
    assert run(["phim-tab", "cmd"]) == 2
    assert "Giá trị của CỬA-SỔ-LỆNH không dùng được: «cmd»." in capsys.readouterr().err


_BASH = """. ./tab; COMP_WORDS=(baocao tao 'xã\\ M'); COMP_CWORD=2; _baocao_phim_tab baocao 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}" """
_FISH = '. ./tab; complete -C "baocao tao xã"'


@pytest.mark.parametrize(
    ("shell", "typed"), [pytest.param("bash", _BASH), pytest.param("fish", _FISH, marks=pytest.mark.fish)]
)
def test_a_shell_that_reads_its_script_gets_the_answer(folder: Path, shell: str, typed: str) -> None:
    own = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    written = subprocess.run(["baocao", "phim-tab", shell], capture_output=True, check=True, env=own)
    (folder / "tab").write_bytes(written.stdout)
    bare = {"bash": ["--norc"], "fish": ["--no-config"]}[shell]
    said = subprocess.run([shell, *bare, "-c", typed], capture_output=True, text=True, check=False, env=own)
    assert said.stdout.split("\n")[0] == "xã Minh Họa/", said.stderr


def test_nothing_of_it_is_imported_without_the_tab_key() -> None:
    code = "import sys, baocao.cli as c; c.run(['--version']); print('baocao.cli.completion' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "False"
