"""Automatic numbers as Word prints them, and the level they come from."""

from __future__ import annotations

import pytest

from conformance.read_kit import abstract, listed, lvl, num, p, read, style, tbl


def labels(body: str, **parts: str) -> list[str]:
    return [paragraph.label for paragraph in read(body, **parts).paragraphs]


def items(*levels: int | None, ident: int = 1) -> str:
    return "".join(p("x", listed(ident, level)) for level in levels)


HEADS = abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2."), lvl(2, "lowerLetter", "%3)"))


def test_three_levels() -> None:
    wanted = ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1."]
    assert labels(items(0, 1, 2, 2, 1, 2, 0, 1), numbering=HEADS + num(1, 0)) == wanted


@pytest.mark.parametrize(
    ("form", "text", "start", "wanted"),
    [
        ("decimal", "%1.", 3, ["3.", "4."]),
        ("decimalZero", "%1", 9, ["09", "10"]),
        ("lowerLetter", "%1)", 26, ["z)", "aa)"]),
        ("upperLetter", "%1.", 1, ["A.", "B."]),
        ("lowerRoman", "(%1)", 4, ["(iv)", "(v)"]),
        ("none", "Điều", 1, ["Điều", "Điều"]),
        ("bullet", "-", 1, ["-", "-"]),
        ("bullet", "\uf0b7", 1, ["•", "•"]),
        ("bullet", "\uf02d", 1, ["-", "-"]),
        ("decimal", "Điều %1.", 1, ["Điều 1.", "Điều 2."]),
    ],
)
def test_forms(form: str, text: str, start: int, wanted: list[str]) -> None:
    numbering = abstract(0, lvl(0, form, text, start=start)) + num(1, 0)
    assert labels(items(0, 0), numbering=numbering) == wanted


def test_a_number_of_several_levels() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "%1"), lvl(1, "decimal", "%1.%2.")) + num(1, 0)
    assert labels(items(0, 1, 1), numbering=numbering) == ["I", "I.1.", "I.2."]
    legal = numbering.replace('<w:lvlText w:val="%1.%2."/>', '<w:isLgl/><w:lvlText w:val="%1.%2."/>')
    assert labels(items(0, 1, 1), numbering=legal) == ["I", "1.1.", "1.2."]


def test_lists_of_one_definition_count_on() -> None:
    assert labels(items(0) + items(0, ident=2), numbering=HEADS + num(1, 0) + num(2, 0)) == ["I.", "II."]


def test_a_list_may_begin_anew() -> None:
    anew = num(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    body = items(0, 0) + items(0, 0, ident=2)
    assert labels(body, numbering=HEADS + num(1, 0) + anew) == ["I.", "II.", "I.", "II."]


def test_a_list_may_have_its_own_level() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "decimal", "Phần %1")}</w:lvlOverride>'
    assert labels(items(0, 1), numbering=HEADS + num(1, 0, own)) == ["Phần 1", "1."]


def test_a_level_that_never_restarts() -> None:
    going_on = abstract(
        0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
    )
    assert labels(items(0, 1, 1, 0, 1), numbering=going_on + num(1, 0)) == ["I.", "1.", "2.", "II.", "3."]


def test_a_level_that_restarts_only_under_the_first() -> None:
    numbering = abstract(
        0,
        lvl(0, "upperRoman", "%1."),
        lvl(1, "decimal", "%2."),
        lvl(2, "lowerLetter", "%3)", more='<w:lvlRestart w:val="1"/>'),
    )
    wanted = ["I.", "1.", "a)", "2.", "b)", "II.", "1.", "a)"]
    assert labels(items(0, 1, 2, 1, 2, 0, 1, 2), numbering=numbering + num(1, 0)) == wanted


def test_the_list_of_a_style_and_the_level_that_belongs_to_it() -> None:
    numbering = abstract(
        0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%2.", more='<w:pStyle w:val="Muc"/>')
    )
    styles = style("Muc", ppr=listed(1, None)) + style("Con", base="Muc")
    told = [p("x", f'<w:pStyle w:val="{name}"/>') for name in ("Muc", "Con")]
    assert labels(items(0) + "".join(told), numbering=numbering + num(1, 0), styles=styles) == [
        "I.",
        "1.",
        "2.",
    ]


def test_the_level_of_the_paragraph_in_the_list_of_its_style() -> None:
    styles = style("Muc", ppr=listed(1, 0))
    body = p("x", '<w:pStyle w:val="Muc"/><w:numPr><w:ilvl w:val="1"/></w:numPr>')
    assert labels(body, numbering=HEADS + num(1, 0), styles=styles) == ["1."]


def test_a_definition_that_stands_behind_a_list_style() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="DanhSach"/>')
        + abstract(1, lvl(0, "decimal", "%1/"), more='<w:styleLink w:val="DanhSach"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("DanhSach", kind="numbering", ppr=listed(2, None))
    assert labels(items(0, 0), numbering=numbering, styles=styles) == ["1/", "2/"]


def test_list_styles_that_lead_to_each_other_print_nothing() -> None:
    numbering = abstract(0, more='<w:numStyleLink w:val="A"/>') + num(1, 0)
    styles = style("A", kind="numbering", ppr=listed(1, None))
    assert labels(items(0), numbering=numbering, styles=styles) == [""]


@pytest.mark.parametrize(
    "told", [listed(9), listed(0), listed(1, 7), '<w:numPr><w:ilvl w:val="1"/></w:numPr>']
)
def test_no_list(told: str) -> None:
    assert labels(p("x", told), numbering=HEADS + num(1, 0)) == [""]


def test_numbers_run_on_through_tables_and_the_label_stands_before_the_text() -> None:
    paper = read(items(0) + tbl([p("trong", listed(1))]) + items(0), numbering=HEADS + num(1, 0))
    assert [paragraph.full_text for paragraph in paper.paragraphs] == ["I. x", "II. trong", "III. x"]


def test_a_paragraph_knows_its_level() -> None:
    (paragraph,) = read(items(1), numbering=HEADS + num(1, 0)).paragraphs
    assert paragraph.level is not None
    assert paragraph.level.get("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}ilvl") == "1"
