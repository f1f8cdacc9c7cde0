"""The folders of the installer: each carries a mark file, and without that mark nothing is ever removed.

Only what Python itself has is imported: this runs before anything is installed.
"""

from __future__ import annotations

import itertools
import os
import shutil
from contextlib import suppress
from pathlib import Path

WINDOWS = os.name == "nt"
MARK = "baocao-bo-cai.txt"
"""In an environment that the installer made."""
FOLDER_MARK = "baocao-thu-muc.txt"
"""In a folder around environments or commands that was not there before."""
_MARK_TEXT = (
    "Môi trường của baocao {phien_ban} do bộ cài tạo. Khi thay bản mới hoặc gỡ, bộ cài xóa cả thư mục này,\n"
    "nên đừng để tệp riêng ở đây.\n"
)
_FOLDER_TEXT = (
    "Thư mục này do bộ cài baocao tạo. Khi gỡ baocao, nếu không còn gì khác ở đây thì bộ cài xóa nó.\n"
)


def program(environment: Path, name: str) -> Path:
    """A program of an environment."""
    return environment / "Scripts" / f"{name}.exe" if WINDOWS else environment / "bin" / name


def is_ours(folder: Path) -> bool:
    """Whether the installer made this environment."""
    return not folder.is_symlink() and os.path.isfile(folder / MARK)


def environments(home: Path) -> list[Path]:
    """The environments right below `home` that the installer made."""
    return [item for item in sorted(home.iterdir()) if is_ours(item)] if home.is_dir() else []


def claim(home: Path, name: str, version: str) -> Path:
    """A new folder below `home` with our mark, which goes in first: what breaks off is known as ours, too.

    Raises `OSError`.
    """
    make_folder(home)
    target = free_place(home, name)
    target.mkdir()
    (target / MARK).write_text(_MARK_TEXT.format(phien_ban=version), encoding="utf-8")
    return target


def free_place(home: Path, name: str) -> Path:
    """Where the new environment goes: never where anything is, as that may be at work or somebody else's."""
    names = (name if number == 1 else f"{name}-{number}" for number in itertools.count(1))
    return next(home / item for item in names if not os.path.lexists(home / item))


def make_folder(folder: Path) -> None:
    """Make a folder that is not there, with the mark that says so. Raises `OSError`."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        (folder / FOLDER_MARK).write_text(_FOLDER_TEXT, encoding="utf-8")


def take_away(environment: Path) -> bool:
    """Remove an environment of ours as far as nothing of it is in use; returns whether it is gone.

    The mark goes last, so that what is left is known as ours the next time.
    """
    for item in environment.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item, ignore_errors=True)
        elif item.name != MARK:
            with suppress(OSError):  # what stays is seen below
                item.unlink()
    return _gone_but_for(environment, MARK)


def leave(folder: Path) -> bool:
    """Remove a folder that `make_folder` made when nothing else is in it; returns whether it is gone."""
    return not folder.is_dir() or _gone_but_for(folder, FOLDER_MARK)


def _gone_but_for(folder: Path, mark: str) -> bool:
    if [item.name for item in folder.iterdir()] == [mark]:
        shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()
