"""Fragments that templates include: whose counts, and what is none."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from packs_kit import make, packs

from baocao.packs.finder import find_pack, lay_over, list_packs
from baocao.packs.pack import Fragment, Origin

__all__ = ["packs"]


def fragment(folder: Path, name: str) -> Path:
    """A file in the folder of fragments among the packs of `folder`."""
    path = folder / "_manh" / f"{name}.docx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


def test_the_most_specific_fragment_of_a_name_counts(packs: Path) -> None:
    xa, tinh = packs / "xa", packs / "tinh"
    make(packs / "lenh" / "sua", "ma: goi-thu\n", None)
    wanted = {
        "mot": Fragment(fragment(packs / "lenh", "mot"), Origin.COMMAND),
        "hai": Fragment(fragment(xa / "mau", "hai"), Origin.UNIT),
        "ba": Fragment(fragment(tinh / "mau", "ba"), Origin.PARENT),
        "bon": Fragment(fragment(packs / "builtin", "bon"), Origin.BUILTIN),
    }
    for folder, names in ((xa / "mau", ["mot"]), (tinh / "mau", ["mot", "hai"])):
        for name in names:
            fragment(folder, name)
    for name in ("mot", "hai", "ba"):
        fragment(packs / "builtin", name)
    assert find_pack(packs / "lenh" / "sua", (xa, tinh)).fragments == wanted
    assert find_pack("goi-thu", (xa, tinh)).fragments["mot"].origin is Origin.UNIT
    assert {name: item.origin for name, item in find_pack("goi-thu").fragments.items()} == dict.fromkeys(
        ("ba", "bon", "hai", "mot"), Origin.BUILTIN
    )


def test_fragments_are_laid_over_a_loaded_pack(packs: Path) -> None:
    loaded = find_pack("goi-thu")
    assert lay_over(loaded, packs / "xa") is loaded
    own = fragment(packs / "xa" / "mau", "khoi-ky")
    assert lay_over(loaded, packs / "xa") == find_pack("goi-thu", packs / "xa")
    assert lay_over(loaded, packs / "xa").fragments == {"khoi-ky": Fragment(own, Origin.UNIT)}
    make(packs / "xa" / "mau" / "goi-thu", "ten: Của xã\n", None)
    assert lay_over(loaded, packs / "xa") == find_pack("goi-thu", packs / "xa")


def test_what_is_no_fragment_and_no_pack(packs: Path) -> None:
    shelf = packs / "xa" / "mau"
    for name in ("mau", "~$khoi-ky", ".khoi-ky"):
        fragment(shelf, name)
    (shelf / "_manh" / "goi.yaml").write_text(MANIFEST_OF_A_FOOL, encoding="utf-8")
    (shelf / "_manh" / "khoi-ky.md").write_text("Chữ", encoding="utf-8")
    assert list(find_pack("goi-thu", packs / "xa").fragments) == ["mau"]
    assert [pack.id for pack in list_packs(packs / "xa")] == ["goi-thu"]


def test_a_name_typed_on_a_mac_is_found(packs: Path) -> None:
    fragment(packs / "builtin", unicodedata.normalize("NFD", "nơi-nhận"))
    assert list(find_pack("goi-thu").fragments) == ["nơi-nhận"]


def test_beside_the_folder_one_stands_in(packs: Path, monkeypatch) -> None:
    make(packs / "lenh" / "sua", "ma: goi-thu\n", None)
    own = fragment(packs / "lenh", "khoi-ky")
    monkeypatch.chdir(packs / "lenh" / "sua")
    assert find_pack(".").fragments == {"khoi-ky": Fragment(own, Origin.COMMAND)}


MANIFEST_OF_A_FOOL = "ma: _manh\nphien_ban: 1\nten: Không phải gói\ntrich_yeu: Gì đó\n"
