"""The data files below a folder, and what is passed by there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from baocao.batch.jobs import INNER
from baocao.batch.sources.wording import some_of
from baocao.errors import BaocaoError, Finding, Where, finding
from baocao.intake.references import file_entries
from baocao.source.encoding import decode
from baocao.source.files import load, read_tree
from baocao.vietnamese.text import nfc
from baocao.workplace import (
    BOOK_SUFFIXES,
    PROFILE_FILE,
    RESULT_FOLDER,
    TEMPLATE_FOLDER,
    is_meant,
    may_hold_data,
)

_HIDDEN = (".", "~")
_OWN_TABLES = re.compile(r"ket-qua(?:-\d+-\d+)?(?: \(\d+\))?\.xlsx")
"""The table that a run leaves in the folder of its results."""
_IS_DATA = re.compile(r"""(?:^|[{,])[ \t]*["']?(?:goi|ky|bang_tinh)["']?[ \t]*:""", re.MULTILINE)
"""What a data file states and other texts of an office, such as those that a roll-up is given, do not."""
_TABLE = re.compile(r"""\bcot_don_vi["']?[ \t]*:""")
_SUFFIX = re.compile(r"""\.(?:xlsx|xls|ods|ya?ml|json|md)(?=[\s"',}\]#]|\Z)""", re.IGNORECASE)
_BEFORE_NAME = re.compile(r"""[\n"',{\[]|:\s|-\s""")
_LONGEST_NAME = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A data file. name: as seen from its source, with "/". may_be_table: it may map a table of units."""

    path: Path
    name: str
    may_be_table: bool = False

    @classmethod
    def looked_into(cls, path: Path, name: str) -> Found:
        """A file that was named itself."""
        return cls(path, name, _TABLE.search(_text(path) or "") is not None)


def files_below(folder: Path) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """The data files of a folder and of those in it, by path, and remarks on what was passed by.

    Left out are hidden files, unit profiles, folders of templates and of results, files that another data
    file takes its figures from, and texts that are no data of a period.
    """
    told: list[Finding] = []
    files: list[Found] = []
    naming: list[tuple[Path, set[str]]] = []
    others: list[Path] = []
    meant: list[Path] = []
    for path in _walk(folder, told):
        if not may_hold_data(path):
            meant.append(path)
            continue
        name = path.relative_to(folder).as_posix()
        text = None if path.suffix.lower() in BOOK_SUFFIXES else _text(path)
        if text is not None and not _IS_DATA.search(text):
            others.append(path)
            continue
        files.append(Found(path, name, text is not None and _TABLE.search(text) is not None))
        naming.append((path, set(_like_names(text or "", path.parent))))
    sources = _sources(naming, {_key(path) for path in (*others, *(item.path for item in files))})
    kept = tuple(item for item in files if _key(item.path) not in sources)
    named = [item.name for item in files if _key(item.path) in sources]
    unknown = [path.relative_to(folder).as_posix() for path in others if _key(path) not in sources]
    told += _passed_by(folder, named, "tệp số liệu khác đã lấy số ở đó")
    told += _passed_by(folder, unknown, "không có mục ky (kỳ báo cáo) nên không phải tệp số liệu")
    told += _meant_as_data(folder, meant, {key for _, names in naming for key in names})
    return kept, tuple(told)


def _meant_as_data(folder: Path, meant: Iterable[Path], named: set[str]) -> Iterator[Finding]:
    """One remark on the files that were meant as data, it seems, but for those that data files name."""
    names = [path.relative_to(folder).as_posix() for path in meant if _key(path) not in named]
    if names:
        listed = some_of(names, "tệp")
        yield finding("hang-loat-chua-la-so-lieu", Where(str(folder)), so=len(names), cac_tep=listed)


def _sources(naming: Iterable[tuple[Path, set[str]]], there: set[str]) -> set[str]:
    """Those of the files in the folder that another data file is read from. Only data files that seem
    to name one of them are taken apart.
    """
    found: set[str] = set()
    for path, names in naming:
        if names & there:
            entries = file_entries(read_tree(path).value).values()
            named = {_key(path.parent / raw.text.strip()) for raw in entries}
            found.update(named - {_key(path)})
    return found


def _walk(folder: Path, told: list[Finding]) -> Iterator[Path]:
    """What may be data or was meant as such, by path. A link that leads nowhere is handed on as well: its
    unit is told to be without data when the report is to be made.
    """
    links: list[str] = []
    waiting = _entries(folder, told)
    while waiting:
        entry = waiting.pop()
        path = Path(entry.path)
        if not _is_folder(entry):
            if (may_hold_data(path) or is_meant(path)) and entry.name != PROFILE_FILE:
                yield path
        elif entry.name in (RESULT_FOLDER, TEMPLATE_FOLDER) or os.path.isdir(path / INNER):
            continue
        elif entry.is_symlink():
            links.append(path.relative_to(folder).as_posix())
        else:
            waiting += _entries(path, told)
    told += _passed_by(folder, links, "đó là liên kết tới thư mục khác")


def _entries(folder: Path, told: list[Finding]) -> list[os.DirEntry[str]]:
    """What a folder holds but for hidden files and tables of ours, the first one at the end."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda item: item.name, reverse=True)
    except OSError:
        where = Where(str(folder))
        told.append(finding("tep-khong-doc-duoc", where, tep=folder, ly_do="máy không cho phép đọc"))
        return []
    holds_results = any(entry.name == INNER for entry in entries)
    return [
        entry
        for entry in entries
        if not entry.name.startswith(_HIDDEN) and not (holds_results and _OWN_TABLES.fullmatch(entry.name))
    ]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself
        return False


def _text(path: Path) -> str | None:
    """The text of a file; None when it is none or cannot be read, which is told when the report is made."""
    if path.suffix.lower() in BOOK_SUFFIXES:
        return None
    try:
        return nfc(decode(load(path, Where(str(path))), str(path)))
    except BaocaoError:
        return None


def _like_names(text: str, folder: Path) -> Iterator[str]:
    """What looks like the name of a file in a text."""
    for suffix in _SUFFIX.finditer(text):
        before = text[max(0, suffix.start() - _LONGEST_NAME) : suffix.start()]
        starts = [found.end() for found in _BEFORE_NAME.finditer(before)]
        name = before[starts[-1] if starts else 0 :].strip()
        if name:
            yield _key(folder / (name + suffix[0]))


def _key(path: Path) -> str:
    return nfc(os.path.normcase(os.path.abspath(path)))


def _passed_by(folder: Path, names: list[str], reason: str) -> Iterator[Finding]:
    if names:
        listed = some_of(names, "tệp")
        yield finding("hang-loat-bo-qua", Where(str(folder)), so=len(names), cac_tep=listed, ly_do=reason)
