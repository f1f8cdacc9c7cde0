"""The docxtpl dialect, on the tree: what each kind of tag takes away, puts in, or moves.

What comes in: a part whose tags are whole (`baocao.template.joining`). What goes out: the same tree with the
tags as text between rows, cells, paragraphs and runs; `baocao.template.source` writes it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from copy import deepcopy

from baocao.errors import Finding, Where, finding
from baocao.template.cells import treat_cells, treat_rules
from baocao.template.flow import Flow, read_flow
from baocao.template.joining import join_tags, merge
from baocao.template.marks import (
    CELL_END,
    DRAWING,
    NONCHARACTERS,
    ROW,
    ROW_END,
    TABLE,
    TABLE_END,
    VAR_START,
    mark,
)
from baocao.template.ooxml_tree import (
    NOTE_HOLDER,
    XML_SPACE,
    Element,
    drop,
    fragment,
    make,
    prune_run,
    put_before,
    put_last,
    replace_with_text,
    text_of,
    w,
)
from baocao.template.places import Places
from baocao.template.runs import merge_runs
from baocao.template.source import line
from baocao.template.tag_places import Tag, carries_section, shown
from baocao.template.tags import WRITTEN, typed_reference, write

_NOISE_ELEMENTS = frozenset({w("proofErr"), w("lastRenderedPageBreak")})
_NOISE_ATTRIBUTES = ("rsid", "paraId", "textId")
_OF_BLOCKS = ("block", "endblock")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_HOMES_ENDING_WITH_PARAGRAPH = frozenset({w("tc"), w("hdr"), w("ftr"), w("txbxContent")})


def apply_dialect(root: Element, places: Places) -> list[Finding]:
    """Carry out the tags of a part; findings for what is wrong with them."""
    strip_noise(root)
    merge_runs(root)
    treat_rules(root)
    findings = join_tags(root, places)
    treat_cells(root)
    _merge_paragraphs(root)
    flow = read_flow(root, places)
    findings += flow.findings
    if not findings:
        findings += _replace_owners(flow, places)
        _isolate_runs(root)
        _trim(root)
    return findings


def strip_noise(root: Element) -> None:
    """Remove what Word notes for itself: revision ids, spelling marks, seen page breaks, its cursor."""
    for element in list(root.iter()):
        if element.tag in _NOISE_ELEMENTS:
            drop(element)
            continue
        if len(element) and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
        if element.text and NONCHARACTERS.search(element.text):
            element.text = NONCHARACTERS.sub("\ufffd", element.text)
        for name in [
            name for name in element.attrib if name.rsplit("}", 1)[-1].startswith(_NOISE_ATTRIBUTES)
        ]:
            del element.attrib[name]
        for name, value in element.attrib.items():
            if NONCHARACTERS.search(value):
                element.set(name, NONCHARACTERS.sub("\ufffd", value))
    for start in [item for item in root.iter(w("bookmarkStart")) if item.get(w("name")) == "_GoBack"]:
        for end in [item for item in root.iter(w("bookmarkEnd")) if item.get(w("id")) == start.get(w("id"))]:
            drop(end)
        drop(start)


def _merge_paragraphs(root: Element) -> None:
    """`{%-` at the start joins a paragraph to the one before, `-%}` at the end to the one after."""
    for paragraph in list(root.iter(w("p"))):
        if paragraph.getparent() is None or carries_section(paragraph):
            continue
        before = paragraph.getprevious()
        if (
            _joins(paragraph, "l")
            and before is not None
            and before.tag == w("p")
            and not carries_section(before)
        ):
            merge(before, paragraph)
            paragraph = before
        while _joins(paragraph, "r"):
            after = paragraph.getnext()
            if after is None or after.tag != w("p") or carries_section(after):
                break
            merge(paragraph, after)


def _joins(paragraph: Element, side: str) -> bool:
    text = text_of(paragraph).strip()
    matches = list(WRITTEN.finditer(text))
    if not matches:
        return False
    edge = matches[0] if side == "l" else matches[-1]
    at_edge = edge.start() == 0 if side == "l" else edge.end() == len(text)
    return at_edge and side in edge.group(3) and not edge.group(2)


def _replace_owners(flow: Flow, places: Places) -> list[Finding]:
    findings: list[Finding] = []
    owners = {owner: tags for owner, tags in flow.replaced.items() if owner.tag != w("r")}
    homes = _Homes(owners)
    for owner, tags in owners.items():
        findings += _lost_words(owner, tags, places)
        text = line(places, owner) + "".join(_at_its_level(tag, owner) for tag in tags)
        if owner.tag == w("p") and carries_section(owner):
            put_before(owner, text)
            for child in [item for item in owner if item.tag != w("pPr")]:
                drop(child)
        else:
            replace_with_text(owner, text)
    homes.mark()
    return findings


def _lost_words(owner: Element, tags: list[Tag], places: Places) -> list[Finding]:
    """Words beside a tag that takes the place of their row or paragraph are lost: say so; notes: refuse."""
    paragraphs = [item for item in owner.iter(w("p")) if next(item.iterancestors(NOTE_HOLDER), None) is None]
    words = " ".join(WRITTEN.sub(_as_typed, "".join(map(text_of, paragraphs))).split())
    where = places.where(owner)
    lost = [lost_words(where, words, tags)] if words else []
    return lost + [finding("chu-thich-trong-the", where) for _ in owner.iter(NOTE_HOLDER)]


def lost_words(where: Where, words: str, tags: Sequence[Tag]) -> Finding:
    """That words beside tags are not printed. Beside a block's tag they were meant as the block: a fault."""
    mark_of_block = next((tag for tag in tags if tag.word in _OF_BLOCKS), None)
    if mark_of_block is None:
        return finding("chu-bi-bo", where.but(words=words[:60]))
    return finding("chu-canh-khoi", where.but(words=words[:60]), chu=words[:60], the=shown(mark_of_block))


def _as_typed(tag: re.Match[str]) -> str:
    """An output of a sentence, which is lost like the words around it; "" for what counts in a paragraph."""
    is_lost = tag.group(1) == VAR_START and tag.group(2) != "p"
    if is_lost and (reference := typed_reference(tag.group(4))):
        return reference
    return f"{{{{{tag.group(2)} {tag.group(4).strip()} }}}}" if is_lost else ""


def _at_its_level(tag: Tag, owner: Element) -> str:
    if tag.is_output and owner.tag == w("p") and tag.level != "p":
        return ""  # of the sentence that gives way; told with its words
    if tag.is_output and tag.level == "p":
        return write("{{", f"({tag.body})|_doan({_literal(fragment(owner.find(w('pPr'))))})")
    return tag.written


def _literal(text: str) -> str:
    """A text as a Jinja string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


class _Homes:
    """Cells, rows and tables that may have lost all they held, for the last step to look after."""

    def __init__(self, owners: Iterable[Element]) -> None:
        self.cells: dict[Element, str] = {}
        self.rows: set[Element] = set()
        self.tables: dict[Element, str] = {}
        for owner in owners:
            self._remember(owner, owner.getparent())

    def _remember(self, owner: Element, home: Element) -> None:
        if owner.tag == w("tr"):
            self._table(home, "")
        elif owner.tag == w("tc"):
            self.rows.add(home)
            self._table(home.getparent(), "g")
        elif home.tag in _HOMES_ENDING_WITH_PARAGRAPH:
            self.cells.setdefault(home, fragment(owner.find(w("pPr"))))

    def _table(self, table: Element, columns: str) -> None:
        self.tables[table] = columns or self.tables.get(table, "")
        if table.getparent().tag in _HOMES_ENDING_WITH_PARAGRAPH:
            self.cells.setdefault(table.getparent(), "")

    def mark(self) -> None:
        """Leave the signs."""
        for cell, properties in self.cells.items():
            put_last(cell, mark(CELL_END, properties))
        for row in self.rows:
            _enclose(row, mark(ROW), mark(ROW_END))
        for table, columns in self.tables.items():
            _enclose(table, mark(TABLE), mark(TABLE_END, columns))


def _enclose(element: Element, before: str, after: str) -> None:
    if element.getparent() is not None:
        put_before(element, before)
        element.tail = after + (element.tail or "")


def _isolate_runs(root: Element) -> None:
    """Tags between runs (`{%r`, `{{r`) leave their run; the words on both sides keep its look."""
    for text in list(root.iter(w("t"))):
        rest = text
        while match := next(
            (item for item in WRITTEN.finditer(rest.text or "") if item.group(2) == "r"), None
        ):
            rest = _split_run(rest, match)


def _split_run(text: Element, tag: re.Match[str]) -> Element:
    """Break a run at a tag inside one of its texts; gives the text after the tag."""
    run = text.getparent()
    properties = run.find(w("rPr"))
    rest, after = make("r"), make("t")
    if properties is not None:
        rest.append(deepcopy(properties))
    after.text = tag.string[tag.end() :]
    rest.append(after)
    rest.extend(list(text.itersiblings()))
    text.text = tag.string[: tag.start()]
    rest.tail, run.tail = run.tail, _between_runs(tag, properties)
    run.getparent().insert(run.getparent().index(run) + 1, rest)
    for item in (text, after):
        if not item.text:
            prune_run(item)
    return after


def _between_runs(tag: re.Match[str], properties: Element | None) -> str:
    if tag.group(1) != VAR_START:
        return tag.group()
    return write("{{", f"({tag.group(4)})|_chay({_literal(fragment(properties))})")


def _trim(root: Element) -> None:
    """Inside a paragraph `{%-` and `-%}` take the white space beside them away; `w:t` keeps its spaces."""
    for text in root.iter(w("t")):
        content = text.text or ""
        for match in reversed(list(WRITTEN.finditer(content))):
            before, after = content[: match.start()], content[match.end() :]
            before = before.rstrip() if "l" in match.group(3) else before
            after = after.lstrip() if "r" in match.group(3) else after
            content = before + match.group() + after
        text.text = content
        if content != content.strip() or WRITTEN.search(content):
            text.set(XML_SPACE, "preserve")


def number_drawings(root: Element) -> None:
    """Leave the ids of drawings to the last step: a loop repeats them, Word wants them unique."""
    for drawing in root.iter(f"{_WP}docPr"):
        drawing.set("id", mark(DRAWING))
