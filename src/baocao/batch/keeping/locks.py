"""Opening the ledger of a part of a run: one run at a time works on it, and drafts that killed runs of that
part have left are cleared away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from baocao.batch.jobs import DRAFTS, INNER, WHOLE
from baocao.batch.keeping.ledger import Ledger
from baocao.errors import OutputError, finding
from baocao.output import make_folder, told_of

_PATIENCE = 10.0
"""Seconds for other parts that are just being opened."""
_DOOR = "cua"
"""The lock under which the others are taken: whoever looks whether a part is at work takes its lock for a
moment, which that part must not meet.
"""
_OURS = re.compile(r"[0-9a-f]{32,64}\.(?:docx|pdf|dung)|\.baocao-.*\.tmp")
"""Names of drafts, and of files that are being written."""


@contextmanager
def open_ledger(folder: Path, part: str = "") -> Iterator[Ledger]:
    """The ledger of the folder, made with it when missing; nobody else works on the same part meanwhile.

    part: "1-4" for the first of four parts, "" for a run over everything. Raises `OutputError` when another
    run is at work on the same jobs, or the folder cannot be written or locked.
    """
    drafts = folder / INNER / DRAFTS
    _make(folder, drafts / (part or WHOLE))
    with ExitStack() as stack:
        with told_of(folder):
            _lock(stack, folder, part)
        mine = [drafts / part] if part else _folders(drafts)
        stack.callback(_clear, mine)
        _clear(mine)
        yield Ledger(folder, part)


def _make(folder: Path, drafts: Path) -> None:
    """Make the inner folder; one that is a link leads to files of somebody else."""
    make_folder(folder)
    for inner in (drafts.parent.parent, drafts.parent, drafts):
        if inner.is_symlink():
            raise OutputError(finding("hang-loat-thu-muc-noi", thu_muc=inner))
        with told_of(folder):
            inner.mkdir(exist_ok=True)


def _lock(stack: ExitStack, folder: Path, part: str) -> None:
    """Take the lock of the part; raises `OutputError` when it is at work, or one with jobs in common."""
    from filelock import FileLock, Timeout

    inner = folder / INNER
    own = inner / f"khoa{part and '-' + part}"
    try:
        with FileLock(inner / _DOOR, timeout=_PATIENCE):
            stack.enter_context(FileLock(own, timeout=0))
            for other in sorted(set(inner.glob("khoa*")) - {own}):
                if _have_jobs_in_common(other.name, own.name):
                    with FileLock(other, timeout=0):
                        continue
    except Timeout:
        raise OutputError(finding("hang-loat-dang-chay", thu_muc=folder)) from None
    except NotImplementedError:
        raise OutputError(finding("hang-loat-khong-khoa", thu_muc=folder)) from None


def _have_jobs_in_common(one: str, other: str) -> bool:
    """Whether the parts of two locks overlap: different parts of the same number do not."""
    return one == other or one.rpartition("-")[2] != other.rpartition("-")[2]


def _folders(drafts: Path) -> list[Path]:
    """Those of all parts, which a run over everything has to itself."""
    with suppress(OSError):
        return [path for path in drafts.iterdir() if path.is_dir() and not path.is_symlink()]
    return []


def _clear(folders: list[Path]) -> None:
    """Remove what killed workers and runs have left, but for finished PDFs, which the next run takes as they
    are; what cannot be removed stays nobody's trouble, and what is not ours is left alone.
    """
    for folder in folders:
        with suppress(OSError):
            for path in folder.iterdir():
                if _OURS.fullmatch(path.name) and path.suffix != ".pdf":
                    with suppress(OSError):
                        path.unlink()
