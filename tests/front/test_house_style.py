"""`phong_cach` of a unit's profile: each entry changes what the finished report says."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

import baocao
from baocao.authoring import build_pack_template
from docx_reading import read_docx

MANIFEST = """ma: thu
phien_ban: "1.0"
ten: Báo cáo thử
trich_yeu: ["Thử {ky}"]
ky: [nam]
cap: [xa]
"""
CATALOGUE = """nhom: {a: Thử}
chi_tieu:
  a.dem: {nhan: Số đếm, loai: dem}
  a.hang: {nhan: Hạng, loai: hang}
  a.diem: {nhan: Điểm, loai: diem}
  a.ty_le: {nhan: Tỷ lệ, loai: ty_le}
  a.tien: {nhan: Tiền, loai: tien}
  a.ngay: {nhan: Ngày, loai: ngay}
  a.nhieu: {nhan: Nhiều, loai: dem}
"""
TEXT = """
đếm {{ a.dem }}; hạng {{ a.hang }}; điểm {{ a.diem }}; tỷ lệ {{ a.ty_le }}; tiền {{ a.tien }};
ngày {{ a.ngay }}

chữ {{ a.nhieu | bang_chu }}; thứ {{ 105 | thu_tu }}; {{ dv.tu_xung }}; {{r dv.mot_cua }}; {{ dv.cap_xa }}

một[^x] hai[^y]

[^x]: Một.

[^y]: Hai.
"""
DATA = """goi: thu
don_vi: don-vi.yaml
ky: {nam: 2025}
van_ban: {ngay: 05/3/2024}
so_lieu:
  a: {dem: 2, hang: 5/12, diem: "80,456", ty_le: "74,2%", tien: 36 nghìn đồng, ngay: 5/4/2022, nhieu: 1105}
"""
UNIT = """ten: Ủy ban nhân dân xã B
cap: xa
dia_danh: B
ky_hieu: UBND
tu_xung: Xã
nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Lê Văn B}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A unit's folder with a pack of its own."""
    folder = tmp_path_factory.mktemp("don-vi")
    pack = folder / "mau" / "thu"
    pack.mkdir(parents=True)
    for name, text in (("goi.yaml", MANIFEST), ("chi-tieu.yaml", CATALOGUE), ("noi-dung.md", TEXT)):
        (pack / name).write_text(text, encoding="utf-8")
    _, data = build_pack_template(pack)
    (pack / "mau.docx").write_bytes(data)
    return folder


def report(folder: Path, style: str = "", *, data: str = DATA, more: str = "") -> baocao.Report:
    profile = f"{UNIT}phong_cach: {{{style}}}\n{more}"
    (folder / "don-vi.yaml").write_text(profile, encoding="utf-8")
    (folder / "2025.yaml").write_text(data.replace("{nam: 2025}", "{nam: 2023}"), encoding="utf-8")
    return baocao.make_report(folder / "2025.yaml")


def said(folder: Path, style: str = "", **more: str) -> str:
    """The words of the report in that style."""
    made = report(folder, style, **more)
    assert [item for item in made.findings if item.level is baocao.Severity.ERROR] == []
    return "\n".join(read_docx(made.to_bytes()).paragraphs).replace("\u00a0", " ")


USUAL = (
    "đếm 02; hạng 05/12; điểm 80,46; tỷ lệ 74,2%; tiền 36 nghìn đồng; ngày 05/4/2022",
    "chữ một nghìn một trăm linh năm; thứ thứ một trăm linh năm; Xã; Bộ phận Một cửa; xã, phường, thị trấn",
)


def test_what_a_unit_without_a_style_of_its_own_prints(folder: Path) -> None:
    words = said(folder)
    assert all(line in words for line in USUAL)


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("so_hai_chu_so: không", "đếm 2; hạng 05/12;"),
        ("hang_hai_chu_so: không", "đếm 02; hạng 5/12;"),
        ("so_le: 1", "điểm 80,5; tỷ lệ 74,2%;"),
        ("so_le: 3", "điểm 80,456; tỷ lệ 74,2%;"),
        ("giu_so_khong: có", "điểm 80,46; tỷ lệ 74,2%;"),
        ("giu_so_khong: có, so_le: 1", "điểm 80,5; tỷ lệ 74,2%;"),
        ("kieu_ngay: dai", "ngày 05 tháng 4 năm 2022"),
        ("kieu_ngay: ngan", "ngày 05/4/2022"),
        ("kieu_ngay: nhu_go", "ngày 05/4/2022"),
        ("linh_le: lẻ", "chữ một nghìn một trăm lẻ năm; thứ thứ một trăm lẻ năm;"),
        ("nghin_ngan: ngàn", "tiền 36 ngàn đồng;"),
        ("nghin_ngan: ngàn", "chữ một ngàn một trăm linh năm;"),
        ("viet_hoa_tu_xung: không", "; xã; Bộ phận"),
        ("viet_hoa_tu_xung: có", "; Xã; Bộ phận"),
    ],
)
def test_each_entry_of_the_style(folder: Path, style: str, words: str) -> None:
    assert words in said(folder, style)


def test_zeros_that_rounding_leaves_at_the_end(folder: Path) -> None:
    data = DATA.replace("80,456", "80,496")
    assert "điểm 80,5;" in said(folder, "giu_so_khong: không", data=data)
    assert "điểm 80,50;" in said(folder, "giu_so_khong: có", data=data)


def test_zeros_that_were_typed_stay(folder: Path) -> None:
    data = DATA.replace("74,2%", "74,20%")
    assert "tỷ lệ 74,20%;" in said(folder, "giu_so_khong: không", data=data)


def test_a_date_typed_long_stays_long_unless_the_house_wants_it_short(folder: Path) -> None:
    data = DATA.replace("5/4/2022", "05 tháng 4 năm 2022")
    assert "ngày 05 tháng 4 năm 2022" in said(folder, data=data)
    assert "ngày 05/4/2022" in said(folder, "kieu_ngay: ngan", data=data)


@pytest.mark.parametrize(
    ("style", "sign"),
    [("", "continuous"), ("khong", "continuous"), ("moi_trang", "eachPage"), ("moi_phan", "eachSect")],
)
def test_where_footnotes_begin_again(folder: Path, style: str, sign: str) -> None:
    made = read_parts(report(folder, f"chu_thich_dem_lai: {style}").to_bytes())
    for part in ("word/document.xml", "word/settings.xml"):
        assert re.findall(r'<w:numRestart w:val="(\w+)"/>', made[part]) == [sign]


def read_parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_units_own_words_before_those_of_the_law(folder: Path) -> None:
    more = "them: {mot_cua: Điểm phục vụ hành chính công}\n"
    assert "; Điểm phục vụ hành chính công; xã, phường, thị trấn" in said(folder, more=more)


def test_words_of_the_law_on_the_day_of_the_report(folder: Path) -> None:
    data = DATA.replace("05/3/2024", "05/12/2025")
    words = "Trung tâm Phục vụ hành chính công; xã, phường, đặc khu"
    assert words in said(folder, data=data)


def test_what_has_no_name_for_such_a_unit_is_a_finding(folder: Path) -> None:
    pack = folder / "mau" / "thu"
    own = pack.parent / "thu-hai"
    own.mkdir(exist_ok=True)
    manifest = MANIFEST.replace("ma: thu", "ma: thu-hai")
    text = "với {{ dv.cac_cap_duoi }}\n"
    for name, content in (("goi.yaml", manifest), ("chi-tieu.yaml", CATALOGUE), ("noi-dung.md", text)):
        (own / name).write_text(content, encoding="utf-8")
    (own / "mau.docx").write_bytes(build_pack_template(own)[1])
    data = DATA.replace("goi: thu", "goi: thu-hai")
    (item,) = (one for one in report(folder, data=data).findings if one.code == "o-trong")
    assert item.where.key == "don_vi.them.cac_cap_duoi"
    assert "với các thôn" in said(folder, data=data, more="them: {cac_cap_duoi: các thôn}\n")
