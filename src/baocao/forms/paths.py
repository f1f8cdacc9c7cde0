"""Paths of the sheet `Mục khác`: `so_lieu.tthc.linh_vuc[2].so.nguon`; names that are not plain in quotes.

The number of a table's row has the name of the row behind it, `linh_vuc[2 "Đất đai"]`, so that a row that has
moved is known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

Path = tuple[str | int, ...]
"""Names of entries and numbers of items (from 1), from the top of the data file."""

_PLAIN = re.compile(r"\w[\w\-]*")
_QUOTED = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
_STEP = re.compile(
    rf"\.?(?P<name>\w[\w\-]*)|\.?(?P<quoted>{_QUOTED})"
    rf"|\[(?P<item>[1-9][0-9]{{0,8}})(?: +(?P<row>{_QUOTED}))?\]"
)


class Item(int):
    """The number of an item, with the name of the row it was written for; equal numbers are equal."""

    name: str

    def __new__(cls, number: int, name: str = "") -> Item:
        made = super().__new__(cls, number)
        made.name = name
        return made


def path_text(path: Sequence[str | int]) -> str:
    """The path in one line."""
    return "".join(map(_step, path)).removeprefix(".")


def path_of(text: str) -> Path | None:
    """The path a text says; None when it is no path."""
    steps: list[str | int] = []
    place = 0
    typed = text.strip()
    while place < len(typed):
        match = _STEP.match(typed, place)
        begins_well = match is not None and (place == 0) != match[0].startswith((".", "["))
        if match is None or not begins_well:
            return None
        steps.append(_name(match))
        place = match.end()
    return tuple(steps) or None


def _step(step: str | int) -> str:
    if isinstance(step, Item) and step.name:
        return f"[{int(step)} {json.dumps(step.name, ensure_ascii=False)}]"
    if isinstance(step, int):
        return f"[{int(step)}]"
    return f".{step}" if _PLAIN.fullmatch(step) else f".{json.dumps(step, ensure_ascii=False)}"


def _name(match: re.Match[str]) -> str | int:
    if match["item"]:
        return Item(int(match["item"]), _unquoted(match["row"]) if match["row"] else "")
    return _unquoted(match["quoted"]) if match["quoted"] else match["name"]


def _unquoted(text: str) -> str:
    return str(json.loads(text, strict=False))
