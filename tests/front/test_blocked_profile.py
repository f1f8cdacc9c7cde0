"""Something else stands where a working folder has its profile: a link that leads nowhere, a folder."""

from __future__ import annotations

import sys

import pytest

from baocao.cli import run


@pytest.fixture
def folder(tmp_path):
    assert run(["khoi-tao", str(tmp_path / "xa"), "--nam", "2025"]) == 0
    (tmp_path / "xa" / "don-vi.yaml").unlink()
    return tmp_path / "xa"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cần quyền riêng để tạo liên kết")
@pytest.mark.parametrize("more", [[], ["--ghi-de"]])
def test_a_link_that_leads_nowhere_is_told_as_such(folder, capsys, more):
    profile = folder / "don-vi.yaml"
    profile.symlink_to(folder / "da-thao" / "don-vi.yaml")
    capsys.readouterr()
    assert run(["khoi-tao", str(folder), "--nam", "2025", *more]) == 4
    said = capsys.readouterr().err
    assert f"Không ghi được tệp {profile}: ở đó có một liên kết (link) dẫn tới chỗ không có tệp nào." in said
    assert "--ghi-de" not in said
    assert profile.is_symlink()


def test_a_folder_in_its_place_is_told_as_such(folder, capsys):
    (folder / "don-vi.yaml").mkdir()
    capsys.readouterr()
    assert run(["khoi-tao", str(folder), "--nam", "2025"]) == 4
    assert f"Không ghi được tệp {folder / 'don-vi.yaml'}: đó là một thư mục." in capsys.readouterr().err
