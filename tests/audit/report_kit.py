"""Reports that baocao makes from random data in which every identity holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import yaml

from baocao.produce import produce

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TAN_HONG = SAMPLES / "tan-hong" / "2023.yaml"
UNITS = {
    "huyen": SAMPLES / "huyen-mau" / "don-vi.yaml",
    "xa": SAMPLES / "xa-mau" / "don-vi.yaml",
    "tinh": SAMPLES / "tinh-mau" / "don-vi.yaml",
}
"""These print the blocks of the pack; Tân Hồng prints its own."""
COURSES = ("Trung cấp lý luận chính trị", "Bồi dưỡng kỹ năng số", "Quản lý nhà nước", "Quốc phòng - An ninh")


def split(random: Random, whole: int, count: int) -> list[int]:
    """Parts of a whole, none negative."""
    cuts = sorted(random.randint(0, whole) for _ in range(count - 1))
    return [right - left for left, right in zip([0, *cuts], [*cuts, whole], strict=True)]


def report(seed: int) -> bytes:
    """A .docx made from consistent data."""
    made = produce(consistent(seed))
    assert made.figures is not None, [item.text for item in made.findings]
    return made.to_bytes()


def consistent(seed: int) -> dict[str, Any]:
    """A data file as a mapping: a unit, and figures of some of the report's parts."""
    random = Random(seed)
    if random.random() < 0.25:
        return tan_hong(random)
    unit = random.choice(sorted(UNITS))
    data = dossiers(random, unit)
    before: dict[str, Any] = {}
    for part in random.sample(PARTS, random.randint(1, len(PARTS))):
        data |= part(random, unit)
    if random.random() < 0.8:
        index, before = ranks(random)
        data |= index
    year = 2023 if unit != "xa" else 2025
    return {
        "goi": "cchc-nam",
        "don_vi": str(UNITS[unit]),
        "ky": {"loai": "nam", "nam": year},
        "van_ban": {
            "so": 12,
            "ngay": f"25/3/{year + 1}",
            "trich_yeu": [f"Kết quả thực hiện công tác cải cách hành chính năm {year}"],
        },
        "nguoi_ky": "pho_chu_tich" if unit == "xa" else "chu_tich",
        "so_lieu": data,
    } | ({"nam_truoc": before} if before else {})


def tan_hong(random: Random) -> dict[str, Any]:
    """The sample of Tân Hồng with its texts and other figures."""
    data: dict[str, Any] = yaml.load(TAN_HONG.read_text("utf-8"), Loader=yaml.BaseLoader)
    data["don_vi"] = str(TAN_HONG.with_name("don-vi.yaml"))
    taken, online = (split(random, random.randint(10, 30_000), 2) for _ in range(2))
    index, data["nam_truoc"] = ranks(random)
    figures = data["so_lieu"]
    figures["chi_so"] |= {key.partition(".")[2]: value for key, value in index.items()}
    for key, value in review(random, "huyen").items():
        place = figures["tthc"]
        *groups, name = key.split(".")[1:]
        for group in groups:
            place = place[group]
        place[name] = value
    totals = [0, 0]
    for level, one, two in zip(("cap_huyen", "cap_xa"), taken, online, strict=True):
        received = one + two + 1
        resolved = random.randint(1, received)
        own = figures["tthc"][level]
        own |= {"tiep_nhan": received, "tiep_nhan_truc_tuyen": two, "dung_han": resolved}
        own.pop("ty_le_dung_han", None)
        own.pop("ty_le_truc_tuyen", None)
        totals[0] += received
        totals[1] += resolved
    figures["tthc"] |= {"tiep_nhan": totals[0], "da_giai_quyet": totals[1]}
    whole = random.randint(10, 60_000)
    figures["tthc"] |= {
        "so_hoa_ton": random.randint(1, whole), "so_hoa_ton_tong": whole,
        "so_hoa_moi": {"gia_tri": random.randint(1, totals[0]), "tu_ngay": "15/12/2022"},
    }  # fmt: skip
    figures["to_chuc"] |= {
        key.partition(".")[2]: value for key, value in staff(random, "huyen").items() if "to_chuc" in key
    }
    return data


def ranks(random: Random) -> tuple[dict[str, Any], dict[str, Any]]:
    """Index and ranks, this year's and last year's."""
    units = random.randint(8, 63)
    hundredths = [random.randint(6_000, 9_900) for _ in range(2)]
    now, before = (f"{points // 100},{points % 100:02}" for points in hundredths)
    places = [f"{random.randint(1, units)}/{units}" for _ in range(4)]
    this = {"chi_so.diem": now, "chi_so.hang": places[0], "chi_so.hai_long_hang": places[1]}
    return this, {"chi_so": {"diem": before, "hang": places[2], "hai_long_hang": places[3]}}


def steering(random: Random, unit: str) -> dict[str, Any]:
    """Tasks of the plan, inspections, propaganda."""
    done, waiting, late = random.randint(1, 90), random.randint(0, 9), random.randint(0, 9)
    planned, sudden = random.randint(1, 40), random.randint(1, 20)
    return {
        "chi_dao.nhiem_vu": done + waiting + late, "chi_dao.nhiem_vu_hoan_thanh": done,
        "chi_dao.nhiem_vu_chua_den_han": waiting, "chi_dao.nhiem_vu_chua_dat": late,
        "chi_dao.kiem_tra": planned + sudden, "chi_dao.kiem_tra_ke_hoach": planned,
        "chi_dao.kiem_tra_dot_xuat": sudden, "chi_dao.tuyen_truyen_cuoc": random.randint(1, 60),
        "chi_dao.tuyen_truyen_luot_nguoi": f"hơn {random.randint(100, 9000)}",
    }  # fmt: skip


def documents(random: Random, unit: str) -> dict[str, Any]:
    """Legal documents and mediation."""
    council, committee = random.randint(1, 20), random.randint(1, 20)
    taken = random.randint(5, 400)
    return {
        "the_che.ban_hanh": council + committee, "the_che.ban_hanh_hdnd": council,
        "the_che.ban_hanh_ubnd": committee, "the_che.tu_kiem_tra": random.randint(1, council + committee),
        "the_che.hoa_giai_tiep_nhan": taken, "the_che.hoa_giai_thanh": random.randint(1, taken),
    }  # fmt: skip


def review(random: Random, unit: str) -> dict[str, Any]:
    """Procedures reviewed, by what was proposed and by level."""
    kept, simpler = random.randint(1, 300), random.randint(1, 200)
    all_ = kept + simpler
    made = {
        "tthc.ra_soat": all_, "tthc.phai_ra_soat": all_, "tthc.giu_nguyen": kept, "tthc.don_gian_hoa": simpler
    }  # fmt: skip
    if unit == "huyen":
        own = random.randint(1, all_ - 1)
        for level, part in (("cap_huyen", own), ("cap_xa", all_ - own)):
            made |= {f"tthc.{level}.ra_soat": part, f"tthc.{level}.phai_ra_soat": part}
    return made


def dossiers(random: Random, unit: str) -> dict[str, Any]:
    """A closing table of dossiers: taken in, resolved, in progress, by channel and in time."""
    early, on_time, late, going, past = (random.randint(0, 10 ** random.randint(1, 4)) for _ in range(5))
    resolved = early + on_time + late + 1
    new, carried = split(random, resolved + going + past, 2)
    online, desk = split(random, new, 2)
    counter, post = split(random, desk, 2)
    return {
        "tthc.tiep_nhan": resolved + going + past, "tthc.ky_truoc": carried, "tthc.tiep_nhan_moi": new,
        "tthc.tiep_nhan_truc_tuyen": online, "tthc.tiep_nhan_truc_tiep": desk, "tthc.nop_tai_quay": counter,
        "tthc.nop_buu_chinh": post, "tthc.da_giai_quyet": resolved, "tthc.dung_han": early + on_time + 1,
        "tthc.truoc_han": early + 1, "tthc.dung_thoi_han": on_time, "tthc.tre_han": late,
        "tthc.dang_giai_quyet": going + past, "tthc.dang_trong_han": going, "tthc.dang_qua_han": past,
    }  # fmt: skip


def digital(random: Random, unit: str) -> dict[str, Any]:
    """Scanned dossiers, signed documents, complaints of citizens."""
    whole, sent = random.randint(10, 60_000), random.randint(10, 60_000)
    return {
        "tthc.so_hoa_ton": random.randint(1, whole), "tthc.so_hoa_ton_tong": whole,
        "chinh_quyen_so.van_ban_den": random.randint(1, 90_000), "chinh_quyen_so.van_ban_di": sent,
        "chinh_quyen_so.van_ban_ky_so": random.randint(1, sent),
        "tthc.pakn_tiep_nhan": 12, "tthc.pakn_da_xu_ly": random.randint(1, 12),
    }  # fmt: skip


def staff(random: Random, unit: str) -> dict[str, Any]:
    """Posts, trainings, yearly marks."""
    office, service = random.randint(10, 300), random.randint(10, 2_000)
    present, serving = random.randint(5, office), random.randint(5, service)
    courses = [{"ten": name, "so": random.randint(1, 40), "dvt": "người"} for name in COURSES]
    marks = [random.randint(1, 90) for _ in range(4)]
    names = ("xuat_sac", "tot", "hoan_thanh", "khong")
    return {
        "to_chuc.bien_che": office + service, "to_chuc.bien_che_hanh_chinh": office,
        "to_chuc.bien_che_su_nghiep": service, "to_chuc.co_mat": present + serving,
        "to_chuc.co_mat_hanh_chinh": present, "to_chuc.co_mat_su_nghiep": serving,
        "can_bo.dao_tao": sum(item["so"] for item in courses), "can_bo.dao_tao_chi_tiet": courses,
        "can_bo.xep_loai_tong": sum(marks),
        **{f"can_bo.xep_loai_{name}": mark for name, mark in zip(names, marks, strict=True)},
    }  # fmt: skip


def finance(random: Random, unit: str) -> dict[str, Any]:
    """Units with their own accounts, capital spent."""
    groups = [random.randint(1, 60) for _ in range(3)]
    capital = random.randint(100, 900_000)
    return {
        "tai_chinh.tu_chu": sum(groups), "tai_chinh.phai_tu_chu": sum(groups),
        **{f"tai_chinh.tu_chu_nhom_{number}": part for number, part in zip((2, 3, 4), groups, strict=True)},
        "tai_chinh.von_dau_tu": f"{capital} triệu đồng",
        "tai_chinh.giai_ngan": f"{random.randint(1, capital)} triệu đồng",
    }  # fmt: skip


PARTS: tuple[Callable[[Random, str], dict[str, Any]], ...] = (
    steering, documents, review, digital, staff, finance
)  # fmt: skip
