"""A `Case` of paragraphs, tables and footnotes for the rules of language, without head and signature."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import docx
from docx.document import Document

from baocao.conformance.case import RULES, Case, Seen, State
from baocao.conformance.mends import Retype
from baocao.conformance.paper import Paper, Paragraph, Table
from baocao.conformance.parts import Issuer, Kind, Parts
from baocao.conformance.reading.reader import read_paper
from baocao.formats import load_format
from baocao.formats.rules import load_rules

import baocao.conformance.rules  # noqa: F401  isort: skip

FORMAT = "nd30-2020"


def paper_of(make: Callable[[Document], None]) -> Paper:
    """A file made by python-docx, as it is read."""
    made = docx.Document()
    make(made)
    stream = io.BytesIO()
    made.save(stream)
    return read_paper(stream.getvalue(), "thu.docx")


def paragraphs_paper(texts: Sequence[str]) -> Paper:
    def make(made: Document) -> None:
        for text in texts:
            made.add_paragraph(text)

    return paper_of(make)


def parts_of(paper: Paper) -> Parts:
    """Every paragraph is body text, every table one of figures."""
    blocks = paper.blocks
    body = tuple(block for block in blocks if isinstance(block, Paragraph))
    tables = tuple(block for block in blocks if isinstance(block, Table))
    return Parts(Kind("báo cáo", "BC"), Issuer.STATE, than_bai=body, prose=body, data_tables=tables)


def ask(rule: str, paper: Paper, parts: Parts | None = None) -> list[Seen]:
    """What a rule saw."""
    entry = load_rules(FORMAT)[rule]
    return list(RULES[rule](Case(paper, parts or parts_of(paper), load_format(FORMAT), entry)))


def told(rule: str, *texts: str, state: State = State.BROKEN) -> list[str]:
    """The words that a rule finds wrong in some paragraphs."""
    return [one.seen for one in ask(rule, paragraphs_paper(texts)) if one.state is state]


def mended(rule: str, text: str) -> str:
    """A paragraph after the mends of a rule."""
    edits = [
        mend for one in ask(rule, paragraphs_paper([text])) for mend in one.mends if isinstance(mend, Retype)
    ]
    for edit in sorted(edits, key=lambda edit: -edit.start):
        assert text[edit.start : edit.start + len(edit.old)] == edit.old
        text = text[: edit.start] + edit.new + text[edit.start + len(edit.old) :]
    return text


def table_of(rows: Sequence[Sequence[str]], *, style: str = "Table Grid", above: str = "") -> Paper:
    """A table with its rows, under a paragraph."""

    def make(made: Document) -> None:
        made.add_paragraph(above or "Kết quả cụ thể như sau:")
        table = made.add_table(len(rows), len(rows[0]), style=style)
        for line, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(line.cells, texts, strict=True):
                cell.text = text

    return paper_of(make)
