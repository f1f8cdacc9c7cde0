"""Where each value of a pack comes from, through four levels and through the pack it is based on."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs_kit import make, packs

from baocao.errors import Where
from baocao.packs.finder import find_pack, list_packs
from baocao.packs.origins import Effective, pack_origins
from baocao.packs.pack import Origin, Pack

__all__ = ["packs"]

LEVELS = {
    "sua": Origin.COMMAND,
    "xa/mau/goi-thu": Origin.UNIT,
    "tinh/mau/goi-thu": Origin.PARENT,
    "builtin/goi-thu": Origin.BUILTIN,
}


def origin_of(pack: Pack, key: str) -> Effective:
    """The value of a key."""
    (found,) = [item for item in pack_origins(pack) if item.key == key]
    return found


def texts(level: str) -> tuple[str, str]:
    """Title and label that a level gives; nothing below the last."""
    if level == "builtin/goi-thu":
        return "Báo cáo thử", "Tổng"
    return (f"Tên {level}", f"Nhãn {level}") if level else ("", "")


@pytest.mark.parametrize(("highest", "below"), list(zip(LEVELS, [*list(LEVELS)[1:], ""], strict=True)))
def test_four_levels_of_a_manifest_key_and_of_an_attribute(packs: Path, highest: str, below: str) -> None:
    speak = False
    for folder in list(LEVELS)[:-1]:
        speak = speak or folder == highest
        title, label = texts(folder)
        own = (f"ten: {title}\n", f"nhan: {label}, ") if speak else ("", "")
        manifest = f"ma: goi-thu\n{own[0]}"
        make(packs / folder, manifest, f"chi_tieu:\n  a.tong:\n    {{{own[1]}giai_thich: '{folder}'}}\n")
    pack = find_pack("sua", (packs / "xa", packs / "tinh"))
    file = Path("sua") if highest == "sua" else packs / highest
    builtin = LEVELS[highest] is Origin.BUILTIN
    title_of, label_of = origin_of(pack, "ten"), origin_of(pack, "chi_tieu.a.tong.nhan")
    assert title_of == Effective(
        ("ten",),
        texts(highest)[0],
        LEVELS[highest],
        "goi-thu",
        Where(str(file / "goi.yaml"), 3 if builtin else 2, 6),
        texts(below)[0],
    )
    assert (label_of.text, label_of.origin, label_of.own) == (texts(highest)[1], LEVELS[highest], not builtin)
    assert (label_of.where.file, label_of.where.line) == (str(file / "chi-tieu.yaml"), 3)
    assert label_of.below == texts(below)[1]
    assert origin_of(pack, "chi_tieu.a.tong.giai_thich").origin is Origin.COMMAND
    assert origin_of(pack, "chi_tieu.a.tong.loai").origin is Origin.BUILTIN


def test_what_nobody_typed_is_the_programs(packs: Path) -> None:
    pack = find_pack("goi-thu")
    assert origin_of(pack, "danh_so") == Effective(("danh_so",), "I.; 1.; a)", Origin.DEFAULT)
    assert origin_of(pack, "ten_loai") == Effective(("ten_loai",), "BÁO CÁO", Origin.DEFAULT)
    assert origin_of(pack, "chi_tieu.a.tong.bat_buoc") == Effective(
        ("chi_tieu", "a.tong", "bat_buoc"), "không", Origin.DEFAULT
    )
    assert origin_of(pack, "chi_tieu.a.tong.tong_hop").text == "bo"
    keys = {item.key for item in pack_origins(pack)}
    assert not {"dua_tren", "chi_tieu.a.tong.so_le", "chi_tieu.a.ds.chieu"} & keys
    assert {"chi_tieu.a.ds.truong.so.nhan", "chi_tieu.a.tong.chieu", "nhom.a.b"} <= keys


def test_each_kind_of_value_is_shown_as_typed(packs: Path) -> None:
    make(
        packs / "xa" / "mau" / "goi-thu",
        "noi_nhan: [Như trên, Lưu]\nthem: {loi_chao: Kính gửi}\n",
        "chi_tieu:\n  a.tong: {bat_buoc: true, thanh_phan: [[a.b.mot, a.b.hai], [a.b.mot]]}\n"
        "  a.b.mot: {trong: a.tong}\n",
    )
    pack = find_pack("goi-thu", packs / "xa")
    shown = {item.key: (item.text, item.below) for item in pack_origins(pack) if item.own}
    assert shown == {
        "noi_nhan": ("Như trên; Lưu", ""),
        "them.loi_chao": ("Kính gửi", ""),
        "chi_tieu.a.tong.bat_buoc": ("có", ""),
        "chi_tieu.a.tong.thanh_phan": ("a.b.mot + a.b.hai; a.b.mot", "a.b.mot + a.b.hai"),
        "chi_tieu.a.b.mot.trong": ("a.tong", "a.tong"),
    }


def test_a_blank_entry_leaves_what_lies_below(packs: Path) -> None:
    make(packs / "xa" / "mau" / "goi-thu", "ten:\nten_loai: TỜ TRÌNH\n", "chi_tieu: {a.tong: {nhan: }}\n")
    pack = find_pack("goi-thu", packs / "xa")
    assert [item.key for item in pack_origins(pack) if item.own] == ["ten_loai"]


def test_a_value_of_the_base_names_its_pack(packs: Path) -> None:
    make(packs / "builtin" / "goi-xa", "ma: goi-xa\ndua_tren: goi-thu\nten: Của xã\n", None)
    pack = find_pack("goi-xa")
    title, subject, own = (origin_of(pack, key) for key in ("ten", "trich_yeu", "ma"))
    assert (title.text, title.pack, title.below, title.own) == ("Của xã", "goi-xa", "Báo cáo thử", False)
    assert (subject.text, subject.pack, subject.below) == ("Kết quả {ky}", "goi-thu", "")
    assert (own.text, own.below) == ("goi-xa", "")


def test_every_value_of_the_shipped_packs_stands_at_the_line_named() -> None:
    for pack in list_packs():
        lines: dict[str, list[str]] = {}
        for item in pack_origins(pack):
            assert item.origin in (Origin.BUILTIN, Origin.DEFAULT)
            if item.where.file:
                text = lines.setdefault(
                    item.where.file, Path(item.where.file).read_text("utf-8").splitlines()
                )
                assert item.where.line
                assert f"{item.path[-1]}:" in text[item.where.line - 1], item
