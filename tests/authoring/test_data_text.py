"""The text of a data file says what its tree says, and is pleasant to read."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.authoring.data_text import data_json, data_text, spelled, typed_only
from baocao.authoring.yaml_scalars import WIDTH
from baocao.errors import Where
from baocao.intake.reader import read
from baocao.intake.table import maps_units
from baocao.model.faults import Faults
from baocao.model.values import read_value
from baocao.packs.catalogue import Catalogue, Indicator, Kind
from baocao.packs.finder import find_pack
from baocao.source.files import read_text, read_tree
from baocao.source.raw import Literal, RawValue
from baocao.source.scalars import UNPRINTABLE, literal_of
from baocao.vietnamese.text import nfc

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DATA = sorted(
    path
    for pattern in ("*/2*.yaml", "*/so-lieu/*.yaml")
    for path in SAMPLES.glob(pattern)
    if not maps_units(read_tree(path).value)
)


def plain(raw: RawValue) -> Any:
    """A tree without places."""
    if raw.literal is Literal.MAP:
        return {name: plain(child) for name, child in raw.children.items()}
    if raw.literal is Literal.LIST:
        return [plain(item) for item in raw.items]
    return raw.literal, raw.text


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_sample_says_the_same(path: Path) -> None:
    raw = read(path)
    pack = find_pack(raw.main.children["goi"].text, raw.unit_folders)
    back = read_text(data_text(raw.main, pack.catalogue, ["Số liệu"]), "lai.yaml")
    assert back.findings == ()
    assert plain(back.value) == plain(raw.main)
    again = read_text(data_json(raw.main), "lai.json", json=True)
    assert again.findings == ()


def scalar(text: str) -> RawValue:
    literal = literal_of(text)
    kept = literal if literal in (Literal.NUMBER, Literal.TEXT) else Literal.TEXT
    return RawValue(text, Where(), kept)


TEXTS = st.one_of(
    st.text(max_size=60),
    st.text(st.sampled_from("ab :#-\n,[]{}'\"|>&*!%@`?\t\u00a0 \u2028đ0.,"), max_size=40),
    st.sampled_from(
        ["null", "true", "~", "- a", "a: b", "a #b", "07", "1.000", "a\n\n b", " a", "a ", "\na", "a\n\n"]
    ),
    st.lists(st.sampled_from(["một", "cửa", "liên:", "#thông", "“a”"]), min_size=20, max_size=60).map(
        " ".join
    ),
)
SCALARS = TEXTS.map(nfc).filter(lambda text: not UNPRINTABLE.search(text)).map(scalar)
NAMES = st.sampled_from(["tthc", "so", "ten", "ghi_chu", "A b", "a:b", "1", "null", "-"])
TREES = st.dictionaries(
    NAMES,
    st.recursive(
        st.one_of(
            SCALARS,
            st.just(RawValue(None, Where(), Literal.NULL)),
            st.sampled_from(["true", "false"]).map(lambda text: RawValue(text, Where(), Literal.BOOL)),
        ),
        lambda inner: st.one_of(
            st.dictionaries(NAMES, inner, max_size=4).map(lambda data: RawValue(data, Where(), Literal.MAP)),
            st.lists(inner, max_size=4).map(lambda data: RawValue(tuple(data), Where(), Literal.LIST)),
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
).map(lambda data: RawValue(data, Where(), Literal.MAP))


@given(TREES)
def test_any_tree_reads_back(tree: RawValue) -> None:
    back = read_text(data_text(tree), "lai.yaml")
    assert back.findings == ()
    assert plain(back.value) == plain(tree)


def json_like(tree: Any) -> Any:
    """What JSON keeps: a number that a person typed is text."""
    if isinstance(tree, dict):
        return {name: json_like(item) for name, item in tree.items()}
    if isinstance(tree, list):
        return [json_like(item) for item in tree]
    literal, text = tree
    return (Literal.TEXT if literal is Literal.NUMBER else literal), text


@given(TREES)
def test_any_tree_reads_back_from_json(tree: RawValue) -> None:
    back = read_text(data_json(tree), "lai.json", json=True)
    assert back.findings == ()
    assert plain(back.value) == json_like(plain(tree))


NUMBERS = st.decimals(
    min_value=0, max_value=10**14, allow_nan=False, allow_infinity=False, places=None
).filter(lambda number: len(number.as_tuple().digits) < 20 and abs(number.adjusted()) < 25)


@given(NUMBERS, st.sampled_from([Kind.COUNT, Kind.RATE, Kind.POINTS, Kind.MONEY, Kind.RANK]))
def test_an_exact_number_is_spelled_with_one_reading(number: Decimal, kind: Kind) -> None:
    indicator = Indicator("a", "a", kind, maximum=Decimal(10**15) if kind is Kind.RATE else None)
    exact = RawValue(f"{number:f}", Where(), Literal.EXACT)
    figures = RawValue({"a": exact}, Where(), Literal.MAP)
    written = data_text(RawValue({"so_lieu": figures}, Where(), Literal.MAP), Catalogue({"a": indicator}, {}))
    typed = read_text(written, "a.yaml").value.children["so_lieu"].children["a"]
    before, after = Faults(), Faults()
    values = [
        read_value(item, indicator, Where(), faults) for item, faults in ((exact, before), (typed, after))
    ]
    assert values[0] == values[1]
    assert bool(before.items) == bool(after.items)


@pytest.mark.parametrize(
    ("exact", "kind", "typed"),
    [
        ("27630", Kind.COUNT, "27.630"),
        ("98.74", Kind.RATE, "98,74"),
        ("12.345", Kind.RATE, "12,345"),
        ("12345", Kind.POINTS, "12345"),
        ("69639646", Kind.MONEY, "69.639.646"),
    ],
)
def test_an_exact_number_looks_vietnamese(exact: str, kind: Kind, typed: str) -> None:
    assert spelled(exact, kind) == typed


@pytest.mark.parametrize("text", ["12.345", "1e-7", "0.0000000000000000000000000012345"])
def test_without_a_catalogue_an_exact_number_stays_exact(text: str) -> None:
    tree = RawValue({"a": RawValue(text, Where(), Literal.EXACT)}, Where(), Literal.MAP)
    assert data_text(tree) == f"a: !!float {text}\n"
    assert plain(read_text(data_text(tree), "a.yaml").value) == plain(tree)


CATALOGUE = Catalogue(
    {
        item.id: item
        for item in (
            Indicator("tthc.tiep_nhan", "Hồ sơ tiếp nhận", Kind.COUNT, unit="hồ sơ"),
            Indicator("tthc.cap_xa.ty_le", "Tỷ lệ đúng hạn", Kind.RATE),
            Indicator("tthc.cong_khai", "Đã công khai", Kind.YESNO),
            Indicator("ghi_chu", "Ghi chú", Kind.TEXT),
        )
    },
    {"tthc": "Thủ tục hành chính", "tthc.cap_xa": "Cấp xã"},
)


def test_groups_and_labels_stand_in_the_order_of_the_catalogue() -> None:
    cell = Where("bieu.xlsx", sheet="TTHC", cell="E5")
    tree = RawValue(
        {
            "so_lieu": RawValue(
                {
                    "ghi_chu": RawValue("dòng một\ndòng hai", cell, Literal.TEXT),
                    "tthc": RawValue(
                        {
                            "cong_khai": RawValue("true", cell, Literal.BOOL),
                            "cap_xa": RawValue(
                                {"ty_le": RawValue("98.5", cell, Literal.EXACT)}, cell, Literal.MAP
                            ),
                            "tiep_nhan": RawValue("27630", cell, Literal.EXACT),
                        },
                        cell,
                        Literal.MAP,
                    ),
                },
                cell,
                Literal.MAP,
            ),
            "goi": RawValue("cchc-nam", cell, Literal.TEXT),
        },
        cell,
        Literal.MAP,
    )
    assert data_text(tree, CATALOGUE, ["Số liệu."]).splitlines() == [
        "# Số liệu.",
        "goi: cchc-nam",
        "",
        "so_lieu:",
        "",
        "  tthc:  # Thủ tục hành chính",
        "    tiep_nhan: 27.630  # Hồ sơ tiếp nhận (hồ sơ)",
        "    cap_xa:  # Cấp xã",
        "      ty_le: 98,5  # Tỷ lệ đúng hạn",
        "    cong_khai: có  # Đã công khai",
        "  # Ghi chú",
        "  ghi_chu: |-",
        "    dòng một",
        "    dòng hai",
    ]


def test_long_texts_are_folded() -> None:
    text = "Triển khai thực hiện nghiêm túc chỉ đạo của cấp trên: " * 8
    tree = RawValue({"ghi_chu": RawValue(text.strip(), Where(), Literal.TEXT)}, Where(), Literal.MAP)
    written = data_text(tree)
    assert written.startswith("ghi_chu: >-\n")
    assert max(map(len, written.splitlines())) <= WIDTH
    assert read_text(written, "a.yaml").value.children["ghi_chu"].text == text.strip()


def test_blank_cells_are_left_out() -> None:
    blank = RawValue(None, Where(), Literal.NULL)
    row = RawValue({"ten": scalar("a"), "so": blank}, Where(), Literal.MAP)
    tree = RawValue(
        {
            "a": blank,
            "b": RawValue({"c": blank}, Where(), Literal.MAP),
            "d": RawValue((row,), Where(), Literal.LIST),
            "e": RawValue((), Where(), Literal.LIST),
        },
        Where(),
        Literal.MAP,
    )
    assert data_text(typed_only(tree)) == "d:\n  - {ten: a}\ne: []\n"
