"""Rules drawn right below their line, instead of rows of signs, borders, underlines and other drawings."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import subprocess

import pytest
from mend_kit import W, found, mended, names, paragraph, root, said, texts, valid

from baocao.conformance.mends import DrawRule, ResizeRule
from baocao.conformance.paper import StrokeKind
from baocao.conformance.reading.reader import read_paper
from baocao.formats import Length, Mm, Pt
from baocao.ooxml.shapes import rule_xml
from baocao.ooxml.xml import NAMESPACES
from outside_tools import converted
from small_docx import p, package, r, tc

CENTRE = '<w:jc w:val="center"/>'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
LINE = f'<w:r><w:pict><v:line {VML} id="a" style="position:absolute;z-index:1" from="210pt,2pt" to="240pt,2pt"/></w:pict></w:r>'
INLINE = rule_xml(Mm(10), 7, stroke=Pt(0.75)).replace("<w:r>", f"<w:r {NAMESPACES}>", 1)


def strokes(paper):
    return [stroke for one in paper.paragraphs for stroke in one.strokes]


LENGTH = Mm(20)


def drawing(words, length=LENGTH):
    def ask(paper):
        line = next(line for one in paper.paragraphs for line in one.lines if line.text == words)
        right = [
            one
            for one in strokes(paper)
            if one.kind is StrokeKind.SHAPE and abs((one.length or 0) - length) < 700
        ]
        middle = line.centre is None or any(
            abs((one.left + one.right) // 2 - line.centre) < Mm(1) for one in right
        )
        return [] if len(right) == 1 and middle else [DrawRule(line, length, Pt(0.75))]

    return ask


@pytest.mark.parametrize(
    ("below", "paragraphs"),
    [
        ("", 3),
        (p("__________", ppr=CENTRE), 3),
        (p("----------", ppr=CENTRE), 3),
        (p("──────", ppr=CENTRE), 3),
        (p(LINE, ppr=CENTRE), 3),
        (p(INLINE, ppr=CENTRE), 3),
        (p(ppr='<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'), 3),
        (p(r("          ", '<w:u w:val="single"/>'), ppr=CENTRE), 3),
    ],
)
def test_a_wrong_rule_gives_way_to_a_drawn_one(below, paragraphs, tmp_path):
    data = package(p(r("SỞ NỘI VỤ", "<w:b/>"), ppr=CENTRE) + below + p("Số: 05/BC-SNV", ppr=CENTRE))
    made = mended(data, drawing("SỞ NỘI VỤ")).data
    assert [text for text in texts(made) if text.strip()] == ["SỞ NỘI VỤ", "Số: 05/BC-SNV"]
    (stroke,) = strokes(read_paper(made))
    assert (stroke.kind, stroke.length, stroke.solid) == (StrokeKind.SHAPE, Mm(20), True)
    assert len(texts(made)) == paragraphs
    host = root(made).findall(f".//{W}p")[1]
    assert names(host.find(f"{W}pPr")) == ["spacing", "ind", "jc", "rPr"] or below
    valid(made, data, tmp_path)


def test_underlined_words_lose_their_underline():
    data = package(p(r("SỞ NỘI VỤ", '<w:u w:val="single"/>'), ppr=CENTRE) + p("Số"))
    made = mended(data, drawing("SỞ NỘI VỤ")).data
    assert said(found(made, "u")) == {"val": "none"}
    assert [one.kind for one in strokes(read_paper(made))] == [StrokeKind.SHAPE]


def test_the_space_behind_the_line_goes_behind_the_rule():
    data = package(p("SỞ NỘI VỤ", ppr='<w:spacing w:before="120" w:after="240"/>' + CENTRE) + p("Số"))
    made = mended(data, drawing("SỞ NỘI VỤ")).data
    first, second = root(made).findall(f".//{W}p")[:2]
    assert said(first.find(f"{W}pPr/{W}spacing"))["after"] == "0"
    assert said(second.find(f"{W}pPr/{W}spacing"))["after"] == "240"


def test_between_two_lines_of_one_paragraph():
    lines = f"<w:p><w:pPr>{CENTRE}</w:pPr>{r('CỘNG HÒA')}<w:r><w:br/></w:r>{r('Độc lập')}<w:r><w:br/><w:t>Hà Nội, ngày</w:t></w:r></w:p>"
    data = package(lines)
    made = mended(data, drawing("Độc lập")).data
    runs = root(made).findall(f".//{W}p/{W}r")
    kinds = [names(run)[-1] for run in runs]
    assert kinds == ["t", "br", "t", "br", "AlternateContent", "br", "t"]
    assert said(runs[4].find(f"{W}rPr/{W}sz")) == {"val": "8"}


def test_beside_other_words_after_a_tab(tmp_path):
    tabs = '<w:tabs><w:tab w:val="center" w:pos="2000"/><w:tab w:val="center" w:pos="7000"/></w:tabs>'
    head = f"<w:p><w:pPr>{tabs}</w:pPr><w:r><w:tab/><w:t>SỞ NỘI VỤ</w:t><w:tab/><w:t>Độc lập - Tự do</w:t></w:r></w:p>"
    data = package(head + p("Thân bài"))
    before = read_paper(data)
    line = next(one for one in next(before.paragraphs).lines if one.text.startswith("Độc"))
    made = mended(data, drawing("Độc lập - Tự do", Length(Mm(30)))).data
    (stroke,) = strokes(read_paper(made))
    assert abs((stroke.left + stroke.right) // 2 - line.centre) < Mm(1)
    valid(made, data, tmp_path)


def test_a_border_of_the_cell_gives_way():
    border = '<w:tcW w:w="4000" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
    table = f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid><w:tr>{tc(p("SỞ NỘI VỤ", ppr=CENTRE), tcpr=border)}</w:tr><w:tr>{tc("Số")}</w:tr></w:tbl>'
    data = package(table + p())
    made = mended(data, drawing("SỞ NỘI VỤ")).data
    assert said(found(made, "tcBorders/bottom")) == {"val": "nil"}


def resizing(length):
    def ask(paper):
        line = next(paper.paragraphs).lines[0]
        return [ResizeRule(one, line, length) for one in strokes(paper) if abs(one.length - length) > 700]

    return ask


def test_a_drawn_rule_is_only_made_longer(tmp_path):
    data = package(p("SỞ NỘI VỤ", ppr=CENTRE) + p(INLINE, ppr=CENTRE))
    made = mended(data, resizing(Mm(20))).data
    line = next(root(made).iter("{*}inline"))
    assert [item.get("cx") for item in line.iter("{*}extent", "{*}ext")] == ["720000", "720000"]
    assert line.find("{*}docPr").get("id") == "7"
    valid(made, data, tmp_path)


ANCHOR = INLINE.replace("<wp:inline distT", '<wp:anchor simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" distT').replace(
    "</wp:inline>", "</wp:anchor>"
).replace(
    "<wp:extent",
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>1000000</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV><wp:extent',
).replace("<wp:docPr", "<wp:wrapNone/><wp:docPr")  # fmt: skip


def test_a_floating_rule_grows_on_both_sides_of_the_middle():
    data = package(p("SỞ NỘI VỤ", ANCHOR, ppr=CENTRE))
    line = next(read_paper(data).paragraphs).lines[0]
    made = mended(data, resizing(Mm(20))).data
    (stroke,) = strokes(read_paper(made))
    assert abs((stroke.left + stroke.right) // 2 - line.centre) < 700
    assert "anchor" in [item.tag.rpartition("}")[2] for item in root(made).iter()]


def test_a_line_of_old_word_is_drawn_anew():
    data = package(p("SỞ NỘI VỤ", LINE, ppr=CENTRE) + p("Số"))
    made = mended(data, resizing(Mm(20))).data
    assert next(root(made).iter("{*}pict"), None) is None
    assert len(strokes(read_paper(made))) == 1


def test_a_line_in_one_group_with_words_is_left():
    box = "<w:txbxContent><w:p><w:r><w:t>Chữ</w:t></w:r></w:p></w:txbxContent>"
    group = f'<w:r><w:pict><v:group {VML} style="position:absolute;margin-left:200pt;width:100pt;height:20pt" coordsize="100,20"><v:line from="0,0" to="50,0"/><v:rect style="left:0;top:5;width:90;height:10"><v:textbox>{box}</v:textbox></v:rect></v:group></w:pict></w:r>'
    data = package(p("SỞ NỘI VỤ", group, ppr=CENTRE) + p("Số"))
    made = mended(data, drawing("SỞ NỘI VỤ"))
    assert made.data == data
    assert "nhóm hình" in made.refused[0].reason


@pytest.mark.libreoffice
def test_libreoffice_draws_it_close_below_the_middle_of_the_line(tmp_path):
    data = package(
        p(r("SỞ NỘI VỤ TỈNH TÂN HỒNG", "<w:b/>"), ppr=CENTRE) + p("______", ppr=CENTRE) + p("Số", ppr=CENTRE)
    )
    made = mended(data, drawing("SỞ NỘI VỤ TỈNH TÂN HỒNG")).data
    converted({"ke": made}, tmp_path, "pdf")
    command = ["pdftotext", "-bbox", str(tmp_path / "ke.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "______" not in printed
    assert paragraph(read_paper(made), "SỞ NỘI VỤ") is not None


def test_a_rule_below_a_framed_line_stands_in_the_frame():
    frame = (
        '<w:framePr w:w="4000" w:hSpace="180" w:wrap="around" w:hAnchor="margin" w:xAlign="left" w:y="1"/>'
    )
    data = package(p("SỞ NỘI VỤ", ppr=frame + CENTRE) + p("Số: 05/BC", ppr=frame + CENTRE) + p("Thân bài"))
    made = mended(data, drawing("SỞ NỘI VỤ")).data
    host = root(made).findall(f".//{W}p")[1]
    assert names(host.find(f"{W}pPr"))[0] == "framePr"
    assert said(host.find(f"{W}pPr/{W}framePr")) == said(found(made, "framePr"))


def test_a_rule_in_a_text_box_is_drawn_in_both_of_its_texts_with_numbers_of_their_own():
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    wps = 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    box = f"<w:txbxContent>{p('SỞ NỘI VỤ', ppr=CENTRE)}{p('Số: 05/BC', ppr=CENTRE)}</w:txbxContent>"
    shape = (
        f'<w:r><mc:AlternateContent {mc}><mc:Choice {wps} Requires="wps"><w:drawing><wp:inline><wp:extent cx="3000000" cy="900000"/>'
        '<wp:docPr id="1" name="Khung"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="900000"/></a:xfrm></wps:spPr>'
        f"<wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:rect {VML}><v:textbox>{box}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    made = mended(package(f"<w:p>{shape}</w:p>"), drawing("SỞ NỘI VỤ")).data
    numbers = [one.get("id") for one in root(made).iter("{*}docPr")]
    assert len(numbers) == 3
    assert len(set(numbers)) == 3
