"""Texts of the data that say "tăng" where the figures fell, or "giảm" where they rose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from baocao.derive.context import Context
from baocao.derive.ground import Ground
from baocao.errors import Finding, Where, finding
from baocao.packs.catalogue import NUMERIC
from baocao.vietnamese.directions import DOWN, SAME, UP

_CLAIM = re.compile(r"([Tt]ăng|[Gg]iảm)\s(?:thêm\s|được\s)?0?([1-9][\d.]*(?:,\d+)?|0,\d+)\s(\w+)")

Key = tuple[str, str]
Moves = dict[Key, dict[str, str]]


def check_direction(ground: Ground) -> Iterator[Finding]:
    """A claim with number and unit of a figure's difference is judged: one such figure must move that way."""
    claims = [(key, claim) for key, text in _texts(ground) for claim in _CLAIM.finditer(text)]
    moves = _moves(ground) if claims else {}
    for key, claim in claims:
        said = claim[1].lower()
        opposite = DOWN if said == UP else UP
        known = moves.get((claim[2], claim[3].lower()), {})
        if opposite in known and said not in known:
            place = _where(ground, key).but(words=claim[0])
            yield finding("huong-trai-nguoc", place, viet=claim[0], huong=opposite, ten=known[opposite])


def _moves(ground: Ground) -> Moves:
    """By printed difference and first word of its unit: which way which figure moved."""
    context = Context(ground.record, ground.catalogue, ground.now, ground.before)
    moves: Moves = defaultdict(dict)
    for id_ in (id_ for id_ in ground.now if id_ in ground.before):
        indicator = ground.catalogue[id_]
        figure = context.make(id_) if indicator.kind in NUMERIC else None
        if figure is not None and figure.huong != SAME and figure.chenh_lech.don_vi_tinh:
            unit = figure.chenh_lech.don_vi_tinh.split()[0].lower()
            number = str(figure.chenh_lech).removesuffix(" đồng")
            key = number.removeprefix("0") if "," not in number else number
            moves[key, unit].setdefault(figure.huong, indicator.label)
    return moves


def _texts(ground: Ground) -> Iterator[tuple[str, str]]:
    """Every text of the data with its indicator's id, and the notes with "chu_thich." and their name."""
    if not ground.before:
        return
    for id_, found in ground.now.items():
        if found.value.text:
            yield id_, found.value.text
        for row in found.value.records:
            yield from ((id_, cell.text) for cell in row.values() if cell.text)
    yield from ((f"chu_thich.{name}", text) for name, text in ground.record.notes.items())


def _where(ground: Ground, key: str) -> Where:
    return ground.where(key) if key in ground.catalogue else Where(file=ground.record.file, key=key)
