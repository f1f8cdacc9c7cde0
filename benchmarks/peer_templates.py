"""The template in the tags of docxtemplater and carbone, which know neither our filters nor notes in texts.

Every printed tag becomes one of theirs and gets a figure; a condition becomes a section of theirs, the first
branch shown and the others not; a loop is gone through once, rows of tables are printed as they stand. They
fill in about what docxtpl and `baocao` do, without rows, numbering, notes and filters: no more work.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

_TAG = re.compile(r"\{\{[^<]*?\}\}|\{%[^<]*?%\}|\{#[^<]*?#\}")
_WORDS = re.compile(r"\{%-?\s*(?:(p|tr|tc|r)\s+)?(\w+)")
PARTS = "word/document.xml", "word/footnotes.xml", "docProps/core.xml"


class Syntax(NamedTuple):
    """How a peer writes a value, the beginning of a section and its end."""

    value: str
    begin: str
    end: str


SYNTAXES = {
    "docxtemplater": Syntax("{%s}", "{#%s}", "{/%s}"),
    "carbone": Syntax("{d.%s}", "{d.%s:ifEQ(true):showBegin}", "{d.%s:showEnd}"),
}


def peer_template(template: Path, target: Path, syntax: Syntax) -> dict[str, Any]:
    """Write the template; gives what its tags ask for by their names."""
    asked: dict[str, Any] = {}
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if name in PARTS:
                data = _TAG.sub(_rewriter(asked, syntax), data.decode()).encode()
            made.writestr(name, data)
    return asked


def _rewriter(asked: dict[str, Any], syntax: Syntax) -> Callable[[re.Match[str]], str]:
    open_sections: list[str] = []

    def begin(*, shown: bool) -> str:
        name = f"k{len(asked)}"
        asked[name] = shown
        open_sections.append(name)
        return syntax.begin % name

    def rewritten(tag: re.Match[str]) -> str:
        if tag[0].startswith("{{"):
            name = f"so{len(asked)}"
            asked[name] = "27.630"
            return syntax.value % name
        found = _WORDS.match(tag[0])
        level, word = (found[1], found[2]) if found else ("", "")
        if level == "tr":
            return ""
        if word in ("if", "for"):
            return begin(shown=True)
        if word in ("elif", "else"):
            return syntax.end % open_sections.pop() + begin(shown=False)
        if word in ("endif", "endfor"):
            return syntax.end % open_sections.pop()
        return ""

    return rewritten
