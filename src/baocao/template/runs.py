"""Runs that Word tore apart for its own reasons (spelling, language, revisions) become one again.

A phrase in one run is read as one phrase: its non-breaking spaces can be set, its tags are whole.
"""

from __future__ import annotations

from baocao.template.ooxml_tree import XML_SPACE, Element, drop, w

_UNSEEN = frozenset({w("lang"), w("noProof")})
_TEXT_ONLY = frozenset({w("rPr"), w("t")})
Look = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def merge_runs(root: Element) -> None:
    """Join each run of text to the one before it when nobody sees where one ends."""
    for run in list(root.iter(w("r"))):
        before = run.getprevious()
        if before is None or before.tag != w("r"):
            continue
        if _is_empty(run):
            drop(run)
        elif _is_text(before) and _is_text(run) and _look(before) == _look(run):
            _append(before, "".join(item.text or "" for item in run.findall(w("t"))))
            drop(run)


def _is_empty(run: Element) -> bool:
    return all(child.tag == w("rPr") for child in run)


def _is_text(run: Element) -> bool:
    return not _is_empty(run) and all(child.tag in _TEXT_ONLY for child in run)


def _look(run: Element) -> Look:
    """What shows of a run."""
    shown = (child for child in run.iterfind(f"{w('rPr')}//*") if child.tag not in _UNSEEN)
    return tuple((child.tag, tuple(sorted(child.attrib.items()))) for child in shown)


def _append(run: Element, text: str) -> None:
    last = run.findall(w("t"))[-1]
    last.text = (last.text or "") + text
    last.set(XML_SPACE, "preserve")
