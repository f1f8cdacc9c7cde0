"""Writing a result: beside its target, then renamed; never over a file that was there, unless asked."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from baocao.errors import Finding, OutputError, finding

_PREFIX, _SUFFIX = ".baocao-", ".tmp"
_LEFT_BEHIND = 24 * 60 * 60
"""Seconds after which no run can still be writing a temporary file: the one that began it was killed."""
_SWEEP_AGAIN, _FOLDERS = 60 * 60, 64
_swept: dict[Path, float] = {}
"""When each folder was last looked through: for each of many results that takes longer than to write it."""


@contextlib.contextmanager
def told_of(path: Path) -> Iterator[None]:
    """What the system refuses inside is an `OutputError` about `path`."""
    try:
        yield
    except OSError as fault:
        raise OutputError(_explain(path, fault)) from fault


def write_result(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write `data` to `path` whole or not at all; an interrupt leaves no half file behind.

    What runs that were killed have left in the folder is removed when it is older than a day.
    Raises `OutputError` when the file exists and `overwrite` is off, is read-only or open in an office
    program, or cannot be written (folder missing, rights, full disk, impossible name).
    """
    try:
        _refuse(path, overwrite)
        _write_beside(path, data, overwrite)
    except (OSError, ValueError) as fault:
        raise OutputError(_explain(path, fault)) from fault


def make_folder(path: Path) -> None:
    """Make a folder with those above it; nothing happens when it is there.

    Raises `OutputError` when a file has that name, or the place may not be written or takes no such name.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        file = next(item for item in (path, *path.parents) if os.path.lexists(item) and not item.is_dir())
        raise OutputError(finding("thu-muc-la-tep", tep=file)) from None
    except PermissionError:
        raise OutputError(finding("thu-muc-khong-duoc-tao", thu_muc=path)) from None
    except (OSError, ValueError) as fault:
        number = getattr(fault, "errno", None)
        if number == errno.EROFS:
            raise OutputError(finding("thu-muc-khong-duoc-tao", thu_muc=path)) from None
        if number in (errno.ENOSPC, errno.EDQUOT):
            raise OutputError(finding("het-cho-trong", tep=path)) from None
        raise OutputError(finding("thu-muc-khong-tao-duoc", thu_muc=path, ly_do=_reason(fault))) from fault


def check_target(
    path: Path, *, suffix: str | Sequence[str], overwrite: bool, inputs: Iterable[Path] = ()
) -> None:
    """Raise the `OutputError` that writing to `path` would meet anyway, before the work is done.

    suffix: what the name must end in (".docx"), one of several. inputs: files the run reads; a result
    never replaces them.
    """
    known = (suffix,) if isinstance(suffix, str) else tuple(suffix)
    if path.suffix.lower() not in known and not path.is_dir():
        words = " hoặc ".join(filter(None, (", ".join(known[:-1]), known[-1])))
        raise OutputError(finding("ten-sai-duoi", tep=path, duoi=words, vi_du=known[0]))
    try:
        if path.exists() and any(item.exists() and path.samefile(item) for item in inputs):
            raise OutputError(finding("ghi-vao-dau-vao", tep=path))
        _refuse(path, overwrite)
    except (OSError, ValueError) as fault:
        raise OutputError(_explain(path, fault)) from fault


def _refuse(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise OutputError(finding("thu-muc-khong-co", thu_muc=path.parent))
    if path.is_dir():
        raise OutputError(finding("khong-ghi-duoc", tep=path, ly_do="đó là một thư mục"))
    if path.exists() and not overwrite:
        raise OutputError(finding("tep-da-co", tep=path))
    if any(item.exists() and not os.access(item, os.W_OK) for item in (path.parent, path)):
        raise OutputError(finding("khong-duoc-ghi", tep=path))
    if _is_open(path):
        raise OutputError(finding("tep-dang-mo", tep=path))


def _is_open(path: Path) -> bool:
    """Whether Word ("~$name", in long names without the first two letters) or LibreOffice left its lock.

    A shortened lock fits every name that differs in those two letters alone: it says nothing of a file that
    is not there yet, and of those that are there any may be the open one.
    """
    if not path.exists():
        return False
    name = path.name
    locks = ("~$" + name, "~$" + name[2:], f".~lock.{name}#")
    return any((path.parent / lock).exists() for lock in locks)


def _write_beside(path: Path, data: bytes, overwrite: bool) -> None:
    _sweep(path.parent)
    handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, _mode_of(path))
        _move(temporary, path, data, overwrite)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def _sweep(folder: Path) -> None:
    """Remove old temporary files, once an hour; one that another run removes first, or that is not ours to
    remove, stays nobody's trouble: the result can be written all the same.
    """
    now = time.time()
    if 0 <= now - _swept.get(folder, 0) < _SWEEP_AGAIN:
        return
    if len(_swept) >= _FOLDERS:
        _swept.clear()
    _swept[folder] = now
    oldest = now - _LEFT_BEHIND
    with contextlib.suppress(OSError):
        for item in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                if item.lstat().st_mtime < oldest:
                    item.unlink()


def _mode_of(path: Path) -> int:
    """The mode of the file that is replaced, or that of the usual new file."""
    with contextlib.suppress(FileNotFoundError):
        return stat.S_IMODE(path.stat().st_mode)
    return 0o644


def _move(temporary: str, path: Path, data: bytes, overwrite: bool) -> None:
    if overwrite:
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links (FAT, some shares): the exclusive open keeps the promise
        with path.open("xb") as stream:
            stream.write(data)


def _explain(path: Path, fault: OSError | ValueError) -> Finding:
    if isinstance(fault, FileExistsError):
        return finding("tep-da-co", tep=path) if path.exists() else finding("lien-ket-dut", tep=path)
    if isinstance(fault, IsADirectoryError):
        return finding("khong-ghi-duoc", tep=fault.filename or path, ly_do="đó là một thư mục")
    number = getattr(fault, "errno", None)
    if number in (errno.ENOSPC, errno.EDQUOT):
        return finding("het-cho-trong", tep=path)
    if getattr(fault, "winerror", 0) in (32, 33):
        return finding("tep-dang-mo", tep=path)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return finding("khong-duoc-ghi", tep=path)
    return finding("khong-ghi-duoc", tep=path, ly_do=_reason(fault))


def _reason(fault: OSError | ValueError) -> str:
    if getattr(fault, "errno", None) == errno.ENAMETOOLONG:
        return "tên quá dài"
    return "hệ điều hành không nhận tên hoặc nơi ghi này"
