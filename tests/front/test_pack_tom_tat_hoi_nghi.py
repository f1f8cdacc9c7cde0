"""The short report for a conference: what the two samples print, and what is left out or worded otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from finished_kit import expected, fresh, lines, read, sample

PACK = "tom-tat-hoi-nghi"
HALF = {"loai": "6_thang", "nam": 2026, "so": 1}

FULL: dict[str, Any] = {
    "mo_dau": {
        "van_ban_giao": {
            "loai": "Công văn",
            "so": "256/SNV-CCHC",
            "ngay": "18/5/2026",
            "co_quan": "Sở Nội vụ",
        }
    },
    "hoi_nghi": {"ngay": "22/6/2026", "chu_tri": "đồng chí Trần Văn Ví Dụ, Chủ tịch UBND xã"},
    "chi_so": {
        "diem": "86,5",
        "hang": "3/40",
        "loai": "tốt",
        "hai_long_ty_le": "91,4%",
        "hai_long_hang": "4/40",
        "muc_tieu_hang": "2/40",
        "muc_tieu_diem": "90",
    },
    "chi_dao": {
        "nhiem_vu": "36",
        "nhiem_vu_hoan_thanh": "20",
        "nhiem_vu_chua_den_han": "16",
        "so_van_ban": "18",
        "kiem_tra_ke_hoach": "4",
        "kiem_tra_dot_xuat": "không phát sinh",
        "tuyen_truyen_cuoc": "0",
    },
    "the_che": {"ban_hanh": "0", "ra_soat": "5"},
    "tthc": {
        "tiep_nhan": "1.200",
        "tiep_nhan_truc_tuyen": "900",
        "da_giai_quyet": "1.150",
        "dung_han": "1.150",
        "tre_han": "0",
        "dang_giai_quyet": "50",
        "thanh_toan_truc_tuyen": "400",
        "pakn_tiep_nhan": "3",
        "co_nghia_vu_tai_chinh": "410",
        "pakn_da_xu_ly": "3",
    },
    "to_chuc": {"don_vi_giam": "2", "tinh_gian": "0"},
    "can_bo": {"tuyen_cong_chuc": "4", "dao_tao": "28"},
    "tai_chinh": {"giai_ngan": "22,1 tỷ đồng", "von_dau_tu": "24,5 tỷ đồng", "tiet_kiem": "185 triệu đồng"},
    "chinh_quyen_so": {"dvc_toan_trinh": "120", "van_ban_di": "3.100", "van_ban_ky_so": "3.050"},
    "mo_hinh": {"so_luong": "4"},
    "noi_bat": {"tap_the": "5", "ca_nhan": "12"},
    "ton_tai": {
        "nhan_dinh": "một số tiêu chí giảm điểm",
        "han_che": ["tỷ lệ thanh toán trực tuyến còn thấp."],
        "nguyen_nhan": ["Thiếu người."],
    },
    "nhiem_vu": {"nhiem_vu": ["Rà soát thủ tục."], "giai_phap": ["Tăng cường kiểm tra."]},
    "kien_nghi": {"noi_dung": [{"noi_dung": "Đề nghị bổ sung biên chế.", "don_vi": "thôn An"}]},
    "ket_thuc": {"noi_gui": "UBND tỉnh"},
}
LAST_HALF = {
    "chi_so": {"diem": "80,1", "hang": "12/40", "hai_long_ty_le": "88%"},
    "tthc": {"tiep_nhan": "1.000", "da_giai_quyet": "990", "dung_han": "987", "tre_han": "3"},
}


@pytest.mark.parametrize("name", ["tom-tat-thap-muoi", "tom-tat-huyen"])
def test_the_samples_print_what_the_press_gave_and_nothing_else(name: str) -> None:
    assert read(sample(f"{name}/2022")) == expected(name)


def test_half_a_year_of_a_commune_with_everything_there_is() -> None:
    report = fresh(PACK, "xa", HALF, FULL, nam_truoc=LAST_HALF, van_ban={"so": "12", "ngay": "25/6/2026"})
    assert [item.code for item in report.findings] == ["so-sanh-qua-sap-xep"]
    assert read(report.to_bytes()) == expected("tom-tat-xa-6-thang")


def test_without_figures_only_the_frame_is_left() -> None:
    report = fresh(PACK, "tinh", {"nam": 2025}, {}, draft=True)
    assert report.findings == ()
    assert lines(report) == [
        "Ủy ban nhân dân (UBND) tỉnh báo cáo tóm tắt kết quả công tác cải cách hành chính (CCHC) năm 2025."
    ]


CENTRE = "Trung tâm Phục vụ hành chính công xã"


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ({"ty_le_giai_quyet": "94,6%"}, "tỷ lệ hồ sơ đã giải quyết đạt 94,6% số hồ sơ tiếp nhận."),
        ({"da_giai_quyet": "950"}, f"{CENTRE} đã giải quyết 950 hồ sơ."),
        (
            {"ty_le_dung_han_da_giai_quyet": "99%"},
            "tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn đạt 99%.",
        ),
        (
            {"da_giai_quyet": "950", "dung_han": "938", "tre_han": "12"},
            f"{CENTRE} đã giải quyết 950 hồ sơ. Giải quyết trước hạn và đúng hạn 938 hồ sơ, đạt 98,74% số hồ "
            "sơ đã giải quyết. Còn 12 hồ sơ giải quyết trễ hạn.",
        ),
        ({"dung_han": "938"}, "giải quyết trước hạn và đúng hạn 938 hồ sơ."),
        ({"tre_han": "12"}, "còn 12 hồ sơ giải quyết trễ hạn."),
        ({"tre_han": "0"}, "không có hồ sơ giải quyết trễ hạn."),
        ({"tiep_nhan": "không phát sinh"}, "không phát sinh hồ sơ."),
    ],
)
def test_dossiers_say_no_more_than_their_figures(figures: dict[str, Any], words: str) -> None:
    report = fresh(PACK, "xa", {"nam": 2025, "tu_ngay": "01/7/2025"}, {"tthc": figures})
    line = f"- Giải quyết thủ tục hành chính: {words}"
    assert lines(report)[1:] == ["I. KẾT QUẢ CHỦ YẾU", line]


DECISION = {"loai": "Quyết định", "so": "12/QĐ-UBND"}


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        ({"chi_so.hang": "3/40"}, "Chỉ số CCHC xếp hạng 03/40."),
        ({"chi_so.loai": "khá."}, "Chỉ số CCHC xếp loại khá."),
        ({"chi_dao.kiem_tra": "không phát sinh"}, "Chỉ đạo, điều hành: không tổ chức kiểm tra."),
        (
            {"chi_dao.kien_toan": [{"ten": "Ban Chỉ đạo", "van_ban": DECISION}]},
            "Chỉ đạo, điều hành: thành lập, kiện toàn Ban Chỉ đạo tại Quyết định số 12/QĐ-UBND.",
        ),
        (
            {"chi_dao": {"tuyen_truyen_cuoc": "21", "tuyen_truyen_luot_nguoi": "hơn 850"}},
            "Chỉ đạo, điều hành: tổ chức 21 cuộc tuyên truyền, hơn 850 lượt người dự.",
        ),
        ({"noi_bat.ca_nhan": "1"}, "Khen thưởng: 01 cá nhân có thành tích trong công tác CCHC."),
        (
            {"chinh_quyen_so.ty_le_ky_so": "98%"},
            "Chính quyền điện tử, chính quyền số: văn bản đi được ký số đạt 98%.",
        ),
        (
            {"tai_chinh.ty_le_giai_ngan": "90%"},
            "Cải cách tài chính công: giải ngân vốn đầu tư công đạt 90% kế hoạch.",
        ),
        ({"tthc.pakn_da_xu_ly": "3"}, "Giải quyết 03 phản ánh, kiến nghị."),
    ],
)
def test_a_single_figure_makes_a_whole_sentence(figures: dict[str, Any], line: str) -> None:
    ((name, value),) = figures.items()
    group, _, last = name.partition(".")
    report = fresh(PACK, "huyen", {"nam": 2023}, {group: {last: value} if last else value})
    assert lines(report)[1:] == ["I. KẾT QUẢ CHỦ YẾU", f"- {line}"]
