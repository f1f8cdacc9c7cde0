"""The compiler's own passes over one part, told to go on where they would stop.

What comes out is the Jinja source of the part, a line a paragraph, with its tags balanced, and everything the
passes had to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from baocao.errors import Finding, finding
from baocao.lint.balance import balanced
from baocao.lint.mending import mend
from baocao.lint.word_file import WordFile, words_of
from baocao.ooxml.names import DOCUMENT, part_label
from baocao.template.cells import treat_cells, treat_rules
from baocao.template.charts import ask_for_charts
from baocao.template.dialect import lost_words, strip_noise
from baocao.template.flow import Flow, read_flow
from baocao.template.joining import join_tags
from baocao.template.marks import COMMENT_START, VAR_START
from baocao.template.notes import (
    move_notes,
    notes_of,
    reference_findings,
    refused_references,
    write_holders,
)
from baocao.template.ooxml_tree import NOTE_HOLDER, Element, w
from baocao.template.places import Places
from baocao.template.revisions import accept_changes
from baocao.template.source import JinjaSource, write_source
from baocao.template.spots import stamp
from baocao.template.tag_places import Tag, shown
from baocao.template.tags import WRITTEN, typed_reference, write

_ENDS = ("end",)


@dataclass(frozen=True, slots=True)
class Reading:
    """One part read. source: balanced. findings: of all passes."""

    part: str
    source: JinjaSource
    findings: tuple[Finding, ...]


def read_part(file: WordFile, part: str, knows: Callable[[str], bool]) -> Reading:
    """Read a part that `file.sheets` has. knows: whether the data has a dotted name."""
    root = file.tree(part)
    stamp(root, part)
    if part == DOCUMENT:
        readable = not file.notes or file.notes in file.sheets
        faults = move_notes(root, notes_of(file.parts, root, file.where)) if readable else []
    else:
        faults = refused_references(root)
    places = Places(root, file.where.but(part=part_label(part)), file.levels)
    findings = reference_findings(faults, places)
    accept_changes(root)
    findings += mend(root, places, knows)
    strip_noise(root)
    treat_rules(root)
    findings += join_tags(root, places)
    treat_cells(root)
    findings += _flow_findings(root, places)
    _keep_levels(root)
    ask_for_charts(root, places)
    write_holders(root)
    return Reading(part, balanced(write_source(root, places)), tuple(dict.fromkeys(findings)))


def _flow_findings(root: Element, places: Places) -> list[Finding]:
    """Tags that do not match; then, without these, the pairs at different levels."""
    flow = read_flow(root, places)
    findings = list(flow.findings)
    if findings and any(_is_unmatched(tag) for tag in flow.tags):
        left = {id(tag) for tag in flow.tags if not _is_unmatched(tag)}
        findings += _levels_apart([tag for tag in flow.tags if id(tag) in left], places)
    return [*findings, *_lost(flow, places), *_empty(flow, places)]


def _is_unmatched(tag: Tag) -> bool:
    if tag.group is None:
        return tag.word.startswith(_ENDS) or tag.word in ("elif", "else")
    return not tag.group.tags[-1].word.startswith(_ENDS)


def _levels_apart(tags: Iterable[Tag], places: Places) -> list[Finding]:
    """Pairs whose tags were written for different levels (`{%tr … %}` with `{%p … %}`)."""
    findings = []
    for group in {id(tag.group): tag.group for tag in tags if tag.group}.values():
        first = group.tags[0]
        other = next((tag for tag in group.tags if tag.level != first.level), None)
        if other is not None:
            where = places.where(first.owner)
            findings.append(finding("the-lech-cho", where, the=shown(first), kia=shown(other)))
    return findings


def _lost(flow: Flow, places: Places) -> Iterator[Finding]:
    """What stands beside a tag that takes the place of its row, cell or paragraph."""
    for owner, tags in flow.replaced.items():
        if owner.tag == w("r"):
            continue
        if next(owner.iter(NOTE_HOLDER), None) is not None:
            yield finding("chu-thich-trong-the", places.where(owner))
        kept = {tag.written for tag in tags if owner.tag != w("p") or not tag.is_output or tag.level == "p"}
        for match in WRITTEN.finditer(words_of(owner)):
            if match.group(1) != COMMENT_START and match.group() not in kept:
                written, where = _as_typed(match), places.where(owner, _as_typed(match))
                yield finding("the-bi-bo", where, the=written, cho=_TAKEN[owner.tag], boi=shown(tags[0]))
        words = " ".join(WRITTEN.sub("", words_of(owner)).split())
        if words:
            yield lost_words(places.where(owner), words, tags)


def _empty(flow: Flow, places: Places) -> Iterator[Finding]:
    """A condition or loop around nothing."""
    for first, last in pairwise(flow.tags):
        pair = first.group is not None and first.group.tags == [first, last]
        if not pair or not _is_typed(first) or first.owner is not last.owner:
            continue
        if not first.inline or first.written + last.written in (first.owner.text or ""):
            yield finding("khoi-trong", places.where(first.owner), the=shown(first), kia=shown(last))


def _is_typed(tag: Tag) -> bool:
    """Whether it is a condition or loop of the author's, not one that stands for `{% vm %}`."""
    return tag.word in ("if", "for") and tag.body != "if loop.first"


_TAKEN = {w("tr"): "hàng", w("tc"): "ô", w("p"): "đoạn"}


def _as_typed(match: re.Match[str]) -> str:
    if reference := typed_reference(match.group(4)):
        return reference
    opening, closing = ("{{", "}}") if match.group(1) == VAR_START else ("{%", "%}")
    return f"{opening}{match.group(2)} {match.group(4).strip()} {closing}"


def _keep_levels(root: Element) -> None:
    """Outputs of texts keep their level as the filter that will print them."""
    for item in root.iter(w("t")):
        if item.text and VAR_START in item.text:
            item.text = WRITTEN.sub(_levelled, item.text)


def _levelled(match: re.Match[str]) -> str:
    name = {"p": "_doan", "r": "_chay"}.get(match.group(2), "")
    if match.group(1) != VAR_START or not name:
        return str(match.group())
    return write("{{", f'({match.group(4)})|{name}("")')
