"""Digests that tell whether a report would come out the same: of files, what is beside them, the program.

An input of a report is a pair of name and digest. Names begin with what they are of:

    tep <path>      the bytes of a file; "" when there is none
    canh <path>     the data files of that name whatever their suffix: where another year's figures may appear
    goi <folder>    the files of a pack, or the fragments, in a folder
    ho-so <folder>  which unit profile a data file in that folder takes when it names none
    dong            what a unit's cells say in a workbook that other units may share
    o               the row of those cells, of a report with findings: they name cells; "" of a file that is
                    of one unit, whose report is made anew then
    soat            the report was audited
    trang           the LibreOffice that told the pages of its table of contents; "" when none did

Paths are seen from the folder of the results: both may be moved together. Built-in packs are "<goi-san>/…".
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable
from functools import cache, cached_property
from pathlib import Path

from baocao.batch.jobs import Job, Settings
from baocao.batch.outcome import Pair
from baocao.packs.finder import builtin_folder
from baocao.packs.shelves import FRAGMENTS
from baocao.version import __version__
from baocao.workplace import DATA_SUFFIXES, find_workplace

FILE, BESIDE, PACK, PROFILE = "tep", "canh", "goi", "ho-so"
ROW, CELLS = "dong", "o"
AUDITED: Pair = ("soat", "")
PAGES = "trang"

_BUILTIN = "<goi-san>"
_PACK_FILES = ("goi.yaml", "chi-tieu.yaml", "mau.docx")
_MOST_KEPT = 20_000
_State = tuple[int, int, int, int]
_kept: dict[str, tuple[_State, str]] = {}
"""Digests of files by path, as long as they have the same state; of this process."""


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of_pairs(pairs: Iterable[Pair]) -> str:
    """One digest of several."""
    text = "\n".join(f"{name}\t{value}" for name, value in pairs)
    return digest(text.encode(errors="surrogatepass"))


class Digests:
    """Digests as the disk has them now. Each is looked up once in the life of an instance."""

    def __init__(self, results: str) -> None:
        self._results = os.path.abspath(results)
        self._known: dict[str, str] = {}
        self._called: dict[str, str] = {}
        self._entries: dict[str, frozenset[str]] = {}

    def pair(self, kind: str, path: Path | str) -> Pair:
        """The input of that kind at a path."""
        name = f"{kind} {self._named(str(path))}"
        return name, self.now(name)

    def name(self, kind: str, path: Path | str) -> str:
        """How an input is called."""
        return f"{kind} {self._named(str(path))}"

    def now(self, name: str) -> str:
        """The digest of an input by its name, which has a path."""
        if name not in self._known:
            kind, _, path = name.partition(" ")
            lookup = {FILE: self._file, BESIDE: self._beside, PACK: self._pack, PROFILE: self._profile}
            self._known[name] = lookup[kind](self._path(path))
        return self._known[name]

    @cached_property
    def libreoffice(self) -> str:
        """The LibreOffice of this machine; "" without one."""
        from baocao.pdf.office import libreoffice_build

        build = libreoffice_build()
        return build and digest(build.encode())

    def has(self, folder: Path | str, name: str) -> bool:
        """Whether a folder holds an entry of that name."""
        return os.path.normcase(name) in self._names(str(folder))

    def asked(self, job: Job) -> tuple[str, ...]:
        """What a job names, as an input is called."""
        pack = self._named(job.pack) if os.path.isabs(job.pack) else job.pack
        return self._named(job.file), job.unit and self._named(job.unit), pack, job.name

    def _named(self, path: str) -> str:
        if path not in self._called:
            self._called[path] = self._name_of(path)
        return self._called[path]

    def _name_of(self, path: str) -> str:
        folder = _builtin()
        if path == folder or path.startswith(folder + os.sep):
            return _BUILTIN + path[len(folder) :].replace(os.sep, "/")
        try:
            return os.path.relpath(path, self._results).replace(os.sep, "/")
        except ValueError:  # another drive of Windows
            return os.path.abspath(path).replace(os.sep, "/")

    def _path(self, named: str) -> str:
        if named.startswith(_BUILTIN):
            return _builtin() + named[len(_BUILTIN) :].replace("/", os.sep)
        return os.path.normpath(os.path.join(self._results, named))

    def _file(self, path: str) -> str:
        try:
            status = os.stat(path)
            state = status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
            known = _kept.get(path)
            if known is not None and known[0] == state:
                return known[1]
            if not stat.S_ISREG(status.st_mode):  # a pipe is waited for, a device never ends
                return ""
            with open(path, "rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return ""
        if len(_kept) >= _MOST_KEPT:
            _kept.clear()
        _kept[path] = state, found
        return found

    def _beside(self, stem: str) -> str:
        folder, name = os.path.split(stem)
        there = self._names(folder)
        files = [name + suffix for suffix in DATA_SUFFIXES if os.path.normcase(name + suffix) in there]
        return self._of_files(folder, files)

    def _pack(self, folder: str) -> str:
        there = self._names(folder)
        if os.path.basename(folder) == FRAGMENTS:
            files = sorted(name for name in there if name.lower().endswith(".docx") and name[0] not in "~.")
        else:
            files = [name for name in _PACK_FILES if name in there]
        return self._of_files(folder, files)

    def _of_files(self, folder: str, names: list[str]) -> str:
        pairs = [(name, self._file(os.path.join(folder, name))) for name in names]
        return digest_of_pairs(pairs) if pairs else ""

    def _profile(self, folder: str) -> str:
        place = find_workplace(Path(folder))
        return "" if place is None else digest(self._named(str(place.root)).encode(errors="surrogatepass"))

    def _names(self, folder: str) -> frozenset[str]:
        if folder not in self._entries:
            try:
                self._entries[folder] = frozenset(map(os.path.normcase, os.listdir(folder)))
            except (OSError, ValueError):
                self._entries[folder] = frozenset()
        return self._entries[folder]


def key_of(inputs: Iterable[Pair], job: Job, settings: Settings, digests: Digests) -> str:
    """The digest of all that decides a report: its inputs, what the job and the run ask for, the program.

    The pattern of the names counts: a report that is to be called otherwise is made anew. The versions of the
    libraries do not: a new lxml or zlib alone is no reason to make thousands of reports again.
    """
    asked = (*digests.asked(job), settings.pattern, settings.draft, settings.strict)
    return digest_of_pairs((*inputs, ("chuong-trinh", program()), ("yeu-cau", repr(asked))))


@cache
def program() -> str:
    """The program by its version and by the files it consists of, for it may be mended in its place."""
    package = Path(__file__).resolve().parents[1]
    files = (file for file in package.rglob("*") if file.suffix in _OF_PROGRAM and file.is_file())
    pairs = sorted((file.relative_to(package).as_posix(), digest(file.read_bytes())) for file in files)
    return digest_of_pairs((("phien-ban", __version__), *pairs))


_OF_PROGRAM = (".py", ".yaml", ".csv", ".json")


@cache
def _builtin() -> str:
    return str(builtin_folder())
