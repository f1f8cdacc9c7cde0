"""The figures of a form as the program will read its cells: what the marks stored in it are judged on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from baocao.authoring.forms.cells import Cells, raw_cell, raw_of
from baocao.authoring.forms.listing import typed_list
from baocao.derive.ground import Ground
from baocao.derive.resolve import resolve_all
from baocao.errors import Where
from baocao.forms.conventions import Role
from baocao.model.faults import Faults
from baocao.model.record import Value
from baocao.model.values import read_value
from baocao.vietnamese.dates import parse_date

if TYPE_CHECKING:
    from baocao.authoring.forms.list_columns import Contents

_NOWHERE = Where()


def ground_of(contents: Contents) -> Ground:
    """What `derive.judging` stands on. What no cell says is blank, and so is what the model cannot read."""
    catalogue, style = contents.form.pack.catalogue, contents.record.unit.style
    values, before = dict(_values(contents)), dict(_before(contents))
    day = parse_date(str(contents.filling.head.get("van_ban.ngay", ""))).day
    head = replace(contents.record.head, date=day)
    goes_on = contents.goes_on and bool(before)
    record = replace(contents.record, values=values, previous=before, head=head, carries_on=goes_on)
    now = resolve_all(catalogue, values, style)
    return Ground(record, catalogue, now, resolve_all(catalogue, before, style) if before else {})


def _values(contents: Contents) -> list[tuple[str, Value]]:
    form, filling = contents.form, contents.filling
    found = []
    for id_, cells in filling.entries.items():
        columns = [item.id for item in form.places[id_][0].columns]
        found.append((id_, _read(contents, id_, cells, columns)))
    tables = {table.indicator.id: table for sheet in form.sheets for table in sheet.tables}
    for id_, rows in filling.rows.items():
        indicator = form.pack.catalogue[id_]
        raw = typed_list(rows, indicator, tables[id_].columns)
        found.append((id_, read_value(raw, indicator, _NOWHERE, Faults(), draft=True)))
    return [(id_, value) for id_, value in found if value is not None]


def _read(contents: Contents, id_: str, cells: Cells, columns: list[str]) -> Value | None:
    raw = raw_of(cells, [name for name in columns if name in cells or name in (Role.VALUE, "loai")])
    return read_value(raw, contents.form.pack.catalogue[id_], _NOWHERE, Faults(), draft=True)


def _before(contents: Contents) -> list[tuple[str, Value]]:
    """Last year's figures that stand in the form's cells."""
    catalogue = contents.form.pack.catalogue
    read = (
        (id_, read_value(raw_cell(cell), catalogue[id_], _NOWHERE, Faults(), draft=True))
        for id_, cell in contents.filling.before.items()
    )
    return [(id_, value) for id_, value in read if value is not None]
