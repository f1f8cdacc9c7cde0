"""Every message about the data: the smallest file that triggers it, and the place it names."""

from __future__ import annotations

import re

import pytest
from model_kit import SECTIONS, judge

from baocao.errors import Finding, Severity
from baocao.messages import numbers, profile, record

LONG = "a" * 200_001
SIGNER = "nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}"
UNIT = "don_vi:\n  ten: Ủy ban nhân dân xã A\n  cap: xa\n  dia_danh: A\n  ky_hieu: UBND\n"


def figures(lines: str) -> str:
    """`so_lieu` with the required figure on line 2 and `lines` from line 4 on, inside the group tthc."""
    return f"so_lieu:\n  tthc:\n    tiep_nhan: 100\n{lines}"


# code, data (the rest of the file is valid), line, key, label, words of the sentence or the remedy
CASES = [
    ("khoa-la", figures("    tiep_nhn: 5"), 4, "tthc.tiep_nhn", "", "«tthc.tiep_nhan» (Hồ sơ tiếp nhận)"),
    ("khoa-la", figures("    Tỷ lệ: 5"), 4, "tthc.Tỷ lệ", "", "«tthc.ty_le»"),
    ("khoa-la", figures("    Hồ sơ trễ hạn: 5"), 4, "tthc.Hồ sơ trễ hạn", "", "«tthc.tre_han»"),
    ("khoa-la", figures("    hang: 1/2"), 4, "tthc.hang", "", "«chi_so.hang»"),
    ("khoa-la", figures("  chi_soo:\n    hang: 1/2"), 4, "chi_soo", "", "«chi_so»"),
    ("muc-la", "ky: {nam: 2023, tu_nagy: 15/12/2022}", 1, "ky.tu_nagy", "", "«tu_ngay»"),
    ("muc-la", "so_lieuu: {}", 1, "so_lieuu", "", "«so_lieu»"),
    ("muc-la", figures("  can_bo: {chi_tiet: [{ten: a, soo: 2}]}"), 4, "can_bo.chi_tiet[1].soo", "", "«so»"),
    ("thieu-muc", "ky: {tu_ngay: 15/12/2022}", 1, "ky.nam", "năm báo cáo", "nam: 2023"),
    ("thieu-muc", "don_vi:\n", 1, "don_vi", "đơn vị", "don-vi.yaml"),
    (
        "thieu-muc",
        UNIT.replace("  ky_hieu: UBND\n", f"  {SIGNER}\n"),
        1,
        "don_vi.ky_hieu",
        "ký hiệu cơ quan",
        "",
    ),
    ("thieu-muc", "ky: {loai: quy, nam: 2023}", 1, "ky.quy", "quý", "quy: 1"),
    ("thieu-bat-buoc", "so_lieu:\n  tthc:\n    tre_han: 5", 2, "tthc.tiep_nhan", "Hồ sơ tiếp nhận", "27.630"),
    (
        "thieu-bat-buoc",
        figures("  can_bo: {chi_tiet:\n    [{so: 2}]}"),
        5,
        "can_bo.chi_tiet[1].ten",
        "Nội dung (dòng 1 của «Chi tiết tuyển dụng»)",
        "",
    ),
    ("phai-la-bang", "so_lieu: 5", 1, "so_lieu", "", "so_lieu"),
    ("phai-la-bang", "van_ban: 114", 1, "van_ban", "", "so: …"),
    ("phai-la-bang", "chu_thich: a", 1, "chu_thich", "chú thích", "mo_hinh"),
    ("phai-mot-dong", "van_ban: {ten_loai: [a, b]}", 1, "van_ban.ten_loai", "tên loại văn bản", ""),
    (
        "phai-mot-dong",
        UNIT + f"  {SIGNER}\n  nguoi_soan: |\n    a\n    b",
        7,
        "don_vi.nguoi_soan",
        "người soạn thảo",
        "",
    ),
    ("phai-mot-dong", 'van_ban: {ten_loai: "a\\rb"}', 1, "van_ban.ten_loai", "tên loại văn bản", ""),
    ("phai-danh-sach", "van_ban: {trich_yeu: {a: b}}", 1, "van_ban.trich_yeu", "trích yếu", ""),
    ("gia-tri-la", UNIT + f"  {SIGNER}\n  kieu_nguoi_soan: ngac", 7, "don_vi.kieu_nguoi_soan", "", "«ngoac»"),
    ("gia-tri-la", figures("    tre_han: {gia_tri: 5, rao: tren}"), 4, "tthc.tre_han.rao", "", "trên"),
    (
        "ten-muc-sai",
        UNIT + f"  {SIGNER}\n  them:\n    Cấp trên: Tỉnh",
        8,
        "don_vi.them.Cấp trên",
        "",
        "Cấp trên",
    ),
    ("nhom-khong-phai-so", figures("  can_bo: 5"), 4, "can_bo", "Cán bộ", "tuyen_dung"),
    ("chu-qua-dai", f"so_lieu: {{tthc: {{tiep_nhan: 1}}}}\nnguoi_ky: {LONG}", 2, "nguoi_ky", "", "200.001"),
    (
        "ma-cu",
        UNIT.replace("ten: Ủy ban nhân dân xã A", "ten: ñy ban nh©n d©n x· Phó Léc") + f"  {SIGNER}",
        2,
        "don_vi.ten",
        "",
        "«ñy»",
    ),
    ("ma-cu", figures('  ton_tai: {noi_dung: "soá lieäu"}'), 4, "so_lieu.ton_tai.noi_dung", "", "Unicode"),
    ("sai-kieu", figures("    tre_han: [1, 2]"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "một danh sách"),
    ("sai-kieu", figures("    tre_han: true"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "có hoặc không"),
    ("sai-kieu-chu", figures("  ton_tai: {noi_dung: [a]}"), 4, "ton_tai.noi_dung", "Tồn tại", "|"),
    (
        "sai-kieu-van-ban",
        figures("  chi_dao: {ke_hoach: 34/KH-UBND}"),
        4,
        "chi_dao.ke_hoach",
        "Kế hoạch năm",
        "loai",
    ),
    ("co-khong-sai", figures("  chi_dao: {co_de_an: rồi}"), 4, "chi_dao.co_de_an", "Có đề án", "«rồi»"),
    ("hai-gia-tri", figures("    tre_han: {gia_tri: 5, cong_bo: 6}"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", ""),
    ("thieu-gia-tri", figures("    tre_han: {nguon: a}"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "gia_tri"),
    (
        "muc-cho-so",
        figures("  ton_tai: {noi_dung: {gia_tri: a, so_le: 1}}"),
        4,
        "ton_tai.noi_dung.so_le",
        "",
        "",
    ),
    (
        "danh-sach-thieu-gach",
        figures("  can_bo: {chi_tiet: {ten: a}}"),
        4,
        "can_bo.chi_tiet",
        "Chi tiết tuyển dụng",
        "",
    ),
    ("so-khong-doc-duoc", figures("    tre_han: nhiều"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "«nhiều»"),
    ("so-khong-doc-duoc", figures("    tre_han: 07/14"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "07/14"),
    ("so-khong-doc-duoc", figures("  chi_so: {hang: cao}"), 4, "chi_so.hang", "", "Gõ con số, ví dụ 11/12."),
    ("so-kem-chu", figures("    tre_han: 5.23O"), 4, "tthc.tre_han", "", "Chữ O có lẽ là số 0: gõ 5.230."),
    (
        "so-kem-chu",
        figures("  tai_chinh: {tiet_kiem: '36,2 tr'}"),
        4,
        "tai_chinh.tiet_kiem",
        "",
        "Gõ đủ đơn vị: 36,2 triệu đồng.",
    ),
    (
        "van-ban-thua-chu",
        figures("  chi_dao: {ke_hoach: {loai: Kế hoạch, so: số 15/KH-UBND}}"),
        4,
        "chi_dao.ke_hoach.so",
        "",
        "so: 15/KH-UBND",
    ),
    (
        "van-ban-thua-chu",
        figures("  chi_dao: {ke_hoach: {loai: Kế hoạch, so: 15/KH-UBND, co_quan: của UBND xã}}"),
        4,
        "chi_dao.ke_hoach.co_quan",
        "",
        "co_quan: UBND xã",
    ),
    (
        "so-hieu-mot-chu-so",
        figures("  chi_dao: {ke_hoach: {loai: Kế hoạch, so: 1/KH-UBND}}"),
        4,
        "chi_dao.ke_hoach.so",
        "",
        "01/KH-UBND",
    ),
    ("nguoi-ky-chi-co-ten", UNIT + "  nguoi_ky: Lê Thị Hoa", 6, "don_vi.nguoi_ky", "", "ho_ten: Lê Thị Hoa"),
    ("ty-le-duoi-mot", figures('    tang_truong: "0,75"'), 4, "tthc.tang_truong", "", "75%"),
    (
        "ty-le-thieu-tram-lan",
        figures('    da_giai_quyet: 99\n    ty_le: "0,99"'),
        5,
        "tthc.ty_le",
        "Tỷ lệ giải quyết",
        "Gõ 99%",
    ),
    ("so-chu-so-la", figures("    tre_han: ２７"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "２７"),
    ("so-nham-dau", figures("    tre_han: 27.63.0"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "27.63.0"),
    ("so-qua-dai", figures(f"    tre_han: {'1' * 31}"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", ""),
    ("so-kem-chu", figures("    tre_han: 5 hồ sơ nữa"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "«hồ sơ nữa»"),
    ("so-dau-phay", figures("    tre_han: 27,630"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "số thập phân 27,63"),
    (
        "so-hai-nghia",
        figures("  chi_so: {diem: 80.415}"),
        4,
        "chi_so.diem",
        "Điểm chỉ số",
        "80.415 hoặc 80,415",
    ),
    ("so-khong-nguyen", figures("    tre_han: 1.5"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "1.5"),
    (
        "so-tien-le",
        figures('  tai_chinh: {tiet_kiem: "8,3"}'),
        4,
        "tai_chinh.tiet_kiem",
        "Kinh phí tiết kiệm",
        "tỷ đồng",
    ),
    ("so-sai-don-vi", figures("    tre_han: 98%"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "«%»"),
    ("so-am", figures("    tre_han: -5"), 4, "tthc.tre_han", "Hồ sơ trễ hạn", "«-5»"),
    ("ty-le-vuot-100", figures("    ty_le: 120%"), 4, "tthc.ty_le", "Tỷ lệ giải quyết", "120%"),
    ("vuot-toi-da", figures("    tang_truong: 1001%"), 4, "tthc.tang_truong", "Tăng trưởng", "1.000"),
    ("vuot-toi-da", figures('  chi_so: {diem: "100,5"}'), 4, "chi_so.diem", "Điểm chỉ số", "100,5"),
    ("vuot-toi-da", figures("  chi_so: {diem: 15/14}"), 4, "chi_so.diem", "Điểm chỉ số", "14"),
    ("hang-sai", figures("  chi_so: {hang: 0/12}"), 4, "chi_so.hang", "Hạng chỉ số", "0/12"),
    ("hang-lon-hon-tong", figures("  chi_so: {hang: 12/11}"), 4, "chi_so.hang", "Hạng chỉ số", "11"),
    ("rao-hai-lan", figures("    tre_han: {gia_tri: trên 5, rao: gần}"), 4, "tthc.tre_han.rao", "", "«trên»"),
    ("so-nguyen-sai", "ky: {nam: 20233}", 1, "ky.nam", "năm báo cáo", "1945 đến 2100"),
    ("so-nguyen-sai", "ky: {nam: 2023, quy: 5}", 1, "ky.quy", "quý", "1 đến 4"),
    ("so-nguyen-sai", "ky: {nam: 2023, so: III, loai: 6_thang}", 1, "ky.so", "", "1 đến 2"),
    (
        "phan-lon-hon-tong",
        figures("    truc_tuyen: 101"),
        4,
        "tthc.truc_tuyen",
        "Hồ sơ trực tuyến",
        "Hồ sơ tiếp nhận",
    ),
    (
        "phan-lon-hon-tong",
        figures("    da_giai_quyet: 5\n    tre_han: 6"),
        5,
        "tthc.tre_han",
        "Hồ sơ trễ hạn",
        "",
    ),
    (
        "phan-lon-hon-tong",
        figures("  can_bo:\n    tuyen_dung: 5\n    chi_tiet: [{ten: a, so: 3}, {ten: b, so: 4}]"),
        6,
        "can_bo.chi_tiet",
        "Chi tiết tuyển dụng",
        "(7)",
    ),
    (
        "phan-lon-hon-tong",
        figures(
            "    linh_vuc:\n      - {ten: a, tiep_nhan: 5, xong: 5}\n      - {ten: b, tiep_nhan: 5, xong: 6}"
        ),
        6,
        "tthc.linh_vuc[2].xong",
        "Đã giải quyết (dòng 2 của «Hồ sơ theo lĩnh vực»)",
        "tthc.linh_vuc[2].tiep_nhan",
    ),
    (
        "phan-lon-hon-tong",
        figures("    linh_vuc: [{ten: a, tiep_nhan: không phát sinh, xong: 1}]"),
        4,
        "tthc.linh_vuc[1].xong",
        "",
        "(0)",
    ),
    (
        "phan-lon-hon-tong",
        figures("    dang_cho: 101"),
        4,
        "tthc.dang_cho",
        "Hồ sơ đang chờ",
        "(100, dòng 3)",
    ),
    (
        "tong-nho-hon-phan",
        figures("    truc_tuyen: 101\n    dang_cho: 102"),
        3,
        "tthc.tiep_nhan",
        "Hồ sơ tiếp nhận",
        "(100) nhỏ hơn các số nằm trong nó: 101 («Hồ sơ trực tuyến», dòng 4); "
        "102 («Hồ sơ đang chờ», dòng 5).",
    ),
    (
        "phan-lon-hon-cac-tong",
        figures("    da_giai_quyet: 5\n    bi_huy: 600"),
        5,
        "tthc.bi_huy",
        "Hồ sơ bị hủy",
        "(600) lớn hơn các số bao gồm nó: ",
    ),
    ("ngay-khong-doc-duoc", "van_ban: {ngay: hôm nay}", 1, "van_ban.ngay", "ngày văn bản", "hôm nay"),
    ("ngay-nam-tat", "van_ban: {ngay: 25/3/24}", 1, "van_ban.ngay", "ngày văn bản", ""),
    ("ngay-khong-co", "van_ban: {ngay: 31/02/2023}", 1, "van_ban.ngay", "ngày văn bản", "31/02/2023"),
    ("ngay-ngoai-khoang", "van_ban: {ngay: 25/3/1944}", 1, "van_ban.ngay", "ngày văn bản", ""),
    (
        "khoang-ngay-nguoc",
        "ky: {nam: 2023, tu_ngay: 15/12/2023, den_ngay: 14/12/2022}",
        1,
        "ky.tu_ngay",
        "",
        "",
    ),
    (
        "khoang-ngay-nguoc",
        figures("    tre_han: {gia_tri: 5, tu_ngay: 2/2/2023, den_ngay: 1/2/2023}"),
        4,
        "tthc.tre_han.tu_ngay",
        "từ ngày",
        "",
    ),
    ("chot-truoc-ky", "ky: {nam: 2023, chot_ngay: 31/12/2021}", 1, "ky.chot_ngay", "ngày chốt số liệu", ""),
    ("ky-khong-hop", "ky: {nam: 2023, thang: 3}", 1, "ky.loai", "loại kỳ", "kỳ «tháng»"),
    ("giai-doan-sai", "ky: {nam: 2025 - 2021}", 1, "ky.nam", "năm báo cáo", "2025 - 2021"),
    (
        "cap-khong-hop",
        UNIT.replace("cap: xa", "cap: xaa") + f"  {SIGNER}",
        3,
        "don_vi.cap",
        "cấp của đơn vị",
        "«xa»",
    ),
    (
        "dia-danh-co-ngay",
        UNIT.replace("dia_danh: A", 'dia_danh: "xã Phú Lộc, ngày"') + f"  {SIGNER}",
        4,
        "don_vi.dia_danh",
        "địa danh",
        "dia_danh: Phú Lộc»",
    ),
    (
        "dia-danh-thuong",
        UNIT.replace(": A", ": phú lộc") + f"  {SIGNER}",
        4,
        "don_vi.dia_danh",
        "",
        "Phú Lộc",
    ),
    (
        "ky-hieu-thua",
        UNIT.replace(": UBND", ": BC-UBND") + f"  {SIGNER}",
        5,
        "don_vi.ky_hieu",
        "",
        "«BC-UBND»",
    ),
    (
        "ten-viet-tat",
        UNIT.replace("Ủy ban nhân dân xã A", "UBND xã A") + f"  {SIGNER}",
        2,
        "don_vi.ten",
        "",
        "Ủy ban nhân dân xã A",
    ),
    (
        "ho-ten-in-hoa",
        UNIT + f"  {SIGNER.replace('Nguyễn Văn A', 'LÊ THỊ HOA')}",
        6,
        "don_vi.nguoi_ky.ho_ten",
        "",
        "Lê Thị Hoa",
    ),
    (
        "cap-da-bo",
        "don_vi:\n" + SECTIONS["don_vi"][8:] + "\nvan_ban: {ngay: 05/12/2025}",
        1,
        "don_vi",
        "",
        "huyện",
    ),
    (
        "ky-hieu-sai",
        UNIT.replace("UBND\n", "ubnd xã\n") + f"  {SIGNER}",
        5,
        "don_vi.ky_hieu",
        "ký hiệu cơ quan",
        "",
    ),
    ("nguoi-ky-la", "nguoi_ky: pho_chu_tich", 1, "nguoi_ky", "người ký", "pho_chu_tich"),
    (
        "thieu-ky-thay",
        UNIT + f"  {SIGNER.replace('Chủ tịch', 'Phó Chủ tịch')}",
        6,
        "don_vi.nguoi_ky.chuc_vu",
        "",
        "ky_thay",
    ),
    (
        "hai-tham-quyen",
        UNIT
        + "  nguoi_ky: {thua_lenh: Chủ tịch, thua_uy_quyen: Chủ tịch, chuc_vu: Chánh Văn phòng, ho_ten: A}",
        6,
        "don_vi.nguoi_ky.thua_uy_quyen",
        "",
        "",
    ),
    (
        "noi-nhan-co-luu",
        UNIT + f"  {SIGNER}\n  noi_nhan:\n    - HĐND xã\n    - 'Lưu: VT'",
        9,
        "don_vi.noi_nhan",
        "nơi nhận",
        "luu: VT",
    ),
    (
        "ten-ngoai-thoi-gian",
        UNIT + f"  {SIGNER}\n  tu_ngay: 01/7/2025\nvan_ban: {{ngay: 05/3/2024}}",
        7,
        "don_vi.tu_ngay",
        "dùng từ ngày",
        "từ 01/7/2025",
    ),
    (
        "giai-doan-chong",
        UNIT + f"  {SIGNER}\n  tu_ngay: 01/6/2025\n  truoc_day: [{{den_ngay: 30/6/2025}}]",
        7,
        "don_vi.tu_ngay",
        "",
        "đến hết 30/6/2025",
    ),
    (
        "giai-doan-ho",
        UNIT + f"  {SIGNER}\n  tu_ngay: 01/7/2025\n  truoc_day: [{{den_ngay: 31/12/2024}}]",
        7,
        "don_vi.tu_ngay",
        "",
        "từ 01/01/2025 đến 30/6/2025",
    ),
    (
        "so-sanh-qua-sap-xep",
        "ky: {nam: 2025}\nnam_truoc: {tthc: {tiep_nhan: 5}}",
        2,
        "nam_truoc",
        "số liệu năm trước",
        "năm 2025 với năm 2024",
    ),
    (
        "so-chuyen-chua-doi-chieu",
        UNIT + f"  {SIGNER}\n  tu_ngay: 01/7/2025\nky: {{nam: 2025}}\nnam_truoc: {{tthc: {{tiep_nhan: 5}}}}",
        9,
        "nam_truoc",
        "số liệu năm trước",
        "Số từ năm 2024 chuyển sang",
    ),
    (
        "so-sanh-khac-don-vi",
        UNIT
        + f"  {SIGNER}\n  truoc_day:\n    - {{den_ngay: 31/12/2022, ten: Ủy ban nhân dân xã B}}\n"
        + "nam_truoc: {tthc: {tiep_nhan: 5}}",
        9,
        "nam_truoc",
        "",
        "«Số liệu năm 2022 là của Ủy ban nhân dân xã B»",
    ),
    ("so-van-ban-sai", "van_ban: {so: 114/BC-UBND}", 1, "van_ban.so", "số văn bản", "so: 114"),
    ("so-van-ban-sai", "van_ban: {so: 0}", 1, "van_ban.so", "số văn bản", ""),
    (
        "trich-yeu-qua-dai",
        "van_ban: {trich_yeu: [a, b, c, d, e, f]}",
        1,
        "van_ban.trich_yeu",
        "trích yếu",
        "6",
    ),
    (
        "chu-thich-thieu",
        figures('  ton_tai: {noi_dung: "a[^mo_hin]"}') + "\nchu_thich: {mo_hinh: b}",
        4,
        "ton_tai.noi_dung",
        "Tồn tại",
        "«mo_hinh»",
    ),
    ("chu-thich-thieu", "van_ban: {can_cu: ['a[^b]']}", 1, "van_ban.can_cu", "căn cứ", "[^b]"),
    (
        "chu-thich-thieu",
        UNIT + f"  {SIGNER}\n  them:\n    cap_tren: Tỉnh[^a]",
        8,
        "don_vi.them.cap_tren",
        "",
        "[^a]",
    ),
    *(
        (code, figures(f'  ton_tai: {{noi_dung: "{text}"}}'), 4, "ton_tai.noi_dung", "Tồn tại", said)
        for code, text, said in (
            ("chu-thich-thua", "Chữ.\\n\\n[^a]: b", "[^a]"),
            ("chu-thich-chua-viet", "Chữ[^a].\\n\\n[^a]:", "«a»"),
            ("chu-thich-long", "Chữ[^a].\\n\\n[^a]: xem [^b]", "«a»"),
        )
    ),
    ("chu-thich-long", "chu_thich:\n  a: xem [^b]", 2, "chu_thich.a", "", "«a»"),
    ("chu-thich-chua-viet", "chu_thich:\n  a:", 2, "chu_thich.a", "", "«a»"),
    (
        "hoc-vi",
        UNIT + f"  {SIGNER.replace('Nguyễn Văn A', 'ThS. Nguyễn Văn A')}",
        6,
        "don_vi.nguoi_ky.ho_ten",
        "",
        "Nguyễn Văn A",
    ),
    (
        "thieu-thay-mat",
        UNIT + "  nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: A}",
        6,
        "don_vi.nguoi_ky.thay_mat",
        "",
        "TM.",
    ),
    (
        "dau-viet-tat-thua",
        UNIT + f"  {SIGNER.replace('Ủy ban nhân', 'TM. Ủy ban nhân')}",
        6,
        "don_vi.nguoi_ky.thay_mat",
        "",
        "",
    ),
    ("luu-thieu-vt", UNIT + f"  {SIGNER}\n  luu: PCVP", 7, "don_vi.luu", "dòng Lưu", "VT"),
    ("ngay-truoc-ky", "van_ban: {ngay: 25/3/2020}", 1, "van_ban.ngay", "ngày văn bản", "năm 2023"),
    (
        "dong-trong",
        figures("  can_bo:\n    chi_tiet:\n      -\n      - {ten: a}"),
        6,
        "can_bo.chi_tiet[1]",
        "",
        "thứ 1",
    ),
    ("chu-thich-thua", "chu_thich:\n  a: b", 2, "chu_thich.a", "", "[^a]"),
    ("hang-chua-go", figures("  chi_so: {hang: /40}"), 4, "chi_so.hang", "Hạng chỉ số", "ví dụ 11/12"),
]


def test_a_note_that_a_text_defines_twice() -> None:
    _, found = judge(figures('  ton_tai: {noi_dung: "Chữ[^a].\\n\\n[^a]: b\\n\\n[^a]: c"}'))
    item = _only(found, "khoa-trung")
    assert (item.where.line, item.where.key) == (4, "ton_tai.noi_dung")
    assert "[^a]" in item.text


def _only(found: tuple[Finding, ...], code: str) -> Finding:
    matching = [item for item in found if item.code == code]
    assert len(matching) == 1, [(item.code, str(item.where)) for item in found]
    return matching[0]


@pytest.mark.parametrize(("code", "data", "line", "key", "label", "words"), CASES)
def test_each_fault_is_found_at_its_place(
    code: str, data: str, line: int, key: str, label: str, words: str
) -> None:
    record, found = judge(data)
    item = _only(found, code)
    assert (item.where.file, item.where.line, item.where.key) == ("so-lieu.yaml", line, key)
    assert not label or item.where.label == label
    assert words in f"{item.text} {item.remedy}"
    assert (record is None) == any(other.level is Severity.ERROR for other in found)


def test_every_code_has_a_case() -> None:
    second_file = {"nam-truoc-sai-nam", "nam-truoc-sai-goi"}  # test_previous_year.py
    in_cells = {"ty-le-la-mot", "so-thua-don-vi"}  # test_rates_of_one.py, test_reading_strange.py
    elsewhere = second_file | in_cells
    assert {code for code, *_ in CASES} | elsewhere == {
        *record.MESSAGES,
        *numbers.MESSAGES,
        *profile.MESSAGES,
    }


def test_one_run_finds_all_faults_in_the_order_of_the_file() -> None:
    data = """van_ban: {so: x, ngay: y}
ky: {nam: z}
so_lieu:
  tthc: {tiep_nhan: -1, ty_le: 101}
  la: 1
chu_thich: {a: b}
"""
    _, found = judge(data)
    expected = [
        ("so-van-ban-sai", 1),
        ("ngay-khong-doc-duoc", 1),
        ("so-nguyen-sai", 2),
        ("so-am", 4),
        ("ty-le-vuot-100", 4),
        ("khoa-la", 5),
        ("chu-thich-thua", 6),
    ]
    assert sorted((item.code, item.where.line) for item in found) == sorted(expected)
    assert [item.where.line for item in found] == [line for _, line in expected]


def test_holes_of_every_sentence_are_filled() -> None:
    for _, data, *_ in CASES:
        for item in judge(data)[1]:
            assert not re.search(
                r"\{\w+\}", item.text + item.remedy.replace("{loai:", "").replace("{gia_tri:", "")
            )
