"""The very hidden sheet `_baocao`: what a form was made for, and where every id stood when it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from baocao.errors import Where
from baocao.forms.conventions import META_SHEET, SheetKind
from baocao.source.raw import FormOrigin
from baocao.workbook.book import Book, Sheet

_SHEET, _COLUMN, _ROW = "trang", "cot", "dong"
_KINDS = {kind.value: kind for kind in SheetKind}


@dataclass(frozen=True, slots=True)
class Placed:
    """An id as the form was made: its row or column (from 0) and its label or heading."""

    id: str
    number: int
    label: str


@dataclass(slots=True)
class MadeSheet:
    """A sheet as the form was made."""

    name: str
    kind: SheetKind
    columns: dict[str, Placed] = field(default_factory=dict)
    rows: dict[str, Placed] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meta:
    """What `_baocao` says. facts: by name (`goi`, `phien_ban`, `dang`, ...)."""

    facts: Mapping[str, str]
    sheets: tuple[MadeSheet, ...]

    def origin(self, file: str) -> FormOrigin:
        """What the form was made for."""
        typed = self.facts.get("dang", "")
        number = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0
        names = ("goi", "phien_ban", "don_vi", "ky")
        pack, version, unit, period = (self.facts.get(name, "") for name in names)
        return FormOrigin(pack, version, number, Where(file), unit, period)


def meta_sheet(book: Book) -> Sheet | None:
    """The sheet of a form that describes it."""
    return book.sheet(META_SHEET)


def read_meta(sheet: Sheet) -> Meta:
    """Read `_baocao`; lines that nobody knows are left to newer programs."""
    facts: dict[str, str] = {}
    sheets: dict[str, MadeSheet] = {}
    for words in _lines(sheet):
        match words:
            case (name, title, kind, *_) if name == _SHEET and kind in _KINDS:
                sheets[title] = MadeSheet(title, _KINDS[kind])
            case (name, title, number, id_, *labels) if title in sheets and number.isdigit():
                made = sheets[title]
                places = made.columns if name == _COLUMN else made.rows if name == _ROW else {}
                places[id_] = Placed(id_, int(number) - 1, labels[0] if labels else "")
            case (name, value, *_):
                facts[name] = value
    return Meta(facts, tuple(sheets.values()))


def _lines(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for row, cells in enumerate(sheet.rows):
        words = [
            value.strip() if isinstance(value, str) else cell_text(sheet, row, column)
            for column, value in enumerate(cells[:5])
        ]
        while words and not words[-1]:
            words.pop()
        if words:
            yield (words[0], "") if len(words) == 1 else tuple(words)


def cell_text(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell without spaces around it; numbers in digits."""
    value = sheet.value(row, column)
    if isinstance(value, str):
        return value.strip()
    return sheet.raw(row, column).text
