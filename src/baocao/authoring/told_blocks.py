"""The blocks of a comparison in words for a clerk: what came, went and changed, much of it summed up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from typing import NamedTuple

from baocao.authoring.differences import PIECE, BlockChange, Change
from baocao.authoring.fragments import fragment_block
from baocao.authoring.texts import CONTROL, TABLE

MORE = "…)"
"""How a line ends that sums up what `every` tells one by one."""

_END = re.compile(r"\{%-?p?\s*(?:end\w+|else)\s*-?%\}")
_TAG = re.compile(r"\{\{.*?\}\}")
_SILENT = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_LONG = 240
"""Letters of a new or removed paragraph that are told; `--json` has all."""
_FIRST_WORDS = 70
"""Letters that tell which text is meant."""
_FEW = 3
"""Paragraphs that came or went together and are still told one by one."""
_AROUND = 6
"""Words left on both sides of what changed in a long paragraph."""

_STATES = {
    "them": "khối mới",
    "bo": "khối không còn",
    "doi": "khối có chữ đổi",
    "chuyen": "khối chuyển sang chỗ khác",
}
_OF_FRAGMENT = {"them": "mảnh mới dùng", "bo": "mảnh không dùng nữa", "doi": "mảnh có chữ đổi"}
_OWN = {
    "them": "đơn vị đã thay phần này, bản gốc mới có thêm khối",
    "bo": "khối này đơn vị đã thay, bản gốc mới không còn khối này",
    "doi": "khối này đơn vị đã thay, phần gốc cũng đã đổi",
    "chuyen": "khối này đơn vị đã thay, phần gốc đã chuyển chỗ",
}


class _Kind(NamedTuple):
    """What changes told together have in common. table: of a table that came or went as a whole, else 0."""

    verb: str
    note: bool
    table: int


def told_blocks(blocks: Iterable[BlockChange], *, every: bool) -> Iterator[str]:
    """The lines for blocks. every: each paragraph, where many came or went at once too."""
    for (state, under), together in groupby(blocks, lambda block: (_state(block), _under(block))):
        found = list(together)
        if not any(block.changes for block in found):
            yield f"  {', '.join(block.name for block in found)} ({state}{under})"
            continue
        for block in found:
            yield f"  {block.name or 'ngoài các khối'} ({state}{under})"
            yield from _block(block, every=every)


def _block(block: BlockChange, *, every: bool) -> Iterator[str]:
    telling = [change for change in block.changes if not _is_end(change)]
    changes = telling or block.changes
    if not every and block.state in ("them", "bo") and _printed(changes)[_FEW:]:
        yield f"    {_summed_up(changes)}"
    else:
        yield from _changes(changes, every=every)


def plain(words: str) -> str:
    """Words of a template as a reader takes them in: what is filled in as "…", nothing of conditions."""
    return " ".join(_TAG.sub("…", _SILENT.sub("", words)).split())


def shortened(words: str, length: int = _FIRST_WORDS) -> str:
    """The beginning of a text."""
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _under(block: BlockChange) -> str:
    return f", dưới đề mục «{plain(block.heading)}»" if block.heading else ""


def _state(block: BlockChange) -> str:
    if block.own:
        return _OWN[block.state]
    states = _OF_FRAGMENT if block.name.startswith(fragment_block("")) else _STATES
    return states[block.state]


def _is_end(change: Change) -> bool:
    """Whether nothing but the end of a condition or loop came or went: its beginning is told."""
    return not (change.old and change.new) and bool(_END.fullmatch(change.old or change.new))


def _is_control(change: Change) -> bool:
    return bool(CONTROL.fullmatch(change.new or change.old))


def _printed(changes: Iterable[Change]) -> list[Change]:
    return [change for change in changes if not _is_control(change)]


def _words(change: Change) -> str:
    return change.new or change.old


def _summed_up(changes: Sequence[Change]) -> str:
    """A whole block that came or went: how much it is and how it begins."""
    printed = _printed(changes)
    tables = sum(_words(change).startswith(TABLE) for change in printed)
    notes = sum(change.note for change in printed)
    counts = {"đoạn": len(printed) - tables - notes, "bảng": tables, "chú thích": notes}
    parts = ", ".join(f"{count:02d} {noun}" for noun, count in counts.items() if count)
    return f"gồm {parts}; mở đầu: «{_beginning(printed)}» (còn nữa{MORE}"


def _beginning(printed: Iterable[Change]) -> str:
    texts = (plain(_words(change)) for change in printed if not _words(change).startswith(TABLE))
    return shortened(next(filter(None, texts), ""))


def _changes(changes: Sequence[Change], *, every: bool) -> Iterator[str]:
    whole = {change.table for change in changes if _words(change).startswith(TABLE) and _verb(change)}

    def kind(change: Change) -> _Kind:
        return _Kind(_verb(change), change.note, change.table if change.table in whole else 0)

    for found, run in groupby(changes, kind):
        together = list(run)
        if not found.verb:
            yield from (line for change in together for line in _changed(change))
        elif found.table and not every:
            yield _table(found, _printed(together))
        else:
            yield from _run(found, together, every=every)


def _verb(change: Change) -> str:
    return "" if change.old and change.new else "thêm" if change.new else "bỏ"


def _noun(change: Change) -> str:
    return "chú thích" if change.note else "dòng thẻ" if _is_control(change) else "đoạn"


def _table(kind: _Kind, printed: Sequence[Change]) -> str:
    head, *cells = [_words(change) for change in printed]
    words = shortened("; ".join(filter(None, map(plain, cells))), _LONG // 2)
    if not words:
        return f"    {kind.verb} {head.strip('[]')}"
    return f"    {kind.verb} {head.strip('[]')}, {len(cells):02d} ô có chữ: «{words}» (còn nữa{MORE}"


def _run(kind: _Kind, changes: Sequence[Change], *, every: bool) -> Iterator[str]:
    """Paragraphs that came or went together: some told, the others counted; tags told when alone."""
    printed = _printed(changes)
    if every:
        yield from (_one(kind.verb, change) for change in changes)
    elif not printed:
        more = f" và {len(changes) - 1:02d} dòng thẻ nữa (còn nữa{MORE}" if changes[1:] else ""
        yield _one(kind.verb, changes[0]) + more
    else:
        few = printed if len(printed) <= _FEW else printed[: _FEW - 1]
        yield from (_one(kind.verb, change, short=True) for change in few)
        if left := printed[len(few) :]:
            counted = f"{kind.verb} {len(left):02d} {_noun(left[0])} nữa"
            yield f"    {counted}, từ «{_beginning(left)}» (còn nữa{MORE}"


def _one(verb: str, change: Change, *, short: bool = False) -> str:
    """A paragraph that came or went. short: without the conditions inside it."""
    words = " ".join(_SILENT.sub("", _words(change)).split()) if short else ""
    return f"    {verb} {_noun(change)}: «{shortened(words or _words(change), _LONG)}»"


def _changed(change: Change) -> Iterator[str]:
    noun = _noun(change)
    if change.looks:
        yield f"    {noun} «{shortened(change.new, 60)}»: {'; '.join(change.looks)}"
        return
    old, new = marked(change.old, change.new)
    yield f"    {noun} cũ:  «{old}»"
    yield f"    {' ' * len(noun)} mới: «{new}»"


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts, the words that differ in [[ ]], long stretches that are the same shortened."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    pieces: tuple[list[str], list[str]] = [], []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (code, start, end, begin, stop) in enumerate(codes):
        if code == "equal":
            same = _around(before[start:end], first=not place, last=place == len(codes) - 1)
            for side in pieces:
                side.append(same)
            continue
        for side, words in zip(pieces, (before[start:end], after[begin:stop]), strict=True):
            side.append(_in_marks("".join(words)))
    return "".join(pieces[0]), "".join(pieces[1])


def _in_marks(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, f"[[{bare}]]", 1) if bare else words


def _around(words: Sequence[str], *, first: bool, last: bool) -> str:
    """The words next to a change; `PIECE` counts the spaces between as words of their own."""
    near = 2 * _AROUND
    if len(words) <= 2 * near + 1:
        return "".join(words)
    head = "" if first else "".join(words[:near])
    tail = "" if last else "".join(words[-near:])
    return f"{head}…{tail}" if head or tail else "".join(words)
