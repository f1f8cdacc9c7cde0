"""Commands over many files: which ones are meant, and a fault of the program that keeps no other waiting."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from baocao.errors import InternalError, Where, finding


def named_files(typed: Sequence[Path]) -> tuple[Path, ...]:
    """The files that are meant by what was typed: Windows leaves "*.docx" to the program. Among several, the
    locks that office programs keep beside open files are left out.
    """
    from glob import glob

    from baocao.review import is_lock

    found: list[Path] = []
    for path in typed:
        matched = [] if os.path.exists(path) else sorted(map(Path, glob(str(path))))
        found += matched or [path]
    kept = tuple(path for path in found if not is_lock(path))
    return kept if kept and len(found) > 1 else tuple(found)


def debugging() -> bool:
    """Whether somebody looks for a fault of the program and wants to see where it is raised."""
    return bool(os.environ.get("BAOCAO_DEBUG"))


def own_fault(path: Path, fault: Exception) -> InternalError:
    """A fault of the program over one file, to be told with that file."""
    reason = f"{type(fault).__name__}: {fault}"
    return InternalError(finding("soat-loi-chuong-trinh", Where(str(path)), ly_do=reason))
