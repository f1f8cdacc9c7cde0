"""Where footnotes count from 1 again: once a page, once a section, or never (`chu_thich_dem_lai`).

ECMA-376 part 1, 17.11.19 (`w:numRestart`): it stands in `w:footnotePr` of the settings and of each section,
after `w:pos`, `w:numFmt` and `w:numStart`; what a section says goes before the settings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

EACH_PAGE, EACH_SECTION, CONTINUOUS = "eachPage", "eachSect", "continuous"

_PROPERTIES = re.compile(r"<w:footnotePr(?:/>|>(.*?)</w:footnotePr>)", re.DOTALL)
_OLD = re.compile(r"<w:numRestart [^<>]*/>")
_BEFORE = re.compile(r"(?:<w:(?:pos|numFmt|numStart)(?: [^<>]*)?/>\s*)*")


@dataclass(slots=True)
class Section:
    """The section of the document that is being passed. notes_before: the notes of the sections before it.

    A section ends with the paragraph whose properties hold its `w:sectPr`; that paragraph's notes are its.
    """

    notes_before: int = 0
    _ending: bool = False

    def pass_over(self, text: str, notes: int) -> None:
        """Go past a piece of the document; `notes`: how many have been printed up to it."""
        while text:
            _, found, text = text.partition("</w:p>" if self._ending else "</w:sectPr>")
            if found and self._ending:
                self.notes_before = notes
            self._ending ^= bool(found)


def with_restart(part: str, restart: str) -> str:
    """A part with `w:numRestart` in every `w:footnotePr` of it: the document's sections, or the settings."""
    return _PROPERTIES.sub(lambda found: _restarted(found[1] or "", restart), part)


def _restarted(inner: str, restart: str) -> str:
    inner = _OLD.sub("", inner).lstrip()
    end = _BEFORE.match(inner).end()  # type: ignore[union-attr]  # the pattern matches nothing too
    told = f'{inner[:end]}<w:numRestart w:val="{restart}"/>{inner[end:]}'
    return f"<w:footnotePr>{told}</w:footnotePr>"
