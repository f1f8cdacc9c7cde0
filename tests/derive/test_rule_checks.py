"""The rules of the catalogue: the real table closes, one slip is one finding that names every place."""

# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from derive_kit import NIL, count, figures_of, number, pack_of, rate, record_of

from baocao.derive.figures import compute
from baocao.errors import Finding, Severity, Where
from baocao.model.record import DocumentRef, Hedge, Period, PeriodKind, StyledDate, Value
from baocao.packs.catalogue import Check, Indicator, Kind, When
from baocao.packs.finder import find_pack

PACK = find_pack("cchc-nam")

REAL = {
    "tthc.tiep_nhan": 59010,
    "tthc.tiep_nhan_moi": 57028,
    "tthc.ky_truoc": 1982,
    "tthc.da_giai_quyet": 57689,
    "tthc.dang_giai_quyet": 1321,
    "tthc.dung_han": 57502,
    "tthc.tre_han": 187,
    "tthc.dang_trong_han": 1246,
    "tthc.dang_qua_han": 75,
}
"""A real table that closes (spec nd30, 3.3)."""
LAST = {"tthc.dang_giai_quyet": 1982}
LINES = {id_: line for line, id_ in enumerate(REAL, 11)}


def findings(values: Mapping[str, object], before: Mapping[str, object] | None = None) -> tuple[Finding, ...]:
    placed = {id_: number(item, where=Where("so-lieu.yaml", LINES[id_])) for id_, item in values.items()}
    return compute(replace(record_of(placed, before), carries_on=True), PACK).findings


def test_the_real_table_closes() -> None:
    assert findings(REAL, LAST) == ()


@pytest.mark.parametrize("id_", REAL)
@pytest.mark.parametrize("by", [1, -1, 9, 900])
def test_any_slip_in_it_is_one_finding_that_names_every_other_place(id_: str, by: int) -> None:
    if REAL[id_] + by < 0:
        by = -by
    (found,) = findings({**REAL, id_: REAL[id_] + by}, LAST)
    assert found.code == "tong-lech"
    assert all(f"dòng {where.line})" in found.text for where in found.others)
    assert LINES[id_] in {found.where.line, *(where.line for where in found.others)}


BOUND_TWICE = ("tiep_nhan", "tiep_nhan_moi", "ky_truoc", "da_giai_quyet", "dang_giai_quyet")


@pytest.mark.parametrize("id_", [f"tthc.{name}" for name in BOUND_TWICE])
def test_the_number_that_explains_all_is_named(id_: str) -> None:
    (found,) = findings({**REAL, id_: REAL[id_] + 9}, LAST)
    right = f"{REAL[id_]:,}".replace(",", ".")
    label = PACK.catalogue[id_].label
    own = "chính số này" if id_ == "tthc.tiep_nhan" else f"«{label}» (dòng {LINES[id_]})"
    assert found.text.endswith(f"Có lẽ sai ở {own}: là {right} hồ sơ thì các số đều khớp.")


def test_what_else_fails_is_in_the_same_finding() -> None:
    (found,) = findings({**REAL, "tthc.da_giai_quyet": 57698}, LAST)
    assert found.text == (
        "«Hồ sơ tiếp nhận trong kỳ» ghi là 59.010 hồ sơ, nhỏ hơn tổng các phần là 09 hồ sơ: "
        "57.698 («Hồ sơ đã giải quyết trong kỳ», dòng 14) + 1.321 («Hồ sơ đang giải quyết», dòng 15) = "
        "59.019 hồ sơ. Cùng một chỗ sai này: 57.698 («Hồ sơ đã giải quyết trong kỳ», dòng 14) khác "
        "57.502 («Hồ sơ giải quyết trước hạn và đúng hạn», dòng 16) + 187 («Hồ sơ giải quyết trễ hạn», dòng 17). "
        "Có lẽ sai ở «Hồ sơ đã giải quyết trong kỳ» (dòng 14): là 57.689 hồ sơ thì các số đều khớp."
    )
    assert [where.line for where in found.others] == [14, 15, 16, 17]
    assert [place["line"] for place in found.as_data()["vi_tri_khac"]] == [14, 15, 16, 17]


def test_two_slips_are_two_findings() -> None:
    slips = {"tthc.tre_han": 190, "tthc.dang_qua_han": 70}
    assert [found.where.key for found in findings({**REAL, **slips}, LAST)] == [
        "tthc.da_giai_quyet",
        "tthc.dang_giai_quyet",
    ]


def test_cells_are_named_as_cells() -> None:
    cells = {
        id_: number(item, where=Where("bieu.xlsx", sheet="TTHC", cell=f"E{LINES[id_]}"))
        for id_, item in {**REAL, "tthc.tre_han": 188}.items()
    }
    (found,) = compute(record_of(cells), PACK).findings
    assert "57.502 («Hồ sơ giải quyết trước hạn và đúng hạn», ô TTHC!E16)" in found.text
    assert "188 («Hồ sơ giải quyết trễ hạn», ô TTHC!E17)" in found.text
    assert (found.where.cell, [where.cell for where in found.others]) == ("E14", ["E16", "E17"])
    assert found.remedy.startswith("Sửa ô «Hồ sơ đã giải quyết trong kỳ»")


def test_a_computed_number_tells_what_it_was_added_from() -> None:
    values = {"tthc.tiep_nhan": 59010, "tthc.ky_truoc": 1982, "tthc.tiep_nhan_truc_tuyen": 50000}
    placed = {
        id_: number(item, where=Where("s.yaml", line)) for line, (id_, item) in enumerate(values.items(), 5)
    }
    placed["tthc.tiep_nhan_truc_tiep"] = number(7000, where=Where("s.yaml", 20))
    (found,) = compute(record_of(placed), PACK).findings
    assert "57.000 («Hồ sơ tiếp nhận mới trong kỳ», tự cộng từ dòng 7, dòng 20)" in found.text


# ----- carried over


def test_carried_over_is_what_was_left_last_year() -> None:
    (found,) = findings({"tthc.tiep_nhan": 59010, "tthc.ky_truoc": 1928}, LAST)
    assert (found.code, found.where.line) == ("ky-truoc-lech", LINES["tthc.ky_truoc"])
    assert found.text == (
        "«Hồ sơ từ kỳ trước chuyển qua» là 1.928 hồ sơ, nhỏ hơn «Hồ sơ đang giải quyết» của năm 2022 là "
        "54 hồ sơ: kỳ trước ghi 1.982 hồ sơ. Có lẽ sai ở chính số này: là 1.982 hồ sơ thì các số đều khớp."
    )


def test_carried_over_names_the_place_of_last_year() -> None:
    last = {"tthc.dang_giai_quyet": number(1982, where=Where("2022.yaml", 40))}
    (found,) = findings({"tthc.tiep_nhan": 59010, "tthc.ky_truoc": 1928}, last)
    assert "kỳ trước ghi 1.982 hồ sơ (tệp 2022.yaml, dòng 40)." in found.text
    assert found.others == (Where("2022.yaml", 40),)


def test_carried_over_is_not_judged_without_a_period_that_ends_where_this_begins() -> None:
    values = {"tthc.tiep_nhan": 59010, "tthc.ky_truoc": 1928}
    assert compute(record_of(values, LAST), PACK).findings == ()
    assert findings(values) == ()
    assert findings(values, {"tthc.dang_giai_quyet": number(1900, hedge=Hedge.OVER)}) == ()
    assert findings({**values, "tthc.ky_truoc": 0}, {"tthc.dang_giai_quyet": NIL}) == ()


# ----- rows of lists

ROW = {
    "tong_nhan": 130, "truc_tuyen": 80, "truc_tiep": 40, "ky_truoc": 10,
    "da_giai_quyet": 120, "truoc_han": 90, "dung_han": 25, "qua_han": 5,
    "dang_giai_quyet": 10, "dang_trong_han": 8, "dang_qua_han": 2,
}  # fmt: skip
SUMS = ("tong_nhan", "da_giai_quyet", "dang_giai_quyet")


def of_rows(*rows: Mapping[str, int]) -> tuple[Finding, ...]:
    records = tuple(
        {
            field: number(item, where=Where("bieu.xlsx", sheet="II.06", cell=f"{chr(67 + column)}{line}"))
            for column, (field, item) in enumerate(row.items())
        }
        for line, row in enumerate(rows, 5)
    )
    return compute(record_of({"bieu_ii_06": Value(records=records)}), PACK).findings


def test_a_row_that_closes_is_silent_with_and_without_its_sums() -> None:
    parts = {field: item for field, item in ROW.items() if field not in SUMS}
    assert of_rows(ROW, parts) == ()


@pytest.mark.parametrize("field", ROW)
def test_a_slip_in_a_row_is_one_finding(field: str) -> None:
    (found,) = of_rows(ROW, {**ROW, field: ROW[field] + 100}, ROW)
    assert "(dòng 6 của «Biểu II.06 về giải quyết thủ tục hành chính»)" in found.where.label
    assert found.where.cell.endswith("6")
    if field in SUMS:
        assert f"là {ROW[field]:02} hồ sơ thì các số đều khớp." in found.text


def test_a_row_without_sums_must_close_too() -> None:
    parts = {field: item for field, item in ROW.items() if field not in SUMS}
    (found,) = of_rows(parts | {"ky_truoc": 15})
    assert (found.code, found.where.key) == ("tong-hai-cach", "bieu_ii_06[1].tong_nhan")
    assert "15 («Từ kỳ trước chuyển sang», ô II.06!E5)" not in found.text  # the first way is the computed one
    assert "135 hồ sơ (tự cộng từ ô II.06!C5, ô II.06!D5, ô II.06!E5)" in found.text
    assert (
        "120 («Đã giải quyết tổng số (cột 7)», tự cộng từ ô II.06!F5, ô II.06!G5, ô II.06!H5)" in found.text
    )


def test_a_rate_of_a_row_is_judged() -> None:
    rows = Indicator(
        "b", "Bảng", Kind.LIST, fields=(count("a", "Đạt"), count("n", "Tổng"), rate("r", "a", "n", "Tỷ lệ"))
    )
    value = Value(records=({"a": number(1), "n": number(4), "r": number("25")},) * 2)
    assert figures_of((rows,), {"b": value}).findings == ()
    wrong = Value(records=({"a": number(1), "n": number(4), "r": number("26")},))
    (found,) = figures_of((rows,), {"b": wrong}).findings
    assert (found.code, found.where.key) == ("ty-le-lech", "b[1].r")


# ----- own checks

OWN = Check("du", "Nam và nữ đủ số người", ("nam", "nu"), ("nguoi",), "=", Severity.WARNING)
MOST = Check("it", "", ("nam",), ("nguoi",), "<=", Severity.ERROR)
PEOPLE = (
    count("nam", "Nam", unit="người"),
    count("nu", "Nữ", unit="người"),
    count("nguoi", "Người", unit="người"),
)


def judged(check: Check, values: Mapping[str, object]) -> tuple[Finding, ...]:
    pack = pack_of(*PEOPLE)
    pack = replace(pack, catalogue=replace(pack.catalogue, checks=(check,)))
    return compute(record_of(values), pack).findings


def test_an_own_check_says_both_sides() -> None:
    (found,) = judged(OWN, {"nam": 40, "nu": 30, "nguoi": number(75, where=Where("so-lieu.yaml", 9))})
    assert (found.code, found.level) == ("kiem-tra-lech", Severity.WARNING)
    assert found.text == (
        "Không đúng «Nam và nữ đủ số người»: 40 («Nam») + 30 («Nữ») = 70 người, còn 75 («Người», dòng 9); "
        "lệch 05 người."
    )


def test_an_own_check_of_at_most() -> None:
    (found,) = judged(MOST, {"nam": 40, "nguoi": 35})
    assert (found.code, found.level) == ("kiem-tra-vuot", Severity.ERROR)
    assert found.text == "Không đúng ««Nam» ≤ «Người»»: 40 («Nam»), lớn hơn 35 («Người») là 05 người."


@pytest.mark.parametrize("left", [None, number(40, hedge=Hedge.OVER)])
def test_an_own_check_with_a_blank_or_hedged_term_is_not_judged(left: Value | None) -> None:
    assert judged(OWN, {"nam": left, "nu": 30, "nguoi": 75}) == ()


def test_nil_is_0_in_an_own_check() -> None:
    assert judged(OWN, {"nam": NIL, "nu": 75, "nguoi": 75}) == ()
    assert [found.code for found in judged(OWN, {"nam": NIL, "nu": 5, "nguoi": NIL})] == ["kiem-tra-lech"]


# ----- rounded money

MONEY = (
    Indicator("tong", "Tổng vốn", Kind.MONEY, unit="đồng", parts=(("a", "b"),)),
    Indicator("a", "Phần một", Kind.MONEY, unit="đồng"),
    Indicator("b", "Phần hai", Kind.MONEY, unit="đồng"),
    rate("r", "a", "tong", "Tỷ lệ"),
)
BILLION = 10**9


def test_money_typed_in_billions_is_rounded() -> None:
    rounded = number(83 * BILLION // 10, scale="tỷ")
    assert figures_of(MONEY, {"tong": rounded, "a": 4_150_000_000, "b": 4_123_000_000}).findings == ()
    (found,) = figures_of(MONEY, {"tong": rounded, "a": 4_150_000_000, "b": 4_023_000_000}).findings
    assert found.code == "tong-lech"
    whole = {"tong": number(24_500_000_000, scale="tỷ"), "a": number(22_100_000_000, scale="tỷ")}
    assert figures_of(MONEY, {**whole, "r": "90.35"}).findings == ()  # 90,20% of the rounded ones
    assert [one.code for one in figures_of(MONEY, {**whole, "r": "91.35"}).findings] == ["ty-le-lech"]


# ----- dates

PLAN = Indicator("ke_hoach", "Kế hoạch", Kind.DOCUMENT, when=When.REPORT)
OPENED = Indicator("ngay", "Ngày khai trương", Kind.DATE, when=When.PERIOD)
FREE = Indicator("han", "Hạn", Kind.DATE)
ROWS = Indicator("vb", "Văn bản", Kind.LIST, fields=(replace(PLAN, id="van_ban"),))


def on(year: int, month: int, day: int) -> StyledDate:
    return StyledDate(dt.date(year, month, day))


def dated(*given: tuple[Indicator, Value]) -> list[tuple[str, str]]:
    figures = figures_of(tuple(one for one, _ in given), {one.id: value for one, value in given})
    return [(found.code, found.where.key) for found in figures.findings]


def test_a_document_is_not_of_a_day_after_the_report() -> None:
    late = Value(document=DocumentRef("Kế hoạch", "1/KH-UBND", on(2024, 3, 26)))
    same = Value(document=DocumentRef("Kế hoạch", "1/KH-UBND", on(2024, 3, 25)))
    undated = Value(document=DocumentRef("Kế hoạch", "1/KH-UBND"))
    assert dated((PLAN, late)) == [("ngay-sau-bao-cao", "ke_hoach")]
    assert dated((PLAN, same)) == dated((PLAN, undated)) == []
    rows = Value(records=({"van_ban": same}, {"van_ban": late}))
    assert dated((ROWS, rows)) == [("ngay-sau-bao-cao", "vb[2].van_ban")]


def test_without_a_date_of_the_report_no_document_is_late() -> None:
    late = Value(document=DocumentRef("Kế hoạch", "", on(2034, 3, 26)))
    record = record_of({"ke_hoach": late})
    record = replace(record, head=replace(record.head, date=None))
    assert compute(record, pack_of(PLAN)).findings == ()


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (on(2022, 12, 14), ["ngay-ngoai-ky"]),
        (on(2022, 12, 15), []),
        (on(2023, 12, 31), []),
        (on(2024, 1, 1), ["ngay-ngoai-ky"]),
    ],
)
def test_a_date_of_the_period(day: StyledDate, codes: list[str]) -> None:
    assert [code for code, _ in dated((OPENED, Value(date=day)))] == codes
    assert dated((FREE, Value(date=day))) == []


def test_the_closing_day_lengthens_the_period() -> None:
    record = record_of({"ngay": Value(date=on(2024, 2, 1))})
    period = Period(
        PeriodKind.YEAR, 2023, 0, "năm 2023", "năm 2022", "năm 2024",
        dt.date(2022, 12, 15), dt.date(2023, 12, 14), dt.date(2024, 2, 15),
    )  # fmt: skip
    assert compute(replace(record, period=period), pack_of(OPENED)).findings == ()


@pytest.mark.parametrize(
    ("window", "codes"),
    [
        ((on(2022, 12, 15), on(2023, 12, 14)), []),
        ((on(2015, 1, 1), on(2023, 6, 30)), []),
        ((on(2020, 12, 15), on(2021, 12, 14)), ["khoang-ngoai-ky"]),
        ((None, on(2021, 12, 14)), ["khoang-ngoai-ky"]),
        ((on(2024, 2, 1), None), ["khoang-ngoai-ky"]),
        ((on(2022, 12, 15), on(2032, 12, 14)), ["ngay-sau-bao-cao"]),
        ((on(2033, 1, 1), on(2033, 2, 1)), ["ngay-sau-bao-cao"]),
    ],
)
def test_the_window_of_a_figure(
    window: tuple[StyledDate | None, StyledDate | None], codes: list[str]
) -> None:
    assert [code for code, _ in dated((count("a"), number(5, window=window)))] == codes


def test_dates_are_said_in_words() -> None:
    figures = figures_of((OPENED,), {"ngay": Value(date=on(2024, 7, 1))})
    assert figures.findings[0].text == "Ngày 01/7/2024 không nằm trong năm 2023 (15/12/2022 đến 31/12/2023)."
    window = number(5, window=(on(2020, 12, 15), on(2021, 12, 14)))
    text = figures_of((count("a"),), {"a": window}).findings[0].text
    assert text.startswith("Số liệu này lấy từ 15/12/2020 đến 14/12/2021, không chạm ngày nào của năm 2023 (")
