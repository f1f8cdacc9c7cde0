"""Which lines of the letterhead name the agency and which the one above it (cơ quan chủ quản).

The words decide where they can, since bold type may be just what is wrong; bold type decides where they
cannot.
"""

from __future__ import annotations

from collections.abc import Sequence

from baocao.conformance.components.stream import Entry
from baocao.conformance.components.words import words
from baocao.vietnamese.text import nfc

_COMMITTEE = 1
"""The rank whose members may stand under one another (UBND tỉnh, UBND xã)."""
_TWO_NAMES = "các dòng này là một tên cơ quan hay tên cơ quan chủ quản đứng trên tên cơ quan ban hành"


def starts_agency(entry: Entry) -> bool:
    """Whether a line begins with a word that names agencies."""
    return _rank(entry) is not None


def goes_on(entry: Entry) -> bool:
    """Whether a line can only go on with the name above it ("TỈNH ĐỒNG THÁP"; but not "TỈNH ỦY")."""
    found = words().goes_on.match(entry.key)
    return found is not None and _longest(entry)[0] <= len(found[0])


def split_names(lines: Sequence[Entry]) -> tuple[int, str]:
    """How many of the lines name the agency above, and why that is not certain ("" when it is)."""
    starts, certain = _starts(lines)
    if len(starts) > 1:
        alike = _rank(lines[starts[-1]]) == _rank(lines[starts[-2]]) != _COMMITTEE
        doubtful = alike and len({line.bold for line in lines}) == 1
        return starts[-1], _TWO_NAMES if doubtful else ""
    return (0 if certain else _by_face(lines)), ""


def _rank(entry: Entry) -> int | None:
    """The rank of the agency whose word stands at the start of the line."""
    length, rank = _longest(entry)
    return rank if length else None


def _longest(entry: Entry) -> tuple[int, int]:
    """Length and rank of the longest word of agencies at the start of a line; 0 for none.

    A word of one syllable counts only with its marks: "SỞ", not "SỐ"; "QUỸ", not "QUY".
    """
    text = " ".join(nfc(entry.text).lower().split())
    ranks = list(enumerate(words().ranks))
    found = [(len(match[0]), -rank) for rank, form in ranks if (match := form.marked.match(text))]
    found += [(len(match[0]), -rank) for rank, form in ranks if (match := form.folded.match(entry.key))]
    length, rank = max(found, default=(0, 0))
    return length, -rank


def _bare(entry: Entry) -> bool:
    """Whether a line is only the word of an agency, whose name must follow ("VĂN PHÒNG")."""
    return _longest(entry)[0] == len(entry.key.rstrip(" .,"))


def _starts(lines: Sequence[Entry]) -> tuple[list[int], bool]:
    """The lines at which a name begins by its words, and whether every line was understood."""
    ranks = [None if at and goes_on(line) else _rank(line) for at, line in enumerate(lines)]
    starts = [0]
    for at in range(1, len(lines)):
        rank, above = ranks[at], ranks[starts[-1]]
        open_name = _bare(lines[at - 1]) or _and_ends(lines[at - 1].key)
        if rank is not None and above is not None and rank >= above and not open_name:
            starts.append(at)
    told = all(rank is not None or goes_on(line) for rank, line in zip(ranks, lines, strict=True))
    return starts, told


def _and_ends(key: str) -> bool:
    """Whether a name cannot end here: "HỘI ĐỒNG NHÂN DÂN VÀ"."""
    return key.split()[-1:] in (["va"], ["-"], ["cua"], ["thuoc"])


def _by_face(lines: Sequence[Entry]) -> int:
    """The number of lines above the first bold one; 0 when all are alike."""
    first = next((at for at, line in enumerate(lines) if line.bold), 0)
    return first if all(line.bold for line in lines[first:]) else 0
