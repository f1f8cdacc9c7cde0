"""Words of the annual and periodic reports that depend on what the unit is and on what it has reported."""

from __future__ import annotations

from typing import Any

import pytest
from finished_kit import fresh, lines
from front_kit import SAMPLES

import baocao
from docx_reading import read_docx

YEAR = {"nam": 2026}
FILES = {"tthc": {"tiep_nhan": "100", "da_giai_quyet": "45", "dang_giai_quyet": "55"}}


def report(pack: str, level: str, figures: dict[str, Any], **more: Any) -> list[str]:
    return lines(fresh(pack, level, YEAR, figures, draft=True, **more))


def said(found: list[str], words: str) -> str:
    """The only line with these words."""
    (line,) = [line for line in found if words in line]
    return line


def test_each_appendix_is_called_by_its_number() -> None:
    made = baocao.make_report(SAMPLES / "cchc-ky-tinh" / "so-lieu" / "2026-quy-3" / "tong-hop.yaml")
    found = read_docx(made.to_bytes()).paragraphs
    assert (
        "Tình hình, kết quả giải quyết hồ sơ thủ tục hành chính của từng đơn vị nêu tại Phụ lục II kèm theo."
        in [line.replace("\xa0", " ") for line in found]
    )


@pytest.mark.parametrize(
    ("pack", "level", "who"), [("cchc-xa", "xa", "xã"), ("cchc-nam", "tinh", "các đơn vị, địa phương")]
)
def test_who_carries_out_the_models(pack: str, level: str, who: str) -> None:
    found = report(pack, level, FILES | {"mo_hinh": {"tieu_bieu": [{"ten": "Chính quyền thân thiện"}]}})
    assert f"{who} đã thực hiện các mô hình" in said(found, "Chính quyền thân thiện")


@pytest.mark.parametrize(
    ("unit", "own", "words"),
    [
        ({"ten": "Ủy ban nhân dân xã Minh Họa", "cap": "xa"}, {}, "xã có 18 thôn, tổ dân phố."),
        ({"ten": "Ủy ban nhân dân xã Minh Họa", "cap": "xa"}, {"thon": "thôn"}, "xã có 18 thôn."),
        ({"ten": "Ủy ban nhân dân phường Minh Họa", "cap": "phuong"}, {}, "phường có 18 tổ dân phố."),
    ],
)
def test_what_the_parts_of_a_commune_are_called(
    unit: dict[str, str], own: dict[str, str], words: str
) -> None:
    signer = {"thay_mat": "Ủy ban nhân dân", "chuc_vu": "Chủ tịch", "ho_ten": "Nguyễn Văn Mẫu"}
    profile = unit | {"dia_danh": "Minh Họa", "ky_hieu": "UBND", "nguoi_ky": signer, "them": own}
    data = {"goi": "cchc-xa", "don_vi": profile, "ky": YEAR, "so_lieu": FILES | {"to_chuc": {"thon": "18"}}}
    assert said(lines(baocao.make_report(data, draft=True)), "18").endswith(words)


def test_a_review_is_the_result_of_a_plan_only_when_there_is_one() -> None:
    review = {"tthc": FILES["tthc"] | {"ra_soat": "8"}}
    assert said(report("cchc-xa", "xa", review), "rà soát").startswith("Đã rà soát 08 thủ tục")
    plan = {"ke_hoach_ra_soat": {"loai": "Kế hoạch", "so": "5/KH-UBND", "ngay": "05/01/2026"}}
    found = report("cchc-xa", "xa", {"tthc": review["tthc"] | plan})
    assert any(line.startswith("Kết quả, đã rà soát 08 thủ tục") for line in found)


def test_what_is_all_within_its_time_is_said_once() -> None:
    figures = {"tthc": FILES["tthc"] | {"dang_trong_han": "55"}}
    line = said(report("cchc-xa", "xa", figures), "đang giải quyết")
    assert "Số hồ sơ đang giải quyết là 55 hồ sơ, đều còn trong hạn." in line
    late = {"tthc": FILES["tthc"] | {"dang_trong_han": "50", "dang_qua_han": "5"}}
    line = said(report("cchc-xa", "xa", late), "đang giải quyết")
    assert "là 55 hồ sơ, trong đó còn trong hạn 50 hồ sơ; đã quá hạn 05 hồ sơ." in line


def test_a_lone_heading_below_a_part_is_left_out() -> None:
    tasks = {"nhiem_vu": [{"noi_dung": "Rà soát thủ tục"}]}
    found = report(
        "cchc-xa", "xa", FILES | {"nhiem_vu": tasks, "ton_tai": {"han_che": [{"noi_dung": "chậm"}]}}
    )
    assert not [line for line in found if line.endswith((". Nhiệm vụ", ". Tồn tại, hạn chế"))]
    both = {"nhiem_vu": tasks | {"giai_phap": [{"noi_dung": "Tập huấn"}]}}
    found = report("cchc-xa", "xa", FILES | both)
    assert [line for line in found if line.endswith((". Nhiệm vụ", ". Giải pháp"))] == [
        "1. Nhiệm vụ",
        "2. Giải pháp",
    ]


def test_a_draft_without_figures_leads_to_no_empty_appendix() -> None:
    found = read_docx(fresh("cchc-xa", "xa", YEAR, {}, draft=True).to_bytes()).paragraphs
    assert not [line for line in found if "Phụ lục" in line or "PHỤ LỤC" in line or line == "Chỉ tiêu"]
