"""The files of a run's folder: their digests, and the renaming that puts them in their places."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import time
import unicodedata
from hashlib import sha256
from pathlib import Path

from baocao.errors import OutputError
from baocao.output import told_of

_WAITS = (0.05, 0.2, 1.0)
"""Seconds to look again for a file: a shared folder shows what another machine wrote a little later."""


def digest_of(path: Path) -> str:
    """SHA-256 of a file in hex, "" when there is none; raises `OutputError` when it cannot be read."""
    with told_of(path):
        try:
            if not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
                raise OSError(errno.EINVAL, "not a file")  # reading a pipe would wait for ever
            return sha256(path.read_bytes()).hexdigest()
        except FileNotFoundError:
            return ""


def digest_if_read(path: Path) -> str:
    """The digest of a file, "" when there is none or it may not be read."""
    try:
        return digest_of(path)
    except OutputError:
        return ""


def awaited(path: Path, digest: str) -> bool:
    """Whether the file is there as its worker has written it, after a moment's patience."""
    for seconds in _WAITS:
        if digest_if_read(path) == digest:
            return True
        time.sleep(seconds)
    return digest_if_read(path) == digest


def put(source: Path, target: Path, *, replacing: bool) -> None:
    """Rename a file into its place, in one step; over another one only when `replacing`.

    Raises `OutputError` when the system refuses, or somebody has put a file there in the meantime.
    """
    with told_of(target):
        if replacing:
            os.replace(source, target)
        elif os.name == "nt":
            os.rename(source, target)
        else:
            _put_new(source, target)


def _put_new(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError(target) from None
        os.replace(source, target)
    else:
        source.unlink()


def remove(path: Path, root: Path) -> None:
    """Remove a file, and the folders below `root` that are empty then; what cannot be removed stays."""
    with contextlib.suppress(OSError):
        path.unlink()
        for folder in path.parents:
            if folder == root or root not in folder.parents:
                return
            folder.rmdir()


def keep_names(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system lets folders be opened (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def same_file(one: Path, other: Path) -> bool:
    """Whether two names lead to one file, as names that differ in case do on Windows."""
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False


def folded(file: str) -> str:
    """A name as systems compare it that do not tell letters' case apart."""
    return unicodedata.normalize("NFC", file).casefold()
