"""What no value may hold: characters that cannot stand in a Word file, old encodings, absurd length."""

from __future__ import annotations

import re
from collections.abc import Collection

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.source.scalars import UNPRINTABLE
from baocao.vietnamese.legacy import legacy_word

LONGEST = 200_000
"""Characters of one value; a whole report has about 30,000."""
LONGEST_FULL = 2_000_000
"""Characters of one full text (`day_du`), which may be all of a report; 300 pages have about 750,000.

Measured on a busy machine of two cores, made and audited: 190,000 characters 1.8 s of processor time, 750,000
3.8 s and 187 MB (not audited 0.9 s, 56 MB), 1,900,000 9.6 s and 392 MB.
"""
_FIGURES = "so_lieu."
_NUMBER = re.compile(r"\[\d+\]")


def check_characters(raw: RawValue, faults: Faults, full: Collection[str] = ()) -> None:
    """Report every name and value of the tree that cannot be printed. full: the ids of the full texts.

    The digits of an exact number always can be.
    """
    if not _is_clean(raw):
        _check(raw, faults, full)


def _is_clean(raw: RawValue) -> bool:
    """Whether the whole tree can be printed; nearly every one can."""
    waiting = [raw]
    while waiting:
        value = waiting.pop().value
        if isinstance(value, str):
            if _is_odd(value):
                return False
        elif isinstance(value, dict):
            if any(map(UNPRINTABLE.search, value)):
                return False
            waiting += (child for child in value.values() if child.literal is not Literal.EXACT)
        elif value is not None:
            waiting += value
    return True


def _is_odd(text: str) -> bool:
    hidden = not text.isprintable() and UNPRINTABLE.search(text)
    return bool(hidden or len(text) > LONGEST or legacy_word(text))


def _check(raw: RawValue, faults: Faults, full: Collection[str], path: str = "") -> None:
    if raw.children:
        for name, child in raw.children.items():
            whole = f"{path}.{name}" if path else name
            if found := UNPRINTABLE.search(name):
                _hidden(found[0], child, whole, faults)
            if child.literal is not Literal.EXACT:
                _check(child, faults, full, whole)
    elif raw.items:
        for number, item in enumerate(raw.items, 1):
            _check(item, faults, full, f"{path}[{number}]")
    else:
        is_full = _NUMBER.sub("", path).removeprefix(_FIGURES) in full
        _check_text(raw, path, LONGEST_FULL if is_full else LONGEST, faults)


def _check_text(value: RawValue, path: str, most: int, faults: Faults) -> None:
    text = value.text
    if not text:
        return
    if found := UNPRINTABLE.search(text):
        _hidden(found[0], value, path, faults)
    if len(text) > most:
        faults.add("chu-qua-dai", _place(value, path), so=_shown(len(text)), nhieu_nhat=_shown(most))
    elif word := legacy_word(text):
        faults.add("ma-cu", _place(value, path), chu=word)


def _shown(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _hidden(character: str, value: RawValue, path: str, faults: Faults) -> None:
    where = _place(value, path).but(key=UNPRINTABLE.sub("", path))
    faults.add("ky-tu-dieu-khien", where, ma=f"U+{ord(character):04X}")


def _place(value: RawValue, path: str) -> Where:
    return value.where.but(key=value.where.key or path)
