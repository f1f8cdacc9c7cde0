"""The unit that a table's figures share, as typed over it: "Đơn vị tính: triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNIT = r"(?P<unit>[^\s:;.,()][^:;.()]{0,38})"
_TOLD = re.compile(
    rf"(?:đơn\s+vị\s+tính|đ\.?v\.?t)\.?\s*:?\s*{_UNIT}"
    r"|đơn\s+vị\s*:\s*(?P<amount>(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)*đồng|%|người|hồ sơ|lượt|văn bản|biên chế)",
    re.IGNORECASE,
)
_LONGEST = 120
"""Characters of a caption; a sentence that speaks of a unit is none."""


def unit_told(above: Iterable[str], headers: Iterable[str]) -> str:
    """The unit typed in the paragraphs above a table, the nearest last, or in a header cell; "" without one.

    A header that only says "Đơn vị tính" heads a column of units and tells none.
    """
    for text in (*reversed(list(above)), *headers):
        found = _TOLD.search(text) if len(text) <= _LONGEST else None
        if found:
            return " ".join((found["unit"] or found["amount"]).split()).lower()
    return ""
