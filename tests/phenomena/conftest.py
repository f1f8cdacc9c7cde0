"""The folder that each phenomenon is shown in."""

from __future__ import annotations

from pathlib import Path

import pytest
from pack_kit import Office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    return Office(tmp_path)
