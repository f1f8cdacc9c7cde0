"""A value as typed and the cells of a form that say the same."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.authoring.forms.cells import cells_of, raw_of, same
from baocao.authoring.forms.filling import fill
from baocao.authoring.forms.period_words import period_entries
from baocao.errors import Where
from baocao.forms.conventions import DOCUMENT_PARTS, OPTIONS, Role
from baocao.forms.headings import sheet_name
from baocao.forms.layout import layout
from baocao.forms.paths import path_of, path_text
from baocao.model.faults import Faults
from baocao.model.values import read_value
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.finder import find_pack
from baocao.source.files import read_text
from baocao.source.raw import RawValue

COLUMNS = (Role.VALUE, Role.TOTAL, Role.SCALE, *OPTIONS)
PACK = find_pack("cchc-nam")


def tree(text: str) -> RawValue:
    """The value after "a:" of a data file."""
    return read_text(f"a: {text}\n", "x.yaml", json=False).value.children["a"]


@pytest.mark.parametrize(
    ("kind", "typed", "cells"),
    [
        (Kind.COUNT, "27.630", {"gia_tri": Decimal(27630)}),
        (Kind.COUNT, "07", {"gia_tri": Decimal(7)}),
        (Kind.COUNT, "trên 1.674", {"gia_tri": Decimal(1674), "rao": "trên"}),
        (Kind.COUNT, "không phát sinh", {"gia_tri": "không phát sinh"}),
        (Kind.COUNT, "{gia_tri: 5, tu_ngay: 15/12/2022}", {"gia_tri": Decimal(5), "tu_ngay": "15/12/2022"}),
        (Kind.RATE, "98,74%", {"gia_tri": Decimal("98.74")}),
        (Kind.RATE, '"99,10%"', {"gia_tri": Decimal("99.1"), "so_le": Decimal(2)}),
        (Kind.RATE, "0,5%", {"gia_tri": "0,5%"}),
        (Kind.RATE, '{cong_bo: "99,15%"}', {"cong_bo": Decimal("99.15")}),
        (Kind.RANK, "01/12", {"gia_tri": Decimal(1), "tong": Decimal(12)}),
        (Kind.POINTS, "16,71/17,50", {"gia_tri": Decimal("16.71"), "tong": Decimal("17.5")}),
        (Kind.MONEY, "69.639.646 đồng", {"gia_tri": Decimal(69639646)}),
        (Kind.MONEY, "4,8 triệu đồng", {"gia_tri": Decimal("4.8"), "don_vi_tien": "triệu đồng"}),
        (Kind.DATE, "05 tháng 3 năm 2024", {"gia_tri": "05 tháng 3 năm 2024"}),
        (Kind.PERIOD, "{quy: 3, nam: 2025}", {"gia_tri": "quý III năm 2025"}),
        (Kind.YESNO, "true", {"gia_tri": "có"}),
        (Kind.TEXT, '"=1+1"', {"gia_tri": "=1+1"}),
    ],
)
def test_what_is_written_for_what_is_typed(kind: Kind, typed: str, cells: dict[str, object]) -> None:
    assert cells_of(tree(typed), Indicator("a.b", "Số", kind), COLUMNS) == cells


def test_a_rate_computed_and_printed_with_own_decimals_keeps_them_alone() -> None:
    rate = Indicator("a.b", "Số", Kind.RATE, numerator="a.c", denominator="a.d")
    assert cells_of(tree("{so_le: 0}"), rate, COLUMNS) == {"so_le": Decimal(0)}


def test_a_document_takes_five_cells_and_nothing_else() -> None:
    one = Indicator("a.b", "Văn bản", Kind.DOCUMENT)
    assert cells_of(tree("{loai: Công văn, ngay: 05/3/2024}"), one, DOCUMENT_PARTS) == {
        "loai": "Công văn",
        "ngay": "05/3/2024",
    }
    assert cells_of(tree("{gia_tri: {loai: Công văn}, nguon: Sở Nội vụ}"), one, DOCUMENT_PARTS) is None


@given(
    kind=st.sampled_from([Kind.COUNT, Kind.RATE, Kind.POINTS, Kind.RANK, Kind.MONEY]),
    typed=st.one_of(
        st.integers(0, 10**9).map(str),
        st.decimals(0, 100, places=3).map(lambda number: f"{number:f}".replace(".", ",")),
        st.tuples(st.integers(1, 40), st.integers(40, 60)).map(lambda pair: f"{pair[0]}/{pair[1]}"),
        st.sampled_from(["hơn 210", "185 triệu đồng", "8,3 tỷ đồng", "không phát sinh", "12,50%", "abc"]),
    ),
    more=st.dictionaries(st.sampled_from(["so_le", "nguon", "tu_ngay", "rao"]), st.just("2"), max_size=2),
)
def test_cells_read_as_the_value_they_were_made_of(kind: Kind, typed: str, more: dict[str, str]) -> None:
    one = Indicator("a.b", "Số", kind)
    long = ", ".join(f"{name}: {text}" for name, text in more.items())
    raw = tree(f'{{gia_tri: "{typed}", {long}}}' if more else f'"{typed}"')
    cells = cells_of(raw, one, COLUMNS)
    assert cells is not None
    back = raw_of(cells, COLUMNS)
    assert same(read_value(raw, one, Where(), Faults()), read_value(back, one, Where(), Faults()))


def test_what_has_no_cell_stands_leaf_by_leaf_in_the_other_entries() -> None:
    main = read_text(
        "la: {a b: 1}\n"
        "so_lieu: {tthc: {linh_vuc: [{ten: Hộ tịch, tiep_nhan: {gia_tri: 5, nguon: Sổ}}]}}\n"
        "chu_thich: {mo_hinh: Nội dung}\n",
        "x.yaml",
        json=False,
    ).value
    filling = fill(main, layout(PACK))
    assert filling.rows == {"tthc.linh_vuc": [{"ten": "Hộ tịch", "tiep_nhan": Decimal(5)}]}
    assert filling.notes == [("mo_hinh", "Nội dung")]
    assert filling.others == [
        ('la."a b"', "1"),
        ('so_lieu.tthc.linh_vuc[1 "Hộ tịch"].tiep_nhan.nguon', "Sổ"),
    ]


def test_a_list_without_anything_is_said_in_its_first_cell() -> None:
    text = "so_lieu: {mo_hinh: {khac: không phát sinh, tieu_bieu: [{ten: không phát sinh}]}}\n"
    filling = fill(read_text(text, "x.yaml", json=False).value, layout(PACK))
    assert filling.rows == {"mo_hinh.khac": [{"ten": "không phát sinh"}]}
    assert filling.others == [("so_lieu.mo_hinh.tieu_bieu[1].ten", "không phát sinh")]


def test_every_indicator_has_one_place_and_every_name_is_its_own() -> None:
    form = layout(PACK)
    listed = [table.indicator.id for sheet in form.sheets for table in sheet.tables]
    rowed = [row.id for sheet in form.sheets for row in sheet.rows if row.indicator]
    assert sorted([*listed, *rowed]) == sorted(PACK.catalogue.indicators)
    names = [sheet.name.lower() for sheet in form.sheets]
    assert len(set(names)) == len(names)
    for sheet in form.sheets:
        ids = [column.id for column in sheet.columns if column.id]
        assert len(set(ids)) == len(ids)
        assert len(sheet.name) <= 31


@given(st.text(min_size=1))
def test_any_title_gives_a_name_excel_takes(title: str) -> None:
    name = sheet_name(title)
    assert len(name) <= 31
    assert not set(name) & set("[]:*?/\\'")


@given(st.text(), st.lists(st.one_of(st.text(), st.integers(1, 99))))
def test_a_path_reads_as_it_was_written(first: str, path: list[str | int]) -> None:
    assert path_of(path_text([first, *path])) == (first, *path)


@pytest.mark.parametrize("text", ["", "a..b", ".a", "a[0]", "[1]", "a[1]b", 'a."b\\x"', 'a"b"'])
def test_what_is_no_path_is_none(text: str) -> None:
    assert path_of(text) is None


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        ("2026", {"loai": "nam", "nam": "2026"}),
        ("năm 2026", {"loai": "nam", "nam": "2026"}),
        ("quý I/2026", {"loai": "quy", "quy": "I", "nam": "2026"}),
        ("Quý iv năm 2026", {"loai": "quy", "quy": "IV", "nam": "2026"}),
        ("quy 2/2026", {"loai": "quy", "quy": "2", "nam": "2026"}),
        ("tháng 3/2026", {"loai": "thang", "thang": "3", "nam": "2026"}),
        ("6 tháng đầu năm 2026", {"loai": "6_thang", "so": "1", "nam": "2026"}),
        ("6 tháng cuối năm 2026", {"loai": "6_thang", "so": "2", "nam": "2026"}),
        ("9 tháng 2026", {"loai": "9_thang", "nam": "2026"}),
        ("giai đoạn 2021 - 2025", {"loai": "giai_doan", "nam": "2021", "den_nam": "2025"}),
        ("26", None),
        ("quý V/2026", None),
    ],
)
def test_a_period_as_one_types_it(words: str, entries: dict[str, str] | None) -> None:
    assert period_entries(words) == entries
