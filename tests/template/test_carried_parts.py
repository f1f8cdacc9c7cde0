"""Links, pictures, notes and bookmarks that a block or fragment brings along, and what it cannot."""

# ruff: noqa: E501 - literals of XML and of templates stay whole

import re

import pytest
from carrying_kit import BASE, block, layer, made

from baocao.errors import PackError
from small_docx import (
    REL,
    TYPES,
    compiled,
    note,
    p,
    package,
    r,
    read_part,
    ref,
)


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


OBJECTS = {
    "chartEx": "biểu đồ kiểu mới (thác nước, phễu, cây)",
    "oleObject": "đối tượng nhúng (OLE)",
    "package": "tệp nhúng",
    "la": "la",
}


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
