"""A pack based on another: what lies below, what is not taken over, versions and formats of other times."""

# ruff: noqa: E501 - sentences stay whole

from __future__ import annotations

from pathlib import Path

import pytest
from packs_kit import MANIFEST, faults, folders, make, packs

from baocao.errors import PackError, Severity
from baocao.packs.finder import find_pack, lay_over, list_packs
from baocao.packs.pack import Origin
from baocao.version import __version__

__all__ = ["packs"]

OWN = "ma: goi-xa\ndua_tren: goi-thu\nten: Báo cáo của xã\n"


def broken(name: str | Path, *units: Path) -> list[str]:
    """The sentences of what is wrong with a pack."""
    with pytest.raises(PackError) as caught:
        find_pack(name, units)
    return [item.text for item in caught.value.findings]


def test_the_files_of_the_base_lie_below(packs: Path) -> None:
    make(
        packs / "builtin" / "goi-xa",
        OWN,
        "chi_tieu:\n  a.tong: {nhan: Của xã}\n  a.xa: {nhan: Xã, loai: chu}\n",
    )
    pack = find_pack("goi-xa")
    assert [(layer.pack, layer.origin) for layer in pack.layers] == [
        ("goi-xa", Origin.BUILTIN),
        ("goi-thu", Origin.BUILTIN),
    ]
    manifest = pack.manifest
    assert (pack.id, manifest.title, manifest.version) == ("goi-xa", "Báo cáo của xã", "1.0")
    assert (manifest.subject, manifest.based_on, manifest.made_for) == (("Kết quả {ky}",), "goi-thu", "")
    assert (pack.catalogue["a.tong"].label, pack.catalogue["a.tong"].parts) == (
        "Của xã",
        (("a.b.mot", "a.b.hai"),),
    )
    assert list(pack.catalogue.indicators) == ["a.tong", "a.b.mot", "a.b.hai", "a.ty_le", "a.ds", "a.xa"]
    assert find_pack("goi-thu").manifest.based_on == ""


def test_a_chain_of_packs_with_the_folders_of_units_between(packs: Path) -> None:
    xa, tinh = packs / "xa", packs / "tinh"
    make(packs / "builtin" / "goi-xa", OWN, None)
    make(xa / "mau" / "goi-phuong", "ma: goi-phuong\ndua_tren: goi-xa\nphien_ban: 3\n", None)
    make(xa / "mau" / "goi-thu", None, "chi_tieu: {a.b.hai: {nhan: Hai của xã}}\n")
    make(tinh / "mau" / "goi-thu", "ten: Tên của tỉnh\nten_loai: TÊN LOẠI CỦA TỈNH\n", None)
    pack = find_pack("goi-phuong", (xa, tinh))
    assert [(layer.pack, layer.origin) for layer in pack.layers] == [
        ("goi-phuong", Origin.UNIT),
        ("goi-xa", Origin.BUILTIN),
        ("goi-thu", Origin.UNIT),
        ("goi-thu", Origin.PARENT),
        ("goi-thu", Origin.BUILTIN),
    ]
    manifest = pack.manifest
    assert (manifest.id, manifest.version, manifest.based_on) == ("goi-phuong", "3", "goi-xa")
    assert (manifest.title, manifest.type_name) == ("Báo cáo của xã", "TÊN LOẠI CỦA TỈNH")
    assert pack.catalogue["a.b.hai"].label == "Hai của xã"
    assert [item.id for item in list_packs((xa, tinh))] == ["goi-phuong", "goi-thu", "goi-xa"]


def test_a_units_folder_of_the_base_is_laid_over_later_too(packs: Path) -> None:
    make(packs / "builtin" / "goi-xa", OWN, None)
    make(packs / "don-vi" / "mau" / "goi-thu", "ten_loai: TỜ TRÌNH\n", None)
    pack = lay_over(find_pack("goi-xa"), packs / "don-vi")
    assert pack == find_pack("goi-xa", packs / "don-vi")
    assert (pack.id, pack.manifest.type_name) == ("goi-xa", "TỜ TRÌNH")
    assert lay_over(pack, packs / "don-vi") is pack


def test_a_folder_of_the_command_line_may_be_based_on_a_pack(packs: Path) -> None:
    pack = find_pack(make(packs / "sua", OWN, None), base="goi-thu")
    assert (pack.id, folders(pack)) == ("goi-xa", [("sua", Origin.COMMAND), ("goi-thu", Origin.BUILTIN)])
    nameless = make(packs / "khong-ma", OWN.replace("ma: goi-xa\n", ""), None)
    with pytest.raises(PackError) as caught:
        find_pack(nameless, base="goi-thu")
    assert [(item.code, dict(item.facts)["muc"]) for item in caught.value.findings] == [
        ("goi-thieu-muc", "ma")
    ]


@pytest.mark.parametrize(
    ("typed", "code", "sentence"),
    [
        ("goi-thuu", "goi-nen-khong-co", "Gói mẫu này dựa trên gói «goi-thuu» nhưng không có gói nào tên như vậy. Có phải «goi-thu» không?"),
        ("goi-xa", "goi-nen-vong", "Các gói mẫu dựa vào nhau thành vòng: goi-xa → goi-xa."),
        ("[goi-thu]", "goi-gia-tri-sai", "Mục «dua_tren» có giá trị «…» không dùng được."),
    ],
)  # fmt: skip
def test_a_base_that_cannot_be(packs: Path, typed: str, code: str, sentence: str) -> None:
    make(packs / "builtin" / "goi-xa", OWN.replace("dua_tren: goi-thu", f"dua_tren: {typed}"))
    assert faults("goi-xa") == [(code, 2, "dua_tren")]
    assert broken("goi-xa") == [sentence]


def test_a_long_cycle_is_shown_whole_at_the_line_that_closes_it(packs: Path) -> None:
    for name, base in (("mot", "hai"), ("hai", "ba"), ("ba", "hai")):
        make(packs / "builtin" / name, f"ma: {name}\nphien_ban: 1\ndua_tren: {base}\n")
    assert broken("mot") == ["Các gói mẫu dựa vào nhau thành vòng: hai → ba → hai."]
    with pytest.raises(PackError) as caught:
        find_pack("mot")
    assert caught.value.findings[0].where.file == str(packs / "builtin" / "ba" / "goi.yaml")


def test_an_overlay_needs_no_base(packs: Path) -> None:
    make(packs / "don-vi" / "mau" / "goi-thu", "dua_tren: goi-thu\n", None)
    assert faults("goi-thu", packs / "don-vi") == [("goi-nen-vong", 1, "dua_tren")]


def test_a_copied_folder_needs_its_own_name(packs: Path) -> None:
    make(packs / "don-vi" / "mau" / "goi-xa")
    assert faults("goi-xa", packs / "don-vi") == [("goi-ma-lech-thu-muc", 1, "ma")]
    assert broken("goi-xa", packs / "don-vi") == [
        "Gói mẫu nằm trong thư mục «goi-xa» mà lại ghi mã «goi-thu»."
    ]


def test_a_newer_format_is_refused_before_anything_else_is_said(packs: Path) -> None:
    folder = make(packs / "don-vi" / "mau" / "goi-thu", "muc_moi: gì đó\ndang: 2\n", "cot_moi: 5\n")
    with pytest.raises(PackError) as caught:
        find_pack("goi-thu", packs / "don-vi")
    (item,) = caught.value.findings
    assert (item.code, item.where.file, item.where.line) == ("goi-dang-moi", str(folder / "goi.yaml"), 2)
    assert item.text == (
        f"Gói mẫu này viết theo dạng 2, còn baocao {__version__} trên máy này mới biết đến dạng 1."
    )
    assert item.remedy == "Cập nhật baocao rồi làm lại, hoặc xin bản của gói mẫu viết theo dạng 1."


@pytest.mark.parametrize("typed", ["0", "một", "1.5", "-1", "[1]"])
def test_a_format_that_is_no_number(packs: Path, typed: str) -> None:
    make(packs / "don-vi" / "mau" / "goi-thu", f"dang: {typed}\n", None)
    assert faults("goi-thu", packs / "don-vi") == [("goi-gia-tri-sai", 1, "dang")]


def test_a_number_without_end_is_a_newer_format(packs: Path) -> None:
    make(packs / "don-vi" / "mau" / "goi-thu", f"dang: {'9' * 5000}\n", None)
    assert faults("goi-thu", packs / "don-vi") == [("goi-dang-moi", 1, "dang")]


def test_the_known_format_is_taken(packs: Path) -> None:
    make(packs / "builtin" / "goi-thu", MANIFEST + "dang: 1\n")
    assert find_pack("goi-thu").manifest.format_version == 1


def test_a_copy_made_for_another_version_is_told(packs: Path) -> None:
    folder = make(packs / "don-vi" / "mau" / "goi-thu", 'ten: Tên khác\nlam_cho: "0.9"\n', None)
    pack = find_pack("goi-thu", packs / "don-vi")
    (item,) = pack.findings
    assert (item.code, item.level, item.where.line) == ("goi-da-len-phien-ban", Severity.INFO, 2)
    assert item.text == "Bản riêng này làm cho gói «goi-thu» phiên bản 0.9, nay gói đó là phiên bản 1.0."
    assert item.remedy == (
        f'Xem có gì khác bằng lệnh «baocao mau so-sanh "{folder}" goi-thu»; '
        'xem xong thì sửa dòng này thành «lam_cho: "1.0"».'
    )
    assert (pack.manifest.title, pack.manifest.made_for) == ("Tên khác", "0.9")
    (folder / "goc").mkdir()
    (item,) = find_pack("goi-thu", packs / "don-vi").findings
    assert dict(item.facts)["lenh"] == f'baocao mau so-sanh "{folder}/goc" goi-thu'
    make(packs / "don-vi" / "mau" / "goi-thu", 'lam_cho: "1.0"\n', None)
    assert find_pack("goi-thu", packs / "don-vi").findings == ()


def test_each_copy_is_compared_with_what_lies_below_it(packs: Path) -> None:
    xa, tinh = packs / "xã Tân Hồng", packs / "tinh"
    make(xa / "mau" / "goi-thu", "lam_cho: 1.0\nphien_ban: 8\n", None)
    make(tinh / "mau" / "goi-thu", "lam_cho: 0.8\nphien_ban: 2.0\n", None)
    facts = [dict(item.facts) for item in find_pack("goi-thu", (xa, tinh)).findings]
    assert [(item["lam_cho"], item["phien_ban"]) for item in facts] == [("1.0", "2.0"), ("0.8", "1.0")]
    below = tinh / "mau" / "goi-thu"
    assert [item["lenh"] for item in facts] == [
        f'baocao mau so-sanh "{xa}/mau/goi-thu" "{below}"',
        f'baocao mau so-sanh "{below}" goi-thu',
    ]


def test_the_version_a_pack_of_its_own_was_made_for_is_that_of_its_base(packs: Path) -> None:
    make(packs / "don-vi" / "mau" / "goi-xa", OWN + "phien_ban: 5\nlam_cho: 0.9\n", None)
    (item,) = find_pack("goi-xa", packs / "don-vi").findings
    assert (dict(item.facts)["goi"], dict(item.facts)["phien_ban"]) == ("goi-thu", "1.0")
