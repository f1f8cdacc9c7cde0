"""What no value may hold: characters that cannot stand in a Word file, old encodings, absurd length."""

from __future__ import annotations

from baocao.errors import Where
from baocao.intake.raw import Literal, RawValue
from baocao.model.faults import Faults
from baocao.source.scalars import UNPRINTABLE
from baocao.vietnamese.legacy import legacy_word

LONGEST = 200_000
"""Characters of one value; a whole report has about 30,000."""


def check_characters(raw: RawValue, faults: Faults, path: str = "") -> None:
    """Report every value of the tree that cannot be printed. `path`: the names that lead to `raw`."""
    if raw.children:
        for name, child in raw.children.items():
            check_characters(child, faults, f"{path}.{name}" if path else name)
    elif raw.items:
        for number, item in enumerate(raw.items, 1):
            check_characters(item, faults, f"{path}[{number}]")
    else:
        _check_text(raw, path, faults)


def _check_text(value: RawValue, path: str, faults: Faults) -> None:
    """Report a scalar that cannot be printed; the digits of an exact number always can."""
    text = "" if value.literal is Literal.EXACT else value.text
    if found := UNPRINTABLE.search(text) or UNPRINTABLE.search(path):
        where = _place(value, path).but(key=UNPRINTABLE.sub("", path))
        faults.add("ky-tu-dieu-khien", where, ma=f"U+{ord(found[0]):04X}")
    if len(text) > LONGEST:
        faults.add("chu-qua-dai", _place(value, path), so=f"{len(text):,}".replace(",", "."))
    elif word := legacy_word(text):
        faults.add("ma-cu", _place(value, path), chu=word)


def _place(value: RawValue, path: str) -> Where:
    return value.where.but(key=value.where.key or path)
