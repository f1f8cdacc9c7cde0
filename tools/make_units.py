"""The list of administrative units with their codes (don-vi-hanh-chinh.csv), made from a public package.

pip download --no-deps --only-binary=:all: vietnamadminunits==1.0.4
pip download --no-deps --only-binary=:all: --python-version 3.12 vietnam-provinces==2026.9.0
python tools/make_units.py vietnamadminunits-1.0.4-*.whl vietnam_provinces-2026.9.0-*.whl

The first package (MIT) gives the units of 01/7/2025; nothing but the facts is taken. The second has the data
of the Statistics Office's site on 20/9/2026 and must agree with it in every code, parent and name; how a name
is spelt (Hòa or Hoà, ' or ’) may differ. vietnam-provinces before 2026.1 had the codes of a draft of the
decision, in which 123 communes have another code. What changed since stands in `CHANGES`, with the act.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from baocao.vietnamese.text import nfc
from baocao.vietnamese.unit_names import unit_key

LIST = Path(__file__).resolve().parents[1] / "src" / "baocao" / "vietnamese" / "don-vi-hanh-chinh.csv"
START = "2025-07-01"
CHECKED = "2026-09-20"
"""The day whose units the second package has."""

HEADER = f"""# Đơn vị hành chính cấp tỉnh, cấp xã và mã số, mỗi dòng một đơn vị trong thời gian mang một tên.
# phien_ban: 2026.09
# tu_ngay: {START}
# den_ngay: {CHECKED}
# nguon: gói vietnamadminunits 1.0.4 (PyPI, Hieu Tran, MIT), khớp từng mã với vietnam-provinces 2026.9.0
#   (PyPI, số liệu của Cục Thống kê ngày 20/9/2026); chỉ lấy mã, tên, tỉnh. Làm bằng tools/make_units.py.
# can_cu: Quyết định 19/2025/QĐ-TTg; những thay đổi sau đó ghi ở cột van_ban.
"""
COLUMNS = ("ma", "ten", "ma_cap_tren", "tu_ngay", "den_ngay", "van_ban")


class Change(NamedTuple):
    """Units of a province that got another name on a day. units: name before -> name since."""

    province: str
    day: str
    act: str
    units: Mapping[str, str]


def _wards(*names: str) -> dict[str, str]:
    return {f"Xã {name}": f"Phường {name}" for name in names}


_DONG_NAI = ("Dầu Giây", "Đồng Phú", "Long Thành", "Lộc Ninh", "Nhơn Trạch")
_DONG_NAI += ("Tân Khai", "Tân Phú", "Trảng Bom", "Trị An", "Xuân Lộc")
_BAC_NINH = ("Bố Hạ", "Chi Lăng", "Gia Bình", "Hiệp Hòa", "Kép", "Lạng Giang")
_BAC_NINH += ("Lục Nam", "Lương Tài", "Nhân Thắng", "Phù Lãng", "Tiên Du", "Yên Phong")

CHANGES = (
    Change("75", "2026-04-30", "30/2026/QH16", {"Tỉnh Đồng Nai": "Thành phố Đồng Nai"}),
    Change("75", "2026-04-30", "237/NQ-UBTVQH16", _wards(*_DONG_NAI)),
    Change("22", "2026-09-01", "36/2026/QH16", {"Tỉnh Quảng Ninh": "Thành phố Quảng Ninh"}),
    Change("24", "2026-09-20", "39/2026/QH16", {"Tỉnh Bắc Ninh": "Thành phố Bắc Ninh"}),
    Change("24", "2026-09-20", "388/NQ-UBTVQH16", _wards(*_BAC_NINH)),
)

Units = dict[str, tuple[str, str]]
"""Code -> name with the word of its level, code of the province ("" of a province)."""


def main(source: str, other: str) -> None:
    """Write the list; stop with the differences when the packages do not agree."""
    units = read_source(Path(source))
    differences = list(compare(units, read_other(Path(other))))
    if differences:
        sys.exit("\n".join(differences))
    LIST.write_text(text_of(units), encoding="utf-8", newline="\n")


def read_source(wheel: Path) -> Units:
    """The units of vietnamadminunits, from the database in it."""
    query = "select wardCode, ward, provinceCode, province from admin_units"
    with ZipFile(wheel) as package, tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(package.extract("vietnamadminunits/data/dataset.db", folder))
        rows = database.execute(query).fetchall()
        database.close()
    communes = {code: (_tidy(name), province) for code, name, province, _ in rows}
    return {province: (_tidy(name), "") for _, _, province, name in rows} | communes


def read_other(wheel: Path) -> Units:
    """The units of vietnam-provinces, as they were before the changes, from the JSON in it."""
    with ZipFile(wheel) as package:
        provinces = json.loads(package.read("vietnam_provinces/data/nested-divisions.json"))
    found = {f"{item['code']:02}": (_tidy(item["name"]), "") for item in provinces}
    for item in provinces:
        parent = f"{item['code']:02}"
        found |= {f"{one['code']:05}": (_tidy(one["name"]), parent) for one in item["wards"]}
    return found


def compare(ours: Units, theirs: Units) -> Iterator[str]:
    """A line for each code that is not the same unit in both; differences of spelling alone are printed."""
    for code in sorted(ours.keys() | theirs.keys()):
        one, two = ours.get(code), theirs.get(code)
        if one is None or two is None or (unit_key(one[0]), one[1]) != (unit_key(two[0]), two[1]):
            yield f"{code}: {one} / {two}"
        elif one != two:
            print(f"{code}: {one[0]} / {two[0]}")


def text_of(units: Units) -> str:
    """The file: provinces by code, then communes by code, each name with the days it holds."""
    out = StringIO(HEADER, newline="")
    out.seek(0, 2)
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for code in sorted(units, key=lambda code: (len(code), code)):
        writer.writerows(_rows(code, *units[code]))
    return out.getvalue()


def _rows(code: str, name: str, parent: str) -> Iterator[tuple[str, ...]]:
    change = next((item for item in CHANGES if item.province in (code, parent) and name in item.units), None)
    if change is None:
        yield code, name, parent, START, "", ""
        return
    yield code, name, parent, START, _day_before(change.day), ""
    yield code, change.units[name], parent, change.day, "", change.act


def _day_before(day: str) -> str:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat()


def _tidy(name: str) -> str:
    return " ".join(nfc(name).split())


if __name__ == "__main__":
    main(*sys.argv[1:])
