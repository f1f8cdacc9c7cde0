"""A small pack with a series, and a working folder with files of several years."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from baocao.builder import build_template
from baocao.formats import load_format
from baocao.packs.manifest import DEFAULT_HEADINGS

MANIFEST = """
ma: tong-ket
phien_ban: "1.0"
ten: Báo cáo tổng kết
ky_hieu: BC
trich_yeu: ["Tổng kết công tác {ky}"]
ky: [nam, quy, giai_doan]
cap: [xa]
the_thuc: nd30-2020
"""

CATALOGUE = """
nhom: {tthc: Thủ tục hành chính, can_bo: Cán bộ}
chi_tieu:
  tthc.tiep_nhan:
    {nhan: Hồ sơ tiếp nhận, loai: dem, don_vi_tinh: hồ sơ, bat_buoc: true, vi_du: "27.630",
     thanh_phan: [[tthc.nhan_moi, tthc.ky_truoc]]}
  tthc.nhan_moi: {nhan: Hồ sơ nhận mới, loai: dem, don_vi_tinh: hồ sơ, cong_nam: có}
  tthc.ky_truoc: {nhan: Hồ sơ kỳ trước chuyển qua, loai: dem, don_vi_tinh: hồ sơ, cong_nam: đầu}
  tthc.da_giai_quyet: {nhan: Hồ sơ đã giải quyết, loai: dem, don_vi_tinh: hồ sơ, cong_nam: có}
  tthc.dang_giai_quyet: {nhan: Hồ sơ đang giải quyết, loai: dem, don_vi_tinh: hồ sơ, cong_nam: cuối}
  tthc.ty_le:
    {nhan: Tỷ lệ hồ sơ đã giải quyết trên số tiếp nhận, loai: ty_le,
     tu_so: tthc.da_giai_quyet, mau_so: tthc.tiep_nhan}
  tthc.phi: {nhan: "Phí, lệ phí đã thu", loai: tien, cong_nam: có}
  can_bo.bien_che: {nhan: Biên chế có mặt, loai: dem, don_vi_tinh: người}
  can_bo.hang: {nhan: Hạng Chỉ số cải cách hành chính, loai: hang}
"""

CONTENT = """@dau_van_ban

@ten_loai

# KẾT QUẢ THỰC HIỆN {{ ky.ten | upper }}

Trong {{ ky.ten }}, {{ dv.ten }} tiếp nhận {{ tthc.tiep_nhan }} hồ sơ, đã giải quyết
{{ tthc.da_giai_quyet }} hồ sơ (đạt tỷ lệ {{ tthc.ty_le }}), thu {{ tthc.phi }} phí, lệ phí; cuối kỳ còn
{{ tthc.dang_giai_quyet }} hồ sơ đang giải quyết.

{% set moi = tthc.nhan_moi.cac_nam %}
Số hồ sơ nhận mới {{ moi.so_voi_dau.huong }} từ {{ moi.dau }} hồ sơ ({{ moi.dau.ky }}) lên
{{ moi.cuoi }} hồ sơ ({{ moi.cuoi.ky }}), {{ moi.so_voi_dau.huong }} {{ moi.so_voi_dau.ty_le_chenh_lech }};
cộng {{ moi | length }} năm là {{ moi.cong }} hồ sơ. Năm 2023 nhận {{ tthc.nhan_moi.nam(2023) }} hồ sơ.

{% for n in tthc.nhan_moi.cac_nam %}
- Năm {{ n.nam }}: {{ n.so }} hồ sơ{% if n.co_truoc %}, {{ n.huong }} {{ n.chenh_lech }} hồ sơ
({{ n.ty_le_chenh_lech }}) so với năm trước{%
if n.qua_sap_xep %}[^sap_xep]{% endif %}{% endif %}{% if loop.last %}.{% else %};{% endif %}
{% endfor %}

[^sap_xep]: Số liệu trước ngày 01/7/2025 là của các đơn vị trước khi sắp xếp.

| TT | Năm | Nhận mới | Đã giải quyết | Tỷ lệ | Biên chế có mặt | Hạng |
| :--: | :----: | :------: | :------: | :------: | :------: | :------: |
| {%tr for n in tthc.nhan_moi.cac_nam %} | | | | | | |
| {{ loop.index }} | {{ n.nam }} | {{ n.so }} | {{ tthc.da_giai_quyet.nam(n.nam) }} | \
{{ tthc.ty_le.nam(n.nam) }} | \
{{ can_bo.bien_che.nam(n.nam) }} | {{ can_bo.hang.nam(n.nam) }} |
| {%tr endfor %} | | | | | | |

@khoi_ky
"""

PROFILE = """ten: Ủy ban nhân dân xã Minh Họa
cap: xa
dia_danh: Minh Họa
ky_hieu: UBND
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn An}
noi_nhan: [Thường trực Đảng ủy xã]
"""

FIGURES = {
    2021: (9850, 110, 9840, 120, "412 triệu đồng", 52, "9/12"),
    2022: (10420, 120, 10430, 110, "455 triệu đồng", 52, "7/12"),
    2023: (11975, 110, 11950, 135, "501 triệu đồng", 50, "7/12"),
    2024: (12480, 135, 12509, 106, "530 triệu đồng", 49, "4/12"),
    2025: (15030, 106, 15021, 115, "640 triệu đồng", 61, "3/45"),
}
NAMES = ("nhan_moi", "ky_truoc", "da_giai_quyet", "dang_giai_quyet", "phi")


def record(ky: str, figures: str, more: str = "") -> str:
    """A data file."""
    return f"goi: tong-ket\nky: {ky}\nvan_ban: {{so: 5, ngay: 10/02/2026}}\n{more}\nso_lieu: {figures}\n"


def of_year(year: int, ky: str = "", more: str = "") -> str:
    """The data file of one year."""
    *flows, staff, rank = FIGURES[year]
    tthc = ", ".join(f"{name}: {value}" for name, value in zip(NAMES, flows, strict=True))
    return record(
        ky or f"{{nam: {year}}}", f"{{tthc: {{{tthc}}}, can_bo: {{bien_che: {staff}, hang: {rank}}}}}", more
    )


def built(content: str) -> bytes:
    """A template with this text."""
    return build_template(content, DEFAULT_HEADINGS, load_format("nd30-2020"))


def make_pack(folder: Path) -> None:
    """The pack's folder with its template."""
    folder.mkdir(parents=True)
    for name, text in (("goi.yaml", MANIFEST), ("chi-tieu.yaml", CATALOGUE), ("noi-dung.md", CONTENT)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "mau.docx").write_bytes(built(CONTENT))


def put(root: Path, files: Mapping[str, str]) -> None:
    """Files of the folder of data; "/" in a name makes folders."""
    for name, text in files.items():
        path = root / "so-lieu" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def workplace(root: Path) -> Path:
    """A working folder with the pack and no data."""
    root.mkdir(exist_ok=True)
    (root / "don-vi.yaml").write_text(PROFILE, encoding="utf-8")
    (root / "so-lieu").mkdir(exist_ok=True)
    make_pack(root / "mau" / "tong-ket")
    return root
