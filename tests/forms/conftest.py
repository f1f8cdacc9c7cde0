"""The reference sample as a filled form, changed as may happen on its way."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from faults_kit import ROOT, Change
from openpyxl import load_workbook

from baocao.authoring.forms.making import Wanted, make_form
from baocao.errors import Finding
from baocao.produce import audit_data


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The reference sample as a filled form."""
    folder = tmp_path_factory.mktemp("goc") / "tan-hong"
    shutil.copytree(ROOT / "samples" / "tan-hong", folder)
    return make_form(Wanted("", folder / "bieu.xlsx", data=folder / "2023.yaml")).data


@pytest.fixture
def told(filled: bytes, tmp_path: Path) -> Callable[..., tuple[Finding, ...]]:
    """What is told of the form after a change to its workbook."""

    def run(change: Change, *, pack: str = "", name: str = "bieu.xlsx") -> tuple[Finding, ...]:
        book = load_workbook(io.BytesIO(filled))
        change(book)
        path = tmp_path / name
        book.save(path)
        return audit_data(path, pack=pack, unit=ROOT / "samples" / "tan-hong" / "don-vi.yaml")

    return run
