"""A data file -> what is written in which cell; what has no cell goes to `Mục khác`, so nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from baocao.authoring.forms.cells import Cell, Cells, cells_of, number_cell
from baocao.authoring.forms.listing import parted_rows_of, rows_of
from baocao.authoring.forms.parted import Extras, parted_cells_of
from baocao.forms.conventions import DOCUMENT_PARTS, EMPTY_LIST, OPTIONS, Role, SheetKind
from baocao.forms.layout import Layout
from baocao.forms.paths import Path, path_text
from baocao.forms.sheets import Table
from baocao.packs.catalogue import NUMERIC, Catalogue, Kind
from baocao.source.raw import Literal, RawValue

Putter = Callable[[str, Path, RawValue], None]

_TYPED = frozenset({Role.VALUE, Role.TOTAL, Role.SCALE, *OPTIONS, *DOCUMENT_PARTS})
LINED = ("van_ban.trich_yeu", "van_ban.can_cu", "van_ban.kinh_gui")
"""Rows of `Chung` that may have several lines in their cell."""


@dataclass
class Filling:
    """What is typed in a form. head: by row id of `Chung`. entries: by indicator, by column id. rows: of
    lists, by "field" or "field.part". before: last year's figures. others: path and value.
    """

    head: dict[str, Cell] = field(default_factory=dict)
    entries: dict[str, Cells] = field(default_factory=dict)
    rows: dict[str, list[Cells]] = field(default_factory=dict)
    before: dict[str, Cell] = field(default_factory=dict)
    notes: list[tuple[str, str]] = field(default_factory=list)
    others: list[tuple[str, Cell]] = field(default_factory=list)


def fill(main: RawValue, form: Layout) -> Filling:
    """Every entry of a data file in its cell. The entry `goi` is the form's own."""
    filler = _Filler(form)
    for name, raw in main.children.items():
        if name != "goi":
            filler.entry(name, raw)
    return filler.made


class _Filler:
    def __init__(self, form: Layout) -> None:
        self.form, self.catalogue, self.made = form, form.pack.catalogue, Filling()
        head = form.sheet(SheetKind.HEAD)
        self.head = {row.id for row in head.rows} if head else set()
        self.tables: Mapping[str, Table] = {
            table.indicator.id: table for sheet in form.sheets for table in sheet.tables
        }
        ids = self.catalogue.indicators
        self.groups = {id_[:end] for id_ in ids for end, mark in enumerate(id_) if mark == "."}

    def entry(self, name: str, raw: RawValue) -> None:
        """One entry of the top of the file."""
        if name == "so_lieu" and raw.literal is Literal.MAP:
            self._group(raw, (name,), "", self._figure)
        elif name == "nam_truoc" and raw.literal is Literal.MAP:
            self._group(raw, (name,), "", self._before)
        elif name == "chu_thich" and raw.literal is Literal.MAP:
            self._notes(raw)
        elif name == "ky" and raw.literal not in (Literal.MAP, Literal.LIST):
            self._head("ky.nam", (name,), raw)
        elif name in ("ky", "van_ban") and raw.literal is Literal.MAP:
            for key, item in raw.children.items():
                self._head(f"{name}.{key}", (name, key), item)
        else:
            self._head(name, (name,), raw)

    def _head(self, id_: str, path: Path, raw: RawValue) -> None:
        text = _one_cell(raw, lined=id_ in LINED) if id_ in self.head and id_ not in self.made.head else ""
        if text:
            self.made.head[id_] = text
        else:
            self.other(path, raw)

    def _group(self, raw: RawValue, path: Path, prefix: str, put: Putter) -> None:
        for name, child in raw.children.items():
            id_ = prefix + name
            below = (path[0], *id_.split("."))  # one figure has one path, however it is typed
            if id_ in self.catalogue:
                put(id_, below, child)
            elif id_ in self.groups and child.literal is Literal.MAP:
                self._group(child, below, f"{id_}.", put)
            else:
                self.other(below, child)

    def _figure(self, id_: str, path: Path, raw: RawValue) -> None:
        indicator = self.catalogue[id_]
        if raw.blank:
            return
        if indicator.kind is Kind.LIST:
            columns = self.tables[id_].columns
            rows = rows_of(raw, indicator, columns)
            parted = parted_rows_of(raw, indicator, columns) if rows is None else (rows, [])
            if parted is not None and id_ not in self.made.rows:
                self.made.rows[id_] = parted[0]
                self._beside(path, parted[1])
                return
        else:
            sheet, _ = self.form.places[id_]
            names = [item.id for item in sheet.columns if item.id in _TYPED]
            found = parted_cells_of(raw, indicator, names)
            if found is not None and id_ not in self.made.entries:
                self.made.entries[id_] = found[0]
                self._beside(path, found[1])
                return
        self.other(path, raw)

    def _beside(self, path: Path, extras: Extras) -> None:
        for steps, raw in extras:
            self.other((*path, *steps), raw)

    def _before(self, id_: str, path: Path, raw: RawValue) -> None:
        """Last year's figure, when it says the same in one cell."""
        indicator = self.catalogue[id_]
        cells = cells_of(raw, indicator, (Role.VALUE,)) if indicator.kind in NUMERIC else None
        if cells is not None and id_ not in self.made.before:
            self.made.before[id_] = cells[Role.VALUE]
        else:
            self.other(path, raw)

    def _notes(self, raw: RawValue) -> None:
        for name, item in raw.children.items():
            if item.text.strip() and name.strip() == name:
                self.made.notes.append((name, item.text))
            else:
                self.other(("chu_thich", name), item)

    def other(self, path: Path, raw: RawValue) -> None:
        """Write down what has no cell, leaf by leaf."""
        self.made.others += [(path_text(steps), cell) for steps, cell in _leaves(path, raw)]


def elsewhere(filling: Filling, catalogue: Catalogue) -> frozenset[str]:
    """The figures and lists of which something stands on `Mục khác`."""
    paths = (path.removeprefix("so_lieu.").partition("[")[0] for path, _ in filling.others)
    names = ((path, path.split(".")) for path in paths)
    begun = (".".join(steps[:count]) for _, steps in names for count in range(1, len(steps) + 1))
    return frozenset(id_ for id_ in begun if id_ in catalogue)


def _one_cell(raw: RawValue, *, lined: bool) -> str:
    """The text of an entry that one cell can hold; "" for others."""
    if raw.literal is Literal.LIST and lined:
        lines = [item.text.strip() for item in raw.items]
        plain = all(item.literal not in (Literal.MAP, Literal.LIST) for item in raw.items)
        return "\n".join(lines) if plain and all(len(line.splitlines()) == 1 for line in lines) else ""
    return raw.text if raw.literal not in (Literal.MAP, Literal.LIST) else ""


def _leaves(path: Path, raw: RawValue) -> Iterator[tuple[Path, Cell]]:
    for name, child in raw.children.items():
        yield from _leaves((*path, name), child)
    for number, item in enumerate(raw.items, 1):
        yield from _leaves((*path, number), item)
    if raw.literal is Literal.LIST and not raw.items:
        yield path, EMPTY_LIST
    if raw.text.strip():
        number_typed = number_cell(raw.text) if raw.literal is Literal.EXACT else None
        plain = raw.text.replace(".", ",") if raw.literal is Literal.EXACT else raw.text
        yield path, plain if number_typed is None else number_typed
