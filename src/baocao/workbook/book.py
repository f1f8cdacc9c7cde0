"""A workbook file -> `Book`: every sheet as data. The only place that reads Excel and OpenDocument files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from struct import error
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from baocao.errors import DataError, Finding, Where, finding
from baocao.source.files import load
from baocao.vietnamese.text import nfc
from baocao.workbook.container import Container, open_container
from baocao.workbook.ole import wrapped
from baocao.workbook.scan import EncryptedError, Scanned, scan
from baocao.workbook.sheet import Area, Sheet, Traits, cell_name, column_name

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook, SheetMetadata

__all__ = [
    "MOST_CELLS",
    "Area",
    "Book",
    "Sheet",
    "Traits",
    "cell_name",
    "column_name",
    "read_book",
    "sheet_key",
]

MOST_CELLS = 2_000_000
"""Cells from A1 to the last one, of a sheet and of a book: 3,321 communes with 600 columns. Each takes some
200 bytes; so many take some six seconds.
"""

_BROKEN = "các phần bên trong không khớp nhau"


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: its sheets in the order of the tabs.

    format: "xlsx", "xls" or "ods", by content. findings: remarks on the file as a whole and on names of
    sheets; no errors, those make the file unreadable.
    """

    file: str
    format: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of that name, letter by letter, else the first that reads the same (`sheet_key`)."""
        wanted = sheet_key(name)
        alike = [item for item in self.sheets if sheet_key(item.name) == wanted]
        return next((item for item in alike if item.name == name), alike[0] if alike else None)


def sheet_key(name: str) -> str:
    """What two names have in common when a reader sees the same name: no case, no spaces around, NFC."""
    return " ".join(nfc(name).split()).casefold()


def read_book(path: Path, named_at: Where | None = None, *, leave: Collection[str] = ()) -> Book:
    """Read a workbook, whatever its suffix. `named_at`: the place in another file that names it.
    leave: names of sheets that nobody will look into; their cells are not read.

    Raises `DataError` when the file as a whole cannot be read: missing, locked, with macros, a bomb, another
    kind of file, broken, or with a sheet far too wide.
    """
    file = str(path)
    where = named_at or Where(file)
    data = load(path, where)
    container = open_container(data, path, where)
    left = frozenset(map(sheet_key, leave))
    with _refused(path, where):
        scanned = scan(container, lambda name: sheet_key(name) in left)
        clean = wrapped(container.parts["workbook"]) if container.format == "xls" else data
        sheets = tuple(_sheets(clean, file, scanned, left))
    return Book(file, container.format, sheets, (*_suffix(path, container), *_names(file, sheets)))


@contextmanager
def _refused(path: Path, where: Where) -> Iterator[None]:
    """Turn what the libraries raise for a broken file into a finding."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except (PasswordError, EncryptedError):
        raise DataError(finding("bang-tinh-mat-khau", where, tep=path)) from None
    except (CalamineError, ParseError, ValueError, LookupError, OverflowError, error):
        raise DataError(finding("bang-tinh-hong", where, tep=path, ly_do=_BROKEN)) from None
    except BaseException as fault:
        if type(fault).__name__ != "PanicException":  # Rust's, derived from BaseException and not importable
            raise
        raise DataError(finding("bang-tinh-hong", where, tep=path, ly_do=_BROKEN)) from None


def _sheets(data: bytes, file: str, scanned: tuple[Scanned, ...], leave: frozenset[str]) -> Iterator[Sheet]:
    """The worksheets. Chart sheets and sheets of old macros hold no cells and are passed over."""
    from python_calamine import SheetTypeEnum, load_workbook

    _check_extents(file, scanned)
    left = MOST_CELLS
    workbook = load_workbook(BytesIO(data))
    for meta, (_, traits, _) in zip(workbook.sheets_metadata, scanned, strict=True):
        if meta.typ == SheetTypeEnum.WorkSheet:
            if sheet_key(meta.name) in leave:
                yield Sheet(file, meta.name, (), hidden=_is_hidden(meta))
                continue
            sheet = _sheet(workbook, meta, file, traits)
            left -= len(sheet.rows) * sheet.width
            if left < 0:
                raise DataError(_too_wide(file, sheet.name, len(sheet.rows) - 1, sheet.width - 1))
            yield sheet


def _sheet(workbook: CalamineWorkbook, meta: SheetMetadata, file: str, traits: Traits) -> Sheet:
    read = workbook.get_sheet_by_name(meta.name)
    rows = read.to_python(skip_empty_area=False)
    areas = read.merged_cell_ranges
    return Sheet(
        file,
        meta.name,
        rows,
        hidden=_is_hidden(meta),
        traits=replace(traits, merged=tuple(areas)) if areas else traits,
    )


def _is_hidden(meta: SheetMetadata) -> bool:
    from python_calamine import SheetVisibleEnum

    return meta.visible != SheetVisibleEnum.Visible


def _check_extents(file: str, scanned: tuple[Scanned, ...]) -> None:
    """Refuse sheets whose last cell lies absurdly far out: reading one would take all memory there is."""
    wide = [
        _too_wide(file, name, extent.bottom, extent.right)
        for name, _, extent in scanned
        if extent is not None and extent.cells > MOST_CELLS
    ]
    if wide:
        raise DataError(wide)


def _too_wide(file: str, name: str, row: int, column: int) -> Finding:
    return finding("trang-qua-rong", Where(file, sheet=nfc(name).strip()), o=cell_name(row, column))


def _suffix(path: Path, container: Container) -> Iterable[Finding]:
    """A remark when the file's name says another kind than its content."""
    suffix = path.suffix.lower()
    if suffix != f".{container.format}":
        real = _KINDS[container.format]
        yield finding("bang-tinh-khac-duoi", Where(str(path)), tep=path, duoi=suffix or "…", loai=real)


def _names(file: str, sheets: Iterable[Sheet]) -> Iterator[Finding]:
    """Remarks on names: two that read the same, spaces around."""
    seen: dict[str, Sheet] = {}
    for sheet in sheets:
        where = Where(file, sheet=sheet.title)
        first = seen.setdefault(sheet_key(sheet.name), sheet)
        if first is not sheet:
            yield finding("trang-trung-ten", where, ten=sheet.title, ten_dau=first.title)
        if sheet.name != sheet.name.strip():
            yield finding("trang-ten-thua-cach", where, ten=sheet.title)


_KINDS = {"xlsx": "Excel (.xlsx)", "xls": "Excel đời cũ (.xls)", "ods": "LibreOffice (.ods)"}
