from __future__ import annotations

import string
import unicodedata

import pytest
from babel.lists import format_list
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.text import (
    NBSP,
    capitals,
    first_lower,
    first_upper,
    join_list,
    join_unbreakable,
    nearest,
    nearest_file,
    nfc,
    point_letter,
    slug,
    sort_key,
    without_marks,
)


@pytest.mark.parametrize(
    "joined",
    [
        "Chỉ thị số~26/CT-TTg ngày~05/9/2016",
        "Nghị định số~59/2019/NĐ-CP",
        "phát triển kinh tế~- xã hội giai đoạn 2021~- 2025",
        "kết quả: - một dòng; - hai dòng",
        "Độc lập - Tự do - Hạnh phúc",
        "Thông báo số~471-TB/VPHU ngày~05~tháng~3 năm~2024 của",
        "Tân Hồng, ngày~25~tháng~3 năm~2024",
        "từ tháng~02 năm~2021 đến tháng~3",
        "điểm~đ khoản~2 Điều~12",
        "Chương~II, Mục~1, Phụ lục~I",
        "quý~III/2023, Quý~IV, quý~1",
        "đạt 98,74~%",
        "(số~34/KH-UBND)",
    ],
)
def test_lines_do_not_end_inside(joined):
    assert join_unbreakable(joined.replace("~", " ")) == joined.replace("~", NBSP)


@pytest.mark.parametrize(
    "text",
    [
        "tổng số 27.630 hồ sơ",
        "tổng số 197/197 thủ tục",
        "trong năm 2023 đạt 80,41 điểm",
        "6 tháng đầu năm 2023",
        "5 điểm cao nhất",
        "giải quyết dứt điểm 02 PAKN",
        "quý vị đại biểu",
        "khoản chi 5 triệu",
        "Thông tư số",
        "",
    ],
)
def test_other_lines_may(text):
    assert join_unbreakable(text) == text


PIECES = st.sampled_from(
    [
        "số",
        "26/CT-TTg",
        "ngày",
        "05",
        "tháng",
        "3",
        "năm",
        "2024",
        "Điều",
        "điểm",
        "đ",
        "quý",
        "III",
        "%",
        " ",
        "a",
    ]
)


@given(st.lists(PIECES).map(" ".join))
def test_joining_changes_spaces_only_and_once(text):
    joined = join_unbreakable(text)
    assert joined.replace(NBSP, " ") == text
    assert join_unbreakable(joined) == joined


def test_case():
    assert capitals("huyện Tân Hồng, đ ơ ư") == "HUYỆN TÂN HỒNG, Đ Ơ Ư"
    assert capitals(unicodedata.normalize("NFD", "Đồng Tháp")) == "ĐỒNG THÁP"
    assert first_upper("ủy ban nhân dân") == "Ủy ban nhân dân"
    assert first_upper("“đẩy mạnh”") == "“Đẩy mạnh”"
    assert first_upper(unicodedata.normalize("NFD", "ủy ban")) == "Ủy ban"
    assert first_upper("27 hồ sơ") == "27 hồ sơ"
    assert first_lower("Ủy ban nhân dân") == "ủy ban nhân dân"
    assert first_lower("(Đẩy mạnh)") == "(đẩy mạnh)"
    assert first_lower("UBND Huyện") == "UBND Huyện"
    assert first_lower("Ý kiến") == "ý kiến"
    assert (first_upper(""), first_lower(""), first_upper(" ")) == ("", "", " ")


def test_lists():
    assert join_list([]) == ""
    assert join_list(["thuế"]) == "thuế"
    assert join_list(["thuế", "phí"]) == "thuế và phí"
    assert join_list(["thuế", "phí", "lệ phí"]) == "thuế, phí và lệ phí"
    assert join_list(["thuế", "phí", "lệ phí"], ";") == "thuế; phí; lệ phí"
    assert join_list(["thuế", "phí"], "; ") == "thuế; phí"


@given(st.lists(st.text(string.ascii_lowercase, min_size=1)))
def test_babel_lists_the_same(items):
    assert join_list(items) == format_list(items, locale="vi")


def test_letters_of_points():
    letters = " ".join(point_letter(number) for number in range(1, 24))
    assert letters == "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert [point_letter(number) for number in (24, 25, 28, 46, 47)] == ["aa", "ab", "ađ", "ay", "ba"]
    with pytest.raises(ValueError, match="bắt đầu từ 1"):
        point_letter(0)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_letters_of_points_are_unique(one, other):
    assert (point_letter(one) == point_letter(other)) == (one == other)


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["ha", "hà", "hai", "hạn", "hăng", "hân"],
        ["An Phước", "Ấp 2", "Ấp 10", "Bình Phú"],
        ["Ca sĩ", "cá nhân", "cam"],
        ["2", "10", "a", "b"],
        ["Tân", "Tân Hồng", "Tân Thành A", "Tân Thành B", "Tấn"],
        ["Dinh Bà", "Đinh"],
        ["thị trấn Sa Rài", "xã An Phước", "Xã Bình Phú"],
    ],
)
def test_dictionary_order(ordered):
    backwards = ordered[::-1]
    assert sorted(backwards, key=sort_key) == ordered


def test_the_place_of_the_tone_mark_matters_only_between_equals():
    assert sorted(["hoà b", "hòa a"], key=sort_key) == ["hòa a", "hoà b"]


@given(st.lists(st.text(alphabet="aáàăằâêđêoơiuưy zZ019-.,Ấ\u0301²", max_size=6), min_size=3, max_size=3))
def test_the_order_is_total(texts):
    one, two, three = map(sort_key, texts)
    assert (one < two) + (one == two) + (one > two) == 1
    assert (one == two) == (nfc(texts[0]) == nfc(texts[1]))
    assert not (one < two < three) or one < three


def test_a_very_long_number_sorts():
    assert sort_key("9" * 10_000) > sort_key("1" * 10_000)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("tiep_nhan", "tiep_nhan"),
        ("tiếp_nhận", "tiep_nhan"),
        ("tiep_nhn", "tiep_nhan"),
        ("TIEP_NHAN", "tiep_nhan"),
        ("da_giai_quet", "da_giai_quyet"),
        ("dung_han", "dung_han"),
        ("zzz", None),
        ("", None),
        ("x" * 100_000, None),
    ],
)
def test_nearest(name, found):
    assert nearest(name, ["tiep_nhan", "da_giai_quyet", "dung_han", "qua_han"]) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("khong.xlsx", None),
        ("cac-xaa.xlsx", "cac-xa.xlsx"),
        ("cac-xa.yml", "cac-xa.xlsx"),
        ("so-lieuu", "so-lieu"),
    ],
)
def test_a_suffix_makes_no_two_files_alike(name, found):
    assert nearest_file(name, ["g0.xlsx", "cac-xa.xlsx", "so-lieu"]) == found


def test_nearest_of_equals_is_the_same_in_any_order():
    assert nearest("ab1", ["ab3", "ab2"]) == nearest("ab1", ["ab2", "ab3"]) is None
    assert nearest("abc1", ["abc3", "abc2"]) == nearest("abc1", ["abc2", "abc3"]) == "abc2"
    assert nearest("a", []) is None


def test_without_marks():
    assert without_marks("Đồng Tháp, Ủy ban, đường") == "Dong Thap, Uy ban, duong"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Huyện Tân Hồng", "huyen-tan-hong"),
        ("114/BC-UBND", "114-bc-ubnd"),
        ("Đưng K’Nớ", "dung-k-no"),
        ("../../etc", "etc"),
        ("日本", ""),
        ("", ""),
    ],
)
def test_file_names(text, name):
    assert slug(text) == name


def test_file_names_may_keep_capitals():
    assert slug("114/BC-UBND Tân Hồng", lower=False) == "114-BC-UBND-Tan-Hong"


@given(st.text())
def test_file_names_are_plain(text):
    assert set(slug(text)) <= set(string.ascii_lowercase + string.digits + "-")
    assert slug(slug(text)) == slug(text)
