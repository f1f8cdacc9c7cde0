"""Remarks in files of any encoding, shape and soundness; what readers make of them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from comments_kit import (
    COMMENTS,
    DOCUMENT,
    RELATIONS,
    TYPES,
    commented,
    on,
    text_box,
    told,
    untouched,
    with_comments,
    without_comments,
)
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.ooxml.comments import MOST, Remark, annotate
from baocao.ooxml.package import Skeleton, write_package
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from small_docx import NS, URI, W, note, p, package, r, read_part, ref, tbl, tc, words

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates" / "cchc-nam" / "mau.docx"


@pytest.mark.parametrize("prefix", ["", "ns0"])
@pytest.mark.parametrize("uri", [URI, STRICT])
def test_other_prefixes_and_the_strict_namespace(prefix: str, uri: str):
    data = package(p(r("Một")) + "<w:p/>")
    parts = Skeleton.read(data).parts()
    text = parts[DOCUMENT].decode().replace(URI, uri)
    lead = f"{prefix}:" if prefix else ""
    text = re.sub(r"(</?)w:", rf"\1{lead}", text).replace("xmlns:w=", f"xmlns{lead and ':' + prefix}=")
    attributes = f"{prefix}:" if prefix else "y:"
    text = re.sub(r" w:", f" {attributes}", text).replace(" xmlns:r=", f' xmlns:y="{uri}" xmlns:r=', 1)
    out = annotate(write_package(parts | {DOCUMENT: text.encode()}), [on(0), on(1)])
    root = etree.fromstring(read_part(out).encode())
    marks = [item for item in root.iter(f"{{{uri}}}*") if etree.QName(item).localname.startswith("comment")]
    assert [(etree.QName(item).localname, item.get(f"{{{uri}}}id")) for item in marks] == [
        (name, number)
        for number in "01"
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
    ]
    comments = etree.fromstring(read_part(out, COMMENTS).encode())
    assert [item.get(f"{{{uri}}}id") for item in comments] == ["0", "1"]
    strict = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
    assert (strict in read_part(out, RELATIONS)) == (uri == STRICT)


def test_other_prefixes_in_the_lists_of_the_package_and_in_old_comments():
    data = package(p("Một"))
    parts = Skeleton.read(data).parts()
    for name in (TYPES, RELATIONS):
        text = re.sub(rb"(</?)(?=\w)", rb"\1k:", parts[name]).replace(b"xmlns=", b"xmlns:k=")
        parts[name] = text
    out = annotate(write_package(parts), [on(0)])
    assert "<k:Override PartName" in read_part(out, TYPES)
    assert "<k:Relationship Id" in read_part(out, RELATIONS)
    old = f'<comments xmlns="{URI}"/>'
    assert told(annotate(with_comments(p("Một"), old), [on(0)])) == {"0": "Lỗi"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8-sig"])
def test_other_encodings_are_kept(encoding: str):
    parts = Skeleton.read(package(p("Một ế"))).parts()
    declared = "UTF-16" if "16" in encoding else "UTF-8"
    text = f'<?xml version="1.0" encoding="{declared}"?>' + parts[DOCUMENT].decode()
    lead = b"\xfe\xff" if encoding == "utf-16-be" else b""
    raw = lead + text.encode(encoding)
    out = Skeleton.read(annotate(write_package(parts | {DOCUMENT: raw}), [on(0)])).data(DOCUMENT)
    assert out[:2] == raw[:2]
    assert "commentReference" in out.decode("utf-16" if "16" in encoding else "utf-8-sig")
    assert [words(item) for item in etree.fromstring(out).iter(W + "p")] == ["Một ế"]


def test_a_package_without_relationships_of_its_document_gets_them():
    parts = Skeleton.read(package(p("Một"))).parts()
    del parts[RELATIONS]
    out = annotate(write_package(parts), [on(0)])
    assert 'Target="comments.xml"' in read_part(out, RELATIONS)


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="<&>\r", exclude_categories=["Cc", "Cs"]), max_size=20
)
RUNS = st.lists(TEXTS.filter(bool).map(r), max_size=3)
PLAIN = st.builds(lambda runs, style: p(*runs, style=style), RUNS, st.sampled_from(["", "ThanBai"]))
BLOCKS = st.lists(
    st.one_of(
        PLAIN,
        st.just("<w:p/>"),
        st.lists(PLAIN, min_size=1, max_size=2).map(lambda items: tbl([tc(*items), "ô"])),
        PLAIN.map(lambda item: f"<w:sdt><w:sdtContent>{item}</w:sdtContent></w:sdt>"),
        PLAIN.map(lambda item: p("Khung", text_box(item))),
        st.just(p("Chú", ref(1))),
    ),
    min_size=1,
    max_size=6,
)
PARTS = st.sampled_from([DOCUMENT, "word/footnotes.xml", "word/header1.xml", "word/khong-co.xml"])
REMARKS = st.lists(
    st.builds(lambda part, number, text: on(number, text, part), PARTS, st.integers(0, 30), TEXTS)
)


@given(BLOCKS, REMARKS)
def test_only_comments_are_added(blocks: list[str], remarks: list[Remark]):
    data = package("".join(blocks), notes=note(1, "Chú"), header=p("Đầu trang"))
    out = annotate(data, remarks)
    assert out == annotate(data, remarks)
    assert without_comments(out) == without_comments(data)
    untouched(data, out, *((DOCUMENT, COMMENTS, RELATIONS, TYPES) if remarks else ()))
    if remarks:
        said = told(out)
        assert len(said) == len(remarks)
        assert len(commented(out)) == len(remarks)
        for text, remark in zip(said.values(), remarks, strict=True):
            assert text.replace("\n", "").endswith("".join(remark.text.splitlines()))


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_remark_breaks_the_file(text: str, author: str):
    out = annotate(package(p("Một")), [Remark(f"{DOCUMENT}#0", text, author)])
    (comment,) = etree.fromstring(read_part(out, COMMENTS).encode())
    assert (comment.get(W + "date"), len(comment)) == (None, len(text.splitlines() or [""]))


def test_the_text_of_a_remark_comes_out_as_it_is():
    out = annotate(package(p("Một")), [on(0, 'Viết {{ tthc.tiep_nhan }} & <w:p> "nháy"\tcột')])
    assert told(out) == {"0": 'Viết {{ tthc.tiep_nhan }} & <w:p> "nháy"\tcột'}


def test_nothing_to_say_gives_the_file_back():
    data = package(p("Một"))
    assert annotate(data, []) is data


def test_more_remarks_than_word_opens_are_counted_in_the_last_one():
    data = package(p("Một"))
    out = annotate(data, [on(0, str(number)) for number in range(MOST + 5)])
    said = list(told(out).values())
    assert len(said) == MOST
    assert said[-1] == "Còn 6 ghi chú nữa không ghi được vào tệp: Word chỉ nhận 32767 ghi chú."


def test_what_is_no_word_file_is_refused():
    with pytest.raises(PackError) as caught:
        annotate(b"Xin chao", [on(0)], "mau.docx")
    assert [(item.code, item.where.file) for item in caught.value.findings] == [
        ("docx-khong-phai", "mau.docx")
    ]


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        (f"<w:document {NS}><w:body></w:document>", "sai cấu trúc ở dòng 1"),
        (f"<!DOCTYPE a [<!ENTITY b 'c'>]><w:document {NS}/>", "khai báo lạ (DOCTYPE)"),
        (f"<w:document {NS}><w:body/></w:document>", "thân văn bản không có đoạn nào"),
    ],
)
def test_a_document_that_cannot_be_marked_is_refused(document: str, reason: str):
    parts = Skeleton.read(package(p("Một"))).parts()
    with pytest.raises(PackError) as caught:
        annotate(write_package(parts | {DOCUMENT: document.encode()}), [on(0)], "mau.docx")
    (item,) = caught.value.findings
    assert (item.code, item.where.file, item.where.part) == ("docx-hong", "mau.docx", DOCUMENT)
    assert reason in item.text


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    """The built-in template with comments on every seventh paragraph, on notes and on the page head."""
    data = TEMPLATE.read_bytes()
    count = read_part(data).count("<w:p>") + read_part(data).count("<w:p ")
    remarks = [on(number, f"Lỗi ở đoạn {number}.\nHãy sửa.") for number in range(0, count, 7)]
    remarks += [on(1, part="word/footnotes.xml"), on(0, part="word/header1.xml"), on(7, "Lỗi thứ hai.")]
    path = tmp_path / "danh-dau.docx"
    path.write_bytes(annotate(data, remarks))
    return path


def test_the_validators_find_nothing(marked: Path):
    assert audit_faults(marked) == []
    assert integrity_faults(marked) == []
    assert check_opens(marked.read_bytes()) == ()


@pytest.mark.sdk
def test_open_xml_sdk_finds_nothing(marked: Path):
    assert sdk_faults(marked) == []


@pytest.mark.libreoffice
def test_libreoffice_shows_the_comments_at_the_words(tmp_path: Path):
    body = (
        p("Đoạn đầu") + p("Số liệu {{ tthc.tiep_nhan }}", ref(1)) + tbl([tc(p("Trong ô")), "Kế"]) + p("Cuối")
    )
    remarks = [on(1, "Trường này lạ."), on(2, "Ô này thiếu."), on(0, "Chú sai.", "word/footnotes.xml")]
    remarks += [on(2, "Chú sai.", "word/footnotes.xml")]
    data = annotate(package(body, notes=note(1, "Chú thích")), remarks)
    flat = etree.fromstring(converted({"a": data}, tmp_path, "fodt")["a"])
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    shown = {}
    for paragraph in flat.find(f".//{office}text").iter(f"{text}p"):
        for item in paragraph.findall(f".//{office}annotation"):
            said = "".join("".join(line.itertext()) for line in item.iter(f"{text}p"))
            shown.setdefault(said, "".join(paragraph.xpath("text()|*[local-name()='s']/text()")).strip())
    assert set(shown) == {
        "Trường này lạ.",
        "Ô này thiếu.",
        "Trong chú thích: Chú sai.",
        "Trong chú thích, gần chữ «Chú thích»: Chú sai.",
    }
    assert shown["Ô này thiếu."] == "Trong ô"
    assert shown["Trong chú thích: Chú sai."] == "Đoạn đầu"
    assert shown["Trường này lạ."].startswith("Số liệu {{ tthc.tiep_nhan }}")


def test_a_zip_reader_sees_one_fixed_date():
    out = annotate(package(p("Một")), [on(0)])
    with zipfile.ZipFile(io.BytesIO(out)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
