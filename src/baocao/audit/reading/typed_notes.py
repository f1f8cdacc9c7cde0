"""Notes of a text that lost its raised digits: "cấp xã1" or "cấp xã(1)", and "1 Cấp Huyện: …" at the foot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from baocao.audit.reading.text_marks import is_measure

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LETTER = "a-zà-öø-ÿăđĩũơưạ-ỹ\u0300-\u036f"
_CAPITAL = 'A-ZÀ-ÖØ-ÞĂĐĨŨƠƯẠ-Ỹ“"+-'
_GLUED = re.compile(
    rf"(?<=[{_LETTER}]{{2}})(?P<plain>\d{{1,2}})(?![\w/]|[.,]\d)"
    r"|(?<=[%”])(?P<sign>\d{1,2})(?![\w/%]|[.,]\d)"
)
_BRACKETED = re.compile(r"(?<=[^\s(\[/\d-])\((?P<plain>\d{1,2})\)")
_START = re.compile(rf"(?P<plain>\d{{1,2}})[ \u00a0]?(?=[{_CAPITAL}]|[{_LETTER}])")
_BRACKETED_START = re.compile(r"\((?P<plain>\d{1,2})\)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Spot:
    line: int
    start: int
    end: int
    number: int


def raise_typed_notes(lines: Sequence[str]) -> list[str]:
    """The lines; the number of a note is raised where it stands behind a word and at the foot in front of it.

    A number is one of a note when both are there, the mark first, and the numbers at the foot count up.
    """
    raised = list(lines)
    for starts, marks in ((_START, _GLUED), (_BRACKETED_START, _BRACKETED)):
        pairs = list(_pairs(_starts(raised, starts), _marks(raised, marks)))
        _raise(raised, (spot for pair in pairs for spot in pair))
    return raised


def _starts(lines: Sequence[str], shape: re.Pattern[str]) -> Iterable[_Spot]:
    for at, line in enumerate(lines):
        if found := shape.match(line):
            yield _Spot(at, 0, found.end(), int(found["plain"]))


def _marks(lines: Sequence[str], shape: re.Pattern[str]) -> Mapping[int, list[_Spot]]:
    """The numbers behind words, by number, in the order of the text."""
    found: dict[int, list[_Spot]] = {}
    for at, line in enumerate(lines):
        for match in shape.finditer(line):
            number = next(group for group in match.groups() if group)
            if not is_measure(line[max(match.start() - 3, 0) : match.start()]):
                found.setdefault(int(number), []).append(_Spot(at, match.start(), match.end(), int(number)))
    return found


def _pairs(starts: Iterable[_Spot], marks: Mapping[int, list[_Spot]]) -> Iterable[tuple[_Spot, _Spot]]:
    """Each note with the nearest mark before it; numbers go 1, 2, 3 and may begin again."""
    last = first = 0
    for start in starts:
        if start.number not in (last + 1, 1):
            continue
        same = marks.get(start.number, [])
        before = bisect_left(same, start.line, key=lambda mark: mark.line) - 1
        if before >= 0 and same[before].line >= first:
            first, last = same[before].line, start.number
            yield same[before], start


def _raise(lines: list[str], spots: Iterable[_Spot]) -> None:
    by_line: dict[int, list[_Spot]] = {}
    for spot in spots:
        by_line.setdefault(spot.line, []).append(spot)
    for at, held in by_line.items():
        for spot in sorted(held, key=lambda item: -item.start):
            line = lines[at]
            lines[at] = f"{line[: spot.start]}{str(spot.number).translate(_RAISED)}{line[spot.end :]}"
