"""What stands on `Mục khác`, put into the tree that the other sheets gave. Nothing typed there is replaced.

A figure stands in its own cells; only what has no cell (`nguon` of a cell in a table, ...) stands on
`Mục khác`, under its path. A path that meets a filled cell, or an equal path, is a finding with both cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from baocao.errors import Finding, Where, finding
from baocao.forms.conventions import DOCUMENT_PARTS, OPTIONS, Role
from baocao.forms.paths import Item, Path, path_text
from baocao.source.raw import Literal, RawValue

_FIGURES = ("so_lieu", "nam_truoc")


@dataclass(frozen=True, slots=True)
class Extra:
    """One line of `Mục khác`: a path, its value, and the cell of the path."""

    path: Path
    value: RawValue
    where: Where


class UnplacedError(Exception):
    """A value cannot stand under its path. finding: without a place; the line of `Mục khác` is it."""

    def __init__(self, fault: Finding) -> None:
        super().__init__(fault.code)
        self.finding = fault


def with_extras(tree: RawValue, extras: Iterable[Extra], findings: list[Finding]) -> RawValue:
    """The tree with every line of `Mục khác` that has a place in it; the others are findings, one a figure
    or list.
    """
    seen: dict[Path, Where] = {}
    told: set[tuple[str, Path]] = set()
    for extra in sorted(extras, key=_numbers):
        path = _plain(extra.path)
        if path in seen:
            findings.append(
                finding("khoa-trung", extra.where, khoa=path_text(path)[:80], lan_dau=seen[path].spot)
            )
            continue
        seen[path] = extra.where
        try:
            tree = placed(tree, path, extra.value)
        except UnplacedError as fault:
            whole = tuple(takewhile(lambda step: not isinstance(step, int), path))
            if (fault.finding.code, whole) not in told:
                findings.append(replace(fault.finding, where=extra.where))
            told.add((fault.finding.code, whole))
    return tree


def placed(tree: RawValue, path: Path, value: RawValue) -> RawValue:
    """The tree with a value under a path of names and numbers of items (from 1). Raises `UnplacedError` where
    something is typed in its place, where the item before is missing, and where another row stands there
    than the path names.
    """
    return _put(tree, path, 0, value)


def row_name(row: RawValue) -> str:
    """What a row of a table begins with, on one line: by it a row is known that has moved. "" for none."""
    return next((" ".join(item.text.split()) for item in _leaves(row) if not item.blank), "")[:60]


def _put(raw: RawValue, path: Path, depth: int, value: RawValue) -> RawValue:
    if depth == len(path):
        if (filled := _filled(raw)) is not None:
            raise UnplacedError(_meets(path, filled))
        return value
    step = path[depth]
    if isinstance(step, int):
        return _put_item(raw, path, depth, value)
    entries = _entries(raw, step, path)
    below = entries.get(step) or RawValue(None, value.where, Literal.NULL)
    entries[step] = _put(below, path, depth + 1, value)
    return RawValue(entries, _holder(raw, value), Literal.MAP)


def _put_item(raw: RawValue, path: Path, depth: int, value: RawValue) -> RawValue:
    step = path[depth]
    assert isinstance(step, int)  # called for numbers only
    filled = _filled(raw)
    if raw.literal is not Literal.LIST and filled is not None:
        raise UnplacedError(_meets(path, filled))
    items = list(raw.items)
    if step > len(items) + 1:
        name = path_text(path[:depth])
        raise UnplacedError(finding("bieu-muc-khac-xa", muc=name, dong=step, so=f"{len(items):02d}"))
    if step > len(items):
        items.append(RawValue(None, value.where, Literal.NULL))
    _check_row(items[step - 1], path, depth, value)
    items[step - 1] = _put(items[step - 1], path, depth + 1, value)
    return RawValue(tuple(items), _holder(raw, value), Literal.LIST)


def _check_row(row: RawValue, path: Path, depth: int, value: RawValue) -> None:
    """Whether the row is the one that the path was written for."""
    step = path[depth]
    wanted = step.name if isinstance(step, Item) else ""
    there = "" if row.where.sheet == value.where.sheet else row_name(row)
    if wanted == there or (wanted == "" and there == ""):
        return
    filled = _filled(row)
    name = path_text(path[:depth])
    others = () if filled is None else (filled.where,)
    told = finding(
        "bieu-muc-khac-lech", others=others, muc=name, dong=step, can=wanted or "…", co=there or "…"
    )
    raise UnplacedError(told)


def _entries(raw: RawValue, step: str, path: Path) -> dict[str, RawValue]:
    """The entries of what a name goes below; a value alone becomes the long form that may have more."""
    filled = _filled(raw)
    if raw.literal is Literal.MAP and not (_is_document(raw) and step in OPTIONS):
        return dict(raw.children)
    if filled is None:
        return {}
    if raw.literal is not Literal.LIST and step in OPTIONS and step != Role.STATED and len(path) > 2:
        return {Role.VALUE.value: raw}
    raise UnplacedError(_meets(path, filled))


def _is_document(raw: RawValue) -> bool:
    return bool(raw.children) and raw.children.keys() <= set(DOCUMENT_PARTS)


def _meets(path: Path, filled: RawValue) -> Finding:
    others = (filled.where,)
    return finding("bieu-muc-khac-trung", others=others, muc=path_text(path)[:80], o=filled.where.spot)


def _leaves(raw: RawValue) -> Iterator[RawValue]:
    for child in (*raw.children.values(), *raw.items):
        yield from _leaves(child)
    if raw.literal not in (Literal.MAP, Literal.LIST):
        yield raw


def _filled(raw: RawValue) -> RawValue | None:
    """The first thing typed in a value."""
    return next((item for item in _leaves(raw) if not item.blank), None)


def _holder(raw: RawValue, value: RawValue) -> Where:
    """Where a mapping or sequence stands that may have been blank."""
    return value.where if raw.literal is Literal.NULL else raw.where


def _plain(path: Path) -> Path:
    """The path with dotted names of figures taken apart: one figure has one path."""
    if path[0] not in _FIGURES:
        return path
    end = next((number for number, step in enumerate(path) if isinstance(step, int)), len(path))
    return (*(part for step in path[:end] for part in str(step).split(".")), *path[end:])


def _numbers(extra: Extra) -> list[int]:
    """Items in the order of their numbers, whatever the order of the lines."""
    return [int(step) for step in extra.path if isinstance(step, int)]
