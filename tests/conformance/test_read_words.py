"""Words: what a paragraph prints of runs, fields, tracked changes, alternatives, hidden text, notes."""

from __future__ import annotations

import pytest

from baocao.conformance.paper import Paragraph, Story
from conformance.read_kit import docx, only, p, r, read, style, tbl, texts


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def field(instruction: str, result: str) -> str:
    return char("begin") + code(instruction) + char("separate") + result + char("end")


def text(content: str, **parts: str) -> str:
    return only(p(content), **parts).text


@pytest.mark.parametrize(
    ("run", "printed"),
    [
        ("<w:t>  hai  đầu </w:t>", "hai  đầu"),
        ('<w:t xml:space="preserve"> giữ </w:t>', " giữ "),
        ("<w:t>một\n  hai</w:t>", "một   hai"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab w:alignment='right'/><w:t>c</w:t>", "a\tb\tc"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t>", "a\nb\nc"),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>", "a-bc"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/>', "≥"),
        ('<w:sym w:font="Arial" w:char="0041"/>', "A"),
        ('<w:sym w:font="Arial" w:char="xyz"/><w:t>a</w:t>', "a"),
        ("<w:lastRenderedPageBreak/><w:t>a</w:t>", "a"),
        ("<w:t>a</w:t><!-- ghi chú --><?lenh x?><w:t>b</w:t>", "ab"),
    ],
)
def test_what_the_pieces_of_a_run_print(run: str, printed: str) -> None:
    assert text(f"<w:r>{run}</w:r>") == printed


def test_an_optional_hyphen_in_an_old_vietnamese_font_is_a_letter() -> None:
    run = "<w:r><w:rPr>{}</w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>"
    assert text(run.format('<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')) == "n\u00adíc"
    assert text(run.format("")) == "níc"


def test_spans_know_their_place_and_their_run() -> None:
    paragraph = only(p(r("Số: ") + r("12", "<w:b/>") + r("/BC")))
    assert [(span.text, span.start, span.end) for span in paragraph.spans] == [
        ("Số: ", 0, 4),
        ("12", 4, 6),
        ("/BC", 6, 9),
    ]
    assert [span.run for span in paragraph.spans] == list(paragraph.element.iterchildren("{*}r"))


@pytest.mark.parametrize(
    "wrapped",
    [
        f'<w:hyperlink w:anchor="x">{r("a")}</w:hyperlink>',
        f'<w:smartTag w:uri="x" w:element="y">{r("a")}</w:smartTag>',
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('a')}</w:sdtContent></w:sdt>",
        f'<w:customXml w:element="y">{r("a")}</w:customXml>',
        f'<w:fldSimple w:instr="AUTHOR">{r("a")}</w:fldSimple>',
        f'<w:bdo w:val="ltr">{r("a")}</w:bdo>',
        f'<w:bookmarkStart w:id="1" w:name="x"/>{r("a")}<w:bookmarkEnd w:id="1"/>',
    ],
)
def test_what_runs_may_stand_in(wrapped: str) -> None:
    paragraph = only(p(r("[") + wrapped + r("]")))
    assert (paragraph.text, paragraph.changed) == ("[a]", False)


def test_a_field_prints_its_result_and_not_its_code() -> None:
    assert text(r("ngày ") + field('DATE \\@ "d"', r("12")) + r(" tháng")) == "ngày 12 tháng"
    assert text(char("begin") + code("TOC") + char("end") + r("sau")) == "sau"


def test_a_field_in_the_code_of_a_field_prints_nothing() -> None:
    inner = field("REF a", r("bên trong"))
    assert (
        text(char("begin") + code("IF ") + inner + code(" = 1") + char("separate") + r("có") + char("end"))
        == "có"
    )


def test_a_field_over_several_paragraphs() -> None:
    body = p(char("begin") + code("TOC") + char("separate") + r("một")) + p("hai") + p(char("end") + r("ba"))
    assert texts(read(body)) == ["một", "hai", "ba"]
    hidden = (
        p(char("begin") + code("X") + r("mã")) + p("mã nữa") + p(char("separate") + r("in") + char("end"))
    )
    assert texts(read(hidden)) == ["", "", "in"]


@pytest.mark.parametrize(
    ("content", "numbers"),
    [
        (field(" PAGE  \\* MERGEFORMAT", r("2")), True),
        (char("begin") + code("PAGE") + char("end"), True),
        (char("begin") + code("PA") + code("GE") + char("separate") + r("2") + char("end"), True),
        (f'<w:fldSimple w:instr=" page "> {r("2")}</w:fldSimple>', True),
        ("<w:r><w:pgNum/></w:r>", True),
        (field("NUMPAGES", r("9")), False),
        (field("PAGEREF x", r("9")), False),
        (r("PAGE"), False),
    ],
)
def test_page_numbers(content: str, numbers: bool) -> None:
    assert only(p(content)).page_field is numbers


DELETED = '<w:del w:id="1"><w:r><w:delText>cũ</w:delText></w:r></w:del>'


@pytest.mark.parametrize(
    ("content", "printed"),
    [
        (f'{DELETED}<w:ins w:id="2">{r("mới")}</w:ins>', "mới"),
        (f'<w:moveFrom w:id="1">{r("đi")}</w:moveFrom><w:moveTo w:id="2">{r("đến")}</w:moveTo>', "đến"),
        (f'<w:ins w:id="2"><w:del w:id="3">{r("a")}</w:del>{r("b")}</w:ins>', "b"),
    ],
)
def test_tracked_changes_read_as_accepted(content: str, printed: str) -> None:
    paragraph = only(p(r("[") + content + r("]")))
    assert (paragraph.text, paragraph.changed) == (f"[{printed}]", True)


def test_a_changed_format_is_the_new_one() -> None:
    old = '<w:rPrChange w:id="1"><w:rPr><w:b/><w:sz w:val="40"/></w:rPr></w:rPrChange>'
    change = '<w:pPrChange w:id="2"><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>'
    paragraph = only(p(r("a", '<w:sz w:val="28"/>' + old), f'<w:jc w:val="center"/>{change}'))
    assert (paragraph.spans[0].face.bold, paragraph.spans[0].face.size) == (False, 14.0)
    assert (paragraph.look.align.value, paragraph.changed) == ("center", False)


MARK_GONE = '<w:rPr><w:del w:id="9"/></w:rPr>'


def test_a_paragraph_whose_mark_was_deleted_is_one_with_the_next() -> None:
    body = (
        p("một ", '<w:jc w:val="right"/>' + MARK_GONE)
        + p("hai ", MARK_GONE)
        + p("ba", '<w:jc w:val="center"/>')
    )
    (paragraph,) = read(body).paragraphs
    assert (paragraph.text, paragraph.changed, paragraph.look.align.value) == ("một hai ba", True, "center")
    assert paragraph.anchor == "word/document.xml#2"


def test_a_paragraph_whose_mark_was_deleted_before_a_table_stays() -> None:
    assert texts(read(p("một", MARK_GONE) + tbl(["ô"]))) == ["một", "ô"]


def test_the_tree_is_not_touched() -> None:
    body = p(r("[") + DELETED + field("PAGE", r("2"))) + p("một", MARK_GONE) + p("hai") + "<w:sectPr/>"
    paper = read(body)
    from lxml import etree

    before = etree.fromstring(paper.package.data("word/document.xml"))
    after = paper.trees["word/document.xml"]
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_hidden_text_is_left_out() -> None:
    styles = style("An", kind="character", rpr="<w:vanish/>") + style("AnDoan", rpr="<w:vanish/>")
    assert text(r("a") + r("b", "<w:vanish/>") + r("c", '<w:rStyle w:val="An"/>'), styles=styles) == "a"
    shown = p(r("a", '<w:vanish w:val="0"/>') + r("b"), '<w:pStyle w:val="AnDoan"/>')
    assert texts(read(shown, styles=styles)) == ["a"]


def test_a_paragraph_hidden_with_its_mark_is_not_there() -> None:
    body = (
        p("một")
        + p(r("ẩn", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
        + p(r("ẩn", "<w:vanish/>"))
        + p("hai")
    )
    assert texts(read(body)) == ["một", "", "hai"]


BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
    f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)


def test_of_alternatives_the_choice_is_read() -> None:
    body = p(f"<w:r>{SHAPE.format(p('trong khung'), p('dự phòng'))}</w:r>{r('ngoài')}") + p("sau")
    paper = read(body)
    outer = paper.blocks[0]
    assert isinstance(outer, Paragraph)
    ((inner,),) = outer.boxes
    assert (inner.text, inner.boxed, inner.spot) == ("trong khung", True, "đoạn 1, khung chữ, đoạn 1")
    assert inner.anchor == "word/document.xml#1"
    assert texts(paper) == ["ngoài", "trong khung", "sau"]
    assert [item.anchor for item in paper.paragraphs] == [f"word/document.xml#{at}" for at in (0, 1, 3)]


def test_an_old_text_box_without_alternatives() -> None:
    box = BOX.format(p("cũ") + p("nữa"))
    body = p(f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>")
    assert texts(read(body)) == ["", "cũ", "nữa"]


def test_a_text_box_in_a_text_box() -> None:
    inner = p(f"<w:r><w:pict>{BOX.format(p('trong cùng'))}</w:pict></w:r>")
    paper = read(p(f"<w:r><w:pict>{BOX.format(inner)}</w:pict></w:r>"))
    assert texts(paper) == ["", "", "trong cùng"]


def test_pictures_and_formulas() -> None:
    picture = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
    chart = picture.replace("<pic:pic/>", "").replace(
        "<a:graphicData>", '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    )
    line = picture.replace("<pic:pic/>", "<wps:wsp/>")
    old = "<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>"
    formula = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    assert [only(p(one)).pictures for one in (picture, chart, old, formula, line)] == [1, 1, 1, 1, 0]


def test_notes_stand_at_their_place_with_their_number() -> None:
    def note(ident: int, words: str) -> str:
        return f'<w:footnote w:id="{ident}">{p("<w:r><w:footnoteRef/></w:r>" + r(words))}</w:footnote>'

    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    end = '<w:r><w:endnoteReference w:id="1"/></w:r>'
    paper = read(
        p(r("một") + mark.format(5) + r(" hai") + mark.format(2) + end),
        footnotes=note(2, " thứ hai") + note(5, " thứ nhất") + note(7, "không ai nhắc"),
        endnotes=f'<w:endnote w:id="1">{p("cuối")}</w:endnote>',
    )
    (paragraph,) = paper.paragraphs
    assert paragraph.text == "một hai"
    assert paragraph.notes == ((3, "5"), (7, "2"), (7, "endnote#1"))
    told = [(note.id, note.number, note.paragraphs[0].text) for note in paper.notes]
    assert told == [("5", "1", " thứ nhất"), ("2", "2", " thứ hai"), ("endnote#1", "i", "cuối")]
    assert paper.notes[0].paragraphs[0].anchor == "word/footnotes.xml#1"
    assert paper.notes[0].paragraphs[0].spot == "chú thích 1"
    assert paper.notes[0].paragraphs[0].story is Story.NOTE


def test_a_deleted_reference_takes_no_number() -> None:
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(f'<w:footnote w:id="{ident}">{p("x")}</w:footnote>' for ident in (1, 2))
    paper = read(p(r("a") + f'<w:del w:id="9">{mark.format(1)}</w:del>' + mark.format(2)), footnotes=notes)
    assert [(note.id, note.number) for note in paper.notes] == [("2", "1")]


def test_page_breaks() -> None:
    broken = only(p('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>'))
    assert (broken.text, broken.breaks) == ("a\nb", True)
    assert not only(p("<w:r><w:t>a</w:t><w:br/></w:r>")).breaks


def test_blocks_in_content_controls_stand_in_their_place() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('hai')}{tbl(['ba'])}</w:sdtContent></w:sdt>"
    other = f"<mc:AlternateContent><mc:Choice Requires='x'>{p('bốn')}</mc:Choice></mc:AlternateContent>"
    paper = read(p("một") + control + other + p("năm"))
    assert texts(paper) == ["một", "hai", "ba", "bốn", "năm"]


def test_the_same_bytes_are_read_the_same_way() -> None:
    data = docx(p(field("PAGE", r("2"))) + tbl(["a", "b"]))
    from baocao.conformance.reading.reader import read_paper

    told = [
        [(item.anchor, item.spot, item.text, item.look) for item in read_paper(data).paragraphs]
        for _ in range(2)
    ]
    assert told[0] == told[1]
