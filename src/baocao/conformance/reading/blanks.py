"""Where a typist set two columns of a head or a signature apart by a run of blanks, as others do by a tab."""

from __future__ import annotations

import re

from baocao.vietnamese.text import without_marks

_RUN = re.compile("[ \u00a0\u2000-\u200a\u202f\u3000]{3,}")
_MANY = 6
"""Blanks from which on they are no slip, whatever stands around them."""
_LONGEST = 180
"""Characters of a row with the longest agency's name and Quốc hiệu side by side."""
_RULE = re.compile(r"[_—–―─━═¯‗=~*\-oO0]{3,}")
_FILLED_IN = frozenset({"so", "ngay", "thang", "nam", "ky"})
"""Words behind which a draft leaves room for a number: "ngày      tháng      năm"."""
_ENDS = ".,;:!?"
_BEFORE_WORDS = "(“\"'+- "


def columns_typed(text: str, *, centred: bool) -> list[tuple[int, int]]:
    """The stretches of a row between the blanks that set columns apart: where each begins and ends.

    Blanks belong to the stretch before them. One stretch when nothing is set apart. centred: of the
    paragraph, where few blanks are letters spaced out ("BÁO   CÁO").
    """
    places = [0]
    if _RUN.search(text) and len(" ".join(text.split())) <= _LONGEST:
        for run in _RUN.finditer(text):
            left, right = text[places[-1] : run.start()].strip(), text[run.end() :]
            if left and right and _apart(left, _RUN.split(right)[0].strip(), len(run[0]), centred=centred):
                places.append(run.end())
    return list(zip(places, [*places[1:], len(text)], strict=True))


def _apart(left: str, right: str, count: int, *, centred: bool) -> bool:
    """Whether `count` blanks between two texts part two columns."""
    if _RULE.fullmatch(left) or _RULE.fullmatch(right):
        return count >= _MANY
    if not right.strip(_BEFORE_WORDS)[:1].isalpha() or without_marks(left.split()[-1]).lower() in _FILLED_IN:
        return False
    if left[-1] == ":":
        return " " in left and right.isupper() and count >= _MANY
    if count >= _MANY:
        return right.strip(_BEFORE_WORDS)[0].isupper() or left.isupper()
    return not centred and _begins_anew(left, right)


def _begins_anew(left: str, right: str) -> bool:
    """Whether two texts are no one sentence with a slip between its words."""
    return " " in left and " " in right and left[-1] not in _ENDS and right[0].isupper()
