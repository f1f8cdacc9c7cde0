"""How figures print and compare, by kind and house style."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from derive_kit import ABOUT, NIL, OVER, count, figures_of, number

from baocao.derive.blank import VISIBLE, Blank
from baocao.derive.figure import Figure
from baocao.model.record import DocumentRef, Hedge, HouseStyle, StyledDate, Value
from baocao.packs.catalogue import Indicator, Kind

PLAIN = HouseStyle(two_digit_counts=False, two_digit_ranks=False)
ONE_KEPT = HouseStyle(decimals=1, keep_zeros=True)


def of(kind, **more):
    return Indicator("x", "Chỉ tiêu", kind, **more)


@pytest.mark.parametrize(
    ("indicator", "value", "style", "printed"),
    [
        (of(Kind.COUNT), number(27630), None, "27.630"),
        (of(Kind.COUNT), number(2), None, "02"),
        (of(Kind.COUNT), number(2), PLAIN, "2"),
        (of(Kind.COUNT), number(0), None, "0"),
        (of(Kind.COUNT), number(1674, hedge=OVER), None, "trên 1.674"),
        (of(Kind.COUNT), NIL, None, "không phát sinh"),
        (of(Kind.RATE), number("98.74"), None, "98,74%"),
        (of(Kind.RATE), number("98.70"), None, "98,7%"),
        (of(Kind.RATE), number("98.745"), None, "98,75%"),
        (of(Kind.RATE), number(100), None, "100%"),
        (of(Kind.RATE), number("98.745"), ONE_KEPT, "98,7%"),
        (of(Kind.RATE), number("98.04"), ONE_KEPT, "98,0%"),
        (of(Kind.RATE, decimals=0), number("34.5"), None, "35%"),
        (of(Kind.RATE), number(35, decimals=2), None, "35,00%"),
        (of(Kind.RATE), number(85, hedge=ABOUT), None, "khoảng 85%"),
        (of(Kind.POINTS), number("80.41"), None, "80,41"),
        (of(Kind.POINTS), number("12/14"), None, "12"),
        (of(Kind.RANK), number("11/12"), None, "11/12"),
        (of(Kind.RANK), number("1/12"), None, "01/12"),
        (of(Kind.RANK), number("1/12"), PLAIN, "1/12"),
        (of(Kind.RANK), number(3), None, "03"),
        (of(Kind.RANK, maximum=Decimal(63)), number(3), PLAIN, "3/63"),
        (of(Kind.MONEY), number(69639646), None, "69.639.646 đồng"),
    ],
)
def test_prints_by_kind_and_house_style(indicator, value, style, printed):
    figure = figures_of((indicator,), {"x": value}, style=style)["x"]
    assert str(figure) == figure.__html__() == printed


@pytest.mark.parametrize(
    ("kind", "now", "before", "way", "change", "unit"),
    [
        (Kind.POINTS, "80.41", "78.06", "tăng", "2,35", "điểm"),
        (Kind.RANK, "11/12", "10/12", "giảm", "01", "bậc"),
        (Kind.RANK, "1/12", "10/12", "tăng", "09", "bậc"),
        (Kind.RANK, "1/12", "1/12", "không thay đổi", "0", "bậc"),
        (Kind.COUNT, 477, 360, "tăng", "117", "điểm"),
        (Kind.RATE, "97.5", "98.74", "giảm", "1,24", "điểm %"),
        (Kind.MONEY, 1000000, 3000000, "giảm", "2.000.000 đồng", "điểm"),
        (Kind.COUNT, NIL, 5, "giảm", "05", "điểm"),
    ],
)
def test_change_on_last_year(kind, now, before, way, change, unit):
    figure = figures_of((of(kind, unit="điểm"),), {"x": now}, {"x": before})["x"]
    assert figure.co_truoc
    assert (figure.huong, str(figure.chenh_lech), figure.chenh_lech.don_vi_tinh) == (way, change, unit)
    assert figure.truoc.truoc.trong


@pytest.mark.parametrize(
    ("now", "before", "change", "percent"),
    [
        (number(1250, hedge=OVER), 1000, "khoảng 250", "khoảng 25%"),
        (1250, number(1000, hedge=OVER), "khoảng 250", "khoảng 25%"),
        (1250, 1000, "250", "25%"),
    ],
)
def test_a_change_of_rough_figures_is_rough(now, before, change, percent):
    figure = figures_of((of(Kind.COUNT),), {"x": now}, {"x": before})["x"]
    assert (str(figure.chenh_lech), str(figure.ty_le_chenh_lech)) == (change, percent)


def test_rough_figures_of_one_number_are_not_called_unchanged():
    figure = figures_of((of(Kind.COUNT),), {"x": number(300, hedge=OVER)}, {"x": 300})["x"]
    assert (figure.co_truoc, figure.huong.trong, figure.chenh_lech.trong) == (False, True, True)


def test_what_rough_points_lack_is_rough():
    points = figures_of((of(Kind.POINTS),), {"x": number("80/100", hedge=OVER)})["x"]
    assert (str(points.con_thieu), str(points.ty_le_tong)) == ("khoảng 20", "khoảng 80%")


def test_change_in_percent():
    figure = figures_of((of(Kind.COUNT),), {"x": 88}, {"x": 116})["x"]
    assert (str(figure.ty_le_chenh_lech), figure.huong) == ("24,14%", "giảm")
    assert figures_of((of(Kind.COUNT),), {"x": 88}, {"x": 0})["x"].ty_le_chenh_lech.trong


def test_without_last_year_the_change_is_blank_and_says_of_what():
    figure = figures_of((of(Kind.COUNT),), {"x": 5})["x"]
    assert not figure.co_truoc
    for name in ("truoc", "chenh_lech", "huong", "ty_le_chenh_lech"):
        blank = getattr(figure, name)
        assert blank.trong
        assert (blank.ma, blank.ten.endswith("Chỉ tiêu")) == (f"x.{name}", True)
    assert figure.truoc.gia_tri.trong


def test_zero_has_data_and_nil_has_not():
    zero, nil = (figures_of((count("x"),), {"x": value})["x"] for value in (0, NIL))
    assert bool(zero)
    assert not nil
    assert (zero.khong_phat_sinh, nil.khong_phat_sinh, nil.trong) == (False, True, False)


def test_compares_with_numbers_and_figures():
    five, six = (figures_of((count("x"),), {"x": value})["x"] for value in (5, 6))
    assert five == 5
    assert five < six
    assert six >= 5.5
    assert five != six
    assert len({five, 5}) == 1
    assert five != "5"


def test_total_of_ranks_and_points():
    rank = figures_of((of(Kind.RANK),), {"x": "3/8"})["x"]
    assert (str(rank), str(rank.tong)) == ("03/08", "08")
    points = figures_of((of(Kind.POINTS, maximum=Decimal("17.5")),), {"x": "16.71"})["x"]
    assert str(points.tong) == "17,5"
    assert figures_of((of(Kind.COUNT),), {"x": 1})["x"].tong.trong


def test_points_know_what_they_lack_of_the_greatest_possible():
    def points(value, **more):
        return Figure(of(Kind.POINTS, unit="điểm", **more), value, None, HouseStyle())

    assert str(points(number("16.71/17.50")).con_thieu) == "0,79"
    assert str(points(number("16.71/17.50")).ty_le_tong) == "95,49%"
    assert points(number("7"), maximum=Decimal(12)).con_thieu.gia_tri == 5
    assert points(number("7")).con_thieu.ten == "Số điểm còn thiếu của Chỉ tiêu"
    assert [
        bool(getattr(points(NIL, maximum=Decimal(12)), name)) for name in ("con_thieu", "ty_le_tong")
    ] == [
        False,
        False,
    ]
    assert Figure(of(Kind.RANK), number("8/8"), None, HouseStyle()).con_thieu.trong


def test_own_window_and_source():
    window = (StyledDate(dt.date(2022, 12, 15)), None)
    figure = figures_of((of(Kind.COUNT),), {"x": number(1, window=window, source="iDesk")})["x"]
    assert (str(figure.tu_ngay), figure.den_ngay.trong, figure.nguon) == ("15/12/2022", True, "iDesk")


def test_every_name_of_a_figure_answers():
    figure = figures_of((of(Kind.RANK),), {"x": "3/8"}, {"x": "4/8"})["x"]
    assert isinstance(figure, Figure)
    for name in figure.names():
        getattr(figure, name)


def test_blank_gives_itself_for_known_attributes_only():
    blank = figures_of((of(Kind.DOCUMENT),), {})["x"]
    assert isinstance(blank, Blank)
    assert blank.ngay is blank
    assert (bool(blank), len(blank), list(blank), str(blank)) == (False, 0, [], VISIBLE)
    assert [blank > 1, blank < 1, blank >= 1, blank <= 1] == [False] * 4
    with pytest.raises(AttributeError):
        _ = blank.gia_ti


DAY = dt.date(2024, 3, 5)


@pytest.mark.parametrize(
    ("long", "house", "printed"),
    [
        (True, None, "05 tháng 3 năm 2024"),
        (False, None, "05/3/2024"),
        (False, True, "05 tháng 3 năm 2024"),
        (True, False, "05/3/2024"),
    ],
)
def test_dates_print_as_typed_unless_the_house_says_otherwise(long, house, printed):
    style = HouseStyle(long_dates=house)
    date = figures_of((of(Kind.DATE),), {"x": Value(date=StyledDate(DAY, long))}, style=style)["x"]
    assert (str(date), date.gia_tri) == (printed, DAY)


@pytest.mark.parametrize(
    ("document", "printed"),
    [
        (
            DocumentRef("Kế hoạch", "34/KH-UBND", StyledDate(dt.date(2023, 2, 6))),
            "Kế hoạch số 34/KH-UBND ngày 06/02/2023",
        ),
        (
            DocumentRef(
                "Chỉ thị", "10/CT-UBND", StyledDate(dt.date(2023, 9, 19), True), "UBND Tỉnh", "kỷ luật"
            ),
            "Chỉ thị số 10/CT-UBND ngày 19 tháng 9 năm 2023 của UBND Tỉnh về kỷ luật",
        ),
        (DocumentRef("Luật Phòng, chống tham nhũng"), "Luật Phòng, chống tham nhũng"),
        (
            DocumentRef("Thông báo", "1-TB/VPHU", subject="Về giao việc"),
            "Thông báo số 1-TB/VPHU Về giao việc",
        ),
    ],
)
def test_documents_print_in_full(document, printed):
    assert str(figures_of((of(Kind.DOCUMENT),), {"x": Value(document=document)})["x"]) == printed


def test_document_parts():
    document = DocumentRef("Kế hoạch", "34/KH-UBND & <b>")
    view = figures_of((of(Kind.DOCUMENT),), {"x": Value(document=document)})["x"]
    assert (view.loai, view.so, view.ngay.trong, view.ngay.ma) == (
        "Kế hoạch",
        "34/KH-UBND & <b>",
        True,
        "x.ngay",
    )
    assert view.__html__() == "Kế hoạch số 34/KH-UBND &amp; &lt;b&gt;"
    assert set(view.names()) >= {"loai", "so", "ngay", "co_quan", "trich_yeu"}


def test_yes_and_no():
    yes, no = (figures_of((of(Kind.YESNO),), {"x": Value(yes=answer)})["x"] for answer in (True, False))
    assert (bool(yes), str(yes), bool(no), str(no)) == (True, "có", False, "không")


@pytest.mark.parametrize(
    ("amount", "scale", "words"),
    [
        (36_200_000, "triệu", "36,2 triệu đồng"),
        (1_200_000_000, "triệu", "trên 1.200 triệu đồng"),
        (36_125_500, "triệu", "36,1255 triệu đồng"),
        (8_300_000_000, "tỷ", "8,3 tỷ đồng"),
        (2_000_000_000_000, "nghìn tỷ", "2 nghìn tỷ đồng"),
        (69_639_646, "", "69.639.646 đồng"),
    ],
)
def test_money_prints_in_the_unit_it_was_typed_in(amount, scale, words):
    hedge = OVER if words.startswith("trên") else Hedge.NONE
    value = number(amount, scale=scale, hedge=hedge)
    assert str(figures_of((Indicator("m", "Chi", Kind.MONEY),), {"m": value})["m"]) == words


def test_sums_of_money_print_in_dong():
    money = [Indicator(id_, id_, Kind.MONEY) for id_ in "ab"]
    whole = Indicator("t", "Tổng", Kind.MONEY, parts=(("a", "b"),))
    values = {"a": number(36_200_000, scale="triệu"), "b": number(800_000)}
    assert str(figures_of((whole, *money), values)["t"]) == "37.000.000 đồng"
