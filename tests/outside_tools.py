"""The tools from outside that judge or show what is made: validators, LibreOffice, a browser, libraries."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def library(name: str) -> ModuleType:
    """A library that not everybody installs; without it the module's tests are skipped.

    Raises ImportError instead where all tools are promised.
    """
    if os.environ.get("BAOCAO_TESTS_REQUIRE_ALL"):
        return import_module(name)
    found: ModuleType = pytest.importorskip(name, reason=f"cần {name}")
    return found


def browser() -> str:
    """The path of Chromium or of a browser like it; "" without one. Mark the test `chromium`."""
    return shutil.which("chromium") or shutil.which("google-chrome") or ""


def audit_faults(path: Path) -> list[str]:
    """What openxml-audit (PyPI) finds."""
    from openxml_audit import OpenXmlValidator

    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]


def integrity_faults(path: Path) -> list[str]:
    """What ooxml-integrity (PyPI) finds."""
    import ooxml_integrity

    return [str(item) for item in ooxml_integrity.check(path)]


def sdk_faults(path: Path) -> list[str]:
    """What the validator of Microsoft's Open XML SDK finds. Mark the test `sdk`."""
    command = [os.environ["BAOCAO_SDK_VALIDATOR"], str(path)]
    result = subprocess.run(command, capture_output=True, check=False, timeout=120)
    return [str(item) for item in json.loads(result.stdout)["errors"]]


def converted(reports: Mapping[str, bytes], folder: Path, form: str) -> dict[str, bytes]:
    """Several .docx as "pdf", "fodt", ... in one run of LibreOffice. Mark the test `libreoffice`."""
    sources = [folder / f"{name}.docx" for name in reports]
    for source, data in zip(sources, reports.values(), strict=True):
        source.write_bytes(data)
    _convert(folder, form, folder, sources)
    return {name: (folder / f"{name}.{form}").read_bytes() for name in reports}


def resaved(files: Mapping[str, bytes], folder: Path, by_way_of: str = "docx") -> dict[str, bytes]:
    """Several .docx as LibreOffice saves them; `by_way_of` "odt" they are .odt in between."""
    targets = [folder / "ve", folder / "di"][: 1 if by_way_of == "docx" else 2]
    sources = [folder / f"{name}.docx" for name in files]
    for source, data in zip(sources, files.values(), strict=True):
        source.write_bytes(data)
    for target in reversed(targets):
        form = "docx" if target is targets[0] else by_way_of
        _convert(folder, form, target, sources)
        sources = [target / f"{name}.{form}" for name in files]
    return {name: source.read_bytes() for name, source in zip(files, sources, strict=True)}


def _convert(folder: Path, form: str, target: Path, sources: Sequence[Path]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nologo", profile, "--convert-to", form, "--outdir"]
    command = ["soffice", *options, str(target), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
