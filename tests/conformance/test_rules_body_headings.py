"""Rules of headings on hand-made papers: their looks, their numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.conformance.case import Seen
from baocao.conformance.mends import SetFace, SetLook
from baocao.conformance.paper import Paragraph
from baocao.conformance.parts import Heading
from baocao.formats import Align
from baocao.vietnamese.text import POINT_LETTERS
from baocao.vietnamese.words import roman
from conformance.rules_body_kit import ask, broken, heading, para, retyped, states, text_parts, unsure

PROSE = para("Trong năm, xã đã tiếp nhận 3.252 hồ sơ, giải quyết trước hạn và đúng hạn 3.190 hồ sơ.")


def of(rule: str, *headings: Heading, below: Sequence[Paragraph] = (PROSE,)) -> list[Seen]:
    """What a rule saw of some headings with prose below each."""
    body = [one for item in headings for one in (item.paragraph, *below)]
    prose = [one for item in headings for one in ([] if item.titled else [item.paragraph])]
    return ask(rule, *text_parts(*body, headings=headings, prose=(*prose, *below)))


def title(text: str, level: str, number: str, *, titled: bool = True, **more: object) -> Heading:
    return heading(para(text, **more), level, number, titled=titled)


def numbered(level: str, *numbers: str) -> list[Heading]:
    signs = {"điểm": ")", "phần": "", "chương": ""}
    words = {"phần": "Phần ", "chương": "Chương ", "điều": "Điều "}
    return [
        title(
            f"{words.get(level, '')}{one}{signs.get(level, '.')} Nội dung", level, one, titled=level != "điểm"
        )
        for one in numbers
    ]


def test_a_roman_heading_is_bold_in_capitals() -> None:
    seen = of("HD01", title("I. Kết quả", "mục", "I"))
    assert broken(seen) == ["không đậm, đứng", "in thường"]
    caps = [mend.caps for one in seen for mend in one.mends if isinstance(mend, SetFace) and mend.caps]
    assert caps == [True]
    assert broken(of("HD01", title("I. KẾT QUẢ THỰC HIỆN", "mục", "I", bold=True))) == []


@pytest.mark.parametrize("typed", ["I/ KẾT QUẢ", "I) KẾT QUẢ", "I- KẾT QUẢ", "I KẾT QUẢ"])
def test_a_full_stop_follows_the_roman_number(typed: str) -> None:
    seen = of("HD01", title(typed, "mục", "I", bold=True))
    assert len(broken(seen)) == 1
    assert retyped(seen) == "I. KẾT QUẢ"


def test_an_automatic_number_is_no_text_to_be_typed() -> None:
    made = heading(para("KẾT QUẢ", label="I/", label_face={"bold": True}, bold=True), "mục", "I")
    seen = of("HD01", made)
    assert broken(seen) == ["sau số là “/”"]
    assert not any(one.mends for one in seen)


def test_a_running_roman_number_is_to_be_looked_at() -> None:
    seen = of("HD01", title("I. Tổng số hồ sơ tiếp nhận là 12;", "mục", "I", titled=False))
    assert (broken(seen), unsure(seen)) == ([], ["I. Tổng số hồ sơ tiếp nhận là 12;"])


def test_a_titled_clause_is_bold_in_small_letters() -> None:
    assert broken(of("HD02", title("1. Cải cách thể chế", "khoản", "1"))) == ["không đậm, đứng"]
    assert broken(of("HD02", title("1. CẢI CÁCH THỂ CHẾ", "khoản", "1", bold=True))) == ["in hoa"]
    assert broken(of("HD02", title("1. Cải cách thể chế", "khoản", "1", bold=True, italic=True))) == [
        "đậm, nghiêng"
    ]


def test_short_items_without_text_below_may_be_no_titles() -> None:
    seen = of("HD02", *numbered("khoản", "1", "2"), below=())
    assert broken(seen) == []
    assert unsure(seen) == ["1. Nội dung", "2. Nội dung"]


RUNS = [("1. ", {"bold": True}), ("Giao Văn phòng theo dõi, đôn đốc.", {})]


def test_the_number_of_a_running_clause_is_not_bold() -> None:
    seen = of("HD03", heading(para(RUNS), "khoản", "1", titled=False))
    assert broken(seen) == ["số thứ tự đậm"]
    (mend,) = seen[0].mends
    assert isinstance(mend, SetFace)
    assert ([span.text for span in mend.spans], mend.bold) == (["1."], False)


def test_a_bold_automatic_number_is_mended_in_its_list() -> None:
    made = heading(para("Giao Văn phòng.", label="1.", label_face={"bold": True}), "khoản", "1", titled=False)
    (mend,) = of("HD03", made)[0].mends
    assert isinstance(mend, SetFace)
    assert (mend.label, mend.bold) == (True, False)


def test_a_bold_lead_is_for_a_person() -> None:
    runs = [("1. Về thể chế: ", {"bold": True}), ("xã đã ban hành 05 văn bản.", {})]
    seen = of("HD03", heading(para(runs), "khoản", "1", titled=False))
    assert broken(seen) == ["số thứ tự và mấy chữ đầu in đậm, nội dung viết liền"]
    assert seen[0].mends == ()


def test_points_are_not_bold_and_end_with_a_bracket() -> None:
    seen = of("HD04", title("a. Về thể chế", "điểm", "a", titled=False, bold=True))
    assert broken(seen) == ["sau số là “.”", "đậm"]
    assert retyped(seen) == "a) Về thể chế"
    assert broken(of("HD04", title("a) Về thể chế", "điểm", "a", titled=False))) == []


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert broken(of("HD05", *numbered("điểm", *POINT_LETTERS))) == []
    told = of("HD05", *numbered("điểm", "a", "b", "c", "d", "e", "f", "g"))
    assert broken(told) == ["nhảy chữ: “e)”", "điểm f)"]
    assert told[4].wanted == "“đ)”"
    assert broken(of("HD09", *numbered("điểm", "a", "b", "c", "d", "e", "f", "g"))) == []
    assert broken(of("HD05", *numbered("điểm", "a", "b", "b"))) == ["trùng chữ: “b)”"]


def test_parts_stand_on_their_own_line() -> None:
    own = para("KẾT QUẢ THỰC HIỆN", align=Align.CENTER, bold=True)
    right = heading(para("Phần I", align=Align.CENTER, bold=True), "phần", "I", own_title=own)
    right.title = ""
    assert broken(of("HD06", right)) == []
    told = of("HD06", title("Phần 1 Kết quả", "phần", "1", bold=True))
    assert broken(told) == ["số “1”", "tên viết liền sau số", "canh đều hai bên"]


def test_sections_of_system_a_have_arabic_numbers() -> None:
    own = para("Quy định chung", align=Align.CENTER, bold=True)
    made = heading(para("Mục I", align=Align.CENTER, bold=True), "tiết", "I", own_title=own)
    made.title = ""
    seen = of("HD07", made)
    assert broken(seen) == ["số “I”", "in thường"]


def test_headings_have_the_size_of_the_text() -> None:
    seen = of("HD08", title("I. KẾT QUẢ", "mục", "I", size=16.0))
    assert broken(seen) == ["cỡ 16"]
    assert [mend.size for mend in seen[0].mends if isinstance(mend, SetFace)] == [14.0]


@pytest.mark.parametrize(
    ("numbers", "told", "doubted"),
    [
        (["1", "2", "3"], [], []),
        (["1", "2", "4", "5"], ["nhảy số: “4”"], []),
        (["1", "2", "2", "3"], ["trùng số: “2”"], []),
        (["1", "1", "2"], ["trùng số: “1”"], []),
        (["2", "3"], ["không bắt đầu từ số đầu tiên: “2”"], []),
        (["1", "9"], [], ["nhảy số: “9”"]),
    ],
)
def test_numbers_follow_each_other(numbers: list[str], told: list[str], doubted: list[str]) -> None:
    seen = of("HD09", *numbered("khoản", *numbers))
    assert (broken(seen), unsure(seen)) == (told, doubted)


def test_clauses_begin_anew_under_each_heading() -> None:
    first, second = numbered("mục", "I", "II")
    under = numbered("khoản", "1", "2"), numbered("khoản", "1", "2", "3")
    assert broken(of("HD09", first, *under[0], second, *under[1])) == []
    going_on = numbered("khoản", "3", "4")
    told = of("HD09", first, *under[0], second, *going_on)
    assert (broken(told), unsure(told)) == ([], ["không đánh lại từ đầu: “3”"])


def test_articles_go_on_through_the_chapters() -> None:
    chapters, articles = numbered("chương", "I", "II"), numbered("điều", "1", "2", "3")
    seen = of("HD09", chapters[0], *articles[:2], chapters[1], articles[2])
    assert states(seen) == ["dung"] * 5


def test_a_list_within_a_point_begins_anew() -> None:
    outer, inner = numbered("khoản", "1", "2"), numbered("khoản", "1", "2")
    points = numbered("điểm", "a", "b")
    seen = of("HD09", outer[0], points[0], *inner, points[1], outer[1])
    assert broken(seen) == []


@given(st.integers(1, 30), st.data())
def test_one_number_left_out_is_told_once(count: int, data: st.DataObject) -> None:
    numbers = [roman(at) for at in range(1, count + 2)]
    gone = data.draw(st.integers(0, count - 1))
    seen = of("HD09", *numbered("mục", *(one for at, one in enumerate(numbers) if at != gone)))
    assert len(broken(seen)) == 1


def test_parts_without_a_title() -> None:
    bare = heading(para("Chương I"), "chương", "I")
    assert broken(of("HD10", bare)) == ["“Chương I” chưa có tên"]
    bare.own_title = para("QUY ĐỊNH CHUNG")
    assert broken(of("HD10", bare)) == []


def test_headings_stay_with_their_text() -> None:
    seen = of("HD11", *numbered("khoản", "1"), *numbered("điểm", "a"))
    assert broken(seen) == ["có thể đứng lẻ ở cuối trang"]
    assert [mend.keep_next for mend in seen[0].mends if isinstance(mend, SetLook)] == [True]


def test_numbers_of_parts_belong_to_their_clause() -> None:
    clause, part = numbered("khoản", "2")[0], title("1.1 Kế hoạch", "số con", "1.1")
    assert broken(of("HD12", clause, part)) == ["1.1 dưới khoản 2"]
    assert retyped(of("HD12", *numbered("khoản", "1"), part)) == "1.1. Kế hoạch"


def test_every_rule_of_headings_is_silent_without_headings() -> None:
    assert all(of(f"HD{at:02d}") == [] for at in range(1, 13))


def test_a_number_typed_twice_is_told_once() -> None:
    assert broken(of("HD05", *numbered("điểm", "a", "a", "c", "d"))) == ["trùng chữ: “a)”"]
    assert broken(of("HD09", *numbered("khoản", "1", "2", "2", "4"))) == ["trùng số: “2”"]
    told = of("HD09", *numbered("mục", "I", "I", "III"))
    assert [(one.seen, one.wanted) for one in told if one.seen] == [("trùng số: “I”", "“II”")]


def test_an_article_with_a_far_number() -> None:
    assert broken(of("HD09", *numbered("điều", "1", "2", "7", "4"))) == ["nhảy số: “7”"]
