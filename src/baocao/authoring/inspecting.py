"""`baocao mau kiem-tra`: what the lint says of templates, and whether Word opens the reports made of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from baocao.check.template import lasting_faults
from baocao.errors import Finding
from baocao.lint import Linted, lint_paths

_SAME = {"phan-hong": "mau-xml-hong", "lien-ket-mat": "hinh-mat", "phan-sai-noi": "ket-qua-vo"}
"""Codes of this room's checks, each with that of the lint which says the same."""


def inspect_templates(paths: Sequence[Path] = (), pack: str = "") -> Linted:
    """Every fault of the templates that the paths name; raises as `baocao.lint.lint_paths`.

    A file that Word would refuse comes with that first.
    """
    linted = lint_paths(paths, pack)
    general = [item for item in linted.findings if item.where.file not in linted.files]
    sorted_ = [item for name, data in linted.files.items() for item in _of_file(name, data, linted)]
    return replace(linted, findings=(*general, *sorted_))


def _of_file(name: str, data: bytes, linted: Linted) -> Iterator[Finding]:
    told = [item for item in linted.findings if item.where.file == name]
    codes = {item.code for item in told}
    if "mau-luu-strict" not in codes:
        for code, faults in lasting_faults(data, name).items():
            yield from () if _SAME.get(code) in codes else faults
    yield from told
