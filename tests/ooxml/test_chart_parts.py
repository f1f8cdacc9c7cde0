"""Charts as values: XML that validators accept, a workbook with the same figures, ticks and labels."""

import io
import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import openpyxl
import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st

from baocao.formats import Mm, load_format
from baocao.ooxml.base import base_parts
from baocao.ooxml.charts.axes import major_unit, tick_format
from baocao.ooxml.charts.chart import Design, Kind, chart_xml
from baocao.ooxml.charts.data import ChartData, Point, Series, in_words, share_label
from baocao.ooxml.charts.drawing import ChartParts, chart_run, with_charts
from baocao.ooxml.charts.looks import PALETTES, area_look, line_look
from baocao.ooxml.charts.series import Labels, SeriesLook
from baocao.ooxml.charts.shell import ChartShell, Group, filled
from baocao.ooxml.charts.workbook import column, workbook_bytes
from baocao.ooxml.names import CHART_RELATION
from baocao.ooxml.package import write_package
from chart_kit import C, cached
from outside_tools import audit_faults, integrity_faults, sdk_faults
from small_docx import p

NAMES = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30
)
VALUES = st.none() | st.decimals(-(10**9), 10**12, places=2) | st.integers(-5, 5).map(Decimal)


@st.composite
def datas(draw):
    """Blanks, zeros, negatives, one category and sixty, names with every letter."""
    count = draw(st.integers(1, 60))
    categories = draw(st.lists(NAMES, min_size=count, max_size=count))
    lists = draw(st.lists(st.lists(VALUES, min_size=count, max_size=count), min_size=1, max_size=7))
    series = (Series(draw(NAMES), tuple(point(value) for value in values)) for values in lists)
    return ChartData(tuple(categories), tuple(series))


def point(value):
    return Point() if value is None else Point(value, f"{value:f}".replace(".", ","))


def shown(text):
    """A name as a reader of XML gives it back."""
    return text or None


@given(datas(), st.sampled_from([kind for kind in Kind if kind is not Kind.PIE]), st.sampled_from(PALETTES))
def test_any_data_make_a_chart_with_the_same_data_and_the_same_bytes(data, kind, palette):
    design = Design(kind, "Times New Roman", palette, of_values="Hồ sơ", of_groups="Năm")
    xml = chart_xml(design, data)
    names, series = cached(ET.fromstring(xml))
    assert names == [shown(name) for name in data.categories]
    assert series == [
        (shown(one.name), [None if p.value is None else f"{p.value:f}" for p in one.points])
        for one in data.series
    ]
    assert (xml, workbook_bytes(data)) == (chart_xml(design, data), workbook_bytes(data))


@given(datas())
def test_the_workbook_holds_the_figures_whoever_reads_it(data):
    book = workbook_bytes(data)
    rows = list(openpyxl.load_workbook(io.BytesIO(book))["Sheet1"].iter_rows(values_only=True))
    padded = [list(row) + [None] * (len(data.series) + 1 - len(row)) for row in rows]
    wanted = [[None, *(shown(one.name) for one in data.series)]]
    for at, name in enumerate(data.categories):
        figures = [one.points[at].value for one in data.series]
        wanted.append([shown(name), *(None if value is None else float(value) for value in figures)])
    assert padded + [[None] * len(wanted[0])] * (len(wanted) - len(padded)) == wanted
    python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(book)).get_sheet_by_name("Sheet1").to_python()


def test_a_formula_typed_as_a_name_stays_a_text():
    data = ChartData(('=HYPERLINK("x")',), (Series("=1+1", (point(Decimal(1)),)),))
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(data)))["Sheet1"]
    assert [(cell.value, cell.data_type) for cell in (sheet["A2"], sheet["B1"])] == [
        ('=HYPERLINK("x")', "s"),
        ("=1+1", "s"),
    ]


def sample(kind):
    count = 5 if kind is not Kind.PIE else 1
    values = (Decimal("12034.5"), None, Decimal(0), Decimal(27160))
    names = ("Hộ tịch & <chứng thực>", 'Đất "đai"', "2021", "Một tên lĩnh vực dài đến mức phải xuống dòng")
    return ChartData(names, tuple(Series(f"Dãy {n}", tuple(map(point, values))) for n in range(count)))


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory):
    """A Word file with each kind of chart in each palette."""
    designs = [
        Design(kind, "Times New Roman", palette, of_values="a") for kind in Kind for palette in PALETTES
    ]
    charts = [
        ChartParts(chart_xml(one, sample(one.kind)), workbook_bytes(sample(one.kind))) for one in designs
    ]
    size, numbers = (Mm(150), Mm(80)), range(1, len(charts) + 1)
    runs = [chart_run(CHART_RELATION(n), size, n, 'Mô tả "a"\n& b') for n in numbers]
    parts = base_parts(load_format("nd30-2020"), ("I.",), "".join(map(p, runs)))
    path = tmp_path_factory.mktemp("charts") / "bieu-do.docx"
    path.write_bytes(write_package(parts | with_charts(parts, charts)))
    return path


def test_validators_find_nothing(every_kind):
    assert audit_faults(every_kind) == []
    assert integrity_faults(every_kind) == []


@pytest.mark.sdk
def test_the_open_xml_sdk_finds_nothing(every_kind):
    assert sdk_faults(every_kind) == []


@pytest.mark.parametrize("palette", PALETTES)
def test_no_two_of_eight_areas_and_six_lines_look_the_same(palette):
    assert len({area_look(palette, place) for place in range(8)}) == 8
    assert len({line_look(palette, place) for place in range(6)}) == 6


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_lines_stand_out_from_the_paper():
    """WCAG 2.1, 1.4.11: graphics that carry meaning, 3:1."""
    for palette in PALETTES:
        for place in range(6):
            colour = re.search(r'srgbClr val="(\w{6})"', line_look(palette, place))[1]
            assert 1.05 / (luminance(colour) + 0.05) >= 3


TICKS = {
    (62, 86): (20, "0"),
    (980, 27630): (10000, r"[&gt;=1000]0\.000;0"),
    (1, 3): (1, "0"),
    (8_300_000, 12_000_000): (5_000_000, r"[&gt;=1000000]0\.000\.000;[&gt;=1000]0\.000;0"),
    (Decimal("0.2"), Decimal("0.9")): (0, "General"),
}


@pytest.mark.parametrize("values", TICKS)
def test_ticks_are_whole_and_say_so_on_every_machine(values):
    exact = [Decimal(value) for value in values]
    unit = major_unit(exact, from_zero=True)
    assert (unit, tick_format(exact, unit)) == TICKS[values]


@given(st.lists(st.decimals(-(10**12), 10**12, places=2), min_size=1, max_size=9), st.booleans())
def test_ticks_are_few(values, from_zero):
    unit = major_unit(values, from_zero=from_zero)
    span = max(values) - min(values)
    assert unit >= 0
    assert unit == 0 or span / unit <= 5 or unit == 1


def test_shares_are_rounded_as_in_the_text():
    assert share_label(point(Decimal(27160)), Decimal(27503)) == "98,75%"
    assert share_label(point(Decimal(999_999)), Decimal(1_000_000)) == "99,99%"
    assert share_label(Point(), Decimal(5)) == share_label(point(Decimal(0)), Decimal(0)) == ""


def test_many_figures_are_told_by_the_first_and_the_last():
    values = tuple(point(Decimal(value)) for value in range(30))
    data = ChartData(tuple(map(str, range(1990, 2020))), (Series("Điểm", values),))
    assert in_words(data) == "Điểm (1990: 0, 2019: 29)"


def test_columns_go_on_behind_z():
    assert [column(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_gaps_stay_gaps():
    root = ET.fromstring(chart_xml(Design(Kind.COLUMNS, "Times New Roman"), sample(Kind.COLUMNS)))
    assert root.find(f".//{C}dispBlanksAs").get("val") == "gap"


@pytest.mark.parametrize(
    ("drawn", "bare"),
    [
        ({"stacked": True}, [(0, 1), (1,)]),
        ({"stacked": True, "even": True}, [(0,), ()]),
        ({"stacked": True, "across": True}, [(0,), ()]),
        ({}, [(), ()]),
    ],
    ids=["columns", "all of one height", "bars", "side by side"],
)
def test_parts_of_a_column_smaller_than_their_label_have_none(drawn, bare):
    look = SeriesLook(labels=Labels(value=True))
    shell = ChartShell(
        ("", ""), ("0",), (Group("barChart", (look, look), **drawn),), (160, 80), "xam", "rId1"
    )
    lists = ((Decimal(1), Decimal(5), Decimal(50)), (Decimal(90), Decimal(5), Decimal(50)))
    series = tuple(Series("A", tuple(map(point, values))) for values in lists)
    xml = filled(shell, ChartData(("a", "b", "c"), series)).xml
    found = [re.findall(r'<c:dLbl><c:idx val="(\d)"/><c:delete', one) for one in xml.split("<c:ser>")[1:]]
    assert [tuple(map(int, places)) for places in found] == bare
