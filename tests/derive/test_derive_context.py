"""What a template sees, through Jinja's own sandbox."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from derive_kit import HEAD, NIL, count, figures_of, number, pack_of, rate, record_of, unit_of
from jinja2 import StrictUndefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError

from baocao.derive.blank import Blank
from baocao.derive.figures import compute
from baocao.derive.text import Text
from baocao.model.record import DocumentRef, StyledDate, Value
from baocao.packs.catalogue import Indicator, Kind
from baocao.vietnamese.filters import FILTERS

NAME = Indicator("ten", "Tên mô hình", Kind.TEXT)
PLACE = Indicator("noi", "Nơi", Kind.TEXT)
PEOPLE = count("so", "Số người", unit="người")
LIST = Indicator("can_bo.lop", "Lớp bồi dưỡng", Kind.LIST, fields=(NAME, PEOPLE, PLACE))
SINGLE = Indicator("don_vi", "Đơn vị kiểm tra", Kind.LIST, fields=(NAME,))
TEXT = Indicator("the_che.noi_dung", "Nội dung", Kind.TEXT)
INDICATORS = (
    count("tthc.tiep_nhan", "Tiếp nhận"),
    count("tthc.cap_huyen.tiep_nhan", "Tiếp nhận cấp huyện"),
    count("tthc.cap_huyen.dung_han", "Đúng hạn"),
    rate("tthc.cap_huyen.ty_le", "tthc.cap_huyen.dung_han", "tthc.cap_huyen.tiep_nhan", "Tỷ lệ"),
    LIST,
    SINGLE,
    TEXT,
)
ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
ENVIRONMENT.filters.update(FILTERS)


def row(**cells):
    return {name: Value(text=cell) if isinstance(cell, str) else number(cell) for name, cell in cells.items()}


def rows(*given):
    return Value(records=given)


def said(template, values, previous=None, **more):
    context = figures_of(INDICATORS, values, previous, **more).context()
    return ENVIRONMENT.from_string(template).render(context)


def test_figures_stand_under_their_dotted_names():
    values = {"tthc.cap_huyen.tiep_nhan": 3252, "tthc.cap_huyen.dung_han": 3190}
    assert said("{{ tthc.cap_huyen.tiep_nhan }}, {{ tthc.cap_huyen.ty_le }}", values) == "3.252, 98,09%"


def test_a_row_compares_with_the_row_of_the_same_name_last_period():
    before = rows(row(ten="Kỹ  năng số", so=10), row(ten="Ngoại ngữ", so=4), row(ten="Ngoại ngữ", so=5))
    now = rows(row(ten="Kỹ năng số", so=14), row(ten="Ngoại ngữ", so=4), row(ten="Đạo đức công vụ", so=2))
    template = (
        "{% for m in can_bo.lop %}{{ m.ten }} {{ m.so }}"
        "{% if m.so.co_truoc %}: {{ m.so.huong }} {{ m.so.chenh_lech }} từ {{ m.so.truoc }}{% endif %}; "
        "{% endfor %}"
    )
    assert said(template, {"can_bo.lop": now}, {"can_bo.lop": before}) == (
        "Kỹ năng số 14: tăng 04 từ 10; Ngoại ngữ 04; Đạo đức công vụ 02; "
    )


def test_filters_take_figures():
    assert said("{{ tthc.tiep_nhan | bang_chu }}", {"tthc.tiep_nhan": 24}) == "hai mươi tư"


def test_conditions_on_figures_and_namespaces():
    template = "{% if tthc.cap_huyen %}huyện{% endif %}{% if tthc.tiep_nhan > 5 %} nhiều{% endif %}"
    assert said(template, {"tthc.cap_huyen.tiep_nhan": 0, "tthc.tiep_nhan": 6}) == "huyện nhiều"
    assert said(template, {"tthc.cap_huyen.tiep_nhan": NIL, "tthc.tiep_nhan": 5}) == ""
    assert said(template, {}) == ""


@pytest.mark.parametrize(
    ("values", "outer", "inner"),
    [
        ({}, "False", "False"),
        ({"tthc.tiep_nhan": NIL}, "True", "False"),
        ({"tthc.cap_huyen.dung_han": NIL}, "True", "True"),
        ({"tthc.cap_huyen.dung_han": 0}, "True", "True"),
    ],
)
def test_a_group_knows_whether_anything_in_it_was_typed(values, outer, inner):
    assert said("{{ tthc.co_noi_dung }} {{ tthc.cap_huyen.co_noi_dung }}", values) == f"{outer} {inner}"


def test_a_fallback_is_nothing_typed():
    indicators = (count("a.so"), count("b.so", fallback="a.so"))
    context = figures_of(indicators, {"a.so": 5}).context()
    assert (context["a"].co_noi_dung, context["b"].co_noi_dung) == (True, False)


@pytest.mark.parametrize(
    ("source", "stripped"),
    [
        ("Đủ người.", "Đủ người"),
        ("Đủ người . ; ", "Đủ người"),
        ("Đủ người", "Đủ người"),
        ("**Đủ người.**", "**Đủ người**"),
        ("Đủ *người*.", "Đủ *người*"),
        ("Đủ người.[^a]", "Đủ người[^a]"),
        ("Đủ **người[^a]:**;", "Đủ **người[^a]**"),
        ("Đủ người[^a].\n\n[^a]: Một.", "Đủ người[^a]\n\n[^a]: Một."),
        ("Ý một.\n\nÝ hai.", "Ý một.\n\nÝ hai"),
        ("", ""),
    ],
)
def test_without_its_last_stop_a_text_keeps_marks_and_notes(source, stripped):
    notes = {"a": "Chú thích."}
    bare = FILTERS["khong_cham"](Text(source, notes))
    assert (type(bare), bare.markdown) == (Text, stripped)
    assert bare.notes.keys() == {"a"}


def test_fallback_alone_does_not_make_a_group_have_data():
    indicators = (count("a.x", fallback="b"), count("b"))
    assert not figures_of(indicators, {"b": 5}).context()["a"]
    assert figures_of(indicators, {"a.x": 5}).context()["a"]


@pytest.mark.parametrize(
    "name", ["tthc.tiep_nhn", "tthc.tiep_nhan.gia_tr", "tthc.cap_huyn.x", "can_bo.lop[0].sso", "dv.tn"]
)
def test_unknown_names_are_undefined(name):
    values = {"tthc.tiep_nhan": 1, "can_bo.lop": rows(row(ten="A"))}
    with pytest.raises(UndefinedError):
        said("{{ " + name + " }}", values)


@pytest.mark.parametrize(
    "name", ["tthc._tree", "tthc.tiep_nhan._value", "can_bo.lop[0]._values", "dv.them._texts"]
)
def test_the_state_behind_is_closed_to_templates(name):
    values = {"tthc.tiep_nhan": 1, "can_bo.lop": rows(row(ten="A"))}
    with pytest.raises((UndefinedError, SecurityError)):
        said("{{ " + name + " }}", values)


def test_names_for_the_nearest_known_name():
    context = figures_of(INDICATORS, {"tthc.tiep_nhan": 1, "can_bo.lop": rows(row(ten="A"))}).context()
    assert context["tthc"].names() == ("tiep_nhan", "cap_huyen", "co_noi_dung")
    assert context["can_bo"].lop[0].names() == ("ten", "so", "noi")
    assert "chenh_lech" in context["tthc"].tiep_nhan.names()
    assert "tu_xung" in context["dv"].names()
    assert set(context) == {"tthc", "can_bo", "don_vi", "the_che", "dv", "ky", "vb"}


def test_rows_print_numbers_and_plain_texts():
    template = (
        "{% for m in can_bo.lop %}{{ m.ten }} {{ m.so }} người{% if not loop.last %}; {% endif %}{% endfor %}"
    )
    given = rows(row(ten="Trung cấp", so=29), row(ten="Sau đại học", so=1))
    assert said(template, {"can_bo.lop": given}) == "Trung cấp 29 người; Sau đại học 01 người"
    assert said("{{ can_bo.lop.so_luong }} {{ can_bo.lop | length }}", {"can_bo.lop": given}) == "02 2"


def test_blank_cell_knows_its_row():
    blank = figures_of(INDICATORS, {"can_bo.lop": rows(row(ten="A"), row(ten="B"))})["can_bo.lop"][1].so
    assert isinstance(blank, Blank)
    assert (blank.ma, blank.ten) == ("can_bo.lop[2].so", "Số người, dòng 2 của Lớp bồi dưỡng")


def test_blank_list_loops_over_nothing():
    template = "{% for m in can_bo.lop %}x{% else %}không{% endfor %}{{ can_bo.lop | length }}"
    assert said(template, {}) == said(template, {"can_bo.lop": NIL}) == "không0"
    assert figures_of(INDICATORS, {})["can_bo.lop"].so_luong.trong
    assert str(figures_of(INDICATORS, {"can_bo.lop": NIL})["can_bo.lop"].so_luong) == "không phát sinh"


def test_list_with_one_field_joins():
    given = rows(row(ten="Phòng Tư pháp"), row(ten="xã A & B"), row(ten="xã C"))
    assert said("{{ don_vi | noi }}", {"don_vi": given}) == "Phòng Tư pháp, xã A &amp; B và xã C"
    assert said("{% for d in don_vi %}{{ d }};{% endfor %}", {"don_vi": given}).startswith(
        "Phòng Tư pháp;xã A &amp; B;"
    )


def test_lists_sort_and_sum_by_attribute():
    given = rows(row(ten="b", so=29), row(ten="a", so=1))
    template = "{{ can_bo.lop | sort(attribute='so') | map(attribute='ten') | noi }}"
    assert said(template, {"can_bo.lop": given}) == "a và b"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Đã ban hành.", "Đã ban hành."),
        ("dòng một\ndòng hai\n", "dòng một dòng hai"),
        (r"sao \* và \[", "sao * và ["),
        ("5 * 3 - 2", "5 * 3 - 2"),
        ("{{ 7*7 }} <w:p> & {%", "{{ 7*7 }} <w:p> & {%"),
    ],
)
def test_plain_texts_behave_as_strings(source, words):
    text = figures_of(INDICATORS, {"the_che.noi_dung": Value(text=source)})["the_che.noi_dung"]
    assert (str(text), text.markdown, text.la_van_ban) == (words, source, True)
    assert text == words
    assert (len(text), words[:2] in text, text.co_dinh_dang) == (len(words), True, False)


def test_plain_text_is_escaped_and_never_template_code():
    value = {"the_che.noi_dung": Value(text="{{ 7*7 }} <w:p> &")}
    assert said("{{ the_che.noi_dung }}", value) == "{{ 7*7 }} &lt;w:p&gt; &amp;"


@pytest.mark.parametrize("source", ["có **đậm**", "một\n\nhai", "- gạch đầu dòng", "có ghi chú[^a]"])
def test_marked_texts_are_never_flattened(source):
    notes = {"a": "Ghi chú"}
    text = figures_of(INDICATORS, {"the_che.noi_dung": Value(text=source)}, notes=notes)["the_che.noi_dung"]
    assert isinstance(text, Text)
    assert (text.markdown, text.notes, bool(text)) == (source, notes, True)
    for template in ("{{ the_che.noi_dung }}", "{{ the_che.noi_dung | hoa }}"):
        with pytest.raises(ValueError, match="định dạng"):
            said(template, {"the_che.noi_dung": Value(text=source)})


def test_a_text_knows_the_notes_it_defines_itself():
    source = "Chữ[^a] và[^b].\n\n[^a]: Của đoạn.\n\n    Hai.\n\n[^a]: Lần sau."
    text = figures_of(INDICATORS, {"the_che.noi_dung": Value(text=source)}, notes={"a": "Chung", "b": "B"})[
        "the_che.noi_dung"
    ]
    assert text.notes == {"a": "Của đoạn.\n\nHai.", "b": "B"}


def test_texts_sort_by_the_vietnamese_alphabet():
    given = rows(row(ten="xã Đức Huệ"), row(ten="xã Dầu Tiếng"), row(ten="xã Ân Thi"), row(ten="xã An Phú"))
    template = "{{ don_vi | sort(attribute='ten') | noi }}"
    assert said(template, {"don_vi": given}) == "xã An Phú, xã Ân Thi, xã Dầu Tiếng và xã Đức Huệ"


def test_dir_gives_the_names_for_authors():
    values = {"tthc.tiep_nhan": 1, "can_bo.lop": rows(row(ten="A"))}
    context = figures_of(INDICATORS, values).context()
    lists = context["can_bo"].lop
    blank = context["tthc"].cap_huyen.tiep_nhan
    for owner in (
        context["tthc"],
        context["tthc"].tiep_nhan,
        lists,
        lists[0],
        lists[0].ten,
        blank,
        context["vb"],
    ):
        assert dir(owner) == sorted(owner.names())


def test_unit_period_and_head():
    template = "{{ dv.tu_xung }}|{{ dv.nguoi_ky.dong | join('/') }}|{{ ky.ten }} {{ ky.nam }}"
    template += " {{ ky.tu_ngay }}|{{ vb.so }} {{ vb.ngay }}"
    assert said(template, {}) == (
        "Huyện|TM. ỦY BAN NHÂN DÂN/CHỦ TỊCH|năm 2023 2023 15/12/2022|114 25 tháng 3 năm 2024"
    )


def test_head_of_a_draft_and_a_small_number():
    record = record_of({})
    blank = compute(
        replace(record, head=replace(HEAD, number=None, date=None)), pack_of(*INDICATORS)
    ).context()["vb"]
    assert (blank.so.trong, blank.ngay.trong, blank.nhap) == (True, True, False)
    figures = compute(replace(record, head=replace(HEAD, number=5)), pack_of(*INDICATORS))
    assert (figures.context()["vb"].so, figures.context()["vb"].nhap) == ("05", False)
    assert figures.context(draft=True)["vb"].nhap


def test_addressed_reports_begin_their_recipients_with_nhu_tren():
    unit = unit_of(addressees=("UBND Tỉnh",), extra={"cap_tren": "Tỉnh"})
    dv = compute(replace(record_of({}), unit=unit), pack_of(*INDICATORS)).context()["dv"]
    assert dv.noi_nhan == ("Như trên", "Các phòng, ban, ngành Huyện")
    assert (dv.them.cap_tren, dv.them.names()) == ("Tỉnh", ("cap_tren",))
    assert compute(record_of({}), pack_of(*INDICATORS)).context()["dv"].noi_nhan == (
        "Các phòng, ban, ngành Huyện",
    )


def test_as_of_date_is_blank_when_not_given():
    ky = figures_of(INDICATORS, {}).context()["ky"]
    assert (ky.chot_ngay.trong, ky.den_ngay.gia_tri) == (True, dt.date(2023, 12, 14))


def test_a_computed_figure_keeps_the_source_and_window_typed_for_it():
    typed = Value(source="Văn phòng", window=(StyledDate(dt.date(2023, 1, 1)), None))
    parts = {"tthc.cap_huyen.tiep_nhan": 3252, "tthc.cap_huyen.dung_han": 3190}
    figure = figures_of(INDICATORS, {**parts, "tthc.cap_huyen.ty_le": typed})["tthc.cap_huyen.ty_le"]
    assert (str(figure), figure.nguon, str(figure.tu_ngay)) == ("98,09%", "Văn phòng", "01/01/2023")


def test_a_document_is_cited_again_by_type_and_symbol_only():
    cited = DocumentRef("Kế hoạch", "34/KH-UBND", StyledDate(dt.date(2023, 2, 6)), subject="rà soát")
    plan = Indicator("tthc.ke_hoach", "Kế hoạch", Kind.DOCUMENT)
    context = figures_of((plan,), {"tthc.ke_hoach": Value(document=cited)}).context()
    template = "{{ tthc.ke_hoach }}; {{ tthc.ke_hoach | vien_dan }}"
    shown = ENVIRONMENT.from_string(template).render(context)
    assert shown == "Kế hoạch số 34/KH-UBND ngày 06/02/2023 về rà soát; Kế hoạch số 34/KH-UBND"


def test_what_changes_its_name_with_the_law_stands_with_the_unit():
    unit = unit_of(terms={"mot_cua": "Bộ phận Một cửa"}, extra={"cap_xa": "xã, **phường**"})
    dv = compute(replace(record_of({}), unit=unit), pack_of(*INDICATORS)).context()["dv"]
    assert dv.mot_cua == "Bộ phận Một cửa"
    assert (dv.cap_xa.markdown, dv.cap_xa.la_van_ban) == ("xã, **phường**", True)
    assert isinstance(dv.cac_cap_duoi, Blank)
    assert (dv.cac_cap_duoi.ma, dv.cac_cap_duoi.trong) == ("don_vi.them.cac_cap_duoi", True)
    assert {"mot_cua", "cap_xa", "cac_cap_duoi", "cung_cap", "tu_xung"} <= set(dv.names())
    assert not any(name.startswith("_") for name in dv.names())


def test_the_unit_has_no_other_names():
    with pytest.raises(UndefinedError):
        said("{{ dv.mot_cu }}", {})
    with pytest.raises((UndefinedError, SecurityError)):
        said("{{ dv._terms }}", {})
