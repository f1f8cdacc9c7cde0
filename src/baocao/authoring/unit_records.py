"""The data files of the units as records; a table with a row for each unit is as many records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from baocao.errors import DataError, Finding, finding
from baocao.intake.paths import files_of
from baocao.intake.periods import PeriodKey, period_key
from baocao.intake.raw import Literal, RawRecord, RawValue
from baocao.intake.reader import read
from baocao.intake.references import UNIT, WORKBOOK
from baocao.intake.years import LAST_YEAR, nearest_kind, packs_of, switched_off, weakened
from baocao.mapping.unit_table import read_rows
from baocao.source.files import read_tree
from baocao.source.raw import Reading, nothing
from baocao.vietnamese.unit_names import unit_key
from baocao.workplace import BOOK_SUFFIXES


def unit_records(files: Iterable[Path]) -> Iterator[RawRecord]:
    """What each file says. Raises `DataError` when a table cannot be read at all."""
    for file in files:
        if has_rows(file):
            yield from _rows(file)
        else:
            yield read(file)


def has_rows(file: Path) -> bool:
    """Whether a file maps a workbook with a row for each unit, and names none of the rows."""
    if file.suffix.lower() in BOOK_SUFFIXES or not file.is_file():
        return False
    with file.open("rb") as stream:
        if WORKBOOK.encode() not in stream.read():
            return False
    entries = read_tree(file).value.children
    table = entries[WORKBOOK].children if WORKBOOK in entries else {}
    return "cot_don_vi" in table and "dong" not in table


@dataclass(frozen=True, slots=True)
class _LastYear:
    """The rows of last year's table, by unit. found: nobody named it. findings: of looking for it."""

    rows: Mapping[object, RawValue] = field(default_factory=dict)
    found: bool = False
    findings: tuple[Finding, ...] = ()


def _rows(file: Path) -> Iterator[RawRecord]:
    before: _LastYear | None = None
    for name, reading in read_rows(file):
        raw = _of_row(name, reading, file)
        if before is None:
            before = _last_year(file, raw)
            raw = replace(raw, findings=(*raw.findings, *before.findings))
        whole = before.rows.get(unit_key(name))
        if whole is not None:
            figures = whole.children.get("so_lieu")
            raw = replace(raw, previous=figures, previous_file=whole, previous_found=before.found)
        yield raw


def _of_row(name: str, reading: Reading, file: Path) -> RawRecord:
    """One row of a mapped table as the record of its unit."""
    value = reading.value
    named = RawValue(name, value.where, Literal.TEXT)
    main = RawValue({**value.children, UNIT: named}, value.where, Literal.MAP)
    return RawRecord(str(file), main, nothing("").value, findings=reading.findings)


def _last_year(file: Path, raw: RawRecord) -> _LastYear:
    """The table that `nam_truoc` names, else the one that stands where last year's is looked for."""
    main = raw.main
    named = main.children.get(LAST_YEAR)
    if switched_off(named):
        return _LastYear()
    if named is not None and not named.blank:
        path = file.parent / named.text.strip()
        if named.literal is Literal.MAP or not has_rows(path):
            place = named.where.but(key=LAST_YEAR)
            return _LastYear(findings=(finding("tong-hop-nam-truoc-khong-theo-dong", place),))
        return _table(path, found=False)
    key = period_key(main.children.get("ky"))
    if key is None:
        return _LastYear()
    packs = packs_of(raw)
    trees = {
        path: read_tree(path).value for path in files_of(file, key, key.before(), packs) if has_rows(path)
    }
    fitting = [path for path, tree in trees.items() if _fits(tree, key.before(), packs)]
    nearest = nearest_kind(fitting, packs[0], lambda path: trees[path].text_of("goi"))
    return _table(nearest[0], found=True) if len(nearest) == 1 else _LastYear()


def _fits(tree: RawValue, wanted: PeriodKey, packs: Sequence[str]) -> bool:
    return period_key(tree.children.get("ky")) == wanted and tree.text_of("goi") in ("", *packs)


def _table(path: Path, *, found: bool) -> _LastYear:
    try:
        rows: dict[object, RawValue] = {unit_key(name): item.value for name, item in read_rows(path)}
    except DataError as fault:
        return _LastYear(findings=tuple(weakened(fault.findings)))
    return _LastYear(rows, found)
