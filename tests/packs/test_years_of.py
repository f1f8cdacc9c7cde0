"""`lay_cac_nam`: the packs whose data files serve as other years of a pack's."""

from __future__ import annotations

from pathlib import Path

import pytest
from packs_kit import MANIFEST, make, packs

from baocao.errors import Severity
from baocao.packs.finder import find_pack, packs_of_years

__all__ = ["packs"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("[goi-hai, goi-ba]", ("goi-hai", "goi-ba")),
        ("goi-hai", ("goi-hai",)),
        ("[goi-thu, goi-hai, goi-hai]", ("goi-hai",)),
        ("[]", ()),
    ],
)
def test_the_manifest_alone_tells_the_same_as_the_pack(
    packs: Path, typed: str, names: tuple[str, ...]
) -> None:
    builtin = packs / "builtin"
    for name in ("goi-hai", "goi-ba"):
        make(builtin / name, MANIFEST.replace("goi-thu", name))
    make(packs / "xa" / "mau" / "goi-thu", f"lay_cac_nam: {typed}\n", None)
    pack = find_pack("goi-thu", packs / "xa")
    assert pack.findings == ()
    assert pack.of_years == ("goi-thu", *names)
    assert packs_of_years("goi-thu", (str(packs / "xa"),)) == names
    assert packs_of_years("goi-thu") == ()


def test_it_is_no_part_of_what_a_pack_takes_over(packs: Path) -> None:
    builtin = packs / "builtin"
    make(builtin / "goi-hai", MANIFEST.replace("goi-thu", "goi-hai") + "lay_cac_nam: goi-thu\n")
    make(builtin / "goi-ba", "ma: goi-ba\nphien_ban: 1\ndua_tren: goi-hai\n", None)
    assert packs_of_years("goi-hai") == find_pack("goi-hai").of_years[1:] == ("goi-thu",)
    assert packs_of_years("goi-ba") == find_pack("goi-ba").of_years[1:] == ()


def test_a_name_that_nobody_has_is_told_and_stops_nothing(packs: Path) -> None:
    make(packs / "xa" / "mau" / "goi-thu", "\nlay_cac_nam: [goi-thuu]\n", None)
    (told,) = find_pack("goi-thu", packs / "xa").findings
    assert (told.code, told.level, told.where.line) == ("goi-nam-goi-khong-co", Severity.WARNING, 2)


@pytest.mark.parametrize("name", ["", "khong-co", "../khong-co"])
def test_an_unknown_pack_takes_nothing(packs: Path, name: str) -> None:
    assert packs_of_years(name) == ()
