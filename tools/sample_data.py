"""Which data files of samples/ show a pack: the first of them is the one of its picture and its page."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NO_REPORTS = frozenset(["mau", "xa"])
"""Folders of samples without reports of their own: templates, and what communes send to the unit above."""
_PACK = re.compile(r"^goi: *([a-z0-9-]+)", re.MULTILINE)


def sample_files() -> dict[str, list[Path]]:
    """Pack -> its data files below samples/; named after it and nearest to the top first."""
    found: dict[str, list[Path]] = {}
    for path in (ROOT / "samples").rglob("*.*"):
        if _NO_REPORTS.isdisjoint(path.relative_to(ROOT / "samples").parts) and (pack := _pack_of(path)):
            found.setdefault(pack, []).append(path)
    return {pack: sorted(paths, key=lambda path: _order(pack, path)) for pack, paths in found.items()}


def _pack_of(path: Path) -> str:
    """The pack that a data file names; a text with figures that names none is for the free pack."""
    if path.suffix not in (".yaml", ".md"):
        return ""
    text = path.read_text(encoding="utf-8")
    found = _PACK.search(text)
    free = "chung" if text.startswith("---\n") else ""
    return found[1] if found and (free or path.suffix == ".yaml") else free


def _order(pack: str, path: Path) -> tuple[bool, int, str]:
    parts = path.relative_to(ROOT / "samples").parts
    return not parts[0].startswith(pack), len(parts), path.as_posix()
