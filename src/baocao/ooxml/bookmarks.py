"""Bookmarks: the names of what references lead to. Word hides those that begin with an underscore."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SHARE = 100_000
TEMPLATE_IDS, NOTE_IDS, REFERENCE_IDS, TEXT_IDS = (
    range(at * _SHARE + 1, (at + 1) * _SHARE + 1) for at in range(4)
)
"""The ids of bookmarks by who writes them: the template, the render round notes that are repeated, its last
step where a reference needs one, and the texts of the data. A file may have each only once.
"""
CONTENTS_NAMES = "_Toc7000"
"""How our bookmarks for tables of contents begin; Word begins its own with "_Toc"."""
_NAME = re.compile(r"[^\W\d_]\w{0,29}")


def is_name(text: str) -> bool:
    """Whether Word takes it for the name of a bookmark (40 signs with ours in front; a letter first)."""
    return _NAME.fullmatch(text) is not None


def bookmark(ids: Iterator[int], name: str, xml: str) -> str:
    """Runs or paragraphs in a bookmark of that name; as they are when it is "". ids: gives its number."""
    if not name:
        return xml
    number = next(ids)
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{xml}<w:bookmarkEnd w:id="{number}"/>'
