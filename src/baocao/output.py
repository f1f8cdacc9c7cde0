"""Writing a result: beside its target, then renamed; never over a file that was there, unless asked."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from baocao.errors import Finding, OutputError, finding


def write_result(path: Path, data: bytes, *, overwrite: bool = False) -> None:
    """Write `data` to `path` whole or not at all.

    Raises `OutputError` when the file exists and `overwrite` is off, is open in an office program, or cannot
    be written (folder missing, rights, full disk). An interrupt leaves no half file behind.
    """
    _refuse_before_writing(path, overwrite)
    try:
        _write_beside(path, data, overwrite)
    except OSError as fault:
        raise OutputError(_explain(path, fault)) from fault


def check_target(path: Path, *, overwrite: bool) -> None:
    """Raise the `OutputError` that writing to `path` would meet anyway, before the work is done."""
    _refuse_before_writing(path, overwrite)


def _refuse_before_writing(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise OutputError(finding("thu-muc-khong-co", thu_muc=path.parent))
    if path.is_dir():
        raise OutputError(finding("khong-ghi-duoc", tep=path, ly_do="đó là một thư mục"))
    if path.exists() and not overwrite:
        raise OutputError(finding("tep-da-co", tep=path))
    if _is_open(path):
        raise OutputError(finding("tep-dang-mo", tep=path))


def _is_open(path: Path) -> bool:
    """Whether Word ("~$name", in long names without the first two letters) or LibreOffice left its lock."""
    name = path.name
    locks = ("~$" + name, "~$" + name[2:], f".~lock.{name}#")
    return any((path.parent / lock).exists() for lock in locks)


def _write_beside(path: Path, data: bytes, overwrite: bool) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".baocao-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        _move(temporary, path, overwrite)
    finally:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(temporary)


def _move(temporary: str, path: Path, overwrite: bool) -> None:
    if overwrite or not hasattr(os, "link"):
        os.replace(temporary, path)
        return
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except OSError:
        os.replace(temporary, path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _explain(path: Path, fault: OSError) -> Finding:
    if isinstance(fault, FileExistsError):
        return finding("tep-da-co", tep=path)
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return finding("het-cho-trong", tep=path)
    if getattr(fault, "winerror", 0) in (5, 32, 33) and path.exists():
        return finding("tep-dang-mo", tep=path)
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return finding("khong-duoc-ghi", tep=path)
    return finding("khong-ghi-duoc", tep=path, ly_do=fault.strerror or str(fault))
