"""Template footnotes: the paragraphs of each note move to the place of its reference.

What comes in: word/document.xml and word/footnotes.xml as trees. What goes out: the document with a holder
element where each reference run stood, the note's paragraphs in it, the number signs taken out;
`write_holders` turns a holder into `{% filter _chu_thich("rPr") %}...{% endfilter %}`, so that a note lives
and dies with its reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy

from baocao.errors import Finding, Where, finding
from baocao.template.furniture import notes_part
from baocao.template.ooxml_tree import (
    NOTE_HOLDER,
    Element,
    ancestor,
    drop,
    fragment,
    make,
    parse,
    put_before,
    w,
)
from baocao.template.places import Places
from baocao.template.spots import note_ranks, stamp_notes
from baocao.template.tags import write

_FURNITURE = ("separator", "continuationSeparator", "continuationNotice")
_WRAPPERS = (w("sdt"), w("sdtContent"), w("customXml"))
_OWN_MARK = w("customMarkFollows")
"""Says that the author typed the mark of the note behind its reference: Word does not number such a note."""
_NO_NOTES_IN = (w("txbxContent"), w("comment"), NOTE_HOLDER)


def notes_of(parts: Mapping[str, bytes], document: Element, where: Where) -> Mapping[str, Element]:
    """The notes of a package by id, without separators; their paragraphs are stamped with their place."""
    name = notes_part(parts, where)
    if name not in parts:
        return {}
    root = parse(parts[name], where)
    stamp_notes(root, name, note_ranks(document))
    return {
        note.get(w("id")): note for note in root.iter(w("footnote")) if note.get(w("type")) not in _FURNITURE
    }


def move_notes(root: Element, notes: Mapping[str, Element]) -> list[tuple[str, Element]]:
    """Put a holder with the note's paragraphs in the place of each reference.

    Gives the references that cannot be followed, each with the code of its finding.
    """
    faults: list[tuple[str, Element]] = []
    for reference in list(root.iter(w("footnoteReference"))):
        number = reference.get(w("id"))
        if any(ancestor(reference, name) is not None for name in _NO_NOTES_IN):
            faults.append(("chu-thich-sai-cho", reference))
        elif number not in notes:
            faults.append(("chu-thich-mat", reference))
        else:
            holder = _hold(reference, notes[number])
            faults += [("chu-thich-sai-cho", inner) for inner in holder.iter(w("footnoteReference"))]
    return faults


def refused_references(root: Element) -> list[tuple[str, Element]]:
    """Word opens no file with a footnote in a header or footer."""
    return [("chu-thich-sai-cho", reference) for reference in root.iter(w("footnoteReference"))]


def reference_findings(faults: Iterable[tuple[str, Element]], places: Places) -> list[Finding]:
    """What is wrong with references, where they stand."""
    return [finding(code, places.where(item, _words_before(item))) for code, item in faults]


def _hold(reference: Element, note: Element) -> Element:
    run = reference.getparent()
    properties = run.find(w("rPr"))
    holder = make("note")
    holder.tag = NOTE_HOLDER
    holder.set("rpr", fragment(properties))
    if reference.get(_OWN_MARK, "0") not in ("0", "false", "off"):
        holder.set("mark", _typed_mark(reference))
    holder.extend([deepcopy(item) for item in _paragraphs(note)])
    for sign in list(holder.iter(w("footnoteRef"))):
        _drop_sign(sign)
    rest = make("r")
    if properties is not None:
        rest.append(deepcopy(properties))
    rest.extend(list(reference.itersiblings()))
    run.remove(reference)
    place = run.getparent().index(run) + 1
    if len(rest) > (properties is not None):
        run.getparent().insert(place, rest)
    run.getparent().insert(place, holder)
    if len(run) == (properties is not None):
        drop(run)
    return holder


def _typed_mark(reference: Element) -> str:
    """Take the mark of a note out of its run: reference and mark stay in one run in the report."""
    mark = [item for item in reference.itersiblings() if item.tag in (w("t"), w("sym"))]
    if any("{" in (item.text or "") for item in mark):
        return ""
    for item in mark:
        item.getparent().remove(item)
    return "".join(map(fragment, mark))


def _paragraphs(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a note, also those within content controls."""
    for item in container:
        if item.tag in (w("p"), w("tbl")):
            yield item
        elif item.tag in _WRAPPERS:
            yield from _paragraphs(item)


def _drop_sign(sign: Element) -> None:
    run = sign.getparent()
    drop(sign)
    if all(child.tag == w("rPr") for child in run):
        drop(run)


def _words_before(reference: Element) -> str:
    paragraph = ancestor(reference, w("p"))
    return "".join(item.text or "" for item in paragraph.iter(w("t")))[-60:] if paragraph is not None else ""


def write_holders(root: Element) -> None:
    """Turn each holder into the call that registers its note and gives its reference."""
    for holder in list(root.iter(NOTE_HOLDER)):
        facts = ", ".join(_quoted(holder.get(key)) for key in ("rpr", "mark") if holder.get(key) is not None)
        put_before(holder, write("{%", f"filter _chu_thich({facts})") + (holder.text or ""))
        parent, place = holder.getparent(), holder.getparent().index(holder)
        tail, holder.tail = holder.tail or "", None
        children = list(holder)
        parent.remove(holder)
        for offset, child in enumerate(children):
            parent.insert(place + offset, child)
        last = children[-1] if children else None
        end = write("{%", "endfilter") + tail
        if last is None:
            _append_at(parent, place, end)
        else:
            last.tail = (last.tail or "") + end


def _quoted(text: str) -> str:
    """A text as a Jinja string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _append_at(parent: Element, place: int, text: str) -> None:
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
