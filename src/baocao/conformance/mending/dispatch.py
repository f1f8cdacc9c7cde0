"""Each kind of mend with what carries it out."""

from __future__ import annotations

from typing import assert_never

from baocao.conformance.appearance import Element, Span
from baocao.conformance.mending.columns import set_columns
from baocao.conformance.mending.drawing import draw, resize
from baocao.conformance.mending.faces import dress, dress_label
from baocao.conformance.mending.fields import field_around
from baocao.conformance.mending.lettering import spans_of
from baocao.conformance.mending.looks import keep_row, lay_out
from baocao.conformance.mending.order import PPR, properties, put
from baocao.conformance.mending.page_numbers import number_pages
from baocao.conformance.mending.sheets import set_sheet
from baocao.conformance.mending.words import drop_blank, retype, to_unicode
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import (
    DrawRule,
    DropBlank,
    KeepRow,
    Mend,
    NumberPages,
    ResizeRule,
    Retype,
    SetColumns,
    SetFace,
    SetLook,
    SetSheet,
    ToUnicode,
)
from baocao.conformance.paper import Paragraph, Row


def carry_out(work: Work, mend: Mend) -> None:
    """Carry out one mend in the trees. Raises `CannotMendError` when a person has to."""
    match mend:
        case SetFace():
            _set_face(work, mend)
        case SetLook():
            lay_out(mend.paragraph.element, mend, work.said)
        case Retype():
            retype(work, mend)
        case ToUnicode():
            to_unicode(work, mend)
        case DropBlank():
            drop_blank(mend)
        case SetSheet():
            set_sheet(work, mend)
        case NumberPages():
            number_pages(work, mend)
        case KeepRow():
            for row in mend.rows:
                keep_row(row.element if isinstance(row, Row) else row, mend)
        case SetColumns():
            set_columns(mend)
        case DrawRule():
            draw(work, mend)
        case ResizeRule():
            resize(work, mend)
        case _:
            assert_never(mend)


def _set_face(work: Work, mend: SetFace) -> None:
    if mend.label and mend.paragraph is not None:
        dress_label(mend.paragraph.element, mend.paragraph.level, mend)
        return
    spans = mend.spans
    if mend.paragraph is not None and not spans:
        look = properties(mend.paragraph.element, "pPr")
        dress(properties(look, "rPr"), mend)
        if mend.plain and mend.paragraph.look.shading:
            put(look, "shd", PPR, val="clear", color="auto", fill="auto")
        spans = mend.paragraph.spans
    for paragraph, mine in _by_paragraph(work, spans):
        for run in _runs(work, paragraph, mine):
            dress(properties(run, "rPr"), mend)


def _by_paragraph(work: Work, spans: tuple[Span, ...]) -> list[tuple[Paragraph, list[Span]]]:
    found: dict[int, tuple[Paragraph, list[Span]]] = {}
    for span in spans:
        paragraph = work.paragraph_of_run[span.run]
        found.setdefault(id(paragraph), (paragraph, []))[1].append(span)
    return list(found.values())


def _runs(work: Work, paragraph: Paragraph, spans: list[Span]) -> list[Element]:
    """The runs that print some spans, cut where they print more; of a field all its runs."""
    runs: list[Element] = []
    lettering = work.lettering(paragraph)
    for start, end in spans_of(spans):
        runs += lettering.isolate(start, end)
    known = set(runs)
    runs += [span.run for span in spans if span.run not in known and not lettering.knows(span)]
    for run in list(runs):
        field = field_around(run)
        if field is not None and (field.is_page or field.is_count):
            runs += [item for item in field.elements if item not in known]
    return runs
