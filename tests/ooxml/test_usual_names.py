"""Packages whose parts have unusual names: they are read under the usual ones, everything leads there."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

import pytest

from baocao.audit.reading.read import read_report
from baocao.errors import PackError
from baocao.ooxml.comments import Remark, annotate
from baocao.ooxml.names import CONTENT_TYPES, DOCUMENT
from baocao.ooxml.package import Skeleton
from conformance.read_kit import R, docx, p, parts_of, relationships, style, types, zipped

PARTS = parts_of(p("Báo cáo"), styles=style("Thuong*"), header1=p("đầu"), footnotes="", theme="<theme/>")
HYPERLINK = f'<Relationship Id="rId9" Type="{R}/hyperlink" Target="http://a.vn/b" TargetMode="External"/>'


def renamed(names: dict[str, str], parts: dict[str, str] = PARTS) -> dict[str, str]:
    """The package with parts renamed, as another program writes it."""
    made = {}
    for name, content in parts.items():
        new = names.get(name, name)
        if name.endswith(".rels"):
            source = name.replace("_rels/", "").removesuffix(".rels")
            there = names.get(source, source)
            new = posixpath.join(posixpath.dirname(there), "_rels", posixpath.basename(there) + ".rels")
            new = new if source != "" and "/" in name.removeprefix("_rels/") else name
            content = _led(content, posixpath.dirname(source), posixpath.dirname(there), names)
        if name == CONTENT_TYPES:
            content = re.sub('"/([^"]*)"', lambda found: f'"/{names.get(found[1], found[1])}"', content)
        made[new] = content
    return made


def _led(content: str, here: str, there: str, names: dict[str, str]) -> str:
    def put(found: re.Match[str]) -> str:
        if ":" in found[1]:
            return found[0]
        old = posixpath.normpath(posixpath.join(here, found[1]))
        return f'Target="{posixpath.relpath(names.get(old, old), there or ".")}"'

    return re.sub('Target="([^"]*)"', put, content)


def targets(package: Skeleton) -> set[str]:
    """The parts that relationships lead to."""
    found = set()
    for name in package.names:
        if name.endswith(".rels"):
            here = posixpath.dirname(posixpath.dirname(name))
            for tag in re.findall("<Relationship [^>]*>", package.text(name)):
                if "External" not in tag:
                    target = re.search('Target="([^"]*)"', tag)
                    assert target
                    found.add(posixpath.normpath(posixpath.join("/", here, target[1])).lstrip("/"))
    return found


def told(package: Skeleton) -> set[str]:
    """The parts that the list of contents names."""
    return {name.lstrip("/") for name in re.findall('PartName="([^"]*)"', package.text(CONTENT_TYPES))}


@pytest.mark.parametrize(
    "names",
    [
        {DOCUMENT: "word/document2.xml"},
        {
            DOCUMENT: "word/document2.xml",
            "word/styles.xml": "word/styles2.xml",
            "word/footnotes.xml": "word/f.xml",
        },
        {DOCUMENT: "document.xml"},
        {DOCUMENT: "van-ban/chinh.xml", "word/theme/theme1.xml": "chu-de.xml"},
        {"word/styles.xml": "word/kieu.xml"},
        {"word/styles.xml": "word/footnotes.xml", "word/footnotes.xml": "word/styles.xml"},
        {DOCUMENT: "word/Document.XML"},
    ],
)
def test_the_main_parts_get_their_usual_names(names: dict[str, str]) -> None:
    made = renamed(names)
    package = Skeleton.read(zipped(made))
    usual = Skeleton.read(zipped(PARTS))
    assert set(package.names) == set(usual.names)
    for name in usual.names:
        if not name.endswith(".rels") and name != CONTENT_TYPES:
            assert package.data(name) == usual.data(name), name
    assert targets(package) == targets(usual)
    assert told(package) == told(usual)


def test_a_usual_package_stays_byte_by_byte() -> None:
    data = zipped(PARTS)
    package = Skeleton.read(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == package.parts()


def test_links_to_the_outside_stay() -> None:
    parts = PARTS | {"word/_rels/document.xml.rels": relationships(HYPERLINK)}
    package = Skeleton.read(zipped(renamed({DOCUMENT: "word/document3.xml"}, parts)))
    assert 'Target="http://a.vn/b"' in package.text("word/_rels/document.xml.rels")


def test_absolute_targets() -> None:
    parts = renamed({DOCUMENT: "word/document2.xml"})
    parts["_rels/.rels"] = parts["_rels/.rels"].replace('Target="', 'Target="/')
    package = Skeleton.read(zipped(parts))
    assert 'Target="/word/document.xml"' in package.text("_rels/.rels")


def test_a_part_that_only_holds_the_name_makes_room() -> None:
    parts = renamed({DOCUMENT: "word/document2.xml"}) | {DOCUMENT: "<cu/>"}
    package = Skeleton.read(zipped(parts))
    assert "Báo cáo" in package.text(DOCUMENT)
    assert package.text("word/document-1.xml") == "<cu/>"


def test_a_package_without_a_document() -> None:
    parts = {name: content for name, content in PARTS.items() if name != DOCUMENT}
    with pytest.raises(PackError) as caught:
        Skeleton.read(zipped(parts))
    assert caught.value.findings[0].code == "docx-thieu-phan"


def test_comments_go_into_such_a_file_too() -> None:
    marked = annotate(zipped(renamed({DOCUMENT: "word/document2.xml"})), [Remark("", "xem lại")])
    assert "xem lại" in Skeleton.read(marked).text("word/comments.xml")


def test_the_audit_reads_such_a_file_too() -> None:
    data = zipped(renamed({DOCUMENT: "van-ban/chinh.xml", "word/styles.xml": "van-ban/kieu.xml"}))
    assert [passage.text for passage in read_report(data, "thu.docx").passages] == ["Báo cáo"]


def test_the_kit_writes_what_it_says() -> None:
    assert types({}).count("Override") == 0
    assert Skeleton.read(docx(p("a"))).names[0] == CONTENT_TYPES
