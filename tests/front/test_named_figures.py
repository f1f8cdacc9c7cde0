"""Figures that a report names itself: what may be added and divided, and what a tiny rate looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pack_chung import HEAD, SAMPLE, UNIT, body_of, made, told

from baocao.intake.reader import read, read_typed
from baocao.produce import produce


@pytest.mark.parametrize(
    ("figures", "body", "code", "line"),
    [
        ("so: {x: 12 hồ sơ, y: 5 người, t: x + y}\n", "{x} {y} {t}", "so-cong-khac-don-vi", 4),
        ("so: {x: 12 hồ sơ, y: 5 người, t: x / (x + y)}\n", "{x} {y} {t}", "so-cong-khac-don-vi", 4),
        ("so: {x: 3 hồ sơ, y: 5 triệu đồng, t: x / y}\n", "{x} {y} {t}", "so-chia-khac-don-vi", 4),
        (
            "so:\n  x: 3\n  y: 5.000.000\n  r: {cong_bo: '0,01%', tinh: x / y}\n",
            "{x} {y} {r}",
            "ty-le-lech",
            7,
        ),
        ("so:\n  x: trên 50\n  y: gần 20\n  r: x / y\n", "{x} {y} {r}", "ty-le-tinh-vuot-100", None),
        ("so:\n  x: 50 hộ\n  y: khoảng 20 hộ\n  r: x / y\n", "{x} {y} {r}", "ty-le-tinh-vuot-100", None),
        ("so:\n  x: 1e5\n", "{x}", "so-kieu-mu", 5),
        ("so:\n  x: trên 1,5E+3 hộ\n", "{x}", "so-kieu-mu", 5),
        ("so:\n  x:\n    gia_tri: 5 hộ\n    nam_truoc: 1e400\n", "{x}", "so-kieu-mu", 7),
        ("so:\n  x: 1.85O lượt học sinh\n", "{x}", "so-co-chu", 5),
        ("so:\n  x: {gia_tri: 5 hộ, nam_truoc: trên 1l50 hộ}\n", "{x}", "so-co-chu", 5),
        ("so:\n  x: 3\n  y: 0\n  a: x / y\n", "{x} {y} {a}", "so-chia-cho-khong", 7),
        ("so:\n  x: 3\n  a: x + b\n  b: x + a\n", "{x} {a} {b}", "so-phep-tinh-vong", 6),
        ("so:\n  x: 3\n  a: a + x\n", "{x} {a}", "so-phep-tinh-vong", 6),
    ],
)
def test_what_cannot_be_reckoned_is_told_with_its_line(
    figures: str, body: str, code: str, line: int | None
) -> None:
    assert told(made(body, figures)).count((code, line)) == 1


@pytest.mark.parametrize(
    ("figures", "body", "printed"),
    [
        (
            "so: {t: x + y, x: 12 hồ sơ trực tuyến, y: 5 hồ sơ}\n",
            "{t} {x} {y}",
            "17 hồ sơ 12 hồ sơ trực tuyến 05 hồ sơ",
        ),
        (
            "so: {x: 12 hồ sơ, y: 5 người, t: {tinh: x + y, don_vi_tinh: lượt}}\n",
            "{t} {x} {y}",
            "17 lượt 12 hồ sơ 05 người",
        ),
        (
            'so: {x: 12 xã, y: 15 đơn vị, t: {tinh: x / y, don_vi_tinh: "%"}}\n',
            "{t} {x} {y}",
            "80% 12 xã 15 đơn vị",
        ),
        ("so: {x: '12,5 ha', y: 13 ha, t: x + y}\n", "{t} {x} {y}", "25,5 ha 12,5 ha 13 ha"),
        (
            "so: {x: 3 triệu đồng, y: 5 triệu đồng, t: x + y, r: x / t}\n",
            "{t} {r} {x} {y}",
            "8.000.000 đồng 37,5% 3 triệu đồng 5 triệu đồng",
        ),
        ("so: {x: 3 hồ sơ, y: 5, t: x + y, r: x / y}\n", "{t} {r} {x} {y}", "08 hồ sơ 60% 03 hồ sơ 05"),
    ],
)
def test_figures_of_one_unit_are_added_and_divided(figures: str, body: str, printed: str) -> None:
    report = made(body, figures)
    assert body_of(report) == [printed]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "name", "printed"),
    [
        ("{tinh: x / y}", "r", "dưới 0,01%"),
        ("{tinh: x / y, so_le: 5}", "r", "0,00006%"),
        ("{cong_bo: 'dưới 0,01%', tinh: x / y}", "r", "dưới 0,01%"),
        ("{cong_bo: '0,0001%'}", "r", "dưới 0,01%"),
        ("{gia_tri: 5.000.003 hồ sơ, nam_truoc: 5.000.000 hồ sơ}", "r.ty_le_chenh_lech", "dưới 0,01%"),
        ("{tinh: z / y}", "r", "0,01%"),
    ],
)
def test_a_tiny_rate_is_not_printed_larger_than_it_is(typed: str, name: str, printed: str) -> None:
    figures = f"so:\n  x: 3 hồ sơ\n  y: 5.000.000 hồ sơ\n  z: 250 hồ sơ\n  r: {typed}\n"
    report = made(f"{{x}} {{y}} {{z}}: {{{name}}}.", figures)
    assert body_of(report) == [f"03 hồ sơ 5.000.000 hồ sơ 250 hồ sơ: {printed}."]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("1/3", "01/03"), ("trên 7/10", "trên 07/10"), ("{gia_tri: 11/12, nam_truoc: 2/9}", "11/12")],
)
def test_a_fraction_that_is_read_as_a_rank_is_told(typed: str, printed: str) -> None:
    report = made("Có {x}.", f"so:\n  x: {typed}\n")
    assert body_of(report) == [f"Có {printed}."]
    assert told(report) == [("so-doc-la-hang", 5)]
    said = dict(report.findings[0].facts)["in_ra"]
    assert not made("Có {x}.", f"so:\n  x: {said}\n").findings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("3/12", "03/12"), ("3/12 xã", "03/12 xã"), ("2/3 hồ sơ", "02/03 hồ sơ"), ("1/11", "01/11")],
)
def test_a_pair_of_many_or_with_a_unit_is_a_rank(typed: str, printed: str) -> None:
    report = made("Có {x}.", f"so:\n  x: {typed}\n")
    assert body_of(report) == [f"Có {printed}."]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "power", "full"),
    [
        ("-1e5", "-1e5", "-100.000"),
        ("+1E5 hộ", "+1E5", "100.000 hộ"),
        ("1.250,5e3", "1.250,5e3", "1.250.500"),
        ("1 250e3 đồng", "1 250e3", "1.250.000 đồng"),
        ("1.250e3", "1.250e3", "1.250"),
        ("−2,5E−1", "−2,5E−1", "-0,25"),
    ],
)
def test_a_power_of_ten_is_told_with_its_sign_and_grouping(typed: str, power: str, full: str) -> None:
    (found,) = (item for item in made("{x}", f"so:\n  x: {typed}\n").findings if item.code == "so-kieu-mu")
    assert found.text.startswith(f"«{power}» ")
    assert found.remedy == f"Gõ đủ các chữ số, ví dụ {full}."


@pytest.mark.parametrize(
    ("typed", "number", "letter", "digits"),
    [
        ("1.85O lượt học sinh", "1.85O", "O", "1.850"),
        ("gần 2.43o hộ", "2.43o", "o", "2.430"),
        ("1l50 hộ", "1l50", "l", "1150"),
        ("2OO hộ", "2OO", "O", "200"),
        ("1I2.O50 hộ", "1I2.O50", "I", "112.050"),
        ("24/2O xã", "24/2O", "O", "24/20"),
        ("3O%", "3O", "O", "30"),
    ],
)
def test_a_letter_that_stands_for_a_digit_is_told(typed: str, number: str, letter: str, digits: str) -> None:
    report = made("{x}", f"so:\n  x: {typed}\n")
    assert report.data is None
    (found,) = (item for item in report.findings if item.code == "so-co-chu")
    assert found.text == f"Trong con số «{number}» có chữ «{letter}», không phải chữ số."
    assert found.remedy == f"Gõ chữ số, ví dụ {digits}."


@pytest.mark.parametrize(
    ("typed", "printed"), [("5l", "05 l"), ("5 l", "05 l"), ("12 ổ dịch", "12 ổ dịch"), ("3 OCOP", "03 OCOP")]
)
def test_a_unit_that_looks_like_a_digit_is_a_unit(typed: str, printed: str) -> None:
    report = made("{x}", f"so:\n  x: {typed}\n")
    assert body_of(report) == [printed]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "comma", "thousands"),
    [
        ("1.85 lượt học sinh", "1,85", "1.850"),
        ("trên 1.8", "1,8", "1.800"),
        ("{gia_tri: 12 ha, nam_truoc: 10.5 ha}", "10,5", "10.500"),
    ],
)
def test_a_dot_before_fewer_than_three_digits_is_told(typed: str, comma: str, thousands: str) -> None:
    report = made("{x}", f"so:\n  x: {typed}\n")
    assert report.data is not None
    assert told(report) == [("so-dau-cham-le", 5)]
    assert report.findings[0].remedy == (
        f"Nếu là số lẻ thì gõ dấu phẩy: {comma}. Nếu là hàng nghìn thì gõ đủ ba chữ số sau dấu chấm, "
        f"ví dụ {thousands}."
    )


@pytest.mark.parametrize(
    "typed", ["1,85 lượt", "1.850 lượt", "1.85%", "8.3 tỷ đồng", "{gia_tri: 1.85, don_vi_tinh: '%'}"]
)
def test_a_dot_of_thousands_of_a_rate_or_of_money_is_not_told(typed: str) -> None:
    assert not made("{x}", f"so:\n  x: {typed}\n").findings


@pytest.mark.parametrize(
    ("typed", "unit", "before"),
    [
        ("{gia_tri: 04 vụ, nam_truoc: 07 người}", "vụ", "người"),
        ("{gia_tri: 04, don_vi_tinh: vụ, nam_truoc: 07 người}", "vụ", "người"),
        ("{gia_tri: 04 vụ, nam_truoc: 7 triệu đồng}", "vụ", "đồng"),
        ("{tinh: y + z, nam_truoc: 07 người}", "vụ", "người"),
        ("{tinh: y / z, nam_truoc: 07 người}", "%", "người"),
    ],
)
def test_units_of_both_periods_that_differ_are_told(typed: str, unit: str, before: str) -> None:
    report = made("{x} {y} {z}", f"so:\n  y: 3 vụ\n  z: 4 vụ\n  x: {typed}\n")
    (found,) = (item for item in report.findings if item.code == "so-khac-don-vi-ky-truoc")
    assert found.where.line == 7
    assert found.text == f"Số kỳ này tính theo đơn vị «{unit}», số kỳ trước lại tính theo «{before}»."
    assert report.data is None


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{gia_tri: 04, nam_truoc: 07 vụ}", "04 vụ, giảm 03 vụ."),
        ("{gia_tri: 04 vụ, nam_truoc: 07}", "04 vụ, giảm 03 vụ."),
        ("{gia_tri: 04 vụ, nam_truoc: 07 vụ cháy}", "04 vụ, giảm 03 vụ."),
        ("{gia_tri: 4 hồ sơ, don_vi_tinh: lượt, nam_truoc: 7 lượt}", "04 lượt, giảm 03 lượt."),
        ("{gia_tri: 4 triệu đồng, nam_truoc: '0,007 tỷ đồng'}", "4 triệu đồng, giảm 3 triệu đồng."),
    ],
)
def test_a_unit_of_one_period_is_that_of_both(typed: str, printed: str) -> None:
    report = made("{x}, giảm {x.chenh_lech}.", f"so:\n  x: {typed}\n")
    assert body_of(report) == [printed]
    assert not report.findings


def test_a_report_that_compares_with_no_other_file_takes_none(tmp_path: Path) -> None:
    for year in (2025, 2026):
        text = f"{HEAD.replace('2026', str(year))}don_vi: {UNIT}\nso:\n  x: 5 vụ\n---\nCó {{x}}."
        (tmp_path / f"{year}.md").write_text(text, encoding="utf-8")
    raw = read(tmp_path / "2026.md")
    assert raw.previous_found
    report = produce(raw)
    assert body_of(report) == ["Có 05 vụ."]
    assert not report.findings


def test_a_rank_that_the_house_prints_as_typed_is_not_told(tmp_path: Path) -> None:
    profile = tmp_path / "don-vi.yaml"
    style = "\nphong_cach: {hang_hai_chu_so: không}\n"
    profile.write_text(UNIT.read_text(encoding="utf-8") + style, encoding="utf-8")
    text = f"{HEAD}so:\n  x: 1/3\n---\nCó {{x}}."
    report = produce(read_typed(text, "bai.md", folder=SAMPLE, unit_path=profile))
    assert body_of(report) == ["Có 1/3."]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("trên 50 hồ sơ", "trên năm mươi"),
        ("50 hồ sơ", "năm mươi"),
        ("0,0001%", "dưới không phẩy không một"),
        ("không phát sinh", "không phát sinh"),
    ],
)
def test_a_figure_in_words_keeps_the_word_before_it(typed: str, printed: str) -> None:
    report = made("Có {x.bang_chu}.", f"so:\n  x: {typed}\n")
    assert body_of(report) == [f"Có {printed}."]
    assert not report.findings


@pytest.mark.parametrize(
    ("typed", "over", "codes"),
    [
        ("0,01%", 3, ["ty-le-lech"]),
        ("0,01%", 249, ["ty-le-lech"]),
        ("0,01%", 250, []),
        ("dưới 0,01%", 3, []),
        ("dưới 0,01%", 600, ["ty-le-lech"]),
        ("0,0001%", 3, []),
        ("0,0001%", 600, ["ty-le-lech"]),
        ("1%", 3, ["ty-le-lech"]),
    ],
)
def test_a_published_rate_is_not_larger_than_what_rounds_to_it(
    typed: str, over: int, codes: list[str]
) -> None:
    figures = f"so:\n  x: {over}\n  y: 5.000.000\n  r: {{cong_bo: '{typed}', tinh: x / y}}\n"
    report = made("{x} {y} {r}", figures)
    assert [code for code, _ in told(report)] == codes
    for item in report.findings:
        assert "là dưới 0,01%" in item.text or over == 600


def _table(columns: int) -> str:
    return "".join(f"{cell * columns}|\n" for cell in ("|a", "|-", "|b"))


def test_a_table_has_no_more_columns_than_word_takes() -> None:
    assert told(made(_table(64))) == [("bai-bang-nhieu-cot", 6)]


def test_a_column_narrower_than_a_digit_is_told_with_the_name_of_its_table() -> None:
    title = "@bang Kết quả **các thôn**\n"
    assert not made(title + _table(32)).findings  # 165 / 32 = 5,16 mm: 3 for margins, 2,12 for a digit
    assert told(made(title + _table(33))) == [("bai-bang-cot-hep", 6)]
    (found,) = made(title + _table(60)).findings
    assert found.text == ("Cột 1 đến 60 của bảng «Kết quả các thôn» hẹp quá, không đủ chỗ cho một chữ số.")
    narrow = f"| Thôn | Số hộ |\n|-|{'-' * 60}|\n| a | b |\n"
    (found,) = made(narrow).findings
    assert "Cột 1 của bảng «Thôn | Số hộ»" in found.text
    smaller = "@bang {tieu_de: Tên, co_chu: 9}\n"
    assert not made(smaller + _table(33)).findings


def test_a_narrow_column_whose_cells_are_joined_with_others_is_not_told() -> None:
    dashes = f"|-|{'-' * 60}|\n"
    assert not made(f"| Thôn | << |\n{dashes}| a | << |\n").findings


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("# A {#a}\n\n## B {#a}\n", 7),
        ("# A {#ab}\n\n## B {#AB}\n", 7),
        ("@bang {ten: ab}\n| a |\n|---|\n| b |\n\n# Mục {#ab}\n", 10),
        ("# Mục {#ab}\n\n@bang {ten: Ab}\n| a |\n|---|\n| b |\n", 7),
    ],
)
def test_two_things_with_one_name_are_told(body: str, line: int) -> None:
    assert told(made(body)).count(("ten-muc-trung", line)) == 1


@pytest.mark.parametrize("second", ["x0", "x{before}"])
def test_long_chains_of_sums_are_reckoned(second: str) -> None:
    many = 1500 if second == "x0" else 60
    sums = "".join(f"  x{at}: x{at - 1} + {second.format(before=at - 1)}\n" for at in range(1, many))
    report = made(f"Có {{x{many - 1}}}.", f"so:\n  x0: 0\n{sums}")
    assert body_of(report) == ["Có 0."]
    assert not report.findings


@pytest.mark.parametrize("body", ["xem [@abc]", "@bang {ten: abc}\n| a |\n|---|\n| b |\n\nxem [@abc|so]"])
def test_a_reference_of_a_text_that_leads_nowhere_is_told_in_words_of_the_text(body: str) -> None:
    (found,) = made(body).findings
    assert found.code == "tham-chieu-hut-chu"
    assert "{%" not in found.remedy
    assert "phải có cả tieu_de" in found.remedy
