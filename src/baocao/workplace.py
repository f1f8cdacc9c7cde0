"""The working folder of a unit, made by `baocao khoi-tao`: where profile, data, templates and results stand.

don-vi.yaml         the unit profile
so-lieu/2026.yaml   the data of a year; or so-lieu/2026/<unit>.yaml, perhaps deeper
mau/<pack>/…        the unit's own templates; mau/_manh/ holds the fragments they share
ket-qua/            the reports
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import DataError, Where, finding
from baocao.vietnamese.text import nfc

PROFILE_FILE = "don-vi.yaml"
DATA_FOLDER = "so-lieu"
TEMPLATE_FOLDER = "mau"
FRAGMENT_FOLDER = "_manh"
RESULT_FOLDER = "ket-qua"

NOTEPAD_SUFFIX = ".txt"
BOOK_SUFFIXES = (".xlsx", ".xls", ".ods")
WORDS_SUFFIX = ".md"
DATA_SUFFIXES = (".yaml", ".yml", ".json", WORDS_SUFFIX, *BOOK_SUFFIXES)

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PERIOD = re.compile(r"""(?<![\w.])["']?ky["']?\s*:""")
_NO_FIGURES = re.compile(
    r"""^so_lieu:[ \t]*(?:#.*)?\n(?:[ \t]*(?:[\w."']+:[ \t]*)?(?:#.*)?(?:\n|\Z))*\Z""", re.MULTILINE
)
"""The end of a text whose figures have only names and remarks."""
_NO_WORDS = re.compile(r"^so:[ \t]*\n(?:[ \t]*(?:#.*)?\n)*-{3}[ \t]*\n\s*CẦN ĐIỀN", re.MULTILINE)
"""The middle of a text file as `khoi-tao` makes it: no figure, and words still to be written."""
_BARE = re.compile(r"[\w./\\:~-]+")
_HIDDEN = (".", "~")
"""How the names of hidden files and of the lock files of office programs begin."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """A working folder. `root` is absolute when the search began at an absolute path, else relative to the
    current folder, so that what is printed stays short. Only `profile` is sure to exist.
    """

    root: Path

    @property
    def profile(self) -> Path:
        """The unit profile."""
        return self.root / PROFILE_FILE

    @property
    def data_folder(self) -> Path:
        """Where the data files stand."""
        return self.root / DATA_FOLDER

    @property
    def template_folder(self) -> Path:
        """Where the unit's own templates stand, one folder a pack."""
        return self.root / TEMPLATE_FOLDER

    @property
    def fragment_folder(self) -> Path:
        """Where the fragments stand that several templates include."""
        return self.template_folder / FRAGMENT_FOLDER

    @property
    def result_folder(self) -> Path:
        """Where the reports go."""
        return self.root / RESULT_FOLDER

    @property
    def keeps_results(self) -> bool:
        """Whether reports go to `result_folder`: not in a folder that only holds a profile and data."""
        return self.data_folder.is_dir() or self.result_folder.is_dir()

    def data_files(self) -> tuple[Path, ...]:
        """The data files, also in folders of years, by name. Raises `DataError` when one may not be read."""
        return tuple(
            sorted(file for file in _files(self.data_folder) if may_hold_data(file) and file.is_file())
        )

    def passed_over(self) -> tuple[Path, ...]:
        """The files among the data, also in folders of years, that were meant as data files, it seems,
        but are none: words without entries on top, and those that Notepad gave its own suffix. Raises as
        `data_files`.
        """
        return tuple(sorted(file for file in _files(self.data_folder) if is_meant(file) and file.is_file()))

    def newer_passed_over(self, data: Path) -> tuple[Path, ...]:
        """Of `passed_over` the files of a data file's own year and of later ones that it does not name, as it
        names the texts it takes in; a workbook may name any of its own year. Of the same year a deeper file
        would not have been chosen either. Raises as `data_files`.
        """
        year, is_book = self.year_of(data), data.suffix.lower() in BOOK_SUFFIXES
        first = year + 1 if is_book or not year else year
        named = "" if is_book else nfc(_text_of(data))
        return tuple(
            file
            for file in self.passed_over()
            if (told := self.year_of(file)) >= first
            and (told > year or len(file.parts) <= len(data.parts))
            and not _names(named, file)
        )

    def newest_data(self) -> tuple[Path, ...]:
        """The data files of the latest year that a name tells; those without a year come last.

        Of files at several depths (a unit's own, and those of the units below it) the outermost. A workbook
        that another of them names is only its source, a text that states no period (`ky`) no report of its
        own: what a roll-up is given with --kem. A text still without figures, as `khoi-tao` makes it, gives
        way to a filled one. Empty when there is no data file; more than one when a year has several.
        Raises as `data_files`.
        """
        years = {file: self.year_of(file) for file in self.data_files()}
        latest = max(years.values(), default=0)
        of_year = [file for file, year in years.items() if year == latest]
        depth = min((len(file.parts) for file in of_year), default=0)
        outer = [file for file in of_year if len(file.parts) == depth]
        return _without_blanks(_without_parts(_without_sources(outer)))

    def year_of(self, file: Path) -> int:
        """The year in a data file's name, else in that of the nearest folder, 0 when there is none: 2026 for
        "2026-quy-1.yaml" and "2026/xa/tan-phu.yaml".
        """
        inside = file.relative_to(self.data_folder)
        return next((year for path in (inside, *inside.parents) if (year := year_of(path))), 0)

    def name_of(self, file: Path) -> str:
        """A data file as seen from the folder of data."""
        return file.relative_to(self.data_folder).as_posix()


def year_of(file: Path) -> int:
    """The last year in a data file's name, 0 when it has none: 2026 for "2026-quy-1.yaml"."""
    years = _YEAR.findall(file.stem)
    return int(years[-1]) if years else 0


def may_hold_data(file: Path) -> bool:
    """Whether a file is one of data by its name; one of words needs its entries on top, too, for a folder
    may hold other notes and the texts that data files name.
    """
    suffix = file.suffix.lower()
    if suffix != WORDS_SUFFIX:
        return suffix in DATA_SUFFIXES
    from baocao.source.markdown_reader import holds_entries

    return holds_entries(file)


def is_meant(file: Path) -> bool:
    """Whether a file was meant as data, it seems, but is none: as `Workplace.passed_over` says."""
    suffix = file.suffix.lower()
    notepad = suffix == NOTEPAD_SUFFIX and file.with_suffix("").suffix.lower() in DATA_SUFFIXES
    return notepad or (suffix == WORDS_SUFFIX and not may_hold_data(file))


def find_workplace(start: Path) -> Workplace | None:
    """The working folder that a file or folder lies in: the nearest folder upwards with a don-vi.yaml.

    Above the start itself the folder must also hold one of the other folders of a working folder: a lone
    profile far up is no reason to print that unit's name. What may not be looked into is none.
    """
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if _is_working_folder(folder, sure=folder == here):
            return Workplace(folder if start.is_absolute() else Path(os.path.relpath(folder)))
    return None


def working_folder_around(folder: Path) -> Workplace | None:
    """The working folder in whose data, templates or results a folder lies; None for any other folder.

    The folder itself need not be there. Its root is as `find_workplace` gives it.
    """
    here = Path(os.path.abspath(folder))
    for inner, root in zip((here, *here.parents), here.parents, strict=False):
        if inner.name in (DATA_FOLDER, TEMPLATE_FOLDER, RESULT_FOLDER) and _is_working_folder(
            root, sure=True
        ):
            return Workplace(root if folder.is_absolute() else Path(os.path.relpath(root)))
    return None


def name_of(folder: Path) -> str:
    """A folder as a reader knows it: as typed, or its own name when that was "." or ".."."""
    return str(folder) if folder.name not in ("", "..") else folder.resolve().name or str(folder.resolve())


def in_shell(path: Path) -> str:
    """A path as it is typed on the command line of Windows and Linux: in quotes when it needs them."""
    text = str(path)
    return text if _BARE.fullmatch(text) else f'"{text}"'


def _is_working_folder(folder: Path, *, sure: bool) -> bool:
    try:
        return (folder / PROFILE_FILE).is_file() and (
            sure or any((folder / name).is_dir() for name in (DATA_FOLDER, TEMPLATE_FOLDER, RESULT_FOLDER))
        )
    except (OSError, ValueError):
        return False


def _files(folder: Path, *, in_year: bool = False) -> Iterator[Path]:
    """What stands in a folder and in the folders of years in it, unless it is hidden; inside those every
    folder counts.
    """
    for entry in _entries(folder):
        if entry.name.startswith(_HIDDEN):
            continue
        if entry.is_dir() and not entry.is_symlink():
            if in_year or year_of(entry):
                yield from _files(entry, in_year=True)
        else:
            yield entry


def _names(text: str, file: Path) -> bool:
    """Whether a text names a file, not one whose longer name holds that name."""
    return re.search(rf"(?<![\w.-]){re.escape(nfc(file.name))}(?![\w-]|\.\w)", text) is not None


def _without_sources(files: Sequence[Path]) -> tuple[Path, ...]:
    """Data files without the workbooks that others of them take their figures from."""
    books = [file for file in files if file.suffix.lower() in BOOK_SUFFIXES]
    if not books or len(files) == 1:
        return tuple(files)
    texts = [nfc(_text_of(file)) for file in files if file not in books]
    named = {book for book in books if any(nfc(book.name) in text for text in texts)}
    return tuple(file for file in files if file not in named)


def _without_parts(files: Sequence[Path]) -> tuple[Path, ...]:
    """Data files without the texts that state no period, unless none does."""
    if len(files) < 2:
        return tuple(files)
    stating = tuple(
        file for file in files if file.suffix.lower() in BOOK_SUFFIXES or _PERIOD.search(_text_of(file))
    )
    return stating or tuple(files)


def _without_blanks(files: Sequence[Path]) -> tuple[Path, ...]:
    """Data files without the texts in which no figure is typed yet, unless that leaves none."""
    if len(files) < 2:
        return tuple(files)
    filled = tuple(
        file for file in files if file.suffix.lower() in BOOK_SUFFIXES or not _is_blank(_text_of(file))
    )
    return filled or tuple(files)


def _is_blank(text: str) -> bool:
    return bool(_NO_FIGURES.search(text) or _NO_WORDS.search(nfc(text)))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace")
    except OSError:  # told when it is read as data
        return ""


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir()) if folder.is_dir() else []
    except PermissionError:
        where = Where(str(folder))
        raise DataError(
            finding("tep-khong-doc-duoc", where, tep=folder, ly_do="máy không cho phép đọc")
        ) from None
