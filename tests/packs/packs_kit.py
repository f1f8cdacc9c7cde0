"""Small packs on disk, for the tests of this room."""

# ruff: noqa: E501 - a catalogue entry stands on one line

from __future__ import annotations

from pathlib import Path

import pytest

from baocao.errors import PackError
from baocao.packs.finder import find_pack
from baocao.packs.pack import Origin, Pack

MANIFEST = """ma: goi-thu
phien_ban: "1.0"
ten: Báo cáo thử
trich_yeu: ["Kết quả {ky}"]
"""

CATALOGUE = """nhom: {a: Nhóm A, a.b: Nhóm B}
chi_tieu:
  a.tong: {nhan: Tổng, loai: dem, thanh_phan: [[a.b.mot, a.b.hai]]}
  a.b.mot: {nhan: Một, loai: dem, trong: [a.tong]}
  a.b.hai: {nhan: Hai, loai: dem}
  a.ty_le: {nhan: Tỷ lệ, loai: ty_le, tu_so: a.b.mot, mau_so: a.tong, so_le: 1, chieu: giam, tong_hop: tinh_lai}
  a.ds: {nhan: Danh sách, loai: danh_sach, truong: {ten: {nhan: Tên, loai: chu}, so: {nhan: Số, loai: dem}}}
"""


def make(folder: Path, manifest: str | None = MANIFEST, catalogue: str | None = CATALOGUE) -> Path:
    """A pack folder."""
    folder.mkdir(parents=True, exist_ok=True)
    if manifest is not None:
        (folder / "goi.yaml").write_text(manifest, encoding="utf-8")
    if catalogue is not None:
        (folder / "chi-tieu.yaml").write_text(catalogue, encoding="utf-8")
    return folder


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of built-in packs that holds goi-thu alone."""
    make(tmp_path / "builtin" / "goi-thu")
    monkeypatch.setattr("baocao.packs.finder.builtin_folder", lambda: tmp_path / "builtin")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def faults(name: str | Path, *units: Path) -> list[tuple[str, int | None, str]]:
    """Code, line and key of what is wrong with a pack."""
    with pytest.raises(PackError) as caught:
        find_pack(name, units)
    return [(item.code, item.where.line, item.where.key) for item in caught.value.findings]


def folders(pack: Pack) -> list[tuple[str, Origin]]:
    """The layers by folder name."""
    return [(layer.folder.name, layer.origin) for layer in pack.layers]
