"""Rates that nobody can check against counts: those to be reached, and indexes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from baocao.audit.document import Document, PassageKind
from baocao.audit.statements import Quantity
from baocao.vietnamese.word_files import words_of

_BEFORE = 160
_BRACKETS = re.compile(r"\([^()]*\)")


@cache
def _words() -> Mapping[str, tuple[str, ...]]:
    source = words_of(Path(__file__).with_name("tu-ngu.yaml"))
    return {name: tuple(phrases) for name, phrases in source.items()}


class Targets:
    """Where a document speaks of what is to be done."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._planned: list[bool] = []
        under = False
        for passage in document.passages:
            if passage.kind is PassageKind.HEADING and _is_part(passage.text):
                text = passage.text.lower()
                under = _has(text, "sap_lam") and not _has(text, "ket_qua")
            self._planned.append(under)

    def holds(self, rate: Quantity) -> bool:
        """Whether a rate is a target, by the heading of its part or the words before it, or an index."""
        spot = rate.spot
        if self._planned[spot.passage] or rate.concepts.intersection(_words()["chi_so"]):
            return True
        text = self._document.passages[spot.passage].text
        before = text[max(spot.start - _BEFORE, 0) : spot.start].lower()
        return _has(_BRACKETS.sub("", before[_last_stop(before) :]), "chi_tieu")


def _is_part(text: str) -> bool:
    """Whether a heading is one of a whole part: "II. …", "Phần thứ hai", "B. …", not "1. …"."""
    return not text[:1].isdigit() and not text[:2].endswith(")")


def _has(text: str, name: str) -> bool:
    return _any(text, _words()[name])


def _any(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _last_stop(text: str) -> int:
    return max(text.rfind(". "), text.rfind("; "), -1) + 1
