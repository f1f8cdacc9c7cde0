"""Rules of Điều, and of lists of khoản within khoản, on hand-made papers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from baocao.conformance.case import Seen
from baocao.conformance.components.outline import headings_of
from baocao.conformance.mends import SetFace
from baocao.conformance.paper import Paragraph
from baocao.conformance.parts import Heading
from conformance.rules_body_kit import Run, ask, broken, heading, para, retyped, text_parts, unsure

TEXT = "Kiện toàn Tổ công tác cải cách hành chính của xã."
BOLD = {"bold": True}


def article(runs: str | Sequence[Run], *, titled: bool = False, **more: object) -> Heading:
    return heading(para(runs, **more), "điều", "1", titled=titled)


def of(rule: str, *headings: Heading, below: Sequence[Paragraph] = ()) -> list[Seen]:
    body = [one for item in headings for one in (item.paragraph, *below)]
    return ask(rule, *text_parts(*body, headings=headings))


def test_the_word_and_number_of_an_article_are_bold() -> None:
    seen = of("HD13", article(f"Điều 1. {TEXT}"))
    assert broken(seen) == ["“Điều 1.” không đậm, đứng"]
    (mend,) = [mend for one in seen for mend in one.mends]
    assert isinstance(mend, SetFace)
    assert ([span.text for span in mend.spans], mend.bold, mend.italic) == (["Điều 1."], True, False)


def test_the_text_of_an_article_runs_on_and_is_not_bold() -> None:
    seen = of("HD13", article([("Điều 1.", BOLD), (f" {TEXT}", {})]))
    assert (broken(seen), unsure(seen)) == ([], [])


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Điều 1: ", "“Điều 1:”"),
        ("Điều 1/ ", "“Điều 1/”"),
        ("Điều 1 . ", "“Điều 1 .”"),
        ("ĐIỀU 1. ", "“ĐIỀU”"),
    ],
)
def test_an_article_is_typed_in_one_way(typed: str, told: str) -> None:
    seen = of("HD13", article([(typed, BOLD), (TEXT, {})]))
    assert broken(seen) == [told]
    assert retyped(seen) == f"Điều 1. {TEXT}"


def test_a_bold_title_of_an_article_is_right() -> None:
    assert broken(of("HD13", article("Điều 1. Phạm vi điều chỉnh", titled=True, bold=True))) == []
    assert broken(of("HD13", article("Điều 1. Phạm vi điều chỉnh", titled=True, bold=True, italic=True))) == [
        "“Điều 1.” đậm, nghiêng"
    ]


def test_a_plain_title_of_an_article_is_to_be_looked_at() -> None:
    seen = of("HD13", article([("Điều 1.", BOLD), (" Phạm vi điều chỉnh", {})], titled=True))
    assert (broken(seen), unsure(seen)) == ([], ["chữ sau “Điều 1.” không đậm"])


def listed(text: str, number: str, **more: object) -> Heading:
    return heading(para(text, label=f"{number}.", **more), "khoản", number)


def test_one_list_of_items_is_judged_as_one() -> None:
    prose = para("Tổng số hồ sơ đã tiếp nhận trong năm là 3.252 hồ sơ.")
    first, second = listed("Kiện toàn bộ máy", "1"), listed("Điều động cán bộ", "2")
    body = (first.paragraph, second.paragraph, prose)
    seen = ask("HD02", *text_parts(*body, headings=(first, second)))
    assert (broken(seen), unsure(seen)) == ([], ["1. Kiện toàn bộ máy", "2. Điều động cán bộ"])


def test_a_list_of_items_within_a_bold_clause_begins_anew() -> None:
    outer = heading(para("1. Công tác tổ chức", bold=True), "khoản", "1")
    items = [listed("Kiện toàn bộ máy", "1"), listed("Điều động cán bộ", "2")]
    after = heading(para("2. Công tác cán bộ", bold=True), "khoản", "2")
    seen = of("HD09", outer, *items, after)
    assert (broken(seen), unsure(seen)) == ([], [])


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("a, Ông Nguyễn Văn Mẫu làm Tổ trưởng;", "điểm"),
        ("a, b, c đều là điểm.", None),
        ("y, bác sĩ trong xã", None),
    ],
)
def test_a_point_with_a_comma_is_a_point_with_a_wrong_sign(typed: str, level: str | None) -> None:
    found = headings_of([para(typed)])
    assert [one.level for one in found] == ([level] if level else [])
    if typed.startswith("a, Ông"):
        seen = ask("HD04", *text_parts(para(typed), headings=found))
        assert (broken(seen), retyped(seen)) == (["sau số là “,”"], "a) Ông Nguyễn Văn Mẫu làm Tổ trưởng;")
