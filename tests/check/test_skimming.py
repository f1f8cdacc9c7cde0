"""A part that is skimmed tells the same story as one that is read, but for the words for findings."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_opens import FAULTY, GOOD

from baocao.check.opens import check_opens, check_package
from baocao.check.skimming import skim_story
from baocao.check.story import HEEDED, read_story
from baocao.ooxml.names import DOCUMENT, FOOTNOTES
from baocao.ooxml.package import Skeleton
from baocao.ooxml.xml import DECLARATION, NAMESPACES
from baocao.produce import produce

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
OTHER = "urn:khac"


def without_words(story):
    return (
        [(item.note, item.inside) for item in story.references],
        [(item.id, item.kind, item.full, item.signs, item.lists) for item in story.notes],
        [(item.element, item.paragraph) for item in story.gaps],
        [(item.element, item.paragraph) for item in story.misplaced],
        (story.loose, story.drawings, story.relations, story.numbers, story.error),
    )


def assert_same_story(content):
    assert without_words(skim_story(content)) == without_words(read_story(content))


def part(inner, root="w:document", head=DECLARATION, spaces=NAMESPACES):
    return f"{head}<{root} {spaces}><w:body>{inner}</w:body></{root}>".encode()


FILES = [pytest.param(data, id=name) for name, data in (FAULTY | GOOD).items() if name != "docx-khong-phai"]


@pytest.mark.parametrize("data", FILES)
def test_the_files_of_every_rule(data):
    package = Skeleton.read(data)
    for name in (item for item in package.names if item.endswith(".xml")):
        assert_same_story(package.data(name))


@pytest.mark.parametrize("data", FILES)
def test_a_package_about_to_be_written_is_judged_as_the_file(data):
    package = Skeleton.read(data)
    parsed = {name: package.data(name) for name in (DOCUMENT, FOOTNOTES) if name in package}
    sound = {name: content for name, content in parsed.items() if not read_story(content).error}
    assert check_package(package, sound) == check_opens(data)
    assert check_package(package, dict.fromkeys(parsed, b"other")) == check_opens(data)


@pytest.mark.parametrize("file", ["tan-hong/2023.yaml", "huyen-mau/so-lieu/2024/tong-hop.yaml"])
def test_real_reports_are_skimmed_not_read(file, monkeypatch):
    package = Skeleton.read(produce(SAMPLES / file).to_bytes())
    stories = {name: read_story(package.data(name)) for name in (DOCUMENT, FOOTNOTES)}
    monkeypatch.setattr("baocao.check.skimming.read_story", None)
    for name, story in stories.items():
        assert without_words(skim_story(package.data(name))) == without_words(story)


def test_every_element_of_the_story_is_seen():
    assert len(HEEDED) == 20
    for name in sorted(item.rpartition(" ")[2] for item in HEEDED):
        prefix = "wp" if name == "docPr" else "w"
        tag = f'{prefix}:{name} w:id="1" w:val="2" w:numId="3" id="4"'
        closed, open_ = f"<{tag}/>", f"<{tag}>x</{prefix}:{name}>"
        for inner in (closed, open_, f"<w:footnote w:id='1'>{closed}</w:footnote>".replace("'", '"')):
            assert_same_story(part(f"<w:tc>{inner}</w:tc>"))


@pytest.mark.parametrize(
    "content",
    [
        part("<w:p><!-- <w:tc/> --></w:p>"),
        part("<w:p><w:t><![CDATA[<w:tc></w:tc>]]></w:t></w:p>"),
        part("<w:p><?x <w:tc/> ?></w:p>"),
        part("<w:tc w:x='>'></w:tc>"),
        part('<w:p w:x="<w:tc/>"/>'),
        part('<w:p w:x="&lt;w:tc/>"/>'),
        part('<x:tc xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
        part(f'<w:tc xmlns:w="{OTHER}"/>'),
        part(f'<w:tc xmlns:w = "{OTHER}"/>'),
        part(f"<w:tc xmlns:w = '{OTHER}'/>"),
        part(f"<w:tc xmlns:w=\n'{OTHER}'/>"),
        part("<a:b r:id = 'rId5'/><w:numId w:val= '5'/>"),
        part('<x:p xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006&#47;main"><x:tc/></x:p>'),
        part('<tc xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'),
        part('<a:b r:embed = "rId9"/><a:b\nr:link="rId8"/>'),
        part(
            '<a:b q:id="rId9" xmlns:q="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
        ),
        part("<w:tc\n></w:tc ><w:tc />"),
        part("<w:p/>x"),
        part("<w:p>\u00a0</w:p><w:r>\u3000</w:r>"),
        part('<w:footnote w:id="1">\u00a0</w:footnote><w:footnote w:id="2"><w:t>đ</w:t></w:footnote>'),
        part('<w:footnote w:id="1"><w:t>&#160;</w:t></w:footnote>'),
        part('<w:footnote w:id="1"><w:p/></w:footnote><w:footnote w:id="2">x<w:footnoteRef/></w:footnote>'),
        part('<w:footnote w:id="1"><w:footnote w:id="2"/>x</w:footnote>'),
        part('<w:footnoteReference w:id="&quot;"/><w:numId w:val="1"/>'),
        part("<w:tc/>", head=""),
        part("<w:tc/>", head='<?xml version="1.0" encoding="UTF-16"?>'),
        part("<w:tc/>", spaces=""),
        part("<w:tc>"),
        part("<w:t>Ea H'leo = 'x' & ?!#</w:t>".replace("&", "&amp;")),
        b"",
    ],
)
def test_odd_ways_of_writing(content):
    assert_same_story(content)


NAMES = ["w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:txbxContent", "w:footnote"]
NAMES += ["w:footnoteReference", "w:footnoteRef", "w:numId", "w:num", "w:drawing", "wp:docPr", "w:pPr", "a:b"]
ATTRIBUTES = ["", ' w:id="1"', ' w:id="2" w:type="separator"', ' w:val="7"', ' r:id="rId4"', ' id="3"']
WORDS = st.sampled_from(["", "\n", "x", "\u00a0", "&amp;", "&#160;", "<!--x-->", 'đ r:id="rId7"'])


def _element(inner):
    return st.builds(
        lambda name, attribute, content: (
            f"<{name}{attribute}>{content}</{name}>" if content else f"<{name}{attribute}/>"
        ),
        st.sampled_from(NAMES),
        st.sampled_from(ATTRIBUTES),
        inner,
    )


TREES = st.recursive(
    WORDS, lambda inner: st.lists(_element(inner) | WORDS, max_size=4).map("".join), max_leaves=12
)


@given(TREES)
@example("<w:tbl><w:tr><w:tc><w:sdt><w:p/></w:sdt></w:tc></w:tr></w:tbl>")
def test_any_tree(inner):
    assert_same_story(part(inner))
