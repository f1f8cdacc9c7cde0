"""What one template prints that another does not. Values only; `told` words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from baocao.authoring.looks import look_changes
from baocao.authoring.texts import RULE, TABLE, BlockText, Line, TemplateText

PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[[^\[\]]*\]|[^\s{\[]+|[{\[]|\s+")
"""A word, a tag, the place of a note or picture, or the space between."""

_ALIKE = 0.5
"""Paragraphs that share this part of their words are one paragraph that was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph or note. old, new: its words; "" when it was added or removed. looks: what changed in how
    it looks when the words are the same. table: the number of the table it stands in, 0 outside of tables.
    """

    old: str
    new: str
    note: bool = False
    looks: tuple[str, ...] = ()
    table: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class BlockChange:
    """One block. heading: the heading it stands under. own: the unit has its own text for it.

    state: "them" (only in the second), "bo" (only in the first), "doi", "chuyen" (stands elsewhere now).
    """

    name: str
    state: str
    heading: str
    changes: tuple[Change, ...] = ()
    own: bool = False


@dataclass(frozen=True, slots=True)
class ValueChange:
    """A value of a manifest, indicator, style or page: what it is of, its name, before and after."""

    of: str
    name: str
    old: str
    new: str


def compare_blocks(old: TemplateText, new: TemplateText, own: Iterable[str] = ()) -> tuple[BlockChange, ...]:
    """The blocks that differ, in the order of the second template; removed ones at the place they had.

    own: blocks that the unit has its own text for; those inside them count too.
    """
    theirs = set(own)
    moved = _moved(old.blocks, new.blocks)
    found: list[BlockChange] = []
    for name in _in_order(list(old.blocks), list(new.blocks)):
        before, after = old.blocks.get(name), new.blocks.get(name)
        shown = after or before
        if shown is None:
            continue
        changes = tuple(_block_changes(before or BlockText("", ""), after or BlockText("", "")))
        state = "them" if before is None else "bo" if after is None else "doi" if changes else ""
        if not state and name in moved:
            state = "chuyen"
        if state:
            mine = bool({name, *_outer(name, old), *_outer(name, new)} & theirs)
            found.append(BlockChange(name, state, shown.heading, changes, mine))
    return tuple(found)


def _outer(name: str, text: TemplateText) -> Iterator[str]:
    while name in text.blocks and (name := text.blocks[name].outer):
        yield name


def _in_order(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """All names: those of `new` in their order, each of the others after the one it followed in `old`."""
    names = list(new)
    for place, name in enumerate(old):
        if name not in names:
            before = next((item for item in reversed(old[:place]) if item in names), None)
            names.insert(names.index(before) + 1 if before is not None else 0, name)
    return names


def _moved(old: Mapping[str, BlockText], new: Mapping[str, BlockText]) -> set[str]:
    """Blocks of both that stand in another order or inside another block."""
    before, after = ([name for name in one if name in other] for one, other in ((old, new), (new, old)))
    moved: set[str] = set()
    for code, start, end, _, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if code in ("delete", "replace"):
            moved |= set(before[start:end])
    return moved | {name for name in before if old[name].outer != new[name].outer and old[name].outer in new}


def _block_changes(old: BlockText, new: BlockText) -> Iterator[Change]:
    yield from _line_changes(old.lines, new.lines, note=False)
    yield from _line_changes(old.notes, new.notes, note=True)


def _line_changes(old: Sequence[Line], new: Sequence[Line], *, note: bool) -> Iterator[Change]:
    matcher = SequenceMatcher(None, list(old), list(new), autojunk=False)
    for code, start, end, begin, stop in matcher.get_opcodes():
        if code != "equal":
            for before, after in _pairs(old[start:end], new[begin:stop]):
                yield _change(before, after, note=note)


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Changed paragraphs side by side; one without a like stands alone."""
    cursor = 0
    for before in old:
        like = next((at for at in range(cursor, len(new)) if _alike(before, new[at])), None)
        if like is None:
            yield before, None
            continue
        yield from ((None, after) for after in new[cursor:like])
        yield before, new[like]
        cursor = like + 1
    yield from ((None, after) for after in new[cursor:])


def _alike(old: Line, new: Line) -> bool:
    if TABLE in old.words and TABLE in new.words:
        return True
    before, after = (list(filter(str.strip, PIECE.findall(line.words))) for line in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _change(old: Line | None, new: Line | None, *, note: bool) -> Change:
    if old is None or new is None:
        table = (old or new or Line("")).table
        return Change(old.words if old else "", new.words if new else "", note, table=table)
    looks = _look_changes(old, new) if old.words == new.words else ()
    return Change(old.words, new.words, note, looks, new.table)


def _look_changes(old: Line, new: Line) -> tuple[str, ...]:
    if old.style != new.style:
        return (f"kiểu chữ: «{old.style or 'thường'}» → «{new.style or 'thường'}»",)
    if old.pictures != new.pictures:
        rule = any(item.startswith(RULE) for item in (*old.pictures, *new.pictures))
        return ("cách tính độ dài đường kẻ đã đổi" if rule else "hình đã thay",)
    own = look_changes(dict(old.looks[0][1]), dict(new.looks[0][1]))
    worded = tuple(f"{name}: {before} → {after}" for name, before, after in own)
    return worded or ("cách in một số chữ (đậm, nghiêng, cỡ chữ…) đã đổi",)


def compare_styles(old: TemplateText, new: TemplateText) -> tuple[ValueChange, ...]:
    """Styles used in both that show otherwise, and pages set up otherwise."""
    found = [
        ValueChange(f"kiểu «{name}»", *change)
        for name in old.styles
        if name in new.styles
        for change in look_changes(old.styles[name], new.styles[name])
    ]
    if len(old.pages) != len(new.pages):
        found.append(ValueChange("trang", "số phần", f"{len(old.pages):02d}", f"{len(new.pages):02d}"))
    for before, after in zip(old.pages, new.pages, strict=False):
        found += (ValueChange("trang", *change) for change in look_changes(before, after))
    return tuple(dict.fromkeys(found))
