"""The sentences of the built-in pack read right whatever is given or missing."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from baocao.derive.figures import compute
from baocao.derive.sample import sample_record, sample_value
from baocao.model.record import Value
from baocao.packs.catalogue import Catalogue, Kind
from baocao.packs.finder import find_pack
from baocao.render import render, to_bytes
from docx_reading import read_docx
from pack_content_kit import built_in
from packs_reading import NOT_GOOD, ONLY_TO_COMPUTE, body_styles, sentences


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return find_pack("cchc-nam").catalogue


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
