"""What no value may hold: characters that cannot stand in a Word file, old encodings, absurd length."""

from __future__ import annotations

from collections.abc import Iterator

from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.source.scalars import UNPRINTABLE
from baocao.vietnamese.legacy import legacy_word

LONGEST = 200_000
"""Characters of one value; a whole report has about 30,000."""


def check_characters(raw: RawValue, faults: Faults) -> None:
    """Report every value of the tree that cannot be printed, with the path of names to it."""
    for path, value in _texts(raw):
        where = value.where.but(key=value.where.key or path)
        found = UNPRINTABLE.search(value.text) or UNPRINTABLE.search(path)
        if found:
            faults.add(
                "ky-tu-dieu-khien", where.but(key=UNPRINTABLE.sub("", path)), ma=f"U+{ord(found[0]):04X}"
            )
        if len(value.text) > LONGEST:
            faults.add("chu-qua-dai", where, so=f"{len(value.text):,}".replace(",", "."))
        elif word := legacy_word(value.text):
            faults.add("ma-cu", where, chu=word)


def _texts(raw: RawValue) -> Iterator[tuple[str, RawValue]]:
    """The scalars of a tree in the order of the file."""
    stack = [("", raw)]
    while stack:
        path, value = stack.pop()
        if value.children:
            named = [(f"{path}.{name}" if path else name, child) for name, child in value.children.items()]
            stack.extend(reversed(named))
        elif value.items:
            stack.extend(
                reversed([(f"{path}[{number}]", item) for number, item in enumerate(value.items, 1)])
            )
        else:
            yield path, value
