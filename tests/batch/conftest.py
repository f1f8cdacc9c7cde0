"""An office for each test; its pack is built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from batch_kit import Office


@pytest.fixture(scope="session")
def built_pack(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The Word template of the office's pack."""
    return (Office(tmp_path_factory.mktemp("pack")).pack / "mau.docx").read_bytes()


@pytest.fixture
def office(tmp_path: Path, built_pack: bytes) -> Office:
    """A new office."""
    return Office(tmp_path, built_pack)
