"""Any figures, and any choice of the sample's entries: numbers read back, and a report without holes."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from front_kit import SAMPLES, as_typed, assert_sound
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import baocao
from baocao.cli import run
from baocao.packs.catalogue import Indicator, Kind
from baocao.packs.finder import find_pack
from docx_reading import W, read_docx

CATALOGUE = find_pack("cchc-nam").catalogue
RELATED = {
    name
    for item in CATALOGUE
    for row in (*item.parts, (item.numerator, item.denominator, item.fallback, *item.within))
    for name in (item.id, *row)
    if name and (item.parts or item.numerator or item.fallback or item.within)
}
FREE = [
    item
    for item in CATALOGUE
    if item.kind in (Kind.COUNT, Kind.RATE, Kind.POINTS, Kind.RANK, Kind.MONEY) and item.id not in RELATED
]
"""Figures that no check compares with others."""

ESSENTIAL = {"tthc": {"tiep_nhan": 10, "da_giai_quyet": 9}}


@cache
def unit() -> dict[str, Any]:
    """The profile of Tân Hồng, inline: without the unit's own templates."""
    profile: dict[str, Any] = as_typed(SAMPLES / "tan-hong" / "don-vi.yaml")
    return profile


@pytest.fixture(scope="module")
def listing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that prints every free figure, and some that are computed, one a line."""
    folder = tmp_path_factory.mktemp("liet-ke") / "cchc-nam"
    folder.mkdir()
    computed = ("tthc.tiep_nhan", "tthc.da_giai_quyet", "tthc.ty_le_giai_quyet")
    lines = [
        f"{{% if {name} %}}\n{name} = {{{{ {name} }}}}\n{{% endif %}}"
        for name in (*(item.id for item in FREE), *computed)
    ]
    (folder / "noi-dung.md").write_text("\n\n".join(lines), encoding="utf-8")
    assert run(["mau", "dung", str(folder)]) == 0
    return folder


def report(figures: Mapping[str, Any], **options: Any) -> baocao.Report:
    data = {"goi": "cchc-nam", "don_vi": unit(), "ky": {"nam": 2023}, "so_lieu": figures}
    return baocao.make_report(data, **options)


def nested(values: Mapping[str, Any]) -> dict[str, Any]:
    tree: dict[str, Any] = copy.deepcopy(ESSENTIAL)
    for id_, value in values.items():
        *groups, last = id_.split(".")
        below = tree
        for group in groups:
            below = below.setdefault(group, {})
        below[last] = value
    return tree


def printed(figures: Mapping[str, Any], pack: Path) -> dict[str, str]:
    made = report(figures, pack=str(pack))
    assert_sound(made.to_bytes())
    lines = (line.partition(" = ") for line in read_docx(made.to_bytes()).paragraphs)
    return {name: words for name, _, words in lines}


def read_back(words: str) -> Decimal:
    """A number as a Vietnamese reader takes it: thousands dot, decimal comma."""
    bare = words.removesuffix("%").removesuffix(" đồng")
    assert re.fullmatch(r"0?\d|\d{1,3}(\.\d{3})*(,\d+)?", bare), words
    return Decimal(bare.replace(".", "").replace(",", "."))


def grouped(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


@st.composite
def typed(draw: st.DrawFn, item: Indicator) -> tuple[Any, str | Decimal]:
    """A figure in one of the ways people and programs type it, and what the report must say."""
    if item.kind is Kind.RANK:
        total = int(item.maximum or draw(st.integers(2, 700)))
        rank = draw(st.integers(1, total))
        return f"{rank}/{total}", f"{rank:02}/{total:02}"
    if item.kind in (Kind.COUNT, Kind.MONEY):
        number = draw(st.integers(0, 10**13))
        unit = " đồng" if item.kind is Kind.MONEY else ""
        ways = [number, Decimal(number), f"{grouped(number, '.')}{unit}", grouped(number, "\u00a0")]
        return draw(st.sampled_from(ways if number > 999 else [*ways, str(number)])), Decimal(number)
    places = 2 if item.decimals is None else item.decimals
    most = int(item.maximum or 100)
    number = draw(st.integers(0, most * 10**places)) / Decimal(10**places)
    comma = str(number).replace(".", ",")
    return draw(st.sampled_from([number, comma, f"{comma}%" if item.kind is Kind.RATE else comma])), number


@settings(max_examples=25, deadline=None)
@given(data=st.data(), chosen=st.sets(st.sampled_from(range(len(FREE)))))
def test_any_figures_read_back_as_they_were_typed(
    data: st.DataObject, chosen: set[int], listing: Path
) -> None:
    pairs = {FREE[place].id: data.draw(typed(FREE[place])) for place in sorted(chosen)}
    shown = printed(nested({id_: value for id_, (value, _) in pairs.items()}), listing)
    assert shown.keys() - ESSENTIAL_IDS == pairs.keys()
    for id_, (_, wanted) in pairs.items():
        assert (shown[id_] if isinstance(wanted, str) else read_back(shown[id_])) == wanted, id_


ESSENTIAL_IDS = {"tthc.tiep_nhan", "tthc.da_giai_quyet", "tthc.ty_le_giai_quyet"}


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9)), min_size=1, max_size=30))
def test_sums_and_rates_of_a_list_are_those_of_its_rows(rows: list[tuple[int, int]], listing: Path) -> None:
    rows = [(received, min(received, done)) for received, done in rows]
    figures = [
        {"ten": f"Lĩnh vực {place}", "tiep_nhan": received, "da_giai_quyet": done}
        for place, (received, done) in enumerate(rows)
    ]
    shown = printed({"tthc": {"linh_vuc": figures}}, listing)
    received, done = (sum(row[place] for row in rows) for place in (0, 1))
    assert shown.pop("tthc.ty_le_giai_quyet") == share_of(done, received)
    assert {name: read_back(words) for name, words in shown.items()} == {
        "tthc.tiep_nhan": received,
        "tthc.da_giai_quyet": done,
    }


def share_of(done: int, received: int) -> str:
    """A rate as it is printed; what is more than nothing and less than all is never rounded to either."""
    exact = Decimal(done) * 100 / received
    if 0 < exact < Decimal("0.005"):
        return "dưới 0,01%"
    share = exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
    if done < received:
        share = min(share, Decimal("99.99"))
    return f"{share.normalize():f}%".replace(".", ",")


SAMPLE = as_typed(SAMPLES / "tan-hong" / "2023.yaml")


def entries(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Everything that may be left out: groups, indicators, rows, and the fields of rows and documents."""
    found: list[tuple[str | int, ...]] = []
    for step, child in tree.items() if isinstance(tree, dict) else enumerate(tree):
        found.append((*path, step))
        if isinstance(child, dict | list):
            found += entries(child, (*path, step))
    return found


def is_needed(path: tuple[str | int, ...]) -> bool:
    """Whether the catalogue, or the form of a value, asks for an entry."""
    names = [step for step in path if isinstance(step, str)]
    id_, rest = ".".join(names), ""
    while id_ not in CATALOGUE and "." in id_:
        id_, _, rest = id_.rpartition(".")
    if id_ not in CATALOGUE:
        return id_ == "tthc"
    fields = {field.id for field in CATALOGUE[id_].fields if field.required}
    return (CATALOGUE[id_].required and not rest) or rest in fields | {"gia_tri"} or path[-1] == "loai"


ENTRIES = [path for path in entries(SAMPLE["so_lieu"]) if not is_needed(path)]


def without(paths: set[tuple[str | int, ...]]) -> dict[str, Any]:
    """The sample's figures without those entries; what is left empty goes too."""

    def pruned(tree: Any, path: tuple[str | int, ...]) -> Any:
        if not isinstance(tree, dict | list):
            return tree
        below = list(tree.items() if isinstance(tree, dict) else enumerate(tree))
        left = [
            (step, kept)
            for step, child in below
            if (*path, step) not in paths and (kept := pruned(child, (*path, step))) not in ({}, [])
        ]
        return dict(left) if isinstance(tree, dict) else [kept for _, kept in left]

    figures: dict[str, Any] = pruned(SAMPLE["so_lieu"], ())
    return figures


HOLE = re.compile(r"  |\s[,.;:)](?!\.\.)|\(\s|[,;:(]\s*[,;.)]|(?<!\.)\.\.(?!\.)|\(\)|None|Undefined")


@settings(max_examples=60, deadline=None)
@given(
    removed=st.one_of(
        st.sets(st.sampled_from(ENTRIES), max_size=12),
        st.sets(st.sampled_from(ENTRIES), min_size=len(ENTRIES) // 3),
    ),
    compared=st.booleans(),
)
def test_whatever_is_left_out_leaves_no_hole(removed: set[tuple[str | int, ...]], compared: bool) -> None:
    data = {**SAMPLE, "don_vi": unit(), "so_lieu": without(removed)}
    if not compared:
        del data["nam_truoc"]
    made = baocao.make_report(data)
    assert_sound(made.to_bytes())
    assert holes(made.to_bytes()) == []
    assert_headings_hold_text(made.to_bytes())


def holes(data: bytes) -> list[str]:
    """Lines with what is left when a word is missing."""
    return [line for line in read_docx(data).text.split("\n") if HOLE.search(line)]


def assert_headings_hold_text(data: bytes) -> None:
    """No heading stands over nothing; those of a level are numbered 1, 2, 3 in their section."""
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))[0]
    above = 0
    for element in body.iter(f"{W}p"):
        style = element.find(f"{W}pPr/{W}pStyle")
        name = style.get(f"{W}val") if style is not None else ""
        if not "".join(element.itertext(f"{W}t")).strip():
            continue
        level = int(name.removeprefix("Heading")) if name.startswith("Heading") else 0
        assert not (level and above and level <= above), "".join(element.itertext(f"{W}t"))
        above = level
    numbers = [line.split()[0] for line in read_docx(data).paragraphs if re.match(r"[IVX]+\. [A-ZĐ]", line)]
    assert numbers == ["I.", "II.", "III.", "IV."][: len(numbers)]


@settings(max_examples=25, deadline=None)
@given(removed=st.sets(st.sampled_from(ENTRIES), max_size=25))
def test_the_units_own_wording_prints_whole_sentences_or_tells_what_it_lacks(
    removed: set[tuple[str | int, ...]],
) -> None:
    data = {**SAMPLE, "don_vi": str(SAMPLES / "tan-hong" / "don-vi.yaml"), "so_lieu": without(removed)}
    made = baocao.make_report(data)
    if made.data is None:
        errors = {item.code for item in made.findings if item.level is baocao.Severity.ERROR}
        assert errors == {"o-trong"}
        return
    assert_sound(made.data)
    assert holes(made.data) == []
    assert_headings_hold_text(made.data)
