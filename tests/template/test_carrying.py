"""What a layer brings along, matches with what is there, or leaves behind with a word about it."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re
from xml.sax.saxutils import quoteattr

import pytest

from baocao.check.opens import check_opens
from baocao.errors import PackError, Severity
from baocao.render import render, to_bytes
from small_docx import (
    NS,
    REL,
    TYPES,
    compiled,
    note,
    p,
    package,
    paragraphs,
    r,
    read_part,
    ref,
    tbl,
    tc,
)

EXTENDS = p('{%p extends "goi" %}')


def block(*content, name="a"):
    return p(f"{{%p block {name} %}}") + "".join(content) + p("{%p endblock %}")


BASE = package(p("đầu") + block(p("gốc")))


def layer(*content, **parts):
    return package(EXTENDS + block(*content), **parts)


def made(*layers):
    data = to_bytes(render(compiled(*layers), {}))
    assert check_opens(data) == ()
    return data


def remarks(*layers):
    return [(item.code, item.level, dict(item.facts)) for item in compiled(*layers).findings]


def styles_part(*styles, defaults=""):
    return {"word/styles.xml": f"<w:styles {NS}>{defaults}{''.join(styles)}</w:styles>".encode()}


def style(ident, name, *content, kind="paragraph", default=False):
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{kind}"{mark} w:styleId="{ident}"><w:name w:val={quoteattr(name)}/>'
        f"{''.join(content)}</w:style>"
    )


def based(ident):
    return f'<w:basedOn w:val="{ident}"/>'


def styles_of(data):
    return re.findall(r'<w:pStyle w:val="([^"]*)"', read_part(data))


# Styles


def test_a_style_is_known_by_its_name():
    child = layer(
        p("đề mục", style="u1"),
        p("thân", style="Thnbi"),
        extra=styles_part(style("u1", "Heading 1"), style("Thnbi", "Thân bài")),
    )
    data = made(child, BASE)
    assert styles_of(data) == ["Heading1", "ThanBai"]
    assert "u1" not in read_part(data, "word/styles.xml")


def test_a_style_of_the_same_id_and_another_name_comes_along_under_a_new_id():
    own = styles_part(
        style("ThanBai", "Thân bài mới", '<w:pPr><w:jc w:val="right"/></w:pPr>'),
        style("Con", "Con", based("ThanBai")),
    )
    data = made(layer(p("a", style="ThanBai"), p("b", style="Con"), extra=own), BASE)
    styles = read_part(data, "word/styles.xml")
    assert styles_of(data) == ["ThanBai1", "Con"]
    assert '<w:basedOn w:val="ThanBai1"/>' in styles
    assert '<w:jc w:val="right"/>' in styles[styles.index('w:styleId="ThanBai1"') :]


def test_the_name_counts_more_than_the_id():
    child = layer(p("a", style="ThanBai"), extra=styles_part(style("ThanBai", "Gạch đầu dòng")))
    assert styles_of(made(child, BASE)) == ["GachDau"]


def test_a_style_the_base_lacks_comes_with_what_it_builds_on():
    own = styles_part(
        style("Con", "Con", based("Cha"), '<w:next w:val="u1"/>'),
        style("Cha", "Cha", based("ThuongTi")),
        style("ThuongTi", "Normal"),
        style("u1", "heading 1"),
        style("Thua", "Thừa"),
    )
    data = made(layer(p("a", style="Con"), extra=own), BASE)
    styles = read_part(data, "word/styles.xml")
    assert styles_of(data) == ["Con"]
    assert re.findall(r'w:styleId="(Con|Cha|Thua)"', styles) == ["Con", "Cha"]
    assert '<w:next w:val="Heading1"/>' in styles
    assert styles.count('<w:basedOn w:val="Normal"/>') == 1


def test_a_style_that_builds_on_nothing_keeps_the_defaults_of_its_file():
    def defaults(size):
        return (
            f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{size}"/></w:rPr></w:rPrDefault>'
            '<w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>'
        )

    own = styles_part(style("Rieng", "Riêng", "<w:rPr><w:b/></w:rPr>"), defaults=defaults(22))
    styles = read_part(made(layer(p("a", style="Rieng"), extra=own), BASE), "word/styles.xml")
    carried = styles[styles.index('w:styleId="Rieng"') :]
    assert '<w:rPr><w:b/><w:sz w:val="22"/></w:rPr>' in carried
    assert '<w:spacing w:after="160"/>' in carried


def test_character_and_table_styles_and_the_look_of_a_note_reference():
    reference = ref(1).replace("FootnoteReference", "FootnoteAnchor")
    own = styles_part(
        style("FootnoteAnchor", "Footnote Reference", kind="character"),
        style("Manh", "Mạnh", kind="character"),
        style("Ke", "Kẻ ô", kind="table"),
    )
    table = tbl([tc("ô")], columns=1).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ke"/></w:tblPr>')
    child = layer(p(r("m", '<w:rStyle w:val="Manh"/>'), reference), table, notes=note(1, "ghi"), extra=own)
    data = made(child, BASE)
    assert re.findall(r'<w:rStyle w:val="([^"]*)"', read_part(data)) == ["Manh", "FootnoteReference"]
    assert re.findall(r'w:styleId="(Manh|Ke|FootnoteAnchor)"', read_part(data, "word/styles.xml")) == [
        "Manh",
        "Ke",
    ]


LOOKS = {
    "size": '<w:rPr><w:sz w:val="32"/></w:rPr>',
    "bold": "<w:rPr><w:b/></w:rPr>",
    "italic": "<w:rPr><w:i/></w:rPr>",
    "font": '<w:rPr><w:rFonts w:ascii="Arial"/></w:rPr>',
    "side": '<w:pPr><w:jc w:val="center"/></w:pPr>',
    "indent": '<w:pPr><w:ind w:firstLine="720"/></w:pPr>',
    "gap": '<w:pPr><w:spacing w:before="120"/></w:pPr>',
}
FONT = '<w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr>'


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS.keys())
def test_a_style_that_looks_different_is_told_once(look):
    base = package(
        p("đầu") + block(p("gốc")), extra=styles_part(style("ThanBai", "Thân bài", FONT), _notes())
    )
    own = styles_part(style("ThanBai", "Thân bài", look))
    assert remarks(layer(p("a", style="ThanBai"), p("b", style="ThanBai"), extra=own), base) == [
        ("kieu-theo-mau-goc", Severity.INFO, {"ten": "Thân bài"})
    ]


UNSEEN = {
    "rounding": '<w:pPr><w:ind w:firstLine="12"/></w:pPr>',
    "said anyway": '<w:pPr><w:jc w:val="start"/></w:pPr><w:rPr><w:b w:val="0"/></w:rPr>',
    "spelling": "<w:pPr><w:widowControl/></w:pPr>",
}


@pytest.mark.parametrize("look", UNSEEN.values(), ids=UNSEEN.keys())
def test_a_style_that_looks_the_same_is_not_told(look):
    own = styles_part(style("ThanBai", "Thân bài", look))
    assert remarks(layer(p("a", style="ThanBai"), extra=own), BASE) == []


def _notes():
    return style("FootnoteText", "footnote text") + style(
        "FootnoteReference", "footnote reference", kind="character"
    )


def _default(size):
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="{size}"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )


def test_words_without_a_style_look_different_under_other_defaults():
    own = styles_part(style("Normal", "Normal", default=True), defaults=_default(40))
    assert remarks(layer(p("a"), extra=own), BASE) == [
        ("kieu-theo-mau-goc", Severity.INFO, {"ten": "Normal"})
    ]
    assert remarks(layer(p("a", style="Rieng"), extra=own), BASE) == []
    assert remarks(layer(p("{% if x %}"), p("{% endif %}"), extra=own), BASE) == []


def _bordered(content):
    return style("Ke", "Kẻ ô", f"<w:tblPr>{content}</w:tblPr>", kind="table")


def _marked(content):
    return style("Nhan", "Nhấn", f"<w:rPr>{content}</w:rPr>", kind="character")


RULED = '<w:tblBorders><w:top w:val="single" w:sz="4"/></w:tblBorders>'
TABLE = tbl([tc("ô")], columns=1).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Ke"/></w:tblPr>')
MARKED = p(r("x", '<w:rStyle w:val="Nhan"/>'))


@pytest.mark.parametrize(
    ("content", "mine", "theirs", "name"),
    [
        (TABLE, _bordered(RULED), _bordered(""), "Kẻ ô"),
        (TABLE, _bordered(RULED), _bordered(RULED), ""),
        (TABLE, _bordered(RULED.replace("single", "nil")), _bordered(""), ""),
        (MARKED, _marked('<w:color w:val="FF0000"/>'), _marked(""), "Nhấn"),
        (MARKED, _marked('<w:color w:val="auto"/>'), _marked(""), ""),
    ],
)
def test_table_and_character_styles_that_look_different_are_told(content, mine, theirs, name):
    base = package(p("đầu") + block(p("gốc")), extra=styles_part(theirs, _notes()))
    told = [("kieu-theo-mau-goc", Severity.INFO, {"ten": name})] if name else []
    assert remarks(layer(content, extra=styles_part(mine)), base) == told


# The ids a render writes


def test_our_styles_get_their_ids_back():
    own = styles_part(style("Gchudng", "Gạch đầu dòng"), style("Con", "Con", based("Gchudng")), _notes())
    data = made(package(p("a", style="Gchudng") + p("b", style="Con"), extra=own))
    assert styles_of(data) == ["GachDau", "Con"]
    assert '<w:basedOn w:val="GachDau"/>' in read_part(data, "word/styles.xml")


# Lists


def numbering(sign, form="bullet", extra=""):
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


LISTED = p("mục", ppr='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')


def test_a_list_comes_along_to_a_base_that_has_none():
    data = made(layer(LISTED, numbering=numbering("-")), BASE)
    assert '<w:lvlText w:val="-"/>' in read_part(data, "word/numbering.xml")
    assert "/numbering.xml" in read_part(data, "[Content_Types].xml")
    assert f"{REL}/numbering" in read_part(data, "word/_rels/document.xml.rels")


def test_a_list_that_only_a_style_names_comes_along():
    own = styles_part(style("Rieng", "Riêng", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    base = package(p("đầu") + block(p("gốc")), numbering=numbering("*"))
    child = layer(p("a", style="Rieng"), numbering=numbering("-"), extra=own)
    data = made(child, base)
    styles = read_part(data, "word/styles.xml")
    assert '<w:numId w:val="2"/>' in styles[styles.index('w:styleId="Rieng"') :]


def test_a_counting_list_counts_for_itself_and_a_bullet_is_shared():
    base = package(p("đầu") + block(p("gốc")), numbering=numbering("-").replace('numId="1"', 'numId="7"'))
    shared = made(layer(LISTED, numbering=numbering("-")), base)
    assert 'w:numId w:val="7"' in read_part(shared)
    counting = package(
        p("đầu") + block(p("gốc")), numbering=numbering("%1.", "decimal").replace('numId="1"', 'numId="7"')
    )
    own = made(layer(LISTED, numbering=numbering("%1.", "decimal")), counting)
    assert 'w:numId w:val="8"' in read_part(own)


def numbers_of(data):
    return re.findall(r'<w:numId w:val="(\d+)"', read_part(data))


def test_a_list_of_the_same_number_counts_for_itself_too():
    base = package(LISTED + block(p("gốc")), numbering=numbering("%1.", "decimal"))
    assert numbers_of(made(layer(LISTED, numbering=numbering("%1.", "decimal")), base)) == ["1", "2"]
    shared = package(LISTED + block(p("gốc")), numbering=numbering("-"))
    assert numbers_of(made(layer(LISTED, numbering=numbering("-")), shared)) == ["1", "1"]


def test_a_style_that_comes_along_makes_no_list_of_the_base_its_own():
    own = styles_part(style("Rieng", "Riêng", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'))
    base = package(LISTED + block(p("gốc")), numbering=numbering("%1.", "decimal"))
    data = made(layer(p("a", style="Rieng"), numbering=numbering("%1.", "decimal"), extra=own), base)
    styles = read_part(data, "word/styles.xml")
    assert '<w:numId w:val="2"/>' in styles[styles.index('w:styleId="Rieng"') :]


def test_a_list_of_the_headings_of_the_base_counts_on():
    linked = numbering("%1.", "decimal", '<w:pStyle w:val="Heading1"/>')
    base = package(LISTED + block(p("gốc")), numbering=linked)
    assert numbers_of(made(layer(LISTED, numbering=linked), base)) == ["1", "1"]


def test_a_number_that_the_style_gives_anyway_stays_with_the_style():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    own = styles_part(style("u1", "heading 1", f"<w:pPr>{numbered}</w:pPr>"))
    child = layer(p("a", style="u1", ppr=numbered), numbering=numbering("%1.", "decimal"), extra=own)
    assert "numPr" not in read_part(made(child, BASE))


def test_a_carried_list_lets_go_of_the_styles_of_the_base():
    child = layer(LISTED, numbering=numbering("%1.", "decimal", '<w:pStyle w:val="Heading1"/>'))
    assert "pStyle" not in read_part(made(child, BASE), "word/numbering.xml")


def test_a_bullet_that_is_a_picture_is_named():
    picture = numbering("-").replace("<w:lvlText", '<w:lvlPicBulletId w:val="0"/><w:lvlText')
    with pytest.raises(PackError) as caught:
        compiled(layer(LISTED, numbering=picture), BASE)
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts)["loai"]) == ("phan-khong-mang-theo", "dấu đầu dòng bằng hình")


# Links and parts


def test_a_link_in_a_note_comes_along():
    link = f'<w:hyperlink r:id="rId1">{r("trang")}</w:hyperlink>'
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/hyperlink" Target="https://vidu.vn" TargetMode="External"/>'
        "</Relationships>"
    )
    child = layer(
        p("a", ref(1)),
        notes=note(1, p("xem ", link)),
        extra={"word/_rels/footnotes.xml.rels": rels.encode()},
    )
    data = made(child, BASE)
    new = re.search(r'<w:hyperlink r:id="(\w+)"', read_part(data, "word/footnotes.xml")).group(1)
    assert f'Id="{new}"' in read_part(data, "word/_rels/footnotes.xml.rels")


def test_a_picture_whose_type_is_stated_for_it_alone():
    picture = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:blip r:embed="rId9"/></wp:inline>'
        "</w:drawing></w:r>"
    )
    child = layer(
        p(picture),
        rels=f'<Relationship Id="rId9" Type="{REL}/image" Target="media/a.hinh"/>',
        extra={"word/media/a.hinh": b"png"},
    )
    types = read_part(child, "[Content_Types].xml").replace(
        "</Types>", '<Override PartName="/word/media/a.hinh" ContentType="image/png"/></Types>'
    )
    child = layer(
        p(picture),
        rels=f'<Relationship Id="rId9" Type="{REL}/image" Target="media/a.hinh"/>',
        extra={"word/media/a.hinh": b"png", "[Content_Types].xml": types.encode()},
    )
    assert 'PartName="/word/media/a_1.hinh"' in read_part(made(child, BASE), "[Content_Types].xml")


def test_a_link_that_only_the_base_knows_is_told():
    link = p(f'<w:hyperlink r:id="rId9">{r("liên kết")}</w:hyperlink>')
    rels = f'<Relationship Id="rId9" Type="{REL}/hyperlink" Target="http://goc.vn" TargetMode="External"/>'
    with pytest.raises(PackError) as caught:
        compiled(layer(link), package(p("đầu") + block(p("gốc")), rels=rels))
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts), found.where.anchor) == (
        "hinh-mat",
        {"ten": "rId9"},
        "word/document.xml#2",
    )


def test_an_endnote_is_told():
    with pytest.raises(PackError) as caught:
        compiled(layer(p("a", '<w:r><w:endnoteReference w:id="2"/></w:r>')), BASE)
    (found,) = caught.value.findings
    assert (found.code, found.where.anchor) == ("chu-thich-cuoi", "word/document.xml#2")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "tệp có macro (.docm)"),
        (f"{TYPES}template.main+xml", "mẫu của Word (.dotx)"),
    ],
)
def test_a_file_that_only_bears_the_name_of_a_docx_is_refused(kind, words):
    types = read_part(package(p("a")), "[Content_Types].xml").replace(f"{TYPES}document.main+xml", kind)
    with pytest.raises(PackError) as caught:
        compiled(package(p("a"), extra={"[Content_Types].xml": types.encode()}))
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts)) == ("mau-sai-loai-tep", {"loai": words})


OBJECTS = {"chart": "biểu đồ", "oleObject": "đối tượng nhúng (OLE)", "package": "tệp nhúng", "la": "la"}


@pytest.mark.parametrize(("kind", "words"), OBJECTS.items())
def test_what_cannot_come_along_is_named_at_its_place(kind, words):
    thing = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="a"/><a:x r:id="rId9"/></wp:inline></w:drawing></w:r>'
    rels = f'<Relationship Id="rId9" Type="{REL}/{kind}" Target="x/x1.xml"/>'
    with pytest.raises(PackError) as caught:
        compiled(layer(p("a"), p(thing), rels=rels), BASE)
    (found,) = caught.value.findings
    assert (found.code, dict(found.facts)["loai"], found.where.paragraph) == (
        "phan-khong-mang-theo",
        words,
        "đoạn 4",
    )


def test_bookmarks_of_two_files_have_different_ids():
    def marked(name):
        return p(f'<w:bookmarkStart w:id="0" w:name="{name}"/>', r("a"), '<w:bookmarkEnd w:id="0"/>')

    data = made(layer(marked("con")), package(marked("goc") + block(p("gốc"))))
    assert re.findall(r'<w:bookmarkStart w:id="(\d+)"', read_part(data)) == ["0", "1000"]


# What stays behind


def page(size="11906", margin="1134"):
    return f'<w:sectPr><w:pgSz w:w="{size}" w:h="16838"/><w:pgMar w:top="{margin}" w:left="{margin}"/></w:sectPr>'


def with_page(data_body, section):
    data = package(data_body)
    document = re.sub(r"<w:sectPr>.*</w:sectPr>(?=</w:body>)", section, read_part(data))
    return package("", extra={"word/document.xml": document.encode()})


@pytest.mark.parametrize(
    ("section", "words"),
    [
        (page("16838"), "khổ giấy"),
        (page(margin="1500"), "lề trang"),
        (page("16838", "1500"), "khổ giấy và lề trang"),
    ],
)
def test_another_page_is_told(section, words):
    base = with_page(p("đầu") + block(p("gốc")), page())
    child = with_page(EXTENDS + block(p("a")), section)
    assert remarks(child, base) == [("trang-khac-mau-goc", Severity.INFO, {"gi": words})]
    assert remarks(with_page(EXTENDS + block(p("a")), page(margin="1140")), base) == []
    assert read_part(made(child, base)).count("<w:sectPr>") == 1


def test_words_of_a_header_that_is_not_printed():
    base = package(p("đầu") + block(p("gốc")), header=p("Mật"))
    assert remarks(layer(p("a"), header=p("Mật")), base) == []
    (found,) = compiled(layer(p("a"), header=p("Bản ", "của xã")), base).findings
    assert (found.code, found.level, dict(found.facts)) == (
        "dau-trang-khong-mang",
        Severity.WARNING,
        {"chu": "Bản của xã"},
    )
    assert (found.where.part, found.where.anchor) == ("đầu trang", "word/header1.xml#0")


def test_a_section_break_in_a_block():
    broken = p("ngang", ppr='<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>')
    (found,) = compiled(layer(p("a"), broken), BASE).findings
    assert (found.code, found.level, found.where.paragraph) == (
        "ngat-phan-trong-khoi",
        Severity.WARNING,
        "đoạn 4",
    )
    assert 'w:orient="landscape"' in read_part(made(layer(p("a"), broken), BASE))


def commented(body, **parts):
    rels = f'<Relationship Id="rId8" Type="{REL}/comments" Target="comments.xml"/>'
    comments = f'<w:comments {NS}><w:comment w:id="0">{p("xem lại")}</w:comment></w:comments>'
    data = package(body, rels=rels, **parts)
    types = read_part(data, "[Content_Types].xml").replace(
        "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{TYPES}comments+xml"/></Types>'
    )
    extra = {"word/comments.xml": comments.encode(), "[Content_Types].xml": types.encode()}
    return package(body, rels=rels, extra=extra, **parts)


REMARK = (
    '<w:commentRangeStart w:id="0"/>',
    r("chữ"),
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
)


@pytest.mark.parametrize("of_layer", [True, False])
def test_comments_are_not_printed(of_layer):
    body = block(p(*REMARK))
    files = [commented(EXTENDS + body), BASE] if of_layer else [commented(p("đầu") + body)]
    (found,) = compiled(*files).findings
    assert (found.code, found.level, dict(found.facts)) == ("nhan-xet-khong-in", Severity.INFO, {"so": "01"})
    data = made(*files)
    assert paragraphs(data) == ["đầu", "chữ"]
    assert "comment" not in read_part(data) + read_part(data, "[Content_Types].xml")
    assert "comments" not in read_part(data, "word/_rels/document.xml.rels")


def test_a_style_of_a_heading_still_numbers_a_heading_of_the_layer():
    """The level of a heading is read before its style gets the base's id."""
    child = layer(
        p("⟦a)⟧ một", style="u3"), p("⟦a)⟧ hai", style="u3"), extra=styles_part(style("u3", "heading 3"))
    )
    assert paragraphs(made(child, BASE))[1:] == ["a) một", "b) hai"]
