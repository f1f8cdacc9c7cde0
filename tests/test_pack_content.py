"""The built-in pack holds no figure of any unit; its text and its catalogue know each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jinja2 import nodes

from baocao.packs.catalogue import Catalogue, Kind
from baocao.packs.finder import find_pack
from pack_content_kit import CONTENT, PACK, ROOT, built_in
from packs_reading import ONLY_TO_COMPUTE, is_at, paths, template_of

SAMPLE = ROOT / "samples" / "tan-hong"
OWN_CONTENT = SAMPLE / "mau" / "cchc-nam" / "noi-dung.md"
NAMES = (
    "Tân Hồng", "Đồng Tháp", "Sa Rài", "An Phước", "Bình Phú", "Dinh Bà", "Tân Công Chí", "Tân Hộ Cơ",
    "Tân Phước", "Tân Thành", "Thông Bình", "Huỳnh Văn Nhã", "iDesk", "Cà phê doanh nghiệp", "không hẹn",
    "Tổng đài", "Huyện ủy", "Đảng bộ Huyện",
)  # fmt: skip
"""Places, people, systems and models that only Tân Hồng writes about."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return find_pack("cchc-nam").catalogue


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
    tree = template_of(path)
    words = [const.value for const in tree.find_all(nodes.Const) if isinstance(const.value, str)]
    fragments = {item.template.value for item in tree.find_all(nodes.Include)}  # type: ignore[attr-defined]
    assert [word for word in words if re.search(r"\d", word) and word not in fragments] == []


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
    text = re.sub(r"^@\w+(?: \{[^{}]*\})?$|\[@\w+\]", "", text, flags=re.MULTILINE)  # components, references
    assert re.findall(r"\S*\d\S*", text) == []


@pytest.mark.parametrize("path", [CONTENT, OWN_CONTENT], ids=["gói", "đơn vị"])
def test_templates_name_only_what_the_catalogue_has(path: Path, catalogue: Catalogue) -> None:
    used = used_paths(path, catalogue)
    assert len(used) > 50
    assert sorted(found for found in used if not is_known(found, catalogue)) == []


def test_every_indicator_is_printed_or_marked_as_only_for_computing(catalogue: Catalogue) -> None:
    included = {item.name for item in built_in()[1].fields if "_manh" in item.where.file}
    passages = [
        PACK.parent / "_doan" / f"{name}.md"
        for name in re.findall(r"@doan (\S+)", CONTENT.read_text("utf-8"))
    ]
    used = included.union(*(used_paths(path, catalogue) for path in [CONTENT, *passages]))
    printed = {id_ for id_ in catalogue.indicators if any(is_at(found, id_) for found in used)}
    computing = {item.id for item in catalogue if item.explanation.startswith(ONLY_TO_COMPUTE)}
    assert set(catalogue.indicators) - printed - computing == set()
    assert printed & computing == set()


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
