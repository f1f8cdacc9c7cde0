"""The footnotes and endnotes of a document in the order of their references."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from baocao.audit.reading.word_notes import KINDS, NoteKind, ShownNote, note_key, shown_notes
from baocao.conformance.appearance import Element
from baocao.conformance.paper import Note, Story, paragraphs_of
from baocao.conformance.reading.measures import W_
from baocao.conformance.reading.stories import PARAGRAPH, Home, StoryReader
from baocao.conformance.reading.words import CHANGED_OUT
from baocao.ooxml.names import FOOTNOTES
from baocao.ooxml.usual_names import ENDNOTES
from baocao.template.revisions import accept_changes

NOTE_PARTS = {"footnote": FOOTNOTES, "endnote": ENDNOTES}
NOTE_IDS = {"footnote": "", "endnote": "endnote#"}
"""What stands before the id of a note, so that a footnote and an endnote never share one."""


def read_notes(
    document: Element, settings: Element | None, parts: Mapping[str, Element], stories: StoryReader
) -> tuple[Note, ...]:
    """The notes that are printed. document, settings: the roots of these parts. parts: all, by name."""
    shown = shown_notes(_accepted(document), settings)
    found: dict[str, Note] = {}
    for kind in KINDS:
        root = parts.get(NOTE_PARTS[kind.tag])
        if root is not None:
            found |= _notes_of(kind, root, shown, stories)
    return tuple(found[key] for key in shown if key in found)


def _notes_of(
    kind: NoteKind, root: Element, shown: Mapping[str, ShownNote], stories: StoryReader
) -> dict[str, Note]:
    part = NOTE_PARTS[kind.tag]
    numbers = {paragraph: number for number, paragraph in enumerate(root.iter(PARAGRAPH))}
    found = {}
    for element in root.iterchildren(W_ + kind.tag):
        known = shown.get(note_key(kind, element))
        if known is None:
            continue
        names = {
            paragraph: (f"{part}#{numbers[paragraph]}", known.place + (f", đoạn {rank}" if rank > 1 else ""))
            for rank, paragraph in enumerate(element.iter(PARAGRAPH), start=1)
        }
        paragraphs = tuple(paragraphs_of(stories.blocks(element, Home(Story.NOTE, names))))
        ident = NOTE_IDS[kind.tag] + element.get(f"{W_}id", "")
        found[known.key] = Note(ident, known.shown, paragraphs)
    return found


def _accepted(document: Element) -> Element:
    """The document without the references that a tracked change took away."""
    references = tuple(kind.reference for kind in KINDS)
    gone = (True for item in document.iter(*references) for _ in item.iterancestors(*CHANGED_OUT))
    if not any(gone):
        return document
    copy = deepcopy(document)
    accept_changes(copy)
    return copy
