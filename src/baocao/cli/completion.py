"""The Tab key in a shell: what may follow the words that are typed so far.

click finds the command or the parameter that is meant; what its value may be is told by the metavar, the word
for it on the help page. A shell asks by running the program with `_BAOCAO_COMPLETE=‹shell›_complete` and the
words in COMP_WORDS (bash and PowerShell one a line); it gets a line an answer: kind, value, help, parted by
tabs. Imported only then.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem, ShellComplete

from baocao.workplace import BOOK_SUFFIXES, DATA_SUFFIXES

VARIABLE = "_BAOCAO_COMPLETE"
"""Environment variable in which a shell asks."""
SHELLS = {
    "bash": "baocao.bash",
    "zsh": "baocao.zsh",
    "fish": "baocao.fish",
    "powershell": "baocao.ps1",
}
"""The shells, each with the script that makes it ask."""
PACKS, FORMATS, FOLDERS = "packs", "formats", "folders"
_HIDDEN = (".", "~")

VALUES: dict[str, tuple[str, ...]] = {
    "GÓI": (PACKS,),
    "GÓI hoặc TỆP": (PACKS, *DATA_SUFFIXES),
    "GÓI|MẢNH.md": (PACKS, ".md"),
    "CŨ": (PACKS, ".docx"),
    "MỚI": (PACKS, ".docx"),
    "TỆP": DATA_SUFFIXES,
    "NGUỒN": DATA_SUFFIXES,
    "BIỂU": BOOK_SUFFIXES,
    "THƯ-MỤC|TỆP": DATA_SUFFIXES,
    "TỆP|THƯ MỤC": (".docx", ".md"),
    "TỆP.docx": (".docx",),
    "TỆP.xlsx": (".xlsx",),
    "TỆP.html": (".html",),
    "TỆP.txt": (".txt",),
    "THƯ-MỤC": (FOLDERS,),
    "THƯ MỤC": (FOLDERS,),
    "THỂ-THỨC": (FORMATS, ".yaml"),
}
"""Metavar -> what may stand there: names known to the program, or files with these endings."""
_OWN_WORDS = "TÊN CẤP NĂM DÒNG CHỮ KHỐI TÊN-BÁO-CÁO KỲ MÃ|TÊN MÃ MẪU SỐ ĐỊA-CHỈ i/n CỬA-SỔ-LỆNH"
FREE = frozenset(_OWN_WORDS.split())
"""Metavars of values that only the user knows."""
_FINISHED = {"soat": (*DATA_SUFFIXES, ".docx", ".txt"), "the-thuc": (".docx",)}
"""Commands whose files are finished documents."""


class Completed(click.ParamType):  # type: ignore[type-arg]
    """The type of a parameter that the Tab key asks about: takes what `kind` takes, and knows what fits."""

    name = "completed"

    def __init__(self, kind: click.ParamType) -> None:  # type: ignore[type-arg]
        self.kind = kind

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value as the command gets it."""
        return self.kind.convert(value, param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """What the value may be, of all that begins with what is typed."""
        if isinstance(param, click.Argument) and ctx.info_name in _FINISHED:
            wanted = _FINISHED[ctx.info_name]
        else:
            wanted = VALUES.get(plain(param.metavar or ""), ())
        names = [name for name in _names(wanted) if name.startswith(incomplete)]
        items = [CompletionItem(name) for name in names]
        return items + [CompletionItem(name, type="path") for name in _paths(incomplete, wanted)]


def plain(metavar: str) -> str:
    """A metavar without the marks of "may be left out" and "several": "[TỆP]..." is "TỆP"."""
    return metavar.rstrip(".…").strip("[]")


def equip(command: click.Command) -> None:
    """Make the parameters of a command answer."""
    for param in command.params:
        takes_value = not isinstance(param, click.Option) or not (param.is_flag or param.count)
        if takes_value and not isinstance(param.type, Completed):
            param.type = Completed(param.type)


def complete(program: click.Command, asked: str) -> int:
    """Answer a shell; returns the exit code.

    asked: what stands in `VARIABLE`, for example "bash_complete". A shell that is not known gets no answer.
    """
    shell, _, what = asked.partition("_")
    if shell not in SHELLS or what != "complete":
        return 1
    words = _words(shell, os.environ.get("COMP_WORDS", ""))
    number = int(os.environ.get("COMP_CWORD") or len(words) - 1)
    incomplete = words[number] if number < len(words) else ""
    asking = ShellComplete(program, {}, "baocao", VARIABLE)
    try:
        items = asking.get_completions(words[1:number], incomplete)
    except click.UsageError:  # what is typed so far is wrong: nothing can follow it
        return 0
    for item in items:
        kind = "path" if item.type == "path" else "plain"
        click.echo("\t".join((kind, item.value, *_help(item))))
    return 0


def script(shell: str) -> str:
    """The text that a shell reads so that its Tab key asks us."""
    return (Path(__file__).parent / "shells" / SHELLS[shell]).read_text(encoding="utf-8")


def _words(shell: str, typed: str) -> list[str]:
    """The words of the command as the program would get them. PowerShell's backslashes part folders."""
    words = typed.split("\n")
    if shell == "fish":
        return words
    if shell == "powershell":
        return [word[1:].removesuffix(word[:1]) if word[:1] in ("'", '"') else word for word in words]
    return [_unquoted(word) for word in words]


def _unquoted(word: str) -> str:
    """A word as a shell of Unix reads it; one whose quotes are still open, too."""
    for end in ("", '"', "'", "\\"):
        try:
            return "".join(shlex.split(word + end)) if word else ""
        except ValueError:
            continue
    return word


def _help(item: CompletionItem[Any]) -> Sequence[str]:
    return [" ".join(item.help.split())] if item.help else []


def _names(wanted: Sequence[str]) -> Iterator[str]:
    if PACKS in wanted:
        from baocao.cli.workplace import unit_folders
        from baocao.packs.finder import pack_names

        yield from pack_names(unit_folders())
    if FORMATS in wanted:
        from baocao import formats

        yield from formats.FORMATS


def _paths(typed: str, wanted: Sequence[str]) -> Iterator[str]:
    """Folders, with a slash at the end, and files that end as wanted; under the name as it is typed."""
    if not wanted or typed in (".", ".."):
        return
    cut = max(typed.rfind("/"), typed.rfind(os.sep)) + 1
    before, begun = typed[:cut], typed[cut:]
    endings = tuple(item for item in wanted if item.startswith("."))
    if not endings and FOLDERS not in wanted:
        return
    for entry in _entries(Path(before).expanduser() if before else Path()):
        if not entry.name.startswith(begun) or (entry.name.startswith(_HIDDEN) and not begun):
            continue
        if entry.is_dir():
            yield f"{before}{entry.name}/"
        elif entry.name.lower().endswith(endings) and endings:
            yield before + entry.name


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
