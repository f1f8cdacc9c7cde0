"""The reader against others: the independent measurer of `format_rules`, and LibreOffice.

The measurer resolves formatting by its own code, from the same standard; LibreOffice resolves it to lay pages
out and writes down what it understood. Both have to see what the reader sees.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.conformance.paper import Paper, Paragraph
from baocao.conformance.reading.reader import read_paper
from baocao.formats import Length
from conformance import corpus_all
from conformance.corpus_kit import Construction
from conformance.read_kit import THEME, abstract, defaults, docx, listed, lvl, num, p, r, style, tbl
from format_rules.document import Document
from format_rules.document import Paragraph as Measured
from outside_tools import resaved

CLOSE = Length(1_300)
"""LibreOffice counts in hundredths of a millimetre, Word in twips."""
LENGTHS = ("left", "right", "first_line", "before", "after")
OTHERS = ("align", "line", "line_rule", "keep_next", "contextual")

on = st.sampled_from(["", "<w:{}/>", '<w:{} w:val="0"/>'])
toggles = st.tuples(*(on.map(lambda told, tag=tag: told.format(tag)) for tag in ("b", "i"))).map("".join)
sizes = st.sampled_from(["", '<w:sz w:val="26"/>', '<w:sz w:val="28"/>'])
fonts = st.sampled_from(
    [
        "",
        '<w:rFonts w:ascii="Arial" w:hAnsi="Tahoma"/>',
        '<w:rFonts w:hAnsi="Verdana"/>',
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="majorHAnsi"/>',
    ]
)
faces = st.tuples(fonts, toggles, sizes).map("".join)
spacings = st.sampled_from(["", '<w:spacing w:before="120"/>', '<w:spacing w:after="60" w:line="300"/>'])
indents = st.sampled_from(
    ["", '<w:ind w:left="100"/>', '<w:ind w:firstLine="720"/>', '<w:ind w:left="300" w:hanging="200"/>']
)
aligns = st.sampled_from(["", '<w:jc w:val="both"/>', '<w:jc w:val="center"/>', '<w:jc w:val="end"/>'])
levels = st.sampled_from(["", listed(1, 0), listed(1, 1), listed(2, 0), listed(0, 0)])
names = st.sampled_from(["", "Goc", "Than", "Muc"])
NUMBERING = (
    abstract(
        0,
        lvl(0, "upperRoman", "%1.", ppr='<w:ind w:left="720" w:hanging="360"/>', rpr="<w:b/>"),
        lvl(1, "decimal", "%1.%2.", ppr='<w:ind w:firstLine="500"/>'),
    )
    + num(1, 0)
    + num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
)


@st.composite
def paragraph_styles(draw: st.DrawFn) -> str:
    """Three styles on top of each other, one of letters, one of tables, over random defaults."""
    told = [draw(levels) + draw(spacings) + draw(indents) + draw(aligns) for _ in range(3)]
    goc, than, muc = (
        style(name, base=base, ppr=ppr, rpr=draw(faces))
        for name, base, ppr in zip(("Goc*", "Than", "Muc"), ("", "Goc", "Than"), told, strict=True)
    )
    letters = style("Chu", kind="character", rpr=draw(faces))
    grid = style("Luoi", kind="table", ppr=draw(spacings) + draw(aligns), rpr=draw(faces))
    return defaults(draw(faces), draw(spacings)) + goc + than + muc + letters + grid


@st.composite
def typed_paragraph(draw: st.DrawFn) -> str:
    """A paragraph of a random style with random direct formatting."""
    named = f'<w:pStyle w:val="{name}"/>' if (name := draw(names)) else ""
    own = draw(st.sampled_from(["", '<w:rStyle w:val="Chu"/>'])) + draw(faces)
    return p(r("Đường", own), named + draw(levels) + draw(spacings) + draw(indents) + draw(aligns))


def seen_by_the_measurer(item: Measured) -> tuple[Any, ...]:
    (run,) = item.runs
    found = {run.font(script) or "Times New Roman" for script in ("ascii", "hAnsi")}
    lengths = [
        item.twips("ind", "left"),
        item.first_line,
        item.twips("spacing", "before"),
        item.twips("spacing", "after"),
    ]
    return item.label, item.alignment, *lengths, run.points, run.bold, run.italic, sorted(found)


def seen_by_the_reader(item: Paragraph) -> tuple[Any, ...]:
    (span,) = item.spans
    look, face = item.look, span.face
    lengths = [length.twips for length in (look.left, look.first_line, look.before, look.after)]
    return item.label, look.align.value, *lengths, face.size, face.bold, face.italic, list(face.fonts)


@settings(max_examples=150, deadline=None)
@given(paragraph_styles(), st.lists(typed_paragraph(), min_size=1, max_size=6), typed_paragraph())
def test_the_measurer_sees_the_same_formatting(styles: str, body: list[str], cell: str) -> None:
    table = tbl([cell], properties='<w:tblStyle w:val="Luoi"/>')
    data = docx("".join(body) + table, styles=styles, numbering=NUMBERING, theme=THEME)
    measured = [item for block in Document(data).blocks for item in block.paragraphs]
    read = list(read_paper(data).paragraphs)
    assert list(map(seen_by_the_reader, read)) == list(map(seen_by_the_measurer, measured))


def printed(paper: Paper) -> list[Paragraph]:
    """The paragraphs of the body that print words."""
    return [item for item in paper.paragraphs if item.full_text]


def faces_of(item: Paragraph) -> set[tuple[object, ...]]:
    faces = [span.face for span in item.spans if span.text.strip()]
    return {(one.fonts, one.size, one.bold, one.italic, one.color, one.underline) for one in faces}


def differences(one: Paragraph, other: Paragraph) -> list[str]:
    """What two readings of a paragraph do not share."""
    looks = one.look, other.look
    found = [name for name in LENGTHS if abs(getattr(looks[0], name) - getattr(looks[1], name)) > CLOSE]
    found += [name for name in OTHERS if getattr(looks[0], name) != getattr(looks[1], name)]
    found += [] if one.full_text == other.full_text else ["text"]
    return found + ([] if faces_of(one) == faces_of(other) else ["faces"])


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Construction, Paper, Paper]]:
    """Every plain construction as it was made and as LibreOffice saves it."""
    folder: Path = tmp_path_factory.mktemp("luu")
    made = {one.name.replace("/", "_"): one for one in corpus_all.plain()}
    files = {name: one.build() for name, one in made.items()}
    again = resaved(files, folder)
    return [(made[name], read_paper(files[name]), read_paper(again[name])) for name in files]


@pytest.mark.libreoffice
def test_libreoffice_understands_the_same(saved: list[tuple[Construction, Paper, Paper]]) -> None:
    assert len(saved) > 10
    for made, before, after in saved:
        pairs = list(zip(printed(before), printed(after), strict=True))
        told = {one.full_text[:40]: found for one, other in pairs if (found := differences(one, other))}
        assert told == {}, made.name


@pytest.mark.libreoffice
def test_libreoffice_keeps_sheets_tables_and_notes(saved: list[tuple[Construction, Paper, Paper]]) -> None:
    for made, before, after in saved:
        sheets = [
            [(round(item.left.mm), round(item.top.mm), item.landscape) for item in paper.sections]
            for paper in (before, after)
        ]
        assert sheets[0] == sheets[1], made.name
        assert len(before.notes) == len(after.notes), made.name
