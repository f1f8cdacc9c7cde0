"""Tracked changes of a template are accepted: no report carries any, and their maker is told."""

# ruff: noqa: E501 - literals of XML stay whole

import re

import pytest

from baocao.check.opens import check_opens
from baocao.errors import Severity
from baocao.ooxml.package import Skeleton, write_package
from baocao.render import render, to_bytes
from small_docx import NS, compiled, note, notes_of, p, package, paragraphs, r, read_part, ref, tbl, tc

BY = 'w:id="7" w:author="An" w:date="2026-01-01T00:00:00Z"'
SIGNS = re.compile(r"<w:(ins|del|move\w+|\w+Change|delText|cell(?:Ins|Del|Merge))\b")


def added(text):
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def deleted(text):
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(sign):
    return f"<w:rPr><w:{sign} {BY}/></w:rPr>"


def row(sign, text):
    return f"<w:tr><w:trPr><w:{sign} {BY}/></w:trPr>{tc(text)}</w:tr>"


BODIES = {
    "words": (p("a ", deleted("{{ cu }}"), added("{{ ten }}")), ["a Tân Hồng"]),
    "half a tag": (p("{{ t", deleted("uoi"), added("en"), " }}"), ["Tân Hồng"]),
    "moved": (
        p(f'<w:moveFromRangeStart {BY} w:name="m"/>', f"<w:moveFrom {BY}>{r('x')}</w:moveFrom>", '<w:moveFromRangeEnd w:id="7"/>')
        + p(f"<w:moveTo {BY}>{r('x')}</w:moveTo>"),
        ["", "x"],
    ),
    "look of a run": (p(r("a", f"<w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange>")), ["a"]),
    "look of a paragraph": (p("a", ppr=f'<w:jc w:val="center"/><w:pPrChange {BY}><w:pPr/></w:pPrChange>'), ["a"]),
    "paragraph taken away": (p(deleted("a"), ppr=mark("del")) + p("b"), ["b"]),
    "two made one": (p("a", ppr=mark("del")) + p(" b {{ ten }}", style="Heading1"), ["a b Tân Hồng"]),
    "three made one": (p("a", ppr=mark("del")) + p("b", ppr=mark("del")) + p("c"), ["abc"]),
    "before a table": (p(deleted("a"), ppr=mark("del")) + tbl([tc("b")], columns=1) + p("c"), ["b", "c"]),
    "new paragraph": (p("a", ppr=mark("ins")) + p("b"), ["a", "b"]),
    "rows": (f"<w:tbl><w:tblPr/>{row('del', 'cũ')}{row('ins', 'mới')}</w:tbl>" + p("c"), ["mới", "c"]),
    "table": (f"<w:tbl><w:tblPr/>{row('del', 'cũ')}</w:tbl>" + p("c"), ["c"]),
    "cells": (tbl([tc("cũ", tcpr=f"<w:cellDel {BY}/>"), tc("mới", tcpr=f"<w:cellIns {BY}/>")]) + p("c"), ["mới", "c"]),
    "merged cells": (tbl([tc("a", tcpr=f'<w:cellMerge {BY} w:vMerge="rest"/>')], columns=1) + p("c"), ["a", "c"]),
    "section": (p("a", ppr=f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:sectPrChange {BY}><w:sectPr/></w:sectPrChange></w:sectPr>'), ["a"]),
    "tag line": (p(added("{%p if ten %}")) + p("a") + p(added("{%p endif %}")) + p(deleted("{%p if x %}"), ppr=mark("del")) + p("b"), ["a", "b"]),
}  # fmt: skip


def made(*layers):
    template = compiled(*layers)
    return template, to_bytes(render(template, {"ten": "Tân Hồng"}))


@pytest.mark.parametrize(("body", "lines"), BODIES.values(), ids=BODIES.keys())
def test_a_report_is_made_as_if_all_changes_were_accepted(body, lines):
    template, data = made(package(body))
    assert paragraphs(data) == lines
    assert SIGNS.search(read_part(data)) is None
    assert [(item.code, item.level) for item in template.findings] == [("mau-con-sua-doi", Severity.WARNING)]
    assert check_opens(data) == ()


def test_the_paragraph_left_has_the_look_of_the_second():
    _, data = made(package(BODIES["two made one"][0]))
    assert read_part(data).count('w:pStyle w:val="Heading1"') == 1


def test_a_block_of_a_layer_brings_no_changes():
    block = p("{%p block mot %}") + p("gốc") + p("{%p endblock %}")
    child = (
        p('{%p extends "goi" %}')
        + p("{%p block mot %}")
        + p(deleted("cũ"), added("mới"))
        + p("{%p endblock %}")
    )
    template, data = made(package(child), package(block))
    assert paragraphs(data) == ["mới"]
    assert [(item.code, item.where.file) for item in template.findings] == [("mau-con-sua-doi", "mau-0.docx")]


def test_notes_headers_styles_and_settings_are_cleaned_too():
    change = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    data = package(
        p("a", ref(1)),
        notes=note(1, p(deleted("cũ"), added("mới"), style="FootnoteText")),
        header=p(deleted("cũ"), added("mới")),
        extra={"word/settings.xml": f"<w:settings {NS}><w:trackRevisions/></w:settings>".encode()},
    )
    styled = read_part(data, "word/styles.xml").replace(
        '<w:name w:val="Thân bài"/>', f'<w:name w:val="Thân bài"/>{change}'
    )
    data = write_package(Skeleton.read(data).parts() | {"word/styles.xml": styled.encode()})
    _, report = made(data)
    assert notes_of(report) == {"1": [" mới"]} or notes_of(report) == {"1": ["mới"]}
    assert paragraphs(report, "word/header1.xml") == ["mới"]
    for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/styles.xml"):
        assert SIGNS.search(read_part(report, part)) is None
    assert "trackRevisions" not in read_part(report, "word/settings.xml")
