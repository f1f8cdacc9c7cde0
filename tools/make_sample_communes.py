"""The data of the made-up communes of samples/huyen-mau, always the same.

python tools/make_sample_communes.py

Every figure is drawn at random around what a small commune may have, and every identity holds: dossiers taken
in are dealt with or pending, early, on time and late make up all that are dealt with, what is pending at the
end of 2023 is carried over to 2024. Nothing here is of a real commune.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from baocao.authoring.forms.making import Wanted, make_form
from baocao.vietnamese.numbers import format_number
from baocao.vietnamese.text import slug

FOLDER = Path(__file__).resolve().parents[1] / "samples" / "huyen-mau" / "so-lieu"
COMMUNES = (
    "thị trấn Minh Họa", "xã An Ví", "xã Bình Ví", "xã Cẩm Ví", "xã Đông Ví", "xã Gia Ví", "xã Hòa Ví",
    "xã Kim Ví", "xã Long Ví", "xã Mỹ Ví", "xã Phú Ví", "xã Tân Ví",
)  # fmt: skip
IN_EXCEL = ("xã Bình Ví", "xã Kim Ví", "xã Tân Ví")
"""These send this year's figures as a filled form."""
FIELDS = {"Hộ tịch": 620, "Chứng thực": 900, "Đất đai": 110, "Bảo trợ xã hội": 85, "Người có công": 24}
"""Dossiers a year in a commune of usual size."""
TRAININGS = ("Trung cấp lý luận chính trị", "Bồi dưỡng kỹ năng số", "Quản lý nhà nước ngạch chuyên viên")
MODELS = (
    "mô hình “Ngày thứ Năm không hẹn”", "mô hình “Chứng thực tại nhà cho người cao tuổi”",
    "mô hình “Ba tại chỗ”", "mô hình “Tiếp nhận hồ sơ ngoài giờ hành chính chiều thứ Ba”",
    "mô hình “Đoàn thanh niên hỗ trợ nộp hồ sơ trực tuyến”", "mô hình “Trả kết quả qua bưu chính miễn phí”",
)  # fmt: skip
DELAYS = ("hồ sơ đất đai chờ xác minh nguồn gốc", "phần mềm gián đoạn trong quý II")
WISHES = (
    "Đề nghị huyện bố trí kinh phí thay máy tính tại Bộ phận Một cửa.",
    "Đề nghị tập huấn thêm về số hóa hồ sơ cho công chức cấp xã.",
    "Đề nghị nâng cấp đường truyền của hệ thống một cửa điện tử.",
)
FAULTS = (
    "tỷ lệ hồ sơ thanh toán trực tuyến chưa đạt chỉ tiêu được giao",
    "một số công chức còn lúng túng khi số hóa hồ sơ",
    "trang thiết bị tại Bộ phận Một cửa xuống cấp",
)
Rows = dict[str, dict[str, int]]


def dossiers(luck: random.Random, size: float, carried: dict[str, int]) -> Rows:
    """One row of Biểu II.06 for each field of work."""
    rows: Rows = {}
    for field, usual in FIELDS.items():
        new = max(4, round(usual * size * luck.uniform(0.85, 1.15)))
        online = round(new * luck.uniform(0.45, 0.85))
        before = carried.get(field, luck.randint(0, 4))
        pending = min(luck.randint(0, 6), new)
        overdue = luck.choice((0, 0, 0, 1)) if pending > 1 else 0
        settled = new + before - pending
        late = min(luck.choice((0, 0, 0, 0, 1, 2, 3)), settled) if field == "Đất đai" else 0
        early = round((settled - late) * luck.uniform(0.5, 0.8))
        rows[field] = {
            "truc_tuyen": online, "truc_tiep": new - online, "ky_truoc": before, "truoc_han": early,
            "dung_han": settled - late - early, "qua_han": late, "dang_trong_han": pending - overdue,
            "dang_qua_han": overdue,
        }  # fmt: skip
    return rows


def commune(name: str, year: int, carried: dict[str, int]) -> tuple[str, dict[str, int]]:
    """The data file of one commune and year, and what it carries over to the next."""
    luck = random.Random(f"{name} {year}")
    size = random.Random(name).uniform(0.7, 1.6)
    rows = dossiers(luck, size, carried)
    left = {field: row["dang_trong_han"] + row["dang_qua_han"] for field, row in rows.items()}
    head = [
        "# Số liệu giả định của một xã giả định: xem nguon.md; do tools/make_sample_communes.py làm ra.",
        "goi: cchc-nam",
        "don_vi:",
        f"  ten: Ủy ban nhân dân {name}",
        "  cap: xa",
        f"  dia_danh: {name.partition(' ')[2].removeprefix('trấn ')}",
        "  ky_hieu: UBND",
        "  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trần Thị Thí Dụ}",
        f"ky: {{loai: nam, nam: {year}}}",
        "",
        "so_lieu:",
    ]
    return "\n".join([*head, *body(luck, size, rows, name), ""]), left


def body(luck: random.Random, size: float, rows: Rows, name: str) -> Iterator[str]:
    yield from directing(luck)
    yield from procedures(luck, rows)
    yield from people(luck, size)
    yield from digital(luck, size)
    yield from words(luck, name)


def directing(luck: random.Random) -> Iterator[str]:
    tasks, open_ = luck.randint(18, 30), luck.choice((0, 0, 1, 2))
    meetings, cases = luck.randint(5, 14), luck.randint(4, 26)
    yield "  chi_dao:"
    yield f"    nhiem_vu: {tasks}"
    yield f"    nhiem_vu_hoan_thanh: {tasks - open_}"
    yield f"    nhiem_vu_chua_den_han: {open_}"
    yield "    nhiem_vu_chua_dat: 0"
    yield f"    so_van_ban: {luck.randint(6, 20)}"
    yield f"    tuyen_truyen_cuoc: {luck.randint(4, 16)}"
    hedge = luck.choice(("", "", "hơn ", "trên "))
    yield f"    tuyen_truyen_luot_nguoi: {hedge}{luck.randrange(200, 900, 10)}"
    yield "  the_che:"
    yield f"    ban_hanh: {luck.choice(('không phát sinh', '1', '2'))}"
    yield f"    tuyen_truyen_cuoc: {meetings}"
    yield f"    tuyen_truyen_luot_nguoi: {meetings * luck.randint(35, 60)}"
    yield f"    hoa_giai_tiep_nhan: {cases}"
    yield f"    hoa_giai_thanh: {round(cases * luck.uniform(0.7, 1))}"


def procedures(luck: random.Random, rows: Rows) -> Iterator[str]:
    total = {column: sum(row[column] for row in rows.values()) for column in next(iter(rows.values()))}
    new = total["truc_tuyen"] + total["truc_tiep"]
    paid = round(new * luck.uniform(0.3, 0.5))
    late = total["qua_han"]
    yield "  tthc:"
    yield f"    tiep_nhan_truc_tuyen: {format_number(total['truc_tuyen'])}"
    yield f"    tiep_nhan_truc_tiep: {format_number(total['truc_tiep'])}"
    yield f"    ky_truoc: {total['ky_truoc']}"
    yield f"    truoc_han: {format_number(total['truoc_han'])}"
    yield f"    dung_thoi_han: {format_number(total['dung_han'])}"
    yield f"    tre_han: {late or 'không phát sinh'}"
    if late:
        yield f"    nguyen_nhan_tre_han: [{{ten: {luck.choice(DELAYS)}, so: {late}}}]"
        yield f"    thu_xin_loi: {late}"
    yield f"    dang_trong_han: {total['dang_trong_han']}"
    yield f"    dang_qua_han: {total['dang_qua_han']}"
    yield f"    so_hoa_moi: {format_number(round(new * luck.uniform(0.8, 0.97)))}"
    yield f"    co_nghia_vu_tai_chinh: {format_number(paid)}"
    yield f"    thanh_toan_truc_tuyen: {format_number(round(paid * luck.uniform(0.4, 0.9)))}"
    yield f'    phi_le_phi: "{luck.randint(180, 520)},{luck.randint(1, 9)} triệu đồng"'
    complaints = luck.choice((0, 0, 0, 1, 2))
    yield f"    pakn_tiep_nhan: {complaints or 'không phát sinh'}"
    if complaints:
        yield f"    pakn_da_xu_ly: {complaints}"
    yield "  bieu_ii_06:"
    for field, row in rows.items():
        cells = ", ".join(f"{column}: {number}" for column, number in row.items())
        yield f"    - {{ten: {field}, {cells}}}"


def people(luck: random.Random, size: float) -> Iterator[str]:
    posts = luck.randint(19, 23)
    staff = posts - luck.choice((0, 0, 1, 2))
    best = luck.randint(2, 4)
    fair = luck.choice((0, 0, 1))
    yield "  to_chuc:"
    yield f"    bien_che_hanh_chinh: {posts}"
    yield f"    co_mat_hanh_chinh: {staff}"
    yield "    tinh_gian: không phát sinh"
    yield "  can_bo:"
    courses = luck.sample(TRAININGS, luck.randint(1, len(TRAININGS)))
    yield "    dao_tao_chi_tiet:"
    yield from (f"      - {{ten: {name}, so: {luck.randint(1, 6)}, dvt: người}}" for name in sorted(courses))
    yield f"    xep_loai_xuat_sac: {best}"
    yield f"    xep_loai_tot: {staff - best - fair}"
    yield f"    xep_loai_hoan_thanh: {fair}"
    yield "    xep_loai_khong: 0"
    yield "    ky_luat: không phát sinh"
    yield "  tai_chinh:"
    yield f'    tiet_kiem: "{round(60 * size)} triệu đồng"'


def digital(luck: random.Random, size: float) -> Iterator[str]:
    sent = round(900 * size * luck.uniform(0.8, 1.2))
    hamlets = luck.randint(4, 9)
    yield "  chinh_quyen_so:"
    yield f"    van_ban_den: {format_number(round(2600 * size * luck.uniform(0.8, 1.2)))}"
    yield f"    van_ban_di: {format_number(sent)}"
    yield f"    van_ban_ky_so: {format_number(round(sent * luck.uniform(0.95, 1)))}"
    yield f"    tai_khoan: {format_number(round(5200 * size * luck.uniform(0.9, 1.1)))}"
    yield f"    to_cong_nghe: {hamlets}"
    yield f"    to_thanh_vien: {hamlets * luck.randint(5, 8)}"


def words(luck: random.Random, name: str) -> Iterator[str]:
    yield "  mo_hinh:"
    yield "    so_luong: 1"
    yield f"    tieu_bieu: [{{ten: {luck.choice(MODELS)}}}]"
    yield "  ton_tai:"
    yield "    han_che:"
    yield from (f"      - {{noi_dung: {fault}}}" for fault in luck.sample(FAULTS, luck.randint(1, 2)))
    if luck.random() < 0.4:
        yield "  kien_nghi:"
        yield f"    noi_dung: [{{noi_dung: {luck.choice(WISHES)}}}]"


def main() -> None:
    for name in COMMUNES:
        carried: dict[str, int] = {}
        for year in (2023, 2024):
            text, carried = commune(name, year, carried)
            target = FOLDER / str(year) / "xa" / f"{slug(name)}.yaml"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            if year == 2024 and name in IN_EXCEL:
                form = make_form(Wanted("cchc-nam", target.with_suffix(".xlsx"), data=target))
                target.with_suffix(".xlsx").write_bytes(form.data)
                target.unlink()


if __name__ == "__main__":
    main()
