"""One finished report as a template for peers without our tags: every figure printed in it becomes a tag.

docxtemplater and carbone know neither our filters nor notes in texts, so that they get the report of one unit
in which only figures are to be filled in: less work than the template from which `baocao` and docxtpl make
the same report, with its choices, loops, texts and notes.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

_TEXT = re.compile(r"(<w:t(?: [^<>]*)?>)([^<]*)(</w:t>)")
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")
PARTS = "word/document.xml", "word/footnotes.xml"


def flat_template(report: Path, target: Path, tag: str) -> dict[str, str]:
    """Write the template; gives the figures by the names of their tags. tag: as the peer has it, "{%s}"."""
    figures: dict[str, str] = {}

    def tagged(figure: re.Match[str]) -> str:
        name = f"so{len(figures) + 1}"
        figures[name] = figure[0]
        return tag % name

    def text(found: re.Match[str]) -> str:
        return found[1] + _FIGURE.sub(tagged, found[2]) + found[3]

    with zipfile.ZipFile(report) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            data = source.read(name)
            if name in PARTS:
                data = _TEXT.sub(text, data.decode()).encode()
            made.writestr(name, data)
    return figures
