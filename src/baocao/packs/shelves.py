"""The folders that hold packs and fragments, most specific first: a unit's, its parents', built-in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import PackError, Where, finding
from baocao.packs.manifest import PACK_ID
from baocao.packs.pack import Fragment, Layer, Origin
from baocao.packs.reader import CATALOGUE_FILE, MANIFEST_FILE
from baocao.vietnamese.text import nfc

UNIT_PACKS = "mau"
"""The folder beside a unit's profile that holds its own templates, one folder a pack."""

FRAGMENTS = "_manh"
"""The folder among the packs that holds the fragments a template may include, one Word file each."""

ORIGINAL = "goc"
"""The folder in a unit's own pack folder that keeps the pack as it was when the unit copied it."""

_PACK_FILES = (MANIFEST_FILE, CATALOGUE_FILE, "noi-dung.md", "mau.docx")
_NOT_TYPED_BY_HAND = ("~$", ".")
"""How the names of Word's lock files and of hidden files begin."""


@dataclass(frozen=True, slots=True)
class Shelves:
    """Folders of packs with their origins, most specific first."""

    folders: tuple[tuple[Path, Origin], ...]

    def layers(self, name: str) -> Iterator[Layer]:
        """The folders of the pack `name`; none when it is unknown or no pack could be called that."""
        if not PACK_ID.fullmatch(name):
            return
        for folder, origin in self.folders:
            if has_pack_files(folder / name):
                yield Layer(folder / name, origin, name)

    def names(self) -> tuple[str, ...]:
        """The ids of all packs, sorted."""
        folders = [folder for folder, _ in self.folders]
        found = {item.name for folder in folders for item in items_of(folder) if has_pack_files(item)}
        return tuple(sorted(name for name in found if PACK_ID.fullmatch(name)))

    def fragments(self, above: Iterable[Layer] = ()) -> dict[str, Fragment]:
        """The fragments by name. `above`: folders of the command line; those beside them come first."""
        beside = ((_beside(layer.folder), layer.origin) for layer in above)
        found: dict[str, Fragment] = {}
        for folder, origin in (*beside, *self.folders):
            for path in sorted(_word_files(folder / FRAGMENTS)):
                found.setdefault(nfc(path.stem), Fragment(path, origin))
        return found

    def only(self, origins: Sequence[Origin]) -> Shelves:
        """The shelves of some origins."""
        return Shelves(tuple(item for item in self.folders if item[1] in origins))


def has_pack_files(folder: Path) -> bool:
    """Whether the folder holds any file of a pack. Raises `PackError` when nobody may look into it."""
    try:
        return any((folder / name).is_file() for name in _PACK_FILES)
    except PermissionError:
        raise PackError(finding("goi-thu-muc-khoa", Where(str(folder)), thu_muc=folder)) from None
    except (OSError, ValueError):
        return False


def items_of(folder: Path) -> list[Path]:
    """What a folder holds, sorted; nothing when it is none. Raises `PackError` when it may not be read."""
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except PermissionError:
        raise PackError(finding("goi-thu-muc-khoa", Where(str(folder)), thu_muc=folder)) from None


def _beside(folder: Path) -> Path:
    return (folder if folder.name not in ("", "..") else folder.resolve()).parent


def _word_files(folder: Path) -> Iterator[Path]:
    for path in items_of(folder):
        if path.suffix.lower() == ".docx" and not path.name.startswith(_NOT_TYPED_BY_HAND):
            yield path
