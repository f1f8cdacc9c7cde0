"""The cells of one entry -> the value a data file would hold in its place. Reader and writer share it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from baocao.errors import Where
from baocao.forms.conventions import DOCUMENT_PARTS, OPTIONS, SCALES, Role
from baocao.source.raw import Literal, RawValue
from baocao.vietnamese.numbers import is_nil


def leaf(cells: Mapping[str, RawValue]) -> RawValue:
    """The value typed in the cells of one entry or one field of a list's row, by column id.

    One cell alone is the short form; a number and its total "11/12"; a number and its money unit
    "4,8 triệu đồng"; further cells make the long form; the cells of a document its mapping. All blank: NULL,
    at the place of the first cell.
    """
    if len(cells) == 1 and Role.VALUE in cells:
        return cells[Role.VALUE]
    document = {part: cells[part] for part in DOCUMENT_PARTS if part in cells}
    if document:
        return _document(document, next(iter(cells.values())).where)
    main = {name: _with_unit(cells, name) for name in (Role.VALUE, Role.STATED) if name in cells}
    options = {name: cells[name] for name in OPTIONS if name in cells and name not in main}
    given = {name: item for name, item in (main | options).items() if not item.blank}
    if set(given) <= {Role.VALUE}:
        return main[Role.VALUE]
    return _mapping(main | options, cells[Role.VALUE].where)


def _document(parts: Mapping[str, RawValue], where: Where) -> RawValue:
    """A document with its blank cells, so that what it lacks has a place."""
    if all(item.blank for item in parts.values()):
        return RawValue(None, where, Literal.NULL)
    return RawValue(dict(parts), where, Literal.MAP)


def _mapping(parts: Mapping[str, RawValue] | Mapping[Role, RawValue], where: Where) -> RawValue:
    given = {str(name): item for name, item in parts.items() if not item.blank}
    return RawValue(given, where, Literal.MAP) if given else RawValue(None, where, Literal.NULL)


def _with_unit(cells: Mapping[str, RawValue], name: str) -> RawValue:
    """A number with what stands beside it: the total or maximum, the money unit."""
    number = cells[name]
    total, scale = cells.get(Role.TOTAL), cells.get(Role.SCALE)
    if name == Role.STATED and number.blank:
        return number
    if total is not None and not total.blank and (name == Role.STATED or not _stated(cells)):
        pair = f"{as_typed(number)}/{as_typed(total)}"
        return RawValue(pair, number.where, Literal.TEXT, beside=total.where)
    if scale is None or number.blank or is_nil(number.text):
        return number
    if scale.blank:
        return replace(number, unit_at=scale.where)
    unit = " ".join(scale.text.lower().split())
    if unit == SCALES[0] and number.literal is Literal.EXACT:
        return replace(number, beside=scale.where)
    return RawValue(f"{as_typed(number)} {unit}", number.where, Literal.TEXT, beside=scale.where)


def _stated(cells: Mapping[str, RawValue]) -> bool:
    """Whether only the stated figure is given: then total and unit are its own."""
    stated = cells.get(Role.STATED)
    return stated is not None and not stated.blank and cells[Role.VALUE].blank


def as_typed(number: RawValue) -> str:
    """A number in the words of a data file: a decimal comma, no grouping."""
    return number.text.replace(".", ",") if number.literal is Literal.EXACT else number.text.strip()
