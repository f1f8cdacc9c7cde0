"""The built-in pack's wording: generic, in step with its catalogue, with no trace of the sample unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, nodes
from lxml import etree

from baocao.builder.build import build_template
from baocao.derive.figures import compute
from baocao.derive.sample import sample_record, sample_value
from baocao.formats import load_format
from baocao.model.record import Value
from baocao.ooxml.metrics import rule_functions
from baocao.packs.catalogue import Catalogue, Kind
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack
from baocao.render import render, to_bytes
from baocao.template import LayerSource, Template, load_template
from baocao.vietnamese.filters import FILTERS

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "templates" / "cchc-nam"
SAMPLE = ROOT / "samples" / "tan-hong"
CONTENT = PACK / "noi-dung.md"
OWN_CONTENT = SAMPLE / "mau" / "cchc-nam" / "noi-dung.md"

NAMES = (
    "Tân Hồng", "Đồng Tháp", "Sa Rài", "An Phước", "Bình Phú", "Dinh Bà", "Tân Công Chí", "Tân Hộ Cơ",
    "Tân Phước", "Tân Thành", "Thông Bình", "Huỳnh Văn Nhã", "iDesk", "Cà phê doanh nghiệp", "không hẹn",
    "Tổng đài", "Huyện ủy", "Đảng bộ Huyện",
)  # fmt: skip
"""Places, people, systems and models that only Tân Hồng writes about."""

ONLY_TO_COMPUTE = "Chỉ để tính"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return find_pack("cchc-nam").catalogue


def template_of(path: Path) -> nodes.Template:
    """noi-dung.md as Jinja sees it: paragraph, row and run tags are plain tags."""
    source = re.sub(r"\{([{%])(?:p|tr|tc|r)\s", r"{\1 ", path.read_text(encoding="utf-8"))
    return Environment(autoescape=True).parse(source)


def dotted(node: nodes.Node) -> str:
    """`a.b.c` of nested attribute look-ups that start at a name; "" for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr) and (front := dotted(node.node)):
        return f"{front}.{node.attr}"
    return ""


def paths(node: nodes.Node, bound: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Every dotted path below `node`, loop variables replaced by what they run over (`list[]` for a row)."""
    if isinstance(node, nodes.Getattr) and (path := dotted(node)):
        front, _, rest = path.partition(".")
        yield from (f"{begin}.{rest}" for begin in bound.get(front, (front,)))
        return
    inner = dict(bound)
    if isinstance(node, nodes.For):
        inner |= loop_variables(node)
    for child in node.iter_child_nodes():
        yield from paths(child, inner)


def loop_variables(loop: nodes.For) -> dict[str, tuple[str, ...]]:
    """What the variables of a `for` stand for: rows of a list, or columns of a literal list of tuples."""
    if isinstance(loop.target, nodes.Name):
        return {loop.target.name: (f"{dotted(loop.iter)}[]",)} if dotted(loop.iter) else {}
    assert isinstance(loop.target, nodes.Tuple)
    assert isinstance(loop.iter, nodes.List)
    columns = zip(*(row.items for row in loop.iter.items if isinstance(row, nodes.Tuple)), strict=True)
    named = zip(loop.target.items, columns, strict=True)
    return {
        name.name: tuple(filter(None, map(dotted, cells)))
        for name, cells in named
        if isinstance(name, nodes.Name)
    }


def used_paths(path: Path, catalogue: Catalogue) -> set[str]:
    """Paths of a template that begin with a group of the catalogue."""
    groups = {id_.partition(".")[0] for id_ in catalogue.indicators}
    return {found for found in paths(template_of(path), {}) if found.partition(".")[0] in groups}


def is_known(path: str, catalogue: Catalogue) -> bool:
    """Whether a path names an indicator, an attribute of one, a field of a list, or a group."""
    list_id, row, field = path.partition("[].")
    if row:
        indicator = catalogue.indicators.get(list_id)
        return indicator is not None and field.partition(".")[0] in {item.id for item in indicator.fields}
    path = path.removesuffix(".co_noi_dung")
    fits = (
        path == id_ or path.startswith(f"{id_}.") or id_.startswith(f"{path}.")
        for id_ in catalogue.indicators
    )
    return any(fits)


def scalars(value: Any) -> Iterator[str]:
    """Every scalar of a YAML tree, as text."""
    if isinstance(value, dict):
        for item in value.values():
            yield from scalars(item)
    elif isinstance(value, list):
        for item in value:
            yield from scalars(item)
    elif value is not None:
        yield str(value)


def sample_tree() -> Any:
    """The sample's data, every scalar as typed."""
    return yaml.load((SAMPLE / "2023.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def telling_numbers() -> set[str]:
    """Numbers of the sample that could not stand in a generic text by chance: not years, not below 100."""
    typed = {hit for text in scalars(sample_tree()) for hit in re.findall(r"\d[\d./,]*\d", text)}
    return {hit for hit in typed if len(hit) > 2 and hit != "100" and not re.fullmatch(r"20[0-3]\d", hit)}


def document_symbols() -> set[str]:
    """Numbers and symbols of the documents the sample cites, in references and in running text."""
    symbol = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ][\w&.Đ-]*(?:/\w+)?")
    return {hit for text in scalars(sample_tree()) for hit in symbol.findall(text)}


@pytest.mark.parametrize("name", ["goi.yaml", "chi-tieu.yaml", "noi-dung.md"])
def test_the_pack_has_nothing_of_the_sample_unit(name: str) -> None:
    text = (PACK / name).read_text(encoding="utf-8")
    numbers = set(re.findall(r"(?<![\d.,/])\d[\d./,]*\d(?![\d])", text))
    assert [word for word in NAMES if word.lower() in text.lower()] == []
    assert numbers & telling_numbers() == set()
    assert [symbol for symbol in document_symbols() if symbol in text] == []


@pytest.mark.parametrize("path", [CONTENT, OWN_CONTENT], ids=["gói", "đơn vị"])
def test_no_figure_hides_in_the_words_of_a_tag(path: Path) -> None:
    words = [const.value for const in template_of(path).find_all(nodes.Const) if isinstance(const.value, str)]
    assert [word for word in words if re.search(r"\d", word)] == []


def test_the_search_knows_what_to_look_for() -> None:
    assert {"27.630", "69.639.646", "11/12", "1.674", "99,15"} <= telling_numbers()
    assert {
        "34/KH-UBND",
        "471-TB/VPHU",
        "98/QĐ-UBND-TL",
        "379/KH-UBND.HC",
        "59/2019/NĐ-CP",
    } <= document_symbols()


@pytest.mark.parametrize("path", [CONTENT, OWN_CONTENT], ids=["gói", "đơn vị"])
def test_no_figure_is_typed_into_a_template(path: Path) -> None:
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"\S*\d\S*", text) == []


@pytest.mark.parametrize("path", [CONTENT, OWN_CONTENT], ids=["gói", "đơn vị"])
def test_templates_name_only_what_the_catalogue_has(path: Path, catalogue: Catalogue) -> None:
    used = used_paths(path, catalogue)
    assert len(used) > 50
    assert sorted(found for found in used if not is_known(found, catalogue)) == []


def test_every_indicator_is_printed_or_marked_as_only_for_computing(catalogue: Catalogue) -> None:
    used = used_paths(CONTENT, catalogue)
    printed = {id_ for id_ in catalogue.indicators if any(is_at(found, id_) for found in used)}
    computing = {item.id for item in catalogue if item.explanation.startswith(ONLY_TO_COMPUTE)}
    assert set(catalogue.indicators) - printed - computing == set()
    assert printed & computing == set()


def is_at(path: str, id_: str) -> bool:
    """Whether a path prints, asks for, or loops over an indicator."""
    return path == id_ or path.startswith((f"{id_}.", f"{id_}[]"))


def test_what_is_only_for_computing_takes_part_in_a_sum_or_a_rate(catalogue: Catalogue) -> None:
    inputs = {name for item in catalogue for row in item.parts for name in row}
    inputs |= {name for item in catalogue for name in (item.numerator, item.denominator)}
    idle = [
        item.id
        for item in catalogue
        if item.explanation.startswith(ONLY_TO_COMPUTE) and item.id not in inputs
    ]
    assert idle == []


def test_every_kind_of_indicator_is_in_use(catalogue: Catalogue) -> None:
    assert {item.kind for item in catalogue} == set(Kind)


def test_only_the_dossiers_received_and_resolved_are_essential(catalogue: Catalogue) -> None:
    assert {item.id for item in catalogue if item.required} == {"tthc.tiep_nhan", "tthc.da_giai_quyet"}


def test_every_indicator_explains_itself_to_a_clerk(catalogue: Catalogue) -> None:
    assert [item.id for item in catalogue if not item.explanation] == []
    numbers = (Kind.COUNT, Kind.RATE, Kind.POINTS, Kind.RANK, Kind.MONEY)
    assert [item.id for item in catalogue if item.kind in numbers and not item.example] == []
    assert [item.id for item in catalogue if item.kind is Kind.COUNT and not item.unit] == []


def test_every_rate_names_its_base_in_its_label(catalogue: Catalogue) -> None:
    rates = [item for item in catalogue if item.kind is Kind.RATE]
    assert [
        item.label
        for item in rates
        if not re.search(r" trên (số|tổng|kế hoạch|chi phí)|số điểm tối đa", item.label)
    ] == []


def test_the_block_names_of_the_unit_are_blocks_of_the_pack() -> None:
    own, builtin = (blocks(template_of(path)) for path in (OWN_CONTENT, CONTENT))
    assert own
    assert own - builtin == set()


def blocks(template: nodes.Template) -> set[str]:
    """Names of the blocks of a template."""
    return {block.name for block in template.find_all(nodes.Block)}


NOT_GOOD = re.compile(r"  |\s[,.;:)](?!\.\.)|\(\s|[,;:(]\s*[,;.)]|(?<!\.)\.\.(?!\.)|,,|;;|^\s|[^.:;…]$")
"""Two spaces, a space before a mark, marks that follow one another, a paragraph without its final mark."""


@cache
def built_in() -> tuple[Pack, Template, dict[str, Any]]:
    """The pack, its template, and the lengths of the drawn rules."""
    pack = find_pack("cchc-nam")
    fmt = load_format(pack.manifest.format_profile)
    data = build_template(CONTENT.read_text(encoding="utf-8"), pack.manifest.headings, fmt)
    return pack, load_template([LayerSource("mau.docx", pack.id, data)], FILTERS), rule_functions(fmt)


IDS = sorted(find_pack("cchc-nam").catalogue.indicators)


@settings(max_examples=50, deadline=None)
@given(
    chosen=st.sets(st.sampled_from(IDS)),
    emptied=st.sets(st.sampled_from(IDS)),
    nothing=st.sampled_from([Value(nil=True), Value(number=Decimal(0))]),
    level=st.sampled_from(["xa", "huyen", "tinh"]),
    compared=st.booleans(),
)
def test_sentences_read_right_whatever_is_missing(
    chosen: set[str], emptied: set[str], nothing: Value, level: str, compared: bool
) -> None:
    """Any choice of indicators with the examples of the catalogue, some of them nil or 0."""
    pack, template, rules = built_in()
    values = {
        item.id: nothing if item.id in emptied and item.kind is Kind.COUNT else sample_value(item)
        for item in pack.catalogue
        if item.id in chosen or item.required
    }
    record = sample_record(pack)
    unit = replace(record.unit, level=level)
    record = replace(record, values=values, previous=values if compared else {}, unit=unit)
    data = to_bytes(render(template, compute(record, pack).context() | rules))
    assert [text for text in sentences(data) if NOT_GOOD.search(text)] == []


def sentences(data: bytes) -> Iterator[str]:
    """Body paragraphs, bullets and footnotes of a report, a note reference left out."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with ZipFile(BytesIO(data)) as package:
        for name in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in etree.fromstring(package.read(name)).iter(f"{space}p"):
                style = paragraph.find(f"{space}pPr/{space}pStyle")
                if style is not None and style.get(f"{space}val") in ("ThanBai", "GachDau", "FootnoteText"):
                    text = "".join(item.text or "" for item in paragraph.iter(f"{space}t"))
                    is_noted = paragraph.find(f".//{space}footnoteRef") is not None
                    yield text.replace("\xa0", " ").removeprefix(" " if is_noted else "")
