"""What all tests share: where the samples stand, and the outside tools some tests need."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from outside_tools import browser

# Property tests look for new cases on a developer's machine and repeat the same ones in CI.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("dev", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

ROOT = Path(__file__).resolve().parent.parent


def sdk_validator() -> str | None:
    """Path of Microsoft's Open XML SDK validator, when it is at hand."""
    named = os.environ.get("BAOCAO_SDK_VALIDATOR", "")
    return named if named and Path(named).is_file() else None


def _missing_tool(item: pytest.Item) -> str:
    if item.get_closest_marker("libreoffice") and not (shutil.which("soffice") and shutil.which("pdftotext")):
        return "cần LibreOffice (soffice) và pdftotext"
    for program in ("pandoc", "fish"):
        if item.get_closest_marker(program) and not shutil.which(program):
            return f"cần {program}"
    if item.get_closest_marker("chromium") and not browser():
        return "cần Chromium"
    if item.get_closest_marker("guide") and find_spec("material") is None:
        return "cần mkdocs-material"
    if item.get_closest_marker("bundles") and not os.environ.get("BAOCAO_BUNDLES"):
        return "cần gói cài từ kho gói (biến BAOCAO_BUNDLES, lệnh ./chay goi-cai)"
    if item.get_closest_marker("frozen") and not os.environ.get("BAOCAO_FROZEN"):
        return "cần bản đóng gói (biến BAOCAO_FROZEN, lệnh ./chay dong-goi)"
    if item.get_closest_marker("sdk") and sdk_validator() is None:
        return "cần trình kiểm tra Open XML SDK (biến BAOCAO_SDK_VALIDATOR)"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip with a reason where a tool is missing; fail instead where all tools are promised."""
    reason = _missing_tool(item)
    if reason and os.environ.get("BAOCAO_TESTS_REQUIRE_ALL"):
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Compiled templates of the tests stay away from the user's cache."""
    os.environ["BAOCAO_CACHE"] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def samples() -> Path:
    """The samples folder."""
    return ROOT / "samples"
