"""The tools from outside that judge or show a finished file: three validators and LibreOffice."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


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
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options = ["--headless", "--norestore", "--nologo", profile, "--convert-to", form, "--outdir"]
    command = ["soffice", *options, str(folder), *map(str, sources)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {name: (folder / f"{name}.{form}").read_bytes() for name in reports}
