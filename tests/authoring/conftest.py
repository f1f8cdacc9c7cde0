"""What the tests of copied templates share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from copying_kit import report


@pytest.fixture
def unit(tmp_path: Path, samples: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder of a unit without templates of its own, which one stands in."""
    shutil.copytree(samples / "xa-mau", tmp_path / "xã Minh Họa")
    monkeypatch.chdir(tmp_path / "xã Minh Họa")
    return tmp_path / "xã Minh Họa"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> bytes:
    """The sample's report as the built-in template prints it."""
    folder = tmp_path_factory.mktemp("goc")
    shutil.copytree(samples / "xa-mau", folder, dirs_exist_ok=True)
    shutil.rmtree(folder / "mau", ignore_errors=True)
    return report(folder)
