"""The format's data: values chosen within the permitted ranges, the clauses named."""

from __future__ import annotations

import pickle
import unicodedata
from datetime import date

import pytest

from baocao.formats import Align, Force, Format, Length, Mm, Pt, load_format
from baocao.ooxml.metrics import text_width


@pytest.fixture(scope="module")
def fmt() -> Format:
    return load_format("nd30-2020")


def test_lengths_know_their_unit():
    assert Mm(20).twips == 1134
    assert Mm(12.7).twips == 720
    assert Pt(13).half_points == 26
    assert Length(360_000).mm == 10
    assert Pt(6).pt == 6


def test_unknown_format_is_refused():
    with pytest.raises(KeyError):
        load_format("../nd30-2020")


def test_format_is_read_once_and_survives_pickling(fmt):
    assert load_format("nd30-2020") is fmt
    assert pickle.loads(pickle.dumps(fmt)) == fmt


def test_it_names_the_decree_and_the_day_of_verification(fmt):
    assert fmt.decree == "30/2020/NĐ-CP"
    assert fmt.verified == date(2026, 11, 22)


def test_page_is_a4_with_165_mm_of_text(fmt):
    page = fmt.page
    assert (page.width.chosen.mm, page.height.chosen.mm) == (210, 297)
    assert [side.chosen.mm for side in (page.top, page.bottom, page.left, page.right)] == [20, 20, 30, 15]
    assert page.text_width.mm == 165


def test_every_chosen_value_lies_in_its_permitted_range(fmt):
    settings = [getattr(fmt.page, name) for name in type(fmt.page).__slots__]
    settings += [fmt.first_line, fmt.paragraph_gap, *(item.size for item in fmt.components.values())]
    assert [item for item in settings if not item.permits(item.chosen)] == []
    for share in (fmt.line_spacing, fmt.rules.short, fmt.rules.full):
        assert share.minimum <= share.chosen <= share.maximum


def test_permits_counts_the_ends_and_the_tolerance(fmt):
    left = fmt.page.left
    assert left.permits(Mm(30))
    assert left.permits(Mm(35))
    assert not left.permits(Mm(29.9))
    assert left.permits(Mm(29.9), tolerance=Mm(0.1))
    assert fmt.paragraph_gap.permits(Pt(600))


def test_every_value_names_its_clause(fmt):
    assert all(item.size.clause for item in fmt.components.values())
    assert all(item.clause for item in fmt.headings.values())


@pytest.mark.parametrize(
    ("style", "low", "high", "bold", "italic", "align"),
    [
        ("QuocHieu", 12, 13, True, False, Align.CENTER),
        ("TieuNgu", 13, 14, True, False, Align.CENTER),
        ("ChuQuan", 12, 13, False, False, Align.CENTER),
        ("CoQuan", 12, 13, True, False, Align.CENTER),
        ("SoKyHieu", 13, 13, False, False, Align.CENTER),
        ("DiaDanhNgay", 13, 14, False, True, Align.CENTER),
        ("TenLoai", 13, 14, True, False, Align.CENTER),
        ("TrichYeu", 13, 14, True, False, Align.CENTER),
        ("CanCu", 13, 14, False, True, Align.JUSTIFY),
        ("ThanBai", 13, 14, False, False, Align.JUSTIFY),
        ("QuyenHan", 13, 14, True, False, Align.CENTER),
        ("NguoiKy", 13, 14, True, False, Align.CENTER),
        ("KinhGui", 13, 14, False, False, Align.LEFT),
        ("NoiNhanTu", 12, 12, True, True, Align.LEFT),
        ("NoiNhanMuc", 11, 11, False, False, Align.LEFT),
        ("PhuLuc", 14, 14, True, False, Align.CENTER),
        ("Header", 13, 14, False, False, Align.CENTER),
    ],
)
def test_components_follow_the_decree(fmt, style, low, high, bold, italic, align):
    item = fmt.component(style)
    assert (item.size.minimum, item.size.maximum) == (Pt(low), Pt(high))
    assert (item.bold, item.italic, item.align) == (bold, italic, align)
    assert item.size.force is Force.MUST


def test_unknown_style_is_refused(fmt):
    with pytest.raises(KeyError):
        fmt.component("Heading9")


def test_body_components_share_indent_gap_and_spacing(fmt):
    for style in ("ThanBai", "GachDau", "GachCong", "CanCu"):
        item = fmt.component(style)
        assert (item.first_line.twips, item.before, item.line) == (720, Pt(6), fmt.line_spacing.chosen)


def test_quoc_hieu_fits_its_column_on_one_line(fmt):
    item = fmt.component("QuocHieu")
    assert text_width(item.text, item.size.chosen, bold=True) < fmt.header_columns[1]


def test_columns_fill_the_text_width(fmt):
    assert sum(fmt.header_columns) == sum(fmt.signature_columns) == fmt.page.text_width


def test_style_names_are_nfc_and_free_of_commas(fmt):
    names = [item.name for item in fmt.components.values()]
    assert all(unicodedata.is_normalized("NFC", name) and "," not in name for name in names)
    assert len({item.style for item in fmt.components.values()}) == len(fmt.components)


def test_heading_forms(fmt):
    assert set(fmt.headings) == {"Phần I", "Phần thứ nhất", "A.", "A-", "I.", "I-", "1.", "1/", "1.1.", "a)"}
    assert [form for form, look in fmt.headings.items() if not look.bold] == ["a)"]
    assert [form for form, look in fmt.headings.items() if look.own_line] == ["Phần I", "Phần thứ nhất"]
