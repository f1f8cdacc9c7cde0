"""A goi.yaml of another shape than entries: told at its line, without a guess at what is lacking."""

from __future__ import annotations

import pytest
from packs_kit import MANIFEST, faults, make

from baocao.errors import PackError
from baocao.packs.finder import find_pack


@pytest.mark.parametrize(
    ("manifest", "line", "key"), [("- a\n", 1, ""), ("ma: [x]\n", 1, "ma"), ("chữ\n", 1, "")]
)
def test_a_manifest_of_another_shape_is_told_alone(tmp_path, manifest, line, key):
    folder = make(tmp_path / "goi-x", manifest, None)
    assert faults(folder) == [("goi-gia-tri-sai", line, key)]


@pytest.mark.parametrize("typed", ["x", "0", "1.5"])
def test_the_only_known_format_is_named_as_such(tmp_path, typed):
    folder = make(tmp_path / "goi-thu", f"{MANIFEST}dang: {typed}\n")
    with pytest.raises(PackError) as caught:
        find_pack(folder)
    assert [item.remedy for item in caught.value.findings] == ["Sửa thành số 1."]
