"""Faces, looks, rows: direct formatting at its place in the schema, only of the letters that were meant."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mend_kit import RULE, W, checking, found, mended, names, paragraph, root, said, texts, valid

from baocao.conformance.mending import mend
from baocao.conformance.mending.order import PPR, RPR
from baocao.conformance.mends import KeepRow, SetColumns, SetFace, SetLook
from baocao.conformance.paper import Table
from baocao.formats import Align, Mm, Pt
from small_docx import note, p, package, r, ref, tbl, tc


def facing(words="", **face):
    """Ask for a face of all letters, or of some words, until they have it."""

    def ask(paper):
        asked = []
        for one in paper.paragraphs:
            spans = tuple(span for span in one.spans if words in one.text and not _has(span.face, face))
            asked += [SetFace(spans=spans, **face)] if spans else []
        return asked

    return ask


def _has(face, wanted):
    seen = {
        "font": face.fonts[0] if len(face.fonts) == 1 else "",
        "size": face.size,
        "bold": face.bold,
        "italic": face.italic,
        "caps": face.caps,
        "color": face.color,
        "underline": bool(face.underline),
        "plain": not (face.highlight or face.shading),
    }
    return all(seen[name] == value for name, value in wanted.items())


BUSY = (
    '<w:rStyle w:val="FootnoteReference"/><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cs="Arial"/>'
    '<w:b/><w:smallCaps/><w:color w:val="FF0000" w:themeColor="accent1"/><w:sz w:val="22"/><w:highlight w:val="yellow"/>'
    '<w:u w:val="single"/><w:shd w:val="clear" w:fill="FFFF00"/><w:vertAlign w:val="baseline"/><w:lang w:val="vi-VN"/>'
)


def test_a_face_is_written_in_the_order_of_the_schema(tmp_path):
    data = package(p(r("Chữ", BUSY)))
    wanted = {
        "font": "Times New Roman",
        "size": 13.5,
        "bold": False,
        "italic": True,
        "caps": True,
        "color": "000000",
    }
    made = mended(data, facing(**wanted, underline=False, plain=True)).data
    look = found(made, "rPr")
    assert names(look) == sorted(names(look), key=RPR.index)
    assert said(found(made, "rFonts")) == dict.fromkeys(
        ("cs", "ascii", "hAnsi", "eastAsia"), "Times New Roman"
    )
    assert said(found(made, "rPr/sz")) == {"val": "27"}
    assert said(found(made, "rPr/b")) == {"val": "0"}
    assert said(found(made, "rPr/color")) == {"val": "000000"}
    assert found(made, "rPr/smallCaps") is None
    valid(made, data, tmp_path)


def test_part_of_a_run_is_cut_out_with_its_look():
    data = package(p(r("UBND XÃ TÂN HỒNG", "<w:i/>"), ref(1)), notes=note(1, "Nguồn"))

    def ask(paper):
        one = next(paper.paragraphs)
        spans = tuple(span for span in one.spans if span.face.size != 13 and span.text.strip())
        line = one.lines[0]
        inner = tuple(
            s.__class__(s.text[5:7], s.face, s.start + 5, s.run) for s in line.spans if s.face.size != 13
        )
        return [SetFace(spans=inner, size=13)] if spans and len(one.spans) < 3 else []

    made = mend(data, checking(ask)).data
    runs = found(made, "p").findall(f"{W}r")
    assert ["".join(run.itertext()) for run in runs] == ["UBND ", "XÃ", " TÂN HỒNG", ""]
    assert [names(run.find(f"{W}rPr")) for run in runs[:3]] == [["i"], ["i", "sz", "szCs"], ["i"]]
    assert texts(made)[0] == "UBND XÃ TÂN HỒNG"


@settings(max_examples=80, deadline=None)
@given(text=st.text("aăC đ-.", min_size=1, max_size=20), data=st.data())
def test_a_face_for_any_stretch_loses_no_letter(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    cut = data.draw(st.integers(0, len(text)))
    file = package(p(*(r(piece) for piece in (text[:cut], text[cut:]) if piece)) + p("Hết"))
    asked = []

    def ask(paper):
        one = next(paper.paragraphs)
        if asked:
            return []
        asked.append(one)
        spans = []
        for span in one.spans:
            first, last = max(span.start, start), min(span.end, end)
            if first < last:
                piece = span.text[first - span.start : last - span.start]
                spans.append(span.__class__(piece, span.face, first, span.run))
        return [SetFace(spans=tuple(spans), size=13)]

    made = mend(file, checking(ask)).data
    assert texts(made) == [text, "Hết"]
    sizes = "".join(
        ("x" if run.find(f"{W}rPr") is not None else "-") * len("".join(run.itertext()))
        for run in root(made).find(f".//{W}p").iter(f"{W}r")
    )
    assert sizes == "-" * start + "x" * (end - start) + "-" * (len(text) - end)


LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:rPr><w:b w:val="0"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def test_an_automatic_number_gets_its_face_from_mark_and_level():
    data = package(p(r("TÌNH HÌNH", "<w:b/>"), ppr=NUMBERED), numbering=LIST)

    def ask(paper):
        one = next(paper.paragraphs)
        return [] if one.label_face.bold else [SetFace(paragraph=one, label=True, bold=True, size=14)]

    made = mended(data, ask).data
    assert names(found(made, "pPr/rPr")) == ["b", "bCs", "sz", "szCs"]
    assert said(root(made, "word/numbering.xml").find(f".//{W}lvl/{W}rPr/{W}b")) == {}


LOOK = (
    '<w:pStyle w:val="ThanBai"/><w:keepNext/><w:widowControl w:val="0"/><w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:spacing w:beforeLines="50" w:afterAutospacing="1" w:line="400" w:lineRule="exact"/>'
    '<w:ind w:leftChars="200" w:start="400" w:hangingChars="10" w:hanging="360"/><w:jc w:val="left"/><w:outlineLvl w:val="1"/>'
)


def looking(one):
    return SetLook(one, Align.JUSTIFY, Mm(0), Mm(0), Mm(12.7), Pt(6), Pt(0), 1.15, False, True, False)


def test_a_look_is_written_in_the_order_of_the_schema(tmp_path):
    data = package(p("Thân bài", ppr=LOOK))

    def ask(paper):
        one = next(paper.paragraphs)
        return [looking(one)] if one.look.first_line != Mm(12.7) else []

    made = mended(data, ask).data
    look = found(made, "p/pPr")
    assert names(look) == sorted(names(look), key=PPR.index)
    assert said(look.find(f"{W}ind")) == {"left": "0", "right": "0", "firstLine": "720"}
    assert said(look.find(f"{W}spacing")) == {
        "line": "276",
        "lineRule": "auto",
        "before": "120",
        "after": "0",
    }
    assert said(look.find(f"{W}jc")) == {"val": "both"}
    assert said(look.find(f"{W}keepNext")) == {"val": "0"}
    assert "tabs" in names(look)
    valid(made, data, tmp_path)


def test_indents_in_letters_of_a_style_are_set_to_nothing():
    style = '<w:pStyle w:val="Heading1"/><w:ind w:firstLineChars="200" w:firstLine="560"/>'
    data = package(p("Một", ppr=style) + p("Hai"))

    def ask(paper):
        one = paragraph(paper, "Một")
        return [SetLook(one, first_line=Pt(-14))] if one.look.first_line != Pt(-14) else []

    made = mended(data, ask).data
    assert said(found(made, "ind")) == {"hanging": "280"}


def test_rows_repeat_and_stay_whole():
    data = package(tbl(["a", "b"], ["c", "d"]) + p())

    def ask(paper):
        table = next(one for one in paper.blocks if isinstance(one, Table))
        first, second = table.rows
        asked = [KeepRow((first,), repeats=True, whole=True)] if not first.repeats else []
        return asked + ([KeepRow((second,), repeats=False)] if second.repeats else [])

    made = mended(data, ask).data
    assert names(found(made, "trPr")) == ["cantSplit", "tblHeader"]
    assert len(list(root(made).iter(f"{W}trPr"))) == 1


@pytest.mark.parametrize("face", [{"size": 13}, {"bold": True}])
def test_faces_of_tracked_formatting_are_not_cut(face):
    change = '<w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange>'
    data = package(p(r("Một hai", change)))
    made = mended(data, facing(**face)).data
    assert names(found(made, "rPr"))[-1] == "rPrChange"


def test_what_is_told_reads_as_a_clerk_would_say_it():
    data = package(p(r("Một hai", "<w:sz w:val='24'/>")))
    (done,) = mended(data, facing(size=14.0, bold=True)).done
    assert (done.rule, done.before, done.after) == (
        RULE,
        "cỡ 12, chữ không đậm",
        "cỡ 14, chữ đậm",
    )


def test_columns_are_set_in_grid_cells_and_table(tmp_path):
    wide = tc("UBND", tcpr='<w:tcW w:w="4000" w:type="dxa"/><w:gridSpan w:val="2"/>')
    data = package(tbl(["Cơ quan", "Quốc hiệu"], [wide]) + p())

    def ask(paper):
        (table,) = (one for one in paper.blocks if isinstance(one, Table))
        width = table.rows[0].cells[1].box
        good = width.left is not None and abs(width.right - width.left - Mm(100)) < Mm(0.1)
        return [] if good else [SetColumns(table, (Mm(65), Mm(100)))]

    made = mended(data, ask)
    cells = [said(one)["w"] for one in root(made.data).iter(f"{W}tcW")]
    assert cells == ["3685", "5669", "9354"]
    assert [said(one)["w"] for one in root(made.data).iter(f"{W}gridCol")] == ["3685", "5669"]
    assert names(found(made.data, "tblPr")) == ["tblW", "tblLayout"]
    assert made.done[0].after == "các cột rộng 65 mm, 100 mm"
    valid(made.data, data, tmp_path)
