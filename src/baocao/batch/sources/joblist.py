"""A list of jobs, typed as YAML or as a table: which data, with which profile and pack, to which file.

cac_viec:
- so-lieu/an-binh.yaml
- {so_lieu: 2025.yaml, dong: Xã Tân Phú, mau: cchc-nam, tep: tan-phu.docx}
"""

from __future__ import annotations

import csv
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from baocao.batch.naming import name_fault, own_name
from baocao.batch.sources.unit_tables import Table
from baocao.errors import BaocaoError, DataError, Finding, Where, finding
from baocao.source.encoding import decode
from baocao.source.files import load, read_tree
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.text import nearest, slug
from baocao.workplace import BOOK_SUFFIXES

LIST = "cac_viec"
DATA = "so_lieu"
KEYS: Mapping[str, tuple[str, ...]] = {
    "so_lieu": ("Số liệu", "Tệp số liệu", "Tệp dữ liệu", "Dữ liệu"),
    "don_vi": ("Đơn vị", "Hồ sơ đơn vị"),
    "dong": ("Dòng",),
    "mau": ("Mẫu", "Gói mẫu"),
    "tep": ("Tệp", "Tên tệp", "Tệp báo cáo"),
}
"""The entries of a job, with the headings of a table that mean them."""

_IGNORED = frozenset({"stt", "tt", "ghi-chu", "so-tt"})
_TABLES = (".csv", ".tsv", ".txt")
_SEPARATORS = ";\t,"
_LOOKED_AT = 20
"""Rows of a sheet among which its headings are looked for."""
_MOST_OF_THEM = 3
"""So many headings of a list make a sheet a list, even if none of them names the data."""
_PLACE_OF_SHEETS = "xl/workbook.xml"

Cells = Sequence[str]


@dataclass(frozen=True, slots=True)
class Task:
    """One entry of a list. number: from 1. folder: of the list. data: the data file, as the list names it.
    unit, row, pack, name: as typed, "" when not. rest: what tells it from other entries with the same data.
    """

    number: int
    where: Where
    folder: Path
    data: str
    unit: str = ""
    row: str = ""
    pack: str = ""
    name: str = ""

    @property
    def rest(self) -> str:
        """For the job's id."""
        typed = {"don_vi": self.unit, "mau": self.pack, "tep": self.name}
        return "".join(f"&{key}={value}" for key, value in typed.items() if value)

    def no_row(self, table: Table) -> Finding:
        """The fault of an entry whose row is not there."""
        near = nearest(self.row, (name for name, _ in table.rows))
        hint = f" Có phải «{near}» không?" if near else ""
        facts: dict[str, Any] = {"tep": self.data, "dong": self.row[:60], "thu_tu": self.number}
        return finding("viec-dong-khong-co", self.where, goi_y=hint, **facts)

    def no_table(self) -> Finding:
        """The fault of an entry that names a row of something that has none."""
        facts: dict[str, Any] = {"tep": self.data, "dong": self.row[:60], "thu_tu": self.number}
        return finding("viec-dong-khong-bang", self.where, **facts)


def is_list(path: Path) -> bool:
    """Whether a file is a list of jobs."""
    suffix = path.suffix.lower()
    if suffix in _TABLES:
        return True
    try:
        if suffix in BOOK_SUFFIXES:
            return not _is_form(path) and _looks_like_list(_rows_of_book(path))
        text = decode(load(path, Where(str(path))), str(path))
    except BaocaoError:
        return False
    return LIST in text and LIST in read_tree(path).value.children


def read_list(path: Path) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """The entries of a list that can be done, and the faults of the others. Names of files start at the
    folder of the list. Raises `DataError` when the list itself cannot be read.
    """
    findings: list[Finding] = []
    entries = _typed(path, findings) if path.suffix.lower() not in (*_TABLES, *BOOK_SUFFIXES) else None
    if entries is None:
        entries = _tabled(path, findings)
    tasks = [_task(number, where, values, path.parent, findings) for number, where, values in entries]
    return tuple(task for task in tasks if task is not None), tuple(findings)


_Entry = tuple[int, Where, Mapping[str, str]]


def _typed(path: Path, findings: list[Finding]) -> list[_Entry]:
    reading = read_tree(path)
    if not reading.readable:
        raise DataError(reading.findings)
    findings += reading.findings
    listed = reading.value.children[LIST]
    if listed.literal is not Literal.LIST:
        why = "sau cac_viec phải là danh sách, mỗi việc một dòng bắt đầu bằng dấu «-»"
        raise DataError(finding("viec-sai-dang", listed.where.but(key=LIST), thu_tu=1, ly_do=why))
    entries: list[_Entry] = []
    for number, raw in enumerate(listed.items, 1):
        values = _values(raw)
        if values is None:
            why = "mỗi mục phải là một chữ hoặc một số"
            findings.append(finding("viec-sai-dang", raw.where, thu_tu=number, ly_do=why))
            continue
        findings += (_unknown(raw.children[key].where, key) for key in values if key not in KEYS)
        entries.append((number, raw.where, values))
    return entries


def _values(raw: RawValue) -> dict[str, str] | None:
    """The values of an entry; None when it is not of that form. A text alone names the data."""
    if raw.literal is Literal.LIST or any(item.children or item.items for item in raw.children.values()):
        return None
    if raw.literal is not Literal.MAP:
        return {DATA: raw.text.strip()}
    return {key: item.text.strip() for key, item in raw.children.items()}


def _unknown(where: Where, key: str) -> Finding:
    near = nearest(key, KEYS)
    hint = f" Có phải «{near}» không?" if near else ""
    return finding("viec-muc-la", where.but(key=key), muc=key[:60], goi_y=hint, co_the=", ".join(KEYS))


def _tabled(path: Path, findings: list[Finding]) -> list[_Entry]:
    rows = _rows_of_book(path) if path.suffix.lower() in BOOK_SUFFIXES else _rows_of_text(path)
    head = _headings(rows)
    if head is None:
        others = ", ".join(f"«{words[0]}»" for key, words in KEYS.items() if key != DATA)
        raise DataError(finding("viec-thieu-cot", Where(str(path)), cot=KEYS[DATA][0], cac_cot=others))
    at, keys = head
    strange = [cell for cell in rows[at] if cell and _key(cell) is None and slug(cell) not in _IGNORED]
    findings += (_unknown(Where(str(path), at + 1), cell) for cell in strange)
    entries: list[_Entry] = []
    for line, cells in enumerate(rows[at + 1 :], at + 2):
        values = {key: cells[column] for column, key in keys.items() if column < len(cells)}
        if any(values.values()):
            entries.append((len(entries) + 1, Where(str(path), line), values))
    return entries


def _headings(rows: Sequence[Cells]) -> tuple[int, dict[int, str]] | None:
    """The row of headings and the entry that each column holds; None when no row names the data."""
    for at, cells in enumerate(rows[:_LOOKED_AT]):
        keys = _keys(cells)
        if DATA in keys.values():
            return at, keys
    return None


def _looks_like_list(rows: Sequence[Cells]) -> bool:
    """Whether there is a row of headings, or most of one: one without the data is a faulty list."""
    most = (set(_keys(cells).values()) for cells in rows[:_LOOKED_AT])
    return any(DATA in keys or len(keys) >= _MOST_OF_THEM for keys in most)


def _keys(cells: Cells) -> dict[int, str]:
    """The entry that each column of headings holds."""
    return {column: key for column, cell in enumerate(cells) if (key := _key(cell))}


def _key(cell: str) -> str | None:
    wanted = slug(cell)
    return next((key for key, words in KEYS.items() if wanted in map(slug, (key, *words))), None)


def _rows_of_text(path: Path) -> list[Cells]:
    text = decode(load(path, Where(str(path))), str(path))
    first = text.partition("\n")[0]
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(text.splitlines(), delimiter=separator)
    rows: list[Cells] = []
    begins = 1
    try:
        for row in reader:
            rows.append([cell.strip() for cell in row])
            begins = reader.line_num + 1
    except csv.Error:
        place = Where(str(path), begins)
        raise DataError(finding("viec-o-qua-dai", place, nghin=csv.field_size_limit() // 1000)) from None
    return rows


def _rows_of_book(path: Path) -> list[Cells]:
    from baocao.workbook.book import read_book

    seen = [sheet for sheet in read_book(path).sheets if not sheet.hidden]
    return [[_cell(value) for value in row] for row in seen[0].rows] if seen else []


def _cell(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value).strip()


def _is_form(path: Path) -> bool:
    """Whether a workbook is a form of ours; of .xlsx the names of the sheets tell, which is quick."""
    from baocao.forms.conventions import META_SHEET
    from baocao.workbook.book import read_book

    try:
        with zipfile.ZipFile(path) as package:
            return META_SHEET.encode() in package.read(_PLACE_OF_SHEETS)
    except (OSError, KeyError, ValueError, zipfile.BadZipFile):  # of another make, or broken
        return read_book(path).sheet(META_SHEET) is not None


def _task(
    number: int, where: Where, values: Mapping[str, str], folder: Path, findings: list[Finding]
) -> Task | None:
    told = list(_faults(number, where, values, folder))
    findings += told
    if told:
        return None
    data, unit, name = (values.get(key, "") for key in ("so_lieu", "don_vi", "tep"))
    return Task(
        number,
        where,
        folder,
        Path(os.path.normpath(data)).as_posix(),
        unit,
        values.get("dong", ""),
        values.get("mau", ""),
        own_name(name) if name else "",
    )


def _faults(number: int, where: Where, values: Mapping[str, str], folder: Path) -> Iterator[Finding]:
    if not values.get(DATA):
        yield finding("viec-thieu-so-lieu", where, thu_tu=number)
    for key in ("so_lieu", "don_vi"):
        if (name := values.get(key)) and not os.path.isfile(folder / name):
            yield finding("viec-khong-co-tep", where.but(key=key), tep=name[:200], thu_tu=number)
    if (name := values.get("tep")) and (why := name_fault(name)):
        yield finding("viec-ten-tep-sai", where.but(key="tep"), tep=name[:200], thu_tu=number, ly_do=why)
