"""Which Word files are meant by the files and folders that are named."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.errors import DataError, Where, finding

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
"""Of the files of a folder that are looked at."""
_OTHER_PAPERS = (".doc", ".pdf", ".odt", ".rtf")
"""Of documents that cannot be checked as they are."""


@dataclass(frozen=True, slots=True)
class Document:
    """A Word file to look at. name: where its copies go below a folder for copies."""

    path: Path
    name: Path


@dataclass(frozen=True, slots=True)
class Meant:
    """The documents that are meant. passed: files of the folders that are papers of another kind."""

    documents: tuple[Document, ...]
    passed: tuple[Path, ...] = ()


def documents_of(named: Sequence[Path], leave_out: Sequence[Path] = ()) -> Meant:
    """The files that are meant: those named, and the Word files of folders and of the folders in them.

    Locks of office programs and hidden files of folders are left out, and what stands in the folders
    `leave_out` (results of an earlier run). A file named twice stands once; files of one name from several
    folders keep so much of their folders that their copies differ. Raises `DataError` for a folder without
    any Word file.
    """
    found: dict[Path, Document] = {}
    passed: list[Path] = []
    apart = [folder.resolve() for folder in leave_out]
    for path in named:
        if not path.is_dir():
            found.setdefault(path.resolve(), Document(path, Path(path.name)))
            continue
        files = [file for file in sorted(_inside(path)) if not set(file.resolve().parents) & set(apart)]
        word = [file for file in files if file.suffix.lower() in SUFFIXES]
        if not word:
            raise DataError(finding("thu-muc-khong-van-ban", Where(str(path))))
        passed += [file for file in files if file.suffix.lower() in _OTHER_PAPERS]
        for file in word:
            found.setdefault(file.resolve(), Document(file, file.relative_to(path)))
    return Meant(tuple(_told_apart(found)), tuple(passed))


def _told_apart(found: dict[Path, Document]) -> Iterator[Document]:
    """The documents with names of their own, whatever the letters' case."""
    names = Counter(str(document.name).lower() for document in found.values())
    if max(names.values(), default=0) < 2:
        yield from found.values()
        return
    above = Path(os.path.commonpath([file.parent for file in found]))
    for file, document in found.items():
        yield replace(document, name=file.relative_to(above))


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(step.startswith((".", "~")) for step in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path
