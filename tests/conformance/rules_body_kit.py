"""Hand-made papers for the rules of body, end and appendices: paragraphs with looks, no file behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from baocao.conformance.appearance import Box, Face, Look, Span
from baocao.conformance.case import RULES, Case, Seen, State
from baocao.conformance.mends import Retype
from baocao.conformance.paper import Block, Cell, Line, Paper, Paragraph, Row, Section, Story, Table
from baocao.conformance.parts import Heading, Issuer, Kind, Parts
from baocao.conformance.unit_facts import UnitFacts
from baocao.formats import Align, Length, Mm, Pt, load_format
from baocao.formats.rules import load_rules
from baocao.template.ooxml_tree import w

import baocao.conformance.rules  # noqa: F401  isort: skip

FORMAT = "nd30-2020"
REPORT = Kind("báo cáo", "BC")
COLUMN = Box(Mm(30), Mm(195))
_ROWS = iter(range(1, 1_000_000))

Run = tuple[str, Mapping[str, Any]]


def face(**more: Any) -> Face:
    """Times New Roman 14, with changes."""
    return Face(**{"fonts": ("Times New Roman",), "size": 14.0} | more)


def para(
    text: str | Sequence[Run],
    *,
    at: tuple[float, float] | None = None,
    align: Align = Align.JUSTIFY,
    indent: tuple[float, float] = (0, 12.7),
    gaps: tuple[float, float] = (6, 0),
    lines: tuple[int, str] = (276, "auto"),
    label: str = "",
    label_face: Mapping[str, Any] | None = None,
    look: Mapping[str, Any] | None = None,
    more: Mapping[str, Any] | None = None,
    **letters: Any,
) -> Paragraph:
    """A paragraph. at: left and right of its letters in mm, when it fits on one printed line.

    indent: left and first line in mm. gaps: before and after in pt. letters: of the face of all runs.
    """
    runs = [(text, {})] if isinstance(text, str) else text
    spans, start = [], 0
    for words, changes in runs:
        spans.append(Span(words, face(**letters | dict(changes)), start, None))
        start += len(words)
    made = Paragraph(
        element=None,
        anchor="",
        spot="",
        story=Story.BODY,
        look=_look(align, indent, gaps, lines, look or {}),
        box=COLUMN,
        spans=tuple(spans) if start else (),
        label=label,
        label_face=face(**label_face) if label_face is not None else (face(**letters) if label else None),
        **more or {},
    )
    made.lines = tuple(_lines(made, at))
    return made


def _look(
    align: Align,
    indent: tuple[float, float],
    gaps: tuple[float, float],
    lines: tuple[int, str],
    more: Mapping[str, Any],
) -> Look:
    left, first = (Mm(value) for value in indent)
    before, after = (Pt(value) for value in gaps)
    return Look(align, left, Length(0), first, before, after, *lines, **more)


def _lines(paragraph: Paragraph, at: tuple[float, float] | None) -> list[Line]:
    left, right = (Mm(at[0]), Mm(at[1])) if at else (None, None)
    found, start = [], 0
    for words in paragraph.text.split("\n"):
        end, row = start + len(words), next(_ROWS)
        if words.strip() or paragraph.label:
            found.append(Line(paragraph, words.strip(), start, end, left, right, row, row))
        start = end + 1
    return found


def line(text: str | Sequence[Run], **more: Any) -> Line:
    """The one line of a paragraph that stands for itself: no indent, no gap, at the left."""
    told = {"align": Align.LEFT, "indent": (0, 0), "gaps": (0, 0), "lines": (240, "auto")} | more
    return para(text, **told).lines[0]


def lines_of(paragraphs: Sequence[Paragraph]) -> tuple[Line, ...]:
    """All lines of some paragraphs."""
    return tuple(one for paragraph in paragraphs for one in paragraph.lines)


def table(
    *rows: Sequence[Sequence[Paragraph]], whole: bool = True, repeats: bool = False, height: int = 0
) -> Table:
    """A table of the text width; each cell is its paragraphs. height: of every row, in twips."""
    made = Table(element=etree.Element(w("tbl")), rows=[], box=COLUMN)
    for at, cells in enumerate(rows):
        element = etree.Element(w("tr"))
        if height:
            properties = etree.SubElement(element, w("trPr"))
            etree.SubElement(properties, w("trHeight")).set(w("val"), str(height))
        row = Row(element, [], repeats=repeats and at == 0, whole=whole)
        for column, paragraphs in enumerate(cells):
            middle = Mm(30 + 165 * column / len(cells)), Mm(30 + 165 * (column + 1) / len(cells))
            cell = Cell(None, made, at, column, Box(*middle), list(paragraphs))
            for paragraph in paragraphs:
                paragraph.cell, paragraph.box = cell, cell.box
            row.cells.append(cell)
        made.rows.append(row)
    return made


def section(blocks: Sequence[Block], *, starts: str = "nextPage", landscape: bool = False) -> Section:
    """An A4 section with the margins of the format."""
    width, height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    margins = (Mm(20), Mm(20), Mm(30), Mm(15), Mm(10), Mm(10))
    return Section(None, width, height, *margins, landscape, False, "", None, starts, blocks=list(blocks))


def paper(*blocks: Block, sections: Sequence[Section] = ()) -> Paper:
    """A paper of some blocks in one section, or of several sections."""
    made = tuple(sections) or (section(blocks),)
    return Paper("thu.docx", None, {}, made, ())  # type: ignore[arg-type]


def parts(**found: Any) -> Parts:
    """The parts of a report of the State."""
    return Parts(**{"kind": REPORT, "issuer": Issuer.STATE} | found)


def text_parts(*body: Paragraph, **found: Any) -> tuple[Paper, Parts]:
    """A paper of running text only."""
    return paper(*body), parts(**{"than_bai": body, "prose": body} | found)


def heading(paragraph: Paragraph, level: str, number: str, *, titled: bool = True, **more: Any) -> Heading:
    """A heading; its title is what stands behind number and sign."""
    text = paragraph.full_text
    rest = text[text.find(number) + len(number) :].lstrip(" .)/:-")
    return Heading(paragraph, level, number, rest, titled, **more)


def ask(
    rule: str,
    on: Paper,
    found: Parts,
    *,
    unit: UnitFacts | None = None,
    electronic: bool | None = None,
    changed: Mapping[str, Any] | None = None,
) -> list[Seen]:
    """What a rule saw. changed: parameters of its entry that another decree would set."""
    entry = load_rules(FORMAT)[rule]
    entry = replace(entry, parameters={**entry.parameters, **(changed or {})})
    return list(RULES[rule](Case(on, found, load_format(FORMAT), entry, unit, electronic)))


def of(rule: str, **found: Any) -> list[Seen]:
    """What a rule sees of some components in a paper without blocks."""
    more = {name: found.pop(name) for name in ("unit", "electronic", "changed") if name in found}
    return ask(rule, paper(), parts(**found), **more)


def listed(*texts: str, **more: Any) -> tuple[Line, ...]:
    """Lines of Nơi nhận."""
    return tuple(line(text, **{"size": 11.0} | more) for text in texts)


def states(seen: Sequence[Seen]) -> list[str]:
    """ "đúng", "sai", "chưa rõ" as the states of what was seen."""
    return [one.state.value for one in seen]


def broken(seen: Sequence[Seen]) -> list[str]:
    """What was seen of the broken ones."""
    return [one.seen for one in seen if one.state is State.BROKEN]


def unsure(seen: Sequence[Seen]) -> list[str]:
    """What was seen of the unsure ones."""
    return [one.seen for one in seen if one.state is State.UNSURE]


def retyped(seen: Sequence[Seen]) -> str:
    """The text of the paragraph of the retypings after all of them."""
    edits = [mend for one in seen for mend in one.mends if isinstance(mend, Retype)]
    text = edits[0].paragraph.text
    for edit in sorted(edits, key=lambda edit: -edit.start):
        assert text[edit.start : edit.start + len(edit.old)] == edit.old
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text
