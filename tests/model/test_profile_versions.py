"""A unit's name holds from when to when: the version of the report's date, and what is compared with it."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_kit import codes, judge, record_of

from baocao.intake.mapping import from_python
from baocao.intake.raw import RawValue
from baocao.model.faults import Faults
from baocao.model.form import Form
from baocao.model.profile import FILE_FORM, FORMER_FORM
from baocao.model.record import Unit
from baocao.model.versions import ONE_DAY, in_force, read_versions
from baocao.vietnamese.dates import short_date

UNIT = """don_vi:
  ten: Ủy ban nhân dân xã Minh Họa
  cap: xa
  dong_ten: [ỦY BAN NHÂN DÂN, XÃ MINH HỌA]
  dia_danh: Minh Họa
  ky_hieu: UBND
  tu_xung: xã
  luu: VT, VH-XH
  phong_cach: {so_le: 1, linh_le: lẻ}
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
"""
FORMER = """  truoc_day:
    - den_ngay: 30/6/2025
      ten: Ủy ban nhân dân thị trấn Hoa Mai
      dia_danh: Hoa Mai
      phong_cach: {so_le: 3}
      nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị C}
"""


def unit_on(day: str, more: str = FORMER) -> Unit:
    """The unit of a report dated so."""
    year = int(day[-4:])
    return record_of(f"{UNIT}{more}\nky: {{nam: {year}}}\nvan_ban: {{ngay: {day}}}\n").unit


def test_before_the_day_the_former_name_holds_with_what_differed_then() -> None:
    unit = unit_on("30/6/2025")
    assert (unit.name, unit.place, unit.signer.name) == (
        "Ủy ban nhân dân thị trấn Hoa Mai",
        "Hoa Mai",
        "Trần Thị C",
    )
    assert (unit.header_lines, unit.self_name) == (("ỦY BAN NHÂN DÂN", "THỊ TRẤN HOA MAI"), "thị trấn")
    assert (unit.archive, unit.style.decimals, unit.style.zero_word) == ("VT, VH-XH", 3, "lẻ")


def test_from_the_day_on_the_present_name_holds() -> None:
    unit = unit_on("01/7/2025")
    assert (unit.name, unit.place, unit.signer.name) == (
        "Ủy ban nhân dân xã Minh Họa",
        "Minh Họa",
        "Lê Văn B",
    )
    assert (unit.header_lines, unit.self_name, unit.style.decimals) == (
        ("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"),
        "xã",
        1,
    )


def test_a_former_version_may_keep_the_name_and_its_lines() -> None:
    former = "  truoc_day: {den_ngay: 30/6/2025, luu: VT}\n"
    unit = unit_on("05/3/2025", former)
    assert (unit.archive, unit.header_lines, unit.self_name) == (
        "VT",
        ("ỦY BAN NHÂN DÂN", "XÃ MINH HỌA"),
        "xã",
    )


def test_the_end_of_the_data_window_decides_where_no_date_stands_yet() -> None:
    for year, name in (("2024", "thị trấn Hoa Mai"), ("2025", "xã Minh Họa")):
        unit = record_of(f"{UNIT}{FORMER}\nky: {{nam: {year}}}\n").unit
        assert unit.name == f"Ủy ban nhân dân {name}"
    window = f"{UNIT}{FORMER}\nky: {{nam: 2025, den_ngay: 30/6/2025}}\n"
    assert record_of(window).unit.place == "Hoa Mai"


def test_several_former_versions_in_any_order() -> None:
    former = """  truoc_day:
    - {den_ngay: 30/6/2025, dia_danh: Hai}
    - {tu_ngay: 01/01/2000, den_ngay: 31/12/2010, dia_danh: Một}
"""
    days = {"01/01/2000": "Một", "31/12/2010": "Một", "01/01/2011": "Hai", "30/6/2025": "Hai"}
    assert {day: unit_on(day, former).place for day in days} == days
    assert unit_on("01/7/2025", former).place == "Minh Họa"


@pytest.mark.parametrize(
    ("more", "day", "known"),
    [
        ("  tu_ngay: 01/7/2025\n", "30/6/2025", "từ 01/7/2025"),
        ("  den_ngay: 30/6/2025\n", "01/7/2025", "đến hết 30/6/2025"),
        ("  tu_ngay: 01/7/2025\n  truoc_day: [{tu_ngay: 01/01/2004, den_ngay: 30/6/2025}]\n", "31/12/2003",
         "từ 01/01/2004 đến hết 30/6/2025; từ 01/7/2025"),
    ],
)  # fmt: skip
def test_a_day_of_which_the_profile_knows_no_name(more: str, day: str, known: str) -> None:
    record, found = judge(f"{UNIT}{more}\nky: {{nam: {day[-4:]}}}\nvan_ban: {{ngay: {day}}}\n")
    assert record is None
    (item,) = found
    assert item.code == "ten-ngoai-thoi-gian"
    assert day in item.text
    assert known in item.text


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("  truoc_day: [{ten: a}]\n", [("thieu-muc", "don_vi.truoc_day[1].den_ngay")]),
        ("  truoc_day: [{den_ngay: x}]\n", [("ngay-khong-doc-duoc", "don_vi.truoc_day[1].den_ngay")]),
        ("  truoc_day: [a]\n", [("phai-la-bang", "don_vi.truoc_day[1]")]),
        ("  truoc_day: a\n", [("phai-la-bang", "don_vi.truoc_day")]),
        ("  truoc_day: [{den_ngay: 30/6/2025, cap_tren: a}]\n", [("muc-la", "don_vi.truoc_day[1].cap_tren")]),
        (
            "  truoc_day: [{tu_ngay: 01/7/2024, den_ngay: 30/6/2024}]\n",
            [("khoang-ngay-nguoc", "don_vi.truoc_day[1].tu_ngay")],
        ),
        ("  tu_ngay: 01/7/2025\n  den_ngay: 30/6/2025\n", [("khoang-ngay-nguoc", "don_vi.tu_ngay")]),
        (
            "  truoc_day: [{den_ngay: 30/6/2025}, {den_ngay: 30/6/2025}]\n",
            [("giai-doan-chong", "don_vi.truoc_day[2].den_ngay")],
        ),
        (
            "  den_ngay: 01/01/2026\n  truoc_day: [{den_ngay: 30/6/2026}]\n",
            [("giai-doan-chong", "don_vi.den_ngay")],
        ),
        (
            "  truoc_day: [{den_ngay: 31/12/2010}, {tu_ngay: 01/02/2011, den_ngay: 30/6/2025}]\n",
            [("giai-doan-ho", "don_vi.truoc_day[2].tu_ngay")],
        ),
    ],
)
def test_versions_that_cannot_be(more: str, expected: list[tuple[str, str]]) -> None:
    _, found = judge(f"{UNIT}{more}\nky: {{nam: 2025}}\nvan_ban: {{ngay: 05/12/2025}}\n")
    assert [(item.code, item.where.key) for item in found] == expected


def test_a_gap_only_warns_and_a_day_in_it_has_no_name() -> None:
    more = "  tu_ngay: 01/7/2025\n  truoc_day: [{den_ngay: 31/12/2024}]\n"
    assert codes(judge(f"{UNIT}{more}\nky: {{nam: 2026}}\n")[1]) == ["giai-doan-ho"]
    inside = f"{UNIT}{more}\nky: {{nam: 2025}}\nvan_ban: {{ngay: 05/3/2025}}\n"
    assert sorted(codes(judge(inside)[1])) == ["giai-doan-ho", "ten-ngoai-thoi-gian"]


DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


@st.composite
def timelines(draw: st.DrawFn) -> tuple[list[dt.date], list[tuple[dt.date, dt.date]], RawValue]:
    """Ends of former versions, the days each version holds, and the profile, with some first days typed."""
    ends = sorted(draw(st.sets(DAYS, min_size=1, max_size=5)))
    starts = [dt.date.min, *(day + ONE_DAY for day in ends)]
    spans = list(zip(starts, [*ends, dt.date.max], strict=True))
    typed = [
        {"den_ngay": short_date(last), "dia_danh": str(number)}
        | ({"tu_ngay": short_date(first)} if number and draw(st.booleans()) else {})
        for number, (first, last) in enumerate(spans[:-1])
    ]
    now = {"tu_ngay": short_date(starts[-1])} if draw(st.booleans()) else {}
    profile = {**now, "truoc_day": draw(st.permutations(typed))}
    return ends, spans, from_python(profile).value


@given(timelines(), DAYS)
def test_exactly_the_version_whose_days_hold_the_day_is_chosen(
    timeline: tuple[list[dt.date], list[tuple[dt.date, dt.date]], RawValue], day: dt.date
) -> None:
    _, spans, profile = timeline
    faults = Faults()
    versions = read_versions(Form(profile, "", FILE_FORM, faults), FORMER_FORM)
    assert faults.items == []
    assert [(item.first, item.last) for item in versions] == spans
    assert all(before.last + ONE_DAY == after.first for before, after in pairwise(versions))
    chosen = in_force(versions, day)
    assert chosen is not None
    (number,) = [place for place, (first, last) in enumerate(spans) if first <= day <= last]
    former = chosen.form.raw.children.get("dia_danh")
    assert (former.text if former else None) == (str(number) if number < len(spans) - 1 else None)


SPANS = st.lists(st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))), max_size=5)


@given(SPANS, DAYS)
def test_a_day_has_a_version_only_when_one_holds_it_and_an_overlap_is_told(
    spans: list[tuple[dt.date, dt.date]], day: dt.date
) -> None:
    typed = [{"tu_ngay": short_date(first), "den_ngay": short_date(last)} for first, last in spans]
    profile = from_python({"tu_ngay": "01/01/2070", "truoc_day": typed}).value
    faults = Faults()
    versions = read_versions(Form(profile, "", FILE_FORM, faults), FORMER_FORM)
    chosen = in_force(versions, day)
    assert (chosen is not None) == any(first <= day <= last for first, last in spans)
    assert chosen is None or chosen.holds(day)
    in_order = sorted(spans, key=lambda span: span[1])
    overlap = any(after[0] <= before[1] for before, after in pairwise(in_order))
    assert ("giai-doan-chong" in codes(faults.items)) == overlap


BEFORE = "nam_truoc: {tthc: {tiep_nhan: 5}}\n"


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("{nam: 2024}", False),
        ("{nam: 2025}", True),
        ("{nam: 2026}", True),
        ("{nam: 2027}", False),
        ("{quy: 2, nam: 2025}", False),
        ("{quy: 3, nam: 2025}", True),
        ("{quy: 2, nam: 2026}", True),
        ("{quy: 4, nam: 2026}", False),
        ("{loai: 6_thang, so: 1, nam: 2025}", False),
        ("{nam: 2025, den_ngay: 30/6/2025}", False),
        ("{nam: 2021 - 2025}", True),
        ("{nam: 2026 - 2030}", True),
    ],
)
def test_a_comparison_across_the_first_of_july_2025(period: str, told: bool) -> None:
    _, found = judge(f"ky: {period}\n{BEFORE}")
    own_days = ["ky-khac-nghi-dinh"] if "den_ngay" in period else []
    assert codes(found) == (["so-sanh-qua-sap-xep"] if told else own_days)


def test_without_figures_of_the_year_before_nothing_is_compared() -> None:
    for nothing in ("", "nam_truoc:\n", "nam_truoc: {}\n"):
        assert codes(judge(f"ky: {{nam: 2025}}\n{nothing}")[1]) == []


@pytest.mark.parametrize(
    ("former", "expected"),
    [
        ("ten: Ủy ban nhân dân xã Cũ", ["so-sanh-khac-don-vi"]),
        ("cap: huyen", ["so-sanh-khac-don-vi"]),
        ("luu: VT", []),
    ],
)
def test_a_unit_that_was_another_one_in_the_year_before(former: str, expected: list[str]) -> None:
    _, found = judge(f"{UNIT}  truoc_day: [{{den_ngay: 31/12/2022, {former}}}]\nky: {{nam: 2023}}\n{BEFORE}")
    assert codes(found) == expected
    assert all(item.where.key == "nam_truoc" for item in found)


def test_across_the_reorganisation_the_units_own_change_is_told_alone() -> None:
    _, found = judge(f"{UNIT}{FORMER}\nky: {{nam: 2025}}\n{BEFORE}")
    assert codes(found) == ["so-sanh-khac-don-vi"]
    assert "Ủy ban nhân dân thị trấn Hoa Mai" in found[0].text


@pytest.mark.parametrize(
    ("day", "words"),
    [("30/6/2025", "Bộ phận Một cửa"), ("01/7/2025", "Trung tâm Phục vụ hành chính công")],
)
def test_the_wording_follows_the_date_of_the_report(day: str, words: str) -> None:
    assert unit_on(day, "").terms["mot_cua"] == words


def test_without_a_date_the_wording_follows_the_data_window() -> None:
    assert record_of("ky: {nam: 2025}").unit.terms["mot_cua"] == "Trung tâm Phục vụ hành chính công"
    assert record_of("ky: {nam: 2024}").unit.terms["mot_cua"] == "Bộ phận Một cửa"


@pytest.mark.parametrize(
    ("name", "level", "expected"),
    [
        ("huyện Tân Hồng", "huyen", "các xã, thị trấn"),
        ("thị xã Hồng Ngự", "huyen", "các xã, phường"),
        ("quận 1", "huyen", "các phường"),
        ("thành phố Sa Đéc", "huyen", "các xã, phường"),
        ("xã Bình An", "xa", None),
    ],
)
def test_units_below_by_the_kind_of_unit(name: str, level: str, expected: str | None) -> None:
    text = UNIT.replace("xã Minh Họa", name).replace("cap: xa", f"cap: {level}").replace("tu_xung: xã", "")
    assert record_of(f"{text}\nky: {{nam: 2023}}").unit.terms.get("cac_cap_duoi") == expected
