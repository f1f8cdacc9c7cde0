"""A comparison of templates in words for a clerk: short, grouped, in the order of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from difflib import SequenceMatcher
from typing import Any

from baocao.authoring.comparing import Comparison, IndicatorChange
from baocao.authoring.differences import PIECE, BlockChange, Change, ValueChange

_END = re.compile(r"\{%-?p?\s*(?:end\w+|else)\s*-?%\}")
_LONG = 240
"""Letters of a new or removed paragraph that are told; `--json` has all."""
_AROUND = 6
"""Words left on both sides of what changed in a long paragraph."""

_STATES = {
    "them": "khối mới",
    "bo": "khối không còn",
    "doi": "khối có chữ đổi",
    "chuyen": "khối chuyển sang chỗ khác",
}
_OWN = {
    "them": "đơn vị đã thay phần này, bản gốc mới có thêm khối",
    "bo": "khối này đơn vị đã thay, bản gốc mới không còn khối này",
    "doi": "khối này đơn vị đã thay, phần gốc cũng đã đổi",
    "chuyen": "khối này đơn vị đã thay, phần gốc đã chuyển chỗ",
}


def told(found: Comparison) -> Iterator[str]:
    """The lines to print."""
    yield f"So sánh: cũ là {found.old}; mới là {found.new}."
    if not found.differs:
        yield "Không có gì khác nhau."
        return
    if found.own_file:
        yield f"Đơn vị có mẫu riêng: {found.own_file}."
    own = [item for item in found.blocks if item.own]
    yield from _group("Chữ trong báo cáo", _blocks(item for item in found.blocks if not item.own))
    yield from _group("Phần gốc của những khối đơn vị đã thay (báo cáo không đổi theo)", _blocks(own))
    yield from _group("Số liệu chỉ bản mới in", _fields(found.fields_new.items()))
    yield from _group("Số liệu chỉ bản cũ in", _fields(found.fields_gone.items()))
    yield from _group("Danh mục chỉ tiêu", _indicators(found.indicators))
    yield from _group("Gói", _values(found.manifest))
    yield from _group("Kiểu chữ và trang", _values(found.looks))


def as_data(found: Comparison) -> dict[str, Any]:
    """For `--json`."""
    return {
        "cu": found.old,
        "moi": found.new,
        "khac_nhau": found.differs,
        "mau_rieng": found.own_file,
        "khoi": [_block_data(item) for item in found.blocks],
        "truong_them": dict(found.fields_new),
        "truong_bo": dict(found.fields_gone),
        "chi_tieu": [_indicator_data(item) for item in found.indicators],
        "goi": [_value_data(item) for item in found.manifest],
        "kieu": [_value_data(item) for item in found.looks],
    }


def _group(title: str, lines: Iterable[str]) -> Iterator[str]:
    body = list(lines)
    if body:
        yield ""
        yield title
        yield from body


def _blocks(blocks: Iterable[BlockChange]) -> Iterator[str]:
    for block in blocks:
        state = _OWN[block.state] if block.own else _STATES[block.state]
        under = f", dưới đề mục «{block.heading}»" if block.heading else ""
        yield f"  {block.name or 'ngoài các khối'} ({state}{under})"
        telling = [change for change in block.changes if not _is_end(change)]
        for change in telling or block.changes:
            yield from _change(change)


def _is_end(change: Change) -> bool:
    """Whether nothing but the end of a condition or loop came or went: its beginning is told."""
    return not (change.old and change.new) and bool(_END.fullmatch(change.old or change.new))


def _change(change: Change) -> Iterator[str]:
    kind = "chú thích" if change.note else "đoạn"
    if change.looks:
        yield f"    {kind} «{_short(change.new, 60)}»: {'; '.join(change.looks)}"
    elif not change.old:
        yield f"    thêm {kind}: «{_short(change.new, _LONG)}»"
    elif not change.new:
        yield f"    bỏ {kind}: «{_short(change.old, _LONG)}»"
    else:
        old, new = marked(change.old, change.new)
        yield f"    {kind} cũ:  «{old}»"
        yield f"    {' ' * len(kind)} mới: «{new}»"


def marked(old: str, new: str) -> tuple[str, str]:
    """Both texts, the words that differ in [[ ]], long stretches that are the same shortened."""
    before, after = PIECE.findall(old), PIECE.findall(new)
    pieces: tuple[list[str], list[str]] = [], []
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (code, start, end, begin, stop) in enumerate(codes):
        if code == "equal":
            same = _shortened(before[start:end], first=not place, last=place == len(codes) - 1)
            for side in pieces:
                side.append(same)
            continue
        for side, words in zip(pieces, (before[start:end], after[begin:stop]), strict=True):
            side.append(_in_marks("".join(words)))
    return "".join(pieces[0]), "".join(pieces[1])


def _in_marks(words: str) -> str:
    bare = words.strip()
    return words.replace(bare, f"[[{bare}]]", 1) if bare else words


def _shortened(words: Sequence[str], *, first: bool, last: bool) -> str:
    """The words next to a change; `PIECE` counts the spaces between as words of their own."""
    near = 2 * _AROUND
    if len(words) <= 2 * near + 1:
        return "".join(words)
    head = "" if first else "".join(words[:near])
    tail = "" if last else "".join(words[-near:])
    return f"{head}…{tail}" if head or tail else "".join(words)


def _short(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _fields(items: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"  {name}: {label}" if label else f"  {name}" for name, label in items)


def _indicators(items: Iterable[IndicatorChange]) -> Iterator[str]:
    for item in items:
        needed = ", bắt buộc" if item.required else ""
        if item.state == "doi":
            changes = "; ".join(f"{one.name}: {one.old} → {one.new}" for one in item.changes)
            yield f"  {item.id} «{item.label}»: {changes}"
        else:
            yield f"  {'thêm' if item.state == 'them' else 'bỏ'} {item.id} «{item.label}»{needed}"


def _values(items: Iterable[ValueChange]) -> Iterator[str]:
    for item in items:
        lead = "" if item.of == "gói" else f"{item.of}, "
        yield f"  {lead}{item.name}: {item.old or 'không'} → {item.new or 'không'}"


def _block_data(block: BlockChange) -> dict[str, Any]:
    changes = [
        {"cu": item.old, "moi": item.new, "chu_thich": item.note, "cach_in": list(item.looks)}
        for item in block.changes
    ]
    return {
        "ten": block.name,
        "thay_doi": block.state,
        "de_muc": block.heading,
        "don_vi_da_thay": block.own,
        "doan": changes,
    }


def _indicator_data(item: IndicatorChange) -> dict[str, Any]:
    return {
        "ma": item.id,
        "nhan": item.label,
        "thay_doi": item.state,
        "bat_buoc": item.required,
        "chi_tiet": [_value_data(one) for one in item.changes],
    }


def _value_data(item: ValueChange) -> dict[str, Any]:
    data = asdict(item)
    return {"cua": data["of"], "muc": data["name"], "cu": data["old"], "moi": data["new"]}
