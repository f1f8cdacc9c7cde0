"""A copy marked before is marked anew: own comments of the earlier run go, everybody else's stay."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import re
from pathlib import Path

import pytest

from baocao.errors import PackError
from baocao.ooxml.comments import Remark, annotate, annotate_again
from baocao.ooxml.package import Skeleton, write_package
from baocao.ooxml.stretches import Stretch
from outside_tools import audit_faults, integrity_faults
from small_docx import NS, p, package, r, read_part, tbl

DOCUMENT = "word/document.xml"
COMMENTS = "word/comments.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.microsoft.com/office"
BODY = p("Đã giải quyết 90/100 hồ sơ, đạt 91%.") + tbl(["Tổng", "13"]) + p("Hết")
TEXT = "Đã giải quyết 90/100 hồ sơ, đạt 91%."


def on(words: str, text: str = "Lỗi", author: str = "baocao") -> Remark:
    at = TEXT.index(words)
    return Remark(f"{DOCUMENT}#0", text, author, Stretch(TEXT, at, at + len(words)))


def authors(data: bytes) -> list[str]:
    return re.findall(r'w:author="([^"]*)"', read_part(data, COMMENTS))


def numbers(data: bytes) -> set[str]:
    """The comments that the document has marks of; each has all three."""
    found = [
        sorted(re.findall(rf'<w:{name} w:id="(\d+)"/>', read_part(data)))
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
    ]
    assert found[0] == found[1] == found[2]
    return set(found[0])


def with_related(data: bytes, related: dict[str, str]) -> bytes:
    """The package with more parts that the document is related to, by the last word of the relationship."""
    parts = Skeleton.read(data).parts()
    for kind, content in related.items():
        relation = (
            f'<Relationship Id="x{kind}" Type="{OFFICE}/2011/relationships/{kind}" Target="{kind}.xml"/>'
        )
        override = f'<Override PartName="/word/{kind}.xml" ContentType="application/xml"/>'
        parts[RELATIONS] = parts[RELATIONS].replace(
            b"</Relationships>", relation.encode() + b"</Relationships>"
        )
        parts[TYPES] = parts[TYPES].replace(b"</Types>", override.encode() + b"</Types>")
        parts[f"word/{kind}.xml"] = content.encode()
    return write_package(parts)


@pytest.mark.parametrize(
    "remarks",
    [
        [on("91%")],
        [on("91%"), on("90/100"), on("hồ sơ, đạt 91%"), on("91%"), Remark(f"{DOCUMENT}#2", "Ô")],
        [Remark(f"{DOCUMENT}#0", "Cả đoạn"), Remark(f"{DOCUMENT}#3", "Đoạn cuối")],
    ],
)
def test_marked_twice_is_marked_once(remarks: list[Remark]):
    once = annotate_again(package(BODY), remarks)
    twice = annotate_again(once.data, remarks)
    assert (once.replaced, twice.replaced) == (0, len(remarks))
    assert Skeleton.read(once.data).parts() == Skeleton.read(twice.data).parts()


def test_other_remarks_come_instead():
    data = annotate(package(BODY), [on("91%", "Một"), on("90/100", "Hai")])
    out = annotate_again(data, [on("đạt", "Ba")])
    assert out.replaced == 2
    assert read_part(out.data, COMMENTS).count("<w:comment ") == 1
    assert numbers(out.data) == {"0"}
    assert "Một" not in read_part(out.data, COMMENTS)
    assert f"{r('đạt')}<w:commentRangeEnd" in read_part(out.data)


def test_comments_of_others_stay():
    data = annotate(package(BODY), [on("91%", "Của chị", "Chị Lan"), on("91%", "Của máy")])
    out = annotate_again(data, [on("91%", "Mới")])
    assert (authors(out.data), numbers(out.data), out.replaced) == (["Chị Lan", "baocao"], {"0", "1"}, 1)
    assert "Của chị" in read_part(out.data, COMMENTS)
    assert "Của máy" not in read_part(out.data, COMMENTS)


def test_the_references_of_two_people_in_one_run():
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="{who}">{p("a")}</w:comment>'
        for number, who in enumerate(("baocao", "Lan"))
    )
    marks = "".join(f'<w:commentReference w:id="{number}"/>' for number in range(2))
    data = with_related(
        package(p(f"<w:r><w:rPr/>{marks}</w:r>", "Một")),
        {"comments": f"<w:comments {NS}>{comments}</w:comments>"},
    )
    out = annotate(data, [Remark(f"{DOCUMENT}#0", "Mới")])
    assert '<w:r><w:rPr/><w:commentReference w:id="1"/></w:r>' in read_part(out)


def threaded(extended: str) -> bytes:
    """A marked copy that newer Word has saved: it knows the comments 0 and 1 by the ids of their paragraphs."""
    data = annotate(package(BODY), [on("91%", "Một"), on("90/100", "Hai")])
    parts = Skeleton.read(data).parts()
    text = parts[COMMENTS].decode()
    for known in ("0A", "0B"):
        text = text.replace("<w:p>", f'<w:p w14:paraId="{known}">', 1)
    parts[COMMENTS] = text.replace(
        "<w:comments ", f'<w:comments xmlns:w14="{OFFICE}/word/2010/wordml" ', 1
    ).encode()
    ids = '<x:commentId x:paraId="0A" x:durableId="D1"/><x:commentId x:paraId="0B" x:durableId="D2"/><x:commentId x:paraId="0C" x:durableId="D3"/>'
    more = "".join(f'<x:commentExtensible x:durableId="D{number}"/>' for number in range(1, 4))
    return with_related(
        write_package(parts),
        {
            "commentsExtended": f'<x:commentsEx xmlns:x="{OFFICE}/word/2012/wordml">{extended}</x:commentsEx>',
            "commentsIds": f'<x:commentsIds xmlns:x="{OFFICE}/word/2016/wordml/cid">{ids}</x:commentsIds>',
            "commentsExtensible": f'<x:commentsExtensible xmlns:x="{OFFICE}/word/2018/wordml/cex">{more}</x:commentsExtensible>',
        },
    )


def test_what_newer_word_keeps_about_a_comment_goes_with_it():
    entries = '<x:commentEx x:paraId="0A" x:done="0"/><x:commentEx x:paraId="0B" x:done="1"/><x:commentEx x:paraId="0C"/>'
    out = annotate_again(threaded(entries), [on("91%", "Mới")])
    assert out.replaced == 2
    assert re.findall("0[A-C]", read_part(out.data, "word/commentsExtended.xml")) == ["0C"]
    assert re.findall("D[1-3]", read_part(out.data, "word/commentsIds.xml")) == ["D3"]
    assert re.findall("D[1-3]", read_part(out.data, "word/commentsExtensible.xml")) == ["D3"]


def test_a_comment_that_somebody_answered_stays():
    entries = '<x:commentEx x:paraId="0A"/><x:commentEx x:paraId="0B"/><x:commentEx x:paraId="0C" x:paraIdParent="0B"/>'
    out = annotate_again(threaded(entries), [on("91%", "Mới")])
    said = read_part(out.data, COMMENTS)
    assert (out.replaced, "Một" in said, "Hai" in said, "Mới" in said) == (1, False, True, True)
    assert numbers(out.data) == {"1", "2"}
    assert re.findall("0[A-C]", read_part(out.data, "word/commentsExtended.xml")) == ["0B", "0C", "0B"]


def test_a_broken_part_about_comments_is_told():
    data = with_related(annotate(package(BODY), [on("91%")]), {"commentsExtended": "<a"})
    with pytest.raises(PackError) as caught:
        annotate(data, [on("91%")])
    (item,) = caught.value.findings
    assert (item.code, item.where.part) == ("docx-hong", "word/commentsExtended.xml")


def test_the_validators_accept_a_copy_marked_again(tmp_path: Path):
    plain, file = tmp_path / "a.docx", tmp_path / "b.docx"
    data = annotate(package(BODY), [on("91%", "Của chị", "Lan"), on("90/100")])
    plain.write_bytes(package(BODY))
    file.write_bytes(annotate(data, [on("hồ sơ"), Remark(f"{DOCUMENT}#2", "Ô")]))
    assert (audit_faults(file), integrity_faults(file)) == (audit_faults(plain), integrity_faults(plain))
