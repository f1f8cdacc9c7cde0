"""Word comments on any .docx: at the right words, and nothing else changed."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from baocao.check.opens import check_opens
from baocao.errors import PackError
from baocao.ooxml.comments import MOST, Remark, annotate
from baocao.ooxml.package import Skeleton, write_package
from outside_tools import audit_faults, converted, integrity_faults, sdk_faults
from small_docx import NS, URI, W, note, p, package, r, read_part, ref, tbl, tc, words

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "templates" / "cchc-nam" / "mau.docx"


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


# Where a comment stands


def test_a_comment_goes_around_the_words_of_its_paragraph():
    data = package(p("Một") + p(r("Hai "), r("chữ", "<w:b/>"), style="ThanBai") + p("Ba"))
    out = annotate(data, [on(1, "Sai chữ «Hai».\nHãy viết «hai».")])
    assert commented(out) == [("Hai chữ", "Sai chữ «Hai».\nHãy viết «hai».")]
    assert '<w:pStyle w:val="ThanBai"/></w:pPr><w:commentRangeStart w:id="0"/><w:r>' in read_part(
        out
    )  # behind the properties
    assert re.search(
        r'<w:commentRangeEnd w:id="0"/><w:r><w:rPr>.*?</w:rPr><w:commentReference w:id="0"/></w:r></w:p>',
        read_part(out),
    )


def test_what_makes_the_comments_known():
    data = package(p("Một"))
    out = annotate(data, [on(0)])
    untouched(data, out, DOCUMENT, COMMENTS, RELATIONS, TYPES)
    assert (
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" '
        'Target="comments.xml"/>'
    ) in read_part(out, RELATIONS)
    assert (
        '<Override PartName="/word/comments.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/>'
    ) in read_part(out, TYPES)


def test_several_remarks_on_one_paragraph_stay_in_order():
    out = annotate(package(p("Một") + "<w:p/>"), [on(1, "a"), on(0, "b"), on(1, "c"), on(0, "d")])
    assert commented(out) == [("Một", "b"), ("Một", "d"), ("", "a"), ("", "c")]


@pytest.mark.parametrize(
    ("body", "number", "around"),
    [
        ("<w:p/>", 0, ""),
        ('<w:p w:rsidR="00>1" />', 0, ""),
        ("<w:p><w:pPr/></w:p>", 0, ""),
        ('<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr ></w:p>', 0, ""),
        (p("Ngoài") + tbl([tc(p("Ô"), tbl(["Trong"], columns=1), p("Cuối ô")), "Kế"]), 2, "Trong"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Khung nội dung')}</w:sdtContent></w:sdt>", 0, "Khung nội dung"),
        (p('<w:ins w:id="0" w:author="a">' + r("Thêm") + "</w:ins>", "vào"), 0, "Thêmvào"),
        (p('<w:hyperlink w:anchor="x">' + r("Liên kết") + "</w:hyperlink>"), 0, "Liên kết"),
        (p(r("A &lt;b&gt; &amp; c")), 0, "A &lt;b&gt; &amp; c"),
        ("<!-- <w:p> -->" + p("Thật"), 0, "Thật"),
        ("<?a <w:p>?>" + p("Thật"), 0, "Thật"),
    ],
)
def test_paragraphs_of_every_shape(body: str, number: int, around: str):
    data = package(body)
    out = annotate(data, [on(number)])
    assert commented(out) == [(around, "Lỗi")]
    assert without_comments(out) == without_comments(data)


def test_a_place_in_a_text_box_is_told_at_the_paragraph_that_holds_it():
    body = p("Đầu") + p("Có khung", text_box(p("Chữ trong khung"), p("Dòng hai"))) + p("Cuối")
    data = package(body)
    out = annotate(data, [on(3), on(4), on(5), on(6)])  # both writings of the box are counted
    place = "Trong khung chữ, gần chữ «Chữ trong khung»: Lỗi"
    second = "Trong khung chữ, gần chữ «Dòng hai»: Lỗi"
    assert [said for _, said in commented(out)] == [second, place, second, "Lỗi"]
    assert [around[-4:] for around, _ in commented(out)] == [" hai", " hai", " hai", "Cuối"]
    assert without_comments(out) == without_comments(data)
    inside = read_part(out).split("<w:txbxContent>")[1:]
    assert not any("comment" in piece.split("</w:txbxContent>")[0] for piece in inside)


def test_a_paragraph_that_only_old_readers_see_is_told_at_the_one_before():
    spare = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="w14">{p("Mới")}</mc:Choice><mc:Fallback>{p("Cũ")}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    out = annotate(package(p("Đầu") + spare), [on(2), on(1)])
    assert commented(out) == [("Mới", "Trong phần dự phòng, gần chữ «Cũ»: Lỗi"), ("Mới", "Lỗi")]


def test_a_place_in_a_footnote_is_told_at_its_reference():
    notes = note(1, "Chú một") + note(2, "Chú hai", "Đoạn sau " + "dài " * 30) + note(3, "Không dấu")
    body = p("Đầu") + p("Có ", ref(2)) + p("Có nữa", ref(1), text_box(p("Khung")))
    data = package(body, notes=notes)
    out = annotate(data, [on(number, part="word/footnotes.xml") for number in (2, 4, 5)])
    around = {said: words for words, said in commented(out)}
    long = "Đoạn sau " + "dài " * 30
    assert around == {
        "Trong chú thích, gần chữ «Chú một»: Lỗi": "Có nữaKhungKhung",
        f"Trong chú thích, gần chữ «{long[:59].rstrip()}…»: Lỗi": "Có ",
        "Trong chú thích, gần chữ «Không dấu»: Lỗi": "Đầu",
    }
    untouched(data, out, DOCUMENT, COMMENTS, RELATIONS, TYPES)


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        ("word/header1.xml#0", "Ở đầu trang, gần chữ «Tên cơ quan»: Lỗi"),
        ("word/header1.xml", "Ở đầu trang: Lỗi"),
        ("word/header1.xml#7", "Ở đầu trang: Lỗi"),
        ("docProps/core.xml", "Trong thuộc tính của tệp (Tệp, Thông tin): Lỗi"),
        ("word/styles.xml", "Ở phần word/styles.xml của tệp: Lỗi"),
        ("word/khong-co.xml#1", "Lỗi"),
        ("word/document.xml", "Lỗi"),
        ("word/document.xml#99", "Lỗi"),
        ("word/document.xml#-1", "Lỗi"),
        ("", "Lỗi"),
    ],
)
def test_every_other_place_is_told_at_the_first_paragraph(anchor: str, said: str):
    data = package(tbl(["Ô đầu", "Ô kế"]) + p("Sau"), header=p("Tên cơ quan"), title="Báo cáo")
    assert commented(annotate(data, [Remark(anchor, "Lỗi")])) == [("Ô đầu", said)]


# Files that have comments already

OLD = f'<w:comments {NS}><w:comment w:id="7" w:author="Chị Lan" w:initials="L">{p("Cũ")}</w:comment></w:comments>'
OLD_BODY = p('<w:commentRangeStart w:id="7"/>', "Một", '<w:commentRangeEnd w:id="7"/>',
             '<w:r><w:commentReference w:id="7"/></w:r>') + p("Hai")  # fmt: skip


@pytest.mark.parametrize(
    ("target", "part"),
    [
        ("comments.xml", COMMENTS),
        ("/word/comments.xml", COMMENTS),
        ("../word/ghichu/c2.xml", "word/ghichu/c2.xml"),
        ("Comments.xml", COMMENTS),
    ],
)
def test_old_comments_stay_and_new_ones_follow(target: str, part: str):
    data = with_comments(OLD_BODY, OLD, target=target, part=part)
    out = annotate(data, [on(1, "Mới"), on(0, "Thêm")])
    untouched(data, out, DOCUMENT, part)
    assert told(out, part) == {"7": "Cũ", "8": "Mới", "9": "Thêm"}
    assert read_part(out, part).startswith(OLD.removesuffix("</w:comments>"))


def test_a_place_in_an_old_comment_is_told_where_that_comment_stands():
    out = annotate(with_comments(p("Đầu") + OLD_BODY, OLD), [on(0, part=COMMENTS)])
    assert commented(out)[1] == ("Một", "Trong một ghi chú bên lề đã có, gần chữ «Cũ»: Lỗi")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (f"<w:comments {NS}/>", ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="2147483647">{p("a")}</w:comment></w:comments>', ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="-3">{p("a")}</w:comment></w:comments>', ["0", "1"]),
        (f'<w:comments {NS}><w:comment w:id="x">{p("a")}</w:comment></w:comments>', ["0", "1"]),
    ],
)
def test_numbers_are_free_ones(old: str, new: list[str]):
    out = annotate(with_comments(p("Một"), old), [on(0), on(0)])
    assert list(told(out))[-2:] == new


def test_a_mark_without_a_comment_keeps_its_number():
    out = annotate(package(p('<w:commentRangeStart w:id="4"/>', "Một")), [on(0)])
    assert list(told(out)) == ["5"]


def test_a_comments_part_that_nobody_refers_to_is_left_alone():
    data = package(p("Một"), extra={COMMENTS: OLD.encode()})
    out = annotate(data, [on(0)])
    untouched(data, out, DOCUMENT, "word/comments1.xml", RELATIONS, TYPES)
    assert told(out, "word/comments1.xml") == {"0": "Lỗi"}


def test_a_relationship_to_a_part_that_is_missing_gets_its_part():
    parts = Skeleton.read(with_comments(OLD_BODY, OLD)).parts()
    del parts[COMMENTS]
    out = annotate(write_package(parts), [on(0)])
    assert told(out) == {"8": "Lỗi"}


def test_words_own_styles_are_used_when_the_file_has_them():
    styles = (
        f'<w:styles {NS}><w:style w:type="character" w:styleId="ThamchiuChuthich"><w:name w:val="annotation reference"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="VnbanChuthich"><w:name w:val="annotation text"/></w:style>'
        "</w:styles>"
    )
    data = package(p("Một"), extra={"word/styles.xml": styles.encode()})
    out = annotate(data, [on(0)])
    assert '<w:rStyle w:val="ThamchiuChuthich"/></w:rPr><w:commentReference' in read_part(out)
    assert '<w:pPr><w:pStyle w:val="VnbanChuthich"/></w:pPr>' in read_part(out, COMMENTS)
    assert "<w:sz " not in read_part(out, COMMENTS)


# Files of other makers


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


# What stays the same

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


# What is refused


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


# What others say of it


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
