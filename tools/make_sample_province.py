"""The made-up province of samples/tinh-120-xa: a workbook with a row for each of 120 communes.

python tools/make_sample_province.py

The data file is make_sample_province.yaml, beside this one, with the columns put in. Every figure is drawn at
random around what a commune may have had in the second half of 2025, and every identity of the annual report
holds. Nothing here is of a real commune or a real person.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import xlsxwriter

from baocao.packs.finder import find_pack
from baocao.vietnamese.text import sort_key

FOLDER = Path(__file__).resolve().parents[1] / "samples" / "tinh-120-xa"
BOOK, SHEET, FIELD_SHEET = "cac-xa-2025.xlsx", "Tổng hợp", "Theo lĩnh vực"
FIRST = (
    "An", "Bình", "Cẩm", "Đông", "Gia", "Hòa", "Hưng", "Kim", "Long", "Lộc", "Mỹ", "Ngọc", "Nhơn", "Phú",
    "Quang", "Sơn", "Tân", "Thanh", "Thạnh", "Thới", "Trung", "Vĩnh", "Xuân", "Yên",
)  # fmt: skip
LAST = ("Ví", "Mẫu", "Thử", "Phỏng", "Minh")
WARDS, NUMBERED = 20, 3
"""Of the 120 so many are wards with a name, so many wards with a number; one is a special zone."""
FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương")
MIDDLE = ("Văn", "Thị", "Minh", "Thanh", "Ngọc", "Hữu", "Kim", "Quốc")
GIVEN = ("Mẫu", "Thử", "Thí", "Dụ", "Phỏng", "Giả", "Định", "Ví")
FIELDS = {"Hộ tịch": 460, "Chứng thực": 780, "Đất đai": 120, "Bảo trợ xã hội": 70, "Người có công": 18}
"""Dossiers of half a year in a commune of usual size."""
OWN_TITLES = (
    "Mã đơn vị", "Đơn vị", "Chủ tịch UBND", "Phó Chủ tịch UBND", "Người ký báo cáo", "Số báo cáo", "Ngày ký",
)  # fmt: skip
FIELD_TITLES = (
    "Đơn vị", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Trước hạn và đúng hạn", "Trễ hạn", "Đang giải quyết",
)  # fmt: skip
Counts = dict[str, int]
Row = dict[str, int | None]
"""None leaves the cell blank."""


def units() -> tuple[str, ...]:
    """The names, in the order of the table."""
    names = [f"{first} {last}" for last, first in itertools.product(LAST, FIRST)][: 120 - NUMBERED]
    luck = random.Random("phường")
    wards = set(luck.sample(names[1:], WARDS))
    communes = sorted((name for name in names[1:] if name not in wards), key=sort_key)
    ordered = [f"Xã {name}" for name in communes] + [f"Phường {name}" for name in sorted(wards, key=sort_key)]
    return *ordered, *(f"Phường {number}" for number in range(1, NUMBERED + 1)), f"Đặc khu {names[0]}"


def person(luck: random.Random) -> str:
    return " ".join(luck.choice(part) for part in (FAMILY, MIDDLE, GIVEN))


def fields(luck: random.Random, size: float) -> dict[str, Counts]:
    """Dossiers of each field of work."""
    made = {}
    for field, usual in FIELDS.items():
        taken = max(6, round(usual * size * luck.uniform(0.85, 1.15)))
        pending = min(luck.randint(0, 6), taken)
        late = luck.choice((0, 0, 0, 0, 1, 2)) if field == "Đất đai" else 0
        settled = taken - pending
        made[field] = {
            "tiep_nhan": taken, "da_giai_quyet": settled, "dung_han": settled - late, "tre_han": late,
            "dang_giai_quyet": pending,
        }  # fmt: skip
    return made


def directing(luck: random.Random) -> Counts:
    tasks, open_ = luck.randint(18, 30), luck.choice((0, 0, 1, 2))
    planned, sudden = luck.randint(1, 3), luck.randint(0, 2)
    faults = luck.randint(0, 4)
    talks, meetings = luck.randint(4, 16), luck.randint(2, 5)
    return {
        "chi_dao.nhiem_vu": tasks,
        "chi_dao.nhiem_vu_hoan_thanh": tasks - open_,
        "chi_dao.nhiem_vu_chua_den_han": open_,
        "chi_dao.nhiem_vu_chua_dat": 0,
        "chi_dao.so_van_ban": luck.randint(6, 20),
        "chi_dao.kiem_tra": planned + sudden,
        "chi_dao.kiem_tra_ke_hoach": planned,
        "chi_dao.kiem_tra_dot_xuat": sudden,
        "chi_dao.ton_tai_phat_hien": faults,
        "chi_dao.ton_tai_khac_phuc": faults,
        "chi_dao.tuyen_truyen_cuoc": talks,
        "chi_dao.tuyen_truyen_luot_nguoi": talks * luck.randint(30, 60),
        "chi_dao.hoi_nghi": meetings,
        "chi_dao.hoi_nghi_dai_bieu": meetings * luck.randint(25, 60),
        "chi_dao.khao_sat_phieu": luck.randrange(100, 400, 10),
    }


def rules(luck: random.Random) -> Counts:
    council, committee = luck.randint(0, 3), luck.randint(0, 2)
    talks, cases = luck.randint(4, 12), luck.randint(4, 20)
    return {
        "the_che.ban_hanh": council + committee,
        "the_che.ban_hanh_hdnd": council,
        "the_che.ban_hanh_ubnd": committee,
        "the_che.tu_kiem_tra": council + committee,
        "the_che.trai_phap_luat": 0,
        "the_che.gop_y": luck.randint(2, 9),
        "the_che.tuyen_truyen_cuoc": talks,
        "the_che.tuyen_truyen_luot_nguoi": talks * luck.randint(35, 60),
        "the_che.tuyen_truyen_tai_lieu": luck.randrange(200, 1500, 50),
        "the_che.hoa_giai_tiep_nhan": cases,
        "the_che.hoa_giai_thanh": cases - luck.randint(0, 3),
    }


def procedures(luck: random.Random) -> Counts:
    reviewed, simpler = luck.randint(12, 30), luck.randint(2, 6)
    in_force = luck.randint(360, 420)
    old = luck.randrange(1500, 6000, 10)
    return {
        "tthc.ra_soat": reviewed,
        "tthc.phai_ra_soat": reviewed,
        "tthc.giu_nguyen": reviewed - simpler,
        "tthc.don_gian_hoa": simpler,
        "tthc.hieu_luc": in_force,
        "tthc.rut_ngan": round(in_force * luck.uniform(0.2, 0.4)),
        "tthc.lien_thong": luck.randint(10, 30),
        "tthc.so_hoa_ton": round(old * luck.uniform(0.5, 0.95)),
        "tthc.so_hoa_ton_tong": old,
        "chinh_quyen_so.dvc_toan_trinh": round(in_force * 0.35),
        "chinh_quyen_so.dvc_mot_phan": round(in_force * 0.5),
    }


def dossiers(luck: random.Random, of_fields: dict[str, Counts]) -> Row:
    total = {name: sum(row[name] for row in of_fields.values()) for name in next(iter(of_fields.values()))}
    taken, settled, on_time = total["tiep_nhan"], total["da_giai_quyet"], total["dung_han"]
    before, posted = luck.randint(5, 20), luck.randint(10, 40)
    online = round((taken - before) * luck.uniform(0.55, 0.85))
    direct = taken - before - online
    early = round(on_time * luck.uniform(0.5, 0.8))
    overdue = luck.choice((0, 0, 0, 1)) if total["dang_giai_quyet"] > 1 else 0
    owing = round(taken * luck.uniform(0.3, 0.5))
    calls = luck.choice((0, 0, 0, 1, 2))
    whole = round(online * luck.uniform(0.5, 0.7))
    return {
        "tthc.tiep_nhan": taken,
        "tthc.tiep_nhan_moi": taken - before,
        "tthc.tiep_nhan_truc_tuyen": online,
        "tthc.tiep_nhan_truc_tiep": direct,
        "tthc.nop_tai_quay": direct - posted,
        "tthc.nop_buu_chinh": posted,
        "tthc.ky_truoc": before,
        "tthc.da_giai_quyet": settled,
        "tthc.dung_han": on_time,
        "tthc.truoc_han": early,
        "tthc.dung_thoi_han": on_time - early,
        "tthc.tre_han": total["tre_han"],
        "tthc.den_han": settled + overdue,
        "tthc.thu_xin_loi": total["tre_han"] or None,
        "tthc.dang_giai_quyet": total["dang_giai_quyet"],
        "tthc.dang_trong_han": total["dang_giai_quyet"] - overdue,
        "tthc.dang_qua_han": overdue,
        "tthc.tra_lai": luck.randint(0, 12),
        "tthc.so_hoa_moi": round(taken * luck.uniform(0.8, 0.97)),
        "tthc.so_hoa_moi_tong": taken,
        "tthc.pakn_tiep_nhan": calls,
        "tthc.pakn_da_xu_ly": calls,
        "tthc.thanh_toan_truc_tuyen": round(owing * luck.uniform(0.4, 0.9)),
        "tthc.co_nghia_vu_tai_chinh": owing,
        "tthc.phi_le_phi": luck.randrange(18_000_000, 95_000_000, 5_000),
        "chinh_quyen_so.ho_so_toan_trinh": whole,
        "chinh_quyen_so.ho_so_mot_phan": online - whole,
    }


def people(luck: random.Random) -> Counts:
    office, services = luck.randint(38, 64), luck.randint(60, 140)
    there, served = office - luck.randint(0, 4), services - luck.randint(0, 6)
    best, fair = luck.randint(5, 12), luck.randint(0, 3)
    bodies = luck.randint(4, 9)
    part = luck.randint(1, 2)
    return {
        "to_chuc.co_quan_chuyen_mon": luck.choice((3, 3, 4)),
        "to_chuc.don_vi_su_nghiep": bodies,
        "to_chuc.bien_che": office + services,
        "to_chuc.bien_che_hanh_chinh": office,
        "to_chuc.bien_che_su_nghiep": services,
        "to_chuc.co_mat": there + served,
        "to_chuc.co_mat_hanh_chinh": there,
        "to_chuc.co_mat_su_nghiep": served,
        "to_chuc.tinh_gian": 0,
        "can_bo.tuyen_cong_chuc": luck.randint(0, 3),
        "can_bo.tuyen_vien_chuc": luck.randint(0, 5),
        "can_bo.bo_nhiem": luck.randint(0, 6),
        "can_bo.dao_tao": luck.randint(8, 30),
        "can_bo.ky_luat": 0,
        "can_bo.xep_loai_tong": there,
        "can_bo.xep_loai_xuat_sac": best,
        "can_bo.xep_loai_tot": there - best - fair,
        "can_bo.xep_loai_hoan_thanh": fair,
        "can_bo.xep_loai_khong": 0,
        "tai_chinh.tu_chu": bodies,
        "tai_chinh.phai_tu_chu": bodies,
        "tai_chinh.tu_chu_nhom_3": part,
        "tai_chinh.tu_chu_nhom_4": bodies - part,
    }


def digital(luck: random.Random, size: float) -> Counts:
    sent = round(900 * size * luck.uniform(0.8, 1.2))
    groups = luck.randint(6, 18)
    return {
        "chinh_quyen_so.van_ban_den": round(2600 * size * luck.uniform(0.8, 1.2)),
        "chinh_quyen_so.van_ban_di": sent,
        "chinh_quyen_so.van_ban_ky_so": round(sent * luck.uniform(0.95, 1)),
        "chinh_quyen_so.tai_khoan": round(8200 * size * luck.uniform(0.9, 1.1)),
        "chinh_quyen_so.to_cong_nghe": groups,
        "chinh_quyen_so.to_thanh_vien": groups * luck.randint(5, 8),
        "mo_hinh.so_luong": luck.randint(1, 4),
    }


def commune(name: str) -> tuple[Row, dict[str, Counts]]:
    """The figures of one commune: of the whole, and of its fields of work."""
    luck = random.Random(f"{name} 2025")
    size = luck.uniform(0.7, 1.8)
    of_fields = fields(luck, size)
    made = directing(luck) | rules(luck) | procedures(luck) | people(luck) | digital(luck, size)
    return {**made, **dossiers(luck, of_fields)}, of_fields


def own(name: str, number: int) -> tuple[Any, ...]:
    """What a row says of the unit and its report."""
    luck = random.Random(f"{name} hồ sơ")
    signer = luck.choice(("Chủ tịch", "Chủ tịch", "Phó Chủ tịch"))
    day = dt.date(2025, 12, luck.randint(15, 19))
    return f"VD-{number:03}", name, person(luck), person(luck), signer, luck.randint(210, 480), day


def field_rows(name: str, of_fields: dict[str, Counts]) -> Iterator[tuple[Any, ...]]:
    for place, (field, row) in enumerate(of_fields.items()):
        yield "" if place else name, field, *row.values()


def write_book(path: Path) -> dict[str, str]:
    """The workbook; returns the heading of each indicator's column."""
    catalogue, names = find_pack("cchc-nam").catalogue, units()
    made = {name: commune(name) for name in names}
    titles = {id_: catalogue[id_].label for id_ in made[names[0]][0]}
    with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
        book.set_properties({"created": dt.datetime(2026, 1, 1)})
        look = {key: book.add_format(value) for key, value in _LOOKS.items()}
        sheet, by_field = book.add_worksheet(SHEET), book.add_worksheet(FIELD_SHEET)
        _head(sheet, "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH CÁC XÃ NĂM 2025", (*OWN_TITLES, *titles.values()), look)
        _head(by_field, "HỒ SƠ THEO LĨNH VỰC NĂM 2025", FIELD_TITLES, look)
        of_fields = [row for name in names for row in field_rows(name, made[name][1])]
        for number, name in enumerate(names, 1):
            row = (*own(name, number), *made[name][0].values())
            _write(sheet, number + 2, row, look)
        for number, row in enumerate(of_fields, 3):
            _write(by_field, number, row, look)
        sheet.set_column(0, 6, 16)
        sheet.set_column(7, 6 + len(titles), 12)
        by_field.set_column(0, 1, 20)
        sheet.freeze_panes(3, 2)
        by_field.freeze_panes(3, 0)
    return titles


_LOOKS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_name": "Times New Roman"},
    "head": {
        "bold": True, "text_wrap": True, "border": 1, "valign": "vcenter", "align": "center",
        "font_name": "Times New Roman",
    },
    "cell": {"border": 1, "font_name": "Times New Roman"},
    "number": {"border": 1, "font_name": "Times New Roman", "num_format": "#,##0"},
    "date": {"border": 1, "font_name": "Times New Roman", "num_format": "dd/mm/yyyy"},
}  # fmt: skip


def _head(sheet: Any, title: str, columns: tuple[str, ...], look: dict[str, Any]) -> None:
    sheet.write(0, 0, f"{title} (đơn vị và số liệu giả định)", look["title"])
    sheet.set_row(2, 75)
    for column, name in enumerate(columns):
        sheet.write(2, column, name, look["head"])


def _write(sheet: Any, number: int, row: tuple[Any, ...], look: dict[str, Any]) -> None:
    for column, value in enumerate(row):
        if isinstance(value, dt.date):
            sheet.write_datetime(number, column, value, look["date"])
        else:
            sheet.write(number, column, value, look["number" if isinstance(value, int) else "cell"])


def data_file(titles: dict[str, str]) -> str:
    """2025.yaml, with the heading of each indicator's column."""
    columns = "\n".join(f"    {id_}: {_quoted(title)}" for id_, title in titles.items())
    text = Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8")
    return text.replace("{columns}", columns)


def _quoted(title: str) -> str:
    return f'"{title}"' if set(title) & set(",:()") else title


def main() -> None:
    """Write workbook and data file."""
    FOLDER.mkdir(exist_ok=True)
    titles = write_book(FOLDER / BOOK)
    (FOLDER / "2025.yaml").write_text(data_file(titles), encoding="utf-8")


if __name__ == "__main__":
    main()
