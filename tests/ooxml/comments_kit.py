"""Small documents to be marked, and what was marked in them."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re

from lxml import etree

from baocao.ooxml.comments import Remark
from baocao.ooxml.package import Skeleton, write_package
from small_docx import W, package, read_part, words

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def on(number: int, text: str = "Lỗi", part: str = DOCUMENT) -> Remark:
    return Remark(f"{part}#{number}", text)


def told(data: bytes, part: str = COMMENTS) -> dict[str, str]:
    """Comment id -> its words; the paragraphs of a comment are joined with a newline."""
    root = etree.fromstring(read_part(data, part).encode())
    return {
        item.get(W + "id"): "\n".join(words(paragraph) for paragraph in item.iter(W + "p"))
        for item in root.iter(W + "comment")
    }


def commented(data: bytes) -> list[tuple[str, str]]:
    """(words between the marks of a range, words of its comment), as the references stand in the document."""
    text = read_part(data)
    comments = told(data)
    pairs = []
    for number in re.findall(r'<w:commentReference\b[^>]*w:id="(\d+)"', text):
        start, end = (re.search(rf'<w:commentRange{side} [^>]*w:id="{number}"/>', text)
                      for side in ("Start", "End"))  # fmt: skip
        assert start.end() <= end.start()
        between = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", text[start.end() : end.start()])
        pairs.append(("".join(between), comments[number]))
    return pairs


def without_comments(data: bytes) -> str:
    """The document without its comment marks, in canonical XML."""
    root = etree.fromstring(read_part(data).encode())
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        for mark in list(root.iter(W + name)):
            run = mark.getparent()
            gone = run if name == "commentReference" else mark
            gone.getparent().remove(gone)
    return etree.tostring(root, method="c14n").decode()


def untouched(before: bytes, after: bytes, *changed: str) -> None:
    old, new = Skeleton.read(before).parts(), Skeleton.read(after).parts()
    assert {name for name in new if old.get(name) != new[name]} == set(changed)
    assert set(old) <= set(new)


def text_box(*content: str) -> str:
    """A text box as Word writes it: once for new readers, once more for old ones."""
    inside = f"<w:txbxContent>{''.join(content)}</w:txbxContent>"
    drawing = (
        '<w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="1" name="a"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    pict = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:Choice Requires="wps">'
        f"{drawing}</mc:Choice><mc:Fallback>{pict}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def with_comments(body: str, comments: str, *, target: str = "comments.xml", part: str = COMMENTS) -> bytes:
    """A package that has comments already."""
    relation = (
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'comments" Target="{target}"/>'
    )
    data = package(body, rels=relation, extra={part: comments.encode()})
    parts = Skeleton.read(data).parts()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    override = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode())
    return write_package(parts)
