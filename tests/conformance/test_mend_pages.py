"""Sheet, margins, page numbers: parts, relationships and types of a package, and all else of head and foot."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import subprocess

import pytest
from mend_kit import W, found, mended, names, root, said, texts, valid

from baocao.conformance.mending.order import SECTPR
from baocao.conformance.mends import NumberPages, SetSheet
from baocao.conformance.reading.reader import read_paper
from baocao.formats import Mm
from baocao.ooxml.package import Skeleton, assemble
from outside_tools import converted
from small_docx import NS, REL, TYPES, p, package, r, read_part

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
).format
PAGE = FIELD("PAGE", 2)


def furnished(body, section="", **stories):
    """A file with heads and feet: first_footer="…" becomes a part and a reference."""
    file = Skeleton.read(package(body))
    rels, types, refs, parts = "", "", "", {}
    for place, (name, content) in enumerate(stories.items()):
        which, kind = name.split("_")
        part = f"{kind}{place + 1}.xml"
        tag = "hdr" if kind == "header" else "ftr"
        parts[f"word/{part}"] = f"<w:{tag} {NS}>{content}</w:{tag}>".encode()
        rels += f'<Relationship Id="rId{place + 20}" Type="{REL}/{kind}" Target="{part}"/>'
        types += f'<Override PartName="/word/{part}" ContentType="{TYPES}{kind}+xml"/>'
        refs += f'<w:{kind}Reference w:type="{which}" r:id="rId{place + 20}"/>'
    for name, end, more in (
        ("[Content_Types].xml", "</Types>", types),
        ("word/_rels/document.xml.rels", "</Relationships>", rels),
    ):
        parts[name] = file.text(name).replace(end, more + end).encode()
    document = file.text("word/document.xml")
    parts["word/document.xml"] = (
        document.replace("<w:sectPr>", f"<w:sectPr>{refs}")
        .replace("</w:sectPr>", f"{section}</w:sectPr>")
        .encode()
    )
    return assemble(file, parts)


def shown(data, which="default"):
    """The texts at the head of the pages and at their foot."""
    section = read_paper(data).sections[0]
    return tuple(
        [(one.text, one.look.align.value) for one in stories.get(which, ()) if one.text.strip()]
        for stories in (section.headers, section.footers)
    )


def numbering(paper):
    section = paper.sections[0]
    heads = [one for one in section.headers.get("default", ()) if one.page_field]
    feet = [one for blocks in section.footers.values() for one in blocks if one.page_field]
    first = [one for one in section.headers.get("first", ()) if one.page_field]
    good = len(heads) == 1 and heads[0].look.align.value == "center" and section.title_page
    return [] if good and not feet and not first else [NumberPages(section, 14, first=True)]


def test_a_file_without_numbers_gets_a_head(tmp_path):
    data = package(p("Một"))
    made = mended(data, numbering).data
    assert shown(made) == ([("2", "center")], [])
    assert "first" not in read_paper(made).sections[0].headers or shown(made, "first") == ([], [])
    section = found(made, "sectPr")
    assert names(section) == sorted(names(section), key=SECTPR.index)
    assert 'PartName="/word/header1.xml"' in read_part(made, "[Content_Types].xml")
    assert said(found(made, "rPr/sz", "word/header1.xml")) == {"val": "28"}
    valid(made, data, tmp_path)


@pytest.mark.parametrize(
    ("foot", "left"),
    [
        (p(r("Trang "), PAGE), []),
        (p(r("- "), PAGE, r(" -"), ppr='<w:jc w:val="right"/>'), []),
        (p(r("Trang "), PAGE, r("/"), FIELD("NUMPAGES", 9)), []),
        (p(r("Báo cáo năm 2025"), "<w:r><w:tab/></w:r>", PAGE), ["Báo cáo năm 2025"]),
        (
            p('<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>') + p("Bí mật nhà"),
            ["Bí mật nhà"],
        ),
        (p(PAGE, ppr='<w:framePr w:wrap="around" w:hAnchor="margin" w:xAlign="right"/>') + p("Xã"), ["Xã"]),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p(PAGE)}</w:sdtContent></w:sdt>", []),
    ],
)
def test_a_number_at_the_foot_goes_nothing_else(foot, left, tmp_path):
    data = furnished(p("Một"), default_footer=foot)
    made = mended(data, numbering).data
    head, below = shown(made)
    assert head == [("2", "center")]
    assert [text.strip() for text, _ in below] == left
    assert [text.strip() for text, _ in shown(made, "first")[1]] == left
    assert said(found(made, "rPr/b", "word/header1.xml")) == {}
    valid(made, data, tmp_path)


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps"><w:drawing><wp:inline>'
    '<wp:extent cx="2000000" cy="500000"/><wp:docPr id="1" name="Khung"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/>'
    "<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r>"
)


def test_a_text_box_that_held_only_the_number_goes():
    data = furnished(p("Một"), default_footer=f"<w:p>{BOX.format(p(PAGE))}</w:p>")
    made = mended(data, numbering).data
    assert shown(made) == ([("2", "center")], [])
    assert "txbxContent" not in read_part(made, "word/footer1.xml")


FOR_OLDER_WORD = (
    '</mc:Choice><mc:Fallback><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:90pt;height:30pt">'
    "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
)


@pytest.mark.parametrize("words", ["", p("Xã Tân Hồng")])
def test_a_text_box_that_word_wrote_twice_is_cleared_in_both(words):
    inside = words + p(PAGE)
    box = BOX.format(inside).replace("</mc:Choice>", FOR_OLDER_WORD.format(inside))
    made = mended(furnished(p("Một"), default_footer=f"<w:p>{box}</w:p>"), numbering)
    foot = read_part(made.data, "word/footer1.xml")
    assert (foot.count("PAGE"), foot.count("txbxContent>")) == (0, 4 if words else 0)
    assert not made.refused


def test_words_at_the_head_stay_on_all_pages_the_first_one_too(tmp_path):
    data = furnished(p("Một"), default_header=p("UBND XÃ TÂN HỒNG"))
    made = mended(data, numbering).data
    assert shown(made)[0] == [("2", "center"), ("UBND XÃ TÂN HỒNG", "left")]
    assert shown(made, "first")[0] == [("UBND XÃ TÂN HỒNG", "left")]
    valid(made, data, tmp_path)


def test_a_number_on_the_left_is_put_into_the_middle_with_its_look():
    data = furnished(p("Một"), "<w:titlePg/>", default_header=p(PAGE), first_header=p(r("Trang "), PAGE))
    made = mended(data, numbering).data
    assert shown(made) == ([("2", "center")], [])
    assert shown(made, "first") == ([], [])
    assert (
        names(
            found(made, "hdr/p/r/rPr", "word/header1.xml")
            or root(made, "word/header1.xml").find(f".//{W}rPr")
        )[0]
        == "b"
    )


def test_a_head_for_the_first_page_that_was_not_in_use_does_not_come_up():
    data = furnished(p("Một"), default_header=p("Xã"), first_header=p("CŨ KHÔNG DÙNG"))
    made = mended(data, numbering).data
    assert shown(made, "first")[0] == [("Xã", "left")]
    assert "CŨ KHÔNG DÙNG" in read_part(made, "word/header2.xml")


def test_a_sheet_is_written_whole(tmp_path):
    data = package(p("Một"))

    def ask(paper):
        one = paper.sections[0]
        good = abs(one.left - Mm(30)) < Mm(0.1)
        sides = {
            "width": Mm(297),
            "height": Mm(210),
            "left": Mm(30),
            "right": Mm(15),
            "top": Mm(20),
            "bottom": Mm(20),
        }
        return [] if good else [SetSheet(one, **sides, decimal_numbers=True, restart=True)]

    made = mended(data, ask).data
    assert said(found(made, "pgSz")) == {"w": "16838", "h": "11906", "orient": "landscape"}
    margins = said(found(made, "pgMar"))
    assert (margins["left"], margins["right"], margins["top"], margins["gutter"]) == (
        "1701",
        "850",
        "1134",
        "0",
    )
    assert said(found(made, "pgNumType")) == {"start": "1"}
    valid(made, data, tmp_path)


def test_roman_numbers_become_arabic_and_start_where_they_would():
    data = furnished(p("Một"), '<w:pgNumType w:fmt="lowerRoman" w:start="5"/>')

    def ask(paper):
        one = paper.sections[0]
        return [SetSheet(one, decimal_numbers=True)] if one.number_format != "decimal" else []

    assert found(mended(data, ask).data, "pgNumType") is None


def test_a_later_section_shows_its_number_on_its_first_page_too():
    inner = p(ppr='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>')
    data = furnished(p("Một") + inner + p("Phụ lục"), default_header=p(PAGE, ppr='<w:jc w:val="center"/>'))
    file = Skeleton.read(data)
    whole = file.text("word/document.xml").replace("</w:sectPr></w:body>", "<w:titlePg/></w:sectPr></w:body>")
    data = assemble(file, {"word/document.xml": whole.encode()})

    def ask(paper):
        return [NumberPages(one, 14, first=False) for one in paper.sections[1:] if one.title_page]

    made = mended(data, ask).data
    assert found(made, "titlePg") is None
    assert texts(made)[:3] == ["Một", "", "Phụ lục"]


@pytest.mark.libreoffice
def test_libreoffice_prints_the_number_on_the_second_page_only(tmp_path):

    data = furnished(
        p("Một") + p('<w:r><w:br w:type="page"/></w:r>', "Hai"), default_footer=p(r("Trang "), PAGE)
    )
    made = mended(data, numbering).data
    converted({"so-trang": made}, tmp_path, "pdf")
    command = ["pdftotext", "-raw", str(tmp_path / "so-trang.pdf"), "-"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    first, second, _ = printed.split("\f")
    assert first.split() == ["Một"]
    assert second.split() == ["2", "Hai"]
