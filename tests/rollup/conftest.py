"""What several tests of the roll-up stand on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from workplace_kit import Clerk


@pytest.fixture
def clerk(
    samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Clerk:
    """In a copy of the sample district."""
    shutil.copytree(samples / "huyen-mau", tmp_path / "huyen")
    monkeypatch.chdir(tmp_path / "huyen")
    return Clerk(capsys)
