"""A small pack and a valid data file, of which a test replaces the sections it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from baocao.errors import Finding
from baocao.intake.raw import RawRecord
from baocao.intake.reader import read_typed
from baocao.model.record import Record
from baocao.model.validate import validate
from baocao.packs.finder import find_pack
from baocao.packs.pack import Pack

MANIFEST = """
ma: goi-thu
phien_ban: "1.0"
ten: Báo cáo thử
trich_yeu: ["Kết quả công tác {ky}", "nhiệm vụ {ky_sau}"]
ky: [nam, quy, 6_thang, 9_thang, giai_doan]
cap: [xa, huyen]
noi_nhan: [Thường trực Huyện ủy]
"""

CATALOGUE = """
nhom: {tthc: Thủ tục hành chính, tthc.cap_huyen: Cấp huyện, can_bo: Cán bộ}
chi_tieu:
  tthc.tiep_nhan:
    {nhan: Hồ sơ tiếp nhận, loai: dem, don_vi_tinh: hồ sơ, bat_buoc: true, vi_du: "27.630",
     thanh_phan: [[tthc.truc_tuyen, tthc.truc_tiep]]}
  tthc.truc_tuyen: {nhan: Hồ sơ trực tuyến, loai: dem}
  tthc.truc_tiep: {nhan: Hồ sơ trực tiếp, loai: dem}
  tthc.dang_cho: {nhan: Hồ sơ đang chờ, loai: dem, nen_trong: [tthc.tiep_nhan]}
  tthc.linh_vuc:
    nhan: Hồ sơ theo lĩnh vực
    loai: danh_sach
    truong:
      ten: {nhan: Lĩnh vực, loai: chu}
      tiep_nhan: {nhan: Tiếp nhận, loai: dem}
      xong: {nhan: Đã giải quyết, loai: dem, trong: [tiep_nhan]}
  tthc.da_giai_quyet: {nhan: Hồ sơ đã giải quyết, loai: dem}
  tthc.tre_han: {nhan: Hồ sơ trễ hạn, loai: dem, trong: [tthc.da_giai_quyet]}
  tthc.bi_huy: {nhan: Hồ sơ bị hủy, loai: dem, trong: [tthc.da_giai_quyet, tthc.tiep_nhan]}
  tthc.ty_le: {nhan: Tỷ lệ giải quyết, loai: ty_le, tu_so: tthc.da_giai_quyet, mau_so: tthc.tiep_nhan}
  tthc.tang_truong: {nhan: Tăng trưởng, loai: ty_le, toi_da: 1000}
  tthc.cap_huyen.ty_le_dung_han: {nhan: Tỷ lệ đúng hạn cấp huyện, loai: ty_le}
  chi_so.diem: {nhan: Điểm chỉ số, loai: diem, toi_da: 100, don_vi_tinh: điểm}
  chi_so.hang: {nhan: Hạng chỉ số, loai: hang, vi_du: 11/12}
  tai_chinh.tiet_kiem: {nhan: Kinh phí tiết kiệm, loai: tien}
  can_bo.tuyen_dung: {nhan: Số người tuyển dụng, loai: dem, thanh_phan: [["can_bo.chi_tiet[].so"]]}
  can_bo.chi_tiet:
    nhan: Chi tiết tuyển dụng
    loai: danh_sach
    truong: {ten: {nhan: Nội dung, loai: chu, bat_buoc: true}, so: {nhan: Số người, loai: dem}}
  chi_dao.van_ban:
    {nhan: Văn bản chỉ đạo, loai: danh_sach, truong: {van_ban: {nhan: Văn bản, loai: van_ban}}}
  chi_dao.mo_hinh: {nhan: Mô hình, loai: danh_sach, truong: {ten: {nhan: Tên, loai: chu}}}
  chi_dao.ke_hoach: {nhan: Kế hoạch năm, loai: van_ban}
  chi_dao.ngay: {nhan: Ngày công bố, loai: ngay}
  chi_dao.ky_truoc: {nhan: Kỳ trước, loai: ky}
  chi_dao.co_de_an: {nhan: Có đề án, loai: co_khong}
  ton_tai.noi_dung: {nhan: Tồn tại, loai: chu}
"""

SECTIONS = {
    "goi": "goi: goi-thu",
    "don_vi": """don_vi:
  ten: Ủy ban nhân dân huyện Tân Hồng
  cap: huyen
  dia_danh: Tân Hồng
  ky_hieu: UBND
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}""",
    "ky": "ky: {nam: 2023}",
    "so_lieu": "so_lieu: {tthc: {tiep_nhan: 27.630}}",
}
"""The smallest valid data file, section by section."""


@cache
def small_pack() -> Pack:
    """The pack of these tests."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "goi.yaml").write_text(MANIFEST, encoding="utf-8")
        (Path(folder) / "chi-tieu.yaml").write_text(CATALOGUE, encoding="utf-8")
        return find_pack(folder)


def data_file(text: str) -> str:
    """`text`, then every section of the smallest data file that it does not have itself."""
    own = set(re.findall(r"^(\w+):", text, re.MULTILINE))
    rest = [section for name, section in SECTIONS.items() if name not in own]
    return "\n".join([text.strip("\n"), *rest]) + "\n"


def raw_of(text: str) -> RawRecord:
    """The raw record of a data file's text, without touching a disk."""
    return read_typed(data_file(text), "so-lieu.yaml")


def judge(text: str, *, draft: bool = False) -> tuple[Record | None, tuple[Finding, ...]]:
    """Validate a data file's text."""
    return validate(raw_of(text), small_pack(), draft=draft)


def record_of(text: str = "") -> Record:
    """The record of a data file without faults."""
    record, found = judge(text)
    assert record is not None, [(item.code, str(item.where), item.text) for item in found]
    return record


def codes(found: Iterable[Finding]) -> list[str]:
    """The codes of findings."""
    return [item.code for item in found]
