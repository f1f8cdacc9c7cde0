"""Words of the annual and periodic reports that depend on what the unit is and on what it has reported."""

from __future__ import annotations

from typing import Any

import pytest
from finished_kit import fresh, lines
from front_kit import SAMPLES

import baocao
from docx_reading import read_docx
from packs_reading import sentences

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


A, B = {"ten": "A"}, {"ten": "B"}


@pytest.mark.parametrize(
    ("number", "named", "others", "words"),
    [
        ("1", [A], [], ", đó là A."),
        ("2", [A | {"noi": "và"}, B], [], ", gồm: A và B."),
        ("5", [A, B], [], ", trong đó tiêu biểu là: A; B."),
        ("hơn 2", [A, B], [], ", trong đó tiêu biểu là: A; B."),
        ("5", [A], [B], ", gồm: A; và một số mô hình, sáng kiến khác[^1]."),
        ("5", [], [B], "[^1]."),
        ("5", [], [], "."),
    ],
)
def test_models_that_are_counted_are_named_in_the_same_sentence(
    number: str, named: list[Any], others: list[Any], words: str
) -> None:
    """Said once: a second sentence «Ngoài ra … các mô hình» would count them again."""
    figures = {"so_luong": number, "tieu_bieu": named, "khac": others}
    line = said(report("cchc-xa", "xa", FILES | {"mo_hinh": figures}), "mô hình, sáng kiến")
    assert line.startswith("Trong năm, xã có ")
    assert line.partition("được triển khai thực hiện")[2] == words


def test_who_was_sent_to_courses_is_counted_by_turns() -> None:
    found = report("cchc-xa", "xa", FILES | {"can_bo": {"dao_tao": "73"}})
    assert said(found, "đã cử") == (
        "Trong năm, UBND xã đã cử 73 lượt cán bộ, công chức, viên chức tham gia các lớp đào tạo, bồi dưỡng."
    )


def test_a_penalty_is_not_told_as_one_more() -> None:
    people = {
        "kiem_tra_don_vi": [{"ten": "Phòng Kinh tế"}],
        "ky_luat_chi_tiet": [{"so": "1", "doi_tuong": "viên chức", "hinh_thuc": "khiển trách"}],
    }
    assert said(report("cchc-xa", "xa", FILES | {"can_bo": people}), "bị xử lý") == (
        "Trong năm 2026, có 01 viên chức bị xử lý kỷ luật hình thức khiển trách."
    )


@pytest.mark.parametrize(
    ("late", "second", "words"),
    [
        ("19", {"so": "5"}, "; nguyên nhân chủ yếu: đất đai (13 hồ sơ); xây dựng (05 hồ sơ)."),
        ("18", {"so": "5"}, "; nguyên nhân: đất đai (13 hồ sơ); xây dựng (05 hồ sơ)."),
        ("18", {}, "; nguyên nhân: đất đai (13 hồ sơ); xây dựng."),
    ],
)
def test_causes_that_are_not_all_are_the_main_ones(late: str, second: dict[str, str], words: str) -> None:
    causes = [{"ten": "đất đai", "so": "13"}, {"ten": "xây dựng", **second}]
    figures = {"tthc": FILES["tthc"] | {"tre_han": late, "nguyen_nhan_tre_han": causes}}
    assert said(report("cchc-xa", "xa", figures), "trễ hạn").endswith(words)


def test_causes_of_more_dossiers_than_are_late_are_told() -> None:
    causes = [{"ten": "đất đai", "so": "13"}, {"ten": "xây dựng", "so": "7"}]
    figures = {"tthc": FILES["tthc"] | {"tre_han": "19", "nguyen_nhan_tre_han": causes}}
    (found,) = fresh("cchc-xa", "xa", YEAR, figures, draft=True).findings
    assert found.code == "kiem-tra-vuot"
    assert "các nguyên nhân cộng lại không quá số hồ sơ trễ hạn»: 13 + 7 " in found.text


def test_points_are_printed_with_the_greatest_possible_ones_that_were_typed() -> None:
    fields = [{"ten": "Cải cách thể chế", "diem": "9,5/10"}, {"ten": "Tài chính công", "diem": "8/12"}]
    figures = FILES | {"chi_so": {"linh_vuc": fields}, "chinh_quyen_so": {"dti_diem": "512,5/600"}}
    found = report("cchc-nam", "xa", figures)
    assert said(found, "từng lĩnh vực").endswith(
        "Cải cách thể chế đạt 9,5/10 điểm; Tài chính công đạt 8/12 điểm."
    )
    assert said(found, "chuyển đổi số") == "Chỉ số chuyển đổi số của xã đạt 512,5/600 điểm."
    plain = report("cchc-nam", "xa", FILES | {"chinh_quyen_so": {"dti_diem": "512,5"}})
    assert said(plain, "chuyển đổi số") == "Chỉ số chuyển đổi số của xã đạt 512,5 điểm."


@pytest.mark.parametrize(
    ("pack", "period"), [("cchc-xa", YEAR), ("cchc-ky", {"loai": "6_thang", "so": 1, "nam": 2026})]
)
def test_without_figures_of_last_year_nothing_stands_in_the_place_of_the_comparison(
    pack: str, period: dict[str, Any]
) -> None:
    made = fresh(pack, "xa", period, FILES, draft=True, nam_truoc="không")
    assert "" not in sentences(made.to_bytes())
    last = {"tthc": {"tiep_nhan": "90", "da_giai_quyet": "45"}}
    compared = lines(fresh(pack, "xa", period, FILES, draft=True, nam_truoc=last))
    assert said(compared, "So với").endswith("; số hồ sơ đã giải quyết không thay đổi.")
