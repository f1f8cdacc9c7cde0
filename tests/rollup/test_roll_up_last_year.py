"""Last year's totals: only of the same units, and only where nothing else says what last year was."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rollup_kit import PACK, again, rolled, sent
from test_roll_up_properties import NAMES, UNIT, UNITS

from baocao.intake.reader import read
from baocao.packs.catalogue import Kind
from baocao.produce import produce
from baocao.rollup import as_data, last_year_of
from workplace_kit import Clerk

NAMED = ("tong-hop", "so-lieu/2024/xa")
OWN = ("--kem", "so-lieu/2024/rieng.yaml")
RESULT = "so-lieu/2024/tong-hop.yaml"


@pytest.fixture
def first_time(clerk: Clerk) -> Clerk:
    Path(RESULT).unlink()
    return clerk


def before_of(name: str = RESULT) -> dict[str, Any]:
    raw = read(name)
    tree = raw.main.children.get("nam_truoc")
    return {f"{group}.{id_}": leaf.text for group, below in (tree.children if tree else {}).items()
            for id_, leaf in below.children.items()}  # fmt: skip


def test_the_districts_result_holds_last_years_totals(first_time: Clerk) -> None:
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    before = before_of()
    assert before["tthc.truoc_han"] == "17.779"
    assert not {"tthc.linh_vuc", "tthc.tiep_nhan", "tthc.so_hoa_moi_tong"} & before.keys()
    figures = produce(RESULT).figures
    assert figures is not None
    assert str(figures["tthc.tiep_nhan"].truoc) == "27.600"
    assert str(figures["tthc.ty_le_giai_quyet"].truoc) == "99,36%"


def test_figures_that_are_not_of_the_same_units_are_left_out_by_name(first_time: Clerk) -> None:
    _, found = first_time.told(*NAMED, *OWN, "-o", RESULT)
    (left,) = [item for item in found if item["ma"] == "tong-hop-bo-nam-truoc"]
    assert "«Thư xin lỗi đã gửi»: xã Bình Ví, xã Cẩm Ví" in left["noi_dung"]
    assert "tthc.thu_xin_loi" not in before_of()


def test_a_unit_without_last_year_leaves_nothing_to_compare(first_time: Clerk) -> None:
    Path("so-lieu/2023/xa/xa-an-vi.yaml").unlink()
    _, found = first_time.told(*NAMED, *OWN, "-o", RESULT)
    texts = [item["noi_dung"] for item in found if item["ma"] == "tong-hop-bo-nam-truoc"]
    assert any("xã An Ví chỉ có số của một trong hai năm" in text for text in texts)
    assert before_of() == {}


def test_what_was_carried_over_is_checked_in_the_districts_report(first_time: Clerk) -> None:
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    file = Path(RESULT)
    assert not [item for item in produce(RESULT).findings if item.code == "ky-truoc-khong-khop"]
    text = file.read_text(encoding="utf-8")
    now = text.index("so_lieu:")
    file.write_text(text[:now] + text[now:].replace("ky_truoc: 176", "ky_truoc: 177"), encoding="utf-8")
    assert any("176" in item.text and "177" in item.text for item in produce(RESULT).findings)


def test_last_years_own_result_comes_first(first_time: Clerk) -> None:
    last = "so-lieu/2023/tong-hop.yaml"
    assert first_time.run("tong-hop", "so-lieu/2023/xa", "-o", last) == 0
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    assert before_of() == {}
    report = produce(RESULT)
    assert report.figures is not None
    assert str(report.figures["tthc.tiep_nhan"].truoc) == "27.600"


def test_what_kem_says_of_last_year_comes_first(first_time: Clerk) -> None:
    own = Path("so-lieu/2024/rieng.yaml")
    own.write_text("nam_truoc: {tthc: {tiep_nhan: 5}}\n" + own.read_text(encoding="utf-8"), encoding="utf-8")
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    assert before_of() == {"tthc.tiep_nhan": "5"}


def test_a_figure_of_its_own_is_not_compared_with_a_sum(first_time: Clerk) -> None:
    own = Path("so-lieu/2024/rieng.yaml")
    text = own.read_text(encoding="utf-8").replace("chi_dao:\n", "chi_dao:\n    so_van_ban: 30\n")
    own.write_text(text, encoding="utf-8")
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    assert "chi_dao.so_van_ban" not in before_of()
    assert "chi_dao.nhiem_vu" in before_of()


def test_no_unit_tells_that_it_found_its_own_last_year(first_time: Clerk) -> None:
    _, found = first_time.told(*NAMED, *OWN, "-o", RESULT)
    assert not [item for item in found if item["ma"] in ("nam-truoc-tu-tim", "cac-nam-tu-tim")]


def test_last_year_under_another_name_is_found_by_the_units_name(first_time: Clerk) -> None:
    folder = Path("so-lieu/2023/xa")
    (folder / "xa-an-vi.yaml").rename(folder / "gui lan 1.yaml")
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    assert before_of()["tthc.truoc_han"] == "17.779"


def test_a_unit_may_want_no_comparison(first_time: Clerk) -> None:
    file = Path("so-lieu/2024/xa/xa-an-vi.yaml")
    file.write_text("nam_truoc: không\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert first_time.run(*NAMED, *OWN, "-o", RESULT) == 0
    assert before_of() == {}


def test_two_files_of_one_unit_last_year_count_for_nothing() -> None:
    now = [sent("xã A", {"tthc.tiep_nhan": 5})]
    then = [sent("xã A", {"tthc.tiep_nhan": 4}, ky=2023, file=f"{name}.yaml") for name in "ab"]
    assert not last_year_of(rolled(now, earlier=then)).totals
    assert last_year_of(rolled(now, earlier=then[:1])).totals["tthc.tiep_nhan"].number == 4
    other = [sent("xã A", {"tthc.tiep_nhan": 4}, ky=2022)]
    assert not last_year_of(rolled(now, earlier=other)).totals


def test_a_part_of_nothing_counts_as_known() -> None:
    now = {"tthc.pakn_tiep_nhan": 3, "tthc.pakn_da_xu_ly": 2}
    none = {"tthc.pakn_tiep_nhan": "không phát sinh"}
    found = last_year_of(rolled([sent("xã A", now, nam_truoc=now), sent("xã B", now, nam_truoc=none)]))
    assert found.totals["tthc.pakn_da_xu_ly"].number == 2
    assert not found.findings


def test_what_is_left_over_is_of_the_units_that_carry_it_over() -> None:
    """A unit that has not said what it carries over would make the district's check cry wolf."""
    left = {"tthc.dang_giai_quyet": 5}
    units = [
        sent("xã A", {"tthc.ky_truoc": 5, "tthc.dang_giai_quyet": 1}, nam_truoc=left),
        sent("xã B", {"tthc.dang_giai_quyet": 1}, nam_truoc=left),
    ]
    found = last_year_of(rolled(units))
    assert "tthc.dang_giai_quyet" not in found.totals
    assert "xã B chỉ có số" in found.findings[0].text


YEARS = st.lists(st.tuples(UNIT, st.one_of(st.just({}), UNIT)), min_size=1, max_size=7)


def raws(units: list[tuple[dict[str, Any], dict[str, Any]]]) -> list[Any]:
    return [sent(name, now, nam_truoc=before) for name, (now, before) in zip(NAMES, units, strict=False)]


def said(result: Any) -> Any:
    return as_data(result, "don-vi.yaml", last_year_of(result).totals)


@settings(max_examples=50)
@given(YEARS, st.lists(st.integers(0, 2), min_size=7, max_size=7), st.randoms(use_true_random=False))
def test_neither_order_nor_grouping_shows(units: Any, parts: list[int], luck: random.Random) -> None:
    sents = raws(units)
    whole = rolled(sents, draft=True)
    groups = [[one for one, part in zip(sents, parts, strict=False) if part == number] for number in range(3)]
    above = rolled(
        [again(rolled(group, draft=True), file=f"{n}.yaml") for n, group in enumerate(groups) if group],
        draft=True,
    )
    luck.shuffle(sents)
    assert said(rolled(sents, draft=True)) == said(whole) == said(above)


@settings(max_examples=50)
@given(UNITS)
def test_the_same_two_years_give_the_same_two_totals(units: list[dict[str, Any]]) -> None:
    whole = rolled([sent(name, one, nam_truoc=one) for name, one in zip(NAMES, units, strict=False)])
    if not any(item.level.value == "loi" for item in whole.findings):
        figures = {id_ for id_ in whole.totals if PACK.catalogue[id_].kind is not Kind.LIST}
        assert dict(last_year_of(whole).totals).keys() <= figures
