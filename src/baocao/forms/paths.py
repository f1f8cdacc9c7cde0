"""Paths of the sheet `Mục khác`: `so_lieu.tthc.linh_vuc[2].so.nguon`; names that are not plain in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

Path = tuple[str | int, ...]
"""Names of entries and numbers of items (from 1), from the top of the data file."""

_PLAIN = re.compile(r"\w[\w\-]*")
_QUOTED = r'"(?:[^"\\]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"'
_STEP = re.compile(rf"\.?(?P<name>\w[\w\-]*)|\.?(?P<quoted>{_QUOTED})|\[(?P<item>[1-9][0-9]{{0,8}})\]")


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
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN.fullmatch(step) else f".{json.dumps(step, ensure_ascii=False)}"


def _name(match: re.Match[str]) -> str | int:
    if match["item"]:
        return int(match["item"])
    return str(json.loads(match["quoted"], strict=False)) if match["quoted"] else match["name"]
