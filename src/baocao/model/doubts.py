"""What `baocao tong-hop` had doubts about, told again at every report until somebody has looked at it.

`tong_hop.can_xem` holds the doubts, each with a code (`ma`); `tong_hop.da_xem` the codes that are confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from baocao.model.form import Form
from baocao.model.rolled import ROLLED_UP
from baocao.source.raw import RawValue

DOUBTS, SEEN = "can_xem", "da_xem"
CODE, UNIT, WORDS = "ma", "don_vi", "noi_dung"
MOST_DOUBTS = 20
"""So many doubts are told one by one; of more, how many others there are."""


def check_doubts(main: Form) -> None:
    """Tell every doubt that is not confirmed, and codes that confirm nothing."""
    raw = main.get(ROLLED_UP)
    if raw is None:
        return
    doubts = list(_doubts(raw))
    known = {code for code, _, _ in doubts}
    seen = dict(_seen(raw))
    place, shown = main.at(ROLLED_UP), f"{ROLLED_UP}.{DOUBTS}"
    open_ = [one for one in doubts if one[0] not in seen]
    for code, words, item in open_[:MOST_DOUBTS]:
        main.faults.add("tong-hop-con-ngo", item.where.but(key=shown), noi_dung=words, ma=code)
    if len(open_) > MOST_DOUBTS:
        main.faults.add("tong-hop-con-ngo-khac", place, so=len(open_) - MOST_DOUBTS, tong=len(open_))
    for code, item in seen.items():
        if code not in known:
            main.faults.add("tong-hop-da-xem-la", item.where.but(key=f"{ROLLED_UP}.{SEEN}"), ma=code)


def _doubts(raw: RawValue) -> Iterator[tuple[str, str, RawValue]]:
    """Code, sentence and entry of each doubt."""
    entry = raw.children.get(DOUBTS)
    for item in entry.items if entry is not None else ():
        code, unit, words = (
            item.children[name].text.strip() if name in item.children else "" for name in (CODE, UNIT, WORDS)
        )
        yield code, words if not unit or unit in words else f"{unit}: {words}", item


def _seen(raw: RawValue) -> Iterator[tuple[str, RawValue]]:
    """The codes that are confirmed: a list, or typed in one line."""
    entry = raw.children.get(SEEN)
    if entry is None:
        return
    for item in entry.items or (entry,):
        for code in re.split(r"[\s,;]+", item.text):
            if code:
                yield code.lower(), item
