"""Charts that an author has put in with Word: filled with the data that their alternative text names."""

# ruff: noqa: E501 - literals of templates stay whole

from decimal import Decimal

import pytest

from baocao.check.opens import check_opens
from baocao.errors import BaocaoError
from baocao.ooxml.package import Skeleton, assemble
from baocao.render import render, to_bytes
from chart_kit import (
    COLUMNS,
    LABELS,
    C,
    cached,
    charts_of,
    drawing,
    labels_of,
    told,
    word_chart,
    word_file,
    word_series,
    workbook_of,
)
from small_docx import compiled, p, paragraphs, read_part, tbl, tc


class Year:
    """A year of a series, as `baocao.derive` makes it."""

    def __init__(self, year, so):
        self.nam, self.ky, self.so = year, f"năm {year}", so

    def names(self):
        return ("nam", "ky", "so")


class Years(tuple):
    """A series of years."""

    ten = "Hồ sơ"


def years(*values):
    made = (None if value is None else Decimal(str(value)) for value in values)
    return Years(Year(2020 + place, value) for place, value in enumerate(made))


CONTEXT = {
    "hs": {"cac_nam": years(980, 1250, None, 27630)},
    "xong": {"cac_nam": years(970, 1200, 1300, "27160.5")},
    "rong": {"cac_nam": years(None, None)},
    "ds": [{"ten": "Hộ tịch", "so": Decimal(12)}, {"ten": "Đất đai <A&B>", "so": Decimal("7.5")}],
    "dung": Decimal(90),
    "qua": Decimal(10),
    "am": Decimal(-10),
    "khong": Decimal(0),
    "tong": Decimal(101),
    "chu": "chữ",
}
CAPTION = '<w:r><w:t>Biểu đồ </w:t></w:r><w:fldSimple w:instr=" SEQ Biểu_đồ \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t>. Tên</w:t></w:r>'
PIE = word_chart(
    plot=f'<c:pieChart><c:varyColors val="1"/>{word_series(0, "accent1", LABELS).replace("<c:invertIfNegative val=" + chr(34) + "0" + chr(34) + "/>", "")}<c:firstSliceAng val="0"/></c:pieChart>',
    axes="",
)


def made(*layers, **context):
    data = to_bytes(render(compiled(*layers), CONTEXT | context))
    assert check_opens(data) == ()
    return data


def faults(*layers):
    with pytest.raises(BaocaoError) as caught:
        made(*layers)
    return [(item.code, dict(item.facts), item.where.paragraph) for item in caught.value.findings]


def remarks(body, *charts):
    return [item.code for item in render(compiled(word_file(body, *charts)), CONTEXT).findings]


def one(data):
    ((part, root),) = charts_of(data)
    return part, root


def test_a_series_of_years_fills_cache_and_workbook_and_keeps_the_look():
    data = made(word_file(p(drawing("bieu_do: hs.cac_nam; xong.cac_nam")), COLUMNS))
    part, root = one(data)
    names = ["2020", "2021", "2022", "2023"]
    assert cached(root) == (
        names,
        [("Hồ sơ", ["980", "1250", None, "27630"]), ("Hồ sơ", ["970", "1200", "1300", "27160.5"])],
    )
    assert workbook_of(data, part) == [
        [None, "Hồ sơ", "Hồ sơ"],
        ["2020", 980, 970],
        ["2021", 1250, 1200],
        ["2022", None, 1300],
        ["2023", 27630, 27160.5],
    ]
    xml = read_part(data, part)
    assert xml.count('schemeClr val="accent1"') == xml.count('schemeClr val="accent2"') == 1
    assert '<c:gapWidth val="219"/>' in xml
    assert "c14:style" in xml


def test_labels_are_words_where_the_machine_would_choose_the_separator():
    _, root = one(made(word_file(p(drawing("bieu_do: hs.cac_nam")), COLUMNS)))
    (series,) = root.iter(f"{C}ser")
    assert labels_of(series) == {1: "1.250", 3: "27.630"}
    (label, _) = series.iter(f"{C}dLbl")
    assert label.find(f"{C}dLblPos").get("val") == "outEnd"


def test_the_ticks_are_whole_and_grouped_by_dots():
    _, root = one(made(word_file(p(drawing("bieu_do: hs.cac_nam")), COLUMNS)))
    (axis,) = root.iter(f"{C}valAx")
    assert axis.find(f"{C}numFmt").attrib == {"formatCode": r"[>=1000]0\.000;0", "sourceLinked": "0"}
    assert axis.find(f"{C}majorUnit").get("val") == "10000"


def test_ticks_at_fractions_are_left_to_the_labels():
    text = "bieu_do:\nso_lieu: {A: mot, B: hai}"
    small = {"mot": Decimal("0.2"), "hai": Decimal("0.9")}
    for chart, code in ((COLUMNS, ";;;"), (word_chart(word_series(0, "accent1")), "General")):
        _, root = one(made(word_file(p(drawing(text)), chart), **small))
        assert root.find(f".//{C}valAx/{C}numFmt").get("formatCode") == code


def test_ticks_the_author_has_chosen_stay():
    own = COLUMNS.replace(
        '<c:numFmt formatCode="General" sourceLinked="1"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/>',
        '<c:numFmt formatCode="0.0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/>',
    ).replace('<c:crossBetween val="between"/>', '<c:crossBetween val="between"/><c:majorUnit val="7"/>')
    _, root = one(made(word_file(p(drawing("bieu_do: hs.cac_nam")), own)))
    (axis,) = root.iter(f"{C}valAx")
    assert axis.find(f"{C}numFmt").get("formatCode") == "0.0"
    assert [item.get("val") for item in axis.iter(f"{C}majorUnit")] == ["7"]


def test_the_alternative_text_tells_the_figures():
    text = 'bieu_do:\nso_lieu: {"Tiếp nhận": hs.cac_nam}\nmo_ta: "Trong {{ chu }}:"'
    assert told(made(word_file(p(drawing(text)), COLUMNS))) == [
        "Trong chữ: Tiếp nhận (2020: 980, 2021: 1.250, 2023: 27.630)"
    ]


def test_rows_of_a_list_are_categories():
    text = "bieu_do:\ndanh_sach: ds\nnhom: ten\nso_lieu: {Số: so}"
    _, root = one(made(word_file(p(drawing(text)), COLUMNS)))
    assert cached(root) == (["Hộ tịch", "Đất đai <A&B>"], [("Số", ["12", "7.5"])])


def test_single_figures_are_the_categories_of_one_series():
    _, root = one(
        made(word_file(p(drawing('bieu_do:\nso_lieu: {Đúng hạn: dung, "Quá hạn {{ chu }}": qua}')), COLUMNS))
    )
    assert cached(root) == (["Đúng hạn", "Quá hạn chữ"], [("Số liệu", ["90", "10"])])


def test_figures_one_by_one_under_named_categories():
    text = "bieu_do:\nnhom: [Kỳ trước, Kỳ này]\nso_lieu: {A: [qua, dung], B: [dung, qua]}"
    _, root = one(made(word_file(p(drawing(text)), COLUMNS)))
    assert cached(root) == (["Kỳ trước", "Kỳ này"], [("A", ["10", "90"]), ("B", ["90", "10"])])


def test_figures_are_told_in_millions():
    text = "bieu_do:\ntheo: triệu\nso_lieu: {Kinh phí: tien, Khác: qua}"
    _, root = one(made(word_file(p(drawing(text)), COLUMNS), tien=Decimal(8_350_000)))
    assert cached(root)[1] == [("Số liệu", ["8.350000", "0.000010"])]
    assert labels_of(next(root.iter(f"{C}ser"))) == {0: "8,35", 1: "0,00001"}


def test_more_series_than_the_template_has_look_like_the_last_but_are_told_apart():
    text = "bieu_do: hs.cac_nam; xong.cac_nam; hs.cac_nam"
    _, root = one(made(word_file(p(drawing(text)), word_chart(word_series(0, "accent1"), legend=False))))
    fills = [item.find(f"{C}spPr") for item in root.iter(f"{C}ser")]
    assert len({repr([(x.tag, x.attrib) for x in fill.iter()]) for fill in fills}) == 3
    assert root.find(f".//{C}legend") is not None


def test_a_pie_tells_values_and_shares():
    pie = PIE.replace('<c:showPercent val="0"/>', '<c:showPercent val="1"/>')
    _, root = one(made(word_file(p(drawing("bieu_do:\nso_lieu: {Đúng: dung, Quá: qua}")), pie)))
    assert labels_of(next(root.iter(f"{C}ser"))) == {0: "90 (90%)", 1: "10 (10%)"}


def test_a_chart_without_figures_goes_with_its_caption():
    body = p("trước") + p(drawing("bieu_do: rong.cac_nam")) + p(CAPTION) + p("sau")
    data = made(word_file(body, COLUMNS))
    assert paragraphs(data) == ["trước", "sau"]
    assert [name for name in Skeleton.read(data).names if "chart" in name or "embed" in name] == []
    assert remarks(body, COLUMNS) == ["bieu-do-trong"]


def test_a_pie_of_nothing_but_zeros_is_not_printed():
    body = p("trước") + p(drawing("bieu_do:\nso_lieu: {Đúng: khong, Quá: khong}")) + p("sau")
    assert remarks(body, PIE) == ["bieu-do-tron-khong"]
    assert paragraphs(made(word_file(body, PIE))) == ["trước", "sau"]


def test_a_chart_without_figures_leaves_its_cell_whole():
    assert paragraphs(made(word_file(tbl([tc(p(drawing("bieu_do: rong.cac_nam"))), "b"]), COLUMNS))) == [
        "",
        "b",
    ]


def test_words_beside_a_chart_stay():
    body = p("chữ ", drawing("bieu_do: rong.cac_nam"))
    assert paragraphs(made(word_file(body, COLUMNS))) == ["chữ "]


def test_each_turn_of_a_loop_has_a_chart_of_its_own():
    body = p("{%p for x in ds %}") + p(drawing("bieu_do:\nso_lieu: {A: x.so}")) + p("{%p endfor %}")
    data = made(word_file(body, COLUMNS))
    assert [cached(root)[1] for _, root in charts_of(data)] == [[("Số liệu", ["12"])], [("Số liệu", ["7.5"])]]
    names = Skeleton.read(data).names
    assert sorted(name for name in names if name.startswith(("word/charts/", "word/embeddings/"))) == [
        "word/charts/_rels/bieuDo1.xml.rels",
        "word/charts/_rels/bieuDo2.xml.rels",
        "word/charts/bieuDo1.xml",
        "word/charts/bieuDo2.xml",
        "word/embeddings/bieuDo1.xlsx",
        "word/embeddings/bieuDo2.xlsx",
    ]


def test_a_chart_of_a_block_is_filled_in_the_base():
    base = word_file(
        p("{%p block a %}") + p("gốc") + p("{%p endblock %}") + p(drawing("bieu_do: hs.cac_nam")), COLUMNS
    )
    layer = word_file(
        p('{%p extends "goi" %}')
        + p("{%p block a %}")
        + p(drawing("bieu_do: xong.cac_nam"))
        + p("{%p endblock %}"),
        word_chart(word_series(0, "accent5")),
    )
    (_, first), (_, second) = charts_of(made(layer, base))
    assert cached(first)[1] == [("Hồ sơ", ["970", "1200", "1300", "27160.5"])]
    assert cached(second)[1] == [("Hồ sơ", ["980", "1250", None, "27630"])]
    assert first.find(".//*[@val='accent5']") is not None


def test_a_chart_that_asks_for_nothing_comes_along_as_it_is():
    base = word_file(
        p("{%p block a %}") + p("gốc") + p("{%p endblock %}") + p(drawing("Của mẫu gốc")), COLUMNS
    )
    layer = word_file(
        p('{%p extends "goi" %}') + p("{%p block a %}") + p(drawing("Đứng yên")) + p("{%p endblock %}"),
        word_chart(word_series(0, "accent6")),
    )
    data = made(layer, base)
    relations = read_part(data, "word/_rels/document.xml.rels")
    assert 'Target="charts/chart1_1.xml"' in relations
    assert read_part(data, "word/charts/chart1_1.xml") == word_chart(word_series(0, "accent6"))
    assert 'Target="/word/embeddings/Microsoft_Excel_Sheet1_1.xlsx"' in read_part(
        data, "word/charts/_rels/chart1_1.xml.rels"
    )
    types = read_part(data, "[Content_Types].xml")
    assert 'PartName="/word/charts/chart1_1.xml"' in types
    assert told(data) == ["Đứng yên", "Của mẫu gốc"]


def test_the_same_report_has_the_same_bytes():
    template = compiled(word_file(p(drawing("bieu_do: hs.cac_nam")), COLUMNS))
    assert to_bytes(render(template, CONTEXT)) == to_bytes(render(template, CONTEXT))


def test_data_cannot_become_code_or_xml():
    evil = '{{ 7*7 }}"/><x>]]>\ufdd4g0\ufdd5=cmd()'
    text = "bieu_do:\ndanh_sach: ds\nnhom: ten\nso_lieu: {Số: so}"
    data = made(word_file(p(drawing(text)), COLUMNS), ds=[{"ten": evil, "so": Decimal(5)}])
    part, root = one(data)
    assert cached(root)[0][0] == evil.replace("\ufdd4", "\ufffd").replace("\ufdd5", "\ufffd")
    assert workbook_of(data, part)[1][0] == cached(root)[0][0]


FAULTS = {
    "bieu-do-sai-cho": (p(drawing("bieu_do: hs.cac_nam", "rId99")), {}),
    "bieu-do-khong-so": (p(drawing("bieu_do:\nso_lieu: {Tên: chu}")), {"ten": "Tên", "gia_tri": "chữ"}),
    "bieu-do-lan-lon": (p(drawing("bieu_do:\nso_lieu: {A: hs.cac_nam, B: dung}")), {}),
    "bieu-do-lech": (
        p(drawing("bieu_do:\nnhom: [Một, Hai, Ba]\nso_lieu: {A: [dung, qua]}")),
        {"ten": "A", "so": "2", "nhom": "3"},
    ),
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_is_told_at_its_place(code):
    body, facts = FAULTS[code]
    assert faults(word_file(p("đầu") + body, COLUMNS)) == [(code, facts, "đoạn 2")]


PIES = {
    "bieu-do-tron-nhieu-day": ("bieu_do: hs.cac_nam; xong.cac_nam", {"so": "2"}),
    "bieu-do-tron-am": ("bieu_do:\nso_lieu: {A: dung, B: am}", {}),
    "bieu-do-tron-lech": ("bieu_do:\nso_lieu: {A: dung, B: qua}\ntong: tong", {"cong": "100", "tong": "101"}),
}


@pytest.mark.parametrize("code", PIES)
def test_a_pie_is_a_whole_of_parts(code):
    text, facts = PIES[code]
    assert faults(word_file(p(drawing(text)), PIE)) == [(code, facts, "đoạn 1")]


def test_charts_of_points_are_refused():
    scatter = COLUMNS.replace("barChart", "scatterChart")
    assert faults(word_file(p(drawing("bieu_do: hs.cac_nam")), scatter)) == [
        ("bieu-do-loai-la", {"loai": "biểu đồ phân tán (XY)"}, "đoạn 1")
    ]


def test_too_many_slices_are_told():
    assert remarks(p(drawing("bieu_do:\ndanh_sach: ds * 8\nnhom: ten\nso_lieu: {Số: so}")), PIE) == [
        "bieu-do-nhieu-nhom"
    ]


def test_a_slip_in_the_alternative_text_is_told_at_the_chart():
    ((code, facts, place),) = faults(
        word_file(p(drawing("bieu_do:\nso_lieu: {A: hs.cac_nam}\nmauu: mau")), COLUMNS)
    )
    assert (code, facts["muc"], facts["goi_y"], place) == (
        "goi-muc-la",
        "mauu",
        " Có phải «mau» không?",
        "đoạn 1",
    )


def test_an_unknown_name_is_told():
    ((code, facts, _),) = faults(word_file(p(drawing("bieu_do: hss.cac_nam")), COLUMNS))
    assert (code, facts["ten"]) == ("ten-khong-biet", "hss")


def test_a_missing_workbook_is_told():
    data = made(word_file(p(drawing("bieu_do: hs.cac_nam")), COLUMNS))
    package = Skeleton.read(data)
    rels = "word/charts/_rels/bieuDo1.xml.rels"
    broken = assemble(package, {rels: package.data(rels).replace(b"bieuDo1.xlsx", b"khac.xlsx")})
    assert [(item.code, dict(item.facts)) for item in check_opens(broken)] == [
        ("bieu-do-thieu-phan", {"phan": "word/embeddings/khac.xlsx"})
    ]
