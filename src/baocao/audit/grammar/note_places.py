"""Where the paragraphs of each footnote stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from baocao.audit.document import Document

MOST_MARKS = 100
"""Notes of one paragraph that are read; more hang on no paragraph that a person wrote."""


class NotePlaces:
    """The passages of the notes of a document, also when their numbers begin again."""

    def __init__(self, document: Document) -> None:
        self._runs: dict[str, list[list[int]]] = {}
        for place, passage in enumerate(document.passages):
            if passage.note:
                runs = self._runs.setdefault(passage.note, [])
                if runs and runs[-1][-1] == place - 1:
                    runs[-1].append(place)
                else:
                    runs.append([place])

    def after(self, note: str, place: int) -> Sequence[int]:
        """The passages of the note with a number that stands next after a passage; none without one."""
        runs = self._runs.get(note, [])
        at = bisect_left(runs, place, key=lambda run: run[0])
        return runs[at] if at < len(runs) else ()
