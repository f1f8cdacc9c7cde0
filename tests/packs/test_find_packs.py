"""Finding packs, laying a unit's folders over them, and every fault of a pack's own files."""

# ruff: noqa: E501 - a catalogue entry stands on one line

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

import pytest
from packs_kit import CATALOGUE, MANIFEST, faults, folders, make, packs

from baocao.errors import PackError, Severity, Where
from baocao.messages.packs import MESSAGES
from baocao.packs.catalogue import Better, Kind, RollUp
from baocao.packs.finder import builtin_folder, find_pack, lay_over, list_packs
from baocao.packs.pack import Layer, Origin

TESTS = Path(__file__).parent

__all__ = ["packs"]


def entry(attributes: str) -> str:
    """The catalogue with one more indicator, `a.x`, on line 8."""
    return CATALOGUE + f"  a.x: {attributes}\n"


def test_the_shipped_packs_are_sound() -> None:
    packs = list_packs()
    assert "cchc-nam" in [item.id for item in packs]
    for pack in packs:
        assert pack == find_pack(pack.id)
        assert pack.layers[0].folder == builtin_folder() / pack.id
        assert len(pack.catalogue.indicators) > 1
        assert pack.findings == ()


def test_a_catalogue_becomes_indicators(packs: Path) -> None:
    catalogue = find_pack("goi-thu").catalogue
    total, rate, rows = catalogue["a.tong"], catalogue["a.ty_le"], catalogue["a.ds"]
    assert (total.label, total.kind, total.parts, total.group) == (
        "Tổng",
        Kind.COUNT,
        (("a.b.mot", "a.b.hai"),),
        "a",
    )
    assert (rate.numerator, rate.denominator, rate.decimals) == ("a.b.mot", "a.tong", 1)
    assert (rate.better, rate.rollup) == (Better.LESS, RollUp.RECOMPUTE)
    assert [(field.id, field.kind) for field in rows.fields] == [("ten", Kind.TEXT), ("so", Kind.COUNT)]
    assert (catalogue["a.b.mot"].within, catalogue["a.b.mot"].group) == (("a.tong",), "a.b")
    assert catalogue.groups == {"a": "Nhóm A", "a.b": "Nhóm B"}


def test_a_manifest_has_defaults(packs: Path) -> None:
    manifest = find_pack("goi-thu").manifest
    assert (manifest.type_name, manifest.type_symbol, manifest.format_profile) == (
        "BÁO CÁO",
        "BC",
        "nd30-2020",
    )
    assert (manifest.period_kinds, manifest.headings) == (("nam",), ("I.", "1.", "a)"))


def test_a_units_folder_lies_over_the_builtin_pack(packs: Path) -> None:
    make(
        packs / "don-vi" / "mau" / "goi-thu",
        "ten_loai: BÁO CÁO CHUYÊN ĐỀ\nphien_ban:\n",
        "chi_tieu:\n  a.tong: {nhan: Tổng số của huyện}\n  a.rieng: {nhan: Riêng, loai: chu}\n",
    )
    pack = find_pack("goi-thu", packs / "don-vi")
    assert folders(pack) == [("goi-thu", Origin.UNIT), ("goi-thu", Origin.BUILTIN)]
    assert (pack.manifest.type_name, pack.manifest.version) == ("BÁO CÁO CHUYÊN ĐỀ", "1.0")
    assert (pack.catalogue["a.tong"].label, pack.catalogue["a.tong"].kind) == (
        "Tổng số của huyện",
        Kind.COUNT,
    )
    assert list(pack.catalogue.indicators)[-1] == "a.rieng"
    assert find_pack("goi-thu").catalogue["a.tong"].label == "Tổng"


def test_a_unit_may_have_a_template_only_and_packs_of_its_own(packs: Path) -> None:
    (packs / "don-vi" / "mau" / "goi-thu").mkdir(parents=True)
    (packs / "don-vi" / "mau" / "goi-thu" / "noi-dung.md").write_text("", encoding="utf-8")
    make(packs / "don-vi" / "mau" / "goi-rieng", MANIFEST.replace("goi-thu", "goi-rieng"))
    assert len(find_pack("goi-thu", packs / "don-vi").layers) == 2
    assert folders(find_pack("goi-rieng", packs / "don-vi")) == [("goi-rieng", Origin.UNIT)]
    assert [item.id for item in list_packs(packs / "don-vi")] == ["goi-rieng", "goi-thu"]
    assert [item.id for item in list_packs()] == ["goi-thu"]


def test_command_then_unit_then_parents_then_builtin(packs: Path) -> None:
    for name in ("sua", "xa/mau/goi-thu", "huyen/mau/goi-thu", "tinh/mau/goi-thu"):
        own = name.split("/")[0]
        make(packs / name, f"ma: goi-thu\nten: Tên của {own}\n", f"chi_tieu: {{a.tong: {{nhan: {own}}}}}\n")
    units = (packs / "xa", packs / "huyen", packs / "tinh")
    pack = find_pack("sua", units)
    assert [(layer.folder.parts[-3:][0], layer.origin, layer.pack) for layer in pack.layers[1:-1]] == [
        ("xa", Origin.UNIT, "goi-thu"),
        ("huyen", Origin.PARENT, "goi-thu"),
        ("tinh", Origin.PARENT, "goi-thu"),
    ]
    assert (pack.layers[0], pack.layers[-1]) == (
        Layer(Path("sua"), Origin.COMMAND, "goi-thu"),
        Layer(packs / "builtin" / "goi-thu", Origin.BUILTIN, "goi-thu"),
    )

    def effective(name: str, folders: Sequence[Path]) -> tuple[str, str]:
        found = find_pack(name, folders)
        assert lay_over(find_pack(name), folders) == found
        return found.manifest.title, found.catalogue["a.tong"].label

    assert effective("sua", units) == ("Tên của sua", "sua")
    assert effective("goi-thu", units) == ("Tên của xa", "xa")
    assert effective("goi-thu", (packs / "khong-co", *units[1:])) == ("Tên của huyen", "huyen")
    assert effective("goi-thu", (packs / "khong-co", packs / "tinh")) == ("Tên của tinh", "tinh")
    assert effective("goi-thu", ()) == ("Báo cáo thử", "Tổng")
    assert effective("goi-thu", ("", "", packs / "khong-co")) == ("Báo cáo thử", "Tổng")


def test_a_profile_typed_in_the_data_file_has_parents_too(packs: Path) -> None:
    make(packs / "tinh" / "mau" / "goi-thu", "ten: Của tỉnh\n", None)
    assert find_pack("goi-thu", ["", packs / "tinh"]).layers[0].origin is Origin.PARENT


def test_a_unit_and_its_parent_in_one_folder_give_one_layer(packs: Path) -> None:
    make(packs / "chung" / "mau" / "goi-thu", "ten: Chung\n", None)
    assert folders(find_pack("goi-thu", [packs / "chung", packs / "chung"])) == [
        ("goi-thu", Origin.UNIT),
        ("goi-thu", Origin.BUILTIN),
    ]


def test_a_folder_of_the_command_line_comes_first(packs: Path) -> None:
    make(packs / "sua", "ma: goi-thu\nten: Tên khác\n", None)
    pack = find_pack("sua")
    assert folders(pack) == [("sua", Origin.COMMAND), ("goi-thu", Origin.BUILTIN)]
    assert pack.manifest.title == "Tên khác"
    make(packs / "khong-ma", None, "chi_tieu: {a.tong: {nhan: Khác}}\n")
    assert find_pack(packs / "khong-ma", base="goi-thu").catalogue["a.tong"].label == "Khác"


def test_the_folder_of_a_builtin_pack_is_that_pack(packs: Path) -> None:
    assert folders(find_pack(packs / "builtin" / "goi-thu")) == [("goi-thu", Origin.BUILTIN)]


def test_an_unknown_pack_is_told_with_the_nearest(packs: Path) -> None:
    with pytest.raises(PackError) as caught:
        find_pack("goi-thử", named_at=Where("a.yaml", 1, key="goi"))
    item = caught.value.findings[0]
    assert (item.code, str(item.where)) == ("goi-khong-co", "a.yaml, dòng 1, mục goi")
    assert "«goi-thu»" in item.text
    assert faults("../goi") == [("goi-khong-co", None, "")]
    assert faults("x\0y") == [("goi-khong-co", None, "")]
    assert faults("") == [("goi-chua-neu", None, "")]


def test_files_that_lack_or_are_broken(packs: Path) -> None:
    assert faults(make(packs / "mot", None)) == [("goi-thieu-tep", None, "")]
    assert faults(make(packs / "hai", MANIFEST.replace("goi-thu", "hai"), None)) == [
        ("goi-thieu-tep", None, "")
    ]
    assert faults(make(packs / "ba", MANIFEST, "chi_tieu:\n\ta: 1\n")) == [("goi-tep-hong", 2, "")]


def test_a_remark_about_a_pack_file_does_not_stop(packs: Path) -> None:
    folder = make(packs / "nfd", unicodedata.normalize("NFD", MANIFEST))
    pack = find_pack(folder)
    assert pack.manifest.title == "Báo cáo thử"
    assert [(item.code, item.level, item.where.file) for item in pack.findings] == [
        ("goi-tep-nhac", Severity.INFO, str(folder / "goi.yaml"))
    ]
    assert "không đọc được" not in pack.findings[0].text


def test_no_folder_of_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "baocao.packs.finder.__file__", str(tmp_path / "a" / "b" / "baocao" / "packs" / "finder.py")
    )
    with pytest.raises(PackError) as caught:
        builtin_folder()
    assert caught.value.findings[0].code == "goi-khong-co-thu-vien"


MANIFEST_FAULTS = [
    ("goi-muc-la", MANIFEST + "tenn: a\n", 5, "tenn"),
    ("goi-thieu-muc", MANIFEST.replace("ten: Báo cáo thử\n", ""), 1, ""),
    ("goi-thieu-muc", MANIFEST.replace('trich_yeu: ["Kết quả {ky}"]\n', ""), 1, ""),
    ("goi-gia-tri-sai", MANIFEST.replace("goi-thu", "Gói Thử"), 1, "ma"),
    ("goi-gia-tri-sai", MANIFEST + "ky: [tuan]\n", 5, "ky"),
    ("goi-gia-tri-sai", MANIFEST + 'danh_so: ["i."]\n', 5, "danh_so"),
    ("goi-gia-tri-sai", MANIFEST.replace("{ky}", "{ky"), 4, "trich_yeu"),
    ("goi-gia-tri-sai", MANIFEST.replace("{ky}", "{ky:>1000000000}"), 4, "trich_yeu"),
    ("goi-gia-tri-sai", MANIFEST.replace("{ky}", "{ky!r}"), 4, "trich_yeu"),
    ("goi-gia-tri-sai", MANIFEST + "the_thuc: ../nd30-2020\n", 5, "the_thuc"),
    ("goi-cho-dien-la", MANIFEST.replace("{ky}", "{nam_nay}"), 4, "trich_yeu"),
    ("goi-cho-dien-la", MANIFEST.replace("{ky}", "{ky.__class__}"), 4, "trich_yeu"),
]


@pytest.mark.parametrize(("code", "manifest", "line", "key"), MANIFEST_FAULTS)
def test_each_fault_of_a_manifest(packs: Path, code: str, manifest: str, line: int, key: str) -> None:
    assert faults(make(packs / "x", manifest.replace("goi-thu", "goi-x"))) == [(code, line, key)]


CATALOGUE_FAULTS = [
    ("goi-muc-la", entry("{nhan: X, loai: dem, nhann: Y}"), 8, "a.x.nhann"),
    ("goi-muc-la", CATALOGUE + "chitieu: {}\n", 8, "chitieu"),
    ("goi-thieu-muc", entry("{loai: dem}"), 8, "a.x"),
    ("goi-thieu-muc", entry("{nhan: X}"), 8, "a.x"),
    ("goi-thieu-muc", entry("{nhan: X, loai: danh_sach}"), 8, "a.x.truong"),
    ("goi-gia-tri-sai", entry("{nhan: X, loai: demm}"), 8, "a.x.loai"),
    ("goi-gia-tri-sai", entry("{nhan: X, loai: dem, bat_buoc: rồi}"), 8, "a.x.bat_buoc"),
    ("goi-gia-tri-sai", entry("{nhan: X, loai: ty_le, so_le: 1.5}"), 8, "a.x.so_le"),
    ("goi-gia-tri-sai", entry("{nhan: X, loai: diem, toi_da: nhiều}"), 8, "a.x.toi_da"),
    ("goi-gia-tri-sai", entry("{nhan: X, loai: diem, toi_da: nan}"), 8, "a.x.toi_da"),
    ("goi-gia-tri-sai", entry("{nhan: [X], loai: dem}"), 8, "a.x.nhan"),
    ("goi-gia-tri-sai", entry("5"), 8, "a.x"),
    ("chi-tieu-ma-sai", entry("{nhan: X, loai: dem}").replace("a.x:", "a.Số:"), 8, "a.Số"),
    ("chi-tieu-ma-sai", entry("{nhan: X, loai: danh_sach, truong: {Tên: {nhan: T, loai: chu}}}"), 8, "a.x.truong"),
    ("chi-tieu-ma-trung-nhom", entry("{nhan: X, loai: dem}").replace("a.x:", "a.tong.con:"), 3, "a.tong"),
    ("chi-tieu-ten-danh-rieng", entry("{nhan: X, loai: dem}").replace("a.x:", "dv.x:"), 8, "dv.x"),
    ("chi-tieu-ten-danh-rieng", entry("{nhan: X, loai: dem}").replace("a.x:", "a.trong:"), 8, "a.trong"),
    ("chi-tieu-ten-danh-rieng", entry("{nhan: X, loai: dem}").replace("a.x:", "a.co_noi_dung:"), 8, "a.co_noi_dung"),
    ("chi-tieu-ten-danh-rieng", entry("{nhan: X, loai: dem}").replace("a.x:", "a.if:"), 8, "a.if"),
    ("chi-tieu-ten-danh-rieng", entry("{nhan: X, loai: danh_sach, truong: {items: {nhan: T, loai: chu}}}"), 8, "a.x.truong"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: dem, thanh_phan: [[a.b.mott]]}"), 8, "a.x.thanh_phan"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: dem, thanh_phan: [['a.ds[].soo']]}"), 8, "a.x.thanh_phan"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: dem, trong: [a.la]}"), 8, "a.x.trong"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: dem, mac_dinh_theo: a.la}"), 8, "a.x.mac_dinh_theo"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: dem, nen_trong: [a.la]}"), 8, "a.x.nen_trong"),
    ("chi-tieu-khong-co", entry("{nhan: X, loai: danh_sach, truong: {y: {nhan: Y, loai: dem, trong: [a.tong]}}}"), 8, "a.x.truong.y"),
    ("chi-tieu-khong-phai-so", entry("{nhan: X, loai: danh_sach, truong: {t: {nhan: T, loai: chu}, y: {nhan: Y, loai: dem, trong: [t]}}}"), 8, "a.x.truong.y"),
    ("chi-tieu-khong-phai-so", entry("{nhan: X, loai: dem, thanh_phan: [[a.ds]]}"), 8, "a.x.thanh_phan"),
    ("chi-tieu-vong", entry("{nhan: X, loai: dem, thanh_phan: [[a.x]]}"), 8, "a.x"),
    ("chi-tieu-vong", entry("{nhan: X, loai: dem, mac_dinh_theo: a.y}") + "  a.y: {nhan: Y, loai: dem, mac_dinh_theo: a.x}\n", 8, "a.x"),
    ("chi-tieu-vong", entry("{nhan: X, loai: dem, trong: [a.y]}") + "  a.y: {nhan: Y, loai: dem, trong: [a.x]}\n", 8, "a.x"),
    ("chi-tieu-lech-loai", entry("{nhan: X, loai: chu, so_le: 1}"), 8, "a.x.so_le"),
    ("chi-tieu-thieu-cap", entry("{nhan: X, loai: ty_le, tu_so: a.tong}"), 8, "a.x.tu_so"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "catalogue", "line", "key"), CATALOGUE_FAULTS)
def test_each_fault_of_a_catalogue(packs: Path, code: str, catalogue: str, line: int, key: str) -> None:
    assert (code, line, key) in faults(make(packs / "x", MANIFEST.replace("goi-thu", "goi-x"), catalogue))


def test_all_faults_of_all_files_come_together(packs: Path) -> None:
    found = faults(
        make(packs / "x", MANIFEST + "la: 1\n", entry("{nhan: X, loai: ty_le, tu_so: a.la, so_le: 9}"))
    )
    assert [code for code, _, _ in found] == [
        "goi-muc-la",
        "goi-gia-tri-sai",
        "chi-tieu-khong-co",
        "chi-tieu-thieu-cap",
    ]


def test_a_cycle_is_shown_whole_and_once(packs: Path) -> None:
    catalogue = entry("{nhan: X, loai: dem, mac_dinh_theo: a.y}")
    catalogue += (
        "  a.y: {nhan: Y, loai: dem, mac_dinh_theo: a.z}\n  a.z: {nhan: Z, loai: dem, mac_dinh_theo: a.x}\n"
    )
    with pytest.raises(PackError) as caught:
        find_pack(make(packs / "x", MANIFEST, catalogue))
    assert [item.text for item in caught.value.findings] == [
        "Các chỉ tiêu tính lẫn nhau thành vòng: a.x → a.y → a.z → a.x."
    ]


def test_a_folder_that_may_not_be_read_is_never_passed_over(
    packs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The built-in pack would be used in its place. The tests may run as root: the refusal is made."""
    locked = tmp_path / "xa" / "mau" / "cchc-nam"
    locked.mkdir(parents=True)
    seen = Path.is_file

    def refuse(path: Path) -> bool:
        if locked in path.parents:
            raise PermissionError(13, "Permission denied", str(path))
        return seen(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    with pytest.raises(PackError) as caught:
        find_pack("cchc-nam", tmp_path / "xa")
    (found,) = caught.value.findings
    assert (found.code, found.where.file) == ("goi-thu-muc-khoa", str(locked))


def test_every_code_is_tested() -> None:
    text = "".join(file.read_text(encoding="utf-8") for file in TESTS.glob("*.py"))
    assert {code for code in MESSAGES if f'"{code}"' not in text} == set()
