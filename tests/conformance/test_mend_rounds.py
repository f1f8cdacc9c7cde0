"""Rounds: what does not take hold is given up without a trace; files that must not be mended; the safety net."""

# ruff: noqa: E501 - literals of XML stay whole

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mend_kit import RULE, checking, found, mended, paragraph, texts

from baocao.conformance.case import Fault, Seen, State
from baocao.conformance.mending import mend
from baocao.conformance.mending.census import check_holdings, check_words, holdings, texts_of
from baocao.conformance.mending.work import Work
from baocao.conformance.mends import DropBlank, Retype, SetFace, SetLook
from baocao.conformance.reading.reader import read_paper
from baocao.errors import DataError, InternalError, finding
from baocao.formats import Align, Mm
from baocao.ooxml.package import Skeleton, assemble
from small_docx import NS, REL, TYPES, note, p, package, r, ref, tbl


def test_nothing_to_mend_gives_the_very_bytes():
    data = package(p("Một"))
    assert mend(data, checking(lambda paper: []), "a.docx").data is data


def test_what_does_not_hold_leaves_no_trace_and_the_rest_is_done():
    data = package(p("Một") + p("Hai"))

    def ask(paper):
        first, second = paper.paragraphs
        wanted = [SetLook(first, align=Align.CENTER)]
        return wanted + ([SetLook(second, align=Align.RIGHT)] if second.look.align is not Align.RIGHT else [])

    made = mended(data, ask)
    one, two = read_paper(made.data).paragraphs
    assert (one.look.align, two.look.align) == (Align.LEFT, Align.RIGHT)
    assert [refused.reason for refused in made.refused] == ["đã thử sửa nhưng kiểm tra lại vẫn còn lỗi"]
    assert len(made.left) == 1
    assert [done.after for done in made.done] == ["canh phải"]


def test_two_rules_that_undo_each_other_end():
    data = package(p("Một"))

    def ask(paper):
        one = next(paper.paragraphs)
        other = Align.RIGHT if one.look.align is Align.CENTER else Align.CENTER
        return [SetLook(one, align=other)]

    made = mended(data, ask)
    assert made.left
    assert made.refused


def test_what_a_mend_brings_to_light_is_mended_in_a_second_round():
    data = package(p("- Lưu:VT") + p("Hai"))

    def ask(paper):
        one = next(paper.paragraphs)
        if ":VT" in one.text:
            return [Retype(one, 5, ":VT", ": VT")]
        return [] if one.text.endswith(".") else [Retype(one, len(one.text), "", ".")]

    made = mended(data, ask)
    assert texts(made.data) == ["- Lưu: VT.", "Hai"]
    assert [(done.before, done.after) for done in made.done] == [("«Lưu:VT»", "«Lưu: VT»"), ("«VT»", "«VT.»")]


def test_a_waived_rule_is_not_mended():
    data = package(p("Một"))

    def check(paper):
        checked = checking(lambda one: [SetFace(spans=next(one.paragraphs).spans, size=14)])(paper)
        return replace(
            checked, faults=tuple(replace(fault, waived="nhà in riêng") for fault in checked.faults)
        )

    made = mend(data, check, "a.docx")
    assert made.data is data
    assert len(made.left) == 1


def test_words_and_face_of_one_paragraph_in_one_round():
    data = package(p(r("Số:5/BC - UBND")))

    def ask(paper):
        one = next(paper.paragraphs)
        asked = [
            Retype(one, one.text.index(old), old, new)
            for old, new in ((":5", ": 05"), (" - ", "-"))
            if old in one.text
        ]
        spans = tuple(span for span in one.spans if span.face.size != 13)
        return asked + ([SetFace(spans=spans, size=13)] if spans else [])

    made = mended(data, ask).data
    assert texts(made) == ["Số: 05/BC-UBND"]
    assert found(made, "rPr/sz") is not None


def strict(data):
    file = Skeleton.read(data)
    text = file.text("word/document.xml").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    return assemble(file, {"word/document.xml": text.encode()})


def protected(data):
    file = Skeleton.read(data)
    kinds, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    override = f'<Override PartName="/word/settings.xml" ContentType="{TYPES}settings+xml"/></Types>'
    relation = f'<Relationship Id="rId9" Type="{REL}/settings" Target="settings.xml"/></Relationships>'
    settings_part = (
        f'<w:settings {NS}><w:documentProtection w:edit="readOnly" w:enforcement="1"/></w:settings>'
    )
    return assemble(
        file,
        {
            kinds: file.text(kinds).replace("</Types>", override).encode(),
            relations: file.text(relations).replace("</Relationships>", relation).encode(),
            "word/settings.xml": settings_part.encode(),
        },
    )


def signed(data):
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("_xmlsignatures/sig1.xml", "<Signature/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("change", "code"), [(strict, "sua-tep-strict"), (protected, "sua-tep-khoa"), (signed, "sua-tep-da-ky")]
)
def test_files_that_must_not_be_mended(change, code):
    with pytest.raises(DataError) as caught:
        mend(change(package(p("Một"))), checking(lambda paper: []), "a.docx")
    assert [one.code for one in caught.value.findings] == [code]


def _lose_word(root):
    next(root.iter("{*}t")).text = "Mộ"


def _swap(root):
    body = root[0]
    body.insert(0, body[1])


def _drop_paragraph(root):
    root[0].remove(root[0][0])


@pytest.mark.parametrize("harm", [_lose_word, _swap, _drop_paragraph])
def test_the_net_sees_every_word_that_nobody_announced(harm):
    paper = read_paper(package(p("Một hai") + p("Ba")))
    work, before = Work(paper), texts_of(paper)
    harm(paper.trees["word/document.xml"])
    with pytest.raises(InternalError) as caught:
        check_words(work, before)
    assert caught.value.findings[0].code == "sua-mat-noi-dung"


@pytest.mark.parametrize(
    "tag", ["footnoteReference", "tr", "bookmarkStart", "ins", "commentReference", "fldSimple", "blip"]
)
def test_the_net_sees_everything_else(tag):
    rich = (
        p("Một", ref(1), '<w:r><w:commentReference w:id="1"/></w:r>')
        + f'<w:p><w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/><w:ins w:id="3" w:author="A">{r("x")}</w:ins></w:p>'
        + f'<w:p><w:fldSimple w:instr=" DATE ">{r("1")}</w:fldSimple><w:r><w:drawing><a:blip r:embed="rId7"/></w:drawing></w:r></w:p>'
        + tbl(["a", "b"], ["c", "d"])
        + p()
    )
    paper = read_paper(package(rich, notes=note(1, "Nguồn")))
    before = holdings(paper)
    found_ones = list(paper.trees["word/document.xml"].iter(f"{{*}}{tag}"))
    found_ones[-1].getparent().remove(found_ones[-1])
    with pytest.raises(InternalError):
        check_holdings("a.docx", before, holdings(paper))


def test_the_judgement_of_the_result_comes_along():
    data = package(p("Một"))
    wrong = Fault(RULE, Seen(None, State.BROKEN, "sai", "đúng"))

    def check(paper):
        return replace(checking(lambda one: [])(paper), faults=(wrong,))

    made = mend(data, check, "a.docx")
    assert made.left == made.checked.faults == (wrong,)


PIECES = st.lists(st.sampled_from(["Một", " hai", "\u00a0ba ", "5 %", "-"]), min_size=1, max_size=5)


@settings(max_examples=40, deadline=None)
@given(paragraphs=st.lists(PIECES, min_size=1, max_size=5), data=st.data())
def test_nothing_is_lost_whatever_is_asked(paragraphs, data):
    body = "".join(p(*map(r, pieces), ref(place)) for place, pieces in enumerate(paragraphs, 1))
    notes = "".join(note(place, f"Nguồn {place}") for place in range(1, len(paragraphs) + 1))
    file = package(body + tbl(["a", "b"]) + p() + p("Hết"), notes=notes)
    kinds = data.draw(st.sets(st.sampled_from(["face", "look", "words", "blank"])))

    def ask(paper):
        asked = []
        for one in paper.paragraphs:
            if "face" in kinds and any(span.face.size != 14 for span in one.spans):
                asked.append(SetFace(spans=one.spans, size=14))
            if "look" in kinds and one.look.first_line != Mm(12.7):
                asked.append(SetLook(one, first_line=Mm(12.7)))
            if "words" in kinds and "5 %" in one.text:
                asked.append(Retype(one, one.text.index("5 %"), "5 %", "5%"))
            if "blank" in kinds and one.blank:
                asked.append(DropBlank(one))
        return asked

    made = mended(file, ask).data
    wanted = ["".join(pieces).replace("5 %", "5%" if "words" in kinds else "5 %") for pieces in paragraphs]
    assert texts(made)[: len(wanted)] == wanted
    after = read_paper(made)
    assert [one.number for one in after.notes] == [str(place) for place in range(1, len(paragraphs) + 1)]
    assert paragraph(after, "Hết") is not None


def test_a_result_that_word_may_not_open_is_not_given(monkeypatch):
    data = package(p("Một"))

    def opens(judged, file):
        return () if judged is data else (finding("bang-khong-co-hang"),)

    monkeypatch.setattr(sys.modules["baocao.conformance.mending.mend"], "check_opens", opens)

    def ask(paper):
        one = next(paper.paragraphs)
        return [] if one.look.align is Align.CENTER else [SetLook(one, align=Align.CENTER)]

    with pytest.raises(InternalError) as caught:
        mend(data, checking(ask), "a.docx")
    assert caught.value.findings[0].code == "sua-hong-tep"


def test_tracked_changes_and_comments_stay_while_their_paragraph_is_dressed():
    marks = (
        '<w:commentRangeStart w:id="1"/>',
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>',
    )
    gone = '<w:del w:id="2" w:author="A"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    new = f'<w:ins w:id="3" w:author="A">{r("mới ")}</w:ins>'
    data = package(f"<w:p>{marks[0]}{r('Một ')}{gone}{new}{r('hai')}{marks[1]}</w:p>")

    def ask(paper):
        one = next(paper.paragraphs)
        spans = tuple(span for span in one.spans if span.face.size != 14)
        asked = [SetFace(spans=spans, size=14)] if spans else []
        asked += [SetLook(one, align=Align.JUSTIFY)] if one.look.align is not Align.JUSTIFY else []
        return [*asked, Retype(one, 0, "Một", "Hai")]

    made = mended(data, ask)
    assert texts(made.data) == ["Một mới hai"]
    assert "chấp nhận hoặc từ chối" in made.refused[0].reason
    content = Skeleton.read(made.data).text("word/document.xml")
    for part in (*marks, "<w:delText>cũ</w:delText>", '<w:ins w:id="3" w:author="A">'):
        assert part in content
