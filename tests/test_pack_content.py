"""The built-in pack's wording: generic, in step with its catalogue, with no trace of the sample unit."""

from __future__ import annotations

import itertools
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
from baocao.template.sources import FragmentFiles
from baocao.vietnamese.filters import FILTERS
from docx_reading import read_docx

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
    text = re.sub(r"^@\w+$", "", text, flags=re.MULTILINE)  # names of components
    assert re.findall(r"\S*\d\S*", text) == []


@pytest.mark.parametrize("path", [CONTENT, OWN_CONTENT], ids=["gói", "đơn vị"])
def test_templates_name_only_what_the_catalogue_has(path: Path, catalogue: Catalogue) -> None:
    used = used_paths(path, catalogue)
    assert len(used) > 50
    assert sorted(found for found in used if not is_known(found, catalogue)) == []


def test_every_indicator_is_printed_or_marked_as_only_for_computing(catalogue: Catalogue) -> None:
    included = {item.name for item in built_in()[1].fields if "_manh" in item.where.file}
    used = used_paths(CONTENT, catalogue) | included
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


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

NOT_GOOD = re.compile(r"  |\s[,.;:)](?!\.\.)|\(\s|[,;:(]\s*[,;.)]|(?<!\.)\.\.(?!\.)|,,|;;|^\s|[^.:;…]$")
"""Two spaces, a space before a mark, marks that follow one another, a paragraph without its final mark."""


@cache
def built_in() -> tuple[Pack, Template, dict[str, Any]]:
    """The pack, its template, and the lengths of the drawn rules."""
    pack = find_pack("cchc-nam")
    fmt = load_format(pack.manifest.format_profile)
    data = build_template(CONTENT.read_text(encoding="utf-8"), pack.manifest.headings, fmt)
    layers = [LayerSource("mau.docx", pack.id, data)]
    return pack, load_template(layers, FILTERS, FragmentFiles(pack.fragments)), rule_functions(fmt)


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
    with ZipFile(BytesIO(data)) as package:
        for name in ("word/document.xml", "word/footnotes.xml"):
            for paragraph in etree.fromstring(package.read(name)).iter(f"{WORD}p"):
                style = paragraph.find(f"{WORD}pPr/{WORD}pStyle")
                if style is not None and style.get(f"{WORD}val") in ("ThanBai", "GachDau", "FootnoteText"):
                    text = "".join(item.text or "" for item in paragraph.iter(f"{WORD}t"))
                    is_noted = paragraph.find(f".//{WORD}footnoteRef") is not None
                    yield text.replace("\xa0", " ").removeprefix(" " if is_noted else "")


Words = tuple[list[str], list[list[str]]]
NIL, ZERO = Value(nil=True), Value(number=Decimal(0))
PLAN = "nhiệm vụ, giải pháp năm 2024"

SUPPORTING = {
    "chi_dao.tuyen_truyen_luot_nguoi", "chi_dao.hoi_nghi_dai_bieu", "the_che.tuyen_truyen_luot_nguoi",
    "the_che.tuyen_truyen_tai_lieu", "tthc.phai_ra_soat", "tthc.so_hoa_ton_tong", "tthc.so_hoa_moi_tong",
    "tthc.thu_xin_loi", "to_chuc.bien_che_hanh_chinh", "to_chuc.co_mat", "chinh_quyen_so.to_thanh_vien",
    "tthc.cap_tinh.phai_ra_soat", "tthc.cap_huyen.phai_ra_soat", "tthc.cap_xa.phai_ra_soat",
    "tthc.cap_tinh.hieu_luc", "tthc.cap_huyen.hieu_luc", "tthc.cap_xa.hieu_luc",
}  # fmt: skip
"""Counts that only add to the sentence of another: 0 and nil drop the clause. So do parts of a whole."""

COMPANIONS = {
    "the_che.quy_dinh", "tthc.linh_vuc_ra_soat", "tthc.ty_le_don_gian_hoa", "tthc.ty_le_rut_ngan",
    "tthc.giai_doan_so_hoa", "tthc.so_hoa_moi_tong", "tthc.ty_le_giai_quyet", "tthc.nguyen_nhan_tre_han",
    "tthc.pakn_noi_dung", "tthc.pakn_nguon", "to_chuc.ly_do_chua_su_dung", "can_bo.co_quan_phe_duyet",
    "chinh_quyen_so.phan_mem", "chinh_quyen_so.hinh_thuc_ky_so",
}  # fmt: skip
"""What says something only beside another indicator; alone it is a finding."""


def words_of(values: Mapping[str, Value], **changes: Any) -> Words:
    """Paragraphs and notes of a report with these values and the essentials."""
    pack, template, rules = built_in()
    essential = {item.id: sample_value(item) for item in pack.catalogue if item.required}
    record = replace(sample_record(pack), values=essential | values, **changes)
    read = read_docx(to_bytes(render(template, compute(record, pack).context() | rules)))
    return read.paragraphs, read.notes


def text_of(values: Mapping[str, Value], **changes: Any) -> str:
    return "\n".join(words_of(values, **changes)[0])


def count(number: int) -> Value:
    return Value(number=Decimal(number))


def rows(*cells: Mapping[str, Value]) -> Value:
    return Value(records=cells)


def texts(name: str, *items: str) -> Value:
    return rows(*({name: Value(text=item)} for item in items))


def test_every_typed_figure_is_printed_even_alone(catalogue: Catalogue) -> None:
    least = words_of({})
    silent = {
        item.id
        for item in catalogue
        if not item.required
        and ".cap_" not in item.id
        and not item.explanation.startswith(ONLY_TO_COMPUTE)
        and sample_value(item) != ZERO
        and words_of({item.id: sample_value(item)}) == least
    }
    assert silent == COMPANIONS


@pytest.mark.parametrize("nothing", [NIL, ZERO], ids=["không phát sinh", "0"])
def test_nothing_to_report_is_said_in_a_sentence(catalogue: Catalogue, nothing: Value) -> None:
    least = words_of({})
    main = [
        item
        for item in catalogue
        if item.kind in (Kind.COUNT, Kind.MONEY)
        and not (item.required or item.within or item.explanation.startswith(ONLY_TO_COMPUTE))
        and item.id not in SUPPORTING
    ]
    assert len(main) > 40
    for item in main:
        added = set(words_of({item.id: nothing})[0]) - set(least[0])
        assert any(re.search(r"[Kk]hông|[Cc]hưa", text) for text in added), item.id
        assert not [text for text in added if re.search(r"\b0\b", text)], item.id


@pytest.mark.parametrize("nothing", [NIL, ZERO], ids=["không phát sinh", "0"])
def test_no_dossiers_at_all(nothing: Value) -> None:
    text = text_of({"tthc.tiep_nhan": nothing, "tthc.da_giai_quyet": nothing, "tthc.tre_han": nothing})
    assert "không phát sinh hồ sơ thủ tục hành chính." in text
    assert "trễ hạn" not in text


def test_zeros_leave_no_nonsense(catalogue: Catalogue) -> None:
    zeros = {item.id: ZERO for item in catalogue if item.kind in (Kind.COUNT, Kind.MONEY)}
    assert re.findall(r".*(?<![\d/])0(?![\d/]).*", text_of(zeros)) == []
    only_some = {"chi_dao.nhiem_vu": count(24), "chi_dao.nhiem_vu_hoan_thanh": ZERO}
    assert "có 24 nhiệm vụ; chưa có nhiệm vụ hoàn thành." in text_of(only_some)


@settings(max_examples=30, deadline=None)
@given(chosen=st.sets(st.sampled_from(IDS), max_size=8), nothing=st.sampled_from([None, NIL, ZERO]))
def test_no_heading_stands_over_nothing(chosen: set[str], nothing: Value | None) -> None:
    pack, template, rules = built_in()
    values = {
        item.id: nothing if nothing and item.kind is Kind.COUNT and not item.required else sample_value(item)
        for item in pack.catalogue
        if item.id in chosen or item.required
    }
    record = replace(sample_record(pack), values=values)
    styles = list(body_styles(to_bytes(render(template, compute(record, pack).context() | rules))))
    pairs = list(itertools.pairwise(styles))
    assert ("Heading2", "Heading2") not in pairs
    assert ("Heading2", "Heading1") not in pairs


def body_styles(data: bytes) -> Iterator[str]:
    """Styles of the paragraphs of the body."""
    with ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for style in root.iter(f"{WORD}pStyle"):
        yield style.get(f"{WORD}val")


def test_a_text_may_end_with_a_stop() -> None:
    values = {
        "mo_dau.chi_dao_cua": Value(text="Chủ tịch UBND tỉnh."),
        "the_che.ban_hanh": count(2),
        "the_che.quy_dinh": Value(text="Luật."),
        "tthc.trang_thiet_bi": Value(text="máy tính, máy quét."),
        "chinh_quyen_so.to_chuc": texts("noi_dung", "Thành lập Tổ giúp việc.", "**Kiện toàn** Ban Chỉ đạo;"),
        "mo_hinh.tieu_bieu": texts("ten", "mô hình A.", "mô hình B."),
        "ton_tai.han_che": texts("noi_dung", "tỷ lệ thấp.", "còn chậm;"),
        "ket_thuc.noi_gui": Value(text="Ủy ban nhân dân tỉnh."),
    }
    text = text_of(values)
    assert "ý kiến chỉ đạo của Chủ tịch UBND tỉnh, Ủy ban" in text
    assert "theo quy định của Luật.\n" in text
    assert "gồm: máy tính, máy quét.\n" in text
    assert "đã thành lập Tổ giúp việc; Kiện toàn Ban Chỉ đạo.\n" in text
    assert "như: mô hình A; mô hình B.\n" in text
    assert "như: tỷ lệ thấp; còn chậm.\n" in text
    assert "xin báo cáo Ủy ban nhân dân tỉnh./." in text
    assert re.findall(r"(?<!\.)\.\.(?!\.)|\./?\./|[.;],|;;|\.;", text.replace("tỉnh./.", "")) == []


def test_a_plan_is_promised_only_when_there_is_one() -> None:
    assert PLAN not in text_of({})
    planned = text_of({"nhiem_vu.nhiem_vu": texts("noi_dung", "Làm tốt hơn.")})
    assert planned.count(PLAN) == 2
    assert "NHIỆM VỤ, GIẢI PHÁP NĂM 2024" in planned


def test_the_opening_names_a_data_window_of_its_own() -> None:
    period = replace(sample_record(built_in()[0]).period, as_of=None)
    own = replace(period, own_window=True)
    assert "số liệu" not in text_of({}, period=period)
    assert "(số liệu tính từ ngày 15/12/2022 đến ngày 14/12/2023), cụ thể" in text_of({}, period=own)
    assert "(số liệu chốt ngày 31/12/2023), cụ thể" in text_of({})


def test_figures_alone_make_no_judgement() -> None:
    now = {"chi_so.diem": Value(number=Decimal(81)), "chi_so.hang": Value(number=Decimal(9), of=Decimal(10))}
    before = {"chi_so.diem": Value(number=Decimal(80))}
    figures = {"to_chuc.bien_che": count(95), "tai_chinh.tu_chu": count(9), "can_bo.dao_tao": count(28)}
    text = text_of(now | figures, previous=before)
    for claim in ("Tồn tại", "mức thấp", "Nghị quyết của Trung ương", "hằng năm", "không vượt", "quan tâm"):
        assert claim not in text


def test_a_table_has_only_the_columns_that_were_typed() -> None:
    fields = {"tiep_nhan": count(60), "da_giai_quyet": count(50)}
    late = rows(
        {"ten": Value(text="Hộ tịch"), **fields, "tre_han": count(1)},
        {"ten": Value(text="Đất đai"), **fields, "tre_han": count(2)},
    )
    cells = words_of({"tthc.linh_vuc": late, "tthc.tiep_nhan": count(130)})[0]
    table = cells[cells.index("TT") :]
    assert table[:5] == ["TT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Trễ hạn"]
    assert table[15:19] == ["Tổng cộng", "120", "100", "3"]


def test_a_group_of_appointments_is_marked_only_beside_another() -> None:
    head = rows({"ten": Value(text="Trưởng phòng"), "so": count(1)})
    school = rows({"ten": Value(text="Hiệu trưởng"), "so": count(2)})
    alone = words_of({"can_bo.bo_nhiem_su_nghiep": school, "can_bo.bo_nhiem": count(2)})[1]
    both = words_of({"can_bo.bo_nhiem_su_nghiep": school, "can_bo.bo_nhiem_hanh_chinh": head})[1]
    assert alone == [["Đối với khối sự nghiệp: Hiệu trưởng (02 người)."]]
    assert both == [
        ["+ Đối với khối hành chính: Trưởng phòng.", "+ Đối với khối sự nghiệp: Hiệu trưởng (02 người)."]
    ]
