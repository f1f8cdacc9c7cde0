"""Whatever is filled in: written to a form and read back it says the same, and so as a data file again."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from baocao.authoring.data_text import data_text
from baocao.authoring.form_data import form_data
from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Where
from baocao.intake.reader import read, read_mapping
from baocao.model.record import Record, Value
from baocao.model.validate import validate
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.source.scalars import UNPRINTABLE
from baocao.vietnamese.legacy import legacy_word
from baocao.vietnamese.text import nfc

ROOT = Path(__file__).resolve().parents[2]
UNIT = ROOT / "samples" / "tan-hong" / "don-vi.yaml"

MANIFEST = """
ma: du-kieu
phien_ban: "1"
ten: Báo cáo đủ kiểu
ten_loai: BÁO CÁO
ky_hieu: BC
trich_yeu: ["Kết quả {ky}"]
ky: [nam]
cap: [huyen]
danh_so: ["I.", "1."]
the_thuc: nd30-2020
"""
CATALOGUE = """
nhom: {a: Nhóm một, a.b: Nhóm hai}
chi_tieu:
  a.dem: {nhan: Số đếm, loai: dem, don_vi_tinh: hồ sơ}
  a.phan: {nhan: Phần, loai: dem}
  a.ty_le: {nhan: Tỷ lệ, loai: ty_le, tu_so: a.phan, mau_so: a.dem}
  a.ty_le_khac: {nhan: Tỷ lệ khác, loai: ty_le}
  a.diem: {nhan: Điểm, loai: diem}
  a.b.hang: {nhan: Hạng, loai: hang}
  a.b.tien: {nhan: Tiền, loai: tien}
  a.ngay: {nhan: Ngày, loai: ngay}
  a.ky: {nhan: Kỳ, loai: ky}
  a.co: {nhan: Có không, loai: co_khong}
  a.van_ban: {nhan: Văn bản, loai: van_ban}
  a.chu: {nhan: Chữ, loai: chu}
  a.ds:
    nhan: Danh sách
    loai: danh_sach
    truong:
      ten: {nhan: Tên, loai: chu}
      so: {nhan: Số, loai: dem}
      diem: {nhan: Điểm, loai: diem}
      tien: {nhan: Tiền, loai: tien}
      ngay: {nhan: Ngày, loai: ngay}
      van_ban: {nhan: Văn bản, loai: van_ban}
  a.mot: {nhan: Danh sách một cột, loai: danh_sach, truong: {ten: {nhan: Tên, loai: chu}}}
"""

ODD = ["=1+1", "+84", "@a", "'07", "1.674", "TRUE", "null", "một\nhai", "x\n\ny", "#REF! là lỗi", "12%"]


def is_fair(text: str) -> bool:
    """Whether a data file may hold the text, and shows all of it."""
    return text.strip() == text != "" and not UNPRINTABLE.search(text) and not legacy_word(text)


TEXTS = (
    st.one_of(
        st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=40),
        st.text(st.sampled_from("ab=+-@'\"1.,/% \nđ:#|[^]"), max_size=30),
        st.sampled_from(ODD),
    )
    .map(nfc)
    .filter(is_fair)
)
LINES = TEXTS.filter(lambda text: len(text.splitlines()) == 1)
NIL = st.just("không phát sinh")
WHOLE = st.integers(0, 10**9)
DOTTED = WHOLE.map(lambda number: f"{number:,}".replace(",", "."))
COUNTS = st.one_of(WHOLE, DOTTED, WHOLE.map(lambda number: f"trên {number}"), st.just("07"), NIL)
RATES = st.one_of(
    st.decimals(0, 100, places=2).map(lambda number: f"{number}".replace(".", ",") + "%"),
    st.decimals(0, 100, places=3).map(lambda number: f"{number}".replace(".", ",")),
    st.decimals(0, 100, places=1),
    NIL,
)
POINTS = st.one_of(
    st.decimals(0, 50, places=2).map(lambda number: f"{number}".replace(".", ",") + "/50"),
    st.just("9 điểm"),
    NIL,
)
RANKS = st.one_of(st.integers(1, 12).map(lambda number: f"{number:02d}/12"), st.integers(1, 9))
MONEY = st.one_of(
    DOTTED.map(lambda text: f"{text} đồng"),
    WHOLE,
    st.decimals(0, 900, places=1).map(lambda number: f"{number} tỷ đồng".replace(".", ",")),
    st.just("gần 4,8 triệu đồng"),
    NIL,
)
DATES = st.one_of(
    st.dates(min_value=dt.date(1990, 1, 1), max_value=dt.date(2030, 1, 1)),
    st.sampled_from(["05 tháng 3 năm 2024", "05/3/2024", "không phát sinh"]),
)
DOCUMENTS = st.one_of(
    st.fixed_dictionaries(
        {"loai": LINES},
        optional={
            "so": st.sampled_from(["34/KH-UBND", "07/2021", "12"]),
            "ngay": st.sampled_from(["05/3/2024", "05 tháng 3 năm 2024"]),
            "co_quan": LINES,
            "trich_yeu": LINES,
        },
    ),
    NIL,
)


def long_forms(short: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value alone or with what else may be said of it."""
    options = {
        "so_le": st.integers(0, 4),
        "nguon": LINES,
        "tu_ngay": st.just("01/01/2023"),
        "den_ngay": st.just("31 tháng 12 năm 2023"),
    }
    stated = st.fixed_dictionaries({"cong_bo": short}, optional=options)
    given_ = st.fixed_dictionaries({"gia_tri": short}, optional=options)
    return st.one_of(short, given_, stated)


ROWS = st.fixed_dictionaries(
    {},
    optional={
        "ten": TEXTS,
        "so": COUNTS,
        "diem": POINTS,
        "tien": MONEY,
        "ngay": DATES,
        "van_ban": DOCUMENTS,
    },
).filter(bool)
FIGURES = st.fixed_dictionaries(
    {},
    optional={
        "dem": long_forms(COUNTS),
        "phan": COUNTS,
        "ty_le": st.one_of(long_forms(RATES), st.just({"so_le": 1}), st.just({"rao": "gần", "nguon": "Sở"})),
        "ty_le_khac": long_forms(RATES),
        "diem": long_forms(POINTS),
        "b": st.fixed_dictionaries({}, optional={"hang": long_forms(RANKS), "tien": long_forms(MONEY)}),
        "ngay": DATES,
        "ky": st.sampled_from(["2021 - 2025", "quý I", "2024"]),
        "co": st.one_of(st.booleans(), st.sampled_from(["có", "không"])),
        "van_ban": DOCUMENTS,
        "chu": TEXTS,
        "ds": st.one_of(st.lists(ROWS, max_size=4), NIL),
        "mot": st.lists(st.one_of(TEXTS, TEXTS.map(lambda text: {"ten": text})), max_size=3),
    },
)
BEFORE = st.fixed_dictionaries(
    {},
    optional={
        "dem": COUNTS,
        "b": st.fixed_dictionaries({}, optional={"hang": RANKS, "tien": MONEY}),
        "chu": TEXTS,
    },
)
DATA = st.fixed_dictionaries(
    {"so_lieu": st.fixed_dictionaries({"a": FIGURES})},
    optional={
        "van_ban": st.fixed_dictionaries(
            {},
            optional={
                "so": st.integers(1, 999),
                "ngay": st.sampled_from(["05/3/2024", "25 tháng 3 năm 2024"]),
                "trich_yeu": st.lists(LINES, min_size=1, max_size=3),
                "kinh_gui": st.one_of(st.just([]), st.lists(LINES, min_size=1, max_size=2)),
            },
        ),
        "nguoi_ky": st.just("chu_tich"),
        "nam_truoc": st.fixed_dictionaries({"a": BEFORE}),
        "chu_thich": st.dictionaries(st.sampled_from(["mot", "hai", "mo_hinh"]), TEXTS, min_size=1),
    },
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """A pack with an indicator of every kind."""
    folder = tmp_path_factory.mktemp("goi") / "du-kieu"
    folder.mkdir()
    (folder / "goi.yaml").write_text(MANIFEST, encoding="utf-8")
    (folder / "chi-tieu.yaml").write_text(CATALOGUE, encoding="utf-8")
    shutil.copy(ROOT / "templates" / "cchc-nam" / "mau.docx", folder)
    return find_pack(str(folder))


def bare(value: Value) -> Any:
    rows = tuple({name: bare(item) for name, item in row.items()} for row in value.records)
    return replace(value, where=Where(), records=rows)


def said(values: Mapping[str, Value]) -> dict[str, Any]:
    """What values say, wherever they stand; an entry without a row says nothing."""
    return {id_: bare(value) for id_, value in values.items()}


def record_of(path: Path, pack: Pack) -> tuple[Record | None, list[str]]:
    record, found = validate(read(path, unit_path=UNIT), pack, draft=True)
    return record, [f"{item.where} {item.text}" for item in found]


def same(one: Record, two: Record) -> None:
    assert said(one.values) == said(two.values)
    assert said(one.previous) == said(two.previous)
    assert (one.head, one.notes, one.period, one.unit) == (two.head, two.notes, two.period, two.unit)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=DATA)
def test_written_filled_and_read_back(data: dict[str, Any], pack: Pack, tmp_path: Path) -> None:
    folder = str(pack.layers[0].folder)
    typed = tmp_path / "so-lieu.yaml"
    tree = read_mapping({"goi": folder, "ky": {"nam": 2023}, **data}).main
    typed.write_text(data_text(tree), encoding="utf-8")
    before, _ = record_of(typed, pack)
    assume(before is not None)
    form = tmp_path / "bieu.xlsx"
    form.write_bytes(make_form(Wanted(folder, form, unit=UNIT, data=typed)).data)
    after, told = record_of(form, pack)
    assert after is not None, told
    same(before, after)
    back = tmp_path / "lai.yaml"
    made = form_data(form, back, folder)
    assert made.text is not None
    back.write_text(made.text, encoding="utf-8")
    last, told = record_of(back, pack)
    assert last is not None, told
    same(before, last)
