"""Texts of the data that say "tăng" where the figures fell, or "giảm" where they rose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from baocao.derive.context import Context
from baocao.derive.figure import DOWN, SAME, UP
from baocao.derive.ground import Ground
from baocao.errors import Finding, Where, finding
from baocao.model.record import Value
from baocao.packs.catalogue import NUMERIC

_CLAIM = re.compile(
    r"(?<!\w)(tăng|giảm)\s(?:thêm\s|được\s)?0?([1-9][\d.]*(?:,\d+)?|0,\d+)\s(\w+)", re.IGNORECASE
)

Key = tuple[str, str]
Moves = dict[Key, dict[str, str]]


def check_direction(ground: Ground) -> Iterator[Finding]:
    """A claim with number and unit of a figure's difference is judged: one such figure must move that way."""
    claims = [(where, claim) for where, text in _texts(ground) for claim in _CLAIM.finditer(text)]
    moves = _moves(ground) if claims and ground.before else {}
    for where, claim in claims:
        said, key = claim[1].lower(), (claim[2], claim[3].lower())
        opposite = DOWN if said == UP else UP
        known = moves.get(key, {})
        if opposite in known and said not in known:
            place, label = where.but(words=claim[0]), known[opposite]
            yield finding("huong-trai-nguoc", place, viet=claim[0], huong=opposite, ten=label)


def _moves(ground: Ground) -> Moves:
    """By printed difference and first word of its unit: which way which figure moved."""
    context = Context(ground.record, ground.catalogue, ground.now, ground.before)
    moves: Moves = defaultdict(dict)
    for id_ in ground.now.keys() & ground.before.keys():
        indicator = ground.catalogue[id_]
        figure = context.make(id_) if indicator.kind in NUMERIC else None
        if figure is not None and figure.huong != SAME and figure.chenh_lech.don_vi_tinh:
            unit = figure.chenh_lech.don_vi_tinh.split()[0].lower()
            number = str(figure.chenh_lech).removesuffix(" đồng")
            moves[number.removeprefix("0") if "," not in number else number, unit][figure.huong] = (
                indicator.label
            )
    return moves


def _texts(ground: Ground) -> Iterator[tuple[Where, str]]:
    for id_, found in ground.now.items():
        if found.value.text or found.value.records:
            yield from _texts_of(ground.where(id_), found.value)
    for name, text in ground.record.notes.items():
        yield Where(file=ground.record.file, key=f"chu_thich.{name}"), text


def _texts_of(where: Where, value: Value) -> Iterator[tuple[Where, str]]:
    if value.text:
        yield where, value.text
    for row in value.records:
        for cell in row.values():
            if cell.text:
                yield cell.where if cell.where.file else where, cell.text
