"""Values of a record as typed: figures, texts, documents, dates, rows."""

# ruff: noqa: E501 - data files stand on one line each

from __future__ import annotations

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_kit import codes, judge, raw_of, record_of, small_pack

from baocao.errors import Severity
from baocao.intake.reader import read_mapping, read_typed
from baocao.model.record import DocumentRef, Hedge, StyledDate, Value
from baocao.model.validate import validate
from baocao.vietnamese.numbers import format_number


def value_of(typed: str, id_: str = "tthc.tre_han") -> Value:
    """The value of one indicator typed in YAML."""
    group, _, name = id_.rpartition(".")
    return record_of(f"so_lieu: {{tthc: {{tiep_nhan: 99.999.999}}, {id_}: {typed}}}").values[
        f"{group}.{name}"
    ]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("27.630", "27630"),
        ("27630", "27630"),
        ("'1 674'", "1674"),
        ("'1\u00a0674'", "1674"),
        ("07", "7"),
        ("0", "0"),
        ("1.234.567", "1234567"),
    ],
)
def test_counts_as_typed(typed: str, number: str) -> None:
    assert value_of(typed).number == Decimal(number)


@pytest.mark.parametrize(
    ("id_", "typed", "number"),
    [
        ("tthc.ty_le", '"98,74%"', "98.74"),
        ("tthc.ty_le", "'98,74'", "98.74"),
        ("tthc.ty_le", "80.41", "80.41"),
        ("tthc.tang_truong", "'115,5%'", "115.5"),
        ("chi_so.diem", "80.41 điểm", "80.41"),
        ("tai_chinh.tiet_kiem", "69.639.646 đồng", "69639646"),
        ("tai_chinh.tiet_kiem", '"8,3 tỷ đồng"', "8300000000"),
        ("tai_chinh.tiet_kiem", '"4,8 triệu đồng"', "4800000"),
        ("tai_chinh.tiet_kiem", "27.630", "27630"),
    ],
)
def test_other_figures_as_typed(id_: str, typed: str, number: str) -> None:
    assert value_of(typed, id_).number == Decimal(number)


def test_the_own_unit_may_stand_behind_a_figure() -> None:
    assert record_of("so_lieu: {tthc: {tiep_nhan: 27.630 hồ sơ}}").values["tthc.tiep_nhan"].number == 27630


def test_ranks_and_points_carry_their_total() -> None:
    rank = value_of("11/12", "chi_so.hang")
    assert (rank.number, rank.of) == (11, 12)
    points = value_of("'16,71/17,50'", "chi_so.diem")
    assert (points.number, points.of) == (Decimal("16.71"), Decimal("17.5"))
    assert value_of("80", "chi_so.diem").of == 100


def test_blank_zero_and_nil_are_three_things() -> None:
    record = record_of(
        "so_lieu: {tthc: {tiep_nhan: 5, truc_tuyen: , truc_tiep: 0, tre_han: không phát sinh}}"
    )
    assert "tthc.truc_tuyen" not in record.values
    assert (record.values["tthc.truc_tiep"].number, record.values["tthc.truc_tiep"].nil) == (0, False)
    assert (record.values["tthc.tre_han"].number, record.values["tthc.tre_han"].nil) == (None, True)


def test_long_form_and_hedges() -> None:
    value = value_of(
        "{cong_bo: 1.674, rao: trên, so_le: 0, nguon: Sở Nội vụ, tu_ngay: 15/12/2022, den_ngay: 5/3/2023}"
    )
    assert (value.number, value.hedge, value.decimals, value.source) == (1674, Hedge.OVER, 0, "Sở Nội vụ")
    assert value.window == (StyledDate(dt.date(2022, 12, 15)), StyledDate(dt.date(2023, 3, 5)))
    assert value_of("khoảng 85").hedge is Hedge.ABOUT


def test_a_computed_figure_may_be_given_a_style_only() -> None:
    record = record_of("so_lieu: {tthc: {tiep_nhan: 5, da_giai_quyet: 4, ty_le: {so_le: 0}}}")
    assert (record.values["tthc.ty_le"].number, record.values["tthc.ty_le"].decimals) == (None, 0)


def test_a_required_figure_may_be_computed_from_its_parts() -> None:
    assert "tthc.tiep_nhan" not in record_of("so_lieu: {tthc: {truc_tuyen: 1, truc_tiep: 2}}").values
    _, found = judge("so_lieu: {tthc: {truc_tuyen: 1, tiep_nhan: {so_le: 0}}}")
    assert codes(found) == ["thieu-bat-buoc"]
    _, found = judge("so_lieu: {tthc: {truc_tuyen: 1}}")
    assert codes(found) == ["thieu-bat-buoc"]


def test_a_draft_only_warns_of_what_is_missing() -> None:
    record, found = judge("so_lieu: {can_bo: {chi_tiet: [{so: 1}]}}", draft=True)
    assert record is not None
    assert [(item.code, item.level) for item in found] == [("thieu-bat-buoc", Severity.WARNING)] * 2


def test_documents_dates_periods_and_yes_no() -> None:
    record = record_of("""
so_lieu:
  tthc: {tiep_nhan: 1}
  chi_dao:
    ke_hoach: {loai: Kế hoạch, so: 34/KH-UBND, ngay: 05 tháng 3 năm 2024, co_quan: UBND huyện, trich_yeu: CCHC}
    ngay: 2024-03-05
    ky_truoc: {quy: III, nam: 2023}
    co_de_an: có
    van_ban:
      - {loai: Luật, trich_yeu: Cán bộ}
      - van_ban: {loai: Chỉ thị, so: 26/CT-TTg}
    mo_hinh: [Một cửa, "12 giờ"]
""").values
    assert record["chi_dao.ke_hoach"].document == DocumentRef(
        "Kế hoạch", "34/KH-UBND", StyledDate(dt.date(2024, 3, 5), True), "UBND huyện", "CCHC"
    )
    assert record["chi_dao.ngay"].date == StyledDate(dt.date(2024, 3, 5), False)
    assert record["chi_dao.ky_truoc"].period == "quý III năm 2023"
    assert record["chi_dao.co_de_an"].yes is True
    documents = [row["van_ban"].document for row in record["chi_dao.van_ban"].records]
    assert documents == [DocumentRef("Luật", subject="Cán bộ"), DocumentRef("Chỉ thị", "26/CT-TTg")]
    assert [row["ten"].text for row in record["chi_dao.mo_hinh"].records] == ["Một cửa", "12 giờ"]


def test_rows_know_their_line_and_label() -> None:
    record = record_of(
        "so_lieu:\n  tthc: {tiep_nhan: 1}\n  can_bo:\n    chi_tiet:\n      - {ten: a, so: 02}\n      - {ten: b}"
    )
    first, second = record.values["can_bo.chi_tiet"].records
    assert (first["so"].number, first["so"].where.line, first["so"].where.key) == (
        2,
        5,
        "can_bo.chi_tiet[1].so",
    )
    assert second["ten"].where.label == "Nội dung (dòng 2 của «Chi tiết tuyển dụng»)"
    assert "so" not in second


def test_texts_keep_their_lines_and_lose_the_last_break() -> None:
    record = record_of(
        "so_lieu:\n  tthc: {tiep_nhan: 1}\n  ton_tai:\n    noi_dung: |\n      Một\n\n      - hai\n"
    )
    assert record.values["ton_tai.noi_dung"].text == "Một\n\n- hai"


def test_dotted_names_are_the_same_as_nested_ones() -> None:
    assert record_of("so_lieu: {tthc.tiep_nhan: 5, tthc: {tre_han: 1}}").values["tthc.tiep_nhan"].number == 5
    _, found = judge("so_lieu:\n  tthc.tiep_nhan: 5\n  tthc: {tiep_nhan: 6}")
    assert [(item.code, item.where.line) for item in found] == [("khoa-trung", 3)]


def test_hostile_texts_stand_as_typed() -> None:
    hostile = "{{ 7*7 }} <w:p> & 😀 {% raw %} \\ “x”"
    record = record_of(f"so_lieu: {{tthc: {{tiep_nhan: 1}}, ton_tai: {{noi_dung: '{hostile}'}}}}")
    assert record.values["ton_tai.noi_dung"].text == hostile


def test_control_characters_are_refused_with_their_place() -> None:
    raw = read_mapping({"goi": "goi-thu", "so_lieu": {"ton_tai": {"noi_dung": "a\x00b\ud800"}}}, file="api")
    _, found = validate(raw, small_pack())
    item = next(item for item in found if item.code == "ky-tu-dieu-khien")
    assert (item.where.key, dict(item.facts)["ma"]) == ("so_lieu.ton_tai.noi_dung", "U+0000")


def test_last_years_figures_only_warn_of_unknown_names() -> None:
    record, found = judge("nam_truoc: {tthc: {tiep_nhan: 5, la: 1}}")
    assert record is not None
    assert record.previous["tthc.tiep_nhan"].number == 5
    assert [(item.code, item.level) for item in found] == [("khoa-la", Severity.WARNING)]


def test_notes_are_kept_and_may_be_defined_in_the_text() -> None:
    record, found = judge(
        "so_lieu:\n  tthc: {tiep_nhan: 1}\n  ton_tai:\n    noi_dung: |\n      a[^x] b[^y] \\[^z]\n\n      [^y]: riêng\n"
        "chu_thich: {x: chung}"
    )
    assert found == ()
    assert record is not None
    assert record.notes == {"x": "chung"}


def test_a_record_can_be_pickled() -> None:
    record = record_of()
    assert pickle.loads(pickle.dumps(record)) == record


def test_an_unreadable_file_says_only_why() -> None:
    record, found = validate(read_typed("a: [", "x.yaml"), small_pack())
    assert record is None
    assert codes(found) == ["yaml-ngoac-chua-dong"]


def test_a_json_file_says_the_same_as_yaml() -> None:
    data = """{"goi": "goi-thu", "ky": {"nam": 2023}, "so_lieu": {"tthc": {"tiep_nhan": 27630, "ty_le": 98.74}},
    "don_vi": {"ten": "Sở A", "cap": "xa", "dia_danh": "A", "ky_hieu": "SA", "nguoi_ky": {"chuc_vu": "Giám đốc", "ho_ten": "B"}}}"""
    record, found = validate(read_typed(data, "x.json"), small_pack())
    assert record is not None, codes(found)
    assert record.values["tthc.ty_le"].number == Decimal("98.74")


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**15), st.sampled_from(["plain", "dots", "spaces", "nbsp"]))
def test_a_count_reads_back_however_it_is_typed(number: int, style: str) -> None:
    dotted = format_number(Decimal(number))
    typed = {
        "plain": str(number),
        "dots": dotted,
        "spaces": dotted.replace(".", " "),
        "nbsp": dotted.replace(".", "\u00a0"),
    }
    assert value_of(f'"{typed[style]}"', "tai_chinh.tiet_kiem").number == number


@settings(max_examples=150, deadline=None)
@given(st.decimals(0, 100, places=2), st.sampled_from(["{}%", "{}", "{} %"]))
def test_a_rate_reads_back_however_it_is_typed(number: Decimal, form: str) -> None:
    assert value_of(f'"{form.format(format_number(number))}"', "tthc.ty_le").number == number


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.floats(), lambda below:
       st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(
           ["goi", "don_vi", "ky", "van_ban", "so_lieu", "tthc", "tiep_nhan", "can_bo", "chi_tiet", "ten", "nam", "chu_thich",
            "nguoi_ky", "ho_ten", "noi_nhan", "gia_tri", "chi_dao", "ke_hoach", "van_ban", "them", "phong_cach", "kinh_gui"]
       ), below, max_size=5), max_leaves=30))  # fmt: skip
def test_no_data_makes_validation_fail(data: object) -> None:
    raw = read_mapping(data if isinstance(data, dict) else {"so_lieu": data})
    record, found = validate(raw, small_pack())
    assert record is None or not any(item.level is Severity.ERROR for item in found)
    assert all(item.text and item.remedy for item in found)


def test_raw_findings_come_with_the_record() -> None:
    raw = raw_of("so_lieu: {tthc: {tiep_nhan: 1, tiep_nhan: 2}}")
    record, found = validate(raw, small_pack())
    assert (record, codes(found)) == (None, ["khoa-trung"])


def test_data_without_entries_says_so() -> None:
    for raw in (read_mapping({}, file="x"), read_typed("{}", "x"), read_typed("{}", "x.json")):
        assert codes(validate(raw, small_pack())[1]) == ["tep-rong"]


def test_faults_under_a_misspelt_name_are_found_in_the_same_run() -> None:
    _, found = judge("so_lieu:\n  tthcc:\n    tiep_nhn: 27,630\n    tre_han: -1")
    assert [(item.code, item.where.line, item.where.key) for item in found] == [
        ("khoa-la", 2, "tthcc"),
        ("khoa-la", 3, "tthc.tiep_nhn"),
        ("so-dau-phay", 3, "tthc.tiep_nhan"),
        ("so-am", 4, "tthc.tre_han"),
    ]


@pytest.mark.parametrize(
    ("typed", "scale"),
    [("36,2 triệu đồng", "triệu"), ("8,3 tỉ", "tỷ"), ("69.639.646 đồng", ""), ("27.630", "")],
)
def test_money_keeps_the_unit_it_was_typed_in(typed: str, scale: str) -> None:
    assert value_of(f'"{typed}"', "tai_chinh.tiet_kiem").scale == scale
