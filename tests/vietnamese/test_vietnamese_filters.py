from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from baocao.vietnamese.filters import FILTERS, filter_docs, filters_in

NUMERIC = [
    "so",
    "so_hai",
    "ty_le",
    "tien",
    "tien_trieu",
    "tien_ty",
    "la_ma",
    "bang_chu",
    "thu_tu",
    "chu_diem",
]
TEXTUAL = ["hoa", "hoa_dau", "thuong_dau", "khong_cham", "dinh"]
NAMES = [*NUMERIC, *TEXTUAL, "ngay", "ngay_dai", "noi", "dau_muc", "vien_dan", "chu_so_le", "o_so", "o_cong"]


@dataclass
class Figure:
    gia_tri: Any = None
    trong: bool = False
    rao: str = ""
    khong_phat_sinh: bool = False

    def __str__(self) -> str:
        return "không phát sinh" if self.khong_phat_sinh else "chữ"


@dataclass
class Styled:
    day: dt.date
    long: bool = False


def environment() -> Environment:
    jinja = Environment(autoescape=True, undefined=StrictUndefined)
    jinja.filters.update(FILTERS)
    return jinja


def test_the_names_are_the_agreed_ones():
    assert set(FILTERS) == set(NAMES)


@pytest.mark.parametrize("doc", filter_docs(), ids=lambda doc: doc.name)
def test_every_filter_is_explained_by_an_example_that_holds(doc):
    assert doc.summary.endswith(".")
    assert re.search(rf"\| {doc.name}(\(.*\))? \}}\}}", doc.example)
    assert environment().from_string(doc.example).render() == doc.result


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("o_")])
def test_blanks_come_back_unchanged(name):
    blank = Figure(trong=True)
    assert FILTERS[name](blank) is blank


def test_a_cell_is_empty_without_a_figure_and_0_when_nothing_arose():
    assert FILTERS["o_so"](Figure(trong=True)) == ""
    assert FILTERS["o_so"](Figure(khong_phat_sinh=True)) == "0"
    assert FILTERS["o_so"](Figure(Decimal(1674), rao="trên")) == "trên 1.674"
    assert FILTERS["o_so"](Decimal("80.5"), 2, True) == "80,50"


class Row:
    """A row of a list as templates see it."""

    def __init__(self, **cells: Any) -> None:
        self.__dict__ = cells

    def names(self) -> tuple[str, ...]:
        return tuple(self.__dict__)


def test_columns_of_a_list_are_added_in_a_cell():
    rows = [
        Row(nam=Figure(Decimal(4)), nu=Figure(Decimal(0), khong_phat_sinh=True)),
        Row(nam=Figure(Decimal(1996)), nu=3),
    ]
    assert FILTERS["o_cong"](rows, "nam") == "2.000"
    assert FILTERS["o_cong"](rows, "nam", "nu") == "2.003"
    assert FILTERS["o_cong"]([*rows, Row(nam=Figure(trong=True), nu=1)], "nam", "nu") == ""
    assert FILTERS["o_cong"]([*rows, Row(nam=Figure(trong=True), nu=1)], "nu") == "4"


@pytest.mark.parametrize(
    ("hedges", "printed"),
    [(("trên", ""), "trên 70"), (("trên", "trên"), "trên 70"), (("trên", "gần"), "khoảng 70")],
)
def test_the_sum_of_rough_cells_is_rough(hedges: tuple[str, str], printed: str) -> None:
    rows = [
        Row(nam=Figure(Decimal(number), rao=hedge)) for number, hedge in zip((50, 20), hedges, strict=True)
    ]
    assert FILTERS["o_cong"](rows, "nam") == printed


def test_decimals_of_a_column_are_those_of_its_figures() -> None:
    assert FILTERS["chu_so_le"]([Figure(Decimal("99.998")), Figure(Decimal("97.5"))]) == 3
    assert FILTERS["chu_so_le"]([Decimal("99.998"), Figure(trong=True)]) == 0
    assert FILTERS["chu_so_le"]([Decimal(1) / 3, "7"]) == 2


@pytest.mark.parametrize("name", ["nuu", "names", "__dict__", "__class__"])
def test_only_columns_are_added(name):
    with pytest.raises(ValueError, match=f"Danh sách không có cột «{name}»"):
        FILTERS["o_cong"]([Row(nam=1)], name)


@pytest.mark.parametrize("name", NUMERIC)
def test_nil_comes_back_unchanged(name):
    nil = Figure(khong_phat_sinh=True)
    assert FILTERS[name](nil) is nil


def test_nil_is_a_text_like_any_other():
    assert FILTERS["hoa_dau"](Figure(khong_phat_sinh=True)) == "Không phát sinh"


@pytest.mark.parametrize("name", NUMERIC)
@pytest.mark.parametrize(
    "value",
    [
        True,
        None,
        "abc",
        "",
        [1],
        Figure(gia_tri=None),
        Figure(gia_tri=True),
        float("nan"),
        Decimal("Infinity"),
    ],
)
def test_what_is_no_number_is_refused_in_vietnamese(name, value):
    with pytest.raises(ValueError, match="không phải là"):
        FILTERS[name](value)


@pytest.mark.parametrize("value", [27630, Decimal(27630), 27630.0, "27.630", "27630", Figure(Decimal(27630))])
def test_numbers_of_every_kind(value):
    assert FILTERS["so"](value) == "27.630"


def test_a_text_with_two_readings_is_refused():
    with pytest.raises(ValueError, match=r"«27,630» có hai cách đọc: 27\.630 hoặc 27,63\."):
        FILTERS["so"]("27,630")


def test_decimals():
    assert FILTERS["so"](Decimal("80.415")) == "80,42"
    assert FILTERS["so"](Decimal("80.415"), 3) == "80,415"
    assert FILTERS["so"](Decimal("80.5"), 2, giu_khong=True) == "80,50"
    assert FILTERS["ty_le"](Decimal("98.74")) == "98,74%"
    assert FILTERS["ty_le"](Decimal("98.74"), so_le=1) == "98,7%"
    assert FILTERS["ty_le"](0.5) == "0,5%"
    assert FILTERS["tien_ty"](8_345_000_000, so_le=1) == "8,3 tỷ đồng"


def test_a_hedge_stays_in_front():
    figure = Figure(Decimal(1674), rao="trên")
    assert FILTERS["so_hai"](figure) == "trên 1.674"
    assert FILTERS["bang_chu"](figure) == "trên một nghìn sáu trăm bảy mươi tư"


@pytest.mark.parametrize("value", [0, 4000, "-1"])
def test_no_roman_numeral_for_it(value):
    with pytest.raises(ValueError, match="Chữ số La Mã"):
        FILTERS["la_ma"](value)


def test_no_roman_numeral_for_a_fraction():
    with pytest.raises(ValueError, match="2,5 không phải là số nguyên"):
        FILTERS["la_ma"](Decimal("2.5"))


def test_words_by_house_style():
    assert FILTERS["bang_chu"](1005, "lẻ", nghin_ngan="ngàn") == "một ngàn không trăm lẻ năm"


@pytest.mark.parametrize(
    "value",
    [
        dt.date(2024, 3, 5),
        dt.datetime(2024, 3, 5, 8, 0, tzinfo=dt.UTC),
        "5/3/2024",
        "2024-03-05",
        Styled(dt.date(2024, 3, 5)),
        Figure(Styled(dt.date(2024, 3, 5), long=True)),
        Figure(dt.date(2024, 3, 5)),
    ],
)
def test_dates_of_every_kind(value):
    assert FILTERS["ngay"](value) == "05/3/2024"
    assert FILTERS["ngay_dai"](value) == "05 tháng 3 năm 2024"


@pytest.mark.parametrize("value", ["31/02/2023", "", None, 5, True, Figure()])
@pytest.mark.parametrize("name", ["ngay", "ngay_dai"])
def test_what_is_no_date_is_refused(name, value):
    with pytest.raises(ValueError, match="không phải là ngày tháng"):
        FILTERS[name](value)


@pytest.mark.parametrize("name", TEXTUAL)
@pytest.mark.parametrize("value", [None, True])
def test_what_is_no_text_is_refused(name, value):
    with pytest.raises(ValueError, match="đoạn chữ"):
        FILTERS[name](value)


def test_escaped_text_is_escaped_once():
    jinja = environment()
    source = "{% set x %}a {{ y }}{% endset %}{{ x | hoa }}"
    assert jinja.from_string(source).render(y="& <b>") == "A &amp; &lt;B&gt;"


@pytest.mark.parametrize("name", TEXTUAL)
def test_text_with_runs_in_it_is_refused(name):
    with pytest.raises(ValueError, match="đã có định dạng"):
        FILTERS[name](Markup("<w:r>a</w:r>"))


def test_lists():
    assert FILTERS["noi"](["a", "b", "c"], ";") == "a; b; c"
    assert FILTERS["noi"](()) == ""
    assert FILTERS["noi"]([2023, Decimal("80.41")]) == "2023 và 80,41"
    blank = Figure(trong=True)
    assert FILTERS["noi"](["a", blank]) is blank


@pytest.mark.parametrize("value", ["abc", 5, None])
def test_what_is_no_list_is_refused(value):
    with pytest.raises(ValueError, match="danh sách"):
        FILTERS["noi"](value)


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_name_stays_an_error_of_its_own(name):
    with pytest.raises(UndefinedError):
        environment().from_string(f"{{{{ chua_co | {name} }}}}").render()


def test_the_room_imports_nothing_heavy():
    code = (
        "import sys; before = set(sys.modules); import baocao.vietnamese.filters\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "print(*sorted(new - set(sys.stdlib_module_names) - {'baocao'}), 'difflib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.split() == ["False"]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("{{ 1105 | bang_chu }}", "một ngàn một trăm lẻ năm"),
        ("{{ 1105 | bang_chu('linh') }}", "một ngàn một trăm linh năm"),
        ("{{ 1105 | bang_chu('linh', 'nghìn') }}", "một nghìn một trăm linh năm"),
        ("{{ 1105 | bang_chu(nghin_ngan='nghìn') }}", "một nghìn một trăm lẻ năm"),
        ("{{ 105 | thu_tu }}", "thứ một trăm lẻ năm"),
        ("{{ 1 | thu_tu }}", "thứ nhất"),
    ],
)
def test_numbers_in_the_words_of_the_house(source: str, words: str) -> None:
    jinja = environment()
    jinja.filters.update(filters_in("lẻ", "ngàn"))
    assert jinja.from_string(source).render() == words


def test_the_words_of_most_houses_are_the_default() -> None:
    jinja = environment()
    jinja.filters.update(filters_in("linh", "nghìn"))
    assert jinja.from_string("{{ 1105 | bang_chu }}").render() == "một nghìn một trăm linh năm"
    assert filters_in("linh", "nghìn") is filters_in("linh", "nghìn")
