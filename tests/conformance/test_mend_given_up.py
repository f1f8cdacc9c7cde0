"""Mends that lose something or never take hold are given up one by one; all others are carried out."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

import pytest
from mend_kit import RULE, W, checking, mended

from baocao.conformance.case import Fault, Seen, State
from baocao.conformance.mending import dispatch, looks, mend
from baocao.conformance.mends import Retype, SetFace, SetLook, SetSheet
from baocao.conformance.reading.reader import read_paper
from baocao.conformance.telling import remarks
from baocao.conformance.wheres import where_of
from baocao.errors import InternalError
from baocao.formats import Align, Mm, Pt
from small_docx import p, package, r


def test_a_rule_whose_mends_never_end_is_given_up_and_the_others_are_mended():
    data = package(p("Một"))
    sizes = iter(range(20, 10_000))

    def check(paper):
        one = next(paper.paragraphs)
        endless = Seen(one, State.BROKEN, mends=(SetFace(spans=one.spans, size=next(sizes) / 2),))
        faults = (Fault(replace(RULE, id="TH02"), endless),)
        if one.look.align is not Align.CENTER:
            faults += (Fault(RULE, Seen(one, State.BROKEN, mends=(SetLook(one, align=Align.CENTER),))),)
        return replace(checking(lambda _: [])(paper), faults=faults)

    made = mend(data, check, "a.docx")
    assert [done.rule.id for done in made.done] == ["TH01"]
    assert [(one.fault.rule.id, one.reason) for one in made.refused] == [
        ("TH02", "đã thử sửa nhưng kiểm tra lại vẫn còn lỗi")
    ]


def test_rules_without_end_write_nothing():
    data = package(p("Một"))
    numbers = iter(range(20, 10_000))

    def check(paper):
        one, number = next(paper.paragraphs), next(numbers)
        endless = Seen(one, State.BROKEN, mends=(SetFace(spans=one.spans, size=number / 2),))
        faults = (Fault(replace(RULE, id=f"TH{number}"), endless),)
        return replace(checking(lambda _: [])(paper), faults=faults)

    with pytest.raises(InternalError) as caught:
        mend(data, check, "a.docx")
    assert caught.value.findings[0].code == "sua-khong-dung"


def _careless(harm):
    """A doer that does harm to the paragraph «Hai»."""

    def lay_out(element, asked, said):
        looks.lay_out(element, asked, said)
        if "".join(element.itertext()) == "Hai":
            harm(element)

    return lay_out


def _lose_letters(element):
    next(element.iter(f"{W}t")).text = "Ha"


def _lose_mark(element):
    element.remove(element.find(f"{W}bookmarkStart"))


def _lose_drawing(element):
    element.remove(element.find(f"{W}r[{W}drawing]"))


def _lose_old_drawing(element):
    element.remove(element.find(f"{W}r[{W}pict]"))


def _double_drawing(element):
    element.append(deepcopy(element.find(f"{W}r[{W}drawing]")))


DRAWN = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="360000" cy="360000"/><wp:docPr id="7" name="Hình"/>'
    "<a:graphic/></wp:inline></w:drawing></w:r>"
    '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt"/></w:pict></w:r>'
)


@pytest.mark.parametrize(
    "harm", [_lose_letters, _lose_mark, _lose_drawing, _lose_old_drawing, _double_drawing]
)
def test_the_mend_that_loses_something_is_given_up_alone(harm, monkeypatch):
    monkeypatch.setattr(dispatch, "lay_out", _careless(harm))
    marked = '<w:bookmarkStart w:id="0" w:name="a"/>' + r("Hai") + DRAWN + '<w:bookmarkEnd w:id="0"/>'
    data = package(p("Một") + f"<w:p>{marked}</w:p>" + p("Ba") + p("Bốn") + p("Năm"))

    def ask(paper):
        return [SetLook(one, align=Align.RIGHT) for one in paper.paragraphs if one.look.align is Align.LEFT]

    made = mended(data, ask)
    looked = {one.text: one.look.align.value for one in read_paper(made.data).paragraphs}
    assert looked == {"Một": "right", "Hai": "left", "Ba": "right", "Bốn": "right", "Năm": "right"}
    assert [(one.fault.seen.subject.text, one.reason) for one in made.refused] == [
        ("Hai", "sửa chỗ này thì văn bản mất nội dung khác, nên máy không sửa")
    ]
    assert len(made.done) == 4


def test_many_mends_that_are_refused_one_by_one_keep_no_other_waiting():
    data = package(p("Một") + p("Hai"))

    def check(paper):
        one, two = paper.paragraphs
        faults = [Fault(RULE, Seen(two, State.BROKEN, mends=(SetLook(two, align=Align.RIGHT),)))]
        faults = [] if two.look.align is Align.RIGHT else faults
        other = replace(RULE, id="TH02")
        faults += [
            Fault(other, Seen(one, State.BROKEN, mends=(Retype(one, 0, "Một", f"Số {number}"),)))
            for number in range(60)
        ]
        return replace(checking(lambda _: [])(paper), faults=tuple(faults))

    made = mend(data, check, "a.docx")
    assert [done.rule.id for done in made.done] == ["TH01"]
    assert len(made.refused) == 60


def test_before_and_after_speak_of_the_same_things():
    data = package(p("       Một") + p("Hai"))

    def ask(paper):
        one, two = paper.paragraphs
        asked = [Retype(one, 0, " " * 7, "")] if one.text.startswith(" ") else []
        wanted = SetLook(two, align=Align.JUSTIFY, before=Pt(12), first_line=Mm(12.7), keep_next=True)
        return asked + ([wanted] if two.look.align is not Align.JUSTIFY else [])

    assert [(done.before, done.after) for done in mended(data, ask).done] == [
        ("sai", "đã bỏ dấu cách thừa ở «Một»"),
        (
            "canh trái, thụt dòng đầu 0 cm, cách đoạn trên 0 pt, không buộc liền đoạn sau",
            "canh đều hai bên, thụt dòng đầu 1,27 cm, cách đoạn trên 12 pt, liền với đoạn sau",
        ),
    ]


def test_what_is_mended_stands_where_the_check_saw_it():
    long = "Thực hiện Kế hoạch số 15 của Ủy ban nhân dân xã về việc kiện toàn"
    data = package(p(long))

    def ask(paper):
        one = next(paper.paragraphs)
        asked = [] if one.look.align is Align.CENTER else [SetLook(one, align=Align.CENTER)]
        section = paper.sections[0]
        return asked + ([] if section.left > Mm(39) else [SetSheet(section, left=Mm(40))])

    checked = checking(ask)(read_paper(data, "bao-cao.docx"))
    made = mended(data, ask)
    assert [done.where for done in made.done] == [where_of(fault, checked) for fault in checked.faults]
    first, sheet = (done.where for done in made.done)
    assert first.words == "Thực hiện Kế hoạch số 15 của Ủy ban nhân dân xã…"
    assert (sheet.paragraph, sheet.anchor) == ("cả văn bản", "word/document.xml#0")


def test_what_would_change_a_word_is_not_said_to_be_mended():
    def ask(paper):
        one = next(paper.paragraphs)
        return [Retype(one, 4, "UBND", "ỦY BAN NHÂN DÂN"), Retype(one, 0, "TM.", "TM. ")]

    checked = checking(ask)(read_paper(package(p("TM. UBND"))))
    told = [remarks(replace(checked, faults=(fault,)))[0].mended for fault in checked.faults]
    assert told == [False, True]
