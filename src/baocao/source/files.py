"""A path -> its tree: the one way in for every YAML, JSON and Markdown file."""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from baocao.errors import BaocaoError, DataError, Finding, Where, finding
from baocao.source.encoding import decode
from baocao.source.raw import Reading, nothing

LARGEST = 20 * 1024 * 1024
"""The greatest size of a data file in bytes."""

_MOST_TREES = 16


class Trees:
    """The trees of the files read last, for readers that read some files again and again."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Reading] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, file: str, digest: str) -> Reading | None:
        """What was read of a file with the same content."""
        found = self._kept.pop((file, digest), None)
        if found is not None:
            self._kept[file, digest] = found
        return found

    def keep(self, file: str, digest: str, reading: Reading) -> None:
        """Keep what was read; the one that nobody asked for longest makes room."""
        self._kept[file, digest] = reading
        if len(self._kept) > _MOST_TREES:
            del self._kept[next(iter(self._kept))]


_Watch = tuple[dict[str, str], Trees | None]
_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)

_ANY_DATA = frozenset({".yaml", ".yml", ".json", ".xlsx", ".xls", ".ods", ".md"})


@contextmanager
def files_loaded(trees: Trees | None = None) -> Iterator[dict[str, str]]:
    """Every file that is loaded meanwhile: its path and the SHA-256 of what was read; "" of none.

    Whoever keeps such a record knows what a result was made from, even if the file was changed right after.
    trees: a text that is loaded again with the same content is not taken apart again.
    """
    seen: dict[str, str] = {}
    token = _watch.set((seen, trees))
    try:
        yield seen
    finally:
        _watch.reset(token)


def read_tree(path: Path, named_at: Where | None = None) -> Reading:
    """Read a YAML, JSON or Markdown file (its suffix decides). `named_at`: the place that names it."""
    file = str(path)
    try:
        data = load(path, named_at or Where(file))
        return _kept_tree(path, data) or _tree(path, data)
    except BaocaoError as fault:
        return nothing(file, *fault.findings)


def read_words(path: Path, named_at: Where | None = None) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file in NFC, and remarks on how it was typed. named_at: as of `read_tree`.

    Raises `DataError` for a file that cannot be read, is of another kind or in another encoding.
    """
    file = str(path)
    return _composed(decode(load(path, named_at or Where(file)), file), file)


def _kept_tree(path: Path, data: bytes) -> Reading | None:
    """The tree of a loaded file as it was read before; else it is kept. None when nobody keeps any."""
    seen, trees = _watch.get() or ({}, None)
    if trees is None:
        return None
    file, digest = str(path), seen[str(path)]
    found = trees.get(file, digest)
    if found is None:
        found = _tree(path, data)
        trees.keep(file, digest, found)
    return found


def _tree(path: Path, data: bytes) -> Reading:
    file = str(path)
    text = decode(data, file)
    composed, found = _composed(text, file)
    suffix = path.suffix.lower()
    reading = read_text(composed, file, json=suffix == ".json", markdown=suffix == ".md")
    return Reading(reading.value, found + reading.findings)


def read_text(text: str, file: str, *, json: bool = False, markdown: bool = False) -> Reading:
    """Read the text of a file called `file`, in YAML unless another format is meant; NFC is expected."""
    if not text.strip():
        return nothing(file, finding("tep-rong", Where(file), tep=file))
    reading = _reader(json, markdown)(text, file)
    if reading.readable or reading.findings:
        return reading
    return nothing(file, finding("tep-rong", Where(file), tep=file))


def _reader(json: bool, markdown: bool) -> Callable[[str, str], Reading]:
    """The reader of the format; only the one that is needed is imported."""
    if json:
        from baocao.source.json_reader import read_json

        return read_json
    if markdown:
        from baocao.source.markdown_reader import read_markdown

        return read_markdown
    from baocao.source.yaml_reader import read_yaml

    return read_yaml


def load(path: Path, where: Where) -> bytes:
    """The bytes of a file named at `where`. Raises `DataError` when it is no plain file of sensible size."""
    watch = _watch.get()
    if watch is None:
        return _load(path, where)
    seen = watch[0]
    seen[str(path)] = ""
    data = _load(path, where)
    seen[str(path)] = hashlib.sha256(data).hexdigest()
    return data


def _load(path: Path, where: Where) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise DataError(finding("tep-la-thu-muc", where, tep=path))
        if not stat.S_ISREG(status.st_mode):
            raise DataError(finding("tep-khong-doc-duoc", where, tep=path, ly_do="đây không phải tệp thường"))
        if status.st_size > LARGEST:
            raise DataError(finding("tep-qua-lon", where, tep=path, mb=status.st_size // 1024**2 + 1))
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise DataError(_missing(path, where)) from None
    except PermissionError:
        raise DataError(
            finding("tep-khong-doc-duoc", where, tep=path, ly_do="máy không cho phép đọc")
        ) from None
    except (OSError, ValueError):
        raise DataError(
            finding("tep-khong-doc-duoc", where, tep=path, ly_do="tên tệp hoặc ổ đĩa có vấn đề")
        ) from None


def _missing(path: Path, where: Where) -> Finding:
    """The finding for a file that is not there; names the file of that folder which looks most like it."""
    from baocao.vietnamese.text import nearest_file

    if path.is_symlink():
        return finding("tep-khong-doc-duoc", where, tep=path, ly_do="đây là liên kết tới một tệp không còn")
    try:
        beside = [item.name for item in path.parent.iterdir() if item.suffix.lower() in _ANY_DATA]
    except OSError:
        beside = []
    near = nearest_file(path.name, beside)
    hint = f" Có phải tệp «{near}» không?" if near else ""
    named = "" if where.file == str(path) else "; tệp này được tìm từ thư mục chứa tệp số liệu"
    return finding("tep-khong-co", where, tep=path, goi_y=hint, noi_tim=named)


def _composed(text: str, file: str) -> tuple[str, tuple[Finding, ...]]:
    """The text in NFC, with a remark when it was typed with separate tone marks."""
    if unicodedata.is_normalized("NFC", text):
        return text, ()
    return unicodedata.normalize("NFC", text), (finding("chu-to-hop", Where(file), tep=file),)
