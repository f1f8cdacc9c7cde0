"""Files that are read by what they hold, and files that are refused with what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from baocao.conformance.reading.reader import read_paper
from baocao.errors import DataError
from conformance.read_kit import (
    NS,
    TYPE,
    R,
    W,
    docx,
    listed,
    p,
    parts_of,
    r,
    style,
    tbl,
    texts,
    types,
    zipped,
)

STRICT = "http://purl.oclc.org/ooxml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def refused(data: bytes) -> tuple[str, str]:
    """The code, and the sentence with the remedy."""
    with pytest.raises(DataError) as caught:
        read_paper(data, "thu.docx")
    (item,) = caught.value.findings
    assert item.where.file == "thu.docx"
    return item.code, f"{item.text} {item.remedy}"


@pytest.mark.parametrize(
    "kind",
    [
        f"{TYPE}.document.main+xml",
        f"{TYPE}.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
@pytest.mark.parametrize("place", ["word/document.xml", "word/document2.xml", "tai-lieu/chinh.xml"])
def test_the_document_is_found_by_its_relationship(kind: str, place: str) -> None:
    members = parts_of(p("Công văn", '<w:pStyle w:val="A"/>'), styles=style("A", rpr='<w:sz w:val="28"/>'))
    folder, _, name = place.rpartition("/")
    body, relations = members.pop("word/document.xml"), members.pop("word/_rels/document.xml.rels")
    members |= {
        place: body,
        f"{folder}/_rels/{name}.rels": relations.replace("styles.xml", "/word/styles.xml"),
    }
    members["_rels/.rels"] = members["_rels/.rels"].replace("word/document.xml", place)
    members["[Content_Types].xml"] = types({place: "x", "word/styles.xml": "styles"}).replace(
        f"{TYPE}.x+xml", kind
    )
    paper = read_paper(zipped(members))
    (paragraph,) = paper.paragraphs
    assert (paragraph.text, paragraph.spans[0].face.size) == ("Công văn", 14.0)
    assert paragraph.anchor == "word/document.xml#0"


def test_a_document_far_from_word_without_a_word_folder() -> None:
    members = {
        "chinh.xml": f"<w:document {NS}><w:body>{p('Công văn')}</w:body></w:document>",
        "_rels/.rels": parts_of("")["_rels/.rels"].replace("word/document.xml", "chinh.xml"),
        "[Content_Types].xml": types({"chinh.xml": "document.main"}),
    }
    assert texts(read_paper(zipped(members))) == ["Công văn"]


def test_a_strict_file_is_read_like_any_other() -> None:
    body = p(r("Công văn", '<w:sz w:val="14pt"/>'), '<w:jc w:val="end"/>') + tbl(["ô"])
    usual = parts_of(body, styles=style("A*", ppr='<w:spacing w:before="6pt"/>'), header1=p("đầu"))
    strict = {
        name: content.replace(W, f"{STRICT}/wordprocessingml/main").replace(
            R, f"{STRICT}/officeDocument/relationships"
        )
        for name, content in usual.items()
    }
    paper, other = read_paper(zipped(strict)), read_paper(zipped(usual))
    assert (paper.strict, other.strict) == (True, False)
    told = [
        [(item.text, item.look, [s.face for s in item.spans]) for item in one.paragraphs]
        for one in (paper, other)
    ]
    assert told[0] == told[1]
    assert next(paper.paragraphs).look.before.pt == 6


def test_parts_in_utf16_and_with_a_mark() -> None:
    members: dict[str, bytes] = {name: content.encode() for name, content in parts_of(p("Công văn")).items()}
    whole = '<?xml version="1.0" encoding="UTF-16"?>' + members["word/document.xml"].decode()
    for data in (whole.encode("utf-16"), b"\xef\xbb\xbf" + members["word/document.xml"]):
        assert texts(read_paper(zipped(members | {"word/document.xml": data}))) == ["Công văn"]


def test_a_file_with_no_other_part_than_the_document() -> None:
    members = parts_of(p("Công văn", listed(1)))
    del members["word/_rels/document.xml.rels"]
    assert texts(read_paper(zipped(members))) == ["Công văn"]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n", "Tệp này là tệp PDF, không kiểm tra được thể thức."),
        (OLE + "WordDocument".encode("utf-16-le"), "văn bản Word đời cũ (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "bỏ mật khẩu"),
        (OLE + "Workbook".encode("utf-16-le"), "tệp Excel đời cũ (.xls)"),
        (b"{\\rtf1 abc", "văn bản kiểu .rtf"),
        (b"\x89PNG\r\n", "ảnh"),
        (b"<html><body>a</body></html>", "trang mạng"),
        ("Cộng hòa".encode(), "tệp chữ"),
        (bytes(range(256)), "tệp chữ"),
        (zipped({"mimetype": "a", "content.xml": "<a/>"}), "văn bản LibreOffice (.odt)"),
        (zipped({"[Content_Types].xml": types({}), "xl/workbook.xml": "<a/>"}), "tệp Excel"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "tệp trình chiếu"),
        (zipped({"a.docx": "x"}), "Giải nén"),
    ],
)
def test_other_kinds_are_told_by_their_content(data: bytes, words: str) -> None:
    code, told = refused(data)
    assert code == "the-thuc-khac-loai"
    assert words in told


def test_an_empty_file() -> None:
    assert refused(b"")[0] == "the-thuc-rong-byte"


def test_a_document_without_a_word() -> None:
    assert refused(docx(p("<w:r><w:tab/></w:r>") + p()))[0] == "the-thuc-rong"


def broken(**members: str) -> bytes:
    names = {
        "document": "word/document.xml",
        "styles": "word/styles.xml",
        "rels": "word/_rels/document.xml.rels",
    }
    return zipped(parts_of(p("a"), styles="") | {names[name]: content for name, content in members.items()})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (docx(p("a"))[:-300], "tệp thiếu phần cuối, có lẽ chép hoặc tải chưa xong"),
        (broken(document="<w:document"), "phần word/document.xml có nội dung sai từ dòng 1"),
        (broken(document=""), "phần word/document.xml có nội dung sai"),
        (broken(document="<a/>"), "không có thân văn bản"),
        (broken(document=f"<w:document {NS}/>"), "không có thân văn bản"),
        (broken(styles="<w:styles"), "phần word/styles.xml có nội dung sai"),
        (broken(rels="<a"), "phần word/_rels/document.xml.rels có nội dung sai"),
        (broken(styles=f"<!DOCTYPE a><w:styles {NS}/>"), "DOCTYPE"),
        (docx("<w:sdt>" * 300 + "</w:sdt>" * 300), "phần word/document.xml có nội dung sai từ dòng 1"),
        (zipped(parts_of(p("a")) | {"../a": "x"}), "mang tên không hợp lệ (../a)"),
        (zipped({name: text for name, text in parts_of("").items() if "document" not in name}), "thiếu phần"),
    ],
)  # fmt: skip
def test_broken_files(data: bytes, words: str) -> None:
    code, told = refused(data)
    assert code == "the-thuc-hong"
    assert words in told


def test_a_member_with_a_password() -> None:
    data = bytearray(docx(p("a")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        start = archive.start_dir
    data[start + 8] |= 1
    code, told = refused(bytes(data))
    assert code == "the-thuc-hong"
    assert "bên trong có phần đặt mật khẩu" in told


def test_only_the_namespace_counts_not_the_prefix() -> None:
    body = (
        f'<x:document xmlns:x="{W}"><x:body><x:p><x:r><x:t>Công văn</x:t></x:r></x:p></x:body></x:document>'
    )
    assert texts(read_paper(zipped(parts_of("") | {"word/document.xml": body}))) == ["Công văn"]
