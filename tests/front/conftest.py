"""A clerk at a folder of his own, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from workplace_kit import COMMITTEE, Clerk, fill


@pytest.fixture
def clerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Clerk:
    """A clerk at an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Clerk(capsys)


@pytest.fixture
def started(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> Clerk:
    """A clerk inside a started working folder whose profile and data of 2026 are filled in."""
    assert clerk.run("khoi-tao", "xa", "--ten", COMMITTEE, "--nam", "2026") == 0
    monkeypatch.chdir("xa")
    fill("don-vi.yaml", ho_ten="Nguyễn Văn An")
    fill("so-lieu/2026.yaml", so="12", ngay="22/12/2026", tiep_nhan="1.250", da_giai_quyet="1.200")
    return clerk
